/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of <survey> (满意度测评). */

#include "model/kinds_survey.h"

static const struct fzzf__field answer_fields[] = {
    [ANSWER_ID] = {"id", FZZF__FORM_ID, 1, NULL, "编号"},
    [ANSWER_TITLE] = {"title", FZZF__FORM_TEXT, 1, NULL, "答案"},
    [ANSWER_WORTH] = {"worth", FZZF__FORM_NUMBER, 0, NULL, "折合分值"},
};

static const struct fzzf_kind answer = {
    .name = "answer",
    .title = "答案",
    FZZF__FIELDS(answer_fields),
};

static const struct fzzf__field scale_fields[] = {
    [SCALE_ID] = {"id", FZZF__FORM_ID, 1, NULL, "编号"},
    [SCALE_TITLE] = {"title", FZZF__FORM_TEXT, 0, NULL, "名称"},
};

static const struct fzzf__part scale_parts[] = {
    [SCALE_ANSWERS] = {&answer, 1, 0, ANSWER_ID + 1, 0},
};

static const struct fzzf_kind scale = {
    .name = "scale",
    .title = "量表",
    FZZF__FIELDS(scale_fields),
    FZZF__PARTS(scale_parts),
};

static const struct fzzf__field stratum_fields[] = {
    [STRATUM_ID] = {"id", FZZF__FORM_ID, 1, NULL, "编号"},
    [STRATUM_TITLE] = {"title", FZZF__FORM_TEXT, 1, NULL, "名称"},
    [STRATUM_WEIGHT] = {"weight", FZZF__FORM_POSITIVE, 1, NULL, "权重"},
    [STRATUM_LEAST] = {"least", FZZF__FORM_WHOLE, 0, NULL, "最少样本"},
    [STRATUM_POPULATION] = {"population", FZZF__FORM_WHOLE, 0, NULL, "总体数"},
};

static const struct fzzf_kind stratum = {
    .name = "stratum",
    .title = "层",
    FZZF__FIELDS(stratum_fields),
};

static const struct fzzf__field question_fields[] = {
    [QUESTION_ID] = {"id", FZZF__FORM_ID, 1, NULL, "编号"},
    [QUESTION_TITLE] = {"title", FZZF__FORM_TEXT, 1, NULL, "题目"},
    [QUESTION_SCALE] = {"scale", FZZF__FORM_ID, 1, NULL, "量表"},
    [QUESTION_WEIGHT] = {"weight", FZZF__FORM_POSITIVE, 1, NULL, "权重"},
};

static const struct fzzf_kind question = {
    .name = "question",
    .title = "题目",
    FZZF__FIELDS(question_fields),
};

static const struct fzzf__field count_fields[] = {
    [COUNT_ANSWER] = {"answer", FZZF__FORM_ID, 1, NULL, "答案"},
    [COUNT_NUMBER] = {"number", FZZF__FORM_WHOLE, 1, NULL, "人数"},
};

static const struct fzzf_kind count = {
    .name = "count",
    .title = "计数",
    FZZF__FIELDS(count_fields),
};

static const struct fzzf__field tally_fields[] = {
    [TALLY_QUESTION] = {"question", FZZF__FORM_ID, 1, NULL, "题目"},
    [TALLY_STRATUM] = {"stratum", FZZF__FORM_ID, 1, NULL, "层"},
};

static const struct fzzf__part tally_parts[] = {
    [TALLY_COUNTS] = {&count, 0, 0, COUNT_ANSWER + 1, 0},
};

static const struct fzzf_kind tally = {
    .name = "tally",
    .title = "统计",
    FZZF__FIELDS(tally_fields),
    FZZF__PARTS(tally_parts),
};

static const struct fzzf__field survey_fields[] = {
    [SURVEY_ID] = {"id", FZZF__FORM_ID, 1, NULL, "编号"},
    [SURVEY_TITLE] = {"title", FZZF__FORM_TEXT, 0, NULL, "名称"},
    [SURVEY_UNIT] = {"unit", FZZF__FORM_ID, 1, NULL, "单位"},
    [SURVEY_BATCH] = {"batch", FZZF__FORM_ID, 0, NULL, "批次"},
    [SURVEY_LEAST] = {"least", FZZF__FORM_WHOLE, 1, NULL, "最少样本"},
    [SURVEY_CONFIDENCE] = {"confidence", FZZF__FORM_POSITIVE, 0, NULL,
                           "置信水平"},
    [SURVEY_Z] = {"z", FZZF__FORM_POSITIVE, 0, NULL, "置信水平的 z 值"},
    [SURVEY_PLACES] = {"places", FZZF__FORM_PLACES, 1, NULL, "小数位"},
    [SURVEY_ROUNDING] = {"rounding", FZZF__FORM_WORD, 1, &fzzf__rounding_words,
                         "舍入"},
};

static const struct fzzf__part survey_parts[] = {
    [SURVEY_SOURCES] = {&fzzf__kind_source, 0, 0, 0, 0},
    [SURVEY_SCALES] = {&scale, 1, 0, SCALE_ID + 1, 0},
    [SURVEY_STRATA] = {&stratum, 1, 0, STRATUM_ID + 1, 0},
    [SURVEY_QUESTIONS] = {&question, 1, 0, QUESTION_ID + 1, 0},
    [SURVEY_TALLIES] = {&tally, 0, 0, TALLY_QUESTION + 1, TALLY_STRATUM + 1},
};

const struct fzzf_kind fzzf__kind_survey = {
    .name = "survey",
    .title = "满意度测评",
    FZZF__FIELDS(survey_fields),
    FZZF__PARTS(survey_parts),
    .root = true,
};
