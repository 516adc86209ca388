/* SPDX-License-Identifier: Apache-2.0 */
/* combine: parts or child indicators to one number. */

#include "rule/rule_combine.h"

#include <string.h>

#include "rule/outcome.h"

enum { BY, USE, COVERAGE, WEIGHTS_ADD, TO, FLOOR, CAP };
enum { OF, WEIGHT };

static bool is_weighted(int by)
{
    return by == FZZF__BY_MEAN || by == FZZF__BY_GEOMETRIC ||
           by == FZZF__BY_HARMONIC;
}

/* The weights that are known now; false when some are not. */
static bool known_weights(struct fzzf__program *program,
                          const struct fzzf__op *op, fzzf__num *sum)
{
    const struct fzzf_indicator *nodes = program->system->nodes;
    bool known = true;

    *sum = FZZF__ZERO;
    for (size_t i = 0; i < op->part_count; i++) {
        fzzf__num weight;

        if (!fzzf__constant(program, program->ops[op->parts[i]].args[WEIGHT].op,
                            &weight))
            return false;
        *sum = fzzf__num_add(program->arena, *sum, weight);
    }
    if (op->part_count > 0)
        return true;
    for (size_t n = program->node + 1; n < nodes[program->node].end;
         n = nodes[n].end) {
        if (nodes[n].bonus)
            continue;
        if (nodes[n].weight.given == FZZF__ABSENT)
            fzzf__fault(program, &nodes[n].place, FZZF__F_NO_WEIGHT,
                        nodes[n].id, NULL);
        if (nodes[n].weight.given != FZZF__GIVEN)
            known = false;
        else
            *sum = fzzf__num_add(program->arena, *sum, nodes[n].weight.num);
    }
    return known;
}

/* Children must be there; and full marks that data could change are none. */
static void check_children(struct fzzf__program *program, struct fzzf__op *op)
{
    const struct fzzf_indicator *node = &program->system->nodes[program->node];
    const struct fzzf__arg *to = &op->args[TO];

    if (node->child_count == 0)
        fzzf__fault(program, &op->place, FZZF__F_NOTHING_TO_COMBINE, NULL,
                    NULL);
    if (to->op != FZZF__NO_OP && node->points.given != FZZF__GIVEN &&
        !fzzf__fixed(program, to->op))
        fzzf__fault(program, &op->place, FZZF__F_OPEN_SCALE, to->text, NULL);
}

static void check_combine(struct fzzf__program *program, struct fzzf__op *op)
{
    fzzf__num sum, wanted;

    if (op->part_count == 0)
        check_children(program, op);
    if (!is_weighted(op->args[BY].choice) && !op->args[WEIGHTS_ADD].given)
        return;
    if (known_weights(program, op, &sum) &&
        fzzf__constant(program, op->args[WEIGHTS_ADD].op, &wanted) &&
        fzzf__num_compare(program->arena, sum, wanted) != 0)
        fzzf__fault(program, &op->place, FZZF__F_WEIGHTS_ADD,
                    fzzf__num_exact_text(program->arena, sum),
                    fzzf__num_exact_text(program->arena, wanted));
}

/* By what the coverage is measured: weight, points, or one each. */
static fzzf__num measure(const struct fzzf__op *op,
                         const struct fzzf__member *member, bool parts)
{
    if (is_weighted(op->args[BY].choice))
        return member->weight;
    if (op->args[BY].choice == FZZF__BY_SUM && !parts)
        return member->points_known ? member->points : FZZF__ZERO;
    return FZZF__ONE;
}

static bool can_measure(const struct fzzf__op *op,
                        const struct fzzf__members *members)
{
    const bool weighted = is_weighted(op->args[BY].choice);
    const bool pointed = op->args[BY].choice == FZZF__BY_SUM && !members->parts;

    for (size_t i = 0; i < members->count; i++)
        if (!members->items[i].bonus &&
            ((weighted && !members->parts && !members->items[i].weight_known) ||
             (pointed && members->items[i].unpublished)))
            return false;
    return true;
}

/* Adds the measure of @member to @sum. */
static void add_measure(struct fzzf__run *run, const struct fzzf__op *op,
                        const struct fzzf__members *members,
                        const struct fzzf__member *member,
                        struct fzzf__value *sum)
{
    const fzzf__num one = measure(op, member, members->parts);
    const struct fzzf__value *weight = member->open_weight;
    const bool open = weight != NULL && is_weighted(op->args[BY].choice);

    if (open)
        fzzf__depend(sum, weight);
    sum->lo = fzzf__num_add(run->arena, sum->lo, open ? weight->lo : one);
    sum->hi = fzzf__num_add(run->arena, sum->hi, open ? weight->hi : one);
}

/* have / (have + gone) >= coverage, so that each stands there once. False: it
 * surely is not; where it only perhaps is, *out may fail. */
static bool covered(struct fzzf__run *run, const struct fzzf__op *op,
                    const struct fzzf__members *members,
                    struct fzzf__value *out)
{
    const struct fzzf__value *least = fzzf__arg_value(run, op, COVERAGE);
    struct fzzf__value have = {.lo = FZZF__ZERO, .hi = FZZF__ZERO};
    struct fzzf__value gone = have, wanted = have, given = have, rest = have;

    if (least == NULL)
        return true;
    for (size_t i = 0; i < members->count; i++)
        if (!members->items[i].bonus)
            add_measure(run, op, members, &members->items[i],
                        members->items[i].counts ? &have : &gone);
    rest.lo = rest.hi = fzzf__num_sub(run->arena, FZZF__ONE, least->lo);
    fzzf__multiply(run, &wanted, &gone, least);
    fzzf__multiply(run, &given, &have, &rest);
    if (fzzf__num_compare(run->arena, wanted.hi, given.lo) <= 0)
        return true;
    if (fzzf__num_compare(run->arena, wanted.lo, given.hi) > 0)
        return false;
    fzzf__depend(out, &have);
    fzzf__depend(out, &gone);
    out->may_fail = true;
    out->why.code = FZZF__WHY_COVERAGE;
    out->why.text = run->system->nodes[op->node].id;
    return true;
}

/* minimum, maximum and product, folded over the members. */
static void combine_fold(struct fzzf__run *run, int by,
                         const struct fzzf__members *members,
                         struct fzzf__value *out)
{
    bool any = false;

    for (size_t i = 0; i < members->count; i++) {
        const struct fzzf__value *v = &members->items[i].value;
        fzzf__num four[4];

        if (!members->items[i].counts || members->items[i].bonus)
            continue;
        if (!any) {
            out->lo = v->lo;
            out->hi = v->hi;
        } else if (by == FZZF__BY_MINIMUM) {
            out->lo = fzzf__num_min(run->arena, out->lo, v->lo);
            out->hi = fzzf__num_min(run->arena, out->hi, v->hi);
        } else if (by == FZZF__BY_MAXIMUM) {
            out->lo = fzzf__num_max(run->arena, out->lo, v->lo);
            out->hi = fzzf__num_max(run->arena, out->hi, v->hi);
        } else {
            four[0] = fzzf__num_mul(run->arena, out->lo, v->lo);
            four[1] = fzzf__num_mul(run->arena, out->lo, v->hi);
            four[2] = fzzf__num_mul(run->arena, out->hi, v->lo);
            four[3] = fzzf__num_mul(run->arena, out->hi, v->hi);
            out->lo = out->hi = four[0];
            for (size_t k = 1; k < 4; k++) {
                out->lo = fzzf__num_min(run->arena, out->lo, four[k]);
                out->hi = fzzf__num_max(run->arena, out->hi, four[k]);
            }
        }
        any = true;
    }
}

static void combine_by(struct fzzf__run *run, const struct fzzf__op *op,
                       const struct fzzf__members *members,
                       struct fzzf__value *out)
{
    const int by = op->args[BY].choice;
    fzzf__num *numbers =
        fzzf__arena_alloc(run->arena, (members->count + 1) * sizeof *numbers);

    if (numbers == NULL)
        return;
    for (size_t i = 0; i < members->count; i++)
        if (members->items[i].counts && !members->items[i].bonus)
            fzzf__depend(out, &members->items[i].value);
    if (by == FZZF__BY_GEOMETRIC)
        fzzf__combine_geometric(run, op, members, numbers, out);
    else if (by == FZZF__BY_HARMONIC)
        fzzf__combine_harmonic(run, op, members, out);
    else if (by == FZZF__BY_MEDIAN)
        fzzf__combine_median(run, members, numbers, out);
    else if (by == FZZF__BY_TRIMMED)
        fzzf__combine_trimmed(run, op, members, numbers, out);
    else
        combine_fold(run, by, members, out);
}

/* Full marks are combined as the scores are; not known where that fails. */
static void combine_full(struct fzzf__run *run, const struct fzzf__op *op,
                         const struct fzzf__members *members,
                         struct fzzf__value *out)
{
    const struct fzzf__outcome *node = &run->nodes[op->node];
    struct fzzf__members fulls = {.count = members->count};
    struct fzzf__value full = {.lo = FZZF__ZERO, .hi = FZZF__ZERO};

    out->full_known = members->parts && node->points_known;
    out->full = out->full_known ? node->points : FZZF__ZERO;
    if (members->parts)
        return;
    fulls.items = fzzf__arena_alloc(run->arena,
                                    (members->count + 1) * sizeof *fulls.items);
    for (size_t i = 0; i < members->count; i++) {
        struct fzzf__member *member = &fulls.items[i];

        if (fulls.items == NULL ||
            (members->items[i].counts && !members->items[i].bonus &&
             !members->items[i].points_known))
            return;
        *member = members->items[i];
        memset(&member->value, 0, sizeof member->value);
        fzzf__give(&member->value, member->points);
    }
    combine_by(run, op, &fulls, &full);
    out->full_known = fzzf__value_is_exact(run->arena, &full);
    out->full = out->full_known ? full.lo : FZZF__ZERO;
}

static void combine_other(struct fzzf__run *run, const struct fzzf__op *op,
                          struct fzzf__members *members,
                          struct fzzf__value *out)
{
    struct fzzf__cause *cause;

    if (!fzzf__any_counts(members))
        return; /* only a bonus has a score */
    if (is_weighted(op->args[BY].choice) && !fzzf__weights_known(members)) {
        if (members->parts)
            fzzf__combine_open(run, op, members, out);
        else
            fzzf__combine_unweighted(run, members, out);
        return;
    }
    if (is_weighted(op->args[BY].choice))
        fzzf__share_weights(run, members);
    combine_by(run, op, members, out);
    if (out->condition != FZZF__HAS_VALUE)
        return;
    combine_full(run, op, members, out);
    if (!run->explain)
        return;
    cause = fzzf__cause_add(run->arena, &out->causes, FZZF__CAUSE_COMBINE,
                            fzzf__num_sub(run->arena, out->lo, out->full),
                            fzzf__num_sub(run->arena, out->hi, out->full));
    if (cause != NULL) {
        cause->args[1] = out->lo;
        cause->args[2] = out->full;
    }
}

/* Full marks are not known because points or weights are not published. */
static bool full_unpublished(const struct fzzf__op *op,
                             const struct fzzf__members *members)
{
    bool missing = false;

    for (size_t i = 0; i < members->count; i++) {
        const struct fzzf__member *member = &members->items[i];

        if (!member->counts || member->bonus || member->points_known)
            continue;
        if (member->unpublished)
            return true;
        missing = true;
    }
    return !missing && is_weighted(op->args[BY].choice) &&
           !fzzf__weights_known(members);
}

/* The same when it is open what is brought to, which is never full marks. */
static void bring_to_open(struct fzzf__run *run, const struct fzzf__value *to,
                          struct fzzf__value *out)
{
    struct fzzf__value rate = {
        .lo = fzzf__num_div(run->arena, out->lo, out->full),
        .hi = fzzf__num_div(run->arena, out->hi, out->full)};
    struct fzzf__value product = {.lo = FZZF__ZERO, .hi = FZZF__ZERO};

    fzzf__multiply(run, &product, &rate, to);
    out->lo = product.lo;
    out->hi = product.hi;
    out->surd = NULL;
    out->causes = NULL;
    if (run->explain)
        fzzf__cause_add(run->arena, &out->causes, FZZF__CAUSE_COMBINE,
                        fzzf__num_sub(run->arena, out->lo, out->full),
                        fzzf__num_sub(run->arena, out->hi, out->full));
}

/* Change of scale: times @to / full marks. */
static void bring_to(struct fzzf__run *run, const struct fzzf__op *op,
                     const struct fzzf__members *members,
                     struct fzzf__value *out)
{
    const struct fzzf__value *to = fzzf__arg_value(run, op, TO);
    fzzf__num factor, low, high, way;
    struct fzzf__cause *moved = NULL;

    if (to == NULL || out->condition != FZZF__HAS_VALUE)
        return;
    if (!out->full_known && (members->parts ? run->nodes[op->node].unpublished
                                            : full_unpublished(op, members))) {
        fzzf__give_why(out, FZZF__NOT_COMPUTABLE, FZZF__WHY_UNPUBLISHED,
                       run->system->nodes[op->node].id);
        return;
    }
    if (!out->full_known || fzzf__num_sign(out->full) == 0) {
        fzzf__give_why(out, FZZF__NO_VALUE, FZZF__WHY_DIVISION,
                       run->system->nodes[op->node].id);
        return;
    }
    if (!fzzf__value_is_exact(run->arena, to)) {
        bring_to_open(run, to, out);
        return;
    }
    factor = fzzf__num_div(run->arena, to->lo, out->full);
    low = fzzf__num_mul(run->arena, out->lo, factor);
    high = fzzf__num_mul(run->arena, out->hi, factor);
    /* Every cause is brought to the new scale, so they still add up. */
    fzzf__causes_append(run->arena, &moved, out->causes);
    for (struct fzzf__cause *c = moved; c != NULL; c = c->next) {
        c->low = fzzf__num_mul(run->arena, c->low, factor);
        c->high = fzzf__num_mul(run->arena, c->high, factor);
    }
    /* A leaf keeps its own points. */
    way = fzzf__num_sub(run->arena, to->lo, out->full);
    if (run->explain && members->parts && fzzf__num_sign(way) != 0)
        fzzf__cause_add(run->arena, &moved, FZZF__CAUSE_START, way, way);
    out->causes = moved;
    out->lo = low;
    out->hi = high;
    if (!members->parts)
        out->full = to->lo;
    out->surd = NULL;
}

static void add_bonus(struct fzzf__run *run, struct fzzf__value *out,
                      const struct fzzf__value *bonus)
{
    fzzf__depend(out, bonus);
    if (fzzf__num_sign(bonus->lo) != 0 || fzzf__num_sign(bonus->hi) != 0)
        out->surd = NULL;
    out->lo = fzzf__num_add(run->arena, out->lo, bonus->lo);
    out->hi = fzzf__num_add(run->arena, out->hi, bonus->hi);
    if (run->explain)
        fzzf__causes_append(run->arena, &out->causes, bonus->causes);
}

/* Whether a weight surely is below 0, so that there is no mean. */
static bool weighs_less(const struct fzzf__members *members)
{
    for (size_t i = 0; i < members->count; i++) {
        const struct fzzf__member *member = &members->items[i];
        const struct fzzf__value *open = member->open_weight;

        if (member->counts && !member->bonus &&
            fzzf__num_sign(open == NULL ? member->weight : open->hi) < 0)
            return true;
    }
    return false;
}

static void run_combine(struct fzzf__run *run, const struct fzzf__op *op,
                        struct fzzf__value *out)
{
    struct fzzf__members members = {.items = NULL};
    struct fzzf__value bonus = {.lo = FZZF__ZERO, .hi = FZZF__ZERO};
    const bool rates = op->args[USE].choice == 1;
    bool bonus_first;

    if (!fzzf__gather_members(run, op, rates, &members, out))
        return;
    if (fzzf__nothing_applies(run, op, &members, out))
        return;
    if (fzzf__is_given(op, COVERAGE) && !can_measure(op, &members)) {
        fzzf__give_why(out, FZZF__NOT_COMPUTABLE, FZZF__WHY_UNPUBLISHED,
                       run->system->nodes[op->node].id);
        return;
    }
    if (!covered(run, op, &members, out)) {
        fzzf__give_why(out, FZZF__NO_VALUE, FZZF__WHY_COVERAGE,
                       run->system->nodes[op->node].id);
        return;
    }
    if (is_weighted(op->args[BY].choice) && weighs_less(&members)) {
        fzzf__give_why(out, FZZF__NO_VALUE, FZZF__WHY_MEAN,
                       run->system->nodes[op->node].id);
        return;
    }
    if (op->args[BY].choice == FZZF__BY_SUM)
        fzzf__combine_sum(run, op, &members, out, &bonus);
    else if (op->args[BY].choice == FZZF__BY_MEAN)
        fzzf__combine_mean(run, op, &members, out, &bonus);
    else
        combine_other(run, op, &members, out);
    bring_to(run, op, &members, out);
    if (out->condition != FZZF__HAS_VALUE)
        return;
    /* A block of bonuses is floored and capped as a whole. */
    bonus_first =
        run->contract->bonus_first || run->system->nodes[op->node].bonus;
    if (bonus_first)
        add_bonus(run, out, &bonus);
    fzzf__floor(run, out, fzzf__arg_value(run, op, FLOOR));
    if (!bonus_first)
        add_bonus(run, out, &bonus);
    fzzf__cap(run, out, fzzf__arg_value(run, op, CAP), op->label);
}

/* Without weights they are only known when all have the same. */
static void unpublished_points(struct fzzf__run *run, const struct fzzf__op *op,
                               const struct fzzf__members *members,
                               struct fzzf__value *out)
{
    fzzf__combine_unweighted(run, members, out);
    if (!fzzf__value_is_exact(run->arena, out))
        fzzf__give_why(out, FZZF__NOT_COMPUTABLE, FZZF__WHY_UNPUBLISHED,
                       run->system->nodes[op->node].id);
}

/* The sum of the children's points, unless one has unpublished ones. */
static void sum_points(struct fzzf__run *run, size_t node, bool rates,
                       const bool *belongs, struct fzzf__value *out)
{
    const struct fzzf_indicator *nodes = run->system->nodes;
    fzzf__num sum = FZZF__ZERO;

    for (size_t n = node + 1; n < nodes[node].end; n = nodes[n].end) {
        const struct fzzf__outcome *child = &run->nodes[n];

        if (nodes[n].bonus || !belongs[n])
            continue;
        if (!rates && child->unpublished) {
            fzzf__give_why(out, FZZF__NOT_COMPUTABLE, FZZF__WHY_UNPUBLISHED,
                           nodes[n].id);
            return;
        }
        sum = fzzf__num_add(run->arena, sum, rates ? FZZF__ONE : child->points);
    }
    fzzf__give(out, sum);
}

void fzzf__combine_points(struct fzzf__run *run, const struct fzzf__op *op,
                          const bool *belongs, struct fzzf__value *out)
{
    const struct fzzf_indicator *nodes = run->system->nodes;
    const bool rates = op->args[USE].choice == 1;
    const int by = op->args[BY].choice;
    struct fzzf__members members = {.count = 0};
    struct fzzf__value bonus = {.lo = FZZF__ZERO, .hi = FZZF__ZERO};
    bool missing = false;

    if (by == FZZF__BY_SUM) {
        sum_points(run, op->node, rates, belongs, out);
        return;
    }
    members.items = fzzf__arena_alloc(
        run->arena, (nodes[op->node].child_count + 1) * sizeof *members.items);
    for (size_t n = op->node + 1;
         members.items != NULL && n < nodes[op->node].end; n = nodes[n].end) {
        const struct fzzf__outcome *child = &run->nodes[n];
        struct fzzf__member *member = &members.items[members.count];

        if (nodes[n].bonus || !belongs[n])
            continue;
        missing |= !rates && !child->points_known;
        if (!rates && child->unpublished) {
            fzzf__give_why(out, FZZF__NOT_COMPUTABLE, FZZF__WHY_UNPUBLISHED,
                           nodes[n].id);
            return;
        }
        member->points = rates ? FZZF__ONE : child->points;
        member->points_known = true;
        member->weight = child->weight;
        member->weight_known = child->weight_known;
        member->counts = member->scored = true;
        member->node = n;
        fzzf__give(&member->value, member->points);
        members.count++;
    }
    if (members.count == 0 || missing)
        fzzf__give_why(out, FZZF__NO_VALUE, FZZF__WHY_NOTHING_APPLICABLE,
                       nodes[op->node].id);
    else if (is_weighted(by) && !fzzf__weights_known(&members))
        unpublished_points(run, op, &members, out);
    else if (by == FZZF__BY_MEAN)
        fzzf__combine_mean(run, op, &members, out, &bonus);
    else
        combine_by(run, op, &members, out);
    out->causes = NULL;
}

const struct fzzf_operator fzzf__op_combine = {
    .name = "combine",
    .form = FZZF_FORM_RULE,
    .en = "Parts, or the indicators below, combined to one number.",
    .zh = "把各部分或下级指标合成一个数。",
    .parts = "part",
    .params = {[BY] = {"by", FZZF_PARAM_CHOICE, 1, NULL,
                       "sum mean geometric harmonic minimum maximum median "
                       "product trimmed"},
               [USE] = {"use", FZZF_PARAM_CHOICE, 0, "score", "score rate"},
               [COVERAGE] = {"coverage", FZZF_PARAM_CONSTANT, 0, NULL, NULL},
               [WEIGHTS_ADD] = {"weights-add", FZZF_PARAM_CONSTANT, 0, NULL,
                                NULL},
               [TO] = {"to", FZZF_PARAM_NUMBER, 0, NULL, NULL},
               [FLOOR] = {"floor", FZZF_PARAM_NUMBER, 0, NULL, NULL},
               [CAP] = {"cap", FZZF_PARAM_NUMBER, 0, NULL, NULL}},
    .check = check_combine,
    .run = run_combine};

static void check_part(struct fzzf__program *program, struct fzzf__op *op)
{
    fzzf__check_outcome(program, op, OF, FZZF__NO_NAME);
    if (op->type == FZZF__TYPE_TEXT)
        fzzf__fault(program, &op->place, FZZF__F_NEEDS_POINTS, op->kind->name,
                    NULL);
}

static void run_part(struct fzzf__run *run, const struct fzzf__op *op,
                     struct fzzf__value *out)
{
    fzzf__give_outcome(run, op, out, OF, FZZF__NO_NAME);
    out->causes = NULL;
}

const struct fzzf_operator fzzf__op_part = {
    .name = "part",
    .form = FZZF_FORM_PART,
    .en = "A part of a combination, and its weight.",
    .zh = "合成的一部分及其权重。",
    .parts = "rule",
    .parts_max = 1,
    .params = {[OF] = {"of", FZZF_PARAM_NUMBER, 0, NULL, NULL},
               [WEIGHT] = {"weight", FZZF_PARAM_NUMBER, 0, "1", NULL}},
    .raw = 1,
    .check = check_part,
    .run = run_part};
