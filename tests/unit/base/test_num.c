/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/base/num.c. */

#include "unit/base/numbers.h"

#include "base/memory.h"

#define LEAST "-9223372036854775808"
#define MOST  "9223372036854775807"

typedef fzzf__num (*operation)(fzzf__arena *arena, fzzf__num a, fzzf__num b);

static const struct {
    operation compute;
    const char *a, *b, *result;
} cases[] = {
    /* Ten items of weight 0.1, nine met: three times 0.3 is 0.9. */
    {fzzf__num_mul, "0.3", "3", "0.9"},
    {fzzf__num_add, "1/6", "1/3", "0.5"},
    {fzzf__num_add, "1/6", "-1/6", "0"},
    {fzzf__num_add, "5/12", "1/18", "17/36"},
    {fzzf__num_sub, "0.25", "0.5", "-0.25"},
    {fzzf__num_mul, "88", "24/19", "2112/19"},
    {fzzf__num_mul, "0", "1/3", "0"},
    {fzzf__num_div, "76", "24/19", "361/6"},
    {fzzf__num_div, "1", "-8", "-0.125"},
    {fzzf__num_div, "0", "-8", "0"},
    /* Out of 64 bits and back. */
    {fzzf__num_add, MOST, "1", "9223372036854775808"},
    {fzzf__num_add, "9223372036854775808", "-1", MOST},
    {fzzf__num_sub, "0", LEAST, "9223372036854775808"},
    {fzzf__num_sub, LEAST, "1", "-9223372036854775809"},
    {fzzf__num_mul, LEAST, "-1", "9223372036854775808"},
    {fzzf__num_div, LEAST, LEAST, "1"},
    {fzzf__num_div, "1", LEAST, "-1/9223372036854775808"},
    {fzzf__num_add, MOST "/2", MOST "/2", MOST},
    {fzzf__num_add, "1/" MOST, "1/4611686018427387904",
     "13835058055282163711/42535295865117307928310139910543638528"},
    /* Infinities. */
    {fzzf__num_add, "inf", "-5", "inf"},
    {fzzf__num_add, "3", "-inf", "-inf"},
    {fzzf__num_add, "inf", "inf", "inf"},
    {fzzf__num_add, "inf", "-inf", "0"},
    {fzzf__num_sub, "-inf", "inf", "-inf"},
    {fzzf__num_mul, "inf", "-2", "-inf"},
    {fzzf__num_mul, "-inf", "-inf", "inf"},
    {fzzf__num_mul, "0", "inf", "0"},
    {fzzf__num_div, "7", "-inf", "0"},
    {fzzf__num_div, "-inf", "-2", "inf"},
    {fzzf__num_min, "1/3", "0.333", "0.333"},
    {fzzf__num_max, "1/3", "0.333", "1/3"},
    {fzzf__num_max, "-inf", "0", "0"},
    {fzzf__num_min, "18446744073709551616", "inf", "18446744073709551616"},
};

static void computes(void)
{
    fzzf__arena arena;
    size_t i;

    fzzf__arena_init(&arena);
    for (i = 0; i < sizeof cases / sizeof cases[0]; i++)
        CHECK_TEXT(
            fzzf__num_exact_text(
                &arena, cases[i].compute(&arena, read_num(&arena, cases[i].a),
                                         read_num(&arena, cases[i].b))),
            cases[i].result);
    CU_ASSERT_EQUAL(arena.spoiled, FZZF_OK);
    fzzf__arena_free(&arena);
}

/* Results that fit are always held the same way. */
static void holds_equal_numbers_alike(void)
{
    fzzf__arena arena;
    fzzf__num big, back;

    fzzf__arena_init(&arena);
    big = read_num(&arena, "18446744073709551616/3");
    CU_ASSERT_PTR_NOT_NULL(big.big);
    back = fzzf__num_div(&arena, big, read_num(&arena, "9223372036854775808"));
    CU_ASSERT_PTR_NULL(back.big);
    CU_ASSERT_EQUAL(back.n, 2);
    CU_ASSERT_EQUAL(back.d, 3);
    back = fzzf__num_neg(&arena, read_num(&arena, "9223372036854775808"));
    CU_ASSERT_PTR_NULL(back.big);
    CU_ASSERT_EQUAL(back.n, INT64_MIN);
    back = fzzf__num_ratio(&arena, -6, -4);
    CU_ASSERT_EQUAL(back.n, 3);
    CU_ASSERT_EQUAL(back.d, 2);
    back = fzzf__num_ratio(&arena, INT64_MIN, INT64_MIN);
    CU_ASSERT_EQUAL(back.n, 1);
    CU_ASSERT_EQUAL(back.d, 1);
    CU_ASSERT_EQUAL(fzzf__num_sign(fzzf__num_ratio(&arena, 1, 0)), 0);
    fzzf__arena_free(&arena);
}

static void puts_numbers_in_order(void)
{
    static const char *const rising[] = {
        "-inf",
        "-340282366920938463463374607431768211456",
        LEAST,
        "-1/3",
        "-1/18446744073709551616",
        "0",
        "1/18446744073709551616",
        "0.333333333333333333",
        "1/3",
        "9223372036854775806/9223372036854775807",
        "1",
        "9223372036854775807/9223372036854775806",
        MOST,
        "18446744073709551615/2",
        "9223372036854775808",
        "inf"};
    const int count = sizeof rising / sizeof rising[0];
    fzzf__arena arena;
    int i, j;

    fzzf__arena_init(&arena);
    for (i = 0; i < count; i++)
        for (j = 0; j < count; j++)
            CU_ASSERT_EQUAL(fzzf__num_compare(NULL, read_num(&arena, rising[i]),
                                              read_num(&arena, rising[j])),
                            (i > j) - (i < j));
    fzzf__arena_free(&arena);
}

static void compares_without_memory(void)
{
    fzzf__arena arena;
    fzzf__num a, b;

    fzzf__arena_init(&arena);
    a = read_num(&arena, "123456789012345678901234567890/17");
    b = read_num(&arena, "123456789012345678901234567891/17");
    fzzf__fault_after(0);
    CU_ASSERT_EQUAL(fzzf__num_compare(&arena, a, b), -1);
    CU_ASSERT_EQUAL(fzzf__num_compare(&arena, a, FZZF__ONE), 1);
    fzzf__fault_after(-1);
    CU_ASSERT_FALSE(fzzf__fault_seen());
    fzzf__arena_free(&arena);
}

static void knows_sign_and_kind(void)
{
    static const struct {
        const char *number;
        int sign;
        bool finite, integer;
    } kinds[] = {
        {"0", 0, true, true},
        {"-3", -1, true, true},
        {"1/3", 1, true, false},
        {"inf", 1, false, false},
        {"-inf", -1, false, false},
        {"-18446744073709551616", -1, true, true},
        {"18446744073709551615/2", 1, true, false},
    };
    fzzf__arena arena;
    size_t i;

    fzzf__arena_init(&arena);
    for (i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        const fzzf__num a = read_num(&arena, kinds[i].number);

        CU_ASSERT_EQUAL(fzzf__num_sign(a), kinds[i].sign);
        CU_ASSERT_EQUAL(fzzf__num_is_finite(a), kinds[i].finite);
        CU_ASSERT_EQUAL(fzzf__num_is_integer(a), kinds[i].integer);
    }
    fzzf__arena_free(&arena);
}

static void gives_only_integers_that_fit(void)
{
    fzzf__arena arena;
    int64_t value = 5;

    fzzf__arena_init(&arena);
    CU_ASSERT_TRUE(fzzf__num_to_int64(read_num(&arena, LEAST), &value));
    CU_ASSERT_EQUAL(value, INT64_MIN);
    value = 5;
    CU_ASSERT_FALSE(fzzf__num_to_int64(read_num(&arena, "0.5"), &value));
    CU_ASSERT_FALSE(fzzf__num_to_int64(FZZF__PLUS_INFINITY, &value));
    CU_ASSERT_FALSE(
        fzzf__num_to_int64(read_num(&arena, "9223372036854775808"), &value));
    CU_ASSERT_EQUAL(value, 5);
    fzzf__arena_free(&arena);
}

static void takes_absolute_values(void)
{
    fzzf__arena arena;

    fzzf__arena_init(&arena);
    CHECK_TEXT(fzzf__num_exact_text(
                   &arena, fzzf__num_abs(&arena, read_num(&arena, LEAST))),
               "9223372036854775808");
    CHECK_TEXT(fzzf__num_exact_text(
                   &arena, fzzf__num_abs(&arena, read_num(&arena, "-1/3"))),
               "1/3");
    CHECK_TEXT(fzzf__num_exact_text(
                   &arena, fzzf__num_abs(&arena, FZZF__MINUS_INFINITY)),
               "inf");
    fzzf__arena_free(&arena);
}

CU_TestInfo num_tests[] = {
    {"computes", computes},
    {"holds equal numbers alike", holds_equal_numbers_alike},
    {"puts numbers in order", puts_numbers_in_order},
    {"compares without memory", compares_without_memory},
    {"knows sign and kind", knows_sign_and_kind},
    {"gives only integers that fit", gives_only_integers_that_fit},
    {"takes absolute values", takes_absolute_values},
    CU_TEST_INFO_NULL,
};
