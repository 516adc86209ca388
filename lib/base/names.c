/* SPDX-License-Identifier: Apache-2.0 */
/* A hash table with open addressing, never more than three quarters full. */

#include "base/names.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/memory.h"
#include "base/wide.h"

#define FIRST_CAPACITY 16 /* a power of two, like every other */

struct fzzf__name_slot {
    const char *key; /* NULL: free */
    size_t value;
};

static uint64_t fold(uint64_t a, uint64_t b)
{
    const fzzf__uwide product = (fzzf__uwide)a * b;

    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

/*
 * The seed is the address of the slots: whoever writes a document cannot know
 * it, and so cannot choose identifiers that all fall into one place.
 */
static uint64_t hash(const void *seed, const char *key, size_t length)
{
    uint64_t state = (uint64_t)(uintptr_t)seed ^ length;

    while (length > 0) {
        const size_t size = length < 8 ? length : 8;
        uint64_t word = 0;

        memcpy(&word, key, size);
        state = fold(state ^ word, 0x9E3779B97F4A7C15u) + word;
        key += size;
        length -= size;
    }
    return fold(state, 0xD6E8FEB86659FD93u);
}

static bool is_key(const char *key, const char *text, size_t length)
{
    return strlen(key) == length && memcmp(key, text, length) == 0;
}

/* The slot of the key, or the free one where it belongs. */
static struct fzzf__name_slot *slot_of(const fzzf__names *names,
                                       const char *key, size_t length)
{
    const size_t mask = names->capacity - 1;
    size_t at = (size_t)hash(names->slots, key, length) & mask;

    while (names->slots[at].key != NULL &&
           !is_key(names->slots[at].key, key, length))
        at = (at + 1) & mask;
    return &names->slots[at];
}

static bool enlarge(fzzf__names *names)
{
    fzzf__names larger = {NULL, FIRST_CAPACITY, names->count};
    size_t i;

    if (names->capacity > 0)
        larger.capacity = names->capacity * 2;
    larger.slots = fzzf__calloc(larger.capacity, sizeof *larger.slots);
    if (larger.slots == NULL)
        return false;
    for (i = 0; i < names->capacity; i++) {
        const struct fzzf__name_slot *old = &names->slots[i];

        if (old->key != NULL)
            *slot_of(&larger, old->key, strlen(old->key)) = *old;
    }
    fzzf__free(names->slots);
    *names = larger;
    return true;
}

int fzzf__names_add(fzzf__names *names, const char *key, size_t value)
{
    struct fzzf__name_slot *slot;

    if (fzzf__names_find(names, key) != FZZF__NO_NAME)
        return 0;
    if (names->count >= names->capacity / 4 * 3 && !enlarge(names))
        return -1;
    slot = slot_of(names, key, strlen(key));
    slot->key = key;
    slot->value = value;
    names->count++;
    return 1;
}

int fzzf__names_reserve(fzzf__names *names, size_t more)
{
    while (names->capacity / 4 * 3 < names->count + more)
        if (!enlarge(names))
            return 0;
    return 1;
}

size_t fzzf__names_find(const fzzf__names *names, const char *key)
{
    return fzzf__names_findn(names, key, strlen(key));
}

size_t fzzf__names_findn(const fzzf__names *names, const char *key,
                         size_t length)
{
    const struct fzzf__name_slot *slot;

    if (names->count == 0)
        return FZZF__NO_NAME;
    slot = slot_of(names, key, length);
    return slot->key == NULL ? FZZF__NO_NAME : slot->value;
}

void fzzf__names_free(fzzf__names *names)
{
    fzzf__free(names->slots);
    memset(names, 0, sizeof *names);
}
