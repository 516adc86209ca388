/* SPDX-License-Identifier: Apache-2.0 */
/* Who has which task, and how it stands on a day. */

#include "course/tasks.h"

#include <string.h>

#include "fzzf/codes.h"
#include "fzzf/course.h"

bool fzzf__has_come(const struct fzzf__working *working,
                    const struct fzzf_record *record, size_t field)
{
    const char *day = fzzf__record_value(record, field);

    return day != NULL && strcmp(day, working->day) <= 0;
}

bool fzzf__is_past(const struct fzzf__working *working,
                   const struct fzzf_record *record, size_t field)
{
    const char *day = fzzf__record_value(record, field);

    return day != NULL && strcmp(day, working->day) < 0;
}

enum fzzf__task_state fzzf__task_state(const struct fzzf__working *working,
                                       const struct fzzf_record *task)
{
    if (fzzf__has_come(working, task, TASK_DONE))
        return FZZF__TASK_DONE;
    return fzzf__is_past(working, task, TASK_DUE) ? FZZF__TASK_OVERDUE
                                                  : FZZF__TASK_OPEN;
}

enum fzzf__correction_state
fzzf__correction_state(const struct fzzf__working *working,
                       const struct fzzf_record *rectification)
{
    const char *outcome =
        fzzf__record_value(rectification, RECTIFICATION_OUTCOME);

    if (outcome != NULL &&
        fzzf__has_come(working, rectification, RECTIFICATION_ASSESSED))
        return strcmp(outcome, "passed") == 0 ? FZZF__CORRECTION_CLOSED
                                              : FZZF__CORRECTION_FAILED;
    if (fzzf__has_come(working, rectification, RECTIFICATION_DONE))
        return FZZF__CORRECTION_WAITING;
    return fzzf__is_past(working, rectification, RECTIFICATION_DUE)
               ? FZZF__CORRECTION_OVERDUE
               : FZZF__CORRECTION_OPEN;
}

struct fzzf__office *fzzf__office_of(struct fzzf__working *working,
                                     const struct fzzf_record *record,
                                     size_t field)
{
    return &working->offices[fzzf__names_find(
        &working->bodies, fzzf__record_value(record, field))];
}

/* The workplan is for this system and, with a result, its unit. */
static fzzf_status check_belonging(struct fzzf__working *working)
{
    const struct fzzf_record *plan = working->plan;
    const char *system = fzzf__record_value(plan, WORKPLAN_SYSTEM);
    const char *unit = fzzf__record_value(plan, WORKPLAN_UNIT);

    if (strcmp(system, working->system->id) != 0)
        return fzzf__report(working->diags, FZZF_E_REFERENCE,
                            FZZF__F_WORKPLAN_OTHER_SYSTEM, &plan->place, system,
                            working->system->id, NULL);
    if (working->result == NULL)
        return FZZF_OK;
    if (strcmp(working->result->system->id, system) != 0)
        return fzzf__report(working->diags, FZZF_E_REFERENCE,
                            FZZF__F_WORKPLAN_OTHER_SYSTEM, &plan->place, system,
                            working->result->system->id, NULL);
    if (strcmp(working->result->unit, unit) != 0)
        return fzzf__report(working->diags, FZZF_E_REFERENCE,
                            FZZF__F_WORKPLAN_OTHER_UNIT, &plan->place, unit,
                            working->result->unit, NULL);
    return FZZF_OK;
}

static fzzf_unit_level level_of(const char *unit)
{
    fzzf_division division = {.size = sizeof division};

    return fzzf_division_read(unit, &division) != 0 &&
                   division.level == FZZF_DIVISION_CITY
               ? FZZF_UNIT_CITY
               : FZZF_UNIT_COUNTY;
}

static const struct fzzf__tally nothing = {
    .points = {0, 1, NULL}, .lost = {0, 1, NULL}, .most = {0, 1, NULL}};

static fzzf_status begin(struct fzzf__working *working, const char *day)
{
    const struct fzzf_record *plan = working->plan;
    const struct fzzf__record_list *bodies =
        fzzf__record_list(plan, WORKPLAN_BODIES);
    fzzf_status status;

    working->made = fzzf__record_new(&fzzf__kind_tasks);
    if (working->made == NULL)
        return FZZF_E_MEMORY;
    status = fzzf_record_set(working->made, "day", day, working->diags);
    if (status != FZZF_OK)
        return status;
    working->day = fzzf__record_value(working->made, WORK_DAY);
    working->level = working->result != NULL
                         ? working->result->unit_level
                         : level_of(fzzf__record_value(plan, WORKPLAN_UNIT));
    working->offices = fzzf__arena_alloc(
        &working->arena, (bodies->count + 1) * sizeof *working->offices);
    working->leads = fzzf__arena_alloc(
        &working->arena, working->system->node_count * sizeof *working->leads);
    for (size_t i = 0; i < bodies->count; i++) {
        if (working->offices == NULL ||
            fzzf__names_add(&working->bodies,
                            fzzf__record_value(bodies->items[i], BODY_ID),
                            i) < 0)
            return FZZF_E_MEMORY;
        working->offices[i] =
            (struct fzzf__office){bodies->items[i], NULL, nothing};
    }
    return working->arena.spoiled;
}

static fzzf_status work(struct fzzf__working *working, const char *day)
{
    fzzf_status status = check_belonging(working);

    if (status == FZZF_OK)
        status = begin(working, day);
    if (status == FZZF_OK)
        status = fzzf__workplan_check(working);
    if (status != FZZF_OK)
        return status;
    fzzf__sheets(working);
    fzzf__duties(working);
    return working->made->document->arena.spoiled != FZZF_OK
               ? working->made->document->arena.spoiled
               : working->arena.spoiled;
}

fzzf_status fzzf_workplan_tasks(fzzf_record **out, const fzzf_record *workplan,
                                const fzzf_system *system,
                                const fzzf_result *result, const char *day,
                                fzzf_diags *diags)
{
    struct fzzf__working working = {.diags = diags,
                                    .plan = workplan,
                                    .system = system,
                                    .result = result,
                                    .whole = nothing,
                                    .without = nothing};
    fzzf_status status;

    if (out == NULL || workplan == NULL || system == NULL || day == NULL ||
        workplan->kind != &fzzf__kind_workplan)
        return FZZF_E_ARGUMENT;
    status = fzzf_record_check(workplan, diags);
    if (status != FZZF_OK)
        return status;
    fzzf__arena_init(&working.arena);
    status = work(&working, day);
    if (status == FZZF_OK)
        *out = working.made;
    else
        fzzf_record_unref(working.made);
    fzzf__names_free(&working.bodies);
    fzzf__arena_free(&working.arena);
    return status;
}
