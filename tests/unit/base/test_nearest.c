/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/base/nearest.c. */

#include "unit/suites.h"

#include <stddef.h>

#include "base/text.h"

#define TEN "threshold-"

static const char *const kinds[] = {"threshold", "share",  "bands", "ratio",
                                    "rank",      "未备案", "3.2.1", NULL,
                                    "A.1",       "A1"};

static void finds_what_was_probably_meant(void)
{
    static const struct {
        const char *wanted, *nearest;
    } cases[] = {
        {"treshold", "threshold"},   /* a letter dropped */
        {"threshhold", "threshold"}, /* added */
        {"thresholt", "threshold"},  /* replaced */
        {"thershold", "threshold"},  /* two exchanged */
        {"shraes", "share"},         /* two slips in six letters */
        {"bnads", "bands"},
        {"未备按", "未备案"},
        {"3.2.7", "3.2.1"},
        {"B1", "A1"},
        {"hsare", "share"},
        {"ratio", "ratio"},
        {"B.1", "A.1"},
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof cases[0]; i++)
        CHECK_TEXT(fzzf__nearest(cases[i].wanted, kinds,
                                 sizeof kinds / sizeof kinds[0]),
                   cases[i].nearest);
}

static void stays_silent_when_nothing_is_near(void)
{
    static const char *const strangers[] = {"",
                                            "x",
                                            "xyz",
                                            "shaving",
                                            "未申报",
                                            "completely different",
                                            TEN TEN TEN TEN TEN TEN TEN};
    size_t i;

    for (i = 0; i < sizeof strangers / sizeof strangers[0]; i++)
        CHECK_TEXT(
            fzzf__nearest(strangers[i], kinds, sizeof kinds / sizeof kinds[0]),
            NULL);
    CHECK_TEXT(fzzf__nearest("share", kinds, 0), NULL);
    CHECK_TEXT(fzzf__nearest(NULL, kinds, 2), NULL);
}

static void prefers_the_nearer_and_then_the_first(void)
{
    static const char *const words[] = {"points", "joints", "joint"};

    CHECK_TEXT(fzzf__nearest("jointa", words, 3), "joints");
    CHECK_TEXT(fzzf__nearest("oints", words, 3), "points");
}

CU_TestInfo nearest_tests[] = {
    {"finds what was probably meant", finds_what_was_probably_meant},
    {"stays silent when nothing is near", stays_silent_when_nothing_is_near},
    {"prefers the nearer and then the first",
     prefers_the_nearer_and_then_the_first},
    CU_TEST_INFO_NULL,
};
