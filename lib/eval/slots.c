/* SPDX-License-Identifier: Apache-2.0 */
/* Where the values of operators are: few places that are used again and again
 * stay in the processor's cache. */

#include "eval/plan.h"

/* Full marks that no group changes. */
static bool known_points(const struct fzzf_indicator *node, fzzf__num *out)
{
    *out = node->points.num;
    return node->points.given == FZZF__GIVEN && node->variant_count == 0;
}

/* Whether a number of @op is the same for every unit, and which. */
static bool is_steady(const struct fzzf__program *program,
                      const struct fzzf__op *op, fzzf__num *out)
{
    fzzf__num ends[2] = {FZZF__ZERO, FZZF__ZERO};

    if (op->kind == &fzzf__op_number)
        return true;
    if (op->kind == &fzzf__op_points)
        return known_points(&program->system->nodes[op->node], out);
    if (op->kind == &fzzf__op_parameter)
        return fzzf__known_parameter(program, op->target, out);
    if (op->arg_count > 2)
        return false;
    for (size_t i = 0; i < op->arg_count; i++) {
        if (op->args[i].op == FZZF__NO_OP ||
            !program->ops[op->args[i].op].steady)
            return false;
        ends[i] = program->ops[op->args[i].op].number;
        if (ends[i].big != NULL)
            return false; /* it grows; that is the unit's business */
    }
    return fzzf__calculate(program->arena, op->kind, ends[0], ends[1], out);
}

static void mark_steady(struct fzzf__program *program)
{
    for (size_t i = 0; i < program->count; i++) {
        struct fzzf__op *op = &program->ops[i];

        op->steady =
            op->kind == &fzzf__op_text || is_steady(program, op, &op->number);
    }
}

/*
 * Nodes are evaluated one after the other, so their values share slots. Some
 * are looked at later: the conditions of vetoes and requirements, and what the
 * cohort compares. What is steady is run only once.
 */
static void mark_lasting(const struct fzzf_plan *plan, bool *lasting)
{
    const struct fzzf__program *program = &plan->program;
    const struct fzzf_system *system = plan->system;

    for (size_t i = 0; i < program->count; i++)
        lasting[i] = program->ops[i].steady;
    for (size_t n = 0; n < system->node_count; n++)
        for (size_t i = 0; i < system->nodes[n].veto_count; i++)
            lasting[plan->nodes[n].vetoes[i].when] = true;
    for (size_t i = 0; i < system->require_count; i++)
        lasting[plan->requires[i]] = true;
    for (size_t c = 0; c < program->column_count; c++)
        lasting[program->ops[program->columns[c]].args[0].op] = true;
}

/* The last steady numbers, which are likely to come again. */
#define RECENT_MAX 64
struct recent {
    const struct fzzf__op *ops[RECENT_MAX];
    size_t count;
};

static bool is_steady_number(const struct fzzf__op *op)
{
    return op->steady && op->kind != &fzzf__op_text;
}

static const struct fzzf__op *find_same(const struct recent *recent,
                                        const struct fzzf__op *op)
{
    const size_t count =
        recent->count < RECENT_MAX ? recent->count : RECENT_MAX;

    for (size_t i = 0; is_steady_number(op) && i < count; i++)
        if (recent->ops[i]->type == op->type &&
            fzzf__num_equal(recent->ops[i]->number, op->number))
            return recent->ops[i];
    return NULL;
}

static uint32_t number_lasting(struct fzzf__program *program,
                               const bool *lasting)
{
    struct recent recent = {.count = 0};
    uint32_t slot = 0;

    for (size_t i = 0; i < program->count; i++) {
        struct fzzf__op *op = &program->ops[i];
        const struct fzzf__op *same = find_same(&recent, op);

        if (same != NULL)
            op->slot = same->slot;
        else if (lasting[i])
            op->slot = slot++;
        if (same == NULL && is_steady_number(op))
            recent.ops[recent.count++ % RECENT_MAX] = op;
    }
    return slot;
}

/* Those of each node begin where the lasting ones end. */
static void number_passing(struct fzzf__program *program, const bool *lasting,
                           uint32_t first)
{
    uint32_t slot = first;

    program->slot_count = first;
    for (size_t i = 0; i < program->count; i++) {
        struct fzzf__op *op = &program->ops[i];

        if (i > 0 && op->node != program->ops[i - 1].node)
            slot = first;
        if (!lasting[i])
            op->slot = slot++;
        if (slot > program->slot_count)
            program->slot_count = slot;
    }
}

static uint32_t slot_of(const struct fzzf__program *program, size_t op)
{
    return op == FZZF__NO_OP ? FZZF__NO_SLOT : program->ops[op].slot;
}

/* Where the values of arguments and parts are. */
static void set_slots(struct fzzf__program *program)
{
    size_t count = 0;
    uint32_t *slots;

    for (size_t i = 0; i < program->count; i++)
        count += program->ops[i].arg_count + program->ops[i].part_count;
    slots = fzzf__arena_alloc(program->arena, (count + 1) * sizeof *slots);
    for (size_t i = 0; slots != NULL && i < program->count; i++) {
        struct fzzf__op *op = &program->ops[i];

        op->slots = slots;
        for (size_t k = 0; k < op->arg_count; k++) {
            *slots++ = slot_of(program, op->args[k].op);
            if (k < FZZF__PARAMS_MAX && op->args[k].given)
                op->given |= (uint16_t)(1u << k);
        }
        for (size_t k = 0; k < op->part_count; k++)
            *slots++ = slot_of(program, op->parts[k]);
    }
}

static void link_ops(struct fzzf__program *program)
{
    uint32_t next = (uint32_t)program->count, later = next;

    for (size_t i = program->count; i-- > 0;) {
        struct fzzf__op *op = &program->ops[i];

        op->next = next;
        op->later = later;
        if (op->steady)
            continue;
        later = next;
        next = (uint32_t)i;
    }
}

static void find_first(struct fzzf_plan *plan)
{
    const struct fzzf__program *program = &plan->program;

    for (size_t n = 0; n < plan->system->node_count; n++) {
        struct fzzf__node_plan *node = &plan->nodes[n];
        size_t at = node->rule.from;

        if (at < program->count && program->ops[at].steady)
            at = program->ops[at].next;
        node->first = at;
        node->second = at < program->count ? program->ops[at].next : at;
    }
}

void fzzf__plan_slots(struct fzzf_plan *plan)
{
    struct fzzf__program *program = &plan->program;
    bool *lasting =
        fzzf__arena_alloc(&plan->arena, (program->count + 1) * sizeof *lasting);

    if (lasting == NULL)
        return;
    mark_steady(program);
    mark_lasting(plan, lasting);
    number_passing(program, lasting, number_lasting(program, lasting));
    set_slots(program);
    link_ops(program);
    find_first(plan);
}
