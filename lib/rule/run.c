/* SPDX-License-Identifier: Apache-2.0 */
/* What operators use to read their arguments and to make values and scores. */

#include "rule/run.h"

#include <string.h>

const struct fzzf__op *fzzf__part_op(const struct fzzf__run *run,
                                     const struct fzzf__op *op, size_t i)
{
    return &run->program->ops[op->parts[i]];
}

void fzzf__depend(struct fzzf__value *out, const struct fzzf__value *from)
{
    out->open |= from->open;
    if (from->may_fail && !out->may_fail) {
        out->may_fail = true;
        out->why = from->why;
    }
    out->enclosed |= from->enclosed;
    out->absent |= from->absent;
}

void fzzf__unsettled(struct fzzf__run *run, struct fzzf__value *out)
{
    run->more_digits = true;
    out->open |= run->last_digits;
}

void fzzf__give(struct fzzf__value *out, fzzf__num number)
{
    out->condition = FZZF__HAS_VALUE;
    out->lo = number;
    out->hi = number;
}

void fzzf__give_truth(struct fzzf__value *out, bool lo, bool hi)
{
    out->condition = FZZF__HAS_VALUE;
    out->lo = fzzf__num_int(lo);
    out->hi = fzzf__num_int(hi);
}

void fzzf__give_why(struct fzzf__value *out, enum fzzf__condition condition,
                    enum fzzf__why_code code, const char *text)
{
    out->condition = condition;
    out->why.code = code;
    out->why.text = text;
    out->lo = FZZF__ZERO;
    out->hi = FZZF__ZERO;
}

const struct fzzf__value *fzzf__trouble(const struct fzzf__run *run,
                                        const struct fzzf__op *op)
{
    for (size_t i = 0; i < op->arg_count; i++) {
        const struct fzzf__value *value = fzzf__arg_value(run, op, i);

        if (value != NULL && value->condition != FZZF__HAS_VALUE)
            return value;
    }
    return NULL;
}

/* Nothing is to be told of it but its value. */
static bool is_plain(const struct fzzf__value *value)
{
    return value->condition == FZZF__HAS_VALUE &&
           (value->absent | value->open | value->enclosed | value->may_fail) ==
               0;
}

/* Takes over what the arguments depend on. False: one has no value, and so
 * has *out not. */
static bool take_arguments(const struct fzzf__run *run,
                           const struct fzzf__op *op, struct fzzf__value *out)
{
    for (size_t i = 0; i < op->arg_count; i++) {
        const struct fzzf__value *value = fzzf__arg_value(run, op, i);

        if (value == NULL || is_plain(value))
            continue;
        if (value->condition != FZZF__HAS_VALUE) {
            *out = fzzf__value_none;
            fzzf__depend(out, value);
            fzzf__give_why(out, value->condition, value->why.code,
                           value->why.text);
            return false;
        }
        fzzf__depend(out, value);
    }
    return true;
}

static void run_op(struct fzzf__run *run, const struct fzzf__op *op)
{
    struct fzzf__value *out = &run->values[op->slot];

    *out = fzzf__value_none;
    if (!op->kind->raw && !take_arguments(run, op, out))
        return;
    op->kind->run(run, op, out);
    if (!is_plain(out) || out->lo_open || out->hi_open)
        fzzf__value_settle(run->arena, op->type, out);
}

void fzzf__run_steady(struct fzzf__run *run)
{
    const struct fzzf__program *program = run->program;

    for (size_t i = 0; i < program->count; i++) {
        const struct fzzf__op *op = &program->ops[i];
        struct fzzf__value *out = &run->values[op->slot];

        if (!op->steady)
            continue;
        *out = fzzf__value_none;
        if (op->kind == &fzzf__op_text)
            op->kind->run(run, op, out);
        else
            fzzf__give(out, op->number);
    }
}

/*
 * The text of a unit drives the program out of the near caches: what is run
 * after an operator is asked for early. (A function of that alone would have no
 * effect that a compiler knows.)
 */
void fzzf__run_ops(struct fzzf__run *run, size_t from, size_t to)
{
    const struct fzzf__op *ops = run->program->ops;

    if (from < to && ops[from].steady)
        from = ops[from].next;
    for (; from < to; from = ops[from].next) {
        const struct fzzf__op *later = &ops[ops[from].later];

        __builtin_prefetch(later);
        __builtin_prefetch(&later->target);
        run_op(run, &ops[from]);
    }
}

struct fzzf__cause *fzzf__score_add(struct fzzf__run *run,
                                    struct fzzf__value *score,
                                    enum fzzf__cause_code code, fzzf__num low,
                                    fzzf__num high)
{
    fzzf__num_add_ends(run->arena, &score->lo, &score->hi, low, high);
    if (!run->explain ||
        (fzzf__num_sign(low) == 0 && fzzf__num_sign(high) == 0))
        return NULL;
    return fzzf__cause_add(run->arena, &score->causes, code, low, high);
}

void fzzf__give_score(struct fzzf__run *run, const struct fzzf__op *op,
                      struct fzzf__value *out, const struct fzzf__value *from,
                      enum fzzf__cause_code code, const fzzf__num *first)
{
    const struct fzzf__outcome *node = &run->nodes[op->node];
    struct fzzf__cause *cause;
    const struct fzzf__value copy = *from;

    *out = copy;
    out->lo_open = out->hi_open = false;
    if (out->condition != FZZF__HAS_VALUE || out->causes != NULL)
        return;
    out->full = node->points_known ? node->points : FZZF__ZERO;
    out->full_known = node->points_known;
    if (!run->explain)
        return;
    cause = fzzf__cause_add(run->arena, &out->causes, code,
                            fzzf__num_sub(run->arena, out->lo, out->full),
                            fzzf__num_sub(run->arena, out->hi, out->full));
    if (cause == NULL)
        return;
    cause->label = op->label;
    if (first != NULL)
        cause->args[0] = *first;
    cause->args[1] = out->lo;
    cause->args[2] = out->full;
}

/*
 * Brings an infinite end to @limit: the causes that are infinite there cannot
 * cost (or bring) more than what is left to the limit.
 */
static void settle_end(struct fzzf__run *run, struct fzzf__value *score,
                       fzzf__num *end, fzzf__num limit, bool high)
{
    struct fzzf__cause *first = NULL;
    fzzf__num rest = fzzf__num_sub(run->arena, limit, score->full);

    for (struct fzzf__cause *c = score->causes; c != NULL; c = c->next) {
        fzzf__num *amount = high ? &c->high : &c->low;

        if (fzzf__num_is_finite(*amount)) {
            rest = fzzf__num_sub(run->arena, rest, *amount);
        } else {
            *amount = FZZF__ZERO;
            first = first == NULL ? c : first;
        }
    }
    if (first != NULL)
        *(high ? &first->high : &first->low) = rest;
    *end = limit;
}

/* How far @end must move to respect @limit; an infinite end is moved here. */
static fzzf__num overshoot(struct fzzf__run *run, struct fzzf__value *score,
                           bool high, fzzf__num limit, int sign)
{
    fzzf__num *end = high ? &score->hi : &score->lo;

    if (sign * fzzf__num_compare(run->arena, limit, *end) <= 0)
        return FZZF__ZERO;
    score->surd = NULL;
    if (fzzf__num_is_finite(*end))
        return fzzf__num_sub(run->arena, limit, *end);
    settle_end(run, score, end, limit, high);
    return FZZF__ZERO;
}

/* @sign +1: at least @limit; -1: at most. */
static void limit_score(struct fzzf__run *run, struct fzzf__value *score,
                        const struct fzzf__value *limit, int sign,
                        const char *label)
{
    struct fzzf__cause *cause;
    fzzf__num low, high;

    if (limit == NULL)
        return;
    low = overshoot(run, score, false, limit->lo, sign);
    high = overshoot(run, score, true, limit->hi, sign);
    fzzf__depend(score, limit);
    cause = fzzf__score_add(
        run, score, sign > 0 ? FZZF__CAUSE_FLOOR : FZZF__CAUSE_CAP, low, high);
    if (cause != NULL) {
        cause->args[0] = limit->lo;
        cause->label = label;
    }
}

void fzzf__floor(struct fzzf__run *run, struct fzzf__value *score,
                 const struct fzzf__value *floor)
{
    limit_score(run, score, floor, 1, NULL);
}

void fzzf__cap(struct fzzf__run *run, struct fzzf__value *score,
               const struct fzzf__value *cap, const char *label)
{
    limit_score(run, score, cap, -1, label);
}

/* @end rounded; no number takes the place of one without end. */
static fzzf__num rounded(struct fzzf__run *run, fzzf__num end, int places)
{
    return fzzf__num_is_finite(end) ? fzzf__num_round(run->arena, end, places,
                                                      run->contract->rounding)
                                    : FZZF__ZERO;
}

/* What brings @from to @to, unless it has no end. */
static fzzf__num way(struct fzzf__run *run, fzzf__num from, fzzf__num to)
{
    return fzzf__num_is_finite(from) ? fzzf__num_sub(run->arena, to, from)
                                     : FZZF__ZERO;
}

void fzzf__score_round(struct fzzf__run *run, struct fzzf__value *score,
                       int places)
{
    const bool one = fzzf__num_alike(score->lo, score->hi);
    fzzf__num low, high;

    if (places == FZZF__UNROUNDED || score->condition != FZZF__HAS_VALUE)
        return;
    low = rounded(run, score->lo, places);
    high = one ? low : rounded(run, score->hi, places);
    if (score->enclosed && !score->open &&
        fzzf__num_compare(run->arena, low, high) != 0) {
        fzzf__unsettled(run, score);
        if (!score->open)
            return;
    }
    score->surd = NULL;
    if (one && !run->explain && fzzf__num_is_finite(score->lo))
        score->lo = score->hi = low;
    else
        fzzf__score_add(run, score, FZZF__CAUSE_ROUNDING,
                        way(run, score->lo, low), way(run, score->hi, high));
    fzzf__value_settle(run->arena, FZZF__TYPE_NUMBER, score);
}

unsigned char fzzf__absent_bit(fzzf_state state)
{
    return state == FZZF_STATE_MISSING        ? FZZF__ABSENT_MISSING
           : state == FZZF_STATE_NOT_ASSESSED ? FZZF__ABSENT_NOT_ASSESSED
           : state == FZZF_STATE_DISPUTED     ? FZZF__ABSENT_DISPUTED
                                              : 0;
}

const struct fzzf__value *fzzf__pinned(const struct fzzf__run *run,
                                       size_t input, size_t option)
{
    for (size_t i = 0; i < run->pin_count; i++)
        if (run->pins[i].input == input && run->pins[i].option == option)
            return &run->pins[i].value;
    return NULL;
}

void fzzf__absent_value(const struct fzzf__observe *observe, fzzf_state state,
                        struct fzzf__value *out)
{
    *out = fzzf__value_none;
    out->open = true;
    out->absent = fzzf__absent_bit(state);
    out->lo = FZZF__MINUS_INFINITY;
    out->hi = FZZF__PLUS_INFINITY;
    if (observe->kind == FZZF_KIND_YES_NO)
        fzzf__give_truth(out, false, true);
    else if (observe->kind == FZZF_KIND_RATIO)
        out->hi = FZZF__ONE;
    if (observe->kind == FZZF_KIND_RATIO || observe->kind == FZZF_KIND_COUNT ||
        observe->kind == FZZF_KIND_CAUSES || observe->kind == FZZF_KIND_SURVEY)
        out->lo = FZZF__ZERO;
    if (observe->min.given == FZZF__GIVEN)
        out->lo = observe->min.num;
    if (observe->max.given == FZZF__GIVEN)
        out->hi = observe->max.num;
}

bool fzzf__in_group(const struct fzzf_declaration *declaration,
                    const char *group)
{
    for (size_t i = 0; i < declaration->group_count; i++)
        if (strcmp(declaration->groups[i], group) == 0)
            return true;
    return false;
}
