/* SPDX-License-Identifier: Apache-2.0 */
/* Checks the indicators that a workplan names, and who leads what. */

#include <string.h>

#include "course/tasks.h"
#include "fzzf/codes.h"
#include "model/checks.h"

/* Every indicator that records of part @part name. */
static void check_part(struct fzzf__working *working, size_t part,
                       size_t indicator, fzzf_status *status)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(working->plan, part);

    for (size_t i = 0; i < list->count; i++)
        *status = fzzf__worse(
            *status,
            fzzf__indicator_check(&working->arena, working->system,
                                  list->items[i], indicator, working->diags));
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

static void check_codes(struct fzzf__working *working)
{
    const struct fzzf__record_list *bodies =
        fzzf__record_list(working->plan, WORKPLAN_BODIES);

    for (size_t i = 0; i < bodies->count; i++)
        if (fzzf__word_find(&fzzf__body_kind_words,
                            fzzf__record_value(bodies->items[i], BODY_KIND)) ==
            FZZF__DEPARTMENT)
            check_department(working, bodies->items[i]);
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

    check_codes(working);
    check_part(working, WORKPLAN_TASKS, TASK_INDICATOR, &status);
    check_part(working, WORKPLAN_RECTIFICATIONS, RECTIFICATION_INDICATOR,
               &status);
    check_part(working, WORKPLAN_ACCOUNTABILITIES, ACCOUNTABILITY_INDICATOR,
               &status);
    if (status != FZZF_OK)
        return status;
    find_leads(working);
    find_unled(working);
    return FZZF_OK;
}
