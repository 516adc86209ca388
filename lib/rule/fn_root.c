/* SPDX-License-Identifier: Apache-2.0 */
/* Powers and roots: irrational values are enclosed, and known as surds. */

#include "rule/root.h"

static void enclose(struct fzzf__run *run, fzzf__num a, int k, bool upper,
                    fzzf__num *out, bool *irrational)
{
    fzzf__num lo, hi;

    if (!fzzf__num_is_finite(a) || k == 1) {
        *out = a;
        return;
    }
    if (!fzzf__num_root(run->arena, a, k, run->digits, &lo, &hi))
        *irrational = true;
    *out = upper ? hi : lo;
}

void fzzf__give_root(struct fzzf__run *run, const struct fzzf__op *op,
                     const struct fzzf__value *a, int k,
                     struct fzzf__value *out)
{
    bool irrational = false;
    fzzf__num from = a->lo;
    struct fzzf__surd *surd;

    if (fzzf__num_sign(a->hi) < 0) {
        fzzf__give_why(out, FZZF__NO_VALUE, FZZF__WHY_ROOT,
                       run->system->nodes[op->node].id);
        return;
    }
    if (fzzf__num_sign(from) < 0) {
        /* Perhaps it is negative and has none. */
        from = FZZF__ZERO;
        out->may_fail = true;
        out->why.code = FZZF__WHY_ROOT;
        out->why.text = run->system->nodes[op->node].id;
        if (!a->open)
            fzzf__unsettled(run, out);
    }
    out->condition = FZZF__HAS_VALUE;
    enclose(run, from, k, false, &out->lo, &irrational);
    enclose(run, a->hi, k, true, &out->hi, &irrational);
    out->surd = k == 1 ? a->surd : NULL;
    if (!irrational)
        return;
    out->enclosed = true;
    if (!fzzf__value_is_exact(run->arena, a))
        return;
    surd = fzzf__arena_alloc(run->arena, sizeof *surd);
    if (surd != NULL)
        *surd = (struct fzzf__surd){FZZF__ONE, a->lo, k};
    out->surd = surd;
}

static void run_sqrt(struct fzzf__run *run, const struct fzzf__op *op,
                     struct fzzf__value *out)
{
    fzzf__give_root(run, op, fzzf__arg_value(run, op, 0), 2, out);
}

const struct fzzf_operator fzzf__op_sqrt = {
    .name = "sqrt",
    .form = FZZF_FORM_FUNCTION,
    .en = "The square root; of a negative number no value.",
    .zh = "平方根；负数无值。",
    .params = {{.name = "x", .type = FZZF_PARAM_NUMBER, .required = 1}},
    .run = run_sqrt};

static void check_root(struct fzzf__program *program, struct fzzf__op *op)
{
    if (op->args[1].whole < 1)
        fzzf__fault(program, &op->place, FZZF__F_BAD_ATTRIBUTE, "k", op->text);
}

static void run_root(struct fzzf__run *run, const struct fzzf__op *op,
                     struct fzzf__value *out)
{
    fzzf__give_root(run, op, fzzf__arg_value(run, op, 0),
                    (int)op->args[1].whole, out);
}

const struct fzzf_operator fzzf__op_root = {
    .name = "root",
    .form = FZZF_FORM_FUNCTION,
    .en = "The k-th root; of a negative number no value.",
    .zh = "k 次方根；负数无值。",
    .params = {{.name = "x", .type = FZZF_PARAM_NUMBER, .required = 1},
               {.name = "k", .type = FZZF_PARAM_WHOLE, .required = 1}},
    .check = check_root,
    .run = run_root};

static void power_surd(struct fzzf__run *run, const struct fzzf__value *a,
                       int k, struct fzzf__value *out)
{
    struct fzzf__surd *surd;

    if (a->surd == NULL || k == 0)
        return;
    surd = fzzf__arena_alloc(run->arena, sizeof *surd);
    if (surd == NULL)
        return;
    *surd = *a->surd;
    surd->r = fzzf__num_pow(run->arena, surd->r, k);
    if (k % surd->k == 0) {
        /* (q^(1/k))^k is rational again. */
        fzzf__give(out, fzzf__num_mul(
                            run->arena, surd->r,
                            fzzf__num_pow(run->arena, surd->q, k / surd->k)));
        return;
    }
    surd->q = fzzf__num_pow(run->arena, surd->q, k);
    out->surd = surd;
}

static void run_power(struct fzzf__run *run, const struct fzzf__op *op,
                      struct fzzf__value *out)
{
    const struct fzzf__value *a = fzzf__arg_value(run, op, 0);
    const int k = (int)op->args[1].whole;
    fzzf__num lo, hi;

    if (k == 0) {
        fzzf__give(out, FZZF__ONE);
        return;
    }
    lo = fzzf__num_is_finite(a->lo) ? fzzf__num_pow(run->arena, a->lo, k)
                                    : a->lo;
    hi = fzzf__num_is_finite(a->hi) ? fzzf__num_pow(run->arena, a->hi, k)
                                    : a->hi;
    if (k % 2 == 0) {
        lo = fzzf__num_abs(run->arena, lo);
        hi = fzzf__num_abs(run->arena, hi);
    }
    out->lo = fzzf__num_min(run->arena, lo, hi);
    out->hi = fzzf__num_max(run->arena, lo, hi);
    if (k % 2 == 0 && fzzf__num_sign(a->lo) < 0 && fzzf__num_sign(a->hi) > 0)
        out->lo = FZZF__ZERO;
    power_surd(run, a, k, out);
}

const struct fzzf_operator fzzf__op_power = {
    .name = "power",
    .form = FZZF_FORM_FUNCTION,
    .en = "x to the power k, a whole constant.",
    .zh = "x 的 k 次幂，k 为整数常量。",
    .params = {{.name = "x", .type = FZZF_PARAM_NUMBER, .required = 1},
               {.name = "k", .type = FZZF_PARAM_WHOLE, .required = 1}},
    .run = run_power};
