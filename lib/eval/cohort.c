/* SPDX-License-Identifier: Apache-2.0 */
/* A cohort: units added one by one, figures when it is closed. */

#include "eval/cohort.h"

#include <string.h>

#include "base/memory.h"
#include "base/options.h"
#include "eval/figures.h"
#include "eval/make_result.h"

fzzf_status fzzf_cohort_new(fzzf_cohort **out, fzzf_plan *plan)
{
    fzzf_cohort *cohort;
    fzzf_status status;

    if (plan->contract == NULL)
        return FZZF_E_ARGUMENT;
    cohort = fzzf__calloc(1, sizeof *cohort);
    if (cohort == NULL)
        return FZZF_E_MEMORY;
    fzzf__arena_init(&cohort->arena);
    cohort->plan = fzzf_plan_ref(plan);
    status = fzzf__unit_init(&cohort->unit, plan);
    if (status == FZZF_OK)
        status = fzzf__keep_prepare(cohort);
    if (status != FZZF_OK) {
        fzzf_cohort_free(cohort);
        return status;
    }
    *out = cohort;
    return FZZF_OK;
}

void fzzf_cohort_free(fzzf_cohort *cohort)
{
    if (cohort == NULL)
        return;
    fzzf__unit_free(&cohort->unit);
    fzzf__names_free(&cohort->by_id);
    fzzf__free(cohort->members);
    fzzf__free(cohort->keep_nodes);
    fzzf__free(cohort->keep_inputs);
    fzzf__arena_free(&cohort->arena);
    fzzf_plan_unref(cohort->plan);
    fzzf__free(cohort);
}

/* The total and the verdict, once every stage was run. */
static void conclude(struct fzzf_cohort *cohort, struct fzzf__member_row *row)
{
    const struct fzzf__outcome *total = &cohort->unit.run.nodes[0];
    struct fzzf__reading_value readings[FZZF_READING_COUNT];
    struct fzzf__tally tally = row->tally;

    memset(readings, 0, sizeof readings);
    if (cohort->plan->stages > 0)
        fzzf__tally_add(&cohort->unit, 1, cohort->plan->stages, &tally);
    fzzf__tally_read(&cohort->unit, &tally, readings);
    row->eligible = fzzf__unit_eligible(&cohort->unit, readings);
    row->state = total->state;
    row->grade = total->grade;
    fzzf__value_keep(&cohort->arena, &row->total, &total->value);
    if (total->state != FZZF_SCORE_EXACT && total->state != FZZF_SCORE_BOUNDED)
        row->total.value.condition = FZZF__NOT_COMPUTABLE;
}

/* Values of the columns whose figures are known one stage later. */
static void keep_columns(struct fzzf_cohort *cohort,
                         struct fzzf__member_row *row, unsigned stage)
{
    const struct fzzf__program *program = &cohort->plan->program;

    for (size_t c = 0; c < program->column_count; c++) {
        const struct fzzf__op *op = &program->ops[program->columns[c]];

        if (op->stage == stage + 1)
            fzzf__value_keep(&cohort->arena, &row->columns[c],
                             fzzf__arg_value(&cohort->unit.run, op, 0));
    }
}

static struct fzzf__member_row *new_row(struct fzzf_cohort *cohort,
                                        const struct fzzf_declaration *from)
{
    void *members = cohort->members;
    struct fzzf__member_row *row;

    if (!fzzf__grow(&members, &cohort->capacity, cohort->count,
                    sizeof *cohort->members))
        return NULL;
    cohort->members = members;
    row = &cohort->members[cohort->count];
    memset(row, 0, sizeof *row);
    row->declaration = fzzf__arena_text(&cohort->arena, from->id);
    row->unit = fzzf__arena_text(&cohort->arena, from->unit_code);
    row->unit_name = fzzf__arena_text(&cohort->arena, from->unit_name);
    row->group = fzzf__arena_text(&cohort->arena,
                                  from->group_count > 0 ? from->groups[0] : "");
    row->origin = from->place;
    row->origin.file = fzzf__arena_text(&cohort->arena, from->place.file);
    row->columns = fzzf__arena_alloc(&cohort->arena,
                                     (cohort->plan->program.column_count + 1) *
                                         sizeof *row->columns);
    row->tally = (struct fzzf__tally){.points_all = FZZF__ZERO,
                                      .points_left_out = FZZF__ZERO,
                                      .scored_low = FZZF__ZERO,
                                      .scored_high = FZZF__ZERO,
                                      .points_known = true,
                                      .all_known = true};
    return cohort->arena.spoiled == FZZF_OK ? row : NULL;
}

/* What went wrong since the unit was run; the next may fare better. */
static fzzf_status settle(struct fzzf_cohort *cohort)
{
    const fzzf_status status = cohort->arena.spoiled != FZZF_OK
                                   ? cohort->arena.spoiled
                                   : cohort->unit.arena.spoiled;

    cohort->arena.spoiled = FZZF_OK;
    return status;
}

/* The unit that was run becomes the last row, or nothing changes. */
static fzzf_status add_row(struct fzzf_cohort *cohort,
                           const struct fzzf_declaration *declaration)
{
    struct fzzf__member_row *row = new_row(cohort, declaration);
    fzzf_status status;

    if (row != NULL) {
        fzzf__tally_add(&cohort->unit, 0, 0, &row->tally);
        fzzf__tally_keep(&cohort->arena, &row->tally);
        keep_columns(cohort, row, 0);
        if (cohort->plan->stages > 0)
            fzzf__keep_unit(cohort, row);
        else
            conclude(cohort, row);
    }
    status = settle(cohort);
    if (status != FZZF_OK || row == NULL)
        return status != FZZF_OK ? status : FZZF_E_MEMORY;
    if (fzzf__names_add(&cohort->by_id, row->declaration, cohort->count) < 0)
        return FZZF_E_MEMORY;
    cohort->count++;
    return FZZF_OK;
}

fzzf_status fzzf_cohort_add(fzzf_cohort *cohort, fzzf_declaration *declaration,
                            fzzf_diags *diags)
{
    struct fzzf__unit *unit = &cohort->unit;
    fzzf_status status;

    if (cohort->closed)
        return FZZF_E_ARGUMENT;
    if (fzzf__names_find(&cohort->by_id, declaration->id) != FZZF__NO_NAME)
        return fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_DECLARED_TWICE,
                            &declaration->place, declaration->id, NULL);
    status = fzzf__unit_bind(unit, declaration, diags);
    if (status == FZZF_OK)
        status = fzzf__unit_run(unit);
    if (status == FZZF_E_LIMIT)
        return fzzf__report(diags, status, FZZF__F_NUMBER_TOO_LARGE,
                            &declaration->place, declaration->id, NULL);
    if (status != FZZF_OK)
        return status;
    return add_row(cohort, declaration);
}

/* The members of one group (or all) in @members; returns how many. */
static size_t gather(const struct fzzf_cohort *cohort, const char *group,
                     bool *taken, size_t *members)
{
    size_t count = 0;

    for (size_t i = 0; i < cohort->count; i++)
        if (!taken[i] &&
            (group == NULL || strcmp(cohort->members[i].group, group) == 0)) {
            taken[i] = true;
            members[count++] = i;
        }
    return count;
}

/* Work space for figures, one entry a member. */
struct work {
    struct fzzf__value *values;
    struct fzzf__figure_value *figures;
    struct fzzf__figure_value *columns; /* of each member, as in its row */
    size_t *members;
    bool *taken;
};

static bool work_new(struct work *work, size_t count, size_t column_count)
{
    work->columns =
        fzzf__calloc(count * column_count + 1, sizeof *work->columns);
    work->values = fzzf__calloc(count + 1, sizeof *work->values);
    work->figures = fzzf__calloc(count + 1, sizeof *work->figures);
    work->members = fzzf__calloc(count + 1, sizeof *work->members);
    work->taken = fzzf__calloc(count + 1, sizeof *work->taken);
    return work->values != NULL && work->figures != NULL &&
           work->columns != NULL && work->members != NULL &&
           work->taken != NULL;
}

static void work_free(struct work *work)
{
    fzzf__free(work->values);
    fzzf__free(work->figures);
    fzzf__free(work->columns);
    fzzf__free(work->members);
    fzzf__free(work->taken);
}

/* The figure of column @c for every member. */
static fzzf_status compute_column(struct fzzf_cohort *cohort, struct work *work,
                                  size_t c)
{
    const struct fzzf__program *program = &cohort->plan->program;
    const struct fzzf__op *op = &program->ops[program->columns[c]];
    const bool grouped = op->arg_count > 1;

    fzzf__arena_reset(&cohort->unit.arena);
    memset(work->taken, 0, cohort->count * sizeof *work->taken);
    for (size_t i = 0; i < cohort->count; i++)
        work->values[i] = cohort->members[i].columns[c].value;
    for (size_t i = 0; i < cohort->count; i++) {
        size_t count;

        if (work->taken[i])
            continue;
        count = gather(cohort, grouped ? cohort->members[i].group : NULL,
                       work->taken, work->members);
        fzzf__figures_compute(&cohort->unit.arena, op,
                              cohort->plan->contract->ties_dense, work->values,
                              work->members, count, work->figures);
    }
    for (size_t i = 0; i < cohort->count; i++) {
        struct fzzf__figure_value *column =
            &work->columns[i * program->column_count + c];

        /* Most figures are the same for all, and kept once. */
        if (i > 0 &&
            memcmp(&work->figures[i].value, &work->figures[i - 1].value,
                   sizeof work->figures[i].value) == 0)
            *column = column[-(ptrdiff_t)program->column_count];
        else
            fzzf__figure_keep(&cohort->arena, column, &work->figures[i].value);
        column->known = true;
    }
    return settle(cohort);
}

static fzzf_status run_stage(struct fzzf_cohort *cohort,
                             const struct work *work, unsigned stage)
{
    const size_t columns = cohort->plan->program.column_count;

    for (size_t i = 0; i < cohort->count; i++) {
        struct fzzf__member_row *row = &cohort->members[i];
        fzzf_status status;

        fzzf__restore_unit(cohort, row, work->columns + i * columns);
        status = fzzf__unit_run(&cohort->unit);
        if (status != FZZF_OK)
            return status;
        keep_columns(cohort, row, stage);
        if (stage == cohort->plan->stages)
            conclude(cohort, row);
        status = settle(cohort);
        if (status != FZZF_OK)
            return status;
    }
    return FZZF_OK;
}

/* Places by total, and the numbers that members lend. */
static fzzf_status place_members(struct fzzf_cohort *cohort, struct work *work)
{
    fzzf__arena_reset(&cohort->unit.arena);
    for (size_t i = 0; i < cohort->count; i++) {
        work->values[i] = cohort->members[i].total.value;
        work->members[i] = i;
    }
    fzzf__places_compute(
        &cohort->unit.arena, cohort->plan->contract->ties_dense, false,
        work->values, work->members, cohort->count, work->figures);
    for (size_t i = 0; i < cohort->count; i++) {
        struct fzzf__member_row *row = &cohort->members[i];
        const struct fzzf__value *place = &work->figures[i].value;
        int64_t number = 0;

        if (row->total.value.condition != FZZF__HAS_VALUE)
            continue;
        if (!place->open)
            fzzf__num_to_int64(place->lo, &number);
        row->place = (size_t)number;
        row->score = fzzf__number_make(&cohort->arena, row->total.value.lo);
        row->high = fzzf__number_make(&cohort->arena, row->total.value.hi);
    }
    return settle(cohort);
}

static fzzf_status run_stages(struct fzzf_cohort *cohort, struct work *work)
{
    const struct fzzf__program *program = &cohort->plan->program;
    fzzf_status status = FZZF_OK;

    for (unsigned stage = 1; stage <= cohort->plan->stages; stage++) {
        for (size_t c = 0; status == FZZF_OK && c < program->column_count; c++)
            if (program->ops[program->columns[c]].stage == stage)
                status = compute_column(cohort, work, c);
        if (status == FZZF_OK)
            status = run_stage(cohort, work, stage);
        if (status != FZZF_OK)
            return status;
    }
    return place_members(cohort, work);
}

/* Figures take the place of values; or all is as before, and can be tried
 * again. */
static void finish(struct fzzf_cohort *cohort, const struct work *work,
                   bool closed)
{
    const size_t columns = cohort->plan->program.column_count;

    cohort->closed = closed;
    for (size_t i = 0; closed && columns > 0 && i < cohort->count; i++)
        memcpy(cohort->members[i].columns, work->columns + i * columns,
               columns * sizeof *work->columns);
    cohort->unit.from_stage = 0;
    cohort->unit.barred_before = FZZF_NO;
    memset(cohort->unit.run.figures, 0,
           columns * sizeof *cohort->unit.run.figures);
}

fzzf_status fzzf_cohort_close(fzzf_cohort *cohort, fzzf_diags *diags)
{
    fzzf_status status = FZZF_E_MEMORY;
    struct work work = {NULL, NULL, NULL, NULL, NULL};

    (void)diags;
    if (cohort->closed)
        return FZZF_E_ARGUMENT;
    if (work_new(&work, cohort->count, cohort->plan->program.column_count))
        status = run_stages(cohort, &work);
    finish(cohort, &work, status == FZZF_OK);
    work_free(&work);
    return status;
}

size_t fzzf_cohort_count(const fzzf_cohort *cohort)
{
    return cohort->count;
}

int fzzf_cohort_member(const fzzf_cohort *cohort, size_t index,
                       fzzf_member *view)
{
    fzzf_member current = {.size = sizeof current};
    const struct fzzf__member_row *row;

    current.state = FZZF_SCORE_NOT_COMPUTABLE;
    if (!cohort->closed || index >= cohort->count)
        return fzzf__view_write(view, &current, sizeof current) && 0;
    row = &cohort->members[index];
    current.declaration = row->declaration;
    current.unit = row->unit;
    current.unit_name = row->unit_name;
    current.state = row->state;
    current.score = row->score;
    current.high = row->high;
    current.place = row->place;
    current.eligible = row->eligible;
    current.grade = row->grade;
    return fzzf__view_write(view, &current, sizeof current);
}

fzzf_status fzzf_cohort_evaluate(const fzzf_cohort *cohort, fzzf_result **out,
                                 fzzf_declaration *declaration,
                                 fzzf_diags *diags)
{
    const size_t index = fzzf__names_find(&cohort->by_id, declaration->id);

    if (!cohort->closed || index == FZZF__NO_NAME)
        return FZZF_E_ARGUMENT;
    return fzzf__evaluate(cohort->plan, out, declaration,
                          cohort->members[index].columns, diags);
}
