/* SPDX-License-Identifier: Apache-2.0 */
/* Builds and changes records call by call. */

#include <string.h>

#include "model/choice.h"
#include "model/conceal.h"
#include "model/record.h"

fzzf_status fzzf_record_new(fzzf_record **out, const fzzf_kind *kind)
{
    struct fzzf_record *record;

    if (out == NULL || kind == NULL || !kind->root)
        return FZZF_E_ARGUMENT;
    record = fzzf__record_new(kind);
    if (record == NULL)
        return FZZF_E_MEMORY;
    *out = record;
    return FZZF_OK;
}

/* What was read is no longer what is there: its digest would lie. */
static void changed(struct fzzf_record *record)
{
    record->document->input.sha256[0] = '\0';
    record->document->input.size = 0;
}

/* Reports @name, which @record has not: with the nearest, or with all. */
static fzzf_status refuse_name(const struct fzzf_record *record,
                               struct fzzf__choice *choice, const char *name,
                               const int findings[2], fzzf_diags *diags)
{
    const char *nearest = fzzf__choice_nearest(choice, name);

    fzzf__report(diags, FZZF_E_SCHEMA, findings[nearest == NULL],
                 &record->place, name, record->kind->name,
                 nearest != NULL ? nearest : fzzf__choice_list(choice), NULL);
    fzzf__choice_free(choice);
    return FZZF_E_SCHEMA;
}

static fzzf_status refuse_field(const struct fzzf_record *record,
                                const char *name, fzzf_diags *diags)
{
    static const int findings[] = {FZZF__F_UNKNOWN_ATTRIBUTE_NEAR,
                                   FZZF__F_UNKNOWN_ATTRIBUTE};
    struct fzzf__choice choice = {0};

    for (size_t i = 0; i < record->kind->field_count; i++)
        fzzf__choice_add(&choice, record->kind->fields[i].name);
    return refuse_name(record, &choice, name, findings, diags);
}

static fzzf_status refuse_part(const struct fzzf_record *record,
                               const char *name, fzzf_diags *diags)
{
    const int findings[] = {FZZF__F_UNKNOWN_ELEMENT_NEAR,
                            record->kind->part_count == 0
                                ? FZZF__F_NOTHING_INSIDE
                                : FZZF__F_UNKNOWN_ELEMENT};
    struct fzzf__choice choice = {0};

    for (size_t i = 0; i < record->kind->part_count; i++)
        fzzf__choice_add(&choice, record->kind->parts[i].kind->name);
    return refuse_name(record, &choice, name, findings, diags);
}

/* Why nothing is kept: there was no memory, or else it is no id. */
static fzzf_status settle(struct fzzf_record *record)
{
    fzzf__arena *arena = &record->document->arena;
    const fzzf_status status =
        arena->spoiled != FZZF_OK ? arena->spoiled : FZZF_E_SCHEMA;

    arena->spoiled = FZZF_OK;
    return status;
}

static fzzf_status refuse_value(struct fzzf_record *record,
                                const struct fzzf__field *field,
                                const char *value, int number,
                                fzzf_diags *diags)
{
    struct fzzf__choice choice = {0};
    const char *nearest = NULL;

    if (field->words != NULL)
        fzzf__choice_add_words(&choice, field->words);
    if (number == FZZF__F_BAD_WORD)
        nearest = fzzf__choice_nearest(&choice, value);
    fzzf__report(diags, FZZF_E_SCHEMA,
                 nearest != NULL ? FZZF__F_BAD_WORD_NEAR : number,
                 &record->place, field->name, value, record->kind->name,
                 nearest != NULL ? nearest : fzzf__choice_list(&choice), NULL);
    fzzf__choice_free(&choice);
    return FZZF_E_SCHEMA;
}

static fzzf_status refuse_text(const struct fzzf_record *record, int number,
                               fzzf_diags *diags)
{
    return fzzf__report(diags, FZZF_E_SCHEMA, number, &record->place,
                        record->kind->name, NULL);
}

void fzzf__record_put(struct fzzf_record *record, size_t field,
                      const char *value)
{
    record->values[field] = fzzf__arena_text(&record->document->arena, value);
}

/* The finding's number when @value is none for @field; 0 when it is. */
static int fault_of(const struct fzzf__field *field, const char *value)
{
    int code;

    if (!fzzf__is_xml_text(value))
        return FZZF__F_BAD_CHARACTERS;
    return fzzf__value_check(field->form, field->words, value, strlen(value),
                             &code);
}

fzzf_status fzzf_record_set(fzzf_record *record, const char *field,
                            const char *new_value, fzzf_diags *diags)
{
    const char *copy = new_value;
    size_t index;
    int number = 0;

    if (record == NULL || field == NULL)
        return FZZF_E_ARGUMENT;
    index = fzzf__kind_field(record->kind, field);
    if (index == FZZF__NO_INDEX)
        return refuse_field(record, field, diags);
    if (new_value != NULL)
        number = fault_of(&record->kind->fields[index], new_value);
    if (number == FZZF__F_BAD_CHARACTERS)
        return refuse_text(record, number, diags);
    if (number != 0)
        return refuse_value(record, &record->kind->fields[index], new_value,
                            number, diags);
    if (new_value != NULL)
        copy = fzzf__conceal_field(record, index, new_value, diags);
    if (copy != NULL && copy == new_value)
        copy = fzzf__arena_text(&record->document->arena, copy);
    if (copy == NULL && new_value != NULL)
        return settle(record);
    record->values[index] = copy;
    fzzf__conceal_repeats(record);
    if (record->document->arena.spoiled != FZZF_OK)
        return settle(record);
    changed(record);
    return FZZF_OK;
}

fzzf_status fzzf_record_set_text(fzzf_record *record, const char *text,
                                 fzzf_diags *diags)
{
    const char *copy;

    if (record == NULL || text == NULL)
        return FZZF_E_ARGUMENT;
    if (!record->kind->text)
        return refuse_text(record, FZZF__F_NO_TEXT_INSIDE, diags);
    if (!fzzf__is_xml_text(text))
        return refuse_text(record, FZZF__F_BAD_CHARACTERS, diags);
    if (strlen(text) > FZZF__TEXT_MAX)
        return refuse_text(record, FZZF__F_TEXT_TOO_LONG, diags);
    (void)fzzf__tell_identities(&record->place, FZZF__F_IDENTITY_NUMBER,
                                record->kind->name, text, diags);
    copy = fzzf__arena_text(&record->document->arena, text);
    if (copy == NULL)
        return settle(record);
    record->text = copy;
    changed(record);
    return FZZF_OK;
}

fzzf_status fzzf_record_add(fzzf_record **out, fzzf_record *record,
                            const char *part, fzzf_diags *diags)
{
    struct fzzf_record *added;
    size_t index;

    if (out == NULL || record == NULL || part == NULL)
        return FZZF_E_ARGUMENT;
    index = fzzf__kind_part(record->kind, part);
    if (index == FZZF__NO_INDEX)
        return refuse_part(record, part, diags);
    added = fzzf__record_append(record, index);
    record->document->arena.spoiled = FZZF_OK;
    if (added == NULL)
        return FZZF_E_MEMORY;
    changed(record);
    *out = added;
    return FZZF_OK;
}

int fzzf_record_remove(fzzf_record *record, const char *part, size_t index)
{
    struct fzzf__record_list *list;
    size_t row = FZZF__NO_INDEX;

    if (record != NULL && part != NULL)
        row = fzzf__kind_part(record->kind, part);
    if (row == FZZF__NO_INDEX || index >= record->parts[row].count)
        return 0;
    list = &record->parts[row];
    list->items[index]->parent = NULL;
    list->count--;
    memmove(&list->items[index], &list->items[index + 1],
            (list->count - index) * sizeof *list->items);
    changed(record);
    return 1;
}
