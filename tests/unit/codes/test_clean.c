/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/codes/clean.c. */

#include "unit/suites.h"

#include "codes/clean.h"

static void makes_full_width_plain(void)
{
    char buffer[32];
    unsigned odd = 0;

    CU_ASSERT_EQUAL(
        fzzf__code_clean("　Ａｂ～！9 ", buffer, sizeof buffer, &odd), 5);
    CHECK_TEXT(buffer, "AB~!9");
    CU_ASSERT_EQUAL(odd, FZZF_ODD_WRITTEN);
    odd = 0;
    CU_ASSERT_EQUAL(fzzf__code_clean("金A1", buffer, sizeof buffer, &odd), 5);
    CU_ASSERT_EQUAL(odd, 0);
    CU_ASSERT_EQUAL(fzzf__code_clean("  ", buffer, sizeof buffer, &odd), 0);
    CU_ASSERT_EQUAL(fzzf__code_clean("1234", buffer, 4, &odd), 0);
}

static void has_a_sentence_for_every_oddity(void)
{
    for (unsigned bit = 1; bit <= FZZF_ODD_DATE; bit *= 2) {
        CU_ASSERT_PTR_NOT_NULL(
            fzzf_oddity_text((fzzf_oddity)bit, FZZF_CHINESE));
        CU_ASSERT_PTR_NOT_NULL(
            fzzf_oddity_text((fzzf_oddity)bit, FZZF_ENGLISH));
    }
    CU_ASSERT_PTR_NULL(fzzf_oddity_text(FZZF_ODD_NOTHING, FZZF_ENGLISH));
    CU_ASSERT_PTR_NULL(fzzf_oddity_text((fzzf_oddity)3, FZZF_ENGLISH));
}

CU_TestInfo clean_tests[] = {
    {"makes full width plain", makes_full_width_plain},
    {"has a sentence for every oddity", has_a_sentence_for_every_oddity},
    CU_TEST_INFO_NULL,
};
