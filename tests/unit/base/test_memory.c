/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/base/memory.c. */

#include "unit/suites.h"

#include <stdint.h>

#include "base/memory.h"

static void gives_memory_even_of_no_size(void)
{
    void *none = fzzf__malloc(0);
    void *zeros = fzzf__calloc(0, 4);

    CU_ASSERT_PTR_NOT_NULL(none);
    CU_ASSERT_PTR_NOT_NULL(zeros);
    fzzf__free(none);
    fzzf__free(zeros);
}

static void grows_an_array_and_keeps_what_is_in_it(void)
{
    int *items = NULL;
    size_t capacity = 0;
    int i;

    for (i = 0; i < 1000; i++) {
        CU_ASSERT_TRUE_FATAL(
            fzzf__grow((void **)&items, &capacity, (size_t)i, sizeof *items));
        items[i] = i;
    }
    CU_ASSERT(capacity >= 1000);
    for (i = 0; i < 1000; i++)
        CU_ASSERT_EQUAL(items[i], i);
    fzzf__free(items);
}

static void grows_straight_to_a_far_index(void)
{
    char *items = NULL;
    size_t capacity = 0;

    CU_ASSERT_TRUE_FATAL(fzzf__grow((void **)&items, &capacity, 5000, 1));
    CU_ASSERT(capacity > 5000);
    fzzf__free(items);
}

static void refuses_to_grow_past_all_memory(void)
{
    void *items = NULL;
    size_t capacity = 0;

    CU_ASSERT_FALSE(fzzf__grow(&items, &capacity, SIZE_MAX - 1, 1));
    CU_ASSERT_FALSE(fzzf__grow(&items, &capacity, SIZE_MAX / 4, 16));
    CU_ASSERT_PTR_NULL(items);
    CU_ASSERT_EQUAL(capacity, 0);
}

static void changes_nothing_when_growing_fails(void)
{
    int *items = NULL;
    const int *before;
    size_t capacity = 0;

    CU_ASSERT_TRUE_FATAL(
        fzzf__grow((void **)&items, &capacity, 0, sizeof *items));
    before = items;
    items[0] = 7;
    fzzf__fault_after(0);
    CU_ASSERT_FALSE(
        fzzf__grow((void **)&items, &capacity, capacity, sizeof *items));
    fzzf__fault_after(-1);
    CU_ASSERT_TRUE(fzzf__fault_seen());
    CU_ASSERT_PTR_EQUAL(items, before);
    CU_ASSERT_EQUAL(items[0], 7);
    fzzf__free(items);
}

static void refuses_every_allocation_after_those_allowed(void)
{
    void *one, *two, *three, *four;

    fzzf__fault_after(1);
    one = fzzf__malloc(1);
    CU_ASSERT_FALSE(fzzf__fault_seen());
    two = fzzf__calloc(1, 1);
    three = fzzf__realloc(NULL, 1);
    CU_ASSERT_TRUE(fzzf__fault_seen());
    CU_ASSERT_FALSE(fzzf__fault_seen());
    fzzf__fault_after(-1);
    four = fzzf__malloc(1);

    CU_ASSERT_PTR_NOT_NULL(one);
    CU_ASSERT_PTR_NULL(two);
    CU_ASSERT_PTR_NULL(three);
    CU_ASSERT_PTR_NOT_NULL(four);
    fzzf__free(one);
    fzzf__free(four);
}

CU_TestInfo memory_tests[] = {
    {"gives memory even of no size", gives_memory_even_of_no_size},
    {"grows an array and keeps what is in it",
     grows_an_array_and_keeps_what_is_in_it},
    {"grows straight to a far index", grows_straight_to_a_far_index},
    {"refuses to grow past all memory", refuses_to_grow_past_all_memory},
    {"changes nothing when growing fails", changes_nothing_when_growing_fails},
    {"refuses every allocation after those allowed",
     refuses_every_allocation_after_those_allowed},
    CU_TEST_INFO_NULL,
};
