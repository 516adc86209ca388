/* SPDX-License-Identifier: Apache-2.0 */
/* fzzf recommend: who of a level is recommended, and why. */
#include <string.h>

#include "load.h"
#include "message.h"
#include "round.h"
#include "show_record.h"

extern const struct command command_recommend;

struct recommending {
    struct cli *cli;
    struct round *round;
    fzzf_record *batch, *exclusions, *candidates, *decided;
};

static bool set(struct recommending *recommending, const char *field,
                const char *value)
{
    struct cli *const cli = recommending->cli;

    return value == NULL || succeeded(cli,
                                      fzzf_record_set(recommending->candidates,
                                                      field, value, cli->diags),
                                      field);
}

static bool begin(struct recommending *recommending)
{
    struct cli *const cli = recommending->cli;
    const struct settings *const settings = &cli->settings;
    const char *const own = settings->own;

    if (settings->batch == NULL || settings->level == NULL)
        return refuse(cli, "须用 --batch 和 --level 指明批次和推荐层级",
                      "name the batch and the level with --batch and --level",
                      NULL, NULL);
    if (!load_record(cli, settings->batch, "batch", &recommending->batch))
        return false;
    if (settings->exclusions != NULL &&
        !load_record(cli, settings->exclusions, "exclusions",
                     &recommending->exclusions))
        return false;
    if (fzzf_record_new(&recommending->candidates,
                        fzzf_kind_find("recommendation")) != FZZF_OK)
        return refuse_memory(cli);
    return set(recommending, "id", own != NULL ? own : settings->level) &&
           set(recommending, "batch",
               fzzf_record_get(recommending->batch, "id")) &&
           set(recommending, "level", settings->level) &&
           set(recommending, "unit", own) &&
           set(recommending, "day", settings->day);
}

static bool add_result(void *user, const fzzf_result *result)
{
    struct recommending *const recommending = user;
    struct cli *const cli = recommending->cli;
    fzzf_verdict verdict = {.size = sizeof verdict};

    (void)fzzf_result_verdict(result, &verdict);
    return succeeded(cli,
                     fzzf_recommendation_add(
                         recommending->candidates, recommending->batch, result,
                         recommending->round->declaration, cli->diags),
                     verdict.declaration);
}

/* Candidates are the results of a round, each by its own system. */
static bool gather_results(struct recommending *recommending)
{
    struct round round;

    recommending->round = &round;
    if (round_begin(recommending->cli, &round, true))
        do
            round_evaluate(&round, add_result, recommending);
        while (recommending->cli->code == CODE_DONE && round_next(&round));
    round_end(&round);
    return recommending->cli->code == CODE_DONE;
}

/* Candidates are those whom the level below has chosen. */
static bool gather_earlier(struct recommending *recommending)
{
    struct cli *const cli = recommending->cli;
    struct inputs inputs = {.count = 0};
    bool sound = inputs_find(cli, &inputs, &cli->settings.arguments);
    size_t i;

    for (i = 0; i < inputs.count && sound; i++) {
        const char *const name = input_name(&inputs.items[i]);
        fzzf_record *earlier = NULL;
        fzzf_source source;

        sound =
            input_source(cli, &inputs.items[i], false, &source) &&
            succeeded(cli, fzzf_xml_read_record(&earlier, &source, cli->diags),
                      name) &&
            is_record(cli, earlier, "recommendation", name) &&
            succeeded(cli,
                      fzzf_recommendation_take(recommending->candidates,
                                               earlier, cli->diags),
                      name);
        fzzf_record_unref(earlier);
    }
    inputs_free(&inputs);
    return sound;
}

typedef fzzf_status (*change_fn)(fzzf_record **out,
                                 const fzzf_record *candidates,
                                 const fzzf_record *document,
                                 const fzzf_record *batch, fzzf_diags *diags);

/* Lets the document @name, a <@kind>, speak about the candidates; NULL: there
 * is none. */
static bool change(struct recommending *recommending, const char *name,
                   const char *kind, change_fn apply)
{
    struct cli *const cli = recommending->cli;
    fzzf_record *document = NULL, *changed = NULL;
    bool sound;

    if (name == NULL)
        return true;
    sound = load_record(cli, name, kind, &document) &&
            succeeded(cli,
                      apply(&changed, recommending->candidates, document,
                            recommending->batch, cli->diags),
                      name);
    fzzf_record_unref(document);
    if (sound) {
        fzzf_record_unref(recommending->candidates);
        recommending->candidates = changed;
    }
    return sound;
}

static bool change_all(struct recommending *recommending)
{
    const struct settings *const settings = &recommending->cli->settings;

    return change(recommending, settings->beside, "recommendation",
                  fzzf_recommendation_beside) &&
           change(recommending, settings->history, "history",
                  fzzf_recommendation_follow) &&
           change(recommending, settings->scores, "phase-scores",
                  fzzf_recommendation_score) &&
           change(recommending, settings->objections, "objections",
                  fzzf_recommendation_hear);
}

static void decide(struct recommending *recommending)
{
    struct cli *const cli = recommending->cli;
    const char *open;

    if (!succeeded(cli,
                   fzzf_recommend(&recommending->decided,
                                  recommending->candidates, recommending->batch,
                                  recommending->exclusions, cli->diags),
                   cli->settings.batch))
        return;
    open = fzzf_record_get(recommending->decided, "open");
    if (strcmp(open, "0") != 0) {
        complain(cli, "有 {0} 个候选未定，相应名额暂不推荐；理由见各候选",
                 "{0} candidates are open and nobody is chosen for those "
                 "places; the reasons stand with each",
                 open, NULL);
        end_with(cli, CODE_TIE);
    }
    (void)show_record(cli, recommending->decided,
                      cli->settings.part == NULL ? "candidate"
                                                 : cli->settings.part,
                      cli->settings.batch);
}

static void run(struct cli *cli)
{
    struct recommending recommending = {.cli = cli};

    if (begin(&recommending) &&
        (cli->settings.system != NULL ? gather_results(&recommending)
                                      : gather_earlier(&recommending)) &&
        change_all(&recommending))
        decide(&recommending);
    fzzf_record_unref(recommending.decided);
    fzzf_record_unref(recommending.candidates);
    fzzf_record_unref(recommending.exclusions);
    fzzf_record_unref(recommending.batch);
}

static const struct option own[] = {
    {"batch",
     OPTION_TEXT,
     OPTION_FIELD(batch),
     {{"文件", "FILE"}},
     {{"批次", "the batch"}}},
    {"level",
     OPTION_WORD,
     OPTION_FIELD(level),
     SAME("county|city|province|centre"),
     {{"推荐层级", "the level that recommends"}}},
    {"own",
     OPTION_TEXT,
     OPTION_FIELD(own),
     {{"代码", "CODE"}},
     {{"推荐单位的代码：其自身的申报依批次处理",
       "the code of the unit that recommends, for its own declaration"}}},
    {"exclusions",
     OPTION_TEXT,
     OPTION_FIELD(exclusions),
     {{"文件", "FILE"}},
     {{"排除决定", "decisions that exclude units"}}},
    {"also-system",
     OPTION_LIST,
     OPTION_FIELD(systems),
     {{"文件", "FILE"}},
     {{"另一指标体系，如单项示范的；可重复，各申报按其所用的体系评定",
       "a system besides --system, such as that of single items; may be "
       "repeated, each declaration is judged by its own"}}},
    {"beside",
     OPTION_TEXT,
     OPTION_FIELD(beside),
     {{"文件", "FILE"}},
     {{"本级另行作出的综合推荐：其所推荐的单位，依批次不得再获单项推荐",
       "the own recommendation of comprehensive units, decided apart: whom it "
       "has chosen gets no single item where the batch says so"}}},
    {"history",
     OPTION_TEXT,
     OPTION_FIELD(history),
     {{"文件", "FILE"}},
     {{"经过：退回未补正、撤回的申报不得推荐",
       "the history, which bars what was returned or withdrawn"}}},
    {"scores",
     OPTION_TEXT,
     OPTION_FIELD(scores),
     {{"文件", "FILE"}},
     {{"各环节得分：按批次的权重、最低分和门槛计总分",
       "scores of phases, for totals by the batch's weights and gates"}}},
    {"objections",
     OPTION_TEXT,
     OPTION_FIELD(objections),
     {{"文件", "FILE"}},
     {{"公示异议：公示期满后使用", "objections, once the publicity is over"}}},
    {"day",
     OPTION_TEXT,
     OPTION_FIELD(day),
     {{"日期", "DAY"}},
     {{"判断排除、经过和异议所据的日期",
       "the day by which exclusions, history and objections are judged"}}},
    {"part",
     OPTION_TEXT,
     OPTION_FIELD(part),
     {{"名称", "NAME"}},
     {{"csv 所写的部分；不指定时为 candidate",
       "the part that csv is of; candidate when not given"}}},
    OPTION_FORMAT("table|json|csv|xml"),
    {.name = NULL},
};

static const struct option *const options[] = {own, options_of_documents, NULL};

const struct command command_recommend = {
    .arguments = {{"文件|文件夹|- …", "FILE|FOLDER|- ..."}},
    .details = {{"给出 --system 和 --contract 时，参数为申报；否则为下级的推荐"
                 "文档，其所推荐者\n"
                 "为候选。次序不影响结果。有候选未定时，退出码为 4。",
                 "With --system and --contract the arguments are declarations; "
                 "without, they are\n"
                 "recommendations of the level below, whose chosen ones are "
                 "the candidates. Their\n"
                 "order does not matter. The exit code is 4 when a candidate "
                 "is left open."}},
    .examples = "fzzf recommend --batch b.xml --level city --own 510100 "
                "--system s.xml --contract c.xml counties/\n"
                "fzzf recommend --batch b.xml --level province --own 510000 "
                "--format xml cities/",
    .options = options,
    .least = 1,
    .run = run,
};
