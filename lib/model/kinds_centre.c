/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of <phase-scores> (环节得分) and <objections> (公示异议). */

#include "model/kinds_centre.h"
#include "model/checks.h"

static const struct fzzf__field score_fields[] = {
    [SCORE_DECLARATION] = {"declaration", FZZF__FORM_ID, 1, NULL, "申报"},
    [SCORE_PHASE] = {"phase", FZZF__FORM_ID, 1, NULL, "环节"},
    [SCORE_VALUE] = {"value", FZZF__FORM_NUMBER, 1, NULL, "得分"},
    [SCORE_OUT_OF] = {"out-of", FZZF__FORM_POSITIVE, 1, NULL, "满分"},
    [SCORE_BY] = {"by", FZZF__FORM_TEXT, 1, NULL, "评定主体"},
    [SCORE_DATE] = {"date", FZZF__FORM_DATE, 0, NULL, "评定日期"},
};

static const struct fzzf_kind score = {
    .name = "score",
    .title = "得分",
    FZZF__FIELDS(score_fields),
};

static const struct fzzf__field phase_scores_fields[] = {
    [PHASE_SCORES_BATCH] = {"batch", FZZF__FORM_ID, 1, NULL, "批次"},
};

static const struct fzzf__part phase_scores_parts[] = {
    [PHASE_SCORES_SCORES] = {&score, 0, 0, SCORE_DECLARATION + 1,
                             SCORE_PHASE + 1},
};

const struct fzzf_kind fzzf__kind_phase_scores = {
    .name = "phase-scores",
    .title = "环节得分",
    FZZF__FIELDS(phase_scores_fields),
    FZZF__PARTS(phase_scores_parts),
    .root = true,
    .check = fzzf__check_phase_scores,
};

FZZF__FIELD_WORDS(outcome_words, "dismissed", "upheld");

static const struct fzzf__field objection_fields[] = {
    [OBJECTION_ID] = {"id", FZZF__FORM_ID, 1, NULL, "编号"},
    [OBJECTION_UNIT] = {"unit", FZZF__FORM_ID, 1, NULL, "所涉单位"},
    [OBJECTION_DECLARATION] = {"declaration", FZZF__FORM_ID, 0, NULL,
                               "所涉申报"},
    [OBJECTION_AT] = {"at", FZZF__FORM_DATE, 1, NULL, "提出日期"},
    [OBJECTION_NAME] = {"name", FZZF__FORM_TEXT, 1, NULL, "异议人"},
    [OBJECTION_CONTACT] = {"contact", FZZF__FORM_TEXT, 1, NULL, "联系方式"},
    [OBJECTION_IDENTITY] = {"identity", FZZF__FORM_IDENTITY, 1, NULL,
                            "身份证件号码"},
    [OBJECTION_REASON] = {"reason", FZZF__FORM_TEXT, 1, NULL, "理由"},
    [OBJECTION_BASIS] = {"basis", FZZF__FORM_TEXT, 1, NULL, "依据"},
    [OBJECTION_SETTLED] = {"settled", FZZF__FORM_DATE, 0, NULL, "办结日期"},
    [OBJECTION_OUTCOME] = {"outcome", FZZF__FORM_WORD, 0, &outcome_words,
                           "办理结论"},
    [OBJECTION_BY] = {"by", FZZF__FORM_TEXT, 0, NULL, "办理机关"},
    [OBJECTION_NOTE] = {"note", FZZF__FORM_TEXT, 0, NULL, "办理说明"},
};

static const struct fzzf_kind objection = {
    .name = "objection",
    .title = "异议",
    FZZF__FIELDS(objection_fields),
};

static const struct fzzf__field objections_fields[] = {
    [OBJECTIONS_BATCH] = {"batch", FZZF__FORM_ID, 1, NULL, "批次"},
};

static const struct fzzf__part objections_parts[] = {
    [OBJECTIONS_OBJECTIONS] = {&objection, 0, 0, OBJECTION_ID + 1, 0},
};

const struct fzzf_kind fzzf__kind_objections = {
    .name = "objections",
    .title = "公示异议",
    FZZF__FIELDS(objections_fields),
    FZZF__PARTS(objections_parts),
    .root = true,
    .check = fzzf__check_objections,
};
