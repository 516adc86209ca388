/* SPDX-License-Identifier: Apache-2.0 */
/* Takes attributes by their table: which there are, and what form they have. */

#include <string.h>

#include "model/choice.h"
#include "xml/reader.h"

#define NONE ((size_t)-1)

#define SCHEMA_INSTANCE "http://www.w3.org/2001/XMLSchema-instance"

/* Attributes mostly come in the table's order, so the next row is tried first.
 */
static size_t find_row(const struct fzzf__bound *bound, const xmlChar *name,
                       size_t from)
{
    size_t count = bound->type->attribute_count;

    for (size_t i = from; i < count; i++)
        if (bound->attributes[i] == name)
            return i;
    for (size_t i = 0; i < from && i < count; i++)
        if (bound->attributes[i] == name)
            return i;
    return NONE;
}

static const char *element_name(struct fzzf__reader *reader)
{
    return fzzf__reader_top(reader)->name;
}

static void report_unknown(struct fzzf__reader *reader,
                           const struct fzzf__bound *bound,
                           const xmlChar *interned)
{
    const char *name = (const char *)interned;
    struct fzzf__choice choice = {0};
    const char *nearest;

    if (!fzzf__stream_name(&reader->stream, interned))
        return;

    for (size_t i = 0;
         i < bound->type->attribute_count && fzzf__reader_tells(reader); i++)
        fzzf__choice_add(&choice, bound->type->attributes[i].name);
    nearest = fzzf__choice_nearest(&choice, name);
    if (nearest != NULL)
        FZZF__FAULT(reader, FZZF__F_UNKNOWN_ATTRIBUTE_NEAR, name,
                    element_name(reader), nearest);
    else
        FZZF__FAULT(reader, FZZF__F_UNKNOWN_ATTRIBUTE, name,
                    element_name(reader), fzzf__choice_list(&choice));
    fzzf__choice_free(&choice);
}

bool fzzf__attribute_foreign(struct fzzf__reader *reader,
                             const xmlChar *const *attribute)
{
    const char *uri = (const char *)attribute[2];

    if (uri == NULL)
        return false;
    /* Where a validator finds the schema is nothing to us. */
    if (strcmp(uri, SCHEMA_INSTANCE) == 0 &&
        (xmlStrEqual(attribute[0], BAD_CAST "schemaLocation") ||
         xmlStrEqual(attribute[0], BAD_CAST "noNamespaceSchemaLocation")))
        return true;
    FZZF__FAULT(reader, FZZF__F_FOREIGN_ATTRIBUTE, (const char *)attribute[0],
                element_name(reader));
    return true;
}

static void report_word(struct fzzf__reader *reader, int number,
                        const struct fzzf__attribute *row, const char *text)
{
    struct fzzf__choice choice = {0};
    const char *nearest;

    if (fzzf__reader_tells(reader))
        fzzf__choice_add_words(&choice, row->words);
    nearest = fzzf__choice_nearest(&choice, text);
    if (number == FZZF__F_BAD_WORD && nearest != NULL)
        FZZF__FAULT(reader, FZZF__F_BAD_WORD_NEAR, row->name, text,
                    element_name(reader), nearest);
    else
        FZZF__FAULT(reader, number, row->name, text, element_name(reader),
                    fzzf__choice_list(&choice));
    fzzf__choice_free(&choice);
}

static void report_value(struct fzzf__reader *reader, int number,
                         const struct fzzf__attribute *row, const char *text)
{
    if (row->words != NULL)
        report_word(reader, number, row, text);
    else
        FZZF__FAULT(reader, number, row->name, text, element_name(reader));
}

const char *fzzf__attribute_keep(struct fzzf__reader *reader, const char *begin,
                                 size_t length)
{
    struct fzzf__store *room = &reader->kept;
    char *copy = room->at;

    if (length >= FZZF__STORE_SIZE / 4)
        return fzzf__arena_textn(reader->arena, begin, length);
    if (room->left <= length) {
        copy = fzzf__arena_alloc(reader->arena, FZZF__STORE_SIZE);
        if (copy == NULL)
            return NULL;
        room->left = FZZF__STORE_SIZE;
    }
    memcpy(copy, begin, length);
    copy[length] = '\0';
    room->at = copy + length + 1;
    room->left -= length + 1;
    return copy;
}

/* A word needs no copy: the table has it. */
static bool take_word(struct fzzf__reader *reader,
                      const struct fzzf__words *words, size_t index,
                      const char *begin, size_t length)
{
    for (size_t i = 0; i < words->count; i++) {
        const char *word = words->items[i];

        if (word != NULL && word[0] == *begin &&
            strncmp(word, begin, length) == 0 && word[length] == '\0') {
            reader->codes[index] = (int)i;
            reader->values[index] = word;
            return true;
        }
    }
    return false;
}

static void take(struct fzzf__reader *reader, const struct fzzf__attribute *row,
                 size_t index, const char *begin, size_t length)
{
    const char *text;
    int number;

    if (row->form == FZZF__FORM_WORD &&
        take_word(reader, row->words, index, begin, length))
        return;
    text = reader->passes ? begin : fzzf__attribute_keep(reader, begin, length);
    reader->values[index] = text;
    if (text == NULL)
        fzzf__reader_memory(reader);
    if (text == NULL ||
        (row->form == FZZF__FORM_TEXT && length <= FZZF__TEXT_MAX))
        return;
    number = fzzf__value_check(row->form, row->words, text, length,
                               &reader->codes[index]);
    if (number != 0)
        report_value(reader, number, row, text);
}

static void report_missing(struct fzzf__reader *reader,
                           const struct fzzf__type *type, uint32_t seen)
{
    for (size_t i = 0; i < type->attribute_count; i++)
        if (type->attributes[i].required && (seen >> i & 1) == 0)
            FZZF__FAULT(reader, FZZF__F_MISSING_ATTRIBUTE, element_name(reader),
                        type->attributes[i].name);
}

void fzzf__read_attributes(struct fzzf__reader *reader,
                           const struct fzzf__bound *bound,
                           const struct fzzf__tag *tag)
{
    const xmlChar *const *attribute = (const xmlChar *const *)tag->attributes;
    const struct fzzf__type *type = bound->type;
    uint32_t seen = 0;
    size_t row = NONE;

    reader->passes = type->passing != NULL && type->passing(reader);
    memset(reader->values, 0, type->attribute_count * sizeof(char *));
    memset(reader->codes, -1, type->attribute_count * sizeof(int));
    for (int i = 0; i < tag->attribute_count; i++, attribute += 5) {
        if (attribute[1] != NULL && fzzf__attribute_foreign(reader, attribute))
            continue;
        row = find_row(bound, attribute[0], row + 1);
        if (row == NONE) {
            report_unknown(reader, bound, attribute[0]);
            continue;
        }
        seen |= (uint32_t)1 << row;
        take(reader, &type->attributes[row], row, (const char *)attribute[3],
             (size_t)(attribute[4] - attribute[3]));
    }
    if ((seen & bound->required) != bound->required)
        report_missing(reader, type, seen);
}
