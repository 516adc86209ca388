/* SPDX-License-Identifier: Apache-2.0 */
/* fzzf gaps: the cheapest way to the threshold. */
#include <string.h>

#include "csv.h"
#include "message.h"
#include "result_json.h"
#include "round.h"
#include "show.h"
#include "table.h"

extern const struct command command_gaps;

struct search {
    struct cli *cli;
    fzzf_plan *plan;
    fzzf_aim aim;
    struct shown shown;
    struct json json;
    struct csv csv;
    size_t count; /* units so far */
};

/* What the set is: empty, enough, proven, or never enough. */
static void write_outcome(const struct search *search,
                          const fzzf_gaps_view *view)
{
    struct out *const out = &search->cli->out;
    const int zh = search->shown.language == FZZF_CHINESE;
    char count[32];

    (void)snprintf(count, sizeof count, "%zu", view->count);
    if (view->reaches == FZZF_NO)
        out_text(out, zh ? "  补齐全部可补的指标也达不到门槛。\n"
                         : "  No set of indicators reaches the threshold.\n");
    else if (view->reaches != FZZF_YES)
        out_text(out, zh ? "  约定采用的读法没有数值，无从比较。\n"
                         : "  The deciding reading has no value to compare.\n");
    else if (view->count == 0)
        out_text(out, zh ? "  已达到门槛，无须再补。\n"
                         : "  The threshold is reached already.\n");
    else
        out_fill(out,
                 zh ? "  补齐下列 {0} 项即达到门槛：\n"
                    : "  Closing these {0} reaches the threshold:\n",
                 count, NULL, NULL);
}

static void write_proof(const struct search *search, const fzzf_gaps_view *view)
{
    struct out *const out = &search->cli->out;
    const int zh = search->shown.language == FZZF_CHINESE;
    const int effort = search->aim == FZZF_LEAST_EFFORT;

    if (view->reaches != FZZF_YES || view->count == 0)
        return;
    out_fill(out,
             zh ? (effort ? "  投入合计 {0}" : "  共 {0} 项")
                : (effort ? "  effort {0}" : "  {0} in all"),
             exact_text(view->total), NULL, NULL);
    if (view->optimal != 0)
        out_text(out,
                 zh ? "，已证明不能更少。\n" : ", proven to be the least.\n");
    else
        out_fill(out,
                 zh ? "；任何办法都不少于 {0}，是否最少未证明。\n"
                    : "; no set needs less than {0}; not proven the least.\n",
                 exact_text(view->bound), NULL, NULL);
}

static void write_table(const struct search *search, const fzzf_gaps *gaps)
{
    fzzf_gap gap = {.size = sizeof gap};
    struct table table;
    size_t i;

    table_begin(&table, "llrr",
                in_language(search->cli, "指标|名称|可增|投入",
                            "indicator|title|gain|effort"));
    for (i = 0; fzzf_gaps_at(gaps, i, &gap); i++) {
        table_cell(&table, gap.id);
        table_cell(&table, gap.title);
        show_exact_range(&table.cells, &search->shown, gap.gain, gap.gain);
        table_next(&table);
        show_exact_range(&table.cells, &search->shown, gap.effort, gap.effort);
        table_next(&table);
    }
    table_end(&table, &search->cli->out, "  ");
}

static void write_text(const struct search *search, const fzzf_verdict *verdict,
                       const fzzf_gaps *gaps, const fzzf_gaps_view *view)
{
    struct out *const out = &search->cli->out;

    out_text(out, search->count > 1 ? "\n" : "");
    out_fill(out,
             in_language(search->cli, "{0} {1}（申报 {2}）\n",
                         "{0} {1} (declaration {2})\n"),
             verdict->unit, verdict->unit_name, verdict->declaration);
    write_outcome(search, view);
    if (view->count > 0)
        write_table(search, gaps);
    write_proof(search, view);
}

static void write_json(struct search *search, const fzzf_verdict *verdict,
                       const fzzf_gaps *gaps, const fzzf_gaps_view *view)
{
    struct json *const json = &search->json;
    fzzf_gap gap = {.size = sizeof gap};
    size_t i;

    json_object(json, NULL);
    json_text(json, "declaration", verdict->declaration);
    json_text(json, "unit", verdict->unit);
    json_text(json, "unit_name", verdict->unit_name);
    json_text(json, "reading", fzzf_reading_name(verdict->deciding));
    json_text(json, "reaches", fzzf_answer_name(view->reaches));
    json_truth(json, "optimal", view->optimal != 0);
    json_text(json, "bound", exact_text(view->bound));
    json_text(json, "total", exact_text(view->total));
    json_array(json, "gaps");
    for (i = 0; fzzf_gaps_at(gaps, i, &gap); i++) {
        json_object(json, NULL);
        json_text(json, "id", gap.id);
        json_text(json, "title", gap.title);
        json_text(json, "gain", exact_text(gap.gain));
        json_text(json, "effort", exact_text(gap.effort));
        json_end_object(json);
    }
    json_end_array(json);
    json_end_object(json);
}

static void write_csv(struct search *search, const fzzf_verdict *verdict,
                      const fzzf_gaps *gaps)
{
    struct csv *const csv = &search->csv;
    fzzf_gap gap = {.size = sizeof gap};
    size_t i;

    for (i = 0; fzzf_gaps_at(gaps, i, &gap); i++) {
        csv_cell(csv, verdict->declaration);
        csv_cell(csv, verdict->unit);
        csv_cell(csv, gap.id);
        csv_cell(csv, gap.title);
        csv_cell(csv, exact_text(gap.gain));
        csv_cell(csv, exact_text(gap.effort));
        csv_end_row(csv);
    }
}

static bool take(void *user, const fzzf_result *result)
{
    struct search *const search = user;
    struct cli *const cli = search->cli;
    fzzf_verdict verdict = {.size = sizeof verdict};
    fzzf_gaps_view view = {.size = sizeof view};
    fzzf_gaps *gaps = NULL;
    fzzf_status status;

    (void)fzzf_result_verdict(result, &verdict);
    status =
        fzzf_gaps_new(&gaps, search->plan, result, search->aim, cli->diags);
    if (!succeeded(cli, status, verdict.declaration))
        return true;
    search->count++;
    (void)fzzf_gaps_describe(gaps, &view);
    if (cli->format == FORMAT_JSON)
        write_json(search, &verdict, gaps, &view);
    else if (cli->format == FORMAT_CSV)
        write_csv(search, &verdict, gaps);
    else
        write_text(search, &verdict, gaps, &view);
    fzzf_gaps_free(gaps);
    return true;
}

static void search_all(struct search *search, struct round *round)
{
    struct cli *const cli = search->cli;

    search->plan = round->plan;
    search->shown = shown_as(cli, fzzf_plan_contract(round->plan));
    search->csv.out = &cli->out;
    if (cli->format == FORMAT_JSON) {
        json_begin(&search->json, &cli->out, "gaps");
        json_array(&search->json, "units");
    } else if (cli->format == FORMAT_CSV) {
        csv_header(&search->csv, "declaration,unit,node,title,gain,effort");
    }
    round_evaluate(round, take, search);
    if (cli->format == FORMAT_JSON) {
        json_end_array(&search->json);
        json_end_object(&search->json);
    }
}

static void run(struct cli *cli)
{
    struct search search = {.cli = cli, .aim = FZZF_FEWEST};
    struct round round;

    if (cli->settings.aim != NULL && strcmp(cli->settings.aim, "effort") == 0)
        search.aim = FZZF_LEAST_EFFORT;
    if (round_begin(cli, &round, false))
        search_all(&search, &round);
    round_end(&round);
}

static const struct option own[] = {
    {"aim",
     OPTION_WORD,
     OPTION_FIELD(aim),
     SAME("fewest|effort"),
     {{"求什么最少：项数（不指定时）或投入",
       "what is to be least; fewest when not given"}}},
    OPTION_FORMAT("table|json|csv"),
    {.name = NULL},
};

static const struct option *const options[] = {options_of_documents,
                                               options_of_selection, own, NULL};

const struct command command_gaps = {
    .arguments = {{"文件|文件夹|- …", "FILE|FOLDER|- ..."}},
    .details = {{"按评分约定采用的读法，找出补齐之后达到门槛的最小一组指标。求"
                 "投入最少时，\n"
                 "体系中没有写明投入（effort）的指标不列入。",
                 "By the reading that decides, finds the least set of "
                 "indicators that would\n"
                 "reach the threshold. For the least effort, indicators "
                 "without an effort in\n"
                 "the system are not proposed."}},
    .examples =
        "fzzf gaps --system s.xml --contract c.xml --unit 990002 counties.xml\n"
        "fzzf gaps --system s.xml --contract c.xml --aim effort counties.xml",
    .options = options,
    .least = 1,
    .run = run,
};
