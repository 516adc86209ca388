/* SPDX-License-Identifier: Apache-2.0 */
/* Checks a batch: phases, quotas, balances, ties and publicity hold together.
 */

#include <stdlib.h>
#include <string.h>

#include "model/checks.h"
#include "model/choice.h"
#include "model/kinds_batch.h"

#define PUBLICITY_MAX 366 /* days */

static const char *field(const struct fzzf_record *record, size_t number)
{
    return fzzf__record_value(record, number);
}

static const struct fzzf_record *find_phase(const struct fzzf_record *batch,
                                            const char *id)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(batch, BATCH_PHASES);

    for (size_t i = 0; i < list->count; i++)
        if (strcmp(field(list->items[i], PHASE_ID), id) == 0)
            return list->items[i];
    return NULL;
}

/* @record names the phase @id, which the batch does not have. */
static fzzf_status no_phase(const struct fzzf_record *batch,
                            const struct fzzf_record *record, const char *id,
                            fzzf_diags *diags)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(batch, BATCH_PHASES);
    struct fzzf__choice choice = {.count = 0};
    fzzf_status status;

    for (size_t i = 0; i < list->count; i++)
        fzzf__choice_add(&choice, field(list->items[i], PHASE_ID));
    status = fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_NO_PHASE,
                          &record->place, record->kind->name, id,
                          fzzf__choice_nearest(&choice, id), NULL);
    fzzf__choice_free(&choice);
    return status;
}

/* What @number of the phase is, where it has one. */
static bool read_number(fzzf__arena *arena, const struct fzzf_record *phase,
                        size_t number, fzzf__num *out)
{
    struct fzzf__amount amount;

    if (field(phase, number) == NULL ||
        !fzzf__amount_parse(arena, field(phase, number), &amount) ||
        amount.given != FZZF__GIVEN)
        return false;
    *out = amount.num;
    return true;
}

/* Floors and gates are on a scale from 0 to 100. */
static fzzf_status check_bound(fzzf__arena *arena,
                               const struct fzzf_record *phase, size_t number,
                               fzzf_diags *diags)
{
    fzzf__num bound;

    if (!read_number(arena, phase, number, &bound) ||
        (fzzf__num_sign(bound) >= 0 &&
         fzzf__num_compare(arena, bound, fzzf__num_int(100)) <= 0))
        return FZZF_OK;
    return fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_BOUND_BEYOND,
                        &phase->place, phase->kind->fields[number].name,
                        field(phase, number), field(phase, PHASE_ID), NULL);
}

static fzzf_status check_numbers(const struct fzzf_record *phase,
                                 fzzf_diags *diags)
{
    fzzf_status status = FZZF_OK;
    fzzf__arena arena;
    fzzf__num weight;

    fzzf__arena_init(&arena);
    if (read_number(&arena, phase, PHASE_WEIGHT, &weight) &&
        fzzf__num_sign(weight) < 0)
        status = fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_WEIGHT_NEGATIVE,
                              &phase->place, field(phase, PHASE_ID), NULL);
    status =
        fzzf__worse(status, check_bound(&arena, phase, PHASE_FLOOR, diags));
    status = fzzf__worse(status, check_bound(&arena, phase, PHASE_GATE, diags));
    status = fzzf__worse(status, arena.spoiled);
    fzzf__arena_free(&arena);
    return status;
}

/* A phase lies within another of the batch, and not at last within itself. */
static fzzf_status check_within(const struct fzzf_record *batch,
                                const struct fzzf_record *phase,
                                fzzf_diags *diags)
{
    const size_t count = fzzf__record_list(batch, BATCH_PHASES)->count;
    const struct fzzf_record *above = phase;

    for (size_t i = 0; field(above, PHASE_WITHIN) != NULL; i++) {
        const char *id = field(above, PHASE_WITHIN);
        const struct fzzf_record *next = find_phase(batch, id);

        if (next == NULL)
            return above == phase ? no_phase(batch, phase, id, diags) : FZZF_OK;
        if (i == count)
            return fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_PHASE_CIRCLE,
                                &phase->place, field(phase, PHASE_ID), NULL);
        above = next;
    }
    return FZZF_OK;
}

/* The publicity is as many days long as the batch says. */
static fzzf_status check_publicity(const struct fzzf_record *batch,
                                   const struct fzzf_record *phase,
                                   fzzf_diags *diags)
{
    const char *said = field(batch, BATCH_PUBLICITY_DAYS);
    const char *from = field(phase, PHASE_FROM), *to = field(phase, PHASE_TO);
    long first, last;

    if (fzzf__word_find(&fzzf__phase_words, field(phase, PHASE_KIND)) !=
            FZZF__PHASE_PUBLICITY ||
        said == NULL || strcmp(said, "unknown") == 0 ||
        !fzzf__date_parse(from, &first) || !fzzf__date_parse(to, &last) ||
        last < first || last - first + 1 == strtol(said, NULL, 10))
        return FZZF_OK;
    return fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_PUBLICITY_DIFFERS,
                        &phase->place, from, to, said, NULL);
}

static fzzf_status check_phase(const struct fzzf_record *batch,
                               const struct fzzf_record *phase,
                               fzzf_diags *diags)
{
    fzzf_status status = check_numbers(phase, diags);

    status = fzzf__worse(status, check_within(batch, phase, diags));
    status = fzzf__worse(status,
                         fzzf__check_days(phase, PHASE_FROM, PHASE_TO, diags));
    return fzzf__worse(status, check_publicity(batch, phase, diags));
}

/* Publicity takes from one day to a year. */
static fzzf_status check_length(const struct fzzf_record *batch,
                                fzzf_diags *diags)
{
    const char *said = field(batch, BATCH_PUBLICITY_DAYS);
    long days;

    if (said == NULL || strcmp(said, "unknown") == 0)
        return FZZF_OK;
    days = strtol(said, NULL, 10);
    if (days >= 1 && days <= PUBLICITY_MAX)
        return FZZF_OK;
    return fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_PUBLICITY_LENGTH,
                        &batch->place, said, NULL);
}

static bool same(const struct fzzf_record *one, const struct fzzf_record *other,
                 size_t number)
{
    return strcmp(field(one, number), field(other, number)) == 0;
}

/* What @balance demands at least, it or another of the same lets be at most. */
static fzzf_status check_balance(const struct fzzf_record *batch,
                                 const struct fzzf_record *balance,
                                 fzzf_diags *diags)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(batch, BATCH_BALANCES);
    const char *least = field(balance, BALANCE_LEAST);

    for (size_t i = 0; least != NULL && i < list->count; i++) {
        const struct fzzf_record *other = list->items[i];
        const char *most = field(other, BALANCE_MOST);

        if (most != NULL && same(balance, other, BALANCE_LEVEL) &&
            same(balance, other, BALANCE_TYPE) &&
            same(balance, other, BALANCE_BY) &&
            strtoll(least, NULL, 10) > strtoll(most, NULL, 10))
            return fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_BALANCE_BOUNDS,
                                &balance->place, least, most,
                                field(balance, BALANCE_BY), NULL);
    }
    return FZZF_OK;
}

/* A step by node or phase says of which; a phase is one of the batch. */
static fzzf_status check_tie(const struct fzzf_record *batch,
                             const struct fzzf_record *tie, fzzf_diags *diags)
{
    const char *by = field(tie, TIE_BY), *of = field(tie, TIE_OF);
    const bool phase = strcmp(by, "phase") == 0;

    if (of == NULL && (phase || strcmp(by, "node") == 0))
        return fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_TIE_OF,
                            &tie->place, field(tie, TIE_ORDER), by, NULL);
    return phase && find_phase(batch, of) == NULL
               ? no_phase(batch, tie, of, diags)
               : FZZF_OK;
}

static fzzf_status check_evidence(const struct fzzf_record *batch,
                                  const struct fzzf_record *evidence,
                                  fzzf_diags *diags)
{
    (void)batch;
    return fzzf__check_days(evidence, EVIDENCE_FROM, EVIDENCE_TO, diags);
}

/* A closed list of themes has some. */
static void look_at_themes(const struct fzzf_record *batch, fzzf_diags *diags)
{
    const char *open = field(batch, BATCH_THEMES_OPEN);

    if (open != NULL && strcmp(open, "no") == 0 &&
        fzzf__record_list(batch, BATCH_THEMES)->count == 0)
        (void)fzzf__report(diags, FZZF_OK, FZZF__F_THEMES_NONE, &batch->place,
                           NULL);
}

fzzf_status fzzf__check_batch(const struct fzzf_record *batch,
                              fzzf_diags *diags)
{
    static const struct {
        size_t part;
        fzzf__check_one check;
    } checks[] = {{BATCH_PHASES, check_phase},
                  {BATCH_BALANCES, check_balance},
                  {BATCH_TIES, check_tie},
                  {BATCH_EVIDENCE, check_evidence}};
    fzzf_status status = fzzf__check_days(batch, BATCH_FROM, BATCH_TO, diags);

    status = fzzf__worse(status, check_length(batch, diags));
    look_at_themes(batch, diags);
    for (size_t i = 0; i < sizeof checks / sizeof checks[0]; i++)
        status = fzzf__worse(status, fzzf__check_all(batch, checks[i].part,
                                                     checks[i].check, diags));
    return status;
}
