/* SPDX-License-Identifier: Apache-2.0 */
/* Assessments side by side, with every number worked out by hand. */

#include <stdio.h>
#include <string.h>

#include "fzzf/fzzf.h"
#include "unit/eval/round.h"
#include "unit/suites.h"

/* The contract of the cases lets "final", then "self" decide; an indicator is
 * met when it has its points. */
#define SYSTEM(rule)                                                           \
    "<system xmlns='urn:fzzf:1' id='s' edition='1' title='t'>"                 \
    "<indicator id='a' title='A' points='10'>"                                 \
    "<observe id='x' kind='number' min='0' max='10'/><rule value='" rule       \
    "'/></indicator>"                                                          \
    "<indicator id='b' title='B' points='5'>"                                  \
    "<observe id='x' kind='number' min='0' max='5'/><rule value='x'/>"         \
    "</indicator></system>"

#define UNIT(id, inside)                                                       \
    "<declaration id='" id "' system='s' type='comprehensive'>"                \
    "<unit code='510104' name='n' level='county'/>" inside "</declaration>"
#define BY(who, inside) "<assessment assessor='" who "'>" inside "</assessment>"
#define SAYS(node, value)                                                      \
    "<indicator id='" node "'><observation id='x' value='" value               \
    "'/></indicator>"
#define STATES(node, state)                                                    \
    "<indicator id='" node "'><observation id='x' state='" state               \
    "'/></indicator>"

static fzzf_record *report(const char *system, const char *declarations)
{
    struct round round;
    fzzf_record *made = NULL;

    round_make(&round, system, NULL, declarations);
    round_plan(&round);
    CU_ASSERT_EQUAL_FATAL(fzzf_assessments(&made, round.plan,
                                           round.declarations, round.count,
                                           round.diags),
                          FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_record_check(made, NULL), FZZF_OK);
    round_free(&round);
    return made;
}

/* Fields of record @index of @part, as "value/-/value". */
static void expect(const fzzf_record *made, const char *part, size_t index,
                   const char *fields, const char *expected)
{
    fzzf_record *one = fzzf_record_at(made, part, index);
    char text[512] = "", name[32];

    CU_ASSERT_PTR_NOT_NULL_FATAL(one);
    for (; *fields != '\0'; fields += *fields == ' ') {
        const size_t span = strcspn(fields, " "), length = strlen(text);
        const char *value;

        snprintf(name, sizeof name, "%.*s", (int)span, fields);
        value = fzzf_record_get(one, name);
        snprintf(text + length, sizeof text - length, "%s%s",
                 length > 0 ? " " : "", value == NULL ? "-" : value);
        fields += span;
    }
    CHECK_TEXT(text, expected);
}

#define TWO_UNITS                                                              \
    UNIT("d", BY("self", SAYS("a", "10") SAYS("b", "5"))                       \
                  BY("city", SAYS("a", "10") SAYS("b", "4"))                   \
                      BY("final", SAYS("a", "8")))                             \
    UNIT("e", BY("self", SAYS("a", "9") SAYS("b", "5"))                        \
                  BY("final", SAYS("a", "9.5") SAYS("b", "5")))

static void puts_sides_beside_each_other(void)
{
    fzzf_record *made = report(SYSTEM("x"), TWO_UNITS);
    const char *sides = "decided self self-met city city-met final final-met";

    CU_ASSERT_EQUAL(fzzf_record_count(made, "indicator"), 4);
    expect(made, "indicator", 0, "declaration node differs spread",
           "d a yes 2");
    expect(made, "indicator", 0, sides, "8 10 yes 10 yes 8 no");
    expect(made, "indicator", 1, "node differs spread", "b yes 1");
    expect(made, "indicator", 1, sides, "5 5 yes 4 no - -");
    expect(made, "indicator", 2, "node differs spread", "a yes 0.5");
    expect(made, "indicator", 3, "node differs spread", "b no 0");
    CU_ASSERT_EQUAL(fzzf_record_count(made, "said"), 3);
    expect(made, "said", 1, "declaration node observation self city final",
           "d b x 5 4 -");
    /* Alone, "final" does not know b: 8 to 13. */
    expect(made, "assessed", 0, "decided self city final final-high",
           "13 15 14 8 13");
    fzzf_record_unref(made);
}

static void tells_inflation(void)
{
    fzzf_record *made = report(SYSTEM("x"), TWO_UNITS);
    const char *counts = "node units over under equal open left-out mean";

    expect(made, "assessed", 0, "inflation compared differing", "2 2 2");
    expect(made, "assessed", 1, "inflation compared differing", "-0.5 2 1");
    /* 10-8 and 9-9.5; b was decided by another than the unit only once. */
    expect(made, "inflation", 0, counts, "a 2 1 1 0 0 0 0.75");
    expect(made, "inflation", 1, counts, "b 1 0 0 1 0 0 0");
    CHECK_TEXT(fzzf_record_get(made, "differing"), "3");
    fzzf_record_unref(made);
}

static void tells_agreement(void)
{
    fzzf_record *made = report(SYSTEM("x"), TWO_UNITS);
    const char *fields = "one other items both-met one-met other-met none-met "
                         "agreement chance kappa undefined";

    CU_ASSERT_EQUAL(fzzf_record_count(made, "pair"), 3);
    expect(made, "pair", 0, fields, "self city 2 1 1 0 0 0.5 0.5 0 -");
    /* 2/3 agree; by chance 2/3 * 1/3 + 1/3 * 2/3 = 4/9; (2/9) / (5/9). */
    expect(made, "pair", 1, fields, "self final 3 1 1 0 1 2/3 4/9 0.4 -");
    expect(made, "pair", 2, fields, "city final 1 0 1 0 0 0 0 0 -");
    fzzf_record_unref(made);
}

static void says_where_kappa_is_undefined(void)
{
    fzzf_record *made =
        report(SYSTEM("x"),
               UNIT("d", BY("self", SAYS("a", "10") STATES("b", "missing"))
                             BY("final", SAYS("a", "10"))
                                 BY("city", STATES("b", "missing"))));
    const char *fields = "one other items left-out agreement kappa undefined";

    expect(made, "pair", 0, fields, "self city 0 1 - - no-items");
    expect(made, "pair", 1, fields, "self final 1 0 1 - no-variation");
    fzzf_record_unref(made);
}

static void keeps_open_what_is_open(void)
{
    fzzf_record *made = report(
        SYSTEM("x"),
        UNIT("d", BY("self", SAYS("a", "4") STATES("b", "not-applicable"))
                      BY("final", STATES("a", "missing") SAYS("b", "0"))));

    /* a: 4 against 0 to 10, neither met for sure: at most 6 apart. */
    expect(made, "indicator", 0, "differs spread spread-high final-high",
           "undetermined 0 6 10");
    expect(made, "said", 0, "self final", "4 missing");
    expect(made, "indicator", 1, "differs spread self self-met final",
           "yes - - nothing-applicable 0");
    expect(made, "inflation", 0, "units open mean mean-high", "1 1 -6 4");
    expect(made, "inflation", 1, "units left-out mean", "0 1 -");
    fzzf_record_unref(made);
}

static void compares_units_as_each_assessor_saw_them(void)
{
    /* By the units themselves e is first, by "final" d is. */
    fzzf_record *made = report(
        SYSTEM("rank(x)"),
        UNIT("d", BY("self", SAYS("a", "3")) BY("final", SAYS("a", "6")))
            UNIT("e", BY("self", SAYS("a", "5")) BY("final", SAYS("a", "4"))));

    expect(made, "indicator", 0, "decided self final", "1 2 1");
    expect(made, "indicator", 1, "decided self final", "2 1 2");
    fzzf_record_unref(made);
}

static void refuses_what_does_not_fit(void)
{
    struct round round;
    fzzf_record *made = NULL;
    fzzf_declaration *twice[2];

    round_make(&round, SYSTEM("x"), NULL,
               UNIT("d", BY("self", SAYS("c", "1"))));
    round_plan(&round);
    CU_ASSERT_EQUAL(
        fzzf_assessments(&made, round.plan, round.declarations, 1, round.diags),
        FZZF_E_REFERENCE);
    CU_ASSERT_EQUAL(fzzf_diags_count(round.diags), 1);
    twice[0] = twice[1] = round.declarations[0];
    CU_ASSERT_EQUAL(fzzf_assessments(&made, round.plan, twice, 2, NULL),
                    FZZF_E_REFERENCE);
    CU_ASSERT_EQUAL(fzzf_assessments(&made, round.plan, NULL, 1, NULL),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_PTR_NULL(made);
    CU_ASSERT_EQUAL(fzzf_assessments(&made, round.plan, NULL, 0, NULL),
                    FZZF_OK);
    fzzf_record_unref(made);
    round_free(&round);
}

CU_TestInfo assessments_tests[] = {
    {"puts sides beside each other", puts_sides_beside_each_other},
    {"tells inflation", tells_inflation},
    {"tells agreement", tells_agreement},
    {"says where kappa is undefined", says_where_kappa_is_undefined},
    {"keeps open what is open", keeps_open_what_is_open},
    {"compares units as each assessor saw them",
     compares_units_as_each_assessor_saw_them},
    {"refuses what does not fit", refuses_what_does_not_fit},
    CU_TEST_INFO_NULL,
};
