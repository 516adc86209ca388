/* SPDX-License-Identifier: Apache-2.0 */
/* Systems: their life and what they are asked. */

#include "model/system.h"

#include "base/memory.h"

struct fzzf_system *fzzf__system_new(void)
{
    struct fzzf_system *system = fzzf__calloc(1, sizeof *system);

    if (system == NULL)
        return NULL;
    atomic_init(&system->references, 1);
    fzzf__arena_init(&system->arena);
    return system;
}

fzzf_system *fzzf_system_ref(fzzf_system *system)
{
    if (system != NULL)
        atomic_fetch_add(&system->references, 1);
    return system;
}

void fzzf_system_unref(fzzf_system *system)
{
    while (system != NULL && atomic_fetch_sub(&system->references, 1) == 1) {
        struct fzzf_system *base = system->base;

        fzzf__names_free(&system->by_id);
        fzzf__arena_free(&system->arena);
        fzzf__free(system);
        system = base;
    }
}

const char *fzzf_system_id(const fzzf_system *system)
{
    return system == NULL ? NULL : system->id;
}

const char *fzzf_system_edition(const fzzf_system *system)
{
    return system == NULL ? NULL : system->edition;
}

const char *fzzf_system_title(const fzzf_system *system)
{
    return system == NULL ? NULL : system->nodes[0].title;
}

size_t fzzf_system_count(const fzzf_system *system)
{
    return system == NULL ? 0 : system->node_count;
}

const fzzf_indicator *fzzf_system_at(const fzzf_system *system, size_t index)
{
    if (system == NULL || index >= system->node_count)
        return NULL;
    return &system->nodes[index];
}

const fzzf_indicator *fzzf_system_find(const fzzf_system *system,
                                       const char *id)
{
    size_t index;

    if (system == NULL || id == NULL)
        return NULL;
    index = fzzf__names_find(&system->by_id, id);
    return index == FZZF__NO_NAME ? NULL : &system->nodes[index];
}
