/* SPDX-License-Identifier: Apache-2.0 */
/* Big integers: products and powers. */

#include "base/big.h"

fzzf__bigint fzzf__big_mul(fzzf__arena *arena, fzzf__bigint a, fzzf__bigint b)
{
    const size_t count = a.count + b.count;
    uint32_t *limbs = NULL;
    size_t i, j;

    if (a.count > 0 && b.count > 0)
        limbs = fzzf__arena_alloc(arena, count * sizeof *limbs);
    for (i = 0; limbs != NULL && i < a.count; i++) {
        uint64_t carry = 0;

        for (j = 0; j < b.count; j++) {
            carry += (uint64_t)a.limbs[i] * b.limbs[j] + limbs[i + j];
            limbs[i + j] = (uint32_t)carry;
            carry >>= 32;
        }
        limbs[i + j] = (uint32_t)carry;
    }
    return fzzf__big_made(limbs, count, a.negative != b.negative);
}

fzzf__bigint fzzf__big_pow(fzzf__arena *arena, fzzf__bigint a,
                           unsigned exponent)
{
    fzzf__bigint power = fzzf__big_from_wide(arena, 1);

    while (exponent > 0 && arena->spoiled == FZZF_OK) {
        if (exponent % 2 == 1)
            power = fzzf__big_mul(arena, power, a);
        exponent /= 2;
        if (exponent > 0)
            a = fzzf__big_mul(arena, a, a);
    }
    return power;
}

/* Adds to @sum the products of limbs whose places add up to @column. */
static fzzf__uwide add_column(fzzf__uwide sum, fzzf__bigint a, fzzf__bigint b,
                              size_t column)
{
    size_t i = column < b.count ? 0 : column - b.count + 1;

    for (; i < a.count && i <= column; i++)
        sum += (uint64_t)a.limbs[i] * b.limbs[column - i];
    return sum;
}

/* The limbs of both products appear one by one, the lowest first. */
static int compare_columns(fzzf__bigint a, fzzf__bigint b, fzzf__bigint c,
                           fzzf__bigint d)
{
    const size_t left = a.count + b.count, right = c.count + d.count;
    const size_t count = left > right ? left : right;
    fzzf__uwide one = 0, other = 0;
    int order = 0;
    size_t i;

    for (i = 0; i < count; i++) {
        one = add_column(one, a, b, i);
        other = add_column(other, c, d, i);
        if ((uint32_t)one != (uint32_t)other)
            order = (uint32_t)one < (uint32_t)other ? -1 : 1;
        one >>= 32;
        other >>= 32;
    }
    return order;
}

#define HEAD_BITS 62

/* The first bits of @a, which is from head to head + 1 times 2^@dropped. */
static fzzf__uwide head_of(fzzf__bigint a, size_t *dropped)
{
    const size_t bits = fzzf__big_bits(a);
    fzzf__uwide head = 0;

    *dropped = bits > HEAD_BITS ? bits - HEAD_BITS : 0;
    for (size_t i = a.count; i > *dropped / 32; i--) {
        const size_t place = (i - 1) * 32;

        if (place >= *dropped)
            head += (fzzf__uwide)a.limbs[i - 1] << (place - *dropped);
        else
            head += (fzzf__uwide)a.limbs[i - 1] >> (*dropped - place);
    }
    return head;
}

/* As compare_columns(), from the first bits alone; 0 when they leave it open.
 * The products differ by a bit in length at most. */
static int compare_heads(fzzf__bigint a, fzzf__bigint b, fzzf__bigint c,
                         fzzf__bigint d)
{
    size_t a_dropped, b_dropped, c_dropped, d_dropped, left, right, most;
    const fzzf__uwide x = head_of(a, &a_dropped), y = head_of(b, &b_dropped);
    const fzzf__uwide u = head_of(c, &c_dropped), v = head_of(d, &d_dropped);

    left = a_dropped + b_dropped;
    right = c_dropped + d_dropped;
    most = left < right ? left : right;
    left -= most;
    right -= most;
    if ((x * y) << left > ((u + 1) * (v + 1)) << right)
        return 1;
    if ((u * v) << right > ((x + 1) * (y + 1)) << left)
        return -1;
    return 0;
}

int fzzf__big_compare_products(fzzf__bigint a, fzzf__bigint b, fzzf__bigint c,
                               fzzf__bigint d)
{
    /* A product has as many bits as its factors together, or one less. */
    const size_t left = fzzf__big_bits(a) + fzzf__big_bits(b);
    const size_t right = fzzf__big_bits(c) + fzzf__big_bits(d);
    const bool no_left = a.count == 0 || b.count == 0;
    const bool no_right = c.count == 0 || d.count == 0;
    int order;

    if (no_left || no_right)
        return (int)no_right - (int)no_left;
    if (left > right + 1)
        return 1;
    if (right > left + 1)
        return -1;
    order = compare_heads(a, b, c, d);
    return order != 0 ? order : compare_columns(a, b, c, d);
}
