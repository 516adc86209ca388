/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/base/big_gcd.c. */

#include "unit/base/numbers.h"

#define FIBONACCI_400                                                          \
    "176023680645013966468226945392411250770384383304492191886725992896575345" \
    "044216019675"
#define FIBONACCI_401                                                          \
    "284812298108489611757988937681460995615380088782304890986477195645969271" \
    "404032323901"

static const struct {
    const char *a, *b, *common;
} cases[] = {
    {"0", "0", "0"},
    {"0", "-7", "7"},
    {"-12", "18", "6"},
    {"17", "1", "1"},
    {"18446744073709551616", "4294967296", "4294967296"},
    /* Neighbours of Fibonacci take the most steps, all with quotient 1. */
    {FIBONACCI_401, FIBONACCI_400, "1"},
    /* (2^127 - 1)(2^89 - 1) and (2^127 - 1)(2^107 - 1), all three prime */
    {"105312291668557186697918027513529248857806893649219117400977309697",
     "27606985387162255149739023449107931668458716142620601169954803000803329",
     "170141183460469231731687303715884105727"},
};

static void finds_the_greatest_common_divisor(void)
{
    fzzf__arena arena;
    size_t i;

    fzzf__arena_init(&arena);
    for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const fzzf__bigint a = read_big(&arena, cases[i].a);
        const fzzf__bigint b = read_big(&arena, cases[i].b);

        CHECK_TEXT(fzzf__big_text(&arena, fzzf__big_gcd(&arena, a, b)),
                   cases[i].common);
        CHECK_TEXT(fzzf__big_text(&arena, fzzf__big_gcd(&arena, b, a)),
                   cases[i].common);
    }
    fzzf__arena_free(&arena);
}

/* gcd(2^a - 1, 2^b - 1) = 2^gcd(a, b) - 1 */
static void agrees_with_a_theorem_on_long_numbers(void)
{
    fzzf__arena arena;
    fzzf__bigint one, two, a, b, expected;

    fzzf__arena_init(&arena);
    one = read_big(&arena, "1");
    two = read_big(&arena, "2");
    a = fzzf__big_sub(&arena, fzzf__big_pow(&arena, two, 6000), one);
    b = fzzf__big_sub(&arena, fzzf__big_pow(&arena, two, 4500), one);
    expected = fzzf__big_sub(&arena, fzzf__big_pow(&arena, two, 1500), one);
    CU_ASSERT_EQUAL(fzzf__big_compare(fzzf__big_gcd(&arena, a, b), expected),
                    0);
    fzzf__arena_free(&arena);
}

CU_TestInfo big_gcd_tests[] = {
    {"finds the greatest common divisor", finds_the_greatest_common_divisor},
    {"agrees with a theorem on long numbers",
     agrees_with_a_theorem_on_long_numbers},
    CU_TEST_INFO_NULL,
};
