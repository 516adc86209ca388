/* SPDX-License-Identifier: Apache-2.0 */
/* What the checks of several kinds share, and those of the smaller kinds. */

#include "model/checks.h"

#include <string.h>

#include "model/kinds_centre.h"
#include "model/kinds_exclusions.h"
#include "model/kinds_publicity.h"

fzzf_status fzzf__worse(fzzf_status status, fzzf_status other)
{
    return status == FZZF_OK || other == FZZF_E_MEMORY ? other : status;
}

fzzf_status fzzf__check_all(const struct fzzf_record *root, size_t part,
                            fzzf__check_one check, fzzf_diags *diags)
{
    const struct fzzf__record_list *list = fzzf__record_list(root, part);
    fzzf_status status = FZZF_OK;

    for (size_t i = 0; i < list->count; i++)
        status = fzzf__worse(status, check(root, list->items[i], diags));
    return status;
}

bool fzzf__days_cross(const char *earlier, const char *later)
{
    size_t length;

    if (earlier == NULL || later == NULL || strcmp(earlier, "unknown") == 0 ||
        strcmp(later, "unknown") == 0)
        return false;
    length = strlen(earlier) < strlen(later) ? strlen(earlier) : strlen(later);
    return strncmp(later, earlier, length) < 0;
}

fzzf_status fzzf__check_days(const struct fzzf_record *record, size_t earlier,
                             size_t later, fzzf_diags *diags)
{
    const char *from = fzzf__record_value(record, earlier);
    const char *to = fzzf__record_value(record, later);

    if (!fzzf__days_cross(from, to))
        return FZZF_OK;
    return fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_DAYS_CROSS,
                        &record->place, record->kind->name,
                        record->kind->fields[later].name, to,
                        record->kind->fields[earlier].name, from, NULL);
}

static fzzf_status check_exclusion(const struct fzzf_record *exclusions,
                                   const struct fzzf_record *decision,
                                   fzzf_diags *diags)
{
    const char *from = fzzf__record_value(decision, DECISION_FROM);
    const char *until = fzzf__record_value(decision, DECISION_UNTIL);

    (void)exclusions;
    if (!fzzf__days_cross(from, until))
        return FZZF_OK;
    return fzzf__report(
        diags, FZZF_E_REFERENCE, FZZF__F_EXCLUSION_CROSSED, &decision->place,
        fzzf__record_value(decision, DECISION_ID), from, until, NULL);
}

fzzf_status fzzf__check_exclusions(const struct fzzf_record *exclusions,
                                   fzzf_diags *diags)
{
    return fzzf__check_all(exclusions, EXCLUSIONS_DECISIONS, check_exclusion,
                           diags);
}

static fzzf__num number_of(fzzf__arena *arena, const struct fzzf_record *record,
                           size_t field)
{
    struct fzzf__amount amount = {.num = FZZF__ZERO};

    (void)fzzf__amount_parse(arena, fzzf__record_value(record, field), &amount);
    return amount.num;
}

/* A score lies between nothing and full marks. */
static fzzf_status check_score(const struct fzzf_record *scores,
                               const struct fzzf_record *score,
                               fzzf_diags *diags)
{
    fzzf_status status = FZZF_OK;
    fzzf__num value, full;
    fzzf__arena arena;

    (void)scores;
    fzzf__arena_init(&arena);
    value = number_of(&arena, score, SCORE_VALUE);
    full = number_of(&arena, score, SCORE_OUT_OF);
    if (fzzf__num_sign(value) < 0 || fzzf__num_sign(full) <= 0 ||
        fzzf__num_compare(&arena, value, full) > 0)
        status = fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_SCORE_BEYOND,
                              &score->place,
                              fzzf__record_value(score, SCORE_DECLARATION),
                              fzzf__record_value(score, SCORE_PHASE),
                              fzzf__record_value(score, SCORE_VALUE),
                              fzzf__record_value(score, SCORE_OUT_OF), NULL);
    status = arena.spoiled != FZZF_OK ? arena.spoiled : status;
    fzzf__arena_free(&arena);
    return status;
}

fzzf_status fzzf__check_phase_scores(const struct fzzf_record *scores,
                                     fzzf_diags *diags)
{
    return fzzf__check_all(scores, PHASE_SCORES_SCORES, check_score, diags);
}

/* A settlement says all of itself or nothing, and comes not before what it
 * settles. */
static fzzf_status check_settlement(const struct fzzf_record *objections,
                                    const struct fzzf_record *objection,
                                    fzzf_diags *diags)
{
    const char *id = fzzf__record_value(objection, OBJECTION_ID);
    const char *at = fzzf__record_value(objection, OBJECTION_AT);
    const char *settled = fzzf__record_value(objection, OBJECTION_SETTLED);
    const char *outcome = fzzf__record_value(objection, OBJECTION_OUTCOME);
    const char *by = fzzf__record_value(objection, OBJECTION_BY);

    (void)objections;
    if ((settled != NULL) != (outcome != NULL) ||
        (settled != NULL) != (by != NULL))
        return fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_HALF_SETTLED,
                            &objection->place, id, NULL);
    if (fzzf__days_cross(at, settled))
        return fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_SETTLED_BEFORE,
                            &objection->place, id, at, settled, NULL);
    return FZZF_OK;
}

fzzf_status fzzf__check_objections(const struct fzzf_record *objections,
                                   fzzf_diags *diags)
{
    return fzzf__check_all(objections, OBJECTIONS_OBJECTIONS, check_settlement,
                           diags);
}

/* No more can have heard of it than were asked. */
static fzzf_status check_tally(const struct fzzf_record *publicity,
                               const struct fzzf_record *tally,
                               fzzf_diags *diags)
{
    fzzf_status status = FZZF_OK;
    fzzf__arena arena;

    (void)publicity;
    fzzf__arena_init(&arena);
    if (fzzf__num_compare(&arena, number_of(&arena, tally, ASKED_AWARE),
                          number_of(&arena, tally, ASKED_ASKED)) > 0)
        status =
            fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_MORE_THAN_ALL,
                         &tally->place, fzzf__record_value(tally, ASKED_AWARE),
                         fzzf__record_value(tally, ASKED_ID),
                         fzzf__record_value(tally, ASKED_ASKED), NULL);
    status = arena.spoiled != FZZF_OK ? arena.spoiled : status;
    fzzf__arena_free(&arena);
    return status;
}

fzzf_status fzzf__check_publicity(const struct fzzf_record *publicity,
                                  fzzf_diags *diags)
{
    return fzzf__worse(
        fzzf__check_days(publicity, PUBLICITY_FROM, PUBLICITY_TO, diags),
        fzzf__check_all(publicity, PUBLICITY_TALLIES, check_tally, diags));
}
