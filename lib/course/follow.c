/* SPDX-License-Identifier: Apache-2.0 */
/* What a history says against candidates: returned, withdrawn, outdated. */

#include <string.h>

#include "course/bars.h"
#include "course/history.h"
#include "fzzf/course.h"

static enum fzzf__reason_code code_of(size_t state)
{
    switch (state) {
    case FZZF__EVENT_RETURNED:
        return FZZF__BECAUSE_RETURNED;
    case FZZF__EVENT_WITHDRAWN:
        return FZZF__BECAUSE_WITHDRAWN;
    case FZZF__EVENT_NOT_RECOMMENDED:
        return FZZF__BECAUSE_NOT_RECOMMENDED;
    case FZZF__EVENT_NOT_NAMED:
        return FZZF__BECAUSE_NOT_NAMED;
    case FZZF__EVENT_REVOKED:
        return FZZF__BECAUSE_NAMING_REVOKED;
    default:
        return FZZF__BECAUSE_FAILED;
    }
}

static void bar_state(struct fzzf_record *candidate,
                      const struct fzzf__state *state)
{
    const struct fzzf__because arguments[] = {
        {fzzf__record_value(state->last, EVENT_AT), NULL, NULL},
        {fzzf__record_value(state->last, EVENT_BY), NULL, NULL},
        {fzzf__record_value(state->last, EVENT_REASON), NULL, NULL},
        {fzzf__record_value(state->last, EVENT_PHASE), NULL, NULL}};

    fzzf__bar(candidate, fzzf__record_value(state->last, EVENT_ID), FZZF_NO,
              code_of(state->now), arguments,
              state->now == FZZF__EVENT_FAILED ? 4 : 3);
}

/* The candidate was made of another revision than the last; a declaration that
 * does not say its revision is the first. */
static void bar_revision(struct fzzf_record *candidate,
                         const struct fzzf__state *state)
{
    fzzf__arena *arena = &candidate->document->arena;
    const char *said = fzzf__record_value(candidate, CANDIDATE_REVISION);
    const char *revision = said == NULL ? "1" : said;
    const struct fzzf__because arguments[] = {
        {revision, NULL, NULL},
        {fzzf__size_text(arena, state->revision), NULL, NULL}};
    size_t number;

    if (fzzf__size_value(revision, &number) && number != state->revision)
        fzzf__bar(candidate, fzzf__record_value(state->last, EVENT_ID), FZZF_NO,
                  FZZF__BECAUSE_OUTDATED, arguments, 2);
}

/* What @state of its declaration says against @candidate. */
static fzzf_status bar(const struct fzzf__ways *ways,
                       struct fzzf_record *candidate,
                       const struct fzzf__state *state)
{
    const char *unit = fzzf__record_value(state->last, EVENT_UNIT);
    const char *own = fzzf__record_value(candidate, CANDIDATE_UNIT);

    if (own == NULL) /* memory ran out */
        return FZZF_OK;
    if (strcmp(unit, own) != 0)
        return fzzf__report(ways->diags, FZZF_E_REFERENCE,
                            FZZF__F_HISTORY_OTHER_UNIT, &state->last->place,
                            fzzf__record_value(state->last, EVENT_DECLARATION),
                            unit, own, NULL);
    if (fzzf__event_bars(state->now))
        bar_state(candidate, state);
    bar_revision(candidate, state);
    return FZZF_OK;
}

static fzzf_status follow(struct fzzf__ways *ways,
                          struct fzzf_record *candidates, const char *day)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(candidates, RECOMMENDATION_CANDIDATES);
    fzzf_status status = FZZF_OK;

    for (size_t next = 0; next < ways->count;) {
        const char *declaration =
            fzzf__record_value(ways->events[next], EVENT_DECLARATION);
        struct fzzf__state state;
        fzzf_status found = fzzf__ways_go(ways, &next, day, &state);

        if (found != FZZF_OK)
            status = found;
        for (size_t i = 0; i < list->count && state.last != NULL; i++) {
            if (strcmp(declaration,
                       fzzf__record_value(list->items[i],
                                          CANDIDATE_DECLARATION)) != 0)
                continue;
            found = bar(ways, list->items[i], &state);
            if (found != FZZF_OK)
                status = found;
        }
    }
    return status;
}

fzzf_status fzzf_recommendation_follow(fzzf_record **out,
                                       const fzzf_record *candidates,
                                       const fzzf_record *history,
                                       const fzzf_record *batch,
                                       fzzf_diags *diags)
{
    struct fzzf_record *copy = NULL;
    struct fzzf__ways ways;
    const char *day;
    fzzf_status status;

    if (out == NULL)
        return FZZF_E_ARGUMENT;
    status = fzzf__bars_begin(&copy, candidates, history, &fzzf__kind_history,
                              batch, diags);
    if (status != FZZF_OK)
        return status;
    day = fzzf__record_value(copy, RECOMMENDATION_DAY);
    if (day == NULL)
        status = fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_NO_JUDGING_DAY,
                              &candidates->place, NULL);
    if (status == FZZF_OK) {
        status = fzzf__ways_begin(&ways, history, batch, diags);
        if (status == FZZF_OK)
            status = follow(&ways, copy, day);
        fzzf__ways_free(&ways);
    }
    return fzzf__bars_end(out, copy, status);
}
