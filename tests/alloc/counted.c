/* SPDX-License-Identifier: Apache-2.0 */
/* lib/base/memory.c with a malloc that counts, and fails once when asked. */

#include "alloc/counted.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

long counted_asked, counted_held;
static long fails_at;
static int failed;

void counted_fail_one(long number)
{
    fails_at = number == 0 ? 0 : counted_asked + number;
    failed = 0;
}

int counted_failed_one(void)
{
    return failed;
}

static int is_to_fail(void)
{
    if (++counted_asked != fails_at)
        return 0;
    failed = 1;
    return 1;
}

static void *held(void *block)
{
    counted_held += block != NULL;
    return block;
}

static void *counted_malloc(size_t size)
{
    return is_to_fail() ? NULL : held(malloc(size));
}

static void *counted_calloc(size_t count, size_t size)
{
    return is_to_fail() ? NULL : held(calloc(count, size));
}

static void *counted_realloc(void *block, size_t size)
{
    if (is_to_fail())
        return NULL;
    return block == NULL ? held(malloc(size)) : realloc(block, size);
}

static void counted_free(void *block)
{
    counted_held -= block != NULL;
    free(block);
}

#define malloc  counted_malloc
#define calloc  counted_calloc
#define realloc counted_realloc
#define free    counted_free
#include "base/memory.c"
