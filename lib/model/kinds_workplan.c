/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of <workplan> (创建方案与任务分工). */

#include "model/kinds_workplan.h"
#include "model/checks.h"

static const char *const body_kind_items[] = {
    [FZZF__DEPARTMENT] = "department",
    [FZZF__TOWNSHIP] = "township",
};
const struct fzzf__words fzzf__body_kind_words = {
    body_kind_items, sizeof body_kind_items / sizeof body_kind_items[0]};

static const struct fzzf__field body_fields[] = {
    [BODY_ID] = {"id", FZZF__FORM_ID, 1, NULL, "编号"},
    [BODY_KIND] = {"kind", FZZF__FORM_WORD, 1, &fzzf__body_kind_words, "性质"},
    [BODY_NAME] = {"name", FZZF__FORM_TEXT, 1, NULL, "名称"},
    [BODY_CODE] = {"code", FZZF__FORM_ID, 0, NULL, "代码"},
    [BODY_CATEGORY] = {"category", FZZF__FORM_WORD, 0, &fzzf__type_words,
                       "创建类别"},
    [BODY_PROJECT] = {"project", FZZF__FORM_TEXT, 0, NULL, "创建项目"},
    [BODY_PLAN] = {"plan", FZZF__FORM_TEXT, 0, NULL, "创建方案"},
    [BODY_FILED] = {"filed", FZZF__FORM_DATE, 0, NULL, "方案日期"},
    [BODY_PERSON] = {"person", FZZF__FORM_TEXT, 0, NULL, "第一责任人"},
    [BODY_POST] = {"post", FZZF__FORM_TEXT, 0, NULL, "职务"},
};

static const struct fzzf_kind body = {
    .name = "body",
    .title = "责任单位",
    FZZF__FIELDS(body_fields),
};

static const char *const task_role_items[] = {
    [FZZF__LEAD] = "lead",
    [FZZF__COOPERATING] = "cooperating",
};
const struct fzzf__words fzzf__task_role_words = {
    task_role_items, sizeof task_role_items / sizeof task_role_items[0]};

static const struct fzzf__field task_fields[] = {
    [TASK_INDICATOR] = {"indicator", FZZF__FORM_ID, 1, NULL, "指标"},
    [TASK_BODY] = {"body", FZZF__FORM_ID, 1, NULL, "责任单位"},
    [TASK_ROLE] = {"role", FZZF__FORM_WORD, 1, &fzzf__task_role_words, "分工"},
    [TASK_DUE] = {"due", FZZF__FORM_DATE, 0, NULL, "完成期限"},
    [TASK_CLAIMED] = {"claimed", FZZF__FORM_DATE, 0, NULL, "认领日期"},
    [TASK_CLAIMED_BY] = {"claimed-by", FZZF__FORM_TEXT, 0, NULL, "认领人"},
    [TASK_DONE] = {"done", FZZF__FORM_DATE, 0, NULL, "完成日期"},
    [TASK_NOTE] = {"note", FZZF__FORM_TEXT, 0, NULL, "备注"},
};

static const struct fzzf_kind task = {
    .name = "task",
    .title = "任务",
    FZZF__FIELDS(task_fields),
};

FZZF__FIELD_WORDS(outcome_words, "passed", "failed");

static const struct fzzf__field rectification_fields[] = {
    [RECTIFICATION_ID] = {"id", FZZF__FORM_ID, 1, NULL, "编号"},
    [RECTIFICATION_BODY] = {"body", FZZF__FORM_ID, 1, NULL, "责任单位"},
    [RECTIFICATION_INDICATOR] = {"indicator", FZZF__FORM_ID, 0, NULL, "指标"},
    [RECTIFICATION_SHORTFALL] = {"shortfall", FZZF__FORM_TEXT, 1, NULL, "短板"},
    [RECTIFICATION_MEASURE] = {"measure", FZZF__FORM_TEXT, 0, NULL, "措施"},
    [RECTIFICATION_PERSON] = {"person", FZZF__FORM_TEXT, 0, NULL, "责任人"},
    [RECTIFICATION_DUE] = {"due", FZZF__FORM_DATE, 0, NULL, "完成期限"},
    [RECTIFICATION_DONE] = {"done", FZZF__FORM_DATE, 0, NULL, "完成日期"},
    [RECTIFICATION_PROOF] = {"proof", FZZF__FORM_TEXT, 0, NULL, "证明"},
    [RECTIFICATION_ASSESSED] = {"assessed", FZZF__FORM_DATE, 0, NULL,
                                "再评日期"},
    [RECTIFICATION_ASSESSED_BY] = {"assessed-by", FZZF__FORM_TEXT, 0, NULL,
                                   "再评人"},
    [RECTIFICATION_OUTCOME] = {"outcome", FZZF__FORM_WORD, 0, &outcome_words,
                               "再评结论"},
};

static const struct fzzf_kind rectification = {
    .name = "rectification",
    .title = "整改",
    FZZF__FIELDS(rectification_fields),
};

static const struct fzzf__field matter_fields[] = {
    [MATTER_ID] = {"id", FZZF__FORM_ID, 1, NULL, "编号"},
    [MATTER_DATE] = {"date", FZZF__FORM_DATE, 1, NULL, "日期"},
    [MATTER_BODY] = {"body", FZZF__FORM_ID, 0, NULL, "报告单位"},
    [MATTER_SUBJECT] = {"subject", FZZF__FORM_TEXT, 1, NULL, "事项"},
    [MATTER_OUTCOME] = {"outcome", FZZF__FORM_TEXT, 0, NULL, "结果"},
};

static const struct fzzf_kind matter = {
    .name = "matter",
    .title = "请示报告事项",
    FZZF__FIELDS(matter_fields),
};

static const struct fzzf__field accountability_fields[] = {
    [ACCOUNTABILITY_ID] = {"id", FZZF__FORM_ID, 1, NULL, "编号"},
    [ACCOUNTABILITY_BODY] = {"body", FZZF__FORM_ID, 1, NULL, "责任单位"},
    [ACCOUNTABILITY_INDICATOR] = {"indicator", FZZF__FORM_ID, 0, NULL, "指标"},
    [ACCOUNTABILITY_PERSON] = {"person", FZZF__FORM_TEXT, 0, NULL, "责任人"},
    [ACCOUNTABILITY_CAUSE] = {"cause", FZZF__FORM_TEXT, 1, NULL, "事由"},
    [ACCOUNTABILITY_EFFECT] = {"effect", FZZF__FORM_TEXT, 1, NULL, "影响"},
    [ACCOUNTABILITY_DECISION] = {"decision", FZZF__FORM_TEXT, 0, NULL,
                                 "处理决定"},
    [ACCOUNTABILITY_BY] = {"by", FZZF__FORM_TEXT, 0, NULL, "决定机关"},
    [ACCOUNTABILITY_DATE] = {"date", FZZF__FORM_DATE, 0, NULL, "决定日期"},
};

static const struct fzzf_kind accountability = {
    .name = "accountability",
    .title = "追责",
    FZZF__FIELDS(accountability_fields),
};

static const struct fzzf__field workplan_fields[] = {
    [WORKPLAN_ID] = {"id", FZZF__FORM_ID, 1, NULL, "编号"},
    [WORKPLAN_TITLE] = {"title", FZZF__FORM_TEXT, 0, NULL, "名称"},
    [WORKPLAN_UNIT] = {"unit", FZZF__FORM_ID, 1, NULL, "单位"},
    [WORKPLAN_SYSTEM] = {"system", FZZF__FORM_ID, 1, NULL, "指标体系"},
    [WORKPLAN_BATCH] = {"batch", FZZF__FORM_ID, 0, NULL, "批次"},
    [WORKPLAN_DATE] = {"date", FZZF__FORM_DATE, 0, NULL, "日期"},
};

static const struct fzzf__part workplan_parts[] = {
    [WORKPLAN_BODIES] = {&body, 0, 0, BODY_ID + 1, 0},
    [WORKPLAN_TASKS] = {&task, 0, 0, TASK_INDICATOR + 1, TASK_BODY + 1},
    [WORKPLAN_RECTIFICATIONS] = {&rectification, 0, 0, RECTIFICATION_ID + 1, 0},
    [WORKPLAN_MATTERS] = {&matter, 0, 0, MATTER_ID + 1, 0},
    [WORKPLAN_ACCOUNTABILITIES] = {&accountability, 0, 0, ACCOUNTABILITY_ID + 1,
                                   0},
};

const struct fzzf_kind fzzf__kind_workplan = {
    .name = "workplan",
    .title = "创建方案与任务分工",
    FZZF__FIELDS(workplan_fields),
    FZZF__PARTS(workplan_parts),
    .root = true,
    .check = fzzf__check_workplan,
};
