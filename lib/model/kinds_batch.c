/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of <batch> (批次). */

#include "model/kinds_batch.h"
#include "model/checks.h"

/* Every element of a batch states facts, so all hold their sources. */
static const struct fzzf__part sources[] = {
    {&fzzf__kind_source, 0, 0, 0, 0},
};

static const struct fzzf__field figure_fields[] = {
    [FIGURE_ID] = {"id", FZZF__FORM_ID, 1, NULL, "编号"},
    [FIGURE_TITLE] = {"title", FZZF__FORM_TEXT, 1, NULL, "名称"},
    [FIGURE_COUNT] = {"count", FZZF__FORM_WHOLE_OR_UNKNOWN, 1, NULL, "数量"},
    [FIGURE_LEAST] = {"at-least", FZZF__FORM_WORD, 0, &fzzf__yes_no_words,
                      "是否为至少数"},
};

static const struct fzzf_kind figure = {
    .name = "figure",
    .title = "数据",
    FZZF__FIELDS(figure_fields),
    FZZF__PARTS(sources),
};

static const char *const phase_items[] = {
    [FZZF__PHASE_DECLARATION] = "declaration",
    [FZZF__PHASE_REVIEW] = "review",
    [FZZF__PHASE_RECOMMENDATION] = "recommendation",
    [FZZF__PHASE_THIRD_PARTY] = "third-party",
    [FZZF__PHASE_SURVEY] = "survey",
    [FZZF__PHASE_ON_SITE] = "on-site",
    [FZZF__PHASE_PANEL] = "panel",
    [FZZF__PHASE_PUBLICITY] = "publicity",
    [FZZF__PHASE_DECISION] = "decision",
};
const struct fzzf__words fzzf__phase_words = {
    phase_items, sizeof phase_items / sizeof phase_items[0]};

static const struct fzzf__field phase_fields[] = {
    [PHASE_ID] = {"id", FZZF__FORM_ID, 1, NULL, "编号"},
    [PHASE_KIND] = {"kind", FZZF__FORM_WORD, 1, &fzzf__phase_words, "种类"},
    [PHASE_TITLE] = {"title", FZZF__FORM_TEXT, 1, NULL, "名称"},
    [PHASE_ORDER] = {"order", FZZF__FORM_WHOLE, 1, NULL, "次序"},
    [PHASE_WITHIN] = {"within", FZZF__FORM_ID, 0, NULL, "所属环节"},
    [PHASE_ASSESSOR] = {"assessor", FZZF__FORM_WORD, 0, &fzzf__assessor_words,
                        "评定主体"},
    [PHASE_WEIGHT] = {"weight", FZZF__FORM_AMOUNT, 0, NULL, "权重"},
    [PHASE_FLOOR] = {"floor", FZZF__FORM_NUMBER, 0, NULL, "本环节最低分"},
    [PHASE_GATE] = {"gate", FZZF__FORM_NUMBER, 0, NULL, "进入下一环节的累计分"},
    [PHASE_FROM] = {"from", FZZF__FORM_WHEN, 0, NULL, "起"},
    [PHASE_TO] = {"to", FZZF__FORM_WHEN, 0, NULL, "止"},
    [PHASE_TYPE] = {"type", FZZF__FORM_WORD, 0, &fzzf__type_words,
                    "只适用的类型"},
};

static const struct fzzf_kind phase = {
    .name = "phase",
    .title = "环节",
    FZZF__FIELDS(phase_fields),
    FZZF__PARTS(sources),
};

FZZF__FIELD_WORDS(own_words, "counted", "outside", "barred", "unknown");

static const struct fzzf__field quota_fields[] = {
    [QUOTA_FROM] = {"from", FZZF__FORM_WORD, 1, &fzzf__level_words, "推荐层级"},
    [QUOTA_TYPE] = {"type", FZZF__FORM_WORD, 1, &fzzf__type_words, "类型"},
    [QUOTA_COUNT] = {"count", FZZF__FORM_WHOLE_OR_UNKNOWN, 1, NULL, "名额"},
    [QUOTA_OWN] = {"own", FZZF__FORM_WORD, 0, &own_words, "本级申报"},
};

static const struct fzzf_kind quota = {
    .name = "quota",
    .title = "名额",
    FZZF__FIELDS(quota_fields),
    FZZF__PARTS(sources),
};

static const struct fzzf__field balance_fields[] = {
    [BALANCE_LEVEL] = {"level", FZZF__FORM_WORD, 1, &fzzf__level_words,
                       "推荐层级"},
    [BALANCE_TYPE] = {"type", FZZF__FORM_WORD, 1, &fzzf__type_words, "类型"},
    [BALANCE_BY] = {"by", FZZF__FORM_NAME, 1, NULL, "分组"},
    [BALANCE_LEAST] = {"least", FZZF__FORM_WHOLE, 0, NULL, "至少"},
    [BALANCE_MOST] = {"most", FZZF__FORM_WHOLE, 0, NULL, "至多"},
};

static const struct fzzf_kind balance = {
    .name = "balance",
    .title = "区域平衡",
    FZZF__FIELDS(balance_fields),
    FZZF__PARTS(sources),
};

FZZF__FIELD_WORDS(tie_words, "score", "rate", "node", "phase", "name", "date");
FZZF__FIELD_WORDS(better_words, "high", "low");

static const struct fzzf__field tie_fields[] = {
    [TIE_ORDER] = {"order", FZZF__FORM_WHOLE, 1, NULL, "次序"},
    [TIE_BY] = {"by", FZZF__FORM_WORD, 1, &tie_words, "依据"},
    [TIE_OF] = {"of", FZZF__FORM_ID, 0, NULL, "指标或环节"},
    [TIE_BETTER] = {"better", FZZF__FORM_WORD, 1, &better_words, "优者"},
};

static const struct fzzf_kind tie = {
    .name = "tie",
    .title = "同分次序",
    FZZF__FIELDS(tie_fields),
    FZZF__PARTS(sources),
};

static const struct fzzf__field exclusion_fields[] = {
    [EXCLUSION_ID] = {"id", FZZF__FORM_ID, 1, NULL, "编号"},
    [EXCLUSION_TITLE] = {"title", FZZF__FORM_TEXT, 1, NULL, "情形"},
    [EXCLUSION_MONTHS] = {"months", FZZF__FORM_WHOLE_OR_UNKNOWN, 0, NULL,
                          "追溯月数"},
    [EXCLUSION_EVIDENCE] = {"evidence", FZZF__FORM_TEXT, 0, NULL, "认定依据"},
};

static const struct fzzf_kind exclusion = {
    .name = "exclusion",
    .title = "排除情形",
    FZZF__FIELDS(exclusion_fields),
    FZZF__PARTS(sources),
};

static const struct fzzf__field theme_fields[] = {
    [THEME_ID] = {"id", FZZF__FORM_ID, 1, NULL, "编号"},
    [THEME_TITLE] = {"title", FZZF__FORM_TEXT, 1, NULL, "主题"},
    [THEME_SYSTEM] = {"system", FZZF__FORM_ID, 0, NULL, "指标体系"},
    [THEME_TAILORING] = {"tailoring", FZZF__FORM_ID, 0, NULL, "指标调整"},
};

static const struct fzzf_kind theme = {
    .name = "theme",
    .title = "单项主题",
    FZZF__FIELDS(theme_fields),
    FZZF__PARTS(sources),
};

static const struct fzzf__field criterion_fields[] = {
    [CRITERION_ID] = {"id", FZZF__FORM_ID, 1, NULL, "编号"},
    [CRITERION_TITLE] = {"title", FZZF__FORM_TEXT, 1, NULL, "名称"},
    [CRITERION_WEIGHT] = {"weight", FZZF__FORM_AMOUNT, 0, NULL, "权重"},
    [CRITERION_SCALE] = {"scale", FZZF__FORM_POSITIVE, 0, NULL, "满分"},
    [CRITERION_DROP_HIGHEST] = {"drop-highest", FZZF__FORM_WHOLE, 0, NULL,
                                "去掉最高分个数"},
    [CRITERION_DROP_LOWEST] = {"drop-lowest", FZZF__FORM_WHOLE, 0, NULL,
                               "去掉最低分个数"},
};

static const struct fzzf_kind criterion = {
    .name = "criterion",
    .title = "评审标准",
    FZZF__FIELDS(criterion_fields),
    FZZF__PARTS(sources),
};

static const struct fzzf__field evidence_fields[] = {
    [EVIDENCE_INDICATOR] = {"indicator", FZZF__FORM_ID, 0, NULL, "指标"},
    [EVIDENCE_KIND] = {"kind", FZZF__FORM_WORD, 0, &fzzf__evidence_words,
                       "佐证种类"},
    [EVIDENCE_LEAST] = {"least", FZZF__FORM_WHOLE, 0, NULL, "至少"},
    [EVIDENCE_MONTHS] = {"months", FZZF__FORM_WHOLE, 0, NULL, "时效月数"},
    [EVIDENCE_FROM] = {"from", FZZF__FORM_DATE, 0, NULL, "起"},
    [EVIDENCE_TO] = {"to", FZZF__FORM_DATE, 0, NULL, "止"},
};

static const struct fzzf_kind evidence = {
    .name = "evidence",
    .title = "佐证要求",
    FZZF__FIELDS(evidence_fields),
    FZZF__PARTS(sources),
};

static const struct fzzf__field award_fields[] = {
    [AWARD_TYPE] = {"type", FZZF__FORM_WORD, 1, &fzzf__type_words, "类型"},
    [AWARD_LEVEL] = {"level", FZZF__FORM_WORD, 1, &fzzf__level_words,
                     "单位层级"},
    [AWARD_TITLE] = {"title", FZZF__FORM_TEXT, 1, NULL, "称号"},
};

static const struct fzzf_kind award = {
    .name = "award",
    .title = "命名称号",
    FZZF__FIELDS(award_fields),
    FZZF__PARTS(sources),
};

static const struct fzzf__field batch_fields[] = {
    [BATCH_ID] = {"id", FZZF__FORM_ID, 1, NULL, "编号"},
    [BATCH_TITLE] = {"title", FZZF__FORM_TEXT, 1, NULL, "名称"},
    [BATCH_SYSTEM] = {"system", FZZF__FORM_ID, 1, NULL, "指标体系"},
    [BATCH_EDITION] = {"edition", FZZF__FORM_TEXT, 0, NULL, "指标体系版本"},
    [BATCH_CONTRACT] = {"contract", FZZF__FORM_ID, 0, NULL, "评分约定"},
    [BATCH_FROM] = {"from", FZZF__FORM_WHEN, 0, NULL, "启动"},
    [BATCH_TO] = {"to", FZZF__FORM_WHEN, 0, NULL, "命名"},
    [BATCH_PUBLICITY_DAYS] = {"publicity-days", FZZF__FORM_WHOLE_OR_UNKNOWN, 0,
                              NULL, "公示天数"},
    [BATCH_REPORT_DAY] = {"report-day", FZZF__FORM_MONTH_DAY, 0, NULL,
                          "年度报告截止日"},
    [BATCH_BOTH_TYPES] = {"both-types", FZZF__FORM_WORD, 0,
                          &fzzf__yes_no_unknown_words, "可兼得综合与单项"},
    [BATCH_THEMES_OPEN] = {"themes-open", FZZF__FORM_WORD, 0,
                           &fzzf__yes_no_unknown_words, "单项主题不限于所列"},
};

static const struct fzzf__part batch_parts[] = {
    [BATCH_SOURCES] = {&fzzf__kind_source, 0, 0, 0, 0},
    [BATCH_FIGURES] = {&figure, 0, 0, FIGURE_ID + 1, 0},
    [BATCH_PHASES] = {&phase, 0, 0, PHASE_ID + 1, 0},
    [BATCH_QUOTAS] = {&quota, 0, 0, QUOTA_FROM + 1, QUOTA_TYPE + 1},
    [BATCH_BALANCES] = {&balance, 0, 0, 0, 0},
    [BATCH_TIES] = {&tie, 0, 0, TIE_ORDER + 1, 0},
    [BATCH_EXCLUSIONS] = {&exclusion, 0, 0, EXCLUSION_ID + 1, 0},
    [BATCH_THEMES] = {&theme, 0, 0, THEME_ID + 1, 0},
    [BATCH_CRITERIA] = {&criterion, 0, 0, CRITERION_ID + 1, 0},
    [BATCH_EVIDENCE] = {&evidence, 0, 0, 0, 0},
    [BATCH_AWARDS] = {&award, 0, 0, AWARD_TYPE + 1, AWARD_LEVEL + 1},
};

const struct fzzf_kind fzzf__kind_batch = {
    .name = "batch",
    .title = "批次",
    FZZF__FIELDS(batch_fields),
    FZZF__PARTS(batch_parts),
    .root = true,
    .check = fzzf__check_batch,
};
