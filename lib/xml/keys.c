/* SPDX-License-Identifier: Apache-2.0 */
/* Ids that must differ among the siblings of one element. */

#include <string.h>

#include "xml/reader.h"

#define FEW 8 /* that many are compared one by one */

static void report(struct fzzf__reader *reader, const char *name,
                   const struct fzzf__key *key, const struct fzzf__key *first)
{
    const fzzf__place place = reader->place;
    fzzf__text line = {0};

    fzzf__text_add_int(&line, first->line);
    reader->place.line = key->line;
    reader->place.column = key->column;
    FZZF__FAULT(reader, FZZF__F_DUPLICATE, key->text, name,
                fzzf__argument(&line));
    reader->place = place;
    fzzf__text_free(&line);
}

static void compare_each(struct fzzf__reader *reader, const char *name,
                         const struct fzzf__key *keys, size_t count)
{
    for (size_t i = 1; i < count; i++)
        for (size_t j = 0; j < i; j++)
            if (strcmp(keys[i].text, keys[j].text) == 0) {
                report(reader, name, &keys[i], &keys[j]);
                break;
            }
}

static void compare_by_table(struct fzzf__reader *reader, const char *name,
                             const struct fzzf__key *keys, size_t count)
{
    fzzf__names seen = {NULL, 0, 0};

    for (size_t i = 0; i < count; i++) {
        int added = fzzf__names_add(&seen, keys[i].text, i);

        if (added < 0)
            fzzf__reader_memory(reader);
        else if (added == 0)
            report(reader, name, &keys[i],
                   &keys[fzzf__names_find(&seen, keys[i].text)]);
    }
    fzzf__names_free(&seen);
}

/* Most come in their order, and then none is there twice. */
static bool ascend(const struct fzzf__key *keys, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (strcmp(keys[i - 1].text, keys[i].text) >= 0)
            return false;
    return true;
}

void fzzf__check_keys(struct fzzf__reader *reader, const char *name,
                      size_t from)
{
    const struct fzzf__key *keys = reader->keys.items;
    size_t count = reader->keys.count - from;

    if (!ascend(keys + from, count)) {
        if (count > FEW)
            compare_by_table(reader, name, keys + from, count);
        else
            compare_each(reader, name, keys + from, count);
    }
    reader->keys.count = from;
}

/* "id@period" when both tell them apart: no name holds an '@'. */
static const char *joined(struct fzzf__reader *reader, const char *id,
                          const char *period)
{
    const size_t length = strlen(id), more = strlen(period);
    char *text = fzzf__arena_alloc(reader->arena, length + more + 2);

    if (text == NULL)
        return NULL;
    memcpy(text, id, length);
    text[length] = '@';
    memcpy(text + length + 1, period, more);
    return text;
}

void fzzf__keep_key(struct fzzf__reader *reader,
                    const struct fzzf__child *child)
{
    const char *text = reader->values[child->key - 1];
    struct fzzf__key *key;

    if (text == NULL)
        return;
    if (child->second_key != 0 && reader->values[child->second_key - 1] != NULL)
        text = joined(reader, text, reader->values[child->second_key - 1]);
    else if (reader->passes)
        text = fzzf__attribute_keep(reader, text, strlen(text));
    if (text == NULL) {
        fzzf__reader_memory(reader);
        return;
    }
    key = fzzf__reader_push(reader, &reader->keys);
    if (key == NULL)
        return;
    key->text = text;
    key->line = reader->place.line;
    key->column = reader->place.column;
}
