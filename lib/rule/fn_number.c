/* SPDX-License-Identifier: Apache-2.0 */
/* Arithmetic on intervals. */

#include "rule/run.h"

#define NUMBER_PARAM(text)                                                     \
    {                                                                          \
        .name = text, .type = FZZF_PARAM_NUMBER, .required = 1                 \
    }

static const struct fzzf__value *arg(const struct fzzf__run *run,
                                     const struct fzzf__op *op, size_t i)
{
    return fzzf__arg_value(run, op, i);
}

static void run_number(struct fzzf__run *run, const struct fzzf__op *op,
                       struct fzzf__value *out)
{
    (void)run;
    fzzf__give(out, op->number);
}

const struct fzzf_operator fzzf__op_number = {.name = "number",
                                              .run = run_number};

static void run_parameter(struct fzzf__run *run, const struct fzzf__op *op,
                          struct fzzf__value *out)
{
    *out = run->parameters[op->target];
}

const struct fzzf_operator fzzf__op_parameter = {.name = "parameter",
                                                 .run = run_parameter};

/* An exact value as a surd, k 0 when rational; false: it is zero or not exact.
 */
static bool exact_factor(struct fzzf__run *run, const struct fzzf__value *a,
                         struct fzzf__surd *out)
{
    if (a->surd != NULL)
        *out = *a->surd;
    else
        *out = (struct fzzf__surd){a->lo, FZZF__ONE, 0};
    return a->surd != NULL ||
           (fzzf__value_is_exact(run->arena, a) && fzzf__num_sign(a->lo) != 0);
}

/* The surd of a * b, or of a / b; NULL when it is none. */
static const struct fzzf__surd *surd_product(struct fzzf__run *run,
                                             const struct fzzf__value *a,
                                             const struct fzzf__value *b,
                                             int power)
{
    struct fzzf__surd x, y;
    struct fzzf__surd *surd;

    if ((a->surd == NULL && b->surd == NULL) || !exact_factor(run, a, &x) ||
        !exact_factor(run, b, &y) || (x.k != 0 && y.k != 0 && x.k != y.k))
        return NULL;
    surd = fzzf__arena_alloc(run->arena, sizeof *surd);
    if (surd == NULL)
        return NULL;
    surd->r =
        fzzf__num_mul(run->arena, x.r, fzzf__num_pow(run->arena, y.r, power));
    surd->q =
        fzzf__num_mul(run->arena, x.q, fzzf__num_pow(run->arena, y.q, power));
    surd->k = x.k != 0 ? x.k : y.k;
    return surd;
}

static void run_negate(struct fzzf__run *run, const struct fzzf__op *op,
                       struct fzzf__value *out)
{
    const struct fzzf__value *a = arg(run, op, 0);

    out->lo = fzzf__num_neg(run->arena, a->hi);
    out->hi = fzzf__num_neg(run->arena, a->lo);
    out->lo_open = a->hi_open;
    out->hi_open = a->lo_open;
    if (a->surd != NULL) {
        struct fzzf__surd *surd = fzzf__arena_alloc(run->arena, sizeof *surd);

        if (surd != NULL) {
            *surd = *a->surd;
            surd->r = fzzf__num_neg(run->arena, surd->r);
        }
        out->surd = surd;
    }
}

const struct fzzf_operator fzzf__op_negate = {
    .name = "negate", .params = {NUMBER_PARAM("x")}, .run = run_negate};

static void run_add(struct fzzf__run *run, const struct fzzf__op *op,
                    struct fzzf__value *out)
{
    const struct fzzf__value *a = arg(run, op, 0), *b = arg(run, op, 1);

    out->lo = fzzf__num_add(run->arena, a->lo, b->lo);
    out->hi = fzzf__num_add(run->arena, a->hi, b->hi);
    out->lo_open = a->lo_open || b->lo_open;
    out->hi_open = a->hi_open || b->hi_open;
}

const struct fzzf_operator fzzf__op_add = {
    .name = "add",
    .params = {NUMBER_PARAM("a"), NUMBER_PARAM("b")},
    .run = run_add};

static void run_subtract(struct fzzf__run *run, const struct fzzf__op *op,
                         struct fzzf__value *out)
{
    const struct fzzf__value *a = arg(run, op, 0), *b = arg(run, op, 1);

    out->lo = fzzf__num_sub(run->arena, a->lo, b->hi);
    out->hi = fzzf__num_sub(run->arena, a->hi, b->lo);
    out->lo_open = a->lo_open || b->hi_open;
    out->hi_open = a->hi_open || b->lo_open;
}

const struct fzzf_operator fzzf__op_subtract = {
    .name = "subtract",
    .params = {NUMBER_PARAM("a"), NUMBER_PARAM("b")},
    .run = run_subtract};

/* Sets *out to cover the four numbers. */
static void cover(struct fzzf__run *run, struct fzzf__value *out,
                  const fzzf__num *four)
{
    out->lo = out->hi = four[0];
    for (size_t i = 1; i < 4; i++) {
        out->lo = fzzf__num_min(run->arena, out->lo, four[i]);
        out->hi = fzzf__num_max(run->arena, out->hi, four[i]);
    }
}

/* An exact number times an interval: open ends stay open. */
static void stretch(struct fzzf__run *run, struct fzzf__value *out,
                    const struct fzzf__value *by, const struct fzzf__value *of)
{
    const int sign = fzzf__num_sign(by->lo);
    const fzzf__num one = fzzf__num_mul(run->arena, by->lo, of->lo);
    const fzzf__num other = fzzf__num_mul(run->arena, by->lo, of->hi);

    out->lo = sign < 0 ? other : one;
    out->hi = sign < 0 ? one : other;
    if (sign != 0) {
        out->lo_open = sign > 0 ? of->lo_open : of->hi_open;
        out->hi_open = sign > 0 ? of->hi_open : of->lo_open;
    }
}

void fzzf__multiply(struct fzzf__run *run, struct fzzf__value *out,
                    const struct fzzf__value *a, const struct fzzf__value *b)
{
    const bool a_exact = fzzf__value_is_exact(run->arena, a);
    const bool b_exact = fzzf__value_is_exact(run->arena, b);
    fzzf__num four[4];

    if (a_exact && b_exact) {
        fzzf__give(out, fzzf__num_mul(run->arena, a->lo, b->lo));
    } else if (a_exact) {
        stretch(run, out, a, b);
    } else if (b_exact) {
        stretch(run, out, b, a);
    } else {
        four[0] = fzzf__num_mul(run->arena, a->lo, b->lo);
        four[1] = fzzf__num_mul(run->arena, a->lo, b->hi);
        four[2] = fzzf__num_mul(run->arena, a->hi, b->lo);
        four[3] = fzzf__num_mul(run->arena, a->hi, b->hi);
        cover(run, out, four);
    }
}

static void run_multiply(struct fzzf__run *run, const struct fzzf__op *op,
                         struct fzzf__value *out)
{
    const struct fzzf__value *a = arg(run, op, 0), *b = arg(run, op, 1);

    fzzf__multiply(run, out, a, b);
    out->surd = surd_product(run, a, b, 1);
}

const struct fzzf_operator fzzf__op_multiply = {
    .name = "multiply",
    .params = {NUMBER_PARAM("a"), NUMBER_PARAM("b")},
    .run = run_multiply};

/* 1/b as an interval; an end at zero opens it to infinity on that side. */
void fzzf__invert(struct fzzf__run *run, struct fzzf__value *out,
                  const struct fzzf__value *b)
{
    const int lo = fzzf__num_sign(b->lo), hi = fzzf__num_sign(b->hi);

    *out = *b;
    out->lo = FZZF__MINUS_INFINITY;
    out->hi = FZZF__PLUS_INFINITY;
    if (lo < 0 && hi > 0)
        return;
    if (hi != 0)
        out->lo = fzzf__num_div(run->arena, FZZF__ONE, b->hi);
    if (lo != 0)
        out->hi = fzzf__num_div(run->arena, FZZF__ONE, b->lo);
    /* 1 / infinity is never reached. */
    out->lo_open = b->hi_open || !fzzf__num_is_finite(b->hi);
    out->hi_open = b->lo_open || !fzzf__num_is_finite(b->lo);
}

/* Whether the divisor can be zero. */
bool fzzf__holds_zero(const struct fzzf__value *b)
{
    const int lo = fzzf__num_sign(b->lo), hi = fzzf__num_sign(b->hi);

    return lo <= 0 && hi >= 0 && !(lo == 0 && b->lo_open) &&
           !(hi == 0 && b->hi_open);
}

static void run_divide(struct fzzf__run *run, const struct fzzf__op *op,
                       struct fzzf__value *out)
{
    const struct fzzf__value *a = arg(run, op, 0), *b = arg(run, op, 1);
    struct fzzf__value inverse;

    if (fzzf__value_is_exact(run->arena, b)) {
        if (fzzf__num_sign(b->lo) == 0) {
            fzzf__give_why(out, FZZF__NO_VALUE, FZZF__WHY_DIVISION,
                           run->system->nodes[op->node].id);
            return;
        }
        if (fzzf__value_is_exact(run->arena, a)) {
            fzzf__give(out, fzzf__num_div(run->arena, a->lo, b->lo));
            return;
        }
    }
    fzzf__invert(run, &inverse, b);
    fzzf__multiply(run, out, a, &inverse);
    if (fzzf__holds_zero(b)) {
        out->may_fail = true;
        out->why.code = FZZF__WHY_DIVISION;
        out->why.text = run->system->nodes[op->node].id;
    }
    out->surd = surd_product(run, a, b, -1);
}

const struct fzzf_operator fzzf__op_divide = {
    .name = "divide",
    .params = {NUMBER_PARAM("a"), NUMBER_PARAM("b")},
    .run = run_divide};

static void run_abs(struct fzzf__run *run, const struct fzzf__op *op,
                    struct fzzf__value *out)
{
    const struct fzzf__value *a = arg(run, op, 0);
    const fzzf__num lo = fzzf__num_abs(run->arena, a->lo);
    const fzzf__num hi = fzzf__num_abs(run->arena, a->hi);

    out->lo = fzzf__num_sign(a->lo) < 0 && fzzf__num_sign(a->hi) > 0
                  ? FZZF__ZERO
                  : fzzf__num_min(run->arena, lo, hi);
    out->hi = fzzf__num_max(run->arena, lo, hi);
}

const struct fzzf_operator fzzf__op_abs = {.name = "abs",
                                           .form = FZZF_FORM_FUNCTION,
                                           .en = "The absolute value.",
                                           .zh = "绝对值。",
                                           .params = {NUMBER_PARAM("x")},
                                           .run = run_abs};

static void run_min(struct fzzf__run *run, const struct fzzf__op *op,
                    struct fzzf__value *out)
{
    *out = *arg(run, op, 0);
    out->surd = NULL;
    for (size_t i = 1; i < op->arg_count; i++) {
        const struct fzzf__value *a = arg(run, op, i);

        fzzf__depend(out, a);
        out->lo = fzzf__num_min(run->arena, out->lo, a->lo);
        out->hi = fzzf__num_min(run->arena, out->hi, a->hi);
    }
}

const struct fzzf_operator fzzf__op_min = {.name = "min",
                                           .form = FZZF_FORM_FUNCTION,
                                           .en = "The least of its arguments.",
                                           .zh = "各参数中的最小值。",
                                           .params = {NUMBER_PARAM("x")},
                                           .repeats = 1,
                                           .run = run_min};

static void run_max(struct fzzf__run *run, const struct fzzf__op *op,
                    struct fzzf__value *out)
{
    *out = *arg(run, op, 0);
    out->surd = NULL;
    for (size_t i = 1; i < op->arg_count; i++) {
        const struct fzzf__value *a = arg(run, op, i);

        fzzf__depend(out, a);
        out->lo = fzzf__num_max(run->arena, out->lo, a->lo);
        out->hi = fzzf__num_max(run->arena, out->hi, a->hi);
    }
}

const struct fzzf_operator fzzf__op_max = {.name = "max",
                                           .form = FZZF_FORM_FUNCTION,
                                           .en =
                                               "The greatest of its arguments.",
                                           .zh = "各参数中的最大值。",
                                           .params = {NUMBER_PARAM("x")},
                                           .repeats = 1,
                                           .run = run_max};

/* A step function of an enclosure is settled or asks for more digits. */
static void stepped(struct fzzf__run *run, const struct fzzf__value *a,
                    struct fzzf__value *out)
{
    if (a->enclosed && !a->open &&
        fzzf__num_compare(run->arena, out->lo, out->hi) != 0)
        fzzf__unsettled(run, out);
}

static void run_floor(struct fzzf__run *run, const struct fzzf__op *op,
                      struct fzzf__value *out)
{
    const struct fzzf__value *a = arg(run, op, 0);

    out->lo = fzzf__num_floor(run->arena, a->lo);
    out->hi = fzzf__num_floor(run->arena, a->hi);
    stepped(run, a, out);
}

const struct fzzf_operator fzzf__op_floor = {
    .name = "floor",
    .form = FZZF_FORM_FUNCTION,
    .en = "The greatest whole number not above x.",
    .zh = "不大于 x 的最大整数。",
    .params = {NUMBER_PARAM("x")},
    .run = run_floor};

static void run_ceil(struct fzzf__run *run, const struct fzzf__op *op,
                     struct fzzf__value *out)
{
    const struct fzzf__value *a = arg(run, op, 0);

    out->lo = fzzf__num_ceil(run->arena, a->lo);
    out->hi = fzzf__num_ceil(run->arena, a->hi);
    stepped(run, a, out);
}

const struct fzzf_operator fzzf__op_ceil = {
    .name = "ceil",
    .form = FZZF_FORM_FUNCTION,
    .en = "The least whole number not below x.",
    .zh = "不小于 x 的最小整数。",
    .params = {NUMBER_PARAM("x")},
    .run = run_ceil};

static void run_round(struct fzzf__run *run, const struct fzzf__op *op,
                      struct fzzf__value *out)
{
    const struct fzzf__value *a = arg(run, op, 0);
    const int places = (int)op->args[1].whole;
    const fzzf_rounding mode = run->contract->rounding;

    out->lo = fzzf__num_round(run->arena, a->lo, places, mode);
    out->hi = fzzf__num_round(run->arena, a->hi, places, mode);
    stepped(run, a, out);
}

static void check_round(struct fzzf__program *program, struct fzzf__op *op)
{
    if (op->args[1].whole > 12)
        fzzf__fault(program, &op->place, FZZF__F_BAD_ATTRIBUTE, "places",
                    op->text);
}

const struct fzzf_operator fzzf__op_round = {
    .name = "round",
    .form = FZZF_FORM_FUNCTION,
    .en = "x rounded to a count of places (0 to 12) by the contract's mode.",
    .zh = "按约定的方式将 x 取舍到若干位小数（0 至 12）。",
    .params = {NUMBER_PARAM("x"),
               {.name = "places", .type = FZZF_PARAM_WHOLE, .required = 1}},
    .check = check_round,
    .run = run_round};
