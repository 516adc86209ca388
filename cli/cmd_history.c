/* SPDX-License-Identifier: Apache-2.0 */
/* fzzf history: merges histories; tells the state of every declaration. */
#include "load.h"
#include "message.h"
#include "input.h"
#include "show_record.h"

extern const struct command command_history;

struct following {
    struct cli *cli;
    fzzf_record *batch, *history, *states;
};

/* Merges @more, read from @name, into what was gathered. */
static bool merge(struct following *following, fzzf_record *more,
                  const char *name)
{
    fzzf_record *merged = NULL;

    if (following->history == NULL) /* alone it comes into order too */
        following->history = fzzf_record_ref(more);
    if (!succeeded(following->cli,
                   fzzf_history_merge(&merged, following->history, more,
                                      following->cli->diags),
                   name))
        return false;
    fzzf_record_unref(following->history);
    following->history = merged;
    return true;
}

static bool gather(struct following *following)
{
    struct cli *const cli = following->cli;
    struct inputs inputs = {.count = 0};
    bool sound = inputs_find(cli, &inputs, &cli->settings.arguments);
    size_t i;

    for (i = 0; i < inputs.count && sound; i++) {
        const char *const name = input_name(&inputs.items[i]);
        fzzf_record *more = NULL;
        fzzf_source source;

        sound = input_source(cli, &inputs.items[i], false, &source) &&
                succeeded(cli, fzzf_xml_read_record(&more, &source, cli->diags),
                          name) &&
                is_record(cli, more, "history", name) &&
                merge(following, more, name);
        fzzf_record_unref(more);
    }
    inputs_free(&inputs);
    return sound;
}

/* Merges the events that --decision says by itself. */
static bool gather_decision(struct following *following)
{
    struct cli *const cli = following->cli;
    const char *const name = cli->settings.decision;
    fzzf_record *decision = NULL, *made = NULL;
    bool sound;

    if (name == NULL)
        return true;
    if (cli->settings.by == NULL)
        return refuse(cli, "--decision 须用 --by 指明作出决定的机关",
                      "--decision needs --by, the body that decided", NULL,
                      NULL);
    sound = load_record(cli, name, "recommendation", &decision) &&
            succeeded(cli,
                      fzzf_history_decided(&made, decision, cli->settings.by,
                                           cli->diags),
                      name) &&
            merge(following, made, name);
    fzzf_record_unref(decision);
    fzzf_record_unref(made);
    return sound;
}

/* And those that --register says. */
static bool gather_register(struct following *following)
{
    struct cli *const cli = following->cli;
    const char *const name = cli->settings.reg;
    fzzf_record *reg = NULL, *made = NULL;
    bool sound;

    if (name == NULL)
        return true;
    if (following->batch == NULL)
        return refuse(cli, "--register 须用 --batch 指明批次",
                      "--register needs --batch", NULL, NULL);
    sound = load_record(cli, name, "register", &reg) &&
            succeeded(cli,
                      fzzf_history_registered(&made, reg, following->batch,
                                              cli->diags),
                      name) &&
            merge(following, made, name);
    fzzf_record_unref(reg);
    fzzf_record_unref(made);
    return sound;
}

static void tell(struct following *following)
{
    struct cli *const cli = following->cli;
    const struct settings *const settings = &cli->settings;
    const char *const name = settings->arguments.items[0];
    fzzf_status status;

    if (settings->day == NULL)
        status = fzzf_history_check(following->history, following->batch,
                                    cli->diags);
    else
        status =
            fzzf_history_states(&following->states, following->history,
                                following->batch, settings->day, cli->diags);
    if (succeeded(cli, status, name))
        (void)show_record(
            cli, settings->day == NULL ? following->history : following->states,
            NULL, name);
}

static void run(struct cli *cli)
{
    struct following following = {.cli = cli};

    if ((cli->settings.batch == NULL ||
         load_record(cli, cli->settings.batch, "batch", &following.batch)) &&
        gather(&following) && gather_decision(&following) &&
        gather_register(&following) && following.history != NULL)
        tell(&following);
    fzzf_record_unref(following.states);
    fzzf_record_unref(following.history);
    fzzf_record_unref(following.batch);
}

static const struct option own[] = {
    {"on",
     OPTION_TEXT,
     OPTION_FIELD(day),
     {{"日期", "DAY"}},
     {{"列出各申报在该日终了时的状态；不指定时写出合并的经过",
       "tell the state of every declaration at the end of that day; without, "
       "the merged history is written"}}},
    {"batch",
     OPTION_TEXT,
     OPTION_FIELD(batch),
     {{"文件", "FILE"}},
     {{"批次：据以核对环节及其次序", "the batch, for phases and their order"}}},
    {"decision",
     OPTION_TEXT,
     OPTION_FIELD(decision),
     {{"文件", "FILE"}},
     {{"推荐文档：加入其推荐、不予推荐、未命名的事项",
       "a recommendation: adds its events, who was recommended, not "
       "recommended or not named"}}},
    {"by",
     OPTION_TEXT,
     OPTION_FIELD(by),
     {{"机关", "BODY"}},
     {{"作出该决定的机关", "the body that decided it"}}},
    {"register",
     OPTION_TEXT,
     OPTION_FIELD(reg),
     {{"文件", "FILE"}},
     {{"命名台账：加入本批次的命名和撤销事项",
       "a register: adds the batch's namings and revocations"}}},
    OPTION_FORMAT("table|json|csv|xml"),
    {.name = NULL},
};

static const struct option *const options[] = {own, NULL};

const struct command command_history = {
    .arguments = {{"文件|文件夹|- …", "FILE|FOLDER|- ..."}},
    .details = {{"多份经过合并为一份：同一事项计一次，次序和重复不影响结果。\n"
                 "不合法的事项被拒绝，并说明此时状态和其后可有的事项；退出码为 "
                 "2。",
                 "Several histories are merged: an event counts once, order "
                 "and repetition do not\n"
                 "matter. An illegal event is refused, with the state that it "
                 "came in and what may\n"
                 "come instead; the exit code is then 2."}},
    .examples = "fzzf history --on 2026-07-01 --batch batch.xml city/ "
                "province.xml\n"
                "fzzf history --format xml a.xml b.xml\n"
                "fzzf history --decision city.xml --by 市委依法治市办 "
                "--format xml history.xml",
    .options = options,
    .least = 1,
    .run = run,
};
