/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzz target: any bytes as a result, which is computed again. */

#include "fuzz/fuzz.h"

void fuzz_result(const char *bytes, size_t size)
{
    static const char *const inputs[] = {FZZF_SOURCES "/tests/alloc"};
    const fzzf_source source = fuzz_source(bytes, size);
    fzzf_diags *diags = fuzz_diags();
    fzzf_recomputation *recomputation = NULL;

    if (fzzf_recompute(&recomputation, &source, inputs, 1, diags) == FZZF_OK)
        fzzf_recomputation_free(recomputation);
    fuzz_tell(diags);
}
