/* SPDX-License-Identifier: Apache-2.0 */
/* Texts come out sorted, whether they fit into memory or not. */

#include <stdio.h>
#include <string.h>

#include "base/sorter.h"
#include "unit/suites.h"

struct seen {
    char last[64];
    size_t last_length, count, most;
    bool sorted;
};

static bool see(void *user, const char *bytes, size_t length)
{
    struct seen *seen = user;
    const size_t shorter =
        length < seen->last_length ? length : seen->last_length;
    const int order = memcmp(seen->last, bytes, shorter);

    if (order > 0 || (order == 0 && seen->last_length > length))
        seen->sorted = false;
    if (length <= sizeof seen->last) {
        memcpy(seen->last, bytes, length);
        seen->last_length = length;
    }
    return ++seen->count != seen->most;
}

static struct seen walk(struct fzzf__sorter *sorter, size_t most,
                        fzzf_status wanted)
{
    struct seen seen = {.sorted = true, .most = most};

    CU_ASSERT_EQUAL(fzzf__sorter_walk(sorter, see, &seen), wanted);
    return seen;
}

/* Texts of 50 bytes, whose beginnings are all numbers below @count. */
static void add(struct fzzf__sorter *sorter, unsigned count)
{
    char text[51];

    for (unsigned i = 0; i < count; i++) {
        snprintf(text, sizeof text, "%010u%040u", i * 7919u % count, i);
        CU_ASSERT_EQUAL_FATAL(fzzf__sorter_add(sorter, text, 50), FZZF_OK);
    }
}

static void sorts_in_memory(void)
{
    struct fzzf__sorter *sorter = fzzf__sorter_new(0);
    struct seen seen;

    CU_ASSERT_PTR_NOT_NULL_FATAL(sorter);
    seen = walk(sorter, 0, FZZF_OK);
    CU_ASSERT_EQUAL(seen.count, 0);
    CU_ASSERT_EQUAL(fzzf__sorter_add(sorter, "ab", 2), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf__sorter_add(sorter, "", 0), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf__sorter_add(sorter, "a", 1), FZZF_OK);
    seen = walk(sorter, 0, FZZF_OK);
    CU_ASSERT_EQUAL(seen.count, 3);
    CU_ASSERT_TRUE(seen.sorted);
    CU_ASSERT_EQUAL(seen.last_length, 2);
    fzzf__sorter_free(sorter);
}

/* 80 KiB hold about 1,500 texts of 54 bytes, so these are seven runs. */
static void merges_runs(void)
{
    struct fzzf__sorter *sorter = fzzf__sorter_new(0);
    struct seen seen;

    CU_ASSERT_PTR_NOT_NULL_FATAL(sorter);
    add(sorter, 10000);
    seen = walk(sorter, 0, FZZF_OK);
    CU_ASSERT_EQUAL(seen.count, 10000);
    CU_ASSERT_TRUE(seen.sorted);
    CU_ASSERT_EQUAL(memcmp(seen.last, "0000009999", 10), 0);
    /* More may come, and all is handed out again. */
    CU_ASSERT_EQUAL(fzzf__sorter_add(sorter, "zz", 2), FZZF_OK);
    seen = walk(sorter, 0, FZZF_OK);
    CU_ASSERT_EQUAL(seen.count, 10001);
    CU_ASSERT_TRUE(seen.sorted);
    CU_ASSERT_EQUAL(seen.last_length, 2);
    fzzf__sorter_free(sorter);
}

static void holds_the_longest(void)
{
    static char text[FZZF__SORTED_MAX + 1];
    struct fzzf__sorter *sorter = fzzf__sorter_new(0);
    struct seen seen;

    CU_ASSERT_PTR_NOT_NULL_FATAL(sorter);
    memset(text, 'y', sizeof text);
    for (int i = 0; i < 3; i++)
        CU_ASSERT_EQUAL(fzzf__sorter_add(sorter, text, FZZF__SORTED_MAX),
                        FZZF_OK);
    CU_ASSERT_EQUAL(fzzf__sorter_add(sorter, text, FZZF__SORTED_MAX + 1),
                    FZZF_E_LIMIT);
    CU_ASSERT_EQUAL(fzzf__sorter_add(sorter, "x", 1), FZZF_OK);
    seen = walk(sorter, 0, FZZF_OK);
    CU_ASSERT_EQUAL(seen.count, 4);
    CU_ASSERT_EQUAL(memcmp(seen.last, "x", 1), 0);
    fzzf__sorter_free(sorter);
}

static void ends_when_asked(void)
{
    struct fzzf__sorter *sorter = fzzf__sorter_new(0);
    struct seen seen;

    CU_ASSERT_PTR_NOT_NULL_FATAL(sorter);
    add(sorter, 100);
    seen = walk(sorter, 3, FZZF_E_CANCELLED);
    CU_ASSERT_EQUAL(seen.count, 3);
    add(sorter, 3000);
    seen = walk(sorter, 4, FZZF_E_CANCELLED);
    CU_ASSERT_EQUAL(seen.count, 4);
    fzzf__sorter_free(sorter);
}

CU_TestInfo sorter_tests[] = {
    {"sorts in memory", sorts_in_memory},
    {"merges runs", merges_runs},
    {"holds the longest", holds_the_longest},
    {"ends when asked", ends_when_asked},
    CU_TEST_INFO_NULL,
};
