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
        gather(&following) && following.history != NULL)
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
                "fzzf history --format xml a.xml b.xml",
    .options = options,
    .least = 1,
    .run = run,
};
