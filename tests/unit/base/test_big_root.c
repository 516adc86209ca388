/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/base/big_root.c. */

#include "unit/base/numbers.h"

static void takes_the_integer_part_of_known_roots(void)
{
    static const struct {
        const char *a;
        unsigned k;
        const char *root;
    } cases[] = {
        {"0", 2, "0"},
        {"1", 1000, "1"},
        {"3", 2, "1"},
        {"4", 2, "2"},
        {"4294967296", 1, "4294967296"},
        {"18446744073709551615", 2, "4294967295"},
        {"18446744073709551616", 2, "4294967296"},
        {"200000000000000000000000000000000000000000000000000000000000000"
         "000000000000000000",
         2, "14142135623730950488016887242096980785696"},
    };
    fzzf__arena arena;
    size_t i;

    fzzf__arena_init(&arena);
    for (i = 0; i < sizeof cases / sizeof cases[0]; i++)
        CHECK_TEXT(
            fzzf__big_text(&arena,
                           fzzf__big_root(&arena, read_big(&arena, cases[i].a),
                                          cases[i].k)),
            cases[i].root);
    fzzf__arena_free(&arena);
}

/* r^k has root r, one less has root r - 1. */
static void meets_powers_exactly(void)
{
    static const unsigned degrees[] = {2, 3, 5, 17, 64, 333, 1000};
    static const char *const roots[] = {"2", "65535", "65536", "1000000007",
                                        "340282366920938463463374607"};
    fzzf__arena arena;
    size_t i, j;

    fzzf__arena_init(&arena);
    for (i = 0; i < sizeof degrees / sizeof degrees[0]; i++)
        for (j = 0; j < sizeof roots / sizeof roots[0]; j++) {
            const fzzf__bigint root = read_big(&arena, roots[j]);
            const fzzf__bigint one = read_big(&arena, "1");
            const fzzf__bigint power = fzzf__big_pow(&arena, root, degrees[i]);
            const fzzf__bigint less = fzzf__big_sub(&arena, power, one);

            CU_ASSERT_EQUAL(
                fzzf__big_compare(fzzf__big_root(&arena, power, degrees[i]),
                                  root),
                0);
            CU_ASSERT_EQUAL(
                fzzf__big_compare(fzzf__big_root(&arena, less, degrees[i]),
                                  fzzf__big_sub(&arena, root, one)),
                0);
            fzzf__arena_reset(&arena);
        }
    fzzf__arena_free(&arena);
}

CU_TestInfo big_root_tests[] = {
    {"takes the integer part of known roots",
     takes_the_integer_part_of_known_roots},
    {"meets powers exactly", meets_powers_exactly},
    CU_TEST_INFO_NULL,
};
