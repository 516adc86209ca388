/* SPDX-License-Identifier: Apache-2.0 */
/* The units of one cohort into another, as if they had been added there. */

#include <string.h>

#include "base/memory.h"
#include "eval/cohort.h"

/* Copies what a row holds into the arena of @cohort. */
static void copy_row(struct fzzf_cohort *cohort, struct fzzf__member_row *row,
                     const struct fzzf__member_row *from)
{
    fzzf__arena *to = &cohort->arena;
    const size_t columns = cohort->plan->program.column_count;

    *row = *from;
    row->declaration = fzzf__arena_text(to, from->declaration);
    row->unit = fzzf__arena_text(to, from->unit);
    row->unit_name = fzzf__arena_text(to, from->unit_name);
    row->group = fzzf__arena_text(to, from->group);
    row->origin.file = fzzf__arena_text(to, from->origin.file);
    row->columns = fzzf__arena_alloc(to, (columns + 1) * sizeof *row->columns);
    for (size_t c = 0; row->columns != NULL && c < columns; c++)
        fzzf__value_keep(to, &row->columns[c], &from->columns[c].value);
    fzzf__value_keep(to, &row->total, &from->total.value);
    fzzf__tally_keep(to, &row->tally);
    if (from->kept != NULL)
        row->kept = fzzf__keep_again(cohort, from->kept);
}

/* Room for all rows and their names, and then their copies behind those of
 * @cohort, which are not yet counted. */
static fzzf_status copy_rows(struct fzzf_cohort *cohort,
                             const struct fzzf_cohort *other)
{
    void *members = cohort->members;
    size_t count = cohort->count;
    fzzf_status status;

    if (!fzzf__names_reserve(&cohort->by_id, other->count) ||
        !fzzf__grow(&members, &cohort->capacity, count + other->count,
                    sizeof *cohort->members))
        return FZZF_E_MEMORY;
    cohort->members = members;
    for (size_t i = 0; i < other->count; i++)
        if (fzzf__names_find(&cohort->by_id, other->members[i].declaration) ==
            FZZF__NO_NAME)
            copy_row(cohort, &cohort->members[count++], &other->members[i]);
    status = cohort->arena.spoiled;
    cohort->arena.spoiled = FZZF_OK;
    return status;
}

/* Counts the copies, in their order, and reports what was there before. */
static fzzf_status enter_rows(struct fzzf_cohort *cohort,
                              const struct fzzf_cohort *other,
                              fzzf_diags *diags)
{
    fzzf_status status = FZZF_OK;

    for (size_t i = 0; i < other->count; i++) {
        const struct fzzf__member_row *from = &other->members[i];
        const struct fzzf__member_row *row = &cohort->members[cohort->count];

        if (fzzf__names_find(&cohort->by_id, from->declaration) !=
            FZZF__NO_NAME)
            status =
                fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_DECLARED_TWICE,
                             &from->origin, from->declaration, NULL);
        else if (fzzf__names_add(&cohort->by_id, row->declaration,
                                 cohort->count) > 0)
            cohort->count++;
    }
    return status;
}

static void empty(struct fzzf_cohort *cohort)
{
    fzzf__arena_reset(&cohort->arena);
    fzzf__names_free(&cohort->by_id);
    cohort->count = 0;
}

fzzf_status fzzf_cohort_join(fzzf_cohort *cohort, fzzf_cohort *other,
                             fzzf_diags *diags)
{
    fzzf_status status;

    if (cohort == other || cohort->plan != other->plan || cohort->closed ||
        other->closed)
        return FZZF_E_ARGUMENT;
    status = copy_rows(cohort, other);
    if (status != FZZF_OK)
        return status;
    status = enter_rows(cohort, other, diags);
    empty(other);
    return status;
}
