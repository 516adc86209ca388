/* SPDX-License-Identifier: Apache-2.0 */
/* Flattens documents into paths and values. */

#include "xml/rows.h"

#include <string.h>

#include "base/names.h"
#include "base/text.h"
#include "xml/pile.h"
#include "xml/stream.h"

/* An element that is open. */
struct level {
    size_t path;       /* bytes of the path to its parent */
    fzzf__names names; /* of children, with the number of their counter */
    bool told;         /* it gave a row, or a child will */
};

struct flattening {
    struct fzzf__stream stream;
    struct fzzf__rows *rows;
    struct fzzf__pile items, levels, counters;
    fzzf__names paths; /* of elements, with the number of their counter */
    fzzf__text path, text;
};

static void fail(struct flattening *flat)
{
    fzzf__stream_stop(&flat->stream, FZZF_E_MEMORY);
}

static void check_texts(struct flattening *flat)
{
    if (flat->path.failed || flat->text.failed ||
        flat->rows->arena.spoiled != FZZF_OK)
        fail(flat);
}

static void cut_path(struct flattening *flat, size_t length)
{
    flat->path.length = length;
    if (flat->path.bytes != NULL)
        flat->path.bytes[length] = '\0';
}

/* How many times @key came, this one included; 0: out of memory. */
static size_t count_one(struct flattening *flat, fzzf__names *names,
                        const char *key)
{
    size_t at = fzzf__names_find(names, key);
    size_t *counter;

    if (at != FZZF__NO_NAME) {
        counter = flat->counters.items;
        return ++counter[at];
    }
    at = flat->counters.count;
    counter = fzzf__pile_push(&flat->counters);
    key = fzzf__arena_text(&flat->rows->arena, key);
    if (counter == NULL || key == NULL || fzzf__names_add(names, key, at) < 0) {
        fail(flat);
        return 0;
    }
    return *counter = 1;
}

static void add_name(struct flattening *flat, const xmlChar *name,
                     const xmlChar *uri)
{
    if (uri != NULL && uri != flat->stream.own_namespace) {
        fzzf__text_add(&flat->path, "{");
        fzzf__text_add(&flat->path, (const char *)uri);
        fzzf__text_add(&flat->path, "}");
    }
    fzzf__text_add(&flat->path, (const char *)name);
}

static void add_row(struct flattening *flat, const char *value, size_t length)
{
    struct fzzf__row *row = fzzf__pile_push(&flat->items);

    if (row == NULL) {
        fail(flat);
        return;
    }
    check_texts(flat);
    if (flat->path.failed)
        return;
    row->path = fzzf__arena_textn(&flat->rows->arena, flat->path.bytes,
                                  flat->path.length);
    row->value = fzzf__arena_textn(&flat->rows->arena, value, length);
}

/* The attribute called @wanted without a namespace, or NULL. */
static const xmlChar *const *find_attribute(const struct fzzf__tag *tag,
                                            const char *wanted)
{
    const xmlChar *const *at = (const xmlChar *const *)tag->attributes;

    for (int i = 0; i < tag->attribute_count; i++, at += 5)
        if (at[1] == NULL && strcmp((const char *)at[0], wanted) == 0)
            return at;
    return NULL;
}

/* "[3.2.1]" by what the element is known by, else "[2]"; nothing for the root.
 */
static void add_key(struct flattening *flat, const struct fzzf__tag *tag,
                    size_t number)
{
    static const char *const names[] = {"id", "name", "node", "assessor"};
    const xmlChar *const *key = NULL;

    for (size_t i = 0; key == NULL && i < sizeof names / sizeof names[0]; i++)
        key = find_attribute(tag, names[i]);
    if (flat->levels.count == 0)
        return;
    fzzf__text_add(&flat->path, "[");
    if (key != NULL)
        fzzf__text_addn(&flat->path, (const char *)key[3],
                        (size_t)(key[4] - key[3]));
    else
        fzzf__text_add_int(&flat->path, (long long)number);
    fzzf__text_add(&flat->path, "]");
}

static void add_step(struct flattening *flat, const struct fzzf__tag *tag)
{
    struct level *parent = fzzf__pile_top(&flat->levels);
    size_t number = 1, times;

    if (parent != NULL) {
        fzzf__text_add(&flat->path, "/");
        number = count_one(flat, &parent->names, (const char *)tag->name);
    }
    add_name(flat, tag->name, tag->uri);
    add_key(flat, tag, number);
    if (flat->path.failed)
        return;
    times = count_one(flat, &flat->paths, flat->path.bytes);
    if (times > 1) {
        fzzf__text_add(&flat->path, "#");
        fzzf__text_add_int(&flat->path, (long long)times);
    }
}

/* A row of the element that is open. */
static void tell(struct flattening *flat, const char *value, size_t length)
{
    struct level *level = fzzf__pile_top(&flat->levels);

    level->told = true;
    add_row(flat, value, length);
}

/* Text that is not only white space is a value of its element. */
static void end_text(struct flattening *flat)
{
    fzzf__text *text = &flat->text;

    if (text->length > 0 && !text->failed &&
        strspn(text->bytes, " \t\r\n") < text->length)
        tell(flat, text->bytes, text->length);
    text->length = 0;
}

static void on_start(void *user, const struct fzzf__tag *tag)
{
    struct flattening *flat = user;
    const xmlChar *const *attribute = (const xmlChar *const *)tag->attributes;
    size_t parent = flat->path.length;
    struct level *level;
    size_t own;

    end_text(flat);
    level = fzzf__pile_top(&flat->levels);
    if (level != NULL)
        level->told = true;
    add_step(flat, tag);
    level = fzzf__pile_push(&flat->levels);
    if (level == NULL) {
        fail(flat);
        return;
    }
    level->path = parent;
    own = flat->path.length;
    for (int i = 0; i < tag->attribute_count; i++, attribute += 5) {
        fzzf__text_add(&flat->path, "/@");
        add_name(flat, attribute[0], attribute[2]);
        tell(flat, (const char *)attribute[3],
             (size_t)(attribute[4] - attribute[3]));
        cut_path(flat, own);
    }
    check_texts(flat);
}

static void on_end(void *user, const xmlChar *name, const xmlChar *prefix)
{
    struct flattening *flat = user;
    struct level *level = fzzf__pile_top(&flat->levels);

    (void)name, (void)prefix;
    end_text(flat);
    if (!level->told)
        add_row(flat, "", 0);
    cut_path(flat, level->path);
    fzzf__names_free(&level->names);
    flat->levels.count--;
}

static void on_text(void *user, const char *bytes, size_t length)
{
    struct flattening *flat = user;

    fzzf__text_addn(&flat->text, bytes, length);
    check_texts(flat);
}

static void release(struct flattening *flat)
{
    struct level *levels = flat->levels.items;

    for (size_t i = 0; i < flat->levels.count; i++)
        fzzf__names_free(&levels[i].names);
    fzzf__stream_free(&flat->stream);
    fzzf__pile_free(&flat->items);
    fzzf__pile_free(&flat->levels);
    fzzf__pile_free(&flat->counters);
    fzzf__names_free(&flat->paths);
    fzzf__text_free(&flat->path);
    fzzf__text_free(&flat->text);
}

fzzf_status fzzf__xml_rows(struct fzzf__rows *rows, const fzzf_source *source,
                           fzzf_diags *diags)
{
    static const struct fzzf__events events = {
        .start = on_start, .end = on_end, .text = on_text};
    struct flattening flat = {.stream = {.events = &events, .diags = diags},
                              .rows = rows,
                              .items = {.size = sizeof(struct fzzf__row)},
                              .levels = {.size = sizeof(struct level)},
                              .counters = {.size = sizeof(size_t)}};
    fzzf_status status;

    *rows = (struct fzzf__rows){.items = NULL};
    fzzf__arena_init(&rows->arena);
    flat.stream.user = &flat;
    status = fzzf__stream_read(&flat.stream, source);
    if (status == FZZF_OK)
        rows->items =
            fzzf__pile_take(&flat.items, 0, &rows->arena, &rows->count);
    if (status == FZZF_OK)
        status = rows->arena.spoiled;
    release(&flat);
    return status;
}

void fzzf__rows_free(struct fzzf__rows *rows)
{
    fzzf__arena_free(&rows->arena);
    rows->items = NULL;
    rows->count = 0;
}
