/* SPDX-License-Identifier: Apache-2.0 */
/* Enters whom a decision has chosen into a register. */

#include <string.h>

#include "course/belongs.h"
#include "fzzf/course.h"
#include "model/register.h"
#include "model/kinds_batch.h"
#include "model/kinds_recommendation.h"

struct entering {
    struct fzzf_record *reg;
    const struct fzzf_record *batch, *decision;
    const char *by, *day;
    fzzf_diags *diags;
    struct fzzf__input input; /* before, as the two counts */
    size_t batch_count, naming_count;
};

static const char *title_for(const struct entering *entering, const char *type,
                             const char *level)
{
    const struct fzzf__record_list *awards =
        fzzf__record_list(entering->batch, BATCH_AWARDS);

    for (size_t i = 0; i < awards->count; i++)
        if (strcmp(fzzf__record_value(awards->items[i], AWARD_TYPE), type) ==
                0 &&
            strcmp(fzzf__record_value(awards->items[i], AWARD_LEVEL), level) ==
                0)
            return fzzf__record_value(awards->items[i], AWARD_TITLE);
    return NULL;
}

/* The id is "batch.declaration". */
static fzzf_status put_checked(const struct entering *entering,
                               struct fzzf_record *naming,
                               const char *declaration)
{
    const char *const words[] = {fzzf__record_value(entering->batch, BATCH_ID),
                                 declaration};
    fzzf__text text = {0};
    fzzf_status status = FZZF_E_MEMORY;

    fzzf__text_fill(&text, "{0}.{1}", words, 2);
    if (!text.failed)
        status = fzzf_record_set(naming, "id", text.bytes, entering->diags);
    fzzf__text_free(&text);
    return status != FZZF_OK
               ? status
               : fzzf_record_set(naming, "by", entering->by, entering->diags);
}

static fzzf_status name_one(const struct entering *entering,
                            const struct fzzf_record *chosen)
{
    const char *batch = fzzf__record_value(entering->batch, BATCH_ID);
    const char *type = fzzf__record_value(chosen, CANDIDATE_TYPE);
    const char *unit = fzzf__record_value(chosen, CANDIDATE_UNIT);
    const char *found = fzzf__level_of(unit);
    const char *level = found == NULL ? "county" : found;
    const char *title = title_for(entering, type, level);
    struct fzzf_record *naming;

    if (title == NULL)
        return fzzf__report(entering->diags, FZZF_E_REFERENCE, FZZF__F_NO_AWARD,
                            &entering->batch->place, batch, type, level, NULL);
    naming = fzzf__record_append(entering->reg, REGISTER_NAMINGS);
    if (naming == NULL)
        return FZZF_E_MEMORY;
    fzzf__record_put(naming, NAMING_UNIT, unit);
    fzzf__record_put(naming, NAMING_NAME,
                     fzzf__record_value(chosen, CANDIDATE_NAME));
    fzzf__record_put(naming, NAMING_TYPE, type);
    fzzf__record_put(naming, NAMING_LEVEL, level);
    fzzf__record_put(naming, NAMING_PROJECT,
                     fzzf__record_value(chosen, CANDIDATE_PROJECT));
    fzzf__record_put(naming, NAMING_TITLE, title);
    fzzf__record_put(naming, NAMING_BATCH, batch);
    fzzf__record_put(naming, NAMING_DATE, entering->day);
    if (entering->reg->document->arena.spoiled != FZZF_OK)
        return FZZF_E_MEMORY;
    return put_checked(entering, naming,
                       fzzf__record_value(chosen, CANDIDATE_DECLARATION));
}

/* The register knows by which day reports of the batch are due. */
static fzzf_status enter_batch(const struct entering *entering)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(entering->reg, REGISTER_BATCHES);
    const char *id = fzzf__record_value(entering->batch, BATCH_ID);
    const char *day = fzzf__record_value(entering->batch, BATCH_REPORT_DAY);
    struct fzzf_record *batch;

    day = day == NULL ? "unknown" : day;
    for (size_t i = 0; i < list->count; i++) {
        const char *there =
            fzzf__record_value(list->items[i], REGISTERED_BATCH_REPORT_DAY);

        if (strcmp(fzzf__record_value(list->items[i], REGISTERED_BATCH_ID),
                   id) != 0)
            continue;
        if (strcmp(there, day) == 0)
            return FZZF_OK;
        return fzzf__report(entering->diags, FZZF_E_REFERENCE,
                            FZZF__F_REPORT_DAY_DIFFERS, &list->items[i]->place,
                            id, there, day, NULL);
    }
    batch = fzzf__record_append(entering->reg, REGISTER_BATCHES);
    if (batch == NULL)
        return FZZF_E_MEMORY;
    fzzf__record_put(batch, REGISTERED_BATCH_ID, id);
    fzzf__record_put(batch, REGISTERED_BATCH_REPORT_DAY, day);
    return entering->reg->document->arena.spoiled;
}

/* Only the centre names, and not before it has decided. */
static fzzf_status check_deciding(const struct entering *entering)
{
    const struct fzzf_record *decision = entering->decision;
    const char *id = fzzf__record_value(decision, RECOMMENDATION_ID);
    const char *level = fzzf__record_value(decision, RECOMMENDATION_LEVEL);
    const char *decided = fzzf__record_value(decision, RECOMMENDATION_DAY);

    if (strcmp(level, "centre") != 0)
        return fzzf__report(entering->diags, FZZF_E_REFERENCE,
                            FZZF__F_NAMES_NOBODY, &decision->place, id, level,
                            NULL);
    if (decided != NULL && strcmp(entering->day, decided) < 0)
        return fzzf__report(entering->diags, FZZF_E_REFERENCE,
                            FZZF__F_NAMED_BEFORE, &decision->place, id, decided,
                            entering->day, NULL);
    return FZZF_OK;
}

/* The decision is whole, and of the batch. */
static fzzf_status check_decision(const struct entering *entering)
{
    const struct fzzf_record *decision = entering->decision;
    const char *open = fzzf__record_value(decision, RECOMMENDATION_OPEN);
    const fzzf_status status = fzzf__of_batch(
        decision, fzzf__record_value(decision, RECOMMENDATION_BATCH),
        fzzf__record_value(entering->batch, BATCH_ID), entering->diags);

    if (status != FZZF_OK)
        return status;
    if (open == NULL || strcmp(open, "0") != 0)
        return fzzf__report(entering->diags, FZZF_E_REFERENCE,
                            FZZF__F_NOT_DECIDED, &decision->place,
                            fzzf__record_value(decision, RECOMMENDATION_ID),
                            NULL);
    return check_deciding(entering);
}

static fzzf_status enter(const struct entering *entering)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(entering->decision, RECOMMENDATION_CANDIDATES);
    fzzf_status status = enter_batch(entering);

    for (size_t i = 0; i < list->count && status == FZZF_OK; i++) {
        const char *chosen =
            fzzf__record_value(list->items[i], CANDIDATE_CHOSEN);

        if (chosen != NULL && strcmp(chosen, "yes") == 0)
            status = name_one(entering, list->items[i]);
    }
    if (status == FZZF_OK)
        status = entering->reg->document->arena.spoiled;
    return status == FZZF_OK
               ? fzzf_register_check(entering->reg, entering->diags)
               : status;
}

/* Takes back what was entered when not all of it holds. */
static void settle(const struct entering *entering, fzzf_status status)
{
    struct fzzf_record *reg = entering->reg;

    reg->document->arena.spoiled = FZZF_OK;
    if (status != FZZF_OK) {
        reg->parts[REGISTER_BATCHES].count = entering->batch_count;
        reg->parts[REGISTER_NAMINGS].count = entering->naming_count;
        reg->document->input = entering->input;
    } else {
        reg->document->input.sha256[0] = '\0';
    }
}

fzzf_status fzzf_register_name(fzzf_record *reg, const fzzf_record *decision,
                               const fzzf_record *batch, const char *by,
                               const char *day, fzzf_diags *diags)
{
    struct entering entering = {.reg = reg,
                                .batch = batch,
                                .decision = decision,
                                .by = by,
                                .day = day,
                                .diags = diags};
    fzzf_status status;
    long days;

    if (reg == NULL || reg->kind != &fzzf__kind_register || batch == NULL ||
        batch->kind != &fzzf__kind_batch || decision == NULL ||
        decision->kind != &fzzf__kind_recommendation || by == NULL ||
        day == NULL)
        return FZZF_E_ARGUMENT;
    if (!fzzf__date_parse(day, &days))
        return fzzf__report(diags, FZZF_E_SCHEMA, FZZF__F_BAD_DATE, &reg->place,
                            "day", day, reg->kind->name, NULL);
    status = fzzf_record_check(reg, diags);
    if (status == FZZF_OK)
        status = fzzf_record_check(batch, diags);
    if (status == FZZF_OK)
        status = fzzf_record_check(decision, diags);
    if (status == FZZF_OK)
        status = check_decision(&entering);
    if (status != FZZF_OK)
        return status;
    entering.input = reg->document->input;
    entering.batch_count = reg->parts[REGISTER_BATCHES].count;
    entering.naming_count = reg->parts[REGISTER_NAMINGS].count;
    status = enter(&entering);
    settle(&entering, status);
    return status;
}
