/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzz target: any bytes as any of the documents; what is read is written. */

#include "fuzz/fuzz.h"

#define TRY(noun)                                                              \
    static void try_##noun(const fzzf_source *source, fzzf_diags *diags)       \
    {                                                                          \
        fzzf_##noun *noun = NULL;                                              \
                                                                               \
        if (fzzf_xml_read_##noun(&noun, source, diags) == FZZF_OK &&           \
            fzzf_xml_write_##noun(noun, fuzz_drop, NULL, NULL) != FZZF_OK)     \
            fzzf_diags_clear(diags);                                           \
        fzzf_##noun##_unref(noun);                                             \
    }

TRY(system)
TRY(contract)
TRY(tailoring)
TRY(declaration)
TRY(record)

static int take(void *user, fzzf_declaration *declaration)
{
    return fzzf_xml_write_declaration(declaration, fuzz_drop, user, NULL) !=
           FZZF_OK;
}

void fuzz_documents(const char *bytes, size_t size)
{
    const fzzf_source source = fuzz_source(bytes, size);
    fzzf_document kind = FZZF_DOCUMENT_NONE;
    fzzf_diags *diags = fuzz_diags();

    if (fzzf_xml_sniff(&kind, &source, diags) == FZZF_OK) {
        try_system(&source, diags);
        try_contract(&source, diags);
        try_tailoring(&source, diags);
        try_declaration(&source, diags);
        try_record(&source, diags);
        if (fzzf_xml_each_declaration(&source, take, NULL, diags) != FZZF_OK)
            fzzf_diags_clear(diags);
    }
    fuzz_tell(diags);
}
