/* SPDX-License-Identifier: Apache-2.0 */
/* Observations, their parts, evidence and groups. */

#include <string.h>

#include "rule/run.h"

#define OBSERVED(text)                                                         \
    {                                                                          \
        .name = text, .type = FZZF_PARAM_OBSERVED, .required = 1               \
    }
static void run_observed(struct fzzf__run *run, const struct fzzf__op *op,
                         struct fzzf__value *out)
{
    const struct fzzf__value *pinned =
        fzzf__pinned(run, op->target, FZZF__NO_NAME);

    *out = pinned != NULL ? *pinned : run->inputs[op->target].value;
}

const struct fzzf_operator fzzf__op_observed = {.name = "observed",
                                                .run = run_observed};

/* Not applicable or absent goes before; true when @observed has data. */
static bool has_data(const struct fzzf__run *run, size_t input,
                     struct fzzf__value *out)
{
    const struct fzzf__observed *observed = &run->inputs[input];

    if (observed->state == FZZF_STATE_PRESENT)
        return true;
    *out = observed->value; /* its interval, or not applicable */
    return false;
}

static void run_item(struct fzzf__run *run, const struct fzzf__op *op,
                     struct fzzf__value *out)
{
    const struct fzzf__value *pinned =
        fzzf__pinned(run, op->target, op->option);

    if (pinned != NULL)
        *out = *pinned;
    else if (has_data(run, op->target, out))
        fzzf__give(out, run->inputs[op->target].numbers[op->option]);
}

const struct fzzf_operator fzzf__op_item = {.name = "item", .run = run_item};

static void check_ratio(struct fzzf__program *program, struct fzzf__op *op)
{
    const struct fzzf__observe *observe =
        program->inputs[op->args[0].observed[0]].observe;

    if (observe->kind != FZZF_KIND_RATIO)
        fzzf__fault(program, &op->place, FZZF__F_WRONG_KIND, observe->id,
                    fzzf_observation_kind_name(observe->kind));
}

/* Absent: from nothing to anything. */
static void open_from_zero(struct fzzf__value *out)
{
    if (out->condition == FZZF__HAS_VALUE) {
        out->lo = FZZF__ZERO;
        out->hi = FZZF__PLUS_INFINITY;
    }
}

static void run_numerator(struct fzzf__run *run, const struct fzzf__op *op,
                          struct fzzf__value *out)
{
    const size_t input = op->args[0].observed[0];

    if (has_data(run, input, out))
        fzzf__give(out, run->inputs[input].numerator);
    else
        open_from_zero(out);
}

const struct fzzf_operator fzzf__op_numerator = {
    .name = "numerator",
    .form = FZZF_FORM_FUNCTION,
    .en = "The numerator of a ratio.",
    .zh = "比率的分子。",
    .params = {OBSERVED("r")},
    .check = check_ratio,
    .run = run_numerator};

static void run_denominator(struct fzzf__run *run, const struct fzzf__op *op,
                            struct fzzf__value *out)
{
    const size_t input = op->args[0].observed[0];

    if (has_data(run, input, out))
        fzzf__give(out, run->inputs[input].denominator);
    else
        open_from_zero(out);
}

const struct fzzf_operator fzzf__op_denominator = {
    .name = "denominator",
    .form = FZZF_FORM_FUNCTION,
    .en = "The denominator of a ratio.",
    .zh = "比率的分母。",
    .params = {OBSERVED("r")},
    .check = check_ratio,
    .run = run_denominator};

static void check_sum(struct fzzf__program *program, struct fzzf__op *op)
{
    const struct fzzf__observe *observe =
        program->inputs[op->args[0].observed[0]].observe;

    if (observe->kind != FZZF_KIND_CAUSES &&
        observe->kind != FZZF_KIND_SURVEY && observe->kind != FZZF_KIND_PANEL)
        fzzf__fault(program, &op->place, FZZF__F_WRONG_KIND, observe->id,
                    fzzf_observation_kind_name(observe->kind));
}

/* Absent: from nothing to anything; marks below zero open the other end. */
static void open_total(const struct fzzf__observe *observe,
                       struct fzzf__value *out)
{
    const bool below = observe->kind == FZZF_KIND_PANEL &&
                       (observe->min.given != FZZF__GIVEN ||
                        fzzf__num_sign(observe->min.num) < 0);

    open_from_zero(out);
    if (below && out->condition == FZZF__HAS_VALUE)
        out->lo = FZZF__MINUS_INFINITY;
}

static void run_sum(struct fzzf__run *run, const struct fzzf__op *op,
                    struct fzzf__value *out)
{
    const struct fzzf__observed *observed =
        &run->inputs[op->args[0].observed[0]];

    if (!has_data(run, op->args[0].observed[0], out)) {
        open_total(run->program->inputs[op->args[0].observed[0]].observe, out);
        return;
    }
    for (size_t i = 0; i < observed->count; i++)
        out->lo = fzzf__num_add(run->arena, out->lo, observed->numbers[i]);
    out->hi = out->lo;
}

const struct fzzf_operator fzzf__op_sum = {
    .name = "sum",
    .form = FZZF_FORM_FUNCTION,
    .en = "The total of a causes, survey or panel observation.",
    .zh = "分项计数、问卷或评委打分的合计。",
    .params = {OBSERVED("x")},
    .check = check_sum,
    .run = run_sum};

static void check_marks(struct fzzf__program *program, struct fzzf__op *op)
{
    const struct fzzf__observe *observe =
        program->inputs[op->args[0].observed[0]].observe;

    if (observe->kind != FZZF_KIND_PANEL)
        fzzf__fault(program, &op->place, FZZF__F_WRONG_KIND, observe->id,
                    fzzf_observation_kind_name(observe->kind));
}

static fzzf__num marks_below(struct fzzf__run *run,
                             const struct fzzf__observed *observed,
                             fzzf__num limit)
{
    int64_t count = 0;

    for (size_t i = 0; i < observed->count; i++)
        count += fzzf__num_compare(run->arena, observed->numbers[i], limit) < 0;
    return fzzf__num_int(count);
}

static void run_marks(struct fzzf__run *run, const struct fzzf__op *op,
                      struct fzzf__value *out)
{
    const size_t input = op->args[0].observed[0];
    const struct fzzf__value *below = fzzf__arg_value(run, op, 1);
    const struct fzzf__observed *observed = &run->inputs[input];

    if (!has_data(run, input, out)) {
        open_from_zero(out);
    } else if (below == NULL) {
        fzzf__give(out, fzzf__num_int((int64_t)observed->count));
    } else {
        out->lo = marks_below(run, observed, below->lo);
        out->hi = marks_below(run, observed, below->hi);
    }
}

const struct fzzf_operator fzzf__op_marks = {
    .name = "marks",
    .form = FZZF_FORM_FUNCTION,
    .en = "How many marks a panel gave, or how many of them are below a "
          "number.",
    .zh = "评委打分的个数，或其中低于某数的个数。",
    .params = {OBSERVED("x"),
               {.name = "below", .type = FZZF_PARAM_NUMBER, .required = 1}},
    .optional = 1,
    .check = check_marks,
    .run = run_marks};

/* What a piece of evidence is, then how it was handed in. */
static const char *const evidence_words[] = {
    "document", "picture", "news", "award", "brief", "remote", "on_site"};

enum { WORDS = sizeof evidence_words / sizeof evidence_words[0] };

/* Which count the words of @op ask for; false: an unknown or a second one. */
static bool evidence_asked(const struct fzzf__op *op, size_t *kind,
                           size_t *submitted, const char **bad)
{
    *kind = *submitted = 0;
    for (size_t i = 0; i < op->arg_count; i++) {
        size_t word = 0;
        size_t *asked;

        while (word < WORDS &&
               strcmp(evidence_words[word], op->args[i].text) != 0)
            word++;
        asked = word < FZZF__EVIDENCE_KINDS - 1 ? kind : submitted;
        *bad = op->args[i].text;
        if (word == WORDS || *asked != 0)
            return false;
        *asked = asked == kind ? word + 1 : word + 2 - FZZF__EVIDENCE_KINDS;
    }
    return true;
}

static void check_evidence(struct fzzf__program *program, struct fzzf__op *op)
{
    size_t kind, submitted;
    const char *bad;

    if (!evidence_asked(op, &kind, &submitted, &bad))
        fzzf__fault(program, &op->place, FZZF__F_UNKNOWN_OPTION, bad,
                    fzzf__nearest(bad, evidence_words, WORDS));
}

static void run_evidence(struct fzzf__run *run, const struct fzzf__op *op,
                         struct fzzf__value *out)
{
    size_t kind, submitted;
    const char *bad;

    evidence_asked(op, &kind, &submitted, &bad);
    fzzf__give(
        out,
        fzzf__num_int(
            run->evidence[fzzf__evidence_index(op->node, kind, submitted)]));
}

const struct fzzf_operator fzzf__op_evidence = {
    .name = "evidence",
    .form = FZZF_FORM_FUNCTION,
    .en = "How many pieces of evidence the indicator has, of one kind or all, "
          "however handed in or one way.",
    .zh = "本指标的佐证材料件数，可限定种类和提交方式。",
    .params = {{.name = "kind", .type = FZZF_PARAM_QUOTED},
               {.name = "submitted", .type = FZZF_PARAM_QUOTED}},
    .optional = 2,
    .check = check_evidence,
    .run = run_evidence};

static void run_in_group(struct fzzf__run *run, const struct fzzf__op *op,
                         struct fzzf__value *out)
{
    const bool in = fzzf__in_group(run->declaration, op->args[0].text);

    fzzf__give_truth(out, in, in);
}

const struct fzzf_operator fzzf__op_in_group = {
    .name = "in_group",
    .form = FZZF_FORM_FUNCTION,
    .en = "Whether the unit belongs to the group.",
    .zh = "单位是否属于该组。",
    .params = {{.name = "group", .type = FZZF_PARAM_QUOTED, .required = 1}},
    .gives = FZZF__TYPE_TRUTH,
    .run = run_in_group};
