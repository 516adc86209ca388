/* SPDX-License-Identifier: Apache-2.0 */
/* What check writes: findings as they come, then a summary of documents. */
#include "check_write.h"

#include <string.h>

#include "message.h"
#include "result_json.h"
#include "show.h"
#include "table.h"

static void write_code(char *buffer, size_t size, const fzzf_diags *diags,
                       size_t index)
{
    (void)snprintf(buffer, size, "FZ-%04d", fzzf_diags_code(diags, index));
}

void json_finding(struct json *json, const fzzf_diags *diags, size_t index)
{
    const char *argument;
    char code[16];
    size_t i;

    write_code(code, sizeof code, diags, index);
    json_object(json, NULL);
    json_text(json, "code", code);
    json_text(json, "severity",
              severity_word(fzzf_diags_severity(diags, index)));
    json_text(json, "file", fzzf_diags_file(diags, index));
    json_count(json, "line", (size_t)fzzf_diags_line(diags, index));
    json_count(json, "column", (size_t)fzzf_diags_column(diags, index));
    json_text(json, "path", fzzf_diags_path(diags, index));
    json_array(json, "arguments");
    for (i = 0; (argument = fzzf_diags_argument(diags, index, i)) != NULL; i++)
        json_text(json, NULL, argument);
    json_end_array(json);
    json_text(json, "zh", fzzf_diags_message(diags, index, FZZF_CHINESE));
    json_text(json, "en", fzzf_diags_message(diags, index, FZZF_ENGLISH));
    json_end_object(json);
}

static void take_as_json(void *user, const fzzf_diags *diags, size_t index)
{
    struct check_writer *const writer = user;

    json_finding(&writer->json, diags, index);
}

static void write_place(struct csv *csv, long place)
{
    if (place > 0)
        csv_count(csv, (size_t)place);
    else
        csv_cell(csv, NULL);
}

static void take_as_csv(void *user, const fzzf_diags *diags, size_t index)
{
    struct check_writer *const writer = user;
    struct csv *const csv = &writer->csv;
    char code[16];

    write_code(code, sizeof code, diags, index);
    csv_cell(csv, code);
    csv_cell(csv, severity_word(fzzf_diags_severity(diags, index)));
    csv_cell(csv, fzzf_diags_file(diags, index));
    write_place(csv, fzzf_diags_line(diags, index));
    write_place(csv, fzzf_diags_column(diags, index));
    csv_cell(csv, fzzf_diags_path(diags, index));
    csv_cell(csv, fzzf_diags_message(diags, index, FZZF_CHINESE));
    csv_cell(csv, fzzf_diags_message(diags, index, FZZF_ENGLISH));
    csv_end_row(csv);
}

void check_write_begin(struct cli *cli, struct check_writer *writer)
{
    memset(writer, 0, sizeof *writer);
    cli->user = writer;
    if (cli->format == FORMAT_JSON) {
        json_begin(&writer->json, &cli->out, "check");
        json_array(&writer->json, "findings");
        cli->finding = take_as_json;
    } else if (cli->format == FORMAT_CSV) {
        writer->csv.out = &cli->out;
        csv_header(&writer->csv, "code,severity,file,line,column,path,zh,en");
        cli->finding = take_as_csv;
    }
}

static const char *outcome_name(int code)
{
    if (code == CODE_DONE)
        return "ok";
    return code == CODE_TROUBLE ? "unreadable" : "invalid";
}

static const char *outcome_word(const struct cli *cli, int code)
{
    if (code == CODE_DONE)
        return in_language(cli, "成立", "holds");
    return code == CODE_TROUBLE
               ? in_language(cli, "未能读取", "could not be read")
               : in_language(cli, "不成立", "does not hold");
}

/* Documents that have calls of their own; the others are records. */
static const struct both kinds[] = {
    [FZZF_DOCUMENT_SYSTEM] = {{"指标体系", "system"}},
    [FZZF_DOCUMENT_TAILORING] = {{"调整", "tailoring"}},
    [FZZF_DOCUMENT_CONTRACT] = {{"评分约定", "contract"}},
    [FZZF_DOCUMENT_DECLARATION] = {{"申报", "declaration"}},
    [FZZF_DOCUMENT_DECLARATIONS] = {{"成批申报", "declarations"}},
    [FZZF_DOCUMENT_RESULT] = {{"结果", "result"}},
    [FZZF_DOCUMENT_MANIFEST] = {{"清单", "manifest"}},
    [FZZF_DOCUMENT_RECEIPT] = {{"回执", "receipt"}},
};

static const char *kind_word(const struct cli *cli, fzzf_document kind)
{
    fzzf_kind_view view = {.size = sizeof view};
    const char *word = NULL;

    if ((size_t)kind < sizeof kinds / sizeof kinds[0])
        word = kinds[kind].in[cli->language];
    else if (fzzf_kind_describe(fzzf_kind_find(fzzf_document_name(kind)),
                                &view))
        word = in_language(cli, view.title, view.name);
    return word == NULL ? SHOW_NOTHING : word;
}

/* How much it holds: "101 个节点", "5 份". */
static void write_content(const struct cli *cli, struct table *table,
                          const struct checked_document *document)
{
    if (document->count > 0) {
        out_count(&table->cells, document->count);
        out_text(&table->cells,
                 document->kind == FZZF_DOCUMENT_SYSTEM
                     ? in_language(cli, " 个节点", " nodes")
                     : in_language(cli, " 份申报", " declaration(s)"));
    }
    table_next(table);
}

static void write_table(struct cli *cli,
                        const struct checked_document *documents, size_t count)
{
    struct table table;
    size_t i;

    table_begin(&table, "llllrrl",
                in_language(cli, "文件|种类|编号|内容|错误|警告|结论",
                            "file|kind|id|content|errors|warnings|outcome"));
    for (i = 0; i < count; i++) {
        table_cell(&table, documents[i].file);
        table_cell(&table, kind_word(cli, documents[i].kind));
        table_cell(&table, documents[i].id);
        write_content(cli, &table, &documents[i]);
        table_count(&table, documents[i].errors);
        table_count(&table, documents[i].warnings);
        table_cell(&table, outcome_word(cli, documents[i].code));
    }
    table_end(&table, &cli->out, "");
}

static void write_json(struct json *json,
                       const struct checked_document *documents, size_t count)
{
    size_t i;

    json_end_array(json); /* of findings */
    json_array(json, "documents");
    for (i = 0; i < count; i++) {
        const char *const id = documents[i].id;

        json_object(json, NULL);
        json_text(json, "file", documents[i].file);
        json_text(json, "kind", fzzf_document_name(documents[i].kind));
        json_text(json, "id", *id == '\0' ? NULL : id);
        json_count(json, "count", documents[i].count);
        json_count(json, "errors", documents[i].errors);
        json_count(json, "warnings", documents[i].warnings);
        json_text(json, "outcome", outcome_name(documents[i].code));
        json_end_object(json);
    }
    json_end_array(json);
    json_end_object(json);
}

void check_write_end(struct cli *cli, const struct checked_document *documents,
                     size_t count)
{
    struct check_writer *const writer = cli->user;

    if (cli->format == FORMAT_JSON)
        write_json(&writer->json, documents, count);
    else if (cli->format == FORMAT_TABLE)
        write_table(cli, documents, count);
    cli->finding = NULL;
    cli->user = NULL;
}
