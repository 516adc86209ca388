/* SPDX-License-Identifier: Apache-2.0 */
/* The 90 % rule: what the counted leaves come to, in its four readings. */

#include "eval/unit.h"

static void add_points(fzzf__arena *arena, const struct fzzf__outcome *leaf,
                       struct fzzf__tally *tally, bool full)
{
    if (full) {
        fzzf__num_add_ends(arena, &tally->scored_low, &tally->scored_high,
                           leaf->points, leaf->points);
    } else if (leaf->state == FZZF_SCORE_EXACT ||
               leaf->state == FZZF_SCORE_BOUNDED) {
        fzzf__num_add_ends(arena, &tally->scored_low, &tally->scored_high,
                           leaf->value.lo, leaf->value.hi);
    } else {
        tally->points_known = false;
    }
}

static void add_leaf(const struct fzzf__unit *unit, size_t n,
                     struct fzzf__tally *tally)
{
    fzzf__arena *arena = unit->run.arena;
    const struct fzzf__outcome *leaf = &unit->run.nodes[n];
    const bool full = leaf->state == FZZF_SCORE_NOT_APPLICABLE &&
                      leaf->treatment == FZZF__NA_FULL;
    const bool out =
        !full && (leaf->state == FZZF_SCORE_NOT_APPLICABLE || leaf->left_out);

    if (leaf->state == FZZF_SCORE_ABSENT && !leaf->left_out)
        return;
    tally->all++;
    tally->all_known &= leaf->points_known;
    tally->points_all = fzzf__num_add(arena, tally->points_all, leaf->points);
    if (out) {
        tally->left_out++;
        tally->points_left_out =
            fzzf__num_add(arena, tally->points_left_out, leaf->points);
        return;
    }
    tally->points_known &= leaf->points_known;
    tally->met_low += full || leaf->met == FZZF_YES;
    tally->met_high +=
        full || leaf->met == FZZF_YES || leaf->met == FZZF_UNDETERMINED;
    add_points(arena, leaf, tally, full);
}

void fzzf__tally_add(const struct fzzf__unit *unit, unsigned from, unsigned to,
                     struct fzzf__tally *tally)
{
    const struct fzzf_plan *plan = unit->plan;

    for (size_t n = 0; n < plan->system->node_count; n++)
        if (plan->nodes[n].counted && plan->nodes[n].stage >= from &&
            plan->nodes[n].stage <= to)
            add_leaf(unit, n, tally);
}

/* numerator >= share * denominator, exactly, at both ends. */
static fzzf_answer passes(const struct fzzf__unit *unit,
                          const struct fzzf__reading_value *reading)
{
    fzzf__arena *arena = unit->run.arena;
    fzzf__num wanted;

    if (!reading->known)
        return FZZF_UNDETERMINED;
    if (fzzf__num_sign(reading->of) == 0)
        return FZZF_NOTHING_APPLICABLE;
    wanted = fzzf__num_mul(arena, unit->plan->contract->share, reading->of);
    if (fzzf__num_compare(arena, reading->low, wanted) >= 0)
        return FZZF_YES;
    return fzzf__num_compare(arena, reading->high, wanted) >= 0
               ? FZZF_UNDETERMINED
               : FZZF_NO;
}

static void set_counts(struct fzzf__reading_value *reading,
                       const struct fzzf__tally *tally, size_t of)
{
    reading->known = true;
    reading->low = fzzf__num_int((int64_t)tally->met_low);
    reading->high = fzzf__num_int((int64_t)tally->met_high);
    reading->of = fzzf__num_int((int64_t)of);
}

static void set_points(struct fzzf__reading_value *reading,
                       const struct fzzf__tally *tally, bool known,
                       fzzf__num of)
{
    reading->known = tally->points_known && known;
    reading->low = tally->scored_low;
    reading->high = tally->scored_high;
    reading->of = of;
}

void fzzf__tally_read(const struct fzzf__unit *unit,
                      const struct fzzf__tally *tally,
                      struct fzzf__reading_value *readings)
{
    set_counts(&readings[FZZF_INDICATORS_ALL], tally, tally->all);
    set_counts(&readings[FZZF_INDICATORS_APPLICABLE], tally,
               tally->all - tally->left_out);
    set_points(&readings[FZZF_POINTS_ALL], tally, tally->all_known,
               tally->points_all);
    set_points(&readings[FZZF_POINTS_APPLICABLE], tally, true,
               fzzf__num_sub(unit->run.arena, tally->points_all,
                             tally->points_left_out));
    for (int i = 0; i < FZZF_READING_COUNT; i++) {
        readings[i].left_out = tally->left_out;
        readings[i].passes = passes(unit, &readings[i]);
    }
}

/* No goes before not known, and that before yes. */
static void weigh(fzzf_answer *verdict, fzzf_answer answer)
{
    if (answer == FZZF_NO)
        *verdict = FZZF_NO;
    else if (answer != FZZF_YES && *verdict == FZZF_YES)
        *verdict = FZZF_UNDETERMINED;
}

fzzf_answer fzzf__require_answer(const struct fzzf__unit *unit, size_t i)
{
    const struct fzzf__value *value =
        fzzf__op_value(&unit->run, unit->plan->requires[i]);

    if (value->condition != FZZF__HAS_VALUE)
        return value->condition == FZZF__NOT_APPLICABLE && !value->open
                   ? FZZF_YES
                   : FZZF_UNDETERMINED;
    if (value->may_fail)
        return FZZF_UNDETERMINED;
    if (fzzf__num_sign(value->lo) != 0)
        return FZZF_YES;
    return fzzf__num_sign(value->hi) != 0 ? FZZF_UNDETERMINED : FZZF_NO;
}

bool fzzf__has_threshold(const struct fzzf__unit *unit)
{
    return unit->run.declaration->type == FZZF_COMPREHENSIVE;
}

fzzf_answer fzzf__unit_eligible(const struct fzzf__unit *unit,
                                const struct fzzf__reading_value *readings)
{
    const struct fzzf_plan *plan = unit->plan;
    fzzf_answer verdict = FZZF_YES;

    if (unit->barred_before != FZZF_NO)
        weigh(&verdict,
              unit->barred_before == FZZF_YES ? FZZF_NO : FZZF_UNDETERMINED);
    if (fzzf__has_threshold(unit))
        weigh(&verdict, readings[plan->contract->reading].passes);
    for (size_t i = 0; i < plan->system->require_count; i++)
        weigh(&verdict, fzzf__require_answer(unit, i));
    for (size_t n = 0; n < plan->system->node_count; n++) {
        const fzzf_answer barred = unit->run.nodes[n].barred;

        if (barred != FZZF_NO)
            weigh(&verdict, barred == FZZF_YES ? FZZF_NO : FZZF_UNDETERMINED);
    }
    return verdict;
}
