/* SPDX-License-Identifier: Apache-2.0 */
/* group: causes that are capped together, or of which only one counts. */

#include "rule/group.h"

enum { PICK, MAX_LOSS, MAX_GAIN };
enum { ALL, LARGEST, FIRST };

static bool all_exact(struct fzzf__run *run, const struct fzzf__op *op)
{
    for (size_t i = 0; i < op->part_count; i++)
        if (!fzzf__value_is_exact(run->arena, fzzf__part_value(run, op, i)))
            return false;
    return true;
}

/* The part that counts, or NO_NAME when none is different from zero. */
static size_t chosen(struct fzzf__run *run, const struct fzzf__op *op)
{
    size_t best = FZZF__NO_NAME;
    fzzf__num size = FZZF__ZERO;

    for (size_t i = 0; i < op->part_count; i++) {
        const fzzf__num other =
            fzzf__num_abs(run->arena, fzzf__part_value(run, op, i)->lo);

        if (fzzf__num_compare(run->arena, other, size) <= 0)
            continue;
        best = i;
        size = other;
        if (op->args[PICK].choice == FIRST)
            break;
    }
    return best;
}

/* The greatest promise among the parts: only one of them counts. */
static fzzf__num best_promise(struct fzzf__run *run, const struct fzzf__op *op)
{
    fzzf__num best = FZZF__ZERO;

    for (size_t i = 0; i < op->part_count; i++)
        best =
            fzzf__num_max(run->arena, best, fzzf__part_value(run, op, i)->full);
    return best;
}

static void put_right(struct fzzf__run *run, const struct fzzf__op *op,
                      struct fzzf__value *out)
{
    fzzf__num low = fzzf__num_sub(run->arena, out->lo, out->full);
    fzzf__num high = fzzf__num_sub(run->arena, out->hi, out->full);
    struct fzzf__cause *cause;

    if (!run->explain)
        return;
    for (const struct fzzf__cause *c = out->causes; c != NULL; c = c->next) {
        low = fzzf__num_sub(run->arena, low, c->low);
        high = fzzf__num_sub(run->arena, high, c->high);
    }
    if (fzzf__num_sign(low) == 0 && fzzf__num_sign(high) == 0)
        return;
    cause =
        fzzf__cause_add(run->arena, &out->causes, FZZF__CAUSE_PICK, low, high);
    if (cause != NULL)
        cause->label = op->label;
}

static void cover(struct fzzf__run *run, const struct fzzf__value *part,
                  bool first, struct fzzf__value *out)
{
    out->lo = first ? part->lo : fzzf__num_min(run->arena, out->lo, part->lo);
    out->hi = first ? part->hi : fzzf__num_max(run->arena, out->hi, part->hi);
}

/* Open parts: every one that can be the first that is not zero. */
static void cover_first(struct fzzf__run *run, const struct fzzf__op *op,
                        struct fzzf__value *out)
{
    bool any = false, found = false;

    for (size_t i = 0; i < op->part_count; i++) {
        const struct fzzf__value *part = fzzf__part_value(run, op, i);

        if (found ||
            (fzzf__num_sign(part->lo) == 0 && fzzf__num_sign(part->hi) == 0))
            continue;
        cover(run, part, !any, out);
        any = true;
        found = fzzf__num_sign(part->lo) > 0 || fzzf__num_sign(part->hi) < 0;
        if (!found && !part->open)
            fzzf__unsettled(run, out);
    }
}

/* The least absolute amount that a part can have. */
static fzzf__num least_size(struct fzzf__run *run,
                            const struct fzzf__value *part)
{
    if (fzzf__num_sign(part->lo) <= 0 && fzzf__num_sign(part->hi) >= 0)
        return FZZF__ZERO;
    return fzzf__num_min(run->arena, fzzf__num_abs(run->arena, part->lo),
                         fzzf__num_abs(run->arena, part->hi));
}

/* Open parts: what is chosen is at least as large as the largest of what each
 * part has at least. */
static void cover_largest(struct fzzf__run *run, const struct fzzf__op *op,
                          struct fzzf__value *out)
{
    fzzf__num size = FZZF__ZERO, minus;
    bool any = false;

    for (size_t i = 0; i < op->part_count; i++)
        size = fzzf__num_max(run->arena, size,
                             least_size(run, fzzf__part_value(run, op, i)));
    minus = fzzf__num_neg(run->arena, size);
    for (size_t i = 0; i < op->part_count; i++) {
        struct fzzf__value gain = *fzzf__part_value(run, op, i);
        struct fzzf__value loss = gain;

        gain.lo = fzzf__num_max(run->arena, gain.lo, size);
        loss.hi = fzzf__num_min(run->arena, loss.hi, minus);
        if (fzzf__num_compare(run->arena, gain.lo, gain.hi) <= 0) {
            cover(run, &gain, !any, out);
            any = true;
        }
        if (fzzf__num_compare(run->arena, loss.lo, loss.hi) <= 0) {
            cover(run, &loss, !any, out);
            any = true;
        }
    }
    if (!out->open && fzzf__num_sign(out->lo) < 0 &&
        fzzf__num_sign(out->hi) > 0)
        fzzf__unsettled(run, out);
}

static void pick_one(struct fzzf__run *run, const struct fzzf__op *op,
                     struct fzzf__value *out)
{
    out->full = best_promise(run, op);
    for (size_t i = 0; i < op->part_count; i++)
        fzzf__depend(out, fzzf__part_value(run, op, i)); /* all are looked at */
    if (all_exact(run, op)) {
        const size_t i = chosen(run, op);

        if (i != FZZF__NO_NAME) {
            const struct fzzf__value *part = fzzf__part_value(run, op, i);

            out->lo = part->lo;
            out->hi = part->hi;
            if (run->explain)
                fzzf__causes_append(run->arena, &out->causes, part->causes);
        }
    } else if (op->args[PICK].choice == FIRST) {
        cover_first(run, op, out);
    } else {
        cover_largest(run, op, out);
    }
    put_right(run, op, out);
}

static void add_all(struct fzzf__run *run, const struct fzzf__op *op,
                    struct fzzf__value *out)
{
    for (size_t i = 0; i < op->part_count; i++) {
        const struct fzzf__value *part = fzzf__part_value(run, op, i);

        fzzf__depend(out, part);
        out->lo = fzzf__num_add(run->arena, out->lo, part->lo);
        out->hi = fzzf__num_add(run->arena, out->hi, part->hi);
        out->full = fzzf__num_add(run->arena, out->full, part->full);
        if (run->explain)
            fzzf__causes_append(run->arena, &out->causes, part->causes);
    }
}

void fzzf__limit_cause(struct fzzf__run *run, const struct fzzf__op *op,
                       struct fzzf__value *out,
                       const struct fzzf__value *max_loss,
                       const struct fzzf__value *max_gain)
{
    struct fzzf__value least;

    if (max_loss != NULL) {
        least = *max_loss;
        least.lo = fzzf__num_neg(run->arena, max_loss->hi);
        least.hi = fzzf__num_neg(run->arena, max_loss->lo);
        fzzf__floor(run, out, &least);
    }
    fzzf__cap(run, out, max_gain, op->label);
}

static void run_group(struct fzzf__run *run, const struct fzzf__op *op,
                      struct fzzf__value *out)
{
    for (size_t i = 0; i < op->part_count; i++) {
        const struct fzzf__value *part = fzzf__part_value(run, op, i);

        if (part->condition != FZZF__HAS_VALUE) {
            *out = *part;
            out->causes = NULL;
            return;
        }
    }
    if (op->args[PICK].choice == ALL)
        add_all(run, op, out);
    else
        pick_one(run, op, out);
    fzzf__limit_cause(run, op, out, fzzf__arg_value(run, op, MAX_LOSS),
                      fzzf__arg_value(run, op, MAX_GAIN));
}

const struct fzzf_operator fzzf__op_group = {
    .name = "group",
    .form = FZZF_FORM_PART,
    .en = "Causes with a common cap, or of which only one counts.",
    .zh = "一组事由：共同封顶，或只计其中一项。",
    .parts = "loss gain group awards",
    .parts_min = 1,
    .params = {[PICK] = {"pick", FZZF_PARAM_CHOICE, 0, "all",
                         "all largest first"},
               [MAX_LOSS] = {"max-loss", FZZF_PARAM_NUMBER, 0, NULL, NULL},
               [MAX_GAIN] = {"max-gain", FZZF_PARAM_NUMBER, 0, NULL, NULL}},
    .run = run_group};
