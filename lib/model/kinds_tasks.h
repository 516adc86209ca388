/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_MODEL_KINDS_TASKS_H
#define LIB_MODEL_KINDS_TASKS_H

/* The fields and parts of <tasks> by number. */

#include "model/kinds_workplan.h"

/* From WORK_TASKS and SHEET_TASKS on the two have the same fields. */
enum {
    WORK_WORKPLAN,
    WORK_UNIT,
    WORK_SYSTEM,
    WORK_DECLARATION,
    WORK_DAY,
    WORK_BODIES,
    WORK_INDICATORS,
    WORK_UNLED,
    WORK_UNLED_POINTS,
    WORK_CONTESTED,
    WORK_MATTERS,
    WORK_TASKS,
    WORK_LED,
    WORK_DONE,
    WORK_OVERDUE,
    WORK_UNCLAIMED,
    WORK_POINTS,
    WORK_UNPUBLISHED,
    WORK_LOST,
    WORK_LOST_MOST,
    WORK_SHORTFALLS,
    WORK_UNSCORED,
    WORK_RECTIFICATIONS,
    WORK_UNRECTIFIED
};
enum { WORK_SHEETS, WORK_NOTICES };

enum {
    NOTICE_CODE,
    NOTICE_ZH,
    NOTICE_EN,
    NOTICE_BODY,
    NOTICE_INDICATOR,
    NOTICE_ID,
    NOTICE_DUE,
    NOTICE_DAYS,
    NOTICE_PERSON
};
enum { NOTICE_ARGUMENTS };

enum {
    SHEET_BODY,
    SHEET_NAME,
    SHEET_KIND,
    SHEET_CATEGORY,
    SHEET_PROJECT,
    SHEET_FILED,
    SHEET_PERSON,
    SHEET_TASKS,
    SHEET_LED,
    SHEET_DONE,
    SHEET_OVERDUE,
    SHEET_UNCLAIMED,
    SHEET_POINTS,
    SHEET_UNPUBLISHED,
    SHEET_LOST,
    SHEET_LOST_MOST,
    SHEET_SHORTFALLS,
    SHEET_UNSCORED,
    SHEET_RECTIFICATIONS,
    SHEET_UNRECTIFIED
};
enum { SHEET_ITEMS, SHEET_CORRECTIONS };

enum {
    CORRECTION_ID,
    CORRECTION_INDICATOR,
    CORRECTION_SHORTFALL,
    CORRECTION_MEASURE,
    CORRECTION_PERSON,
    CORRECTION_DUE,
    CORRECTION_DONE,
    CORRECTION_STATE
};

enum {
    ITEM_INDICATOR,
    ITEM_TITLE,
    ITEM_ROLE,
    ITEM_POINTS,
    ITEM_DUE,
    ITEM_CLAIMED,
    ITEM_DONE,
    ITEM_STATE,
    ITEM_MET,
    ITEM_SCORE,
    ITEM_HIGH,
    ITEM_LOST,
    ITEM_LOST_MOST
};

/* How a task and a rectification stand on the day. */
enum fzzf__task_state { FZZF__TASK_OPEN, FZZF__TASK_OVERDUE, FZZF__TASK_DONE };
extern const struct fzzf__words fzzf__task_state_words;
enum fzzf__correction_state {
    FZZF__CORRECTION_OPEN,
    FZZF__CORRECTION_OVERDUE,
    FZZF__CORRECTION_WAITING, /* for its re-assessment */
    FZZF__CORRECTION_FAILED,  /* in the re-assessment */
    FZZF__CORRECTION_CLOSED
};
extern const struct fzzf__words fzzf__correction_state_words;

#endif
