/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_BASE_NUM_INNER_H
#define LIB_BASE_NUM_INNER_H

/*
 * What the num*.c files share. Functions of num.h try int64 and 128 bits first
 * and come here when these are too small: big operations work in an arena of
 * their own, so that only results stay behind in the caller's.
 *
 * A num with a big part has n = 1 or -1, its sign, and d = 1.
 */

#include "base/big.h"
#include "base/num.h"

/* Numerator and denominator as big integers; do not move it. */
struct fzzf__view {
    uint32_t memory[4];
    fzzf__bigint n, d;
};

/* @a is finite. */
void fzzf__num_look(struct fzzf__view *view, fzzf__num a);

/*
 * The number n/d in @arena; @temp, which n and d lie in, is released. close:
 * n/d is reduced already; close_reducing: it may not be. d > 0.
 */
fzzf__num fzzf__num_close(fzzf__arena *arena, fzzf__arena *temp, fzzf__bigint n,
                          fzzf__bigint d);
fzzf__num fzzf__num_close_reducing(fzzf__arena *arena, fzzf__arena *temp,
                                   fzzf__bigint n, fzzf__bigint d);

/* n/d of any size, reduced already; d > 0. */
fzzf__num fzzf__num_from_wide(fzzf__arena *arena, fzzf__wide n, fzzf__wide d);
/* The same, reduced here. */
fzzf__num fzzf__num_reduced(fzzf__arena *arena, fzzf__wide n, uint64_t d);

/* For finite numbers of any size. */
fzzf__num fzzf__num_big_neg(fzzf__arena *arena, fzzf__num a);
fzzf__num fzzf__num_big_add(fzzf__arena *arena, fzzf__num a, fzzf__num b);
fzzf__num fzzf__num_big_mul(fzzf__arena *arena, fzzf__num a, fzzf__num b);
fzzf__num fzzf__num_big_div(fzzf__arena *arena, fzzf__num a, fzzf__num b);
int fzzf__num_big_compare(fzzf__num a, fzzf__num b);
bool fzzf__num_big_equal(fzzf__num a, fzzf__num b);

/* 10 to the power of @places. */
#define FZZF__SMALL_PLACES 18
extern const int64_t fzzf__powers_of_ten[FZZF__SMALL_PLACES + 1];
fzzf__bigint fzzf__big_power_of_ten(fzzf__arena *arena, size_t places);

/*
 * The integer nearest to a * 10^places in the sense of @mode. small: false when
 * @a is big, infinite or has too many places.
 */
bool fzzf__num_scale_small(fzzf__num a, int places, fzzf_rounding mode,
                           fzzf__wide *out);
fzzf__bigint fzzf__num_scale(fzzf__arena *temp, fzzf__num a, int places,
                             fzzf_rounding mode);

#endif
