/* SPDX-License-Identifier: Apache-2.0 */
/* fzzf survey: scores of surveys with their intervals; awareness rates. */
#include "input.h"
#include "load.h"
#include "message.h"
#include "show_record.h"

extern const struct command command_survey;

/* What adds a document of a kind to the report. */
struct adding {
    const char *kind;
    fzzf_status (*add)(fzzf_record *report, const fzzf_record *document,
                       fzzf_diags *diags);
};

static bool add_files(struct cli *cli, fzzf_record *report,
                      const struct list *names, const struct adding *adding)
{
    size_t i;

    for (i = 0; i < names->count; i++) {
        const char *const name = names->items[i];
        fzzf_record *document = NULL;
        const bool added =
            load_record(cli, name, adding->kind, &document) &&
            succeeded(cli, adding->add(report, document, cli->diags), name);

        fzzf_record_unref(document);
        if (!added)
            return false;
    }
    return true;
}

static void run(struct cli *cli)
{
    static const struct adding surveys = {"survey", fzzf_survey_score};
    static const struct adding logs = {"publicity", fzzf_publicity_count};
    const char *const part = cli->settings.part;
    fzzf_record *report = NULL;

    if (fzzf_record_new(&report, fzzf_kind_find("satisfaction")) != FZZF_OK ||
        fzzf_record_set(report, "id", "satisfaction", NULL) != FZZF_OK)
        (void)refuse_memory(cli);
    else if (add_files(cli, report, &cli->settings.arguments, &surveys) &&
             add_files(cli, report, &cli->settings.publicity, &logs))
        (void)show_record(cli, report, part == NULL ? "score" : part,
                          cli->settings.arguments.items[0]);
    fzzf_record_unref(report);
}

static const struct option own[] = {
    {"publicity",
     OPTION_LIST,
     OPTION_FIELD(publicity),
     {{"文件", "FILE"}},
     {{"宣传工作：给出知晓率；可重复",
       "a log of publicity: gives its awareness rate; may be repeated"}}},
    {"part",
     OPTION_TEXT,
     OPTION_FIELD(part),
     {{"名称", "NAME"}},
     {{"csv 所写的部分；不指定时为 score",
       "the part that csv is of; score when not given"}}},
    OPTION_FORMAT("table|json|csv|xml"),
    {.name = NULL},
};

static const struct option *const options[] = {own, NULL};

const struct command command_survey = {
    .arguments = {{"文件|- …", "FILE|- ..."}},
    .details = {{"按题目、层和整体给出满意度得分及其置信区间，各层按权重加总。"
                 "样本不足时\n"
                 "不给分（too-few），没有答案时没有分值，绝不是零分。",
                 "Scores by question, by stratum and of the whole, weighted "
                 "by stratum, with their\n"
                 "confidence intervals. With fewer answers than demanded "
                 "there is no score\n"
                 "(too-few); without any there is no value, which is not "
                 "zero."}},
    .examples = "fzzf survey survey.xml\n"
                "fzzf survey survey.xml --publicity log.xml --part awareness "
                "--format csv",
    .options = options,
    .least = 1,
    .run = run,
};
