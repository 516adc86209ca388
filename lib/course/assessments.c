/* SPDX-License-Identifier: Apache-2.0 */
/* Assessments side by side: evaluating as each assessor's values decide. */

#include "course/assessments.h"

#include <string.h>

#include "base/memory.h"
#include "base/names.h"
#include "course/reasons.h"
#include "fzzf/course.h"

static bool is_entry(const struct fzzf__statement *statement)
{
    return statement->not_applicable || statement->observation_count > 0;
}

/* Which assessors have an entry at all: a bit for each. */
static unsigned assessors_of(const fzzf_declaration *declaration)
{
    unsigned assessors = 0;

    for (size_t i = 0; i < declaration->assessment_count; i++) {
        const struct fzzf__assessment *one = &declaration->assessments[i];

        for (size_t k = 0; k < one->statement_count; k++)
            if (is_entry(&one->statements[k]))
                assessors |= 1u << (unsigned)one->assessor;
        if (one->override_count > 0)
            assessors |= 1u << (unsigned)one->assessor;
    }
    return assessors;
}

/* Whether the declaration is evaluated as this side decides. */
static bool takes_part(const fzzf_declaration *declaration, size_t side)
{
    return side == FZZF__DECIDED ||
           (assessors_of(declaration) >> (side - 1) & 1) != 0;
}

bool fzzf__is_reviewed(const struct fzzf__assessing *assessing, size_t node)
{
    const struct fzzf_contract *contract = assessing->contract;

    for (size_t i = 0; i < contract->assessor_count &&
                       contract->assessors[i] != FZZF_ASSESSOR_SELF;
         i++)
        if (fzzf__has_entry(assessing, node, contract->assessors[i]))
            return true;
    return false;
}

void fzzf__put_ends(struct fzzf_record *record, size_t field, fzzf__num low,
                    fzzf__num high)
{
    fzzf__arena *arena = &record->document->arena;

    record->values[field] = fzzf__num_exact_text(arena, low);
    if (!fzzf__num_equal(low, high))
        record->values[field + 1] = fzzf__num_exact_text(arena, high);
}

static fzzf_status gather(struct fzzf__assessing *assessing, size_t side)
{
    struct fzzf__side *to = &assessing->sides[side];
    fzzf_status status;

    if (!fzzf_plan_needs_cohort(to->plan))
        return FZZF_OK;
    status = fzzf_cohort_new(&to->cohort, to->plan);
    for (size_t i = 0; i < assessing->count && status == FZZF_OK; i++)
        if (takes_part(assessing->declarations[i], side))
            status = fzzf_cohort_add(to->cohort, assessing->declarations[i],
                                     assessing->diags);
    return status == FZZF_OK ? fzzf_cohort_close(to->cohort, assessing->diags)
                             : status;
}

static bool is_wanted(const struct fzzf__assessing *assessing, size_t side)
{
    for (size_t i = 0; i < assessing->count; i++)
        if (takes_part(assessing->declarations[i], side))
            return true;
    return false;
}

static fzzf_status prepare_side(struct fzzf__assessing *assessing, size_t side)
{
    struct fzzf__side *to = &assessing->sides[side];
    fzzf_status status = FZZF_OK;

    if (!is_wanted(assessing, side))
        return FZZF_OK;
    if (side == FZZF__DECIDED) {
        to->plan = fzzf_plan_ref(assessing->plan);
    } else {
        fzzf__contract_alone(&to->alone, assessing->contract,
                             (fzzf_assessor)(side - 1));
        status = fzzf_plan_new(&to->plan, fzzf_plan_system(assessing->plan),
                               &to->alone, NULL);
    }
    return status == FZZF_OK ? gather(assessing, side) : status;
}

static fzzf_status check_ids(const struct fzzf__assessing *assessing)
{
    fzzf__names ids = {NULL, 0, 0};
    fzzf_status status = FZZF_OK;

    for (size_t i = 0; i < assessing->count && status == FZZF_OK; i++) {
        const fzzf_declaration *one = assessing->declarations[i];
        const int added = fzzf__names_add(&ids, one->id, i);

        if (added < 0)
            status = FZZF_E_MEMORY;
        else if (added == 0)
            status = fzzf__report(assessing->diags, FZZF_E_REFERENCE,
                                  FZZF__F_DECLARED_TWICE, &one->place, one->id,
                                  NULL);
    }
    fzzf__names_free(&ids);
    return status;
}

static fzzf_status prepare(struct fzzf__assessing *assessing)
{
    const size_t nodes = assessing->system->node_count;
    fzzf_status status = check_ids(assessing);

    for (size_t side = 0; side < FZZF__SIDES && status == FZZF_OK; side++)
        status = prepare_side(assessing, side);
    if (status != FZZF_OK)
        return status;
    assessing->made = fzzf__record_new(&fzzf__kind_assessments);
    assessing->entries = fzzf__arena_alloc(&assessing->arena, nodes);
    assessing->inflated = fzzf__arena_alloc(
        &assessing->arena, nodes * sizeof *assessing->inflated);
    if (assessing->made == NULL || assessing->arena.spoiled != FZZF_OK)
        return FZZF_E_MEMORY;
    for (size_t n = 0; n < nodes; n++)
        assessing->inflated[n].low = assessing->inflated[n].high = FZZF__ZERO;
    return FZZF_OK;
}

static fzzf_status evaluate(struct fzzf__assessing *assessing,
                            fzzf_declaration *declaration)
{
    fzzf_status status = FZZF_OK;

    for (size_t i = 0; i < FZZF__SIDES && status == FZZF_OK; i++) {
        const struct fzzf__side *side = &assessing->sides[i];

        if (!takes_part(declaration, i))
            continue;
        status =
            side->cohort != NULL
                ? fzzf_cohort_evaluate(side->cohort, &assessing->results[i],
                                       declaration, assessing->diags)
                : fzzf_plan_evaluate(side->plan, &assessing->results[i],
                                     declaration, assessing->diags);
    }
    return status;
}

/* The declaration was evaluated, so it has no unknown indicators. */
static void mark(struct fzzf__assessing *assessing, const char *node,
                 fzzf_assessor assessor)
{
    assessing->entries[fzzf__names_find(&assessing->system->by_id, node)] |=
        (unsigned char)(1u << (unsigned)assessor);
}

static void mark_entries(struct fzzf__assessing *assessing)
{
    const fzzf_declaration *declaration = assessing->declaration;

    memset(assessing->entries, 0, assessing->system->node_count);
    for (size_t i = 0; i < declaration->assessment_count; i++) {
        const struct fzzf__assessment *one = &declaration->assessments[i];

        for (size_t k = 0; k < one->statement_count; k++)
            if (is_entry(&one->statements[k]))
                mark(assessing, one->statements[k].node, one->assessor);
        for (size_t k = 0; k < one->override_count; k++)
            mark(assessing, one->overrides[k].node, one->assessor);
    }
}

static fzzf_status assess(struct fzzf__assessing *assessing,
                          fzzf_declaration *declaration)
{
    fzzf_status status = evaluate(assessing, declaration);

    assessing->declaration = declaration;
    if (status == FZZF_OK) {
        mark_entries(assessing);
        fzzf__sides_put(assessing);
    }
    for (size_t i = 0; i < FZZF__SIDES; i++) {
        fzzf_result_unref(assessing->results[i]);
        assessing->results[i] = NULL;
    }
    return status;
}

static void put_whole(struct fzzf__assessing *assessing)
{
    struct fzzf_record *made = assessing->made;

    fzzf__record_put(made, ASSESSMENTS_SYSTEM, assessing->system->id);
    fzzf__record_put(made, ASSESSMENTS_CONTRACT, assessing->contract->id);
    fzzf__put_size(made, ASSESSMENTS_UNITS, assessing->count);
    fzzf__put_size(made, ASSESSMENTS_DIFFERING, assessing->differing);
    fzzf__put_size(made, ASSESSMENTS_OPEN, assessing->open);
    fzzf__record_put(made, ASSESSMENTS_STATISTIC,
                     "Cohen's kappa, doi:10.1177/001316446002000104");
    fzzf__agreement_put(assessing);
}

static fzzf_status make(struct fzzf__assessing *assessing)
{
    fzzf_status status = prepare(assessing);

    for (size_t i = 0; i < assessing->count && status == FZZF_OK; i++)
        status = assess(assessing, assessing->declarations[i]);
    if (status != FZZF_OK)
        return status;
    put_whole(assessing);
    return assessing->made->document->arena.spoiled != FZZF_OK
               ? assessing->made->document->arena.spoiled
               : assessing->arena.spoiled;
}

fzzf_status fzzf_assessments(fzzf_record **out, fzzf_plan *plan,
                             fzzf_declaration *const *declarations,
                             size_t count, fzzf_diags *diags)
{
    struct fzzf__assessing assessing = {.diags = diags,
                                        .plan = plan,
                                        .declarations = declarations,
                                        .count = count};
    fzzf_status status;

    if (out == NULL || plan == NULL || fzzf_plan_contract(plan) == NULL ||
        (declarations == NULL && count > 0))
        return FZZF_E_ARGUMENT;
    assessing.system = fzzf_plan_system(plan);
    assessing.contract = fzzf_plan_contract(plan);
    fzzf__arena_init(&assessing.arena);
    status = make(&assessing);
    if (status == FZZF_OK)
        *out = assessing.made;
    else
        fzzf_record_unref(assessing.made);
    for (size_t i = 0; i < FZZF__SIDES; i++) {
        fzzf_cohort_free(assessing.sides[i].cohort);
        fzzf_plan_unref(assessing.sides[i].plan);
    }
    fzzf__arena_free(&assessing.arena);
    return status;
}
