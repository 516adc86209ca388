/* SPDX-License-Identifier: Apache-2.0 */
/* Formulas: literals, and everything that is called by a name. */

#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "fzzf/declaration.h"
#include "rule/formula.h"

static const char *const assessor_names[FZZF_ASSESSOR_COUNT] = {
    "self", "city", "province", "third_party", "survey", "on_site", "final"};

/* The name at the parser's place, copied; NULL when there is none. */
static const char *take_name(struct fzzf__parser *parser)
{
    size_t length =
        fzzf__name_span(parser->p, (size_t)(parser->end - parser->p));
    const char *name = length == 0 ? NULL
                                   : fzzf__arena_textn(parser->program->arena,
                                                       parser->p, length);

    parser->p += length;
    return name;
}

/* As a name, but digits may begin it: what follows '@' or '.'. */
static const char *take_word(struct fzzf__parser *parser)
{
    const char *start = parser->p;

    while (parser->p < parser->end && *parser->p >= '0' && *parser->p <= '9')
        parser->p++;
    parser->p += fzzf__name_span(parser->p, (size_t)(parser->end - parser->p));
    return start == parser->p ? NULL
                              : fzzf__arena_textn(parser->program->arena, start,
                                                  (size_t)(parser->p - start));
}

size_t fzzf__fail_unknown(struct fzzf__parser *parser, int number,
                          const char *name, const char *const *candidates,
                          size_t count)
{
    if (parser->program->faults > FZZF__NEAREST_MAX)
        count = 0;
    return fzzf__parser_fail(parser, number, name,
                             fzzf__nearest(name, candidates, count));
}

/* The node of "[id]" after its bracket; FZZF__NO_NODE after a fault. */
size_t fzzf__take_node(struct fzzf__parser *parser)
{
    const struct fzzf_system *system = parser->program->system;
    const char *start = parser->p;
    const char *close = memchr(start, ']', (size_t)(parser->end - start));
    const char *id;
    const char **candidates;
    size_t node;

    if (close == NULL) {
        parser->p = parser->end;
        return fzzf__parser_unexpected(parser);
    }
    id = fzzf__arena_textn(parser->program->arena, start,
                           (size_t)(close - start));
    parser->p = close + 1;
    if (id == NULL)
        return FZZF__NO_NODE;
    node = fzzf__names_find(&system->by_id, id);
    if (node != FZZF__NO_NAME)
        return node;
    candidates =
        parser->program->faults > FZZF__NEAREST_MAX
            ? NULL
            : fzzf__arena_alloc(parser->program->arena,
                                system->node_count * sizeof *candidates);
    for (size_t i = 0; candidates != NULL && i < system->node_count; i++)
        candidates[i] = system->nodes[i].id;
    fzzf__fail_unknown(parser, FZZF__F_UNKNOWN_NODE, id, candidates,
                       candidates == NULL ? 0 : system->node_count);
    return FZZF__NO_NODE;
}

/* The observation @name of @node, or NULL after a fault. */
static const struct fzzf__observe *find_observe(struct fzzf__parser *parser,
                                                size_t node, const char *name)
{
    static const char *const built_in[] = {"points", "weight", "score",
                                           "rate",   "true",   "false"};
    const struct fzzf_indicator *indicator =
        &parser->program->system->nodes[node];
    const struct fzzf__observe *observe = fzzf__observe_find(indicator, name);
    const char *candidates[FZZF__CANDIDATES_MAX];
    size_t count = 0;

    if (observe != NULL)
        return observe;
    for (size_t i = 0;
         i < indicator->observe_count && count < FZZF__CANDIDATES_MAX - 6; i++)
        candidates[count++] = indicator->observes[i].id;
    for (size_t i = 0; i < sizeof built_in / sizeof built_in[0]; i++)
        candidates[count++] = built_in[i];
    fzzf__fail_unknown(parser, FZZF__F_UNKNOWN_NAME, name, candidates, count);
    return NULL;
}

/* Passes over what follows a name that is not known. */
static void pass_tail(struct fzzf__parser *parser)
{
    while (parser->p < parser->end &&
           (*parser->p == '.' || *parser->p == '@')) {
        parser->p++;
        take_word(parser);
    }
}

static bool take_qualifier(struct fzzf__parser *parser,
                           const struct fzzf__observe *observe, size_t *period,
                           int *assessor)
{
    const char *word = take_word(parser);
    const char *candidates[FZZF__CANDIDATES_MAX];
    size_t count = 0;

    if (word == NULL)
        return fzzf__parser_unexpected(parser), false;
    for (size_t i = 0; i < observe->period_count; i++)
        if (strcmp(observe->periods[i], word) == 0) {
            *period = i;
            return true;
        }
    for (int i = 0; i < FZZF_ASSESSOR_COUNT; i++)
        if (strcmp(assessor_names[i], word) == 0) {
            *assessor = i;
            return true;
        }
    for (size_t i = 0; i < observe->period_count && i < 200; i++)
        candidates[count++] = observe->periods[i];
    for (size_t i = 0; i < FZZF_ASSESSOR_COUNT; i++)
        candidates[count++] = assessor_names[i];
    fzzf__fail_unknown(parser, FZZF__F_UNKNOWN_QUALIFIER, word, candidates,
                       count);
    return false;
}

static size_t wrong_kind(struct fzzf__parser *parser,
                         const struct fzzf__observe *observe)
{
    return parser->lenient
               ? FZZF__NO_OP
               : fzzf__parser_fail(parser, FZZF__F_WRONG_KIND, observe->id,
                                   fzzf_observation_kind_name(observe->kind));
}

static bool take_option(struct fzzf__parser *parser,
                        const struct fzzf__observe *observe, size_t *option)
{
    const char *word = take_word(parser);
    const char *candidates[FZZF__CANDIDATES_MAX];
    size_t count = 0;

    if (word == NULL)
        return fzzf__parser_unexpected(parser), false;
    if (observe->kind != FZZF_KIND_CAUSES && observe->kind != FZZF_KIND_SURVEY)
        return wrong_kind(parser, observe), false;
    for (size_t i = 0; i < observe->option_count; i++) {
        if (strcmp(observe->options[i].id, word) == 0) {
            *option = i;
            return true;
        }
        if (count < FZZF__CANDIDATES_MAX)
            candidates[count++] = observe->options[i].id;
    }
    fzzf__fail_unknown(parser, FZZF__F_UNKNOWN_OPTION, word, candidates, count);
    return false;
}

/* ".part" and "@…" after an observation's name; gives its input. */
static size_t take_tail(struct fzzf__parser *parser, size_t node,
                        const struct fzzf__observe *observe, size_t *option)
{
    size_t period = FZZF__NO_NAME;
    int assessor = -1;
    bool known = true;

    *option = FZZF__NO_NAME;
    if (parser->p < parser->end && *parser->p == '.') {
        parser->p++;
        known = take_option(parser, observe, option);
    }
    while (parser->p < parser->end && *parser->p == '@') {
        parser->p++;
        known &= take_qualifier(parser, observe, &period, &assessor);
    }
    if (!known)
        return FZZF__NO_OP;
    if (observe->period_count > 0 && period == FZZF__NO_NAME)
        return fzzf__parser_fail(parser, FZZF__F_NEEDS_PERIOD, observe->id,
                                 observe->periods[0]);
    return fzzf__program_input(parser->program, node, observe, period,
                               assessor);
}

static size_t leaf(struct fzzf__parser *parser,
                   const struct fzzf_operator *kind, enum fzzf__type type,
                   size_t target, size_t option)
{
    struct fzzf__op op = {.kind = kind, .type = type};

    op.target = target;
    op.option = option;
    op.place = *parser->place;
    return fzzf__program_add(parser->program, &op);
}

static size_t observation(struct fzzf__parser *parser, size_t node,
                          const struct fzzf__observe *observe)
{
    size_t option;
    const size_t input = take_tail(parser, node, observe, &option);

    if (input == FZZF__NO_OP)
        return FZZF__NO_OP;
    if (option != FZZF__NO_NAME)
        return leaf(parser, &fzzf__op_item, FZZF__TYPE_NUMBER, input, option);
    switch (observe->kind) {
    case FZZF_KIND_YES_NO:
        return leaf(parser, &fzzf__op_observed, FZZF__TYPE_TRUTH, input,
                    option);
    case FZZF_KIND_NUMBER:
    case FZZF_KIND_COUNT:
    case FZZF_KIND_RATIO:
        return leaf(parser, &fzzf__op_observed, FZZF__TYPE_NUMBER, input,
                    option);
    case FZZF_KIND_LEVEL:
        return leaf(parser, &fzzf__op_observed, FZZF__TYPE_TEXT, input, option);
    case FZZF_KIND_DATE:
        return leaf(parser, &fzzf__op_observed, FZZF__TYPE_DATE, input, option);
    case FZZF_KIND_CAUSES:
    case FZZF_KIND_AWARDS:
    case FZZF_KIND_SURVEY:
    case FZZF_KIND_PANEL:
    case FZZF_KIND_NONE:
        break;
    }
    return wrong_kind(parser, observe);
}

/* The name of an observation of @node, or NULL after a fault. */
static const struct fzzf__observe *take_observe(struct fzzf__parser *parser,
                                                size_t node)
{
    const char *name = take_name(parser);
    const struct fzzf__observe *observe = NULL;

    if (name == NULL)
        fzzf__parser_unexpected(parser);
    else if (node != FZZF__NO_NODE)
        observe = find_observe(parser, node, name);
    if (observe == NULL)
        pass_tail(parser);
    return observe;
}

size_t fzzf__parse_reference(struct fzzf__parser *parser)
{
    size_t node = parser->program->node;
    const struct fzzf__observe *observe;
    size_t option;

    if (fzzf__parser_accept(parser, "[")) {
        node = fzzf__take_node(parser);
        if (!fzzf__parser_expect(parser, "."))
            return FZZF__NO_OP;
    }
    fzzf__parser_accept(parser, ""); /* spaces */
    observe = take_observe(parser, node);
    return observe == NULL ? FZZF__NO_OP
                           : take_tail(parser, node, observe, &option);
}

/* "[id]" alone is a score, "[id].name" an observation. */
static size_t node_or_observation(struct fzzf__parser *parser)
{
    struct fzzf__program *program = parser->program;
    const size_t node = fzzf__take_node(parser);
    const struct fzzf__observe *observe;

    if (parser->p < parser->end && *parser->p == '.') {
        parser->p++;
        observe = take_observe(parser, node);
        return observe == NULL ? FZZF__NO_OP
                               : observation(parser, node, observe);
    }
    if (node == FZZF__NO_NODE)
        return FZZF__NO_OP;
    if (node == program->node && program->after)
        return leaf(parser, &fzzf__op_score, FZZF__TYPE_NUMBER, node,
                    FZZF__NO_NAME);
    fzzf__program_read(program, node);
    return leaf(parser, &fzzf__op_node_score, FZZF__TYPE_NUMBER, node,
                FZZF__NO_NAME);
}

static size_t parse_number(struct fzzf__parser *parser)
{
    struct fzzf__op op = {.kind = &fzzf__op_number, .type = FZZF__TYPE_NUMBER};
    const char *p = parser->p;

    while (p < parser->end && ((*p >= '0' && *p <= '9') || *p == '.'))
        p++;
    if (p < parser->end && *p == '%')
        p++;
    if (!fzzf__num_parse(parser->program->arena, parser->p,
                         (size_t)(p - parser->p), &op.number))
        return fzzf__parser_unexpected(parser);
    parser->p = p;
    op.place = *parser->place;
    return fzzf__program_add(parser->program, &op);
}

/* The text in quotes at the parser's place; NULL after a fault. */
const char *fzzf__take_quoted(struct fzzf__parser *parser)
{
    const char *close;
    const char *text;

    if (!fzzf__parser_expect(parser, "'"))
        return NULL;
    close = memchr(parser->p, '\'', (size_t)(parser->end - parser->p));
    if (close == NULL) {
        parser->p = parser->end;
        fzzf__parser_unexpected(parser);
        return NULL;
    }
    text = fzzf__arena_textn(parser->program->arena, parser->p,
                             (size_t)(close - parser->p));
    parser->p = close + 1;
    return text;
}

static size_t parse_text(struct fzzf__parser *parser)
{
    struct fzzf__op op = {.kind = &fzzf__op_text, .type = FZZF__TYPE_TEXT};

    op.text = fzzf__take_quoted(parser);
    op.place = *parser->place;
    return op.text == NULL ? FZZF__NO_OP
                           : fzzf__program_add(parser->program, &op);
}

static size_t parse_parameter(struct fzzf__parser *parser)
{
    const struct fzzf_system *system = parser->program->system;
    const char *name = take_name(parser);
    const char *candidates[FZZF__CANDIDATES_MAX];
    size_t count = 0;

    if (name == NULL)
        return fzzf__parser_unexpected(parser);
    for (size_t i = 0; i < system->parameter_count; i++) {
        if (strcmp(system->parameters[i].id, name) == 0)
            return leaf(parser, &fzzf__op_parameter, FZZF__TYPE_NUMBER, i,
                        FZZF__NO_NAME);
        if (count < FZZF__CANDIDATES_MAX)
            candidates[count++] = system->parameters[i].id;
    }
    return fzzf__fail_unknown(parser, FZZF__F_UNKNOWN_PARAMETER, name,
                              candidates, count);
}

/* What is built in: before the node's own score is known, and after. */
static const struct built_in {
    const char *name;
    const struct fzzf_operator *kinds[2];
} built_ins[] = {
    {"points", {&fzzf__op_points, &fzzf__op_own_full}},
    {"weight", {&fzzf__op_weight, &fzzf__op_weight}},
    {"score", {NULL, &fzzf__op_score}},
    {"rate", {NULL, &fzzf__op_own_rate}},
};

static const struct built_in *find_built_in(const char *name)
{
    for (size_t i = 0; i < sizeof built_ins / sizeof built_ins[0]; i++)
        if (strcmp(name, built_ins[i].name) == 0)
            return &built_ins[i];
    return NULL;
}

static size_t truth(struct fzzf__parser *parser, bool yes)
{
    struct fzzf__op op = {.kind = &fzzf__op_number, .type = FZZF__TYPE_TRUTH};

    op.number = yes ? FZZF__ONE : FZZF__ZERO;
    op.place = *parser->place;
    return fzzf__program_add(parser->program, &op);
}

/* An observation of the node at hand, or what is built in. */
static size_t own_name(struct fzzf__parser *parser, const char *name)
{
    const struct fzzf__program *program = parser->program;
    const struct fzzf_indicator *node = &program->system->nodes[program->node];
    const struct built_in *word = find_built_in(name);
    const struct fzzf_operator *kind =
        word == NULL ? NULL : word->kinds[program->after];
    const struct fzzf__observe *observe =
        program->contract_met ? NULL : fzzf__observe_find(node, name);

    if (observe != NULL && kind != NULL)
        return fzzf__parser_fail(parser, FZZF__F_AMBIGUOUS_NAME, name, NULL);
    if (kind != NULL)
        return leaf(parser, kind, FZZF__TYPE_NUMBER, program->node,
                    FZZF__NO_NAME);
    if (observe == NULL && word != NULL)
        return fzzf__parser_fail(parser, FZZF__F_NOT_HERE, name, NULL);
    if (observe == NULL)
        observe = find_observe(parser, program->node, name);
    if (observe != NULL)
        return observation(parser, program->node, observe);
    pass_tail(parser);
    return FZZF__NO_OP;
}

static size_t parse_named(struct fzzf__parser *parser)
{
    const char *start = parser->p;
    const char *name = take_name(parser);

    if (name == NULL)
        return fzzf__parser_unexpected(parser);
    if (fzzf__parser_accept(parser, "("))
        return fzzf__parse_call(parser, name, start);
    parser->p = start + strlen(name);
    if (strcmp(name, "true") == 0 || strcmp(name, "false") == 0)
        return truth(parser, name[0] == 't');
    return own_name(parser, name);
}

size_t fzzf__parse_primary(struct fzzf__parser *parser)
{
    size_t op;

    if (fzzf__parser_accept(parser, "(")) {
        op = fzzf__parse_expression(parser);
        return fzzf__parser_expect(parser, ")") ? op : FZZF__NO_OP;
    }
    if (fzzf__parser_accept(parser, "["))
        return node_or_observation(parser);
    if (fzzf__parser_accept(parser, "$"))
        return parse_parameter(parser);
    if (parser->p < parser->end && *parser->p == '\'')
        return parse_text(parser);
    if (parser->p < parser->end && *parser->p >= '0' && *parser->p <= '9')
        return parse_number(parser);
    return parse_named(parser);
}

void fzzf__date_literal(struct fzzf__parser *parser, size_t index,
                        enum fzzf__type wanted)
{
    struct fzzf__op *op = &parser->program->ops[index];
    long days;

    if (wanted != FZZF__TYPE_DATE || op->kind != &fzzf__op_text ||
        !fzzf__date_parse(op->text, &days))
        return;
    op->kind = &fzzf__op_number;
    op->type = FZZF__TYPE_DATE;
    op->number = fzzf__num_int(days);
}

void fzzf__check_option(struct fzzf__parser *parser, size_t a, size_t b)
{
    const struct fzzf__program *program = parser->program;
    const struct fzzf__op *x = &program->ops[a], *y = &program->ops[b];
    const struct fzzf__op *observed = x->kind == &fzzf__op_observed ? x : y;
    const struct fzzf__op *text = observed == x ? y : x;
    const struct fzzf__observe *observe;
    const char *candidates[FZZF__CANDIDATES_MAX];
    size_t count = 0;

    if (observed->kind != &fzzf__op_observed || text->kind != &fzzf__op_text)
        return;
    observe = program->inputs[observed->target].observe;
    for (size_t i = 0; i < observe->option_count; i++) {
        if (strcmp(observe->options[i].id, text->text) == 0)
            return;
        if (count < FZZF__CANDIDATES_MAX)
            candidates[count++] = observe->options[i].id;
    }
    fzzf__fail_unknown(parser, FZZF__F_UNKNOWN_OPTION, text->text, candidates,
                       count);
}
