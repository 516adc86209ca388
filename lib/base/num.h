/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_BASE_NUM_H
#define LIB_BASE_NUM_H

/*
 * Exact rational numbers, with two infinities for open intervals.
 *
 * A number that fits is a reduced fraction of two int64; one that does not is a
 * pair of big integers in an arena. Numbers are values: copy them freely while
 * the arena lives. Every function that may need memory takes the arena first
 * and spoils it instead of failing: FZZF_E_MEMORY when memory ran out,
 * FZZF_E_LIMIT when a numerator or denominator would pass FZZF__NUM_MAX_BITS.
 * A spoiled operation returns zero.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "fzzf/number.h"

#define FZZF__NUM_MAX_BITS 65536

struct fzzf__big;

typedef struct fzzf__num {
    int64_t n;                   /* numerator; +1 or -1 when d is 0 */
    int64_t d;                   /* denominator > 0, coprime; 0: infinite */
    const struct fzzf__big *big; /* when not NULL it is the number */
} fzzf__num;

#define FZZF__ZERO           ((fzzf__num){0, 1, NULL})
#define FZZF__ONE            ((fzzf__num){1, 1, NULL})
#define FZZF__PLUS_INFINITY  ((fzzf__num){1, 0, NULL})
#define FZZF__MINUS_INFINITY ((fzzf__num){-1, 0, NULL})

fzzf__num fzzf__num_int(int64_t value);
/* @d is not 0. */
fzzf__num fzzf__num_ratio(fzzf__arena *arena, int64_t n, int64_t d);

/*
 * Reads "-12.5", "3", "+0.25", and the fraction "24/19"; a final '%' divides by
 * 100. No exponent, no spaces, no locale. Returns 0 for any other form.
 */
int fzzf__num_parse(fzzf__arena *arena, const char *text, size_t length,
                    fzzf__num *out);

/* The number in the memory of another arena. */
fzzf__num fzzf__num_copy(fzzf__arena *to, fzzf__num a);

/* Whether both are surely one number; no test of equality, but as quick as can
 * be: what was made of one need not be made of the other. */
static inline bool fzzf__num_alike(fzzf__num a, fzzf__num b)
{
    return a.n == b.n && a.d == b.d && a.big == b.big;
}

fzzf__num fzzf__num_neg(fzzf__arena *arena, fzzf__num a);
fzzf__num fzzf__num_abs(fzzf__arena *arena, fzzf__num a);
/* Infinity plus its opposite, and zero times infinity, give zero: callers that
 * can meet them decide beforehand. */
fzzf__num fzzf__num_add(fzzf__arena *arena, fzzf__num a, fzzf__num b);
fzzf__num fzzf__num_sub(fzzf__arena *arena, fzzf__num a, fzzf__num b);
fzzf__num fzzf__num_mul(fzzf__arena *arena, fzzf__num a, fzzf__num b);
/* Adds to both ends of an interval; once where it is one number. */
void fzzf__num_add_ends(fzzf__arena *arena, fzzf__num *lo, fzzf__num *hi,
                        fzzf__num low, fzzf__num high);
/* @b is not 0; a finite number divided by an infinite one is 0. */
fzzf__num fzzf__num_div(fzzf__arena *arena, fzzf__num a, fzzf__num b);
/* @exponent may be negative when @a is not 0. */
fzzf__num fzzf__num_pow(fzzf__arena *arena, fzzf__num a, int exponent);

/* -1, 0, 1. Comparison never needs the arena of its operands. */
int fzzf__num_compare(fzzf__arena *arena, fzzf__num a, fzzf__num b);
/* Without the products of a comparison. */
bool fzzf__num_equal(fzzf__num a, fzzf__num b);
int fzzf__num_sign(fzzf__num a);
bool fzzf__num_is_finite(fzzf__num a);
bool fzzf__num_is_integer(fzzf__num a);
/* True and *out when the number is an integer that fits. */
bool fzzf__num_to_int64(fzzf__num a, int64_t *out);
fzzf__num fzzf__num_min(fzzf__arena *arena, fzzf__num a, fzzf__num b);
fzzf__num fzzf__num_max(fzzf__arena *arena, fzzf__num a, fzzf__num b);

fzzf__num fzzf__num_floor(fzzf__arena *arena, fzzf__num a);
fzzf__num fzzf__num_ceil(fzzf__arena *arena, fzzf__num a);
/* @places from 0 to 30. */
fzzf__num fzzf__num_round(fzzf__arena *arena, fzzf__num a, int places,
                          fzzf_rounding mode);

/*
 * Encloses the @k-th root (2 <= k <= 1000) of @a >= 0: *lo <= root <= *hi,
 * both decimals of @digits places, less than one unit apart; returns true, and
 * both the root itself, when it is rational.
 */
bool fzzf__num_root(fzzf__arena *arena, fzzf__num a, int k, int digits,
                    fzzf__num *lo, fzzf__num *hi);

/*
 * Text, zero-terminated, in the arena (NULL when spoiled).
 * exact: "3", "61.5" when the decimal ends within 30 places, else "88/3";
 *        "inf" and "-inf".
 * decimal: exactly @places places, rounded by @mode, "-0.00" never.
 */
char *fzzf__num_exact_text(fzzf__arena *arena, fzzf__num a);
char *fzzf__num_decimal_text(fzzf__arena *arena, fzzf__num a, int places,
                             fzzf_rounding mode);

#endif
