/* SPDX-License-Identifier: Apache-2.0 */
/* awards: honours counted by level, once or more for the same matter. */

#include <string.h>

#include "base/names.h"
#include "base/text.h"
#include "rule/group.h"
#include "rule/series.h"

enum { OF, MATTER, SINCE, UNTIL, MAX_GAIN, MAX_LOSS };
enum { MATTER_ALL, MATTER_LARGEST, MATTER_FIRST };
enum { IS, ISSUER, POINTS, SERIES, CAP };

static bool known_level(const struct fzzf__program *program,
                        const struct fzzf__op *op, const char *level)
{
    for (size_t i = 0; i < op->args[OF].count; i++) {
        const struct fzzf__observe *observe =
            program->inputs[op->args[OF].observed[i]].observe;

        for (size_t k = 0; k < observe->option_count; k++)
            if (strcmp(observe->options[k].id, level) == 0)
                return true;
    }
    return false;
}

static void check_awards(struct fzzf__program *program, struct fzzf__op *op)
{
    for (size_t i = 0; i < op->args[OF].count; i++) {
        const struct fzzf__observe *observe =
            program->inputs[op->args[OF].observed[i]].observe;

        if (observe->kind != FZZF_KIND_AWARDS)
            fzzf__fault(program, &op->place, FZZF__F_WRONG_KIND, observe->id,
                        fzzf_observation_kind_name(observe->kind));
    }
    for (size_t i = 0; op->args[OF].count > 0 && i < op->part_count; i++) {
        const struct fzzf__op *level = &program->ops[op->parts[i]];

        if (!known_level(program, op, level->args[IS].text))
            fzzf__fault(program, &level->place, FZZF__F_UNKNOWN_OPTION,
                        level->args[IS].text, NULL);
    }
}

/* One award that counts: by which level, and what it is worth first. */
struct counted {
    const struct fzzf__award *award;
    size_t level;
    fzzf__num worth;
};

struct count {
    struct fzzf__run *run;
    const struct fzzf__op *op;
    fzzf__names matters; /* matter to index of kept */
    struct counted *kept;
    size_t kept_count;
};

static bool in_period(const struct fzzf__op *op,
                      const struct fzzf__award *award)
{
    if (!fzzf__is_given(op, SINCE) && !fzzf__is_given(op, UNTIL))
        return true;
    /* Nothing shows that an undated award lies outside the period. */
    return !award->dated ||
           ((!op->args[SINCE].given || award->date >= op->args[SINCE].date) &&
            (!op->args[UNTIL].given || award->date <= op->args[UNTIL].date));
}

/* The first level that the award belongs to; part_count when none. */
static size_t level_of(struct count *count, const char *id,
                       const struct fzzf__award *award)
{
    size_t i = 0;

    for (; i < count->op->part_count; i++) {
        const struct fzzf__op *level = fzzf__part_op(count->run, count->op, i);

        if (strcmp(level->args[IS].text, id) == 0 &&
            (!level->args[ISSUER].given ||
             (award->issuer != NULL &&
              strcmp(level->args[ISSUER].text, award->issuer) == 0)))
            break;
    }
    return i;
}

static fzzf__num worth(struct fzzf__run *run, const struct fzzf__op *level)
{
    const struct fzzf__value *points = fzzf__arg_value(run, level, POINTS);

    return points != NULL ? points->lo : level->args[SERIES].series[0];
}

/* Whether @now takes the place of @before, of the same matter. */
static bool replaces(struct count *count, const struct counted *now,
                     const struct counted *before)
{
    fzzf__arena *arena = count->run->arena;

    if (count->op->args[MATTER].choice == MATTER_LARGEST)
        return fzzf__num_compare(arena, fzzf__num_abs(arena, now->worth),
                                 fzzf__num_abs(arena, before->worth)) > 0;
    return now->award->dated &&
           (!before->award->dated || now->award->date < before->award->date);
}

static void keep(struct count *count, const struct counted *now)
{
    const char *matter = now->award->matter;
    size_t known = FZZF__NO_NAME;

    if (matter != NULL && count->op->args[MATTER].choice != MATTER_ALL)
        known = fzzf__names_find(&count->matters, matter);
    if (known != FZZF__NO_NAME) {
        if (replaces(count, now, &count->kept[known]))
            count->kept[known] = *now;
        return;
    }
    if (matter != NULL &&
        fzzf__names_add(&count->matters, matter, count->kept_count) < 0)
        count->run->arena->spoiled = FZZF_E_MEMORY;
    count->kept[count->kept_count++] = *now;
}

static void collect(struct count *count, size_t input)
{
    const struct fzzf__observed *observed = &count->run->inputs[input];
    const struct fzzf__observe *observe =
        count->run->program->inputs[input].observe;

    for (size_t i = 0; i < observed->count; i++) {
        struct counted now = {&observed->awards[i], 0, FZZF__ZERO};

        if (!in_period(count->op, now.award))
            continue;
        now.level =
            level_of(count, observe->options[now.award->level].id, now.award);
        if (now.level == count->op->part_count)
            continue;
        now.worth =
            worth(count->run, fzzf__part_op(count->run, count->op, now.level));
        keep(count, &now);
    }
}

static void add_level(struct fzzf__run *run, const struct fzzf__op *op,
                      size_t index, int64_t times, struct fzzf__value *out)
{
    const struct fzzf__op *level = fzzf__part_op(run, op, index);
    const struct fzzf__value *points = fzzf__arg_value(run, level, POINTS);
    const struct fzzf__value *cap = fzzf__arg_value(run, level, CAP);
    const fzzf__num n = fzzf__num_int(times);
    fzzf__num sum;
    struct fzzf__cause *cause;

    sum = points != NULL
              ? fzzf__num_mul(run->arena, points->lo, n)
              : fzzf__series_sum(run->arena, level->args[SERIES].series,
                                 level->args[SERIES].count, n);
    if (cap != NULL &&
        fzzf__num_compare(run->arena, fzzf__num_abs(run->arena, sum), cap->lo) >
            0)
        sum = fzzf__num_sign(sum) < 0 ? fzzf__num_neg(run->arena, cap->lo)
                                      : cap->lo;
    cause = fzzf__score_add(run, out,
                            fzzf__num_sign(sum) < 0 ? FZZF__CAUSE_LOSS_EACH
                                                    : FZZF__CAUSE_GAIN_EACH,
                            sum, sum);
    if (cause != NULL) {
        cause->label =
            level->label != NULL ? level->label : level->args[IS].text;
        cause->args[0] = n;
        cause->args[1] = fzzf__num_abs(run->arena, worth(run, level));
    }
}

/* An award list that is not known may hold anything, also what takes the place
 * of awards that are known. */
static void open_end(struct fzzf__run *run, const struct fzzf__op *op,
                     struct fzzf__value *out)
{
    fzzf__num low = FZZF__ZERO, high = FZZF__ZERO;
    struct fzzf__cause *cause;

    for (size_t i = 0; i < op->part_count; i++) {
        const int sign = fzzf__num_sign(worth(run, fzzf__part_op(run, op, i)));

        if (sign < 0)
            low = FZZF__MINUS_INFINITY;
        if (sign > 0)
            high = FZZF__PLUS_INFINITY;
    }
    out->open = true;
    cause = fzzf__score_add(run, out, FZZF__CAUSE_GAIN, low, high);
    if (cause != NULL)
        cause->label = op->label;
}

static const struct fzzf__value *hindrance(struct fzzf__run *run,
                                           const struct fzzf__op *op)
{
    const struct fzzf__value *bad = fzzf__trouble(run, op);

    for (size_t i = 0; bad == NULL && i < op->part_count; i++)
        bad = fzzf__trouble(run, fzzf__part_op(run, op, i));
    return bad;
}

/* How many awards there can be, and whether some list is not known. */
static size_t survey_inputs(struct fzzf__run *run, const struct fzzf__op *op,
                            struct fzzf__value *out, bool *unknown)
{
    size_t total = 0;

    for (size_t i = 0; i < op->args[OF].count; i++) {
        const struct fzzf__observed *observed =
            &run->inputs[op->args[OF].observed[i]];

        if (observed->state == FZZF_STATE_PRESENT) {
            total += observed->count;
        } else if (observed->state != FZZF_STATE_NOT_APPLICABLE) {
            *unknown = true;
            out->absent |= fzzf__absent_bit(observed->state);
        }
    }
    return total;
}

static void run_awards(struct fzzf__run *run, const struct fzzf__op *op,
                       struct fzzf__value *out)
{
    struct count count = {.run = run, .op = op};
    const struct fzzf__value *bad = hindrance(run, op);
    bool unknown = false;
    const size_t total = survey_inputs(run, op, out, &unknown);

    if (bad != NULL) {
        out->absent = 0;
        if (bad->condition != FZZF__NOT_APPLICABLE) {
            *out = *bad;
        } else if (bad->open) {
            out->lo = FZZF__MINUS_INFINITY;
            out->hi = FZZF__PLUS_INFINITY;
            fzzf__depend(out, bad);
        }
        return;
    }
    count.kept =
        fzzf__arena_alloc(run->arena, (total + 1) * sizeof *count.kept);
    if (count.kept == NULL)
        return;
    for (size_t i = 0; i < op->args[OF].count && !unknown; i++)
        if (run->inputs[op->args[OF].observed[i]].state == FZZF_STATE_PRESENT)
            collect(&count, op->args[OF].observed[i]);
    fzzf__names_free(&count.matters);
    for (size_t k = 0; k < op->part_count; k++) {
        int64_t times = 0;

        for (size_t i = 0; i < count.kept_count; i++)
            times += count.kept[i].level == k;
        if (times > 0)
            add_level(run, op, k, times, out);
    }
    if (unknown)
        open_end(run, op, out);
    fzzf__limit_cause(run, op, out, fzzf__arg_value(run, op, MAX_LOSS),
                      fzzf__arg_value(run, op, MAX_GAIN));
}

const struct fzzf_operator fzzf__op_awards = {
    .name = "awards",
    .form = FZZF_FORM_PART,
    .en = "Counts awards by level; for the same matter as 'matter' says.",
    .zh = "按级别计奖项；同一事项按 matter 的约定计。",
    .parts = "level",
    .parts_min = 1,
    .params = {[OF] = {"of", FZZF_PARAM_OBSERVED, 1, NULL, NULL},
               [MATTER] = {"matter", FZZF_PARAM_CHOICE, 1, NULL,
                           "all largest first"},
               [SINCE] = {"since", FZZF_PARAM_DATE, 0, NULL, NULL},
               [UNTIL] = {"until", FZZF_PARAM_DATE, 0, NULL, NULL},
               [MAX_GAIN] = {"max-gain", FZZF_PARAM_NUMBER, 0, NULL, NULL},
               [MAX_LOSS] = {"max-loss", FZZF_PARAM_NUMBER, 0, NULL, NULL}},
    .raw = 1,
    .check = check_awards,
    .run = run_awards};

static void check_level(struct fzzf__program *program, struct fzzf__op *op)
{
    const int given = op->args[POINTS].given + op->args[SERIES].given;

    if (given != 1)
        fzzf__fault(program, &op->place,
                    given == 0 ? FZZF__F_NO_OUTCOME : FZZF__F_TWO_OUTCOMES,
                    op->kind->name, "points, series");
}

/* Its awards list adds it up. */
static void run_level(struct fzzf__run *run, const struct fzzf__op *op,
                      struct fzzf__value *out)
{
    (void)run;
    (void)op;
    (void)out;
}

const struct fzzf_operator fzzf__op_level = {
    .name = "level",
    .form = FZZF_FORM_PART,
    .en = "What an award of one level (and issuer) brings.",
    .zh = "某一级别（及颁发机关）的奖项得分。",
    .params = {[IS] = {"is", FZZF_PARAM_NAME, 1, NULL, NULL},
               [ISSUER] = {"issuer", FZZF_PARAM_WORDS, 0, NULL, NULL},
               [POINTS] = {"points", FZZF_PARAM_NUMBER, 0, NULL, NULL},
               [SERIES] = {"series", FZZF_PARAM_SERIES, 0, NULL, NULL},
               [CAP] = {"cap", FZZF_PARAM_NUMBER, 0, NULL, NULL}},
    .raw = 1,
    .check = check_level,
    .run = run_level};
