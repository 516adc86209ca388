/* SPDX-License-Identifier: Apache-2.0 */
/* Big integers: the greatest common divisor (Lehmer's method). */

#include "base/big.h"

#include <string.h>

#define COFACTOR_MAX INT32_MAX

/* Euclid's algorithm between x and y, x >= y, in memory of their own. */
struct euclid {
    uint32_t *x, *y, *scratch;
    size_t x_count, y_count;
};

/* Several steps of Euclid's in one: x, y become ax + by, cx + dy. */
struct cofactors {
    int64_t a, b, c, d;
};

static size_t trimmed(const uint32_t *limbs, size_t count)
{
    while (count > 0 && limbs[count - 1] == 0)
        count--;
    return count;
}

/* Bits @low to @low + 61 of a number. */
static int64_t window(const uint32_t *limbs, size_t count, size_t low)
{
    const size_t first = low / 32;
    fzzf__uwide bits = 0;
    size_t i;

    for (i = first + 3; i-- > first;)
        bits = bits << 32 | (i < count ? limbs[i] : 0);
    return (int64_t)(bits >> low % 32 & (((fzzf__uwide)1 << 62) - 1));
}

/* The steps that the highest 62 bits of x and y already determine. */
static struct cofactors plan_steps(const struct euclid *e)
{
    const size_t bits = fzzf__big_bits((fzzf__bigint){e->x, e->x_count, false});
    int64_t x = window(e->x, e->x_count, bits - 62);
    int64_t y = window(e->y, e->y_count, bits - 62);
    struct cofactors f = {1, 0, 0, 1};

    while (y + f.c > 0 && y + f.d > 0) {
        const int64_t q = (x + f.a) / (y + f.c);
        struct cofactors g = {f.c, f.d, 0, 0};
        const int64_t rest = x - q * y;

        if (q != (x + f.b) / (y + f.d) || q > COFACTOR_MAX)
            break;
        g.c = f.a - q * f.c;
        g.d = f.b - q * f.d;
        if (g.c > COFACTOR_MAX || g.c < -COFACTOR_MAX || g.d > COFACTOR_MAX ||
            g.d < -COFACTOR_MAX)
            break;
        f = g;
        x = y;
        y = rest;
    }
    return f;
}

/* Factors are below 2^31 and of opposite signs, so that sums fit in int64. */
static void take_steps(struct euclid *e, const struct cofactors *f)
{
    int64_t x_carry = 0, y_carry = 0;
    size_t i;

    for (i = 0; i < e->x_count; i++) {
        const int64_t x = e->x[i];
        const int64_t y = i < e->y_count ? e->y[i] : 0;

        x_carry += f->a * x + f->b * y;
        y_carry += f->c * x + f->d * y;
        e->x[i] = (uint32_t)x_carry;
        e->y[i] = (uint32_t)y_carry;
        x_carry >>= 32;
        y_carry >>= 32;
    }
    e->y_count = trimmed(e->y, e->x_count);
    e->x_count = trimmed(e->x, e->x_count);
}

/* One step by division: x, y become y, x mod y. */
static void divide_step(struct euclid *e)
{
    const struct euclid old = *e;

    fzzf__limbs_mod(e->x, &e->x_count, e->y, e->y_count, e->scratch);
    e->y = old.x;
    e->y_count = e->x_count;
    e->x = old.y;
    e->x_count = old.y_count;
}

/* The last steps, with a @y of at most two limbs. */
static fzzf__bigint finish(fzzf__arena *arena, fzzf__bigint x, fzzf__bigint y)
{
    fzzf__wide divisor = 0;
    fzzf__uwide rest = 0;
    size_t i;

    if (y.count == 0 || !fzzf__big_to_wide(y, &divisor))
        return x;
    for (i = x.count; i-- > 0;)
        rest = (rest << 32 | x.limbs[i]) % (fzzf__uwide)divisor;
    return fzzf__big_from_wide(
        arena, (fzzf__wide)fzzf__gcd((uint64_t)divisor, (uint64_t)rest));
}

/* For |a| >= |b| and more than two limbs in @b. */
static fzzf__bigint reduce(fzzf__arena *arena, fzzf__bigint a, fzzf__bigint b)
{
    const size_t room = a.count + 1;
    uint32_t *memory = fzzf__arena_alloc(arena, 3 * room * sizeof *memory);
    struct euclid e = {memory, NULL, NULL, a.count, b.count};

    if (memory == NULL)
        return fzzf__big_made(NULL, 0, false);
    e.y = memory + room;
    e.scratch = memory + 2 * room;
    memcpy(e.x, a.limbs, a.count * sizeof *memory);
    memcpy(e.y, b.limbs, b.count * sizeof *memory);
    while (e.y_count > 2) {
        const struct cofactors f = plan_steps(&e);

        if (f.b == 0)
            divide_step(&e);
        else
            take_steps(&e, &f);
    }
    return finish(arena, fzzf__big_made(e.x, e.x_count, false),
                  fzzf__big_made(e.y, e.y_count, false));
}

fzzf__bigint fzzf__big_gcd(fzzf__arena *arena, fzzf__bigint a, fzzf__bigint b)
{
    a.negative = b.negative = false;
    if (fzzf__big_compare(a, b) < 0) {
        const fzzf__bigint smaller = a;

        a = b;
        b = smaller;
    }
    return b.count > 2 ? reduce(arena, a, b) : finish(arena, a, b);
}
