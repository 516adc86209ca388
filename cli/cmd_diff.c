/* SPDX-License-Identifier: Apache-2.0 */
/* fzzf diff: two documents cell by cell, and why scores changed. */
#include <string.h>

#include "csv.h"
#include "input.h"
#include "json.h"
#include "load.h"
#include "message.h"
#include "result_json.h"
#include "show.h"
#include "table.h"

extern const struct command command_diff;

/* What is said of the two documents. */
struct comparison {
    fzzf_diff *cells;
    fzzf_attribution *shares; /* NULL: not asked for */
};

/* A share and the names of its numbers, in the order of the outputs. */
static const char *const share_names[] = {
    "from", "to", "change", "data", "system", "weight", "rule", "edition"};

#define NUMBERS (sizeof share_names / sizeof share_names[0])

static void numbers_of(const fzzf_share *share, const char *numbers[NUMBERS])
{
    const fzzf_number *const all[NUMBERS] = {
        share->before, share->after,  share->change, share->data,
        share->system, share->weight, share->rule,   share->edition};

    for (size_t i = 0; i < NUMBERS; i++)
        numbers[i] = exact_text(all[i]);
}

/* Number @index of those that changed; false past the end. */
static bool changed(const struct comparison *comparison, size_t *index,
                    fzzf_share *share)
{
    while (comparison->shares != NULL &&
           fzzf_attribution_at(comparison->shares, (*index)++, share) != 0)
        if (strcmp(fzzf_number_exact(share->change), "0") != 0)
            return true;
    return false;
}

static void write_json(struct cli *cli, const struct comparison *comparison)
{
    fzzf_cell cell = {.size = sizeof cell};
    fzzf_share share = {.size = sizeof share};
    const char *numbers[NUMBERS];
    struct json json;
    size_t index = 0;

    json_begin(&json, &cli->out, "diff");
    json_truth(&json, "same", fzzf_diff_count(comparison->cells) == 0);
    json_array(&json, "cells");
    for (size_t i = 0; fzzf_diff_at(comparison->cells, i, &cell); i++) {
        json_object(&json, NULL);
        json_text(&json, "path", cell.path);
        json_text(&json, "from", cell.before);
        json_text(&json, "to", cell.after);
        json_end_object(&json);
    }
    json_end_array(&json);
    json_array(&json, "shares");
    while (changed(comparison, &index, &share)) {
        numbers_of(&share, numbers);
        json_object(&json, NULL);
        json_text(&json, "node", share.node);
        json_text(&json, "title", share.title);
        for (size_t i = 0; i < NUMBERS; i++)
            json_text(&json, share_names[i], numbers[i]);
        json_end_object(&json);
    }
    json_end_array(&json);
    json_end_object(&json);
}

/* One table of both: kind tells cells and shares apart. */
static void write_csv(struct cli *cli, const struct comparison *comparison)
{
    struct csv csv = {.out = &cli->out};
    fzzf_cell cell = {.size = sizeof cell};
    fzzf_share share = {.size = sizeof share};
    const char *numbers[NUMBERS];
    size_t index = 0;

    csv_header(&csv,
               "kind,path,from,to,change,data,system,weight,rule,edition");
    for (size_t i = 0; fzzf_diff_at(comparison->cells, i, &cell); i++) {
        csv_cell(&csv, "cell");
        csv_cell(&csv, cell.path);
        csv_cell(&csv, cell.before);
        csv_cell(&csv, cell.after);
        for (size_t j = 2; j < NUMBERS; j++)
            csv_cell(&csv, NULL);
        csv_end_row(&csv);
    }
    while (changed(comparison, &index, &share)) {
        numbers_of(&share, numbers);
        csv_cell(&csv, "share");
        csv_cell(&csv, share.node);
        for (size_t i = 0; i < NUMBERS; i++)
            csv_cell(&csv, numbers[i]);
        csv_end_row(&csv);
    }
}

static int attribute_piece(void *user, const char *bytes, size_t size)
{
    static const char special[] = "&<>\"\t\r\n";
    static const char *const names[] = {"&amp;", "&lt;",  "&gt;", "&quot;",
                                        "&#9;",  "&#13;", "&#10;"};
    struct out *const out = user;

    for (size_t i = 0; i < size; i++) {
        const char *const found = strchr(special, bytes[i]);

        if (found != NULL)
            out_text(out, names[found - special]);
        else
            out_bytes(out, bytes + i, 1);
    }
    return 0;
}

static void xml_attribute(struct out *out, const char *name, const char *value)
{
    if (value == NULL)
        return;
    out_text(out, " ");
    out_text(out, name);
    out_text(out, "=\"");
    (void)fzzf_identity_mask(value, attribute_piece, out);
    out_text(out, "\"");
}

static void write_xml(struct cli *cli, const struct comparison *comparison)
{
    struct out *const out = &cli->out;
    fzzf_cell cell = {.size = sizeof cell};
    fzzf_share share = {.size = sizeof share};
    const char *numbers[NUMBERS];
    size_t index = 0;

    out_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                  "<diff xmlns=\"urn:fzzf:diff:1\">\n");
    for (size_t i = 0; fzzf_diff_at(comparison->cells, i, &cell); i++) {
        out_text(out, "  <cell");
        xml_attribute(out, "path", cell.path);
        xml_attribute(out, "from", cell.before);
        xml_attribute(out, "to", cell.after);
        out_text(out, "/>\n");
    }
    while (changed(comparison, &index, &share)) {
        numbers_of(&share, numbers);
        out_text(out, "  <share");
        xml_attribute(out, "node", share.node);
        xml_attribute(out, "title", share.title);
        for (size_t i = 0; i < NUMBERS; i++)
            xml_attribute(out, share_names[i], numbers[i]);
        out_text(out, "/>\n");
    }
    out_text(out, "</diff>\n");
}

static void write_cells(struct cli *cli, const fzzf_diff *cells)
{
    fzzf_cell cell = {.size = sizeof cell};
    struct table table;

    if (fzzf_diff_count(cells) == 0) {
        out_text(&cli->out, in_language(cli, "两份文档内容相同\n",
                                        "The documents say the same\n"));
        return;
    }
    table_begin(&table, "lll",
                in_language(cli, "位置|原为|现为", "place|from|to"));
    for (size_t i = 0; fzzf_diff_at(cells, i, &cell); i++) {
        table_cell(&table, cell.path);
        table_cell(&table, or_nothing(cell.before));
        table_cell(&table, or_nothing(cell.after));
    }
    table_end(&table, &cli->out, "");
}

/* Scores at six places at most; what does not end is marked. */
static void write_shares(struct cli *cli, const struct comparison *comparison)
{
    const struct shown shown = {cli->language, 2, FZZF_ROUND_HALF_UP};
    fzzf_share share = {.size = sizeof share};
    struct table table;
    size_t index = 0;

    out_text(&cli->out, in_language(cli, "\n分数变化的来源\n",
                                    "\nWhere changes of score come from\n"));
    table_begin(&table, "lrrrrrrr",
                in_language(cli, "指标|原得分|现得分|变化|数据|权重|规则|版次",
                            "node|from|to|change|data|weight|rule|edition"));
    while (changed(comparison, &index, &share)) {
        const fzzf_number *const all[] = {
            share.before, share.after, share.change, share.data,
            share.weight, share.rule,  share.edition};

        table_cell(&table, share.node);
        for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
            show_exact_range(&table.cells, &shown, all[i], all[i]);
            table_next(&table);
        }
    }
    table_end(&table, &cli->out, "");
}

static void write(struct cli *cli, const struct comparison *comparison)
{
    if (cli->format == FORMAT_JSON) {
        write_json(cli, comparison);
    } else if (cli->format == FORMAT_CSV) {
        write_csv(cli, comparison);
    } else if (cli->format == FORMAT_XML) {
        write_xml(cli, comparison);
    } else {
        write_cells(cli, comparison->cells);
        if (comparison->shares != NULL)
            write_shares(cli, comparison);
    }
}

/* One side of a change of score. */
struct side {
    fzzf_recomputation *again; /* NULL: the others are its own */
    fzzf_plan *plan;
    fzzf_declaration *declaration;
};

/* Of a declaration: what computes it was named. */
static bool load_declared(struct cli *cli, int second, struct side *side)
{
    return load_side(cli, second, &side->plan) &&
           load_declaration(cli, cli->settings.arguments.items[second],
                            &side->declaration);
}

/* Of a result: what computed it is found by digest, and must give it. */
static bool load_result(struct cli *cli, int second, struct side *side)
{
    const char *const name = cli->settings.arguments.items[second];
    const struct list *const inputs = &cli->settings.inputs;
    fzzf_source source;

    input_single(name, &source);
    if (!succeeded(cli,
                   fzzf_recompute(&side->again, &source, inputs->items,
                                  inputs->count, cli->diags),
                   name))
        return false;
    if (fzzf_recomputation_count(side->again) > 0) {
        complain(cli,
                 "“{0}”与其输入重算所得不同（见 fzzf recompute），"
                 "变化无从归因",
                 "'{0}' is not what its inputs give (see fzzf recompute); its "
                 "change cannot be attributed",
                 name, NULL);
        end_with(cli, CODE_INVALID);
        return false;
    }
    side->plan = fzzf_plan_ref(fzzf_recomputation_plan(side->again));
    side->declaration =
        fzzf_declaration_ref(fzzf_recomputation_declaration(side->again));
    return true;
}

static bool attribute(struct cli *cli, struct comparison *comparison,
                      bool (*load)(struct cli *, int, struct side *))
{
    struct side sides[2] = {{NULL, NULL, NULL}, {NULL, NULL, NULL}};
    const bool sound =
        load(cli, 0, &sides[0]) && load(cli, 1, &sides[1]) &&
        succeeded(cli,
                  fzzf_attribution_new(&comparison->shares, sides[0].plan,
                                       sides[0].declaration, sides[1].plan,
                                       sides[1].declaration, cli->diags),
                  cli->settings.arguments.items[1]);

    for (int i = 0; i < 2; i++) {
        fzzf_declaration_unref(sides[i].declaration);
        fzzf_plan_unref(sides[i].plan);
        fzzf_recomputation_free(sides[i].again);
    }
    return sound;
}

/* What of a change of scores comes from what, where that was asked for. */
static bool explain(struct cli *cli, struct comparison *comparison)
{
    const struct settings *const settings = &cli->settings;
    fzzf_document kind = FZZF_DOCUMENT_NONE;
    fzzf_source source;

    input_single(settings->arguments.items[0], &source);
    if (!succeeded(cli, fzzf_xml_sniff(&kind, &source, cli->diags),
                   settings->arguments.items[0]))
        return false;
    if (kind == FZZF_DOCUMENT_RESULT && settings->inputs.count > 0)
        return attribute(cli, comparison, load_result);
    if (settings->inputs.count > 0)
        return refuse(cli, "--inputs 用于两份结果文档",
                      "--inputs is for two result documents", NULL, NULL);
    if (settings->system != NULL || settings->contract != NULL)
        return attribute(cli, comparison, load_declared);
    if (kind == FZZF_DOCUMENT_RESULT && fzzf_diff_count(comparison->cells) > 0)
        complain(cli, "只逐格比较；给出 --inputs 才说明分数为何变化",
                 "cells only: with --inputs it says why scores changed", NULL,
                 NULL);
    return true;
}

static void run(struct cli *cli)
{
    const char **const names = cli->settings.arguments.items;
    struct comparison comparison = {NULL, NULL};
    fzzf_source from, to;

    input_single(names[0], &from);
    input_single(names[1], &to);
    if (succeeded(cli, fzzf_diff_new(&comparison.cells, &from, &to, cli->diags),
                  names[0]) &&
        explain(cli, &comparison))
        write(cli, &comparison);
    fzzf_diff_free(comparison.cells);
    fzzf_attribution_free(comparison.shares);
}

static const struct option own[] = {
    {"to-system",
     OPTION_TEXT,
     OPTION_FIELD(to_system),
     {{"文件", "FILE"}},
     {{"第二份申报的指标体系；不指定时与第一份相同",
       "the system of the second declaration, when another"}}},
    {"to-contract",
     OPTION_TEXT,
     OPTION_FIELD(to_contract),
     {{"文件", "FILE"}},
     {{"第二份申报的评分约定；不指定时与第一份相同",
       "the contract of the second declaration, when another"}}},
    {"inputs",
     OPTION_LIST,
     OPTION_FIELD(inputs),
     {{"路径", "PATH"}},
     {{"两份结果文档的输入，在此文件或文件夹中按摘要查找；可重复",
       "where inputs of two results are found by digest; may be repeated"}}},
    OPTION_FORMAT("table|json|csv|xml"),
    {.name = NULL},
};

static const struct option *const options[] = {options_of_documents, own, NULL};

const struct command command_diff = {
    .arguments = {{"文件 文件", "FILE FILE"}},
    .details =
        {{"逐格比较同一种的两份文档：位置、原值、现值，与书写次序和排版无关。\n"
          "两份申报另给 --system 和 --contract 时，还把每个变化的分数分为来自"
          "数据、权重、规则\n"
          "和版次的部分：四者逐一更换，取全部次序下的平均，各部分之和恰为变化。"
          "无法分开的不列。\n"
          "两份结果文档给出 --inputs 时，先按摘要找到各自的输入，再同样归因；"
          "不给出时只逐格比较。",
          "Compares two documents of one kind cell by cell: place, old and new "
          "value,\n"
          "whatever their order and layout. For two declarations with --system "
          "and --contract\n"
          "it also parts each change of score into what comes from data, "
          "weights, rules and\n"
          "edition: the mean over all orders of changing the four, which adds "
          "exactly to the\n"
          "change. What cannot be parted is left open. For two results with "
          "--inputs, what they\n"
          "cite is found there by digest, and the change is parted likewise; "
          "without, only\n"
          "cells are compared."}},
    .examples = "fzzf diff system-2019.xml system-2021.xml\n"
                "fzzf diff old.xml new.xml --system system.xml --contract "
                "contract.xml\n"
                "fzzf diff old.result.xml new.result.xml --inputs documents/",
    .options = options,
    .least = 2,
    .most = 2,
    .run = run,
};
