/* SPDX-License-Identifier: Apache-2.0 */
/* Extremes, means and the standard deviation of a column. */

#include "eval/figures.h"

#include <string.h>

#include "rule/sort.h"

/* Irrational figures are enclosed by this many digits. */
#define DIGITS 120

/* The values of the members that have one. */
struct sample {
    fzzf__arena *arena;
    const struct fzzf__value **values;
    size_t count;
    struct fzzf__value figure; /* what comes of it */
};

static fzzf__num end_of(const struct fzzf__value *value, bool high)
{
    return high ? value->hi : value->lo;
}

static void fold(struct sample *s, bool greatest)
{
    for (size_t i = 0; i < s->count; i++) {
        const struct fzzf__value *v = s->values[i];

        if (i == 0) {
            s->figure.lo = v->lo;
            s->figure.hi = v->hi;
        } else if (greatest) {
            s->figure.lo = fzzf__num_max(s->arena, s->figure.lo, v->lo);
            s->figure.hi = fzzf__num_max(s->arena, s->figure.hi, v->hi);
        } else {
            s->figure.lo = fzzf__num_min(s->arena, s->figure.lo, v->lo);
            s->figure.hi = fzzf__num_min(s->arena, s->figure.hi, v->hi);
        }
    }
}

/* The sum of ends [from, to), or of their squares. Halves are added, so that
 * unlike denominators make long numbers only at the last. */
static fzzf__num total(const struct sample *s, bool high, bool squares,
                       size_t from, size_t to)
{
    const size_t middle = from + (to - from) / 2;
    fzzf__num end;

    if (from == to)
        return FZZF__ZERO;
    if (to - from > 1)
        return fzzf__num_add(s->arena, total(s, high, squares, from, middle),
                             total(s, high, squares, middle, to));
    end = end_of(s->values[from], high);
    return squares ? fzzf__num_mul(s->arena, end, end) : end;
}

/* Whether every value is one number. */
static bool are_points(const struct sample *s)
{
    for (size_t i = 0; i < s->count; i++)
        if (!fzzf__num_equal(s->values[i]->lo, s->values[i]->hi))
            return false;
    return true;
}

static void sum(struct sample *s)
{
    s->figure.lo = total(s, false, false, 0, s->count);
    s->figure.hi =
        are_points(s) ? s->figure.lo : total(s, true, false, 0, s->count);
}

static void mean(struct sample *s)
{
    const fzzf__num n = fzzf__num_int((int64_t)s->count);

    sum(s);
    s->figure.lo = fzzf__num_div(s->arena, s->figure.lo, n);
    s->figure.hi = fzzf__num_div(s->arena, s->figure.hi, n);
}

static fzzf__num median_end(struct sample *s, bool high)
{
    fzzf__num *numbers =
        fzzf__arena_alloc(s->arena, (s->count + 1) * sizeof *numbers);

    if (numbers == NULL)
        return FZZF__ZERO;
    for (size_t i = 0; i < s->count; i++)
        numbers[i] = end_of(s->values[i], high);
    fzzf__sort_numbers(s->arena, numbers, s->count);
    if (s->count % 2 == 1)
        return numbers[s->count / 2];
    return fzzf__num_div(s->arena,
                         fzzf__num_add(s->arena, numbers[s->count / 2],
                                       numbers[s->count / 2 - 1]),
                         fzzf__num_int(2));
}

static void median(struct sample *s)
{
    const fzzf__num low = median_end(s, false);

    s->figure.hi = median_end(s, true);
    s->figure.lo = low;
}

/* The square of [lo, hi], added to *sum. */
static void add_square(fzzf__arena *arena, fzzf__num lo, fzzf__num hi,
                       fzzf__num *sum_lo, fzzf__num *sum_hi)
{
    const fzzf__num a = fzzf__num_mul(arena, lo, lo);
    const fzzf__num b = fzzf__num_mul(arena, hi, hi);

    if (fzzf__num_sign(lo) > 0 || fzzf__num_sign(hi) < 0)
        *sum_lo = fzzf__num_add(arena, *sum_lo, fzzf__num_min(arena, a, b));
    *sum_hi = fzzf__num_add(arena, *sum_hi, fzzf__num_max(arena, a, b));
}

/* Of exact values: the mean of the squares less the square of the mean. */
static void exact_variance(struct sample *s)
{
    const fzzf__num n = fzzf__num_int((int64_t)s->count);
    fzzf__num squares;

    mean(s);
    squares = fzzf__num_div(s->arena, total(s, false, true, 0, s->count), n);
    s->figure.lo = s->figure.hi = fzzf__num_sub(
        s->arena, squares, fzzf__num_mul(s->arena, s->figure.lo, s->figure.lo));
}

/* The population's variance, as an interval. */
static void variance(struct sample *s)
{
    const fzzf__num n = fzzf__num_int((int64_t)s->count);
    fzzf__num low = FZZF__ZERO, high = FZZF__ZERO;
    fzzf__num mean_lo, mean_hi;

    if (are_points(s)) {
        exact_variance(s);
        return;
    }
    mean(s);
    mean_lo = s->figure.lo;
    mean_hi = s->figure.hi;
    for (size_t i = 0; i < s->count; i++)
        add_square(s->arena, fzzf__num_sub(s->arena, s->values[i]->lo, mean_hi),
                   fzzf__num_sub(s->arena, s->values[i]->hi, mean_lo), &low,
                   &high);
    s->figure.lo = fzzf__num_div(s->arena, low, n);
    s->figure.hi = fzzf__num_div(s->arena, high, n);
}

void fzzf__figure_root(fzzf__arena *arena, fzzf__num square,
                       struct fzzf__value *out)
{
    struct fzzf__surd *surd;

    if (fzzf__num_root(arena, square, 2, DIGITS, &out->lo, &out->hi))
        return;
    out->enclosed = true;
    surd = fzzf__arena_alloc(arena, sizeof *surd);
    if (surd != NULL)
        *surd = (struct fzzf__surd){FZZF__ONE, square, 2};
    out->surd = surd;
}

/* Values that lie between two ends deviate by half their distance at most,
 * however they lie. */
static void open_deviation(struct sample *s)
{
    struct fzzf__value *f = &s->figure;
    fzzf__num high;

    fold(s, true);
    high = f->hi;
    fold(s, false);
    f->hi = fzzf__num_div(s->arena, fzzf__num_sub(s->arena, high, f->lo),
                          fzzf__num_int(2));
    f->lo = FZZF__ZERO;
}

static void deviation(struct sample *s)
{
    struct fzzf__value *f = &s->figure;
    fzzf__num unused;

    if (f->open) {
        open_deviation(s);
        return;
    }
    variance(s);
    if (fzzf__num_equal(f->lo, f->hi)) {
        fzzf__figure_root(s->arena, f->lo, f);
        return;
    }
    fzzf__num_root(s->arena, f->lo, 2, DIGITS, &f->lo, &unused);
    fzzf__num_root(s->arena, f->hi, 2, DIGITS, &unused, &f->hi);
}

static void compute(struct sample *s, const struct fzzf__op *op)
{
    const struct fzzf_operator *kind = op->kind;

    if (kind == &fzzf__op_cohort_count)
        fzzf__give(&s->figure, fzzf__num_int((int64_t)s->count));
    else if (kind == &fzzf__op_cohort_sum)
        sum(s);
    else if (s->count == 0)
        fzzf__give_why(&s->figure, FZZF__NO_VALUE, FZZF__WHY_EMPTY_COHORT,
                       op->text);
    else if (kind == &fzzf__op_cohort_min)
        fold(s, false);
    else if (kind == &fzzf__op_cohort_max)
        fold(s, true);
    else if (kind == &fzzf__op_cohort_mean)
        mean(s);
    else if (kind == &fzzf__op_cohort_median)
        median(s);
    else
        deviation(s);
}

void fzzf__figures_compute(fzzf__arena *arena, const struct fzzf__op *op,
                           bool dense, const struct fzzf__value *values,
                           const size_t *members, size_t count,
                           struct fzzf__figure_value *out)
{
    struct sample s = {.arena = arena};

    if (op->kind == &fzzf__op_rank || op->kind == &fzzf__op_rank_low) {
        fzzf__places_compute(arena, dense, op->kind == &fzzf__op_rank_low,
                             values, members, count, out);
        return;
    }
    s.values = fzzf__arena_alloc(arena, (count + 1) * sizeof *s.values);
    if (s.values == NULL)
        return;
    s.figure.lo = s.figure.hi = s.figure.full = FZZF__ZERO;
    for (size_t i = 0; i < count; i++) {
        const struct fzzf__value *value = &values[members[i]];

        if (value->condition != FZZF__HAS_VALUE)
            continue;
        fzzf__depend(&s.figure, value);
        s.values[s.count++] = value;
    }
    s.figure.absent = 0; /* it is not this unit's own data that is absent */
    compute(&s, op);
    fzzf__value_settle(arena, FZZF__TYPE_NUMBER, &s.figure);
    for (size_t i = 0; i < count; i++) {
        out[members[i]].known = true;
        out[members[i]].value = s.figure;
    }
}
