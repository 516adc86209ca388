/* SPDX-License-Identifier: Apache-2.0 */
/* One node: its rule, the contract's policies, rounding, vetoes, met. */

#include <string.h>

#include "eval/unit.h"
#include "rule/rule_combine.h"

static void set_state(struct fzzf__outcome *outcome, fzzf_score_state state,
                      enum fzzf__why_code code, const char *text)
{
    outcome->state = state;
    outcome->why.code = code;
    outcome->why.text = text;
}

const struct fzzf__amount *fzzf__unit_points(const struct fzzf__unit *unit,
                                             size_t n)
{
    const struct fzzf_indicator *node = &unit->plan->system->nodes[n];

    for (size_t i = 0; i < node->variant_count; i++) {
        const struct fzzf__variant *variant = &node->variants[i];

        if (fzzf__in_group(unit->run.declaration, variant->group))
            return variant->points.given != FZZF__ABSENT ? &variant->points
                                                         : &node->points;
    }
    return &node->points;
}

/* Points and weight for this unit's group. */
static void set_amounts(struct fzzf__unit *unit, size_t n)
{
    const struct fzzf_indicator *node = &unit->plan->system->nodes[n];
    struct fzzf__outcome *outcome = &unit->run.nodes[n];
    const struct fzzf__amount *points = fzzf__unit_points(unit, n);
    const struct fzzf__amount *weight = &node->weight;

    for (size_t i = 0; i < node->variant_count; i++) {
        const struct fzzf__variant *variant = &node->variants[i];

        if (!fzzf__in_group(unit->run.declaration, variant->group))
            continue;
        if (variant->weight.given != FZZF__ABSENT)
            weight = &variant->weight;
        break;
    }
    outcome->points_known = points->given == FZZF__GIVEN;
    outcome->unpublished = points->given == FZZF__UNPUBLISHED;
    outcome->points = outcome->points_known ? points->num : FZZF__ZERO;
    outcome->weight_known = weight->given == FZZF__GIVEN;
    outcome->weight = outcome->weight_known ? weight->num : FZZF__ZERO;
}

/* The sum of the children's points, where one without counts nothing. */
static void sum_points(struct fzzf__unit *unit, size_t n)
{
    const struct fzzf_indicator *nodes = unit->plan->system->nodes;
    struct fzzf__outcome *outcome = &unit->run.nodes[n];

    for (size_t c = n + 1; c < nodes[n].end; c = nodes[c].end) {
        const struct fzzf__outcome *child = &unit->run.nodes[c];

        if (nodes[c].bonus || !unit->belongs[c])
            continue;
        outcome->unpublished |= child->unpublished;
        outcome->points =
            fzzf__num_add(&unit->arena, outcome->points, child->points);
    }
    outcome->points_known = !outcome->unpublished;
}

/* Full marks of an inner node that gives none itself: what its children's come
 * to, combined as their scores are. */
static void derive_points(struct fzzf__unit *unit, size_t n)
{
    const struct fzzf__node_plan *plan = &unit->plan->nodes[n];
    struct fzzf__outcome *outcome = &unit->run.nodes[n];
    struct fzzf__value points = {.lo = FZZF__ZERO, .hi = FZZF__ZERO};

    if (outcome->points_known || outcome->unpublished)
        return;
    if (plan->by < 0) {
        sum_points(unit, n);
        return;
    }
    fzzf__combine_points(&unit->run, &unit->plan->program.ops[plan->combine],
                         unit->belongs, &points);
    outcome->points_known = fzzf__value_is_exact(&unit->arena, &points);
    outcome->unpublished = points.condition == FZZF__NOT_COMPUTABLE;
    if (outcome->points_known)
        outcome->points = points.lo;
}

/* What the score is brought to, or NULL. */
static const struct fzzf__value *scale_of(const struct fzzf__unit *unit,
                                          size_t n)
{
    const struct fzzf__node_plan *plan = &unit->plan->nodes[n];

    return plan->by < 0
               ? NULL
               : fzzf__arg_value(&unit->run,
                                 &unit->plan->program.ops[plan->combine],
                                 FZZF__COMBINE_TO);
}

/* A change of scale brings its own full marks. */
static void scale_points(struct fzzf__unit *unit, size_t n)
{
    const struct fzzf__value *to = scale_of(unit, n);
    struct fzzf__outcome *outcome = &unit->run.nodes[n];

    if (to == NULL || unit->plan->system->nodes[n].points.given == FZZF__GIVEN)
        return;
    outcome->points_known = fzzf__value_is_exact(&unit->arena, to);
    outcome->points = outcome->points_known ? to->lo : FZZF__ZERO;
    outcome->unpublished = !outcome->points_known;
}

static enum fzzf__policy policy_for(const struct fzzf__policies *policies,
                                    unsigned char absent)
{
    enum fzzf__policy strictest = FZZF__POLICY_BOUND;

    if ((absent & FZZF__ABSENT_MISSING) && policies->missing > strictest)
        strictest = policies->missing;
    if ((absent & FZZF__ABSENT_NOT_ASSESSED) &&
        policies->not_assessed > strictest)
        strictest = policies->not_assessed;
    if ((absent & FZZF__ABSENT_DISPUTED) && policies->disputed > strictest)
        strictest = policies->disputed;
    return strictest;
}

static void count_zero(struct fzzf__unit *unit, struct fzzf__outcome *outcome)
{
    struct fzzf__value *value = &outcome->value;
    const fzzf__num full = outcome->points;

    memset(value, 0, sizeof *value);
    value->full = full;
    value->full_known = outcome->points_known;
    value->lo = value->hi = full;
    fzzf__score_add(&unit->run, value, FZZF__CAUSE_POLICY_ZERO,
                    fzzf__num_neg(&unit->arena, full),
                    fzzf__num_neg(&unit->arena, full));
    outcome->state = FZZF_SCORE_EXACT;
    outcome->zeroed = true;
}

static void leave_out(struct fzzf__outcome *outcome, const char *text)
{
    outcome->left_out = true;
    set_state(outcome, FZZF_SCORE_ABSENT, FZZF__WHY_LEFT_OUT, text);
}

/* The first absent observation that the rule reads, for the tale. */
static void tell_absent(struct fzzf__unit *unit, size_t n,
                        struct fzzf__why *why)
{
    const struct fzzf__program *program = &unit->plan->program;

    why->code = FZZF__WHY_OPEN;
    why->text = unit->plan->system->nodes[n].id;
    for (size_t i = 0; i < program->input_count; i++) {
        const fzzf_state state = unit->run.inputs[i].state;

        if (program->inputs[i].node != n || fzzf__absent_bit(state) == 0)
            continue;
        why->text = program->inputs[i].observe->id;
        why->code = state == FZZF_STATE_MISSING    ? FZZF__WHY_MISSING
                    : state == FZZF_STATE_DISPUTED ? FZZF__WHY_DISPUTED
                                                   : FZZF__WHY_NOT_ASSESSED;
        return;
    }
}

static void settle_open(struct fzzf__unit *unit, size_t n)
{
    struct fzzf__outcome *outcome = &unit->run.nodes[n];
    struct fzzf__value *value = &outcome->value;

    outcome->state = FZZF_SCORE_BOUNDED;
    if (!value->open && value->enclosed)
        outcome->state = FZZF_SCORE_EXACT; /* irrational, but known */
    else if (unit->plan->system->nodes[n].child_count > 0)
        set_state(outcome, FZZF_SCORE_BOUNDED, FZZF__WHY_OPEN,
                  unit->plan->system->nodes[n].id);
    else
        tell_absent(unit, n, &outcome->why);
    value->absent = 0;
}

/* An open value, and what the contract says of what is absent. */
static void apply_policy(struct fzzf__unit *unit, size_t n)
{
    struct fzzf__outcome *outcome = &unit->run.nodes[n];
    const enum fzzf__policy policy =
        policy_for(&unit->plan->nodes[n].policies, outcome->value.absent);
    struct fzzf__why why = {FZZF__WHY_NOTHING, NULL};

    tell_absent(unit, n, &why);
    if (policy == FZZF__POLICY_REFUSE)
        set_state(outcome, FZZF_SCORE_REFUSED, FZZF__WHY_REFUSED, why.text);
    else if (policy == FZZF__POLICY_LEAVE_OUT)
        leave_out(outcome, why.text);
    else
        count_zero(unit, outcome);
    outcome->why = policy == FZZF__POLICY_ZERO ? why : outcome->why;
}

static void apply_no_value(struct fzzf__unit *unit, size_t n)
{
    struct fzzf__outcome *outcome = &unit->run.nodes[n];
    const enum fzzf__policy policy = unit->plan->nodes[n].policies.no_value;

    set_state(outcome, FZZF_SCORE_NO_VALUE, outcome->value.why.code,
              outcome->value.why.text);
    if (policy == FZZF__POLICY_ZERO)
        count_zero(unit, outcome);
    else if (policy == FZZF__POLICY_LEAVE_OUT)
        leave_out(outcome, outcome->value.why.text);
}

/* A value that perhaps is none: zero counts too, or there is none. */
static bool settle_failing(struct fzzf__unit *unit, size_t n)
{
    struct fzzf__value *value = &unit->run.nodes[n].value;
    struct fzzf__value zero = {.lo = FZZF__ZERO, .hi = FZZF__ZERO};
    size_t count = 1;

    if (!value->may_fail)
        return true;
    if (unit->plan->nodes[n].policies.no_value != FZZF__POLICY_ZERO)
        return false;
    value->may_fail = false;
    zero.full = value->full;
    zero.full_known = value->full_known;
    if (unit->run.explain)
        fzzf__cause_add(&unit->arena, &zero.causes, FZZF__CAUSE_POLICY_ZERO,
                        fzzf__num_neg(&unit->arena, zero.full),
                        fzzf__num_neg(&unit->arena, zero.full));
    fzzf__value_hull(&unit->arena, FZZF__TYPE_NUMBER, value, &count, &zero);
    return true;
}

static void judge_value(struct fzzf__unit *unit, size_t n)
{
    struct fzzf__outcome *outcome = &unit->run.nodes[n];
    struct fzzf__value *value = &outcome->value;

    if (value->absent != 0 && !fzzf__value_is_exact(&unit->arena, value) &&
        policy_for(&unit->plan->nodes[n].policies, value->absent) !=
            FZZF__POLICY_BOUND)
        apply_policy(unit, n);
    else if (!settle_failing(unit, n))
        apply_no_value(unit, n);
    else if (fzzf__value_is_exact(&unit->arena, value))
        outcome->state = FZZF_SCORE_EXACT;
    else
        settle_open(unit, n);
    value->absent = 0;
}

/* From the value of the rule to the state of the node. */
static void judge(struct fzzf__unit *unit, size_t n)
{
    struct fzzf__outcome *outcome = &unit->run.nodes[n];
    const struct fzzf__why *why = &outcome->value.why;

    if (outcome->value.condition == FZZF__HAS_VALUE)
        judge_value(unit, n);
    else if (outcome->value.condition == FZZF__NO_VALUE)
        apply_no_value(unit, n);
    else if (outcome->value.condition == FZZF__NOT_APPLICABLE)
        set_state(outcome, FZZF_SCORE_NOT_APPLICABLE, why->code, why->text);
    else
        set_state(outcome,
                  why->code == FZZF__WHY_REFUSED   ? FZZF_SCORE_REFUSED
                  : why->code == FZZF__WHY_STOPPED ? FZZF_SCORE_STOPPED
                                                   : FZZF_SCORE_NOT_COMPUTABLE,
                  why->code, why->text);
}

static void round_value(struct fzzf__unit *unit, size_t n)
{
    const struct fzzf_contract *contract = unit->plan->contract;
    const bool leaf = unit->plan->system->nodes[n].child_count == 0;

    fzzf__score_round(&unit->run, &unit->run.nodes[n].value,
                      n == 0 ? contract->total_places
                      : leaf ? contract->indicator_places
                             : contract->node_places);
}

/* Points given to a node go before those that its rule brings along. */
static void measure_by_points(struct fzzf__unit *unit, size_t n)
{
    const struct fzzf_indicator *node = &unit->plan->system->nodes[n];
    struct fzzf__outcome *outcome = &unit->run.nodes[n];
    struct fzzf__value *value = &outcome->value;
    fzzf__num way;

    if (node->points.given != FZZF__GIVEN ||
        (unit->plan->nodes[n].by == 0 && scale_of(unit, n) == NULL) ||
        value->condition != FZZF__HAS_VALUE || node->child_count == 0)
        return;
    way = fzzf__num_sub(&unit->arena, value->full, outcome->points);
    if (unit->run.explain && fzzf__num_sign(way) != 0)
        fzzf__cause_add(&unit->arena, &value->causes, FZZF__CAUSE_START, way,
                        way);
    value->full = outcome->points;
    value->full_known = true;
}

static void score(struct fzzf__unit *unit, size_t n)
{
    const struct fzzf__node_plan *plan = &unit->plan->nodes[n];
    struct fzzf__outcome *outcome = &unit->run.nodes[n];
    const struct fzzf__op *op = &unit->plan->program.ops[plan->score];
    struct fzzf__value value;

    fzzf__pieces_run(&unit->run, plan, &value);
    if (plan->formula) {
        value.causes = NULL;
        fzzf__give_score(&unit->run, op, &outcome->value, &value,
                         FZZF__CAUSE_FORMULA, NULL);
    } else {
        outcome->value = value;
    }
    scale_points(unit, n);
    measure_by_points(unit, n);
    round_value(unit, n);
    judge(unit, n);
}

/* A leaf without a rule: only whether it is met can be told. */
static void leave_unscored(struct fzzf__unit *unit, size_t n)
{
    const struct fzzf__node_plan *plan = &unit->plan->nodes[n];
    struct fzzf__outcome *outcome = &unit->run.nodes[n];
    struct fzzf__value *value = &outcome->value;
    const enum fzzf__policy no_value = plan->policies.no_value;
    enum fzzf__policy policy;
    struct fzzf__why why = {FZZF__WHY_NOTHING, NULL};

    set_state(outcome, FZZF_SCORE_UNSCORED, FZZF__WHY_NO_RULE, NULL);
    if (unit->plan->system->nodes[n].met == NULL)
        return;
    fzzf__run_ops(&unit->run, plan->met_span.from, plan->met_span.to);
    *value = *fzzf__op_value(&unit->run, plan->met);
    if (value->condition == FZZF__NOT_APPLICABLE)
        set_state(outcome, FZZF_SCORE_NOT_APPLICABLE, value->why.code,
                  value->why.text);
    policy = value->condition == FZZF__NO_VALUE ? no_value
             : value->condition == FZZF__HAS_VALUE && value->absent != 0
                 ? policy_for(&plan->policies, value->absent)
                 : FZZF__POLICY_BOUND;
    tell_absent(unit, n, &why);
    if (policy == FZZF__POLICY_ZERO)
        outcome->zeroed = true;
    else if (policy == FZZF__POLICY_LEAVE_OUT)
        leave_out(outcome, why.text);
    else if (policy == FZZF__POLICY_REFUSE)
        set_state(outcome,
                  value->condition == FZZF__NO_VALUE ? FZZF_SCORE_NO_VALUE
                                                     : FZZF_SCORE_REFUSED,
                  value->condition == FZZF__NO_VALUE ? value->why.code
                                                     : FZZF__WHY_REFUSED,
                  why.text);
    memset(value, 0, sizeof *value);
    value->lo = value->hi = value->full = FZZF__ZERO;
}

static void set_met(struct fzzf__unit *unit, size_t n)
{
    const struct fzzf__node_plan *plan = &unit->plan->nodes[n];
    struct fzzf__outcome *outcome = &unit->run.nodes[n];
    const struct fzzf__value *value;

    if (outcome->state == FZZF_SCORE_NOT_APPLICABLE ||
        outcome->state == FZZF_SCORE_ABSENT)
        return;
    fzzf__run_ops(&unit->run, plan->met_span.from, plan->met_span.to);
    outcome->met = FZZF_UNDETERMINED;
    value = fzzf__op_value(&unit->run, plan->met);
    if (outcome->zeroed)
        outcome->met = FZZF_NO;
    else if (value->condition == FZZF__HAS_VALUE && !value->may_fail)
        outcome->met = fzzf__truth_answer(value);
}

/* What the cohort compares is known of every unit, also where the node itself
 * has no part. */
static void fill_columns(struct fzzf__unit *unit, size_t n)
{
    const struct fzzf__node_plan *plan = &unit->plan->nodes[n];

    if (plan->stage > 0)
        fzzf__run_ops(&unit->run, plan->rule.from, plan->require_span.to);
}

void fzzf__node_run(struct fzzf__unit *unit, size_t n)
{
    static const struct fzzf__outcome nothing = {.value = FZZF__VALUE_NONE,
                                                 .points = {0, 1, NULL}};
    const struct fzzf__node_plan *plan = &unit->plan->nodes[n];
    struct fzzf__outcome *outcome = &unit->run.nodes[n];

    *outcome = nothing;
    outcome->treatment = plan->treatment;
    outcome->met = FZZF_NOTHING_APPLICABLE;
    set_amounts(unit, n);
    if (unit->plan->system->nodes[n].child_count > 0)
        derive_points(unit, n);
    if (!unit->belongs[n]) {
        set_state(outcome, FZZF_SCORE_ABSENT, FZZF__WHY_OTHER_LEVEL, NULL);
        fill_columns(unit, n);
        return;
    }
    if (unit->not_applicable[n])
        set_state(outcome, FZZF_SCORE_NOT_APPLICABLE, FZZF__WHY_NOT_APPLICABLE,
                  unit->na_reason[n]);
    else if (plan->score == FZZF__NO_OP)
        leave_unscored(unit, n);
    else
        score(unit, n);
    fzzf__override_run(unit, n);
    if (outcome->state != FZZF_SCORE_NOT_APPLICABLE &&
        outcome->state != FZZF_SCORE_ABSENT)
        fzzf__vetoes_run(unit, n);
    else
        fill_columns(unit, n);
    set_met(unit, n);
    fzzf__run_ops(&unit->run, plan->require_span.from, plan->require_span.to);
}
