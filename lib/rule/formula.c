/* SPDX-License-Identifier: Apache-2.0 */
/* Formulas: from text to operators, by recursive descent. */

#include "rule/formula.h"

#include <string.h>

#include "base/text.h"

#define DEPTH_MAX 64

static void skip_space(struct fzzf__parser *parser)
{
    while (parser->p < parser->end &&
           (*parser->p == ' ' || *parser->p == '\t' || *parser->p == '\n' ||
            *parser->p == '\r'))
        parser->p++;
}

bool fzzf__parser_accept(struct fzzf__parser *parser, const char *token)
{
    const size_t length = strlen(token);

    skip_space(parser);
    if ((size_t)(parser->end - parser->p) < length ||
        memcmp(parser->p, token, length) != 0)
        return false;
    parser->p += length;
    return true;
}

/* A word such as "and", not the beginning of a longer name. */
static bool accept_word(struct fzzf__parser *parser, const char *word)
{
    const size_t length = strlen(word);

    skip_space(parser);
    if (fzzf__name_span(parser->p, (size_t)(parser->end - parser->p)) !=
            length ||
        memcmp(parser->p, word, length) != 0)
        return false;
    parser->p += length;
    return true;
}

size_t fzzf__parser_fail(struct fzzf__parser *parser, int number, const char *a,
                         const char *b)
{
    if (!parser->lost)
        fzzf__fault(parser->program, parser->place, number, a, b);
    return FZZF__NO_OP;
}

/* Nothing more is found in the formula. */
static size_t lose(struct fzzf__parser *parser, int number, const char *a,
                   const char *b)
{
    fzzf__parser_fail(parser, number, a, b);
    parser->lost = true;
    parser->p = parser->end;
    return FZZF__NO_OP;
}

/* What stands at the parser's place, for a finding: at most one character run.
 */
static const char *piece(struct fzzf__parser *parser)
{
    size_t length = 1;

    while (parser->p + length < parser->end && length < 20 &&
           ((unsigned char)parser->p[length] >= 0x80 ||
            (parser->p[length] != ' ' && parser->p[length] != ')')))
        length++;
    while (parser->p + length < parser->end &&
           ((unsigned char)parser->p[length] & 0xC0) == 0x80)
        length++;
    return fzzf__arena_textn(parser->program->arena, parser->p, length);
}

size_t fzzf__parser_unexpected(struct fzzf__parser *parser)
{
    skip_space(parser);
    if (parser->p == parser->end)
        return lose(parser, FZZF__F_FORMULA_ENDS, parser->text, NULL);
    return lose(parser, FZZF__F_FORMULA_UNEXPECTED, piece(parser),
                parser->text);
}

bool fzzf__parser_expect(struct fzzf__parser *parser, const char *token)
{
    if (fzzf__parser_accept(parser, token))
        return true;
    fzzf__parser_unexpected(parser);
    return false;
}

const char *fzzf__type_name(enum fzzf__type type)
{
    static const char *const names[] = {"number", "yes-no", "text", "date"};

    return names[type];
}

bool fzzf__parser_want(struct fzzf__parser *parser, size_t op,
                       enum fzzf__type type)
{
    enum fzzf__type given;

    if (op == FZZF__NO_OP)
        return false;
    given = parser->program->ops[op].type;
    if (given != type)
        fzzf__parser_fail(parser, FZZF__F_WRONG_TYPE, fzzf__type_name(given),
                          fzzf__type_name(type));
    return given == type;
}

size_t fzzf__parser_call(struct fzzf__parser *parser,
                         const struct fzzf_operator *kind,
                         const size_t *arguments, size_t count)
{
    struct fzzf__program *program = parser->program;
    struct fzzf__op op = {.kind = kind, .type = kind->gives};

    op.place = *parser->place;
    op.target = op.option = FZZF__NO_NAME;
    op.arg_count = count;
    op.args = fzzf__arena_alloc(program->arena, (count + 1) * sizeof *op.args);
    if (op.args == NULL)
        return FZZF__NO_OP;
    for (size_t i = 0; i < count; i++) {
        op.args[i].op = arguments[i];
        op.args[i].given = true;
    }
    if (kind->gives_argument && count > 0)
        op.type = program->ops[arguments[count - 1]].type;
    return fzzf__program_add(program, &op);
}

/* A calculation with two numbers, or two truths. */
static size_t calculate(struct fzzf__parser *parser,
                        const struct fzzf_operator *kind, size_t a, size_t b)
{
    const size_t arguments[] = {a, b};
    const enum fzzf__type type = kind->params[0].type == FZZF_PARAM_TRUTH
                                     ? FZZF__TYPE_TRUTH
                                     : FZZF__TYPE_NUMBER;
    const bool fits = fzzf__parser_want(parser, a, type);

    if (!fzzf__parser_want(parser, b, type) || !fits)
        return FZZF__NO_OP;
    return fzzf__parser_call(parser, kind, arguments, 2);
}

static size_t parse_unary(struct fzzf__parser *parser)
{
    size_t op;

    if (!fzzf__parser_accept(parser, "-"))
        return fzzf__parse_primary(parser);
    if (++parser->depth > DEPTH_MAX)
        return lose(parser, FZZF__F_TOO_DEEP, parser->text, NULL);
    op = parse_unary(parser);
    parser->depth--;
    if (!fzzf__parser_want(parser, op, FZZF__TYPE_NUMBER))
        return FZZF__NO_OP;
    return fzzf__parser_call(parser, &fzzf__op_negate, &op, 1);
}

static size_t parse_term(struct fzzf__parser *parser)
{
    size_t op = parse_unary(parser);

    for (;;) {
        if (fzzf__parser_accept(parser, "*") ||
            fzzf__parser_accept(parser, "×"))
            op = calculate(parser, &fzzf__op_multiply, op, parse_unary(parser));
        else if (fzzf__parser_accept(parser, "/") ||
                 fzzf__parser_accept(parser, "÷"))
            op = calculate(parser, &fzzf__op_divide, op, parse_unary(parser));
        else
            return op;
    }
}

static size_t parse_sum(struct fzzf__parser *parser)
{
    size_t op = parse_term(parser);

    for (;;) {
        if (fzzf__parser_accept(parser, "+"))
            op = calculate(parser, &fzzf__op_add, op, parse_term(parser));
        else if (fzzf__parser_accept(parser, "-"))
            op = calculate(parser, &fzzf__op_subtract, op, parse_term(parser));
        else
            return op;
    }
}

static const struct fzzf_operator *comparison(struct fzzf__parser *parser)
{
    static const struct {
        const char *token;
        const struct fzzf_operator *kind;
    } table[] = {
        {"<=", &fzzf__op_at_most},   {"≤", &fzzf__op_at_most},
        {">=", &fzzf__op_at_least},  {"≥", &fzzf__op_at_least},
        {"!=", &fzzf__op_different}, {"≠", &fzzf__op_different},
        {"<", &fzzf__op_less},       {">", &fzzf__op_greater},
        {"=", &fzzf__op_equal},
    };

    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
        if (fzzf__parser_accept(parser, table[i].token))
            return table[i].kind;
    return NULL;
}

/* Compares @a with @b: two of one type, texts and truths only for equality. */
static size_t compare(struct fzzf__parser *parser,
                      const struct fzzf_operator *kind, size_t a, size_t b)
{
    const size_t arguments[] = {a, b};
    enum fzzf__type type;

    if (a == FZZF__NO_OP || b == FZZF__NO_OP)
        return FZZF__NO_OP;
    fzzf__date_literal(parser, a, parser->program->ops[b].type);
    fzzf__date_literal(parser, b, parser->program->ops[a].type);
    type = parser->program->ops[a].type;
    if (!fzzf__parser_want(parser, b, type))
        return FZZF__NO_OP;
    if (type == FZZF__TYPE_TEXT || type == FZZF__TYPE_TRUTH) {
        if (kind != &fzzf__op_equal && kind != &fzzf__op_different)
            return fzzf__parser_fail(parser, FZZF__F_WRONG_TYPE,
                                     fzzf__type_name(type), "number");
        if (type == FZZF__TYPE_TEXT)
            fzzf__check_option(parser, a, b);
    }
    return fzzf__parser_call(parser, kind, arguments, 2);
}

static size_t parse_comparison(struct fzzf__parser *parser)
{
    const size_t op = parse_sum(parser);
    const struct fzzf_operator *kind = comparison(parser);

    return kind == NULL ? op : compare(parser, kind, op, parse_sum(parser));
}

static size_t parse_not(struct fzzf__parser *parser)
{
    size_t op;

    if (!accept_word(parser, "not"))
        return parse_comparison(parser);
    if (++parser->depth > DEPTH_MAX)
        return lose(parser, FZZF__F_TOO_DEEP, parser->text, NULL);
    op = parse_not(parser);
    parser->depth--;
    if (!fzzf__parser_want(parser, op, FZZF__TYPE_TRUTH))
        return FZZF__NO_OP;
    return fzzf__parser_call(parser, &fzzf__op_not, &op, 1);
}

static size_t parse_and(struct fzzf__parser *parser)
{
    size_t op = parse_not(parser);

    while (accept_word(parser, "and"))
        op = calculate(parser, &fzzf__op_and, op, parse_not(parser));
    return op;
}

size_t fzzf__parse_expression(struct fzzf__parser *parser)
{
    size_t op;

    if (++parser->depth > DEPTH_MAX)
        return lose(parser, FZZF__F_TOO_DEEP, parser->text, NULL);
    op = parse_and(parser);
    while (accept_word(parser, "or"))
        op = calculate(parser, &fzzf__op_or, op, parse_and(parser));
    parser->depth--;
    return op;
}

static void parser_init(struct fzzf__parser *parser,
                        struct fzzf__program *program, const char *text,
                        const fzzf__place *place)
{
    memset(parser, 0, sizeof *parser);
    parser->program = program;
    parser->text = text;
    parser->p = text;
    parser->end = text + strlen(text);
    parser->place = place;
}

size_t fzzf__compile_formula(struct fzzf__program *program, const char *text,
                             fzzf_param_type wanted, const fzzf__place *place)
{
    static const enum fzzf__type types[] = {
        [FZZF_PARAM_NUMBER] = FZZF__TYPE_NUMBER,
        [FZZF_PARAM_TRUTH] = FZZF__TYPE_TRUTH,
        [FZZF_PARAM_TEXT] = FZZF__TYPE_TEXT};
    const size_t faults = program->faults;
    struct fzzf__parser parser;
    size_t op;

    parser_init(&parser, program, text, place);
    op = fzzf__parse_expression(&parser);
    skip_space(&parser);
    if (parser.p < parser.end)
        op = fzzf__parser_unexpected(&parser);
    if (fzzf__parser_want(&parser, op, types[wanted]) &&
        program->faults == faults)
        return op;
    if (program->faults == faults)
        program->faults++; /* of memory */
    return FZZF__NO_OP;
}

void fzzf__compile_observed(struct fzzf__program *program, const char *text,
                            struct fzzf__arg *arg)
{
    const size_t faults = program->faults;
    struct fzzf__parser parser;
    size_t *observed = fzzf__arena_alloc(
        program->arena, (strlen(text) / 2 + 1) * sizeof *observed);

    if (observed == NULL)
        return;
    parser_init(&parser, program, text, &program->place);
    do {
        observed[arg->count++] = fzzf__parse_reference(&parser);
        skip_space(&parser);
    } while (parser.p < parser.end);
    if (program->faults > faults)
        arg->count = 0;
    arg->observed = observed;
}
