/* SPDX-License-Identifier: Apache-2.0 */
/* adjust: another rule's outcome multiplied, moved, limited, rounded. */

#include "rule/run.h"

enum { TIMES, PLUS, FLOOR, CAP, PLACES };

static void check_adjust(struct fzzf__program *program, struct fzzf__op *op)
{
    if (op->args[PLACES].given && op->args[PLACES].whole > 12)
        fzzf__fault(program, &op->place, FZZF__F_BAD_ATTRIBUTE, "places",
                    op->args[PLACES].text);
    if (program->ops[op->parts[0]].type == FZZF__TYPE_TEXT)
        fzzf__fault(program, &op->place, FZZF__F_NEEDS_POINTS, op->kind->name,
                    NULL);
}

/* One cause for the way from the inner outcome to a * times + plus. */
static void move(struct fzzf__run *run, const struct fzzf__op *op,
                 struct fzzf__value *score)
{
    const struct fzzf__value *times = fzzf__arg_value(run, op, TIMES);
    const struct fzzf__value *plus = fzzf__arg_value(run, op, PLUS);
    fzzf__num low = score->lo, high = score->hi;
    struct fzzf__cause *cause;

    if (times != NULL) {
        const fzzf__num four[] = {
            fzzf__num_mul(run->arena, score->lo, times->lo),
            fzzf__num_mul(run->arena, score->lo, times->hi),
            fzzf__num_mul(run->arena, score->hi, times->lo),
            fzzf__num_mul(run->arena, score->hi, times->hi)};

        low = high = four[0];
        for (size_t i = 1; i < 4; i++) {
            low = fzzf__num_min(run->arena, low, four[i]);
            high = fzzf__num_max(run->arena, high, four[i]);
        }
        fzzf__depend(score, times);
    }
    if (plus != NULL) {
        low = fzzf__num_add(run->arena, low, plus->lo);
        high = fzzf__num_add(run->arena, high, plus->hi);
        fzzf__depend(score, plus);
    }
    if (times == NULL && plus == NULL)
        return;
    score->surd = NULL;
    cause = fzzf__score_add(run, score, FZZF__CAUSE_ADJUST,
                            fzzf__num_sub(run->arena, low, score->lo),
                            fzzf__num_sub(run->arena, high, score->hi));
    if (cause != NULL) {
        cause->label = op->label;
        cause->args[0] = low;
    }
    score->lo = low; /* also when an end is infinite */
    score->hi = high;
}

static void run_adjust(struct fzzf__run *run, const struct fzzf__op *op,
                       struct fzzf__value *out)
{
    const struct fzzf__value *bad = fzzf__part_value(run, op, 0);

    /* The rule inside comes first: without a value, nothing else matters. */
    if (bad->condition == FZZF__HAS_VALUE)
        bad = fzzf__trouble(run, op);
    if (bad != NULL) {
        fzzf__depend(out, bad);
        fzzf__give_why(out, bad->condition, bad->why.code, bad->why.text);
        return;
    }
    fzzf__give_score(run, op, out, fzzf__part_value(run, op, 0),
                     FZZF__CAUSE_FORMULA, NULL);
    if (run->explain) {
        struct fzzf__cause *own = NULL;

        fzzf__causes_append(run->arena, &own, out->causes);
        out->causes = own;
    }
    move(run, op, out);
    fzzf__floor(run, out, fzzf__arg_value(run, op, FLOOR));
    fzzf__cap(run, out, fzzf__arg_value(run, op, CAP), op->label);
    if (op->args[PLACES].given)
        fzzf__score_round(run, out, (int)op->args[PLACES].whole);
}

const struct fzzf_operator fzzf__op_adjust = {
    .name = "adjust",
    .form = FZZF_FORM_RULE,
    .en = "The rule inside: times, plus, at least, at most, rounded.",
    .zh = "对内层规则的得分乘、加、保底、封顶、取舍。",
    .parts = "rule",
    .parts_min = 1,
    .parts_max = 1,
    .params = {[TIMES] = {"times", FZZF_PARAM_NUMBER, 0, NULL, NULL},
               [PLUS] = {"plus", FZZF_PARAM_NUMBER, 0, NULL, NULL},
               [FLOOR] = {"floor", FZZF_PARAM_NUMBER, 0, NULL, NULL},
               [CAP] = {"cap", FZZF_PARAM_NUMBER, 0, NULL, NULL},
               [PLACES] = {"places", FZZF_PARAM_WHOLE, 0, NULL, NULL}},
    .raw = 1,
    .check = check_adjust,
    .run = run_adjust};
