/* SPDX-License-Identifier: Apache-2.0 */
/* fzzf evidence: accounts for evidence; finds what several units use. */
#include "input.h"
#include "load.h"
#include "message.h"
#include "show_record.h"

extern const struct command command_evidence;

/* What is made of each declaration. */
struct checking {
    struct cli *cli;
    fzzf_record *batch, *inventory, *check;
    fzzf_system *system;
    fzzf_duplicates *duplicates; /* NULL: evidence is accounted for */
    size_t count;
};

static int take(void *user, fzzf_declaration *declaration)
{
    struct checking *const checking = user;
    struct cli *const cli = checking->cli;
    fzzf_status status;

    progress_tell(&cli->progress, ++checking->count);
    if (checking->duplicates != NULL)
        status =
            fzzf_duplicates_add(checking->duplicates, declaration, cli->diags);
    else
        status = fzzf_evidence_check(checking->check, checking->batch,
                                     checking->system, declaration,
                                     checking->inventory, cli->diags);
    (void)succeeded(cli, status, fzzf_declaration_id(declaration));
    return status == FZZF_E_MEMORY || status == FZZF_E_IO;
}

/* Hands every declaration of the inputs on. */
static void read_all(struct checking *checking)
{
    struct cli *const cli = checking->cli;
    struct inputs inputs = {.count = 0};
    fzzf_diags *diags = NULL;
    size_t i;

    (void)inputs_find(cli, &inputs, &cli->settings.arguments);
    if (fzzf_diags_new(&diags) != FZZF_OK) {
        (void)refuse_memory(cli);
        inputs.count = 0;
    }
    for (i = 0; i < inputs.count; i++) {
        fzzf_source source;
        fzzf_status status;

        if (!input_source(cli, &inputs.items[i], false, &source))
            continue;
        status = fzzf_xml_each_declaration(&source, take, checking, diags);
        (void)conclude(cli, diags, 0, status, input_name(&inputs.items[i]));
        if (status == FZZF_E_CANCELLED)
            break;
    }
    fzzf_diags_free(diags);
    inputs_free(&inputs);
}

static bool set(struct checking *checking, const char *field, const char *value)
{
    struct cli *const cli = checking->cli;

    return succeeded(
        cli, fzzf_record_set(checking->check, field, value, cli->diags), field);
}

static bool begin_check(struct checking *checking)
{
    struct cli *const cli = checking->cli;
    const struct settings *const settings = &cli->settings;

    if (settings->batch == NULL || settings->system == NULL)
        return refuse(cli, "须用 --batch 和 --system 指明批次和指标体系",
                      "name the batch and the system with --batch and --system",
                      NULL, NULL);
    if (!load_record(cli, settings->batch, "batch", &checking->batch) ||
        !load_system(cli, &checking->system))
        return false;
    if (settings->evidence != NULL &&
        !succeeded(cli,
                   fzzf_inventory_read(&checking->inventory, settings->evidence,
                                       cli->diags),
                   settings->evidence))
        return false;
    if (fzzf_record_new(&checking->check, fzzf_kind_find("evidence-check")) !=
        FZZF_OK)
        return refuse_memory(cli);
    return set(checking, "id", fzzf_record_get(checking->batch, "id")) &&
           set(checking, "batch", fzzf_record_get(checking->batch, "id")) &&
           set(checking, "day", settings->day) &&
           set(checking, "assessor", settings->assessor);
}

static void account(struct checking *checking)
{
    struct cli *const cli = checking->cli;

    if (!begin_check(checking))
        return;
    read_all(checking);
    (void)show_record(cli, checking->check,
                      cli->settings.part == NULL ? "notice"
                                                 : cli->settings.part,
                      cli->settings.batch);
}

static void search(struct checking *checking)
{
    struct cli *const cli = checking->cli;
    fzzf_record *found = NULL;

    if (fzzf_duplicates_new(&checking->duplicates, 0) != FZZF_OK) {
        (void)refuse_memory(cli);
        return;
    }
    read_all(checking);
    if (succeeded(cli,
                  fzzf_duplicates_find(&found, checking->duplicates,
                                       cli->settings.top, cli->diags),
                  "duplicates"))
        (void)show_record(cli, found,
                          cli->settings.part == NULL ? "piece"
                                                     : cli->settings.part,
                          "duplicates");
    fzzf_record_unref(found);
}

static void run(struct cli *cli)
{
    struct checking checking = {.cli = cli};

    if (cli->settings.duplicates)
        search(&checking);
    else
        account(&checking);
    fzzf_duplicates_free(checking.duplicates);
    fzzf_record_unref(checking.check);
    fzzf_record_unref(checking.inventory);
    fzzf_record_unref(checking.batch);
    fzzf_system_unref(checking.system);
}

static const struct option own[] = {
    {"batch",
     OPTION_TEXT,
     OPTION_FIELD(batch),
     {{"文件", "FILE"}},
     {{"批次，其 evidence 规定佐证的件数和时间",
       "the batch, which demands how much evidence, and of which time"}}},
    {"system",
     OPTION_TEXT,
     OPTION_FIELD(system),
     {{"文件", "FILE"}},
     {{"指标体系", "the indicator system"}}},
    {"tailoring",
     OPTION_LIST,
     OPTION_FIELD(tailorings),
     {{"文件", "FILE"}},
     {{"调整；可重复，依次生效", "a tailoring; may be repeated, in order"}}},
    {"materials",
     OPTION_TEXT,
     OPTION_FIELD(evidence),
     {{"文件夹", "FOLDER"}},
     {{"佐证材料的文件，以 href 或编号为名；与所申报的摘要和大小比较",
       "the files of evidence, named by href or id; compared with digest and "
       "size"}}},
    {"on",
     OPTION_TEXT,
     OPTION_FIELD(day),
     {{"日期", "DAY"}},
     {{"以该日判断时效", "the day by which age is judged"}}},
    {"assessor",
     OPTION_WORD,
     OPTION_FIELD(assessor),
     SAME("self|city|province|third-party|survey|on-site|final"),
     {{"谁的佐证；不指定时为 self", "whose evidence; self when not given"}}},
    {"duplicates",
     OPTION_FLAG,
     OPTION_FIELD(duplicates),
     SAME(""),
     {{"只找多个单位使用的同一材料", "only find what several units use"}}},
    {"top",
     OPTION_COUNT,
     OPTION_FIELD(top),
     {{"数", "NUMBER"}},
     {{"至多列出这么多件重复的材料；不指定时为 10000",
       "list at most so many duplicates; 10000 when not given"}}},
    {"part",
     OPTION_TEXT,
     OPTION_FIELD(part),
     {{"名称", "NAME"}},
     {{"csv 所写的部分；不指定时为 notice 或 piece",
       "the part that csv is of; notice or piece when not given"}}},
    OPTION_FORMAT("table|json|csv|xml"),
    {.name = NULL},
};

static const struct option *const options[] = {own, NULL};

const struct command command_evidence = {
    .arguments = {{"文件|文件夹|- …", "FILE|FOLDER|- ..."}},
    .details =
        {{"逐项核查申报的佐证：各类件数、缺少、过期、不在期间内、重复、"
          "一件多用、被改动、现场\n"
          "首次提供。用 --duplicates 时改为在任意多的单位之间查找同一"
          "材料，不占用很多内存。",
          "Accounts for evidence: how many pieces of which kind, what is "
          "missing, stale,\n"
          "outside the period, there twice, used for many indicators, "
          "altered, or first\n"
          "produced on site. With --duplicates it finds what several "
          "units use, in little\n"
          "memory however many there are."}},
    .examples = "fzzf evidence county.xml --batch b.xml --system s.xml "
                "--materials files --on 2023-09-30\n"
                "fzzf evidence --duplicates --format csv provinces/",
    .options = options,
    .least = 1,
    .run = run,
};
