/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzz target: any bytes as a package, whose entries are then read; as a
 * manifest, a receipt, and the keys to trust. */

#include <stddef.h>
#include <stdint.h>

#include "fzzf/package.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static int drop(void *user, const char *bytes, size_t size)
{
    (void)user, (void)bytes, (void)size;
    return 0;
}

static void use(fzzf_package *package, fzzf_diags *diags, int depth)
{
    const fzzf_manifest *manifest = fzzf_package_manifest(package);
    fzzf_entry entry = {.size = sizeof entry};
    fzzf_package *nested = NULL;

    for (size_t i = 0; fzzf_manifest_at(manifest, i, &entry) != 0; i++) {
        if (fzzf_package_read(package, i, drop, NULL, diags) != FZZF_OK ||
            depth > 2 || entry.kind != FZZF_ENTRY_PACKAGE ||
            fzzf_package_nested(&nested, package, i, diags) != FZZF_OK)
            continue;
        use(nested, diags, depth + 1);
        fzzf_package_free(nested);
    }
    if (fzzf_package_verify(package, NULL, "2026-10-08", diags) == FZZF_OK)
        __builtin_trap(); /* nobody is trusted */
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

    if (fzzf_xml_read_manifest(&manifest, source, diags) == FZZF_OK &&
        fzzf_xml_write_manifest(manifest, drop, NULL, NULL) != FZZF_OK)
        __builtin_trap();
    if (fzzf_xml_read_receipt(&receipt, source, diags) == FZZF_OK &&
        fzzf_xml_write_receipt(receipt, drop, NULL, NULL) != FZZF_OK)
        __builtin_trap();
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

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const fzzf_source source = {
        .size = sizeof source,
        .bytes = (const char *)bytes,
        .length = size,
    };
    fzzf_diags *diags = NULL;

    if (fzzf_diags_new(&diags) != FZZF_OK)
        return 0;
    if (size > 1 && bytes[0] == 'P')
        try_package(&source, diags);
    else if (size > 0 && bytes[0] == '<')
        try_documents(&source, diags);
    else
        try_trust(&source, diags);
    fzzf_diags_free(diags);
    return 0;
}
