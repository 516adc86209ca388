/* SPDX-License-Identifier: Apache-2.0 */
/* Tailorings: their life. */

#include "model/tailoring.h"

#include "base/memory.h"

struct fzzf_tailoring *fzzf__tailoring_new(void)
{
    struct fzzf_tailoring *tailoring = fzzf__calloc(1, sizeof *tailoring);

    if (tailoring == NULL)
        return NULL;
    atomic_init(&tailoring->references, 1);
    fzzf__arena_init(&tailoring->arena);
    return tailoring;
}

const char *fzzf_tailoring_system(const fzzf_tailoring *tailoring)
{
    return tailoring == NULL ? NULL : tailoring->of;
}

fzzf_tailoring *fzzf_tailoring_ref(fzzf_tailoring *tailoring)
{
    if (tailoring != NULL)
        atomic_fetch_add(&tailoring->references, 1);
    return tailoring;
}

void fzzf_tailoring_unref(fzzf_tailoring *tailoring)
{
    if (tailoring == NULL || atomic_fetch_sub(&tailoring->references, 1) != 1)
        return;
    fzzf__arena_free(&tailoring->arena);
    fzzf__free(tailoring);
}
