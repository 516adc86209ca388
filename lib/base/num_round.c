/* SPDX-License-Identifier: Apache-2.0 */
/* Exact numbers: the only place where anything is rounded. */

#include "base/num_inner.h"

const int64_t fzzf__powers_of_ten[FZZF__SMALL_PLACES + 1] = {
    1,
    10,
    100,
    1000,
    10000,
    100000,
    1000000,
    10000000,
    100000000,
    1000000000,
    10000000000,
    100000000000,
    1000000000000,
    10000000000000,
    100000000000000,
    1000000000000000,
    10000000000000000,
    100000000000000000,
    1000000000000000000};

fzzf__bigint fzzf__big_power_of_ten(fzzf__arena *arena, size_t places)
{
    return fzzf__big_pow(arena, fzzf__big_from_wide(arena, 10),
                         (unsigned)places);
}

/*
 * Whether a truncated quotient goes one further from zero. @half: how twice
 * the remainder compares with the divisor; @odd: the quotient's last bit.
 */
static bool goes_further(fzzf_rounding mode, int half, bool odd)
{
    switch (mode) {
    case FZZF_ROUND_HALF_UP:
        return half >= 0;
    case FZZF_ROUND_HALF_EVEN:
        return half > 0 || (half == 0 && odd);
    case FZZF_ROUND_DOWN:
        return false;
    }
    return false;
}

bool fzzf__num_scale_small(fzzf__num a, int places, fzzf_rounding mode,
                           fzzf__wide *out)
{
    fzzf__wide scaled, quotient;
    fzzf__uwide twice;
    int half;

    if (a.big != NULL || a.d == 0 || places > FZZF__SMALL_PLACES)
        return false;
    scaled = (fzzf__wide)a.n * fzzf__powers_of_ten[places];
    quotient = a.d == 1 ? scaled : scaled / a.d;
    twice = 2 * fzzf__size128(scaled - quotient * a.d);
    half = (twice > (fzzf__uwide)a.d) - (twice < (fzzf__uwide)a.d);
    if (goes_further(mode, half, quotient % 2 != 0))
        quotient += a.n < 0 ? -1 : 1;
    *out = quotient;
    return true;
}

fzzf__bigint fzzf__num_scale(fzzf__arena *temp, fzzf__num a, int places,
                             fzzf_rounding mode)
{
    const fzzf__bigint power = fzzf__big_power_of_ten(temp, (size_t)places);
    fzzf__bigint quotient, rest, twice;
    struct fzzf__view x;
    bool odd;

    fzzf__num_look(&x, a);
    quotient = fzzf__big_div(temp, fzzf__big_mul(temp, x.n, power), x.d, &rest);
    odd = quotient.count > 0 && quotient.limbs[0] % 2 != 0;
    rest.negative = false;
    twice = fzzf__big_shift_up(temp, rest, 1);
    if (goes_further(mode, fzzf__big_compare(twice, x.d), odd))
        quotient = fzzf__big_add(temp, quotient,
                                 fzzf__big_from_wide(temp, a.n < 0 ? -1 : 1));
    return quotient;
}

/* The integer below a (@above: not below), when that is not a itself. */
static fzzf__num to_whole(fzzf__arena *arena, fzzf__num a, bool above)
{
    fzzf__arena temp;
    struct fzzf__view x;
    fzzf__bigint whole, rest;

    fzzf__arena_init(&temp);
    fzzf__num_look(&x, a);
    whole = fzzf__big_div(&temp, x.n, x.d, &rest);
    if (rest.count > 0 && rest.negative != above)
        whole = fzzf__big_add(&temp, whole,
                              fzzf__big_from_wide(&temp, above ? 1 : -1));
    return fzzf__num_close(arena, &temp, whole, fzzf__big_from_wide(&temp, 1));
}

fzzf__num fzzf__num_floor(fzzf__arena *arena, fzzf__num a)
{
    if (a.big != NULL)
        return to_whole(arena, a, false);
    if (a.d <= 1)
        return a;
    return fzzf__num_int(a.n / a.d - (a.n < 0));
}

fzzf__num fzzf__num_ceil(fzzf__arena *arena, fzzf__num a)
{
    if (a.big != NULL)
        return to_whole(arena, a, true);
    if (a.d <= 1)
        return a;
    return fzzf__num_int(a.n / a.d + (a.n > 0));
}

fzzf__num fzzf__num_round(fzzf__arena *arena, fzzf__num a, int places,
                          fzzf_rounding mode)
{
    fzzf__arena temp;
    fzzf__bigint scaled;
    fzzf__wide quotient;

    if (a.big == NULL && a.d <= 1)
        return a;
    if (fzzf__num_scale_small(a, places, mode, &quotient))
        return fzzf__num_reduced(arena, quotient,
                                 (uint64_t)fzzf__powers_of_ten[places]);
    fzzf__arena_init(&temp);
    scaled = fzzf__num_scale(&temp, a, places, mode);
    return fzzf__num_close_reducing(
        arena, &temp, scaled, fzzf__big_power_of_ten(&temp, (size_t)places));
}
