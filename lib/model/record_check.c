/* SPDX-License-Identifier: Apache-2.0 */
/* Checks a record that was built: what is required, how often, keys. */

#include <string.h>

#include "base/names.h"
#include "model/record.h"

struct check {
    fzzf_diags *diags;
    fzzf_status status; /* of the first fault; memory goes before all */
};

static void fail(struct check *check, fzzf_status status)
{
    if (check->status == FZZF_OK || status == FZZF_E_MEMORY)
        check->status = status;
}

static void check_fields(struct check *check, const struct fzzf_record *record)
{
    const struct fzzf_kind *kind = record->kind;

    for (size_t i = 0; i < kind->field_count; i++)
        if (kind->fields[i].required && record->values[i] == NULL)
            fail(check, fzzf__report(check->diags, FZZF_E_SCHEMA,
                                     FZZF__F_MISSING_ATTRIBUTE, &record->place,
                                     kind->name, kind->fields[i].name, NULL));
}

static void check_count(struct check *check, const struct fzzf_record *record,
                        const struct fzzf__part *part, size_t count)
{
    fzzf__text bound = {0}, found = {0};
    const bool few = count < part->least;

    if (!few && (part->most == 0 || count <= part->most))
        return;
    fzzf__text_add_int(&bound, (long long)(few ? part->least : part->most));
    fzzf__text_add_int(&found, (long long)count);
    fail(check,
         fzzf__report(check->diags, FZZF_E_SCHEMA,
                      few ? FZZF__F_TOO_FEW : FZZF__F_TOO_MANY, &record->place,
                      part->kind->name, record->kind->name,
                      fzzf__argument(&bound), fzzf__argument(&found), NULL));
    fzzf__text_free(&bound);
    fzzf__text_free(&found);
}

/* "id@period" when both tell them apart; NULL: no key, or no memory. */
static const char *key_of(fzzf__arena *arena, const struct fzzf__part *part,
                          const struct fzzf_record *record)
{
    const char *first = record->values[part->key - 1];
    const char *second =
        part->second_key == 0 ? NULL : record->values[part->second_key - 1];
    fzzf__text text = {0};
    const char *key;

    if (first == NULL || second == NULL)
        return first;
    fzzf__text_add(&text, first);
    fzzf__text_add(&text, "@");
    fzzf__text_add(&text, second);
    if (text.failed)
        arena->spoiled = FZZF_E_MEMORY;
    key = text.failed ? NULL : fzzf__arena_text(arena, text.bytes);
    fzzf__text_free(&text);
    return key;
}

fzzf_status fzzf__record_check_keys(const struct fzzf__part *part,
                                    const struct fzzf__record_list *list,
                                    fzzf_diags *diags)
{
    fzzf_status status = FZZF_OK;
    fzzf__names seen = {NULL, 0, 0};
    fzzf__arena arena;

    fzzf__arena_init(&arena);
    for (size_t i = 0; i < list->count && status != FZZF_E_MEMORY; i++) {
        const char *key = key_of(&arena, part, list->items[i]);
        const int added = key == NULL ? 1 : fzzf__names_add(&seen, key, i);

        if (added == 0)
            status = fzzf__report(diags, FZZF_E_SCHEMA, FZZF__F_DUPLICATE_KEY,
                                  &list->items[i]->place, key, part->kind->name,
                                  NULL);
        if (added < 0 || arena.spoiled != FZZF_OK)
            status = FZZF_E_MEMORY;
    }
    fzzf__names_free(&seen);
    fzzf__arena_free(&arena);
    return status;
}

/* No kind holds itself, so this goes no deeper than the tables. */
static void check_record(struct check *check, const struct fzzf_record *record)
{
    check_fields(check, record);
    for (size_t i = 0; i < record->kind->part_count; i++) {
        const struct fzzf__part *part = &record->kind->parts[i];
        const struct fzzf__record_list *list = &record->parts[i];

        check_count(check, record, part, list->count);
        if (part->key != 0 && list->count > 1)
            fail(check, fzzf__record_check_keys(part, list, check->diags));
        for (size_t j = 0; j < list->count; j++)
            check_record(check, list->items[j]);
    }
}

fzzf_status fzzf_record_check(const fzzf_record *record, fzzf_diags *diags)
{
    struct check check = {.diags = diags, .status = FZZF_OK};

    if (record == NULL)
        return FZZF_E_ARGUMENT;
    check_record(&check, record);
    if (check.status == FZZF_OK && record->kind->check != NULL)
        return record->kind->check(record, diags);
    return check.status;
}
