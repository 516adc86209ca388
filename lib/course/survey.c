/* SPDX-License-Identifier: Apache-2.0 */
/* Opens a survey: what it refers to, its weights, and what was counted. */

#include "course/survey.h"

#include <string.h>

#include "course/reasons.h"

/* Every part is a row of the report. */
#define PARTS_MAX 100000

fzzf__num fzzf__record_number(fzzf__arena *arena,
                              const struct fzzf_record *record, size_t field)
{
    const char *text = fzzf__record_value(record, field);
    fzzf__num number = FZZF__ZERO;

    if (text != NULL)
        (void)fzzf__num_parse(arena, text, strlen(text), &number);
    return number;
}

static fzzf_status unknown(const struct fzzf__survey *survey,
                           const struct fzzf_record *record, const char *id)
{
    return fzzf__report(survey->diags, FZZF_E_REFERENCE, FZZF__F_SURVEY_UNKNOWN,
                        &record->place, record->kind->name, id, NULL);
}

/* Ids stand first. */
static bool index_ids(fzzf__names *names, const struct fzzf__record_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        if (fzzf__names_add(names, fzzf__record_value(list->items[i], 0), i) <
            0)
            return false;
    return true;
}

static bool open_scales(struct fzzf__survey *survey)
{
    const struct fzzf__record_list *scales =
        fzzf__record_list(survey->record, SURVEY_SCALES);

    survey->scales = fzzf__arena_alloc(&survey->arena,
                                       scales->count * sizeof *survey->scales);
    if (survey->scales == NULL || !index_ids(&survey->scale_names, scales))
        return false;
    survey->scale_count = scales->count;
    for (size_t i = 0; i < scales->count; i++) {
        struct fzzf__scale *scale = &survey->scales[i];

        scale->answers = fzzf__record_list(scales->items[i], SCALE_ANSWERS);
        if (!index_ids(&scale->names, scale->answers))
            return false;
    }
    return true;
}

/* The weights of @list and their sum; NULL: out of memory. */
static fzzf__num *weights_of(struct fzzf__survey *survey,
                             const struct fzzf__record_list *list, size_t field,
                             fzzf__num *all)
{
    fzzf__num *weights =
        fzzf__arena_alloc(&survey->arena, list->count * sizeof *weights);

    *all = FZZF__ZERO;
    for (size_t i = 0; weights != NULL && i < list->count; i++) {
        weights[i] = fzzf__record_number(&survey->arena, list->items[i], field);
        *all = fzzf__num_add(&survey->arena, *all, weights[i]);
    }
    return weights;
}

static fzzf_status check_weights(const struct fzzf__survey *survey,
                                 const struct fzzf__record_list *list,
                                 fzzf__num all)
{
    if (fzzf__num_sign(all) > 0)
        return FZZF_OK;
    return fzzf__report(survey->diags, FZZF_E_REFERENCE, FZZF__F_SURVEY_WEIGHTS,
                        &survey->record->place, list->items[0]->kind->name,
                        fzzf__record_value(survey->record, SURVEY_ID), NULL);
}

static fzzf_status open_weights(struct fzzf__survey *survey)
{
    fzzf_status status;

    survey->least =
        fzzf__record_number(&survey->arena, survey->record, SURVEY_LEAST);
    survey->stratum_weights = weights_of(survey, survey->strata, STRATUM_WEIGHT,
                                         &survey->stratum_all);
    survey->question_weights = weights_of(
        survey, survey->questions, QUESTION_WEIGHT, &survey->question_all);
    if (survey->arena.spoiled != FZZF_OK)
        return survey->arena.spoiled;
    status = check_weights(survey, survey->strata, survey->stratum_all);
    return status != FZZF_OK
               ? status
               : check_weights(survey, survey->questions, survey->question_all);
}

static fzzf_status check_size(const struct fzzf__survey *survey)
{
    const size_t strata = survey->strata->count;
    const size_t questions = survey->questions->count;
    fzzf__arena arena;
    fzzf_status status;

    if (questions <= PARTS_MAX / strata)
        return FZZF_OK;
    fzzf__arena_init(&arena);
    status =
        fzzf__report(survey->diags, FZZF_E_LIMIT, FZZF__F_SURVEY_TOO_LARGE,
                     &survey->record->place, fzzf__size_text(&arena, questions),
                     fzzf__size_text(&arena, strata),
                     fzzf__size_text(&arena, PARTS_MAX), NULL);
    fzzf__arena_free(&arena);
    return status;
}

/* The sums of every part, before anything is counted. */
static fzzf_status open_sums(struct fzzf__survey *survey)
{
    const size_t count = survey->strata->count * survey->questions->count;

    survey->sums =
        fzzf__arena_alloc(&survey->arena, count * sizeof *survey->sums);
    if (survey->sums == NULL)
        return FZZF_E_MEMORY;
    for (size_t i = 0; i < count; i++) {
        const struct fzzf_record *stratum =
            survey->strata->items[i % survey->strata->count];
        struct fzzf__sums *sums = &survey->sums[i];

        sums->answers = sums->worth = sums->squares = sums->left_out =
            FZZF__ZERO;
        sums->population =
            fzzf__record_number(&survey->arena, stratum, STRATUM_POPULATION);
        sums->finite = fzzf__record_value(stratum, STRATUM_POPULATION) != NULL;
    }
    return survey->arena.spoiled;
}

static void count(struct fzzf__survey *survey, struct fzzf__sums *sums,
                  const struct fzzf_record *answer, fzzf__num number)
{
    fzzf__arena *arena = &survey->arena;
    fzzf__num worth, all;

    if (fzzf__record_value(answer, ANSWER_WORTH) == NULL) {
        sums->left_out = fzzf__num_add(arena, sums->left_out, number);
        return;
    }
    worth = fzzf__record_number(arena, answer, ANSWER_WORTH);
    all = fzzf__num_mul(arena, worth, number);
    sums->answers = fzzf__num_add(arena, sums->answers, number);
    sums->worth = fzzf__num_add(arena, sums->worth, all);
    sums->squares =
        fzzf__num_add(arena, sums->squares, fzzf__num_mul(arena, worth, all));
}

static fzzf_status check_population(const struct fzzf__survey *survey,
                                    const struct fzzf_record *tally,
                                    const struct fzzf__sums *sums)
{
    fzzf__arena arena;
    fzzf_status status = FZZF_OK;

    fzzf__arena_init(&arena);
    if (sums->finite &&
        fzzf__num_compare(&arena, sums->answers, sums->population) > 0)
        status = fzzf__report(
            survey->diags, FZZF_E_REFERENCE, FZZF__F_MORE_THAN_ALL,
            &tally->place, fzzf__num_exact_text(&arena, sums->answers),
            fzzf__record_value(tally, TALLY_STRATUM),
            fzzf__num_exact_text(&arena, sums->population), NULL);
    if (arena.spoiled != FZZF_OK)
        status = arena.spoiled;
    fzzf__arena_free(&arena);
    return status;
}

/* Every question has its scale. */
static fzzf_status check_scales(const struct fzzf__survey *survey)
{
    fzzf_status status = FZZF_OK;

    for (size_t i = 0; i < survey->questions->count; i++) {
        const struct fzzf_record *question = survey->questions->items[i];
        const char *id = fzzf__record_value(question, QUESTION_SCALE);

        if (fzzf__names_find(&survey->scale_names, id) == FZZF__NO_NAME)
            status = unknown(survey, question, id);
    }
    return status;
}

static fzzf_status count_tally(struct fzzf__survey *survey,
                               const struct fzzf_record *tally)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(tally, TALLY_COUNTS);
    const char *const of = fzzf__record_value(tally, TALLY_QUESTION);
    const char *const in = fzzf__record_value(tally, TALLY_STRATUM);
    const size_t question = fzzf__names_find(&survey->question_names, of);
    const size_t stratum = fzzf__names_find(&survey->stratum_names, in);
    const struct fzzf__scale *scale;
    struct fzzf__sums *sums;

    if (question == FZZF__NO_NAME)
        return unknown(survey, tally, of);
    if (stratum == FZZF__NO_NAME)
        return unknown(survey, tally, in);
    scale = &survey->scales[fzzf__names_find(
        &survey->scale_names,
        fzzf__record_value(survey->questions->items[question],
                           QUESTION_SCALE))];
    sums = &survey->sums[question * survey->strata->count + stratum];
    for (size_t i = 0; i < list->count; i++) {
        const char *id = fzzf__record_value(list->items[i], COUNT_ANSWER);
        const size_t answer = fzzf__names_find(&scale->names, id);

        if (answer == FZZF__NO_NAME)
            return unknown(survey, list->items[i], id);
        count(
            survey, sums, scale->answers->items[answer],
            fzzf__record_number(&survey->arena, list->items[i], COUNT_NUMBER));
    }
    return check_population(survey, tally, sums);
}

fzzf_status fzzf__survey_begin(struct fzzf__survey *survey,
                               const struct fzzf_record *record,
                               fzzf_diags *diags)
{
    const struct fzzf__record_list *tallies =
        fzzf__record_list(record, SURVEY_TALLIES);
    fzzf_status status = FZZF_OK;

    *survey = (struct fzzf__survey){
        .diags = diags,
        .record = record,
        .strata = fzzf__record_list(record, SURVEY_STRATA),
        .questions = fzzf__record_list(record, SURVEY_QUESTIONS)};
    fzzf__arena_init(&survey->arena);
    if (!open_scales(survey) ||
        !index_ids(&survey->stratum_names, survey->strata) ||
        !index_ids(&survey->question_names, survey->questions))
        return FZZF_E_MEMORY;
    status = check_size(survey);
    if (status == FZZF_OK)
        status = open_weights(survey);
    if (status == FZZF_OK)
        status = open_sums(survey);
    if (status == FZZF_OK)
        status = check_scales(survey);
    for (size_t i = 0; i < tallies->count && status == FZZF_OK; i++)
        status = count_tally(survey, tallies->items[i]);
    return status == FZZF_OK ? survey->arena.spoiled : status;
}

void fzzf__survey_end(struct fzzf__survey *survey)
{
    for (size_t i = 0; i < survey->scale_count; i++)
        fzzf__names_free(&survey->scales[i].names);
    fzzf__names_free(&survey->scale_names);
    fzzf__names_free(&survey->stratum_names);
    fzzf__names_free(&survey->question_names);
    fzzf__arena_free(&survey->arena);
}
