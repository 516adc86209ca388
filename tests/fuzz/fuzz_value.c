/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzz target: lines "indicator observation value" that build a declaration. */

#include "fuzz/fuzz.h"

#include <string.h>

#include "base/text.h"

/* Ends the word at @text; returns what follows it. */
static char *cut(char *text, char end)
{
    char *at = text + strcspn(text, end == ' ' ? " \n" : "\n");

    if (*at == '\0')
        return at;
    *at = '\0';
    return at + 1;
}

static void build(fzzf_declaration *declaration, char *text)
{
    for (int i = 0; i < 100 && *text != '\0'; i++) {
        char *indicator = text;
        char *observation = cut(indicator, ' ');
        char *value = cut(observation, ' ');

        text = cut(value, '\n');
        if (fzzf_declaration_set(declaration, indicator, observation, value) ==
            FZZF_E_MEMORY)
            return;
    }
}

void fuzz_value(const char *bytes, size_t size)
{
    fzzf_diags *diags = fuzz_diags();
    fzzf_system *system = fuzz_system();
    fzzf_contract *contract = fuzz_contract();
    fzzf_declaration *declaration = NULL;
    fzzf_plan *plan = NULL;
    fzzf__text text = {0};

    fzzf__text_addn(&text, bytes, size);
    if (system != NULL && contract != NULL && text.bytes != NULL &&
        fzzf_plan_new(&plan, system, contract, diags) == FZZF_OK &&
        fzzf_declaration_new(&declaration, "d", "every", "990001", "x",
                             FZZF_UNIT_COUNTY) == FZZF_OK) {
        build(declaration, text.bytes);
        fuzz_evaluate(plan, declaration, diags);
    }
    fzzf_declaration_unref(declaration);
    fzzf_plan_unref(plan);
    fzzf_contract_unref(contract);
    fzzf_system_unref(system);
    fzzf__text_free(&text);
    fuzz_tell(diags);
}
