/* SPDX-License-Identifier: Apache-2.0 */
/* fzzf documents: lists the kinds of record documents and their elements. */
#include <string.h>

#include "csv.h"
#include "message.h"
#include "nearest.h"
#include "result_json.h"
#include "table.h"

extern const struct command command_documents;

#define ELEMENTS_MAX 64

/* The elements of one document, each once, the root first. */
struct elements {
    const fzzf_kind *items[ELEMENTS_MAX];
    size_t count;
};

static void gather(struct elements *elements, const fzzf_kind *kind)
{
    fzzf_part part = {.size = sizeof part};
    size_t i;

    for (i = 0; i < elements->count; i++)
        if (elements->items[i] == kind)
            return;
    if (elements->count == ELEMENTS_MAX)
        return;
    elements->items[elements->count++] = kind;
    for (i = 0; fzzf_kind_part(kind, i, &part) != 0; i++)
        gather(elements, part.kind);
}

/* Document @index, if it is asked for; false past the end. */
static bool next(const struct cli *cli, size_t *index,
                 struct elements *elements)
{
    const struct list *const names = &cli->settings.arguments;
    fzzf_kind_view view = {.size = sizeof view};
    const fzzf_kind *kind;

    while ((kind = fzzf_kind_at(*index)) != NULL) {
        *index += 1;
        (void)fzzf_kind_describe(kind, &view);
        if (names->count > 0 && strcmp(names->items[0], view.name) != 0)
            continue;
        elements->count = 0;
        gather(elements, kind);
        return true;
    }
    return false;
}

static void write_field_json(struct json *json, const fzzf_kind *kind,
                             size_t index, const fzzf_field *field)
{
    const char *choice;
    size_t i;

    json_object(json, NULL);
    json_text(json, "name", field->name);
    json_text(json, "title", field->title);
    json_text(json, "form", field->form);
    json_truth(json, "required", field->required != 0);
    json_array(json, "choices");
    for (i = 0; (choice = fzzf_kind_choice(kind, index, i)) != NULL; i++)
        json_text(json, NULL, choice);
    json_end_array(json);
    json_end_object(json);
}

static void write_part_json(struct json *json, const fzzf_part *part)
{
    json_object(json, NULL);
    json_text(json, "name", part->name);
    json_count(json, "least", part->least);
    json_count(json, "most", part->most);
    json_text(json, "key", part->key);
    json_text(json, "second_key", part->second_key);
    json_end_object(json);
}

static void write_element_json(struct json *json, const fzzf_kind *kind)
{
    fzzf_kind_view view = {.size = sizeof view};
    fzzf_field field = {.size = sizeof field};
    fzzf_part part = {.size = sizeof part};
    size_t i;

    (void)fzzf_kind_describe(kind, &view);
    json_object(json, NULL);
    json_text(json, "name", view.name);
    json_text(json, "title", view.title);
    json_truth(json, "text", view.text != 0);
    json_array(json, "fields");
    for (i = 0; fzzf_kind_field(kind, i, &field) != 0; i++)
        write_field_json(json, kind, i, &field);
    json_end_array(json);
    json_array(json, "parts");
    for (i = 0; fzzf_kind_part(kind, i, &part) != 0; i++)
        write_part_json(json, &part);
    json_end_array(json);
    json_end_object(json);
}

static void write_json(struct cli *cli)
{
    struct elements elements = {.count = 0};
    fzzf_kind_view view = {.size = sizeof view};
    struct json json;
    size_t index = 0;
    size_t i;

    json_begin(&json, &cli->out, "documents");
    json_array(&json, "documents");
    while (next(cli, &index, &elements)) {
        (void)fzzf_kind_describe(elements.items[0], &view);
        json_object(&json, NULL);
        json_text(&json, "name", view.name);
        json_text(&json, "title", view.title);
        json_array(&json, "elements");
        for (i = 0; i < elements.count; i++)
            write_element_json(&json, elements.items[i]);
        json_end_array(&json);
        json_end_object(&json);
    }
    json_end_array(&json);
    json_end_object(&json);
}

static const char *required_word(const struct cli *cli, bool required)
{
    return required ? in_language(cli, "必须", "required")
                    : in_language(cli, "可省", "optional");
}

static void add_field(const struct cli *cli, struct table *table,
                      const fzzf_kind *kind, size_t index,
                      const fzzf_field *field)
{
    const char *choice;
    size_t i;

    table_cell(table, field->name);
    table_cell(table, field->title);
    table_cell(table, required_word(cli, field->required != 0));
    if (field->choice_count == 0)
        out_text(&table->cells, field->form);
    for (i = 0; (choice = fzzf_kind_choice(kind, index, i)) != NULL; i++) {
        if (i > 0)
            out_text(&table->cells, " | ");
        out_text(&table->cells, choice);
    }
    table_next(table);
}

static void add_part(const struct cli *cli, struct table *table,
                     const fzzf_part *part)
{
    fzzf_kind_view view = {.size = sizeof view};

    (void)fzzf_kind_describe(part->kind, &view);
    out_fill(&table->cells, "<{0}>", part->name, NULL, NULL);
    table_next(table);
    table_cell(table, view.title);
    table_cell(table, required_word(cli, part->least > 0));
    if (part->most == 0)
        out_text(&table->cells, in_language(cli, "任意个", "any number"));
    else {
        out_text(&table->cells, in_language(cli, "至多 ", "at most "));
        out_count(&table->cells, part->most);
    }
    table_next(table);
}

static void write_element(struct cli *cli, const fzzf_kind *kind)
{
    fzzf_kind_view view = {.size = sizeof view};
    fzzf_field field = {.size = sizeof field};
    fzzf_part part = {.size = sizeof part};
    struct table table;
    size_t i;

    (void)fzzf_kind_describe(kind, &view);
    out_fill(&cli->out,
             view.text ? in_language(cli, "<{0}>（{1}）：文字\n",
                                     "<{0}> ({1}): text\n")
                       : in_language(cli, "<{0}>（{1}）\n", "<{0}> ({1})\n"),
             view.name, view.title, NULL);
    table_begin(&table, "llll", NULL);
    for (i = 0; fzzf_kind_field(kind, i, &field) != 0; i++)
        add_field(cli, &table, kind, i, &field);
    for (i = 0; fzzf_kind_part(kind, i, &part) != 0; i++)
        add_part(cli, &table, &part);
    table_end(&table, &cli->out, "  ");
}

static void write_text(struct cli *cli)
{
    struct elements elements = {.count = 0};
    size_t index = 0;
    size_t i;

    while (next(cli, &index, &elements))
        for (i = 0; i < elements.count; i++)
            write_element(cli, elements.items[i]);
}

/* Whether there is anything to list; if not, that is said. */
static bool exists(struct cli *cli)
{
    struct elements elements = {.count = 0};
    fzzf_kind_view view = {.size = sizeof view};
    struct nearest nearest = {.wanted = ""};
    size_t index = 0;

    if (next(cli, &index, &elements))
        return true;
    nearest.wanted = cli->settings.arguments.items[0];
    for (index = 0; index < fzzf_kind_count(); index++) {
        (void)fzzf_kind_describe(fzzf_kind_at(index), &view);
        nearest_try(&nearest, view.name);
    }
    if (nearest.best == NULL)
        return refuse(cli, "没有记录文档“{0}”",
                      "there is no record document '{0}'", nearest.wanted,
                      NULL);
    return refuse(cli, "没有记录文档“{0}”，是否为“{1}”？",
                  "there is no record document '{0}'; was '{1}' meant?",
                  nearest.wanted, nearest.best);
}

static void run(struct cli *cli)
{
    if (!exists(cli))
        return;
    if (cli->format == FORMAT_JSON)
        write_json(cli);
    else
        write_text(cli);
}

static const struct option own[] = {
    OPTION_FORM("table|json", "文字", "words"),
    {.name = NULL},
};

static const struct option *const options[] = {own, NULL};

const struct command command_documents = {
    .arguments = {{"[名称]", "[NAME]"}},
    .details = {{"列出各种记录文档的元素、属性及其取值形式；形式见 format.md。",
                 "Lists elements, attributes and their forms, which format.md "
                 "explains."}},
    .examples = "fzzf documents batch\n"
                "fzzf documents --format json",
    .options = options,
    .most = 1,
    .run = run,
};
