/* SPDX-License-Identifier: Apache-2.0 */
/* fzzf recompute: computes a result again from what it cites, and compares. */
#include <stdlib.h>

#include "csv.h"
#include "input.h"
#include "message.h"
#include "result_json.h"
#include "show.h"
#include "table.h"

extern const struct command command_recompute;

static void write_text(struct cli *cli, const char *name,
                       const fzzf_recomputation *again)
{
    const size_t count = fzzf_recomputation_count(again);
    fzzf_difference difference = {.size = sizeof difference};
    struct table table;
    char text[32];
    size_t i;

    if (count == 0) {
        out_fill(&cli->out,
                 in_language(cli, "{0}：重算一致\n", "{0}: the same\n"), name,
                 NULL, NULL);
        return;
    }
    (void)snprintf(text, sizeof text, "%zu", count);
    out_fill(
        &cli->out,
        in_language(cli, "{0}：有 {1} 处不同\n", "{0}: {1} values differ\n"),
        name, text, NULL);
    table_begin(
        &table, "lll",
        in_language(cli, "位置|文档所载|重算所得", "place|stated|computed"));
    for (i = 0; fzzf_recomputation_at(again, i, &difference); i++) {
        table_cell(&table, difference.path);
        table_cell(&table, or_nothing(difference.stated));
        table_cell(&table, or_nothing(difference.computed));
    }
    table_end(&table, &cli->out, "  ");
}

static void write_json(struct cli *cli, const fzzf_recomputation *again)
{
    fzzf_difference difference = {.size = sizeof difference};
    struct json json;
    size_t i;

    json_begin(&json, &cli->out, "recompute");
    json_truth(&json, "same", fzzf_recomputation_count(again) == 0);
    json_array(&json, "differences");
    for (i = 0; fzzf_recomputation_at(again, i, &difference); i++) {
        json_object(&json, NULL);
        json_text(&json, "path", difference.path);
        json_text(&json, "stated", difference.stated);
        json_text(&json, "computed", difference.computed);
        json_end_object(&json);
    }
    json_end_array(&json);
    json_end_object(&json);
}

static void write_csv(struct cli *cli, const fzzf_recomputation *again)
{
    struct csv csv = {.out = &cli->out};
    fzzf_difference difference = {.size = sizeof difference};
    size_t i;

    csv_header(&csv, "path,stated,computed");
    for (i = 0; fzzf_recomputation_at(again, i, &difference); i++) {
        csv_cell(&csv, difference.path);
        csv_cell(&csv, difference.stated);
        csv_cell(&csv, difference.computed);
        csv_end_row(&csv);
    }
}

/* --inputs takes one, but "--inputs a b" is how people write two: whatever
 * stands beside the result document is an input too. */
static const char **join(const struct settings *settings, size_t *count)
{
    const struct list *const lists[] = {&settings->inputs,
                                        &settings->arguments};
    const char **const paths = calloc(
        settings->inputs.count + settings->arguments.count + 1, sizeof *paths);
    size_t i;
    size_t j;

    *count = 0;
    for (i = 0; paths != NULL && i < 2; i++)
        for (j = i; j < lists[i]->count; j++) /* the first is the result */
            paths[(*count)++] = lists[i]->items[j];
    return paths;
}

static void compare(struct cli *cli, const char *name,
                    const fzzf_recomputation *again)
{
    if (cli->format == FORMAT_JSON)
        write_json(cli, again);
    else if (cli->format == FORMAT_CSV)
        write_csv(cli, again);
    else
        write_text(cli, name, again);
    if (fzzf_recomputation_count(again) > 0)
        end_with(cli, CODE_INVALID);
}

static void run(struct cli *cli)
{
    const char *const name = cli->settings.arguments.items[0];
    fzzf_recomputation *again = NULL;
    fzzf_source source;
    fzzf_status status;
    size_t count;
    const char **const paths = join(&cli->settings, &count);

    if (paths == NULL) {
        (void)refuse_memory(cli);
        return;
    }
    if (count == 0) {
        (void)refuse(cli, "recompute 需要 --inputs 文件或文件夹",
                     "recompute needs --inputs FILE or FOLDER", NULL, NULL);
    } else {
        input_single(name, &source);
        status = fzzf_recompute(&again, &source, paths, count, cli->diags);
        if (succeeded(cli, status, name))
            compare(cli, name, again);
        fzzf_recomputation_free(again);
    }
    free(paths);
}

static const struct option own[] = {
    {"inputs",
     OPTION_LIST,
     OPTION_FIELD(inputs),
     {{"路径", "PATH"}},
     {{"在此文件或文件夹中按摘要查找输入；可重复",
       "where inputs are found by digest; may be repeated"}}},
    OPTION_FORMAT("table|json|csv"),
    {.name = NULL},
};

static const struct option *const options[] = {own, NULL};

const struct command command_recompute = {
    .arguments = {{"结果文档 --inputs 路径 …", "RESULT --inputs PATH ..."}},
    .details =
        {{"结果文档写在最前（- 为标准输入）；--inputs "
          "之后可列多个文件和文件夹。\n"
          "一致时退出码为 0；有不同之处、找不到输入或文档不成立时为 2。",
          "RESULT comes first (- is standard input); after --inputs there may "
          "be several\n"
          "files and folders. Exits with 0 when all is the same, with 2 when a "
          "value\n"
          "differs, an input is not found or a document does not hold."}},
    .examples = "fzzf recompute d990001.result.xml --inputs documents/",
    .options = options,
    .least = 1,
    .run = run,
};
