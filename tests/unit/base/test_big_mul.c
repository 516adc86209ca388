/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/base/big_mul.c. */

#include "unit/base/numbers.h"

static void multiplies_with_every_sign(void)
{
    static const struct {
        const char *a, *b, *product;
    } cases[] = {
        {"0", "-7", "0"},
        {"-3", "-7", "21"},
        {"4294967295", "-4294967295", "-18446744065119617025"},
        {"18446744073709551615", "18446744073709551615",
         "340282366920938463426481119284349108225"},
        {"170141183460469231731687303715884105727",
         "618970019642690137449562111",
         "10531229166855718669791802751352924885780689364921911740097730"
         "9697"},
    };
    fzzf__arena arena;
    size_t i;

    fzzf__arena_init(&arena);
    for (i = 0; i < sizeof cases / sizeof cases[0]; i++)
        CHECK_TEXT(
            fzzf__big_text(&arena,
                           fzzf__big_mul(&arena, read_big(&arena, cases[i].a),
                                         read_big(&arena, cases[i].b))),
            cases[i].product);
    fzzf__arena_free(&arena);
}

static void raises_to_powers(void)
{
    static const struct {
        const char *a;
        unsigned exponent;
        const char *power;
    } cases[] = {
        {"0", 0, "1"},
        {"0", 3, "0"},
        {"-2", 3, "-8"},
        {"2", 200,
         "1606938044258990275541962092341162602522202993782792835301376"},
        {"3", 130,
         "106111661199647248543687855752712667991103904330482569981872649"},
        {"7", 75,
         "24118650322570587750381309043265707027354805885055086420058579"
         "43"},
    };
    fzzf__arena arena;
    size_t i;

    fzzf__arena_init(&arena);
    for (i = 0; i < sizeof cases / sizeof cases[0]; i++)
        CHECK_TEXT(
            fzzf__big_text(&arena,
                           fzzf__big_pow(&arena, read_big(&arena, cases[i].a),
                                         cases[i].exponent)),
            cases[i].power);
    fzzf__arena_free(&arena);
}

static void compares_products_without_computing_them(void)
{
    static const struct {
        const char *a, *b, *c, *d;
        int order;
    } cases[] = {
        {"0", "5", "0", "9", 0},
        {"0", "5", "1", "1", -1},
        {"1", "1", "5", "0", 1},
        {"-6", "4", "3", "8", 0}, /* signs do not count */
        {"1", "1", "4294967296", "4294967296", -1},
        {"4294967296", "4294967296", "1", "1", 1},
        {"18446744073709551616", "18446744073709551616", "18446744073709551615",
         "18446744073709551617", 1},
        {"18446744073709551615", "18446744073709551617", "18446744073709551616",
         "18446744073709551616", -1},
        {"4294967296", "4294967296", "18446744073709551616", "1", 0},
    };
    fzzf__arena arena;
    size_t i;

    fzzf__arena_init(&arena);
    for (i = 0; i < sizeof cases / sizeof cases[0]; i++)
        CU_ASSERT_EQUAL(
            fzzf__big_compare_products(
                read_big(&arena, cases[i].a), read_big(&arena, cases[i].b),
                read_big(&arena, cases[i].c), read_big(&arena, cases[i].d)),
            cases[i].order);
    fzzf__arena_free(&arena);
}

CU_TestInfo big_mul_tests[] = {
    {"multiplies with every sign", multiplies_with_every_sign},
    {"raises to powers", raises_to_powers},
    {"compares products without computing them",
     compares_products_without_computing_them},
    CU_TEST_INFO_NULL,
};
