/* SPDX-License-Identifier: Apache-2.0 */
/* The table of operators and their public descriptions. */

#include <string.h>

#include "base/options.h"
#include "rule/operator.h"

static const struct fzzf_operator *const operators[] = {
#define OPERATOR(name) &fzzf__op_##name,
#include "rule/operators.def"
#undef OPERATOR
};

/* What formulas are made of has no form and is not listed. */
size_t fzzf_operator_count(void)
{
    size_t count = sizeof operators / sizeof operators[0];

    while (operators[count - 1]->form == FZZF_FORM_NONE)
        count--;
    return count;
}

const fzzf_operator *fzzf_operator_at(size_t index)
{
    return index < fzzf_operator_count() ? operators[index] : NULL;
}

const fzzf_operator *fzzf_operator_find(const char *name,
                                        fzzf_operator_form form)
{
    const size_t count = fzzf_operator_count();

    for (size_t i = 0; name != NULL && i < count; i++)
        if (operators[i]->form == form && strcmp(operators[i]->name, name) == 0)
            return operators[i];
    return NULL;
}

static size_t param_count(const fzzf_operator *op)
{
    size_t count = 0;

    while (op->params[count].name != NULL)
        count++;
    return count;
}

int fzzf_operator_describe(const fzzf_operator *op, fzzf_operator_view *view)
{
    fzzf_operator_view current = {.size = sizeof current};

    if (op == NULL)
        return fzzf__view_write(view, &current, sizeof current) && 0;
    current.name = op->name;
    current.form = op->form;
    current.summary_zh = op->zh;
    current.summary_en = op->en;
    current.parts = op->parts == NULL ? "" : op->parts;
    current.parts_min = op->parts_min;
    current.parts_max = op->parts_max;
    current.param_count = param_count(op);
    current.repeats = op->repeats;
    return fzzf__view_write(view, &current, sizeof current);
}

int fzzf_operator_param(const fzzf_operator *op, size_t index, fzzf_param *view)
{
    fzzf_param current = {.size = sizeof current};

    if (op == NULL || index >= param_count(op))
        return fzzf__view_write(view, &current, sizeof current) && 0;
    current.name = op->params[index].name;
    current.type = op->params[index].type;
    current.required = op->form == FZZF_FORM_FUNCTION
                           ? index + op->optional < param_count(op)
                           : op->params[index].required;
    current.absent = op->params[index].absent;
    current.choices = op->params[index].choices;
    return fzzf__view_write(view, &current, sizeof current);
}
