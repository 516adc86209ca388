/* SPDX-License-Identifier: Apache-2.0 */
/* fzzf rules: lists the operators that rules are made of. */
#include <string.h>

#include "csv.h"
#include "message.h"
#include "nearest.h"
#include "result_json.h"
#include "table.h"

extern const struct command command_rules;

static const char *form_name(fzzf_operator_form form)
{
    switch (form) {
    case FZZF_FORM_NONE:
        return NULL;
    case FZZF_FORM_RULE:
        return "rule";
    case FZZF_FORM_PART:
        return "part";
    case FZZF_FORM_FUNCTION:
        return "function";
    }
    return NULL;
}

static const char *type_name(fzzf_param_type type)
{
    static const char *const names[] = {
        [FZZF_PARAM_NONE] = "none",         [FZZF_PARAM_NUMBER] = "number",
        [FZZF_PARAM_TRUTH] = "truth",       [FZZF_PARAM_TEXT] = "text",
        [FZZF_PARAM_ANY] = "any",           [FZZF_PARAM_CONSTANT] = "constant",
        [FZZF_PARAM_WHOLE] = "whole",       [FZZF_PARAM_CHOICE] = "choice",
        [FZZF_PARAM_NAME] = "name",         [FZZF_PARAM_WORDS] = "words",
        [FZZF_PARAM_SERIES] = "series",     [FZZF_PARAM_DATE] = "date",
        [FZZF_PARAM_OBSERVED] = "observed", [FZZF_PARAM_NODE] = "node",
        [FZZF_PARAM_QUOTED] = "quoted",
    };

    return (size_t)type < sizeof names / sizeof names[0] ? names[type] : NULL;
}

static bool is_asked_for(const struct settings *settings,
                         const fzzf_operator_view *view)
{
    return (settings->form == NULL ||
            strcmp(settings->form, form_name(view->form)) == 0) &&
           (settings->arguments.count == 0 ||
            strcmp(settings->arguments.items[0], view->name) == 0);
}

/* The next operator that is asked for, from number *@index on, or NULL. */
static const fzzf_operator *next(const struct cli *cli, size_t *index,
                                 fzzf_operator_view *view)
{
    const fzzf_operator *op;

    while ((op = fzzf_operator_at(*index)) != NULL) {
        *index += 1;
        view->size = sizeof *view;
        (void)fzzf_operator_describe(op, view);
        if (is_asked_for(&cli->settings, view))
            return op;
    }
    return NULL;
}

static void write_params_json(struct json *json, const fzzf_operator *op)
{
    fzzf_param param = {.size = sizeof param};
    size_t i;

    json_array(json, "params");
    for (i = 0; fzzf_operator_param(op, i, &param) != 0; i++) {
        json_object(json, NULL);
        json_text(json, "name", param.name);
        json_text(json, "type", type_name(param.type));
        json_truth(json, "required", param.required != 0);
        json_text(json, "absent", param.absent);
        json_words(json, "choices", param.choices, ' ');
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_json(struct cli *cli)
{
    fzzf_operator_view view = {.size = sizeof view};
    const fzzf_operator *op;
    struct json json;
    size_t index = 0;

    json_begin(&json, &cli->out, "rules");
    json_array(&json, "operators");
    while ((op = next(cli, &index, &view)) != NULL) {
        json_object(&json, NULL);
        json_text(&json, "name", view.name);
        json_text(&json, "form", form_name(view.form));
        json_words(&json, "parts", view.parts, ' ');
        json_count(&json, "parts_min", view.parts_min);
        json_count(&json, "parts_max", view.parts_max);
        json_truth(&json, "repeats", view.repeats != 0);
        json_text(&json, "summary_zh", view.summary_zh);
        json_text(&json, "summary_en", view.summary_en);
        write_params_json(&json, op);
        json_end_object(&json);
    }
    json_end_array(&json);
    json_end_object(&json);
}

static void write_csv(struct cli *cli)
{
    struct csv csv = {.out = &cli->out};
    fzzf_operator_view view = {.size = sizeof view};
    fzzf_param param = {.size = sizeof param};
    const fzzf_operator *op;
    size_t index = 0;
    size_t i;

    csv_header(&csv, "operator,form,parameter,type,required,absent,choices");
    while ((op = next(cli, &index, &view)) != NULL)
        for (i = 0; fzzf_operator_param(op, i, &param) != 0 || i == 0; i++) {
            csv_cell(&csv, view.name);
            csv_cell(&csv, form_name(view.form));
            csv_cell(&csv, param.name);
            csv_cell(&csv, param.name == NULL ? NULL : type_name(param.type));
            csv_cell(&csv, param.name == NULL ? NULL
                           : param.required   ? "yes"
                                              : "no");
            csv_cell(&csv, param.absent);
            csv_cell(&csv, param.choices);
            csv_end_row(&csv);
        }
}

static void add_param(const struct cli *cli, struct table *table,
                      const fzzf_param *param)
{
    table_cell(table, param->name);
    table_cell(table, type_name(param->type));
    if (param->required != 0)
        table_cell(table, in_language(cli, "必须", "required"));
    else if (param->absent == NULL)
        table_cell(table, in_language(cli, "可省", "optional"));
    else {
        out_fill(&table->cells,
                 in_language(cli, "可省，省略时为 {0}", "when absent: {0}"),
                 param->absent, NULL, NULL);
        table_next(table);
    }
    table_cell(table, param->choices);
}

static const char *form_word(const struct cli *cli, fzzf_operator_form form)
{
    switch (form) {
    case FZZF_FORM_NONE:
        return NULL;
    case FZZF_FORM_RULE:
        return in_language(cli, "规则", "rule");
    case FZZF_FORM_PART:
        return in_language(cli, "组成", "part");
    case FZZF_FORM_FUNCTION:
        return in_language(cli, "函数", "function");
    }
    return NULL;
}

static void write_parts(struct cli *cli, const fzzf_operator_view *view)
{
    char numbers[2][32];

    if (view->parts == NULL || *view->parts == '\0')
        return;
    (void)snprintf(numbers[0], sizeof numbers[0], "%zu", view->parts_min);
    (void)snprintf(numbers[1], sizeof numbers[1], "%zu", view->parts_max);
    out_fill(
        &cli->out,
        in_language(cli, "  内含：{0}（至少 {1}", "  holds: {0} (from {1}"),
        view->parts, numbers[0], NULL);
    if (view->parts_max > 0)
        out_fill(&cli->out, in_language(cli, "，至多 {0}", " to {0}"),
                 numbers[1], NULL, NULL);
    out_text(&cli->out, in_language(cli, "）\n", ")\n"));
}

static void write_text(struct cli *cli)
{
    fzzf_operator_view view = {.size = sizeof view};
    fzzf_param param = {.size = sizeof param};
    const fzzf_operator *op;
    struct table table;
    size_t index = 0;
    size_t i;

    while ((op = next(cli, &index, &view)) != NULL) {
        out_fill(&cli->out,
                 in_language(cli, "{0}（{1}）：{2}\n", "{0} ({1}): {2}\n"),
                 view.name, form_word(cli, view.form),
                 in_language(cli, view.summary_zh, view.summary_en));
        write_parts(cli, &view);
        table_begin(&table, "llll", NULL);
        for (i = 0; fzzf_operator_param(op, i, &param) != 0; i++)
            add_param(cli, &table, &param);
        table_end(&table, &cli->out, "  ");
    }
}

/* Whether there is anything to list; if not, that is said. */
static bool exists(struct cli *cli)
{
    const char *const name = cli->settings.arguments.count == 0
                                 ? ""
                                 : cli->settings.arguments.items[0];
    fzzf_operator_view view = {.size = sizeof view};
    struct nearest nearest = {.wanted = name};
    size_t index = 0;

    if (next(cli, &index, &view) != NULL)
        return true;
    for (index = 0; index < fzzf_operator_count(); index++) {
        (void)fzzf_operator_describe(fzzf_operator_at(index), &view);
        nearest_try(&nearest, view.name);
    }
    if (nearest.best != NULL && strcmp(nearest.best, name) != 0)
        return refuse(cli, "没有算子“{0}”，是否为“{1}”？",
                      "there is no operator '{0}'; was '{1}' meant?", name,
                      nearest.best);
    return refuse(cli, "没有这样的算子“{0}”", "there is no such operator '{0}'",
                  name, NULL);
}

static void run(struct cli *cli)
{
    if (!exists(cli))
        return;
    if (cli->format == FORMAT_JSON)
        write_json(cli);
    else if (cli->format == FORMAT_CSV)
        write_csv(cli);
    else
        write_text(cli);
}

static const struct option own[] = {
    {"form",
     OPTION_WORD,
     OPTION_FIELD(form),
     SAME("rule|part|function"),
     {{"只列规则、组成或函数", "only rules, parts or functions"}}},
    OPTION_FORM("table|json|csv", "文字", "words"),
    {.name = NULL},
};

static const struct option *const options[] = {own, NULL};

const struct command command_rules = {
    .arguments = {{"[名称]", "[NAME]"}},
    .details = {{"列出由算子自己描述的参数；规则语言见 rules.md。",
                 "Lists what operators say of themselves; rules.md explains "
                 "the language."}},
    .examples = "fzzf rules deduct\n"
                "fzzf rules --form function --format json",
    .options = options,
    .most = 1,
    .run = run,
};
