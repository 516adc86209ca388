/* SPDX-License-Identifier: Apache-2.0 */
/* Big integers: division (Knuth, volume 2, 4.3.1, algorithm D). */

#include "base/big.h"

#define BASE ((uint64_t)1 << 32)

/* Shifts up by less than 32 bits, in place too; returns what fell out. */
static uint32_t shift_up(uint32_t *to, const uint32_t *from, size_t count,
                         unsigned bits)
{
    uint64_t carry = 0;
    size_t i;

    for (i = 0; i < count; i++) {
        carry |= (uint64_t)from[i] << bits;
        to[i] = (uint32_t)carry;
        carry >>= 32;
    }
    return (uint32_t)carry;
}

static void shift_down(uint32_t *limbs, size_t count, unsigned bits)
{
    uint64_t carry = 0;

    while (count-- > 0) {
        carry = carry << 32 | limbs[count];
        limbs[count] = (uint32_t)(carry >> bits);
    }
}

/* D3: the next digit from the leading limbs, at most one too large. */
static uint64_t estimate(const uint32_t *u, const uint32_t *v, size_t n)
{
    const uint64_t top = (uint64_t)u[n] << 32 | u[n - 1];
    uint64_t digit = top / v[n - 1];
    uint64_t rest = top % v[n - 1];

    while (digit >= BASE || digit * v[n - 2] > (rest << 32 | u[n - 2])) {
        digit--;
        rest += v[n - 1];
        if (rest >= BASE)
            break;
    }
    return digit;
}

/* D4: u -= digit * v; true when the digit was one too large. */
static bool subtract(uint32_t *u, const uint32_t *v, size_t n, uint64_t digit)
{
    uint64_t carry = 0, borrow = 0;
    uint64_t limb;
    size_t i;

    for (i = 0; i < n; i++) {
        carry += digit * v[i];
        limb = u[i] - (carry & (BASE - 1)) - borrow;
        u[i] = (uint32_t)limb;
        borrow = limb >> 63;
        carry >>= 32;
    }
    limb = u[n] - carry - borrow;
    u[n] = (uint32_t)limb;
    return limb >> 63;
}

/* D6: takes the excess back. */
static void add_back(uint32_t *u, const uint32_t *v, size_t n)
{
    uint64_t carry = 0;
    size_t i;

    for (i = 0; i < n; i++) {
        carry += (uint64_t)u[i] + v[i];
        u[i] = (uint32_t)carry;
        carry >>= 32;
    }
    u[n] += (uint32_t)carry;
}

/*
 * Divides @u of m + n + 1 limbs by @v of n > 1, whose highest bit is set. The
 * remainder stays in @u; @q, of m + 1 limbs, may be NULL.
 */
static void divide(uint32_t *q, uint32_t *u, const uint32_t *v, size_t m,
                   size_t n)
{
    size_t j;

    for (j = m + 1; j-- > 0;) {
        uint64_t digit = estimate(u + j, v, n);

        if (subtract(u + j, v, n, digit)) {
            digit--;
            add_back(u + j, v, n);
        }
        if (q != NULL)
            q[j] = (uint32_t)digit;
    }
}

static uint32_t divide_by_limb(uint32_t *q, const uint32_t *u, size_t count,
                               uint32_t v)
{
    uint64_t rest = 0;

    while (count-- > 0) {
        rest = rest << 32 | u[count];
        q[count] = (uint32_t)(rest / v);
        rest %= v;
    }
    return (uint32_t)rest;
}

void fzzf__limbs_mod(uint32_t *u, size_t *u_count, const uint32_t *v,
                     size_t v_count, uint32_t *scratch)
{
    const unsigned bits = (unsigned)__builtin_clz(v[v_count - 1]);

    shift_up(scratch, v, v_count, bits);
    u[*u_count] = shift_up(u, u, *u_count, bits);
    divide(NULL, u, scratch, *u_count - v_count, v_count);
    shift_down(u, v_count, bits);
    *u_count = v_count;
    while (*u_count > 0 && u[*u_count - 1] == 0)
        --*u_count;
}

/* For |a| >= |b| and more than one limb in @b. */
static fzzf__bigint divide_long(fzzf__arena *arena, fzzf__bigint a,
                                fzzf__bigint b, fzzf__bigint *r)
{
    const unsigned bits = (unsigned)__builtin_clz(b.limbs[b.count - 1]);
    const size_t m = a.count - b.count;
    uint32_t *q = fzzf__arena_alloc(arena, (m + 1) * sizeof *q);
    uint32_t *u = fzzf__arena_alloc(arena, (a.count + 1) * sizeof *u);
    uint32_t *v = fzzf__arena_alloc(arena, b.count * sizeof *v);

    *r = fzzf__big_made(NULL, 0, false);
    if (q == NULL || u == NULL || v == NULL)
        return *r;
    shift_up(v, b.limbs, b.count, bits);
    u[a.count] = shift_up(u, a.limbs, a.count, bits);
    divide(q, u, v, m, b.count);
    shift_down(u, b.count, bits);
    *r = fzzf__big_made(u, b.count, a.negative);
    return fzzf__big_made(q, m + 1, a.negative != b.negative);
}

static fzzf__bigint divide_short(fzzf__arena *arena, fzzf__bigint a,
                                 fzzf__bigint b, fzzf__bigint *r)
{
    uint32_t *limbs = fzzf__arena_alloc(arena, (a.count + 1) * sizeof *limbs);

    *r = fzzf__big_made(NULL, 0, false);
    if (limbs == NULL)
        return *r;
    limbs[a.count] = divide_by_limb(limbs, a.limbs, a.count, b.limbs[0]);
    *r = fzzf__big_made(limbs + a.count, 1, a.negative);
    return fzzf__big_made(limbs, a.count, a.negative != b.negative);
}

fzzf__bigint fzzf__big_div(fzzf__arena *arena, fzzf__bigint a, fzzf__bigint b,
                           fzzf__bigint *r)
{
    fzzf__bigint unwanted;

    if (r == NULL)
        r = &unwanted;
    *r = fzzf__big_made(NULL, 0, false);
    if (b.count == 0)
        return *r;
    if (a.count < b.count) {
        *r = a;
        return fzzf__big_made(NULL, 0, false);
    }
    if (b.count == 1)
        return divide_short(arena, a, b, r);
    return divide_long(arena, a, b, r);
}
