/* SPDX-License-Identifier: Apache-2.0 */
/* Histories as callers see them: checked, told on a day, merged. */

#include <stdlib.h>
#include <string.h>

#include "base/names.h"
#include "course/history.h"
#include "course/belongs.h"
#include "course/reasons.h"
#include "fzzf/course.h"
#include "model/kinds_batch.h"

static bool is_kind(const fzzf_record *record, const struct fzzf_kind *kind)
{
    return record != NULL && record->kind == kind;
}

static fzzf_status check_batch(const fzzf_record *history,
                               const fzzf_record *batch, fzzf_diags *diags)
{
    fzzf_status status = fzzf_record_check(history, diags);

    if (status == FZZF_OK && batch != NULL)
        status = fzzf_record_check(batch, diags);
    if (status != FZZF_OK || batch == NULL)
        return status;
    return fzzf__of_batch(history, fzzf__record_value(history, HISTORY_BATCH),
                          fzzf__record_value(batch, BATCH_ID), diags);
}

static void put_state(struct fzzf_record *states, fzzf__arena *arena,
                      const struct fzzf__state *now)
{
    struct fzzf_record *state = fzzf__record_append(states, STATES_STATES);
    const struct fzzf_record *last = now->last;

    if (state == NULL)
        return;
    fzzf__record_put(state, STATE_DECLARATION,
                     fzzf__record_value(last, EVENT_DECLARATION));
    fzzf__record_put(state, STATE_UNIT, fzzf__record_value(last, EVENT_UNIT));
    fzzf__record_put(state, STATE_NOW,
                     fzzf__word(&fzzf__event_words, (int)now->now));
    fzzf__record_put(state, STATE_SINCE, fzzf__record_value(last, EVENT_AT));
    fzzf__record_put(state, STATE_EVENT, fzzf__record_value(last, EVENT_ID));
    fzzf__put_size(state, STATE_REVISION, now->revision);
    if (now->level > 0)
        fzzf__record_put(state, STATE_LEVEL,
                         fzzf__word(&fzzf__level_words, (int)now->level - 1));
    if (now->phase != NULL)
        fzzf__record_put(state, STATE_PHASE,
                         fzzf__record_value(now->phase, EVENT_PHASE));
    fzzf__put_size(state, STATE_OBJECTIONS, now->objections);
    fzzf__record_put(state, STATE_NEXT, fzzf__events_after(arena, now->now));
}

/* Goes all ways; puts how they stand on @day into @states, which may be NULL.
 */
static fzzf_status go_all(struct fzzf__ways *ways, struct fzzf_record *states,
                          const char *day)
{
    fzzf_status status = FZZF_OK;

    for (size_t next = 0; next < ways->count;) {
        struct fzzf__state state;
        const fzzf_status found = fzzf__ways_go(ways, &next, day, &state);

        if (found != FZZF_OK)
            status = found;
        if (status == FZZF_OK && states != NULL && state.last != NULL)
            put_state(states, &ways->arena, &state);
    }
    return ways->arena.spoiled != FZZF_OK ? ways->arena.spoiled : status;
}

fzzf_status fzzf_history_check(const fzzf_record *history,
                               const fzzf_record *batch, fzzf_diags *diags)
{
    struct fzzf__ways ways;
    fzzf_status status;

    if (!is_kind(history, &fzzf__kind_history) ||
        (batch != NULL && !is_kind(batch, &fzzf__kind_batch)))
        return FZZF_E_ARGUMENT;
    status = check_batch(history, batch, diags);
    if (status != FZZF_OK)
        return status;
    status = fzzf__ways_begin(&ways, history, batch, diags);
    if (status == FZZF_OK)
        status = go_all(&ways, NULL, NULL);
    fzzf__ways_free(&ways);
    return status;
}

/* Makes the document from a history that was looked at. */
static fzzf_status make_states(fzzf_record **out, const fzzf_record *history,
                               const fzzf_record *batch, const char *day,
                               fzzf_diags *diags)
{
    struct fzzf_record *states = fzzf__record_new(&fzzf__kind_states);
    struct fzzf__ways ways;
    fzzf_status status;

    if (states == NULL)
        return FZZF_E_MEMORY;
    fzzf__record_put(states, STATES_BATCH,
                     fzzf__record_value(history, HISTORY_BATCH));
    fzzf__record_put(states, STATES_DAY, day);
    status = fzzf__ways_begin(&ways, history, batch, diags);
    if (status == FZZF_OK)
        status = go_all(&ways, states, day);
    if (status == FZZF_OK)
        status = states->document->arena.spoiled;
    fzzf__ways_free(&ways);
    if (status == FZZF_OK)
        *out = states;
    else
        fzzf_record_unref(states);
    return status;
}

fzzf_status fzzf_history_states(fzzf_record **out, const fzzf_record *history,
                                const fzzf_record *batch, const char *day,
                                fzzf_diags *diags)
{
    fzzf_status status;
    long days;

    if (out == NULL || day == NULL || !is_kind(history, &fzzf__kind_history) ||
        (batch != NULL && !is_kind(batch, &fzzf__kind_batch)))
        return FZZF_E_ARGUMENT;
    if (!fzzf__date_parse(day, &days))
        return fzzf__report(diags, FZZF_E_SCHEMA, FZZF__F_BAD_DATE, NULL, "day",
                            day, fzzf__kind_states.name, NULL);
    status = check_batch(history, batch, diags);
    return status != FZZF_OK ? status
                             : make_states(out, history, batch, day, diags);
}

static bool same(const struct fzzf_record *one, const struct fzzf_record *other)
{
    for (size_t i = 0; i < one->kind->field_count; i++) {
        const char *a = one->values[i], *b = other->values[i];

        if ((a == NULL) != (b == NULL) || (a != NULL && strcmp(a, b) != 0))
            return false;
    }
    return true;
}

/* Appends the events of @from that are not among @known. */
static fzzf_status take_events(struct fzzf_record *to, fzzf__names *known,
                               const fzzf_record *from, fzzf_diags *diags)
{
    const struct fzzf__record_list *there =
        fzzf__record_list(to, HISTORY_EVENTS);
    const struct fzzf__record_list *list =
        fzzf__record_list(from, HISTORY_EVENTS);
    fzzf_status status = FZZF_OK;

    for (size_t i = 0; i < list->count; i++) {
        const struct fzzf_record *event = list->items[i];
        const char *id = fzzf__record_value(event, EVENT_ID);
        const int added = fzzf__names_add(known, id, there->count);
        struct fzzf_record *copy;

        if (added < 0)
            return FZZF_E_MEMORY;
        if (added == 0) {
            if (!same(there->items[fzzf__names_find(known, id)], event))
                status =
                    fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_EVENT_DIFFERS,
                                 &event->place, id, NULL);
            continue;
        }
        copy = fzzf__record_append(to, HISTORY_EVENTS);
        if (copy == NULL)
            return FZZF_E_MEMORY;
        fzzf__record_copy(copy, event);
    }
    return status == FZZF_OK ? to->document->arena.spoiled : status;
}

static fzzf_status merge(struct fzzf_record *to, const fzzf_record *one,
                         const fzzf_record *other, fzzf_diags *diags)
{
    struct fzzf__record_list *list = &to->parts[HISTORY_EVENTS];
    fzzf__names known = {NULL, 0, 0};
    fzzf_status status;

    fzzf__record_put(to, HISTORY_BATCH, fzzf__record_value(one, HISTORY_BATCH));
    status = take_events(to, &known, one, diags);
    if (status == FZZF_OK)
        status = take_events(to, &known, other, diags);
    fzzf__names_free(&known);
    if (status == FZZF_OK)
        qsort(list->items, list->count, sizeof *list->items, fzzf__event_order);
    return status;
}

fzzf_status fzzf_history_merge(fzzf_record **out, const fzzf_record *one,
                               const fzzf_record *other, fzzf_diags *diags)
{
    struct fzzf_record *merged;
    fzzf_status status;

    if (out == NULL || !is_kind(one, &fzzf__kind_history) ||
        !is_kind(other, &fzzf__kind_history))
        return FZZF_E_ARGUMENT;
    status = fzzf_record_check(one, diags);
    if (status == FZZF_OK)
        status = fzzf_record_check(other, diags);
    if (status == FZZF_OK)
        status = fzzf__of_batch(other, fzzf__record_value(other, HISTORY_BATCH),
                                fzzf__record_value(one, HISTORY_BATCH), diags);
    if (status != FZZF_OK)
        return status;
    merged = fzzf__record_new(&fzzf__kind_history);
    if (merged == NULL)
        return FZZF_E_MEMORY;
    status = merge(merged, one, other, diags);
    if (status == FZZF_OK)
        *out = merged;
    else
        fzzf_record_unref(merged);
    return status;
}
