/* SPDX-License-Identifier: Apache-2.0 */
/* fzzf tasks: how the tasks of a workplan stand on a day. */
#include <string.h>

#include "load.h"
#include "message.h"
#include "round.h"
#include "show_record.h"

extern const struct command command_tasks;

struct working {
    struct cli *cli;
    const char *name; /* of the workplan */
    fzzf_record *workplan, *tasks;
    fzzf_system *system;
    fzzf_result *result;
    size_t results;
};

static bool take_result(void *user, const fzzf_result *result)
{
    struct working *const working = user;

    if (working->results++ == 0)
        working->result = fzzf_result_ref((fzzf_result *)result);
    return true;
}

/* The result of the workplan's unit among the declarations that follow. */
static bool evaluate(struct working *working)
{
    struct cli *const cli = working->cli;
    const char *const unit = fzzf_record_get(working->workplan, "unit");
    struct round round;

    cli->settings.unit = unit;
    if (round_begin(cli, &round, false))
        round_evaluate(&round, take_result, working);
    round_end(&round);
    if (cli->code != CODE_DONE)
        return false;
    if (working->results > 1)
        return refuse(cli, "单位“{0}”不止一份申报；请用 --declaration 指明",
                      "the unit '{0}' has more than one declaration; say which "
                      "by --declaration",
                      unit, NULL);
    return true;
}

static bool load(struct working *working)
{
    struct cli *const cli = working->cli;
    struct settings *const settings = &cli->settings;

    if (settings->system == NULL || settings->day == NULL)
        return refuse(cli, "须用 --system 和 --on 指明指标体系和日期",
                      "name the system and the day with --system and --on",
                      NULL, NULL);
    working->name = settings->arguments.items[0];
    memmove(settings->arguments.items, settings->arguments.items + 1,
            --settings->arguments.count * sizeof *settings->arguments.items);
    if ((settings->contract != NULL) != (settings->arguments.count > 0))
        return refuse(cli, "给出申报时须用 --contract 指明评分约定，反之亦然",
                      "declarations need --contract, and --contract needs "
                      "declarations",
                      NULL, NULL);
    return load_record(cli, working->name, "workplan", &working->workplan) &&
           load_system(cli, &working->system) &&
           (settings->contract == NULL || evaluate(working));
}

static void run(struct cli *cli)
{
    struct working working = {.cli = cli};

    if (load(&working) &&
        succeeded(cli,
                  fzzf_workplan_tasks(&working.tasks, working.workplan,
                                      working.system, working.result,
                                      cli->settings.day, cli->diags),
                  working.name))
        (void)show_record(cli, working.tasks,
                          cli->settings.part == NULL ? "sheet"
                                                     : cli->settings.part,
                          working.name);
    fzzf_record_unref(working.tasks);
    fzzf_record_unref(working.workplan);
    fzzf_result_unref(working.result);
    fzzf_system_unref(working.system);
}

static const struct option own[] = {
    {"on",
     OPTION_TEXT,
     OPTION_FIELD(day),
     {{"日期", "DAY"}},
     {{"以该日为准", "the day on which tasks are looked at"}}},
    {"declaration",
     OPTION_TEXT,
     OPTION_FIELD(declaration),
     {{"编号", "ID"}},
     {{"只看这份申报", "only the declaration with this id"}}},
    {"part",
     OPTION_TEXT,
     OPTION_FIELD(part),
     {{"名称", "NAME"}},
     {{"csv 所写的部分；不指定时为 sheet",
       "the part that csv is of; sheet when not given"}}},
    OPTION_FORMAT("table|json|csv|xml"),
    {.name = NULL},
};

static const struct option *const options[] = {own, options_of_documents, NULL};

const struct command command_tasks = {
    .arguments = {{"任务分工 [申报 …]", "WORKPLAN [DECLARATIONS ...]"}},
    .details =
        {{"列出各部门、乡镇的任务台账（分值、已完成、逾期、未认领、整改），"
          "全县汇总，以及问责\n"
          "事项。给出申报和 --contract 时，按任务分工所属单位的结果列出"
          "失分和短板。",
          "Gives each department and township its sheet (points at "
          "stake, done, overdue,\n"
          "unclaimed, rectifications), the totals of the county, and "
          "the accountability\n"
          "list. With declarations and --contract the result of the "
          "workplan's unit tells\n"
          "what was lost."}},
    .examples = "fzzf tasks workplan.xml --system s.xml --on 2025-06-30\n"
                "fzzf tasks workplan.xml --system s.xml --contract c.xml "
                "--on 2025-06-30 county.xml\n"
                "fzzf record --part task --rows tasks.csv --format xml "
                "workplan.xml",
    .options = options,
    .least = 1,
    .run = run,
};
