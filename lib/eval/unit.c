/* SPDX-License-Identifier: Apache-2.0 */
/* One unit: its memory, and its nodes evaluated in order. */

#include "eval/unit.h"

#include <string.h>

#include "base/memory.h"

/* Enclosures begin with so many digits and grow fourfold. */
#define DIGITS_FIRST 40
#define DIGITS_LAST  640

static void *array(size_t count, size_t size)
{
    return fzzf__calloc(count + 1, size);
}

static void fill_missing(struct fzzf__unit *unit)
{
    const struct fzzf__program *program = &unit->plan->program;

    for (size_t i = 0; i < program->input_count; i++) {
        unit->missing[i].state = FZZF_STATE_MISSING;
        fzzf__absent_value(program->inputs[i].observe, FZZF_STATE_MISSING,
                           &unit->missing[i].value);
    }
}

fzzf_status fzzf__unit_init(struct fzzf__unit *unit, fzzf_plan *plan)
{
    const size_t nodes = plan->system->node_count;
    const size_t inputs = plan->program.input_count;
    struct fzzf__run *run = &unit->run;

    memset(unit, 0, sizeof *unit);
    fzzf__arena_init(&unit->arena);
    unit->plan = plan;
    unit->not_applicable = array(nodes, sizeof *unit->not_applicable);
    unit->na_reason = array(nodes, sizeof *unit->na_reason);
    unit->said_by = array(nodes, 1);
    unit->input_by = array(inputs, 1);
    unit->seen = array(plan->slot_count, 1);
    unit->belongs = array(nodes, sizeof *unit->belongs);
    unit->missing = array(inputs, sizeof *unit->missing);
    unit->overridden = array(nodes, sizeof *unit->overridden);
    unit->overridden_by = array(nodes, 1);
    run->arena = &unit->arena;
    run->program = &plan->program;
    run->system = plan->system;
    run->contract = plan->contract;
    run->digits = DIGITS_FIRST;
    run->values = array(plan->program.slot_count, sizeof *run->values);
    run->inputs = array(inputs, sizeof *run->inputs);
    run->nodes = array(nodes, sizeof *run->nodes);
    run->parameters =
        array(plan->system->parameter_count, sizeof *run->parameters);
    run->figures = array(plan->program.column_count, sizeof *run->figures);
    run->evidence = array(nodes * FZZF__EVIDENCE_COUNTS, sizeof *run->evidence);
    if (unit->not_applicable == NULL || unit->na_reason == NULL ||
        unit->said_by == NULL || unit->input_by == NULL || unit->seen == NULL ||
        unit->belongs == NULL || unit->missing == NULL ||
        unit->overridden == NULL || unit->overridden_by == NULL ||
        run->values == NULL || run->inputs == NULL || run->nodes == NULL ||
        run->parameters == NULL || run->figures == NULL ||
        run->evidence == NULL)
        return FZZF_E_MEMORY;
    fill_missing(unit);
    fzzf__run_steady(run);
    return FZZF_OK;
}

void fzzf__unit_free(struct fzzf__unit *unit)
{
    fzzf__free(unit->not_applicable);
    fzzf__free(unit->na_reason);
    fzzf__free(unit->said_by);
    fzzf__free(unit->input_by);
    fzzf__free(unit->seen);
    fzzf__free(unit->belongs);
    fzzf__free(unit->missing);
    fzzf__free(unit->overridden);
    fzzf__free(unit->overridden_by);
    fzzf__free(unit->run.values);
    fzzf__free(unit->run.inputs);
    fzzf__free(unit->run.nodes);
    fzzf__free(unit->run.parameters);
    fzzf__free(unit->run.figures);
    fzzf__free(unit->run.evidence);
    fzzf__arena_free(&unit->arena);
    memset(unit, 0, sizeof *unit);
}

static bool level_fits(fzzf_applies applies, fzzf_unit_level level)
{
    return applies == FZZF_APPLIES_BOTH ||
           (applies == FZZF_APPLIES_CITY && level == FZZF_UNIT_CITY) ||
           (applies == FZZF_APPLIES_COUNTY && level == FZZF_UNIT_COUNTY);
}

/* What belongs to a unit of this level and group, and what does not apply with
 * what is above it. */
static void descend(struct fzzf__unit *unit)
{
    const struct fzzf_indicator *nodes = unit->plan->system->nodes;
    const struct fzzf_declaration *declaration = unit->run.declaration;

    for (size_t n = 0; n < unit->plan->system->node_count; n++) {
        fzzf_applies applies = nodes[n].applies;

        for (size_t i = 0; i < nodes[n].variant_count; i++)
            if (fzzf__in_group(declaration, nodes[n].variants[i].group)) {
                if (nodes[n].variants[i].applies >= 0)
                    applies = (fzzf_applies)nodes[n].variants[i].applies;
                break;
            }
        unit->belongs[n] = level_fits(applies, declaration->unit_level);
        if (n == 0)
            continue;
        unit->belongs[n] &= unit->belongs[nodes[n].parent];
        if (unit->not_applicable[nodes[n].parent] && !unit->not_applicable[n]) {
            unit->not_applicable[n] = true;
            unit->na_reason[n] = unit->na_reason[nodes[n].parent];
        }
    }
}

/* Observations of what does not belong to the unit, or does not apply. */
static void silence(struct fzzf__unit *unit)
{
    const struct fzzf__program *program = &unit->plan->program;

    for (size_t i = 0; i < program->input_count; i++) {
        const size_t n = program->inputs[i].node;
        struct fzzf__observed *input = &unit->run.inputs[i];

        if (unit->belongs[n] &&
            !(unit->not_applicable[n] && program->inputs[i].assessor < 0))
            continue;
        memset(input, 0, sizeof *input);
        input->state = FZZF_STATE_NOT_APPLICABLE;
        input->value.full = FZZF__ZERO;
        fzzf__give_why(&input->value, FZZF__NOT_APPLICABLE,
                       FZZF__WHY_NOT_APPLICABLE,
                       unit->plan->system->nodes[n].id);
    }
}

/*
 * Runs the node at @order. The text of a unit drives the plan out of the near
 * caches: what the next node begins with is asked for early, and before that
 * what leads to it. @order goes on for two at least.
 */
static void run_node(struct fzzf__unit *unit, const size_t *order)
{
    const struct fzzf_plan *plan = unit->plan;
    const struct fzzf__op *ops = plan->program.ops;
    const struct fzzf__node_plan *next = &plan->nodes[order[1]];
    const struct fzzf_indicator *node = &plan->system->nodes[order[2]];

    __builtin_prefetch(&ops[next->first]);
    __builtin_prefetch(&ops[next->first].target);
    __builtin_prefetch(&ops[next->second]);
    __builtin_prefetch(&ops[next->second].target);
    __builtin_prefetch(&plan->nodes[order[2]]);
    __builtin_prefetch(&plan->nodes[order[2]].met_span);
    __builtin_prefetch(&node->points);
    __builtin_prefetch(&node->variant_count);
    __builtin_prefetch(&unit->run.nodes[order[2]], 1);
    if (plan->nodes[order[0]].stage >= unit->from_stage)
        fzzf__node_run(unit, order[0]);
}

fzzf_status fzzf__unit_run(struct fzzf__unit *unit)
{
    const struct fzzf_plan *plan = unit->plan;
    int digits = DIGITS_FIRST;

    descend(unit);
    silence(unit);
    do {
        unit->run.digits = digits;
        unit->run.more_digits = false;
        unit->run.last_digits = digits == DIGITS_LAST;
        for (size_t i = 0; i < plan->system->node_count; i++)
            run_node(unit, plan->order + i);
        if (unit->arena.spoiled != FZZF_OK)
            return unit->arena.spoiled;
        digits *= 4;
    } while (unit->run.more_digits && digits <= DIGITS_LAST);
    return FZZF_OK;
}
