/* SPDX-License-Identifier: Apache-2.0 */
/* Exact numbers: arithmetic on those that do not fit in 64 bits. */

#include "base/num_inner.h"

#include <string.h>

static fzzf__num spoil(fzzf__arena *arena, fzzf_status status)
{
    if (arena->spoiled == FZZF_OK)
        arena->spoiled = status;
    return FZZF__ZERO;
}

static fzzf__bigint view_int(uint32_t *limbs, int64_t value)
{
    const uint64_t size = fzzf__size64(value);

    limbs[0] = (uint32_t)size;
    limbs[1] = (uint32_t)(size >> 32);
    return fzzf__big_made(limbs, 2, value < 0);
}

void fzzf__num_look(struct fzzf__view *view, fzzf__num a)
{
    if (a.big != NULL) {
        view->n = a.big->n;
        view->d = a.big->d;
    } else {
        view->n = view_int(view->memory, a.n);
        view->d = view_int(view->memory + 2, a.d);
    }
}

static fzzf__bigint copy(uint32_t *limbs, fzzf__bigint a)
{
    memcpy(limbs, a.limbs, a.count * sizeof *limbs);
    return fzzf__big_made(limbs, a.count, a.negative);
}

static fzzf__num make_big(fzzf__arena *arena, fzzf__bigint n, fzzf__bigint d)
{
    struct fzzf__big *big = fzzf__arena_alloc(arena, sizeof *big);
    uint32_t *limbs =
        fzzf__arena_alloc(arena, (n.count + d.count) * sizeof *limbs);

    if (big == NULL || limbs == NULL)
        return FZZF__ZERO;
    big->n = copy(limbs, n);
    big->d = copy(limbs + n.count, d);
    return (fzzf__num){n.negative ? -1 : 1, 1, big};
}

static fzzf__num make(fzzf__arena *arena, fzzf__bigint n, fzzf__bigint d)
{
    fzzf__wide small_n, small_d;

    if (fzzf__big_bits(n) <= 64 && fzzf__big_bits(d) <= 63 &&
        fzzf__big_to_wide(n, &small_n) && fzzf__big_to_wide(d, &small_d) &&
        small_n == (int64_t)small_n)
        return (fzzf__num){(int64_t)small_n, (int64_t)small_d, NULL};
    if (fzzf__big_bits(n) > FZZF__NUM_MAX_BITS ||
        fzzf__big_bits(d) > FZZF__NUM_MAX_BITS)
        return spoil(arena, FZZF_E_LIMIT);
    return make_big(arena, n, d);
}

fzzf__num fzzf__num_close(fzzf__arena *arena, fzzf__arena *temp, fzzf__bigint n,
                          fzzf__bigint d)
{
    const fzzf__num made = temp->spoiled == FZZF_OK
                               ? make(arena, n, d)
                               : spoil(arena, temp->spoiled);

    fzzf__arena_free(temp);
    return made;
}

fzzf__num fzzf__num_close_reducing(fzzf__arena *arena, fzzf__arena *temp,
                                   fzzf__bigint n, fzzf__bigint d)
{
    const fzzf__bigint common = fzzf__big_gcd(temp, n, d);

    return fzzf__num_close(arena, temp, fzzf__big_div(temp, n, common, NULL),
                           fzzf__big_div(temp, d, common, NULL));
}

fzzf__num fzzf__num_from_wide(fzzf__arena *arena, fzzf__wide n, fzzf__wide d)
{
    fzzf__arena temp;

    if (n == (int64_t)n && d == (int64_t)d)
        return (fzzf__num){(int64_t)n, (int64_t)d, NULL};
    fzzf__arena_init(&temp);
    return fzzf__num_close(arena, &temp, fzzf__big_from_wide(&temp, n),
                           fzzf__big_from_wide(&temp, d));
}

fzzf__num fzzf__num_reduced(fzzf__arena *arena, fzzf__wide n, uint64_t d)
{
    const uint64_t common = fzzf__gcd((uint64_t)(fzzf__size128(n) % d), d);

    return fzzf__num_from_wide(arena, n / (fzzf__wide)common,
                               (fzzf__wide)(d / common));
}

fzzf__num fzzf__num_copy(fzzf__arena *to, fzzf__num a)
{
    return a.big == NULL ? a : make_big(to, a.big->n, a.big->d);
}

fzzf__num fzzf__num_big_neg(fzzf__arena *arena, fzzf__num a)
{
    struct fzzf__view x;

    fzzf__num_look(&x, a);
    return make(arena, fzzf__big_neg(x.n), x.d);
}

/* The same steps as for small ones; see add_small() in num.c. */
fzzf__num fzzf__num_big_add(fzzf__arena *arena, fzzf__num a, fzzf__num b)
{
    fzzf__arena temp;
    struct fzzf__view x, y;
    fzzf__bigint common, x_rest, y_rest, n, excess;

    fzzf__arena_init(&temp);
    fzzf__num_look(&x, a);
    fzzf__num_look(&y, b);
    common = fzzf__big_gcd(&temp, x.d, y.d);
    x_rest = fzzf__big_div(&temp, x.d, common, NULL);
    y_rest = fzzf__big_div(&temp, y.d, common, NULL);
    n = fzzf__big_add(&temp, fzzf__big_mul(&temp, x.n, y_rest),
                      fzzf__big_mul(&temp, y.n, x_rest));
    excess = fzzf__big_gcd(&temp, n, common);
    n = fzzf__big_div(&temp, n, excess, NULL);
    y.d = fzzf__big_div(&temp, y.d, excess, NULL);
    return fzzf__num_close(arena, &temp, n, fzzf__big_mul(&temp, x_rest, y.d));
}

/* (n1/d1) * (n2/d2); gcds across leave nothing to reduce afterwards. */
static fzzf__num multiply(fzzf__arena *arena, fzzf__arena *temp,
                          struct fzzf__view *x, struct fzzf__view *y)
{
    const fzzf__bigint one = fzzf__big_gcd(temp, x->n, y->d);
    const fzzf__bigint other = fzzf__big_gcd(temp, y->n, x->d);

    x->n = fzzf__big_div(temp, x->n, one, NULL);
    y->d = fzzf__big_div(temp, y->d, one, NULL);
    y->n = fzzf__big_div(temp, y->n, other, NULL);
    x->d = fzzf__big_div(temp, x->d, other, NULL);
    return fzzf__num_close(arena, temp, fzzf__big_mul(temp, x->n, y->n),
                           fzzf__big_mul(temp, x->d, y->d));
}

fzzf__num fzzf__num_big_mul(fzzf__arena *arena, fzzf__num a, fzzf__num b)
{
    fzzf__arena temp;
    struct fzzf__view x, y;

    fzzf__arena_init(&temp);
    fzzf__num_look(&x, a);
    fzzf__num_look(&y, b);
    return multiply(arena, &temp, &x, &y);
}

fzzf__num fzzf__num_big_div(fzzf__arena *arena, fzzf__num a, fzzf__num b)
{
    fzzf__arena temp;
    struct fzzf__view x, y;
    fzzf__bigint divisor;

    fzzf__arena_init(&temp);
    fzzf__num_look(&x, a);
    fzzf__num_look(&y, b);
    divisor = y.n;
    y.n = divisor.negative ? fzzf__big_neg(y.d) : y.d;
    y.d = divisor.negative ? fzzf__big_neg(divisor) : divisor;
    return multiply(arena, &temp, &x, &y);
}

static bool same(fzzf__bigint a, fzzf__bigint b)
{
    return a.count == b.count && a.negative == b.negative &&
           (a.count == 0 || a.limbs == b.limbs ||
            memcmp(a.limbs, b.limbs, a.count * sizeof *a.limbs) == 0);
}

/* Both are in lowest terms: equal ones look the same. */
bool fzzf__num_big_equal(fzzf__num a, fzzf__num b)
{
    struct fzzf__view x, y;

    fzzf__num_look(&x, a);
    fzzf__num_look(&y, b);
    return same(x.n, y.n) && same(x.d, y.d);
}

int fzzf__num_big_compare(fzzf__num a, fzzf__num b)
{
    const int sign = fzzf__num_sign(a);
    struct fzzf__view x, y;

    if (sign != fzzf__num_sign(b))
        return sign < fzzf__num_sign(b) ? -1 : 1;
    if (fzzf__num_big_equal(a, b))
        return 0;
    fzzf__num_look(&x, a);
    fzzf__num_look(&y, b);
    return sign * fzzf__big_compare_products(x.n, y.d, y.n, x.d);
}
