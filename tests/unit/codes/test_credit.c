/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/codes/credit.c; check characters were calculated apart. */

#include "unit/suites.h"

#include "fzzf/codes.h"

static void accepts_valid_codes(void)
{
    static const char *const codes[] = {
        "91110000600037341L", "11620300013909010R", "91110000101623741K",
        "911101066976941872", "119999000000000198", "11990001000000019Q",
        "119900010000001820", /* remainder 0 */
        "11990001000000369Y", /* remainder 1 */
    };

    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
        fzzf_credit_code got = {.size = sizeof got};

        if (!fzzf_credit_code_read(codes[i], &got) || !got.valid)
            CHECK_TEXT(codes[i], "valid");
        CHECK_TEXT(got.code, codes[i]);
        CHECK_TEXT(got.expected, codes[i] + 17);
        CU_ASSERT_EQUAL(got.odd & ~(unsigned)FZZF_ODD_UNASSIGNED, 0);
    }
}

static void reads_leniently_and_says_what_is_odd(void)
{
    static const struct {
        const char *text, *code, *expected;
        unsigned odd;
    } codes[] = {
        {"91310115MA1H8R7C6D", "91310115MA1H8R7C6D", "7",
         FZZF_ODD_CHECK | FZZF_ODD_ORGANISATION},
        {"91350211M0000XUF46", "91350211M0000XUF46", "R", FZZF_ODD_CHECK},
        {"91110000600037341l", "91110000600037341L", "L", FZZF_ODD_WRITTEN},
        {"9111000060003734IL", "9111000060003734IL", "",
         FZZF_ODD_LETTER | FZZF_ODD_ORGANISATION},
        {"99110000600037341L", "99110000600037341L", "U",
         FZZF_ODD_CHECK | FZZF_ODD_KIND},
    };

    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
        fzzf_credit_code got = {.size = sizeof got};

        CU_ASSERT_TRUE(fzzf_credit_code_read(codes[i].text, &got));
        CHECK_TEXT(got.code, codes[i].code);
        CHECK_TEXT(got.expected, codes[i].expected);
        CU_ASSERT_EQUAL(got.odd, codes[i].odd);
        CU_ASSERT_FALSE(got.valid);
    }
}

static void takes_it_apart(void)
{
    fzzf_credit_code got = {.size = sizeof got};

    CU_ASSERT_TRUE(fzzf_credit_code_read("11620300013909010R", &got));
    CHECK_TEXT(got.division, "620300");
    CHECK_TEXT(got.organisation, "013909010");
    CHECK_TEXT(got.registrar, "机构编制");
}

static void refuses_what_is_no_code(void)
{
    static const char *const texts[] = {"", "9111000060003734", "013909010",
                                        "91110000600037341LL",
                                        "9111000060003734-L"};
    fzzf_credit_code got = {.size = sizeof got};

    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        if (fzzf_credit_code_read(texts[i], &got))
            CHECK_TEXT(texts[i], "no code");
}

CU_TestInfo credit_tests[] = {
    {"accepts valid codes", accepts_valid_codes},
    {"reads leniently and says what is odd",
     reads_leniently_and_says_what_is_odd},
    {"takes it apart", takes_it_apart},
    {"refuses what is no code", refuses_what_is_no_code},
    CU_TEST_INFO_NULL,
};
