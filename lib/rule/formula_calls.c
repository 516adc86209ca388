/* SPDX-License-Identifier: Apache-2.0 */
/* Formulas: functions and their arguments. */

#include <string.h>

#include "base/text.h"
#include "rule/formula.h"

/* One argument of a function that takes @type there. */
static bool parse_argument(struct fzzf__parser *parser, fzzf_param_type type,
                           struct fzzf__arg *arg)
{
    static const int wanted[] = {[FZZF_PARAM_NUMBER] = FZZF__TYPE_NUMBER,
                                 [FZZF_PARAM_TRUTH] = FZZF__TYPE_TRUTH,
                                 [FZZF_PARAM_TEXT] = FZZF__TYPE_TEXT,
                                 [FZZF_PARAM_DATE] = FZZF__TYPE_DATE};
    size_t input;

    arg->op = FZZF__NO_OP;
    arg->given = true;
    if (type == FZZF_PARAM_QUOTED)
        return (arg->text = fzzf__take_quoted(parser)) != NULL;
    if (type == FZZF_PARAM_NODE) {
        if (!fzzf__parser_expect(parser, "["))
            return false;
        arg->whole = fzzf__take_node(parser);
        if (arg->whole != FZZF__NO_NODE &&
            !(parser->program->after && arg->whole == parser->program->node))
            fzzf__program_read(parser->program, arg->whole);
        return arg->whole != FZZF__NO_NODE;
    }
    if (type == FZZF_PARAM_OBSERVED) {
        size_t *observed =
            fzzf__arena_alloc(parser->program->arena, sizeof *observed);

        input = fzzf__parse_reference(parser);
        if (observed == NULL || input == FZZF__NO_OP)
            return false;
        *observed = input;
        arg->observed = observed;
        arg->count = 1;
        return true;
    }
    arg->op = fzzf__parse_expression(parser);
    if (arg->op == FZZF__NO_OP)
        return false;
    if (type == FZZF_PARAM_WHOLE) {
        fzzf__num number;
        int64_t whole;

        if (!fzzf__constant(parser->program, arg->op, &number) ||
            !fzzf__num_to_int64(number, &whole) || whole < 0 || whole > 1000) {
            fzzf__parser_fail(parser, FZZF__F_NOT_CONSTANT, parser->text, NULL);
            return false;
        }
        arg->whole = (size_t)whole;
        return true;
    }
    if (type == FZZF_PARAM_DATE)
        fzzf__date_literal(parser, arg->op, FZZF__TYPE_DATE);
    if (type != FZZF_PARAM_ANY &&
        parser->program->ops[arg->op].type != (enum fzzf__type)wanted[type]) {
        fzzf__parser_fail(parser, FZZF__F_WRONG_TYPE,
                          fzzf__type_name(parser->program->ops[arg->op].type),
                          fzzf__type_name((enum fzzf__type)wanted[type]));
        return false;
    }
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

/* The arguments of @kind up to the closing parenthesis. */
static bool parse_arguments(struct fzzf__parser *parser,
                            const struct fzzf_operator *kind,
                            struct fzzf__arg *args, size_t *count)
{
    const size_t params = param_count(kind);
    const size_t needed = params - kind->optional;

    *count = 0;
    if (!fzzf__parser_accept(parser, ")")) {
        do {
            const size_t i = *count < params ? *count : params - 1;

            if (*count >= ARGUMENTS_MAX ||
                (*count >= params && !kind->repeats)) {
                fzzf__parser_fail(parser, FZZF__F_ARGUMENT_COUNT, kind->name,
                                  parser->text);
                return false;
            }
            if (!parse_argument(parser, kind->params[i].type, &args[*count]))
                return false;
            ++*count;
        } while (fzzf__parser_accept(parser, ","));
        if (!fzzf__parser_expect(parser, ")"))
            return false;
    }
    if (*count < needed) {
        fzzf__parser_fail(parser, FZZF__F_ARGUMENT_COUNT, kind->name,
                          parser->text);
        return false;
    }
    return true;
}

/* The branches of a choice between values must agree. */
static bool same_types(struct fzzf__parser *parser,
                       const struct fzzf_operator *kind,
                       const struct fzzf__arg *args, size_t count)
{
    const struct fzzf__op *ops = parser->program->ops;

    if (!kind->gives_argument || count < 2 || args[count - 2].op == FZZF__NO_OP)
        return true;
    if (kind->params[count - 2].type != FZZF_PARAM_ANY ||
        ops[args[count - 2].op].type == ops[args[count - 1].op].type)
        return true;
    fzzf__parser_fail(parser, FZZF__F_WRONG_TYPE,
                      fzzf__type_name(ops[args[count - 1].op].type),
                      fzzf__type_name(ops[args[count - 2].op].type));
    return false;
}

size_t fzzf__parse_call(struct fzzf__parser *parser, const char *name,
                        const char *start)
{
    struct fzzf__program *program = parser->program;
    const struct fzzf_operator *kind =
        fzzf_operator_find(name, FZZF_FORM_FUNCTION);
    struct fzzf__arg args[ARGUMENTS_MAX];
    struct fzzf__op op = {.kind = kind};

    memset(args, 0, sizeof args);
    if (kind == NULL) {
        const char *candidates[FZZF__CANDIDATES_MAX];
        size_t count = 0;

        for (size_t i = 0; i < fzzf_operator_count(); i++) {
            const struct fzzf_operator *other = fzzf_operator_at(i);

            if (other->form == FZZF_FORM_FUNCTION &&
                count < FZZF__CANDIDATES_MAX)
                candidates[count++] = other->name;
        }
        return fzzf__fail_unknown(parser, FZZF__F_UNKNOWN_FUNCTION, name,
                                  candidates, count);
    }
    if (!parse_arguments(parser, kind, args, &op.arg_count) ||
        !same_types(parser, kind, args, op.arg_count))
        return FZZF__NO_OP;
    op.type = kind->gives_argument
                  ? program->ops[args[op.arg_count - 1].op].type
                  : kind->gives;
    op.place = *parser->place;
    op.target = op.option = FZZF__NO_NAME;
    op.text =
        fzzf__arena_textn(program->arena, start, (size_t)(parser->p - start));
    op.args =
        fzzf__arena_alloc(program->arena, (op.arg_count + 1) * sizeof *op.args);
    if (program->arena->spoiled != FZZF_OK)
        return FZZF__NO_OP;
    memcpy(op.args, args, op.arg_count * sizeof *args);
    if (kind->check != NULL) {
        const size_t before = program->faults;

        kind->check(program, &op);
        if (program->faults > before) {
            parser->failed = true;
            return FZZF__NO_OP;
        }
    }
    return fzzf__program_add(program, &op);
}
