/* SPDX-License-Identifier: Apache-2.0 */
/* Which candidates of a type are balanced together, and within what bounds. */

#include <string.h>

#include "course/recommend.h"
#include "fzzf/codes.h"

static const char *province_of(fzzf__arena *arena, const char *unit)
{
    fzzf_division division = {.size = sizeof division};
    char code[sizeof division.code];

    if (!fzzf_division_read(unit, &division))
        return NULL;
    while (division.superior[0] != '\0') {
        memcpy(code, division.superior, sizeof code);
        if (!fzzf_division_read(code, &division))
            return NULL;
    }
    return fzzf__arena_text(arena, division.code);
}

static const char *parent_of(fzzf__arena *arena, const char *unit)
{
    fzzf_division division = {.size = sizeof division};

    if (!fzzf_division_read(unit, &division) || division.superior[0] == '\0')
        return NULL;
    return fzzf__arena_text(arena, division.superior);
}

/* Whether @name is one of the names in @list. */
static bool names(const char *list, const char *name)
{
    const size_t length = strlen(name);

    for (const char *at = list; at != NULL && *at != '\0';) {
        const size_t span = strcspn(at, " ");

        if (span == length && strncmp(at, name, length) == 0)
            return true;
        at += span + (at[span] == ' ' ? 1 : 0);
    }
    return false;
}

/* What @balance knows the candidate by; NULL: it does not concern it. *fault:
 * it should, but the unit's code does not tell. */
static const char *key_of(struct fzzf__choosing *choosing,
                          const struct fzzf_record *balance,
                          const struct fzzf_record *candidate, bool *fault)
{
    const char *by = fzzf__record_value(balance, BALANCE_BY);
    const char *unit = fzzf__record_value(candidate, CANDIDATE_UNIT);
    const char *key;

    if (strcmp(by, "parent") != 0 && strcmp(by, "province") != 0)
        return names(fzzf__record_value(candidate, CANDIDATE_GROUPS), by)
                   ? by
                   : NULL;
    key = strcmp(by, "parent") == 0 ? parent_of(&choosing->arena, unit)
                                    : province_of(&choosing->arena, unit);
    *fault = key == NULL && choosing->arena.spoiled == FZZF_OK;
    return key;
}

/* The class that @balance knows by @name, new when there is none. */
static size_t class_called(struct fzzf__choosing *choosing,
                           const struct fzzf_record *balance, const char *name)
{
    struct fzzf__class *classes = choosing->classes;
    const size_t count = choosing->class_count;

    for (size_t i = 1; i < count; i++)
        if (strcmp(classes[i].name, name) == 0)
            return i;
    classes[count] = (struct fzzf__class){
        name, fzzf__class_said(choosing, balance, name), 0, FZZF__NO_INDEX};
    choosing->class_count++;
    return count;
}

static void tighten(struct fzzf__class *class,
                    const struct fzzf_record *balance)
{
    size_t bound;

    if (fzzf__size_value(fzzf__record_value(balance, BALANCE_LEAST), &bound) &&
        bound > class->least)
        class->least = bound;
    if (fzzf__size_value(fzzf__record_value(balance, BALANCE_MOST), &bound) &&
        bound < class->most)
        class->most = bound;
}

static fzzf_status place(struct fzzf__choosing *choosing,
                         struct fzzf__contender *contender,
                         const struct fzzf_record *balance)
{
    bool fault = false;
    const char *key = key_of(choosing, balance, contender->from, &fault);
    const char *by = fzzf__record_value(balance, BALANCE_BY);
    const char *declaration =
        fzzf__record_value(contender->from, CANDIDATE_DECLARATION);
    size_t found;

    if (fault)
        return fzzf__report(choosing->diags, FZZF_E_REFERENCE,
                            FZZF__F_BALANCE_UNKNOWN, &contender->from->place,
                            declaration, by, NULL);
    if (key == NULL)
        return choosing->arena.spoiled;
    found = class_called(choosing, balance, key);
    if (contender->class_index != 0 && contender->class_index != found)
        return fzzf__report(
            choosing->diags, FZZF_E_REFERENCE, FZZF__F_BALANCE_CROSSED,
            &balance->place, declaration,
            choosing->classes[contender->class_index].name, key, NULL);
    contender->class_index = found;
    tighten(&choosing->classes[found], balance);
    return FZZF_OK;
}

static bool concerns(const struct fzzf__choosing *choosing,
                     const struct fzzf_record *balance)
{
    return strcmp(fzzf__record_value(balance, BALANCE_LEVEL),
                  fzzf__record_value(choosing->given, RECOMMENDATION_LEVEL)) ==
               0 &&
           fzzf__word_find(&fzzf__type_words,
                           fzzf__record_value(balance, BALANCE_TYPE)) ==
               choosing->type &&
           (fzzf__record_value(balance, BALANCE_LEAST) != NULL ||
            fzzf__record_value(balance, BALANCE_MOST) != NULL);
}

static fzzf_status place_all(struct fzzf__choosing *choosing,
                             const struct fzzf_record *balance)
{
    fzzf_status status = FZZF_OK;

    for (size_t i = choosing->first; i < choosing->end && status == FZZF_OK;
         i++)
        if (choosing->contenders[i].presence != FZZF__IS_OUT &&
            !choosing->contenders[i].outside)
            status = place(choosing, &choosing->contenders[i], balance);
    return status;
}

/* Warns of a group that no candidate is in, be it ranked or not. */
static void find_anybody(struct fzzf__choosing *choosing,
                         const struct fzzf_record *balance)
{
    const char *by = fzzf__record_value(balance, BALANCE_BY);
    bool fault = false;

    for (size_t i = choosing->first; i < choosing->end; i++)
        if (key_of(choosing, balance, choosing->contenders[i].from, &fault) !=
                NULL ||
            fault)
            return;
    if (choosing->first < choosing->end)
        (void)fzzf__report(choosing->diags, FZZF_OK, FZZF__F_BALANCE_NOBODY,
                           &balance->place, by,
                           fzzf__word(&fzzf__type_words, choosing->type), NULL);
}

fzzf_status fzzf__balance(struct fzzf__choosing *choosing)
{
    const struct fzzf__record_list *balances =
        fzzf__record_list(choosing->batch, BATCH_BALANCES);
    fzzf_status status = FZZF_OK;

    choosing->classes = fzzf__arena_alloc(
        &choosing->arena,
        (choosing->end - choosing->first + 1) * sizeof *choosing->classes);
    choosing->counts = fzzf__arena_alloc(&choosing->arena,
                                         (choosing->end - choosing->first + 1) *
                                             sizeof *choosing->counts);
    choosing->balances = fzzf__sorted(&choosing->arena, balances, BALANCE_BY);
    if (choosing->classes == NULL || choosing->counts == NULL ||
        choosing->balances == NULL)
        return FZZF_E_MEMORY;
    choosing->classes[0].most = FZZF__NO_INDEX;
    choosing->class_count = 1;
    for (size_t i = 0; i < balances->count && status == FZZF_OK; i++) {
        if (!concerns(choosing, choosing->balances[i]))
            continue;
        find_anybody(choosing, choosing->balances[i]);
        status = place_all(choosing, choosing->balances[i]);
    }
    return status;
}
