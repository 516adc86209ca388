/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/base/big.c. */

#include "unit/base/numbers.h"

#define TWO_128       "340282366920938463463374607431768211456"
#define MINUS_TWO_128 "-" TWO_128
#define TWO_127       "170141183460469231731687303715884105728"

static void adds_and_subtracts_with_every_sign(void)
{
    static const struct {
        const char *a, *b, *sum, *difference;
    } cases[] = {
        {"0", "0", "0", "0"},
        {"0", "-5", "-5", "5"},
        {"4294967295", "1", "4294967296", "4294967294"},
        {"-4294967296", "1", "-4294967295", "-4294967297"},
        {"18446744073709551615", "18446744073709551615", "36893488147419103230",
         "0"},
        {TWO_128, "-1", "340282366920938463463374607431768211455",
         "340282366920938463463374607431768211457"},
        {"1", TWO_128, "340282366920938463463374607431768211457",
         "-340282366920938463463374607431768211455"},
        {MINUS_TWO_128, TWO_128, "0",
         "-680564733841876926926749214863536422912"},
    };
    fzzf__arena arena;
    size_t i;

    fzzf__arena_init(&arena);
    for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const fzzf__bigint a = read_big(&arena, cases[i].a);
        const fzzf__bigint b = read_big(&arena, cases[i].b);

        CHECK_TEXT(fzzf__big_text(&arena, fzzf__big_add(&arena, a, b)),
                   cases[i].sum);
        CHECK_TEXT(fzzf__big_text(&arena, fzzf__big_sub(&arena, a, b)),
                   cases[i].difference);
    }
    fzzf__arena_free(&arena);
}

static void puts_numbers_in_order(void)
{
    static const char *const rising[] = {MINUS_TWO_128, "-18446744073709551616",
                                         "-2",          "-1",
                                         "0",           "1",
                                         "2",           "4294967295",
                                         "4294967296",  "18446744073709551616",
                                         TWO_127,       TWO_128};
    const int count = sizeof rising / sizeof rising[0];
    fzzf__arena arena;
    int i, j;

    fzzf__arena_init(&arena);
    for (i = 0; i < count; i++)
        for (j = 0; j < count; j++)
            CU_ASSERT_EQUAL(fzzf__big_compare(read_big(&arena, rising[i]),
                                              read_big(&arena, rising[j])),
                            (i > j) - (i < j));
    fzzf__arena_free(&arena);
}

static void goes_to_128_bits_and_back(void)
{
    const fzzf__wide most = (fzzf__wide)(((fzzf__uwide)1 << 127) - 1);
    fzzf__wide back = 0;
    fzzf__arena arena;

    fzzf__arena_init(&arena);
    CHECK_TEXT(fzzf__big_text(&arena, fzzf__big_from_wide(&arena, most)),
               "170141183460469231731687303715884105727");
    CHECK_TEXT(fzzf__big_text(&arena, fzzf__big_from_wide(&arena, -most - 1)),
               "-" TWO_127);
    CU_ASSERT_TRUE(
        fzzf__big_to_wide(fzzf__big_from_wide(&arena, -most), &back));
    CU_ASSERT(back == -most);
    CU_ASSERT_TRUE(fzzf__big_to_wide(fzzf__big_from_wide(&arena, 0), &back));
    CU_ASSERT(back == 0);
    CU_ASSERT_FALSE(fzzf__big_to_wide(read_big(&arena, TWO_127), &back));
    fzzf__arena_free(&arena);
}

static void counts_bits(void)
{
    fzzf__arena arena;

    fzzf__arena_init(&arena);
    CU_ASSERT_EQUAL(fzzf__big_bits(read_big(&arena, "0")), 0);
    CU_ASSERT_EQUAL(fzzf__big_bits(read_big(&arena, "-1")), 1);
    CU_ASSERT_EQUAL(fzzf__big_bits(read_big(&arena, "4294967295")), 32);
    CU_ASSERT_EQUAL(fzzf__big_bits(read_big(&arena, "4294967296")), 33);
    CU_ASSERT_EQUAL(fzzf__big_bits(read_big(&arena, TWO_127)), 128);
    fzzf__arena_free(&arena);
}

static void shifts_toward_zero(void)
{
    static const struct {
        const char *number;
        size_t bits;
        const char *up, *down;
    } cases[] = {
        {"0", 40, "0", "0"},
        {"1", 127, TWO_127, "0"},
        {"-7", 1, "-14", "-3"},
        {"-1", 1, "-2", "0"},
        {TWO_127, 1, TWO_128, "85070591730234615865843651857942052864"},
        {TWO_127, 127,
         "28948022309329048855892746252171976963317496166410141"
         "009864396001978282409984",
         "1"},
        {"18446744073709551615", 32, "79228162514264337589248983040",
         "4294967295"},
    };
    fzzf__arena arena;
    size_t i;

    fzzf__arena_init(&arena);
    for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const fzzf__bigint a = read_big(&arena, cases[i].number);
        const size_t bits = cases[i].bits;

        CHECK_TEXT(fzzf__big_text(&arena, fzzf__big_shift_up(&arena, a, bits)),
                   cases[i].up);
        CHECK_TEXT(
            fzzf__big_text(&arena, fzzf__big_shift_down(&arena, a, bits)),
            cases[i].down);
    }
    fzzf__arena_free(&arena);
}

static void knows_one_and_zero(void)
{
    fzzf__arena arena;

    fzzf__arena_init(&arena);
    CU_ASSERT_TRUE(fzzf__big_is_one(read_big(&arena, "1")));
    CU_ASSERT_FALSE(fzzf__big_is_one(read_big(&arena, "-1")));
    CU_ASSERT_FALSE(fzzf__big_is_one(read_big(&arena, "4294967297")));
    CU_ASSERT_FALSE(fzzf__big_neg(read_big(&arena, "0")).negative);
    CU_ASSERT_FALSE(fzzf__big_made(NULL, 9, true).negative);
    fzzf__arena_free(&arena);
}

CU_TestInfo big_tests[] = {
    {"adds and subtracts with every sign", adds_and_subtracts_with_every_sign},
    {"puts numbers in order", puts_numbers_in_order},
    {"goes to 128 bits and back", goes_to_128_bits_and_back},
    {"counts bits", counts_bits},
    {"shifts toward zero", shifts_toward_zero},
    {"knows one and zero", knows_one_and_zero},
    CU_TEST_INFO_NULL,
};
