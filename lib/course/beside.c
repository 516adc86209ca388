/* SPDX-License-Identifier: Apache-2.0 */
/* Bars whom a level's recommendation of an earlier type has chosen. */

#include "course/beside.h"

#include <string.h>

#include "course/bars.h"
#include "fzzf/course.h"
#include "model/kinds_batch.h"

bool fzzf__both_types(const struct fzzf_record *batch, bool open,
                      struct fzzf__against *out)
{
    const char *both = fzzf__record_value(batch, BATCH_BOTH_TYPES);
    const bool known = both != NULL && strcmp(both, "no") == 0;

    out->answer = known && !open ? FZZF_NO : FZZF_UNDETERMINED;
    out->code = !known ? FZZF__BECAUSE_BOTH_UNKNOWN
                : open ? FZZF__BECAUSE_BOTH_OPEN
                       : FZZF__BECAUSE_BOTH_TYPES;
    return both == NULL || strcmp(both, "yes") != 0;
}

static const char *value(const struct fzzf_record *record, size_t field)
{
    return fzzf__record_value(record, field);
}

static bool same(const struct fzzf_record *one, const struct fzzf_record *other,
                 size_t field)
{
    const char *a = value(one, field), *b = value(other, field);

    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

/* @beside is decided, by the same body. */
static fzzf_status check_beside(const struct fzzf_record *candidates,
                                const struct fzzf_record *beside,
                                fzzf_diags *diags)
{
    if (value(beside, RECOMMENDATION_OPEN) == NULL)
        return fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_NOT_DECIDED,
                            &beside->place, value(beside, RECOMMENDATION_ID),
                            NULL);
    if (same(beside, candidates, RECOMMENDATION_LEVEL) &&
        same(beside, candidates, RECOMMENDATION_UNIT))
        return FZZF_OK;
    return fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_BESIDE_OTHER,
                        &beside->place, value(beside, RECOMMENDATION_ID),
                        value(beside, RECOMMENDATION_LEVEL),
                        value(beside, RECOMMENDATION_UNIT),
                        value(candidates, RECOMMENDATION_LEVEL),
                        value(candidates, RECOMMENDATION_UNIT), NULL);
}

static int type_of(const struct fzzf_record *candidate)
{
    return fzzf__word_find(&fzzf__type_words, value(candidate, CANDIDATE_TYPE));
}

/* @other, which is @beside, has a place or may get one; so what does it say
 * against @candidate? Types are decided in their order. */
static fzzf_status bar(struct fzzf_record *candidate,
                       const struct fzzf_record *other,
                       const struct fzzf_record *batch, fzzf_diags *diags)
{
    const char *declaration = value(other, CANDIDATE_DECLARATION);
    const struct fzzf__because argument = {declaration, NULL, NULL};
    const bool open = strcmp(value(other, CANDIDATE_CHOSEN), "open") == 0;
    struct fzzf__against against;

    if (type_of(candidate) == type_of(other) ||
        !fzzf__both_types(batch, open, &against))
        return FZZF_OK;
    if (type_of(candidate) < type_of(other))
        return fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_BESIDE_EARLIER,
                            &other->place, value(other, CANDIDATE_UNIT),
                            declaration, value(other, CANDIDATE_TYPE),
                            value(candidate, CANDIDATE_TYPE), NULL);
    fzzf__bar(candidate, declaration, against.answer, against.code, &argument,
              1);
    return FZZF_OK;
}

static bool has_place(const struct fzzf_record *candidate)
{
    const char *chosen = value(candidate, CANDIDATE_CHOSEN);

    return chosen != NULL && strcmp(chosen, "no") != 0;
}

static fzzf_status bar_all(struct fzzf_record *copy,
                           const struct fzzf_record *beside,
                           const struct fzzf_record *batch, fzzf_diags *diags)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(copy, RECOMMENDATION_CANDIDATES);
    const struct fzzf__record_list *others =
        fzzf__record_list(beside, RECOMMENDATION_CANDIDATES);
    fzzf_status status = FZZF_OK;

    for (size_t i = 0; i < list->count && status == FZZF_OK; i++)
        for (size_t j = 0; j < others->count && status == FZZF_OK; j++)
            if (has_place(others->items[j]) &&
                same(list->items[i], others->items[j], CANDIDATE_UNIT))
                status = bar(list->items[i], others->items[j], batch, diags);
    return status;
}

fzzf_status fzzf_recommendation_beside(fzzf_record **out,
                                       const fzzf_record *candidates,
                                       const fzzf_record *beside,
                                       const fzzf_record *batch,
                                       fzzf_diags *diags)
{
    struct fzzf_record *copy = NULL;
    fzzf_status status;

    if (out == NULL || batch == NULL)
        return FZZF_E_ARGUMENT;
    status = fzzf__bars_begin(&copy, candidates, beside,
                              &fzzf__kind_recommendation, batch, diags);
    if (status != FZZF_OK)
        return status;
    status = check_beside(candidates, beside, diags);
    if (status == FZZF_OK)
        status = bar_all(copy, beside, batch, diags);
    return fzzf__bars_end(out, copy, status);
}
