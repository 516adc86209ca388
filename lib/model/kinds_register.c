/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of <register> (命名台账), and of how things stand on a day. */

#include "model/kinds_register.h"
#include "model/checks.h"

static const struct fzzf__part sources[] = {
    {&fzzf__kind_source, 0, 0, 0, 0},
};

static const struct fzzf__field batch_fields[] = {
    [REGISTERED_BATCH_ID] = {"id", FZZF__FORM_ID, 1, NULL, "编号"},
    [REGISTERED_BATCH_REPORT_DAY] = {"report-day", FZZF__FORM_MONTH_DAY, 1,
                                     NULL, "年度报告截止日"},
};

static const struct fzzf_kind batch = {
    .name = "batch",
    .title = "批次",
    FZZF__FIELDS(batch_fields),
    FZZF__PARTS(sources),
};

#define NAMING_FIELDS                                                          \
    [NAMING_ID] = {"id", FZZF__FORM_ID, 1, NULL, "编号"},                      \
    [NAMING_UNIT] = {"unit", FZZF__FORM_ID, 1, NULL, "单位"},                  \
    [NAMING_NAME] = {"name", FZZF__FORM_TEXT, 0, NULL, "名称"},                \
    [NAMING_TYPE] = {"type", FZZF__FORM_WORD, 1, &fzzf__type_words, "类型"},   \
    [NAMING_LEVEL] = {"level", FZZF__FORM_WORD, 1, &fzzf__level_words,         \
                      "单位层级"},                                             \
    [NAMING_PROJECT] = {"project", FZZF__FORM_TEXT, 0, NULL, "项目"},          \
    [NAMING_TITLE] = {"title", FZZF__FORM_TEXT, 1, NULL, "称号"},              \
    [NAMING_BATCH] = {"batch", FZZF__FORM_ID, 1, NULL, "批次"},                \
    [NAMING_DATE] = {"date", FZZF__FORM_DATE, 1, NULL, "命名日期"},            \
    [NAMING_BY] = {"by", FZZF__FORM_TEXT, 1, NULL, "命名机关"}

static const struct fzzf__field naming_fields[] = {NAMING_FIELDS};

static const struct fzzf_kind naming = {
    .name = "naming",
    .title = "命名",
    FZZF__FIELDS(naming_fields),
    FZZF__PARTS(sources),
};

static const struct fzzf__field report_fields[] = {
    [REPORT_NAMING] = {"naming", FZZF__FORM_ID, 1, NULL, "命名"},
    [REPORT_YEAR] = {"year", FZZF__FORM_WHOLE, 1, NULL, "年度"},
    [REPORT_RECEIVED] = {"received", FZZF__FORM_DATE, 1, NULL, "收到日期"},
    [REPORT_HREF] = {"href", FZZF__FORM_TEXT, 0, NULL, "网址"},
};

static const struct fzzf_kind report = {
    .name = "report",
    .title = "年度报告",
    FZZF__FIELDS(report_fields),
    FZZF__PARTS(sources),
};

FZZF__FIELD_WORDS(outcome_words, "sound", "declined", "unknown");

static const struct fzzf__field visit_fields[] = {
    [VISIT_NAMING] = {"naming", FZZF__FORM_ID, 1, NULL, "命名"},
    [VISIT_DATE] = {"date", FZZF__FORM_DATE, 1, NULL, "日期"},
    [VISIT_BY] = {"by", FZZF__FORM_TEXT, 1, NULL, "回访单位"},
    [VISIT_OUTCOME] = {"outcome", FZZF__FORM_WORD, 1, &outcome_words, "结论"},
    [VISIT_NOTE] = {"note", FZZF__FORM_TEXT, 0, NULL, "说明"},
};

static const struct fzzf_kind visit = {
    .name = "visit",
    .title = "回访",
    FZZF__FIELDS(visit_fields),
    FZZF__PARTS(sources),
};

static const struct fzzf__field revocation_fields[] = {
    [REVOCATION_NAMING] = {"naming", FZZF__FORM_ID, 1, NULL, "命名"},
    [REVOCATION_REASON] = {"reason", FZZF__FORM_CODE, 1, NULL, "原因代码"},
    [REVOCATION_DETAIL] = {"detail", FZZF__FORM_TEXT, 1, NULL, "原因"},
    [REVOCATION_BY] = {"by", FZZF__FORM_TEXT, 1, NULL, "决定机关"},
    [REVOCATION_DATE] = {"date", FZZF__FORM_DATE, 1, NULL, "决定日期"},
    [REVOCATION_BASIS] = {"basis", FZZF__FORM_TEXT, 0, NULL, "依据"},
};

static const struct fzzf_kind revocation = {
    .name = "revocation",
    .title = "撤销命名",
    FZZF__FIELDS(revocation_fields),
    FZZF__PARTS(sources),
};

#define PRACTICE_FIELDS                                                        \
    [PRACTICE_ID] = {"id", FZZF__FORM_ID, 1, NULL, "编号"},                    \
    [PRACTICE_TITLE] = {"title", FZZF__FORM_TEXT, 1, NULL, "名称"},            \
    [PRACTICE_NAMING] = {"naming", FZZF__FORM_ID, 1, NULL, "命名"},            \
    [PRACTICE_INDICATOR] = {"indicator", FZZF__FORM_ID, 0, NULL, "指标"},      \
    [PRACTICE_HREF] = {"href", FZZF__FORM_TEXT, 0, NULL, "网址"}

static const struct fzzf__field practice_fields[] = {PRACTICE_FIELDS};

static const struct fzzf_kind practice = {
    .name = "practice",
    .title = "可复制经验",
    FZZF__FIELDS(practice_fields),
    FZZF__PARTS(sources),
};

static const struct fzzf__field register_fields[] = {
    [REGISTER_ID] = {"id", FZZF__FORM_ID, 1, NULL, "编号"},
    [REGISTER_TITLE] = {"title", FZZF__FORM_TEXT, 0, NULL, "名称"},
};

static const struct fzzf__part register_parts[] = {
    [REGISTER_SOURCES] = {&fzzf__kind_source, 0, 0, 0, 0},
    [REGISTER_BATCHES] = {&batch, 0, 0, REGISTERED_BATCH_ID + 1, 0},
    [REGISTER_NAMINGS] = {&naming, 0, 0, NAMING_ID + 1, 0},
    [REGISTER_REPORTS] = {&report, 0, 0, REPORT_NAMING + 1, REPORT_YEAR + 1},
    [REGISTER_VISITS] = {&visit, 0, 0, 0, 0},
    [REGISTER_REVOCATIONS] = {&revocation, 0, 0, REVOCATION_NAMING + 1, 0},
    [REGISTER_PRACTICES] = {&practice, 0, 0, PRACTICE_ID + 1, 0},
};

const struct fzzf_kind fzzf__kind_register = {
    .name = "register",
    .title = "命名台账",
    FZZF__FIELDS(register_fields),
    FZZF__PARTS(register_parts),
    .root = true,
    .check = fzzf__check_register,
};

static const struct fzzf__field stood_fields[] = {
    NAMING_FIELDS,
    [STOOD_REPORTS] = {"reports", FZZF__FORM_WHOLE, 1, NULL, "已收年度报告"},
    [STOOD_LATE] = {"late", FZZF__FORM_WHOLE, 1, NULL, "其中迟报"},
    [STOOD_VISITED] = {"visited", FZZF__FORM_DATE, 0, NULL, "最近回访"},
    [STOOD_STATE] = {"state", FZZF__FORM_CODE, 1, NULL, "状态"},
    [STOOD_ZH] = {"zh", FZZF__FORM_TEXT, 1, NULL, "中文"},
    [STOOD_EN] = {"en", FZZF__FORM_TEXT, 1, NULL, "英文"},
};

static const struct fzzf_kind stood = {
    .name = "naming",
    .title = "称号",
    FZZF__FIELDS(stood_fields),
};

static const struct fzzf__field owed_fields[] = {
    [OWED_NAMING] = {"naming", FZZF__FORM_ID, 1, NULL, "命名"},
    [OWED_UNIT] = {"unit", FZZF__FORM_ID, 1, NULL, "单位"},
    [OWED_NAME] = {"name", FZZF__FORM_TEXT, 0, NULL, "名称"},
    [OWED_YEAR] = {"year", FZZF__FORM_WHOLE, 0, NULL, "年度"},
    [OWED_BY] = {"by", FZZF__FORM_DATE, 0, NULL, "截止日期"},
    [OWED_STATE] = {"state", FZZF__FORM_CODE, 1, NULL, "状态"},
    [OWED_ZH] = {"zh", FZZF__FORM_TEXT, 1, NULL, "中文"},
    [OWED_EN] = {"en", FZZF__FORM_TEXT, 1, NULL, "英文"},
};

static const struct fzzf_kind owed = {
    .name = "owed",
    .title = "应报未报的年度报告",
    FZZF__FIELDS(owed_fields),
};

static const struct fzzf__field shared_fields[] = {
    PRACTICE_FIELDS,
    [SHARED_UNIT] = {"unit", FZZF__FORM_ID, 1, NULL, "单位"},
    [SHARED_NAME] = {"name", FZZF__FORM_TEXT, 0, NULL, "单位名称"},
    [SHARED_STATE] = {"state", FZZF__FORM_CODE, 1, NULL, "称号状态"},
};

static const struct fzzf_kind shared = {
    .name = "practice",
    .title = "可复制经验",
    FZZF__FIELDS(shared_fields),
};

static const struct fzzf__field standing_fields[] = {
    [STANDING_REGISTER] = {"register", FZZF__FORM_ID, 1, NULL, "台账"},
    [STANDING_DAY] = {"day", FZZF__FORM_DATE, 1, NULL, "日期"},
    [STANDING_IN_FORCE] = {"in-force", FZZF__FORM_WHOLE, 1, NULL, "有效称号"},
    [STANDING_REVOKED] = {"revoked", FZZF__FORM_WHOLE, 1, NULL, "已撤销"},
    [STANDING_DUE] = {"due", FZZF__FORM_WHOLE, 1, NULL, "待报"},
    [STANDING_OVERDUE] = {"overdue", FZZF__FORM_WHOLE, 1, NULL, "逾期"},
};

static const struct fzzf__part standing_parts[] = {
    [STANDING_NAMINGS] = {&stood, 0, 0, NAMING_ID + 1, 0},
    [STANDING_OWED] = {&owed, 0, 0, 0, 0},
    [STANDING_PRACTICES] = {&shared, 0, 0, PRACTICE_ID + 1, 0},
};

const struct fzzf_kind fzzf__kind_standing = {
    .name = "standing",
    .title = "称号与年度报告情况",
    FZZF__FIELDS(standing_fields),
    FZZF__PARTS(standing_parts),
    .root = true,
};
