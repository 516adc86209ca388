/* SPDX-License-Identifier: Apache-2.0 */
/* Growing arrays of the readers. */

#include "xml/pile.h"

#include <string.h>

#include "base/memory.h"

void *fzzf__pile_push(struct fzzf__pile *pile)
{
    char *item;

    if (pile->count == pile->capacity &&
        !fzzf__grow(&pile->items, &pile->capacity, pile->count, pile->size))
        return NULL;
    item = (char *)pile->items + pile->count++ * pile->size;
    return memset(item, 0, pile->size);
}

void *fzzf__pile_top(const struct fzzf__pile *pile)
{
    if (pile->count == 0)
        return NULL;
    return (char *)pile->items + (pile->count - 1) * pile->size;
}

void *fzzf__pile_take(struct fzzf__pile *pile, size_t from, fzzf__arena *arena,
                      size_t *count)
{
    void *taken;

    *count = pile->count - from;
    if (*count == 0)
        return NULL;
    taken = fzzf__arena_alloc(arena, *count * pile->size);
    if (taken == NULL)
        *count = 0;
    else
        memcpy(taken, (char *)pile->items + from * pile->size,
               *count * pile->size);
    pile->count = from;
    return taken;
}

void fzzf__pile_free(struct fzzf__pile *pile)
{
    fzzf__free(pile->items);
    pile->items = NULL;
    pile->count = pile->capacity = 0;
}
