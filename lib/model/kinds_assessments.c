/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of <assessments> (评定对照). */

#include "model/kinds_assessments.h"

/* clang-format off */
/* The three columns of one side; @last and @title say what it is about. */
#define SIDE(of, side, name, last, zh, title)                                  \
    [FZZF__COLUMN(of, side)] = {name, FZZF__FORM_EXACT, 0, NULL, zh},          \
    [FZZF__COLUMN(of, side) + 1] = {name "-high", FZZF__FORM_EXACT, 0, NULL,   \
                                    zh "至多"},                                \
    [FZZF__COLUMN(of, side) + 2] = {name last, FZZF__FORM_WORD, 0,             \
                                    &fzzf__answer_words, zh title}
#define SIDES(of, last, title)                                                 \
    SIDE(of, FZZF__DECIDED, "decided", last, "认定", title),                   \
    SIDE(of, FZZF__SIDE(FZZF_ASSESSOR_SELF), "self", last, "自评", title),     \
    SIDE(of, FZZF__SIDE(FZZF_ASSESSOR_CITY), "city", last, "市级", title),     \
    SIDE(of, FZZF__SIDE(FZZF_ASSESSOR_PROVINCE), "province", last, "省级",     \
         title),                                                               \
    SIDE(of, FZZF__SIDE(FZZF_ASSESSOR_THIRD_PARTY), "third-party", last,       \
         "第三方", title),                                                     \
    SIDE(of, FZZF__SIDE(FZZF_ASSESSOR_SURVEY), "survey", last, "测评", title), \
    SIDE(of, FZZF__SIDE(FZZF_ASSESSOR_ON_SITE), "on-site", last, "实地",       \
         title),                                                               \
    SIDE(of, FZZF__SIDE(FZZF_ASSESSOR_FINAL), "final", last, "终评", title)
/* clang-format on */

static const struct fzzf__field assessed_fields[] = {
    [ASSESSED_DECLARATION] = {"declaration", FZZF__FORM_ID, 1, NULL, "申报"},
    [ASSESSED_UNIT] = {"unit", FZZF__FORM_ID, 1, NULL, "单位"},
    [ASSESSED_NAME] = {"name", FZZF__FORM_TEXT, 0, NULL, "名称"},
    [ASSESSED_INFLATION] = {"inflation", FZZF__FORM_EXACT, 0, NULL, "自评虚高"},
    [ASSESSED_INFLATION_HIGH] = {"inflation-high", FZZF__FORM_EXACT, 0, NULL,
                                 "虚高至多"},
    [ASSESSED_COMPARED] = {"compared", FZZF__FORM_WHOLE, 1, NULL, "可比指标"},
    [ASSESSED_DIFFERING] = {"differing", FZZF__FORM_WHOLE, 1, NULL, "有分歧"},
    [ASSESSED_OPEN] = {"open", FZZF__FORM_WHOLE, 1, NULL, "未定"},
    SIDES(ASSESSED, "-eligible", "合格"),
};

static const struct fzzf_kind assessed = {
    .name = "assessed",
    .title = "各单位",
    FZZF__FIELDS(assessed_fields),
};

FZZF__FIELD_WORDS(differs_words, "no", "yes", "undetermined");

static const struct fzzf__field indicator_fields[] = {
    [INDICATOR_DECLARATION] = {"declaration", FZZF__FORM_ID, 1, NULL, "申报"},
    [INDICATOR_NODE] = {"node", FZZF__FORM_ID, 1, NULL, "指标"},
    [INDICATOR_TITLE] = {"title", FZZF__FORM_TEXT, 1, NULL, "指标名称"},
    [INDICATOR_DIFFERS] = {"differs", FZZF__FORM_WORD, 0, &differs_words,
                           "有分歧"},
    [INDICATOR_SPREAD] = {"spread", FZZF__FORM_EXACT, 0, NULL, "分差"},
    [INDICATOR_SPREAD_HIGH] = {"spread-high", FZZF__FORM_EXACT, 0, NULL,
                               "分差至多"},
    SIDES(INDICATOR, "-met", "符合"),
};

static const struct fzzf_kind indicator = {
    .name = "indicator",
    .title = "逐项对照",
    FZZF__FIELDS(indicator_fields),
};

#define SAYS(assessor, name, zh)                                               \
    [SAID_BY + (assessor)] = {name, FZZF__FORM_TEXT, 0, NULL, zh}

static const struct fzzf__field said_fields[] = {
    [SAID_DECLARATION] = {"declaration", FZZF__FORM_ID, 1, NULL, "申报"},
    [SAID_NODE] = {"node", FZZF__FORM_ID, 1, NULL, "指标"},
    [SAID_OBSERVATION] = {"observation", FZZF__FORM_ID, 1, NULL, "观测项"},
    [SAID_PERIOD] = {"period", FZZF__FORM_PERIOD, 0, NULL, "时期"},
    SAYS(FZZF_ASSESSOR_SELF, "self", "自评"),
    SAYS(FZZF_ASSESSOR_CITY, "city", "市级"),
    SAYS(FZZF_ASSESSOR_PROVINCE, "province", "省级"),
    SAYS(FZZF_ASSESSOR_THIRD_PARTY, "third-party", "第三方"),
    SAYS(FZZF_ASSESSOR_SURVEY, "survey", "测评"),
    SAYS(FZZF_ASSESSOR_ON_SITE, "on-site", "实地"),
    SAYS(FZZF_ASSESSOR_FINAL, "final", "终评"),
};

static const struct fzzf_kind said = {
    .name = "said",
    .title = "分歧所在的观测值",
    FZZF__FIELDS(said_fields),
};

static const struct fzzf__field inflation_fields[] = {
    [INFLATION_NODE] = {"node", FZZF__FORM_ID, 1, NULL, "指标"},
    [INFLATION_TITLE] = {"title", FZZF__FORM_TEXT, 1, NULL, "指标名称"},
    [INFLATION_UNITS] = {"units", FZZF__FORM_WHOLE, 1, NULL, "单位数"},
    [INFLATION_OVER] = {"over", FZZF__FORM_WHOLE, 1, NULL, "虚高"},
    [INFLATION_UNDER] = {"under", FZZF__FORM_WHOLE, 1, NULL, "偏低"},
    [INFLATION_EQUAL] = {"equal", FZZF__FORM_WHOLE, 1, NULL, "一致"},
    [INFLATION_OPEN] = {"open", FZZF__FORM_WHOLE, 1, NULL, "未定"},
    [INFLATION_LEFT_OUT] = {"left-out", FZZF__FORM_WHOLE, 1, NULL, "无得分"},
    [INFLATION_MEAN] = {"mean", FZZF__FORM_EXACT, 0, NULL, "平均虚高"},
    [INFLATION_MEAN_HIGH] = {"mean-high", FZZF__FORM_EXACT, 0, NULL,
                             "平均至多"},
};

static const struct fzzf_kind inflation = {
    .name = "inflation",
    .title = "各指标自评虚高",
    FZZF__FIELDS(inflation_fields),
};

FZZF__FIELD_WORDS(undefined_words, "no-items", "no-variation");

static const struct fzzf__field pair_fields[] = {
    [PAIR_ONE] = {"one", FZZF__FORM_WORD, 1, &fzzf__assessor_words, "一方"},
    [PAIR_OTHER] = {"other", FZZF__FORM_WORD, 1, &fzzf__assessor_words,
                    "另一方"},
    [PAIR_ITEMS] = {"items", FZZF__FORM_WHOLE, 1, NULL, "可比项"},
    [PAIR_BOTH_MET] = {"both-met", FZZF__FORM_WHOLE, 1, NULL, "都认为符合"},
    [PAIR_ONE_MET] = {"one-met", FZZF__FORM_WHOLE, 1, NULL, "仅一方认为符合"},
    [PAIR_OTHER_MET] = {"other-met", FZZF__FORM_WHOLE, 1, NULL,
                        "仅另一方认为符合"},
    [PAIR_NONE_MET] = {"none-met", FZZF__FORM_WHOLE, 1, NULL, "都认为不符合"},
    [PAIR_LEFT_OUT] = {"left-out", FZZF__FORM_WHOLE, 1, NULL, "未计"},
    [PAIR_AGREEMENT] = {"agreement", FZZF__FORM_EXACT, 0, NULL, "一致率"},
    [PAIR_CHANCE] = {"chance", FZZF__FORM_EXACT, 0, NULL, "偶然一致率"},
    [PAIR_KAPPA] = {"kappa", FZZF__FORM_EXACT, 0, NULL, "κ 系数"},
    [PAIR_UNDEFINED] = {"undefined", FZZF__FORM_WORD, 0, &undefined_words,
                        "κ 无定义"},
};

static const struct fzzf_kind pair = {
    .name = "pair",
    .title = "评定主体间的一致性",
    FZZF__FIELDS(pair_fields),
};

static const struct fzzf__field assessments_fields[] = {
    [ASSESSMENTS_SYSTEM] = {"system", FZZF__FORM_ID, 1, NULL, "指标体系"},
    [ASSESSMENTS_CONTRACT] = {"contract", FZZF__FORM_ID, 1, NULL, "评分约定"},
    [ASSESSMENTS_UNITS] = {"units", FZZF__FORM_WHOLE, 1, NULL, "申报数"},
    [ASSESSMENTS_DIFFERING] = {"differing", FZZF__FORM_WHOLE, 1, NULL,
                               "有分歧"},
    [ASSESSMENTS_OPEN] = {"open", FZZF__FORM_WHOLE, 1, NULL, "未定"},
    [ASSESSMENTS_STATISTIC] = {"statistic", FZZF__FORM_TEXT, 1, NULL,
                               "一致性统计量"},
};

static const struct fzzf__part assessments_parts[] = {
    [ASSESSMENTS_ASSESSED] = {&assessed, 0, 0, ASSESSED_DECLARATION + 1, 0},
    [ASSESSMENTS_INDICATORS] = {&indicator, 0, 0, INDICATOR_DECLARATION + 1,
                                INDICATOR_NODE + 1},
    [ASSESSMENTS_VALUES] = {&said, 0, 0, 0, 0},
    [ASSESSMENTS_INFLATIONS] = {&inflation, 0, 0, INFLATION_NODE + 1, 0},
    [ASSESSMENTS_PAIRS] = {&pair, 0, 0, PAIR_ONE + 1, PAIR_OTHER + 1},
};

const struct fzzf_kind fzzf__kind_assessments = {
    .name = "assessments",
    .title = "评定对照",
    FZZF__FIELDS(assessments_fields),
    FZZF__PARTS(assessments_parts),
    .root = true,
};
