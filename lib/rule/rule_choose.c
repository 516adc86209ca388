/* SPDX-License-Identifier: Apache-2.0 */
/* choose: decision tables and levels; the first case that holds. */

#include <string.h>

#include "rule/outcome.h"

enum { OF };
enum { TEST, IS, POINTS, GRADE };

static bool is_when(const struct fzzf__op *part)
{
    return part->kind == &fzzf__op_when;
}

/* The level observation that the cases are about, or NULL. */
static const struct fzzf__observe *
observed_level(const struct fzzf__program *program, const struct fzzf__op *op)
{
    const struct fzzf__op *of;

    if (op->args[OF].op == FZZF__NO_OP)
        return NULL;
    of = &program->ops[op->args[OF].op];
    return of->kind == &fzzf__op_observed ? program->inputs[of->target].observe
                                          : NULL;
}

static bool has_otherwise(const struct fzzf__program *program,
                          const struct fzzf__op *op)
{
    for (size_t i = 0; i < op->part_count; i++)
        if (!is_when(&program->ops[op->parts[i]]))
            return true;
    return false;
}

static size_t case_of(const struct fzzf__program *program,
                      const struct fzzf__op *op, const char *option)
{
    for (size_t i = 0; i < op->part_count; i++) {
        const struct fzzf__op *part = &program->ops[op->parts[i]];

        if (is_when(part) && part->args[IS].given &&
            strcmp(part->args[IS].text, option) == 0)
            return i;
    }
    return op->part_count;
}

static bool is_option(const struct fzzf__observe *observe, const char *id)
{
    for (size_t i = 0; i < observe->option_count; i++)
        if (strcmp(observe->options[i].id, id) == 0)
            return true;
    return false;
}

/* Every case names an option, once; without otherwise, every option a case. */
static void check_options(struct fzzf__program *program,
                          const struct fzzf__op *op,
                          const struct fzzf__observe *observe)
{
    for (size_t i = 0; i < op->part_count; i++) {
        const struct fzzf__op *part = &program->ops[op->parts[i]];

        if (!is_when(part) || !part->args[IS].given)
            continue;
        if (!is_option(observe, part->args[IS].text))
            fzzf__fault(program, &part->place, FZZF__F_UNKNOWN_OPTION,
                        part->args[IS].text, NULL);
        else if (case_of(program, op, part->args[IS].text) != i)
            fzzf__fault(program, &part->place, FZZF__F_CASE_TWICE,
                        part->args[IS].text, NULL);
    }
    for (size_t i = 0; i < observe->option_count; i++)
        if (!has_otherwise(program, op) &&
            case_of(program, op, observe->options[i].id) == op->part_count)
            fzzf__fault(program, &op->place, FZZF__F_CASE_MISSING,
                        observe->options[i].id, NULL);
}

static void check_choose(struct fzzf__program *program, struct fzzf__op *op)
{
    const struct fzzf__observe *observe = observed_level(program, op);

    fzzf__check_same_type(program, op);
    for (size_t i = 0; i < op->part_count; i++) {
        const struct fzzf__op *part = &program->ops[op->parts[i]];

        if (is_when(part) && part->args[IS].given && !op->args[OF].given)
            fzzf__fault(program, &part->place, FZZF__F_RULE_NEEDS, "choose",
                        "of");
    }
    if (observe != NULL)
        check_options(program, op, observe);
    else if (!has_otherwise(program, op) &&
             op->args[OF].given == (op->args[OF].op != FZZF__NO_OP))
        fzzf__fault(program, &op->place, FZZF__F_NO_OTHERWISE, NULL, NULL);
}

/* Whether case @i holds, as a truth. */
static void holds(struct fzzf__run *run, const struct fzzf__op *op, size_t i,
                  struct fzzf__value *out)
{
    const struct fzzf__op *part = fzzf__part_op(run, op, i);
    const struct fzzf__value *of = fzzf__arg_value(run, op, OF);
    bool same;

    if (!is_when(part)) {
        fzzf__give_truth(out, true, true);
        return;
    }
    if (!fzzf__is_given(part, IS)) {
        *out = *fzzf__arg_value(run, part, TEST);
        return;
    }
    same = of->text != NULL && strcmp(of->text, part->args[IS].text) == 0;
    fzzf__give_truth(out, same, same || of->text == NULL);
    fzzf__depend(out, of);
}

static void include(struct fzzf__run *run, const struct fzzf__op *op, size_t i,
                    struct fzzf__value *out, size_t *count)
{
    struct fzzf__value value;

    if (op->type == FZZF__TYPE_TEXT)
        value = *fzzf__part_value(run, op, i);
    else
        fzzf__give_score(run, fzzf__part_op(run, op, i), &value,
                         fzzf__part_value(run, op, i), FZZF__CAUSE_CHOICE,
                         NULL);
    fzzf__value_hull(run->arena, op->type, out, count, &value);
}

static void run_choose(struct fzzf__run *run, const struct fzzf__op *op,
                       struct fzzf__value *out)
{
    struct fzzf__value seen = {.lo = FZZF__ZERO, .hi = FZZF__ZERO};
    size_t count = 0;

    for (size_t i = 0; i < op->part_count; i++) {
        struct fzzf__value test = {.lo = FZZF__ZERO, .hi = FZZF__ZERO};

        holds(run, op, i, &test);
        fzzf__depend(&seen, &test);
        if (test.condition != FZZF__HAS_VALUE) {
            fzzf__value_hull(run->arena, op->type, out, &count, &test);
            break;
        }
        if (fzzf__num_sign(test.hi) == 0)
            continue;
        include(run, op, i, out, &count);
        if (fzzf__num_sign(test.lo) != 0)
            break;
    }
    if (count == 0)
        fzzf__give_why(out, FZZF__NO_VALUE, FZZF__WHY_NO_CASE,
                       run->system->nodes[op->node].id);
    if (count > 1 || seen.may_fail)
        fzzf__depend(out, &seen);
}

const struct fzzf_operator fzzf__op_choose = {
    .name = "choose",
    .form = FZZF_FORM_RULE,
    .en = "The first case that holds gives the points or the grade.",
    .zh = "按第一个成立的情形给分或定等次。",
    .parts = "when otherwise",
    .parts_min = 1,
    .params = {[OF] = {"of", FZZF_PARAM_TEXT, 0, NULL, NULL}},
    .check = check_choose,
    .run = run_choose};

static void check_when(struct fzzf__program *program, struct fzzf__op *op)
{
    if (op->args[TEST].given == op->args[IS].given)
        fzzf__fault(program, &op->place,
                    op->args[TEST].given ? FZZF__F_TWO_OUTCOMES
                                         : FZZF__F_NO_OUTCOME,
                    op->kind->name, "test, is");
    if (op->label == NULL)
        op->label =
            op->args[IS].given ? op->args[IS].text : op->args[TEST].text;
    fzzf__check_outcome(program, op, POINTS, GRADE);
}

static void run_when(struct fzzf__run *run, const struct fzzf__op *op,
                     struct fzzf__value *out)
{
    fzzf__give_outcome(run, op, out, POINTS, GRADE);
}

const struct fzzf_operator fzzf__op_when = {
    .name = "when",
    .form = FZZF_FORM_PART,
    .en = "A case: a test, or a level that 'of' equals.",
    .zh = "一种情形：条件 test，或 of 等于 is。",
    .parts = "rule",
    .parts_max = 1,
    .params = {[TEST] = {"test", FZZF_PARAM_TRUTH, 0, NULL, NULL},
               [IS] = {"is", FZZF_PARAM_WORDS, 0, NULL, NULL},
               [POINTS] = {"points", FZZF_PARAM_NUMBER, 0, NULL, NULL},
               [GRADE] = {"grade", FZZF_PARAM_NAME, 0, NULL, NULL}},
    .raw = 1,
    .check = check_when,
    .run = run_when};

enum { OTHER_POINTS, OTHER_GRADE };

static void check_otherwise(struct fzzf__program *program, struct fzzf__op *op)
{
    fzzf__check_outcome(program, op, OTHER_POINTS, OTHER_GRADE);
}

static void run_otherwise(struct fzzf__run *run, const struct fzzf__op *op,
                          struct fzzf__value *out)
{
    fzzf__give_outcome(run, op, out, OTHER_POINTS, OTHER_GRADE);
}

const struct fzzf_operator fzzf__op_otherwise = {
    .name = "otherwise",
    .form = FZZF_FORM_PART,
    .en = "What comes out when no band or case holds.",
    .zh = "其他情形。",
    .parts = "rule",
    .parts_max = 1,
    .params = {[OTHER_POINTS] = {"points", FZZF_PARAM_NUMBER, 0, NULL, NULL},
               [OTHER_GRADE] = {"grade", FZZF_PARAM_NAME, 0, NULL, NULL}},
    .raw = 1,
    .check = check_otherwise,
    .run = run_otherwise};
