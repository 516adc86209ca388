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

/* The points of a scale of which some are intervals. */
struct loose_ruler {
    const struct fzzf__value **x, **y;
    size_t count;
    int clamp;
};

static fzzf__num end_of(const struct fzzf__value *value, int high)
{
    return high ? value->hi : value->lo;
}

static bool is_finite(const struct fzzf__value *value)
{
    return fzzf__num_is_finite(value->lo) && fzzf__num_is_finite(value->hi);
}

/* How far along from point @i to the next: 0 to 1, beyond that where the scale
 * goes on. In each of the three numbers it rises or falls all the way, so its
 * ends are at the ends of these. */
static void share_along(fzzf__arena *arena, const struct loose_ruler *ruler,
                        size_t i, const struct fzzf__value *of,
                        struct fzzf__value *out)
{
    for (int c = 0; c < 8; c++) {
        const fzzf__num from = end_of(ruler->x[i], c & 1);
        const fzzf__num width =
            fzzf__num_sub(arena, end_of(ruler->x[i + 1], c & 2), from);
        const fzzf__num share = fzzf__num_div(
            arena, fzzf__num_sub(arena, end_of(of, c & 4), from), width);

        out->lo = c == 0 ? share : fzzf__num_min(arena, out->lo, share);
        out->hi = c == 0 ? share : fzzf__num_max(arena, out->hi, share);
    }
    if (i > 0 || ruler->clamp == CLAMP_BOTH || ruler->clamp == CLAMP_BELOW) {
        out->lo = fzzf__num_max(arena, out->lo, FZZF__ZERO);
        out->hi = fzzf__num_max(arena, out->hi, FZZF__ZERO);
    }
    if (i + 2 < ruler->count || ruler->clamp == CLAMP_BOTH ||
        ruler->clamp == CLAMP_ABOVE) {
        out->lo = fzzf__num_min(arena, out->lo, FZZF__ONE);
        out->hi = fzzf__num_min(arena, out->hi, FZZF__ONE);
    }
}

/* Covers the line from point @i to the next, as far as @of lies along it. */
static void cover_line(struct fzzf__run *run, const struct loose_ruler *ruler,
                       size_t i, const struct fzzf__value *of,
                       struct fzzf__value *out, bool *any)
{
    fzzf__arena *arena = run->arena;
    struct fzzf__value share;

    share_along(arena, ruler, i, of, &share);
    for (int c = 0; c < 8; c++) {
        const fzzf__num t = end_of(&share, c & 1);
        const fzzf__num y = fzzf__num_add(
            arena,
            fzzf__num_mul(arena, fzzf__num_sub(arena, FZZF__ONE, t),
                          end_of(ruler->y[i], c & 2)),
            fzzf__num_mul(arena, t, end_of(ruler->y[i + 1], c & 4)));

        if (!*any)
            out->lo = out->hi = y;
        cover(arena, out, y);
        *any = true;
    }
}

/* Without ends that can be calculated with, only its reach can be said. */
static void reach(struct fzzf__run *run, const struct loose_ruler *ruler,
                  struct fzzf__value *out)
{
    fzzf__give(out, ruler->y[0]->lo);
    for (size_t i = 0; i < ruler->count; i++) {
        cover(run->arena, out, ruler->y[i]->lo);
        cover(run->arena, out, ruler->y[i]->hi);
    }
    if (ruler->clamp != CLAMP_BOTH) {
        out->lo = FZZF__MINUS_INFINITY;
        out->hi = FZZF__PLUS_INFINITY;
    }
    out->open = true;
}

/* Perhaps the values do not rise; then there is no value. */
static void may_not_rise(struct fzzf__run *run, const struct fzzf__op *op,
                         struct fzzf__value *out)
{
    out->may_fail = true;
    out->why.code = FZZF__WHY_DIVISION;
    out->why.text = run->system->nodes[op->node].id;
    run->more_digits |= !out->open;
}

static void loose_heights(struct fzzf__run *run, const struct fzzf__op *op,
                          const struct loose_ruler *ruler,
                          const struct fzzf__value *of, struct fzzf__value *out)
{
    bool plain = is_finite(of), any = false;

    for (size_t i = 0; i < ruler->count; i++) {
        plain &= is_finite(ruler->x[i]) && is_finite(ruler->y[i]);
        if (i > 0 && fzzf__num_compare(run->arena, ruler->x[i - 1]->hi,
                                       ruler->x[i]->lo) >= 0) {
            plain = false;
            if (!ruler->x[i - 1]->hi_open && !ruler->x[i]->lo_open)
                may_not_rise(run, op, out);
        }
    }
    if (!plain) {
        reach(run, ruler, out);
        return;
    }
    for (size_t i = 0; i + 1 < ruler->count; i++)
        if ((i == 0 ||
             fzzf__num_compare(run->arena, of->hi, ruler->x[i]->lo) >= 0) &&
            (i + 2 == ruler->count ||
             fzzf__num_compare(run->arena, of->lo, ruler->x[i + 1]->hi) <= 0))
            cover_line(run, ruler, i, of, out, &any);
}

/* False: something is in the way, *out says what. */
static bool read_ruler(struct fzzf__run *run, const struct fzzf__op *op,
                       struct loose_ruler *ruler, struct fzzf__value *out)
{
    ruler->count = op->part_count;
    ruler->clamp = op->args[CLAMP].choice;
    ruler->x = fzzf__arena_alloc(run->arena, ruler->count * sizeof *ruler->x);
    ruler->y = fzzf__arena_alloc(run->arena, ruler->count * sizeof *ruler->y);
    for (size_t i = 0;
         ruler->x != NULL && ruler->y != NULL && i < op->part_count; i++) {
        const struct fzzf__op *at = fzzf__part_op(run, op, i);
        const struct fzzf__value *bad = fzzf__trouble(run, at);

        if (bad != NULL) {
            *out = *bad;
            return false;
        }
        ruler->x[i] = fzzf__arg_value(run, at, VALUE);
        ruler->y[i] = fzzf__arg_value(run, at, POINTS);
        fzzf__depend(out, ruler->x[i]);
        fzzf__depend(out, ruler->y[i]);
        if (i > 0 && fzzf__num_compare(run->arena, ruler->x[i - 1]->lo,
                                       ruler->x[i]->hi) >= 0) {
            fzzf__give_why(out, FZZF__NO_VALUE, FZZF__WHY_DIVISION,
                           run->system->nodes[op->node].id);
            return false;
        }
    }
    return ruler->x != NULL && ruler->y != NULL;
}

/* The same with one number each; false: some are intervals. */
static bool is_exact(struct fzzf__run *run, const struct loose_ruler *from,
                     struct ruler *ruler)
{
    ruler->count = from->count;
    ruler->clamp = from->clamp;
    ruler->x = fzzf__arena_alloc(run->arena, ruler->count * sizeof *ruler->x);
    ruler->y = fzzf__arena_alloc(run->arena, ruler->count * sizeof *ruler->y);
    for (size_t i = 0; ruler->x != NULL && ruler->y != NULL && i < ruler->count;
         i++) {
        if (!fzzf__value_is_exact(run->arena, from->x[i]) ||
            !fzzf__value_is_exact(run->arena, from->y[i]))
            return false;
        ruler->x[i] = from->x[i]->lo;
        ruler->y[i] = from->y[i]->lo;
    }
    return ruler->x != NULL && ruler->y != NULL;
}

static void run_scale(struct fzzf__run *run, const struct fzzf__op *op,
                      struct fzzf__value *out)
{
    const struct fzzf__value *of = fzzf__arg_value(run, op, OF);
    struct loose_ruler loose;
    struct ruler ruler;
    struct fzzf__value value = *out;

    if (!read_ruler(run, op, &loose, &value)) {
        *out = value;
        return;
    }
    if (is_exact(run, &loose, &ruler))
        heights(run, &ruler, of, &value);
    else
        loose_heights(run, op, &loose, of, &value);
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
