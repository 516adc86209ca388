/* SPDX-License-Identifier: Apache-2.0 */
/* Geometric and harmonic means, and the median, of the members that count. */

#include "rule/root.h"
#include "rule/rule_combine.h"
#include "rule/sort.h"

/* The members that count, bonus aside, one end of each. */
static size_t ends(const struct fzzf__members *members, bool high,
                   fzzf__num *out)
{
    size_t count = 0;

    for (size_t i = 0; i < members->count; i++)
        if (members->items[i].counts && !members->items[i].bonus)
            out[count++] =
                high ? members->items[i].value.hi : members->items[i].value.lo;
    return count;
}

static fzzf__num lcm_step(struct fzzf__run *run, fzzf__num unit,
                          fzzf__num weight)
{
    /* Doubling the unit until weight * unit is whole would not end for all;
     * the denominator of weight * unit always does it in one step. */
    fzzf__num scaled = fzzf__num_mul(run->arena, weight, unit);

    if (scaled.big != NULL)
        return fzzf__num_int(1000000); /* refused below */
    return fzzf__num_mul(run->arena, unit, fzzf__num_int(scaled.d));
}

/* Whole-number weights of the members that count; their sum, -1: not usable. */
static int64_t whole_weights(struct fzzf__run *run,
                             const struct fzzf__members *members,
                             int64_t *whole)
{
    fzzf__num unit = FZZF__ONE;
    int64_t sum = 0;
    size_t count = 0;

    for (size_t i = 0; i < members->count; i++)
        if (members->items[i].counts && !members->items[i].bonus)
            unit = lcm_step(run, unit, members->items[i].weight);
    for (size_t i = 0; i < members->count; i++) {
        const struct fzzf__member *member = &members->items[i];

        if (!member->counts || member->bonus)
            continue;
        if (!member->weight_known ||
            !fzzf__num_to_int64(fzzf__num_mul(run->arena, member->weight, unit),
                                &whole[count]) ||
            whole[count] < 0 || whole[count] > 1000)
            return -1;
        sum += whole[count++];
    }
    return sum <= 1000 ? sum : -1;
}

static void no_mean(struct fzzf__run *run, const struct fzzf__op *op,
                    struct fzzf__value *out)
{
    fzzf__give_why(out, FZZF__NO_VALUE, FZZF__WHY_MEAN,
                   run->system->nodes[op->node].id);
}

/* Perhaps it has no value: some part may be zero or less. */
static void may_fail(struct fzzf__run *run, const struct fzzf__op *op,
                     struct fzzf__value *out)
{
    out->may_fail = true;
    out->why.code = FZZF__WHY_MEAN;
    out->why.text = run->system->nodes[op->node].id;
}

void fzzf__combine_geometric(struct fzzf__run *run, const struct fzzf__op *op,
                             const struct fzzf__members *members,
                             fzzf__num *numbers, struct fzzf__value *out)
{
    int64_t *whole =
        fzzf__arena_alloc(run->arena, (members->count + 1) * sizeof *whole);
    struct fzzf__value product = *out, flags;
    int64_t sum;

    if (whole == NULL)
        return;
    sum = whole_weights(run, members, whole);
    if (sum == 0) {
        no_mean(run, op, out);
        return;
    }
    if (sum < 0) {
        fzzf__give_why(out, FZZF__NOT_COMPUTABLE, FZZF__WHY_UNPUBLISHED,
                       run->system->nodes[op->node].id);
        return;
    }
    for (int high = 0; high < 2; high++) {
        const size_t count = ends(members, high, numbers);
        fzzf__num *end = high ? &product.hi : &product.lo;

        *end = FZZF__ONE;
        for (size_t i = 0; i < count; i++) {
            if (fzzf__num_sign(numbers[i]) <= 0 && whole[i] > 0) {
                if (high) {
                    no_mean(run, op, out);
                    return;
                }
                may_fail(run, op, out);
                numbers[i] = FZZF__ZERO;
            }
            *end = fzzf__num_mul(
                run->arena, *end,
                fzzf__num_pow(run->arena, numbers[i], (int)whole[i]));
        }
    }
    flags = *out;
    fzzf__give_root(run, op, &product, (int)sum, out);
    fzzf__depend(out, &flags);
}

/* Adds weight / value, as an interval; false: there is no harmonic mean. */
static bool add_inverse(struct fzzf__run *run, const struct fzzf__op *op,
                        const struct fzzf__member *m, struct fzzf__value *sum,
                        struct fzzf__value *out)
{
    struct fzzf__value inverse;

    if (!m->weight_known) {
        fzzf__give_why(out, FZZF__NOT_COMPUTABLE, FZZF__WHY_UNPUBLISHED,
                       run->system->nodes[op->node].id);
        return false;
    }
    if (fzzf__num_sign(m->value.lo) == 0 && fzzf__num_sign(m->value.hi) == 0) {
        no_mean(run, op, out);
        return false;
    }
    if (fzzf__holds_zero(&m->value))
        may_fail(run, op, out);
    fzzf__invert(run, &inverse, &m->value);
    sum->lo_open |= inverse.lo_open;
    sum->hi_open |= inverse.hi_open;
    sum->lo = fzzf__num_add(run->arena, sum->lo,
                            fzzf__num_mul(run->arena, m->weight, inverse.lo));
    sum->hi = fzzf__num_add(run->arena, sum->hi,
                            fzzf__num_mul(run->arena, m->weight, inverse.hi));
    return true;
}

void fzzf__combine_harmonic(struct fzzf__run *run, const struct fzzf__op *op,
                            const struct fzzf__members *members,
                            struct fzzf__value *out)
{
    struct fzzf__value sum = {.lo = FZZF__ZERO, .hi = FZZF__ZERO}, inverse;
    fzzf__num weights = FZZF__ZERO;

    for (size_t i = 0; i < members->count; i++) {
        const struct fzzf__member *m = &members->items[i];

        if (!m->counts || m->bonus ||
            (m->weight_known && fzzf__num_sign(m->weight) == 0))
            continue;
        if (!add_inverse(run, op, m, &sum, out))
            return;
        weights = fzzf__num_add(run->arena, weights, m->weight);
    }
    if (fzzf__num_sign(weights) == 0 ||
        (fzzf__num_sign(sum.lo) == 0 && fzzf__num_sign(sum.hi) == 0)) {
        no_mean(run, op, out);
        return;
    }
    if (fzzf__holds_zero(&sum))
        may_fail(run, op, out);
    fzzf__invert(run, &inverse, &sum);
    out->lo = fzzf__num_mul(run->arena, weights, inverse.lo);
    out->hi = fzzf__num_mul(run->arena, weights, inverse.hi);
}

void fzzf__combine_median(struct fzzf__run *run,
                          const struct fzzf__members *members,
                          fzzf__num *numbers, struct fzzf__value *out)
{
    for (int high = 0; high < 2; high++) {
        const size_t count = ends(members, high, numbers);
        fzzf__num *end = high ? &out->hi : &out->lo;

        fzzf__sort_numbers(run->arena, numbers, count);
        *end = numbers[count / 2];
        if (count % 2 == 0)
            *end = fzzf__num_div(
                run->arena,
                fzzf__num_add(run->arena, *end, numbers[count / 2 - 1]),
                fzzf__num_int(2));
    }
}

/* Whether enough surely counts to drop two of it; false: it cannot. */
static bool can_trim(struct fzzf__run *run, const struct fzzf__op *op,
                     const struct fzzf__members *members, size_t count,
                     struct fzzf__value *out)
{
    const char *id = run->system->nodes[op->node].id;
    size_t sure = count;

    if (count < 3) {
        fzzf__give_why(out, FZZF__NO_VALUE, FZZF__WHY_COVERAGE, id);
        return false;
    }
    for (size_t i = 0; i < members->count; i++)
        sure -= members->items[i].perhaps;
    if (sure < 3) {
        out->may_fail = true;
        out->why.code = FZZF__WHY_COVERAGE;
        out->why.text = id;
    }
    return true;
}

void fzzf__combine_trimmed(struct fzzf__run *run, const struct fzzf__op *op,
                           const struct fzzf__members *members,
                           fzzf__num *numbers, struct fzzf__value *out)
{
    for (int high = 0; high < 2; high++) {
        const size_t count = ends(members, high, numbers);
        fzzf__num sum = FZZF__ZERO;

        if (!can_trim(run, op, members, count, out))
            return;
        fzzf__sort_numbers(run->arena, numbers, count);
        for (size_t i = 1; i + 1 < count; i++)
            sum = fzzf__num_add(run->arena, sum, numbers[i]);
        *(high ? &out->hi : &out->lo) =
            fzzf__num_div(run->arena, sum, fzzf__num_int((int64_t)count - 2));
    }
}
