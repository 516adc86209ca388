/* SPDX-License-Identifier: Apache-2.0 */
/* fzzf register: how a register of titles stands on a day; enters namings. */
#include "load.h"
#include "message.h"
#include "show_record.h"

extern const struct command command_register;

/* Shows the register with those named whom the decision has chosen. */
static void enter(struct cli *cli, fzzf_record *reg, const char *name)
{
    const struct settings *const settings = &cli->settings;
    fzzf_record *decision = NULL, *batch = NULL;

    if (settings->batch == NULL || settings->by == NULL)
        (void)refuse(cli, "登记命名须用 --batch 和 --by 指明批次和命名机关",
                     "entering namings needs --batch and --by", NULL, NULL);
    else if (load_record(cli, settings->decision, "recommendation",
                         &decision) &&
             load_record(cli, settings->batch, "batch", &batch) &&
             succeeded(cli,
                       fzzf_register_name(reg, decision, batch, settings->by,
                                          settings->day, cli->diags),
                       name))
        (void)show_record(
            cli, reg, settings->part == NULL ? "naming" : settings->part, name);
    fzzf_record_unref(decision);
    fzzf_record_unref(batch);
}

static void tell(struct cli *cli, fzzf_record *reg, const char *name)
{
    const char *const part = cli->settings.part;
    fzzf_record *standing = NULL;

    if (succeeded(cli,
                  fzzf_register_standing(&standing, reg, cli->settings.day,
                                         cli->diags),
                  name))
        (void)show_record(cli, standing, part == NULL ? "owed" : part, name);
    fzzf_record_unref(standing);
}

static void run(struct cli *cli)
{
    const char *const name = cli->settings.arguments.items[0];
    fzzf_record *reg = NULL;

    if (cli->settings.day == NULL)
        (void)refuse(cli, "须用 --on 指明日期", "name the day with --on", NULL,
                     NULL);
    else if (load_record(cli, name, "register", &reg))
        (cli->settings.decision != NULL ? enter : tell)(cli, reg, name);
    fzzf_record_unref(reg);
}

static const struct option own[] = {
    {"on",
     OPTION_TEXT,
     OPTION_FIELD(day),
     {{"日期", "DAY"}},
     {{"所问的日期；登记时为命名日期",
       "the day that is asked for; when entering, that of naming"}}},
    {"decision",
     OPTION_TEXT,
     OPTION_FIELD(decision),
     {{"文件", "FILE"}},
     {{"推荐文档：登记其所选者为命名，输出新的台账",
       "a recommendation: enters its chosen ones, shows the new register"}}},
    {"batch",
     OPTION_TEXT,
     OPTION_FIELD(batch),
     {{"文件", "FILE"}},
     {{"决定所属的批次", "the batch that the decision is of"}}},
    {"by",
     OPTION_TEXT,
     OPTION_FIELD(by),
     {{"机关", "BODY"}},
     {{"命名机关", "the body that names"}}},
    {"part",
     OPTION_TEXT,
     OPTION_FIELD(part),
     {{"名称", "NAME"}},
     {{"csv 所写的部分；不指定时为 owed，登记时为 naming",
       "the part that csv is of; owed, or naming when entering"}}},
    OPTION_FORMAT("table|json|csv|xml"),
    {.name = NULL},
};

static const struct option *const options[] = {own, NULL};

const struct command command_register = {
    .arguments = {{"文件|-", "FILE|-"}},
    .details =
        {{"列出有效和已撤销的称号、应报和逾期的年度报告、可复制经验。台账"
          "中的其他事项\n"
          "用 fzzf record 以 CSV 登记，重名、未命名即撤销等错误在此报告。",
          "Lists titles in force and revoked, yearly reports due and "
          "overdue, and practices.\n"
          "Other entries are made with fzzf record as CSV; nonsense "
          "such as revoking what\n"
          "was not named is reported here."}},
    .examples =
        "fzzf register register.xml --on 2026-02-03\n"
        "fzzf register register.xml --decision centre.xml --batch b.xml "
        "--by 中央依法治国办 --on 2025-10-28 --format xml",
    .options = options,
    .least = 1,
    .most = 1,
    .run = run,
};
