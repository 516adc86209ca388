/* SPDX-License-Identifier: Apache-2.0 */
/* What other documents of a batch say against candidates. */

#include "course/bars.h"

#include <string.h>

#include "course/belongs.h"
#include "model/words.h"

static bool is_kind(const fzzf_record *record, const struct fzzf_kind *kind)
{
    return record != NULL && record->kind == kind;
}

fzzf_status fzzf__bars_begin(struct fzzf_record **copy,
                             const fzzf_record *candidates,
                             const fzzf_record *document,
                             const struct fzzf_kind *kind,
                             const fzzf_record *batch, fzzf_diags *diags)
{
    const char *of;
    fzzf_status status;

    if (!is_kind(candidates, &fzzf__kind_recommendation) ||
        !is_kind(document, kind) ||
        (batch != NULL && !is_kind(batch, &fzzf__kind_batch)))
        return FZZF_E_ARGUMENT;
    status = fzzf_record_check(candidates, diags);
    if (status == FZZF_OK)
        status = fzzf_record_check(document, diags);
    if (status == FZZF_OK && batch != NULL)
        status = fzzf_record_check(batch, diags);
    if (status != FZZF_OK)
        return status;
    of = fzzf__record_value(candidates, RECOMMENDATION_BATCH);
    status =
        fzzf__of_batch(document, fzzf_record_get(document, "batch"), of, diags);
    if (status == FZZF_OK && batch != NULL)
        status = fzzf__of_batch(candidates, of,
                                fzzf__record_value(batch, BATCH_ID), diags);
    if (status != FZZF_OK)
        return status;
    *copy = fzzf__record_new(&fzzf__kind_recommendation);
    if (*copy == NULL)
        return FZZF_E_MEMORY;
    fzzf__record_copy(*copy, candidates);
    status = (*copy)->document->arena.spoiled;
    if (status != FZZF_OK)
        fzzf_record_unref(*copy);
    return status;
}

fzzf_status fzzf__bars_end(fzzf_record **out, struct fzzf_record *copy,
                           fzzf_status status)
{
    if (status == FZZF_OK)
        status = copy->document->arena.spoiled;
    if (status == FZZF_OK)
        *out = copy;
    else
        fzzf_record_unref(copy);
    return status;
}

void fzzf__bar(struct fzzf_record *candidate, const char *id,
               fzzf_answer answer, enum fzzf__reason_code code,
               const struct fzzf__because *arguments, size_t count)
{
    struct fzzf_record *bar = fzzf__record_append(candidate, CANDIDATE_BARS);
    const char *eligible = fzzf__record_value(candidate, CANDIDATE_ELIGIBLE);
    const char *said = fzzf_answer_name(answer);

    if (bar == NULL || eligible == NULL) /* memory ran out */
        return;
    fzzf__record_put(bar, BAR_ID, id);
    fzzf__record_put(bar, BAR_ANSWER, said);
    fzzf__say(bar, BAR_CODE, code, arguments, count);
    if (answer == FZZF_NO || strcmp(eligible, fzzf_answer_name(FZZF_YES)) == 0)
        fzzf__record_put(candidate, CANDIDATE_ELIGIBLE, said);
}
