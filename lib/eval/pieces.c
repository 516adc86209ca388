/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a rule gives when observations are absent: it is run for every piece of
 * what they can be (each level or truth; for a number, each constant of the
 * rule and each stretch between two of them) and the outcomes are covered. That
 * is sound for every rule and tight for one that is monotone in between.
 */

#include <string.h>

#include "eval/unit.h"
#include "rule/sort.h"

#define COMBINATIONS_MAX 256
#define ABSENT_MAX       16

/* An absent observation (or one option of it) and its pieces. */
struct absent {
    size_t input, option;
    const struct fzzf__observe *observe;
    struct fzzf__value whole;   /* as it is read when nothing is pinned */
    struct fzzf__value *pieces; /* what it can be */
    size_t count;
};

struct pieces {
    struct fzzf__run *run;
    const struct fzzf__span *rule;
    struct absent items[ABSENT_MAX];
    struct fzzf__pin pins[ABSENT_MAX];
    size_t count;
    size_t combinations;
    fzzf__num *cuts; /* constants of the rule, ascending; NULL: not yet */
    size_t cut_count;
};

/* Constants that one operator is written with. */
static size_t constants_of(const struct fzzf__run *run,
                           const struct fzzf__op *op, fzzf__num *out)
{
    size_t count = 0;

    if (op->kind == &fzzf__op_number && op->type == FZZF__TYPE_NUMBER) {
        out[count++] = op->number;
    } else if (op->kind == &fzzf__op_negate &&
               run->program->ops[op->args[0].op].kind == &fzzf__op_number) {
        out[count++] =
            fzzf__num_neg(run->arena, run->program->ops[op->args[0].op].number);
    } else if (op->kind == &fzzf__op_parameter &&
               run->parameters[op->target].condition == FZZF__HAS_VALUE) {
        out[count++] = run->parameters[op->target].lo;
    }
    return count;
}

static size_t series_total(const struct fzzf__op *op)
{
    size_t total = 0;

    for (size_t i = 0; i < op->arg_count; i++)
        total += op->args[i].series != NULL ? op->args[i].count : 0;
    return total;
}

static void find_cuts(struct pieces *pieces)
{
    struct fzzf__run *run = pieces->run;
    size_t most = 0;

    for (size_t i = pieces->rule->from; i < pieces->rule->to; i++)
        most += 1 + series_total(&run->program->ops[i]);
    pieces->cuts =
        fzzf__arena_alloc(run->arena, (most + 1) * sizeof *pieces->cuts);
    for (size_t i = pieces->rule->from;
         pieces->cuts != NULL && i < pieces->rule->to; i++) {
        const struct fzzf__op *op = &run->program->ops[i];

        pieces->cut_count +=
            constants_of(run, op, pieces->cuts + pieces->cut_count);
        for (size_t k = 0; k < op->arg_count; k++)
            for (size_t s = 0;
                 op->args[k].series != NULL && s < op->args[k].count; s++)
                pieces->cuts[pieces->cut_count++] = op->args[k].series[s];
    }
    if (pieces->cuts != NULL)
        fzzf__sort_numbers(run->arena, pieces->cuts, pieces->cut_count);
}

static void add_piece(struct absent *absent, fzzf__num lo, fzzf__num hi,
                      bool lo_open, bool hi_open)
{
    struct fzzf__value *piece = &absent->pieces[absent->count];

    *piece = absent->whole;
    piece->lo = lo;
    piece->hi = hi;
    piece->lo_open = lo_open;
    piece->hi_open = hi_open;
    absent->count++;
}

/* The stretch from lo to hi; of whole numbers those that lie in it. */
static void add_stretch(struct pieces *pieces, struct absent *absent,
                        fzzf__num lo, fzzf__num hi, bool lo_open, bool hi_open)
{
    const struct fzzf__observe *observe = absent->observe;
    fzzf__arena *arena = pieces->run->arena;

    if (!observe->whole && observe->kind != FZZF_KIND_COUNT &&
        observe->kind != FZZF_KIND_CAUSES &&
        observe->kind != FZZF_KIND_SURVEY) {
        add_piece(absent, lo, hi, lo_open, hi_open);
        return;
    }
    if (fzzf__num_is_finite(lo))
        lo = lo_open
                 ? fzzf__num_add(arena, fzzf__num_floor(arena, lo), FZZF__ONE)
                 : fzzf__num_ceil(arena, lo);
    if (fzzf__num_is_finite(hi))
        hi = hi_open
                 ? fzzf__num_sub(arena, fzzf__num_ceil(arena, hi), FZZF__ONE)
                 : fzzf__num_floor(arena, hi);
    if (fzzf__num_compare(arena, lo, hi) <= 0)
        add_piece(absent, lo, hi, false, false);
}

static void cut_number(struct pieces *pieces, struct absent *absent)
{
    fzzf__arena *arena = pieces->run->arena;
    const fzzf__num last = absent->whole.hi;
    fzzf__num at = absent->whole.lo;
    bool open = false, any = false;

    if (pieces->cuts == NULL)
        find_cuts(pieces);
    absent->pieces = fzzf__arena_alloc(arena, (2 * pieces->cut_count + 2) *
                                                  sizeof *absent->pieces);
    for (size_t i = 0; absent->pieces != NULL && i < pieces->cut_count; i++) {
        const fzzf__num cut = pieces->cuts[i];

        if (fzzf__num_compare(arena, cut, absent->whole.lo) < 0 ||
            fzzf__num_compare(arena, cut, last) > 0 ||
            (any && fzzf__num_compare(arena, cut, at) == 0))
            continue;
        if (fzzf__num_compare(arena, at, cut) < 0)
            add_stretch(pieces, absent, at, cut, open, true);
        add_stretch(pieces, absent, cut, cut, false, false);
        at = cut;
        open = any = true;
    }
    if (absent->pieces != NULL &&
        (!any || fzzf__num_compare(arena, at, last) < 0))
        add_stretch(pieces, absent, at, last, open, false);
}

static void cut_levels(struct pieces *pieces, struct absent *absent)
{
    const struct fzzf__observe *observe = absent->observe;

    absent->pieces =
        fzzf__arena_alloc(pieces->run->arena,
                          (observe->option_count + 1) * sizeof *absent->pieces);
    for (size_t i = 0; absent->pieces != NULL && i < observe->option_count;
         i++) {
        absent->pieces[i] = absent->whole;
        absent->pieces[i].text = observe->options[i].id;
        absent->count++;
    }
}

static void cut(struct pieces *pieces, struct absent *absent)
{
    if (absent->observe->kind == FZZF_KIND_YES_NO) {
        absent->pieces =
            fzzf__arena_alloc(pieces->run->arena, 2 * sizeof *absent->pieces);
        if (absent->pieces == NULL)
            return;
        add_piece(absent, FZZF__ZERO, FZZF__ZERO, false, false);
        add_piece(absent, FZZF__ONE, FZZF__ONE, false, false);
    } else if (absent->observe->kind == FZZF_KIND_LEVEL) {
        cut_levels(pieces, absent);
    } else {
        cut_number(pieces, absent);
    }
}

static bool known(const struct pieces *pieces, size_t input, size_t option)
{
    for (size_t i = 0; i < pieces->count; i++)
        if (pieces->items[i].input == input &&
            pieces->items[i].option == option)
            return true;
    return false;
}

/* Read by an operator as one value, absent, and of a kind that is cut. */
static bool is_cut(const struct pieces *pieces, const struct fzzf__op *op)
{
    const struct fzzf__observed *observed;

    if (op->kind != &fzzf__op_observed && op->kind != &fzzf__op_item)
        return false;
    observed = &pieces->run->inputs[op->target];
    return fzzf__absent_bit(observed->state) != 0 &&
           observed->value.condition == FZZF__HAS_VALUE &&
           pieces->run->program->inputs[op->target].observe->kind !=
               FZZF_KIND_DATE;
}

/* Marks operators that only a cohort's figure reads: they stay whole. */
static bool outside_cohort(const struct pieces *pieces, size_t index)
{
    const struct fzzf__op *ops = pieces->run->program->ops;

    for (size_t i = index + 1; i < pieces->rule->to; i++) {
        for (size_t k = 0; k < ops[i].arg_count; k++)
            if (ops[i].args[k].op == index)
                return !ops[i].kind->cohort && outside_cohort(pieces, i);
        for (size_t k = 0; k < ops[i].part_count; k++)
            if (ops[i].parts[k] == index)
                return true;
    }
    return true;
}

/* False: there are too many. */
static bool find_absent(struct pieces *pieces)
{
    const struct fzzf__program *program = pieces->run->program;

    for (size_t i = pieces->rule->from; i < pieces->rule->to; i++) {
        const struct fzzf__op *op = &program->ops[i];
        struct absent *absent = &pieces->items[pieces->count];

        if (!is_cut(pieces, op) || known(pieces, op->target, op->option) ||
            !outside_cohort(pieces, i))
            continue;
        if (pieces->count == ABSENT_MAX)
            return false;
        memset(absent, 0, sizeof *absent);
        absent->input = op->target;
        absent->option = op->option;
        absent->observe = program->inputs[op->target].observe;
        absent->whole = pieces->run->inputs[op->target].value;
        cut(pieces, absent);
        if (absent->count == 0 ||
            pieces->combinations * absent->count > COMBINATIONS_MAX)
            return false;
        pieces->combinations *= absent->count;
        pieces->count++;
    }
    return true;
}

static void run_all(struct pieces *pieces, const struct fzzf__node_plan *node,
                    unsigned char absent, struct fzzf__value *out)
{
    const struct fzzf__op *op = &pieces->run->program->ops[node->score];
    size_t done = 0;

    pieces->run->pins = pieces->pins;
    pieces->run->pin_count = pieces->count;
    for (size_t c = 0; c < pieces->combinations; c++) {
        struct fzzf__value value;
        size_t rest = c;

        for (size_t i = 0; i < pieces->count; i++) {
            const struct absent *item = &pieces->items[i];

            pieces->pins[i].input = item->input;
            pieces->pins[i].option = item->option;
            pieces->pins[i].value = item->pieces[rest % item->count];
            rest /= item->count;
        }
        fzzf__run_ops(pieces->run, node->rule.from, node->rule.to);
        value = *fzzf__op_value(pieces->run, node->score);
        fzzf__value_hull(pieces->run->arena, op->type, out, &done, &value);
    }
    pieces->run->pins = NULL;
    pieces->run->pin_count = 0;
    out->open = true;
    out->absent |= absent;
    fzzf__value_settle(pieces->run->arena, op->type, out);
}

/* One value came out although something is absent. */
static bool is_settled(const struct fzzf__run *run,
                       const struct fzzf__node_plan *node,
                       const struct fzzf__value *value)
{
    if (value->condition != FZZF__HAS_VALUE || value->may_fail)
        return false;
    return run->program->ops[node->score].type == FZZF__TYPE_TEXT
               ? value->text != NULL
               : fzzf__value_is_exact(run->arena, value);
}

/* Its own function, so that only who needs the pieces pays for their room. */
static void run_pieces(struct fzzf__run *run,
                       const struct fzzf__node_plan *node,
                       struct fzzf__value *out)
{
    struct pieces pieces = {.run = run, .rule = &node->rule, .combinations = 1};

    if (find_absent(&pieces) && pieces.combinations > 1)
        run_all(&pieces, node, out->absent, out);
}

void fzzf__pieces_run(struct fzzf__run *run, const struct fzzf__node_plan *node,
                      struct fzzf__value *out)
{
    fzzf__run_ops(run, node->rule.from, node->rule.to);
    *out = *fzzf__op_value(run, node->score);
    if (out->absent != 0 && !is_settled(run, node, out))
        run_pieces(run, node, out);
}
