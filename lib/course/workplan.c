/* SPDX-License-Identifier: Apache-2.0 */
/* Checks that what a workplan names exists, and who leads what. */

#include <string.h>

#include "course/tasks.h"
#include "fzzf/codes.h"

static fzzf_status check_body(struct fzzf__working *working,
                              const struct fzzf_record *record, size_t field)
{
    const struct fzzf__record_list *bodies =
        fzzf__record_list(working->plan, WORKPLAN_BODIES);
    const char *id = fzzf__record_value(record, field);
    const char *nearest, **ids;

    if (id == NULL || fzzf__names_find(&working->bodies, id) != FZZF__NO_NAME)
        return FZZF_OK;
    ids = fzzf__arena_alloc(&working->arena, (bodies->count + 1) * sizeof *ids);
    if (ids == NULL)
        return FZZF_E_MEMORY;
    for (size_t i = 0; i < bodies->count; i++)
        ids[i] = fzzf__record_value(bodies->items[i], BODY_ID);
    nearest = fzzf__nearest(id, ids, bodies->count);
    return fzzf__report(working->diags, FZZF_E_REFERENCE, FZZF__F_UNKNOWN_BODY,
                        &record->place, id, nearest == NULL ? "" : nearest,
                        NULL);
}

static void worse(fzzf_status *status, fzzf_status other)
{
    if (*status == FZZF_OK || other == FZZF_E_MEMORY)
        *status = other;
}

/* Every body and indicator that records of part @part name. */
static void check_part(struct fzzf__working *working, size_t part, size_t body,
                       size_t indicator, fzzf_status *status)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(working->plan, part);

    for (size_t i = 0; i < list->count; i++) {
        worse(status, check_body(working, list->items[i], body));
        if (indicator != FZZF__NO_INDEX)
            worse(status, fzzf__indicator_check(&working->arena,
                                                working->system, list->items[i],
                                                indicator, working->diags));
    }
}

/* Nine digits, the first six of which are the workplan's unit. */
static fzzf_status check_township(struct fzzf__working *working,
                                  const struct fzzf_record *body)
{
    const char *code = fzzf__record_value(body, BODY_CODE);
    const char *unit = fzzf__record_value(working->plan, WORKPLAN_UNIT);
    fzzf_division division = {.size = sizeof division};

    if (code != NULL && fzzf_division_read(code, &division) != 0 &&
        division.level == FZZF_DIVISION_TOWNSHIP &&
        strcmp(division.superior, unit) == 0)
        return FZZF_OK;
    return fzzf__report(working->diags, FZZF_E_REFERENCE, FZZF__F_TOWNSHIP_CODE,
                        &body->place, fzzf__record_value(body, BODY_ID), unit,
                        code == NULL ? "" : code, NULL);
}

static void check_department(struct fzzf__working *working,
                             const struct fzzf_record *body)
{
    const char *code = fzzf__record_value(body, BODY_CODE);
    fzzf_credit_code credit = {.size = sizeof credit};

    if (code == NULL ||
        (fzzf_credit_code_read(code, &credit) != 0 && credit.valid != 0))
        return;
    (void)fzzf__report(working->diags, FZZF_OK, FZZF__F_DEPARTMENT_CODE,
                       &body->place, fzzf__record_value(body, BODY_ID), code,
                       NULL);
}

static void check_codes(struct fzzf__working *working, fzzf_status *status)
{
    const struct fzzf__record_list *bodies =
        fzzf__record_list(working->plan, WORKPLAN_BODIES);

    for (size_t i = 0; i < bodies->count; i++) {
        const struct fzzf_record *body = bodies->items[i];

        if (fzzf__word_find(&fzzf__body_kind_words,
                            fzzf__record_value(body, BODY_KIND)) ==
            FZZF__TOWNSHIP)
            worse(status, check_township(working, body));
        else
            check_department(working, body);
    }
}

/* Notes who leads; a second one is told of. */
static void find_leads(struct fzzf__working *working)
{
    const struct fzzf__record_list *tasks =
        fzzf__record_list(working->plan, WORKPLAN_TASKS);

    for (size_t i = 0; i < tasks->count; i++) {
        const struct fzzf_record *task = tasks->items[i];
        const char *id = fzzf__record_value(task, TASK_INDICATOR);
        const char *body = fzzf__record_value(task, TASK_BODY);
        struct fzzf__lead *lead =
            &working->leads[fzzf__names_find(&working->system->by_id, id)];

        if (fzzf__word_find(&fzzf__task_role_words,
                            fzzf__record_value(task, TASK_ROLE)) != FZZF__LEAD)
            continue;
        if (++lead->count == 1) {
            lead->body = body;
            continue;
        }
        working->contested += lead->count == 2 ? 1 : 0;
        (void)fzzf__report(working->diags, FZZF_OK, FZZF__F_CONTESTED,
                           &task->place, id, lead->body, body, NULL);
    }
}

static void find_unled(struct fzzf__working *working)
{
    for (size_t i = 0; i < working->system->node_count; i++) {
        if (!fzzf__is_worked_on(working->system, i, working->level))
            continue;
        working->indicators++;
        if (working->leads[i].count > 0)
            continue;
        working->unled++;
        (void)fzzf__report(working->diags, FZZF_OK, FZZF__F_UNLED,
                           &working->plan->place, working->system->nodes[i].id,
                           working->system->nodes[i].title, NULL);
    }
}

fzzf_status fzzf__workplan_check(struct fzzf__working *working)
{
    fzzf_status status = FZZF_OK;

    check_codes(working, &status);
    check_part(working, WORKPLAN_TASKS, TASK_BODY, TASK_INDICATOR, &status);
    check_part(working, WORKPLAN_RECTIFICATIONS, RECTIFICATION_BODY,
               RECTIFICATION_INDICATOR, &status);
    check_part(working, WORKPLAN_MATTERS, MATTER_BODY, FZZF__NO_INDEX, &status);
    check_part(working, WORKPLAN_ACCOUNTABILITIES, ACCOUNTABILITY_BODY,
               ACCOUNTABILITY_INDICATOR, &status);
    if (status != FZZF_OK)
        return status;
    find_leads(working);
    find_unled(working);
    return FZZF_OK;
}
