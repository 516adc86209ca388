/* SPDX-License-Identifier: Apache-2.0 */
/* A result document computed again from the inputs that it cites. */

#include "fzzf/recompute.h"

#include <string.h>

#include "base/memory.h"
#include "base/options.h"
#include "base/text.h"
#include "eval/figures.h"
#include "eval/make_result.h"
#include "model/tailoring.h"
#include "recompute/inputs.h"
#include "xml/result_document.h"
#include "xml/rows.h"

/* A result document from a stream may be at most this large. */
#define RESULT_BYTES_MAX (64u << 20)

struct difference {
    const char *path, *stated, *computed;
};

struct fzzf_recomputation {
    fzzf__arena arena;
    fzzf_result *result;
    fzzf_plan *plan;
    fzzf_declaration *declaration;
    struct difference *items;
    size_t count;
};

/* What the work needs besides what it leaves. */
struct work {
    struct fzzf__result_document document;
    struct fzzf__wanted *wanted;
    fzzf_system *system;
    fzzf_contract *contract;
    fzzf_declaration *declaration;
    fzzf_plan *plan;
    struct fzzf__figure_value *figures;
    fzzf_diags *diags;
};

static void work_free(struct work *work)
{
    for (size_t i = 0; work->wanted != NULL && i < work->document.input_count;
         i++)
        fzzf__free(work->wanted[i].path);
    fzzf__free(work->wanted);
    fzzf__free(work->figures);
    fzzf_plan_unref(work->plan);
    fzzf_declaration_unref(work->declaration);
    fzzf_contract_unref(work->contract);
    fzzf_system_unref(work->system);
    fzzf__result_document_free(&work->document);
}

/* Every input must be there; only the contract is carried along. */
static fzzf_status find_inputs(struct work *work, const char *const *paths,
                               size_t count)
{
    const struct fzzf__result_document *document = &work->document;
    fzzf_status status;

    work->wanted =
        fzzf__calloc(document->input_count + 1, sizeof *work->wanted);
    if (work->wanted == NULL)
        return FZZF_E_MEMORY;
    for (size_t i = 0; i < document->input_count; i++)
        work->wanted[i].input = &document->inputs[i];
    status = fzzf__inputs_find(work->wanted, document->input_count, paths,
                               count, work->diags);
    if (status == FZZF_E_MEMORY)
        return status;
    for (size_t i = 0; i < document->input_count; i++)
        if (work->wanted[i].path == NULL &&
            strcmp(document->inputs[i].role, "contract") != 0)
            status = fzzf__report(
                work->diags, FZZF_E_REFERENCE, FZZF__F_INPUT_NOT_FOUND, NULL,
                document->inputs[i].role, document->inputs[i].id,
                document->inputs[i].sha256, NULL);
    return status;
}

/* The file changed between being found and being read. */
static fzzf_status changed(const struct work *work,
                           const struct fzzf__wanted *wanted)
{
    return fzzf__report(work->diags, FZZF_E_REFERENCE, FZZF__F_INPUT_CHANGED,
                        NULL, wanted->path, wanted->input->id, NULL);
}

static bool is_same(const struct fzzf__input *read,
                    const struct fzzf__wanted *wanted)
{
    return strcmp(read->sha256, wanted->input->sha256) == 0;
}

static fzzf_status read_system(struct work *work,
                               const struct fzzf__wanted *wanted,
                               const fzzf_source *source)
{
    const fzzf_status status =
        fzzf_xml_read_system(&work->system, source, work->diags);

    if (status == FZZF_OK && !is_same(&work->system->inputs.items[0], wanted))
        return changed(work, wanted);
    return status;
}

static fzzf_status read_tailoring(struct work *work,
                                  const struct fzzf__wanted *wanted,
                                  const fzzf_source *source)
{
    fzzf_tailoring *tailoring = NULL;
    fzzf_system *system = NULL;
    fzzf_status status =
        fzzf_xml_read_tailoring(&tailoring, source, work->diags);

    if (status == FZZF_OK && !is_same(&tailoring->input, wanted))
        status = changed(work, wanted);
    if (status == FZZF_OK && work->system == NULL)
        status = FZZF_E_REFERENCE;
    if (status == FZZF_OK)
        status =
            fzzf_system_tailor(&system, work->system, tailoring, work->diags);
    if (status == FZZF_OK) {
        fzzf_system_unref(work->system);
        work->system = system;
    }
    fzzf_tailoring_unref(tailoring);
    return status;
}

static fzzf_status read_contract(struct work *work,
                                 const struct fzzf__wanted *wanted,
                                 const fzzf_source *source)
{
    fzzf_status status;

    if (wanted->path == NULL) {
        work->contract = fzzf_contract_ref(work->document.contract);
        work->contract->input = *wanted->input;
        return FZZF_OK;
    }
    status = fzzf_xml_read_contract(&work->contract, source, work->diags);
    if (status == FZZF_OK && !is_same(&work->contract->input, wanted))
        return changed(work, wanted);
    return status;
}

struct pick {
    const struct fzzf__wanted *wanted;
    fzzf_declaration *found;
};

static int pick_one(void *user, fzzf_declaration *declaration)
{
    struct pick *pick = user;

    if (!is_same(&declaration->input, pick->wanted))
        return 0;
    pick->found = fzzf_declaration_ref(declaration);
    return 1;
}

static fzzf_status read_declaration(struct work *work,
                                    const struct fzzf__wanted *wanted,
                                    const fzzf_source *source)
{
    struct pick pick = {wanted, NULL};
    fzzf_status status;

    if (!wanted->input->part) {
        status =
            fzzf_xml_read_declaration(&work->declaration, source, work->diags);
        if (status == FZZF_OK && !is_same(&work->declaration->input, wanted))
            return changed(work, wanted);
        return status;
    }
    status = fzzf_xml_each_declaration(source, pick_one, &pick, work->diags);
    work->declaration = pick.found;
    if (pick.found != NULL)
        return FZZF_OK;
    return status != FZZF_OK ? status : changed(work, wanted);
}

static fzzf_status read_inputs(struct work *work)
{
    fzzf_status status = FZZF_OK;

    for (size_t i = 0; status == FZZF_OK && i < work->document.input_count;
         i++) {
        const struct fzzf__wanted *wanted = &work->wanted[i];
        const char *role = wanted->input->role;
        const fzzf_source source = {.size = sizeof source,
                                    .path = wanted->path};

        if (strcmp(role, "system") == 0 && work->system == NULL)
            status = read_system(work, wanted, &source);
        else if (strcmp(role, "tailoring") == 0)
            status = read_tailoring(work, wanted, &source);
        else if (strcmp(role, "contract") == 0 && work->contract == NULL)
            status = read_contract(work, wanted, &source);
        else if (work->declaration == NULL)
            status = read_declaration(work, wanted, &source);
    }
    if (status == FZZF_OK && (work->system == NULL || work->contract == NULL ||
                              work->declaration == NULL))
        status = fzzf__report(work->diags, FZZF_E_REFERENCE,
                              FZZF__F_INPUT_NOT_FOUND, NULL, "", "", "", NULL);
    return status;
}

static bool read_end(fzzf__arena *arena, const char *text, fzzf__num *out)
{
    if (text == NULL)
        return false;
    if (strcmp(text, "inf") == 0 || strcmp(text, "-inf") == 0) {
        *out = text[0] == '-' ? FZZF__MINUS_INFINITY : FZZF__PLUS_INFINITY;
        return true;
    }
    return fzzf__num_parse(arena, text, strlen(text), out) != 0;
}

static bool read_ends(fzzf__arena *arena,
                      const struct fzzf__stated_figure *stated,
                      struct fzzf__value *value)
{
    return read_end(arena, stated->low, &value->lo) &&
           read_end(arena, stated->high, &value->hi) &&
           fzzf__num_compare(arena, value->lo, value->hi) <= 0;
}

/* The stated figure as a value. What contradicts itself comes out as something
 * else than what is stated, and so as a difference. */
static void set_figure(fzzf__arena *arena,
                       const struct fzzf__stated_figure *stated,
                       struct fzzf__figure_value *figure)
{
    const enum fzzf__why_code why = fzzf__why_code(stated->why);
    struct fzzf__value *value = &figure->value;
    fzzf__num square;

    memset(figure, 0, sizeof *figure);
    figure->known = true;
    value->full = FZZF__ZERO;
    if (!read_ends(arena, stated, value)) {
        fzzf__give_why(value, FZZF__NO_VALUE,
                       why != FZZF__WHY_NOTHING ? why : FZZF__WHY_EMPTY_COHORT,
                       stated->about);
        return;
    }
    value->may_fail = why != FZZF__WHY_NOTHING;
    value->why.code = why;
    value->why.text = stated->about;
    value->enclosed = stated->enclosed;
    value->open = !stated->enclosed;
    if (read_end(arena, stated->square, &square) &&
        fzzf__num_is_finite(square) && fzzf__num_sign(square) > 0)
        fzzf__figure_root(arena, square, value);
    fzzf__value_settle(arena, FZZF__TYPE_NUMBER, value);
}

static fzzf_status set_figures(struct work *work, fzzf__arena *arena)
{
    const struct fzzf__program *program = &work->plan->program;

    work->figures =
        fzzf__calloc(program->column_count + 1, sizeof *work->figures);
    if (work->figures == NULL)
        return FZZF_E_MEMORY;
    for (size_t c = 0; c < program->column_count; c++) {
        const struct fzzf__op *op = &program->ops[program->columns[c]];
        const char *node = work->system->nodes[op->node].id;

        for (size_t i = 0; i < work->document.figure_count; i++) {
            const struct fzzf__stated_figure *stated =
                &work->document.figures[i];

            if (strcmp(stated->name, op->text) == 0 &&
                strcmp(stated->node, node) == 0)
                set_figure(arena, stated, &work->figures[c]);
        }
    }
    return arena->spoiled;
}

static int write_text(void *user, const char *bytes, size_t size)
{
    fzzf__text *text = user;

    fzzf__text_addn(text, bytes, size);
    return text->failed;
}

/* What may differ between two sides that agree: who wrote it, file names. */
static bool is_incidental(const char *path)
{
    const size_t length = strlen(path);

    return strcmp(path, "result/@generator") == 0 ||
           (strncmp(path, "result/input", 12) == 0 && length > 6 &&
            strcmp(path + length - 6, "/@name") == 0);
}

static bool add_difference(struct fzzf_recomputation *out, size_t *capacity,
                           const char *path, const char *stated,
                           const char *computed)
{
    void *items = out->items;
    struct difference *added;

    if (!fzzf__grow(&items, capacity, out->count, sizeof *out->items))
        return false;
    out->items = items;
    added = &out->items[out->count++];
    added->path = fzzf__arena_text(&out->arena, path);
    added->stated = fzzf__arena_text(&out->arena, stated);
    added->computed = fzzf__arena_text(&out->arena, computed);
    return out->arena.spoiled == FZZF_OK;
}

static bool index_rows(fzzf__names *names, const struct fzzf__rows *rows)
{
    for (size_t i = 0; i < rows->count; i++)
        if (fzzf__names_add(names, rows->items[i].path, i) < 0)
            return false;
    return true;
}

static bool compare_rows(struct fzzf_recomputation *out,
                         const struct fzzf__rows *stated,
                         const struct fzzf__rows *computed)
{
    fzzf__names in_stated = {NULL, 0, 0}, in_computed = {NULL, 0, 0};
    size_t capacity = 0;
    bool sound =
        index_rows(&in_stated, stated) && index_rows(&in_computed, computed);

    for (size_t i = 0; sound && i < stated->count; i++) {
        const struct fzzf__row *row = &stated->items[i];
        const size_t other = fzzf__names_find(&in_computed, row->path);
        const char *value =
            other == FZZF__NO_NAME ? NULL : computed->items[other].value;

        if (!is_incidental(row->path) &&
            (value == NULL || strcmp(value, row->value) != 0))
            sound =
                add_difference(out, &capacity, row->path, row->value, value);
    }
    for (size_t i = 0; sound && i < computed->count; i++) {
        const struct fzzf__row *row = &computed->items[i];

        if (!is_incidental(row->path) &&
            fzzf__names_find(&in_stated, row->path) == FZZF__NO_NAME)
            sound = add_difference(out, &capacity, row->path, NULL, row->value);
    }
    fzzf__names_free(&in_stated);
    fzzf__names_free(&in_computed);
    return sound;
}

/* Compares the document's bytes with those that its result would have. */
static fzzf_status compare(struct fzzf_recomputation *out,
                           const fzzf_source *source, fzzf_diags *diags)
{
    fzzf__text text = {NULL, 0, 0, 0};
    struct fzzf__rows stated, computed;
    fzzf_source again = {.size = sizeof again};
    fzzf_status status =
        fzzf_xml_write_result(out->result, write_text, &text, NULL);

    memset(&stated, 0, sizeof stated);
    memset(&computed, 0, sizeof computed);
    again.bytes = text.bytes;
    again.length = text.length;
    if (text.failed)
        status = FZZF_E_MEMORY;
    if (status == FZZF_OK)
        status = fzzf__xml_rows(&computed, &again, diags);
    if (status == FZZF_OK)
        status = fzzf__xml_rows(&stated, source, diags);
    if (status == FZZF_OK && !compare_rows(out, &stated, &computed))
        status = FZZF_E_MEMORY;
    fzzf__rows_free(&stated);
    fzzf__rows_free(&computed);
    fzzf__text_free(&text);
    return status;
}

static fzzf_status run(struct fzzf_recomputation *out, struct work *work,
                       const fzzf_source *source, const char *const *paths,
                       size_t count)
{
    fzzf_status status =
        fzzf__xml_read_result_document(&work->document, source, work->diags);

    if (status == FZZF_OK)
        status = find_inputs(work, paths, count);
    if (status == FZZF_OK)
        status = read_inputs(work);
    if (status == FZZF_OK)
        status = fzzf_plan_new(&work->plan, work->system, work->contract,
                               work->diags);
    if (status == FZZF_OK)
        status = set_figures(work, &out->arena);
    if (status == FZZF_OK)
        status = fzzf__evaluate(work->plan, &out->result, work->declaration,
                                work->figures, work->diags);
    if (status == FZZF_OK)
        status = compare(out, source, work->diags);
    if (status == FZZF_OK) {
        out->plan = fzzf_plan_ref(work->plan);
        out->declaration = fzzf_declaration_ref(work->declaration);
    }
    return status;
}

/* All of a stream, for it is read twice. */
static fzzf_status spool(const fzzf_source *source, fzzf__text *text)
{
    char buffer[16384];
    int64_t got;

    while ((got = source->read(source->user, buffer, sizeof buffer)) > 0) {
        fzzf__text_addn(text, buffer, (size_t)got);
        if (text->failed)
            return FZZF_E_MEMORY;
        if (text->length > RESULT_BYTES_MAX)
            return FZZF_E_LIMIT;
    }
    return got < 0 ? FZZF_E_IO : FZZF_OK;
}

fzzf_status fzzf_recompute(fzzf_recomputation **out, const fzzf_source *source,
                           const char *const *paths, size_t count,
                           fzzf_diags *diags)
{
    fzzf_recomputation *made = fzzf__calloc(1, sizeof *made);
    struct work work;
    fzzf__text text = {NULL, 0, 0, 0};
    fzzf_source again;
    fzzf_status status = made == NULL
                             ? FZZF_E_MEMORY
                             : fzzf__options_read(&again, sizeof again, source);

    memset(&work, 0, sizeof work);
    work.diags = diags;
    if (status == FZZF_OK) {
        fzzf__arena_init(&made->arena);
        if (again.read != NULL) {
            status = spool(&again, &text);
            again.read = NULL;
            again.bytes = text.bytes != NULL ? text.bytes : "";
            again.length = text.length;
        }
    }
    if (status == FZZF_OK)
        status = run(made, &work, &again, paths, count);
    work_free(&work);
    fzzf__text_free(&text);
    if (status != FZZF_OK) {
        fzzf_recomputation_free(made);
        return status;
    }
    *out = made;
    return FZZF_OK;
}

void fzzf_recomputation_free(fzzf_recomputation *recomputation)
{
    if (recomputation == NULL)
        return;
    fzzf_declaration_unref(recomputation->declaration);
    fzzf_plan_unref(recomputation->plan);
    fzzf_result_unref(recomputation->result);
    fzzf__free(recomputation->items);
    fzzf__arena_free(&recomputation->arena);
    fzzf__free(recomputation);
}

size_t fzzf_recomputation_count(const fzzf_recomputation *recomputation)
{
    return recomputation->count;
}

int fzzf_recomputation_at(const fzzf_recomputation *recomputation, size_t index,
                          fzzf_difference *view)
{
    fzzf_difference current = {.size = sizeof current};

    if (index >= recomputation->count)
        return fzzf__view_write(view, &current, sizeof current) && 0;
    current.path = recomputation->items[index].path;
    current.stated = recomputation->items[index].stated;
    current.computed = recomputation->items[index].computed;
    return fzzf__view_write(view, &current, sizeof current);
}

const fzzf_result *
fzzf_recomputation_result(const fzzf_recomputation *recomputation)
{
    return recomputation->result;
}

fzzf_plan *fzzf_recomputation_plan(const fzzf_recomputation *recomputation)
{
    return recomputation->plan;
}

fzzf_declaration *
fzzf_recomputation_declaration(const fzzf_recomputation *recomputation)
{
    return recomputation->declaration;
}
