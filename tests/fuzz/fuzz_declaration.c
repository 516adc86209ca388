/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzz target: any bytes as declarations for a system of every kind. */

#include "fuzz/fuzz.h"

static int take(void *user, fzzf_declaration *declaration)
{
    fuzz_evaluate(user, declaration, NULL);
    return 0;
}

void fuzz_declaration(const char *bytes, size_t size)
{
    const fzzf_source source = fuzz_source(bytes, size);
    fzzf_diags *diags = fuzz_diags();
    fzzf_system *system = fuzz_system();
    fzzf_contract *contract = fuzz_contract();
    fzzf_plan *plan = NULL;

    if (system != NULL && contract != NULL &&
        fzzf_plan_new(&plan, system, contract, diags) == FZZF_OK &&
        fzzf_xml_each_declaration(&source, take, plan, diags) == FZZF_E_MEMORY)
        fzzf_diags_clear(diags);
    fzzf_plan_unref(plan);
    fzzf_contract_unref(contract);
    fzzf_system_unref(system);
    fuzz_tell(diags);
}
