/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/base/num_big.c. */

#include "unit/base/numbers.h"

#include "base/memory.h"

#define HUGE_A "123456789012345678901234567890123456789/1000000007"
#define HUGE_B "-987654321098765432109876543210/998244353"

/* 2^bits, which needs one bit more. */
static fzzf__num power_of_two(fzzf__arena *arena, int bits)
{
    return fzzf__num_pow(arena, fzzf__num_int(2), bits);
}

static void reaches_the_limit_and_not_further(void)
{
    fzzf__arena arena;
    fzzf__num most, too_much;

    fzzf__arena_init(&arena);
    most = power_of_two(&arena, FZZF__NUM_MAX_BITS - 1);
    CU_ASSERT_EQUAL(arena.spoiled, FZZF_OK);
    CU_ASSERT_PTR_NOT_NULL(most.big);
    too_much = fzzf__num_add(&arena, most, most);
    CU_ASSERT_EQUAL(arena.spoiled, FZZF_E_LIMIT);
    CU_ASSERT_EQUAL(fzzf__num_sign(too_much), 0);
    fzzf__arena_free(&arena);
}

static void limits_denominators_too(void)
{
    fzzf__arena arena;
    fzzf__num least;

    fzzf__arena_init(&arena);
    least = power_of_two(&arena, 1 - FZZF__NUM_MAX_BITS);
    CU_ASSERT_EQUAL(arena.spoiled, FZZF_OK);
    fzzf__num_div(&arena, least, fzzf__num_int(2));
    CU_ASSERT_EQUAL(arena.spoiled, FZZF_E_LIMIT);
    fzzf__arena_free(&arena);
}

static void returns_from_the_limit_exactly(void)
{
    fzzf__arena arena;
    fzzf__num most, back;

    fzzf__arena_init(&arena);
    most = power_of_two(&arena, FZZF__NUM_MAX_BITS - 1);
    back = fzzf__num_mul(&arena, most,
                         power_of_two(&arena, 2 - FZZF__NUM_MAX_BITS));
    CHECK_TEXT(fzzf__num_exact_text(&arena, back), "2");
    CU_ASSERT_PTR_NULL(back.big);
    fzzf__arena_free(&arena);
}

static void outlives_the_arena_it_was_copied_from(void)
{
    fzzf__arena from, to;
    fzzf__num copy;

    fzzf__arena_init(&from);
    fzzf__arena_init(&to);
    copy = fzzf__num_copy(&to, read_num(&from, HUGE_B));
    fzzf__arena_free(&from);
    CHECK_TEXT(fzzf__num_exact_text(&to, copy), HUGE_B);
    CU_ASSERT_EQUAL(fzzf__num_sign(copy), -1);
    fzzf__arena_free(&to);
}

/* Everything that can need memory, on numbers that do. */
static void compute_all(fzzf__arena *arena, const fzzf__num *a,
                        const fzzf__num *b, fzzf__num *results)
{
    results[0] = fzzf__num_add(arena, *a, *b);
    results[1] = fzzf__num_sub(arena, *a, *b);
    results[2] = fzzf__num_mul(arena, *a, *b);
    results[3] = fzzf__num_div(arena, *a, *b);
    results[4] = fzzf__num_neg(arena, *a);
    results[5] = fzzf__num_pow(arena, *b, -3);
    results[6] = fzzf__num_floor(arena, *b);
    results[7] = fzzf__num_round(arena, *b, 3, FZZF_ROUND_HALF_EVEN);
    results[8] = fzzf__num_copy(arena, *a);
    fzzf__num_root(arena, *a, 3, 20, &results[9], &results[10]);
    fzzf__num_parse(arena, HUGE_A, strlen(HUGE_A), &results[11]);
}

static void survives_a_failure_at_every_allocation(void)
{
    fzzf__arena source, arena;
    fzzf__num a, b, results[12];
    long n;

    fzzf__arena_init(&source);
    a = read_num(&source, HUGE_A);
    b = read_num(&source, HUGE_B);
    for (n = 0; n < 1000; n++) {
        fzzf__arena_init(&arena);
        fzzf__fault_after(n);
        compute_all(&arena, &a, &b, results);
        CU_ASSERT_PTR_NULL(n == 0 ? fzzf__num_exact_text(&arena, a) : NULL);
        fzzf__fault_after(-1);
        if (!fzzf__fault_seen())
            break;
        CU_ASSERT_EQUAL(arena.spoiled, FZZF_E_MEMORY);
        CU_ASSERT_EQUAL(fzzf__num_sign(results[11]), 0);
        fzzf__arena_free(&arena);
    }
    CU_ASSERT(n > 10 && n < 1000);
    CU_ASSERT_EQUAL(arena.spoiled, FZZF_OK);
    CHECK_TEXT(fzzf__num_exact_text(&arena, results[8]), HUGE_A);
    fzzf__arena_free(&arena);
    fzzf__arena_free(&source);
}

CU_TestInfo num_big_tests[] = {
    {"reaches the limit and not further", reaches_the_limit_and_not_further},
    {"limits denominators too", limits_denominators_too},
    {"returns from the limit exactly", returns_from_the_limit_exactly},
    {"outlives the arena it was copied from",
     outlives_the_arena_it_was_copied_from},
    {"survives a failure at every allocation",
     survives_a_failure_at_every_allocation},
    CU_TEST_INFO_NULL,
};
