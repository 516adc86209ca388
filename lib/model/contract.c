/* SPDX-License-Identifier: Apache-2.0 */
/* Contracts: their life and what they are asked. */

#include "model/contract.h"

#include <string.h>

#include "base/memory.h"

struct fzzf_contract *fzzf__contract_new(void)
{
    struct fzzf_contract *contract = fzzf__calloc(1, sizeof *contract);

    if (contract == NULL)
        return NULL;
    atomic_init(&contract->references, 1);
    fzzf__arena_init(&contract->arena);
    return contract;
}

void fzzf__contract_alone(struct fzzf_contract *out,
                          const struct fzzf_contract *from,
                          fzzf_assessor assessor)
{
    memcpy(out, from, sizeof *out);
    atomic_init(&out->references, 1);
    out->input.sha256[0] = '\0';
    out->assessors[0] = assessor;
    out->assessor_count = 1;
}

fzzf_contract *fzzf_contract_ref(fzzf_contract *contract)
{
    if (contract != NULL)
        atomic_fetch_add(&contract->references, 1);
    return contract;
}

void fzzf_contract_unref(fzzf_contract *contract)
{
    if (contract == NULL || atomic_fetch_sub(&contract->references, 1) != 1)
        return;
    fzzf__arena_free(&contract->arena);
    fzzf__free(contract);
}

const char *fzzf_contract_id(const fzzf_contract *contract)
{
    return contract == NULL ? NULL : contract->id;
}

const char *fzzf_contract_title(const fzzf_contract *contract)
{
    return contract == NULL ? NULL : contract->title;
}

fzzf_rounding fzzf_contract_rounding(const fzzf_contract *contract)
{
    return contract == NULL ? 0 : contract->rounding;
}

int fzzf_contract_display_places(const fzzf_contract *contract)
{
    return contract == NULL ? 0 : contract->display_places;
}
