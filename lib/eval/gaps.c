/* SPDX-License-Identifier: Apache-2.0 */
/* The cheapest way to the threshold: which indicators to close. */

#include "fzzf/gaps.h"

#include <string.h>

#include "base/memory.h"
#include "base/options.h"
#include "eval/cheapest.h"
#include "eval/plan.h"
#include "model/result.h"

struct gap {
    const struct fzzf_indicator *indicator;
    const fzzf_number *gain, *effort;
};

struct fzzf_gaps {
    fzzf__arena arena;
    fzzf_plan *plan; /* one reference: ids and titles are its system's */
    fzzf_answer reaches;
    bool optimal;
    const fzzf_number *bound, *total;
    struct gap *items;
    size_t count;
};

/* The leaves that could still be met, and what each would bring and cost. */
struct candidates {
    fzzf__arena *arena;
    struct fzzf__offer *offers;
    const struct fzzf_indicator **indicators;
    size_t count;
};

static bool counts_points(const struct fzzf_contract *contract)
{
    return contract->reading == FZZF_POINTS_ALL ||
           contract->reading == FZZF_POINTS_APPLICABLE;
}

/* Closed leaves, and those that do not apply, offer nothing. */
static bool offers(const struct fzzf_plan *plan,
                   const struct fzzf__node_result *leaf)
{
    if (leaf->state == FZZF_SCORE_NOT_APPLICABLE ||
        leaf->state == FZZF_SCORE_ABSENT)
        return false;
    if (!counts_points(plan->contract))
        return leaf->met != FZZF_YES;
    return leaf->full != NULL && leaf->score != NULL;
}

static fzzf__num gain_of(const struct candidates *c,
                         const struct fzzf_plan *plan,
                         const struct fzzf__node_result *leaf)
{
    return counts_points(plan->contract)
               ? fzzf__num_sub(c->arena, leaf->full->num, leaf->score->num)
               : FZZF__ONE;
}

static fzzf_status find_candidates(struct candidates *c,
                                   const struct fzzf_plan *plan,
                                   const struct fzzf_result *result,
                                   fzzf_aim aim)
{
    const struct fzzf_system *system = plan->system;

    c->offers = fzzf__arena_alloc(c->arena,
                                  (system->node_count + 1) * sizeof *c->offers);
    c->indicators = fzzf__arena_alloc(c->arena, (system->node_count + 1) *
                                                    sizeof *c->indicators);
    if (c->offers == NULL || c->indicators == NULL)
        return FZZF_E_MEMORY;
    for (size_t n = 0; n < system->node_count; n++) {
        const struct fzzf__amount *effort = &system->nodes[n].effort;
        const bool costed = effort->given == FZZF__GIVEN;
        struct fzzf__offer *offer = &c->offers[c->count];

        if (!plan->nodes[n].counted || !offers(plan, &result->nodes[n]) ||
            (aim == FZZF_LEAST_EFFORT && !costed))
            continue;
        offer->gain = gain_of(c, plan, &result->nodes[n]);
        if (fzzf__num_sign(offer->gain) <= 0)
            continue;
        offer->effort = costed ? effort->num : FZZF__ZERO;
        c->indicators[c->count++] = &system->nodes[n];
    }
    return FZZF_OK;
}

/* What is missing to the threshold; false: the reading has no value. */
static bool missing(fzzf__arena *arena, const struct fzzf_plan *plan,
                    const struct fzzf_result *result, fzzf__num *out)
{
    const struct fzzf__reading_result *reading =
        &result->readings[plan->contract->reading];

    if (reading->low == NULL || reading->passes == FZZF_NOTHING_APPLICABLE)
        return false;
    *out = fzzf__num_sub(
        arena, fzzf__num_mul(arena, plan->contract->share, reading->of->num),
        reading->low->num);
    if (!counts_points(plan->contract))
        *out = fzzf__num_ceil(arena, *out);
    return true;
}

static void collect(struct fzzf_gaps *gaps, const struct candidates *c,
                    const struct fzzf__cheapest *cheapest, fzzf_aim aim)
{
    fzzf__num total = FZZF__ZERO;

    gaps->items =
        fzzf__arena_alloc(&gaps->arena, (c->count + 1) * sizeof *gaps->items);
    for (size_t i = 0; gaps->items != NULL && i < c->count; i++) {
        struct gap *gap = &gaps->items[gaps->count];

        if (!c->offers[i].chosen)
            continue;
        gap->indicator = c->indicators[i];
        gap->gain = fzzf__number_make(&gaps->arena, c->offers[i].gain);
        gap->effort = c->indicators[i]->effort_number;
        total =
            fzzf__num_add(&gaps->arena, total,
                          aim == FZZF_FEWEST ? FZZF__ONE : c->offers[i].effort);
        gaps->count++;
    }
    gaps->optimal = cheapest->proven;
    gaps->bound = fzzf__number_make(&gaps->arena,
                                    cheapest->proven ? total : cheapest->bound);
    gaps->total = fzzf__number_make(&gaps->arena, total);
}

static fzzf_status search(struct fzzf_gaps *gaps,
                          const struct fzzf_result *result, fzzf_aim aim)
{
    struct candidates c = {.arena = &gaps->arena};
    struct fzzf__cheapest cheapest = {.arena = &gaps->arena,
                                      .fewest = aim == FZZF_FEWEST};
    fzzf_status status = find_candidates(&c, gaps->plan, result, aim);

    gaps->reaches = FZZF_UNDETERMINED;
    if (status != FZZF_OK ||
        !missing(&gaps->arena, gaps->plan, result, &cheapest.need))
        return status;
    cheapest.offers = c.offers;
    cheapest.count = c.count;
    status = fzzf__cheapest_find(&cheapest);
    if (status != FZZF_OK)
        return status;
    gaps->reaches = cheapest.found ? FZZF_YES : FZZF_NO;
    if (cheapest.found)
        collect(gaps, &c, &cheapest, aim);
    return gaps->arena.spoiled;
}

fzzf_status fzzf_gaps_new(fzzf_gaps **out, fzzf_plan *plan,
                          const fzzf_result *result, fzzf_aim aim,
                          fzzf_diags *diags)
{
    fzzf_gaps *gaps;
    fzzf_status status;

    (void)diags;
    if (plan->contract == NULL || result->system != plan->system ||
        (aim != FZZF_FEWEST && aim != FZZF_LEAST_EFFORT))
        return FZZF_E_ARGUMENT;
    gaps = fzzf__calloc(1, sizeof *gaps);
    if (gaps == NULL)
        return FZZF_E_MEMORY;
    fzzf__arena_init(&gaps->arena);
    gaps->plan = fzzf_plan_ref(plan);
    status = search(gaps, result, aim);
    if (status != FZZF_OK) {
        fzzf_gaps_free(gaps);
        return status;
    }
    *out = gaps;
    return FZZF_OK;
}

void fzzf_gaps_free(fzzf_gaps *gaps)
{
    if (gaps == NULL)
        return;
    fzzf__arena_free(&gaps->arena);
    fzzf_plan_unref(gaps->plan);
    fzzf__free(gaps);
}

int fzzf_gaps_describe(const fzzf_gaps *gaps, fzzf_gaps_view *view)
{
    fzzf_gaps_view current = {.size = sizeof current};

    current.reaches = gaps->reaches;
    current.optimal = gaps->optimal;
    current.bound = gaps->bound;
    current.total = gaps->total;
    current.count = gaps->count;
    return fzzf__view_write(view, &current, sizeof current);
}

int fzzf_gaps_at(const fzzf_gaps *gaps, size_t index, fzzf_gap *view)
{
    fzzf_gap current = {.size = sizeof current};

    if (index >= gaps->count)
        return fzzf__view_write(view, &current, sizeof current) && 0;
    current.id = gaps->items[index].indicator->id;
    current.title = gaps->items[index].indicator->title;
    current.gain = gaps->items[index].gain;
    current.effort = gaps->items[index].effort;
    return fzzf__view_write(view, &current, sizeof current);
}
