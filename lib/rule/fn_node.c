/* SPDX-License-Identifier: Apache-2.0 */
/* What formulas ask of nodes: their own, another's, all with a tag. */

#include <string.h>

#include "base/text.h"
#include "rule/run.h"

#define NODE                                                                   \
    {                                                                          \
        {                                                                      \
            .name = "node", .type = FZZF_PARAM_NODE, .required = 1             \
        }                                                                      \
    }
#define TAG                                                                    \
    {                                                                          \
        {                                                                      \
            .name = "tag", .type = FZZF_PARAM_QUOTED, .required = 1            \
        }                                                                      \
    }

/* Points or weights that are not published cannot be computed with. */
static void give_amount(struct fzzf__run *run, size_t node, bool known,
                        fzzf__num number, struct fzzf__value *out)
{
    if (known)
        fzzf__give(out, number);
    else
        fzzf__give_why(out, FZZF__NOT_COMPUTABLE, FZZF__WHY_UNPUBLISHED,
                       run->system->nodes[node].id);
}

static void run_points(struct fzzf__run *run, const struct fzzf__op *op,
                       struct fzzf__value *out)
{
    const struct fzzf__outcome *node = &run->nodes[op->node];

    give_amount(run, op->node, node->points_known, node->points, out);
}

const struct fzzf_operator fzzf__op_points = {.name = "points",
                                              .run = run_points};

/* After the score: what it is measured against, without what was left out. */
static void run_own_full(struct fzzf__run *run, const struct fzzf__op *op,
                         struct fzzf__value *out)
{
    const struct fzzf__outcome *node = &run->nodes[op->node];

    if (node->value.full_known)
        fzzf__give(out, node->value.full);
    else
        run_points(run, op, out);
}

const struct fzzf_operator fzzf__op_own_full = {.name = "points",
                                                .run = run_own_full};

static void run_weight(struct fzzf__run *run, const struct fzzf__op *op,
                       struct fzzf__value *out)
{
    const struct fzzf__outcome *node = &run->nodes[op->node];

    give_amount(run, op->node, node->weight_known, node->weight, out);
}

const struct fzzf_operator fzzf__op_weight = {.name = "weight",
                                              .run = run_weight};

static bool applies(const struct fzzf__outcome *node)
{
    return node->state != FZZF_SCORE_NOT_APPLICABLE &&
           node->state != FZZF_SCORE_ABSENT;
}

static void give_not_applicable(struct fzzf__run *run, size_t node,
                                struct fzzf__value *out)
{
    fzzf__give_why(out, FZZF__NOT_APPLICABLE, FZZF__WHY_NOT_APPLICABLE,
                   run->system->nodes[node].id);
}

/* The score of a node as a value. */
static void give_node(struct fzzf__run *run, size_t index,
                      struct fzzf__value *out)
{
    const struct fzzf__outcome *node = &run->nodes[index];
    const char *id = run->system->nodes[index].id;

    switch (node->state) {
    case FZZF_SCORE_EXACT:
    case FZZF_SCORE_BOUNDED:
        *out = node->value;
        out->causes = NULL;
        return;
    case FZZF_SCORE_NOT_APPLICABLE:
    case FZZF_SCORE_ABSENT:
        give_not_applicable(run, index, out);
        return;
    case FZZF_SCORE_UNSCORED:
        fzzf__give_why(out, FZZF__NO_VALUE, FZZF__WHY_NO_RULE, id);
        return;
    case FZZF_SCORE_REFUSED:
    case FZZF_SCORE_NO_VALUE: /* and the contract refused to go on */
        fzzf__give_why(out, FZZF__NOT_COMPUTABLE, FZZF__WHY_REFUSED, id);
        return;
    case FZZF_SCORE_NOT_COMPUTABLE:
    case FZZF_SCORE_STOPPED:
        break;
    }
    fzzf__give_why(out, FZZF__NOT_COMPUTABLE, FZZF__WHY_CHILD, id);
}

static void run_node_score(struct fzzf__run *run, const struct fzzf__op *op,
                           struct fzzf__value *out)
{
    give_node(run, op->target, out);
}

const struct fzzf_operator fzzf__op_score = {.name = "score",
                                             .run = run_node_score};
const struct fzzf_operator fzzf__op_node_score = {.name = "node-score",
                                                  .run = run_node_score};

/* The score of a node that has full marks. False: *out says why not. */
static bool give_measured(struct fzzf__run *run, size_t index,
                          struct fzzf__value *out)
{
    const struct fzzf__outcome *node = &run->nodes[index];

    give_node(run, index, out);
    if (out->condition != FZZF__HAS_VALUE)
        return false;
    if (!node->value.full_known && node->unpublished)
        give_amount(run, index, false, FZZF__ZERO, out);
    else if (!node->value.full_known)
        fzzf__give_why(out, FZZF__NO_VALUE, FZZF__WHY_DIVISION,
                       run->system->nodes[index].id);
    return out->condition == FZZF__HAS_VALUE;
}

/* score / full marks. */
static void give_rate(struct fzzf__run *run, size_t index,
                      struct fzzf__value *out)
{
    const struct fzzf__outcome *node = &run->nodes[index];

    if (!give_measured(run, index, out))
        return;
    if (fzzf__num_sign(node->value.full) <= 0) {
        fzzf__give_why(out, FZZF__NO_VALUE, FZZF__WHY_DIVISION,
                       run->system->nodes[index].id);
    } else {
        const bool one = fzzf__num_alike(out->lo, out->hi);

        out->lo = fzzf__num_div(run->arena, out->lo, node->value.full);
        out->hi = one ? out->lo
                      : fzzf__num_div(run->arena, out->hi, node->value.full);
        out->surd = NULL;
    }
}

static void run_own_rate(struct fzzf__run *run, const struct fzzf__op *op,
                         struct fzzf__value *out)
{
    give_rate(run, op->node, out);
}

const struct fzzf_operator fzzf__op_own_rate = {.name = "rate",
                                                .run = run_own_rate};

static void run_rate(struct fzzf__run *run, const struct fzzf__op *op,
                     struct fzzf__value *out)
{
    give_rate(run, op->args[0].whole, out);
}

const struct fzzf_operator fzzf__op_rate = {
    .name = "rate",
    .form = FZZF_FORM_FUNCTION,
    .en = "The score of a node divided by its full marks.",
    .zh = "指标得分与满分之比（得分率）。",
    .params = NODE,
    .run = run_rate};

static void run_full(struct fzzf__run *run, const struct fzzf__op *op,
                     struct fzzf__value *out)
{
    const size_t index = op->args[0].whole;
    const struct fzzf__outcome *node = &run->nodes[index];

    if (applies(node))
        give_amount(run, index, node->points_known, node->points, out);
    else
        give_not_applicable(run, index, out);
}

const struct fzzf_operator fzzf__op_full = {.name = "full",
                                            .form = FZZF_FORM_FUNCTION,
                                            .en = "The full marks of a node.",
                                            .zh = "指标的满分。",
                                            .params = NODE,
                                            .run = run_full};

static void run_lost(struct fzzf__run *run, const struct fzzf__op *op,
                     struct fzzf__value *out)
{
    const struct fzzf__outcome *node = &run->nodes[op->args[0].whole];
    fzzf__num lo;

    if (!give_measured(run, op->args[0].whole, out))
        return;
    lo = fzzf__num_sub(run->arena, node->value.full, out->hi);
    out->hi = fzzf__num_sub(run->arena, node->value.full, out->lo);
    out->lo = lo;
    out->surd = NULL;
}

const struct fzzf_operator fzzf__op_lost = {
    .name = "lost",
    .form = FZZF_FORM_FUNCTION,
    .en = "Full marks minus the score of a node.",
    .zh = "指标的失分（满分减得分）。",
    .params = NODE,
    .run = run_lost};

static void give_answer(fzzf_answer answer, struct fzzf__value *out)
{
    fzzf__give_truth(out, answer == FZZF_YES,
                     answer == FZZF_YES || answer == FZZF_UNDETERMINED);
    out->open = answer == FZZF_UNDETERMINED;
}

static void run_met(struct fzzf__run *run, const struct fzzf__op *op,
                    struct fzzf__value *out)
{
    const struct fzzf__outcome *node = &run->nodes[op->args[0].whole];

    if (node->met == FZZF_NOTHING_APPLICABLE)
        give_not_applicable(run, op->args[0].whole, out);
    else
        give_answer(node->met, out);
}

const struct fzzf_operator fzzf__op_met = {.name = "met",
                                           .form = FZZF_FORM_FUNCTION,
                                           .en = "Whether a node is met.",
                                           .zh = "指标是否符合。",
                                           .params = NODE,
                                           .gives = FZZF__TYPE_TRUTH,
                                           .run = run_met};

static void run_grade(struct fzzf__run *run, const struct fzzf__op *op,
                      struct fzzf__value *out)
{
    const struct fzzf__outcome *node = &run->nodes[op->args[0].whole];

    if (!applies(node)) {
        give_not_applicable(run, op->args[0].whole, out);
        return;
    }
    if (node->grade == NULL && !node->grade_open) {
        fzzf__give_why(out, FZZF__NO_VALUE, FZZF__WHY_NO_CASE,
                       run->system->nodes[op->args[0].whole].id);
        return;
    }
    out->text = node->grade;
    out->open = node->grade_open;
}

const struct fzzf_operator fzzf__op_grade = {.name = "grade",
                                             .form = FZZF_FORM_FUNCTION,
                                             .en = "The grade of a node.",
                                             .zh = "指标的等次。",
                                             .params = NODE,
                                             .gives = FZZF__TYPE_TEXT,
                                             .run = run_grade};

static bool has_tag(const struct fzzf_indicator *indicator, const char *tag)
{
    for (size_t i = 0; i < indicator->tag_count; i++)
        if (strcmp(indicator->tags[i], tag) == 0)
            return true;
    return false;
}

static void unknown_tag(struct fzzf__program *program,
                        const struct fzzf__op *op)
{
    const struct fzzf_system *system = program->system;
    const char *tags[64];
    size_t count = 0;

    for (size_t n = 0; n < system->node_count; n++)
        for (size_t i = 0; i < system->nodes[n].tag_count && count < 64; i++)
            tags[count++] = system->nodes[n].tags[i];
    fzzf__fault(program, &op->place, FZZF__F_UNKNOWN_TAG, op->args[0].text,
                fzzf__nearest(op->args[0].text, tags, count));
}

/* Finds the nodes with the tag; the node at hand reads them. */
static void check_tag(struct fzzf__program *program, struct fzzf__op *op)
{
    const struct fzzf_system *system = program->system;
    size_t *nodes =
        fzzf__arena_alloc(program->arena, system->node_count * sizeof *nodes);

    for (size_t n = 0; nodes != NULL && n < system->node_count &&
                       program->arena->spoiled == FZZF_OK;
         n++)
        if (n != program->node &&
            has_tag(&system->nodes[n], op->args[0].text)) {
            nodes[op->node_count++] = n;
            fzzf__program_read(program, n);
        }
    op->nodes = nodes;
    if (op->node_count == 0 && system->base == NULL &&
        !has_tag(&system->nodes[program->node], op->args[0].text))
        unknown_tag(program, op);
}

/* Whether a tagged node has a part in what is asked of scores. */
static bool takes_part(const struct fzzf__outcome *node)
{
    return applies(node) && node->state != FZZF_SCORE_UNSCORED;
}

/* Folds the rates of the tagged nodes to the least. */
static void run_min_rate(struct fzzf__run *run, const struct fzzf__op *op,
                         struct fzzf__value *out)
{
    bool any = false;

    for (size_t i = 0; i < op->node_count; i++) {
        struct fzzf__value rate = {.lo = FZZF__ZERO, .hi = FZZF__ZERO};

        if (!takes_part(&run->nodes[op->nodes[i]]))
            continue;
        give_rate(run, op->nodes[i], &rate);
        if (rate.condition != FZZF__HAS_VALUE) {
            *out = rate;
            return;
        }
        fzzf__depend(out, &rate);
        out->lo = any ? fzzf__num_min(run->arena, out->lo, rate.lo) : rate.lo;
        out->hi = any ? fzzf__num_min(run->arena, out->hi, rate.hi) : rate.hi;
        any = true;
    }
    if (!any)
        fzzf__give_why(out, FZZF__NO_VALUE, FZZF__WHY_NOTHING_APPLICABLE,
                       op->args[0].text);
}

const struct fzzf_operator fzzf__op_min_rate = {
    .name = "min_rate",
    .form = FZZF_FORM_FUNCTION,
    .en = "The least score rate of the applicable nodes with the tag.",
    .zh = "带该标记的适用指标中最低的得分率。",
    .params = TAG,
    .check = check_tag,
    .run = run_min_rate};

static void run_sum_score(struct fzzf__run *run, const struct fzzf__op *op,
                          struct fzzf__value *out)
{
    for (size_t i = 0; i < op->node_count; i++) {
        struct fzzf__value score = {.lo = FZZF__ZERO, .hi = FZZF__ZERO};

        if (!takes_part(&run->nodes[op->nodes[i]]))
            continue;
        give_node(run, op->nodes[i], &score);
        if (score.condition != FZZF__HAS_VALUE) {
            *out = score;
            return;
        }
        fzzf__depend(out, &score);
        out->lo = fzzf__num_add(run->arena, out->lo, score.lo);
        out->hi = fzzf__num_add(run->arena, out->hi, score.hi);
    }
}

const struct fzzf_operator fzzf__op_sum_score = {
    .name = "sum_score",
    .form = FZZF_FORM_FUNCTION,
    .en = "The sum of the scores of the applicable nodes with the tag.",
    .zh = "带该标记的适用指标得分之和。",
    .params = TAG,
    .check = check_tag,
    .run = run_sum_score};

static void run_sum_full(struct fzzf__run *run, const struct fzzf__op *op,
                         struct fzzf__value *out)
{
    fzzf__num sum = FZZF__ZERO;

    for (size_t i = 0; i < op->node_count; i++) {
        const struct fzzf__outcome *node = &run->nodes[op->nodes[i]];

        if (!applies(node))
            continue;
        if (!node->points_known) {
            give_amount(run, op->nodes[i], false, FZZF__ZERO, out);
            return;
        }
        sum = fzzf__num_add(run->arena, sum, node->points);
    }
    fzzf__give(out, sum);
}

const struct fzzf_operator fzzf__op_sum_full = {
    .name = "sum_full",
    .form = FZZF_FORM_FUNCTION,
    .en = "The sum of the full marks of the applicable nodes with the tag.",
    .zh = "带该标记的适用指标满分之和。",
    .params = TAG,
    .check = check_tag,
    .run = run_sum_full};

/* Counts: @lo surely, @hi possibly. */
static void give_count(struct fzzf__value *out, int64_t lo, int64_t hi)
{
    out->lo = fzzf__num_int(lo);
    out->hi = fzzf__num_int(hi);
    out->open = lo != hi;
}

static void run_count_met(struct fzzf__run *run, const struct fzzf__op *op,
                          struct fzzf__value *out)
{
    int64_t lo = 0, hi = 0;

    for (size_t i = 0; i < op->node_count; i++) {
        const fzzf_answer met = run->nodes[op->nodes[i]].met;

        lo += met == FZZF_YES;
        hi += met == FZZF_YES || met == FZZF_UNDETERMINED;
    }
    give_count(out, lo, hi);
}

const struct fzzf_operator fzzf__op_count_met = {
    .name = "count_met",
    .form = FZZF_FORM_FUNCTION,
    .en = "How many nodes with the tag are met.",
    .zh = "带该标记的指标中符合的个数。",
    .params = TAG,
    .check = check_tag,
    .run = run_count_met};

static void run_count_zero(struct fzzf__run *run, const struct fzzf__op *op,
                           struct fzzf__value *out)
{
    int64_t lo = 0, hi = 0;

    for (size_t i = 0; i < op->node_count; i++) {
        struct fzzf__value score = {.lo = FZZF__ZERO, .hi = FZZF__ZERO};

        if (!takes_part(&run->nodes[op->nodes[i]]))
            continue;
        give_node(run, op->nodes[i], &score);
        if (score.condition != FZZF__HAS_VALUE) {
            *out = score;
            return;
        }
        lo += fzzf__num_sign(score.lo) == 0 && fzzf__num_sign(score.hi) == 0;
        hi += fzzf__num_sign(score.lo) <= 0 && fzzf__num_sign(score.hi) >= 0;
    }
    give_count(out, lo, hi);
}

const struct fzzf_operator fzzf__op_count_zero = {
    .name = "count_zero",
    .form = FZZF_FORM_FUNCTION,
    .en = "How many applicable nodes with the tag score zero.",
    .zh = "带该标记的适用指标中得零分的个数。",
    .params = TAG,
    .check = check_tag,
    .run = run_count_zero};

static void run_count_tag(struct fzzf__run *run, const struct fzzf__op *op,
                          struct fzzf__value *out)
{
    int64_t count = 0;

    for (size_t i = 0; i < op->node_count; i++)
        count += applies(&run->nodes[op->nodes[i]]);
    give_count(out, count, count);
}

const struct fzzf_operator fzzf__op_count_tag = {
    .name = "count_tag",
    .form = FZZF_FORM_FUNCTION,
    .en = "How many nodes with the tag apply.",
    .zh = "带该标记的适用指标个数。",
    .params = TAG,
    .check = check_tag,
    .run = run_count_tag};
