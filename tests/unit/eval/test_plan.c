/* SPDX-License-Identifier: Apache-2.0 */
/* Plans and cohorts: what they hold, and what they refuse. */

#include "unit/eval/round.h"

#include "base/diag.h"

#include <stdio.h>
#include <string.h>

#define SYSTEM(inside)                                                         \
    "<system xmlns='urn:fzzf:1' id='s' edition='1' title='t'>" inside          \
    "</system>"
#define RULE(formula)                                                          \
    "<indicator id='1' title='1' points='10'>"                                 \
    "<observe id='x' kind='number'/><rule value='" formula "'/></indicator>"
#define UNIT(id, inside)                                                       \
    "<declaration id='" id "' system='s' type='comprehensive'>"                \
    "<unit code='990001' name='d' level='county'/>"                            \
    "<assessment assessor='self'>" inside "</assessment></declaration>"
#define X(value)                                                               \
    "<indicator id='1'><observation id='x' value='" value "'/></indicator>"

static void holds_its_system_and_contract(void)
{
    struct round round;

    round_make(&round, SYSTEM(RULE("x")), NULL, NULL);
    round_plan(&round);
    CU_ASSERT_PTR_EQUAL(fzzf_plan_system(round.plan), round.system);
    CU_ASSERT_PTR_EQUAL(fzzf_plan_contract(round.plan), round.contract);
    CU_ASSERT_FALSE(fzzf_plan_needs_cohort(round.plan));
    CU_ASSERT_PTR_EQUAL(fzzf_plan_ref(round.plan), round.plan);
    fzzf_plan_unref(round.plan);
    fzzf_plan_unref(NULL);
    round_free(&round);
}

static void checks_a_system_alone(void)
{
    struct round round;
    fzzf_result *result = NULL;
    fzzf_cohort *cohort = NULL;
    fzzf_plan *plan = NULL;

    round_make(&round,
               SYSTEM("<indicator id='0' title='0'>" RULE("x") "</indicator>"),
               NULL, UNIT("d", X("3")));
    CU_ASSERT_EQUAL_FATAL(fzzf_plan_new(&plan, round.system, NULL, NULL),
                          FZZF_OK);
    CU_ASSERT_PTR_NULL(fzzf_plan_contract(plan));
    CU_ASSERT_EQUAL(
        fzzf_plan_evaluate(plan, &result, round.declarations[0], round.diags),
        FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_diags_code(round.diags, 0), 5001);
    CU_ASSERT_EQUAL(fzzf_cohort_new(&cohort, plan), FZZF_E_ARGUMENT);
    CU_ASSERT_PTR_NULL(cohort);
    fzzf_plan_unref(plan);
    round_free(&round);
}

static void does_not_compute_figures_of_a_cohort_alone(void)
{
    struct round round;
    fzzf_result *result;
    char text[64];

    round_make(&round, SYSTEM(RULE("x - cohort_min(x)")), NULL,
               UNIT("d", X("3")));
    round_plan(&round);
    CU_ASSERT_TRUE(fzzf_plan_needs_cohort(round.plan));
    result = round_result(&round, 0);
    CHECK_TEXT(node_text(result, "1", text, sizeof text), "not-computable");
    fzzf_result_unref(result);
    round_free(&round);
}

static void a_closed_cohort_takes_no_more(void)
{
    struct round round;
    fzzf_member member = {.size = sizeof member};
    fzzf_result *result = NULL;

    round_make(&round, SYSTEM(RULE("x")), NULL,
               UNIT("d", X("3")) UNIT("e", X("4")));
    round_plan(&round);
    CU_ASSERT_EQUAL_FATAL(fzzf_cohort_new(&round.cohort, round.plan), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_cohort_add(round.cohort, round.declarations[0], NULL),
                    FZZF_OK);
    CU_ASSERT_FALSE(fzzf_cohort_member(round.cohort, 0, &member));
    CU_ASSERT_EQUAL(fzzf_cohort_evaluate(round.cohort, &result,
                                         round.declarations[0], NULL),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_cohort_close(round.cohort, NULL), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_cohort_close(round.cohort, NULL), FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_cohort_add(round.cohort, round.declarations[1], NULL),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_cohort_evaluate(round.cohort, &result,
                                         round.declarations[1], NULL),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_cohort_count(round.cohort), 1);
    CU_ASSERT_TRUE(fzzf_cohort_member(round.cohort, 0, &member));
    CU_ASSERT_EQUAL(member.place, 1);
    CU_ASSERT_FALSE(fzzf_cohort_member(round.cohort, 1, &member));
    CU_ASSERT_PTR_NULL(member.unit);
    fzzf_cohort_free(NULL);
    round_free(&round);
}

static void joining_leaves_out_what_is_there(void)
{
    struct round round;
    fzzf_cohort *other = NULL;
    fzzf_member member = {.size = sizeof member};

    round_make(&round, SYSTEM(RULE("x")), NULL,
               UNIT("d", X("3")) UNIT("e", X("4")));
    round_plan(&round);
    CU_ASSERT_EQUAL_FATAL(fzzf_cohort_new(&round.cohort, round.plan), FZZF_OK);
    CU_ASSERT_EQUAL_FATAL(fzzf_cohort_new(&other, round.plan), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_cohort_add(round.cohort, round.declarations[0], NULL),
                    FZZF_OK);
    for (size_t i = 0; i < 2; i++)
        CU_ASSERT_EQUAL(fzzf_cohort_add(other, round.declarations[i], NULL),
                        FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_cohort_join(other, other, NULL), FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_cohort_join(round.cohort, other, round.diags),
                    FZZF_E_REFERENCE);
    CU_ASSERT_EQUAL(fzzf_diags_count(round.diags), 1);
    CU_ASSERT_EQUAL(fzzf_diags_code(round.diags, 0), FZZF__F_DECLARED_TWICE);
    CU_ASSERT_EQUAL(fzzf_cohort_count(round.cohort), 2);
    CU_ASSERT_EQUAL(fzzf_cohort_count(other), 0);
    CU_ASSERT_EQUAL(fzzf_cohort_close(round.cohort, NULL), FZZF_OK);
    CU_ASSERT_TRUE(fzzf_cohort_member(round.cohort, 1, &member));
    CHECK_TEXT(member.declaration, "e");
    CU_ASSERT_EQUAL(member.place, 1);
    CU_ASSERT_EQUAL(fzzf_cohort_join(round.cohort, other, NULL),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_cohort_join(other, round.cohort, NULL),
                    FZZF_E_ARGUMENT);
    fzzf_cohort_free(other);
    round_free(&round);
}

static void an_empty_cohort_can_be_closed(void)
{
    struct round round;

    round_make(&round, SYSTEM(RULE("rank(x)")), NULL, NULL);
    round_plan(&round);
    round_close(&round);
    CU_ASSERT_EQUAL(fzzf_cohort_count(round.cohort), 0);
    round_free(&round);
}

/* Places: 1, 1 shared, none without a total, none where it is open. */
static void members_have_places_by_their_totals(void)
{
    static const size_t places[] = {2, 2, 1, 4, 0, 0};
    struct round round;
    fzzf_member member = {.size = sizeof member};

    round_make(&round, SYSTEM(RULE("if(x > 1, 1 / (x - 3), x)")), NULL,
               UNIT("a", X("1")) UNIT("b", X("4")) UNIT("c", X("3.5"))
                   UNIT("d", X("2")) UNIT("e", X("3"))
                       UNIT("f", "<indicator id='1' state='not-applicable' "
                                 "reason='r'/>"));
    round_plan(&round);
    round_close(&round);
    for (size_t i = 0; i < 6; i++) {
        CU_ASSERT_TRUE(fzzf_cohort_member(round.cohort, i, &member));
        CU_ASSERT_EQUAL(member.place, places[i]);
    }
    round_free(&round);
    round_make(&round, SYSTEM(RULE("x")), NULL,
               UNIT("a", X("1")) UNIT("b", ""));
    round_plan(&round);
    round_close(&round);
    for (size_t i = 0; i < 2; i++) {
        CU_ASSERT_TRUE(fzzf_cohort_member(round.cohort, i, &member));
        CU_ASSERT_EQUAL(member.place, 0);
    }
    round_free(&round);
}

/* 1000 to the power 1000 three times over has 9 million digits. */
static void a_number_may_not_grow_without_end(void)
{
    static const char formula[] = "power(power(power(x, 1000), 1000), 1000)";
    struct round round;
    fzzf_result *result = NULL;
    fzzf_cohort *cohort = NULL;
    char system[512];

    snprintf(system, sizeof system,
             SYSTEM("<indicator id='1' title='1' points='10'>"
                    "<observe id='x' kind='number'/><rule value='%s'/>"
                    "</indicator>"),
             formula);
    round_make(&round, system, NULL, UNIT("d", X("1000")) UNIT("e", X("1")));
    round_plan(&round);
    CU_ASSERT_EQUAL(fzzf_plan_evaluate(round.plan, &result,
                                       round.declarations[0], round.diags),
                    FZZF_E_LIMIT);
    CU_ASSERT_PTR_NULL(result);
    CU_ASSERT_EQUAL(fzzf_diags_code(round.diags, 0), 5002);
    CU_ASSERT_EQUAL_FATAL(fzzf_cohort_new(&cohort, round.plan), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_cohort_add(cohort, round.declarations[0], round.diags),
                    FZZF_E_LIMIT);
    CU_ASSERT_EQUAL(fzzf_diags_code(round.diags, 1), 5002);
    CU_ASSERT_EQUAL(fzzf_cohort_add(cohort, round.declarations[1], round.diags),
                    FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_cohort_close(cohort, round.diags), FZZF_OK);
    fzzf_cohort_free(cohort);
    round_free(&round);
}

/* The same when the cohort's figure is what grows. */
static void nor_may_a_figure(void)
{
    struct round round;
    fzzf_cohort *cohort = NULL;

    round_make(&round, SYSTEM(RULE("power(power(cohort_max(x), 1000), 1000)")),
               NULL, UNIT("d", X("1000")) UNIT("e", X("1")));
    round_plan(&round);
    CU_ASSERT_EQUAL_FATAL(fzzf_cohort_new(&cohort, round.plan), FZZF_OK);
    for (size_t i = 0; i < 2; i++)
        CU_ASSERT_EQUAL(
            fzzf_cohort_add(cohort, round.declarations[i], round.diags),
            FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_cohort_close(cohort, round.diags), FZZF_E_LIMIT);
    fzzf_cohort_free(cohort);
    round_free(&round);
}

/* With rules nested deeper than 64 only a reader that was told so passes. */
static void rules_nest_64_deep(void)
{
    fzzf_limits limits = {.size = sizeof limits, .depth = 1000};
    fzzf_source source = {.size = sizeof source, .limits = &limits};
    fzzf__text text = {0};
    fzzf_system *system = NULL;
    fzzf_plan *plan = NULL;
    fzzf_diags *diags = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_diags_new(&diags), FZZF_OK);
    for (int deep = 63; deep <= 64; deep++) {
        fzzf__text_free(&text);
        fzzf__text_add(&text,
                       "<system xmlns='urn:fzzf:1' id='s' edition='1' "
                       "title='t'><indicator id='1' title='1' points='1'>"
                       "<rule>");
        for (int i = 0; i < deep; i++)
            fzzf__text_add(&text, "<adjust plus='1'>");
        fzzf__text_add(&text, "<panel of='p'/>");
        for (int i = 0; i < deep; i++)
            fzzf__text_add(&text, "</adjust>");
        fzzf__text_add(&text, "</rule></indicator></system>");
        source.bytes = text.bytes;
        source.length = text.length;
        CU_ASSERT_EQUAL_FATAL(fzzf_xml_read_system(&system, &source, NULL),
                              FZZF_OK);
        CU_ASSERT_EQUAL(fzzf_plan_new(&plan, system, NULL, diags), FZZF_E_RULE);
        /* 63 deep, only the panel's observation is wrong. */
        CU_ASSERT_EQUAL(fzzf_diags_code(diags, (size_t)deep - 63),
                        deep == 63 ? 3003 : 3014);
        fzzf_system_unref(system);
    }
    fzzf_diags_free(diags);
    fzzf__text_free(&text);
}

CU_TestInfo plan_tests[] = {
    {"holds_its_system_and_contract", holds_its_system_and_contract},
    {"checks_a_system_alone", checks_a_system_alone},
    {"does_not_compute_figures_of_a_cohort_alone",
     does_not_compute_figures_of_a_cohort_alone},
    {"a_closed_cohort_takes_no_more", a_closed_cohort_takes_no_more},
    {"joining_leaves_out_what_is_there", joining_leaves_out_what_is_there},
    {"an_empty_cohort_can_be_closed", an_empty_cohort_can_be_closed},
    {"members_have_places_by_their_totals",
     members_have_places_by_their_totals},
    {"a_number_may_not_grow_without_end", a_number_may_not_grow_without_end},
    {"nor_may_a_figure", nor_may_a_figure},
    {"rules_nest_64_deep", rules_nest_64_deep},
    CU_TEST_INFO_NULL,
};
