/* SPDX-License-Identifier: Apache-2.0 */
/* Phases at the centre: values, floors, gates, and the weighted total. */

#include <stdlib.h>
#include <string.h>

#include "base/num.h"
#include "course/bars.h"
#include "fzzf/course.h"
#include "model/declaration.h"
#include "model/kinds_centre.h"
#include "model/system.h"

/* What is known of a value on the scale of 100, or of a total. */
struct bounds {
    fzzf__num low, high;
};

struct scored_phase {
    const struct fzzf_record *from;
    size_t order;
    bool passed; /* candidates go through it: it has a weight, floor or gate */
    bool valued; /* it has a weight, a floor or a tie, so it needs a score */
    enum { NO_WEIGHT, WEIGHT, UNKNOWN_WEIGHT } weighted;
    fzzf__num weight;
};

struct scoring {
    fzzf__arena arena;
    fzzf_diags *diags;
    const struct fzzf_record *batch, *scores;
    struct scored_phase *phases; /* of the batch, in their order */
    size_t count;
    bool ties_only; /* scores are for ties, and make no total */
    /* Of the candidate at hand: */
    struct fzzf_record *candidate;
    struct bounds *values; /* by phase */
};

static const char *field(const struct fzzf_record *record, size_t number)
{
    return fzzf__record_value(record, number);
}

static fzzf__num read_number(struct scoring *scoring, const char *text)
{
    struct fzzf__amount amount = {.num = FZZF__ZERO};

    (void)fzzf__amount_parse(&scoring->arena, text, &amount);
    return amount.num;
}

/* By order, then as the batch has them: ids make no difference. */
static int by_order(const void *one, const void *other)
{
    const struct scored_phase *a = one, *b = other;

    if (a->order != b->order)
        return a->order < b->order ? -1 : 1;
    return strcmp(field(a->from, PHASE_ID), field(b->from, PHASE_ID));
}

/* Whether a tie of the batch goes by the phase @id. */
static bool is_tied(const struct scoring *scoring, const char *id)
{
    const struct fzzf__record_list *ties =
        fzzf__record_list(scoring->batch, BATCH_TIES);

    for (size_t i = 0; i < ties->count; i++)
        if (strcmp(field(ties->items[i], TIE_BY), "phase") == 0 &&
            strcmp(field(ties->items[i], TIE_OF), id) == 0)
            return true;
    return false;
}

static void read_phase(struct scoring *scoring, const struct fzzf_record *from)
{
    struct scored_phase *phase = &scoring->phases[scoring->count];
    const char *weight = field(from, PHASE_WEIGHT);
    const bool floor = field(from, PHASE_FLOOR) != NULL;
    struct fzzf__amount amount;

    phase->from = from;
    phase->passed = weight != NULL || floor || field(from, PHASE_GATE) != NULL;
    phase->valued =
        weight != NULL || floor || is_tied(scoring, field(from, PHASE_ID));
    if (!phase->passed && !phase->valued)
        return;
    (void)fzzf__size_value(field(from, PHASE_ORDER), &phase->order);
    if (weight != NULL &&
        fzzf__amount_parse(&scoring->arena, weight, &amount)) {
        phase->weighted =
            amount.given == FZZF__UNPUBLISHED ? UNKNOWN_WEIGHT : WEIGHT;
        phase->weight = amount.num;
    }
    scoring->count++;
}

static bool is_of_type(const struct scored_phase *phase,
                       const struct fzzf_record *candidate)
{
    const char *type = field(phase->from, PHASE_TYPE);

    return type == NULL || strcmp(type, field(candidate, CANDIDATE_TYPE)) == 0;
}

static fzzf_status read_phases(struct scoring *scoring)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(scoring->batch, BATCH_PHASES);

    scoring->phases = fzzf__arena_alloc(
        &scoring->arena, (list->count + 1) * sizeof *scoring->phases);
    scoring->values = fzzf__arena_alloc(
        &scoring->arena, (list->count + 1) * sizeof *scoring->values);
    if (scoring->phases == NULL || scoring->values == NULL)
        return FZZF_E_MEMORY;
    for (size_t i = 0; i < list->count; i++)
        read_phase(scoring, list->items[i]);
    qsort(scoring->phases, scoring->count, sizeof *scoring->phases, by_order);
    return scoring->arena.spoiled;
}

static const struct scored_phase *find_phase(const struct scoring *scoring,
                                             const char *id)
{
    for (size_t i = 0; i < scoring->count; i++)
        if (scoring->phases[i].valued &&
            strcmp(field(scoring->phases[i].from, PHASE_ID), id) == 0)
            return &scoring->phases[i];
    return NULL;
}

static const struct fzzf_record *
find_candidate(const struct fzzf_record *candidates, const char *declaration)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(candidates, RECOMMENDATION_CANDIDATES);

    for (size_t i = 0; i < list->count; i++)
        if (strcmp(field(list->items[i], CANDIDATE_DECLARATION), declaration) ==
            0)
            return list->items[i];
    return NULL;
}

/* A score is of a candidate and of a phase that its type goes through. */
static fzzf_status check_score(struct scoring *scoring,
                               const struct fzzf_record *candidates,
                               const struct fzzf_record *score)
{
    const struct fzzf_record *candidate =
        find_candidate(candidates, field(score, SCORE_DECLARATION));
    const struct scored_phase *phase =
        find_phase(scoring, field(score, SCORE_PHASE));
    int number = 0;

    if (candidate == NULL)
        number = FZZF__F_SCORE_NO_CANDIDATE;
    else if (phase == NULL || !is_of_type(phase, candidate))
        number = FZZF__F_SCORE_NO_PHASE;
    if (number == 0)
        return FZZF_OK;
    return fzzf__report(scoring->diags, FZZF_E_REFERENCE, number, &score->place,
                        field(score, SCORE_DECLARATION),
                        field(score, SCORE_PHASE), NULL);
}

static fzzf_status check_scores(struct scoring *scoring,
                                const struct fzzf_record *candidates)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(scoring->scores, PHASE_SCORES_SCORES);
    fzzf_status status = FZZF_OK;

    for (size_t i = 0; i < list->count; i++) {
        const fzzf_status found =
            check_score(scoring, candidates, list->items[i]);

        if (found != FZZF_OK)
            status = found;
    }
    return status;
}

static const struct fzzf_record *find_score(const struct scoring *scoring,
                                            const char *phase)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(scoring->scores, PHASE_SCORES_SCORES);
    const char *declaration = field(scoring->candidate, CANDIDATE_DECLARATION);

    for (size_t i = 0; i < list->count; i++)
        if (strcmp(field(list->items[i], SCORE_PHASE), phase) == 0 &&
            strcmp(field(list->items[i], SCORE_DECLARATION), declaration) == 0)
            return list->items[i];
    return NULL;
}

/* What phase @index gave, of 100; anything from 0 to 100 while nobody scored.
 */
static void read_value(struct scoring *scoring, size_t index)
{
    const struct fzzf_record *score =
        find_score(scoring, field(scoring->phases[index].from, PHASE_ID));
    struct bounds *value = &scoring->values[index];

    *value = (struct bounds){FZZF__ZERO, fzzf__num_int(100)};
    if (score == NULL)
        return;
    value->low = fzzf__num_div(
        &scoring->arena,
        fzzf__num_mul(&scoring->arena,
                      read_number(scoring, field(score, SCORE_VALUE)),
                      fzzf__num_int(100)),
        read_number(scoring, field(score, SCORE_OUT_OF)));
    value->high = value->low;
}

static void widen(struct scoring *scoring, struct bounds *to, bool *begun,
                  struct bounds with)
{
    to->low =
        *begun ? fzzf__num_min(&scoring->arena, to->low, with.low) : with.low;
    to->high = *begun ? fzzf__num_max(&scoring->arena, to->high, with.high)
                      : with.high;
    *begun = true;
}

/*
 * The weighted mean of phases, where those from @end on still count nothing.
 * Weights that are not known can be anything: then the mean lies between that
 * of the known ones and each value whose weight is not.
 */
static struct bounds weigh(struct scoring *scoring, size_t end)
{
    fzzf__arena *arena = &scoring->arena;
    struct bounds sum = {FZZF__ZERO, FZZF__ZERO}, mean = sum;
    fzzf__num weights = FZZF__ZERO;
    bool begun = false;

    for (size_t i = 0; i < scoring->count; i++) {
        const struct scored_phase *phase = &scoring->phases[i];
        const struct bounds value =
            i < end ? scoring->values[i]
                    : (struct bounds){FZZF__ZERO, FZZF__ZERO};

        if (!is_of_type(phase, scoring->candidate))
            continue;
        if (phase->weighted == UNKNOWN_WEIGHT)
            widen(scoring, &mean, &begun, value);
        if (phase->weighted != WEIGHT)
            continue;
        weights = fzzf__num_add(arena, weights, phase->weight);
        sum.low = fzzf__num_add(arena, sum.low,
                                fzzf__num_mul(arena, phase->weight, value.low));
        sum.high = fzzf__num_add(
            arena, sum.high, fzzf__num_mul(arena, phase->weight, value.high));
    }
    if (fzzf__num_sign(weights) > 0)
        widen(scoring, &mean, &begun,
              (struct bounds){fzzf__num_div(arena, sum.low, weights),
                              fzzf__num_div(arena, sum.high, weights)});
    return mean;
}

/* Both ends; the upper one only when it differs. */
static void put_bounds(struct scoring *scoring, struct fzzf_record *record,
                       size_t low, struct bounds bounds)
{
    fzzf__record_put(record, low,
                     fzzf__num_exact_text(&scoring->arena, bounds.low));
    fzzf__record_put(record, low + 1,
                     fzzf__num_equal(bounds.low, bounds.high)
                         ? NULL
                         : fzzf__num_exact_text(&scoring->arena, bounds.high));
}

/* "60", or "55–62.5". */
static const char *bounds_text(struct scoring *scoring, struct bounds bounds)
{
    const char *args[] = {fzzf__num_exact_text(&scoring->arena, bounds.low),
                          fzzf__num_exact_text(&scoring->arena, bounds.high)};

    if (fzzf__num_equal(bounds.low, bounds.high))
        return args[0];
    return fzzf__filled(&scoring->arena, "{0}–{1}", args, 2);
}

/* Whether @bounds reach what @least of the phase demands; what does not, or may
 * not, bars the candidate. */
static fzzf_answer demand(struct scoring *scoring,
                          const struct scored_phase *phase, size_t least,
                          struct bounds bounds)
{
    const char *demanded = field(phase->from, least);
    fzzf__num bound;
    fzzf_answer answer = FZZF_YES;

    if (demanded == NULL)
        return FZZF_YES;
    bound = read_number(scoring, demanded);
    if (fzzf__num_compare(&scoring->arena, bounds.high, bound) < 0)
        answer = FZZF_NO;
    else if (fzzf__num_compare(&scoring->arena, bounds.low, bound) < 0)
        answer = FZZF_UNDETERMINED;
    if (answer != FZZF_YES) {
        const struct fzzf__because arguments[] = {
            {field(phase->from, PHASE_TITLE), NULL, NULL},
            {bounds_text(scoring, bounds), NULL, NULL},
            {demanded, NULL, NULL}};
        const bool floor = least == PHASE_FLOOR;

        fzzf__bar(
            scoring->candidate, field(phase->from, PHASE_ID), answer,
            answer == FZZF_NO
                ? (floor ? FZZF__BECAUSE_BELOW_FLOOR : FZZF__BECAUSE_BELOW_GATE)
                : (floor ? FZZF__BECAUSE_FLOOR_OPEN : FZZF__BECAUSE_GATE_OPEN),
            arguments, 3);
    }
    return answer;
}

/* Phase @id leaves the total open. */
static void add_missing(struct scoring *scoring, const char *id)
{
    const char *args[] = {field(scoring->candidate, CANDIDATE_MISSING), id};

    fzzf__record_put(scoring->candidate, CANDIDATE_MISSING,
                     fzzf__filled(&scoring->arena, "[{0} ]{1}", args, 2));
}

/* Phase @index of the candidate, which the others of its order stand beside.
 * False: the candidate does not go on. */
static bool pass(struct scoring *scoring, size_t index, struct bounds total)
{
    const struct scored_phase *phase = &scoring->phases[index];
    struct fzzf_record *passage =
        fzzf__record_append(scoring->candidate, CANDIDATE_PASSAGES);
    fzzf_answer floor = FZZF_YES, gate;

    if (passage == NULL)
        return false;
    fzzf__record_put(passage, PASSAGE_PHASE, field(phase->from, PHASE_ID));
    if (phase->valued) {
        put_bounds(scoring, passage, PASSAGE_VALUE, scoring->values[index]);
        if (phase->weighted != NO_WEIGHT &&
            !fzzf__num_equal(scoring->values[index].low,
                             scoring->values[index].high))
            add_missing(scoring, field(phase->from, PHASE_ID));
        floor = demand(scoring, phase, PHASE_FLOOR, scoring->values[index]);
    }
    fzzf__record_put(passage, PASSAGE_WEIGHT, field(phase->from, PHASE_WEIGHT));
    put_bounds(scoring, passage, PASSAGE_TOTAL, total);
    gate = demand(scoring, phase, PHASE_GATE, total);
    fzzf__record_put(passage, PASSAGE_PASSED,
                     fzzf_answer_name(floor == FZZF_NO || gate == FZZF_NO
                                          ? FZZF_NO
                                      : floor == FZZF_YES && gate == FZZF_YES
                                          ? FZZF_YES
                                          : FZZF_UNDETERMINED));
    return floor != FZZF_NO && gate != FZZF_NO;
}

/* Takes away what an earlier level gave for the step @order. */
static void drop_value(struct fzzf_record *candidate, const char *order)
{
    struct fzzf__record_list *list = &candidate->parts[CANDIDATE_VALUES];
    size_t kept = 0;

    for (size_t i = 0; i < list->count; i++) {
        const char *of = field(list->items[i], VALUE_ORDER);

        if (of == NULL || strcmp(of, order) != 0)
            list->items[kept++] = list->items[i];
    }
    list->count = kept;
}

/* What the ties of the batch by phase compare. */
static void put_ties(struct scoring *scoring, size_t end)
{
    const struct fzzf__record_list *ties =
        fzzf__record_list(scoring->batch, BATCH_TIES);

    for (size_t i = 0; i < ties->count; i++) {
        const struct fzzf_record *tie = ties->items[i];
        const char *of = field(tie, TIE_OF);
        size_t at = 0;

        if (strcmp(field(tie, TIE_BY), "phase") != 0 || of == NULL)
            continue;
        drop_value(scoring->candidate, field(tie, TIE_ORDER));
        while (at < end &&
               strcmp(field(scoring->phases[at].from, PHASE_ID), of) != 0)
            at++;
        if (at < end && scoring->phases[at].valued &&
            is_of_type(&scoring->phases[at], scoring->candidate)) {
            struct fzzf_record *value =
                fzzf__record_append(scoring->candidate, CANDIDATE_VALUES);

            if (value == NULL)
                return;
            fzzf__record_put(value, VALUE_ORDER, field(tie, TIE_ORDER));
            put_bounds(scoring, value, VALUE_LOW, scoring->values[at]);
        }
    }
}

/* Leaves the score of the candidate, and has what the ties compare. */
static void score_ties(struct scoring *scoring)
{
    for (size_t i = 0; i < scoring->count; i++)
        read_value(scoring, i);
    put_ties(scoring, scoring->count);
}

/* Goes through the phases order by order, as far as the candidate comes. */
static void score_one(struct scoring *scoring)
{
    struct bounds total = {FZZF__ZERO, FZZF__ZERO};
    bool goes_on = true;
    size_t end = 0;

    scoring->candidate->values[CANDIDATE_SCORE] = NULL;
    scoring->candidate->values[CANDIDATE_HIGH] = NULL;
    scoring->candidate->values[CANDIDATE_MISSING] = NULL;
    while (end < scoring->count && goes_on) {
        const size_t first = end;

        for (; end < scoring->count &&
               scoring->phases[end].order == scoring->phases[first].order;
             end++)
            read_value(scoring, end);
        total = weigh(scoring, end);
        for (size_t i = first; i < end; i++)
            if (scoring->phases[i].passed &&
                is_of_type(&scoring->phases[i], scoring->candidate))
                goes_on = pass(scoring, i, total) && goes_on;
    }
    put_ties(scoring, end);
    if (goes_on)
        put_bounds(scoring, scoring->candidate, CANDIDATE_SCORE, total);
}

/* The candidate was not scored before, and some phase counts for its type. */
static fzzf_status check_candidate(struct scoring *scoring,
                                   const struct fzzf_record *candidate)
{
    bool counts = scoring->ties_only;

    if (fzzf__record_list(candidate, CANDIDATE_PASSAGES)->count > 0)
        return fzzf__report(scoring->diags, FZZF_E_REFERENCE,
                            FZZF__F_SCORED_ALREADY, &candidate->place,
                            field(candidate, CANDIDATE_DECLARATION), NULL);
    for (size_t i = 0; i < scoring->count; i++) {
        const struct scored_phase *phase = &scoring->phases[i];

        counts = counts || (is_of_type(phase, candidate) &&
                            (phase->weighted == UNKNOWN_WEIGHT ||
                             (phase->weighted == WEIGHT &&
                              fzzf__num_sign(phase->weight) > 0)));
    }
    return counts
               ? FZZF_OK
               : fzzf__report(scoring->diags, FZZF_E_REFERENCE,
                              FZZF__F_NO_WEIGHTED_PHASE, &scoring->batch->place,
                              field(scoring->batch, BATCH_ID),
                              field(candidate, CANDIDATE_TYPE), NULL);
}

/* Below the centre, scores that are none of a phase with a weight or a floor
 * are for the ties by phase alone. */
static bool are_for_ties(const struct scoring *scoring,
                         const struct fzzf_record *candidates)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(scoring->scores, PHASE_SCORES_SCORES);

    for (size_t i = 0; i < list->count; i++) {
        const struct scored_phase *phase =
            find_phase(scoring, field(list->items[i], SCORE_PHASE));

        if (phase->passed)
            return false;
    }
    return list->count > 0 &&
           strcmp(field(candidates, RECOMMENDATION_LEVEL), "centre") != 0;
}

static fzzf_status score_all(struct scoring *scoring,
                             struct fzzf_record *candidates)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(candidates, RECOMMENDATION_CANDIDATES);
    fzzf_status status = read_phases(scoring);

    if (status == FZZF_OK)
        status = check_scores(scoring, candidates);
    if (status == FZZF_OK)
        scoring->ties_only = are_for_ties(scoring, candidates);
    for (size_t i = 0; i < list->count && status == FZZF_OK; i++) {
        status = check_candidate(scoring, list->items[i]);
        scoring->candidate = list->items[i];
        if (status == FZZF_OK && scoring->ties_only)
            score_ties(scoring);
        else if (status == FZZF_OK)
            score_one(scoring);
    }
    return status == FZZF_OK ? scoring->arena.spoiled : status;
}

fzzf_status fzzf_recommendation_score(fzzf_record **out,
                                      const fzzf_record *candidates,
                                      const fzzf_record *scores,
                                      const fzzf_record *batch,
                                      fzzf_diags *diags)
{
    struct scoring scoring = {.diags = diags, .batch = batch, .scores = scores};
    struct fzzf_record *copy = NULL;
    fzzf_status status;

    if (out == NULL || batch == NULL)
        return FZZF_E_ARGUMENT;
    status = fzzf__bars_begin(&copy, candidates, scores,
                              &fzzf__kind_phase_scores, batch, diags);
    if (status != FZZF_OK)
        return status;
    fzzf__arena_init(&scoring.arena);
    status = score_all(&scoring, copy);
    fzzf__arena_free(&scoring.arena);
    return fzzf__bars_end(out, copy, status);
}
