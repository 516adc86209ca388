/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/base/big_div.c. */

#include "unit/base/numbers.h"

static const struct {
    const char *a, *b, *quotient, *rest;
} cases[] = {
    {"7", "2", "3", "1"},
    {"-7", "2", "-3", "-1"},
    {"7", "-2", "-3", "1"},
    {"-7", "-2", "3", "-1"},
    {"2", "7", "0", "2"},
    {"0", "7", "0", "0"},
    {"5", "18446744073709551616", "0", "5"},
    {"340282366920938463463374607431768211455", "4294967295",
     "79228162532711081671548469249", "0"},
    {"340282366920938463463374607431768211455", "18446744073709551616",
     "18446744073709551615", "18446744073709551615"},
    /* A digit guessed too large, found only after subtracting (step D6). */
    {"340282366841710300986003757987790848000", "79228162495817593532719300606",
     "4294967295", "79228162477370849469747167230"},
    {"340282366841710300930663525777399611390", "55340232221128654846",
     "6148914689804861439", "49191317539913727996"},
    {"237684487579686500936640888833", "55340232216833687555", "4294967296",
     "55340232216833687553"},
};

static void divides_toward_zero(void)
{
    fzzf__arena arena;
    size_t i;

    fzzf__arena_init(&arena);
    for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const fzzf__bigint a = read_big(&arena, cases[i].a);
        const fzzf__bigint b = read_big(&arena, cases[i].b);
        fzzf__bigint rest;
        const fzzf__bigint quotient = fzzf__big_div(&arena, a, b, &rest);

        CHECK_TEXT(fzzf__big_text(&arena, quotient), cases[i].quotient);
        CHECK_TEXT(fzzf__big_text(&arena, rest), cases[i].rest);
    }
    fzzf__arena_free(&arena);
}

static void gives_zero_for_a_division_by_zero(void)
{
    fzzf__arena arena;
    fzzf__bigint rest;

    fzzf__arena_init(&arena);
    CU_ASSERT_EQUAL(fzzf__big_div(&arena, read_big(&arena, "7"),
                                  read_big(&arena, "0"), &rest)
                        .count,
                    0);
    CU_ASSERT_EQUAL(rest.count, 0);
    CU_ASSERT_EQUAL(arena.spoiled, FZZF_OK);
    fzzf__arena_free(&arena);
}

CU_TestInfo big_div_tests[] = {
    {"divides toward zero", divides_toward_zero},
    {"gives zero for a division by zero", gives_zero_for_a_division_by_zero},
    CU_TEST_INFO_NULL,
};
