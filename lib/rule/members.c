/* SPDX-License-Identifier: Apache-2.0 */
/* What a combination combines: its parts, or the children of the node. */

#include <string.h>

#include "rule/rule_combine.h"

enum { PART_OF, PART_WEIGHT };

static void put(struct fzzf__member *member, fzzf__num number)
{
    memset(&member->value, 0, sizeof member->value);
    member->value.full = member->points;
    fzzf__give(&member->value, number);
    member->counts = true;
}

static size_t substitute_of(const struct fzzf__run *run, size_t node)
{
    return fzzf__names_find(&run->system->by_id,
                            run->system->nodes[node].substitute);
}

/* The other indicator's rate times own points. False: it has none. */
static bool substitute(struct fzzf__run *run, size_t node, bool rates,
                       struct fzzf__member *member)
{
    const struct fzzf__outcome *outcome = &run->nodes[substitute_of(run, node)];
    const fzzf__num own = rates ? FZZF__ONE : member->points;

    if ((!rates && !member->points_known) ||
        (outcome->state != FZZF_SCORE_EXACT &&
         outcome->state != FZZF_SCORE_BOUNDED) ||
        !outcome->value.full_known || fzzf__num_sign(outcome->value.full) <= 0)
        return false;
    put(member, FZZF__ZERO);
    fzzf__depend(&member->value, &outcome->value);
    member->value.lo = fzzf__num_mul(
        run->arena, own,
        fzzf__num_div(run->arena, outcome->value.lo, outcome->value.full));
    member->value.hi = fzzf__num_mul(
        run->arena, own,
        fzzf__num_div(run->arena, outcome->value.hi, outcome->value.full));
    return true;
}

/* In the way of the whole: refused goes before all else. */
static bool blocks(struct fzzf__run *run, size_t node, struct fzzf__value *out)
{
    const struct fzzf__outcome *outcome = &run->nodes[node];
    const char *id = run->system->nodes[node].id;

    switch (outcome->state) {
    case FZZF_SCORE_EXACT:
    case FZZF_SCORE_BOUNDED:
    case FZZF_SCORE_NOT_APPLICABLE:
    case FZZF_SCORE_ABSENT:
        return false;
    case FZZF_SCORE_REFUSED:
    case FZZF_SCORE_NO_VALUE: /* and the contract refused to go on */
        fzzf__give_why(out, FZZF__NOT_COMPUTABLE, FZZF__WHY_REFUSED, id);
        return true;
    case FZZF_SCORE_NOT_COMPUTABLE:
    case FZZF_SCORE_STOPPED:
    case FZZF_SCORE_UNSCORED:
        break;
    }
    if (out->condition == FZZF__HAS_VALUE || out->condition == FZZF__NO_VALUE ||
        (outcome->state == FZZF_SCORE_STOPPED &&
         out->why.code != FZZF__WHY_REFUSED))
        fzzf__give_why(out, FZZF__NOT_COMPUTABLE,
                       outcome->state == FZZF_SCORE_STOPPED ? FZZF__WHY_STOPPED
                                                            : FZZF__WHY_CHILD,
                       id);
    return true;
}

static void treat(struct fzzf__run *run, size_t node, bool rates,
                  struct fzzf__member *member)
{
    const struct fzzf__outcome *outcome = &run->nodes[node];

    member->treatment =
        outcome->left_out ? FZZF__NA_RESCALE : outcome->treatment;
    switch (member->treatment) {
    case FZZF__NA_FULL:
        put(member, member->points);
        break;
    case FZZF__NA_NO_LOSS:
        put(member, member->bonus ? FZZF__ZERO : member->points);
        break;
    case FZZF__NA_SUBSTITUTE:
        if (!substitute(run, node, rates, member))
            member->treatment = FZZF__NA_LEAVE_OUT;
        break;
    case FZZF__NA_UNSAID:
    case FZZF__NA_RESCALE:
    case FZZF__NA_SPREAD:
    case FZZF__NA_LEAVE_OUT:
        break;
    }
}

/* False: it has no rate, *out says why. */
static bool to_rate(struct fzzf__run *run, struct fzzf__member *member,
                    struct fzzf__value *out)
{
    const fzzf__num full = member->value.full;
    const char *id = run->system->nodes[member->node].id;

    if (member->bonus)
        return true;
    if (member->unpublished || !member->points_known ||
        fzzf__num_sign(full) == 0) {
        if (out->condition == FZZF__HAS_VALUE)
            fzzf__give_why(out,
                           member->unpublished ? FZZF__NOT_COMPUTABLE
                                               : FZZF__NO_VALUE,
                           member->unpublished ? FZZF__WHY_UNPUBLISHED
                                               : FZZF__WHY_DIVISION,
                           id);
        return false;
    }
    member->value.lo = fzzf__num_div(run->arena, member->value.lo, full);
    member->value.hi = fzzf__num_div(run->arena, member->value.hi, full);
    member->value.surd = NULL;
    return true;
}

/* What is put in the place of a score needs points. */
static void give_unpublished(struct fzzf__value *out, const char *id)
{
    if (out->condition == FZZF__HAS_VALUE)
        fzzf__give_why(out, FZZF__NOT_COMPUTABLE, FZZF__WHY_UNPUBLISHED, id);
}

/* It has a score in the place of its own, but points for it are not published:
 * its own, or those of the indicator that stands for it. */
static bool lacks_points(const struct fzzf__run *run, size_t node, bool rates,
                         const struct fzzf__member *member)
{
    const bool own = !rates && run->nodes[node].unpublished;
    const struct fzzf__outcome *other;

    if (run->nodes[node].left_out ||
        run->nodes[node].treatment != FZZF__NA_SUBSTITUTE)
        return own && member->counts &&
               !(member->bonus && member->treatment == FZZF__NA_NO_LOSS);
    other = &run->nodes[substitute_of(run, node)];
    if (other->state != FZZF_SCORE_EXACT && other->state != FZZF_SCORE_BOUNDED)
        return false;
    return other->value.full_known ? own : other->unpublished;
}

/* A leaf without a rule and without points has no part in a sum; nor has a
 * bonus without a rule in anything. */
static bool passed_over(const struct fzzf__run *run, const struct fzzf__op *op,
                        size_t node)
{
    const struct fzzf__outcome *outcome = &run->nodes[node];

    return outcome->state == FZZF_SCORE_UNSCORED &&
           (run->system->nodes[node].bonus ||
            (op->args[0].choice == FZZF__BY_SUM && !outcome->points_known &&
             !outcome->unpublished));
}

static bool gather_child(struct fzzf__run *run, const struct fzzf__op *op,
                         size_t node, bool rates, struct fzzf__members *members,
                         struct fzzf__value *out)
{
    const struct fzzf__outcome *outcome = &run->nodes[node];
    struct fzzf__member *member = &members->items[members->count];

    if (outcome->state == FZZF_SCORE_ABSENT && !outcome->left_out)
        return true;
    if (passed_over(run, op, node)) {
        members->blank |= !run->system->nodes[node].bonus;
        return true;
    }
    if (blocks(run, node, out))
        return false;
    member->node = node;
    member->bonus = run->system->nodes[node].bonus;
    member->unpublished = outcome->unpublished;
    member->points = outcome->points;
    member->points_known = outcome->points_known;
    member->weight = outcome->weight;
    member->weight_known = outcome->weight_known;
    if (outcome->state == FZZF_SCORE_EXACT ||
        outcome->state == FZZF_SCORE_BOUNDED) {
        member->value = outcome->value;
        member->points = outcome->value.full;
        member->points_known = outcome->value.full_known;
        member->unpublished &= !member->points_known;
        member->counts = member->scored = true;
        if (rates && !to_rate(run, member, out))
            return false;
    } else {
        if (rates)
            member->points = FZZF__ONE;
        if (outcome->treatment == FZZF__NA_SUBSTITUTE && !outcome->left_out &&
            run->nodes[substitute_of(run, node)].state != FZZF_SCORE_UNSCORED &&
            blocks(run, substitute_of(run, node), out))
            return false;
        treat(run, node, rates, member);
        if (lacks_points(run, node, rates, member)) {
            give_unpublished(out, run->system->nodes[node].id);
            return false;
        }
    }
    if (rates) {
        member->points = FZZF__ONE;
        member->points_known = true;
        member->unpublished = false;
    }
    members->count++;
    return true;
}

static bool gather_children(struct fzzf__run *run, const struct fzzf__op *op,
                            bool rates, struct fzzf__members *members,
                            struct fzzf__value *out)
{
    const struct fzzf_indicator *nodes = run->system->nodes;
    bool sound = true;

    for (size_t n = op->node + 1; n < nodes[op->node].end; n = nodes[n].end)
        if (!gather_child(run, op, n, rates, members, out))
            sound = false;
    return sound;
}

static bool may_apply(const struct fzzf__value *value)
{
    return value->condition == FZZF__NOT_APPLICABLE && value->open;
}

/* @covered: a part without a value is left out, as its coverage allows. */
static bool gather_part(struct fzzf__run *run, const struct fzzf__op *part,
                        bool covered, struct fzzf__members *members,
                        struct fzzf__value *out)
{
    const struct fzzf__value *value = &run->values[part->slot];
    const struct fzzf__value *weight = fzzf__arg_value(run, part, PART_WEIGHT);
    struct fzzf__member *member = &members->items[members->count];
    struct fzzf__value any = {.lo = FZZF__MINUS_INFINITY,
                              .hi = FZZF__PLUS_INFINITY};

    if (may_apply(value) || (weight != NULL && may_apply(weight))) {
        fzzf__depend(&any, value);
        if (weight != NULL)
            fzzf__depend(&any, weight);
        value = &any; /* left out or not: that moves the whole anywhere */
        weight = NULL;
        member->perhaps = true;
    }
    if (value->condition == FZZF__NOT_APPLICABLE ||
        (value->condition == FZZF__NO_VALUE && covered &&
         (weight == NULL || weight->condition == FZZF__HAS_VALUE)) ||
        (weight != NULL && weight->condition == FZZF__NOT_APPLICABLE)) {
        member->treatment = FZZF__NA_LEAVE_OUT;
    } else if (value->condition != FZZF__HAS_VALUE ||
               (weight != NULL && weight->condition != FZZF__HAS_VALUE)) {
        const bool weighs =
            weight == NULL || weight->condition == FZZF__HAS_VALUE;

        *out = weighs || (value->condition != FZZF__HAS_VALUE && !covered)
                   ? *value
                   : *weight;
        out->causes = NULL;
        return false;
    } else {
        member->counts = member->scored = true;
    }
    member->value = *value;
    member->points = run->nodes[part->node].points;
    member->points_known = run->nodes[part->node].points_known;
    if (member->counts && weight != NULL)
        fzzf__depend(&member->value, weight);
    member->weight = weight == NULL ? FZZF__ONE : weight->lo;
    member->weight_known =
        weight == NULL || fzzf__value_is_exact(run->arena, weight);
    if (!member->weight_known && weight->condition == FZZF__HAS_VALUE)
        member->open_weight = weight;
    member->label = part->label;
    members->count++;
    return true;
}

bool fzzf__gather_members(struct fzzf__run *run, const struct fzzf__op *op,
                          bool rates, struct fzzf__members *members,
                          struct fzzf__value *out)
{
    const size_t most = op->part_count > 0
                            ? op->part_count
                            : run->system->nodes[op->node].child_count;
    const bool covered =
        fzzf__arg_value(run, op, FZZF__COMBINE_COVERAGE) != NULL;

    members->parts = op->part_count > 0;
    members->count = 0;
    members->items =
        fzzf__arena_alloc(run->arena, (most + 1) * sizeof *members->items);
    if (members->items == NULL)
        return false;
    if (!members->parts)
        return gather_children(run, op, rates, members, out);
    for (size_t i = 0; i < op->part_count; i++)
        if (!gather_part(run, fzzf__part_op(run, op, i), covered, members, out))
            return false;
    return true;
}
