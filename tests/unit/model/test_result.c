/* SPDX-License-Identifier: Apache-2.0 */
/* What results are asked. */

#include "unit/model/make.h"

static void tells_the_verdict(void)
{
    struct fzzf_result *result = make_result();
    fzzf_verdict verdict = {.size = sizeof verdict};

    result->nodes[0].grade = "good";
    result->eligible = FZZF_UNDETERMINED;
    CU_ASSERT_TRUE(fzzf_result_verdict(result, &verdict));
    CHECK_TEXT(verdict.declaration, "d1");
    CHECK_TEXT(verdict.unit, "990001");
    CHECK_TEXT(verdict.unit_name, "甲县");
    CHECK_TEXT(verdict.system, "demo");
    CHECK_TEXT(verdict.contract, "trial");
    CHECK_TEXT(verdict.grade, "good");
    CU_ASSERT_EQUAL(verdict.eligible, FZZF_UNDETERMINED);
    CU_ASSERT_EQUAL(verdict.deciding, FZZF_INDICATORS_APPLICABLE);
    fzzf_result_unref(result);
}

static void an_exact_score_is_its_own_upper_end(void)
{
    struct fzzf_result *result = make_result();
    fzzf_node node = {.size = sizeof node};
    const size_t index = fzzf_result_find(result, "1.2");

    CU_ASSERT_EQUAL_FATAL(index, 3);
    result->nodes[index].state = FZZF_SCORE_EXACT;
    result->nodes[index].met = FZZF_NO;
    result->nodes[index].score = make_number(&result->arena, "37.5");
    CU_ASSERT_TRUE(fzzf_result_node(result, index, &node));
    CHECK_TEXT(node.id, "1.2");
    CHECK_TEXT(node.title, "行政复议");
    CU_ASSERT_EQUAL(node.level, 2);
    CU_ASSERT_EQUAL(node.met, FZZF_NO);
    CHECK_TEXT(fzzf_number_exact(node.score), "37.5");
    CU_ASSERT_PTR_EQUAL(node.high, node.score);
    CU_ASSERT_PTR_NULL(node.full);
    fzzf_result_unref(result);
}

static void tells_each_cause(void)
{
    static const struct fzzf__cause loss = {
        .code = FZZF__CAUSE_CHILD, .label = "备案", .node = 2, .veto = "fraud"};
    struct fzzf_result *result = make_result();
    fzzf_cause cause = {.size = sizeof cause};

    make_cause(result, 1, &loss, "-5", "-2");
    CU_ASSERT_TRUE(fzzf_result_cause(result, 1, 0, &cause));
    CHECK_TEXT(cause.code, "child");
    CHECK_TEXT(cause.label, "备案");
    CHECK_TEXT(cause.node, "1.1");
    CHECK_TEXT(cause.veto, "fraud");
    CHECK_TEXT(fzzf_number_exact(cause.amount), "-5");
    CHECK_TEXT(fzzf_number_exact(cause.high), "-2");
    CU_ASSERT_FALSE(fzzf_result_cause(result, 1, 1, &cause));
    CU_ASSERT_PTR_NULL(cause.code);
    CU_ASSERT_FALSE(fzzf_result_cause(result, 5, 0, &cause));
    fzzf_result_unref(result);
}

static void tells_readings_reasons_and_what_is_open(void)
{
    static const struct fzzf__reason reason = {
        .code = "veto", .id = "fraud", .node = "1.1", .answer = FZZF_NO};
    static const struct fzzf__open open = {"1.1", "rate", "2021"};
    struct fzzf_result *result = make_result();
    fzzf_reading_view reading = {.size = sizeof reading};
    fzzf_reason told = {.size = sizeof told};
    fzzf_open missing = {.size = sizeof missing};

    result->reasons = &reason;
    result->reason_count = 1;
    result->opens = &open;
    result->open_count = 1;
    result->readings[FZZF_POINTS_ALL].low = make_number(&result->arena, "8");
    result->readings[FZZF_POINTS_ALL].left_out = 2;
    CU_ASSERT_TRUE(fzzf_result_reading(result, FZZF_POINTS_ALL, &reading));
    CHECK_TEXT(reading.name, "points-all");
    CHECK_TEXT(fzzf_number_exact(reading.low), "8");
    CU_ASSERT_EQUAL(reading.left_out, 2);
    CU_ASSERT_FALSE(fzzf_result_reading(result, (fzzf_reading)4, &reading));
    CU_ASSERT_TRUE(fzzf_result_reason(result, 0, &told));
    CHECK_TEXT(told.code, "veto");
    CHECK_TEXT(told.node, "1.1");
    CU_ASSERT_FALSE(fzzf_result_reason(result, 1, &told));
    CU_ASSERT_TRUE(fzzf_result_open(result, 0, &missing));
    CHECK_TEXT(missing.observation, "rate");
    CHECK_TEXT(missing.period, "2021");
    CU_ASSERT_FALSE(fzzf_result_open(result, 1, &missing));
    fzzf_result_unref(result);
}

static void tells_figures_and_inputs(void)
{
    struct fzzf_result *result = make_result();
    struct fzzf__figure figure = {.name = "rank(x)", .node = "1.1"};
    fzzf_figure told = {.size = sizeof told};
    fzzf_input input = {.size = sizeof input};

    figure.low = make_number(&result->arena, "3");
    result->figures = &figure;
    result->figure_count = 1;
    result->inputs[0].role = "system";
    result->inputs[0].id = "demo";
    result->input_count = 1;
    CU_ASSERT_TRUE(fzzf_result_figure(result, 0, &told));
    CHECK_TEXT(told.name, "rank(x)");
    CHECK_TEXT(fzzf_number_exact(told.low), "3");
    CU_ASSERT_FALSE(fzzf_result_figure(result, 1, &told));
    CU_ASSERT_TRUE(fzzf_result_input(result, 0, &input));
    CHECK_TEXT(input.role, "system");
    CHECK_TEXT(input.sha256, "");
    CU_ASSERT_FALSE(fzzf_result_input(result, 1, &input));
    CU_ASSERT_PTR_NULL(input.sha256);
    fzzf_result_unref(result);
}

static void names_are_those_of_documents(void)
{
    CHECK_TEXT(fzzf_score_state_name(FZZF_SCORE_NOT_COMPUTABLE),
               "not-computable");
    CHECK_TEXT(fzzf_score_state_name((fzzf_score_state)9), NULL);
    CHECK_TEXT(fzzf_answer_name(FZZF_NOTHING_APPLICABLE), "nothing-applicable");
    CHECK_TEXT(fzzf_answer_name((fzzf_answer)-1), NULL);
    CHECK_TEXT(fzzf_reading_name(FZZF_POINTS_APPLICABLE), "points-applicable");
    CHECK_TEXT(fzzf__why_code_name(FZZF__WHY_MISSING), "missing");
    CHECK_TEXT(fzzf__why_code_name(FZZF__WHY_NOTHING), NULL);
    CHECK_TEXT(fzzf__cause_code_name(FZZF__CAUSE_LOSS_EACH), "loss");
}

CU_TestInfo result_tests[] = {
    {"tells the verdict", tells_the_verdict},
    {"an exact score is its own upper end",
     an_exact_score_is_its_own_upper_end},
    {"tells each cause", tells_each_cause},
    {"tells readings, reasons and what is open",
     tells_readings_reasons_and_what_is_open},
    {"tells figures and inputs", tells_figures_and_inputs},
    {"names are those of documents", names_are_those_of_documents},
    CU_TEST_INFO_NULL,
};
