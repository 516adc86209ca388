/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/base/num_parse.c. */

#include "unit/base/numbers.h"

static void reads_every_form(void)
{
    static const struct {
        const char *text, *exact;
    } cases[] = {
        {"0", "0"},
        {"-0", "0"},
        {"-0.00", "0"},
        {"007", "7"},
        {"3", "3"},
        {"+0.25", "0.25"},
        {"-12.50", "-12.5"},
        {"24/19", "24/19"},
        {"-24/16", "-1.5"},
        {"0/5", "0"},
        {"90%", "0.9"},
        {"-12.5%", "-0.125"},
        {"9223372036854775807", "9223372036854775807"},
        {"-9223372036854775808", "-9223372036854775808"},
        {"99999999999999999999/33333333333333333333", "3"},
        {"000000000000000000000000000.5000000000000000000000000000", "0.5"},
        {"123456789012345678901234567890.123456789012345678901234567890",
         "123456789012345678901234567890.12345678901234567890123456789"},
        {"12345678901234567890%", "123456789012345678.9"},
    };
    fzzf__arena arena;
    size_t i;

    fzzf__arena_init(&arena);
    for (i = 0; i < sizeof cases / sizeof cases[0]; i++)
        CHECK_TEXT(
            fzzf__num_exact_text(&arena, read_num(&arena, cases[i].text)),
            cases[i].exact);
    fzzf__arena_free(&arena);
}

static void refuses_every_other_form(void)
{
    static const char *const texts[] = {
        "",     "-",     "+",     ".",    ".5",    "1.",    "1.%",   "%",
        "1e3",  " 1",    "1 ",    "1,5",  "--1",   "+-1",   "1-",    "1/",
        "/2",   "1/0",   "1/000", "1/-2", "1/2/3", "1.5/2", "1/2.5", "1/2%",
        "90%%", "1.2.3", "1_000", "0x10", "inf",   "nan",   "１",    "1\n",
    };
    fzzf__arena arena;
    fzzf__num num;
    size_t i;

    fzzf__arena_init(&arena);
    for (i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        if (fzzf__num_parse(&arena, texts[i], strlen(texts[i]), &num))
            CHECK_TEXT(texts[i], "no number");
        CU_ASSERT_EQUAL(fzzf__num_sign(num), 0);
    }
    CU_ASSERT_EQUAL(arena.spoiled, FZZF_OK);
    fzzf__arena_free(&arena);
}

static void reads_no_further_than_told(void)
{
    fzzf__arena arena;
    fzzf__num num;

    fzzf__arena_init(&arena);
    CU_ASSERT_TRUE(fzzf__num_parse(&arena, "12.5 points", 4, &num));
    CHECK_TEXT(fzzf__num_exact_text(&arena, num), "12.5");
    CU_ASSERT_TRUE(fzzf__num_parse(&arena,
                                   "12\0"
                                   "3",
                                   2, &num));
    CU_ASSERT_FALSE(fzzf__num_parse(&arena,
                                    "12\0"
                                    "3",
                                    4, &num));
    fzzf__arena_free(&arena);
}

static void limits_the_length(void)
{
    static char digits[30000];
    fzzf__arena arena;
    fzzf__num num;

    memset(digits, '9', sizeof digits);
    fzzf__arena_init(&arena);
    /* 65536 bits hold 19728 digits. */
    CU_ASSERT_TRUE(fzzf__num_parse(&arena, digits, 19728, &num));
    CU_ASSERT_EQUAL(arena.spoiled, FZZF_OK);
    CU_ASSERT_TRUE(fzzf__num_parse(&arena, digits, 19729, &num));
    CU_ASSERT_EQUAL(arena.spoiled, FZZF_E_LIMIT);
    fzzf__arena_reset(&arena);
    CU_ASSERT_TRUE(fzzf__num_parse(&arena, digits, sizeof digits, &num));
    CU_ASSERT_EQUAL(arena.spoiled, FZZF_E_LIMIT);
    CU_ASSERT_EQUAL(fzzf__num_sign(num), 0);
    fzzf__arena_free(&arena);
}

CU_TestInfo num_parse_tests[] = {
    {"reads every form", reads_every_form},
    {"refuses every other form", refuses_every_other_form},
    {"reads no further than told", reads_no_further_than_told},
    {"limits the length", limits_the_length},
    CU_TEST_INFO_NULL,
};
