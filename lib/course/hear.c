/* SPDX-License-Identifier: Apache-2.0 */
/* Publicity of candidates: its days, and the objections that it brought. */

#include <string.h>

#include "course/bars.h"
#include "fzzf/course.h"
#include "model/kinds_centre.h"

struct hearing {
    fzzf_diags *diags;
    const struct fzzf_record *batch, *objections, *candidates;
    const char *day;
    char first[16], last[16];    /* both count */
    struct fzzf_record **sorted; /* the objections, by id */
};

static const char *field(const struct fzzf_record *record, size_t number)
{
    return fzzf__record_value(record, number);
}

static const struct fzzf_record *publicity_of(const struct fzzf_record *batch)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(batch, BATCH_PHASES);

    for (size_t i = 0; i < list->count; i++)
        if (fzzf__word_find(&fzzf__phase_words,
                            field(list->items[i], PHASE_KIND)) ==
            FZZF__PHASE_PUBLICITY)
            return list->items[i];
    return NULL;
}

/* The days from the phase's first on: as many as the batch says, or to the
 * phase's last. */
static fzzf_status find_days(struct hearing *hearing)
{
    const struct fzzf_record *phase = publicity_of(hearing->batch);
    const char *days = field(hearing->batch, BATCH_PUBLICITY_DAYS);
    long first = 0, last = 0, counted = 0;
    size_t count = 0;
    const bool begins =
        phase != NULL && fzzf__date_parse(field(phase, PHASE_FROM), &first);
    const bool ends =
        phase != NULL && fzzf__date_parse(field(phase, PHASE_TO), &last);
    const bool counts = fzzf__size_value(days, &count);

    counted = first + (long)count - 1;
    if (!begins || (!ends && !counts))
        return fzzf__report(hearing->diags, FZZF_E_REFERENCE,
                            FZZF__F_PUBLICITY_UNKNOWN, &hearing->batch->place,
                            field(hearing->batch, BATCH_ID), NULL);
    fzzf__date_format(first, hearing->first);
    fzzf__date_format(ends ? last : counted, hearing->last);
    return FZZF_OK;
}

/* Whether the document is judged on a day after the publicity. */
static fzzf_status check_day(struct hearing *hearing,
                             const struct fzzf_record *candidates)
{
    if (hearing->day == NULL)
        return fzzf__report(hearing->diags, FZZF_E_REFERENCE,
                            FZZF__F_NO_JUDGING_DAY, &candidates->place, NULL);
    if (strcmp(hearing->day, hearing->last) > 0)
        return FZZF_OK;
    return fzzf__report(hearing->diags, FZZF_E_REFERENCE,
                        FZZF__F_PUBLICITY_RUNS, &candidates->place,
                        hearing->first, hearing->last, hearing->day, NULL);
}

static bool counts(const struct hearing *hearing,
                   const struct fzzf_record *objection)
{
    const char *at = field(objection, OBJECTION_AT);

    return strcmp(at, hearing->first) >= 0 && strcmp(at, hearing->last) <= 0;
}

static bool concerns(const struct fzzf_record *objection,
                     const struct fzzf_record *candidate)
{
    const char *declaration = field(objection, OBJECTION_DECLARATION);

    return strcmp(field(objection, OBJECTION_UNIT),
                  field(candidate, CANDIDATE_UNIT)) == 0 &&
           (declaration == NULL ||
            strcmp(declaration, field(candidate, CANDIDATE_DECLARATION)) == 0);
}

static bool concerns_any(const struct hearing *hearing,
                         const struct fzzf_record *objection)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(hearing->candidates, RECOMMENDATION_CANDIDATES);

    for (size_t i = 0; i < list->count; i++)
        if (concerns(objection, list->items[i]))
            return true;
    return false;
}

/* Objections that count come on one of the days, and are to a candidate. */
static fzzf_status check_objection(struct hearing *hearing,
                                   const struct fzzf_record *objection)
{
    const char *id = field(objection, OBJECTION_ID);

    if (!counts(hearing, objection))
        return fzzf__report(hearing->diags, FZZF_OK, FZZF__F_OUTSIDE_PUBLICITY,
                            &objection->place, id,
                            field(objection, OBJECTION_AT), hearing->first,
                            hearing->last, NULL);
    if (concerns_any(hearing, objection))
        return FZZF_OK;
    return fzzf__report(hearing->diags, FZZF_E_REFERENCE,
                        FZZF__F_OBJECTION_NO_CANDIDATE, &objection->place, id,
                        field(objection, OBJECTION_UNIT),
                        field(objection, OBJECTION_DECLARATION), NULL);
}

static fzzf_status check_objections(struct hearing *hearing)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(hearing->objections, OBJECTIONS_OBJECTIONS);
    fzzf_status status = FZZF_OK;

    for (size_t i = 0; i < list->count; i++) {
        const fzzf_status found = check_objection(hearing, list->items[i]);

        if (found != FZZF_OK)
            status = found;
    }
    return status;
}

/* Nothing of who objected, and nothing of the words. Gives whether it is open
 * on the day. */
static bool bar_by(const struct hearing *hearing,
                   const struct fzzf_record *objection,
                   struct fzzf_record *candidate)
{
    const char *settled = field(objection, OBJECTION_SETTLED);
    const bool open = settled == NULL || strcmp(settled, hearing->day) > 0;
    const struct fzzf__because arguments[] = {
        {field(objection, OBJECTION_ID), NULL, NULL},
        {field(objection, OBJECTION_AT), NULL, NULL},
        {settled, NULL, NULL},
        {field(objection, OBJECTION_BY), NULL, NULL}};

    if (open)
        fzzf__bar(candidate, arguments[0].value, FZZF_UNDETERMINED,
                  FZZF__BECAUSE_OBJECTION_OPEN, arguments, 2);
    else if (strcmp(field(objection, OBJECTION_OUTCOME), "upheld") == 0)
        fzzf__bar(candidate, arguments[0].value, FZZF_NO,
                  FZZF__BECAUSE_OBJECTION_UPHELD, arguments, 4);
    return open;
}

static void hear_one(const struct hearing *hearing,
                     struct fzzf_record *candidate)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(hearing->objections, OBJECTIONS_OBJECTIONS);
    size_t count = 0, open = 0;

    for (size_t i = 0; i < list->count; i++) {
        if (!counts(hearing, hearing->sorted[i]) ||
            !concerns(hearing->sorted[i], candidate))
            continue;
        count++;
        open += bar_by(hearing, hearing->sorted[i], candidate) ? 1 : 0;
    }
    fzzf__put_size(candidate, CANDIDATE_OBJECTIONS, count);
    fzzf__put_size(candidate, CANDIDATE_UNSETTLED, open);
}

fzzf_status fzzf_recommendation_hear(fzzf_record **out,
                                     const fzzf_record *candidates,
                                     const fzzf_record *objections,
                                     const fzzf_record *batch,
                                     fzzf_diags *diags)
{
    struct hearing hearing = {.diags = diags,
                              .batch = batch,
                              .objections = objections,
                              .candidates = candidates};
    const struct fzzf__record_list *list;
    struct fzzf_record *copy = NULL;
    fzzf_status status;

    if (out == NULL || batch == NULL)
        return FZZF_E_ARGUMENT;
    status = fzzf__bars_begin(&copy, candidates, objections,
                              &fzzf__kind_objections, batch, diags);
    if (status != FZZF_OK)
        return status;
    hearing.day = field(candidates, RECOMMENDATION_DAY);
    status = find_days(&hearing);
    if (status == FZZF_OK)
        status = check_day(&hearing, candidates);
    if (status == FZZF_OK)
        status = check_objections(&hearing);
    hearing.sorted = fzzf__sorted(
        &copy->document->arena,
        fzzf__record_list(objections, OBJECTIONS_OBJECTIONS), OBJECTION_ID);
    if (hearing.sorted == NULL)
        status = FZZF_E_MEMORY;
    list = fzzf__record_list(copy, RECOMMENDATION_CANDIDATES);
    for (size_t i = 0; i < list->count && status == FZZF_OK; i++)
        hear_one(&hearing, list->items[i]);
    return fzzf__bars_end(out, copy, status);
}
