/* SPDX-License-Identifier: Apache-2.0 */
/* Scores of surveys, by question, by stratum and of the whole. */

#include <string.h>

#include "course/reasons.h"
#include "course/survey.h"
#include "fzzf/course.h"

struct scoring {
    struct fzzf__survey survey;
    struct fzzf_record *report;
    struct fzzf__estimate *parts; /* by question, then stratum */
    struct fzzf__estimate *questions;
    struct fzzf__rounding rounding;
    fzzf__num z; /* zero: no interval */
};

/* One row: what is scored, and of what its margin is made. */
struct row {
    enum fzzf__score_of of;
    const struct fzzf_record *question, *stratum; /* or NULL */
    const struct fzzf__estimate *estimate;
    struct fzzf__members members;
    fzzf__num least;
};

static const fzzf__num one = {1, 1, NULL};

fzzf_status fzzf__satisfaction_new(const struct fzzf_record *report,
                                   size_t part,
                                   const struct fzzf_record *record,
                                   fzzf_diags *diags)
{
    const struct fzzf__record_list *list = fzzf__record_list(report, part);
    const char *id = fzzf__record_value(record, 0);

    for (size_t i = 0; i < list->count; i++) {
        const char *there = fzzf__record_value(list->items[i], 0);

        if (there != NULL && strcmp(there, id) == 0)
            return fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_SURVEY_TWICE,
                                &record->place, record->kind->name, id, NULL);
    }
    return FZZF_OK;
}

fzzf_status fzzf__satisfaction_settle(struct fzzf_record *report, size_t part,
                                      size_t count, fzzf_status status)
{
    fzzf__arena *arena = &report->document->arena;

    if (status == FZZF_OK)
        status = arena->spoiled;
    arena->spoiled = FZZF_OK;
    if (status != FZZF_OK)
        report->parts[part].count = count;
    else
        report->document->input.sha256[0] = '\0';
    return status;
}

void fzzf__put_num(struct fzzf_record *record, size_t field, fzzf__num number)
{
    const char *text = fzzf__num_exact_text(&record->document->arena, number);

    if (text != NULL)
        record->values[field] = text;
}

/* The ends of the interval, and half its width. */
static void put_interval(struct scoring *scoring, struct fzzf_record *to,
                         const struct row *row)
{
    fzzf__arena *arena = &scoring->survey.arena;
    const fzzf__num mean = row->estimate->mean;
    const fzzf__num z = scoring->z;
    const struct {
        size_t field;
        fzzf__num base, z;
    } ends[] = {
        {SCORE_MARGIN, FZZF__ZERO, z},
        {SCORE_LOW, mean, fzzf__num_neg(arena, z)},
        {SCORE_HIGH, mean, z},
    };

    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
        fzzf__put_num(to, ends[i].field,
                      fzzf__estimate_end(arena, &row->members, ends[i].base,
                                         ends[i].z, &scoring->rounding));
    fzzf__record_put(
        to, SCORE_CONFIDENCE,
        fzzf__record_value(scoring->survey.record, SURVEY_CONFIDENCE));
}

static void put_row(struct scoring *scoring, const struct row *row)
{
    const struct fzzf_record *record = scoring->survey.record;
    const struct fzzf__estimate *estimate = row->estimate;
    struct fzzf_record *to =
        fzzf__record_append(scoring->report, SATISFACTION_SCORES);

    if (to == NULL)
        return;
    fzzf__record_put(to, SCORE_SURVEY, fzzf__record_value(record, SURVEY_ID));
    fzzf__record_put(to, SCORE_UNIT, fzzf__record_value(record, SURVEY_UNIT));
    fzzf__record_put(to, SCORE_OF,
                     fzzf__word(&fzzf__score_of_words, (int)row->of));
    if (row->question != NULL)
        fzzf__record_put(to, SCORE_QUESTION,
                         fzzf__record_value(row->question, QUESTION_ID));
    if (row->stratum != NULL)
        fzzf__record_put(to, SCORE_STRATUM,
                         fzzf__record_value(row->stratum, STRATUM_ID));
    fzzf__record_put(
        to, SCORE_STATE,
        fzzf__word(&fzzf__survey_state_words, (int)estimate->state));
    fzzf__put_num(to, SCORE_ANSWERS, estimate->answers);
    fzzf__put_num(to, SCORE_LEAST, row->least);
    fzzf__put_num(to, SCORE_LEFT_OUT, estimate->left_out);
    if (estimate->state != FZZF__SURVEY_SCORED)
        return;
    fzzf__put_num(to, SCORE_SCORE, estimate->mean);
    fzzf__put_num(to, SCORE_SHOWN,
                  fzzf__num_round(&scoring->survey.arena, estimate->mean,
                                  scoring->rounding.places,
                                  scoring->rounding.mode));
    if (estimate->varies && fzzf__num_sign(scoring->z) > 0)
        put_interval(scoring, to, row);
}

/* A row whose margin is that of its own variance. */
static void put_own(struct scoring *scoring, struct row *row)
{
    row->members = (struct fzzf__members){row->estimate, &one, one, 1, 1};
    put_row(scoring, row);
}

static void put_whole(struct scoring *scoring)
{
    const struct fzzf__survey *survey = &scoring->survey;
    struct fzzf__estimate whole;
    const struct row row = {
        .of = FZZF__OF_WHOLE,
        .estimate = &whole,
        .least = survey->least,
        .members = {scoring->questions, survey->question_weights,
                    survey->question_all, survey->questions->count, 1}};

    fzzf__estimate_questions(&scoring->survey.arena, &whole, &row.members,
                             row.least);
    put_row(scoring, &row);
}

static fzzf__num least_of(struct scoring *scoring, size_t stratum)
{
    return fzzf__record_number(&scoring->survey.arena,
                               scoring->survey.strata->items[stratum],
                               STRATUM_LEAST);
}

static void put_stratum(struct scoring *scoring, size_t stratum)
{
    const struct fzzf__survey *survey = &scoring->survey;
    struct fzzf__estimate estimate;
    const struct row row = {
        .of = FZZF__OF_STRATUM,
        .stratum = survey->strata->items[stratum],
        .estimate = &estimate,
        .least = least_of(scoring, stratum),
        .members = {&scoring->parts[stratum], survey->question_weights,
                    survey->question_all, survey->questions->count,
                    survey->strata->count}};

    fzzf__estimate_questions(&scoring->survey.arena, &estimate, &row.members,
                             row.least);
    put_row(scoring, &row);
}

static void put_question(struct scoring *scoring, size_t question)
{
    struct row row = {.of = FZZF__OF_QUESTION,
                      .question = scoring->survey.questions->items[question],
                      .estimate = &scoring->questions[question],
                      .least = scoring->survey.least};

    put_own(scoring, &row);
}

static void put_part(struct scoring *scoring, size_t question, size_t stratum)
{
    const struct fzzf__survey *survey = &scoring->survey;
    struct row row = {
        .of = FZZF__OF_PART,
        .question = survey->questions->items[question],
        .stratum = survey->strata->items[stratum],
        .estimate = &scoring->parts[question * survey->strata->count + stratum],
        .least = least_of(scoring, stratum)};

    put_own(scoring, &row);
}

/* The estimates of all parts, and of questions over their strata. */
static fzzf_status estimate(struct scoring *scoring)
{
    struct fzzf__survey *survey = &scoring->survey;
    fzzf__arena *arena = &survey->arena;
    const size_t strata = survey->strata->count;
    const size_t questions = survey->questions->count;

    scoring->parts =
        fzzf__arena_alloc(arena, strata * questions * sizeof *scoring->parts);
    scoring->questions =
        fzzf__arena_alloc(arena, questions * sizeof *scoring->questions);
    if (scoring->parts == NULL || scoring->questions == NULL)
        return FZZF_E_MEMORY;
    for (size_t i = 0; i < strata * questions; i++)
        fzzf__estimate_sample(arena, &scoring->parts[i], &survey->sums[i],
                              least_of(scoring, i % strata));
    for (size_t i = 0; i < questions; i++) {
        const struct fzzf__members members = {&scoring->parts[i * strata],
                                              survey->stratum_weights,
                                              survey->stratum_all, strata, 1};

        fzzf__estimate_strata(arena, &scoring->questions[i], &members,
                              survey->least);
    }
    return arena->spoiled;
}

static fzzf_status score(struct scoring *scoring)
{
    const struct fzzf__survey *survey = &scoring->survey;
    const fzzf_status status = estimate(scoring);
    size_t places = 0;

    if (status != FZZF_OK)
        return status;
    scoring->z =
        fzzf__record_number(&scoring->survey.arena, survey->record, SURVEY_Z);
    (void)fzzf__size_value(fzzf__record_value(survey->record, SURVEY_PLACES),
                           &places);
    scoring->rounding.places = (int)places;
    scoring->rounding.mode = (fzzf_rounding)fzzf__word_find(
        &fzzf__rounding_words,
        fzzf__record_value(survey->record, SURVEY_ROUNDING));
    put_whole(scoring);
    for (size_t i = 0; i < survey->questions->count; i++)
        put_question(scoring, i);
    for (size_t i = 0; i < survey->strata->count; i++)
        put_stratum(scoring, i);
    for (size_t i = 0; i < survey->questions->count; i++)
        for (size_t k = 0; k < survey->strata->count; k++)
            put_part(scoring, i, k);
    return survey->arena.spoiled;
}

fzzf_status fzzf_survey_score(fzzf_record *report, const fzzf_record *survey,
                              fzzf_diags *diags)
{
    struct scoring scoring = {.report = report};
    fzzf_status status;
    size_t count;

    if (report == NULL || report->kind != &fzzf__kind_satisfaction ||
        survey == NULL || survey->kind != &fzzf__kind_survey)
        return FZZF_E_ARGUMENT;
    count = fzzf__record_list(report, SATISFACTION_SCORES)->count;
    status = fzzf_record_check(survey, diags);
    if (status == FZZF_OK)
        status =
            fzzf__satisfaction_new(report, SATISFACTION_SCORES, survey, diags);
    if (status != FZZF_OK)
        return status;
    status = fzzf__survey_begin(&scoring.survey, survey, diags);
    if (status == FZZF_OK)
        status = score(&scoring);
    fzzf__survey_end(&scoring.survey);
    return fzzf__satisfaction_settle(report, SATISFACTION_SCORES, count,
                                     status);
}
