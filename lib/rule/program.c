/* SPDX-License-Identifier: Apache-2.0 */
/* The growing program: operators, inputs, cohort columns, faults. */

#include "rule/program.h"

#include <string.h>

#include "base/memory.h"
#include "rule/operator.h"

void fzzf__fault(struct fzzf__program *program, const fzzf__place *place,
                 int number, const char *a, const char *b)
{
    program->faults++;
    if (program->arena->spoiled == FZZF_OK) /* else it may be no fault at all */
        fzzf__report(program->diags, FZZF_E_RULE, number,
                     place != NULL ? place : &program->place, a, b, NULL);
}

static bool spoil(struct fzzf__program *program)
{
    program->arena->spoiled = FZZF_E_MEMORY;
    program->faults++;
    return false;
}

static bool add_column(struct fzzf__program *program, struct fzzf__op *op)
{
    void *columns = program->columns;

    if (!fzzf__grow(&columns, &program->column_capacity, program->column_count,
                    sizeof *program->columns))
        return spoil(program);
    program->columns = columns;
    op->target = program->column_count;
    program->columns[program->column_count++] = op->index;
    return true;
}

size_t fzzf__program_add(struct fzzf__program *program,
                         const struct fzzf__op *op)
{
    void *ops = program->ops;
    struct fzzf__op *added;

    if (!fzzf__grow(&ops, &program->capacity, program->count,
                    sizeof *program->ops)) {
        spoil(program);
        return FZZF__NO_OP;
    }
    program->ops = ops;
    added = &program->ops[program->count];
    *added = *op;
    added->index = program->count;
    added->node = program->node;
    if (op->kind->cohort && !add_column(program, added))
        return FZZF__NO_OP;
    return program->count++;
}

void fzzf__program_read(struct fzzf__program *program, size_t node)
{
    void *edges = program->edges;

    if (program->edge_count >= FZZF__EDGES_MAX) {
        program->arena->spoiled = FZZF_E_LIMIT;
        return;
    }
    if (!fzzf__grow(&edges, &program->edge_capacity, program->edge_count,
                    sizeof *program->edges)) {
        spoil(program);
        return;
    }
    program->edges = edges;
    program->edges[program->edge_count++] =
        (struct fzzf__edge){program->node, node};
}

size_t fzzf__program_input(struct fzzf__program *program, size_t node,
                           const struct fzzf__observe *observe, size_t period,
                           int assessor)
{
    struct fzzf__input_use use = {node, observe, period, assessor,
                                  FZZF__NO_NAME};
    void *inputs = program->inputs;

    for (size_t i = 0; i < program->input_count; i++) {
        const struct fzzf__input_use *known = &program->inputs[i];

        if (known->observe == observe && known->node == node &&
            known->period == period && known->assessor == assessor)
            return i;
    }
    if (!fzzf__grow(&inputs, &program->input_capacity, program->input_count,
                    sizeof use)) {
        spoil(program);
        return FZZF__NO_OP;
    }
    program->inputs = inputs;
    program->inputs[program->input_count] = use;
    return program->input_count++;
}

static bool is_arithmetic(const struct fzzf_operator *kind)
{
    return kind == &fzzf__op_negate || kind == &fzzf__op_add ||
           kind == &fzzf__op_subtract || kind == &fzzf__op_multiply ||
           kind == &fzzf__op_divide;
}

bool fzzf__fixed(const struct fzzf__program *program, size_t index)
{
    const struct fzzf__op *op = &program->ops[index];

    if (op->kind == &fzzf__op_number || op->kind == &fzzf__op_parameter)
        return true;
    if (!is_arithmetic(op->kind))
        return false;
    for (size_t i = 0; i < op->arg_count; i++)
        if (!fzzf__fixed(program, op->args[i].op))
            return false;
    return true;
}

bool fzzf__calculate(fzzf__arena *arena, const struct fzzf_operator *kind,
                     fzzf__num a, fzzf__num b, fzzf__num *out)
{
    if (kind == &fzzf__op_negate)
        *out = fzzf__num_neg(arena, a);
    else if (kind == &fzzf__op_add)
        *out = fzzf__num_add(arena, a, b);
    else if (kind == &fzzf__op_subtract)
        *out = fzzf__num_sub(arena, a, b);
    else if (kind == &fzzf__op_multiply)
        *out = fzzf__num_mul(arena, a, b);
    else if (kind == &fzzf__op_divide && fzzf__num_sign(b) != 0)
        *out = fzzf__num_div(arena, a, b);
    else
        return false;
    return true;
}

bool fzzf__known_parameter(const struct fzzf__program *program, size_t index,
                           fzzf__num *out)
{
    const struct fzzf__parameter *p = &program->system->parameters[index];

    *out = p->value.num;
    return p->variant_count == 0 && p->value.given == FZZF__GIVEN;
}

bool fzzf__constant(const struct fzzf__program *program, size_t index,
                    fzzf__num *out)
{
    const struct fzzf__op *op;
    fzzf__num ends[2] = {FZZF__ZERO, FZZF__ZERO};

    if (index == FZZF__NO_OP)
        return false;
    op = &program->ops[index];
    if (op->kind == &fzzf__op_number) {
        *out = op->number;
        return true;
    }
    if (op->kind == &fzzf__op_parameter)
        return fzzf__known_parameter(program, op->target, out);
    if (!is_arithmetic(op->kind))
        return false;
    for (size_t i = 0; i < op->arg_count; i++)
        if (!fzzf__constant(program, op->args[i].op, &ends[i]))
            return false;
    return fzzf__calculate(program->arena, op->kind, ends[0], ends[1], out);
}

void fzzf__program_free(struct fzzf__program *program)
{
    fzzf__free(program->ops);
    fzzf__free(program->inputs);
    fzzf__free(program->columns);
    fzzf__free(program->edges);
    memset(program, 0, sizeof *program);
}
