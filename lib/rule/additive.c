/* SPDX-License-Identifier: Apache-2.0 */
/* Sums and weighted means, with what does not apply spread or rescaled. */

#include "rule/rule_combine.h"

/* What is being added up, at both ends. */
struct total {
    fzzf__num lo, hi;
    fzzf__num full;     /* weight or points of all that is not left out */
    fzzf__num rescaled; /* of it, what does not apply: rescaled */
    fzzf__num spread;   /* of it, what does not apply: spread */
    int64_t takers;     /* how many share what is spread */
};

static void add_cause(struct fzzf__run *run, struct fzzf__value *out,
                      const struct fzzf__member *member,
                      enum fzzf__cause_code code, fzzf__num low, fzzf__num high)
{
    struct fzzf__cause *cause;

    if (!run->explain ||
        (fzzf__num_sign(low) == 0 && fzzf__num_sign(high) == 0))
        return;
    cause = fzzf__cause_add(run->arena, &out->causes, code, low, high);
    if (cause != NULL) {
        cause->node = member->node;
        cause->label = member->label;
    }
}

static void add_bonus(struct fzzf__run *run, const struct fzzf__member *member,
                      struct fzzf__value *bonus)
{
    if (!member->counts)
        return;
    fzzf__depend(bonus, &member->value);
    fzzf__num_add_ends(run->arena, &bonus->lo, &bonus->hi, member->value.lo,
                       member->value.hi);
    add_cause(run, bonus, member,
              fzzf__num_sign(member->value.hi) > 0 ? FZZF__CAUSE_CHILD_GAIN
                                                   : FZZF__CAUSE_CHILD,
              member->value.lo, member->value.hi);
}

/* Where a member that does not count goes. */
static void drop(struct fzzf__run *run, const struct fzzf__member *member,
                 fzzf__num share, struct total *total)
{
    if (member->treatment == FZZF__NA_LEAVE_OUT)
        return;
    total->full = fzzf__num_add(run->arena, total->full, share);
    if (member->treatment == FZZF__NA_SPREAD)
        total->spread = fzzf__num_add(run->arena, total->spread, share);
    else
        total->rescaled = fzzf__num_add(run->arena, total->rescaled, share);
}

static void note_way(struct fzzf__run *run, struct fzzf__value *out,
                     enum fzzf__cause_code code, fzzf__num low, fzzf__num high,
                     const fzzf__num *arg)
{
    struct fzzf__cause *cause;

    if (!run->explain ||
        (fzzf__num_sign(low) == 0 && fzzf__num_sign(high) == 0))
        return;
    cause = fzzf__cause_add(run->arena, &out->causes, code, low, high);
    if (cause != NULL && arg != NULL)
        cause->args[0] = *arg;
}

static bool unknown_points(struct fzzf__run *run,
                           const struct fzzf__members *members,
                           struct fzzf__value *out)
{
    for (size_t i = 0; i < members->count; i++) {
        const struct fzzf__member *member = &members->items[i];

        if (!member->bonus && member->unpublished &&
            (member->counts || member->treatment != FZZF__NA_LEAVE_OUT)) {
            fzzf__give_why(out, FZZF__NOT_COMPUTABLE, FZZF__WHY_UNPUBLISHED,
                           run->system->nodes[member->node].id);
            return true;
        }
    }
    return false;
}

/* Each taker gets @share more full marks, at its own rate. */
static void spread_points(struct fzzf__run *run,
                          const struct fzzf__members *members,
                          struct total *total, struct fzzf__value *out)
{
    fzzf__num share, low = FZZF__ZERO, high = FZZF__ZERO;

    if (fzzf__num_sign(total->spread) == 0)
        return;
    if (total->takers == 0) {
        /* Nobody takes it: it is left out. */
        total->full = fzzf__num_sub(run->arena, total->full, total->spread);
        return;
    }
    share =
        fzzf__num_div(run->arena, total->spread, fzzf__num_int(total->takers));
    for (size_t i = 0; i < members->count; i++) {
        const struct fzzf__member *member = &members->items[i];
        fzzf__num factor;

        if (!member->scored || member->bonus ||
            fzzf__num_sign(member->points) <= 0)
            continue;
        factor = fzzf__num_div(run->arena, share, member->points);
        low =
            fzzf__num_add(run->arena, low,
                          fzzf__num_mul(run->arena, factor, member->value.lo));
        high =
            fzzf__num_add(run->arena, high,
                          fzzf__num_mul(run->arena, factor, member->value.hi));
    }
    total->lo = fzzf__num_add(run->arena, total->lo, low);
    total->hi = fzzf__num_add(run->arena, total->hi, high);
    note_way(run, out, FZZF__CAUSE_SPREAD,
             fzzf__num_sub(run->arena, low, total->spread),
             fzzf__num_sub(run->arena, high, total->spread), NULL);
}

static void rescale(struct fzzf__run *run, struct total *total,
                    struct fzzf__value *out)
{
    fzzf__num factor, low, high;
    const fzzf__num applies =
        fzzf__num_sub(run->arena, total->full, total->rescaled);

    if (fzzf__num_sign(total->rescaled) == 0)
        return;
    if (fzzf__num_sign(applies) <= 0) {
        total->full = applies; /* nothing is left to be rescaled */
        return;
    }
    factor = fzzf__num_div(run->arena, total->full, applies);
    low = fzzf__num_mul(run->arena, total->lo, factor);
    high = fzzf__num_mul(run->arena, total->hi, factor);
    note_way(
        run, out, FZZF__CAUSE_RESCALE,
        fzzf__num_sub(run->arena, fzzf__num_sub(run->arena, low, total->lo),
                      total->rescaled),
        fzzf__num_sub(run->arena, fzzf__num_sub(run->arena, high, total->hi),
                      total->rescaled),
        &factor);
    total->lo = low;
    total->hi = high;
}

bool fzzf__nothing_applies(struct fzzf__run *run, const struct fzzf__op *op,
                           const struct fzzf__members *members,
                           struct fzzf__value *out)
{
    enum fzzf__condition condition = FZZF__NOT_APPLICABLE;
    enum fzzf__why_code why = FZZF__WHY_NOTHING_APPLICABLE;

    if (members->blank) {
        condition = FZZF__NOT_COMPUTABLE;
        why = FZZF__WHY_NO_RULE;
    }
    for (size_t i = 0; i < members->count; i++) {
        if (members->items[i].scored)
            return false;
        if (members->items[i].value.condition == FZZF__NO_VALUE) {
            condition = FZZF__NO_VALUE; /* a part, as coverage allows */
            why = FZZF__WHY_COVERAGE;
        }
    }
    fzzf__give_why(out, condition, why, run->system->nodes[op->node].id);
    return true;
}

static void sum_parts(struct fzzf__run *run, const struct fzzf__op *op,
                      const struct fzzf__members *members,
                      struct fzzf__value *out)
{
    const struct fzzf__outcome *node = &run->nodes[op->node];

    out->full = node->points_known ? node->points : FZZF__ZERO;
    out->full_known = node->points_known;
    note_way(run, out, FZZF__CAUSE_START, fzzf__num_neg(run->arena, out->full),
             fzzf__num_neg(run->arena, out->full), NULL);
    for (size_t i = 0; i < members->count; i++) {
        const struct fzzf__member *member = &members->items[i];
        const struct fzzf__value *value = &member->value;
        struct fzzf__value exact = {.lo = member->weight, .hi = member->weight};
        struct fzzf__value product = {.lo = FZZF__ZERO, .hi = FZZF__ZERO};

        if (!member->counts)
            continue;
        fzzf__depend(out, value);
        fzzf__multiply(run, &product, value,
                       member->open_weight == NULL ? &exact
                                                   : member->open_weight);
        fzzf__num_add_ends(run->arena, &out->lo, &out->hi, product.lo,
                           product.hi);
        add_cause(run, out, member, FZZF__CAUSE_SUMMAND, product.lo,
                  product.hi);
    }
}

void fzzf__combine_sum(struct fzzf__run *run, const struct fzzf__op *op,
                       const struct fzzf__members *members,
                       struct fzzf__value *out, struct fzzf__value *bonus)
{
    struct total total = {FZZF__ZERO, FZZF__ZERO, FZZF__ZERO,
                          FZZF__ZERO, FZZF__ZERO, 0};

    if (members->parts) {
        sum_parts(run, op, members, out);
        return;
    }
    if (unknown_points(run, members, out))
        return;
    for (size_t i = 0; i < members->count; i++) {
        const struct fzzf__member *member = &members->items[i];

        if (member->bonus) {
            add_bonus(run, member, bonus);
        } else if (!member->counts) {
            drop(run, member, member->points, &total);
        } else {
            total.takers +=
                member->scored && fzzf__num_sign(member->points) > 0;
            total.full = fzzf__num_add(run->arena, total.full, member->points);
            fzzf__num_add_ends(run->arena, &total.lo, &total.hi,
                               member->value.lo, member->value.hi);
            fzzf__depend(out, &member->value);
            if (run->explain)
                add_cause(
                    run, out, member, FZZF__CAUSE_CHILD,
                    fzzf__num_sub(run->arena, member->value.lo, member->points),
                    fzzf__num_sub(run->arena, member->value.hi,
                                  member->points));
        }
    }
    spread_points(run, members, &total, out);
    rescale(run, &total, out);
    out->lo = total.lo;
    out->hi = total.hi;
    out->full = total.full;
    out->full_known = true;
}

/* Full marks that are not known for all are not told: the way begins at 0. */
static void forget_full(struct fzzf__run *run, struct fzzf__value *out)
{
    if (out->full_known)
        return;
    note_way(run, out, FZZF__CAUSE_START, out->full, out->full, NULL);
    out->full = FZZF__ZERO;
}

/* Full marks are known without weights only when all have the same. */
static bool same_points(struct fzzf__run *run,
                        const struct fzzf__members *members)
{
    const struct fzzf__member *first = NULL;

    for (size_t i = 0; i < members->count; i++) {
        const struct fzzf__member *member = &members->items[i];

        if (!member->counts || member->bonus)
            continue;
        first = first == NULL ? member : first;
        if (!member->points_known ||
            fzzf__num_compare(run->arena, first->points, member->points) != 0)
            return false;
    }
    return true;
}

/* Weights are not published: between the least and the greatest. */
void fzzf__combine_unweighted(struct fzzf__run *run,
                              const struct fzzf__members *members,
                              struct fzzf__value *out)
{
    bool any = false;

    for (size_t i = 0; i < members->count; i++) {
        const struct fzzf__member *member = &members->items[i];

        if (!member->counts || member->bonus)
            continue;
        fzzf__depend(out, &member->value);
        out->lo = any ? fzzf__num_min(run->arena, out->lo, member->value.lo)
                      : member->value.lo;
        out->hi = any ? fzzf__num_max(run->arena, out->hi, member->value.hi)
                      : member->value.hi;
        out->full = any ? fzzf__num_max(run->arena, out->full, member->points)
                        : member->points;
        any = true;
    }
    out->open = true;
    out->full_known = same_points(run, members);
    note_way(run, out, FZZF__CAUSE_COMBINE,
             fzzf__num_sub(run->arena, out->lo, out->full),
             fzzf__num_sub(run->arena, out->hi, out->full), NULL);
    forget_full(run, out);
}

bool fzzf__weights_known(const struct fzzf__members *members)
{
    bool spread_known = true;
    bool taken = false;

    for (size_t i = 0; i < members->count; i++) {
        const struct fzzf__member *member = &members->items[i];

        if (member->bonus)
            continue;
        taken = taken || member->scored;
        if (member->weight_known)
            continue;
        if (member->counts)
            return false;
        if (member->treatment == FZZF__NA_SPREAD)
            spread_known = false;
    }
    /* What nobody takes drops, so it need not be known. */
    return spread_known || !taken;
}

void fzzf__share_weights(struct fzzf__run *run, struct fzzf__members *members)
{
    fzzf__num spread = FZZF__ZERO;
    int64_t takers = 0;

    for (size_t i = 0; i < members->count; i++) {
        const struct fzzf__member *member = &members->items[i];

        if (member->bonus)
            continue;
        takers += member->scored;
        if (!member->counts && member->treatment == FZZF__NA_SPREAD)
            spread = fzzf__num_add(run->arena, spread, member->weight);
    }
    if (takers == 0 || fzzf__num_sign(spread) == 0)
        return;
    spread = fzzf__num_div(run->arena, spread, fzzf__num_int(takers));
    for (size_t i = 0; i < members->count; i++)
        if (members->items[i].scored && !members->items[i].bonus)
            members->items[i].weight =
                fzzf__num_add(run->arena, members->items[i].weight, spread);
}

static fzzf__num sum_weights(struct fzzf__run *run,
                             const struct fzzf__members *members)
{
    fzzf__num sum = FZZF__ZERO;

    for (size_t i = 0; i < members->count; i++)
        if (members->items[i].counts && !members->items[i].bonus)
            sum = fzzf__num_add(run->arena, sum, members->items[i].weight);
    return sum;
}

static void mean_member(struct fzzf__run *run,
                        const struct fzzf__member *member, fzzf__num part,
                        struct fzzf__value *out)
{
    fzzf__depend(out, &member->value);
    out->lo = fzzf__num_add(run->arena, out->lo,
                            fzzf__num_mul(run->arena, part, member->value.lo));
    out->hi = fzzf__num_add(run->arena, out->hi,
                            fzzf__num_mul(run->arena, part, member->value.hi));
    out->full = fzzf__num_add(run->arena, out->full,
                              fzzf__num_mul(run->arena, part, member->points));
    add_cause(run, out, member,
              member->node == 0 ? FZZF__CAUSE_PART : FZZF__CAUSE_CHILD,
              fzzf__num_mul(
                  run->arena, part,
                  fzzf__num_sub(run->arena, member->value.lo, member->points)),
              fzzf__num_mul(
                  run->arena, part,
                  fzzf__num_sub(run->arena, member->value.hi, member->points)));
}

bool fzzf__any_counts(const struct fzzf__members *members)
{
    for (size_t i = 0; i < members->count; i++)
        if (members->items[i].counts && !members->items[i].bonus)
            return true;
    return false;
}

void fzzf__combine_mean(struct fzzf__run *run, const struct fzzf__op *op,
                        struct fzzf__members *members, struct fzzf__value *out,
                        struct fzzf__value *bonus)
{
    fzzf__num sum;

    for (size_t i = 0; i < members->count; i++)
        if (members->items[i].bonus)
            add_bonus(run, &members->items[i], bonus);
    if (!fzzf__any_counts(members))
        return; /* only a bonus has a score */
    if (!fzzf__weights_known(members)) {
        if (members->parts)
            fzzf__combine_open(run, op, members, out);
        else
            fzzf__combine_unweighted(run, members, out);
        return;
    }
    fzzf__share_weights(run, members);
    sum = sum_weights(run, members);
    if (fzzf__num_sign(sum) <= 0) {
        fzzf__give_why(out, FZZF__NO_VALUE, FZZF__WHY_DIVISION,
                       run->system->nodes[op->node].id);
        return;
    }
    out->full_known = true;
    for (size_t i = 0; i < members->count; i++) {
        const struct fzzf__member *member = &members->items[i];

        if (!member->counts || member->bonus)
            continue;
        out->full_known &= member->points_known;
        mean_member(run, member, fzzf__num_div(run->arena, member->weight, sum),
                    out);
    }
    forget_full(run, out);
}
