/* SPDX-License-Identifier: Apache-2.0 */
/* Decides who is recommended, type by type. */

#include <stdlib.h>
#include <string.h>

#include "course/belongs.h"
#include "course/recommend.h"
#include "fzzf/course.h"

/* Each document holds, and they are of one batch. */
static fzzf_status check_documents(struct fzzf__choosing *choosing)
{
    const char *batch = fzzf__record_value(choosing->batch, BATCH_ID);
    fzzf_status status = fzzf_record_check(choosing->given, choosing->diags);

    if (status == FZZF_OK)
        status = fzzf_record_check(choosing->batch, choosing->diags);
    if (status == FZZF_OK && choosing->exclusions != NULL)
        status = fzzf_record_check(choosing->exclusions, choosing->diags);
    if (status == FZZF_OK)
        status = fzzf__of_batch(
            choosing->given,
            fzzf__record_value(choosing->given, RECOMMENDATION_BATCH), batch,
            choosing->diags);
    if (status == FZZF_OK && choosing->exclusions != NULL)
        status = fzzf__of_batch(
            choosing->exclusions,
            fzzf__record_value(choosing->exclusions, EXCLUSIONS_BATCH), batch,
            choosing->diags);
    if (status == FZZF_OK)
        status = fzzf__of_body(choosing->given, choosing->diags);
    return status;
}

/* Whether the batch has a phase with a weight for the candidate's type. */
static bool is_weighed(const struct fzzf_record *batch,
                       const struct fzzf_record *candidate)
{
    const struct fzzf__record_list *phases =
        fzzf__record_list(batch, BATCH_PHASES);

    for (size_t i = 0; i < phases->count; i++) {
        const struct fzzf_record *phase = phases->items[i];
        const char *type = fzzf__record_value(phase, PHASE_TYPE);

        if (fzzf__record_value(phase, PHASE_WEIGHT) != NULL &&
            (type == NULL ||
             strcmp(type, fzzf__record_value(candidate, CANDIDATE_TYPE)) == 0))
            return true;
    }
    return false;
}

/* At the centre, what phases weigh goes by their scores, not by what was
 * declared. */
static fzzf_status check_scored(struct fzzf__choosing *choosing)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(choosing->given, RECOMMENDATION_CANDIDATES);
    const char *level =
        fzzf__record_value(choosing->given, RECOMMENDATION_LEVEL);

    if (strcmp(level, "centre") != 0)
        return FZZF_OK;
    for (size_t i = 0; i < list->count; i++)
        if (fzzf__record_list(list->items[i], CANDIDATE_PASSAGES)->count == 0 &&
            is_weighed(choosing->batch, list->items[i]))
            return fzzf__report(
                choosing->diags, FZZF_E_REFERENCE, FZZF__F_NOT_SCORED,
                &list->items[i]->place,
                fzzf__record_value(list->items[i], CANDIDATE_DECLARATION),
                fzzf__record_value(choosing->batch, BATCH_ID), NULL);
    return FZZF_OK;
}

/* Whether the same body below sends the unit of both up, with two types. */
static bool come_with_both(const struct fzzf_record *one,
                           const struct fzzf_record *other)
{
    static const size_t alike[] = {CANDIDATE_FROM, CANDIDATE_UNIT};

    for (size_t i = 0; i < sizeof alike / sizeof alike[0]; i++) {
        const char *said = fzzf__record_value(one, alike[i]);
        const char *beside = fzzf__record_value(other, alike[i]);

        if (said == NULL || beside == NULL || strcmp(said, beside) != 0)
            return false;
    }
    return strcmp(fzzf__record_value(one, CANDIDATE_TYPE),
                  fzzf__record_value(other, CANDIDATE_TYPE)) != 0;
}

/* Where nobody may have both types, a body below that decided them one without
 * the other may have given both to one unit. */
static void warn_of_both(struct fzzf__choosing *choosing)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(choosing->given, RECOMMENDATION_CANDIDATES);
    const char *both = fzzf__record_value(choosing->batch, BATCH_BOTH_TYPES);

    if (both == NULL || strcmp(both, "no") != 0)
        return;
    for (size_t i = 0; i < list->count; i++)
        for (size_t j = 0; j < i; j++)
            if (come_with_both(list->items[j], list->items[i]))
                (void)fzzf__report(
                    choosing->diags, FZZF_OK, FZZF__F_BOTH_FROM_BELOW,
                    &list->items[i]->place,
                    fzzf__record_value(list->items[i], CANDIDATE_FROM),
                    fzzf__record_value(list->items[i], CANDIDATE_UNIT),
                    fzzf__record_value(list->items[j], CANDIDATE_DECLARATION),
                    fzzf__record_value(list->items[i], CANDIDATE_DECLARATION),
                    NULL);
}

/* The candidate as it is decided: what an earlier decision said goes. */
static struct fzzf_record *begin_candidate(struct fzzf_record *made,
                                           const struct fzzf_record *from)
{
    struct fzzf_record *to =
        fzzf__record_append(made, RECOMMENDATION_CANDIDATES);
    struct fzzf__record_list *values;

    if (to == NULL)
        return NULL;
    fzzf__record_copy(to, from);
    values = &to->parts[CANDIDATE_VALUES];
    values->items = fzzf__sorted(&made->document->arena, values, VALUE_ORDER);
    values->capacity = values->count;
    to->values[CANDIDATE_RANK] = NULL;
    to->values[CANDIDATE_RANK_LAST] = NULL;
    to->values[CANDIDATE_CHOSEN] = NULL;
    to->parts[CANDIDATE_STEPS].count = 0;
    to->parts[CANDIDATE_REASONS].count = 0;
    return to;
}

static int by_type(const void *one, const void *other)
{
    const struct fzzf__contender *a = one, *b = other;

    return a->type - b->type;
}

static fzzf_status begin(struct fzzf__choosing *choosing)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(choosing->given, RECOMMENDATION_CANDIDATES);

    choosing->made = fzzf__record_new(&fzzf__kind_recommendation);
    choosing->contenders = fzzf__arena_alloc(
        &choosing->arena, (list->count + 1) * sizeof *choosing->contenders);
    if (choosing->made == NULL || choosing->contenders == NULL)
        return FZZF_E_MEMORY;
    for (size_t i = 0; i <= RECOMMENDATION_DAY; i++)
        if (choosing->given->values[i] != NULL)
            fzzf__record_put(choosing->made, i, choosing->given->values[i]);
    for (size_t i = 0; i < list->count; i++) {
        struct fzzf__contender *contender = &choosing->contenders[i];

        contender->from = list->items[i];
        contender->type = fzzf__word_find(
            &fzzf__type_words,
            fzzf__record_value(contender->from, CANDIDATE_TYPE));
        contender->to = begin_candidate(choosing->made, contender->from);
        if (contender->to == NULL || choosing->made->document->arena.spoiled)
            return FZZF_E_MEMORY;
    }
    choosing->count = list->count;
    qsort(choosing->contenders, choosing->count, sizeof *choosing->contenders,
          by_type);
    return fzzf__order_begin(choosing);
}

static const struct fzzf_record *
find_quota(const struct fzzf__choosing *choosing)
{
    const struct fzzf__record_list *quotas =
        fzzf__record_list(choosing->batch, BATCH_QUOTAS);

    for (size_t i = 0; i < quotas->count; i++)
        if (strcmp(fzzf__record_value(quotas->items[i], QUOTA_FROM),
                   fzzf__record_value(choosing->given, RECOMMENDATION_LEVEL)) ==
                0 &&
            fzzf__word_find(&fzzf__type_words,
                            fzzf__record_value(quotas->items[i], QUOTA_TYPE)) ==
                choosing->type)
            return quotas->items[i];
    return NULL;
}

/* The line of the type; false: there is neither a quota nor a candidate. */
static bool begin_line(struct fzzf__choosing *choosing)
{
    const struct fzzf_record *quota = find_quota(choosing);
    const char *count = "unknown";

    if (quota == NULL && choosing->first == choosing->end)
        return false;
    choosing->line = fzzf__record_append(choosing->made, RECOMMENDATION_LINES);
    if (choosing->line == NULL)
        return false;
    if (quota != NULL) {
        count = fzzf__record_value(quota, QUOTA_COUNT);
        fzzf__record_put(choosing->line, LINE_OWN,
                         fzzf__record_value(quota, QUOTA_OWN));
    }
    choosing->quota_known = fzzf__size_value(count, &choosing->quota);
    fzzf__record_put(choosing->line, LINE_TYPE,
                     fzzf__word(&fzzf__type_words, choosing->type));
    fzzf__record_put(choosing->line, LINE_QUOTA, count);
    return true;
}

/* Writes place and choice of everyone of the type. Gives how many are open. */
static size_t end_line(struct fzzf__choosing *choosing)
{
    size_t chosen = 0, open = 0;

    for (size_t i = choosing->first; i < choosing->end; i++) {
        const struct fzzf__contender *contender = &choosing->contenders[i];
        struct fzzf_record *to = contender->to;

        chosen += contender->chosen == FZZF__CHOSEN_YES ? 1 : 0;
        open += contender->chosen == FZZF__CHOSEN_OPEN ? 1 : 0;
        fzzf__record_put(
            to, CANDIDATE_CHOSEN,
            fzzf__word(&fzzf__chosen_words, (int)contender->chosen));
        if (contender->presence == FZZF__IS_OUT || contender->outside)
            continue;
        fzzf__put_size(to, CANDIDATE_RANK, contender->better + 1);
        if (contender->not_worse > contender->better)
            fzzf__put_size(to, CANDIDATE_RANK_LAST, contender->not_worse + 1);
    }
    fzzf__put_size(choosing->line, LINE_CHOSEN, chosen);
    fzzf__put_size(choosing->line, LINE_OPEN, open);
    return open;
}

/* Whether both are of one unit, and of one project where they have one. */
static bool is_same(const struct fzzf__contender *one,
                    const struct fzzf__contender *other)
{
    const char *project = fzzf__record_value(one->from, CANDIDATE_PROJECT);
    const char *beside = fzzf__record_value(other->from, CANDIDATE_PROJECT);

    return strcmp(fzzf__record_value(one->from, CANDIDATE_UNIT),
                  fzzf__record_value(other->from, CANDIDATE_UNIT)) == 0 &&
           (project == NULL || beside == NULL ? project == beside
                                              : strcmp(project, beside) == 0);
}

/* No unit is twice in the ranking of the type with the same. */
static fzzf_status check_units(struct fzzf__choosing *choosing)
{
    const struct fzzf__contender *all = choosing->contenders;

    for (size_t i = choosing->first; i < choosing->end; i++)
        for (size_t j = choosing->first; j < i; j++)
            if (all[i].presence != FZZF__IS_OUT &&
                all[j].presence != FZZF__IS_OUT && is_same(&all[i], &all[j]))
                return fzzf__report(
                    choosing->diags, FZZF_E_REFERENCE, FZZF__F_UNIT_COMPETES,
                    &all[i].from->place,
                    fzzf__record_value(all[i].from, CANDIDATE_UNIT),
                    fzzf__record_value(all[j].from, CANDIDATE_DECLARATION),
                    fzzf__record_value(all[i].from, CANDIDATE_DECLARATION),
                    NULL);
    return FZZF_OK;
}

static fzzf_status decide_type(struct fzzf__choosing *choosing, int type,
                               size_t *open)
{
    fzzf_status status;

    choosing->type = type;
    choosing->first = choosing->end;
    while (choosing->end < choosing->count &&
           choosing->contenders[choosing->end].type == type)
        choosing->end++;
    if (!begin_line(choosing))
        return choosing->made->document->arena.spoiled;
    fzzf__gates_of_type(choosing);
    fzzf__order_places(choosing);
    status = check_units(choosing);
    if (status == FZZF_OK)
        status = fzzf__balance(choosing);
    if (status == FZZF_OK)
        status = fzzf__choose(choosing);
    *open += end_line(choosing);
    return status;
}

static fzzf_status decide(struct fzzf__choosing *choosing)
{
    struct fzzf__record_list *list;
    fzzf_status status = fzzf__gates(choosing);
    size_t open = 0;

    for (int type = 0; type < (int)fzzf__type_words.count && status == FZZF_OK;
         type++)
        status = decide_type(choosing, type, &open);
    if (status != FZZF_OK)
        return status;
    fzzf__put_size(choosing->made, RECOMMENDATION_OPEN, open);
    list = &choosing->made->parts[RECOMMENDATION_CANDIDATES];
    for (size_t i = 0; i < choosing->count; i++)
        list->items[i] = choosing->contenders[i].to;
    return choosing->made->document->arena.spoiled;
}

static bool is_kind(const fzzf_record *record, const struct fzzf_kind *kind)
{
    return record != NULL && record->kind == kind;
}

fzzf_status fzzf_recommend(fzzf_record **out, const fzzf_record *candidates,
                           const fzzf_record *batch,
                           const fzzf_record *exclusions, fzzf_diags *diags)
{
    struct fzzf__choosing choosing = {.diags = diags,
                                      .batch = batch,
                                      .given = candidates,
                                      .exclusions = exclusions};
    fzzf_status status;

    if (out == NULL || !is_kind(candidates, &fzzf__kind_recommendation) ||
        !is_kind(batch, &fzzf__kind_batch) ||
        (exclusions != NULL && !is_kind(exclusions, &fzzf__kind_exclusions)))
        return FZZF_E_ARGUMENT;
    status = check_documents(&choosing);
    if (status == FZZF_OK)
        status = check_scored(&choosing);
    if (status != FZZF_OK)
        return status;
    warn_of_both(&choosing);
    fzzf__arena_init(&choosing.arena);
    status = begin(&choosing);
    if (status == FZZF_OK)
        status = decide(&choosing);
    if (status == FZZF_OK)
        status = choosing.arena.spoiled;
    if (status == FZZF_OK)
        *out = choosing.made;
    else
        fzzf_record_unref(choosing.made);
    fzzf__arena_free(&choosing.arena);
    return status;
}
