/* SPDX-License-Identifier: Apache-2.0 */
/* Faults of a system that show only when it is looked at as a whole. */

#include "eval/plan.h"

#include <string.h>

#include "base/text.h"

static const char *nearest_id(struct fzzf_plan *plan, const char *wanted)
{
    const struct fzzf_system *system = plan->system;
    const char **ids;

    if (plan->program.faults > FZZF__NEAREST_MAX)
        return NULL;
    ids = fzzf__arena_alloc(&plan->arena, system->node_count * sizeof *ids);
    for (size_t i = 0; ids != NULL && i < system->node_count; i++)
        ids[i] = system->nodes[i].id;
    return ids == NULL ? NULL : fzzf__nearest(wanted, ids, system->node_count);
}

static void refine(enum fzzf__policy *policy, enum fzzf__policy exception)
{
    if (exception != FZZF__POLICY_UNSAID)
        *policy = exception;
}

/* Whether tailoring took the node away: then what is said of it is moot. */
static bool was_dropped(const struct fzzf_system *system, const char *node)
{
    for (system = system->base; system != NULL; system = system->base)
        if (fzzf__names_find(&system->by_id, node) != FZZF__NO_NAME)
            return true;
    return false;
}

/* What exceptions say of their own nodes; elsewhere nothing. */
static void note_exceptions(struct fzzf_plan *plan)
{
    const struct fzzf_contract *contract = plan->contract;

    for (size_t i = 0; i < contract->exception_count; i++) {
        const struct fzzf__policy_exception *e = &contract->exceptions[i];
        const size_t n = fzzf__names_find(&plan->system->by_id, e->node);

        if (n != FZZF__NO_NAME)
            plan->nodes[n].policies = e->policies;
        else if (!was_dropped(plan->system, e->node))
            fzzf__fault(&plan->program, &e->place, FZZF__F_UNKNOWN_EXCEPTION,
                        e->node, nearest_id(plan, e->node));
    }
}

/* In document order, so that an inner exception overrides an outer one. */
static void set_policies(struct fzzf_plan *plan)
{
    const struct fzzf_system *system = plan->system;

    note_exceptions(plan);
    for (size_t n = 0; n < system->node_count; n++) {
        struct fzzf__policies *own = &plan->nodes[n].policies;
        const struct fzzf__policies said = *own;

        *own = n == 0 ? plan->contract->absent
                      : plan->nodes[system->nodes[n].parent].policies;
        refine(&own->missing, said.missing);
        refine(&own->not_assessed, said.not_assessed);
        refine(&own->disputed, said.disputed);
        refine(&own->no_value, said.no_value);
    }
}

static void set_treatments(struct fzzf_plan *plan)
{
    for (size_t n = 0; n < plan->system->node_count; n++) {
        const struct fzzf_indicator *node = &plan->system->nodes[n];

        plan->nodes[n].treatment = node->na != FZZF__NA_UNSAID ? node->na
                                   : plan->contract != NULL
                                       ? plan->contract->not_applicable
                                       : FZZF__NA_RESCALE;
        if (node->na == FZZF__NA_SUBSTITUTE &&
            (strcmp(node->substitute, node->id) == 0 ||
             fzzf__names_find(&plan->system->by_id, node->substitute) ==
                 FZZF__NO_NAME))
            fzzf__fault(&plan->program, &node->place, FZZF__F_BAD_SUBSTITUTE,
                        node->substitute, NULL);
    }
}

/* Leaves that are not bonus, nor below one, are counted. */
static void set_counted(struct fzzf_plan *plan)
{
    const struct fzzf_indicator *nodes = plan->system->nodes;

    for (size_t n = 1; n < plan->system->node_count; n++)
        plan->nodes[n].counted =
            !nodes[n].bonus &&
            (nodes[n].parent == 0 || plan->nodes[nodes[n].parent].counted);
    for (size_t n = 0; n < plan->system->node_count; n++)
        plan->nodes[n].counted &= nodes[n].child_count == 0;
}

/* How the node combines its children: a fzzf__by, or -1. */
static void set_combination(struct fzzf_plan *plan, size_t n)
{
    struct fzzf__node_plan *node = &plan->nodes[n];
    const struct fzzf__op *op;

    node->by = -1;
    node->combine = FZZF__NO_OP;
    if (node->score == FZZF__NO_OP || node->formula)
        return;
    node->combine = node->score;
    op = &plan->program.ops[node->combine];
    while (op->kind == &fzzf__op_adjust) {
        node->combine = op->parts[0];
        op = &plan->program.ops[node->combine];
    }
    if (op->kind != &fzzf__op_combine || op->part_count > 0)
        return;
    node->by = op->args[0].choice;
    node->sums = node->combine == node->score && node->by == 0 &&
                 !op->args[4].given && !op->args[1].choice;
}

/* The points of what is below, for a unit of @level. False: not known. */
static bool points_below(struct fzzf_plan *plan, size_t n,
                         fzzf_applies other_level, fzzf__num *sum)
{
    const struct fzzf_indicator *nodes = plan->system->nodes;

    *sum = FZZF__ZERO;
    for (size_t c = n + 1; c < nodes[n].end; c = nodes[c].end) {
        fzzf__num points;

        if (nodes[c].bonus || nodes[c].applies == other_level ||
            nodes[c].applies == FZZF_APPLIES_NONE)
            continue;
        if (nodes[c].points.given == FZZF__GIVEN)
            points = nodes[c].points.num;
        else if (nodes[c].points.given == FZZF__UNPUBLISHED ||
                 nodes[c].child_count == 0 || !plan->nodes[c].sums ||
                 !points_below(plan, c, other_level, &points))
            return false;
        *sum = fzzf__num_add(&plan->arena, *sum, points);
    }
    return true;
}

static void check_points(struct fzzf_plan *plan, size_t n)
{
    const struct fzzf_indicator *node = &plan->system->nodes[n];
    fzzf__num city, county;

    if (node->child_count == 0) {
        if (node->rule_place.line > 0 && !node->bonus && n > 0 &&
            plan->nodes[node->parent].sums &&
            node->points.given == FZZF__ABSENT)
            fzzf__fault(&plan->program, &node->place, FZZF__F_NO_POINTS,
                        node->id, NULL);
        return;
    }
    if (node->points.given != FZZF__GIVEN || !plan->nodes[n].sums ||
        !points_below(plan, n, FZZF_APPLIES_COUNTY, &city) ||
        !points_below(plan, n, FZZF_APPLIES_CITY, &county))
        return;
    if (fzzf__num_compare(&plan->arena, city, node->points.num) != 0 &&
        fzzf__num_compare(&plan->arena, county, node->points.num) != 0)
        fzzf__fault(&plan->program, &node->place, FZZF__F_POINTS_ADD,
                    fzzf__num_exact_text(&plan->arena, county),
                    fzzf__num_exact_text(&plan->arena, node->points.num));
}

void fzzf__plan_check(struct fzzf_plan *plan)
{
    if (plan->contract != NULL)
        set_policies(plan);
    set_treatments(plan);
    set_counted(plan);
    for (size_t n = 0; n < plan->system->node_count; n++)
        set_combination(plan, n);
    for (size_t n = 0; n < plan->system->node_count; n++)
        check_points(plan, n);
}
