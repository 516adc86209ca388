/* SPDX-License-Identifier: Apache-2.0 */
/* Sums of a series, against adding one value after the other. */

#include "rule/series.h"
#include "unit/suites.h"

static const int64_t series[][4] = {
    {3, 2, 1, 0}, {5, 5, 5, 5}, {-1, 2, -3, 4}, {4, -1, -1, -1}, {0, 0, 7, 0}};

static void fill(fzzf__num *numbers, size_t row, size_t count)
{
    for (size_t i = 0; i < count; i++)
        numbers[i] = fzzf__num_int(series[row][i]);
}

static int64_t sum_of(size_t row, size_t count, int64_t n)
{
    int64_t sum = 0;

    for (int64_t i = 0; i < n; i++)
        sum += series[row][i < (int64_t)count ? (size_t)i : count - 1];
    return sum;
}

static void adds_the_first_values_the_last_one_repeating(void)
{
    fzzf__arena arena;
    fzzf__num numbers[4];

    fzzf__arena_init(&arena);
    for (size_t row = 0; row < sizeof series / sizeof series[0]; row++)
        for (size_t count = 1; count <= 4; count++)
            for (int64_t n = 0; n < 9; n++) {
                fill(numbers, row, count);
                CU_ASSERT_EQUAL(
                    fzzf__series_sum(&arena, numbers, count, fzzf__num_int(n))
                        .n,
                    sum_of(row, count, n));
            }
    fzzf__arena_free(&arena);
}

static void adds_without_end(void)
{
    fzzf__arena arena;
    fzzf__num numbers[4];

    fzzf__arena_init(&arena);
    fill(numbers, 0, 3);
    CU_ASSERT_EQUAL(fzzf__num_compare(&arena,
                                      fzzf__series_sum(&arena, numbers, 3,
                                                       FZZF__PLUS_INFINITY),
                                      FZZF__PLUS_INFINITY),
                    0);
    fill(numbers, 0, 4); /* the last is 0: 3 + 2 + 1 */
    CU_ASSERT_EQUAL(fzzf__series_sum(&arena, numbers, 4, FZZF__PLUS_INFINITY).n,
                    6);
    fzzf__arena_free(&arena);
}

/* For every interval of counts: the least and greatest of all sums in it. */
static void covers_the_sums_of_an_interval(void)
{
    fzzf__arena arena;
    fzzf__num numbers[4], least, most;

    fzzf__arena_init(&arena);
    for (size_t row = 0; row < sizeof series / sizeof series[0]; row++)
        for (int64_t from = 0; from < 8; from++)
            for (int64_t to = from; to < 9; to++) {
                struct fzzf__value n = {.lo = fzzf__num_int(from),
                                        .hi = fzzf__num_int(to)};
                int64_t low = sum_of(row, 4, from), high = low;

                for (int64_t i = from; i <= to; i++) {
                    low = sum_of(row, 4, i) < low ? sum_of(row, 4, i) : low;
                    high = sum_of(row, 4, i) > high ? sum_of(row, 4, i) : high;
                }
                fill(numbers, row, 4);
                fzzf__series_range(&arena, numbers, 4, &n, &least, &most);
                CU_ASSERT_EQUAL(least.n, low);
                CU_ASSERT_EQUAL(most.n, high);
            }
    fzzf__arena_free(&arena);
}

static void part_occurrences_do_not_count(void)
{
    fzzf__arena arena;
    fzzf__num numbers[4], least, most;
    struct fzzf__value n = {.condition = FZZF__HAS_VALUE};

    fzzf__arena_init(&arena);
    n.lo = fzzf__num_ratio(&arena, 3, 2);
    n.hi = fzzf__num_ratio(&arena, 29, 10);
    fill(numbers, 0, 3);
    fzzf__series_range(&arena, numbers, 3, &n, &least, &most);
    CU_ASSERT_EQUAL(least.n, 3);
    CU_ASSERT_EQUAL(most.n, 5);
    fzzf__arena_free(&arena);
}

CU_TestInfo series_tests[] = {
    {"adds_the_first_values_the_last_one_repeating",
     adds_the_first_values_the_last_one_repeating},
    {"adds_without_end", adds_without_end},
    {"covers_the_sums_of_an_interval", covers_the_sums_of_an_interval},
    {"part_occurrences_do_not_count", part_occurrences_do_not_count},
    CU_TEST_INFO_NULL,
};
