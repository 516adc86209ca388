/* SPDX-License-Identifier: Apache-2.0 */
/* Observations, their parts, dates, evidence and groups. */

#include <string.h>

#include "base/text.h"
#include "rule/run.h"

#define OBSERVED(text)                                                         \
    {                                                                          \
        .name = text, .type = FZZF_PARAM_OBSERVED, .required = 1               \
    }
#define DATE(text)                                                             \
    {                                                                          \
        .name = text, .type = FZZF_PARAM_DATE, .required = 1                   \
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

static void run_days(struct fzzf__run *run, const struct fzzf__op *op,
                     struct fzzf__value *out)
{
    const struct fzzf__value *a = fzzf__arg_value(run, op, 0);
    const struct fzzf__value *b = fzzf__arg_value(run, op, 1);

    out->lo = fzzf__num_sub(run->arena, b->lo, a->hi);
    out->hi = fzzf__num_sub(run->arena, b->hi, a->lo);
}

const struct fzzf_operator fzzf__op_days = {
    .name = "days",
    .form = FZZF_FORM_FUNCTION,
    .en = "Calendar days from a to b; negative when b is earlier.",
    .zh = "从 a 到 b 的日历天数；b 较早时为负。",
    .params = {DATE("a"), DATE("b")},
    .run = run_days};

/* 1970-01-01 was a Thursday. */
static bool is_weekday(long day)
{
    return ((day % 7) + 7 + 3) % 7 < 5;
}

/* Working days in (from, to]: weekdays, put right by the calendar's days. */
static long work_days(const struct fzzf__calendar *calendar, long from, long to)
{
    long count = 0;

    for (long day = from + 1; day <= to; day++)
        count += is_weekday(day);
    for (size_t i = 0; i < calendar->count; i++) {
        const struct fzzf__calendar_day *day = &calendar->days[i];

        if (day->date > from && day->date <= to)
            count += (day->work ? 1 : 0) - (is_weekday(day->date) ? 1 : 0);
    }
    return count;
}

static void run_workdays(struct fzzf__run *run, const struct fzzf__op *op,
                         struct fzzf__value *out)
{
    const struct fzzf__calendar *calendar = run->system->calendar;
    const struct fzzf__value *a = fzzf__arg_value(run, op, 0);
    const struct fzzf__value *b = fzzf__arg_value(run, op, 1);
    int64_t from, to;

    if (calendar == NULL) {
        fzzf__give_why(out, FZZF__NOT_COMPUTABLE, FZZF__WHY_CALENDAR,
                       run->system->nodes[op->node].id);
        return;
    }
    if (a->open || b->open) {
        out->lo = FZZF__MINUS_INFINITY;
        out->hi = FZZF__PLUS_INFINITY;
        return;
    }
    if (!fzzf__num_to_int64(a->lo, &from) || !fzzf__num_to_int64(b->lo, &to) ||
        from < calendar->from || to < calendar->from || from > calendar->to ||
        to > calendar->to) {
        fzzf__give_why(out, FZZF__NO_VALUE, FZZF__WHY_CALENDAR,
                       run->system->nodes[op->node].id);
        return;
    }
    fzzf__give(out, fzzf__num_int(from <= to ? work_days(calendar, from, to)
                                             : -work_days(calendar, to, from)));
}

const struct fzzf_operator fzzf__op_workdays = {
    .name = "workdays",
    .form = FZZF_FORM_FUNCTION,
    .en = "Working days after a up to and including b, by the system's "
          "calendar.",
    .zh = "按体系所附日历，a 之后至 b（含）的工作日数。",
    .params = {DATE("a"), DATE("b")},
    .run = run_workdays};

static fzzf__num year_of(fzzf__num date)
{
    int64_t days;
    char text[16];
    int64_t year = 0;

    if (!fzzf__num_to_int64(date, &days))
        return date;
    fzzf__date_format((long)days, text);
    for (int i = 0; i < 4; i++)
        year = year * 10 + (text[i] - '0');
    return fzzf__num_int(year);
}

static void run_year(struct fzzf__run *run, const struct fzzf__op *op,
                     struct fzzf__value *out)
{
    const struct fzzf__value *a = fzzf__arg_value(run, op, 0);

    out->lo = year_of(a->lo);
    out->hi = year_of(a->hi);
}

const struct fzzf_operator fzzf__op_year = {.name = "year",
                                            .form = FZZF_FORM_FUNCTION,
                                            .en = "The year of a date.",
                                            .zh = "日期所在年份。",
                                            .params = {DATE("d")},
                                            .run = run_year};

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
