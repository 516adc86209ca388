/* SPDX-License-Identifier: Apache-2.0 */
/* Whether documents of a batch belong together: batch, system, body, level. */

#include "course/belongs.h"

#include <string.h>

#include "fzzf/codes.h"

static const char *field(const struct fzzf_record *record, size_t number)
{
    return fzzf__record_value(record, number);
}

fzzf_status fzzf__of_batch(const fzzf_record *document, const char *of,
                           const char *batch, fzzf_diags *diags)
{
    if (of != NULL && batch != NULL && strcmp(of, batch) == 0)
        return FZZF_OK;
    return fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_NOT_OF_BATCH,
                        &document->place, document->kind->name,
                        of == NULL ? "" : of, batch == NULL ? "" : batch, NULL);
}

fzzf_status fzzf__judged_for(const fzzf_record *batch,
                             const fzzf_result *result,
                             const fzzf_declaration *declaration,
                             fzzf_diags *diags)
{
    const fzzf__place *place = declaration == NULL ? NULL : &declaration->place;
    const char *id = field(batch, BATCH_ID);
    const char *system = field(batch, BATCH_SYSTEM);
    const char *contract = field(batch, BATCH_CONTRACT);

    if (declaration != NULL && declaration->batch != NULL &&
        strcmp(declaration->batch, id) != 0)
        return fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_NOT_OF_BATCH,
                            place, "declaration", declaration->batch, id, NULL);
    if (result->type == FZZF_COMPREHENSIVE && system != NULL &&
        strcmp(result->system->id, system) != 0)
        return fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_JUDGED_BY_SYSTEM,
                            place, result->declaration, result->system->id, id,
                            system, NULL);
    if (contract != NULL && strcmp(result->contract->id, contract) != 0)
        return fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_JUDGED_BY_CONTRACT,
                            place, result->declaration, result->contract->id,
                            id, contract, NULL);
    return FZZF_OK;
}

/* Whether @unit lies below @above as far as codes tell. */
static bool lies_below(const char *unit, const char *above)
{
    fzzf_division own = {.size = sizeof own}, upper = {.size = sizeof upper};
    char code[sizeof own.superior];

    if (!fzzf_division_read(unit, &own) || !fzzf_division_read(above, &upper))
        return true;
    memcpy(code, own.code, sizeof code);
    while (strcmp(code, upper.code) != 0) {
        if (!fzzf_division_read(code, &own) || own.superior[0] == '\0')
            return false;
        memcpy(code, own.superior, sizeof code);
    }
    return true;
}

const char *fzzf__level_of(const char *code)
{
    fzzf_division division = {.size = sizeof division};

    if (!fzzf_division_read(code, &division))
        return NULL;
    switch (division.level) {
    case FZZF_DIVISION_PROVINCE:
        return "province";
    case FZZF_DIVISION_CITY:
        return "city";
    default:
        return "county";
    }
}

static bool is_digits(const char *text)
{
    return text[strspn(text, "0123456789")] == '\0';
}

/* Whether a candidate's unit has a division code, and not only a name. */
static bool has_codes(const fzzf_record *recommendation)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(recommendation, RECOMMENDATION_CANDIDATES);

    for (size_t i = 0; i < list->count; i++)
        if (fzzf__level_of(field(list->items[i], CANDIDATE_UNIT)) != NULL)
            return true;
    return false;
}

static fzzf_status check_code(const fzzf_record *recommendation,
                              const char *unit, fzzf_diags *diags)
{
    const char *level = field(recommendation, RECOMMENDATION_LEVEL);
    const char *found = unit == NULL ? NULL : fzzf__level_of(unit);
    const bool needed =
        strcmp(level, "city") == 0 || strcmp(level, "province") == 0;

    if (unit == NULL && needed)
        return fzzf__report(
            diags, FZZF_E_REFERENCE, FZZF__F_NO_BODY, &recommendation->place,
            field(recommendation, RECOMMENDATION_ID), level, NULL);
    if (needed && (found == NULL ? has_codes(recommendation) || is_digits(unit)
                                 : strlen(unit) != 6))
        return fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_BODY_CODE,
                            &recommendation->place, unit, NULL);
    if (found != NULL && strcmp(found, level) != 0)
        return fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_BODY_LEVEL,
                            &recommendation->place, unit, found, level, NULL);
    return FZZF_OK;
}

fzzf_status fzzf__of_body(const fzzf_record *recommendation, fzzf_diags *diags)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(recommendation, RECOMMENDATION_CANDIDATES);
    const char *unit = field(recommendation, RECOMMENDATION_UNIT);
    fzzf_status status = check_code(recommendation, unit, diags);

    for (size_t i = 0; status == FZZF_OK && unit != NULL && i < list->count;
         i++)
        if (!lies_below(field(list->items[i], CANDIDATE_UNIT), unit))
            status =
                fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_UNIT_ELSEWHERE,
                             &list->items[i]->place,
                             field(list->items[i], CANDIDATE_DECLARATION),
                             field(list->items[i], CANDIDATE_UNIT), unit, NULL);
    return status;
}

static fzzf_status check_level(const fzzf_record *recommendation,
                               const fzzf_record *earlier, fzzf_diags *diags)
{
    const char *level = field(recommendation, RECOMMENDATION_LEVEL);
    const char *below = field(earlier, RECOMMENDATION_LEVEL);
    const int upper = fzzf__word_find(&fzzf__level_words, level);
    const int lower = fzzf__word_find(&fzzf__level_words, below);

    /* Counties directly below a province have no city between. */
    if (lower == upper - 1 ||
        (strcmp(level, "province") == 0 && strcmp(below, "county") == 0))
        return FZZF_OK;
    return fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_NOT_FROM_BELOW,
                        &earlier->place, field(earlier, RECOMMENDATION_ID),
                        below, level, fzzf__word(&fzzf__level_words, upper - 1),
                        NULL);
}

/* What the level below decided later can be no ground of this decision. */
static fzzf_status check_day(const fzzf_record *recommendation,
                             const fzzf_record *earlier, fzzf_diags *diags)
{
    const char *day = field(recommendation, RECOMMENDATION_DAY);
    const char *before = field(earlier, RECOMMENDATION_DAY);

    if (day == NULL || before == NULL || strcmp(before, day) <= 0)
        return FZZF_OK;
    return fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_BELOW_LATER,
                        &earlier->place, field(earlier, RECOMMENDATION_ID),
                        before, day, NULL);
}

fzzf_status fzzf__from_below(const fzzf_record *recommendation,
                             const fzzf_record *earlier, fzzf_diags *diags)
{
    const fzzf_status status = check_level(recommendation, earlier, diags);

    return status != FZZF_OK ? status
                             : check_day(recommendation, earlier, diags);
}
