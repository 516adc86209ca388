/* SPDX-License-Identifier: Apache-2.0 */
/* fzzf map: carries a declaration over to another edition. */
#include "load.h"
#include "message.h"
#include "show_record.h"

extern const struct command command_map;

struct mapping {
    struct cli *cli;
    fzzf_record *record;
    fzzf_declaration *old, *carried, *after; /* the last may be absent */
    fzzf_result *results[3];                 /* of the three; or absent */
};

/* Whether the mapping covers both systems, when both are given. */
static bool check(struct mapping *mapping)
{
    struct cli *const cli = mapping->cli;
    const char *const old = cli->settings.system;
    fzzf_system *systems[2] = {NULL, NULL};
    bool sound = true;

    if (old == NULL || cli->settings.to_system == NULL)
        return true;
    sound = load_system(cli, &systems[0]);
    cli->settings.system = cli->settings.to_system;
    sound = sound && load_system(cli, &systems[1]);
    cli->settings.system = old;
    sound = sound && succeeded(cli,
                               fzzf_mapping_check(mapping->record, systems[0],
                                                  systems[1], cli->diags),
                               cli->settings.arguments.items[0]);
    fzzf_system_unref(systems[0]);
    fzzf_system_unref(systems[1]);
    return sound;
}

/* The three scores that a change is attributed by. */
static bool evaluate(struct mapping *mapping)
{
    struct cli *const cli = mapping->cli;
    fzzf_declaration *const declarations[3] = {mapping->old, mapping->carried,
                                               mapping->after};
    fzzf_plan *plans[2] = {NULL, NULL};
    bool sound = true;

    if (cli->settings.contract == NULL)
        return true;
    for (int i = 0; i < 2; i++)
        sound = sound && load_side(cli, i == 1, &plans[i]);
    for (int i = 0; i < 3; i++)
        if (sound && declarations[i] != NULL)
            sound =
                succeeded(cli,
                          fzzf_plan_evaluate(plans[i > 0], &mapping->results[i],
                                             declarations[i], cli->diags),
                          fzzf_declaration_id(declarations[i]));
    fzzf_plan_unref(plans[0]);
    fzzf_plan_unref(plans[1]);
    return sound;
}

static int take_bytes(void *user, const char *bytes, size_t size)
{
    struct out *const out = user;

    out_bytes(out, bytes, size);
    return out->error;
}

static void tell(struct mapping *mapping)
{
    struct cli *const cli = mapping->cli;
    const char *const name = cli->settings.arguments.items[1];
    fzzf_record *report = NULL;

    if (cli->settings.carried)
        (void)succeeded(cli,
                        fzzf_xml_write_declaration(mapping->carried, take_bytes,
                                                   &cli->out, NULL),
                        name);
    else if (evaluate(mapping) &&
             succeeded(cli,
                       fzzf_mapping_report(&report, mapping->record,
                                           mapping->old, mapping->results[0],
                                           mapping->results[1],
                                           mapping->results[2], cli->diags),
                       name))
        (void)show_record(cli, report, NULL, name);
    fzzf_record_unref(report);
}

static void run(struct cli *cli)
{
    const struct list *const arguments = &cli->settings.arguments;
    struct mapping mapping = {.cli = cli};
    bool sound =
        load_record(cli, arguments->items[0], "mapping", &mapping.record) &&
        check(&mapping) &&
        load_declaration(cli, arguments->items[1], &mapping.old) &&
        (arguments->count < 3 ||
         load_declaration(cli, arguments->items[2], &mapping.after)) &&
        succeeded(cli,
                  fzzf_mapping_carry(&mapping.carried, mapping.record,
                                     mapping.old, cli->diags),
                  arguments->items[1]);

    if (sound)
        tell(&mapping);
    for (int i = 0; i < 3; i++)
        fzzf_result_unref(mapping.results[i]);
    fzzf_declaration_unref(mapping.carried);
    fzzf_declaration_unref(mapping.after);
    fzzf_declaration_unref(mapping.old);
    fzzf_record_unref(mapping.record);
}

static const struct option own[] = {
    {"to-system",
     OPTION_TEXT,
     OPTION_FIELD(to_system),
     {{"文件", "FILE"}},
     {{"新版指标体系", "the system of the new edition"}}},
    {"to-contract",
     OPTION_TEXT,
     OPTION_FIELD(to_contract),
     {{"文件", "FILE"}},
     {{"新版所用评分约定；不指定时相同",
       "the contract of the new edition; the same when not given"}}},
    {"carried",
     OPTION_FLAG,
     OPTION_FIELD(carried),
     SAME(""),
     {{"输出沿用后的申报（XML），而不是报告",
       "writes the declaration carried over, as XML, not the report"}}},
    OPTION_FORMAT("table|json|csv|xml"),
    {.name = NULL},
};

static const struct option *const options[] = {own, options_of_documents, NULL};

const struct command command_map = {
    .arguments = {{"对应 申报 [新申报]", "MAPPING DECLARATION [NEW]"}},
    .details = {{"逐行说明沿用了什么、什么没有对应、什么是新增。给出 --system "
                 "和 --to-system 时\n"
                 "先检查对应是否恰好覆盖两版；再给出 --contract 时，把分数变化"
                 "归于版本或工作。",
                 "Says row by row what is carried over, what has no successor, "
                 "what is new. With\n"
                 "--system and --to-system it checks that the mapping covers "
                 "both editions; with\n"
                 "--contract too, it attributes the change of score to the "
                 "edition or to performance."}},
    .examples =
        "fzzf map mapping.xml 2019.xml --carried >2021.xml\n"
        "fzzf map mapping.xml 2019.xml 2021.xml --system old.xml --to-system "
        "new.xml --contract c.xml",
    .options = options,
    .least = 2,
    .most = 3,
    .run = run,
};
