/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of <history> (经过) and of <states> (状态), which is made of it.
 */

#include "model/kinds_history.h"
#include "model/checks.h"

static const char *const event_items[] = {
#define EVENT(name, word, rules) word,
#include "model/events.def"
#undef EVENT
};
const struct fzzf__words fzzf__event_words = {event_items, FZZF__EVENT_COUNT};

static const struct fzzf__field event_fields[] = {
    [EVENT_ID] = {"id", FZZF__FORM_ID, 1, NULL, "编号"},
    [EVENT_DECLARATION] = {"declaration", FZZF__FORM_ID, 1, NULL, "申报"},
    [EVENT_UNIT] = {"unit", FZZF__FORM_ID, 1, NULL, "单位"},
    [EVENT_AT] = {"at", FZZF__FORM_DATE, 1, NULL, "日期"},
    [EVENT_ORDER] = {"order", FZZF__FORM_WHOLE, 0, NULL, "当日次序"},
    [EVENT_TYPE] = {"type", FZZF__FORM_WORD, 1, &fzzf__event_words, "事项"},
    [EVENT_BY] = {"by", FZZF__FORM_TEXT, 1, NULL, "由谁"},
    [EVENT_LEVEL] = {"level", FZZF__FORM_WORD, 0, &fzzf__level_words, "层级"},
    [EVENT_PHASE] = {"phase", FZZF__FORM_ID, 0, NULL, "环节"},
    [EVENT_OF] = {"of", FZZF__FORM_ID, 0, NULL, "所结异议"},
    [EVENT_REVISION] = {"revision", FZZF__FORM_REVISION, 0, NULL, "修订号"},
    [EVENT_REASON] = {"reason", FZZF__FORM_TEXT, 0, NULL, "理由"},
};

static const struct fzzf_kind event = {
    .name = "event",
    .title = "经过事项",
    FZZF__FIELDS(event_fields),
};

static const struct fzzf__field history_fields[] = {
    [HISTORY_BATCH] = {"batch", FZZF__FORM_ID, 1, NULL, "批次"},
};

static const struct fzzf__part history_parts[] = {
    [HISTORY_EVENTS] = {&event, 0, 0, EVENT_ID + 1, 0},
};

const struct fzzf_kind fzzf__kind_history = {
    .name = "history",
    .title = "经过",
    FZZF__FIELDS(history_fields),
    FZZF__PARTS(history_parts),
    .root = true,
    .check = fzzf__check_history,
};

static const struct fzzf__field state_fields[] = {
    [STATE_DECLARATION] = {"declaration", FZZF__FORM_ID, 1, NULL, "申报"},
    [STATE_UNIT] = {"unit", FZZF__FORM_ID, 1, NULL, "单位"},
    [STATE_NOW] = {"now", FZZF__FORM_WORD, 1, &fzzf__event_words, "现状"},
    [STATE_SINCE] = {"since", FZZF__FORM_DATE, 1, NULL, "自"},
    [STATE_EVENT] = {"event", FZZF__FORM_ID, 1, NULL, "依据事项"},
    [STATE_REVISION] = {"revision", FZZF__FORM_REVISION, 1, NULL, "修订号"},
    [STATE_LEVEL] = {"level", FZZF__FORM_WORD, 0, &fzzf__level_words,
                     "最后推荐层级"},
    [STATE_PHASE] = {"phase", FZZF__FORM_ID, 0, NULL, "最后环节"},
    [STATE_OBJECTIONS] = {"objections", FZZF__FORM_WHOLE, 1, NULL,
                          "未办结的异议"},
    [STATE_NEXT] = {"next", FZZF__FORM_WORDS, 0, &fzzf__event_words,
                    "可有的下一事项"},
};

static const struct fzzf_kind state = {
    .name = "state",
    .title = "申报状态",
    FZZF__FIELDS(state_fields),
};

static const struct fzzf__field states_fields[] = {
    [STATES_BATCH] = {"batch", FZZF__FORM_ID, 1, NULL, "批次"},
    [STATES_DAY] = {"day", FZZF__FORM_DATE, 1, NULL, "日期"},
};

static const struct fzzf__part states_parts[] = {
    [STATES_STATES] = {&state, 0, 0, STATE_DECLARATION + 1, 0},
};

const struct fzzf_kind fzzf__kind_states = {
    .name = "states",
    .title = "状态",
    FZZF__FIELDS(states_fields),
    FZZF__PARTS(states_parts),
    .root = true,
};
