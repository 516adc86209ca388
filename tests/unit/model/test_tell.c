/* SPDX-License-Identifier: Apache-2.0 */
/* Sentences in both languages, and what they must never say. */

#include "base/memory.h"
#include "unit/model/make.h"

static const struct {
    size_t node;
    struct fzzf__why why;
    const char *zh, *en;
} whys[] = {
    {2, {FZZF__WHY_MISSING, "rate"}, "缺少“备案率”", "'备案率' is missing"},
    {2, {FZZF__WHY_DISPUTED, "late"}, "“late”有争议", "'late' is disputed"},
    {1,
     {FZZF__WHY_CHILD, "1.1"},
     "因 1.1 行政备案 未能计分",
     "because of 1.1 行政备案"},
    {3, {FZZF__WHY_NOT_APPLICABLE, NULL}, "不适用", "does not apply"},
    {3,
     {FZZF__WHY_NOT_APPLICABLE, "无乡镇"},
     "不适用（无乡镇）",
     "does not apply (无乡镇)"},
    {3,
     {FZZF__WHY_NO_RULE, NULL},
     "没有计分规则",
     "has no rule that scores it"},
    {3, {FZZF__WHY_NOTHING, NULL}, "", ""},
};

static void says_why_there_is_no_exact_score(void)
{
    struct fzzf_result *result = make_result();
    char buffer[200];

    for (size_t i = 0; i < LENGTH(whys); i++) {
        result->nodes[whys[i].node].why = whys[i].why;
        CU_ASSERT_EQUAL(fzzf_result_why(result, whys[i].node, FZZF_CHINESE,
                                        buffer, sizeof buffer),
                        strlen(whys[i].zh));
        CHECK_TEXT(buffer, whys[i].zh);
        fzzf_result_why(result, whys[i].node, FZZF_ENGLISH, buffer,
                        sizeof buffer);
        CHECK_TEXT(buffer, whys[i].en);
    }
    CU_ASSERT_EQUAL(
        fzzf_result_why(result, 5, FZZF_ENGLISH, buffer, sizeof buffer), 0);
    CHECK_TEXT(buffer, "");
    fzzf_result_unref(result);
}

static const struct {
    struct fzzf__cause cause;
    const char *low, *high;
    const char *zh, *en;
} causes[] = {
    {{.code = FZZF__CAUSE_LOSS_EACH,
      .label = "迟报",
      .args = {{3, 1, NULL}, {2, 1, NULL}}},
     "-6",
     "-6",
     "“迟报”：3 次（项），每次（项）2 分，扣 6 分",
     "'迟报': 3 × 2, loses 6"},
    {{.code = FZZF__CAUSE_LOSS_EACH,
      .label = "迟报",
      .args = {{5, 1, NULL}, {2, 1, NULL}}},
     "-6",
     "-6",
     "“迟报”：5 次（项），共扣 6 分",
     "'迟报': 5, loses 6 in all"},
    {{.code = FZZF__CAUSE_GAIN_EACH,
      .label = "表彰",
      .args = {{3, 1, NULL}, {2, 1, NULL}}},
     "4",
     "4",
     "“表彰”：3 次（项），共得 4 分",
     "'表彰': 3, gains 4 in all"},
    {{.code = FZZF__CAUSE_GAIN_EACH,
      .label = "表彰",
      .args = {{2, 1, NULL}, {2, 1, NULL}}},
     "4",
     "4",
     "“表彰”：2 次（项），每次（项）2 分，得 4 分",
     "'表彰': 2 × 2, gains 4"},
    {{.code = FZZF__CAUSE_LOSS_EACH,
      .label = "迟报",
      .args = {{3, 1, NULL}, {2, 1, NULL}}},
     "-6",
     "0",
     "“迟报”，扣 0 至 6 分",
     "'迟报': loses 0 to 6"},
    {{.code = FZZF__CAUSE_LOSS}, "-6.5", "-6.5", "扣 6.5 分", "loses 6.5"},
    {{.code = FZZF__CAUSE_LOSS}, "-5", "-2", "扣 2 至 5 分", "loses 2 to 5"},
    {{.code = FZZF__CAUSE_LOSS},
     "-2.004",
     "-2.001",
     "扣 2.001 至 2.004 分",
     "loses 2.001 to 2.004"},
    {{.code = FZZF__CAUSE_LOSS}, "-1", "2", "扣 -1 至 +2 分", "loses -1 to +2"},
    {{.code = FZZF__CAUSE_ROUNDING},
     "0.4",
     "-0.4",
     "按约定取舍 -0.4 至 +0.4 分",
     "rounding: -0.4 to +0.4"},
    {{.code = FZZF__CAUSE_BAND,
      .args = {{1, INT64_MAX, NULL}, {8, 1, NULL}, {10, 1, NULL}}},
     "-2",
     "-2",
     "数值 1/9223372036854775807（约 0.0000000000000000001），落在该档，计 8 "
     "分（满分 10 分）",
     "1/9223372036854775807 (about 0.0000000000000000001) lies in this band "
     "and gives 8 (full marks 10)"},
    {{.code = FZZF__CAUSE_GAIN, .label = "表彰"},
     "0",
     "inf",
     "“表彰”，得 0 至 ∞ 分",
     "'表彰': gains 0 to ∞"},
    {{.code = FZZF__CAUSE_ADJUST, .label = "折算", .args = {{12, 1, NULL}}},
     "-78",
     "-78",
     "“折算”：调整后为 12 分（-78 分）",
     "'折算': 12 after that, -78"},
    {{.code = FZZF__CAUSE_ROUNDING},
     "1/300",
     "1/300",
     "按约定取舍 +0.003 分",
     "rounding: +0.003"},
    {{.code = FZZF__CAUSE_ROUNDING},
     "-1/3",
     "-1/3",
     "按约定取舍 -0.33 分",
     "rounding: -0.33"},
    {{.code = FZZF__CAUSE_BAND,
      .args = {{44, 49, NULL}, {8, 1, NULL}, {10, 1, NULL}}},
     "-2",
     "-2",
     "数值 44/49（约 0.90），落在该档，计 8 分（满分 10 分）",
     "44/49 (about 0.90) lies in this band and gives 8 (full marks 10)"},
    {{.code = FZZF__CAUSE_SURVEY,
      .label = "满意度",
      .args = {{500, 1, NULL}, {85, 10, NULL}, {10, 1, NULL}}},
     "-1.5",
     "-1.5",
     "“满意度”：有效样本 500 份，计 8.5 分（满分 10 分）",
     "'满意度': answers: 500, giving 8.5 (full marks 10)"},
    {{.code = FZZF__CAUSE_CHILD, .node = 2},
     "-2",
     "-2",
     "1.1 行政备案：失 2 分",
     "1.1 行政备案: loses 2"},
    {{.code = FZZF__CAUSE_VETO, .veto = "fraud"},
     "-60",
     "-60",
     "一票否决“弄虚作假”：扣 60 分",
     "veto 弄虚作假: 60 lost"},
    {{.code = FZZF__CAUSE_VETO_RAISE, .veto = "fraud"},
     "19",
     "19",
     "一票否决“弄虚作假”：高于原得分 19 分",
     "veto 弄虚作假: 19 more"},
    /* What is measured against nothing, and a label that says nothing. */
    {{.code = FZZF__CAUSE_FORMULA,
      .label = "",
      .args = {{0, 1, NULL}, {3, 1, NULL}, {0, 1, NULL}}},
     "3",
     "3",
     "按公式：得 3 分",
     "by the formula: 3"},
    {{.code = FZZF__CAUSE_CHOICE,
      .label = "省级表彰",
      .args = {{0, 1, NULL}, {3, 1, NULL}, {0, 1, NULL}}},
     "3",
     "3",
     "“省级表彰”，计 3 分",
     "'省级表彰': gives 3"},
    /* An observation goes by its title where it has one. */
    {{.code = FZZF__CAUSE_LOSS, .label = "rate"},
     "-1",
     "-1",
     "“备案率”，扣 1 分",
     "'备案率': loses 1"},
    {{.code = FZZF__CAUSE_LOSS, .label = "late"},
     "-1",
     "-1",
     "“late”，扣 1 分",
     "'late': loses 1"},
    {{.code = FZZF__CAUSE_VETO, .label = "弄虚作假", .veto = "fraud"},
     "-1",
     "-1",
     "一票否决“弄虚作假”：扣 1 分",
     "veto 弄虚作假: 1 lost"},
    {{.code = FZZF__CAUSE_LOSS, .label = ""}, "-1", "-1", "扣 1 分", "loses 1"},
    {{.code = FZZF__CAUSE_START},
     "-10",
     "-10",
     "起评分与满分相差 -10 分",
     "starts -10 from full marks"},
};

static void says_each_cause(void)
{
    for (size_t i = 0; i < LENGTH(causes); i++) {
        struct fzzf_result *result = make_result();
        char buffer[200];

        make_cause(result, 2, &causes[i].cause, causes[i].low, causes[i].high);
        result->nodes[2].full = make_number(&result->arena, "10");
        CU_ASSERT_EQUAL(fzzf_result_cause_text(result, 2, 0, FZZF_CHINESE,
                                               buffer, sizeof buffer),
                        strlen(causes[i].zh));
        CHECK_TEXT(buffer, causes[i].zh);
        fzzf_result_cause_text(result, 2, 0, FZZF_ENGLISH, buffer,
                               sizeof buffer);
        CHECK_TEXT(buffer, causes[i].en);
        fzzf_result_unref(result);
    }
}

/* A bonus without points has none. */
static void says_no_full_marks_that_are_not_known(void)
{
    struct fzzf__cause cause = {.code = FZZF__CAUSE_FORMULA,
                                .args = {{0}, {2, 1, NULL}, {0, 1, NULL}}};
    struct fzzf_result *result = make_result();
    char buffer[200];

    make_cause(result, 2, &cause, "2", "2");
    fzzf_result_cause_text(result, 2, 0, FZZF_CHINESE, buffer, sizeof buffer);
    CHECK_TEXT(buffer, "按公式：得 2 分");
    fzzf_result_cause_text(result, 2, 0, FZZF_ENGLISH, buffer, sizeof buffer);
    CHECK_TEXT(buffer, "by the formula: 2");
    fzzf_result_unref(result);
}

/* Percentages: 89/98 is 90.816…, 88/98 is 89.795…, 85/98 is 86.734…, 90/98 is
 * 91.836…, 89/96 is 92.708…, 2699999/3000000 is 89.999966…, 80999/90 is
 * 899.98888…. */
static const struct {
    fzzf_reading reading;
    fzzf_answer answer;
    int places;
    size_t left_out;
    const char *three[3]; /* low, high, of */
    const char *zh, *en;
} thresholds[] = {
    {FZZF_INDICATORS_ALL,
     FZZF_YES,
     2,
     0,
     {"89", "89", "98"},
     "符合指标 89/98（90.82%），达到 90%（含本数）",
     "indicators met 89/98 (90.82%): reaches 90%, which itself passes"},
    {FZZF_INDICATORS_ALL,
     FZZF_NO,
     2,
     0,
     {"88", "88", "98"},
     "符合指标 88/98（89.80%），未达到 90%（含本数）",
     "indicators met 88/98 (89.80%): does not reach 90%, which itself passes"},
    {FZZF_INDICATORS_ALL,
     FZZF_YES,
     2,
     0,
     {"9", "9", "10"},
     "符合指标 9/10（90%），达到 90%（含本数）",
     "indicators met 9/10 (90%): reaches 90%, which itself passes"},
    {FZZF_INDICATORS_ALL,
     FZZF_UNDETERMINED,
     2,
     0,
     {"85", "90", "98"},
     "符合指标（85 至 90）/98（86.73% 至 91.84%），"
     "能否达到 90%（含本数）尚未确定",
     "indicators met (85 to 90)/98 (86.73% to 91.84%): whether it reaches 90% "
     "is open"},
    {FZZF_INDICATORS_APPLICABLE,
     FZZF_YES,
     2,
     2,
     {"89", "89", "96"},
     "适用指标中符合 89/96（92.71%），不计 2 项，达到 90%（含本数）",
     "applicable indicators met 89/96 (92.71%), 2 left out: reaches 90%, which "
     "itself passes"},
    {FZZF_POINTS_ALL,
     FZZF_NO,
     2,
     0,
     {"2699999", "2699999", "3000000"},
     "得分 2699999/3000000（89.99997%），未达到 90%（含本数）",
     "points 2699999/3000000 (89.99997%): does not reach 90%, which itself "
     "passes"},
    {FZZF_POINTS_APPLICABLE,
     FZZF_NO,
     0,
     0,
     {"80999/90", "80999/90", "1000"},
     "适用指标得分 899.99/1000（89.999%），未达到 90%（含本数）",
     "points of applicable indicators 899.99/1000 (89.999%): does not reach "
     "90%, which itself passes"},
    {FZZF_POINTS_APPLICABLE,
     FZZF_NOTHING_APPLICABLE,
     2,
     3,
     {"0", "0", "0"},
     "没有适用的指标，无从与 90% 比较",
     "nothing applies that could be compared with 90%"},
};

static void shows_no_reading_on_the_wrong_side_of_the_threshold(void)
{
    for (size_t i = 0; i < LENGTH(thresholds); i++) {
        struct fzzf_result *result = make_result();
        struct fzzf__reason reason = {.code = "threshold"};
        char buffer[200];

        reason.id = fzzf_reading_name(thresholds[i].reading);
        reason.answer = thresholds[i].answer;
        result->reasons = &reason;
        result->reason_count = 1;
        result->contract->display_places = thresholds[i].places;
        make_reading(result, thresholds[i].reading, thresholds[i].three,
                     thresholds[i].left_out);
        CU_ASSERT_EQUAL(fzzf_result_reason_text(result, 0, FZZF_CHINESE, buffer,
                                                sizeof buffer),
                        strlen(thresholds[i].zh));
        CHECK_TEXT(buffer, thresholds[i].zh);
        fzzf_result_reason_text(result, 0, FZZF_ENGLISH, buffer, sizeof buffer);
        CHECK_TEXT(buffer, thresholds[i].en);
        fzzf_result_unref(result);
    }
}

/* A share that no decimal is equal to. */
static void shows_a_third_as_a_fraction(void)
{
    static const char *const three[] = {"66", "66", "99"};
    struct fzzf_result *result = make_result();
    struct fzzf__reason reason = {
        .code = "threshold", .id = "indicators-all", .answer = FZZF_YES};
    char buffer[200];

    result->contract->share = make_num(&result->contract->arena, "2/3");
    result->reasons = &reason;
    result->reason_count = 1;
    make_reading(result, FZZF_INDICATORS_ALL, three, 0);
    fzzf_result_reason_text(result, 0, FZZF_CHINESE, buffer, sizeof buffer);
    CHECK_TEXT(buffer, "符合指标 66/99（66.67%），达到 2/3（含本数）");
    result->contract->rounding = FZZF_ROUND_DOWN;
    fzzf_result_reason_text(result, 0, FZZF_CHINESE, buffer, sizeof buffer);
    CHECK_TEXT(buffer, "符合指标 66/99，达到 2/3（含本数）");
    fzzf_result_unref(result);
}

static const struct {
    struct fzzf__reason reason;
    const char *zh, *en;
} reasons[] = {
    {{"require", "safe", "无重大责任事故", NULL, FZZF_NO},
     "要求“无重大责任事故”未满足",
     "requirement '无重大责任事故' is not met"},
    {{"require", "safe", NULL, NULL, FZZF_UNDETERMINED},
     "要求“safe”是否满足尚未确定",
     "whether requirement 'safe' is met is open"},
    {{"veto", "fraud", "弄虚作假", "1.1", FZZF_NO},
     "一票否决“弄虚作假”（1.1 行政备案），取消资格",
     "veto '弄虚作假' (1.1 行政备案) removes eligibility"},
    {{"veto", "fraud", "弄虚作假", NULL, FZZF_UNDETERMINED},
     "一票否决“弄虚作假”（测试体系）是否触发尚未确定",
     "whether veto '弄虚作假' (测试体系) strikes is open"},
    {{"threshold", "points-all", NULL, NULL, FZZF_UNDETERMINED},
     "得分未知，能否达到 90%（含本数）尚未确定；未定的指标：1.1 行政备案、1.2 "
     "行政复议",
     "points not known: whether it reaches 90% is open; not settled are: 1.1 "
     "行政备案, 1.2 行政复议"},
};

static void says_each_reason(void)
{
    struct fzzf_result *result = make_result();
    char buffer[200];

    result->reason_count = 1;
    for (size_t i = 0; i < LENGTH(reasons); i++) {
        result->reasons = &reasons[i].reason;
        fzzf_result_reason_text(result, 0, FZZF_CHINESE, buffer, sizeof buffer);
        CHECK_TEXT(buffer, reasons[i].zh);
        fzzf_result_reason_text(result, 0, FZZF_ENGLISH, buffer, sizeof buffer);
        CHECK_TEXT(buffer, reasons[i].en);
    }
    CU_ASSERT_EQUAL(
        fzzf_result_reason_text(result, 1, FZZF_ENGLISH, buffer, 200), 0);
    fzzf_result_unref(result);
}

/* 缺少“备案率” is seven characters of three bytes. */
static void cuts_between_two_characters(void)
{
    struct fzzf_result *result = make_result();
    char buffer[5] = "full";

    result->nodes[2].why = (struct fzzf__why){FZZF__WHY_MISSING, "rate"};
    CU_ASSERT_EQUAL(fzzf_result_why(result, 2, FZZF_CHINESE, buffer, 5), 21);
    CHECK_TEXT(buffer, "缺");
    CU_ASSERT_EQUAL(fzzf_result_why(result, 2, FZZF_CHINESE, buffer, 1), 21);
    CHECK_TEXT(buffer, "");
    CU_ASSERT_EQUAL(fzzf_result_why(result, 2, FZZF_CHINESE, NULL, 0), 21);
    fzzf_result_unref(result);
}

static void says_nothing_when_memory_runs_out(void)
{
    struct fzzf_result *result = make_result();
    long allow = 0;
    size_t length;
    int refused;

    make_cause(result, 2, &causes[0].cause, "-6", "-6");
    do {
        char buffer[200] = "old";

        fzzf__fault_after(allow++);
        length = fzzf_result_cause_text(result, 2, 0, FZZF_CHINESE, buffer,
                                        sizeof buffer);
        fzzf__fault_after(-1);
        refused = fzzf__fault_seen();
        CU_ASSERT_EQUAL(length, refused ? 0 : strlen(causes[0].zh));
        CHECK_TEXT(buffer, refused ? "" : causes[0].zh);
    } while (refused);
    CU_ASSERT(allow > 2);
    fzzf_result_unref(result);
}

CU_TestInfo tell_tests[] = {
    {"says why there is no exact score", says_why_there_is_no_exact_score},
    {"says each cause", says_each_cause},
    {"says no full marks that are not known",
     says_no_full_marks_that_are_not_known},
    {"shows no reading on the wrong side of the threshold",
     shows_no_reading_on_the_wrong_side_of_the_threshold},
    {"shows a third as a fraction", shows_a_third_as_a_fraction},
    {"says each reason", says_each_reason},
    {"cuts between two characters", cuts_between_two_characters},
    {"says nothing when memory runs out", says_nothing_when_memory_runs_out},
    CU_TEST_INFO_NULL,
};
