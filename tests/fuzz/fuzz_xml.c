/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzz target: any bytes as any of the documents; what is read is used. */

#include <stddef.h>
#include <stdint.h>

#include "fzzf/fzzf.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static int drop(void *user, const char *bytes, size_t size)
{
    (void)user;
    (void)bytes;
    (void)size;
    return 0;
}

static void try_system(const fzzf_source *source, fzzf_diags *diags)
{
    fzzf_system *system = NULL;
    fzzf_plan *plan = NULL;

    if (fzzf_xml_read_system(&system, source, diags) != FZZF_OK)
        return;
    if (fzzf_xml_write_system(system, drop, NULL, NULL) == FZZF_OK &&
        fzzf_plan_new(&plan, system, NULL, diags) == FZZF_OK)
        fzzf_plan_unref(plan);
    fzzf_system_unref(system);
}

static void try_contract(const fzzf_source *source, fzzf_diags *diags)
{
    fzzf_contract *contract = NULL;

    if (fzzf_xml_read_contract(&contract, source, diags) != FZZF_OK)
        return;
    if (fzzf_xml_write_contract(contract, drop, NULL, NULL) != FZZF_OK)
        fzzf_diags_clear(diags);
    fzzf_contract_unref(contract);
}

static void try_tailoring(const fzzf_source *source, fzzf_diags *diags)
{
    fzzf_tailoring *tailoring = NULL;

    if (fzzf_xml_read_tailoring(&tailoring, source, diags) != FZZF_OK)
        return;
    if (fzzf_xml_write_tailoring(tailoring, drop, NULL, NULL) != FZZF_OK)
        fzzf_diags_clear(diags);
    fzzf_tailoring_unref(tailoring);
}

static void try_record(const fzzf_source *source, fzzf_diags *diags)
{
    fzzf_record *record = NULL;

    if (fzzf_xml_read_record(&record, source, diags) != FZZF_OK)
        return;
    if (fzzf_xml_write_record(record, drop, NULL, NULL) != FZZF_OK)
        __builtin_trap(); /* what was read can be written */
    fzzf_record_unref(record);
}

static int take(void *user, fzzf_declaration *declaration)
{
    return fzzf_xml_write_declaration(declaration, drop, user, NULL) != FZZF_OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const fzzf_source source = {
        .size = sizeof source,
        .bytes = (const char *)bytes,
        .length = size,
    };
    fzzf_document kind = FZZF_DOCUMENT_NONE;
    fzzf_diags *diags = NULL;

    if (fzzf_diags_new(&diags) != FZZF_OK)
        return 0;
    if (fzzf_xml_sniff(&kind, &source, diags) == FZZF_OK) {
        try_system(&source, diags);
        try_contract(&source, diags);
        try_tailoring(&source, diags);
        try_record(&source, diags);
        if (fzzf_xml_each_declaration(&source, take, NULL, diags) != FZZF_OK)
            fzzf_diags_clear(diags);
    }
    fzzf_diags_free(diags);
    return 0;
}
