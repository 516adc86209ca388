/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/base/names.c. */

#include "unit/suites.h"

#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "base/names.h"

#define MANY 5000

static char many[MANY][16];

static void make_many(void)
{
    int i;

    for (i = 0; i < MANY; i++)
        snprintf(many[i], sizeof many[i], "%d.%d", i / 10, i % 10);
}

static void finds_every_name_it_was_given(void)
{
    fzzf__names names = {0};
    size_t i;

    make_many();
    for (i = 0; i < MANY; i++)
        CU_ASSERT_EQUAL(fzzf__names_add(&names, many[i], i * 2), 1);
    CU_ASSERT_EQUAL(names.count, MANY);
    for (i = 0; i < MANY; i++)
        CU_ASSERT_EQUAL(fzzf__names_find(&names, many[i]), i * 2);
    CU_ASSERT_EQUAL(fzzf__names_find(&names, "0.10"), FZZF__NO_NAME);
    CU_ASSERT_EQUAL(fzzf__names_find(&names, ""), FZZF__NO_NAME);
    fzzf__names_free(&names);
    CU_ASSERT_EQUAL(fzzf__names_find(&names, "0.1"), FZZF__NO_NAME);
}

static void keeps_the_first_of_two_equal_names(void)
{
    fzzf__names names = {0};
    char again[] = "未备案";

    CU_ASSERT_EQUAL(fzzf__names_add(&names, "未备案", 1), 1);
    CU_ASSERT_EQUAL(fzzf__names_add(&names, again, 2), 0);
    CU_ASSERT_EQUAL(fzzf__names_find(&names, again), 1);
    CU_ASSERT_EQUAL(names.count, 1);
    fzzf__names_free(&names);
}

static void finds_a_name_inside_a_longer_text(void)
{
    fzzf__names names = {0};

    CU_ASSERT_EQUAL(fzzf__names_add(&names, "share", 7), 1);
    CU_ASSERT_EQUAL(fzzf__names_add(&names, "", 8), 1);
    CU_ASSERT_EQUAL(fzzf__names_findn(&names, "share*2", 5), 7);
    CU_ASSERT_EQUAL(fzzf__names_findn(&names, "share*2", 4), FZZF__NO_NAME);
    CU_ASSERT_EQUAL(fzzf__names_findn(&names, "share*2", 6), FZZF__NO_NAME);
    CU_ASSERT_EQUAL(fzzf__names_findn(&names, "share*2", 0), 8);
    CU_ASSERT_EQUAL(fzzf__names_findn(&names, "share\0x", 7), FZZF__NO_NAME);
    fzzf__names_free(&names);
}

static void stays_whole_when_memory_runs_out(void)
{
    fzzf__names names = {0};
    size_t added = 0, i;

    make_many();
    fzzf__fault_after(3);
    while (added < MANY && fzzf__names_add(&names, many[added], added) == 1)
        added++;
    CU_ASSERT_EQUAL(fzzf__names_add(&names, "late", 1), -1);
    fzzf__fault_after(-1);
    CU_ASSERT_TRUE(fzzf__fault_seen());
    CU_ASSERT_EQUAL(names.count, added);
    for (i = 0; i < added; i++)
        CU_ASSERT_EQUAL(fzzf__names_find(&names, many[i]), i);
    CU_ASSERT_EQUAL(fzzf__names_add(&names, "late", 1), 1);
    fzzf__names_free(&names);
}

CU_TestInfo names_tests[] = {
    {"finds every name it was given", finds_every_name_it_was_given},
    {"keeps the first of two equal names", keeps_the_first_of_two_equal_names},
    {"finds a name inside a longer text", finds_a_name_inside_a_longer_text},
    {"stays whole when memory runs out", stays_whole_when_memory_runs_out},
    CU_TEST_INFO_NULL,
};
