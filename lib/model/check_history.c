/* SPDX-License-Identifier: Apache-2.0 */
/* Checks a history: each event says what its type has to say. */

#include "model/checks.h"
#include "model/kinds_history.h"

/* Bits for the fields from EVENT_LEVEL to EVENT_REASON; the way of events is
 * another matter, since a history may be a part of the whole. */
#define AFTER(name) 0u
#define BEGINS      0u
#define BARS        0u
#define SAYS(field) (1u << (EVENT_##field - EVENT_LEVEL))

static const unsigned said[] = {
#define EVENT(name, word, rules) rules,
#include "model/events.def"
#undef EVENT
};

static fzzf_status check_event(const struct fzzf_record *history,
                               const struct fzzf_record *event,
                               fzzf_diags *diags)
{
    const char *type = fzzf__record_value(event, EVENT_TYPE);
    const unsigned needs = said[fzzf__word_find(&fzzf__event_words, type)];
    fzzf_status status = FZZF_OK;

    (void)history;
    for (size_t i = EVENT_LEVEL; i <= EVENT_REASON; i++)
        if ((needs & 1u << (i - EVENT_LEVEL)) != 0 &&
            fzzf__record_value(event, i) == NULL)
            status =
                fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_EVENT_SAYS,
                             &event->place, fzzf__record_value(event, EVENT_ID),
                             type, event->kind->fields[i].name, NULL);
    return status;
}

fzzf_status fzzf__check_history(const struct fzzf_record *history,
                                fzzf_diags *diags)
{
    return fzzf__check_all(history, HISTORY_EVENTS, check_event, diags);
}
