/* SPDX-License-Identifier: Apache-2.0 */
/* Records in an order that does not depend on how they were written. */

#include <stdlib.h>
#include <string.h>

#include "course/reasons.h"

struct keyed {
    struct fzzf_record *record;
    const char *key;
};

/* Numbers by their size, and before other texts. */
static int by_key(const void *one, const void *other)
{
    const char *a = ((const struct keyed *)one)->key;
    const char *b = ((const struct keyed *)other)->key;
    size_t left = 0, right = 0;
    const bool first = fzzf__size_value(a, &left);
    const bool second = fzzf__size_value(b, &right);

    if (first && second && left != right)
        return left < right ? -1 : 1;
    if (first != second)
        return first ? -1 : 1;
    return strcmp(a, b);
}

struct fzzf_record **fzzf__sorted(fzzf__arena *arena,
                                  const struct fzzf__record_list *list,
                                  size_t field)
{
    const size_t room = list->count + 1;
    struct fzzf_record **sorted =
        fzzf__arena_alloc(arena, room * sizeof *sorted);
    struct keyed *keyed = fzzf__arena_alloc(arena, room * sizeof *keyed);

    if (sorted == NULL || keyed == NULL)
        return NULL;
    for (size_t i = 0; i < list->count; i++) {
        const char *key = fzzf__record_value(list->items[i], field);

        keyed[i] = (struct keyed){list->items[i], key == NULL ? "" : key};
    }
    qsort(keyed, list->count, sizeof *keyed, by_key);
    for (size_t i = 0; i < list->count; i++)
        sorted[i] = keyed[i].record;
    return sorted;
}
