/* SPDX-License-Identifier: Apache-2.0 */
/* Exact numbers: arithmetic and order, for those that fit in 64 bits. */

#include "base/num.h"

#include "base/num_inner.h"

static fzzf__num small(int64_t n, int64_t d)
{
    return (fzzf__num){n, d, NULL};
}

static bool both_small(fzzf__num a, fzzf__num b)
{
    return a.big == NULL && b.big == NULL;
}

static bool both_finite(fzzf__num a, fzzf__num b)
{
    return a.d != 0 && b.d != 0;
}

static bool both_whole(fzzf__num a, fzzf__num b)
{
    return a.d == 1 && b.d == 1 && both_small(a, b);
}

/* Infinity with the sign of @sign, or zero. */
static fzzf__num infinite(int sign)
{
    return sign == 0 ? FZZF__ZERO : small(sign, 0);
}

fzzf__num fzzf__num_int(int64_t value)
{
    return small(value, 1);
}

fzzf__num fzzf__num_ratio(fzzf__arena *arena, int64_t n, int64_t d)
{
    if (d == 0)
        return FZZF__ZERO;
    return fzzf__num_reduced(arena, d < 0 ? -(fzzf__wide)n : n,
                             fzzf__size64(d));
}

fzzf__num fzzf__num_neg(fzzf__arena *arena, fzzf__num a)
{
    if (a.big != NULL || a.n == INT64_MIN)
        return fzzf__num_big_neg(arena, a);
    return small(-a.n, a.d);
}

fzzf__num fzzf__num_abs(fzzf__arena *arena, fzzf__num a)
{
    return a.n < 0 ? fzzf__num_neg(arena, a) : a;
}

/* Division is slow where 1 is likely. */
static int64_t without(int64_t value, int64_t factor)
{
    return factor == 1 ? value : value / factor;
}

static int64_t common_factor(int64_t n, int64_t d)
{
    return d == 1 ? 1 : (int64_t)fzzf__gcd(fzzf__size64(n), (uint64_t)d);
}

/* The slow steps take pointers, which spares copies. */
static fzzf__num add_alike(fzzf__arena *arena, const fzzf__num *a,
                           const fzzf__num *b)
{
    int64_t sum, common;

    if (__builtin_add_overflow(a->n, b->n, &sum))
        return fzzf__num_reduced(arena, (fzzf__wide)a->n + b->n,
                                 (uint64_t)a->d);
    common = common_factor(sum, a->d);
    return small(without(sum, common), without(a->d, common));
}

/* Knuth, volume 2, 4.5.1: gcds of the small parts instead of one of all. */
static fzzf__num add_unlike(fzzf__arena *arena, const fzzf__num *a,
                            const fzzf__num *b)
{
    const int64_t common = common_factor(a->d, b->d);
    const int64_t a_rest = without(a->d, common);
    const int64_t b_rest = without(b->d, common);
    const fzzf__wide n = (fzzf__wide)a->n * b_rest + (fzzf__wide)b->n * a_rest;
    int64_t excess = 1;

    if (common > 1)
        excess = common_factor((int64_t)(n % common), common);
    return fzzf__num_from_wide(arena, excess == 1 ? n : n / excess,
                               (fzzf__wide)a_rest * without(b->d, excess));
}

static fzzf__num add(fzzf__arena *arena, const fzzf__num *a, const fzzf__num *b)
{
    if (!both_finite(*a, *b)) {
        if (a->d != 0)
            return *b;
        return b->d == 0 && a->n != b->n ? FZZF__ZERO : *a;
    }
    if (!both_small(*a, *b))
        return fzzf__num_big_add(arena, *a, *b);
    return a->d == b->d ? add_alike(arena, a, b) : add_unlike(arena, a, b);
}

fzzf__num fzzf__num_add(fzzf__arena *arena, fzzf__num a, fzzf__num b)
{
    int64_t sum;

    if (both_whole(a, b) && !__builtin_add_overflow(a.n, b.n, &sum))
        return small(sum, 1);
    if (both_small(a, b) && (a.n == 0 || b.n == 0))
        return a.n == 0 ? b : a;
    return add(arena, &a, &b);
}

fzzf__num fzzf__num_sub(fzzf__arena *arena, fzzf__num a, fzzf__num b)
{
    int64_t difference;

    if (both_whole(a, b) && !__builtin_sub_overflow(a.n, b.n, &difference))
        return small(difference, 1);
    b = fzzf__num_neg(arena, b);
    return add(arena, &a, &b);
}

void fzzf__num_add_ends(fzzf__arena *arena, fzzf__num *lo, fzzf__num *hi,
                        fzzf__num low, fzzf__num high)
{
    const bool one = fzzf__num_alike(*lo, *hi) && fzzf__num_alike(low, high);

    *lo = fzzf__num_add(arena, *lo, low);
    *hi = one ? *lo : fzzf__num_add(arena, *hi, high);
}

static fzzf__num mul(fzzf__arena *arena, const fzzf__num *a, const fzzf__num *b)
{
    int64_t one, other;

    if (!both_finite(*a, *b))
        return infinite(fzzf__num_sign(*a) * fzzf__num_sign(*b));
    if (!both_small(*a, *b))
        return fzzf__num_big_mul(arena, *a, *b);
    one = common_factor(a->n, b->d);
    other = common_factor(b->n, a->d);
    return fzzf__num_from_wide(
        arena, (fzzf__wide)without(a->n, one) * without(b->n, other),
        (fzzf__wide)without(a->d, other) * without(b->d, one));
}

fzzf__num fzzf__num_mul(fzzf__arena *arena, fzzf__num a, fzzf__num b)
{
    int64_t product;

    if (both_whole(a, b) && !__builtin_mul_overflow(a.n, b.n, &product))
        return small(product, 1);
    if (both_small(a, b) && (a.n == a.d || b.n == b.d))
        return a.n == a.d ? b : a; /* times 1 */
    return mul(arena, &a, &b);
}

fzzf__num fzzf__num_div(fzzf__arena *arena, fzzf__num a, fzzf__num b)
{
    if (b.n == 0 || b.d == 0)
        return FZZF__ZERO;
    if (a.d == 0)
        return infinite(fzzf__num_sign(a) * fzzf__num_sign(b));
    if (!both_small(a, b) || b.n == INT64_MIN)
        return fzzf__num_big_div(arena, a, b);
    return fzzf__num_mul(arena, a,
                         b.n < 0 ? small(-b.d, -b.n) : small(b.d, b.n));
}

int fzzf__num_compare(fzzf__arena *arena, fzzf__num a, fzzf__num b)
{
    (void)arena; /* no size of number needs it */
    if (both_small(a, b)) {
        fzzf__wide left, right;

        if (a.d == b.d)
            return (a.n > b.n) - (a.n < b.n);
        left = (fzzf__wide)a.n * b.d;
        right = (fzzf__wide)b.n * a.d;
        return (left > right) - (left < right);
    }
    if (a.d == 0)
        return fzzf__num_sign(a);
    if (b.d == 0)
        return -fzzf__num_sign(b);
    return fzzf__num_big_compare(a, b);
}

bool fzzf__num_equal(fzzf__num a, fzzf__num b)
{
    if (both_small(a, b) || a.d == 0 || b.d == 0)
        return fzzf__num_compare(NULL, a, b) == 0;
    return fzzf__num_big_equal(a, b);
}

int fzzf__num_sign(fzzf__num a)
{
    return (a.n > 0) - (a.n < 0);
}

bool fzzf__num_is_finite(fzzf__num a)
{
    return a.d != 0;
}

bool fzzf__num_is_integer(fzzf__num a)
{
    return a.big == NULL ? a.d == 1 : fzzf__big_is_one(a.big->d);
}

bool fzzf__num_to_int64(fzzf__num a, int64_t *out)
{
    if (a.big != NULL || a.d != 1)
        return false;
    *out = a.n;
    return true;
}

fzzf__num fzzf__num_min(fzzf__arena *arena, fzzf__num a, fzzf__num b)
{
    return fzzf__num_compare(arena, b, a) < 0 ? b : a;
}

fzzf__num fzzf__num_max(fzzf__arena *arena, fzzf__num a, fzzf__num b)
{
    return fzzf__num_compare(arena, b, a) > 0 ? b : a;
}
