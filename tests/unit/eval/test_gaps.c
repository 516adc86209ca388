/* SPDX-License-Identifier: Apache-2.0 */
/* The cheapest way to the threshold, on small systems worked by hand. */

#include "unit/eval/round.h"

#include <string.h>

#include "base/number.h"

#define INDICATOR(id, more)                                                    \
    "<indicator id='" id "' title='t" id "' points='10'" more ">"              \
    "<observe id='x' kind='number' min='0' max='10'/>"                         \
    "<rule value='x'/></indicator>"
#define CONTRACT(reading, share)                                               \
    "<contract xmlns='urn:fzzf:1' id='c' title='c'>"                           \
    "<rounding mode='half-up' indicator='none' node='none' total='none' "      \
    "display='2'/><assessors decide='self'/><steps part='whole'/>"             \
    "<bonus order='floor-then-bonus'/>"                                        \
    "<absent missing='bound' not-assessed='bound' disputed='bound' "           \
    "no-value='refuse'/><not-applicable treatment='rescale'/>"                 \
    "<nodes without-rule='sum'/><ties places='skip'/>"                         \
    "<met when='score >= points'/>"                                            \
    "<threshold share='" share "' reading='" reading "'/></contract>"
#define SAYS(id, value)                                                        \
    "<indicator id='" id "'><observation id='x' value='" value "'/></"         \
    "indicator>"
#define NOT_APPLICABLE(id)                                                     \
    "<indicator id='" id "' state='not-applicable' reason='r'/>"
#define UNIT(inside)                                                           \
    "<declaration id='d' system='s' type='comprehensive'>"                     \
    "<unit code='990001' name='d' level='county'/>"                            \
    "<assessment assessor='self'>" inside "</assessment></declaration>"

static const char system_text[] =
    "<system xmlns='urn:fzzf:1' id='s' edition='1' title='t'>" INDICATOR(
        "1", " effort='5'") INDICATOR("2", " effort='1'") INDICATOR("3", "")
        INDICATOR("4", " effort='3/2'")
            INDICATOR("5", " bonus='yes' effort='0'") "</system>";

/* "yes 2 (2 4) of 2": reaches, total, the ids, the bound. */
static void tell(struct round *round, fzzf_aim aim, fzzf__text *text)
{
    fzzf_result *result = round_result(round, 0);
    fzzf_gaps_view view = {.size = sizeof view};
    fzzf_gap gap = {.size = sizeof gap};
    fzzf_gaps *gaps = NULL;

    CU_ASSERT_EQUAL_FATAL(
        fzzf_gaps_new(&gaps, round->plan, result, aim, round->diags), FZZF_OK);
    CU_ASSERT_TRUE(fzzf_gaps_describe(gaps, &view));
    fzzf__text_add(text, fzzf_answer_name(view.reaches));
    if (view.total != NULL) {
        fzzf__text_add(text, " ");
        fzzf__text_add(text, fzzf_number_exact(view.total));
    }
    for (size_t i = 0; fzzf_gaps_at(gaps, i, &gap); i++) {
        fzzf__text_add(text, i == 0 ? " (" : " ");
        fzzf__text_add(text, gap.id);
        fzzf__text_add(text, "+");
        fzzf__text_add(text, fzzf_number_exact(gap.gain));
    }
    if (view.count > 0)
        fzzf__text_add(text, ")");
    if (view.bound != NULL) {
        fzzf__text_add(text, view.optimal ? " least " : " at least ");
        fzzf__text_add(text, fzzf_number_exact(view.bound));
    }
    CU_ASSERT_PTR_NULL(gap.id); /* past the end all is empty */
    fzzf_gaps_free(gaps);
    fzzf_result_unref(result);
}

static void check(const char *contract, const char *declaration, fzzf_aim aim,
                  const char *expected)
{
    fzzf__text text = {0};
    struct round round;

    round_make(&round, system_text, contract, declaration);
    round_plan(&round);
    tell(&round, aim, &text);
    CHECK_TEXT(text.bytes, expected);
    fzzf__text_free(&text);
    round_free(&round);
}

/* None of four is met; 3 of 4 are needed for 75 %. */
static void proposes_the_fewest_indicators(void)
{
    check(CONTRACT("indicators-all", "75%"),
          UNIT(SAYS("1", "9") SAYS("2", "0") SAYS("3", "0") SAYS("4", "9")),
          FZZF_FEWEST, "yes 3 (2+1 3+1 4+1) least 3");
    check(CONTRACT("indicators-all", "51%"),
          UNIT(SAYS("1", "10") SAYS("2", "0") SAYS("3", "10") SAYS("4", "9")),
          FZZF_FEWEST, "yes 1 (2+1) least 1");
    check(CONTRACT("indicators-all", "25%"),
          UNIT(SAYS("1", "10") SAYS("2", "0") SAYS("3", "0") SAYS("4", "9")),
          FZZF_FEWEST, "yes 0 least 0");
}

/* Without effort an indicator is not proposed: 3 drops out. */
static void proposes_the_least_effort(void)
{
    check(CONTRACT("indicators-all", "75%"),
          UNIT(SAYS("1", "9") SAYS("2", "0") SAYS("3", "0") SAYS("4", "9")),
          FZZF_LEAST_EFFORT, "yes 7.5 (1+1 2+1 4+1) least 7.5");
    check(CONTRACT("indicators-all", "100%"),
          UNIT(SAYS("1", "9") SAYS("2", "0") SAYS("3", "0") SAYS("4", "9")),
          FZZF_LEAST_EFFORT, "no");
}

/* 23 of 40 points are there, 36 are needed: 13 are missing. */
static void counts_points_where_points_decide(void)
{
    check(CONTRACT("points-all", "90%"),
          UNIT(SAYS("1", "0") SAYS("2", "6") SAYS("3", "8") SAYS("4", "9")),
          FZZF_FEWEST, "yes 2 (1+10 2+4) least 2");
    check(CONTRACT("points-all", "90%"),
          UNIT(SAYS("1", "0") SAYS("2", "6") SAYS("3", "8") SAYS("4", "9")),
          FZZF_LEAST_EFFORT, "yes 6 (1+10 2+4) least 6");
    check(
        CONTRACT("points-applicable", "90%"),
        UNIT(SAYS("1", "10") SAYS("2", "6") SAYS("3", "8") NOT_APPLICABLE("4")),
        FZZF_FEWEST, "yes 1 (2+4) least 1");
}

static void says_when_the_reading_has_no_value(void)
{
    check(CONTRACT("indicators-applicable", "90%"),
          UNIT(NOT_APPLICABLE("1") NOT_APPLICABLE("2") NOT_APPLICABLE("3")
                   NOT_APPLICABLE("4")),
          FZZF_FEWEST, "undetermined");
}

/* A share so fine that no table holds it: the greedy answer, and its bound. */
static void bounds_what_it_cannot_prove(void)
{
    check(CONTRACT("points-all", "0.900000000001"),
          UNIT(SAYS("1", "0") SAYS("2", "6") SAYS("3", "8") SAYS("4", "9")),
          FZZF_FEWEST, "yes 2 (1+10 2+4) at least 2");
}

/* A missing observation leaves its indicator open: it may be closed. */
static void closes_what_is_not_surely_met(void)
{
    check(CONTRACT("indicators-all", "100%"),
          UNIT(SAYS("1", "10") SAYS("2", "10") SAYS("3", "10")), FZZF_FEWEST,
          "yes 1 (4+1) least 1");
    check(CONTRACT("points-all", "100%"),
          UNIT(SAYS("1", "10") SAYS("2", "10") SAYS("3", "10")), FZZF_FEWEST,
          "yes 1 (4+10) least 1");
}

static void a_leaf_without_points_offers_no_points(void)
{
    struct round round;
    fzzf__text text = {0};

    round_make(
        &round,
        "<system xmlns='urn:fzzf:1' id='s' edition='1' title='t'>"
        "<indicator id='1' title='1'>"
        "<observe id='k' kind='yes-no'/><met when='k'/></indicator>" INDICATOR(
            "2", "") "</system>",
        CONTRACT("points-applicable", "90%"), UNIT(SAYS("2", "3")));
    round_plan(&round);
    tell(&round, FZZF_FEWEST, &text);
    CHECK_TEXT(text.bytes, "undetermined");
    fzzf__text_free(&text);
    round_free(&round);
}

static void refuses_what_does_not_belong_together(void)
{
    struct round one, other;
    fzzf_gaps *gaps = NULL;
    fzzf_result *result;
    fzzf_plan *plan = NULL;

    round_make(&one, system_text, NULL, UNIT(SAYS("1", "9")));
    round_make(&other, system_text, NULL, NULL);
    round_plan(&one);
    round_plan(&other);
    result = round_result(&one, 0);
    CU_ASSERT_EQUAL(fzzf_gaps_new(&gaps, other.plan, result, FZZF_FEWEST, NULL),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_gaps_new(&gaps, one.plan, result, (fzzf_aim)2, NULL),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL_FATAL(fzzf_plan_new(&plan, one.system, NULL, NULL),
                          FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_gaps_new(&gaps, plan, result, FZZF_FEWEST, NULL),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_PTR_NULL(gaps);
    fzzf_gaps_free(NULL);
    fzzf_plan_unref(plan);
    fzzf_result_unref(result);
    round_free(&one);
    round_free(&other);
}

CU_TestInfo gaps_tests[] = {
    {"proposes_the_fewest_indicators", proposes_the_fewest_indicators},
    {"proposes_the_least_effort", proposes_the_least_effort},
    {"counts_points_where_points_decide", counts_points_where_points_decide},
    {"says_when_the_reading_has_no_value", says_when_the_reading_has_no_value},
    {"bounds_what_it_cannot_prove", bounds_what_it_cannot_prove},
    {"closes_what_is_not_surely_met", closes_what_is_not_surely_met},
    {"a_leaf_without_points_offers_no_points",
     a_leaf_without_points_offers_no_points},
    {"refuses_what_does_not_belong_together",
     refuses_what_does_not_belong_together},
    CU_TEST_INFO_NULL,
};
