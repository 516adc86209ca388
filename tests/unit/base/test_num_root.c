/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/base/num_root.c. */

#include "unit/base/numbers.h"

static void raises_to_powers(void)
{
    static const struct {
        const char *a;
        int exponent;
        const char *power;
    } cases[] = {
        {"0", 0, "1"},
        {"0", 5, "0"},
        {"-2", 3, "-8"},
        {"-2", -3, "-0.125"},
        {"2/3", 4, "16/81"},
        {"2/3", -2, "2.25"},
        {"10", -30, "0.000000000000000000000000000001"},
        {"-10", 20, "100000000000000000000"},
        {"1", INT32_MIN, "1"},
        {"-1", INT32_MAX, "-1"},
        {"-inf", 3, "-inf"},
        {"inf", -1, "0"},
    };
    fzzf__arena arena;
    size_t i;

    fzzf__arena_init(&arena);
    for (i = 0; i < sizeof cases / sizeof cases[0]; i++)
        CHECK_TEXT(
            fzzf__num_exact_text(
                &arena, fzzf__num_pow(&arena, read_num(&arena, cases[i].a),
                                      cases[i].exponent)),
            cases[i].power);
    fzzf__arena_free(&arena);
}

static void ends_a_power_that_grows_too_large(void)
{
    fzzf__arena arena;

    fzzf__arena_init(&arena);
    CU_ASSERT_EQUAL(
        fzzf__num_sign(fzzf__num_pow(&arena, fzzf__num_int(3), INT32_MAX)), 0);
    CU_ASSERT_EQUAL(arena.spoiled, FZZF_E_LIMIT);
    fzzf__arena_free(&arena);
}

static void finds_rational_roots(void)
{
    static const struct {
        const char *a;
        int k;
        const char *root;
    } cases[] = {
        {"0", 2, "0"},
        {"1", 1000, "1"},
        {"9/4", 2, "1.5"},
        {"0.008", 3, "0.2"},
        {"100000000000000000000000000000000000000", 2, "10000000000000000000"},
        {"1/1000000000000000000000000000000", 10, "0.001"},
        {"inf", 2, "inf"},
    };
    fzzf__arena arena;
    fzzf__num lo, hi;
    size_t i;

    fzzf__arena_init(&arena);
    for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        CU_ASSERT_TRUE(fzzf__num_root(&arena, read_num(&arena, cases[i].a),
                                      cases[i].k, 4, &lo, &hi));
        CHECK_TEXT(fzzf__num_exact_text(&arena, lo), cases[i].root);
        CHECK_TEXT(fzzf__num_exact_text(&arena, hi), cases[i].root);
    }
    fzzf__arena_free(&arena);
}

static void encloses_irrational_roots(void)
{
    static const struct {
        const char *a;
        int k, digits;
        const char *lo, *hi;
    } cases[] = {
        {"2", 2, 0, "1", "2"},
        {"2", 2, 5, "1.41421", "1.41422"},
        {"0.5", 2, 8, "0.70710678", "0.70710679"},
        {"2/3", 3, 6, "0.87358", "0.873581"}, /* 0.8735804647... */
        {"1/1000000000000000000001", 2, 3, "0", "0.001"},
        {"2", 1000, 12, "1.000693387462", "1.000693387463"},
    };
    fzzf__arena arena;
    fzzf__num lo, hi;
    size_t i;

    fzzf__arena_init(&arena);
    for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        CU_ASSERT_FALSE(fzzf__num_root(&arena, read_num(&arena, cases[i].a),
                                       cases[i].k, cases[i].digits, &lo, &hi));
        CHECK_TEXT(fzzf__num_exact_text(&arena, lo), cases[i].lo);
        CHECK_TEXT(fzzf__num_exact_text(&arena, hi), cases[i].hi);
    }
    CU_ASSERT_EQUAL(arena.spoiled, FZZF_OK);
    fzzf__arena_free(&arena);
}

static void refuses_roots_that_take_too_long(void)
{
    fzzf__arena arena;
    fzzf__num lo, hi;

    fzzf__arena_init(&arena);
    CU_ASSERT_FALSE(
        fzzf__num_root(&arena, fzzf__num_int(2), 1000, 1000, &lo, &hi));
    CU_ASSERT_EQUAL(arena.spoiled, FZZF_E_LIMIT);
    CU_ASSERT_EQUAL(fzzf__num_sign(hi), 0);
    fzzf__arena_free(&arena);
}

CU_TestInfo num_root_tests[] = {
    {"raises to powers", raises_to_powers},
    {"ends a power that grows too large", ends_a_power_that_grows_too_large},
    {"finds rational roots", finds_rational_roots},
    {"encloses irrational roots", encloses_irrational_roots},
    {"refuses roots that take too long", refuses_roots_that_take_too_long},
    CU_TEST_INFO_NULL,
};
