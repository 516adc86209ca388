/* SPDX-License-Identifier: Apache-2.0 */
/* Exact numbers: powers and enclosed roots. */

#include "base/num_inner.h"

/* Digits of what a root is taken of beyond those of the number itself. */
#define MOST_WORK 131072

fzzf__num fzzf__num_pow(fzzf__arena *arena, fzzf__num a, int exponent)
{
    unsigned rest = (unsigned)exponent;
    fzzf__num power = FZZF__ONE;

    if (exponent < 0) {
        rest = 0 - rest;
        a = fzzf__num_div(arena, FZZF__ONE, a);
    }
    while (rest > 0 && arena->spoiled == FZZF_OK) {
        if (rest % 2 == 1)
            power = fzzf__num_mul(arena, power, a);
        rest /= 2;
        if (rest > 0)
            a = fzzf__num_mul(arena, a, a);
    }
    return arena->spoiled == FZZF_OK ? power : FZZF__ZERO;
}

/* True when @a is a @k-th power of *root. */
static bool whole_root(fzzf__arena *temp, fzzf__bigint a, unsigned k,
                       fzzf__bigint *root)
{
    *root = fzzf__big_root(temp, a, k);
    return fzzf__big_compare(fzzf__big_pow(temp, *root, k), a) == 0;
}

static bool rational_root(fzzf__arena *arena, fzzf__num a, unsigned k,
                          fzzf__num *root)
{
    fzzf__arena temp;
    struct fzzf__view x;
    fzzf__bigint n, d = fzzf__big_made(NULL, 0, false);
    bool found;

    fzzf__arena_init(&temp);
    fzzf__num_look(&x, a);
    found = whole_root(&temp, x.n, k, &n) && whole_root(&temp, x.d, k, &d);
    if (found || temp.spoiled != FZZF_OK)
        *root = fzzf__num_close(arena, &temp, n, d);
    else
        fzzf__arena_free(&temp);
    return found;
}

/* The integer part of the root of a * 10^(digits * k). */
static fzzf__bigint scaled_root(fzzf__arena *temp, fzzf__num a, unsigned k,
                                size_t digits)
{
    struct fzzf__view x;
    fzzf__bigint scaled;

    fzzf__num_look(&x, a);
    scaled = fzzf__big_mul(temp, x.n, fzzf__big_power_of_ten(temp, digits * k));
    return fzzf__big_root(temp, fzzf__big_div(temp, scaled, x.d, NULL), k);
}

static void enclose(fzzf__arena *arena, fzzf__num a, unsigned k, int digits,
                    fzzf__num *lo, fzzf__num *hi)
{
    const fzzf__num unit = fzzf__num_pow(arena, fzzf__num_int(10), -digits);
    fzzf__arena temp;
    fzzf__bigint root;

    fzzf__arena_init(&temp);
    root = scaled_root(&temp, a, k, (size_t)digits);
    *lo = fzzf__num_close_reducing(
        arena, &temp, root, fzzf__big_power_of_ten(&temp, (size_t)digits));
    *hi = fzzf__num_add(arena, *lo, unit);
}

bool fzzf__num_root(fzzf__arena *arena, fzzf__num a, int k, int digits,
                    fzzf__num *lo, fzzf__num *hi)
{
    bool rational = true;

    *lo = a;
    if (fzzf__num_is_finite(a) && a.n != 0)
        rational = rational_root(arena, a, (unsigned)k, lo);
    *hi = *lo;
    if (rational || arena->spoiled != FZZF_OK)
        return rational;
    if ((size_t)digits > MOST_WORK / (size_t)k)
        arena->spoiled = FZZF_E_LIMIT;
    else
        enclose(arena, a, (unsigned)k, digits, lo, hi);
    if (arena->spoiled != FZZF_OK)
        *lo = *hi = FZZF__ZERO;
    return false;
}
