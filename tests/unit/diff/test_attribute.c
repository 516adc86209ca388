/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/diff/attribute.c and mix.c. Shares are worked out by hand: the
 * mean, over all orders, of what changing one thing alone changes. */

#include "fzzf/diff.h"
#include "unit/xml/reading.h"

/* One indicator of @points whose rule is @rule, and perhaps one more. */
static fzzf_plan *plan(const char *points, const char *rule, const char *more)
{
    fzzf__text text = {0}, stored = {0};
    fzzf_source source;
    fzzf_system *system = NULL;
    fzzf_contract *contract = NULL;
    fzzf_plan *made = NULL;
    const char *const words[] = {points, rule, more};

    fzzf__text_fill(&text,
                    "<system " NS " id='s' edition='1' title='t'>"
                    "<indicator id='1' title='t' points='{0}'><observe id='x' "
                    "kind='number'/><rule value='{1}'/></indicator>{2}"
                    "</system>",
                    words, 3);
    source = bytes_of(text.bytes, text.length);
    CU_ASSERT_EQUAL_FATAL(fzzf_xml_read_system(&system, &source, NULL),
                          FZZF_OK);
    load(&stored, "tests/cases/rule/contract.xml");
    source = bytes_of(stored.bytes, stored.length);
    CU_ASSERT_EQUAL_FATAL(fzzf_xml_read_contract(&contract, &source, NULL),
                          FZZF_OK);
    CU_ASSERT_EQUAL_FATAL(fzzf_plan_new(&made, system, contract, NULL),
                          FZZF_OK);
    fzzf_contract_unref(contract);
    fzzf_system_unref(system);
    fzzf__text_free(&stored);
    fzzf__text_free(&text);
    return made;
}

static fzzf_declaration *declare(const char *x)
{
    fzzf__text text = {0};
    fzzf_source source;
    fzzf_declaration *made = NULL;

    fzzf__text_fill(&text,
                    "<declaration " NS " id='d' system='s' type="
                    "'comprehensive'><unit code='990001' name='n' level="
                    "'county'/><assessment assessor='self'><indicator id='1'>"
                    "<observation id='x' value='{0}'/></indicator>"
                    "</assessment></declaration>",
                    &x, 1);
    source = bytes_of(text.bytes, text.length);
    CU_ASSERT_EQUAL_FATAL(fzzf_xml_read_declaration(&made, &source, NULL),
                          FZZF_OK);
    fzzf__text_free(&text);
    return made;
}

/* The parts of the whole's change; takes plans and declarations. */
static void parts(fzzf_plan *from, const char *x, fzzf_plan *to, const char *y,
                  const char *const expected[5])
{
    fzzf_declaration *one = declare(x), *two = declare(y);
    fzzf_attribution *shares = NULL;
    fzzf_share share = {.size = sizeof share};

    CU_ASSERT_EQUAL_FATAL(
        fzzf_attribution_new(&shares, from, one, to, two, NULL), FZZF_OK);
    CU_ASSERT_TRUE(fzzf_attribution_at(shares, 0, &share));
    CHECK_TEXT(share.node, "total");
    CHECK_TEXT(fzzf_number_exact(share.change), expected[0]);
    CHECK_TEXT(fzzf_number_exact(share.data), expected[1]);
    CHECK_TEXT(fzzf_number_exact(share.weight), expected[2]);
    CHECK_TEXT(fzzf_number_exact(share.rule), expected[3]);
    CHECK_TEXT(fzzf_number_exact(share.edition), expected[4]);
    CU_ASSERT_FALSE(
        fzzf_attribution_at(shares, fzzf_attribution_count(shares), &share));
    fzzf_attribution_free(shares);
    fzzf_declaration_unref(one);
    fzzf_declaration_unref(two);
    fzzf_plan_unref(from);
    fzzf_plan_unref(to);
}

#define RULE "points * x / 10"

static void one_change_has_all_of_it(void)
{
    /* 10 x 5/10 = 5, then 10 x 8/10; 20 x 5/10; 5 + 1. */
    parts(plan("10", RULE, ""), "5", plan("10", RULE, ""), "8",
          (const char *[]){"3", "3", "0", "0", "0"});
    parts(plan("10", RULE, ""), "5", plan("20", RULE, ""), "5",
          (const char *[]){"5", "0", "5", "0", "0"});
    parts(plan("10", RULE, ""), "5", plan("10", RULE " + 1", ""), "5",
          (const char *[]){"1", "0", "0", "1", "0"});
    /* One more indicator that always has 4. */
    parts(plan("10", RULE, ""), "5",
          plan("10", RULE,
               "<indicator id='2' title='u' points='4'><rule value='points'/>"
               "</indicator>"),
          "5", (const char *[]){"4", "0", "0", "0", "4"});
}

/* 5 -> 8 with the data first (+3), 10 -> 16 with them last (+6): 4.5. */
static void two_changes_share_what_they_do_together(void)
{
    parts(plan("10", RULE, ""), "5", plan("20", RULE, ""), "8",
          (const char *[]){"11", "4.5", "6.5", "0", "0"});
}

static void refuses_nothing(void)
{
    fzzf_attribution *shares = NULL;

    CU_ASSERT_EQUAL(fzzf_attribution_new(&shares, NULL, NULL, NULL, NULL, NULL),
                    FZZF_E_ARGUMENT);
    fzzf_attribution_free(NULL);
}

CU_TestInfo attribute_tests[] = {
    {"one change has all of it", one_change_has_all_of_it},
    {"two changes share what they do together",
     two_changes_share_what_they_do_together},
    {"refuses nothing", refuses_nothing},
    CU_TEST_INFO_NULL,
};
