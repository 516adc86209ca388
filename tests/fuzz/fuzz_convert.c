/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzz target: any bytes in any encoding as a document to convert. */

#include "fuzz/fuzz.h"

void fuzz_convert(const char *bytes, size_t size)
{
    static const char *const encodings[] = {NULL, "GB18030", "UTF-16"};
    const fzzf_source source = fuzz_source(bytes, size);
    fzzf_diags *diags = fuzz_diags();

    for (size_t i = 0; i < sizeof encodings / sizeof encodings[0]; i++)
        if (fzzf_xml_convert(&source, encodings[i], fuzz_drop, NULL, NULL,
                             diags) == FZZF_E_MEMORY)
            break;
    fuzz_tell(diags);
}
