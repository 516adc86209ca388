/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzz target: any bytes as a package, whose entries are then read; as a
 * manifest, a receipt, and the keys to trust. */

#include "fuzz/fuzz.h"

#include <stdlib.h>

#include "fzzf/package.h"

static void use(fzzf_package *package, fzzf_diags *diags, int depth)
{
    const fzzf_manifest *manifest = fzzf_package_manifest(package);
    fzzf_entry entry = {.size = sizeof entry};
    fzzf_package *nested = NULL;

    for (size_t i = 0; fzzf_manifest_at(manifest, i, &entry) != 0; i++) {
        if (fzzf_package_read(package, i, fuzz_drop, NULL, diags) != FZZF_OK ||
            depth > 2 || entry.kind != FZZF_ENTRY_PACKAGE ||
            fzzf_package_nested(&nested, package, i, diags) != FZZF_OK)
            continue;
        use(nested, diags, depth + 1);
        fzzf_package_free(nested);
    }
    if (fzzf_package_verify(package, NULL, "2026-10-08", diags) == FZZF_OK)
        abort(); /* nobody is trusted */
}

static void try_package(const fzzf_source *source, fzzf_diags *diags)
{
    const fzzf_package_options options = {.size = sizeof options,
                                          .entry = 1 << 20,
                                          .total = 1 << 22,
                                          .unsigned_entries = 1};
    fzzf_package *package = NULL;

    if (fzzf_package_open(&package, source, &options, diags) != FZZF_OK)
        return;
    use(package, diags, 0);
    fzzf_package_free(package);
}

static void try_documents(const fzzf_source *source, fzzf_diags *diags)
{
    fzzf_manifest *manifest = NULL;
    fzzf_receipt *receipt = NULL;

    if (fzzf_xml_read_manifest(&manifest, source, diags) == FZZF_OK)
        (void)!fzzf_xml_write_manifest(manifest, fuzz_drop, NULL, NULL);
    if (fzzf_xml_read_receipt(&receipt, source, diags) == FZZF_OK)
        (void)!fzzf_xml_write_receipt(receipt, fuzz_drop, NULL, NULL);
    fzzf_manifest_unref(manifest);
    fzzf_receipt_unref(receipt);
}

static void try_trust(const fzzf_source *source, fzzf_diags *diags)
{
    fzzf_trust *trust = NULL;

    if (fzzf_trust_new(&trust) != FZZF_OK)
        return;
    if (fzzf_trust_read(trust, source, diags) != FZZF_OK)
        fzzf_diags_clear(diags);
    fzzf_trust_free(trust);
}

void fuzz_package(const char *bytes, size_t size)
{
    const fzzf_source source = fuzz_source(bytes, size);
    fzzf_diags *diags = fuzz_diags();

    if (size > 0 && bytes[0] == 'P')
        try_package(&source, diags);
    else if (size > 0 && bytes[0] == '<')
        try_documents(&source, diags);
    else
        try_trust(&source, diags);
    fuzz_tell(diags);
}
