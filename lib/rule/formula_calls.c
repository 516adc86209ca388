/* SPDX-License-Identifier: Apache-2.0 */
/* Formulas: functions and their arguments. */

#include <string.h>

#include "base/text.h"
#include "rule/formula.h"

static bool parse_node(struct fzzf__parser *parser, struct fzzf__arg *arg)
{
    struct fzzf__program *program = parser->program;

    if (!fzzf__parser_expect(parser, "["))
        return false;
    arg->whole = fzzf__take_node(parser);
    if (arg->whole == FZZF__NO_NODE)
        return false;
    if (!program->after || arg->whole != program->node)
        fzzf__program_read(program, arg->whole);
    return true;
}

static bool parse_observed(struct fzzf__parser *parser, struct fzzf__arg *arg)
{
    size_t *observed =
        fzzf__arena_alloc(parser->program->arena, sizeof *observed);
    const size_t input = fzzf__parse_reference(parser);

    if (observed == NULL || input == FZZF__NO_OP)
        return false;
    *observed = input;
    arg->observed = observed;
    arg->count = 1;
    return true;
}

static bool parse_whole(struct fzzf__parser *parser, struct fzzf__arg *arg)
{
    fzzf__num number;
    int64_t whole;

    arg->op = fzzf__parse_expression(parser);
    if (arg->op == FZZF__NO_OP)
        return false;
    if (!fzzf__constant(parser->program, arg->op, &number) ||
        !fzzf__num_to_int64(number, &whole) || whole < 0 || whole > 1000) {
        fzzf__parser_fail(parser, FZZF__F_NOT_CONSTANT, parser->text, NULL);
        return false;
    }
    arg->whole = (size_t)whole;
    return true;
}

static void parse_formula(struct fzzf__parser *parser, fzzf_param_type type,
                          struct fzzf__arg *arg)
{
    static const enum fzzf__type wanted[] = {
        [FZZF_PARAM_NUMBER] = FZZF__TYPE_NUMBER,
        [FZZF_PARAM_TRUTH] = FZZF__TYPE_TRUTH,
        [FZZF_PARAM_TEXT] = FZZF__TYPE_TEXT,
        [FZZF_PARAM_DATE] = FZZF__TYPE_DATE};

    arg->op = fzzf__parse_expression(parser);
    if (arg->op == FZZF__NO_OP || type == FZZF_PARAM_ANY)
        return;
    if (type == FZZF_PARAM_DATE)
        fzzf__date_literal(parser, arg->op, FZZF__TYPE_DATE);
    if (!fzzf__parser_want(parser, arg->op, wanted[type]))
        arg->op = FZZF__NO_OP;
}

/* One argument of a function that takes @type there. False when it is none
 * that check() could look at; it does not look at formulas. */
static bool parse_argument(struct fzzf__parser *parser, fzzf_param_type type,
                           struct fzzf__arg *arg)
{
    arg->op = FZZF__NO_OP;
    arg->given = true;
    if (type == FZZF_PARAM_QUOTED)
        return (arg->text = fzzf__take_quoted(parser)) != NULL;
    if (type == FZZF_PARAM_NODE)
        return parse_node(parser, arg);
    if (type == FZZF_PARAM_OBSERVED)
        return parse_observed(parser, arg);
    if (type == FZZF_PARAM_WHOLE)
        return parse_whole(parser, arg);
    parse_formula(parser, type, arg);
    return true;
}

static size_t param_count(const struct fzzf_operator *kind)
{
    size_t count = 0;

    while (kind->params[count].name != NULL)
        count++;
    return count;
}

#define ARGUMENTS_MAX 64

static bool check_count(struct fzzf__parser *parser,
                        const struct fzzf_operator *kind, size_t count,
                        size_t most)
{
    if (count >= param_count(kind) - kind->optional && count <= most)
        return true;
    fzzf__parser_fail(parser, FZZF__F_ARGUMENT_COUNT, kind->name, parser->text);
    return false;
}

/* The arguments of @kind up to the closing parenthesis; false as above. */
static bool parse_arguments(struct fzzf__parser *parser,
                            const struct fzzf_operator *kind,
                            struct fzzf__arg *args, size_t *count)
{
    const size_t params = param_count(kind);
    const size_t most = kind->repeats ? ARGUMENTS_MAX : params;
    bool sound = true;

    *count = 0;
    if (fzzf__parser_accept(parser, ")"))
        return check_count(parser, kind, *count, most);
    do {
        struct fzzf__arg extra;
        const bool fits = *count < most;
        const fzzf_param_type type = !fits ? FZZF_PARAM_ANY
                                     : *count < params
                                         ? kind->params[*count].type
                                         : kind->params[params - 1].type;

        sound &= parse_argument(parser, type, fits ? &args[*count] : &extra);
        ++*count;
    } while (fzzf__parser_accept(parser, ","));
    return fzzf__parser_expect(parser, ")") &&
           check_count(parser, kind, *count, most) && sound;
}

/* The branches of a choice between values must agree. */
static bool same_types(struct fzzf__parser *parser,
                       const struct fzzf_operator *kind,
                       const struct fzzf__arg *args, size_t count)
{
    const struct fzzf__op *ops = parser->program->ops;

    if (!kind->gives_argument || count < 2 ||
        args[count - 2].op == FZZF__NO_OP || args[count - 1].op == FZZF__NO_OP)
        return true;
    if (kind->params[count - 2].type != FZZF_PARAM_ANY ||
        ops[args[count - 2].op].type == ops[args[count - 1].op].type)
        return true;
    fzzf__parser_fail(parser, FZZF__F_WRONG_TYPE,
                      fzzf__type_name(ops[args[count - 1].op].type),
                      fzzf__type_name(ops[args[count - 2].op].type));
    return false;
}

/* Reads the arguments for their own faults, whatever kinds they are of. */
static size_t unknown_function(struct fzzf__parser *parser, const char *name)
{
    const struct fzzf_operator any = {
        .name = name,
        .params = {{.name = "x", .type = FZZF_PARAM_ANY}},
        .optional = 1,
        .repeats = 1};
    const bool outer = parser->lenient;
    const char *candidates[FZZF__CANDIDATES_MAX];
    struct fzzf__arg args[ARGUMENTS_MAX];
    size_t count = 0;

    for (size_t i = 0; i < fzzf_operator_count(); i++) {
        const struct fzzf_operator *other = fzzf_operator_at(i);

        if (other->form == FZZF_FORM_FUNCTION)
            candidates[count++] = other->name;
    }
    fzzf__fail_unknown(parser, FZZF__F_UNKNOWN_FUNCTION, name, candidates,
                       count);
    parser->lenient = true;
    parse_arguments(parser, &any, args, &count);
    parser->lenient = outer;
    return FZZF__NO_OP;
}

/* The call of @kind, checked; its text begins at @start. */
static void make_call(struct fzzf__parser *parser,
                      const struct fzzf_operator *kind,
                      const struct fzzf__arg *args, size_t count,
                      const char *start, struct fzzf__op *op)
{
    struct fzzf__program *program = parser->program;

    memset(op, 0, sizeof *op);
    op->kind = kind;
    op->type = kind->gives;
    if (kind->gives_argument && args[count - 1].op != FZZF__NO_OP)
        op->type = program->ops[args[count - 1].op].type;
    op->place = *parser->place;
    op->target = op->option = FZZF__NO_NAME;
    op->text =
        fzzf__arena_textn(program->arena, start, (size_t)(parser->p - start));
    op->arg_count = count;
    op->args =
        fzzf__arena_alloc(program->arena, (count + 1) * sizeof *op->args);
    if (program->arena->spoiled != FZZF_OK)
        return;
    memcpy(op->args, args, count * sizeof *args);
    if (kind->check != NULL)
        kind->check(program, op);
}

size_t fzzf__parse_call(struct fzzf__parser *parser, const char *name,
                        const char *start)
{
    const struct fzzf_operator *kind =
        fzzf_operator_find(name, FZZF_FORM_FUNCTION);
    const size_t faults = parser->program->faults;
    struct fzzf__arg args[ARGUMENTS_MAX];
    struct fzzf__op op;
    size_t count;

    if (kind == NULL)
        return unknown_function(parser, name);
    memset(args, 0, sizeof args);
    if (!parse_arguments(parser, kind, args, &count) ||
        !same_types(parser, kind, args, count))
        return FZZF__NO_OP;
    make_call(parser, kind, args, count, start, &op);
    return parser->program->faults > faults || parser->program->arena->spoiled
               ? FZZF__NO_OP
               : fzzf__program_add(parser->program, &op);
}
