/* SPDX-License-Identifier: Apache-2.0 */
/* deduct and award: an item with a list of causes, each with its own amount. */

#include "rule/run.h"

enum { FROM, FLOOR, CAP };

/* Part of one end of the item: what is lost, what is gained, what is endless.
 */
struct end {
    fzzf__num losses, gains;
    size_t endless;  /* index of the first part without end; or NO_NAME */
    fzzf__num tamed; /* what that part comes to */
};

static void add_end(struct fzzf__run *run, struct end *end, fzzf__num amount,
                    size_t part)
{
    if (!fzzf__num_is_finite(amount)) {
        if (end->endless == FZZF__NO_NAME)
            end->endless = part;
    } else if (fzzf__num_sign(amount) < 0) {
        end->losses = fzzf__num_add(run->arena, end->losses, amount);
    } else {
        end->gains = fzzf__num_add(run->arena, end->gains, amount);
    }
}

/* The causes of @part with endless amounts at one end replaced by @amount. */
static void tame(struct fzzf__cause *causes, bool high, fzzf__num amount)
{
    for (; causes != NULL; causes = causes->next) {
        fzzf__num *end = high ? &causes->high : &causes->low;

        if (!fzzf__num_is_finite(*end)) {
            *end = amount;
            amount = FZZF__ZERO;
        }
    }
}

/*
 * What the endless part comes to when the item is limited: a loss can take no
 * more than what is left above the floor, a gain no more than what is below the
 * cap. Without such a limit the end stays open.
 */
static fzzf__num limited(struct fzzf__run *run, const struct fzzf__op *op,
                         fzzf__num start, const struct end *end, bool high)
{
    const struct fzzf__value *limit =
        fzzf__arg_value(run, op, high ? CAP : FLOOR);
    fzzf__num reached = fzzf__num_add(run->arena, start, end->losses);

    if (high || run->contract->bonus_first)
        reached = fzzf__num_add(run->arena, reached, end->gains);
    if (limit == NULL)
        return high ? FZZF__PLUS_INFINITY : FZZF__MINUS_INFINITY;
    reached = fzzf__num_sub(run->arena, high ? limit->hi : limit->lo, reached);
    if (high)
        return fzzf__num_max(run->arena, reached, FZZF__ZERO);
    return fzzf__num_min(run->arena, reached, FZZF__ZERO);
}

static void collect(struct fzzf__run *run, const struct fzzf__op *op,
                    struct fzzf__value *out, struct end *low, struct end *high)
{
    for (size_t i = 0; i < op->part_count; i++) {
        const struct fzzf__value *part = fzzf__part_value(run, op, i);

        fzzf__depend(out, part);
        add_end(run, low, part->lo, i);
        add_end(run, high, part->hi, i);
        out->lo = fzzf__num_add(run->arena, out->lo, part->full);
    }
}

/* START, then the causes of the parts with their endless ends tamed. */
static void tell(struct fzzf__run *run, const struct fzzf__op *op,
                 struct fzzf__value *out, const struct fzzf__value *from,
                 fzzf__num promised, const struct end *ends)
{
    const fzzf__num ahead = fzzf__num_sub(run->arena, promised, out->full);
    const fzzf__num low = fzzf__num_add(run->arena, from->lo, ahead);
    const fzzf__num high = fzzf__num_add(run->arena, from->hi, ahead);

    if (fzzf__num_sign(low) != 0 || fzzf__num_sign(high) != 0)
        fzzf__cause_add(run->arena, &out->causes, FZZF__CAUSE_START, low, high);
    for (size_t i = 0; i < op->part_count; i++) {
        struct fzzf__cause *causes = NULL;
        struct fzzf__cause **tail = &out->causes;

        fzzf__causes_append(run->arena, &causes,
                            fzzf__part_value(run, op, i)->causes);
        tame(causes, false, i == ends[0].endless ? ends[0].tamed : FZZF__ZERO);
        tame(causes, true, i == ends[1].endless ? ends[1].tamed : FZZF__ZERO);
        while (*tail != NULL)
            tail = &(*tail)->next;
        *tail = causes;
    }
}

static bool parts_in_order(struct fzzf__run *run, const struct fzzf__op *op,
                           struct fzzf__value *out)
{
    for (size_t i = 0; i < op->part_count; i++) {
        const struct fzzf__value *part = fzzf__part_value(run, op, i);

        if (part->condition != FZZF__HAS_VALUE) {
            *out = *part;
            out->causes = NULL;
            return false;
        }
    }
    return true;
}

static void run_item(struct fzzf__run *run, const struct fzzf__op *op,
                     struct fzzf__value *out)
{
    const struct fzzf__value *from = fzzf__arg_value(run, op, FROM);
    const struct fzzf__outcome *node = &run->nodes[op->node];
    struct end ends[2] = {{FZZF__ZERO, FZZF__ZERO, FZZF__NO_NAME, FZZF__ZERO},
                          {FZZF__ZERO, FZZF__ZERO, FZZF__NO_NAME, FZZF__ZERO}};
    fzzf__num promised;

    if (!parts_in_order(run, op, out))
        return;
    collect(run, op, out, &ends[0], &ends[1]);
    promised = out->lo;
    out->full = node->points_known ? node->points : FZZF__ZERO;
    out->full_known = node->points_known;
    for (int high = 0; high < 2; high++) {
        struct end *end = &ends[high];
        fzzf__num *by;

        if (end->endless == FZZF__NO_NAME)
            continue;
        end->tamed = limited(run, op, high ? from->hi : from->lo, end, high);
        by = fzzf__num_sign(end->tamed) < 0 ? &end->losses : &end->gains;
        *by = fzzf__num_add(run->arena, *by, end->tamed);
    }
    if (run->explain)
        tell(run, op, out, from, promised, ends);
    out->lo = from->lo;
    out->hi = from->hi;
    fzzf__num_add_ends(run->arena, &out->lo, &out->hi, ends[0].losses,
                       ends[1].losses);
    if (!run->contract->bonus_first)
        fzzf__floor(run, out, fzzf__arg_value(run, op, FLOOR));
    fzzf__num_add_ends(run->arena, &out->lo, &out->hi, ends[0].gains,
                       ends[1].gains);
    if (run->contract->bonus_first)
        fzzf__floor(run, out, fzzf__arg_value(run, op, FLOOR));
    fzzf__cap(run, out, fzzf__arg_value(run, op, CAP), op->label);
}

const struct fzzf_operator fzzf__op_deduct = {
    .name = "deduct",
    .form = FZZF_FORM_RULE,
    .en = "Begins at full marks and takes away (or adds) what its causes say.",
    .zh = "从满分起，按各事由扣分（或加分）。",
    .parts = "loss gain group awards",
    .parts_min = 1,
    .params = {[FROM] = {"from", FZZF_PARAM_NUMBER, 0, "points", NULL},
               [FLOOR] = {"floor", FZZF_PARAM_NUMBER, 0, "0", NULL},
               [CAP] = {"cap", FZZF_PARAM_NUMBER, 0, NULL, NULL}},
    .run = run_item};

const struct fzzf_operator fzzf__op_award = {
    .name = "award",
    .form = FZZF_FORM_RULE,
    .en = "Begins at zero and adds (or takes away) what its causes say.",
    .zh = "从零分起，按各事由加分（或扣分）。",
    .parts = "loss gain group awards",
    .parts_min = 1,
    .params = {[FROM] = {"from", FZZF_PARAM_NUMBER, 0, "0", NULL},
               [FLOOR] = {"floor", FZZF_PARAM_NUMBER, 0, NULL, NULL},
               [CAP] = {"cap", FZZF_PARAM_NUMBER, 0, NULL, NULL}},
    .run = run_item};
