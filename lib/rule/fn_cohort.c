/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Figures of all units. Here they are only read; lib/eval/figures.c computes
 * them, from the column of the first argument, when the cohort is closed.
 */

#include <string.h>

#include "rule/run.h"

static void check_scope(struct fzzf__program *program, struct fzzf__op *op)
{
    if (op->arg_count > 1 && strcmp(op->args[1].text, "group") != 0)
        fzzf__fault(program, &op->place, FZZF__F_UNKNOWN_OPTION,
                    op->args[1].text, "group");
}

/* When it is open, so may be the unit's own part in it. */
static void give_figure(const struct fzzf__figure_value *figure,
                        const struct fzzf__value *own, struct fzzf__value *out)
{
    *out = figure->value;
    if (out->open)
        out->absent |= own->absent;
}

static void run_figure(struct fzzf__run *run, const struct fzzf__op *op,
                       struct fzzf__value *out)
{
    const struct fzzf__figure_value *figure = &run->figures[op->target];
    const struct fzzf__value *own = fzzf__arg_value(run, op, 0);

    if ((op->kind == &fzzf__op_rank || op->kind == &fzzf__op_rank_low) &&
        own->condition != FZZF__HAS_VALUE)
        *out = *own; /* a unit without a value has no place */
    else if (figure->known)
        give_figure(figure, own, out);
    else
        fzzf__give_why(out, FZZF__NOT_COMPUTABLE, FZZF__WHY_NO_COHORT,
                       op->text);
}

#define COHORT(id, english, chinese)                                           \
    const struct fzzf_operator fzzf__op_##id = {                               \
        .name = #id,                                                           \
        .form = FZZF_FORM_FUNCTION,                                            \
        .en = english,                                                         \
        .zh = chinese,                                                         \
        .params = {{.name = "x", .type = FZZF_PARAM_NUMBER, .required = 1},    \
                   {.name = "scope", .type = FZZF_PARAM_QUOTED}},              \
        .optional = 1,                                                         \
        .raw = 1,                                                              \
        .cohort = 1,                                                           \
        .check = check_scope,                                                  \
        .run = run_figure}

COHORT(rank, "The unit's place by x, the greatest first.",
       "按 x 从大到小的名次。");
COHORT(rank_low, "The unit's place by x, the least first.",
       "按 x 从小到大的名次。");
COHORT(cohort_min, "The least x of all units.", "各单位 x 的最小值。");
COHORT(cohort_max, "The greatest x of all units.", "各单位 x 的最大值。");
COHORT(cohort_mean, "The mean of x over all units.", "各单位 x 的平均值。");
COHORT(cohort_median, "The median of x over all units.", "各单位 x 的中位数。");
COHORT(cohort_sum, "The sum of x over all units.", "各单位 x 之和。");
COHORT(cohort_sd, "The standard deviation of x over all units (divided by n).",
       "各单位 x 的标准差（除以 n）。");
COHORT(cohort_count, "How many units have a value of x.", "x 有值的单位数。");
