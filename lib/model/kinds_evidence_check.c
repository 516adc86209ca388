/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of <evidence-check> (佐证核查). */

#include "model/kinds_evidence_check.h"

static const struct fzzf__field indicator_fields[] = {
    [ACCOUNT_ID] = {"id", FZZF__FORM_ID, 1, NULL, "指标"},
    [ACCOUNT_TITLE] = {"title", FZZF__FORM_TEXT, 0, NULL, "名称"},
    [ACCOUNT_PIECES] = {"pieces", FZZF__FORM_WHOLE, 1, NULL, "佐证"},
    [ACCOUNT_DOCUMENT] = {"document", FZZF__FORM_WHOLE, 1, NULL, "文件"},
    [ACCOUNT_PICTURE] = {"picture", FZZF__FORM_WHOLE, 1, NULL, "图片"},
    [ACCOUNT_NEWS] = {"news", FZZF__FORM_WHOLE, 1, NULL, "新闻链接"},
    [ACCOUNT_AWARD] = {"award", FZZF__FORM_WHOLE, 1, NULL, "获奖材料"},
    [ACCOUNT_BRIEF] = {"brief", FZZF__FORM_WHOLE, 1, NULL, "情况简介"},
    [ACCOUNT_ON_SITE] = {"on-site", FZZF__FORM_WHOLE, 1, NULL, "现场首次提供"},
    [ACCOUNT_SOUND] = {"sound", FZZF__FORM_WHOLE, 1, NULL, "有效"},
};

static const struct fzzf_kind indicator = {
    .name = "indicator",
    .title = "指标",
    FZZF__FIELDS(indicator_fields),
};

static const struct fzzf__field notice_fields[] = {
    [REMARK_CODE] = {"code", FZZF__FORM_CODE, 1, NULL, "代码"},
    [REMARK_ZH] = {"zh", FZZF__FORM_TEXT, 1, NULL, "中文"},
    [REMARK_EN] = {"en", FZZF__FORM_TEXT, 1, NULL, "英文"},
    [REMARK_INDICATOR] = {"indicator", FZZF__FORM_ID, 1, NULL, "指标"},
    [REMARK_EVIDENCE] = {"evidence", FZZF__FORM_ID, 0, NULL, "佐证"},
};

static const struct fzzf__part notice_parts[] = {
    [REMARK_ARGUMENTS] = {&fzzf__kind_argument, 0, 0, 0, 0},
};

static const struct fzzf_kind notice = {
    .name = "notice",
    .title = "问题",
    FZZF__FIELDS(notice_fields),
    FZZF__PARTS(notice_parts),
};

static const struct fzzf__field unit_fields[] = {
    [HOLDING_DECLARATION] = {"declaration", FZZF__FORM_ID, 1, NULL, "申报"},
    [HOLDING_CODE] = {"code", FZZF__FORM_ID, 1, NULL, "单位"},
    [HOLDING_NAME] = {"name", FZZF__FORM_TEXT, 0, NULL, "名称"},
    [HOLDING_PIECES] = {"pieces", FZZF__FORM_WHOLE, 1, NULL, "佐证"},
    [HOLDING_SOUND] = {"sound", FZZF__FORM_WHOLE, 1, NULL, "有效"},
    [HOLDING_REQUIRED] = {"required", FZZF__FORM_WHOLE, 1, NULL,
                          "应有佐证的指标"},
    [HOLDING_LACKING] = {"lacking", FZZF__FORM_WHOLE, 1, NULL,
                         "佐证不足的指标"},
};

static const struct fzzf__part unit_parts[] = {
    [HOLDING_INDICATORS] = {&indicator, 0, 0, ACCOUNT_ID + 1, 0},
    [HOLDING_NOTICES] = {&notice, 0, 0, 0, 0},
};

static const struct fzzf_kind unit = {
    .name = "unit",
    .title = "单位",
    FZZF__FIELDS(unit_fields),
    FZZF__PARTS(unit_parts),
};

static const struct fzzf__field evidence_check_fields[] = {
    [CHECK_ID] = {"id", FZZF__FORM_ID, 1, NULL, "编号"},
    [CHECK_BATCH] = {"batch", FZZF__FORM_ID, 1, NULL, "批次"},
    [CHECK_DAY] = {"day", FZZF__FORM_DATE, 0, NULL, "日期"},
    [CHECK_ASSESSOR] = {"assessor", FZZF__FORM_WORD, 0, &fzzf__assessor_words,
                        "评定主体"},
};

static const struct fzzf__part evidence_check_parts[] = {
    [CHECK_UNITS] = {&unit, 0, 0, HOLDING_DECLARATION + 1, 0},
};

const struct fzzf_kind fzzf__kind_evidence_check = {
    .name = "evidence-check",
    .title = "佐证核查",
    FZZF__FIELDS(evidence_check_fields),
    FZZF__PARTS(evidence_check_parts),
    .root = true,
};
