/* SPDX-License-Identifier: Apache-2.0 */
/* bands: stairs and ranges with open or closed ends. */

#include "rule/outcome.h"

enum { OF };
enum { FROM, ABOVE, TO, BELOW, POINTS, GRADE };

/* Where a band begins or ends. */
struct edge {
    fzzf__num at;
    bool closed; /* the value itself belongs to the band */
    bool given;
};

struct range {
    struct edge low, high;
    size_t part;
};

static bool is_band(const struct fzzf__op *part)
{
    return part->kind == &fzzf__op_band;
}

static void set_edge(struct edge *edge, const fzzf__num *at, bool closed)
{
    if (at == NULL)
        return;
    edge->at = *at;
    edge->closed = closed;
    edge->given = true;
}

/* By lower edge, else by upper edge; a band without edges comes first. */
static int order(fzzf__arena *arena, const struct range *a,
                 const struct range *b)
{
    const struct edge *x = a->low.given ? &a->low : &a->high;
    const struct edge *y = b->low.given ? &b->low : &b->high;
    int c;

    if (!x->given || !y->given)
        return (x->given ? 1 : 0) - (y->given ? 1 : 0);
    c = fzzf__num_compare(arena, x->at, y->at);
    if (c == 0 && a->low.given != b->low.given)
        return a->low.given ? 1 : -1;
    return c != 0 ? c : (b->low.closed ? 1 : 0) - (a->low.closed ? 1 : 0);
}

static void sort(fzzf__arena *arena, struct range *ranges, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        const struct range moved = ranges[i];
        size_t k = i;

        for (; k > 0 && order(arena, &moved, &ranges[k - 1]) < 0; k--)
            ranges[k] = ranges[k - 1];
        ranges[k] = moved;
    }
}

/* Edges that were left out: the neighbour's, or open without end. */
static void fill(struct range *ranges, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct edge *low = &ranges[i].low, *high = &ranges[i].high;

        if (!low->given && i > 0 && ranges[i - 1].high.given)
            *low = (struct edge){ranges[i - 1].high.at,
                                 !ranges[i - 1].high.closed, true};
        if (!low->given)
            *low = (struct edge){FZZF__MINUS_INFINITY, false, i == 0};
        if (!high->given && i + 1 < count && ranges[i + 1].low.given)
            *high = (struct edge){ranges[i + 1].low.at,
                                  !ranges[i + 1].low.closed, true};
        if (!high->given && i + 1 == count)
            *high = (struct edge){FZZF__PLUS_INFINITY, false, true};
    }
}

/* -1: a gap between the edges, 0: they meet, 1: they overlap. */
static int meeting(fzzf__arena *arena, const struct edge *high,
                   const struct edge *low)
{
    const int c = fzzf__num_compare(arena, high->at, low->at);

    if (c != 0)
        return c;
    return high->closed && low->closed   ? 1
           : high->closed || low->closed ? 0
                                         : -1;
}

static bool is_empty(fzzf__arena *arena, const struct range *range)
{
    const int c = fzzf__num_compare(arena, range->low.at, range->high.at);

    return c > 0 || (c == 0 && !(range->low.closed && range->high.closed));
}

static bool has_otherwise(const struct fzzf__op *ops, const struct fzzf__op *op)
{
    for (size_t i = 0; i < op->part_count; i++)
        if (!is_band(&ops[op->parts[i]]))
            return true;
    return false;
}

static void check_ranges(struct fzzf__program *program,
                         const struct fzzf__op *op, const struct range *ranges,
                         size_t count)
{
    fzzf__arena *arena = program->arena;

    for (size_t i = 0; i < count; i++) {
        const struct fzzf__op *band = &program->ops[op->parts[ranges[i].part]];
        int meet;

        if (!ranges[i].high.given || !ranges[i].low.given ||
            is_empty(arena, &ranges[i])) {
            fzzf__fault(program, &band->place, FZZF__F_BAND_EMPTY,
                        fzzf__num_exact_text(arena, ranges[i].low.at), NULL);
            continue;
        }
        if (i == 0)
            continue;
        meet = meeting(arena, &ranges[i - 1].high, &ranges[i].low);
        if (meet > 0)
            fzzf__fault(program, &band->place, FZZF__F_BAND_OVERLAP,
                        fzzf__num_exact_text(arena, ranges[i].low.at),
                        fzzf__num_exact_text(arena, ranges[i - 1].high.at));
        if (meet < 0 && !has_otherwise(program->ops, op))
            fzzf__fault(program, &band->place, FZZF__F_BAND_GAP,
                        fzzf__num_exact_text(arena, ranges[i - 1].high.at),
                        fzzf__num_exact_text(arena, ranges[i].low.at));
    }
}

/* The ranges when all edges are constants; NULL when they are not. */
static struct range *constant_ranges(struct fzzf__program *program,
                                     const struct fzzf__op *op, size_t *count)
{
    struct range *ranges = fzzf__arena_alloc(
        program->arena, (op->part_count + 1) * sizeof *ranges);

    *count = 0;
    for (size_t i = 0; ranges != NULL && i < op->part_count; i++) {
        const struct fzzf__op *band = &program->ops[op->parts[i]];
        struct range *range = &ranges[*count];

        if (!is_band(band))
            continue;
        for (size_t k = FROM; k <= BELOW; k++) {
            fzzf__num at;

            if (!band->args[k].given)
                continue;
            if (!fzzf__constant(program, band->args[k].op, &at))
                return NULL;
            set_edge(k < TO ? &range->low : &range->high, &at,
                     k == FROM || k == TO);
        }
        range->part = i;
        ++*count;
    }
    return ranges;
}

static void check_bands(struct fzzf__program *program, struct fzzf__op *op)
{
    size_t count;
    struct range *ranges = constant_ranges(program, op, &count);

    fzzf__check_same_type(program, op);
    if (ranges == NULL)
        return;
    sort(program->arena, ranges, count);
    fill(ranges, count);
    check_ranges(program, op, ranges, count);
    op->prepared = ranges;
}

/* The ranges for this unit, when parameters differ by group; NULL: *out says
 * why there are none. */
static const struct range *unit_ranges(struct fzzf__run *run,
                                       const struct fzzf__op *op,
                                       struct fzzf__value *out)
{
    struct range *ranges =
        fzzf__arena_alloc(run->arena, (op->part_count + 1) * sizeof *ranges);
    size_t count = 0;

    for (size_t i = 0; ranges != NULL && i < op->part_count; i++) {
        const struct fzzf__op *band = fzzf__part_op(run, op, i);

        if (!is_band(band))
            continue;
        for (size_t k = FROM; k <= BELOW; k++) {
            const struct fzzf__value *at = fzzf__arg_value(run, band, k);

            if (at != NULL && at->condition != FZZF__HAS_VALUE) {
                *out = *at;
                return NULL;
            }
            set_edge(k < TO ? &ranges[count].low : &ranges[count].high,
                     at == NULL ? NULL : &at->lo, k == FROM || k == TO);
        }
        ranges[count++].part = i;
    }
    if (ranges != NULL) {
        sort(run->arena, ranges, count);
        fill(ranges, count);
    }
    return ranges;
}

/* Whether some value of [lo, hi] lies above @low and below @high. */
static bool touches(struct fzzf__run *run, const struct fzzf__value *of,
                    const struct edge *low, const struct edge *high)
{
    const int bottom = fzzf__num_compare(run->arena, of->hi, low->at);
    const int top = fzzf__num_compare(run->arena, of->lo, high->at);

    return (bottom > 0 || (bottom == 0 && low->closed && !of->hi_open)) &&
           (top < 0 || (top == 0 && high->closed && !of->lo_open));
}

/* Whether [lo, hi] reaches what no range covers. */
static bool reaches_gap(struct fzzf__run *run, const struct fzzf__value *of,
                        const struct range *ranges, size_t count)
{
    struct edge low = {FZZF__MINUS_INFINITY, false, true};

    for (size_t i = 0; i < count; i++) {
        const struct edge high = {ranges[i].low.at, !ranges[i].low.closed,
                                  true};

        if (fzzf__num_is_finite(high.at) &&
            (i == 0 ||
             meeting(run->arena, &ranges[i - 1].high, &ranges[i].low) < 0) &&
            touches(run, of, &low, &high))
            return true;
        low = (struct edge){ranges[i].high.at, !ranges[i].high.closed, true};
    }
    return fzzf__num_is_finite(low.at) &&
           touches(run, of, &low,
                   &(struct edge){FZZF__PLUS_INFINITY, true, true});
}

/* Covers what comes out of part @i for the value @of. */
static void include(struct fzzf__run *run, const struct fzzf__op *op, size_t i,
                    const struct fzzf__value *of, struct fzzf__value *out,
                    size_t *count)
{
    struct fzzf__value value;

    if (op->type == FZZF__TYPE_TEXT)
        value = *fzzf__part_value(run, op, i);
    else
        fzzf__give_score(run, fzzf__part_op(run, op, i), &value,
                         fzzf__part_value(run, op, i), FZZF__CAUSE_BAND,
                         &of->lo);
    fzzf__value_hull(run->arena, op->type, out, count, &value);
}

static void otherwise(struct fzzf__run *run, const struct fzzf__op *op,
                      const struct fzzf__value *of, struct fzzf__value *out,
                      size_t *count)
{
    struct fzzf__value none = {.lo = FZZF__ZERO, .hi = FZZF__ZERO};

    for (size_t i = 0; i < op->part_count; i++)
        if (!is_band(fzzf__part_op(run, op, i))) {
            include(run, op, i, of, out, count);
            return;
        }
    fzzf__give_why(&none, FZZF__NO_VALUE, FZZF__WHY_NO_CASE,
                   run->system->nodes[op->node].id);
    fzzf__value_hull(run->arena, op->type, out, count, &none);
}

static void run_bands(struct fzzf__run *run, const struct fzzf__op *op,
                      struct fzzf__value *out)
{
    const struct fzzf__value *of = fzzf__arg_value(run, op, OF);
    const struct range *ranges =
        op->prepared != NULL ? op->prepared : unit_ranges(run, op, out);
    size_t band_count = 0, count = 0;

    if (ranges == NULL)
        return;
    for (size_t i = 0; i < op->part_count; i++)
        band_count += is_band(fzzf__part_op(run, op, i));
    for (size_t i = 0; i < band_count; i++)
        if (touches(run, of, &ranges[i].low, &ranges[i].high))
            include(run, op, ranges[i].part, of, out, &count);
    if (reaches_gap(run, of, ranges, band_count))
        otherwise(run, op, of, out, &count);
    if (count > 1 || of->may_fail)
        fzzf__depend(out, of);
    if (count > 1 && !of->open)
        fzzf__unsettled(run, out);
}

const struct fzzf_operator fzzf__op_bands = {
    .name = "bands",
    .form = FZZF_FORM_RULE,
    .en = "Points or a grade by the band that a number lies in.",
    .zh = "按数值所在档次给分或定等次。",
    .parts = "band otherwise",
    .parts_min = 1,
    .params = {[OF] = {"of", FZZF_PARAM_NUMBER, 1, NULL, NULL}},
    .check = check_bands,
    .run = run_bands};

static void check_band(struct fzzf__program *program, struct fzzf__op *op)
{
    if ((op->args[FROM].given && op->args[ABOVE].given) ||
        (op->args[TO].given && op->args[BELOW].given))
        fzzf__fault(program, &op->place, FZZF__F_TWO_ENDS, NULL, NULL);
    fzzf__check_outcome(program, op, POINTS, GRADE);
}

static void run_band(struct fzzf__run *run, const struct fzzf__op *op,
                     struct fzzf__value *out)
{
    fzzf__give_outcome(run, op, out, POINTS, GRADE);
}

const struct fzzf_operator fzzf__op_band = {
    .name = "band",
    .form = FZZF_FORM_PART,
    .en = "A band: 'from' and 'to' include the end, 'above' and 'below' do "
          "not.",
    .zh = "一档：from、to 含端点，above、below 不含。",
    .parts = "rule",
    .parts_max = 1,
    .params = {[FROM] = {"from", FZZF_PARAM_CONSTANT, 0, NULL, NULL},
               [ABOVE] = {"above", FZZF_PARAM_CONSTANT, 0, NULL, NULL},
               [TO] = {"to", FZZF_PARAM_CONSTANT, 0, NULL, NULL},
               [BELOW] = {"below", FZZF_PARAM_CONSTANT, 0, NULL, NULL},
               [POINTS] = {"points", FZZF_PARAM_NUMBER, 0, NULL, NULL},
               [GRADE] = {"grade", FZZF_PARAM_NAME, 0, NULL, NULL}},
    .raw = 1,
    .check = check_band,
    .run = run_band};
