/* SPDX-License-Identifier: Apache-2.0 */
/* Records: their life and what they are asked. */

#include "model/record.h"

#include <string.h>

#include "base/memory.h"
#include "base/options.h"

/* A record with nothing in it, in the document's arena. */
static struct fzzf_record *make(struct fzzf__record_document *document,
                                const struct fzzf_kind *kind)
{
    fzzf__arena *arena = &document->arena;
    struct fzzf_record *record = fzzf__arena_alloc(arena, sizeof *record);
    const char **values =
        fzzf__arena_alloc(arena, kind->field_count * sizeof *values);
    struct fzzf__record_list *parts =
        fzzf__arena_alloc(arena, kind->part_count * sizeof *parts);

    if (record == NULL || values == NULL || parts == NULL)
        return NULL;
    record->kind = kind;
    record->document = document;
    record->values = values;
    record->parts = parts;
    record->text = kind->text ? "" : NULL;
    return record;
}

struct fzzf_record *fzzf__record_new(const struct fzzf_kind *kind)
{
    struct fzzf__record_document *document = fzzf__calloc(1, sizeof *document);

    if (document == NULL)
        return NULL;
    atomic_init(&document->references, 1);
    fzzf__arena_init(&document->arena);
    document->input.role = kind->name;
    document->root = make(document, kind);
    if (document->root == NULL) {
        fzzf__arena_free(&document->arena);
        fzzf__free(document);
        return NULL;
    }
    return document->root;
}

/* Makes room for one more; false when there is no memory. */
static bool enlarge(fzzf__arena *arena, struct fzzf__record_list *list)
{
    const size_t capacity = list->capacity == 0 ? 4 : 2 * list->capacity;
    struct fzzf_record **items =
        fzzf__arena_alloc(arena, capacity * sizeof *items);

    if (items == NULL)
        return false;
    if (list->count > 0)
        memcpy(items, list->items, list->count * sizeof *items);
    list->items = items;
    list->capacity = capacity;
    return true;
}

struct fzzf_record *fzzf__record_append(struct fzzf_record *parent, size_t part)
{
    struct fzzf__record_list *list = &parent->parts[part];
    struct fzzf_record *record;

    if (list->count == list->capacity &&
        !enlarge(&parent->document->arena, list))
        return NULL;
    record = make(parent->document, parent->kind->parts[part].kind);
    if (record == NULL)
        return NULL;
    record->parent = parent;
    list->items[list->count++] = record;
    return record;
}

fzzf_record *fzzf_record_ref(fzzf_record *record)
{
    if (record != NULL)
        atomic_fetch_add(&record->document->references, 1);
    return record;
}

void fzzf_record_unref(fzzf_record *record)
{
    struct fzzf__record_document *document;

    if (record == NULL)
        return;
    document = record->document;
    if (atomic_fetch_sub(&document->references, 1) != 1)
        return;
    fzzf__arena_free(&document->arena);
    fzzf__free(document);
}

const fzzf_kind *fzzf_record_kind(const fzzf_record *record)
{
    return record == NULL ? NULL : record->kind;
}

int fzzf_record_describe(const fzzf_record *record, fzzf_record_view *view)
{
    fzzf_record_view now = {.size = sizeof now};

    if (record == NULL)
        return 0;
    now.text = record->text;
    now.file = record->place.file;
    now.line = record->place.line;
    now.column = record->place.column;
    if (record->document->input.sha256[0] != '\0')
        now.sha256 = record->document->input.sha256;
    return fzzf__view_write(view, &now, sizeof now);
}

const char *fzzf_record_get(const fzzf_record *record, const char *field)
{
    size_t index = FZZF__NO_INDEX;

    if (record != NULL && field != NULL)
        index = fzzf__kind_field(record->kind, field);
    return index == FZZF__NO_INDEX ? NULL : record->values[index];
}

static const struct fzzf__record_list none;

static const struct fzzf__record_list *list_of(const fzzf_record *record,
                                               const char *part)
{
    size_t index = FZZF__NO_INDEX;

    if (record != NULL && part != NULL)
        index = fzzf__kind_part(record->kind, part);
    return index == FZZF__NO_INDEX ? &none : &record->parts[index];
}

size_t fzzf_record_count(const fzzf_record *record, const char *part)
{
    return list_of(record, part)->count;
}

fzzf_record *fzzf_record_at(const fzzf_record *record, const char *part,
                            size_t index)
{
    const struct fzzf__record_list *list = list_of(record, part);

    return index < list->count ? list->items[index] : NULL;
}
