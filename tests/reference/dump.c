/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Prints results line by line, in the form of the reference evaluator: for each
 * folder named, of its system.xml, contract.xml, declarations.xml and
 * tailoring.xml (if there is one), to its obtained.txt.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <fzzf/fzzf.h>

static FILE *out;

/* Everything that was read. */
struct batch {
    fzzf_declaration **items;
    size_t count;
};

static int collect(void *user, fzzf_declaration *declaration)
{
    struct batch *batch = user;
    void *items =
        realloc(batch->items, (batch->count + 1) * sizeof *batch->items);

    if (items == NULL)
        return 1;
    batch->items = items;
    batch->items[batch->count++] = fzzf_declaration_ref(declaration);
    return 0;
}

static const char *exact(const fzzf_number *number)
{
    return number == NULL ? "-" : fzzf_number_exact(number);
}

/* An irrational number is known by 30 places, without noughts at the end. */
static void print_number(const fzzf_number *shown, int irrational)
{
    char text[256];
    size_t length;

    if (!irrational) {
        fprintf(out, "\t%s", exact(shown));
        return;
    }
    fzzf_number_format(shown, 30, FZZF_ROUND_HALF_UP, text, sizeof text);
    length = strlen(text);
    while (length > 0 && text[length - 1] == '0')
        length--;
    fprintf(out, "\t~%.*s", (int)length, text);
}

static const char *state_name(fzzf_score_state state)
{
    return state == FZZF_SCORE_EXACT ? "present" : fzzf_score_state_name(state);
}

static void print_node(const char *unit, const fzzf_node *node)
{
    static const char *const met[] = {"no", "yes", "unknown", "-"};
    const int scored =
        node->state == FZZF_SCORE_EXACT || node->state == FZZF_SCORE_BOUNDED;
    const int irrational = node->state == FZZF_SCORE_EXACT &&
                           fzzf_number_compare(node->score, node->high) != 0;

    fprintf(out, "%s\tNODE\t%s\t%s", unit, node->id, state_name(node->state));
    print_number(node->score, irrational);
    print_number(node->high, irrational);
    fprintf(out, "\t%s\t%s\n", scored ? exact(node->full) : "-",
            met[node->met]);
}

static void print_readings(const char *unit, const fzzf_result *result)
{
    for (int i = 0; i < FZZF_READING_COUNT; i++) {
        fzzf_reading_view view = {.size = sizeof view};

        fzzf_result_reading(result, (fzzf_reading)i, &view);
        fprintf(out, "%s\tREADING\t%s\t%s\t%s\t%s\t%zu\t%s\n", unit, view.name,
                exact(view.low), exact(view.high), exact(view.of),
                view.left_out, fzzf_answer_name(view.passes));
    }
}

static void print_result(const fzzf_result *result)
{
    fzzf_verdict verdict = {.size = sizeof verdict};

    fzzf_result_verdict(result, &verdict);
    for (size_t i = 0; i < fzzf_result_count(result); i++) {
        fzzf_node node = {.size = sizeof node};

        fzzf_result_node(result, i, &node);
        print_node(verdict.unit, &node);
    }
    print_readings(verdict.unit, result);
    fprintf(out, "%s\tVERDICT\t%s\t%s\n", verdict.unit,
            fzzf_answer_name(verdict.eligible),
            verdict.grade == NULL ? "-" : verdict.grade);
}

static int complain(fzzf_status status, const fzzf_diags *diags)
{
    for (size_t i = 0; i < fzzf_diags_count(diags); i++)
        fprintf(stderr, "%s:%ld:%ld: FZ-%d %s\n",
                fzzf_diags_file(diags, i) == NULL ? ""
                                                  : fzzf_diags_file(diags, i),
                fzzf_diags_line(diags, i), fzzf_diags_column(diags, i),
                fzzf_diags_code(diags, i),
                fzzf_diags_message(diags, i, FZZF_ENGLISH));
    if (status != FZZF_OK)
        fprintf(stderr, "%s\n", fzzf_status_name(status));
    return status != FZZF_OK;
}

/* The cohort's figures, then every unit in full. */
static fzzf_status evaluate(fzzf_plan *plan, const struct batch *batch,
                            fzzf_diags *diags)
{
    fzzf_cohort *cohort = NULL;
    fzzf_status status = fzzf_cohort_new(&cohort, plan);

    for (size_t i = 0; status == FZZF_OK && i < batch->count; i++)
        status = fzzf_cohort_add(cohort, batch->items[i], diags);
    if (status == FZZF_OK)
        status = fzzf_cohort_close(cohort, diags);
    for (size_t i = 0; status == FZZF_OK && i < batch->count; i++) {
        fzzf_result *result = NULL;

        status = fzzf_cohort_evaluate(cohort, &result, batch->items[i], diags);
        if (status == FZZF_OK)
            print_result(result);
        fzzf_result_unref(result);
    }
    fzzf_cohort_free(cohort);
    return status;
}

static fzzf_status read_system(fzzf_system **made, const char *path,
                               const char *tailoring, fzzf_diags *diags)
{
    const fzzf_source source = {.size = sizeof source, .path = path};
    const fzzf_source change = {.size = sizeof change, .path = tailoring};
    fzzf_tailoring *changes = NULL;
    fzzf_system *base = NULL;
    fzzf_status status = fzzf_xml_read_system(&base, &source, diags);

    if (status != FZZF_OK || tailoring == NULL) {
        *made = base;
        return status;
    }
    status = fzzf_xml_read_tailoring(&changes, &change, diags);
    if (status == FZZF_OK)
        status = fzzf_system_tailor(made, base, changes, diags);
    fzzf_tailoring_unref(changes);
    fzzf_system_unref(base);
    return status;
}

/* The file @name in @folder, in @buffer; NULL when there is none. */
static const char *in_folder(char *buffer, size_t size, const char *folder,
                             const char *name)
{
    FILE *file;

    snprintf(buffer, size, "%s/%s", folder, name);
    file = fopen(buffer, "rb");
    if (file == NULL)
        return NULL;
    fclose(file);
    return buffer;
}

static fzzf_status dump(const char *folder, fzzf_diags *diags)
{
    char paths[4][4096];
    fzzf_source source = {.size = sizeof source};
    struct batch batch = {NULL, 0};
    fzzf_system *system = NULL;
    fzzf_contract *contract = NULL;
    fzzf_plan *plan = NULL;
    fzzf_status status = read_system(
        &system, in_folder(paths[0], sizeof paths[0], folder, "system.xml"),
        in_folder(paths[1], sizeof paths[1], folder, "tailoring.xml"), diags);

    source.path = in_folder(paths[2], sizeof paths[2], folder, "contract.xml");
    if (status == FZZF_OK)
        status = fzzf_xml_read_contract(&contract, &source, diags);
    if (status == FZZF_OK)
        status = fzzf_plan_new(&plan, system, contract, diags);
    source.path =
        in_folder(paths[3], sizeof paths[3], folder, "declarations.xml");
    if (status == FZZF_OK)
        status = fzzf_xml_each_declaration(&source, collect, &batch, diags);
    if (status == FZZF_OK)
        status = evaluate(plan, &batch, diags);
    for (size_t i = 0; i < batch.count; i++)
        fzzf_declaration_unref(batch.items[i]);
    free(batch.items);
    fzzf_plan_unref(plan);
    fzzf_contract_unref(contract);
    fzzf_system_unref(system);
    return status;
}

int main(int argc, char **argv)
{
    fzzf_diags *diags = NULL;
    int failed = 0;

    if (fzzf_diags_new(&diags) != FZZF_OK)
        return 1;
    for (int i = 1; i < argc; i++) {
        char path[4096];

        snprintf(path, sizeof path, "%s/obtained.txt", argv[i]);
        out = fopen(path, "wb");
        if (out == NULL) {
            failed = 1;
            continue;
        }
        failed |= complain(dump(argv[i], diags), diags);
        fzzf_diags_clear(diags);
        failed |= fclose(out) != 0;
    }
    fzzf_diags_free(diags);
    return failed;
}
