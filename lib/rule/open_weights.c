/* SPDX-License-Identifier: Apache-2.0 */
/* Weighted combinations of parts of which a weight is open or irrational. */

#include <string.h>

#include "rule/rule_combine.h"

/* The parts taken together. */
struct taken {
    struct fzzf__value sum;     /* of weight * value */
    struct fzzf__value weights; /* their sum */
    fzzf__num least, greatest;  /* of the values */
    bool any;
};

static void add(struct fzzf__run *run, struct fzzf__value *sum,
                const struct fzzf__value *value)
{
    sum->lo = fzzf__num_add(run->arena, sum->lo, value->lo);
    sum->hi = fzzf__num_add(run->arena, sum->hi, value->hi);
    sum->lo_open |= value->lo_open;
    sum->hi_open |= value->hi_open;
}

static void may_fail(struct fzzf__run *run, const struct fzzf__op *op,
                     enum fzzf__why_code code, struct fzzf__value *out)
{
    out->may_fail = true;
    out->why.code = code;
    out->why.text = run->system->nodes[op->node].id;
}

/* The values that the mean @by can meet: none at or below 0 for a geometric
 * one, no 0 for a harmonic one. False: this one cannot be met at all. */
static bool can_meet(struct fzzf__run *run, const struct fzzf__op *op, int by,
                     struct fzzf__value *value, struct fzzf__value *out)
{
    const int lo = fzzf__num_sign(value->lo), hi = fzzf__num_sign(value->hi);

    if (by == FZZF__BY_MEAN || lo > 0)
        return true;
    if (by == FZZF__BY_HARMONIC && lo < 0) {
        value->lo = FZZF__MINUS_INFINITY; /* signs mixed: anything comes out */
        value->hi = FZZF__PLUS_INFINITY;
        may_fail(run, op, FZZF__WHY_MEAN, out);
        return true;
    }
    may_fail(run, op, FZZF__WHY_MEAN, out);
    value->lo = FZZF__ZERO;
    return hi > 0;
}

static void take(struct fzzf__run *run, const struct fzzf__op *op,
                 const struct fzzf__member *member, struct taken *taken,
                 struct fzzf__value *out)
{
    struct fzzf__value value = member->value, exact, product;
    const struct fzzf__value *weight = member->open_weight;

    memset(&exact, 0, sizeof exact);
    memset(&product, 0, sizeof product);
    fzzf__give(&exact, member->weight);
    if (weight != NULL)
        exact = *weight;
    if (fzzf__num_sign(exact.lo) < 0) {
        may_fail(run, op, FZZF__WHY_MEAN, out);
        exact.lo = FZZF__ZERO;
        exact.lo_open = false;
    }
    add(run, &taken->weights, &exact);
    if (!can_meet(run, op, op->args[FZZF__COMBINE_BY].choice, &value, out))
        return;
    fzzf__multiply(run, &product, &value, &exact);
    add(run, &taken->sum, &product);
    taken->least = taken->any
                       ? fzzf__num_min(run->arena, taken->least, value.lo)
                       : value.lo;
    taken->greatest = taken->any
                          ? fzzf__num_max(run->arena, taken->greatest, value.hi)
                          : value.hi;
    taken->any = true;
}

/* The quotient, where the mean is one, within the least and the greatest. */
static void give_range(struct fzzf__run *run, int by, const struct taken *taken,
                       struct fzzf__value *out)
{
    struct fzzf__value inverse, quotient;

    memset(&quotient, 0, sizeof quotient);
    quotient.lo = FZZF__MINUS_INFINITY;
    quotient.hi = FZZF__PLUS_INFINITY;
    if (by == FZZF__BY_MEAN) {
        fzzf__invert(run, &inverse, &taken->weights);
        fzzf__multiply(run, &quotient, &taken->sum, &inverse);
    }
    out->lo = fzzf__num_max(run->arena, quotient.lo, taken->least);
    out->hi = fzzf__num_min(run->arena, quotient.hi, taken->greatest);
    if (by != FZZF__BY_MEAN)
        out->open |= fzzf__num_compare(run->arena, out->lo, out->hi) != 0;
}

void fzzf__combine_open(struct fzzf__run *run, const struct fzzf__op *op,
                        const struct fzzf__members *members,
                        struct fzzf__value *out)
{
    const struct fzzf__outcome *node = &run->nodes[op->node];
    const int by = op->args[FZZF__COMBINE_BY].choice;
    struct taken taken;

    memset(&taken, 0, sizeof taken);
    taken.sum.lo = taken.sum.hi = FZZF__ZERO;
    taken.weights.lo = taken.weights.hi = FZZF__ZERO;
    for (size_t i = 0; i < members->count; i++) {
        if (!members->items[i].counts)
            continue;
        fzzf__depend(out, &members->items[i].value);
        take(run, op, &members->items[i], &taken, out);
    }
    if (!taken.any || (fzzf__num_sign(taken.weights.lo) == 0 &&
                       fzzf__num_sign(taken.weights.hi) == 0)) {
        fzzf__give_why(out, FZZF__NO_VALUE,
                       taken.any ? FZZF__WHY_DIVISION : FZZF__WHY_MEAN,
                       run->system->nodes[op->node].id);
        return;
    }
    if (fzzf__holds_zero(&taken.weights))
        may_fail(run, op, FZZF__WHY_DIVISION, out);
    give_range(run, by, &taken, out);
    out->full_known = node->points_known;
    out->full = node->points_known ? node->points : FZZF__ZERO;
    if (run->explain)
        fzzf__cause_add(run->arena, &out->causes, FZZF__CAUSE_COMBINE,
                        fzzf__num_sub(run->arena, out->lo, out->full),
                        fzzf__num_sub(run->arena, out->hi, out->full));
}
