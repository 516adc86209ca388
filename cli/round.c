/* SPDX-License-Identifier: Apache-2.0 */
/* Going through the declarations of a round and evaluating each. */
#include "round.h"

#include <stdlib.h>
#include <string.h>

#include "load.h"
#include "message.h"

/* Whether another plan than the one it is at is of the system @id. */
static bool is_of_other(const struct round *round, const char *id)
{
    size_t i;

    for (i = 0; i < round->plan_count; i++)
        if (i != round->at &&
            strcmp(fzzf_system_id(fzzf_plan_system(round->plans[i])), id) == 0)
            return true;
    return false;
}

/* Each system has an id of its own, and each tailoring a system. */
static bool check_plans(struct round *round)
{
    struct cli *const cli = round->cli;

    for (round->at = round->plan_count; round->at-- > 1;) {
        const char *const id =
            fzzf_system_id(fzzf_plan_system(round->plans[round->at]));

        if (is_of_other(round, id))
            return refuse(cli, "两个指标体系的编号都是“{0}”",
                          "two systems have the id '{0}'", id, NULL);
    }
    round->at = 0;
    return cli->settings.tailored == cli->settings.tailorings.count ||
           refuse(cli, "有调整不属于所给的任何指标体系",
                  "a tailoring is for none of the systems that were given",
                  NULL, NULL);
}

/* The plans of --system and of the systems besides it. */
static bool load_plans(struct round *round)
{
    struct settings *const settings = &round->cli->settings;
    const char *const first = settings->system;
    bool sound = true;

    round->plans = calloc(settings->systems.count + 1, sizeof(*round->plans));
    if (round->plans == NULL)
        return refuse_memory(round->cli);
    while (sound && round->plan_count <= settings->systems.count) {
        if (round->plan_count > 0)
            settings->system = settings->systems.items[round->plan_count - 1];
        sound = load_plan(round->cli, &round->plans[round->plan_count]);
        round->plan_count++;
    }
    settings->system = first;
    return sound && check_plans(round);
}

/* Begins with plan @round->at. */
static bool begin_plan(struct round *round, bool compared)
{
    round->plan = round->plans[round->at];
    return (!compared && !fzzf_plan_needs_cohort(round->plan)) ||
           fzzf_cohort_new(&round->cohort, round->plan) == FZZF_OK ||
           refuse_memory(round->cli);
}

bool round_passes(const struct round *round,
                  const fzzf_declaration *declaration)
{
    return is_of_other(round, fzzf_declaration_system(declaration));
}

bool round_next(struct round *round)
{
    const bool compared = round->cohort != NULL;

    fzzf_cohort_free(round->cohort);
    round->cohort = NULL;
    round->count = round->position = round->left_out = 0;
    round->at++;
    return round->at < round->plan_count && begin_plan(round, compared);
}

bool round_begin(struct cli *cli, struct round *round, bool compared)
{
    memset(round, 0, sizeof *round);
    round->cli = cli;
    if (!load_plans(round))
        return false;
    if (fzzf_diags_new(&round->reading.diags) != FZZF_OK)
        return refuse_memory(cli);
    if (!begin_plan(round, compared))
        return false;
    /* A name that leads nowhere was said; the others go on. */
    (void)inputs_find(cli, &round->inputs, &cli->settings.arguments);
    return true;
}

void round_end(struct round *round)
{
    size_t i;

    inputs_free(&round->inputs);
    fzzf_diags_free(round->reading.diags);
    fzzf_cohort_free(round->cohort);
    for (i = 0; i < round->plan_count; i++)
        fzzf_plan_unref(round->plans[i]);
    free(round->plans);
    free(round->taken);
}

void reading_say(struct cli *cli, struct reading *reading)
{
    say_findings(cli, reading->diags, reading->said);
    reading->said = fzzf_diags_count(reading->diags);
}

void reading_end(struct round *round, struct reading *reading,
                 struct input *input, fzzf_status status)
{
    if (status == FZZF_E_CANCELLED && round->stopped)
        status = FZZF_OK;
    input->unreadable = status == FZZF_E_IO;
    round->left_out += status == FZZF_OK ? 0 : 1;
    (void)conclude(round->cli, reading->diags, reading->said, status,
                   input_name(input));
    reading->said = 0;
}

static bool is_asked_for(const struct settings *settings,
                         const fzzf_declaration *declaration)
{
    return (settings->unit == NULL ||
            strcmp(settings->unit, fzzf_declaration_unit(declaration)) == 0) &&
           (settings->declaration == NULL ||
            strcmp(settings->declaration, fzzf_declaration_id(declaration)) ==
                0);
}

/* Whether the declaration that is read again was left out of the cohort. */
static bool was_left_out(struct round *round)
{
    const size_t position = round->position++;

    return round->cohort != NULL &&
           (position >= round->count || round->taken[position] == 0);
}

static int evaluate(void *user, fzzf_declaration *declaration)
{
    struct round *const round = user;
    struct cli *const cli = round->cli;
    fzzf_result *result = NULL;
    fzzf_status status;

    reading_say(cli, &round->reading);
    progress_tell(&cli->progress, round->position + 1);
    if (was_left_out(round) || !is_asked_for(&cli->settings, declaration))
        return 0;
    round->matched++;
    if (round->cohort != NULL)
        status = fzzf_cohort_evaluate(round->cohort, &result, declaration,
                                      cli->diags);
    else
        status =
            fzzf_plan_evaluate(round->plan, &result, declaration, cli->diags);
    if (succeeded(cli, status, fzzf_declaration_id(declaration))) {
        progress_clear(&cli->progress);
        round->declaration = declaration;
        round->stopped = !round->each(round->user, result);
    }
    fzzf_result_unref(result);
    round->stopped = round->stopped || cli->out.error != 0;
    return round->stopped ? 1 : 0;
}

static void read_once(struct round *round, struct input *input)
{
    fzzf_source source;

    input->unreadable = !input_source(round->cli, input, false, &source);
    if (input->unreadable)
        return;
    source.counted = 1;
    reading_end(round, &round->reading, input,
                fzzf_xml_each_declaration(&source, evaluate, round,
                                          round->reading.diags));
}

/* The second time nothing is said again. */
static void read_again(struct round *round, struct input *input)
{
    fzzf_source source;

    if (input->unreadable || !input_source(round->cli, input, true, &source))
        return;
    source.counted = 1;
    if (fzzf_xml_each_declaration(&source, evaluate, round, NULL) == FZZF_E_IO)
        (void)refuse(round->cli, "无法再次读取“{0}”",
                     "'{0}' cannot be read again", input_name(input), NULL);
}

static void say_nothing_matched(struct cli *cli)
{
    if (cli->settings.unit != NULL)
        (void)refuse(cli, "没有代码为“{0}”的单位",
                     "there is no unit with the code '{0}'", cli->settings.unit,
                     NULL);
    else if (cli->settings.declaration != NULL)
        (void)refuse(cli, "没有编号为“{0}”的申报",
                     "there is no declaration with the id '{0}'",
                     cli->settings.declaration, NULL);
}

void round_evaluate(struct round *round, round_fn each, void *user)
{
    size_t i;

    round->each = each;
    round->user = user;
    if (round->cohort != NULL && !round_gather(round, true))
        return;
    for (i = 0; i < round->inputs.count && !round->stopped; i++)
        if (round->cohort != NULL)
            read_again(round, &round->inputs.items[i]);
        else
            read_once(round, &round->inputs.items[i]);
    if (round->matched == 0)
        say_nothing_matched(round->cli);
}
