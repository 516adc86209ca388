/* SPDX-License-Identifier: Apache-2.0 */
/* fzzf check: whether documents of any kind hold. */
#include <stdlib.h>
#include <string.h>

#include "check_write.h"
#include "input.h"
#include "load.h"
#include "message.h"

extern const struct command command_check;

/* Declarations are also evaluated, so that what does not fit the system is
 * found; without --contract by this one, whose choices find nothing amiss. */
static const char neutral[] =
    "<contract xmlns='urn:fzzf:1' id='neutral' title='neutral'>"
    "<rounding mode='half-up' indicator='none' node='none' total='none'"
    " display='2'/>"
    "<assessors decide='final on_site third_party survey province city self'/>"
    "<steps part='whole'/><bonus order='floor-then-bonus'/>"
    "<absent missing='bound' not-assessed='bound' disputed='bound'"
    " no-value='leave-out'/>"
    "<not-applicable treatment='rescale'/><nodes without-rule='sum'/>"
    "<ties places='skip'/><met when='rate ≥ 90%'/>"
    "<threshold share='90%' reading='indicators-all'/></contract>";

struct checking {
    struct cli *cli;
    fzzf_system *system;     /* --system, or NULL */
    fzzf_contract *contract; /* --contract, or NULL */
    fzzf_plan *plan;         /* for declarations, or NULL */
    fzzf_diags *reading;
    size_t said;                       /* findings of it that were said */
    struct checked_document *document; /* that is being checked */
};

static void note_id(struct checked_document *document, const char *id)
{
    (void)snprintf(document->id, sizeof document->id, "%s", id);
}

static fzzf_status plan_alone(struct checking *checking, fzzf_system *system,
                              fzzf_contract *contract)
{
    fzzf_plan *plan = NULL;
    const fzzf_status status =
        fzzf_plan_new(&plan, system, contract, checking->cli->diags);

    fzzf_plan_unref(plan);
    return status;
}

static fzzf_status check_system(struct checking *checking,
                                const fzzf_source *source)
{
    fzzf_system *system = NULL;
    fzzf_status status =
        fzzf_xml_read_system(&system, source, checking->cli->diags);

    if (status == FZZF_OK) {
        note_id(checking->document, fzzf_system_id(system));
        checking->document->count = fzzf_system_count(system);
        status = plan_alone(checking, system, checking->contract);
    }
    fzzf_system_unref(system);
    return status;
}

static fzzf_status check_tailoring(struct checking *checking,
                                   const fzzf_source *source)
{
    fzzf_tailoring *tailoring = NULL;
    fzzf_system *tailored = NULL;
    fzzf_status status =
        fzzf_xml_read_tailoring(&tailoring, source, checking->cli->diags);

    if (status == FZZF_OK && checking->system != NULL)
        status = fzzf_system_tailor(&tailored, checking->system, tailoring,
                                    checking->cli->diags);
    if (status == FZZF_OK && tailored != NULL)
        status = plan_alone(checking, tailored, checking->contract);
    fzzf_system_unref(tailored);
    fzzf_tailoring_unref(tailoring);
    return status;
}

static fzzf_status check_contract(struct checking *checking,
                                  const fzzf_source *source)
{
    fzzf_contract *contract = NULL;
    fzzf_status status =
        fzzf_xml_read_contract(&contract, source, checking->cli->diags);

    if (status == FZZF_OK) {
        note_id(checking->document, fzzf_contract_id(contract));
        if (checking->system != NULL)
            status = plan_alone(checking, checking->system, contract);
    }
    fzzf_contract_unref(contract);
    return status;
}

static int check_declaration(void *user, fzzf_declaration *declaration)
{
    struct checking *const checking = user;
    struct cli *const cli = checking->cli;
    const char *const id = fzzf_declaration_id(declaration);
    fzzf_result *result = NULL;

    say_findings(cli, checking->reading, checking->said);
    checking->said = fzzf_diags_count(checking->reading);
    checking->document->count++;
    if (checking->document->kind == FZZF_DOCUMENT_DECLARATION)
        note_id(checking->document, id);
    progress_tell(&cli->progress, checking->document->count);
    (void)succeeded(cli, fzzf_declaration_inspect(declaration, cli->diags), id);
    if (checking->plan != NULL)
        (void)succeeded(cli,
                        fzzf_plan_evaluate(checking->plan, &result, declaration,
                                           cli->diags),
                        id);
    fzzf_result_unref(result);
    return 0;
}

static fzzf_status check_declarations(struct checking *checking,
                                      const fzzf_source *source)
{
    fzzf_status status;

    checking->said = 0;
    status = fzzf_xml_each_declaration(source, check_declaration, checking,
                                       checking->reading);
    (void)conclude(checking->cli, checking->reading, checking->said, status,
                   source->name);
    return FZZF_OK; /* all was said */
}

/* Results are read by whoever computes them again. Here the inputs are not
 * looked for, and it is no fault that they are not found. */
static fzzf_status check_result(struct checking *checking,
                                const fzzf_source *source)
{
    fzzf_recomputation *again = NULL;
    fzzf_status status =
        fzzf_recompute(&again, source, NULL, 0, checking->cli->diags);

    if (status == FZZF_E_REFERENCE) {
        fzzf_diags_clear(checking->cli->diags);
        status = FZZF_OK;
    }
    fzzf_recomputation_free(again);
    return status;
}

static fzzf_status check_manifest(struct checking *checking,
                                  const fzzf_source *source)
{
    fzzf_manifest *manifest = NULL;
    const fzzf_status status =
        fzzf_xml_read_manifest(&manifest, source, checking->cli->diags);

    fzzf_manifest_unref(manifest);
    return status;
}

static fzzf_status check_receipt(struct checking *checking,
                                 const fzzf_source *source)
{
    fzzf_receipt *receipt = NULL;
    const fzzf_status status =
        fzzf_xml_read_receipt(&receipt, source, checking->cli->diags);

    fzzf_receipt_unref(receipt);
    return status;
}

static fzzf_status check_record(struct checking *checking,
                                const fzzf_source *source)
{
    fzzf_record *record = NULL;
    fzzf_status status =
        fzzf_xml_read_record(&record, source, checking->cli->diags);
    const char *const id = fzzf_record_get(record, "id");

    if (id != NULL)
        note_id(checking->document, id);
    if (status == FZZF_OK)
        status = fzzf_record_check(record, checking->cli->diags);
    fzzf_record_unref(record);
    return status;
}

/* Documents that have calls of their own; the others are records. */
static fzzf_status (*const checks[])(struct checking *checking,
                                     const fzzf_source *source) = {
    [FZZF_DOCUMENT_SYSTEM] = check_system,
    [FZZF_DOCUMENT_TAILORING] = check_tailoring,
    [FZZF_DOCUMENT_CONTRACT] = check_contract,
    [FZZF_DOCUMENT_DECLARATION] = check_declarations,
    [FZZF_DOCUMENT_DECLARATIONS] = check_declarations,
    [FZZF_DOCUMENT_RESULT] = check_result,
    [FZZF_DOCUMENT_MANIFEST] = check_manifest,
    [FZZF_DOCUMENT_RECEIPT] = check_receipt,
};

static fzzf_status check_kind(struct checking *checking,
                              const fzzf_source *source)
{
    const size_t kind = (size_t)checking->document->kind;

    if (kind < sizeof checks / sizeof checks[0] && checks[kind] != NULL)
        return checks[kind](checking, source);
    return check_record(checking, source);
}

static void check_input(struct checking *checking, struct input *input)
{
    struct cli *const cli = checking->cli;
    fzzf_source source;
    fzzf_status status;

    if (!input_source(cli, input, true, &source))
        return;
    status = fzzf_xml_sniff(&checking->document->kind, &source, cli->diags);
    if (!succeeded(cli, status, input_name(input)) ||
        !input_source(cli, input, true, &source))
        return;
    status = check_kind(checking, &source);
    (void)succeeded(cli, status, input_name(input));
}

/* Checks one document and takes down what came of it alone. */
static void check_document(struct checking *checking, struct input *input,
                           struct checked_document *document)
{
    struct cli *const cli = checking->cli;
    const int code = cli->code;
    const size_t errors = cli->errors;
    const size_t warnings = cli->warnings;

    checking->document = document;
    document->file = input_name(input);
    cli->code = CODE_DONE;
    check_input(checking, input);
    document->code = cli->code;
    document->errors = cli->errors - errors;
    document->warnings = cli->warnings - warnings;
    cli->code = code;
    end_with(cli, document->code);
}

static bool load_neutral(struct cli *cli, fzzf_contract **out)
{
    const fzzf_source source = {.size = sizeof source,
                                .name = "neutral",
                                .bytes = neutral,
                                .length = sizeof neutral - 1};

    return succeeded(cli, fzzf_xml_read_contract(out, &source, cli->diags),
                     "neutral");
}

/* What the options name. A fault in it is said and the rest goes on. */
static void load(struct checking *checking)
{
    struct cli *const cli = checking->cli;
    fzzf_contract *contract = NULL;

    if (cli->settings.contract != NULL)
        (void)load_contract(cli, &checking->contract);
    if (cli->settings.system == NULL || !load_system(cli, &checking->system))
        return;
    if (checking->contract != NULL)
        contract = fzzf_contract_ref(checking->contract);
    else if (!load_neutral(cli, &contract))
        return;
    (void)succeeded(
        cli,
        fzzf_plan_new(&checking->plan, checking->system, contract, cli->diags),
        cli->settings.system);
    fzzf_contract_unref(contract);
}

static void check_all(struct checking *checking, struct inputs *inputs)
{
    struct cli *const cli = checking->cli;
    struct checked_document *const documents =
        calloc(inputs->count + 1, sizeof *documents);
    size_t i;

    if (documents == NULL) {
        (void)refuse_memory(cli);
        return;
    }
    load(checking);
    for (i = 0; i < inputs->count && cli->out.error == 0; i++)
        check_document(checking, &inputs->items[i], &documents[i]);
    progress_clear(&cli->progress);
    check_write_end(cli, documents, i);
    free(documents);
}

static void run(struct cli *cli)
{
    struct checking checking = {.cli = cli};
    struct check_writer writer;
    struct inputs inputs = {0};

    if (fzzf_diags_new(&checking.reading) != FZZF_OK) {
        (void)refuse_memory(cli);
        return;
    }
    check_write_begin(cli, &writer);
    (void)inputs_find(cli, &inputs, &cli->settings.arguments);
    check_all(&checking, &inputs);
    inputs_free(&inputs);
    fzzf_plan_unref(checking.plan);
    fzzf_system_unref(checking.system);
    fzzf_contract_unref(checking.contract);
    fzzf_diags_free(checking.reading);
}

static const struct option own[] = {
    OPTION_FORMAT("table|json|csv"),
    {.name = NULL},
};

static const struct option *const options[] = {options_of_documents, own, NULL};

const struct command command_check = {
    .arguments = {{"文件|文件夹|- …", "FILE|FOLDER|- ..."}},
    .details =
        {{"文档可以是任何一种，由根元素认出。体系的规则全部编译；给出 --system "
          "时，\n"
          "申报、调整和约定还与体系对照。问题逐条写到标准错误：\n"
          "文件:行:列: error FZ-编号: 说明；用 json 或 csv 时写到标准输出。",
          "Documents may be of any kind; the root element tells. The rules of "
          "a system\n"
          "are all compiled; with --system also declarations, tailorings and "
          "contracts\n"
          "are compared with it. Findings go to standard error as\n"
          "FILE:LINE:COLUMN: error FZ-NUMBER: SENTENCE; with json or csv they "
          "go to\n"
          "standard output."}},
    .examples =
        "fzzf check system.xml contract.xml counties.xml\n"
        "fzzf check --system system.xml --contract contract.xml county/",
    .options = options,
    .least = 1,
    .run = run,
};
