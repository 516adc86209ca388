/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_MODEL_KINDS_HISTORY_H
#define LIB_MODEL_KINDS_HISTORY_H

/* The fields and parts of <history> and <states> by number. */

#include "model/kinds.h"

enum fzzf__event {
#define EVENT(name, word, rules) FZZF__EVENT_##name,
#include "model/events.def"
#undef EVENT
    FZZF__EVENT_COUNT
};
extern const struct fzzf__words fzzf__event_words;

enum { HISTORY_BATCH };
enum { HISTORY_EVENTS };

enum {
    EVENT_ID,
    EVENT_DECLARATION,
    EVENT_UNIT,
    EVENT_AT,
    EVENT_ORDER,
    EVENT_TYPE,
    EVENT_BY,
    EVENT_LEVEL,
    EVENT_PHASE,
    EVENT_OF,
    EVENT_REVISION,
    EVENT_REASON
};

enum { STATES_BATCH, STATES_DAY };
enum { STATES_STATES };

enum {
    STATE_DECLARATION,
    STATE_UNIT,
    STATE_NOW,
    STATE_SINCE,
    STATE_EVENT,
    STATE_REVISION,
    STATE_LEVEL,
    STATE_PHASE,
    STATE_OBJECTIONS,
    STATE_NEXT
};

#endif
