/* SPDX-License-Identifier: Apache-2.0 */
/* Comparisons, and, or, not, and choices between values. */

#include <string.h>

#include "rule/run.h"

#define NUMBERS                                                                \
    {                                                                          \
        {.name = "a", .type = FZZF_PARAM_NUMBER, .required = 1},               \
        {                                                                      \
            .name = "b", .type = FZZF_PARAM_NUMBER, .required = 1              \
        }                                                                      \
    }
#define TRUTHS                                                                 \
    {                                                                          \
        {.name = "a", .type = FZZF_PARAM_TRUTH, .required = 1},                \
        {                                                                      \
            .name = "b", .type = FZZF_PARAM_TRUTH, .required = 1               \
        }                                                                      \
    }

/*
 * Where a stands to b: the least and the greatest of -1, 0, 1 that are
 * possible. Enclosures that overlap ask for more digits.
 */
static void compare(struct fzzf__run *run, const struct fzzf__op *op,
                    struct fzzf__value *out, int *least, int *most)
{
    const struct fzzf__value *a = fzzf__arg_value(run, op, 0);
    const struct fzzf__value *b = fzzf__arg_value(run, op, 1);
    const int c =
        a->open || b->open ? 2 : fzzf__value_compare(run->arena, a, b);

    if (c != 2) {
        *least = *most = c;
        return;
    }
    if (!a->open && !b->open)
        fzzf__unsettled(run, out);
    *least = fzzf__num_compare(run->arena, a->lo, b->hi);
    *most = fzzf__num_compare(run->arena, a->hi, b->lo);
    /* Ends that meet but are not reached stay apart. */
    if (*least == 0 && (a->lo_open || b->hi_open))
        *least = 1;
    if (*most == 0 && (a->hi_open || b->lo_open))
        *most = -1;
}

static void run_less(struct fzzf__run *run, const struct fzzf__op *op,
                     struct fzzf__value *out)
{
    int least, most;

    compare(run, op, out, &least, &most);
    fzzf__give_truth(out, most < 0, least < 0);
}

static void run_at_most(struct fzzf__run *run, const struct fzzf__op *op,
                        struct fzzf__value *out)
{
    int least, most;

    compare(run, op, out, &least, &most);
    fzzf__give_truth(out, most <= 0, least <= 0);
}

static void run_greater(struct fzzf__run *run, const struct fzzf__op *op,
                        struct fzzf__value *out)
{
    int least, most;

    compare(run, op, out, &least, &most);
    fzzf__give_truth(out, least > 0, most > 0);
}

static void run_at_least(struct fzzf__run *run, const struct fzzf__op *op,
                         struct fzzf__value *out)
{
    int least, most;

    compare(run, op, out, &least, &most);
    fzzf__give_truth(out, least >= 0, most >= 0);
}

static void equality(struct fzzf__run *run, const struct fzzf__op *op,
                     struct fzzf__value *out)
{
    const struct fzzf__op *first = &run->program->ops[op->args[0].op];
    const struct fzzf__value *a = fzzf__arg_value(run, op, 0);
    const struct fzzf__value *b = fzzf__arg_value(run, op, 1);
    int least, most;

    if (first->type == FZZF__TYPE_TEXT) {
        const bool known = a->text != NULL && b->text != NULL;
        const bool same = known && strcmp(a->text, b->text) == 0;

        fzzf__give_truth(out, same, same || !known);
        return;
    }
    compare(run, op, out, &least, &most);
    fzzf__give_truth(out, least == 0 && most == 0, least <= 0 && most >= 0);
}

static void run_equal(struct fzzf__run *run, const struct fzzf__op *op,
                      struct fzzf__value *out)
{
    equality(run, op, out);
}

static void run_different(struct fzzf__run *run, const struct fzzf__op *op,
                          struct fzzf__value *out)
{
    fzzf__num lo;

    equality(run, op, out);
    lo = fzzf__num_sub(run->arena, FZZF__ONE, out->hi);
    out->hi = fzzf__num_sub(run->arena, FZZF__ONE, out->lo);
    out->lo = lo;
}

const struct fzzf_operator fzzf__op_less = {.name = "less",
                                            .gives = FZZF__TYPE_TRUTH,
                                            .params = NUMBERS,
                                            .run = run_less};
const struct fzzf_operator fzzf__op_at_most = {.name = "at-most",
                                               .gives = FZZF__TYPE_TRUTH,
                                               .params = NUMBERS,
                                               .run = run_at_most};
const struct fzzf_operator fzzf__op_greater = {.name = "greater",
                                               .gives = FZZF__TYPE_TRUTH,
                                               .params = NUMBERS,
                                               .run = run_greater};
const struct fzzf_operator fzzf__op_at_least = {.name = "at-least",
                                                .gives = FZZF__TYPE_TRUTH,
                                                .params = NUMBERS,
                                                .run = run_at_least};
const struct fzzf_operator fzzf__op_equal = {.name = "equal",
                                             .gives = FZZF__TYPE_TRUTH,
                                             .params = NUMBERS,
                                             .run = run_equal};
const struct fzzf_operator fzzf__op_different = {.name = "different",
                                                 .gives = FZZF__TYPE_TRUTH,
                                                 .params = NUMBERS,
                                                 .run = run_different};

/*
 * What decides alone is not asked further: the second is read only when the
 * first leaves it open. @decides: 0 for and, 1 for or.
 */
static bool settled(struct fzzf__run *run, const struct fzzf__op *op,
                    int decides, struct fzzf__value *out)
{
    const struct fzzf__value *a = fzzf__arg_value(run, op, 0);
    const struct fzzf__value *b = fzzf__arg_value(run, op, 1);
    const bool sure = a->condition == FZZF__HAS_VALUE &&
                      fzzf__num_sign(a->lo) == fzzf__num_sign(a->hi);

    if (a->condition != FZZF__HAS_VALUE ||
        (sure && fzzf__num_sign(a->lo) == decides)) {
        *out = *a;
        return true;
    }
    fzzf__depend(out, a);
    fzzf__depend(out, b);
    if (b->condition == FZZF__HAS_VALUE)
        return false;
    if (sure || b->condition != FZZF__NO_VALUE) {
        *out = *b;
        if (!sure)
            fzzf__depend(out, a);
        return true;
    }
    /* Perhaps the first decides; else there is no value. */
    fzzf__give_truth(out, decides == 1, decides == 1);
    out->may_fail = true;
    out->open = true;
    out->why = b->why;
    return true;
}

static void run_and(struct fzzf__run *run, const struct fzzf__op *op,
                    struct fzzf__value *out)
{
    const struct fzzf__value *a = fzzf__arg_value(run, op, 0);
    const struct fzzf__value *b = fzzf__arg_value(run, op, 1);

    if (settled(run, op, 0, out))
        return;
    out->lo = fzzf__num_min(run->arena, a->lo, b->lo);
    out->hi = fzzf__num_min(run->arena, a->hi, b->hi);
}

static void run_or(struct fzzf__run *run, const struct fzzf__op *op,
                   struct fzzf__value *out)
{
    const struct fzzf__value *a = fzzf__arg_value(run, op, 0);
    const struct fzzf__value *b = fzzf__arg_value(run, op, 1);

    if (settled(run, op, 1, out))
        return;
    out->lo = fzzf__num_max(run->arena, a->lo, b->lo);
    out->hi = fzzf__num_max(run->arena, a->hi, b->hi);
}

static void run_not(struct fzzf__run *run, const struct fzzf__op *op,
                    struct fzzf__value *out)
{
    const struct fzzf__value *a = fzzf__arg_value(run, op, 0);

    out->lo = fzzf__num_sub(run->arena, FZZF__ONE, a->hi);
    out->hi = fzzf__num_sub(run->arena, FZZF__ONE, a->lo);
}

const struct fzzf_operator fzzf__op_and = {.name = "and",
                                           .gives = FZZF__TYPE_TRUTH,
                                           .params = TRUTHS,
                                           .raw = 1,
                                           .run = run_and};
const struct fzzf_operator fzzf__op_or = {.name = "or",
                                          .gives = FZZF__TYPE_TRUTH,
                                          .params = TRUTHS,
                                          .raw = 1,
                                          .run = run_or};
const struct fzzf_operator fzzf__op_not = {
    .name = "not",
    .gives = FZZF__TYPE_TRUTH,
    .params = {{.name = "a", .type = FZZF_PARAM_TRUTH, .required = 1}},
    .run = run_not};

static void run_if(struct fzzf__run *run, const struct fzzf__op *op,
                   struct fzzf__value *out)
{
    const struct fzzf__value *test = fzzf__arg_value(run, op, 0);
    size_t count = 0;

    if (test->condition != FZZF__HAS_VALUE) {
        *out = *test;
        return;
    }
    if (fzzf__num_sign(test->hi) > 0)
        fzzf__value_hull(run->arena, op->type, out, &count,
                         fzzf__arg_value(run, op, 1));
    if (fzzf__num_sign(test->lo) == 0)
        fzzf__value_hull(run->arena, op->type, out, &count,
                         fzzf__arg_value(run, op, 2));
    if (count > 1 || test->may_fail)
        fzzf__depend(out, test);
}

const struct fzzf_operator fzzf__op_if_ = {
    .name = "if",
    .form = FZZF_FORM_FUNCTION,
    .en = "a when the test holds, else b; only the one chosen must have a "
          "value.",
    .zh = "条件成立取 a，否则取 b；只有被选中的须有值。",
    .params = {{.name = "test", .type = FZZF_PARAM_TRUTH, .required = 1},
               {.name = "a", .type = FZZF_PARAM_ANY, .required = 1},
               {.name = "b", .type = FZZF_PARAM_ANY, .required = 1}},
    .gives_argument = 1,
    .raw = 1,
    .run = run_if};

static void run_count(struct fzzf__run *run, const struct fzzf__op *op,
                      struct fzzf__value *out)
{
    for (size_t i = 0; i < op->arg_count; i++) {
        const struct fzzf__value *a = fzzf__arg_value(run, op, i);

        out->lo = fzzf__num_add(run->arena, out->lo, a->lo);
        out->hi = fzzf__num_add(run->arena, out->hi, a->hi);
    }
}

const struct fzzf_operator fzzf__op_count = {
    .name = "count",
    .form = FZZF_FORM_FUNCTION,
    .en = "How many of the tests hold.",
    .zh = "成立的条件个数。",
    .params = {{.name = "test", .type = FZZF_PARAM_TRUTH, .required = 1}},
    .repeats = 1,
    .run = run_count};

static void run_defined(struct fzzf__run *run, const struct fzzf__op *op,
                        struct fzzf__value *out)
{
    const struct fzzf__value *a = fzzf__arg_value(run, op, 0);

    if (a->condition == FZZF__NOT_APPLICABLE ||
        a->condition == FZZF__NOT_COMPUTABLE) {
        *out = *a;
        return;
    }
    fzzf__give_truth(out, a->condition == FZZF__HAS_VALUE && !a->may_fail,
                     a->condition == FZZF__HAS_VALUE);
    out->open = a->may_fail;
    out->absent = a->absent;
}

const struct fzzf_operator fzzf__op_defined = {
    .name = "defined",
    .form = FZZF_FORM_FUNCTION,
    .en = "Whether x has a value (0/0 has none).",
    .zh = "x 是否有值（0/0 无值）。",
    .params = {{.name = "x", .type = FZZF_PARAM_ANY, .required = 1}},
    .gives = FZZF__TYPE_TRUTH,
    .raw = 1,
    .run = run_defined};

static void run_applicable(struct fzzf__run *run, const struct fzzf__op *op,
                           struct fzzf__value *out)
{
    const struct fzzf__value *a = fzzf__arg_value(run, op, 0);
    const bool yes = a->condition != FZZF__NOT_APPLICABLE;

    fzzf__give_truth(out, yes, yes || a->open);
    if (!yes && a->open)
        fzzf__depend(out, a);
}

const struct fzzf_operator fzzf__op_applicable = {
    .name = "applicable",
    .form = FZZF_FORM_FUNCTION,
    .en = "Whether the observation or node applies.",
    .zh = "观测值或指标是否适用。",
    .params = {{.name = "x", .type = FZZF_PARAM_ANY, .required = 1}},
    .gives = FZZF__TYPE_TRUTH,
    .raw = 1,
    .run = run_applicable};

static void run_text(struct fzzf__run *run, const struct fzzf__op *op,
                     struct fzzf__value *out)
{
    (void)run;
    out->text = op->text;
}

const struct fzzf_operator fzzf__op_text = {
    .name = "text", .gives = FZZF__TYPE_TEXT, .run = run_text};
