/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_BASE_BIG_H
#define LIB_BASE_BIG_H

/*
 * Integers of any size, for the few numbers that outgrow num.h. They are
 * values whose limbs lie in an arena and never change. A function that needs
 * memory takes the arena first; when there is none it spoils it and returns
 * zero. Zero is safe to go on with: dividing by it gives zero.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/wide.h"

typedef struct fzzf__bigint {
    const uint32_t *limbs; /* lowest first; the last one is not 0 */
    size_t count;          /* 0: the number is zero */
    bool negative;         /* never with zero */
} fzzf__bigint;

/* The number behind a fzzf__num that does not fit: n/d, reduced, d > 0. */
struct fzzf__big {
    fzzf__bigint n, d;
};

/* big.c */
/* The integer of @limbs (NULL: zero), without its leading zeros. */
fzzf__bigint fzzf__big_made(const uint32_t *limbs, size_t count, bool negative);
fzzf__bigint fzzf__big_from_wide(fzzf__arena *arena, fzzf__wide value);
/* False when it needs more than 127 bits. */
bool fzzf__big_to_wide(fzzf__bigint a, fzzf__wide *out);
/* The bits of the absolute value, which is less than 2 to that power. */
size_t fzzf__big_bits(fzzf__bigint a);
int fzzf__big_compare(fzzf__bigint a, fzzf__bigint b);
bool fzzf__big_is_one(fzzf__bigint a);
fzzf__bigint fzzf__big_neg(fzzf__bigint a);
fzzf__bigint fzzf__big_add(fzzf__arena *arena, fzzf__bigint a, fzzf__bigint b);
fzzf__bigint fzzf__big_sub(fzzf__arena *arena, fzzf__bigint a, fzzf__bigint b);
/* Times 2 to the power of @bits, or divided by it (toward zero). */
fzzf__bigint fzzf__big_shift_up(fzzf__arena *arena, fzzf__bigint a,
                                size_t bits);
fzzf__bigint fzzf__big_shift_down(fzzf__arena *arena, fzzf__bigint a,
                                  size_t bits);

/* big_mul.c */
fzzf__bigint fzzf__big_mul(fzzf__arena *arena, fzzf__bigint a, fzzf__bigint b);
fzzf__bigint fzzf__big_pow(fzzf__arena *arena, fzzf__bigint a,
                           unsigned exponent);
/* Compares |a*b| with |c*d| without memory. */
int fzzf__big_compare_products(fzzf__bigint a, fzzf__bigint b, fzzf__bigint c,
                               fzzf__bigint d);

/* big_div.c */
/* a = q*b + r, q toward zero, r with the sign of @a; @r may be NULL. */
fzzf__bigint fzzf__big_div(fzzf__arena *arena, fzzf__bigint a, fzzf__bigint b,
                           fzzf__bigint *r);
/*
 * Replaces @u, of *u_count limbs and room for one more, by its remainder. @v
 * has at least 2 limbs and not more than @u; @scratch has room for v_count.
 */
void fzzf__limbs_mod(uint32_t *u, size_t *u_count, const uint32_t *v,
                     size_t v_count, uint32_t *scratch);

/* big_gcd.c: never negative; 0 only for two zeros. */
fzzf__bigint fzzf__big_gcd(fzzf__arena *arena, fzzf__bigint a, fzzf__bigint b);

/* big_root.c: the integer part of the @k-th root of @a >= 0, k > 0. */
fzzf__bigint fzzf__big_root(fzzf__arena *arena, fzzf__bigint a, unsigned k);

/* big_text.c */
/* Of nothing but @length digits. */
fzzf__bigint fzzf__big_parse(fzzf__arena *arena, const char *digits,
                             size_t length);
/* Decimal; NULL when the arena is spoiled. */
char *fzzf__big_text(fzzf__arena *arena, fzzf__bigint a);

#endif
