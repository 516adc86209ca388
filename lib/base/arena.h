/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_BASE_ARENA_H
#define LIB_BASE_ARENA_H

/*
 * Memory that is released all at once. A document, and one evaluation, owns one
 * arena; whatever it points at lies in it.
 *
 * A failed allocation is remembered in the arena ("spoiled"), so arithmetic can
 * be written as expressions and checked once at the end.
 */

#include <stddef.h>

#include "fzzf/status.h"

struct fzzf__block;

typedef struct fzzf__arena {
    struct fzzf__block *blocks; /* newest first */
    size_t used;                /* of the newest block */
    size_t total;               /* bytes handed out since the last reset */
    fzzf_status spoiled;        /* FZZF_OK, FZZF_E_MEMORY or FZZF_E_LIMIT */
} fzzf__arena;

void fzzf__arena_init(fzzf__arena *arena);

/* Zeroed memory, aligned for any type; NULL (and spoiled) when there is none.
 */
void *fzzf__arena_alloc(fzzf__arena *arena, size_t size);
char *fzzf__arena_text(fzzf__arena *arena, const char *text);
char *fzzf__arena_textn(fzzf__arena *arena, const char *text, size_t length);

/* Forgets everything and keeps the newest block for the next use. */
void fzzf__arena_reset(fzzf__arena *arena);
void fzzf__arena_free(fzzf__arena *arena);

#endif
