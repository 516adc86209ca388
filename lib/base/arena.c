/* SPDX-License-Identifier: Apache-2.0 */
/* Memory handed out from blocks and released all at once. */

#include "base/arena.h"

#include <stdint.h>
#include <string.h>

#include "base/memory.h"

#define ALIGNMENT _Alignof(max_align_t)
/* A test defines these otherwise, so that every piece is an allocation. */
#ifndef FIRST_BLOCK
#define FIRST_BLOCK   ((size_t)4096)
#define GREATEST_STEP ((size_t)256 * 1024)
#endif

struct fzzf__block {
    struct fzzf__block *next;
    size_t size; /* of what follows */
    max_align_t bytes[];
};

void fzzf__arena_init(fzzf__arena *arena)
{
    memset(arena, 0, sizeof *arena);
}

static size_t next_size(const fzzf__arena *arena)
{
    size_t size = FIRST_BLOCK;

    if (arena->blocks != NULL)
        size = arena->blocks->size * 2;
    return size < GREATEST_STEP ? size : GREATEST_STEP;
}

static struct fzzf__block *make_block(size_t size)
{
    struct fzzf__block *block;

    if (size > PTRDIFF_MAX - sizeof *block)
        return NULL;
    block = fzzf__malloc(sizeof *block + size);
    if (block != NULL) {
        block->next = NULL;
        block->size = size;
    }
    return block;
}

/* A large piece gets a block of its own, behind the one being filled. */
static void *alloc_aside(fzzf__arena *arena, size_t size)
{
    struct fzzf__block *block = make_block(size);

    if (block == NULL)
        return NULL;
    block->next = arena->blocks->next;
    arena->blocks->next = block;
    return block->bytes;
}

static void *alloc_in_new_block(fzzf__arena *arena, size_t size)
{
    const size_t step = next_size(arena);
    struct fzzf__block *block;

    if (arena->blocks != NULL && size > step / 2)
        return alloc_aside(arena, size);
    block = make_block(size < step ? step : size);
    if (block == NULL)
        return NULL;
    block->next = arena->blocks;
    arena->blocks = block;
    arena->used = size;
    return block->bytes;
}

static void *alloc_rounded(fzzf__arena *arena, size_t size)
{
    char *place;

    if (arena->blocks == NULL || arena->blocks->size - arena->used < size)
        return alloc_in_new_block(arena, size);
    place = (char *)arena->blocks->bytes + arena->used;
    arena->used += size;
    return place;
}

void *fzzf__arena_alloc(fzzf__arena *arena, size_t size)
{
    const size_t least = size == 0 ? 1 : size;
    const size_t rounded = (least + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    void *place = NULL;

    if (rounded >= least)
        place = alloc_rounded(arena, rounded);
    if (place == NULL) {
        if (arena->spoiled == FZZF_OK)
            arena->spoiled = FZZF_E_MEMORY;
        return NULL;
    }
    arena->total += rounded;
    return memset(place, 0, rounded);
}

char *fzzf__arena_text(fzzf__arena *arena, const char *text)
{
    return text == NULL ? NULL : fzzf__arena_textn(arena, text, strlen(text));
}

char *fzzf__arena_textn(fzzf__arena *arena, const char *text, size_t length)
{
    char *copy = fzzf__arena_alloc(arena, length + 1);

    if (copy != NULL && length > 0)
        memcpy(copy, text, length);
    return copy;
}

static void free_blocks(struct fzzf__block *block)
{
    while (block != NULL) {
        struct fzzf__block *next = block->next;

        fzzf__free(block);
        block = next;
    }
}

void fzzf__arena_reset(fzzf__arena *arena)
{
    struct fzzf__block *kept = arena->blocks;

    if (kept != NULL) {
        free_blocks(kept->next);
        kept->next = NULL;
    }
    fzzf__arena_init(arena);
    arena->blocks = kept;
}

void fzzf__arena_free(fzzf__arena *arena)
{
    free_blocks(arena->blocks);
    fzzf__arena_init(arena);
}
