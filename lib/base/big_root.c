/* SPDX-License-Identifier: Apache-2.0 */
/* Big integers: the integer part of a root (Newton's method). */

#include "base/big.h"

#define SEARCHED_BITS 16

/* Roots of few bits, bit by bit. */
static fzzf__bigint search(fzzf__arena *arena, fzzf__bigint a, unsigned k)
{
    uint32_t root = 0;
    uint32_t bit;

    for (bit = 1u << (SEARCHED_BITS - 1); bit != 0; bit >>= 1) {
        const fzzf__bigint guess = fzzf__big_from_wide(arena, root | bit);

        /* (2^m)^k has mk + 1 bits: most guesses need no power. */
        if ((fzzf__big_bits(guess) - 1) * k >= fzzf__big_bits(a))
            continue;
        if (fzzf__big_compare(fzzf__big_pow(arena, guess, k), a) <= 0)
            root |= bit;
    }
    return fzzf__big_from_wide(arena, root);
}

/* ((k - 1) y + a / y^(k - 1)) / k */
static fzzf__bigint improve(fzzf__arena *arena, fzzf__bigint a, unsigned k,
                            fzzf__bigint y)
{
    const fzzf__bigint degree = fzzf__big_from_wide(arena, k);
    const fzzf__bigint less = fzzf__big_from_wide(arena, (fzzf__wide)k - 1);
    fzzf__bigint next =
        fzzf__big_div(arena, a, fzzf__big_pow(arena, y, k - 1), NULL);

    next = fzzf__big_add(arena, next, fzzf__big_mul(arena, less, y));
    return fzzf__big_div(arena, next, degree, NULL);
}

static size_t bits_of(unsigned value)
{
    size_t bits = 0;

    for (; value != 0; value >>= 1)
        bits++;
    return bits;
}

/*
 * The root of the leading half gives the leading half of the root, and a little
 * more than half makes Newton's steps converge at once. Taken one too large,
 * the guess falls with each step until it reaches the integer part.
 */
fzzf__bigint fzzf__big_root(fzzf__arena *arena, fzzf__bigint a, unsigned k)
{
    const size_t root_bits = (fzzf__big_bits(a) + k - 1) / k;
    const size_t known = root_bits / 2 + bits_of(k) / 2 + 1;
    fzzf__bigint root, next;
    size_t rest;

    if (root_bits <= SEARCHED_BITS || known >= root_bits)
        return search(arena, a, k);
    rest = root_bits - known;
    root = fzzf__big_root(arena, fzzf__big_shift_down(arena, a, rest * k), k);
    root = fzzf__big_add(arena, root, fzzf__big_from_wide(arena, 1));
    next = fzzf__big_shift_up(arena, root, rest);
    do {
        root = next;
        next = improve(arena, a, k, root);
    } while (fzzf__big_compare(next, root) < 0 && arena->spoiled == FZZF_OK);
    return root;
}
