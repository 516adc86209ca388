/* SPDX-License-Identifier: Apache-2.0 */
/* What is kept of a unit for rules that wait for the cohort's figures. */

#include <string.h>

#include "base/memory.h"
#include "eval/cohort.h"

struct fzzf__kept {
    struct fzzf_declaration unit;        /* its type, level, groups */
    struct fzzf__outcome *nodes;         /* by keep_nodes */
    struct fzzf__observed *inputs;       /* by keep_inputs */
    uint32_t *evidence;                  /* as in a run */
    bool *not_applicable;                /* by node */
    struct fzzf__overridden *overridden; /* by node; NULL: none is */
    fzzf_answer barred;                  /* by a veto that needs no figure */
};

static fzzf__num keep_num(fzzf__arena *to, fzzf__num number)
{
    return fzzf__num_copy(to, number);
}

static void keep_value(fzzf__arena *to, struct fzzf__value *kept,
                       const struct fzzf__value *value)
{
    *kept = *value;
    kept->lo = keep_num(to, value->lo);
    kept->hi = keep_num(to, value->hi);
    kept->full = keep_num(to, value->full);
    kept->causes = NULL;
    if (value->why.text != NULL)
        kept->why.text = fzzf__arena_text(to, value->why.text);
    if (value->surd != NULL) {
        struct fzzf__surd *surd = fzzf__arena_alloc(to, sizeof *surd);

        if (surd != NULL) {
            *surd = *value->surd;
            surd->r = keep_num(to, value->surd->r);
            surd->q = keep_num(to, value->surd->q);
        }
        kept->surd = surd;
    }
}

void fzzf__value_keep(fzzf__arena *to, struct fzzf__figure_value *kept,
                      const struct fzzf__value *value)
{
    keep_value(to, &kept->value, value);
}

static const fzzf_number *long_number(fzzf__arena *to, fzzf__num num)
{
    return num.big == NULL ? NULL : fzzf__number_make(to, num);
}

void fzzf__figure_keep(fzzf__arena *to, struct fzzf__figure_value *kept,
                       const struct fzzf__value *value)
{
    keep_value(to, &kept->value, value);
    kept->low = long_number(to, value->lo);
    kept->high = fzzf__num_equal(value->lo, value->hi)
                     ? kept->low
                     : long_number(to, value->hi);
    kept->square = value->surd == NULL ? NULL : long_number(to, value->surd->q);
}

void fzzf__tally_keep(fzzf__arena *to, struct fzzf__tally *tally)
{
    tally->points_all = keep_num(to, tally->points_all);
    tally->points_left_out = keep_num(to, tally->points_left_out);
    tally->scored_low = keep_num(to, tally->scored_low);
    tally->scored_high = keep_num(to, tally->scored_high);
}

static bool waits(const struct fzzf_plan *plan, size_t n)
{
    return plan->nodes[n].stage > 0;
}

/* Nodes that a waiting node reads: its children, references, substitutes. */
static void mark_nodes(const struct fzzf_plan *plan, bool *read)
{
    const struct fzzf_system *system = plan->system;

    for (size_t n = 1; n < system->node_count; n++) {
        if (!waits(plan, system->nodes[n].parent))
            continue;
        read[n] = true;
        if (system->nodes[n].substitute != NULL)
            read[fzzf__names_find(&system->by_id,
                                  system->nodes[n].substitute)] = true;
    }
    for (size_t i = 0; i < plan->program.edge_count; i++)
        if (waits(plan, plan->program.edges[i].reader))
            read[plan->program.edges[i].read] = true;
}

static void mark_inputs(const struct fzzf_plan *plan, bool *read)
{
    const struct fzzf__program *program = &plan->program;

    for (size_t i = 0; i < program->count; i++) {
        const struct fzzf__op *op = &program->ops[i];

        if (!waits(plan, op->node))
            continue;
        if (op->kind == &fzzf__op_observed || op->kind == &fzzf__op_item)
            read[op->target] = true;
        for (size_t k = 0; k < op->arg_count; k++)
            for (size_t o = 0; o < op->args[k].count; o++)
                if (op->args[k].observed != NULL)
                    read[op->args[k].observed[o]] = true;
    }
}

static size_t *list(const bool *marked, size_t count, size_t *kept)
{
    size_t *items = fzzf__calloc(count + 1, sizeof *items);

    *kept = 0;
    for (size_t i = 0; items != NULL && i < count; i++)
        if (marked[i])
            items[(*kept)++] = i;
    return items;
}

fzzf_status fzzf__keep_prepare(struct fzzf_cohort *cohort)
{
    const struct fzzf_plan *plan = cohort->plan;
    const size_t nodes = plan->system->node_count;
    const size_t inputs = plan->program.input_count;
    bool *marked;

    if (plan->stages == 0)
        return FZZF_OK;
    marked = fzzf__calloc(nodes + inputs + 1, sizeof *marked);
    if (marked == NULL)
        return FZZF_E_MEMORY;
    mark_nodes(plan, marked);
    mark_inputs(plan, marked + nodes);
    cohort->keep_nodes = list(marked, nodes, &cohort->keep_node_count);
    cohort->keep_inputs =
        list(marked + nodes, inputs, &cohort->keep_input_count);
    fzzf__free(marked);
    return cohort->keep_nodes != NULL && cohort->keep_inputs != NULL
               ? FZZF_OK
               : FZZF_E_MEMORY;
}

static void keep_outcome(fzzf__arena *to, struct fzzf__outcome *kept,
                         const struct fzzf__outcome *outcome)
{
    *kept = *outcome;
    keep_value(to, &kept->value, &outcome->value);
    kept->points = keep_num(to, outcome->points);
    kept->weight = keep_num(to, outcome->weight);
    if (outcome->why.text != NULL)
        kept->why.text = fzzf__arena_text(to, outcome->why.text);
}

static const char *keep_text(fzzf__arena *to, const char *text)
{
    return text == NULL ? NULL : fzzf__arena_text(to, text);
}

static void keep_lists(fzzf__arena *to, struct fzzf__observed *kept,
                       const struct fzzf__observed *observed)
{
    if (observed->numbers != NULL) {
        fzzf__num *numbers =
            fzzf__arena_alloc(to, (observed->count + 1) * sizeof *numbers);

        for (size_t i = 0; numbers != NULL && i < observed->count; i++)
            numbers[i] = keep_num(to, observed->numbers[i]);
        kept->numbers = numbers;
    }
    if (observed->awards != NULL) {
        struct fzzf__award *awards =
            fzzf__arena_alloc(to, (observed->count + 1) * sizeof *awards);

        for (size_t i = 0; awards != NULL && i < observed->count; i++) {
            awards[i] = observed->awards[i];
            awards[i].issuer = keep_text(to, observed->awards[i].issuer);
            awards[i].matter = keep_text(to, observed->awards[i].matter);
        }
        kept->awards = awards;
    }
}

static void keep_input(fzzf__arena *to, struct fzzf__observed *kept,
                       const struct fzzf__observed *observed)
{
    *kept = *observed;
    keep_value(to, &kept->value, &observed->value);
    kept->numerator = keep_num(to, observed->numerator);
    kept->denominator = keep_num(to, observed->denominator);
    keep_lists(to, kept, observed);
}

/* The type, level and groups, all that is asked of a declaration later. */
static void keep_groups(fzzf__arena *to, struct fzzf_declaration *kept,
                        const struct fzzf_declaration *declaration)
{
    const char **groups =
        fzzf__arena_alloc(to, (declaration->group_count + 1) * sizeof *groups);

    kept->type = declaration->type;
    kept->unit_level = declaration->unit_level;
    for (size_t i = 0; groups != NULL && i < declaration->group_count; i++)
        groups[i] = fzzf__arena_text(to, declaration->groups[i]);
    kept->groups = groups;
    kept->group_count = groups == NULL ? 0 : declaration->group_count;
}

/* What is kept, with room for everything; NULL: memory. */
static struct fzzf__kept *new_kept(struct fzzf_cohort *cohort,
                                   const struct fzzf_declaration *declaration)
{
    fzzf__arena *to = &cohort->arena;
    const size_t nodes = cohort->plan->system->node_count;
    struct fzzf__kept *kept = fzzf__arena_alloc(to, sizeof *kept);

    if (kept == NULL)
        return NULL;
    keep_groups(to, &kept->unit, declaration);
    kept->nodes = fzzf__arena_alloc(to, (cohort->keep_node_count + 1) *
                                            sizeof *kept->nodes);
    kept->inputs = fzzf__arena_alloc(to, (cohort->keep_input_count + 1) *
                                             sizeof *kept->inputs);
    kept->evidence = fzzf__arena_alloc(to, nodes * FZZF__EVIDENCE_COUNTS *
                                               sizeof *kept->evidence);
    kept->not_applicable =
        fzzf__arena_alloc(to, nodes * sizeof *kept->not_applicable);
    return to->spoiled == FZZF_OK ? kept : NULL;
}

static void keep_flat(const struct fzzf_cohort *cohort, struct fzzf__kept *kept,
                      const uint32_t *evidence, const bool *not_applicable)
{
    const size_t nodes = cohort->plan->system->node_count;

    memcpy(kept->evidence, evidence,
           nodes * FZZF__EVIDENCE_COUNTS * sizeof *kept->evidence);
    memcpy(kept->not_applicable, not_applicable,
           nodes * sizeof *kept->not_applicable);
}

/* The numbers that were put in place of others. */
static struct fzzf__overridden *
keep_overridden(struct fzzf_cohort *cohort, const struct fzzf__overridden *from)
{
    const size_t nodes = cohort->plan->system->node_count;
    struct fzzf__overridden *kept = NULL;

    for (size_t n = 0; from != NULL && n < nodes; n++) {
        if (!from[n].given)
            continue;
        if (kept == NULL)
            kept = fzzf__arena_alloc(&cohort->arena, nodes * sizeof *kept);
        if (kept == NULL)
            return NULL;
        kept[n].given = true;
        kept[n].value = keep_num(&cohort->arena, from[n].value);
    }
    return kept;
}

void fzzf__keep_unit(struct fzzf_cohort *cohort, struct fzzf__member_row *row)
{
    fzzf__arena *to = &cohort->arena;
    const struct fzzf__unit *unit = &cohort->unit;
    const size_t nodes = cohort->plan->system->node_count;
    struct fzzf__kept *kept = new_kept(cohort, unit->run.declaration);

    if (kept == NULL)
        return;
    for (size_t i = 0; i < cohort->keep_node_count; i++)
        keep_outcome(to, &kept->nodes[i],
                     &unit->run.nodes[cohort->keep_nodes[i]]);
    for (size_t i = 0; i < cohort->keep_input_count; i++)
        keep_input(to, &kept->inputs[i],
                   &unit->run.inputs[cohort->keep_inputs[i]]);
    keep_flat(cohort, kept, unit->run.evidence, unit->not_applicable);
    kept->overridden = keep_overridden(cohort, unit->overridden);
    for (size_t n = 0; n < nodes; n++)
        if (!waits(cohort->plan, n) && kept->barred != FZZF_YES &&
            unit->run.nodes[n].barred != FZZF_NO)
            kept->barred = unit->run.nodes[n].barred;
    row->kept = kept;
}

struct fzzf__kept *fzzf__keep_again(struct fzzf_cohort *cohort,
                                    const struct fzzf__kept *other)
{
    fzzf__arena *to = &cohort->arena;
    struct fzzf__kept *kept = new_kept(cohort, &other->unit);

    if (kept == NULL)
        return NULL;
    for (size_t i = 0; i < cohort->keep_node_count; i++)
        keep_outcome(to, &kept->nodes[i], &other->nodes[i]);
    for (size_t i = 0; i < cohort->keep_input_count; i++)
        keep_input(to, &kept->inputs[i], &other->inputs[i]);
    keep_flat(cohort, kept, other->evidence, other->not_applicable);
    kept->overridden = keep_overridden(cohort, other->overridden);
    kept->barred = other->barred;
    return kept;
}

void fzzf__restore_unit(struct fzzf_cohort *cohort,
                        const struct fzzf__member_row *row,
                        const struct fzzf__figure_value *figures)
{
    struct fzzf__unit *unit = &cohort->unit;
    const struct fzzf__kept *kept = row->kept;
    const size_t nodes = cohort->plan->system->node_count;

    fzzf__arena_reset(&unit->arena);
    unit->from_stage = 1;
    unit->run.declaration = &kept->unit;
    memset(unit->run.nodes, 0, nodes * sizeof *unit->run.nodes);
    for (size_t i = 0; i < cohort->keep_node_count; i++)
        unit->run.nodes[cohort->keep_nodes[i]] = kept->nodes[i];
    for (size_t i = 0; i < cohort->keep_input_count; i++)
        unit->run.inputs[cohort->keep_inputs[i]] = kept->inputs[i];
    memcpy(unit->run.evidence, kept->evidence,
           nodes * FZZF__EVIDENCE_COUNTS * sizeof *kept->evidence);
    memcpy(unit->not_applicable, kept->not_applicable,
           nodes * sizeof *kept->not_applicable);
    memset(unit->overridden, 0, nodes * sizeof *unit->overridden);
    if (kept->overridden != NULL)
        memcpy(unit->overridden, kept->overridden,
               nodes * sizeof *unit->overridden);
    memset(unit->na_reason, 0, nodes * sizeof *unit->na_reason);
    memcpy(unit->run.figures, figures,
           cohort->plan->program.column_count * sizeof *figures);
    fzzf__unit_parameters(unit);
    unit->barred_before = kept->barred;
}
