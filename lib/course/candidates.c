/* SPDX-License-Identifier: Apache-2.0 */
/* Candidates of a recommendation: from results, or from the level below. */

#include <string.h>

#include "course/bars.h"
#include "course/belongs.h"
#include "course/recommend.h"
#include "course/themes.h"
#include "fzzf/course.h"
#include "model/declaration.h"
#include "model/result.h"

#define MISSING_MAX 20 /* indicators that a candidate names */

static bool is_kind(const fzzf_record *record, const struct fzzf_kind *kind)
{
    return record != NULL && record->kind == kind;
}

static fzzf_status check_new(const fzzf_record *recommendation,
                             const char *declaration, fzzf_diags *diags)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(recommendation, RECOMMENDATION_CANDIDATES);

    for (size_t i = 0; i < list->count; i++) {
        const char *there =
            fzzf__record_value(list->items[i], CANDIDATE_DECLARATION);

        if (there != NULL && strcmp(there, declaration) == 0)
            return fzzf__report(diags, FZZF_E_REFERENCE,
                                FZZF__F_CANDIDATE_TWICE, &recommendation->place,
                                declaration, NULL);
    }
    return FZZF_OK;
}

static void put_number(struct fzzf_record *record, size_t field,
                       const fzzf_number *number)
{
    if (number != NULL)
        fzzf__record_put(record, field, fzzf_number_exact(number));
}

/* Both ends; the upper one only when it differs. */
static void put_span(struct fzzf_record *record, size_t field,
                     const fzzf_number *low, const fzzf_number *high)
{
    put_number(record, field, low);
    if (low != NULL && high != NULL && fzzf_number_compare(low, high) != 0)
        put_number(record, field + 1, high);
}

/* met / of of the deciding reading. */
static void put_rate(struct fzzf_record *value, const fzzf_result *result,
                     fzzf_reading deciding)
{
    fzzf_reading_view reading = {.size = sizeof reading};
    fzzf__arena *arena = &value->document->arena;
    fzzf__num of;

    if (!fzzf_result_reading(result, deciding, &reading) ||
        reading.low == NULL || reading.high == NULL || reading.of == NULL)
        return;
    of = reading.of->num;
    if (fzzf__num_sign(of) <= 0 || !fzzf__num_is_finite(of))
        return;
    fzzf__record_put(value, VALUE_LOW,
                     fzzf__num_exact_text(
                         arena, fzzf__num_div(arena, reading.low->num, of)));
    fzzf__record_put(value, VALUE_HIGH,
                     fzzf__num_exact_text(
                         arena, fzzf__num_div(arena, reading.high->num, of)));
}

/* What the ties by rate and node compare; other steps read other fields. */
static void put_values(struct fzzf_record *candidate, const fzzf_record *batch,
                       const fzzf_result *result, fzzf_reading deciding)
{
    const struct fzzf__record_list *ties = fzzf__record_list(batch, BATCH_TIES);

    for (size_t i = 0; i < ties->count; i++) {
        const struct fzzf_record *tie = ties->items[i];
        const char *by = fzzf__record_value(tie, TIE_BY);
        const char *of = fzzf__record_value(tie, TIE_OF);
        struct fzzf__record_list *list = &candidate->parts[CANDIDATE_VALUES];
        fzzf_node node = {.size = sizeof node};
        struct fzzf_record *value;

        if (by == NULL || (strcmp(by, "rate") != 0 &&
                           (strcmp(by, "node") != 0 || of == NULL)))
            continue;
        value = fzzf__record_append(candidate, CANDIDATE_VALUES);
        if (value == NULL)
            return;
        fzzf__record_put(value, VALUE_ORDER,
                         fzzf__record_value(tie, TIE_ORDER));
        if (strcmp(by, "rate") == 0)
            put_rate(value, result, deciding);
        else if (fzzf_result_node(result, fzzf_result_find(result, of), &node))
            put_span(value, VALUE_LOW, node.score, node.high);
        if (fzzf__record_value(value, VALUE_LOW) == NULL)
            list->count--; /* nothing is known */
    }
}

/* The first indicators whose observations leave the score open. */
static void put_missing(struct fzzf_record *candidate,
                        const fzzf_result *result)
{
    fzzf_open open = {.size = sizeof open};
    fzzf__text text = {0};
    const char *last = "";
    size_t count = 0;

    for (size_t i = 0;
         count <= MISSING_MAX && fzzf_result_open(result, i, &open); i++) {
        if (strcmp(open.node, last) == 0)
            continue;
        last = open.node;
        fzzf__text_add(&text, count > 0 ? " " : "");
        fzzf__text_add(&text, count < MISSING_MAX ? open.node : "…");
        count++;
    }
    if (text.failed)
        candidate->document->arena.spoiled = FZZF_E_MEMORY;
    else if (count > 0)
        fzzf__record_put(candidate, CANDIDATE_MISSING, text.bytes);
    fzzf__text_free(&text);
}

/* Without points there is no place; what is missing may still come. */
static void bar_unscored(struct fzzf_record *candidate, const char *id)
{
    const struct fzzf__because missing = {
        fzzf__record_value(candidate, CANDIDATE_MISSING), NULL, NULL};

    fzzf__bar(candidate, id, FZZF_UNDETERMINED, FZZF__BECAUSE_NO_SCORE,
              &missing, 1);
}

/* What speaks against the unit, or leaves its eligibility open. */
static void put_bars(struct fzzf_record *candidate, const fzzf_result *result)
{
    fzzf__arena *arena = &candidate->document->arena;
    fzzf_reason reason = {.size = sizeof reason};

    for (size_t i = 0; fzzf_result_reason(result, i, &reason); i++) {
        struct fzzf_record *bar;

        if (reason.answer == FZZF_YES)
            continue;
        bar = fzzf__record_append(candidate, CANDIDATE_BARS);
        if (bar == NULL)
            return;
        fzzf__record_put(bar, BAR_CODE, reason.code);
        fzzf__record_put(bar, BAR_ID, reason.id);
        fzzf__record_put(bar, BAR_ANSWER, fzzf_answer_name(reason.answer));
        for (int language = 0; language < 2; language++) {
            const size_t length = fzzf_result_reason_text(
                result, i, (fzzf_language)language, NULL, 0);
            char *text = fzzf__arena_alloc(arena, length + 1);

            if (text == NULL || length == 0) {
                arena->spoiled = FZZF_E_MEMORY;
                return;
            }
            if (fzzf_result_reason_text(result, i, (fzzf_language)language,
                                        text, length + 1) != length)
                arena->spoiled = FZZF_E_MEMORY;
            bar->values[language == FZZF_CHINESE ? BAR_ZH : BAR_EN] = text;
        }
    }
}

/* Groups, project, theme and the day of the self-assessment. */
static void put_declaration(struct fzzf_record *candidate,
                            const fzzf_declaration *declaration)
{
    fzzf__text groups = {0};

    for (size_t i = 0; i < declaration->group_count; i++) {
        fzzf__text_add(&groups, i > 0 ? " " : "");
        fzzf__text_add(&groups, declaration->groups[i]);
    }
    if (groups.failed)
        candidate->document->arena.spoiled = FZZF_E_MEMORY;
    else if (declaration->group_count > 0)
        fzzf__record_put(candidate, CANDIDATE_GROUPS, groups.bytes);
    fzzf__text_free(&groups);
    fzzf__record_put(candidate, CANDIDATE_PROJECT, declaration->project);
    fzzf__record_put(candidate, CANDIDATE_THEME, declaration->theme);
    if (declaration->revision > 0)
        fzzf__put_size(candidate, CANDIDATE_REVISION,
                       (size_t)declaration->revision);
    for (size_t i = 0; i < declaration->assessment_count; i++)
        if (declaration->assessments[i].assessor == FZZF_ASSESSOR_SELF)
            fzzf__record_put(candidate, CANDIDATE_DATE,
                             declaration->assessments[i].date);
}

/* Takes back what was appended from @count on when memory ran out. */
static fzzf_status settle(fzzf_record *recommendation, size_t count)
{
    fzzf__arena *arena = &recommendation->document->arena;
    const fzzf_status status = arena->spoiled;

    arena->spoiled = FZZF_OK;
    if (status != FZZF_OK)
        recommendation->parts[RECOMMENDATION_CANDIDATES].count = count;
    else
        recommendation->document->input.sha256[0] = '\0';
    return status;
}

fzzf_status fzzf_recommendation_add(fzzf_record *recommendation,
                                    const fzzf_record *batch,
                                    const fzzf_result *result,
                                    const fzzf_declaration *declaration,
                                    fzzf_diags *diags)
{
    fzzf_verdict verdict = {.size = sizeof verdict};
    fzzf_node whole = {.size = sizeof whole};
    struct fzzf_record *candidate;
    fzzf_status status;
    size_t count;

    if (!is_kind(recommendation, &fzzf__kind_recommendation) ||
        !is_kind(batch, &fzzf__kind_batch) || result == NULL)
        return FZZF_E_ARGUMENT;
    (void)fzzf_result_verdict(result, &verdict);
    (void)fzzf_result_node(result, 0, &whole);
    if (declaration != NULL &&
        strcmp(declaration->id, verdict.declaration) != 0)
        return fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_OTHER_RESULT, NULL,
                            verdict.declaration, declaration->id, NULL);
    status =
        fzzf__of_batch(recommendation,
                       fzzf__record_value(recommendation, RECOMMENDATION_BATCH),
                       fzzf__record_value(batch, BATCH_ID), diags);
    if (status == FZZF_OK)
        status = fzzf__judged_for(batch, result, declaration, diags);
    if (status == FZZF_OK)
        status = check_new(recommendation, verdict.declaration, diags);
    if (status != FZZF_OK)
        return status;
    count = recommendation->parts[RECOMMENDATION_CANDIDATES].count;
    candidate = fzzf__record_append(recommendation, RECOMMENDATION_CANDIDATES);
    if (candidate == NULL)
        return settle(recommendation, count);
    fzzf__record_put(candidate, CANDIDATE_DECLARATION, verdict.declaration);
    fzzf__record_put(candidate, CANDIDATE_UNIT, verdict.unit);
    fzzf__record_put(candidate, CANDIDATE_NAME, verdict.unit_name);
    fzzf__record_put(candidate, CANDIDATE_TYPE,
                     fzzf__word(&fzzf__type_words, (int)result->type));
    fzzf__record_put(candidate, CANDIDATE_ELIGIBLE,
                     fzzf_answer_name(verdict.eligible));
    put_span(candidate, CANDIDATE_SCORE, whole.score, whole.high);
    if (whole.score == NULL ||
        fzzf__record_value(candidate, CANDIDATE_HIGH) != NULL)
        put_missing(candidate, result);
    put_values(candidate, batch, result, verdict.deciding);
    put_bars(candidate, result);
    if (whole.score == NULL)
        bar_unscored(candidate, verdict.declaration);
    if (declaration != NULL) {
        put_declaration(candidate, declaration);
        fzzf__bar_theme(candidate, batch, result, declaration);
    }
    return settle(recommendation, count);
}

/* The chosen one as a candidate of the next level: what was decided goes. */
static void take(fzzf_record *recommendation, const fzzf_record *earlier,
                 const struct fzzf_record *chosen)
{
    struct fzzf_record *candidate =
        fzzf__record_append(recommendation, RECOMMENDATION_CANDIDATES);

    if (candidate == NULL)
        return;
    fzzf__record_copy(candidate, chosen);
    fzzf__record_put(candidate, CANDIDATE_FROM,
                     fzzf__record_value(earlier, RECOMMENDATION_ID));
    candidate->values[CANDIDATE_RANK] = NULL;
    candidate->values[CANDIDATE_RANK_LAST] = NULL;
    candidate->values[CANDIDATE_CHOSEN] = NULL;
    candidate->values[CANDIDATE_OBJECTIONS] = NULL;
    candidate->values[CANDIDATE_UNSETTLED] = NULL;
    candidate->parts[CANDIDATE_PASSAGES].count = 0;
    candidate->parts[CANDIDATE_STEPS].count = 0;
    candidate->parts[CANDIDATE_REASONS].count = 0;
}

static bool is_chosen(const struct fzzf_record *candidate)
{
    const char *chosen = fzzf__record_value(candidate, CANDIDATE_CHOSEN);

    return chosen != NULL && strcmp(chosen, "yes") == 0;
}

/* @earlier is decided, of the level below, and has nobody who is there. */
static fzzf_status check_earlier(const fzzf_record *recommendation,
                                 const fzzf_record *earlier, fzzf_diags *diags)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(earlier, RECOMMENDATION_CANDIDATES);
    const char *open = fzzf__record_value(earlier, RECOMMENDATION_OPEN);
    fzzf_status status = fzzf_record_check(recommendation, diags);

    if (status == FZZF_OK)
        status = fzzf_record_check(earlier, diags);
    if (status == FZZF_OK)
        status = fzzf__of_batch(
            earlier, fzzf__record_value(earlier, RECOMMENDATION_BATCH),
            fzzf__record_value(recommendation, RECOMMENDATION_BATCH), diags);
    if (status == FZZF_OK)
        status = fzzf__from_below(recommendation, earlier, diags);
    if (status == FZZF_OK && (open == NULL || strcmp(open, "0") != 0))
        status = fzzf__report(
            diags, FZZF_E_REFERENCE, FZZF__F_NOT_DECIDED, &earlier->place,
            fzzf__record_value(earlier, RECOMMENDATION_ID), NULL);
    for (size_t i = 0; i < list->count && status == FZZF_OK; i++)
        if (is_chosen(list->items[i]))
            status = check_new(
                recommendation,
                fzzf__record_value(list->items[i], CANDIDATE_DECLARATION),
                diags);
    return status;
}

fzzf_status fzzf_recommendation_take(fzzf_record *recommendation,
                                     const fzzf_record *earlier,
                                     fzzf_diags *diags)
{
    const struct fzzf__record_list *list;
    fzzf_status status;
    size_t count;

    if (!is_kind(recommendation, &fzzf__kind_recommendation) ||
        !is_kind(earlier, &fzzf__kind_recommendation) ||
        recommendation == earlier)
        return FZZF_E_ARGUMENT;
    status = check_earlier(recommendation, earlier, diags);
    if (status != FZZF_OK)
        return status;
    list = fzzf__record_list(earlier, RECOMMENDATION_CANDIDATES);
    count = recommendation->parts[RECOMMENDATION_CANDIDATES].count;
    for (size_t i = 0; i < list->count; i++)
        if (is_chosen(list->items[i]))
            take(recommendation, earlier, list->items[i]);
    return settle(recommendation, count);
}
