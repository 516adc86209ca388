/* SPDX-License-Identifier: Apache-2.0 */
/* scale: straight lines between points. */

#include "rule/run.h"

enum { OF, CLAMP };
enum { VALUE, POINTS };
enum { CLAMP_BOTH, CLAMP_BELOW, CLAMP_ABOVE, CLAMP_NONE };

/* The points of the scale for this unit; perhaps intervals. */
struct ruler {
    const struct fzzf__value **x, **y;
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

static fzzf__num end_of(const struct fzzf__value *value, int high)
{
    return high ? value->hi : value->lo;
}

static bool is_one(const struct fzzf__value *value)
{
    return fzzf__num_alike(value->lo, value->hi);
}

static bool is_finite(const struct fzzf__value *value)
{
    return fzzf__num_is_finite(value->lo) && fzzf__num_is_finite(value->hi);
}

/* Widens *out, empty while *any is false. */
static void cover(fzzf__arena *arena, struct fzzf__value *out, bool *any,
                  fzzf__num number)
{
    out->lo = *any ? fzzf__num_min(arena, out->lo, number) : number;
    out->hi = *any ? fzzf__num_max(arena, out->hi, number) : number;
    *any = true;
}

/*
 * How far @of lies along from point @i to the next: 0 to 1, and beyond where
 * the line goes on. It rises or falls all the way in each of the three numbers,
 * so its ends are found at the ends of these.
 */
static void share_along(fzzf__arena *arena, const struct ruler *ruler, size_t i,
                        const struct fzzf__value *of, struct fzzf__value *out)
{
    const bool below =
        ruler->clamp == CLAMP_ABOVE || ruler->clamp == CLAMP_NONE;
    const bool above =
        ruler->clamp == CLAMP_BELOW || ruler->clamp == CLAMP_NONE;
    const int corners =
        is_one(ruler->x[i]) && is_one(ruler->x[i + 1]) && is_one(of) ? 1 : 8;
    bool any = false;

    for (int corner = 0; corner < corners; corner++) {
        const fzzf__num from = end_of(ruler->x[i], corner & 1);
        const fzzf__num to = end_of(ruler->x[i + 1], corner & 2);
        fzzf__num share = fzzf__num_div(
            arena, fzzf__num_sub(arena, end_of(of, corner & 4), from),
            fzzf__num_sub(arena, to, from));

        if (i > 0 || !below)
            share = fzzf__num_max(arena, share, FZZF__ZERO);
        if (i + 2 < ruler->count || !above)
            share = fzzf__num_min(arena, share, FZZF__ONE);
        cover(arena, out, &any, share);
    }
}

/* The height at @share of the way from @a to @b. */
static fzzf__num height(fzzf__arena *arena, fzzf__num share, fzzf__num a,
                        fzzf__num b)
{
    if (!fzzf__num_is_finite(share))
        return fzzf__num_add(
            arena, a, fzzf__num_mul(arena, share, fzzf__num_sub(arena, b, a)));
    return fzzf__num_add(
        arena, fzzf__num_mul(arena, fzzf__num_sub(arena, FZZF__ONE, share), a),
        fzzf__num_mul(arena, share, b));
}

/* Covers the line from point @i to the next as far as @of lies along it. */
static void cover_line(fzzf__arena *arena, const struct ruler *ruler, size_t i,
                       const struct fzzf__value *of, struct fzzf__value *out,
                       bool *any)
{
    struct fzzf__value share;
    int corners = 8;

    if ((i > 0 && fzzf__num_compare(arena, of->hi, ruler->x[i]->lo) < 0) ||
        (i + 2 < ruler->count &&
         fzzf__num_compare(arena, of->lo, ruler->x[i + 1]->hi) > 0))
        return;
    share_along(arena, ruler, i, of, &share);
    if (is_one(&share) && is_one(ruler->y[i]) && is_one(ruler->y[i + 1]))
        corners = 1;
    for (int corner = 0; corner < corners; corner++)
        cover(arena, out, any,
              height(arena, end_of(&share, corner & 1),
                     end_of(ruler->y[i], corner & 2),
                     end_of(ruler->y[i + 1], corner & 4)));
}

/* Without points that can be calculated with, only the reach can be told. */
static void reach(fzzf__arena *arena, const struct ruler *ruler,
                  struct fzzf__value *out)
{
    bool any = false;

    for (size_t i = 0; i < ruler->count; i++) {
        cover(arena, out, &any, ruler->y[i]->lo);
        cover(arena, out, &any, ruler->y[i]->hi);
    }
    if (ruler->clamp != CLAMP_BOTH) {
        out->lo = FZZF__MINUS_INFINITY;
        out->hi = FZZF__PLUS_INFINITY;
    }
}

/* Whether the values of the scale surely rise; where they perhaps do not, there
 * is perhaps no value. */
static bool rises(struct fzzf__run *run, const struct fzzf__op *op,
                  const struct fzzf__value *before,
                  const struct fzzf__value *after, struct fzzf__value *out)
{
    const int c = fzzf__num_compare(run->arena, before->hi, after->lo);

    if (c > 0 || (c == 0 && !before->hi_open && !after->lo_open)) {
        out->may_fail = true;
        out->why.code = FZZF__WHY_DIVISION;
        out->why.text = run->system->nodes[op->node].id;
        if (!out->open)
            fzzf__unsettled(run, out);
    }
    return c < 0;
}

static void heights(struct fzzf__run *run, const struct fzzf__op *op,
                    const struct ruler *ruler, const struct fzzf__value *of,
                    struct fzzf__value *out)
{
    bool plain = true, any = false;

    for (size_t i = 0; i < ruler->count; i++) {
        plain &= is_finite(ruler->x[i]) && is_finite(ruler->y[i]);
        if (i > 0)
            plain &= rises(run, op, ruler->x[i - 1], ruler->x[i], out);
    }
    if (!plain) {
        reach(run->arena, ruler, out);
        return;
    }
    for (size_t i = 0; i + 1 < ruler->count; i++)
        cover_line(run->arena, ruler, i, of, out, &any);
}

/* False: something is in the way, *out says what. */
static bool read_ruler(struct fzzf__run *run, const struct fzzf__op *op,
                       struct ruler *ruler, struct fzzf__value *out)
{
    ruler->count = op->part_count;
    ruler->clamp = op->args[CLAMP].choice;
    ruler->x = fzzf__arena_alloc(run->arena, ruler->count * sizeof *ruler->x);
    ruler->y = fzzf__arena_alloc(run->arena, ruler->count * sizeof *ruler->y);
    if (ruler->x == NULL || ruler->y == NULL)
        return false;
    for (size_t i = 0; i < op->part_count; i++) {
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
    return true;
}

static void run_scale(struct fzzf__run *run, const struct fzzf__op *op,
                      struct fzzf__value *out)
{
    const struct fzzf__value *of = fzzf__arg_value(run, op, OF);
    struct ruler ruler;
    struct fzzf__value value = *out;

    if (!read_ruler(run, op, &ruler, &value)) {
        *out = value;
        return;
    }
    heights(run, op, &ruler, of, &value);
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
