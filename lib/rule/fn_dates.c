/* SPDX-License-Identifier: Apache-2.0 */
/* Dates: days, working days, months, years. */

#include "base/text.h"
#include "rule/run.h"

#define DATE(text)                                                             \
    {                                                                          \
        .name = text, .type = FZZF_PARAM_DATE, .required = 1                   \
    }

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

/* Months from one day to a later one: whole ones, then the share of the next
 * that has passed. */
static fzzf__num months_between(fzzf__arena *arena, long from, long to)
{
    long whole = (to - from) / 31; /* at least */
    long reached, next;

    while (fzzf__date_add_months(from, whole + 1) <= to)
        whole++;
    reached = fzzf__date_add_months(from, whole);
    next = fzzf__date_add_months(from, whole + 1);
    return fzzf__num_add(arena, fzzf__num_int(whole),
                         fzzf__num_div(arena, fzzf__num_int(to - reached),
                                       fzzf__num_int(next - reached)));
}

static void run_months(struct fzzf__run *run, const struct fzzf__op *op,
                       struct fzzf__value *out)
{
    const struct fzzf__value *a = fzzf__arg_value(run, op, 0);
    const struct fzzf__value *b = fzzf__arg_value(run, op, 1);
    int64_t from, to;

    if (a->open || b->open || !fzzf__num_to_int64(a->lo, &from) ||
        !fzzf__num_to_int64(b->lo, &to)) {
        out->lo = FZZF__MINUS_INFINITY;
        out->hi = FZZF__PLUS_INFINITY;
    } else if (from <= to) {
        fzzf__give(out, months_between(run->arena, from, to));
    } else {
        fzzf__give(out, fzzf__num_neg(run->arena,
                                      months_between(run->arena, to, from)));
    }
}

const struct fzzf_operator fzzf__op_months = {
    .name = "months",
    .form = FZZF_FORM_FUNCTION,
    .en = "Calendar months from a to b, with the share of the last that has "
          "passed.",
    .zh = "从 a 到 b 的日历月数，不足一个月的按所过天数的比例。",
    .params = {DATE("a"), DATE("b")},
    .run = run_months};

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
