/* SPDX-License-Identifier: Apache-2.0 */
/* scale: straight lines between points. */

#include "rule/run.h"

enum { OF, CLAMP };
enum { VALUE, POINTS };
enum { CLAMP_BOTH, CLAMP_BELOW, CLAMP_ABOVE, CLAMP_NONE };

/* The points of the scale in order, exact for this unit. */
struct ruler {
    fzzf__num *x, *y;
    size_t count;
    int clamp;
};

static void check_scale(struct fzzf__program *program, struct fzzf__op *op)
{
    for (size_t i = 1; i < op->part_count; i++) {
        const struct fzzf__op *at = &program->ops[op->parts[i]];
        const struct fzzf__op *before = &program->ops[op->parts[i - 1]];
        fzzf__num x, y;

        if (fzzf__constant(program, before->args[VALUE].op, &x) &&
            fzzf__constant(program, at->args[VALUE].op, &y) &&
            fzzf__num_compare(program->arena, x, y) >= 0)
            fzzf__fault(program, &at->place, FZZF__F_SCALE_ORDER,
                        fzzf__num_exact_text(program->arena, x),
                        fzzf__num_exact_text(program->arena, y));
    }
}

/* The height of the line through points @i and @i + 1 at @x. */
static fzzf__num line(fzzf__arena *arena, const struct ruler *ruler, size_t i,
                      fzzf__num x)
{
    const fzzf__num width = fzzf__num_sub(arena, ruler->x[i + 1], ruler->x[i]);
    const fzzf__num rise = fzzf__num_sub(arena, ruler->y[i + 1], ruler->y[i]);
    const fzzf__num along = fzzf__num_sub(arena, x, ruler->x[i]);

    if (fzzf__num_sign(rise) == 0)
        return ruler->y[i];
    return fzzf__num_add(
        arena, ruler->y[i],
        fzzf__num_div(arena, fzzf__num_mul(arena, along, rise), width));
}

static fzzf__num height(fzzf__arena *arena, const struct ruler *ruler,
                        fzzf__num x)
{
    const size_t last = ruler->count - 1;
    size_t i = 0;

    if (fzzf__num_compare(arena, x, ruler->x[0]) < 0)
        return ruler->clamp == CLAMP_BOTH || ruler->clamp == CLAMP_BELOW
                   ? ruler->y[0]
                   : line(arena, ruler, 0, x);
    if (fzzf__num_compare(arena, x, ruler->x[last]) > 0)
        return ruler->clamp == CLAMP_BOTH || ruler->clamp == CLAMP_ABOVE
                   ? ruler->y[last]
                   : line(arena, ruler, last - 1, x);
    while (i + 2 < ruler->count &&
           fzzf__num_compare(arena, x, ruler->x[i + 1]) > 0)
        i++;
    return line(arena, ruler, i, x);
}

static void cover(fzzf__arena *arena, struct fzzf__value *out, fzzf__num y)
{
    out->lo = fzzf__num_min(arena, out->lo, y);
    out->hi = fzzf__num_max(arena, out->hi, y);
}

/* The least and greatest height over the interval: at its ends or a corner. */
static void heights(struct fzzf__run *run, const struct ruler *ruler,
                    const struct fzzf__value *of, struct fzzf__value *out)
{
    fzzf__give(out, height(run->arena, ruler, of->lo));
    cover(run->arena, out, height(run->arena, ruler, of->hi));
    for (size_t i = 0; i < ruler->count; i++)
        if (fzzf__num_compare(run->arena, ruler->x[i], of->lo) > 0 &&
            fzzf__num_compare(run->arena, ruler->x[i], of->hi) < 0)
            cover(run->arena, out, ruler->y[i]);
}

/* When the scale itself is open, only its reach can be said. */
static void reach(struct fzzf__run *run, const struct fzzf__op *op,
                  struct fzzf__value *out)
{
    for (size_t i = 0; i < op->part_count; i++) {
        const struct fzzf__value *y =
            fzzf__arg_value(run, fzzf__part_op(run, op, i), POINTS);

        if (i == 0)
            *out = *y;
        cover(run->arena, out, y->lo);
        cover(run->arena, out, y->hi);
    }
    if (op->args[CLAMP].choice != CLAMP_BOTH) {
        out->lo = FZZF__MINUS_INFINITY;
        out->hi = FZZF__PLUS_INFINITY;
    }
    out->causes = NULL;
    out->surd = NULL;
    out->open = true;
}

/* 1 ready; 0 something is in the way (*out says it); -1 open. */
static int read_ruler(struct fzzf__run *run, const struct fzzf__op *op,
                      struct ruler *ruler, struct fzzf__value *out)
{
    int ready = 1;

    ruler->count = op->part_count;
    ruler->clamp = op->args[CLAMP].choice;
    ruler->x = fzzf__arena_alloc(run->arena, ruler->count * sizeof *ruler->x);
    ruler->y = fzzf__arena_alloc(run->arena, ruler->count * sizeof *ruler->y);
    if (ruler->x == NULL || ruler->y == NULL)
        return 0;
    for (size_t i = 0; i < op->part_count; i++) {
        const struct fzzf__op *at = fzzf__part_op(run, op, i);
        const struct fzzf__value *bad = fzzf__trouble(run, at);
        const struct fzzf__value *x = fzzf__arg_value(run, at, VALUE);
        const struct fzzf__value *y = fzzf__arg_value(run, at, POINTS);

        if (bad != NULL) {
            *out = *bad;
            return 0;
        }
        fzzf__depend(out, x);
        fzzf__depend(out, y);
        if (!fzzf__value_is_exact(run->arena, x) ||
            !fzzf__value_is_exact(run->arena, y))
            ready = -1;
        ruler->x[i] = x->lo;
        ruler->y[i] = y->lo;
        if (ready > 0 && i > 0 &&
            fzzf__num_compare(run->arena, ruler->x[i - 1], ruler->x[i]) >= 0) {
            fzzf__give_why(out, FZZF__NO_VALUE, FZZF__WHY_DIVISION,
                           run->system->nodes[op->node].id);
            return 0;
        }
    }
    return ready;
}

static void run_scale(struct fzzf__run *run, const struct fzzf__op *op,
                      struct fzzf__value *out)
{
    const struct fzzf__value *of = fzzf__arg_value(run, op, OF);
    struct ruler ruler;
    struct fzzf__value value = *out;
    const int ready = read_ruler(run, op, &ruler, &value);

    if (ready == 0) {
        *out = value;
        return;
    }
    if (ready > 0)
        heights(run, &ruler, of, &value);
    else
        reach(run, op, &value);
    fzzf__depend(&value, out);
    fzzf__give_score(run, op, out, &value, FZZF__CAUSE_SCALE, &of->lo);
}

const struct fzzf_operator fzzf__op_scale = {
    .name = "scale",
    .form = FZZF_FORM_RULE,
    .en = "Points along straight lines between given points.",
    .zh = "在给定点之间按直线内插计分。",
    .parts = "at",
    .parts_min = 2,
    .params = {[OF] = {"of", FZZF_PARAM_NUMBER, 1, NULL, NULL},
               [CLAMP] = {"clamp", FZZF_PARAM_CHOICE, 0, "both",
                          "both below above none"}},
    .check = check_scale,
    .run = run_scale};

/* Its scale reads the arguments. */
static void run_at(struct fzzf__run *run, const struct fzzf__op *op,
                   struct fzzf__value *out)
{
    (void)run;
    (void)op;
    (void)out;
}

const struct fzzf_operator fzzf__op_at = {
    .name = "at",
    .form = FZZF_FORM_PART,
    .en = "A point of the scale: at this value these points.",
    .zh = "标尺上的一点：数值与得分。",
    .params = {[VALUE] = {"value", FZZF_PARAM_NUMBER, 1, NULL, NULL},
               [POINTS] = {"points", FZZF_PARAM_NUMBER, 1, NULL, NULL}},
    .raw = 1,
    .run = run_at};
