/* SPDX-License-Identifier: Apache-2.0 */
/* Sums over the occurrences of a series. */

#include "rule/series.h"

fzzf__num fzzf__series_sum(fzzf__arena *arena, const fzzf__num *series,
                           size_t count, fzzf__num n)
{
    fzzf__num sum = FZZF__ZERO;
    int64_t whole;
    fzzf__num rest;

    for (size_t i = 0; i + 1 < count; i++) {
        if (fzzf__num_is_finite(n) && fzzf__num_to_int64(n, &whole) &&
            (uint64_t)whole <= i)
            return sum;
        sum = fzzf__num_add(arena, sum, series[i]);
    }
    rest = fzzf__num_sub(arena, n, fzzf__num_int((int64_t)count - 1));
    if (fzzf__num_sign(rest) <= 0)
        return sum;
    return fzzf__num_add(arena, sum,
                         fzzf__num_mul(arena, rest, series[count - 1]));
}

void fzzf__series_range(fzzf__arena *arena, const fzzf__num *series,
                        size_t count, const struct fzzf__value *n,
                        fzzf__num *least, fzzf__num *most)
{
    fzzf__num at = fzzf__num_floor(arena, n->lo);
    const fzzf__num last = fzzf__num_floor(arena, n->hi);

    *least = *most = fzzf__series_sum(arena, series, count, at);
    /* Beyond the series the sum is a straight line: its ends are enough. */
    for (size_t i = 0; i <= count; i++) {
        fzzf__num sum;

        if (fzzf__num_compare(arena, at, last) >= 0)
            break;
        at = i == count ? last : fzzf__num_add(arena, at, FZZF__ONE);
        sum = fzzf__series_sum(arena, series, count, at);
        *least = fzzf__num_min(arena, *least, sum);
        *most = fzzf__num_max(arena, *most, sum);
    }
}
