/* SPDX-License-Identifier: Apache-2.0 */
/* Big integers: making, comparing, adding and shifting them. */

#include "base/big.h"

#define LIMB_BITS 32

fzzf__bigint fzzf__big_made(const uint32_t *limbs, size_t count, bool negative)
{
    fzzf__bigint made = {limbs, limbs == NULL ? 0 : count, negative};

    while (made.count > 0 && limbs[made.count - 1] == 0)
        made.count--;
    made.negative = negative && made.count > 0;
    return made;
}

static uint32_t *new_limbs(fzzf__arena *arena, size_t count)
{
    return fzzf__arena_alloc(arena, count * sizeof(uint32_t));
}

fzzf__bigint fzzf__big_from_wide(fzzf__arena *arena, fzzf__wide value)
{
    fzzf__uwide rest = (fzzf__uwide)value;
    uint32_t *limbs = new_limbs(arena, 4);
    int i;

    if (value < 0)
        rest = 0 - rest;
    for (i = 0; limbs != NULL && i < 4; i++) {
        limbs[i] = (uint32_t)rest;
        rest >>= LIMB_BITS;
    }
    return fzzf__big_made(limbs, 4, value < 0);
}

bool fzzf__big_to_wide(fzzf__bigint a, fzzf__wide *out)
{
    fzzf__uwide size = 0;
    size_t i;

    if (fzzf__big_bits(a) > 127)
        return false;
    for (i = a.count; i-- > 0;)
        size = size << LIMB_BITS | a.limbs[i];
    *out = a.negative ? -(fzzf__wide)size : (fzzf__wide)size;
    return true;
}

size_t fzzf__big_bits(fzzf__bigint a)
{
    if (a.count == 0)
        return 0;
    return a.count * LIMB_BITS - (size_t)__builtin_clz(a.limbs[a.count - 1]);
}

static int compare_sizes(fzzf__bigint a, fzzf__bigint b)
{
    size_t i;

    if (a.count != b.count)
        return a.count < b.count ? -1 : 1;
    for (i = a.count; i-- > 0;)
        if (a.limbs[i] != b.limbs[i])
            return a.limbs[i] < b.limbs[i] ? -1 : 1;
    return 0;
}

int fzzf__big_compare(fzzf__bigint a, fzzf__bigint b)
{
    if (a.negative != b.negative)
        return a.negative ? -1 : 1;
    return a.negative ? compare_sizes(b, a) : compare_sizes(a, b);
}

bool fzzf__big_is_one(fzzf__bigint a)
{
    return a.count == 1 && a.limbs[0] == 1 && !a.negative;
}

fzzf__bigint fzzf__big_neg(fzzf__bigint a)
{
    a.negative = !a.negative && a.count > 0;
    return a;
}

/* |longer| + |shorter| with the sign of the first. */
static fzzf__bigint add_sizes(fzzf__arena *arena, fzzf__bigint longer,
                              fzzf__bigint shorter)
{
    uint32_t *limbs = new_limbs(arena, longer.count + 1);
    uint64_t carry = 0;
    size_t i;

    if (limbs == NULL)
        return fzzf__big_made(NULL, 0, false);
    for (i = 0; i < longer.count; i++) {
        carry += longer.limbs[i];
        if (i < shorter.count)
            carry += shorter.limbs[i];
        limbs[i] = (uint32_t)carry;
        carry >>= LIMB_BITS;
    }
    limbs[i] = (uint32_t)carry;
    return fzzf__big_made(limbs, longer.count + 1, longer.negative);
}

/* |larger| - |smaller| with the sign of the first. */
static fzzf__bigint subtract_sizes(fzzf__arena *arena, fzzf__bigint larger,
                                   fzzf__bigint smaller)
{
    uint32_t *limbs = new_limbs(arena, larger.count);
    uint64_t borrow = 0;
    size_t i;

    for (i = 0; limbs != NULL && i < larger.count; i++) {
        uint64_t limb = larger.limbs[i] - borrow;

        if (i < smaller.count)
            limb -= smaller.limbs[i];
        limbs[i] = (uint32_t)limb;
        borrow = limb >> 63;
    }
    return fzzf__big_made(limbs, larger.count, larger.negative);
}

fzzf__bigint fzzf__big_add(fzzf__arena *arena, fzzf__bigint a, fzzf__bigint b)
{
    const int order = compare_sizes(a, b);

    if (a.negative == b.negative)
        return order < 0 ? add_sizes(arena, b, a) : add_sizes(arena, a, b);
    return order < 0 ? subtract_sizes(arena, b, a)
                     : subtract_sizes(arena, a, b);
}

fzzf__bigint fzzf__big_sub(fzzf__arena *arena, fzzf__bigint a, fzzf__bigint b)
{
    return fzzf__big_add(arena, a, fzzf__big_neg(b));
}

fzzf__bigint fzzf__big_shift_up(fzzf__arena *arena, fzzf__bigint a, size_t bits)
{
    const size_t whole = bits / LIMB_BITS;
    const unsigned part = (unsigned)(bits % LIMB_BITS);
    const size_t count = a.count + whole + 1;
    uint32_t *limbs = a.count == 0 ? NULL : new_limbs(arena, count);
    size_t i;

    for (i = 0; limbs != NULL && i < a.count; i++) {
        const uint64_t moved = (uint64_t)a.limbs[i] << part;

        limbs[i + whole] |= (uint32_t)moved;
        limbs[i + whole + 1] = (uint32_t)(moved >> LIMB_BITS);
    }
    return fzzf__big_made(limbs, count, a.negative);
}

fzzf__bigint fzzf__big_shift_down(fzzf__arena *arena, fzzf__bigint a,
                                  size_t bits)
{
    const size_t whole = bits / LIMB_BITS;
    const unsigned part = (unsigned)(bits % LIMB_BITS);
    const size_t count = a.count > whole ? a.count - whole : 0;
    uint32_t *limbs = count == 0 ? NULL : new_limbs(arena, count);
    size_t i;

    for (i = 0; limbs != NULL && i < count; i++) {
        uint64_t pair = a.limbs[i + whole];

        if (i + 1 < count)
            pair |= (uint64_t)a.limbs[i + whole + 1] << LIMB_BITS;
        limbs[i] = (uint32_t)(pair >> part);
    }
    return fzzf__big_made(limbs, count, a.negative);
}
