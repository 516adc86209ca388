/* SPDX-License-Identifier: Apache-2.0 */
/* Goes through what packages hold. */

#include "pack/survey.h"

#include <string.h>

#include "fzzf/codes.h"
#include "fzzf/recompute.h"
#include "pack/report.h"

/* Notes @key; when it was noted elsewhere, that is finding @number. Within one
 * place it may stand again where @again. */
static fzzf_status note(struct fzzf__survey *survey, fzzf__names *names,
                        const char *key, int number, bool again)
{
    const char *own = fzzf__arena_text(&survey->arena, key);
    const char *other;
    int added;

    if (own == NULL)
        return FZZF_E_MEMORY;
    added = fzzf__names_add(names, own, (size_t)(uintptr_t)survey->where);
    if (added != 0)
        return added > 0 ? FZZF_OK : FZZF_E_MEMORY;
    other = (const char *)(uintptr_t)fzzf__names_find(names, key);
    if (again && strcmp(other, survey->where) == 0)
        return FZZF_OK;
    return fzzf__pack_report(survey->diags, FZZF_E_SCHEMA, number, other, NULL,
                             key, other, survey->where, NULL);
}

/* A unit may declare itself twice, for the whole and for a single item, but it
 * sends both together. */
static int take(void *user, fzzf_declaration *declaration)
{
    struct fzzf__survey *survey = user;
    const char *id = fzzf_declaration_id(declaration);

    if (fzzf_declaration_secrecy(declaration) >= FZZF_SECRECY_CONFIDENTIAL)
        survey->status =
            fzzf__pack_report(survey->diags, FZZF_E_SCHEMA, FZZF__F_CLASSIFIED,
                              survey->where, NULL, id, NULL);
    if (survey->status == FZZF_OK)
        survey->status = fzzf_declaration_inspect(declaration, survey->diags);
    if (survey->status == FZZF_OK)
        survey->status = note(survey, &survey->declarations, id,
                              FZZF__F_DECLARATION_TWICE, false);
    if (survey->status == FZZF_OK)
        survey->status =
            note(survey, &survey->units, fzzf_declaration_unit(declaration),
                 FZZF__F_UNIT_TWICE, true);
    return survey->status != FZZF_OK;
}

static fzzf_status read_declarations(struct fzzf__survey *survey,
                                     const fzzf_source *source,
                                     fzzf_diags *diags)
{
    fzzf_status status;

    survey->diags = diags;
    survey->status = FZZF_OK;
    status = fzzf_xml_each_declaration(source, take, survey, diags);
    return survey->status != FZZF_OK ? survey->status : status;
}

/* That its inputs are not at hand is no fault of a result. */
static fzzf_status read_result(const fzzf_source *source, fzzf_diags *diags)
{
    fzzf_recomputation *again = NULL;
    fzzf_status status = fzzf_recompute(&again, source, NULL, 0, NULL);

    if (status == FZZF_E_REFERENCE)
        return FZZF_OK;
    fzzf_recomputation_free(again);
    again = NULL;
    if (status != FZZF_OK && status != FZZF_E_MEMORY)
        status = fzzf_recompute(&again, source, NULL, 0, diags);
    fzzf_recomputation_free(again);
    return status;
}

#define READ(noun)                                                             \
    static fzzf_status read_##noun(const fzzf_source *source,                  \
                                   fzzf_diags *diags)                          \
    {                                                                          \
        fzzf_##noun *made = NULL;                                              \
        const fzzf_status status = fzzf_xml_read_##noun(&made, source, diags); \
                                                                               \
        fzzf_##noun##_unref(made);                                             \
        return status;                                                         \
    }

READ(system)
READ(tailoring)
READ(contract)
READ(manifest)
READ(receipt)
READ(record)

/* Documents that have calls of their own; the others are records. */
static fzzf_status (*const readers[])(const fzzf_source *source,
                                      fzzf_diags *diags) = {
    [FZZF_DOCUMENT_SYSTEM] = read_system,
    [FZZF_DOCUMENT_TAILORING] = read_tailoring,
    [FZZF_DOCUMENT_CONTRACT] = read_contract,
    [FZZF_DOCUMENT_RESULT] = read_result,
    [FZZF_DOCUMENT_MANIFEST] = read_manifest,
    [FZZF_DOCUMENT_RECEIPT] = read_receipt,
};

static fzzf_status read_kind(struct fzzf__survey *survey, fzzf_document kind,
                             const fzzf_source *source, fzzf_diags *diags)
{
    if (kind == FZZF_DOCUMENT_DECLARATION || kind == FZZF_DOCUMENT_DECLARATIONS)
        return read_declarations(survey, source, diags);
    if ((size_t)kind < sizeof readers / sizeof readers[0] &&
        readers[kind] != NULL)
        return readers[kind](source, diags);
    if (kind == FZZF_DOCUMENT_OBJECTIONS)
        return fzzf__pack_report(diags, FZZF_E_SCHEMA, FZZF__F_OBJECTIONS_STAY,
                                 survey->where, NULL, NULL);
    return read_record(source, diags);
}

fzzf_status fzzf__survey_document(struct fzzf__survey *survey, const char *name,
                                  const fzzf__text *bytes, fzzf_diags *diags)
{
    fzzf_source source = {.size = sizeof source, .name = name};
    fzzf_document kind = FZZF_DOCUMENT_NONE;
    fzzf_status status;

    source.bytes = bytes->bytes;
    source.length = bytes->length;
    if (survey->where == NULL)
        survey->where = name;
    status = fzzf_xml_sniff(&kind, &source, diags);
    if (status == FZZF_OK && kind != FZZF_DOCUMENT_OBJECTIONS)
        status = fzzf_xml_inspect(&source, diags);
    return status == FZZF_OK ? read_kind(survey, kind, &source, diags) : status;
}

static fzzf_status note_package(struct fzzf__survey *survey,
                                const fzzf_package *package, fzzf_diags *diags)
{
    fzzf_dispatch dispatch = {.size = sizeof dispatch};
    fzzf__text key = {0};
    char sequence[24];
    fzzf_status status;

    (void)fzzf_manifest_describe(package->manifest, &dispatch);
    (void)fzzf__pack_number(sequence, dispatch.sequence);
    fzzf__text_add(&key, dispatch.sender);
    fzzf__text_add(&key, " ");
    fzzf__text_add(&key, sequence);
    if (key.failed)
        status = FZZF_E_MEMORY;
    else if (fzzf__names_find(&survey->packages, key.bytes) != FZZF__NO_NAME)
        status = fzzf__pack_report(diags, FZZF_E_SCHEMA, FZZF__F_PACKAGE_TWICE,
                                   survey->where, NULL, sequence,
                                   dispatch.sender, NULL);
    else
        status = note(survey, &survey->packages, key.bytes,
                      FZZF__F_PACKAGE_TWICE, false);
    fzzf__text_free(&key);
    return status;
}

static fzzf_status walk(struct fzzf__survey *survey,
                        const fzzf_package *package, const fzzf_trust *trust,
                        const char *day, unsigned depth, fzzf_diags *diags);

static fzzf_status walk_nested(struct fzzf__survey *survey,
                               const fzzf_package *package, size_t index,
                               const fzzf_trust *trust, const char *day,
                               unsigned depth, fzzf_diags *diags)
{
    fzzf_package *nested = NULL;
    fzzf_status status = fzzf_package_nested(&nested, package, index, diags);

    if (status == FZZF_OK && trust != NULL)
        status = fzzf_package_verify(nested, trust, day, diags);
    if (status == FZZF_OK) {
        /* Without a list of its own it is vouched for by what holds it. */
        nested->trusted = nested->trusted || trust == NULL;
        status = walk(survey, nested, trust, day, depth + 1, diags);
    }
    fzzf_package_free(nested);
    return status;
}

static fzzf_status walk(struct fzzf__survey *survey,
                        const fzzf_package *package, const fzzf_trust *trust,
                        const char *day, unsigned depth, fzzf_diags *diags)
{
    const size_t count = fzzf_manifest_count(package->manifest);
    fzzf_status status = note_package(survey, package, diags);
    char number[24];

    if (depth > FZZF__NESTED_MAX)
        return fzzf__pack_report(
            diags, FZZF_E_LIMIT, FZZF__F_NESTED_TOO_DEEP, package->name, NULL,
            fzzf__pack_number(number, FZZF__NESTED_MAX), NULL);
    for (size_t i = 0; status == FZZF_OK && i < count; i++) {
        fzzf_entry entry = {.size = sizeof entry};
        fzzf__text bytes = {0};

        (void)fzzf_manifest_at(package->manifest, i, &entry);
        if (entry.kind == FZZF_ENTRY_PACKAGE) {
            status = walk_nested(survey, package, i, trust, day, depth, diags);
            continue;
        }
        status = fzzf__package_entry(package, i, &bytes, diags);
        if (status == FZZF_OK && entry.kind == FZZF_ENTRY_DOCUMENT)
            status = fzzf__survey_document(survey, entry.name, &bytes, diags);
        fzzf__text_free(&bytes);
    }
    return status;
}

fzzf_status fzzf__survey_package(struct fzzf__survey *survey, const char *name,
                                 const fzzf_package *package,
                                 const fzzf_trust *trust, const char *day,
                                 fzzf_diags *diags)
{
    survey->diags = diags;
    survey->where = fzzf__arena_text(&survey->arena, name);
    return survey->where == NULL ? FZZF_E_MEMORY
                                 : walk(survey, package, trust, day, 1, diags);
}

void fzzf__survey_free(struct fzzf__survey *survey)
{
    fzzf__names_free(&survey->units);
    fzzf__names_free(&survey->declarations);
    fzzf__names_free(&survey->packages);
    fzzf__arena_free(&survey->arena);
}
