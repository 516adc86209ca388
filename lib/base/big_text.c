/* SPDX-License-Identifier: Apache-2.0 */
/* Big integers: from and to decimal digits, nine at a time. */

#include "base/big.h"

#include <string.h>

/* Numbers of more digits are halved before they are written; the powers of ten
 * in between, each the square of the one before, reach any number. */
#define LEAST  144
#define LEVELS 24

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

/* The same of @a, with zeros before it up to @width digits. */
static char *write_padded(fzzf__arena *arena, char *end, fzzf__bigint a,
                          size_t width)
{
    uint32_t *limbs = fzzf__arena_alloc(arena, (a.count + 1) * sizeof *limbs);
    char *start = end;

    if (limbs == NULL)
        return end;
    if (a.count > 0)
        memcpy(limbs, a.limbs, a.count * sizeof *limbs);
    start = write_digits(end, limbs, a.count);
    while ((size_t)(end - start) < width)
        *--start = '0';
    return start;
}

/* The same in two halves, of @powers[@level - 1] the lower; @width 0: as many
 * digits as there are. */
static char *write_halves(fzzf__arena *arena, char *end, fzzf__bigint a,
                          const fzzf__bigint *powers, size_t level,
                          size_t width)
{
    const size_t lower = level == 0 ? 0 : (size_t)LEAST << (level - 1);
    fzzf__bigint high, rest;

    if (arena->spoiled != FZZF_OK)
        return end; /* the powers may be anything */
    if (level == 0)
        return write_padded(arena, end, a, width);
    high = fzzf__big_div(arena, a, powers[level - 1], &rest);
    if (width == 0 && high.count == 0)
        return write_halves(arena, end, a, powers, level - 1, 0);
    end = write_halves(arena, end, rest, powers, level - 1, lower);
    return write_halves(arena, end, high, powers, level - 1,
                        width == 0 ? 0 : width - lower);
}

static char *write_number(fzzf__arena *arena, char *end, fzzf__bigint a)
{
    fzzf__bigint powers[LEVELS];
    size_t level = 0;

    if (a.count > LEAST / CHUNK) {
        powers[level++] =
            fzzf__big_pow(arena, fzzf__big_from_wide(arena, 10), LEAST);
        for (; level < LEVELS && powers[level - 1].count * 2 <= a.count + 1;
             level++)
            powers[level] =
                fzzf__big_mul(arena, powers[level - 1], powers[level - 1]);
    }
    return write_halves(arena, end, a, powers, level, 0);
}

char *fzzf__big_text(fzzf__arena *arena, fzzf__bigint a)
{
    /* A limb has less than 10 digits; a sign, a lone zero and the end. */
    const size_t size = a.count * 10 + 3;
    char *text = fzzf__arena_alloc(arena, size);
    fzzf__arena temp;
    char *start;

    if (text == NULL)
        return NULL;
    fzzf__arena_init(&temp);
    start = write_number(&temp, text + size - 1, a);
    if (a.count == 0)
        *--start = '0';
    if (a.negative)
        *--start = '-';
    if (temp.spoiled != FZZF_OK)
        arena->spoiled = temp.spoiled;
    fzzf__arena_free(&temp);
    return arena->spoiled == FZZF_OK ? start : NULL;
}
