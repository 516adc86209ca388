/* SPDX-License-Identifier: Apache-2.0 */
/* Checks that what a workplan names exists, and who leads what. */

#include <string.h>

#include "course/tasks.h"
#include "fzzf/codes.h"

/* The nearest of the bodies, or of the system's indicators. */
static const char *nearest(struct fzzf__working *working, const char *wanted,
                           bool body)
{
    const struct fzzf__record_list *bodies =
        fzzf__record_list(working->plan, WORKPLAN_BODIES);
    const size_t count = body ? bodies->count : working->system->node_count;
    const char **ids =
        fzzf__arena_alloc(&working->arena, (count + 1) * sizeof *ids);

    for (size_t i = 0; ids != NULL && i < count; i++)
        ids[i] = body ? fzzf__record_value(bodies->items[i], BODY_ID)
                      : working->system->nodes[i].id;
    return ids == NULL ? NULL : fzzf__nearest(wanted, ids, count);
}

static fzzf_status unknown(struct fzzf__working *working,
                           const struct fzzf_record *record, const char *wanted,
                           bool body)
{
    const char *near = nearest(working, wanted, body);

    return fzzf__report(working->diags, FZZF_E_REFERENCE,
                        body ? FZZF__F_UNKNOWN_BODY : FZZF__F_UNKNOWN_NODE,
                        &record->place, wanted, near == NULL ? "" : near, NULL);
}

static fzzf_status check_body(struct fzzf__working *working,
                              const struct fzzf_record *record, size_t field)
{
    const char *id = fzzf__record_value(record, field);

    if (id == NULL || fzzf__names_find(&working->bodies, id) != FZZF__NO_NAME)
        return FZZF_OK;
    return unknown(working, record, id, true);
}

/* An indicator that can be assigned: one without others below. */
static fzzf_status check_indicator(struct fzzf__working *working,
                                   const struct fzzf_record *record,
                                   size_t field)
{
    const char *id = fzzf__record_value(record, field);
    size_t node;

    if (id == NULL)
        return FZZF_OK;
    node = fzzf__names_find(&working->system->by_id, id);
    if (node == FZZF__NO_NAME)
        return unknown(working, record, id, false);
    if (working->system->nodes[node].child_count > 0)
        return fzzf__report(working->diags, FZZF_E_REFERENCE,
                            FZZF__F_TASK_ABOVE, &record->place, id,
                            working->system->nodes[node + 1].id, NULL);
    return FZZF_OK;
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
            worse(status, check_indicator(working, list->items[i], indicator));
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
        if (!fzzf__is_to_be_led(working, i))
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
