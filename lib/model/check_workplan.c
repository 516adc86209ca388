/* SPDX-License-Identifier: Apache-2.0 */
/* Checks a workplan: its bodies are there, codes and days fit each other. */

#include <string.h>

#include "base/names.h"
#include "fzzf/codes.h"
#include "model/checks.h"
#include "model/choice.h"
#include "model/kinds_workplan.h"

struct checking {
    const struct fzzf_record *plan;
    fzzf__names bodies; /* by id */
    fzzf_diags *diags;
    fzzf_status status;
};

static void note(struct checking *checking, fzzf_status status)
{
    checking->status = fzzf__worse(checking->status, status);
}

/* The body that @field of @record names, if it names one. */
static void check_body(struct checking *checking,
                       const struct fzzf_record *record, size_t field)
{
    const struct fzzf__record_list *bodies =
        fzzf__record_list(checking->plan, WORKPLAN_BODIES);
    const char *id = fzzf__record_value(record, field);
    struct fzzf__choice choice = {.count = 0};

    if (id == NULL || fzzf__names_find(&checking->bodies, id) != FZZF__NO_NAME)
        return;
    for (size_t i = 0; i < bodies->count; i++)
        fzzf__choice_add(&choice,
                         fzzf__record_value(bodies->items[i], BODY_ID));
    note(checking, fzzf__report(checking->diags, FZZF_E_REFERENCE,
                                FZZF__F_UNKNOWN_BODY, &record->place, id,
                                fzzf__choice_nearest(&choice, id), NULL));
    fzzf__choice_free(&choice);
}

/* Bodies that the records of @part name; and that of their two days the later
 * is not before the earlier. */
static void check_part(struct checking *checking, size_t part, size_t body,
                       size_t earlier, size_t later)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(checking->plan, part);

    for (size_t i = 0; i < list->count; i++) {
        check_body(checking, list->items[i], body);
        if (earlier != FZZF__NO_INDEX)
            note(checking, fzzf__check_days(list->items[i], earlier, later,
                                            checking->diags));
    }
}

/* Nine digits, the first six of which are the workplan's unit. */
static fzzf_status check_township(const struct fzzf_record *plan,
                                  const struct fzzf_record *body,
                                  fzzf_diags *diags)
{
    const char *code = fzzf__record_value(body, BODY_CODE);
    const char *unit = fzzf__record_value(plan, WORKPLAN_UNIT);
    fzzf_division division = {.size = sizeof division};

    if (fzzf__word_find(&fzzf__body_kind_words,
                        fzzf__record_value(body, BODY_KIND)) !=
            FZZF__TOWNSHIP ||
        (code != NULL && fzzf_division_read(code, &division) != 0 &&
         division.level == FZZF_DIVISION_TOWNSHIP &&
         strcmp(division.superior, unit) == 0))
        return FZZF_OK;
    return fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_TOWNSHIP_CODE,
                        &body->place, fzzf__record_value(body, BODY_ID), unit,
                        code == NULL ? "" : code, NULL);
}

static fzzf_status note_bodies(struct checking *checking)
{
    const struct fzzf__record_list *bodies =
        fzzf__record_list(checking->plan, WORKPLAN_BODIES);

    for (size_t i = 0; i < bodies->count; i++)
        if (fzzf__names_add(&checking->bodies,
                            fzzf__record_value(bodies->items[i], BODY_ID),
                            i) < 0)
            return FZZF_E_MEMORY;
    return FZZF_OK;
}

static void check_parts(struct checking *checking)
{
    note(checking, fzzf__check_all(checking->plan, WORKPLAN_BODIES,
                                   check_township, checking->diags));
    check_part(checking, WORKPLAN_TASKS, TASK_BODY, TASK_CLAIMED, TASK_DONE);
    check_part(checking, WORKPLAN_RECTIFICATIONS, RECTIFICATION_BODY,
               RECTIFICATION_DONE, RECTIFICATION_ASSESSED);
    check_part(checking, WORKPLAN_MATTERS, MATTER_BODY, FZZF__NO_INDEX, 0);
    check_part(checking, WORKPLAN_ACCOUNTABILITIES, ACCOUNTABILITY_BODY,
               FZZF__NO_INDEX, 0);
}

fzzf_status fzzf__check_workplan(const struct fzzf_record *workplan,
                                 fzzf_diags *diags)
{
    struct checking checking = {.plan = workplan, .diags = diags};

    checking.status = note_bodies(&checking);
    if (checking.status == FZZF_OK)
        check_parts(&checking);
    fzzf__names_free(&checking.bodies);
    return checking.status;
}
