/* SPDX-License-Identifier: Apache-2.0 */
/* survey and panel: answers weighed, marks trimmed and averaged. */

#include <string.h>

#include "base/text.h"
#include "rule/run.h"
#include "rule/sort.h"

enum { OF, MINIMUM };
enum { IS, WORTH };

static size_t option_index(const struct fzzf__observe *observe, const char *id)
{
    for (size_t i = 0; i < observe->option_count; i++)
        if (strcmp(observe->options[i].id, id) == 0)
            return i;
    return FZZF__NO_NAME;
}

/* The observation, of the kind wanted; NULL after a fault. */
static const struct fzzf__observe *only_observe(struct fzzf__program *program,
                                                const struct fzzf__op *op,
                                                fzzf_observation_kind kind)
{
    const struct fzzf__observe *observe;

    if (op->args[OF].count == 0)
        return NULL;
    observe = program->inputs[op->args[OF].observed[0]].observe;
    if (op->args[OF].count == 1 && observe->kind == kind)
        return observe;
    fzzf__fault(program, &op->place, FZZF__F_WRONG_KIND, observe->id,
                fzzf_observation_kind_name(observe->kind));
    return NULL;
}

/* Every option is named by one answer or leave-out; prepares their order. */
static void check_survey(struct fzzf__program *program, struct fzzf__op *op)
{
    const struct fzzf__observe *observe =
        only_observe(program, op, FZZF_KIND_SURVEY);
    size_t *part_of;

    if (observe == NULL)
        return;
    part_of = fzzf__arena_alloc(program->arena,
                                (observe->option_count + 1) * sizeof *part_of);
    for (size_t i = 0; part_of != NULL && i < op->part_count; i++) {
        const struct fzzf__op *part = &program->ops[op->parts[i]];
        const size_t option = option_index(observe, part->args[IS].text);

        if (option == FZZF__NO_NAME)
            fzzf__fault(program, &part->place, FZZF__F_UNKNOWN_OPTION,
                        part->args[IS].text, NULL);
        else if (part_of[option] != 0)
            fzzf__fault(program, &part->place, FZZF__F_CASE_TWICE,
                        part->args[IS].text, NULL);
        else
            part_of[option] = i + 1;
    }
    for (size_t i = 0; part_of != NULL && i < observe->option_count; i++)
        if (part_of[i] == 0)
            fzzf__fault(program, &op->place, FZZF__F_CASE_MISSING,
                        observe->options[i].id, NULL);
    op->prepared = part_of;
}

static bool counts(const struct fzzf__op *part)
{
    return part->kind == &fzzf__op_answer;
}

static const struct fzzf__value *part_trouble(struct fzzf__run *run,
                                              const struct fzzf__op *op)
{
    const struct fzzf__value *bad = NULL;

    for (size_t i = 0; bad == NULL && i < op->part_count; i++)
        bad = fzzf__trouble(run, fzzf__part_op(run, op, i));
    return bad;
}

/* Between the least and the greatest worth of an answer. */
static void open_survey(struct fzzf__run *run, const struct fzzf__op *op,
                        struct fzzf__value *out)
{
    bool any = false;

    out->open = true;
    for (size_t i = 0; i < op->part_count; i++) {
        const struct fzzf__op *part = fzzf__part_op(run, op, i);
        const struct fzzf__value *worth;

        if (!counts(part))
            continue;
        worth = fzzf__arg_value(run, part, WORTH);
        out->lo =
            any ? fzzf__num_min(run->arena, out->lo, worth->lo) : worth->lo;
        out->hi =
            any ? fzzf__num_max(run->arena, out->hi, worth->hi) : worth->hi;
        any = true;
    }
}

static void weigh(struct fzzf__run *run, const struct fzzf__op *op,
                  const struct fzzf__observed *observed,
                  struct fzzf__value *out, fzzf__num *answers)
{
    const size_t *part_of = op->prepared;
    fzzf__num low = FZZF__ZERO, high = FZZF__ZERO;

    *answers = FZZF__ZERO;
    for (size_t i = 0; i < observed->count; i++) {
        const struct fzzf__op *part = fzzf__part_op(run, op, part_of[i] - 1);
        const struct fzzf__value *worth;

        if (!counts(part))
            continue;
        worth = fzzf__arg_value(run, part, WORTH);
        fzzf__depend(out, worth);
        *answers = fzzf__num_add(run->arena, *answers, observed->numbers[i]);
        low = fzzf__num_add(
            run->arena, low,
            fzzf__num_mul(run->arena, worth->lo, observed->numbers[i]));
        high = fzzf__num_add(
            run->arena, high,
            fzzf__num_mul(run->arena, worth->hi, observed->numbers[i]));
    }
    if (fzzf__num_sign(*answers) > 0) {
        out->lo = fzzf__num_div(run->arena, low, *answers);
        out->hi = fzzf__num_div(run->arena, high, *answers);
    }
}

static void run_survey(struct fzzf__run *run, const struct fzzf__op *op,
                       struct fzzf__value *out)
{
    const struct fzzf__observed *observed =
        &run->inputs[op->args[OF].observed[0]];
    const struct fzzf__value *minimum = fzzf__arg_value(run, op, MINIMUM);
    const struct fzzf__value *bad = part_trouble(run, op);
    struct fzzf__value value = *out;
    fzzf__num answers = FZZF__ZERO;

    if (observed->state != FZZF_STATE_PRESENT)
        value = observed->value;
    if (bad != NULL && value.condition == FZZF__HAS_VALUE)
        value = *bad; /* an observation that does not apply goes before */
    if (value.condition == FZZF__HAS_VALUE) {
        if (observed->state != FZZF_STATE_PRESENT)
            open_survey(run, op, &value);
        else
            weigh(run, op, observed, &value, &answers);
    }
    if (value.condition == FZZF__HAS_VALUE &&
        observed->state == FZZF_STATE_PRESENT &&
        (fzzf__num_sign(answers) == 0 ||
         (minimum != NULL &&
          fzzf__num_compare(run->arena, answers, minimum->lo) < 0)))
        fzzf__give_why(&value, FZZF__NO_VALUE, FZZF__WHY_SAMPLE,
                       run->system->nodes[op->node].id);
    fzzf__give_score(run, op, out, &value, FZZF__CAUSE_SURVEY, &answers);
}

const struct fzzf_operator fzzf__op_survey = {
    .name = "survey",
    .form = FZZF_FORM_RULE,
    .en = "The mean worth of the answers of a survey.",
    .zh = "问卷各选项赋值的平均数。",
    .parts = "answer leave-out",
    .parts_min = 1,
    .params = {[OF] = {"of", FZZF_PARAM_OBSERVED, 1, NULL, NULL},
               [MINIMUM] = {"minimum", FZZF_PARAM_CONSTANT, 0, NULL, NULL}},
    .check = check_survey,
    .run = run_survey};

/* The survey reads the arguments. */
static void run_nothing(struct fzzf__run *run, const struct fzzf__op *op,
                        struct fzzf__value *out)
{
    (void)run;
    (void)op;
    (void)out;
}

const struct fzzf_operator fzzf__op_answer = {
    .name = "answer",
    .form = FZZF_FORM_PART,
    .en = "An answer and what it is worth.",
    .zh = "选项及其赋值。",
    .params = {[IS] = {"is", FZZF_PARAM_NAME, 1, NULL, NULL},
               [WORTH] = {"worth", FZZF_PARAM_NUMBER, 1, NULL, NULL}},
    .raw = 1,
    .run = run_nothing};

const struct fzzf_operator fzzf__op_leave_out = {
    .name = "leave-out",
    .form = FZZF_FORM_PART,
    .en = "An answer that does not count, such as \"don't know\".",
    .zh = "不计入的选项，如“不清楚”。",
    .params = {[IS] = {"is", FZZF_PARAM_NAME, 1, NULL, NULL}},
    .raw = 1,
    .run = run_nothing};

enum { PANEL_OF, DROP_HIGHEST, DROP_LOWEST, PANEL_MINIMUM };

static void check_panel(struct fzzf__program *program, struct fzzf__op *op)
{
    only_observe(program, op, FZZF_KIND_PANEL);
}

static fzzf__num *sorted(struct fzzf__run *run,
                         const struct fzzf__observed *observed)
{
    fzzf__num *marks =
        fzzf__arena_alloc(run->arena, (observed->count + 1) * sizeof *marks);

    if (marks == NULL)
        return NULL;
    if (observed->count > 0)
        memcpy(marks, observed->numbers, observed->count * sizeof *marks);
    fzzf__sort_numbers(run->arena, marks, observed->count);
    return marks;
}

static void average(struct fzzf__run *run, const struct fzzf__op *op,
                    const struct fzzf__observed *observed,
                    struct fzzf__value *out, fzzf__num *counted)
{
    const size_t low = op->args[DROP_LOWEST].whole;
    const size_t high = op->args[DROP_HIGHEST].whole;
    const size_t least = op->args[PANEL_MINIMUM].whole;
    const fzzf__num *marks = sorted(run, observed);
    fzzf__num sum = FZZF__ZERO;

    if (marks == NULL)
        return;
    if (observed->count < low + high + (least > 0 ? least : 1)) {
        fzzf__give_why(out, FZZF__NO_VALUE, FZZF__WHY_SAMPLE,
                       run->system->nodes[op->node].id);
        return;
    }
    for (size_t i = low; i < observed->count - high; i++)
        sum = fzzf__num_add(run->arena, sum, marks[i]);
    *counted = fzzf__num_int((int64_t)(observed->count - high - low));
    fzzf__give(out, fzzf__num_div(run->arena, sum, *counted));
}

static void run_panel(struct fzzf__run *run, const struct fzzf__op *op,
                      struct fzzf__value *out)
{
    const struct fzzf__observed *observed =
        &run->inputs[op->args[PANEL_OF].observed[0]];
    struct fzzf__value value = *out;
    fzzf__num counted = FZZF__ZERO;

    if (observed->state == FZZF_STATE_PRESENT)
        average(run, op, observed, &value, &counted);
    else
        value = observed->value;
    fzzf__give_score(run, op, out, &value, FZZF__CAUSE_PANEL, &counted);
}

const struct fzzf_operator fzzf__op_panel = {
    .name = "panel",
    .form = FZZF_FORM_RULE,
    .en = "The mean of the judges' marks, the extremes dropped.",
    .zh = "评委打分去掉若干最高、最低分后的平均分。",
    .params = {[PANEL_OF] = {"of", FZZF_PARAM_OBSERVED, 1, NULL, NULL},
               [DROP_HIGHEST] = {"drop-highest", FZZF_PARAM_WHOLE, 0, "0",
                                 NULL},
               [DROP_LOWEST] = {"drop-lowest", FZZF_PARAM_WHOLE, 0, "0", NULL},
               [PANEL_MINIMUM] = {"minimum", FZZF_PARAM_WHOLE, 0, "1", NULL}},
    .check = check_panel,
    .run = run_panel};
