/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzz target: any bytes as a system, which is planned and evaluated. */

#include "fuzz/fuzz.h"

void fuzz_rules(const char *bytes, size_t size)
{
    const fzzf_source source = fuzz_source(bytes, size);
    fzzf_diags *diags = fuzz_diags();
    fzzf_system *system = NULL;

    if (fzzf_xml_read_system(&system, &source, diags) == FZZF_OK)
        fuzz_use_system(system, size, diags);
    fzzf_system_unref(system);
    fuzz_tell(diags);
}
