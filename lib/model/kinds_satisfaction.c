/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of <satisfaction> (满意度与知晓率), a report. */

#include "model/kinds_satisfaction.h"

static const char *const of_items[] = {
    [FZZF__OF_PART] = "part",
    [FZZF__OF_QUESTION] = "question",
    [FZZF__OF_STRATUM] = "stratum",
    [FZZF__OF_WHOLE] = "whole",
};
const struct fzzf__words fzzf__score_of_words = {
    of_items, sizeof of_items / sizeof of_items[0]};

static const char *const state_items[] = {
    [FZZF__SURVEY_SCORED] = "scored",
    [FZZF__SURVEY_NO_ANSWERS] = "no-answers",
    [FZZF__SURVEY_TOO_FEW] = "too-few",
    [FZZF__SURVEY_INCOMPLETE] = "incomplete",
};
const struct fzzf__words fzzf__survey_state_words = {
    state_items, sizeof state_items / sizeof state_items[0]};

static const struct fzzf__field score_fields[] = {
    [SCORE_SURVEY] = {"survey", FZZF__FORM_ID, 1, NULL, "测评"},
    [SCORE_UNIT] = {"unit", FZZF__FORM_ID, 1, NULL, "单位"},
    [SCORE_OF] = {"of", FZZF__FORM_WORD, 1, &fzzf__score_of_words, "范围"},
    [SCORE_QUESTION] = {"question", FZZF__FORM_ID, 0, NULL, "题目"},
    [SCORE_STRATUM] = {"stratum", FZZF__FORM_ID, 0, NULL, "层"},
    [SCORE_STATE] = {"state", FZZF__FORM_WORD, 1, &fzzf__survey_state_words,
                     "状态"},
    [SCORE_ANSWERS] = {"answers", FZZF__FORM_EXACT, 1, NULL, "有效答案"},
    [SCORE_LEAST] = {"least", FZZF__FORM_WHOLE, 1, NULL, "最少样本"},
    [SCORE_LEFT_OUT] = {"left-out", FZZF__FORM_EXACT, 1, NULL, "不计分的答案"},
    [SCORE_SCORE] = {"score", FZZF__FORM_EXACT, 0, NULL, "得分"},
    [SCORE_SHOWN] = {"shown", FZZF__FORM_EXACT, 0, NULL, "舍入后得分"},
    [SCORE_CONFIDENCE] = {"confidence", FZZF__FORM_POSITIVE, 0, NULL,
                          "置信水平"},
    [SCORE_MARGIN] = {"margin", FZZF__FORM_EXACT, 0, NULL, "误差"},
    [SCORE_LOW] = {"low", FZZF__FORM_EXACT, 0, NULL, "区间下限"},
    [SCORE_HIGH] = {"high", FZZF__FORM_EXACT, 0, NULL, "区间上限"},
};

static const struct fzzf_kind score = {
    .name = "score",
    .title = "得分",
    FZZF__FIELDS(score_fields),
};

static const struct fzzf__field awareness_fields[] = {
    [AWARENESS_PUBLICITY] = {"publicity", FZZF__FORM_ID, 1, NULL, "宣传工作"},
    [AWARENESS_UNIT] = {"unit", FZZF__FORM_ID, 1, NULL, "单位"},
    [AWARENESS_NOTICES] = {"notices", FZZF__FORM_WHOLE, 1, NULL, "宣传次数"},
    [AWARENESS_OUTSIDE] = {"outside", FZZF__FORM_WHOLE, 1, NULL,
                           "期间外的宣传"},
    [AWARENESS_UNLINKED] = {"unlinked", FZZF__FORM_WHOLE, 1, NULL,
                            "无链接的宣传"},
    [AWARENESS_ASKED] = {"asked", FZZF__FORM_EXACT, 1, NULL, "被问人数"},
    [AWARENESS_AWARE] = {"aware", FZZF__FORM_EXACT, 1, NULL, "知晓人数"},
    [AWARENESS_RATE] = {"rate", FZZF__FORM_EXACT, 0, NULL, "知晓率"},
};

static const struct fzzf_kind awareness = {
    .name = "awareness",
    .title = "知晓率",
    FZZF__FIELDS(awareness_fields),
};

static const struct fzzf__field satisfaction_fields[] = {
    [SATISFACTION_ID] = {"id", FZZF__FORM_ID, 1, NULL, "编号"},
};

static const struct fzzf__part satisfaction_parts[] = {
    [SATISFACTION_SCORES] = {&score, 0, 0, 0, 0},
    [SATISFACTION_AWARENESS] = {&awareness, 0, 0, AWARENESS_PUBLICITY + 1, 0},
};

const struct fzzf_kind fzzf__kind_satisfaction = {
    .name = "satisfaction",
    .title = "满意度与知晓率",
    FZZF__FIELDS(satisfaction_fields),
    FZZF__PARTS(satisfaction_parts),
    .root = true,
};
