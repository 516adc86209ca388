/* SPDX-License-Identifier: Apache-2.0 */
/* Reports what a mapping carries over, and why a score changed. */

#include <string.h>

#include "base/number.h"
#include "course/mapping.h"
#include "course/reasons.h"
#include "fzzf/course.h"
#include "model/result.h"

/* The ids of one side with spaces between. */
static void put_ids(struct fzzf_record *to, size_t field,
                    const struct fzzf__record_list *list)
{
    fzzf__text text = {0};

    for (size_t i = 0; i < list->count; i++) {
        fzzf__text_add(&text, i == 0 ? "" : " ");
        fzzf__text_add(&text, fzzf__record_value(list->items[i], MAPPED_ID));
    }
    if (text.failed)
        to->document->arena.spoiled = FZZF_E_MEMORY;
    else if (list->count > 0)
        fzzf__record_put(to, field, text.bytes);
    fzzf__text_free(&text);
}

/* What all assessments say of the old indicators of the row. */
static void count(const struct fzzf_declaration *declaration,
                  const struct fzzf_record *row, size_t *observations,
                  size_t *evidence)
{
    const struct fzzf__record_list *olds = fzzf__record_list(row, ROW_OLD);

    *observations = *evidence = 0;
    for (size_t i = 0; i < declaration->assessment_count; i++)
        for (size_t j = 0; j < olds->count; j++) {
            const struct fzzf__statement *old = fzzf__statement_on(
                &declaration->assessments[i],
                fzzf__record_value(olds->items[j], MAPPED_ID));

            *observations += old == NULL ? 0 : old->observation_count;
            *evidence += old == NULL ? 0 : old->evidence_count;
        }
}

static void put_row(struct fzzf_record *made, const struct fzzf_record *row,
                    const struct fzzf_declaration *declaration)
{
    static const enum fzzf__reason_code codes[] = {
        [FZZF__MAPPED_SAME] = FZZF__BECAUSE_CARRIED,
        [FZZF__MAPPED_MOVED] = FZZF__BECAUSE_CARRIED,
        [FZZF__MAPPED_SPLIT] = FZZF__BECAUSE_TO_JUDGE,
        [FZZF__MAPPED_MERGED] = FZZF__BECAUSE_TO_JUDGE,
        [FZZF__MAPPED_WITHDRAWN] = FZZF__BECAUSE_NO_SUCCESSOR,
        [FZZF__MAPPED_NEW] = FZZF__BECAUSE_FRESH};
    struct fzzf_record *to = fzzf__record_append(made, CARRYING_ROWS);
    const enum fzzf__mapped kind = fzzf__mapped(row);
    struct fzzf__because arguments[4] = {{NULL, NULL, NULL}};
    size_t observations, evidence;

    if (to == NULL)
        return;
    count(declaration, row, &observations, &evidence);
    fzzf__record_put(to, CARRIED_KIND, fzzf__record_value(row, ROW_KIND));
    put_ids(to, CARRIED_OLD, fzzf__record_list(row, ROW_OLD));
    put_ids(to, CARRIED_NEW, fzzf__record_list(row, ROW_NEW));
    arguments[0].value = fzzf__record_value(to, CARRIED_OLD);
    arguments[1].value = fzzf__record_value(to, CARRIED_NEW);
    arguments[2].value = fzzf__size_text(&to->document->arena, observations);
    arguments[3].value = fzzf__size_text(&to->document->arena, evidence);
    fzzf__put_size(to, CARRIED_OBSERVATIONS,
                   fzzf__carries_values(row) ? observations : 0);
    fzzf__put_size(to, CARRIED_EVIDENCE,
                   kind == FZZF__MAPPED_WITHDRAWN ? 0 : evidence);
    fzzf__say(to, CARRIED_STATE, codes[kind], arguments, 4);
}

/* The score of a result when it is one number; NULL: it is not. */
static const fzzf_number *score_of(const fzzf_result *result)
{
    fzzf_node whole = {.size = sizeof whole};

    if (result == NULL || !fzzf_result_node(result, 0, &whole) ||
        whole.score == NULL || whole.high == NULL ||
        fzzf_number_compare(whole.score, whole.high) != 0)
        return NULL;
    return whole.score;
}

/* @field is the later score less the earlier one, when both are known. */
static void put_change(struct fzzf_record *made, size_t field,
                       const fzzf_number *later, const fzzf_number *earlier)
{
    fzzf__arena *arena = &made->document->arena;

    if (later != NULL && earlier != NULL)
        fzzf__record_put(
            made, field,
            fzzf__num_exact_text(
                arena, fzzf__num_sub(arena, later->num, earlier->num)));
}

static void put_scores(struct fzzf_record *made, const fzzf_result *before,
                       const fzzf_result *carried, const fzzf_result *after)
{
    const fzzf_number *scores[] = {score_of(before), score_of(carried),
                                   score_of(after)};

    for (size_t i = 0; i < 3; i++)
        if (scores[i] != NULL)
            fzzf__record_put(made, CARRYING_BEFORE + i,
                             fzzf_number_exact(scores[i]));
    put_change(made, CARRYING_EDITION, scores[1], scores[0]);
    put_change(made, CARRYING_PERFORMANCE, scores[2], scores[1]);
}

/* @result, which may be NULL, is of the same unit, by the edition @edition. */
static fzzf_status check_result(const fzzf_result *result,
                                const fzzf_declaration *declaration,
                                const char *edition, fzzf_diags *diags)
{
    if (result == NULL)
        return FZZF_OK;
    if (strcmp(result->unit, declaration->unit_code) != 0)
        return fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_MAPS_OTHER_UNIT,
                            &declaration->place, result->declaration,
                            result->unit, declaration->unit_code, NULL);
    if (strcmp(result->system->id, edition) != 0)
        return fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_MAPS_OTHER, NULL,
                            edition, result->system->id, NULL);
    return FZZF_OK;
}

static fzzf_status check_results(const struct fzzf_record *mapping,
                                 const fzzf_declaration *declaration,
                                 const fzzf_result *const results[3],
                                 fzzf_diags *diags)
{
    fzzf_status status = FZZF_OK;

    for (size_t i = 0; i < 3 && status == FZZF_OK; i++)
        status = check_result(
            results[i], declaration,
            fzzf__record_value(mapping, i == 0 ? MAPPING_FROM : MAPPING_TO),
            diags);
    return status;
}

fzzf_status fzzf_mapping_report(fzzf_record **out, const fzzf_record *mapping,
                                const fzzf_declaration *declaration,
                                const fzzf_result *before,
                                const fzzf_result *carried,
                                const fzzf_result *after, fzzf_diags *diags)
{
    const fzzf_result *const results[] = {before, carried, after};
    const struct fzzf__record_list *rows;
    struct fzzf_record *made;
    fzzf_status status;

    if (out == NULL || mapping == NULL ||
        mapping->kind != &fzzf__kind_mapping || declaration == NULL)
        return FZZF_E_ARGUMENT;
    status = fzzf__mapping_fits(mapping, declaration, diags);
    if (status == FZZF_OK)
        status = check_results(mapping, declaration, results, diags);
    if (status != FZZF_OK)
        return status;
    made = fzzf__record_new(&fzzf__kind_carrying);
    if (made == NULL)
        return FZZF_E_MEMORY;
    fzzf__record_put(made, CARRYING_MAPPING,
                     fzzf__record_value(mapping, MAPPING_ID));
    fzzf__record_put(made, CARRYING_DECLARATION, declaration->id);
    fzzf__record_put(made, CARRYING_UNIT, declaration->unit_code);
    fzzf__record_put(made, CARRYING_SYSTEM,
                     fzzf__record_value(mapping, MAPPING_TO));
    rows = fzzf__record_list(mapping, MAPPING_ROWS);
    for (size_t i = 0; i < rows->count; i++)
        put_row(made, rows->items[i], declaration);
    put_scores(made, before, carried, after);
    status = made->document->arena.spoiled;
    if (status == FZZF_OK)
        *out = made;
    else
        fzzf_record_unref(made);
    return status;
}
