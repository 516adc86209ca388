/* SPDX-License-Identifier: Apache-2.0 */
/* Who is in the ranking: exclusions, eligibility, own declaration. */

#include <string.h>

#include "course/beside.h"
#include "course/evidence.h"
#include "course/recommend.h"
#include "fzzf/result.h"

static void because(struct fzzf__contender *contender,
                    enum fzzf__presence presence, enum fzzf__reason_code code,
                    const struct fzzf__because *arguments, size_t count)
{
    if (presence < contender->presence)
        contender->presence = presence;
    fzzf__because(contender->to, CANDIDATE_REASONS, code, arguments, count);
}

static const struct fzzf_record *find_exclusion(const struct fzzf_record *batch,
                                                const char *id)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(batch, BATCH_EXCLUSIONS);

    for (size_t i = 0; i < list->count; i++)
        if (strcmp(fzzf__record_value(list->items[i], EXCLUSION_ID), id) == 0)
            return list->items[i];
    return NULL;
}

/* Whether what bars from @from on lies in the last months of @exclusion. */
static bool is_recent(const struct fzzf_record *exclusion, const char *from,
                      const char *day)
{
    char oldest[FZZF__DAY_SIZE];
    size_t months;

    return !fzzf__size_value(fzzf__record_value(exclusion, EXCLUSION_MONTHS),
                             &months) ||
           !fzzf__months_before(day, months, oldest) ||
           strcmp(oldest, from) <= 0;
}

/* Days are written so that their order is that of texts; both ends count. Where
 * no end is stated, the months of the exclusion are the end. */
static bool is_in_force(const struct fzzf_record *batch,
                        const struct fzzf_record *decision, const char *day)
{
    const char *from = fzzf__record_value(decision, DECISION_FROM);
    const char *until = fzzf__record_value(decision, DECISION_UNTIL);

    if (strcmp(from, day) > 0 ||
        strcmp(fzzf__record_value(decision, DECISION_DATE), day) > 0)
        return false;
    if (until != NULL)
        return strcmp(day, until) <= 0;
    return is_recent(
        find_exclusion(batch, fzzf__record_value(decision, DECISION_EXCLUSION)),
        from, day);
}

static void exclude(struct fzzf__choosing *choosing,
                    struct fzzf__contender *contender,
                    const struct fzzf_record *decision)
{
    const struct fzzf_record *exclusion = find_exclusion(
        choosing->batch, fzzf__record_value(decision, DECISION_EXCLUSION));
    const bool ends = fzzf__record_value(decision, DECISION_UNTIL) != NULL;
    struct fzzf__because arguments[7] = {{NULL, NULL, NULL}};
    size_t count = 0, months;

    arguments[count++].value = fzzf__record_value(exclusion, EXCLUSION_ID);
    arguments[count++].value = fzzf__record_value(exclusion, EXCLUSION_TITLE);
    arguments[count++].value = fzzf__record_value(decision, DECISION_FROM);
    if (ends)
        arguments[count++].value = fzzf__record_value(decision, DECISION_UNTIL);
    arguments[count++].value = fzzf__record_value(decision, DECISION_BY);
    arguments[count++].value = fzzf__record_value(decision, DECISION_DATE);
    arguments[count++].value = fzzf__record_value(decision, DECISION_EVIDENCE);
    if (!ends && fzzf__size_value(
                     fzzf__record_value(exclusion, EXCLUSION_MONTHS), &months))
        arguments[count++].value =
            fzzf__record_value(exclusion, EXCLUSION_MONTHS);
    because(contender, FZZF__IS_OUT,
            ends ? FZZF__BECAUSE_EXCLUDED : FZZF__BECAUSE_EXCLUDED_OPEN_END,
            arguments, count);
}

static void check_exclusions(struct fzzf__choosing *choosing,
                             struct fzzf__contender *contender)
{
    const struct fzzf__record_list *list;
    const char *day = fzzf__record_value(choosing->given, RECOMMENDATION_DAY);

    if (choosing->exclusions == NULL)
        return;
    list = fzzf__record_list(choosing->exclusions, EXCLUSIONS_DECISIONS);
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(fzzf__record_value(choosing->decisions[i], DECISION_UNIT),
                   fzzf__record_value(contender->from, CANDIDATE_UNIT)) == 0 &&
            is_in_force(choosing->batch, choosing->decisions[i], day))
            exclude(choosing, contender, choosing->decisions[i]);
}

static void check_eligible(struct fzzf__contender *contender)
{
    const struct fzzf__record_list *bars =
        fzzf__record_list(contender->from, CANDIDATE_BARS);
    const char *eligible =
        fzzf__record_value(contender->from, CANDIDATE_ELIGIBLE);
    const bool open =
        strcmp(eligible, fzzf_answer_name(FZZF_UNDETERMINED)) == 0;
    struct fzzf__because bar = {eligible, NULL, NULL};

    if (strcmp(eligible, fzzf_answer_name(FZZF_YES)) == 0)
        return;
    for (size_t i = 0; i < bars->count; i++)
        if (strcmp(fzzf__record_value(bars->items[i], BAR_ANSWER), eligible) ==
            0) {
            bar.value = fzzf__record_value(bars->items[i], BAR_ID);
            bar.zh = fzzf__record_value(bars->items[i], BAR_ZH);
            bar.en = fzzf__record_value(bars->items[i], BAR_EN);
            because(contender, open ? FZZF__MAY_BE_IN : FZZF__IS_OUT,
                    open ? FZZF__BECAUSE_ELIGIBLE_OPEN
                         : FZZF__BECAUSE_NOT_ELIGIBLE,
                    &bar, 1);
        }
    if (bar.zh == NULL)
        because(contender, open ? FZZF__MAY_BE_IN : FZZF__IS_OUT,
                open ? FZZF__BECAUSE_ELIGIBLE_OPEN : FZZF__BECAUSE_NOT_ELIGIBLE,
                &bar, 1);
}

/* A decision names a case of the batch. */
static fzzf_status check_decision(const struct fzzf__choosing *choosing,
                                  const struct fzzf_record *decision)
{
    const char *id = fzzf__record_value(decision, DECISION_EXCLUSION);

    return find_exclusion(choosing->batch, id) != NULL
               ? FZZF_OK
               : fzzf__report(choosing->diags, FZZF_E_REFERENCE,
                              FZZF__F_NO_EXCLUSION, &decision->place, id,
                              fzzf__record_value(choosing->batch, BATCH_ID),
                              NULL);
}

/* Every decision holds, and there is a day to judge by. */
static fzzf_status check_decisions(struct fzzf__choosing *choosing)
{
    const struct fzzf__record_list *list;
    fzzf_status status = FZZF_OK;

    if (choosing->exclusions == NULL)
        return FZZF_OK;
    list = fzzf__record_list(choosing->exclusions, EXCLUSIONS_DECISIONS);
    if (list->count > 0 &&
        fzzf__record_value(choosing->given, RECOMMENDATION_DAY) == NULL)
        return fzzf__report(choosing->diags, FZZF_E_REFERENCE,
                            FZZF__F_NO_JUDGING_DAY, &choosing->given->place,
                            NULL);
    choosing->decisions = fzzf__sorted(&choosing->arena, list, DECISION_ID);
    if (choosing->decisions == NULL)
        return FZZF_E_MEMORY;
    for (size_t i = 0; i < list->count; i++) {
        const fzzf_status got = check_decision(choosing, list->items[i]);

        status = got == FZZF_OK ? status : got;
    }
    return status;
}

fzzf_status fzzf__gates(struct fzzf__choosing *choosing)
{
    const fzzf_status status = check_decisions(choosing);
    const char *body = fzzf__record_value(choosing->given, RECOMMENDATION_UNIT);

    for (size_t i = 0; i < choosing->count && status == FZZF_OK; i++) {
        struct fzzf__contender *contender = &choosing->contenders[i];

        contender->presence = FZZF__IS_IN;
        contender->own =
            body != NULL &&
            strcmp(fzzf__record_value(contender->from, CANDIDATE_UNIT), body) ==
                0;
        check_exclusions(choosing, contender);
        check_eligible(contender);
    }
    return status;
}

/* The level's own declaration, as the quota of the type says. */
static void check_own(struct fzzf__choosing *choosing,
                      struct fzzf__contender *contender)
{
    const char *own = fzzf__record_value(choosing->line, LINE_OWN);

    if (!contender->own || (own != NULL && strcmp(own, "counted") == 0))
        return;
    if (own != NULL && strcmp(own, "barred") == 0) {
        because(contender, FZZF__IS_OUT, FZZF__BECAUSE_OWN_BARRED, NULL, 0);
    } else if (own != NULL && strcmp(own, "outside") == 0) {
        contender->outside = true;
    } else {
        contender->own_unknown = true;
        because(contender, FZZF__MAY_BE_IN, FZZF__BECAUSE_OWN_UNKNOWN, NULL, 0);
    }
}

/* @earlier, of a type that was decided, has a place or may get one. */
static void check_both(struct fzzf__choosing *choosing,
                       struct fzzf__contender *contender,
                       const struct fzzf__contender *earlier)
{
    const struct fzzf__because argument = {
        fzzf__record_value(earlier->from, CANDIDATE_DECLARATION), NULL, NULL};
    struct fzzf__against against;

    if (fzzf__both_types(choosing->batch, earlier->chosen != FZZF__CHOSEN_YES,
                         &against))
        because(contender,
                against.answer == FZZF_NO ? FZZF__IS_OUT : FZZF__MAY_BE_IN,
                against.code, &argument, 1);
}

void fzzf__gates_of_type(struct fzzf__choosing *choosing)
{
    for (size_t i = choosing->first; i < choosing->end; i++) {
        struct fzzf__contender *contender = &choosing->contenders[i];

        check_own(choosing, contender);
        for (size_t j = 0; j < choosing->first; j++) {
            const struct fzzf__contender *earlier = &choosing->contenders[j];

            if (earlier->chosen != FZZF__CHOSEN_NO &&
                strcmp(fzzf__record_value(earlier->from, CANDIDATE_UNIT),
                       fzzf__record_value(contender->from, CANDIDATE_UNIT)) ==
                    0)
                check_both(choosing, contender, earlier);
        }
    }
}
