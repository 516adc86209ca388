/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of <recommendation> (推荐). */

#include "model/kinds_recommendation.h"

static const struct fzzf__field step_fields[] = {
    [STEP_ORDER] = {"order", FZZF__FORM_WHOLE, 1, NULL, "次序"},
    [STEP_BY] = {"by", FZZF__FORM_CODE, 1, NULL, "依据"},
    [STEP_OF] = {"of", FZZF__FORM_ID, 0, NULL, "指标或环节"},
    [STEP_AGAINST] = {"against", FZZF__FORM_ID, 1, NULL, "同分的申报"},
    [STEP_VALUE] = {"value", FZZF__FORM_TEXT, 1, NULL, "本申报"},
    [STEP_OTHER] = {"other", FZZF__FORM_TEXT, 1, NULL, "对方"},
};

static const struct fzzf_kind step = {
    .name = "step",
    .title = "同分所用次序",
    FZZF__FIELDS(step_fields),
};

static const struct fzzf__field bar_fields[] = {
    [BAR_ID] = {"id", FZZF__FORM_ID, 1, NULL, "编号"},
    [BAR_ANSWER] = {"answer", FZZF__FORM_WORD, 1, &fzzf__answer_words, "结论"},
    [BAR_CODE] = {"code", FZZF__FORM_CODE, 1, NULL, "代码"},
    [BAR_ZH] = {"zh", FZZF__FORM_TEXT, 1, NULL, "中文"},
    [BAR_EN] = {"en", FZZF__FORM_TEXT, 1, NULL, "英文"},
};

static const struct fzzf_kind bar = {
    .name = "bar",
    .title = "资格障碍",
    FZZF__FIELDS(bar_fields),
};

static const struct fzzf__field value_fields[] = {
    [VALUE_ORDER] = {"order", FZZF__FORM_WHOLE, 1, NULL, "同分次序"},
    [VALUE_LOW] = {"low", FZZF__FORM_EXACT, 1, NULL, "至少"},
    [VALUE_HIGH] = {"high", FZZF__FORM_EXACT, 0, NULL, "至多"},
};

static const struct fzzf_kind value = {
    .name = "value",
    .title = "同分比较的值",
    FZZF__FIELDS(value_fields),
};

static const char *const chosen_items[] = {
    [FZZF__CHOSEN_NO] = "no",
    [FZZF__CHOSEN_YES] = "yes",
    [FZZF__CHOSEN_OPEN] = "open",
};
const struct fzzf__words fzzf__chosen_words = {
    chosen_items, sizeof chosen_items / sizeof chosen_items[0]};

static const struct fzzf__field candidate_fields[] = {
    [CANDIDATE_DECLARATION] = {"declaration", FZZF__FORM_ID, 1, NULL, "申报"},
    [CANDIDATE_UNIT] = {"unit", FZZF__FORM_ID, 1, NULL, "单位"},
    [CANDIDATE_NAME] = {"name", FZZF__FORM_TEXT, 0, NULL, "名称"},
    [CANDIDATE_TYPE] = {"type", FZZF__FORM_WORD, 1, &fzzf__type_words, "类型"},
    [CANDIDATE_PROJECT] = {"project", FZZF__FORM_TEXT, 0, NULL, "项目"},
    [CANDIDATE_GROUPS] = {"groups", FZZF__FORM_NAMES, 0, NULL, "分组"},
    [CANDIDATE_DATE] = {"date", FZZF__FORM_DATE, 0, NULL, "申报日期"},
    [CANDIDATE_FROM] = {"from", FZZF__FORM_ID, 0, NULL, "下级推荐"},
    [CANDIDATE_ELIGIBLE] = {"eligible", FZZF__FORM_WORD, 1, &fzzf__answer_words,
                            "合格"},
    [CANDIDATE_SCORE] = {"score", FZZF__FORM_EXACT, 0, NULL, "得分"},
    [CANDIDATE_HIGH] = {"high", FZZF__FORM_EXACT, 0, NULL, "得分至多"},
    [CANDIDATE_RANK] = {"rank", FZZF__FORM_WHOLE, 0, NULL, "名次"},
    [CANDIDATE_RANK_LAST] = {"rank-last", FZZF__FORM_WHOLE, 0, NULL,
                             "名次至多"},
    [CANDIDATE_CHOSEN] = {"chosen", FZZF__FORM_WORD, 0, &fzzf__chosen_words,
                          "推荐"},
    [CANDIDATE_REVISION] = {"revision", FZZF__FORM_REVISION, 0, NULL, "修订号"},
    [CANDIDATE_OBJECTIONS] = {"objections", FZZF__FORM_WHOLE, 0, NULL,
                              "公示期内的异议"},
    [CANDIDATE_UNSETTLED] = {"unsettled", FZZF__FORM_WHOLE, 0, NULL,
                             "未办结的异议"},
    [CANDIDATE_THEME] = {"theme", FZZF__FORM_TEXT, 0, NULL, "主题"},
    [CANDIDATE_MISSING] = {"missing", FZZF__FORM_TEXT, 0, NULL,
                           "得分未定所缺的指标或环节"},
};

static const struct fzzf__field passage_fields[] = {
    [PASSAGE_PHASE] = {"phase", FZZF__FORM_ID, 1, NULL, "环节"},
    [PASSAGE_VALUE] = {"value", FZZF__FORM_EXACT, 0, NULL, "得分（百分制）"},
    [PASSAGE_HIGH] = {"high", FZZF__FORM_EXACT, 0, NULL, "得分至多"},
    [PASSAGE_WEIGHT] = {"weight", FZZF__FORM_AMOUNT, 0, NULL, "权重"},
    [PASSAGE_TOTAL] = {"total", FZZF__FORM_EXACT, 1, NULL, "累计分"},
    [PASSAGE_TOTAL_HIGH] = {"total-high", FZZF__FORM_EXACT, 0, NULL,
                            "累计分至多"},
    [PASSAGE_PASSED] = {"passed", FZZF__FORM_WORD, 1, &fzzf__answer_words,
                        "通过"},
};

static const struct fzzf_kind passage = {
    .name = "passage",
    .title = "所经环节",
    FZZF__FIELDS(passage_fields),
};

static const struct fzzf__part candidate_parts[] = {
    [CANDIDATE_VALUES] = {&value, 0, 0, VALUE_ORDER + 1, 0},
    [CANDIDATE_PASSAGES] = {&passage, 0, 0, PASSAGE_PHASE + 1, 0},
    [CANDIDATE_BARS] = {&bar, 0, 0, 0, 0},
    [CANDIDATE_STEPS] = {&step, 0, 0, 0, 0},
    [CANDIDATE_REASONS] = {&fzzf__kind_reason, 0, 0, 0, 0},
};

static const struct fzzf_kind candidate = {
    .name = "candidate",
    .title = "候选",
    FZZF__FIELDS(candidate_fields),
    FZZF__PARTS(candidate_parts),
};

static const struct fzzf__field line_fields[] = {
    [LINE_TYPE] = {"type", FZZF__FORM_WORD, 1, &fzzf__type_words, "类型"},
    [LINE_QUOTA] = {"quota", FZZF__FORM_WHOLE_OR_UNKNOWN, 1, NULL, "名额"},
    [LINE_OWN] = {"own", FZZF__FORM_CODE, 0, NULL, "本级申报"},
    [LINE_CHOSEN] = {"chosen", FZZF__FORM_WHOLE, 1, NULL, "已推荐"},
    [LINE_OPEN] = {"open", FZZF__FORM_WHOLE, 1, NULL, "未定的候选"},
};

static const struct fzzf__part line_parts[] = {
    [LINE_CONDITIONS] = {&fzzf__kind_condition, 0, 0, 0, 0},
};

static const struct fzzf_kind line = {
    .name = "line",
    .title = "名额使用",
    FZZF__FIELDS(line_fields),
    FZZF__PARTS(line_parts),
};

static const struct fzzf__field recommendation_fields[] = {
    [RECOMMENDATION_ID] = {"id", FZZF__FORM_ID, 1, NULL, "编号"},
    [RECOMMENDATION_TITLE] = {"title", FZZF__FORM_TEXT, 0, NULL, "名称"},
    [RECOMMENDATION_BATCH] = {"batch", FZZF__FORM_ID, 1, NULL, "批次"},
    [RECOMMENDATION_LEVEL] = {"level", FZZF__FORM_WORD, 1, &fzzf__level_words,
                              "推荐层级"},
    [RECOMMENDATION_UNIT] = {"unit", FZZF__FORM_ID, 0, NULL, "推荐单位"},
    [RECOMMENDATION_DAY] = {"day", FZZF__FORM_DATE, 0, NULL, "推荐日期"},
    [RECOMMENDATION_OPEN] = {"open", FZZF__FORM_WHOLE, 0, NULL, "未定的候选"},
};

static const struct fzzf__part recommendation_parts[] = {
    [RECOMMENDATION_LINES] = {&line, 0, 0, LINE_TYPE + 1, 0},
    [RECOMMENDATION_CANDIDATES] = {&candidate, 0, 0, CANDIDATE_DECLARATION + 1,
                                   0},
};

const struct fzzf_kind fzzf__kind_recommendation = {
    .name = "recommendation",
    .title = "推荐",
    FZZF__FIELDS(recommendation_fields),
    FZZF__PARTS(recommendation_parts),
    .root = true,
};
