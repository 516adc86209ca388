/* SPDX-License-Identifier: Apache-2.0 */
/* Big integers: from and to decimal digits, nine at a time. */

#include "base/big.h"

#include <string.h>

#define CHUNK       9
#define CHUNK_POWER 1000000000u

/* limbs = limbs * factor + more; returns the new count. */
static size_t append(uint32_t *limbs, size_t count, uint32_t factor,
                     uint32_t more)
{
    uint64_t carry = more;
    size_t i;

    for (i = 0; i < count; i++) {
        carry += (uint64_t)limbs[i] * factor;
        limbs[i] = (uint32_t)carry;
        carry >>= 32;
    }
    if (carry != 0)
        limbs[count++] = (uint32_t)carry;
    return count;
}

fzzf__bigint fzzf__big_parse(fzzf__arena *arena, const char *digits,
                             size_t length)
{
    uint32_t *limbs =
        fzzf__arena_alloc(arena, (length / CHUNK + 1) * sizeof *limbs);
    size_t count = 0;

    while (limbs != NULL && length > 0) {
        uint32_t factor = 1, chunk = 0;

        do {
            chunk = chunk * 10 + (uint32_t)(*digits++ - '0');
            factor *= 10;
            length--;
        } while (length % CHUNK != 0);
        count = append(limbs, count, factor, chunk);
    }
    return fzzf__big_made(limbs, count, false);
}

/* limbs = limbs / 10^9; returns the rest. */
static uint32_t take_chunk(uint32_t *limbs, size_t count)
{
    uint64_t rest = 0;

    while (count-- > 0) {
        rest = rest << 32 | limbs[count];
        limbs[count] = (uint32_t)(rest / CHUNK_POWER);
        rest %= CHUNK_POWER;
    }
    return (uint32_t)rest;
}

/* Writes backwards to @end; returns where the text begins. */
static char *write_digits(char *end, uint32_t *limbs, size_t count)
{
    while (count > 0) {
        uint32_t chunk = take_chunk(limbs, count);
        int i;

        while (count > 0 && limbs[count - 1] == 0)
            count--;
        for (i = 0; i < CHUNK && (count > 0 || chunk > 0); i++) {
            *--end = (char)('0' + chunk % 10);
            chunk /= 10;
        }
    }
    return end;
}

char *fzzf__big_text(fzzf__arena *arena, fzzf__bigint a)
{
    /* A limb has less than 10 digits; a sign, a lone zero and the end. */
    const size_t size = a.count * 10 + 3;
    uint32_t *limbs = fzzf__arena_alloc(arena, a.count * sizeof *limbs);
    char *text = fzzf__arena_alloc(arena, size);
    char *start;

    if (limbs == NULL || text == NULL)
        return NULL;
    if (a.count > 0)
        memcpy(limbs, a.limbs, a.count * sizeof *limbs);
    start = write_digits(text + size - 1, limbs, a.count);
    if (a.count == 0)
        *--start = '0';
    if (a.negative)
        *--start = '-';
    return start;
}
