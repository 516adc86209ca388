/* SPDX-License-Identifier: Apache-2.0 */
/* Goes the way of each declaration, event by event, as far as it is legal. */

#include "course/history.h"

#include <stdlib.h>
#include <string.h>

#include "course/reasons.h"
#include "model/choice.h"
#include "model/kinds_batch.h"

/* Bits of the rules: after which events. What must be said is checked by then
 * (model/check_history.c). */
#define AFTER(name) (1u << FZZF__EVENT_##name)
#define BEGINS      (1u << FZZF__EVENT_COUNT)
#define BARS        (1u << (FZZF__EVENT_COUNT + 1))
#define SAYS(field) 0u

static const unsigned rules[] = {
#define EVENT(name, word, rules) rules,
#include "model/events.def"
#undef EVENT
};

#define NOTHING ((size_t)FZZF__EVENT_COUNT) /* before all events */

static const char *value(const struct fzzf_record *event, size_t field)
{
    return fzzf__record_value(event, field);
}

static size_t type_of(const struct fzzf_record *event)
{
    return (size_t)fzzf__word_find(&fzzf__event_words,
                                   value(event, EVENT_TYPE));
}

static size_t number_of(const struct fzzf_record *record, size_t field)
{
    size_t number = 0;

    (void)fzzf__size_value(fzzf__record_value(record, field), &number);
    return number;
}

bool fzzf__event_bars(size_t now)
{
    return (rules[now] & BARS) != 0;
}

/* Days are written so that their order is that of texts. */
int fzzf__event_order(const void *one, const void *other)
{
    const struct fzzf_record *a = *(const struct fzzf_record *const *)one;
    const struct fzzf_record *b = *(const struct fzzf_record *const *)other;
    const size_t first = number_of(a, EVENT_ORDER);
    const size_t second = number_of(b, EVENT_ORDER);
    int order =
        strcmp(value(a, EVENT_DECLARATION), value(b, EVENT_DECLARATION));

    if (order == 0)
        order = strcmp(value(a, EVENT_AT), value(b, EVENT_AT));
    if (order == 0 && first != second)
        order = first < second ? -1 : 1;
    return order != 0 ? order : strcmp(value(a, EVENT_ID), value(b, EVENT_ID));
}

fzzf_status fzzf__ways_begin(struct fzzf__ways *ways,
                             const struct fzzf_record *history,
                             const struct fzzf_record *batch, fzzf_diags *diags)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(history, HISTORY_EVENTS);

    memset(ways, 0, sizeof *ways);
    fzzf__arena_init(&ways->arena);
    ways->diags = diags;
    ways->batch = batch;
    ways->count = list->count;
    ways->events = fzzf__arena_alloc(&ways->arena,
                                     (list->count + 1) * sizeof *ways->events);
    if (ways->events == NULL)
        return FZZF_E_MEMORY;
    for (size_t i = 0; i < list->count; i++)
        ways->events[i] = list->items[i];
    qsort(ways->events, list->count, sizeof *ways->events, fzzf__event_order);
    return FZZF_OK;
}

void fzzf__ways_free(struct fzzf__ways *ways)
{
    fzzf__arena_free(&ways->arena);
}

const char *fzzf__events_after(fzzf__arena *arena, size_t now)
{
    fzzf__text text = {0};
    const char *kept = NULL;

    for (size_t i = 0; i < FZZF__EVENT_COUNT; i++) {
        if ((rules[i] & 1u << now) == 0)
            continue;
        fzzf__text_add(&text, text.length > 0 ? " " : "");
        fzzf__text_add(&text, fzzf__word(&fzzf__event_words, (int)i));
    }
    if (text.failed)
        arena->spoiled = FZZF_E_MEMORY;
    else if (text.length > 0)
        kept = fzzf__arena_text(arena, text.bytes);
    fzzf__text_free(&text);
    return kept;
}

/* Tells that @event cannot come now; what may is the last argument. */
static fzzf_status refuse(struct fzzf__ways *ways,
                          const struct fzzf__state *state,
                          const struct fzzf_record *event)
{
    const char *next = fzzf__events_after(&ways->arena, state->now);

    return fzzf__report(
        ways->diags, FZZF_E_REFERENCE,
        state->now == NOTHING ? FZZF__F_EVENT_FIRST
        : next == NULL        ? FZZF__F_EVENT_ENDED
                              : FZZF__F_EVENT_ILLEGAL,
        &event->place, value(event, EVENT_ID), value(event, EVENT_TYPE),
        value(event, EVENT_DECLARATION), value(event, EVENT_UNIT),
        state->now == NOTHING ? ""
                              : fzzf__word(&fzzf__event_words, (int)state->now),
        next == NULL ? "" : next, NULL);
}

/* Tells that @event says, or lacks, something in @field. */
static fzzf_status refuse_field(struct fzzf__ways *ways,
                                const struct fzzf_record *event, size_t field,
                                int number, const char *wanted)
{
    return fzzf__report(ways->diags, FZZF_E_REFERENCE, number, &event->place,
                        value(event, EVENT_ID), value(event, EVENT_TYPE),
                        event->kind->fields[field].name,
                        value(event, field) == NULL ? "" : value(event, field),
                        wanted, NULL);
}

/* A declaration is revision 1 unless it says so; each one after it the next. */
static fzzf_status take_revision(struct fzzf__ways *ways,
                                 struct fzzf__state *state,
                                 const struct fzzf_record *event)
{
    const bool begins = state->now == NOTHING;
    const size_t said = number_of(event, EVENT_REVISION);

    if (begins && said == 0)
        state->revision = 1;
    else if (begins || said == state->revision + 1)
        state->revision = said;
    else
        return refuse_field(ways, event, EVENT_REVISION, FZZF__F_EVENT_EXPECTED,
                            fzzf__size_text(&ways->arena, state->revision + 1));
    return FZZF_OK;
}

static fzzf_status take_level(struct fzzf__ways *ways,
                              struct fzzf__state *state,
                              const struct fzzf_record *event)
{
    const size_t level = 1 + (size_t)fzzf__word_find(&fzzf__level_words,
                                                     value(event, EVENT_LEVEL));

    if (level <= state->level)
        return refuse_field(
            ways, event, EVENT_LEVEL, FZZF__F_EVENT_NOT_ABOVE,
            fzzf__word(&fzzf__level_words, (int)state->level - 1));
    state->level = level;
    return FZZF_OK;
}

static const struct fzzf_record *find_phase(const struct fzzf_record *batch,
                                            const char *id)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(batch, BATCH_PHASES);

    for (size_t i = 0; i < list->count; i++)
        if (strcmp(fzzf__record_value(list->items[i], PHASE_ID), id) == 0)
            return list->items[i];
    return NULL;
}

/* Whether one of the @count events before @event has the same @field and is of
 * @type. */
static bool was_before(const struct fzzf_record *const *events, size_t count,
                       size_t type, size_t field, const char *same)
{
    for (size_t i = 0; i < count; i++)
        if (type_of(events[i]) == type && value(events[i], field) != NULL &&
            strcmp(value(events[i], field), same) == 0)
            return true;
    return false;
}

/* Phases are passed once, and as the batch has them, in their order. */
static fzzf_status take_phase(struct fzzf__ways *ways,
                              struct fzzf__state *state,
                              const struct fzzf_record *const *events,
                              size_t count)
{
    const struct fzzf_record *event = events[count];
    const char *id = value(event, EVENT_PHASE);
    const struct fzzf_record *phase = NULL;
    size_t order = 0;

    if (was_before(events, count, FZZF__EVENT_PASSED, EVENT_PHASE, id))
        return refuse_field(ways, event, EVENT_PHASE, FZZF__F_EVENT_TWICE, "");
    if (ways->batch != NULL) {
        phase = find_phase(ways->batch, id);
        if (phase == NULL)
            return refuse_field(ways, event, EVENT_PHASE, FZZF__F_EVENT_PHASE,
                                fzzf__record_value(ways->batch, BATCH_ID));
        order = number_of(phase, PHASE_ORDER);
    }
    if (order < state->phase_order)
        return refuse_field(ways, event, EVENT_PHASE, FZZF__F_EVENT_NOT_AFTER,
                            value(state->phase, EVENT_PHASE));
    state->phase = event;
    state->phase_order = order;
    return FZZF_OK;
}

static fzzf_status take_settled(struct fzzf__ways *ways,
                                struct fzzf__state *state,
                                const struct fzzf_record *const *events,
                                size_t count)
{
    const char *of = value(events[count], EVENT_OF);

    if (!was_before(events, count, FZZF__EVENT_OBJECTED, EVENT_ID, of) ||
        was_before(events, count, FZZF__EVENT_SETTLED, EVENT_OF, of))
        return refuse_field(ways, events[count], EVENT_OF,
                            FZZF__F_EVENT_NO_OBJECTION, "");
    state->objections--;
    return FZZF_OK;
}

/* What @type brings along besides itself. */
static fzzf_status take_said(struct fzzf__ways *ways, struct fzzf__state *state,
                             const struct fzzf_record *const *events,
                             size_t count)
{
    switch ((enum fzzf__event)type_of(events[count])) {
    case FZZF__EVENT_DECLARED:
    case FZZF__EVENT_RESUBMITTED:
        return take_revision(ways, state, events[count]);
    case FZZF__EVENT_RECOMMENDED:
    case FZZF__EVENT_NOT_RECOMMENDED:
        return take_level(ways, state, events[count]);
    case FZZF__EVENT_PASSED:
    case FZZF__EVENT_FAILED:
        return take_phase(ways, state, events, count);
    case FZZF__EVENT_OBJECTED:
        state->objections++;
        return FZZF_OK;
    case FZZF__EVENT_SETTLED:
        return take_settled(ways, state, events, count);
    case FZZF__EVENT_RETURNED:
    case FZZF__EVENT_WITHDRAWN:
    case FZZF__EVENT_REVIEWED:
    case FZZF__EVENT_PUBLICIZED:
    case FZZF__EVENT_NAMED:
    case FZZF__EVENT_NOT_NAMED:
    case FZZF__EVENT_REVOKED:
    case FZZF__EVENT_COUNT:
        break;
    }
    return FZZF_OK;
}

/* Event number @count of one declaration. */
static fzzf_status take(struct fzzf__ways *ways, struct fzzf__state *state,
                        const struct fzzf_record *const *events, size_t count)
{
    const struct fzzf_record *event = events[count];
    const size_t type = type_of(event);
    fzzf_status status = FZZF_OK;

    if (strcmp(value(events[0], EVENT_UNIT), value(event, EVENT_UNIT)) != 0)
        return refuse_field(ways, event, EVENT_UNIT, FZZF__F_EVENT_OTHER_UNIT,
                            value(events[0], EVENT_UNIT));
    if ((rules[type] & 1u << state->now) == 0)
        return refuse(ways, state, event);
    status = take_said(ways, state, events, count);
    if (status != FZZF_OK)
        return status;
    state->last = event;
    state->now = type == FZZF__EVENT_SETTLED && state->objections > 0
                     ? FZZF__EVENT_OBJECTED
                     : type;
    return FZZF_OK;
}

fzzf_status fzzf__ways_go(struct fzzf__ways *ways, size_t *next,
                          const char *day, struct fzzf__state *out)
{
    const struct fzzf_record *const *events = &ways->events[*next];
    struct fzzf__state state = {.now = NOTHING};
    fzzf_status status = FZZF_OK;
    size_t count = 0;

    *out = state;
    for (; *next + count < ways->count &&
           strcmp(value(events[0], EVENT_DECLARATION),
                  value(events[count], EVENT_DECLARATION)) == 0;
         count++) {
        const fzzf_status found = take(ways, &state, events, count);

        if (found != FZZF_OK)
            status = found;
        if (day == NULL || strcmp(value(events[count], EVENT_AT), day) <= 0)
            *out = state;
    }
    *next += count;
    return ways->arena.spoiled != FZZF_OK ? ways->arena.spoiled : status;
}
