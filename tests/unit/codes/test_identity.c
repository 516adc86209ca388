/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/codes/identity.c. The number is the example of GB 11643. */

#include "unit/suites.h"

#include <string.h>

#include "fzzf/codes.h"

#define EXAMPLE "11010519491231002X"

static void finds_the_example_of_the_standard(void)
{
    static const char *const texts[] = {EXAMPLE, "身份证号：" EXAMPLE "，张某",
                                        "(11010519491231002x)",
                                        "１１０１０５１９４９１２３１００２Ｘ"};

    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        fzzf_identity got = {.size = sizeof got};

        if (!fzzf_identity_find(texts[i], 0, &got))
            CHECK_TEXT(texts[i], "found");
        CHECK_TEXT(got.masked, "110105********002X");
        CU_ASSERT_TRUE(got.valid);
        CU_ASSERT_FALSE(
            fzzf_identity_find(texts[i], got.at + got.length, &got));
    }
}

static void finds_one_after_the_other(void)
{
    const char *const text = "甲 " EXAMPLE "，乙 110105194912310021。";
    fzzf_identity got = {.size = sizeof got};

    CU_ASSERT_TRUE(fzzf_identity_find(text, 0, &got));
    CU_ASSERT_EQUAL(got.at, strlen("甲 "));
    CU_ASSERT_EQUAL(got.length, 18);
    CU_ASSERT_TRUE(fzzf_identity_find(text, got.at + got.length, &got));
    CU_ASSERT_FALSE(got.valid); /* the check digit is X */
    CHECK_TEXT(got.masked, "110105********0021");
}

static void passes_other_numbers(void)
{
    static const char *const texts[] = {
        "",
        "911101066976941872",   /* a credit code */
        "1" EXAMPLE,            /* longer */
        EXAMPLE "0",            /* longer */
        "A" EXAMPLE,            /* part of a word */
        "990105194912310026",   /* no province */
        "110105194902300020",   /* no birthday */
        "1101051949123100",     /* shorter */
        "110105 19491231 002X", /* apart */
    };
    fzzf_identity got = {.size = sizeof got};

    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        if (fzzf_identity_find(texts[i], 0, &got))
            CHECK_TEXT(texts[i], "no identity number");
    CU_ASSERT_FALSE(fzzf_identity_find(NULL, 0, &got));
}

CU_TestInfo identity_tests[] = {
    {"finds the example of the standard", finds_the_example_of_the_standard},
    {"finds one after the other", finds_one_after_the_other},
    {"passes other numbers", passes_other_numbers},
    CU_TEST_INFO_NULL,
};
