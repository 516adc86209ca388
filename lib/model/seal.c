/* SPDX-License-Identifier: Apache-2.0 */
/* Sealing a system: from nodes in order and their depths to a tree. */

#include "model/system.h"

/* The last node before @index that is less deep. */
static size_t parent_of(const struct fzzf_system *system, size_t index)
{
    size_t above = index - 1;

    while (above > 0 &&
           system->nodes[above].level >= system->nodes[index].level)
        above = system->nodes[above].parent;
    return above;
}

static void link_nodes(struct fzzf_system *system, const int *depths)
{
    struct fzzf_indicator *const nodes = system->nodes;

    for (size_t i = 0; i < system->node_count; i++) {
        nodes[i].system = system;
        nodes[i].index = i;
        nodes[i].level = depths[i];
        nodes[i].child_count = 0;
        nodes[i].end = i + 1;
        nodes[i].parent = i == 0 ? 0 : parent_of(system, i);
        if (i > 0)
            nodes[nodes[i].parent].child_count++;
    }
    for (size_t i = system->node_count; i-- > 1;)
        if (nodes[nodes[i].parent].end < nodes[i].end)
            nodes[nodes[i].parent].end = nodes[i].end;
}

static const fzzf_number *number_of(fzzf__arena *arena,
                                    const struct fzzf__amount *amount)
{
    if (amount->given != FZZF__GIVEN)
        return NULL;
    return fzzf__number_make(arena, amount->num);
}

static fzzf_status name_nodes(struct fzzf_system *system, fzzf_diags *diags)
{
    fzzf_status status = FZZF_OK;

    for (size_t i = 0; i < system->node_count; i++) {
        const struct fzzf_indicator *const node = &system->nodes[i];
        int const added = fzzf__names_add(&system->by_id, node->id, i);

        if (added < 0)
            return FZZF_E_MEMORY;
        if (added == 0)
            status = fzzf__report(diags, FZZF_E_SCHEMA, FZZF__F_DUPLICATE_NODE,
                                  &node->place, node->id, NULL);
    }
    return status;
}

fzzf_status fzzf__system_seal(struct fzzf_system *system, const int *depths,
                              fzzf_diags *diags)
{
    fzzf__arena *const arena = &system->arena;
    fzzf_status status;

    system->nodes[0].id = "total";
    link_nodes(system, depths);
    status = name_nodes(system, diags);
    if (status != FZZF_OK)
        return status;
    for (size_t i = 0; i < system->node_count; i++) {
        struct fzzf_indicator *const node = &system->nodes[i];

        node->points_number = number_of(arena, &node->points);
        node->weight_number = number_of(arena, &node->weight);
        node->effort_number = number_of(arena, &node->effort);
    }
    return arena->spoiled;
}
