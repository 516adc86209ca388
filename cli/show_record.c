/* SPDX-License-Identifier: Apache-2.0 */
/* Any record document as table, JSON, CSV or XML. */
#include "show_record.h"

#include <string.h>

#include "message.h"
#include "record_csv.h"
#include "result_json.h"
#include "show.h"
#include "table.h"

#define LEVELS_MAX 8 /* no document is that deep */

/* Which records a table shows: the names of the parts that lead to them. */
struct path {
    const char *parts[LEVELS_MAX];
    size_t depth;
};

/* The columns of a table: fields that any of its records has. */
struct columns {
    const fzzf_kind *kind;
    bool used[TABLE_COLUMNS];
    bool text;
    bool parent; /* the first says which record they stand in */
    char align[TABLE_COLUMNS + 1];
};

typedef void (*visit_fn)(void *user, const fzzf_record *record,
                         const fzzf_record *parent);

static void visit(const fzzf_record *record, const struct path *path,
                  size_t level, visit_fn take, void *user)
{
    const char *const part = path->parts[level];
    const size_t count = fzzf_record_count(record, part);
    size_t i;

    for (i = 0; i < count; i++) {
        const fzzf_record *const inside = fzzf_record_at(record, part, i);

        if (level + 1 == path->depth)
            take(user, inside, record);
        else
            visit(inside, path, level + 1, take, user);
    }
}

static void find_columns(void *user, const fzzf_record *record,
                         const fzzf_record *parent)
{
    struct columns *const columns = user;
    fzzf_record_view view = {.size = sizeof view};
    fzzf_field field = {.size = sizeof field};
    size_t i;

    (void)parent;
    columns->kind = fzzf_record_kind(record);
    for (i = 0; fzzf_kind_field(columns->kind, i, &field) != 0; i++)
        if (fzzf_record_get(record, field.name) != NULL)
            columns->used[i] = true;
    (void)fzzf_record_describe(record, &view);
    if (view.text != NULL && *view.text != '\0')
        columns->text = true;
}

struct showing {
    struct cli *cli;
    struct columns columns;
    struct table table;
};

static void add_row(void *user, const fzzf_record *record,
                    const fzzf_record *parent)
{
    struct showing *const showing = user;
    fzzf_record_view view = {.size = sizeof view};
    fzzf_field field = {.size = sizeof field};
    size_t i;

    if (showing->columns.parent)
        table_cell(&showing->table, record_known_as(parent));
    for (i = 0; fzzf_kind_field(showing->columns.kind, i, &field) != 0; i++)
        if (showing->columns.used[i])
            table_cell(&showing->table, fzzf_record_get(record, field.name));
    (void)fzzf_record_describe(record, &view);
    if (showing->columns.text)
        table_cell(&showing->table, view.text);
}

static const char *title_of(const struct cli *cli, const fzzf_field *field)
{
    return in_language(cli, field->title, field->name);
}

static void begin_table(struct showing *showing, const char *above)
{
    struct columns *const columns = &showing->columns;
    fzzf_field field = {.size = sizeof field};
    size_t count = (columns->parent ? 1u : 0u) + (columns->text ? 1u : 0u);
    size_t i;

    for (i = 0; fzzf_kind_field(columns->kind, i, &field) != 0; i++)
        count += columns->used[i] ? 1u : 0u;
    memset(columns->align, 'l', count);
    table_begin(&showing->table, columns->align, NULL);
    if (columns->parent)
        table_cell(&showing->table, above);
    for (i = 0; fzzf_kind_field(columns->kind, i, &field) != 0; i++)
        if (columns->used[i])
            table_cell(&showing->table, title_of(showing->cli, &field));
    if (columns->text)
        table_cell(&showing->table, in_language(showing->cli, "内容", "text"));
}

/* The parts at the end of @path, then what stands inside them. */
static void show_parts(struct cli *cli, const fzzf_record *root,
                       const fzzf_kind *above, struct path *path)
{
    fzzf_kind_view outer = {.size = sizeof outer};
    fzzf_kind_view kind = {.size = sizeof kind};
    fzzf_part part = {.size = sizeof part};
    size_t i;

    (void)fzzf_kind_describe(above, &outer);
    if (path->depth == LEVELS_MAX)
        return;
    for (i = 0; fzzf_kind_part(above, i, &part) != 0; i++) {
        struct showing showing = {.cli = cli};

        path->parts[path->depth++] = part.name;
        visit(root, path, 0, find_columns, &showing.columns);
        if (showing.columns.kind != NULL) {
            showing.columns.parent = path->depth > 1;
            (void)fzzf_kind_describe(part.kind, &kind);
            out_fill(&cli->out, "\n{0}\n",
                     in_language(cli, kind.title, kind.name), NULL, NULL);
            begin_table(&showing, in_language(cli, outer.title, outer.name));
            visit(root, path, 0, add_row, &showing);
            table_end(&showing.table, &cli->out, "  ");
            show_parts(cli, root, part.kind, path);
        }
        path->depth--;
    }
}

static void show_table(struct cli *cli, const fzzf_record *record)
{
    const fzzf_kind *const kind = fzzf_record_kind(record);
    fzzf_kind_view view = {.size = sizeof view};
    fzzf_field field = {.size = sizeof field};
    struct path path = {.depth = 0};
    struct table table;
    size_t i;

    (void)fzzf_kind_describe(kind, &view);
    out_fill(&cli->out, "{0}\n", in_language(cli, view.title, view.name), NULL,
             NULL);
    table_begin(&table, "ll", NULL);
    for (i = 0; fzzf_kind_field(kind, i, &field) != 0; i++) {
        const char *const value = fzzf_record_get(record, field.name);

        if (value == NULL)
            continue;
        table_cell(&table, title_of(cli, &field));
        table_cell(&table, value);
    }
    table_end(&table, &cli->out, "  ");
    show_parts(cli, record, kind, &path);
}

static void write_record_json(struct json *json, const char *key,
                              const fzzf_record *record)
{
    const fzzf_kind *const kind = fzzf_record_kind(record);
    fzzf_kind_view view = {.size = sizeof view};
    fzzf_record_view said = {.size = sizeof said};
    fzzf_field field = {.size = sizeof field};
    fzzf_part part = {.size = sizeof part};
    size_t i, j;

    (void)fzzf_kind_describe(kind, &view);
    (void)fzzf_record_describe(record, &said);
    json_object(json, key);
    json_text(json, "kind", view.name);
    json_object(json, "fields");
    for (i = 0; fzzf_kind_field(kind, i, &field) != 0; i++)
        if (fzzf_record_get(record, field.name) != NULL)
            json_text(json, field.name, fzzf_record_get(record, field.name));
    json_end_object(json);
    json_text(json, "text", said.text);
    json_object(json, "parts");
    for (i = 0; fzzf_kind_part(kind, i, &part) != 0; i++) {
        json_array(json, part.name);
        for (j = 0; j < fzzf_record_count(record, part.name); j++)
            write_record_json(json, NULL, fzzf_record_at(record, part.name, j));
        json_end_array(json);
    }
    json_end_object(json);
    json_end_object(json);
}

static int take_bytes(void *user, const char *bytes, size_t size)
{
    struct out *const out = user;

    out_bytes(out, bytes, size);
    return out->error;
}

/* Everything but the last part is named when there are several. */
static bool show_csv(struct cli *cli, const fzzf_record *record,
                     const char *part)
{
    const fzzf_kind *const kind = fzzf_record_kind(record);
    fzzf_kind_view view = {.size = sizeof view};
    fzzf_part only = {.size = sizeof only};

    (void)fzzf_kind_describe(kind, &view);
    if (part == NULL && view.part_count == 1 &&
        fzzf_kind_part(kind, 0, &only) != 0)
        part = only.name;
    if (part == NULL)
        return refuse(cli, "csv 只写一个部分：请用 --part 指明",
                      "csv holds one part: name it with --part", NULL, NULL);
    return record_csv_write(cli, record, part);
}

bool show_record(struct cli *cli, const fzzf_record *record, const char *part,
                 const char *name)
{
    struct json json;

    switch (cli->format) {
    case FORMAT_TABLE:
        show_table(cli, record);
        return true;
    case FORMAT_JSON:
        json_begin(&json, &cli->out, cli->row->name);
        write_record_json(&json, "record", record);
        json_end_object(&json);
        return true;
    case FORMAT_CSV:
        return show_csv(cli, record, part);
    case FORMAT_XML:
        return succeeded(
            cli, fzzf_xml_write_record(record, take_bytes, &cli->out, NULL),
            name);
    }
    return true;
}
