/* SPDX-License-Identifier: Apache-2.0 */
/* fzzf assessments: what each assessor's values come to, side by side. */
#include <stdlib.h>

#include "message.h"
#include "round.h"
#include "show_record.h"

extern const struct command command_assessments;

/* The declarations of a round, held until all are read. */
struct gathering {
    struct round round;
    fzzf_declaration **items;
    size_t count, room;
};

static int keep(void *user, fzzf_declaration *declaration)
{
    struct gathering *const gathering = user;

    if (gathering->count == gathering->room) {
        const size_t room = gathering->room == 0 ? 64 : gathering->room * 2;
        fzzf_declaration **const grown =
            realloc(gathering->items, room * sizeof *grown);

        if (grown == NULL) {
            (void)refuse_memory(gathering->round.cli);
            gathering->round.stopped = true;
            return 1;
        }
        gathering->items = grown;
        gathering->room = room;
    }
    gathering->items[gathering->count++] = fzzf_declaration_ref(declaration);
    progress_tell(&gathering->round.cli->progress, gathering->count);
    return 0;
}

static void read_input(struct gathering *gathering, struct input *input)
{
    struct round *const round = &gathering->round;
    fzzf_source source;

    if (!input_source(round->cli, input, false, &source))
        return;
    source.counted = 1;
    reading_end(round, &round->reading, input,
                fzzf_xml_each_declaration(&source, keep, gathering,
                                          round->reading.diags));
}

static void show(const struct gathering *gathering)
{
    struct cli *const cli = gathering->round.cli;
    const char *const name = cli->settings.arguments.items[0];
    fzzf_record *made = NULL;

    if (succeeded(cli,
                  fzzf_assessments(&made, gathering->round.plan,
                                   (fzzf_declaration *const *)gathering->items,
                                   gathering->count, cli->diags),
                  name)) {
        progress_clear(&cli->progress);
        (void)show_record(cli, made,
                          cli->settings.part == NULL ? "indicator"
                                                     : cli->settings.part,
                          name);
    }
    fzzf_record_unref(made);
}

static void run(struct cli *cli)
{
    struct gathering gathering = {.items = NULL};
    struct round *const round = &gathering.round;
    size_t i;

    if (round_begin(cli, round, false)) {
        for (i = 0; i < round->inputs.count && !round->stopped; i++)
            read_input(&gathering, &round->inputs.items[i]);
        if (cli->code == CODE_DONE)
            show(&gathering);
    }
    for (i = 0; i < gathering.count; i++)
        fzzf_declaration_unref(gathering.items[i]);
    free(gathering.items);
    round_end(round);
}

static const struct option own[] = {
    {"part",
     OPTION_TEXT,
     OPTION_FIELD(part),
     {{"名称", "NAME"}},
     {{"csv 所写的部分；不指定时为 indicator",
       "the part that csv is of; indicator when not given"}}},
    OPTION_FORMAT("table|json|csv|xml"),
    {.name = NULL},
};

static const struct option *const options[] = {options_of_documents, own, NULL};

const struct command command_assessments = {
    .arguments = {{"文件|文件夹|- …", "FILE|FOLDER|- ..."}},
    .details =
        {{"每份申报除按评分约定认定外，再分别只按自评、市级、省级等各评定主体"
          "的值评分，逐项\n"
          "对照；列出有分歧的观测值、自评虚高（自评减认定），以及各评定主体"
          "在是否符合上的\n"
          "一致率和 κ 系数（Cohen 1960）。有申报不成立时不出报告。",
          "Each declaration is scored as the contract decides, and once as if "
          "each assessor's\n"
          "values alone decided. Shown are all sides of each indicator, what "
          "was observed\n"
          "where they differ, the inflation of self-assessments (self minus "
          "decided), and\n"
          "agreement on what is met with kappa (Cohen 1960). No report is made "
          "when a\n"
          "declaration does not hold."}},
    .examples = "fzzf assessments --system s.xml --contract c.xml counties/\n"
                "fzzf assessments --system s.xml --contract c.xml --format csv "
                "--part inflation counties/",
    .options = options,
    .least = 1,
    .run = run,
};
