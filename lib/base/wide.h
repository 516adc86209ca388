/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_BASE_WIDE_H
#define LIB_BASE_WIDE_H

/* Integers of 128 bits, which hold any product of two int64. */

#include <stdint.h>

__extension__ typedef __int128 fzzf__wide;
__extension__ typedef unsigned __int128 fzzf__uwide;

static inline uint64_t fzzf__size64(int64_t value)
{
    return value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
}

static inline fzzf__uwide fzzf__size128(fzzf__wide value)
{
    return value < 0 ? 0 - (fzzf__uwide)value : (fzzf__uwide)value;
}

/* The greatest common divisor; 0 only for two zeros. */
static inline uint64_t fzzf__gcd(uint64_t a, uint64_t b)
{
    int twos;

    if (a == 0 || b == 0)
        return a | b;
    twos = __builtin_ctzll(a | b);
    a >>= __builtin_ctzll(a);
    b >>= __builtin_ctzll(b);
    while (a != b) {
        /* Written so that compilers need no jump. */
        const uint64_t difference = a > b ? a - b : b - a;

        a = a < b ? a : b;
        b = difference >> __builtin_ctzll(difference);
    }
    return a << twos;
}

#endif
