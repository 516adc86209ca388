/* SPDX-License-Identifier: Apache-2.0 */
/* What someone has to answer for: the accountability list. */

#include <string.h>

#include "course/tasks.h"

/* A row of the list while it is made. */
struct duty {
    struct fzzf__working *working;
    const struct fzzf_record *body;
    const char *indicator, *id, *due, *person; /* or NULL */
    const char *until; /* what was due was late until this day */
    struct fzzf__because arguments[6];
    size_t count;
};

static struct duty begin(struct fzzf__working *working,
                         const struct fzzf_record *record, size_t body)
{
    struct duty duty = {.working = working, .until = working->day};

    duty.body = fzzf__office_of(working, record, body)->body;
    duty.person = fzzf__record_value(duty.body, BODY_PERSON);
    return duty;
}

static void add(struct duty *duty, const char *value)
{
    duty->arguments[duty->count++] = (struct fzzf__because){value, NULL, NULL};
}

static void add_person(struct duty *duty)
{
    duty->arguments[duty->count++] =
        duty->person != NULL
            ? (struct fzzf__because){duty->person, NULL, NULL}
            : (struct fzzf__because){"", "未明确", "not named"};
}

/* "1.2 名称"; "" for none. */
static const char *indicator_called(struct fzzf__working *working,
                                    const char *id)
{
    const size_t node = id == NULL
                            ? FZZF__NO_NAME
                            : fzzf__names_find(&working->system->by_id, id);
    const char *args[2] = {id, NULL};

    if (node == FZZF__NO_NAME)
        return "";
    args[1] = working->system->nodes[node].title;
    return fzzf__filled(&working->arena, "{0} {1}", args, 2);
}

/* How many days it is late; 0: it is not. */
static size_t days_late(const struct duty *duty)
{
    long due, until;

    if (duty->due == NULL || !fzzf__date_parse(duty->due, &due) ||
        !fzzf__date_parse(duty->until, &until) || due >= until)
        return 0;
    return (size_t)(until - due);
}

static void add_days(struct duty *duty)
{
    add(duty, duty->due);
    add(duty, fzzf__size_text(&duty->working->arena, days_late(duty)));
}

static void say(const struct duty *duty, enum fzzf__reason_code code)
{
    struct fzzf_record *notice = fzzf__because(
        duty->working->made, WORK_NOTICES, code, duty->arguments, duty->count);

    if (notice == NULL)
        return;
    fzzf__record_put(notice, NOTICE_BODY,
                     fzzf__record_value(duty->body, BODY_ID));
    fzzf__record_put(notice, NOTICE_INDICATOR, duty->indicator);
    fzzf__record_put(notice, NOTICE_ID, duty->id);
    fzzf__record_put(notice, NOTICE_DUE, duty->due);
    if (days_late(duty) > 0)
        fzzf__put_size(notice, NOTICE_DAYS, days_late(duty));
    fzzf__record_put(notice, NOTICE_PERSON, duty->person);
}

static void tell_body(struct fzzf__working *working,
                      const struct fzzf_record *body)
{
    struct duty duty = begin(working, body, BODY_ID);

    add(&duty, fzzf__record_value(body, BODY_NAME));
    if (duty.person == NULL)
        say(&duty, FZZF__BECAUSE_NO_PERSON);
    if (fzzf__has_come(working, body, BODY_FILED))
        return;
    add_person(&duty);
    say(&duty, FZZF__BECAUSE_NO_PLAN);
}

/* A task that is overdue, claimed or not, or was done after it was due. */
static void tell_task(struct fzzf__working *working,
                      const struct fzzf_record *task)
{
    static const struct fzzf__because roles[] = {
        [FZZF__LEAD] = {"lead", "牵头", "leads"},
        [FZZF__COOPERATING] = {"cooperating", "配合", "cooperates in"},
    };
    const enum fzzf__task_state state = fzzf__task_state(working, task);
    const char *done = fzzf__record_value(task, TASK_DONE);
    struct duty duty = begin(working, task, TASK_BODY);

    duty.due = fzzf__record_value(task, TASK_DUE);
    if (state == FZZF__TASK_OPEN ||
        (state == FZZF__TASK_DONE &&
         (duty.due == NULL || strcmp(done, duty.due) <= 0)))
        return;
    duty.indicator = fzzf__record_value(task, TASK_INDICATOR);
    add(&duty, fzzf__record_value(duty.body, BODY_NAME));
    duty.arguments[duty.count++] = roles[fzzf__word_find(
        &fzzf__task_role_words, fzzf__record_value(task, TASK_ROLE))];
    add(&duty, indicator_called(working, duty.indicator));
    if (state == FZZF__TASK_DONE)
        duty.until = done;
    add_days(&duty);
    add_person(&duty);
    if (state == FZZF__TASK_DONE)
        say(&duty, FZZF__BECAUSE_DONE_LATE);
    else
        say(&duty, fzzf__has_come(working, task, TASK_CLAIMED)
                       ? FZZF__BECAUSE_OVERDUE
                       : FZZF__BECAUSE_UNCLAIMED);
}

static void tell_rectification(struct fzzf__working *working,
                               const struct fzzf_record *rectification)
{
    const enum fzzf__correction_state state =
        fzzf__correction_state(working, rectification);
    const char *proof = fzzf__record_value(rectification, RECTIFICATION_PROOF);
    const char *person =
        fzzf__record_value(rectification, RECTIFICATION_PERSON);
    struct duty duty = begin(working, rectification, RECTIFICATION_BODY);

    duty.id = fzzf__record_value(rectification, RECTIFICATION_ID);
    duty.indicator = fzzf__record_value(rectification, RECTIFICATION_INDICATOR);
    duty.person = person != NULL ? person : duty.person;
    add(&duty, fzzf__record_value(duty.body, BODY_NAME));
    add(&duty, fzzf__record_value(rectification, RECTIFICATION_SHORTFALL));
    add_person(&duty);
    if (state == FZZF__CORRECTION_OVERDUE) {
        duty.due = fzzf__record_value(rectification, RECTIFICATION_DUE);
        add_days(&duty);
        say(&duty, FZZF__BECAUSE_NOT_RECTIFIED);
    } else if (state == FZZF__CORRECTION_FAILED) {
        add(&duty, fzzf__record_value(rectification, RECTIFICATION_ASSESSED));
        say(&duty, FZZF__BECAUSE_STILL_SHORT);
    } else if (state == FZZF__CORRECTION_WAITING &&
               (proof == NULL || *proof == '\0')) {
        add(&duty, fzzf__record_value(rectification, RECTIFICATION_DONE));
        say(&duty, FZZF__BECAUSE_NO_PROOF);
    }
}

/* An accountability record, with its decision when there is one by the day. */
static void tell_record(struct fzzf__working *working,
                        const struct fzzf_record *record)
{
    const char *decision = fzzf__record_value(record, ACCOUNTABILITY_DECISION);
    const char *person = fzzf__record_value(record, ACCOUNTABILITY_PERSON);
    const char *by = fzzf__record_value(record, ACCOUNTABILITY_BY);
    struct duty duty = begin(working, record, ACCOUNTABILITY_BODY);

    duty.id = fzzf__record_value(record, ACCOUNTABILITY_ID);
    duty.indicator = fzzf__record_value(record, ACCOUNTABILITY_INDICATOR);
    duty.person = person != NULL ? person : duty.person;
    add(&duty, fzzf__record_value(duty.body, BODY_NAME));
    add(&duty, fzzf__record_value(record, ACCOUNTABILITY_CAUSE));
    add(&duty, fzzf__record_value(record, ACCOUNTABILITY_EFFECT));
    if (decision == NULL || by == NULL ||
        !fzzf__has_come(working, record, ACCOUNTABILITY_DATE)) {
        say(&duty, FZZF__BECAUSE_UNDECIDED);
        return;
    }
    add(&duty, decision);
    add(&duty, by);
    add(&duty, fzzf__record_value(record, ACCOUNTABILITY_DATE));
    say(&duty, FZZF__BECAUSE_DECIDED);
}

void fzzf__duties(struct fzzf__working *working)
{
    static const struct {
        size_t part;
        void (*tell)(struct fzzf__working *working,
                     const struct fzzf_record *record);
    } parts[] = {
        {WORKPLAN_BODIES, tell_body},
        {WORKPLAN_TASKS, tell_task},
        {WORKPLAN_RECTIFICATIONS, tell_rectification},
        {WORKPLAN_ACCOUNTABILITIES, tell_record},
    };

    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        const struct fzzf__record_list *list =
            fzzf__record_list(working->plan, parts[i].part);

        for (size_t j = 0; j < list->count; j++)
            parts[i].tell(working, list->items[j]);
    }
}
