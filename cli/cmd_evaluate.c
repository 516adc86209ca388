/* SPDX-License-Identifier: Apache-2.0 */
/* fzzf evaluate: scores declarations and gives verdicts. */
#include <string.h>

#include "csv.h"
#include "message.h"
#include "result_file.h"
#include "result_json.h"
#include "round.h"
#include "show.h"
#include "table.h"

extern const struct command command_evaluate;

/* What goes on from unit to unit. */
struct evaluation {
    struct cli *cli;
    struct shown shown;
    struct json json;
    struct csv csv;
    fzzf_result *held; /* XML on standard output: there can be only one */
    void *written;     /* ids of the files, see result_file() */
    size_t answers[FZZF_NOTHING_APPLICABLE + 1];
    size_t count;
};

static void write_summary(struct evaluation *evaluation,
                          const fzzf_result *result)
{
    struct out *const out = &evaluation->cli->out;
    fzzf_verdict verdict = {.size = sizeof verdict};
    fzzf_node whole = {.size = sizeof whole};
    const fzzf_language language = evaluation->shown.language;
    const int zh = language == FZZF_CHINESE;

    (void)fzzf_result_verdict(result, &verdict);
    (void)fzzf_result_node(result, 0, &whole);
    out_text(out, evaluation->count > 1 ? "\n" : "");
    out_fill(out, zh ? "{0} {1}（申报 {2}）\n" : "{0} {1} (declaration {2})\n",
             verdict.unit, verdict.unit_name, verdict.declaration);
    out_text(out, zh ? "  总分 " : "  total ");
    show_range(out, &evaluation->shown, whole.score, whole.high);
    out_text(out, zh ? "，满分 " : " of ");
    show_number(out, &evaluation->shown, whole.full);
    if (whole.state != FZZF_SCORE_EXACT)
        out_fill(out, zh ? "（{0}）" : " ({0})",
                 state_word(language, whole.state), NULL, NULL);
    out_fill(out, zh ? "；等次 {0}；合格 {1}\n" : "; grade {0}; eligible {1}\n",
             or_nothing(verdict.grade), answer_word(language, verdict.eligible),
             NULL);
}

static void write_readings(struct evaluation *evaluation,
                           const fzzf_result *result)
{
    const fzzf_language language = evaluation->shown.language;
    fzzf_verdict verdict = {.size = sizeof verdict};
    fzzf_reading_view view = {.size = sizeof view};
    struct table table;
    int i;

    (void)fzzf_result_verdict(result, &verdict);
    table_begin(&table, "lrrrll",
                language == FZZF_CHINESE
                    ? "读法|分子|分母|未计入|达到门槛|"
                    : "reading|reached|out of|left out|passes|");
    for (i = 0; i < FZZF_READING_COUNT; i++) {
        if (!fzzf_result_reading(result, (fzzf_reading)i, &view))
            continue;
        table_cell(&table, reading_word(language, (fzzf_reading)i));
        show_exact_range(&table.cells, &evaluation->shown, view.low, view.high);
        table_next(&table);
        show_exact_range(&table.cells, &evaluation->shown, view.of, view.of);
        table_next(&table);
        table_count(&table, view.left_out);
        table_cell(&table, answer_word(language, view.passes));
        table_cell(&table, i != (int)verdict.deciding ? ""
                           : language == FZZF_CHINESE ? "← 约定采用"
                                                      : "<- decides");
    }
    table_end(&table, &evaluation->cli->out, "  ");
}

static void write_first_level(struct evaluation *evaluation,
                              const fzzf_result *result)
{
    const fzzf_language language = evaluation->shown.language;
    fzzf_node node = {.size = sizeof node};
    struct table table;
    size_t i;

    table_begin(&table, "llrrl",
                language == FZZF_CHINESE ? "指标|名称|得分|满分|"
                                         : "indicator|title|score|full|");
    for (i = 1; fzzf_result_node(result, i, &node); i++) {
        if (node.level != 1)
            continue;
        table_cell(&table, node.id);
        table_cell(&table, node.title);
        show_range(&table.cells, &evaluation->shown, node.score, node.high);
        table_next(&table);
        show_number(&table.cells, &evaluation->shown, node.full);
        table_next(&table);
        table_cell(&table, state_word(language, node.state));
    }
    table_end(&table, &evaluation->cli->out, "  ");
}

static void write_rows(struct csv *csv, const fzzf_result *result)
{
    fzzf_verdict verdict = {.size = sizeof verdict};
    fzzf_node node = {.size = sizeof node};
    char level[16];
    size_t i;

    (void)fzzf_result_verdict(result, &verdict);
    for (i = 0; fzzf_result_node(result, i, &node); i++) {
        (void)snprintf(level, sizeof level, "%d", node.level);
        csv_cell(csv, verdict.declaration);
        csv_cell(csv, verdict.unit);
        csv_cell(csv, verdict.unit_name);
        csv_cell(csv, node.id);
        csv_cell(csv, level);
        csv_cell(csv, node.title);
        csv_cell(csv, fzzf_score_state_name(node.state));
        csv_cell(csv, exact_text(node.score));
        csv_cell(csv, exact_text(node.high));
        csv_cell(csv, exact_text(node.full));
        csv_cell(csv, fzzf_answer_name(node.met));
        csv_cell(csv, node.grade);
        csv_cell(csv, i == 0 ? fzzf_answer_name(verdict.eligible) : NULL);
        csv_end_row(csv);
    }
}

static bool hold(struct evaluation *evaluation, const fzzf_result *result)
{
    if (evaluation->held != NULL)
        return refuse(evaluation->cli,
                      "一个 XML 文档只放一个单位的结果；多个单位请用 --out "
                      "文件夹，或以 --unit 选定一个",
                      "one XML document holds one unit's result; for several "
                      "use --out FOLDER, or choose one with --unit",
                      NULL, NULL);
    /* The counter of references is all that changes. */
    evaluation->held = fzzf_result_ref((fzzf_result *)(uintptr_t)result);
    return true;
}

static bool take(void *user, const fzzf_result *result)
{
    static const struct json_nodes all = {.causes = false};
    struct evaluation *const evaluation = user;
    struct cli *const cli = evaluation->cli;
    fzzf_verdict verdict = {.size = sizeof verdict};

    (void)fzzf_result_verdict(result, &verdict);
    evaluation->count++;
    evaluation->answers[verdict.eligible]++;
    if (cli->settings.folder != NULL &&
        !result_file(cli, result, &evaluation->written))
        return true; /* said; the others go on */
    switch (cli->format) {
    case FORMAT_TABLE:
        write_summary(evaluation, result);
        write_readings(evaluation, result);
        write_first_level(evaluation, result);
        return true;
    case FORMAT_JSON:
        return json_result(&evaluation->json, result, &all) ||
               refuse_memory(cli);
    case FORMAT_CSV:
        write_rows(&evaluation->csv, result);
        return true;
    case FORMAT_XML:
        return cli->settings.folder != NULL || hold(evaluation, result);
    }
    return true;
}

static void begin(struct evaluation *evaluation)
{
    struct cli *const cli = evaluation->cli;

    evaluation->csv.out = &cli->out;
    if (cli->format == FORMAT_JSON) {
        json_begin(&evaluation->json, &cli->out, "evaluate");
        json_array(&evaluation->json, "results");
    } else if (cli->format == FORMAT_CSV) {
        csv_header(&evaluation->csv,
                   "declaration,unit,unit_name,node,level,title,state,score,"
                   "high,full,met,grade,eligible");
    }
}

static void write_tally(const struct evaluation *evaluation)
{
    struct out *const out = &evaluation->cli->out;
    const int zh = evaluation->shown.language == FZZF_CHINESE;

    out_text(out, zh ? "\n共 " : "\n");
    out_count(out, evaluation->count);
    out_text(out, zh ? " 个单位：合格 " : " units: eligible ");
    out_count(out, evaluation->answers[FZZF_YES]);
    out_text(out, zh ? "，不合格 " : ", not eligible ");
    out_count(out, evaluation->answers[FZZF_NO]);
    out_text(out, zh ? "，未定 " : ", undetermined ");
    out_count(out, evaluation->answers[FZZF_UNDETERMINED] +
                       evaluation->answers[FZZF_NOTHING_APPLICABLE]);
    out_text(out, "\n");
}

static void finish(struct evaluation *evaluation)
{
    struct cli *const cli = evaluation->cli;

    if (cli->format == FORMAT_JSON) {
        json_end_array(&evaluation->json);
        json_end_object(&evaluation->json);
    } else if (cli->format == FORMAT_TABLE && evaluation->count > 1) {
        write_tally(evaluation);
    } else if (evaluation->held != NULL && cli->code != CODE_TROUBLE) {
        /* A failed writing is seen at the end of the program. */
        const fzzf_status status = result_xml(evaluation->held, &cli->out);

        if (cli->out.error == 0)
            (void)succeeded(cli, status, "XML");
    }
    if (cli->settings.require_eligible &&
        evaluation->answers[FZZF_YES] < evaluation->count)
        end_with(cli, CODE_NOT_ELIGIBLE);
}

static void run(struct cli *cli)
{
    struct evaluation evaluation = {.cli = cli};
    struct round round;

    if (cli->settings.folder != NULL && !result_folder(cli))
        return;
    if (round_begin(cli, &round, false)) {
        evaluation.shown = shown_as(cli, fzzf_plan_contract(round.plan));
        begin(&evaluation);
        round_evaluate(&round, take, &evaluation);
        finish(&evaluation);
        fzzf_result_unref(evaluation.held);
        result_files_free(&evaluation.written);
    }
    round_end(&round);
}

static const struct option own[] = {
    OPTION_FORMAT("table|json|csv|xml"),
    {"require-eligible",
     OPTION_FLAG,
     OPTION_FIELD(require_eligible),
     SAME(""),
     {{"有单位不合格或未定时，退出码为 3",
       "exit with 3 unless all are eligible"}}},
    {"out",
     OPTION_TEXT,
     OPTION_FIELD(folder),
     {{"文件夹", "FOLDER"}},
     {{"另写出每个单位的结果文档 <申报编号>.result.xml",
       "also writes <declaration>.result.xml there"}}},
    {.name = NULL},
};

static const struct option *const options[] = {options_of_documents, own,
                                               options_of_selection, NULL};

const struct command command_evaluate = {
    .arguments = {{"文件|文件夹|- …", "FILE|FOLDER|- ..."}},
    .details = {{"输入是申报或成批申报。体系中有比较各单位的规则时，先读一遍全"
                 "部申报，\n"
                 "再逐一评分。表格中的数按评分约定取舍；json、csv、xml "
                 "中的数是精确值。\n"
                 "xml 是一个结果文档，多个单位须用 "
                 "--out。不成立的申报给出问题并跳过，\n"
                 "其余照常评分。",
                 "Inputs are declarations or batches of them. Where rules "
                 "compare units, all\n"
                 "are read once before each is scored. Tables round as the "
                 "contract says;\n"
                 "json, csv and xml hold exact numbers. xml is one result "
                 "document, so that\n"
                 "several units need --out. A declaration that does not hold "
                 "is reported and\n"
                 "left out; the others go on."}},
    .examples =
        "fzzf evaluate --system s.xml --contract c.xml counties.xml\n"
        "fzzf evaluate --system s.xml --contract c.xml --format csv - < "
        "counties.xml\n"
        "fzzf evaluate --system s.xml --contract c.xml --out results county/",
    .options = options,
    .least = 1,
    .run = run,
};
