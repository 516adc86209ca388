/* SPDX-License-Identifier: Apache-2.0 */
/* A sheet for each body, and the totals of the county. */

#include <string.h>

#include "course/tasks.h"

/* What an indicator is worth to the unit, and what of that was lost. */
struct worth {
    bool applies;
    bool published; /* the points are known */
    bool scored;    /* and what was lost */
    bool unscored;  /* it has a rule, but no score */
    bool short_of;  /* not met, or something was surely lost */
    fzzf__num points, lost, most;
    const struct fzzf__node_result *outcome; /* or NULL: no result */
};

static const struct fzzf__node_result *
outcome_of(const struct fzzf__working *working, const char *id)
{
    size_t node;

    if (working->result == NULL)
        return NULL;
    node = fzzf__names_find(&working->result->system->by_id, id);
    return node == FZZF__NO_NAME ? NULL : &working->result->nodes[node];
}

static void weigh_outcome(struct fzzf__working *working, struct worth *worth)
{
    const struct fzzf__node_result *outcome = worth->outcome;

    worth->applies = outcome->state != FZZF_SCORE_ABSENT &&
                     outcome->state != FZZF_SCORE_NOT_APPLICABLE;
    if (outcome->full != NULL) {
        worth->published = true;
        worth->points = outcome->full->num;
    }
    worth->scored = outcome->score != NULL && outcome->full != NULL;
    worth->unscored = outcome->score == NULL &&
                      outcome->state != FZZF_SCORE_UNSCORED && worth->applies;
    if (worth->scored) {
        worth->lost =
            fzzf__num_sub(&working->arena, worth->points, outcome->high->num);
        worth->most =
            fzzf__num_sub(&working->arena, worth->points, outcome->score->num);
    }
    worth->short_of =
        worth->applies && (outcome->met == FZZF_NO ||
                           (worth->scored && fzzf__num_sign(worth->lost) > 0));
}

static struct worth weigh(struct fzzf__working *working, size_t node)
{
    const struct fzzf_indicator *indicator = &working->system->nodes[node];
    struct worth worth = {
        .applies = fzzf__is_worked_on(working->system, node, working->level),
        .points = FZZF__ZERO,
        .lost = FZZF__ZERO,
        .most = FZZF__ZERO};

    worth.published = indicator->points.given == FZZF__GIVEN;
    if (worth.published)
        worth.points = indicator->points.num;
    worth.outcome = outcome_of(working, indicator->id);
    if (worth.outcome != NULL)
        weigh_outcome(working, &worth);
    return worth;
}

static void add_worth(struct fzzf__working *working, struct fzzf__tally *tally,
                      const struct worth *worth)
{
    if (!worth->applies)
        return;
    tally->unpublished += worth->published ? 0 : 1;
    tally->shortfalls += worth->short_of ? 1 : 0;
    tally->unscored += worth->unscored ? 1 : 0;
    if (worth->published)
        tally->points =
            fzzf__num_add(&working->arena, tally->points, worth->points);
    tally->lost = fzzf__num_add(&working->arena, tally->lost, worth->lost);
    tally->most = fzzf__num_add(&working->arena, tally->most, worth->most);
}

static void put_num(struct fzzf_record *record, size_t field, fzzf__num num)
{
    record->values[field] = fzzf__num_exact_text(&record->document->arena, num);
}

static void copy(struct fzzf_record *to, size_t field,
                 const struct fzzf_record *from, size_t of)
{
    fzzf__record_put(to, field, fzzf__record_value(from, of));
}

static void put_outcome(struct fzzf_record *item, const struct worth *worth)
{
    const struct fzzf__node_result *outcome = worth->outcome;

    if (outcome == NULL)
        return;
    fzzf__record_put(item, ITEM_MET, fzzf_answer_name(outcome->met));
    if (outcome->score != NULL) {
        put_num(item, ITEM_SCORE, outcome->score->num);
        if (!fzzf__num_equal(outcome->score->num, outcome->high->num))
            put_num(item, ITEM_HIGH, outcome->high->num);
    }
    if (!worth->scored)
        return;
    put_num(item, ITEM_LOST, worth->lost);
    if (!fzzf__num_equal(worth->lost, worth->most))
        put_num(item, ITEM_LOST_MOST, worth->most);
}

/* The item of a task on the sheet of its body. */
static void add_item(struct fzzf__working *working,
                     const struct fzzf_record *task)
{
    struct fzzf__office *office = fzzf__office_of(working, task, TASK_BODY);
    const size_t node = fzzf__names_find(
        &working->system->by_id, fzzf__record_value(task, TASK_INDICATOR));
    const enum fzzf__task_state state = fzzf__task_state(working, task);
    const struct worth worth = weigh(working, node);
    struct fzzf_record *item;

    if (office->sheet == NULL)
        return;
    item = fzzf__record_append(office->sheet, SHEET_ITEMS);
    if (item == NULL)
        return;
    copy(item, ITEM_INDICATOR, task, TASK_INDICATOR);
    fzzf__record_put(item, ITEM_TITLE, working->system->nodes[node].title);
    copy(item, ITEM_ROLE, task, TASK_ROLE);
    if (worth.applies && worth.published)
        put_num(item, ITEM_POINTS, worth.points);
    copy(item, ITEM_DUE, task, TASK_DUE);
    if (fzzf__has_come(working, task, TASK_CLAIMED))
        copy(item, ITEM_CLAIMED, task, TASK_CLAIMED);
    if (state == FZZF__TASK_DONE)
        copy(item, ITEM_DONE, task, TASK_DONE);
    fzzf__record_put(item, ITEM_STATE,
                     fzzf__word(&fzzf__task_state_words, (int)state));
    put_outcome(item, &worth);
}

static void count_task(struct fzzf__working *working,
                       const struct fzzf_record *task)
{
    struct fzzf__tally *tally =
        &fzzf__office_of(working, task, TASK_BODY)->tally;
    const enum fzzf__task_state state = fzzf__task_state(working, task);
    struct worth worth;

    tally->tasks++;
    tally->done += state == FZZF__TASK_DONE ? 1 : 0;
    tally->overdue += state == FZZF__TASK_OVERDUE ? 1 : 0;
    tally->unclaimed +=
        state != FZZF__TASK_DONE && !fzzf__has_come(working, task, TASK_CLAIMED)
            ? 1
            : 0;
    if (fzzf__word_find(&fzzf__task_role_words,
                        fzzf__record_value(task, TASK_ROLE)) != FZZF__LEAD)
        return;
    tally->led++;
    worth = weigh(working,
                  fzzf__names_find(&working->system->by_id,
                                   fzzf__record_value(task, TASK_INDICATOR)));
    add_worth(working, tally, &worth);
}

static void add_correction(struct fzzf__working *working,
                           const struct fzzf_record *rectification)
{
    struct fzzf__office *office =
        fzzf__office_of(working, rectification, RECTIFICATION_BODY);
    const enum fzzf__correction_state state =
        fzzf__correction_state(working, rectification);
    struct fzzf_record *correction = NULL;

    office->tally.rectifications++;
    office->tally.unrectified += state != FZZF__CORRECTION_CLOSED ? 1 : 0;
    if (office->sheet != NULL)
        correction = fzzf__record_append(office->sheet, SHEET_CORRECTIONS);
    if (correction == NULL)
        return;
    copy(correction, CORRECTION_ID, rectification, RECTIFICATION_ID);
    copy(correction, CORRECTION_INDICATOR, rectification,
         RECTIFICATION_INDICATOR);
    copy(correction, CORRECTION_SHORTFALL, rectification,
         RECTIFICATION_SHORTFALL);
    copy(correction, CORRECTION_MEASURE, rectification, RECTIFICATION_MEASURE);
    copy(correction, CORRECTION_PERSON, rectification, RECTIFICATION_PERSON);
    copy(correction, CORRECTION_DUE, rectification, RECTIFICATION_DUE);
    if (fzzf__has_come(working, rectification, RECTIFICATION_DONE))
        copy(correction, CORRECTION_DONE, rectification, RECTIFICATION_DONE);
    fzzf__record_put(correction, CORRECTION_STATE,
                     fzzf__word(&fzzf__correction_state_words, (int)state));
}

static void begin_sheet(struct fzzf__working *working,
                        struct fzzf__office *office)
{
    struct fzzf_record *sheet = fzzf__record_append(working->made, WORK_SHEETS);
    const struct fzzf_record *body = office->body;

    office->sheet = sheet;
    if (sheet == NULL)
        return;
    copy(sheet, SHEET_BODY, body, BODY_ID);
    copy(sheet, SHEET_NAME, body, BODY_NAME);
    copy(sheet, SHEET_KIND, body, BODY_KIND);
    copy(sheet, SHEET_CATEGORY, body, BODY_CATEGORY);
    copy(sheet, SHEET_PROJECT, body, BODY_PROJECT);
    if (fzzf__has_come(working, body, BODY_FILED))
        copy(sheet, SHEET_FILED, body, BODY_FILED);
    copy(sheet, SHEET_PERSON, body, BODY_PERSON);
}

/* The fields that sheets and the whole share; @add is how much higher those of
 * the whole are. */
static void put_tally(const struct fzzf__working *working,
                      struct fzzf_record *record, size_t add,
                      const struct fzzf__tally *tally)
{
    fzzf__put_size(record, SHEET_TASKS + add, tally->tasks);
    fzzf__put_size(record, SHEET_LED + add, tally->led);
    fzzf__put_size(record, SHEET_DONE + add, tally->done);
    fzzf__put_size(record, SHEET_OVERDUE + add, tally->overdue);
    fzzf__put_size(record, SHEET_UNCLAIMED + add, tally->unclaimed);
    put_num(record, SHEET_POINTS + add, tally->points);
    fzzf__put_size(record, SHEET_UNPUBLISHED + add, tally->unpublished);
    if (working->result != NULL) {
        put_num(record, SHEET_LOST + add, tally->lost);
        if (!fzzf__num_equal(tally->lost, tally->most))
            put_num(record, SHEET_LOST_MOST + add, tally->most);
        fzzf__put_size(record, SHEET_SHORTFALLS + add, tally->shortfalls);
        fzzf__put_size(record, SHEET_UNSCORED + add, tally->unscored);
    }
    fzzf__put_size(record, SHEET_RECTIFICATIONS + add, tally->rectifications);
    fzzf__put_size(record, SHEET_UNRECTIFIED + add, tally->unrectified);
}

/* Counts of bodies add up; indicators are counted once, whoever leads them. */
static void sum_up(struct fzzf__working *working, size_t bodies)
{
    struct fzzf__tally *whole = &working->whole;

    for (size_t i = 0; i < bodies; i++) {
        const struct fzzf__tally *tally = &working->offices[i].tally;

        whole->tasks += tally->tasks;
        whole->led += tally->led;
        whole->done += tally->done;
        whole->overdue += tally->overdue;
        whole->unclaimed += tally->unclaimed;
        whole->rectifications += tally->rectifications;
        whole->unrectified += tally->unrectified;
    }
    for (size_t i = 0; i < working->system->node_count; i++) {
        struct worth worth;

        if (!fzzf__is_worked_on(working->system, i, working->level))
            continue;
        worth = weigh(working, i);
        add_worth(working, whole, &worth);
        if (working->leads[i].count == 0)
            add_worth(working, &working->without, &worth);
    }
}

static void put_whole(struct fzzf__working *working, size_t bodies)
{
    const struct fzzf_record *plan = working->plan;
    struct fzzf_record *made = working->made;

    copy(made, WORK_WORKPLAN, plan, WORKPLAN_ID);
    copy(made, WORK_UNIT, plan, WORKPLAN_UNIT);
    copy(made, WORK_SYSTEM, plan, WORKPLAN_SYSTEM);
    if (working->result != NULL)
        fzzf__record_put(made, WORK_DECLARATION, working->result->declaration);
    fzzf__put_size(made, WORK_BODIES, bodies);
    fzzf__put_size(made, WORK_INDICATORS, working->indicators);
    fzzf__put_size(made, WORK_UNLED, working->unled);
    put_num(made, WORK_UNLED_POINTS, working->without.points);
    fzzf__put_size(made, WORK_CONTESTED, working->contested);
    fzzf__put_size(made, WORK_MATTERS,
                   fzzf__record_list(plan, WORKPLAN_MATTERS)->count);
    put_tally(working, made, WORK_TASKS - SHEET_TASKS, &working->whole);
}

void fzzf__sheets(struct fzzf__working *working)
{
    const struct fzzf_record *plan = working->plan;
    const size_t bodies = fzzf__record_list(plan, WORKPLAN_BODIES)->count;
    const struct fzzf__record_list *tasks =
        fzzf__record_list(plan, WORKPLAN_TASKS);
    const struct fzzf__record_list *rectifications =
        fzzf__record_list(plan, WORKPLAN_RECTIFICATIONS);

    for (size_t i = 0; i < bodies; i++)
        begin_sheet(working, &working->offices[i]);
    for (size_t i = 0; i < tasks->count; i++) {
        add_item(working, tasks->items[i]);
        count_task(working, tasks->items[i]);
    }
    for (size_t i = 0; i < rectifications->count; i++)
        add_correction(working, rectifications->items[i]);
    for (size_t i = 0; i < bodies; i++) {
        const struct fzzf__office *office = &working->offices[i];

        if (office->sheet == NULL)
            return;
        put_tally(working, office->sheet, 0, &office->tally);
    }
    sum_up(working, bodies);
    put_whole(working, bodies);
}
