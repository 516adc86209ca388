/* SPDX-License-Identifier: Apache-2.0 */
/* loss and gain: one cause of an item, and how often it occurred. */

#include "rule/outcome.h"
#include "rule/series.h"

enum { WHEN, EACH, POINTS, SERIES, STEP, STEPS, CAP };

static void check_cause(struct fzzf__program *program, struct fzzf__op *op)
{
    const int given =
        op->args[POINTS].given + op->args[SERIES].given + (op->part_count > 0);

    if (given != 1)
        fzzf__fault(program, &op->place,
                    given == 0 ? FZZF__F_NO_OUTCOME : FZZF__F_TWO_OUTCOMES,
                    op->kind->name, "points, series");
    if (op->part_count > 0 &&
        program->ops[op->parts[0]].type == FZZF__TYPE_TEXT)
        fzzf__fault(program, &op->place, FZZF__F_NEEDS_POINTS, op->kind->name,
                    NULL);
    if (op->label == NULL)
        op->label =
            op->args[EACH].text != NULL && op->args[EACH].op != FZZF__NO_OP
                ? op->args[EACH].text
                : op->args[WHEN].text;
}

/* An argument that matters, in bad condition; NULL: none. */
static const struct fzzf__value *bad(const struct fzzf__value *value)
{
    return value != NULL && value->condition != FZZF__HAS_VALUE ? value : NULL;
}

/* What is in the way of a value, unless the cause surely did not occur. */
static const struct fzzf__value *hindrance(const struct fzzf__run *run,
                                           const struct fzzf__op *op)
{
    const struct fzzf__value *found = bad(fzzf__arg_value(run, op, WHEN));

    for (size_t i = EACH; found == NULL && i < op->arg_count; i++)
        found = bad(fzzf__arg_value(run, op, i));
    if (found == NULL && op->part_count > 0)
        found = bad(fzzf__part_value(run, op, 0));
    return found;
}

static bool surely_not(const struct fzzf__run *run, const struct fzzf__op *op)
{
    const struct fzzf__value *when = fzzf__arg_value(run, op, WHEN);

    return when != NULL && when->condition == FZZF__HAS_VALUE &&
           fzzf__num_sign(when->hi) == 0;
}

static bool perhaps(const struct fzzf__run *run, const struct fzzf__op *op)
{
    const struct fzzf__value *when = fzzf__arg_value(run, op, WHEN);

    return when != NULL && when->condition == FZZF__HAS_VALUE &&
           fzzf__num_sign(when->lo) == 0 && fzzf__num_sign(when->hi) != 0;
}

/* In steps: whole ones, started ones, or as it is. */
static fzzf__num stepped(struct fzzf__run *run, const struct fzzf__op *op,
                         fzzf__num count)
{
    enum fzzf__part_step mode = run->contract->part_step;

    if (fzzf__is_given(op, STEPS))
        mode = (enum fzzf__part_step)op->args[STEPS].choice;
    if (mode == FZZF__WHOLE)
        return fzzf__num_floor(run->arena, count);
    if (mode == FZZF__STARTED)
        return fzzf__num_ceil(run->arena, count);
    return count;
}

/* By a step that is above 0, at least perhaps. */
static void divide(struct fzzf__run *run, const struct fzzf__op *op,
                   const struct fzzf__value *step, struct fzzf__value *count)
{
    fzzf__depend(count, step);
    count->lo = fzzf__num_div(run->arena, count->lo, step->hi);
    if (fzzf__num_sign(step->lo) > 0) {
        count->hi = fzzf__num_div(run->arena, count->hi, step->lo);
        return;
    }
    if (fzzf__num_sign(count->hi) > 0)
        count->hi = FZZF__PLUS_INFINITY;
    count->may_fail = true;
    count->why.code = FZZF__WHY_DIVISION;
    count->why.text = op->label;
}

/* How many occurrences, as an interval from 0. False: not to be told. */
static bool occurrences(struct fzzf__run *run, const struct fzzf__op *op,
                        struct fzzf__value *count)
{
    const struct fzzf__value *when = fzzf__arg_value(run, op, WHEN);
    const struct fzzf__value *each = fzzf__arg_value(run, op, EACH);
    const struct fzzf__value *step = fzzf__arg_value(run, op, STEP);

    fzzf__give(count, FZZF__ONE);
    if (each != NULL)
        *count = *each;
    count->lo = fzzf__num_max(run->arena, count->lo, FZZF__ZERO);
    count->hi = fzzf__num_max(run->arena, count->hi, FZZF__ZERO);
    if (step != NULL) {
        if (fzzf__num_sign(step->hi) <= 0)
            return false;
        divide(run, op, step, count);
    }
    if (step != NULL || fzzf__is_given(op, STEPS)) {
        const bool settled = !count->enclosed || count->open;

        count->lo = stepped(run, op, count->lo);
        count->hi = stepped(run, op, count->hi);
        if (!settled && fzzf__num_compare(run->arena, count->lo, count->hi))
            fzzf__unsettled(run, count);
    }
    if (when != NULL && fzzf__num_sign(when->lo) == 0)
        count->lo = FZZF__ZERO;
    if (when != NULL && (fzzf__num_sign(when->lo) == 0 || when->may_fail))
        fzzf__depend(count, when);
    return true;
}

static fzzf__num product(struct fzzf__run *run, fzzf__num a, fzzf__num b)
{
    return fzzf__num_mul(run->arena, a, b);
}

/* The amount, before the sign, at both ends; 1 = the points of one. */
static void amount(struct fzzf__run *run, const struct fzzf__op *op,
                   const struct fzzf__value *count, struct fzzf__value *out,
                   fzzf__num *one)
{
    const struct fzzf__value *points = op->part_count > 0
                                           ? fzzf__part_value(run, op, 0)
                                           : fzzf__arg_value(run, op, POINTS);
    const struct fzzf__value *cap = fzzf__arg_value(run, op, CAP);
    fzzf__num low, high;

    fzzf__depend(out, count);
    if (points == NULL) {
        const struct fzzf__arg *series = &op->args[SERIES];

        fzzf__series_range(run->arena, series->series, series->count, count,
                           &out->lo, &out->hi);
        if (!count->open &&
            fzzf__num_compare(run->arena, out->lo, out->hi) != 0)
            fzzf__unsettled(run, out);
        *one = series->series[0];
    } else {
        fzzf__depend(out, points);
        *one = points->lo;
        if (fzzf__num_alike(count->lo, count->hi) &&
            fzzf__num_alike(points->lo, points->hi)) {
            low = high = product(run, count->lo, points->lo);
        } else {
            low = fzzf__num_min(run->arena, product(run, count->lo, points->lo),
                                product(run, count->hi, points->lo));
            high =
                fzzf__num_max(run->arena, product(run, count->lo, points->hi),
                              product(run, count->hi, points->hi));
        }
        out->lo = low;
        out->hi = high;
    }
    if (cap != NULL) {
        fzzf__depend(out, cap);
        out->lo = fzzf__num_min(run->arena, out->lo, cap->lo);
        out->hi = fzzf__num_min(run->arena, out->hi, cap->hi);
    }
}

/*
 * What a gain promises to an item with full marks: its points when it occurs
 * once, or its cap. An item without full marks (a bonus) promises nothing.
 */
static fzzf__num promise(struct fzzf__run *run, const struct fzzf__op *op)
{
    const struct fzzf__outcome *node = &run->nodes[op->node];
    const struct fzzf__value *points = fzzf__arg_value(run, op, POINTS);
    const struct fzzf__value *cap = fzzf__arg_value(run, op, CAP);

    if (run->system->nodes[op->node].bonus || !node->points_known ||
        fzzf__num_sign(node->points) <= 0)
        return FZZF__ZERO;
    if (cap != NULL)
        return fzzf__num_is_finite(cap->hi) ? cap->hi : FZZF__ZERO;
    if (fzzf__arg_value(run, op, EACH) != NULL || points == NULL ||
        !fzzf__num_is_finite(points->hi))
        return FZZF__ZERO;
    return points->hi;
}

/* Leaves *out with the amounts of the cause and one cause that tells them. */
static void finish(struct fzzf__run *run, const struct fzzf__op *op,
                   struct fzzf__value *out, enum fzzf__cause_code once,
                   enum fzzf__cause_code each, fzzf__num count, fzzf__num one)
{
    const bool often =
        op->args[EACH].op != FZZF__NO_OP || op->args[SERIES].given;
    struct fzzf__cause *cause;
    fzzf__num low, high;

    if (!run->explain)
        return;
    low = fzzf__num_sub(run->arena, out->lo, out->full);
    high = fzzf__num_sub(run->arena, out->hi, out->full);
    if (fzzf__num_sign(low) == 0 && fzzf__num_sign(high) == 0)
        return;
    cause =
        fzzf__cause_add(run->arena, &out->causes,
                        fzzf__num_sign(out->full) > 0 ? FZZF__CAUSE_NOT_EARNED
                        : often                       ? each
                                                      : once,
                        low, high);
    if (cause == NULL)
        return;
    cause->label = op->label;
    cause->args[0] = count;
    cause->args[1] = one;
}

static void not_applicable(struct fzzf__run *run, const struct fzzf__op *op,
                           struct fzzf__value *out)
{
    struct fzzf__cause *cause;

    if (!run->explain)
        return;
    cause = fzzf__cause_add(run->arena, &out->causes, FZZF__CAUSE_NO_LOSS,
                            FZZF__ZERO, FZZF__ZERO);
    if (cause != NULL)
        cause->label = op->label;
}

/* Left out; what is read before the obstacle may have no value all the same. */
static void left_out(struct fzzf__run *run, const struct fzzf__op *op,
                     const struct fzzf__value *obstacle,
                     struct fzzf__value *out)
{
    for (size_t i = WHEN; i < op->arg_count; i++) {
        const struct fzzf__value *value = fzzf__arg_value(run, op, i);

        if (value == obstacle)
            break;
        if (value != NULL && value->may_fail)
            fzzf__depend(out, value);
    }
    not_applicable(run, op, out);
}

/* Left out or not, as what is open decides: it may be any amount. Where it
 * counts, all its arguments are read. */
static void perhaps_applies(struct fzzf__run *run, const struct fzzf__op *op,
                            const struct fzzf__value *obstacle,
                            struct fzzf__value *out)
{
    out->lo = FZZF__MINUS_INFINITY;
    out->hi = FZZF__PLUS_INFINITY;
    fzzf__depend(out, obstacle);
    for (size_t i = WHEN; i < op->arg_count; i++) {
        const struct fzzf__value *value = fzzf__arg_value(run, op, i);

        if (value != NULL && value->condition == FZZF__HAS_VALUE)
            fzzf__depend(out, value);
        if (value != NULL && value->condition == FZZF__NO_VALUE) {
            out->may_fail = true;
            out->why = value->why;
        }
    }
}

/* Sets *out to the amount and *count (infinite when open), *one for the tale;
 * false: it is done. */
static bool measure(struct fzzf__run *run, const struct fzzf__op *op,
                    struct fzzf__value *out, fzzf__num *count, fzzf__num *one)
{
    const struct fzzf__value *obstacle = hindrance(run, op);
    struct fzzf__value times = {.lo = FZZF__ZERO, .hi = FZZF__ZERO};

    *count = *one = FZZF__ZERO;
    if (surely_not(run, op)) {
        if (fzzf__arg_value(run, op, WHEN)->may_fail)
            fzzf__depend(out, fzzf__arg_value(run, op, WHEN));
        return true;
    }
    if (obstacle != NULL && obstacle->condition == FZZF__NOT_APPLICABLE) {
        if (obstacle->open) {
            perhaps_applies(run, op, obstacle, out);
            return true;
        }
        left_out(run, op, obstacle, out);
        return false;
    }
    if (obstacle == NULL && !occurrences(run, op, &times)) {
        fzzf__give_why(&times, FZZF__NO_VALUE, FZZF__WHY_DIVISION, op->label);
        obstacle = &times;
    }
    if (obstacle != NULL && perhaps(run, op) &&
        obstacle->condition == FZZF__NO_VALUE) {
        /* Nothing when it did not occur; else there is no value. */
        fzzf__depend(out, fzzf__arg_value(run, op, WHEN));
        out->may_fail = true;
        out->why = obstacle->why;
        return false;
    }
    if (obstacle != NULL) {
        *out = *obstacle;
        return false;
    }
    amount(run, op, &times, out, one);
    *count =
        fzzf__num_equal(times.lo, times.hi) ? times.hi : FZZF__PLUS_INFINITY;
    return true;
}

static void run_loss(struct fzzf__run *run, const struct fzzf__op *op,
                     struct fzzf__value *out)
{
    fzzf__num count, one, low;

    if (!measure(run, op, out, &count, &one))
        return;
    low = fzzf__num_neg(run->arena, out->hi);
    out->hi = fzzf__num_neg(run->arena, out->lo);
    out->lo = low;
    finish(run, op, out, FZZF__CAUSE_LOSS, FZZF__CAUSE_LOSS_EACH, count, one);
}

static void run_gain(struct fzzf__run *run, const struct fzzf__op *op,
                     struct fzzf__value *out)
{
    fzzf__num count, one;

    if (!measure(run, op, out, &count, &one))
        return;
    out->full = promise(run, op);
    finish(run, op, out, FZZF__CAUSE_GAIN, FZZF__CAUSE_GAIN_EACH, count, one);
}

#define CAUSE_PARAMS                                                           \
    {                                                                          \
        [WHEN] = {"when", FZZF_PARAM_TRUTH, 0, NULL, NULL},                    \
        [EACH] = {"each", FZZF_PARAM_NUMBER, 0, NULL, NULL},                   \
        [POINTS] = {"points", FZZF_PARAM_NUMBER, 0, NULL, NULL},               \
        [SERIES] = {"series", FZZF_PARAM_SERIES, 0, NULL, NULL},               \
        [STEP] = {"step", FZZF_PARAM_NUMBER, 0, NULL, NULL},                   \
        [STEPS] = {"steps", FZZF_PARAM_CHOICE, 0, NULL,                        \
                   "whole started continuous"},                                \
        [CAP] = {"cap", FZZF_PARAM_NUMBER, 0, NULL, NULL},                     \
    }

const struct fzzf_operator fzzf__op_loss = {
    .name = "loss",
    .form = FZZF_FORM_PART,
    .en = "Takes points away: once, or for each occurrence.",
    .zh = "扣分：一次性，或按次（项）数。",
    .parts = "rule",
    .parts_max = 1,
    .params = CAUSE_PARAMS,
    .raw = 1,
    .check = check_cause,
    .run = run_loss};

const struct fzzf_operator fzzf__op_gain = {
    .name = "gain",
    .form = FZZF_FORM_PART,
    .en = "Adds points: once, or for each occurrence.",
    .zh = "加分：一次性，或按次（项）数。",
    .parts = "rule",
    .parts_max = 1,
    .params = CAUSE_PARAMS,
    .raw = 1,
    .check = check_cause,
    .run = run_gain};
