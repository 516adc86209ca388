/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of <tasks> (任务台账). */

#include "model/kinds_tasks.h"

static const char *const task_state_items[] = {
    [FZZF__TASK_OPEN] = "open",
    [FZZF__TASK_OVERDUE] = "overdue",
    [FZZF__TASK_DONE] = "done",
};
const struct fzzf__words fzzf__task_state_words = {
    task_state_items, sizeof task_state_items / sizeof task_state_items[0]};

static const struct fzzf__field item_fields[] = {
    [ITEM_INDICATOR] = {"indicator", FZZF__FORM_ID, 1, NULL, "指标"},
    [ITEM_TITLE] = {"title", FZZF__FORM_TEXT, 0, NULL, "名称"},
    [ITEM_ROLE] = {"role", FZZF__FORM_WORD, 1, &fzzf__task_role_words, "分工"},
    [ITEM_POINTS] = {"points", FZZF__FORM_EXACT, 0, NULL, "分值"},
    [ITEM_DUE] = {"due", FZZF__FORM_DATE, 0, NULL, "完成期限"},
    [ITEM_CLAIMED] = {"claimed", FZZF__FORM_DATE, 0, NULL, "认领日期"},
    [ITEM_DONE] = {"done", FZZF__FORM_DATE, 0, NULL, "完成日期"},
    [ITEM_STATE] = {"state", FZZF__FORM_WORD, 1, &fzzf__task_state_words,
                    "状态"},
    [ITEM_MET] = {"met", FZZF__FORM_CODE, 0, NULL, "符合"},
    [ITEM_SCORE] = {"score", FZZF__FORM_EXACT, 0, NULL, "得分"},
    [ITEM_HIGH] = {"high", FZZF__FORM_EXACT, 0, NULL, "得分至多"},
    [ITEM_LOST] = {"lost", FZZF__FORM_EXACT, 0, NULL, "失分"},
    [ITEM_LOST_MOST] = {"lost-most", FZZF__FORM_EXACT, 0, NULL, "失分至多"},
};

static const struct fzzf_kind item = {
    .name = "item",
    .title = "任务",
    FZZF__FIELDS(item_fields),
};

static const char *const correction_state_items[] = {
    [FZZF__CORRECTION_OPEN] = "open",
    [FZZF__CORRECTION_OVERDUE] = "overdue",
    [FZZF__CORRECTION_WAITING] = "waiting",
    [FZZF__CORRECTION_FAILED] = "failed",
    [FZZF__CORRECTION_CLOSED] = "closed",
};
const struct fzzf__words fzzf__correction_state_words = {
    correction_state_items,
    sizeof correction_state_items / sizeof correction_state_items[0]};

static const struct fzzf__field correction_fields[] = {
    [CORRECTION_ID] = {"id", FZZF__FORM_ID, 1, NULL, "编号"},
    [CORRECTION_INDICATOR] = {"indicator", FZZF__FORM_ID, 0, NULL, "指标"},
    [CORRECTION_SHORTFALL] = {"shortfall", FZZF__FORM_TEXT, 1, NULL, "短板"},
    [CORRECTION_MEASURE] = {"measure", FZZF__FORM_TEXT, 0, NULL, "措施"},
    [CORRECTION_PERSON] = {"person", FZZF__FORM_TEXT, 0, NULL, "责任人"},
    [CORRECTION_DUE] = {"due", FZZF__FORM_DATE, 0, NULL, "完成期限"},
    [CORRECTION_DONE] = {"done", FZZF__FORM_DATE, 0, NULL, "完成日期"},
    [CORRECTION_STATE] = {"state", FZZF__FORM_WORD, 1,
                          &fzzf__correction_state_words, "状态"},
};

static const struct fzzf_kind correction = {
    .name = "correction",
    .title = "整改",
    FZZF__FIELDS(correction_fields),
};

static const struct fzzf__field sheet_fields[] = {
    [SHEET_BODY] = {"body", FZZF__FORM_ID, 1, NULL, "责任单位"},
    [SHEET_NAME] = {"name", FZZF__FORM_TEXT, 1, NULL, "名称"},
    [SHEET_KIND] = {"kind", FZZF__FORM_WORD, 1, &fzzf__body_kind_words, "性质"},
    [SHEET_CATEGORY] = {"category", FZZF__FORM_WORD, 0, &fzzf__type_words,
                        "创建类别"},
    [SHEET_PROJECT] = {"project", FZZF__FORM_TEXT, 0, NULL, "创建项目"},
    [SHEET_FILED] = {"filed", FZZF__FORM_DATE, 0, NULL, "方案日期"},
    [SHEET_PERSON] = {"person", FZZF__FORM_TEXT, 0, NULL, "第一责任人"},
    [SHEET_TASKS] = {"tasks", FZZF__FORM_WHOLE, 1, NULL, "任务"},
    [SHEET_LED] = {"led", FZZF__FORM_WHOLE, 1, NULL, "牵头"},
    [SHEET_DONE] = {"done", FZZF__FORM_WHOLE, 1, NULL, "已完成"},
    [SHEET_OVERDUE] = {"overdue", FZZF__FORM_WHOLE, 1, NULL, "逾期"},
    [SHEET_UNCLAIMED] = {"unclaimed", FZZF__FORM_WHOLE, 1, NULL, "未认领"},
    [SHEET_POINTS] = {"points", FZZF__FORM_EXACT, 1, NULL, "牵头分值"},
    [SHEET_UNPUBLISHED] = {"unpublished", FZZF__FORM_WHOLE, 1, NULL,
                           "分值未知的指标"},
    [SHEET_LOST] = {"lost", FZZF__FORM_EXACT, 0, NULL, "失分"},
    [SHEET_LOST_MOST] = {"lost-most", FZZF__FORM_EXACT, 0, NULL, "失分至多"},
    [SHEET_SHORTFALLS] = {"shortfalls", FZZF__FORM_WHOLE, 0, NULL, "短板"},
    [SHEET_UNSCORED] = {"unscored", FZZF__FORM_WHOLE, 0, NULL, "未评分的指标"},
    [SHEET_RECTIFICATIONS] = {"rectifications", FZZF__FORM_WHOLE, 1, NULL,
                              "整改"},
    [SHEET_UNRECTIFIED] = {"unrectified", FZZF__FORM_WHOLE, 1, NULL,
                           "整改未完成"},
};

static const struct fzzf__part sheet_parts[] = {
    [SHEET_ITEMS] = {&item, 0, 0, ITEM_INDICATOR + 1, 0},
    [SHEET_CORRECTIONS] = {&correction, 0, 0, CORRECTION_ID + 1, 0},
};

static const struct fzzf_kind sheet = {
    .name = "sheet",
    .title = "责任单位台账",
    FZZF__FIELDS(sheet_fields),
    FZZF__PARTS(sheet_parts),
};

static const struct fzzf__field notice_fields[] = {
    [NOTICE_CODE] = {"code", FZZF__FORM_CODE, 1, NULL, "代码"},
    [NOTICE_ZH] = {"zh", FZZF__FORM_TEXT, 1, NULL, "中文"},
    [NOTICE_EN] = {"en", FZZF__FORM_TEXT, 1, NULL, "英文"},
    [NOTICE_BODY] = {"body", FZZF__FORM_ID, 1, NULL, "责任单位"},
    [NOTICE_INDICATOR] = {"indicator", FZZF__FORM_ID, 0, NULL, "指标"},
    [NOTICE_ID] = {"id", FZZF__FORM_ID, 0, NULL, "编号"},
    [NOTICE_DUE] = {"due", FZZF__FORM_DATE, 0, NULL, "完成期限"},
    [NOTICE_DAYS] = {"days", FZZF__FORM_WHOLE, 0, NULL, "逾期天数"},
    [NOTICE_PERSON] = {"person", FZZF__FORM_TEXT, 0, NULL, "责任人"},
};

static const struct fzzf__part notice_parts[] = {
    [NOTICE_ARGUMENTS] = {&fzzf__kind_argument, 0, 0, 0, 0},
};

static const struct fzzf_kind notice = {
    .name = "notice",
    .title = "问责事项",
    FZZF__FIELDS(notice_fields),
    FZZF__PARTS(notice_parts),
};

static const struct fzzf__field tasks_fields[] = {
    [WORK_WORKPLAN] = {"workplan", FZZF__FORM_ID, 1, NULL, "任务分工"},
    [WORK_UNIT] = {"unit", FZZF__FORM_ID, 1, NULL, "单位"},
    [WORK_SYSTEM] = {"system", FZZF__FORM_ID, 1, NULL, "指标体系"},
    [WORK_DECLARATION] = {"declaration", FZZF__FORM_ID, 0, NULL, "申报"},
    [WORK_DAY] = {"day", FZZF__FORM_DATE, 1, NULL, "日期"},
    [WORK_BODIES] = {"bodies", FZZF__FORM_WHOLE, 1, NULL, "责任单位"},
    [WORK_INDICATORS] = {"indicators", FZZF__FORM_WHOLE, 1, NULL,
                         "应牵头的指标"},
    [WORK_UNLED] = {"unled", FZZF__FORM_WHOLE, 1, NULL, "无牵头的指标"},
    [WORK_UNLED_POINTS] = {"unled-points", FZZF__FORM_EXACT, 1, NULL,
                           "无牵头的分值"},
    [WORK_CONTESTED] = {"contested", FZZF__FORM_WHOLE, 1, NULL,
                        "多个牵头的指标"},
    [WORK_MATTERS] = {"matters", FZZF__FORM_WHOLE, 1, NULL, "请示报告事项"},
    [WORK_TASKS] = {"tasks", FZZF__FORM_WHOLE, 1, NULL, "任务"},
    [WORK_LED] = {"led", FZZF__FORM_WHOLE, 1, NULL, "牵头"},
    [WORK_DONE] = {"done", FZZF__FORM_WHOLE, 1, NULL, "已完成"},
    [WORK_OVERDUE] = {"overdue", FZZF__FORM_WHOLE, 1, NULL, "逾期"},
    [WORK_UNCLAIMED] = {"unclaimed", FZZF__FORM_WHOLE, 1, NULL, "未认领"},
    [WORK_POINTS] = {"points", FZZF__FORM_EXACT, 1, NULL, "分值"},
    [WORK_UNPUBLISHED] = {"unpublished", FZZF__FORM_WHOLE, 1, NULL,
                          "分值未知的指标"},
    [WORK_LOST] = {"lost", FZZF__FORM_EXACT, 0, NULL, "失分"},
    [WORK_LOST_MOST] = {"lost-most", FZZF__FORM_EXACT, 0, NULL, "失分至多"},
    [WORK_SHORTFALLS] = {"shortfalls", FZZF__FORM_WHOLE, 0, NULL, "短板"},
    [WORK_UNSCORED] = {"unscored", FZZF__FORM_WHOLE, 0, NULL, "未评分的指标"},
    [WORK_RECTIFICATIONS] = {"rectifications", FZZF__FORM_WHOLE, 1, NULL,
                             "整改"},
    [WORK_UNRECTIFIED] = {"unrectified", FZZF__FORM_WHOLE, 1, NULL,
                          "整改未完成"},
};

static const struct fzzf__part tasks_parts[] = {
    [WORK_SHEETS] = {&sheet, 0, 0, SHEET_BODY + 1, 0},
    [WORK_NOTICES] = {&notice, 0, 0, 0, 0},
};

const struct fzzf_kind fzzf__kind_tasks = {
    .name = "tasks",
    .title = "任务台账",
    FZZF__FIELDS(tasks_fields),
    FZZF__PARTS(tasks_parts),
    .root = true,
};
