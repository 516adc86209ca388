/* SPDX-License-Identifier: Apache-2.0 */
/* Vetoes of a node, in their order, and the grade that comes of it. */

#include <string.h>

#include "eval/unit.h"

fzzf_answer fzzf__truth_answer(const struct fzzf__value *truth)
{
    if (truth->condition == FZZF__NOT_COMPUTABLE ||
        (truth->condition == FZZF__NOT_APPLICABLE && truth->open))
        return FZZF_UNDETERMINED;
    if (truth->condition != FZZF__HAS_VALUE)
        return FZZF_NO;
    if (fzzf__num_sign(truth->hi) == 0)
        return FZZF_NO;
    return fzzf__num_sign(truth->lo) != 0 && !truth->may_fail
               ? FZZF_YES
               : FZZF_UNDETERMINED;
}

static bool has_score(const struct fzzf__outcome *outcome)
{
    return outcome->state == FZZF_SCORE_EXACT ||
           outcome->state == FZZF_SCORE_BOUNDED;
}

/* What a veto makes of the score; false: it does not touch it. */
static bool vetoed(struct fzzf__unit *unit, const struct fzzf__veto_plan *veto,
                   const struct fzzf__value *before, struct fzzf__value *after)
{
    const struct fzzf__value *value =
        veto->value == FZZF__NO_OP ? NULL
                                   : fzzf__op_value(&unit->run, veto->value);

    *after = *before;
    if (veto->veto->effect == FZZF__EFFECT_ZERO) {
        after->lo = after->hi = FZZF__ZERO;
        return true;
    }
    if (veto->veto->effect == FZZF__EFFECT_FIX) {
        after->lo = value->lo;
        after->hi = value->hi;
    } else if (veto->veto->effect == FZZF__EFFECT_LOSE) {
        after->lo = fzzf__num_sub(&unit->arena, before->lo, value->hi);
        after->hi = fzzf__num_sub(&unit->arena, before->hi, value->lo);
    } else {
        return false;
    }
    fzzf__depend(after, value);
    return value->condition == FZZF__HAS_VALUE;
}

static void set_score_state(struct fzzf__unit *unit,
                            struct fzzf__outcome *outcome, const char *veto)
{
    struct fzzf__value *value = &outcome->value;

    fzzf__value_settle(&unit->arena, FZZF__TYPE_NUMBER, value);
    outcome->state = fzzf__value_is_exact(&unit->arena, value) ||
                             (value->enclosed && !value->open)
                         ? FZZF_SCORE_EXACT
                         : FZZF_SCORE_BOUNDED;
    if (outcome->state == FZZF_SCORE_EXACT) {
        outcome->why.code = FZZF__WHY_NOTHING;
    } else if (outcome->why.code == FZZF__WHY_NOTHING) {
        outcome->why.code = FZZF__WHY_OPEN;
        outcome->why.text = veto;
    }
}

/* The score after a veto that surely, or perhaps, fired. */
static void strike(struct fzzf__unit *unit, size_t n,
                   const struct fzzf__veto_plan *veto, fzzf_answer fired)
{
    struct fzzf__outcome *outcome = &unit->run.nodes[n];
    struct fzzf__value *value = &outcome->value;
    struct fzzf__value after;
    struct fzzf__cause *cause;
    fzzf__num low, high;

    if (!has_score(outcome) || !vetoed(unit, veto, value, &after))
        return;
    if (fired == FZZF_UNDETERMINED) {
        after.lo = fzzf__num_min(&unit->arena, after.lo, value->lo);
        after.hi = fzzf__num_max(&unit->arena, after.hi, value->hi);
        after.open = true;
    }
    value->surd = NULL;
    value->open = after.open;
    value->enclosed = after.enclosed;
    low = fzzf__num_sub(&unit->arena, after.lo, value->lo);
    high = fzzf__num_sub(&unit->arena, after.hi, value->hi);
    cause = fzzf__score_add(&unit->run, value,
                            fzzf__num_sign(low) > 0 || fzzf__num_sign(high) > 0
                                ? FZZF__CAUSE_VETO_RAISE
                                : FZZF__CAUSE_VETO,
                            low, high);
    if (cause != NULL) {
        cause->veto = veto->veto->id;
        cause->label = veto->veto->title;
    }
    value->lo = after.lo; /* also where an end was without end */
    value->hi = after.hi;
    set_score_state(unit, outcome, veto->veto->id);
}

static void stop(struct fzzf__outcome *outcome,
                 const struct fzzf__veto_plan *veto, fzzf_answer fired)
{
    if (fired != FZZF_YES)
        return; /* perhaps: the score stands as long as it is not known */
    outcome->state = FZZF_SCORE_STOPPED;
    outcome->why.code = FZZF__WHY_STOPPED;
    outcome->why.text = veto->veto->id;
}

static void bar(struct fzzf__outcome *outcome, fzzf_answer fired)
{
    if (outcome->barred != FZZF_YES)
        outcome->barred = fired;
}

/* Every condition is judged by the score before any of them. */
static void strike_all(struct fzzf__unit *unit, size_t n)
{
    const struct fzzf__node_plan *plan = &unit->plan->nodes[n];
    const size_t count = plan->veto_count;
    struct fzzf__outcome *outcome = &unit->run.nodes[n];

    for (size_t i = 0; i < count; i++)
        fzzf__run_ops(&unit->run, plan->vetoes[i].span.from,
                      plan->vetoes[i].span.to);
    for (size_t i = 0; i < count; i++) {
        const struct fzzf__veto_plan *veto = &plan->vetoes[i];
        const fzzf_answer fired =
            fzzf__truth_answer(fzzf__op_value(&unit->run, veto->when));

        if (fired == FZZF_NO)
            continue;
        if (veto->veto->effect == FZZF__EFFECT_BAR)
            bar(outcome, fired);
        else if (outcome->state == FZZF_SCORE_STOPPED)
            continue;
        else if (veto->veto->effect == FZZF__EFFECT_STOP)
            stop(outcome, veto, fired);
        else
            strike(unit, n, veto, fired);
    }
}

/* The grade so far: one, none, or not to be told. */
struct grade {
    const char *id;
    bool open;
};

static const char *lowered(const struct fzzf_system *system, const char *grade,
                           size_t steps)
{
    size_t i = 0;

    while (i < system->grade_count && strcmp(system->grades[i].id, grade) != 0)
        i++;
    i += steps;
    return system->grades[i < system->grade_count ? i : system->grade_count - 1]
        .id;
}

static void change_grade(const struct fzzf__unit *unit,
                         const struct fzzf__veto_plan *veto, fzzf_answer fired,
                         struct grade *grade)
{
    const struct fzzf__value *value =
        veto->value == FZZF__NO_OP ? NULL
                                   : fzzf__op_value(&unit->run, veto->value);
    const char *changed = veto->veto->grade;
    int64_t steps = 1;

    if (veto->veto->effect == FZZF__EFFECT_LOWER) {
        if (grade->open || grade->id == NULL)
            return;
        if (value != NULL &&
            (!fzzf__num_to_int64(value->lo, &steps) || steps < 0)) {
            grade->open = true;
            return;
        }
        changed = lowered(unit->plan->system, grade->id, (size_t)steps);
    }
    if (fired == FZZF_YES) {
        grade->id = changed;
        grade->open = false;
    } else if (grade->id == NULL || changed == NULL ||
               strcmp(grade->id, changed) != 0) {
        grade->open = grade->open || grade->id != changed;
    }
}

static void set_grade(struct fzzf__unit *unit, size_t n)
{
    const struct fzzf__node_plan *plan = &unit->plan->nodes[n];
    struct fzzf__outcome *outcome = &unit->run.nodes[n];
    const struct fzzf__value *value =
        plan->grading == FZZF__NO_OP
            ? NULL
            : fzzf__op_value(&unit->run, plan->grading);
    struct grade grade = {NULL, false};

    if (value != NULL && value->condition == FZZF__HAS_VALUE) {
        grade.id = value->text;
        grade.open = value->text == NULL || value->may_fail;
    }
    for (size_t i = 0; i < plan->veto_count; i++) {
        const struct fzzf__veto_plan *veto = &plan->vetoes[i];
        const enum fzzf__effect effect = veto->veto->effect;
        const fzzf_answer fired =
            fzzf__truth_answer(fzzf__op_value(&unit->run, veto->when));

        if (fired == FZZF_NO)
            continue;
        if (effect == FZZF__EFFECT_GRADE || effect == FZZF__EFFECT_LOWER ||
            effect == FZZF__EFFECT_STOP)
            change_grade(unit, veto, fired, &grade);
        if (effect == FZZF__EFFECT_STOP && fired == FZZF_YES)
            break;
    }
    outcome->grade_open = grade.open;
    outcome->grade = grade.open ? NULL : grade.id;
}

void fzzf__vetoes_run(struct fzzf__unit *unit, size_t n)
{
    const struct fzzf__node_plan *plan = &unit->plan->nodes[n];

    strike_all(unit, n);
    fzzf__run_ops(&unit->run, plan->grading_span.from, plan->grading_span.to);
    set_grade(unit, n);
}
