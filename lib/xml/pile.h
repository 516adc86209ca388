/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_XML_PILE_H
#define LIB_XML_PILE_H

/*
 * An array that grows while its parent element is read, and then moves into the
 * document's arena. What a child element piles up lies on top and is taken when
 * the child ends, so one pile serves every level.
 */

#include <stddef.h>

#include "base/arena.h"

struct fzzf__pile {
    void *items;
    size_t size; /* bytes of one item */
    size_t count, capacity;
};

/* A new zeroed item on top, valid until the next push; NULL: out of memory. */
void *fzzf__pile_push(struct fzzf__pile *pile);
/* The item on top; NULL when there is none. */
void *fzzf__pile_top(const struct fzzf__pile *pile);
/*
 * Moves all items from number @from on into @arena; *count says how many. NULL
 * when there are none, or the arena is spoiled.
 */
void *fzzf__pile_take(struct fzzf__pile *pile, size_t from, fzzf__arena *arena,
                      size_t *count);
void fzzf__pile_free(struct fzzf__pile *pile);

#endif
