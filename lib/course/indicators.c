/* SPDX-License-Identifier: Apache-2.0 */
/* The indicators of a system that a unit works on. */

#include "course/indicators.h"

static bool level_fits(fzzf_applies applies, fzzf_unit_level level)
{
    return applies == FZZF_APPLIES_BOTH ||
           (applies == FZZF_APPLIES_CITY && level == FZZF_UNIT_CITY) ||
           (applies == FZZF_APPLIES_COUNTY && level == FZZF_UNIT_COUNTY);
}

bool fzzf__is_worked_on(const struct fzzf_system *system, size_t node,
                        fzzf_unit_level level)
{
    const struct fzzf_indicator *nodes = system->nodes;

    if (node == 0 || nodes[node].child_count > 0)
        return false;
    while (node > 0 && level_fits(nodes[node].applies, level))
        node = nodes[node].parent;
    return node == 0;
}

fzzf_status fzzf__indicator_unknown(fzzf__arena *arena,
                                    const struct fzzf_system *system,
                                    const char *id, const fzzf__place *place,
                                    fzzf_diags *diags)
{
    const char **ids =
        fzzf__arena_alloc(arena, system->node_count * sizeof *ids);
    const char *nearest;

    if (ids == NULL)
        return FZZF_E_MEMORY;
    for (size_t i = 0; i < system->node_count; i++)
        ids[i] = system->nodes[i].id;
    nearest = fzzf__nearest(id, ids, system->node_count);
    return fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_UNKNOWN_NODE, place,
                        id, nearest == NULL ? "" : nearest, NULL);
}

fzzf_status fzzf__indicator_check(fzzf__arena *arena,
                                  const struct fzzf_system *system,
                                  const struct fzzf_record *record,
                                  size_t field, fzzf_diags *diags)
{
    const char *id = fzzf__record_value(record, field);
    size_t node;

    if (id == NULL)
        return FZZF_OK;
    node = fzzf__names_find(&system->by_id, id);
    if (node == FZZF__NO_NAME)
        return fzzf__indicator_unknown(arena, system, id, &record->place,
                                       diags);
    if (system->nodes[node].child_count > 0)
        return fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_INDICATOR_ABOVE,
                            &record->place, id, system->nodes[node + 1].id,
                            NULL);
    return FZZF_OK;
}
