/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/base/num_text.c. */

#include "unit/base/numbers.h"

#include "base/memory.h"

static void writes_decimals_where_they_end(void)
{
    static const char *const texts[] = {
        "0",
        "-3",
        "61.5",
        "88/3",
        "-1/7",
        "inf",
        "-inf",
        "0.000000000000000000000000000001",   /* 30 places */
        "1/10000000000000000000000000000000", /* 31 would be needed */
        "-123456789012345678901234567890.5",
        "123456789012345678901234567890/17",
        "1/340282366920938463463374607431768211456", /* 2^128 */
        "0.00000011920928955078125",                 /* 2^-23 */
    };
    fzzf__arena arena;
    size_t i;

    fzzf__arena_init(&arena);
    for (i = 0; i < sizeof texts / sizeof texts[0]; i++)
        CHECK_TEXT(fzzf__num_exact_text(&arena, read_num(&arena, texts[i])),
                   texts[i]);
    fzzf__arena_free(&arena);
}

static void writes_as_many_places_as_asked(void)
{
    static const struct {
        const char *number;
        int places;
        const char *text;
    } cases[] = {
        {"0", 0, "0"},
        {"0", 2, "0.00"},
        {"-0.001", 2, "0.00"}, /* never "-0.00" */
        {"-0.005", 2, "-0.01"},
        {"5", 2, "5.00"},
        {"88/3", 3, "29.333"},
        {"999.995", 2, "1000.00"},
        {"1/3", 30, "0.333333333333333333333333333333"},
        {"9223372036854775807", 18, "9223372036854775807.000000000000000000"},
        {"123456789012345678901234567890.125", 2,
         "123456789012345678901234567890.13"},
        {"inf", 2, "inf"},
        {"-inf", 2, "-inf"},
    };
    fzzf__arena arena;
    size_t i;

    fzzf__arena_init(&arena);
    for (i = 0; i < sizeof cases / sizeof cases[0]; i++)
        CHECK_TEXT(fzzf__num_decimal_text(&arena,
                                          read_num(&arena, cases[i].number),
                                          cases[i].places, FZZF_ROUND_HALF_UP),
                   cases[i].text);
    fzzf__arena_free(&arena);
}

static void survives_a_failure_at_every_allocation(void)
{
    fzzf__arena source, arena;
    fzzf__num a;
    long n;

    fzzf__arena_init(&source);
    a = read_num(&source, "123456789012345678901234567890/17");
    for (n = 0; n < 50; n++) {
        const char *exact, *decimal;

        fzzf__arena_init(&arena);
        fzzf__fault_after(n);
        exact = fzzf__num_exact_text(&arena, a);
        decimal = fzzf__num_decimal_text(&arena, a, 30, FZZF_ROUND_DOWN);
        fzzf__fault_after(-1);
        CU_ASSERT_EQUAL(exact != NULL && decimal != NULL,
                        arena.spoiled == FZZF_OK);
        fzzf__arena_free(&arena);
        if (!fzzf__fault_seen())
            break;
    }
    CU_ASSERT(n > 2 && n < 50);
    fzzf__arena_free(&source);
}

CU_TestInfo num_text_tests[] = {
    {"writes decimals where they end", writes_decimals_where_they_end},
    {"writes as many places as asked", writes_as_many_places_as_asked},
    {"survives a failure at every allocation",
     survives_a_failure_at_every_allocation},
    CU_TEST_INFO_NULL,
};
