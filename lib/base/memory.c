/* SPDX-License-Identifier: Apache-2.0 */
/* The library's only door to malloc, with faults that tests can order. */

#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_CAPACITY 8

static _Thread_local long allowed = -1; /* negative: as many as there are */
static _Thread_local int seen;

static int refuse(void)
{
    if (allowed < 0)
        return 0;
    if (allowed > 0) {
        allowed--;
        return 0;
    }
    seen = 1;
    return 1;
}

void *fzzf__malloc(size_t size)
{
    return refuse() ? NULL : malloc(size == 0 ? 1 : size);
}

void *fzzf__calloc(size_t count, size_t size)
{
    if (count == 0 || size == 0)
        count = size = 1;
    return refuse() ? NULL : calloc(count, size);
}

void *fzzf__realloc(void *block, size_t size)
{
    return refuse() ? NULL : realloc(block, size == 0 ? 1 : size);
}

void fzzf__free(void *block)
{
    free(block);
}

int fzzf__grow(void **items, size_t *capacity, size_t count, size_t size)
{
    size_t wanted = *capacity < FIRST_CAPACITY ? FIRST_CAPACITY : *capacity;
    void *block;

    if (count < *capacity)
        return 1;
    while (wanted <= count) {
        if (wanted > SIZE_MAX / 2)
            return 0;
        wanted *= 2;
    }
    if (wanted > SIZE_MAX / size)
        return 0;
    /* The pointer's true type is the caller's, so it is copied as bytes. */
    memcpy(&block, items, sizeof block);
    block = fzzf__realloc(block, wanted * size);
    if (block == NULL)
        return 0;
    memcpy(items, &block, sizeof block);
    *capacity = wanted;
    return 1;
}

void fzzf__fault_after(long allow)
{
    allowed = allow;
}

int fzzf__fault_seen(void)
{
    const int answer = seen;

    seen = 0;
    return answer;
}
