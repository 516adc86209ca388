/* SPDX-License-Identifier: Apache-2.0 */
/* fzzf explain: where points were lost, and why the verdict is what it is. */
#include <stdlib.h>
#include <string.h>

#include "csv.h"
#include "losses.h"
#include "message.h"
#include "nearest.h"
#include "result_json.h"
#include "round.h"
#include "sentence.h"
#include "show.h"

extern const struct command command_explain;

struct explanation {
    struct cli *cli;
    struct shown shown;
    struct json json;
    struct csv csv;
    struct sentence sentence;
    size_t count; /* units so far */
};

static struct out *out_of(const struct explanation *explanation)
{
    return &explanation->cli->out;
}

static int is_chinese(const struct explanation *explanation)
{
    return explanation->shown.language == FZZF_CHINESE;
}

static bool write_line(struct explanation *explanation, const char *indent,
                       const char *text)
{
    if (text == NULL)
        return refuse_memory(explanation->cli);
    out_text(out_of(explanation), indent);
    out_shown(out_of(explanation), text);
    out_text(out_of(explanation), "\n");
    return true;
}

static bool write_reasons(struct explanation *explanation,
                          const fzzf_result *result)
{
    const int zh = is_chinese(explanation);
    fzzf_verdict verdict = {.size = sizeof verdict};
    fzzf_reason reason = {.size = sizeof reason};
    bool sound = true;
    size_t i;

    (void)fzzf_result_verdict(result, &verdict);
    out_fill(out_of(explanation),
             zh ? "结论：合格 {0}\n" : "Verdict: eligible {0}\n",
             answer_word(explanation->shown.language, verdict.eligible), NULL,
             NULL);
    for (i = 0; sound && fzzf_result_reason(result, i, &reason); i++)
        sound = write_line(explanation, "  ",
                           sentence_reason(&explanation->sentence, result, i,
                                           explanation->shown.language));
    return sound;
}

static void write_open(struct explanation *explanation,
                       const fzzf_result *result)
{
    const int zh = is_chinese(explanation);
    fzzf_open open = {.size = sizeof open};
    size_t i;

    for (i = 0; fzzf_result_open(result, i, &open); i++) {
        if (i == 0)
            out_text(out_of(explanation),
                     zh ? "使结果未定的观测：\n"
                        : "Observations that leave it open:\n");
        out_fill(out_of(explanation), "  {0} {1}", open.node, open.observation,
                 NULL);
        if (open.period != NULL)
            out_fill(out_of(explanation), zh ? "（{0}）" : " ({0})",
                     open.period, NULL, NULL);
        out_text(out_of(explanation), "\n");
    }
}

static void write_score(struct explanation *explanation, const fzzf_node *node)
{
    struct out *const out = out_of(explanation);
    const int zh = is_chinese(explanation);

    if (node->score != NULL) {
        out_text(out, zh ? "得分 " : "score ");
        show_range(out, &explanation->shown, node->score, node->high);
    } else {
        out_text(out, state_word(explanation->shown.language, node->state));
    }
    if (node->full != NULL) {
        out_text(out, zh ? "，满分 " : " of ");
        show_number(out, &explanation->shown, node->full);
    }
    if (node->grade != NULL)
        out_fill(out, zh ? "，等次 {0}" : ", grade {0}", node->grade, NULL,
                 NULL);
    out_text(out, "\n");
}

static bool write_node(struct explanation *explanation,
                       const fzzf_result *result, size_t index)
{
    const fzzf_language language = explanation->shown.language;
    struct sentence *const sentence = &explanation->sentence;
    fzzf_node node = {.size = sizeof node};
    const char *why;
    bool sound;
    size_t i;

    (void)fzzf_result_node(result, index, &node);
    out_fill(out_of(explanation),
             is_chinese(explanation) ? "{0} {1}：" : "{0} {1}: ", node.id,
             node.title, NULL);
    write_score(explanation, &node);
    why = sentence_why(sentence, result, index, language);
    sound =
        why != NULL && *why == '\0' ? true : write_line(explanation, "  ", why);
    for (i = 0; sound && i < node.cause_count; i++)
        sound =
            write_line(explanation, "  ",
                       sentence_cause(sentence, result, index, i, language));
    return sound;
}

static bool write_unit(struct explanation *explanation,
                       const fzzf_result *result,
                       const struct json_nodes *nodes)
{
    const int zh = is_chinese(explanation);
    fzzf_verdict verdict = {.size = sizeof verdict};
    bool sound;
    size_t i;

    (void)fzzf_result_verdict(result, &verdict);
    out_text(out_of(explanation), explanation->count > 1 ? "\n" : "");
    out_fill(out_of(explanation),
             zh ? "== {0} {1}（申报 {2}）\n" : "== {0} {1} (declaration {2})\n",
             verdict.unit, verdict.unit_name, verdict.declaration);
    sound = write_reasons(explanation, result);
    write_open(explanation, result);
    if (nodes->count == 0)
        out_text(out_of(explanation),
                 zh ? "没有失分。\n" : "No points were lost.\n");
    else if (explanation->cli->settings.node == NULL)
        out_text(out_of(explanation),
                 zh ? "失分（从最深一级起，失分多的在前）：\n"
                    : "Lost (deepest level first, greatest loss first):\n");
    for (i = 0; sound && i < nodes->count; i++)
        sound = write_node(explanation, result, nodes->indices[i]);
    return sound;
}

static bool write_row(struct explanation *explanation,
                      const fzzf_result *result, const fzzf_node *node,
                      size_t index, size_t number)
{
    struct csv *const csv = &explanation->csv;
    fzzf_verdict verdict = {.size = sizeof verdict};
    fzzf_cause cause = {.size = sizeof cause};
    const char *const text =
        sentence_cause(&explanation->sentence, result, index, number,
                       explanation->shown.language);

    (void)fzzf_result_verdict(result, &verdict);
    (void)fzzf_result_cause(result, index, number, &cause);
    csv_cell(csv, verdict.declaration);
    csv_cell(csv, verdict.unit);
    csv_cell(csv, node->id);
    csv_cell(csv, node->title);
    csv_cell(csv, cause.code);
    csv_cell(csv, exact_text(cause.amount));
    csv_cell(csv, exact_text(cause.high));
    csv_cell(csv, cause.label);
    csv_cell(csv, cause.node);
    csv_cell(csv, cause.veto);
    csv_cell(csv, text);
    csv_end_row(csv);
    return text != NULL || refuse_memory(explanation->cli);
}

static bool write_rows(struct explanation *explanation,
                       const fzzf_result *result,
                       const struct json_nodes *nodes)
{
    fzzf_node node = {.size = sizeof node};
    bool sound = true;
    size_t i;
    size_t j;

    for (i = 0; i < nodes->count; i++) {
        (void)fzzf_result_node(result, nodes->indices[i], &node);
        for (j = 0; sound && j < node.cause_count; j++)
            sound = write_row(explanation, result, &node, nodes->indices[i], j);
    }
    return sound;
}

static bool write_nodes(struct explanation *explanation,
                        const fzzf_result *result,
                        const struct json_nodes *nodes)
{
    switch (explanation->cli->format) {
    case FORMAT_JSON:
        return json_result(&explanation->json, result, nodes) ||
               refuse_memory(explanation->cli);
    case FORMAT_CSV:
        return write_rows(explanation, result, nodes);
    case FORMAT_TABLE:
    case FORMAT_XML:
        break;
    }
    return write_unit(explanation, result, nodes);
}

static bool refuse_node(struct cli *cli, const fzzf_result *result)
{
    const char *const wanted = cli->settings.node;
    struct nearest nearest = {.wanted = wanted};
    fzzf_node node = {.size = sizeof node};
    size_t i;

    for (i = 0; fzzf_result_node(result, i, &node); i++)
        nearest_try(&nearest, node.id);
    if (nearest.best != NULL)
        return refuse(cli, "没有指标“{0}”，是否为“{1}”？",
                      "there is no indicator '{0}'; was '{1}' meant?", wanted,
                      nearest.best);
    return refuse(cli, "没有指标“{0}”", "there is no indicator '{0}'", wanted,
                  NULL);
}

static bool take(void *user, const fzzf_result *result)
{
    struct explanation *const explanation = user;
    struct cli *const cli = explanation->cli;
    struct json_nodes nodes = {.causes = true};
    size_t *indices = NULL;
    size_t index;
    bool sound;

    explanation->count++;
    if (cli->settings.node != NULL) {
        index = fzzf_result_find(result, cli->settings.node);
        if (index == fzzf_result_count(result))
            return refuse_node(cli, result);
        nodes.indices = &index;
        nodes.count = 1;
        return write_nodes(explanation, result, &nodes);
    }
    if (!losses_find(result, &indices, &nodes.count))
        return refuse_memory(cli);
    nodes.indices = indices;
    sound = write_nodes(explanation, result, &nodes);
    free(indices);
    return sound;
}

static void begin(struct explanation *explanation)
{
    struct cli *const cli = explanation->cli;

    explanation->csv.out = &cli->out;
    if (cli->format == FORMAT_JSON) {
        json_begin(&explanation->json, &cli->out, "explain");
        json_array(&explanation->json, "results");
    } else if (cli->format == FORMAT_CSV) {
        csv_header(&explanation->csv,
                   "declaration,unit,node,title,cause,amount,high,label,child,"
                   "veto,sentence");
    }
}

static void run(struct cli *cli)
{
    struct explanation explanation = {.cli = cli};
    struct round round;

    if (round_begin(cli, &round, false)) {
        explanation.shown = shown_as(cli, fzzf_plan_contract(round.plan));
        begin(&explanation);
        round_evaluate(&round, take, &explanation);
        if (cli->format == FORMAT_JSON) {
            json_end_array(&explanation.json);
            json_end_object(&explanation.json);
        }
        sentence_free(&explanation.sentence);
    }
    round_end(&round);
}

static const struct option own[] = {
    OPTION_FORM("table|json|csv", "文字", "words"),
    {"node",
     OPTION_TEXT,
     OPTION_FIELD(node),
     {{"编号", "ID"}},
     {{"只说明这个指标；total 为总分",
       "only this indicator; total is the whole"}}},
    {.name = NULL},
};

static const struct option *const options[] = {options_of_documents,
                                               options_of_selection, own, NULL};

const struct command command_explain = {
    .arguments = {{"文件|文件夹|- …", "FILE|FOLDER|- ..."}},
    .details = {{"依次给出结论及其理由、使结果未定的观测、失分或没有精确得分的"
                 "指标及其\n"
                 "原因。每个指标的各项原因相加，恰为满分与得分之差。",
                 "Gives the verdict and its reasons, the observations that "
                 "leave it open, then\n"
                 "every indicator that lost points or has no exact score. The "
                 "causes of an\n"
                 "indicator add up exactly to the way from its full marks to "
                 "its score."}},
    .examples = "fzzf explain --system s.xml --contract c.xml --unit 990002 "
                "counties.xml\n"
                "fzzf explain --system s.xml --contract c.xml --node 1.1.1 "
                "counties.xml",
    .options = options,
    .least = 1,
    .run = run,
};
