/* SPDX-License-Identifier: Apache-2.0 */
/* Elements of rules: from what is written to operators, by description. */

#include <string.h>

#include "base/text.h"
#include "rule/outcome.h"

#define NESTING_MAX 64
#define NAMES_MAX   64

static size_t param_count(const struct fzzf_operator *kind)
{
    size_t count = 0;

    while (kind->params[count].name != NULL)
        count++;
    return count;
}

bool fzzf__word_in(const char *words, const char *word, int *index)
{
    const size_t length = strlen(word);

    for (*index = 0; *words != '\0'; ++*index) {
        const size_t span = strcspn(words, " ");

        if (span == length && memcmp(words, word, length) == 0)
            return true;
        words += span + strspn(words + span, " ");
    }
    return false;
}

/* Numbers separated by spaces; the reader has checked them. */
static void read_series(struct fzzf__program *program, const char *value,
                        struct fzzf__arg *arg)
{
    fzzf__num *numbers = fzzf__arena_alloc(
        program->arena, (strlen(value) / 2 + 1) * sizeof *numbers);

    arg->series = numbers;
    while (numbers != NULL && *value != '\0') {
        const size_t span = strcspn(value, " ");

        fzzf__num_parse(program->arena, value, span, &numbers[arg->count++]);
        value += span + strspn(value + span, " ");
    }
}

/* Digits; the reader has checked them. */
static size_t read_whole(const char *value)
{
    size_t whole = 0;

    for (; *value != '\0'; value++)
        whole = whole * 10 + (size_t)(*value - '0');
    return whole;
}

/* Limits may be written as the word none, which is no formula there. */
static bool is_no_limit(const struct fzzf__param *param, const char *value)
{
    int index;

    return strcmp(value, "none") == 0 &&
           fzzf__word_in("floor cap max-loss max-gain", param->name, &index);
}

static void bad_value(struct fzzf__program *program,
                      const struct fzzf__param *param, const char *value)
{
    fzzf__fault(program, NULL, FZZF__F_BAD_ATTRIBUTE, param->name, value);
}

static void read_constant(struct fzzf__program *program,
                          const struct fzzf__param *param, const char *value,
                          struct fzzf__arg *arg)
{
    arg->op = fzzf__compile_formula(program, value, FZZF_PARAM_NUMBER,
                                    &program->place);
    if (arg->op != FZZF__NO_OP && !fzzf__fixed(program, arg->op))
        fzzf__fault(program, NULL, FZZF__F_NOT_FIXED, param->name, value);
}

/* Reads @value as @param asks. */
static void read_argument(struct fzzf__program *program,
                          const struct fzzf__param *param, const char *value,
                          struct fzzf__arg *arg)
{
    if (is_no_limit(param, value))
        return;
    arg->given = true;
    arg->text = value;
    switch (param->type) {
    case FZZF_PARAM_NUMBER:
    case FZZF_PARAM_TRUTH:
    case FZZF_PARAM_TEXT:
        arg->op =
            fzzf__compile_formula(program, value, param->type, &program->place);
        return;
    case FZZF_PARAM_CONSTANT:
        read_constant(program, param, value, arg);
        return;
    case FZZF_PARAM_WHOLE:
        arg->whole = read_whole(value);
        return;
    case FZZF_PARAM_CHOICE:
        fzzf__word_in(param->choices, value, &arg->choice);
        return;
    case FZZF_PARAM_SERIES:
        read_series(program, value, arg);
        return;
    case FZZF_PARAM_DATE:
        fzzf__date_parse(value, &arg->date);
        return;
    case FZZF_PARAM_OBSERVED:
        fzzf__compile_observed(program, value, arg);
        return;
    case FZZF_PARAM_NAME:
    case FZZF_PARAM_WORDS:
    case FZZF_PARAM_ANY:
    case FZZF_PARAM_NODE:
    case FZZF_PARAM_QUOTED:
    case FZZF_PARAM_NONE:
        break;
    }
    if (*value == '\0')
        bad_value(program, param, value);
}

static const char *attribute(const struct fzzf__element *element,
                             const char *name)
{
    for (size_t i = 0; i < element->attr_count; i++)
        if (strcmp(element->attrs[i].name, name) == 0)
            return element->attrs[i].value;
    return NULL;
}

static void compile_attributes(struct fzzf__program *program,
                               const struct fzzf__element *element,
                               struct fzzf__op *op)
{
    for (size_t i = 0; i < op->arg_count; i++) {
        const struct fzzf__param *param = &op->kind->params[i];
        const char *value = attribute(element, param->name);

        op->args[i].op = FZZF__NO_OP;
        if (value == NULL)
            value = param->absent;
        if (value != NULL)
            read_argument(program, param, value, &op->args[i]);
    }
    op->label = attribute(element, "label");
}

/* The kind of @child inside @parent: a part of its own, else a whole rule. */
static const struct fzzf_operator *part_kind(const struct fzzf_operator *parent,
                                             const struct fzzf__element *child)
{
    int index;

    return fzzf_operator_find(child->name,
                              fzzf__word_in(parent->parts, child->name, &index)
                                  ? FZZF_FORM_PART
                                  : FZZF_FORM_RULE);
}

static size_t compile_kind(struct fzzf__program *program,
                           const struct fzzf_operator *kind,
                           const struct fzzf__element *element,
                           fzzf_param_type wanted);

/* False when not all of them could be looked at. */
static bool compile_parts(struct fzzf__program *program,
                          const struct fzzf__element *element,
                          fzzf_param_type wanted, struct fzzf__op *op)
{
    const struct fzzf__element *child;
    size_t count = 0;

    for (child = element->children; child != NULL; child = child->next)
        count++;
    op->parts =
        fzzf__arena_alloc(program->arena, (count + 1) * sizeof *op->parts);
    for (child = element->children; child != NULL && op->parts != NULL;
         child = child->next) {
        const size_t part =
            compile_kind(program, part_kind(op->kind, child), child, wanted);

        if (part != FZZF__NO_OP)
            op->parts[op->part_count++] = part;
    }
    return op->part_count == count;
}

static size_t compile_kind(struct fzzf__program *program,
                           const struct fzzf_operator *kind,
                           const struct fzzf__element *element,
                           fzzf_param_type wanted)
{
    const fzzf__place outer = program->place;
    struct fzzf__op op = {.kind = kind, .type = kind->gives};
    size_t index = FZZF__NO_OP;

    if (program->depth >= NESTING_MAX) {
        fzzf__fault(program, &element->place, FZZF__F_TOO_DEEP, element->name,
                    NULL);
        return FZZF__NO_OP;
    }
    program->depth++;
    op.place = element->place;
    op.place.path = outer.path;
    program->place = op.place;
    op.target = op.option = FZZF__NO_NAME;
    op.arg_count = param_count(kind);
    op.args =
        fzzf__arena_alloc(program->arena, (op.arg_count + 1) * sizeof *op.args);
    if (op.args != NULL) {
        compile_attributes(program, element, &op);
        if (compile_parts(program, element, wanted, &op) &&
            program->arena->spoiled == FZZF_OK) {
            if (kind->check != NULL)
                kind->check(program, &op);
            index = fzzf__program_add(program, &op);
        }
    }
    program->place = outer;
    program->depth--;
    return index;
}

size_t fzzf__compile_element(struct fzzf__program *program,
                             const struct fzzf__element *element,
                             fzzf_param_type wanted)
{
    const struct fzzf_operator *kind =
        fzzf_operator_find(element->name, FZZF_FORM_RULE);
    const size_t op = compile_kind(program, kind, element, wanted);

    if (op != FZZF__NO_OP && program->ops[op].type != FZZF__TYPE_NONE &&
        (program->ops[op].type == FZZF__TYPE_TEXT) !=
            (wanted == FZZF_PARAM_TEXT)) {
        fzzf__fault(program, &program->ops[op].place,
                    wanted == FZZF_PARAM_TEXT ? FZZF__F_NEEDS_GRADE
                                              : FZZF__F_NEEDS_POINTS,
                    kind->name, NULL);
        return FZZF__NO_OP;
    }
    return op;
}

static bool is_grade(const struct fzzf_system *system, const char *id)
{
    for (size_t i = 0; i < system->grade_count; i++)
        if (strcmp(system->grades[i].id, id) == 0)
            return true;
    return false;
}

void fzzf__check_grade(struct fzzf__program *program, const char *grade,
                       const fzzf__place *place)
{
    const struct fzzf_system *system = program->system;
    const char *names[NAMES_MAX];
    size_t count = 0;

    if (is_grade(system, grade))
        return;
    for (; count < system->grade_count && count < NAMES_MAX; count++)
        names[count] = system->grades[count].id;
    fzzf__fault(program, place, FZZF__F_UNKNOWN_GRADE, grade,
                fzzf__nearest(grade, names, count));
}

void fzzf__check_outcome(struct fzzf__program *program, struct fzzf__op *op,
                         size_t points, size_t grade)
{
    const int given = op->args[points].given +
                      (grade != FZZF__NO_NAME && op->args[grade].given) +
                      (op->part_count > 0);

    if (given != 1)
        fzzf__fault(program, &op->place,
                    given == 0 ? FZZF__F_NO_OUTCOME : FZZF__F_TWO_OUTCOMES,
                    op->kind->name,
                    grade == FZZF__NO_NAME ? "points" : "points, grade");
    if (grade != FZZF__NO_NAME && op->args[grade].given) {
        op->type = FZZF__TYPE_TEXT;
        fzzf__check_grade(program, op->args[grade].text, &op->place);
    } else if (op->part_count > 0) {
        op->type = program->ops[op->parts[0]].type;
    }
    if (given != 1)
        op->type = FZZF__TYPE_NONE;
}

void fzzf__check_same_type(struct fzzf__program *program, struct fzzf__op *op)
{
    op->type = FZZF__TYPE_NONE;
    for (size_t i = 0; i < op->part_count; i++) {
        const struct fzzf__op *part = &program->ops[op->parts[i]];

        if (op->type == FZZF__TYPE_NONE)
            op->type = part->type;
        else if (part->type != FZZF__TYPE_NONE && part->type != op->type)
            fzzf__fault(program, &part->place, FZZF__F_MIXED_OUTCOMES,
                        op->kind->name, NULL);
    }
}

void fzzf__give_outcome(struct fzzf__run *run, const struct fzzf__op *op,
                        struct fzzf__value *out, size_t points, size_t grade)
{
    const struct fzzf__value *value = fzzf__arg_value(run, op, points);

    if (grade != FZZF__NO_NAME && fzzf__is_given(op, grade)) {
        out->condition = FZZF__HAS_VALUE;
        out->text = op->args[grade].text;
        return;
    }
    if (value == NULL)
        value = fzzf__part_value(run, op, 0);
    *out = *value;
}
