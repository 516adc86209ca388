/* SPDX-License-Identifier: Apache-2.0 */
/* Events of a history that a decision, or a register, says by itself. */

#include <string.h>

#include "course/reasons.h"
#include "fzzf/course.h"
#include "model/kinds_batch.h"
#include "model/kinds_history.h"
#include "model/kinds_recommendation.h"
#include "model/kinds_register.h"

struct entering {
    struct fzzf_record *history;
    fzzf_diags *diags;
};

static bool is_kind(const fzzf_record *record, const struct fzzf_kind *kind)
{
    return record != NULL && record->kind == kind;
}

static const char *value(const struct fzzf_record *record, size_t field)
{
    return fzzf__record_value(record, field);
}

/* Begins a history of @batch. */
static fzzf_status begin(struct entering *entering, const char *batch)
{
    entering->history = fzzf__record_new(&fzzf__kind_history);
    if (entering->history == NULL)
        return FZZF_E_MEMORY;
    fzzf__record_put(entering->history, HISTORY_BATCH, batch);
    return FZZF_OK;
}

static fzzf_status end(struct entering *entering, fzzf_record **out,
                       fzzf_status status)
{
    if (status == FZZF_OK)
        status = entering->history->document->arena.spoiled;
    if (status == FZZF_OK)
        *out = entering->history;
    else
        fzzf_record_unref(entering->history);
    return status;
}

static const char *join(struct entering *entering, const char *one,
                        const char *between, const char *other)
{
    const char *words[] = {one, between, other};

    return fzzf__filled(&entering->history->document->arena, "{0}{1}{2}", words,
                        3);
}

/* What happened to a declaration. */
struct happened {
    const char *of, *what; /* the id is "of.what" */
    const char *declaration, *unit, *at, *by, *level, *reason;
    enum fzzf__event type;
    size_t order; /* within the day */
};

static fzzf_status enter(struct entering *entering,
                         const struct happened *happened)
{
    struct fzzf_record *event =
        fzzf__record_append(entering->history, HISTORY_EVENTS);
    const char *id = join(entering, happened->of, ".", happened->what);
    fzzf_status status;

    if (event == NULL || id == NULL)
        return FZZF_E_MEMORY;
    fzzf__record_put(event, EVENT_DECLARATION, happened->declaration);
    fzzf__record_put(event, EVENT_UNIT, happened->unit);
    fzzf__record_put(event, EVENT_AT, happened->at);
    fzzf__put_size(event, EVENT_ORDER, happened->order);
    fzzf__record_put(event, EVENT_TYPE,
                     fzzf__word(&fzzf__event_words, (int)happened->type));
    fzzf__record_put(event, EVENT_LEVEL, happened->level);
    fzzf__record_put(event, EVENT_REASON, happened->reason);
    if (event->document->arena.spoiled != FZZF_OK)
        return FZZF_E_MEMORY;
    status = fzzf_record_set(event, "by", happened->by, entering->diags);
    return status != FZZF_OK
               ? status
               : fzzf_record_set(event, "id", id, entering->diags);
}

/* Whether a history has ended the way of @candidate already, or gone on. */
static bool was_over(const struct fzzf_record *candidate)
{
    static const enum fzzf__reason_code codes[] = {
        FZZF__BECAUSE_RETURNED,  FZZF__BECAUSE_WITHDRAWN,
        FZZF__BECAUSE_FAILED,    FZZF__BECAUSE_NOT_RECOMMENDED,
        FZZF__BECAUSE_NOT_NAMED, FZZF__BECAUSE_NAMING_REVOKED,
        FZZF__BECAUSE_OUTDATED};
    const struct fzzf__record_list *bars =
        fzzf__record_list(candidate, CANDIDATE_BARS);

    for (size_t i = 0; i < bars->count; i++)
        for (size_t j = 0; j < sizeof codes / sizeof codes[0]; j++)
            if (strcmp(value(bars->items[i], BAR_CODE),
                       fzzf__reason_name(codes[j])) == 0)
                return true;
    return false;
}

/* Why it was not chosen, in Chinese; NULL: nothing is said. */
static const char *reason_of(struct entering *entering,
                             const struct fzzf_record *candidate)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(candidate, CANDIDATE_REASONS);
    const char *reasons = NULL;

    for (size_t i = 0; i < list->count; i++) {
        const char *reason = value(list->items[i], REASON_ZH);

        reasons =
            reasons == NULL ? reason : join(entering, reasons, "；", reason);
    }
    return reasons;
}

/* The centre's choice is no naming: that is entered into the register. */
static fzzf_status enter_candidate(struct entering *entering,
                                   const struct fzzf_record *decision,
                                   const struct fzzf_record *candidate,
                                   const char *by)
{
    const char *level = value(decision, RECOMMENDATION_LEVEL);
    const char *chosen = value(candidate, CANDIDATE_CHOSEN);
    const bool centre = strcmp(level, "centre") == 0;
    const bool yes = chosen != NULL && strcmp(chosen, "yes") == 0;
    const struct happened happened = {
        .of = value(decision, RECOMMENDATION_ID),
        .what = value(candidate, CANDIDATE_DECLARATION),
        .declaration = value(candidate, CANDIDATE_DECLARATION),
        .unit = value(candidate, CANDIDATE_UNIT),
        .at = value(decision, RECOMMENDATION_DAY),
        .by = by,
        .level = centre ? NULL : level,
        .reason = yes ? NULL : reason_of(entering, candidate),
        .type = yes      ? FZZF__EVENT_RECOMMENDED
                : centre ? FZZF__EVENT_NOT_NAMED
                         : FZZF__EVENT_NOT_RECOMMENDED,
        .order = 1 + (size_t)fzzf__word_find(&fzzf__level_words, level)};

    return (centre && yes) || was_over(candidate) ? FZZF_OK
                                                  : enter(entering, &happened);
}

static fzzf_status check_decision(const struct fzzf_record *decision,
                                  fzzf_diags *diags)
{
    const char *open = value(decision, RECOMMENDATION_OPEN);

    if (open != NULL && strcmp(open, "0") == 0 &&
        value(decision, RECOMMENDATION_DAY) != NULL)
        return FZZF_OK;
    return fzzf__report(
        diags, FZZF_E_REFERENCE,
        open == NULL || strcmp(open, "0") != 0 ? FZZF__F_NOT_DECIDED
                                               : FZZF__F_DECISION_UNDATED,
        &decision->place, value(decision, RECOMMENDATION_ID), NULL);
}

fzzf_status fzzf_history_decided(fzzf_record **out, const fzzf_record *decision,
                                 const char *by, fzzf_diags *diags)
{
    struct entering entering = {.diags = diags};
    const struct fzzf__record_list *list;
    fzzf_status status;

    if (out == NULL || by == NULL ||
        !is_kind(decision, &fzzf__kind_recommendation))
        return FZZF_E_ARGUMENT;
    status = fzzf_record_check(decision, diags);
    if (status == FZZF_OK)
        status = check_decision(decision, diags);
    if (status == FZZF_OK)
        status = begin(&entering, value(decision, RECOMMENDATION_BATCH));
    if (status != FZZF_OK)
        return status;
    list = fzzf__record_list(decision, RECOMMENDATION_CANDIDATES);
    for (size_t i = 0; i < list->count && status == FZZF_OK; i++)
        status = enter_candidate(&entering, decision, list->items[i], by);
    return end(&entering, out, status);
}

/* The declaration that "batch.declaration" is of; NULL: that is no such id. */
static const char *declaration_of(const struct fzzf_record *naming,
                                  const char *batch)
{
    const char *id = value(naming, NAMING_ID);
    const size_t length = strlen(batch);

    return strncmp(id, batch, length) == 0 && id[length] == '.' &&
                   id[length + 1] != '\0'
               ? id + length + 1
               : NULL;
}

static fzzf_status enter_revocation(struct entering *entering,
                                    const struct fzzf_record *reg,
                                    struct happened happened)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(reg, REGISTER_REVOCATIONS);
    fzzf_status status = FZZF_OK;

    happened.what = "revoked";
    happened.type = FZZF__EVENT_REVOKED;
    happened.order++;
    for (size_t i = 0; i < list->count && status == FZZF_OK; i++) {
        const struct fzzf_record *revocation = list->items[i];

        if (strcmp(value(revocation, REVOCATION_NAMING), happened.of) != 0)
            continue;
        happened.at = value(revocation, REVOCATION_DATE);
        happened.by = value(revocation, REVOCATION_BY);
        happened.reason = value(revocation, REVOCATION_DETAIL);
        status = enter(entering, &happened);
    }
    return status;
}

static fzzf_status enter_naming(struct entering *entering,
                                const struct fzzf_record *reg,
                                const struct fzzf_record *naming)
{
    const struct happened happened = {
        .of = value(naming, NAMING_ID),
        .what = "named",
        .declaration = declaration_of(naming, value(naming, NAMING_BATCH)),
        .unit = value(naming, NAMING_UNIT),
        .at = value(naming, NAMING_DATE),
        .by = value(naming, NAMING_BY),
        .type = FZZF__EVENT_NAMED,
        .order = fzzf__level_words.count + 1};
    fzzf_status status;

    if (happened.declaration == NULL)
        return fzzf__report(entering->diags, FZZF_OK, FZZF__F_NAMING_OF_NOTHING,
                            &naming->place, happened.of,
                            value(naming, NAMING_BATCH), NULL);
    status = enter(entering, &happened);
    return status == FZZF_OK ? enter_revocation(entering, reg, happened)
                             : status;
}

fzzf_status fzzf_history_registered(fzzf_record **out, const fzzf_record *reg,
                                    const fzzf_record *batch, fzzf_diags *diags)
{
    struct entering entering = {.diags = diags};
    const struct fzzf__record_list *list;
    fzzf_status status;

    if (out == NULL || !is_kind(reg, &fzzf__kind_register) ||
        !is_kind(batch, &fzzf__kind_batch))
        return FZZF_E_ARGUMENT;
    status = fzzf_register_check(reg, diags);
    if (status == FZZF_OK)
        status = fzzf_record_check(batch, diags);
    if (status == FZZF_OK)
        status = begin(&entering, value(batch, BATCH_ID));
    if (status != FZZF_OK)
        return status;
    list = fzzf__record_list(reg, REGISTER_NAMINGS);
    for (size_t i = 0; i < list->count && status == FZZF_OK; i++)
        if (strcmp(value(list->items[i], NAMING_BATCH),
                   value(batch, BATCH_ID)) == 0)
            status = enter_naming(&entering, reg, list->items[i]);
    return end(&entering, out, status);
}
