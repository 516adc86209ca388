/* SPDX-License-Identifier: Apache-2.0 */
/* Checks that a mapping covers two editions, each indicator once. */

#include "course/mapping.h"

#include <string.h>

#include "base/names.h"
#include "fzzf/course.h"
#include "model/choice.h"

/* The ids of one side in @ids; the mapping holds, so each is there once. */
static fzzf_status index_side(const struct fzzf_record *mapping, size_t part,
                              fzzf__names *ids)
{
    const struct fzzf__record_list *rows =
        fzzf__record_list(mapping, MAPPING_ROWS);

    for (size_t i = 0; i < rows->count; i++) {
        const struct fzzf__record_list *list =
            fzzf__record_list(rows->items[i], part);

        for (size_t j = 0; j < list->count; j++)
            if (fzzf__names_add(
                    ids, fzzf__record_value(list->items[j], MAPPED_ID), i) < 0)
                return FZZF_E_MEMORY;
    }
    return FZZF_OK;
}

/* Every indicator without children of @system is among @ids. */
static fzzf_status check_covered(const struct fzzf_record *mapping,
                                 const struct fzzf_system *system,
                                 const fzzf__names *ids, fzzf_diags *diags)
{
    fzzf_status status = FZZF_OK;

    for (size_t i = 1; i < system->node_count; i++)
        if (system->nodes[i].child_count == 0 &&
            fzzf__names_find(ids, system->nodes[i].id) == FZZF__NO_NAME)
            status = fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_NOT_MAPPED,
                                  &mapping->place, system->nodes[i].id,
                                  system->id, NULL);
    return status;
}

/* Every one of the side is an indicator without children of @system. */
static fzzf_status check_known(const struct fzzf_record *mapping, size_t part,
                               const struct fzzf_system *system,
                               fzzf_diags *diags)
{
    const struct fzzf__record_list *rows =
        fzzf__record_list(mapping, MAPPING_ROWS);
    fzzf_status status = FZZF_OK;

    for (size_t i = 0; i < rows->count; i++) {
        const struct fzzf__record_list *list =
            fzzf__record_list(rows->items[i], part);

        for (size_t j = 0; j < list->count; j++) {
            const char *id = fzzf__record_value(list->items[j], MAPPED_ID);
            const size_t node = fzzf__names_find(&system->by_id, id);

            if (node == FZZF__NO_NAME || system->nodes[node].child_count > 0)
                status = fzzf__report(
                    diags, FZZF_E_REFERENCE, FZZF__F_MAPPED_UNKNOWN,
                    &list->items[j]->place, id, system->id, NULL);
        }
    }
    return status;
}

static fzzf_status check_side(const struct fzzf_record *mapping, size_t part,
                              size_t field, const struct fzzf_system *system,
                              fzzf_diags *diags)
{
    const char *of = fzzf__record_value(mapping, field);
    fzzf__names ids = {NULL, 0, 0};
    fzzf_status status, known;

    if (strcmp(of, system->id) != 0)
        return fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_MAPS_OTHER,
                            &mapping->place, of, system->id, NULL);
    status = index_side(mapping, part, &ids);
    if (status == FZZF_OK)
        status = check_covered(mapping, system, &ids, diags);
    fzzf__names_free(&ids);
    known = status == FZZF_E_MEMORY ? status
                                    : check_known(mapping, part, system, diags);
    return status == FZZF_OK ? known : status;
}

fzzf_status fzzf_mapping_check(const fzzf_record *mapping,
                               const fzzf_system *system,
                               const fzzf_system *to_system, fzzf_diags *diags)
{
    fzzf_status status, second;

    if (mapping == NULL || mapping->kind != &fzzf__kind_mapping ||
        system == NULL || to_system == NULL)
        return FZZF_E_ARGUMENT;
    status = fzzf_record_check(mapping, diags);
    if (status != FZZF_OK)
        return status;
    status = check_side(mapping, ROW_OLD, MAPPING_FROM, system, diags);
    if (status == FZZF_E_MEMORY)
        return status;
    second = check_side(mapping, ROW_NEW, MAPPING_TO, to_system, diags);
    return second != FZZF_OK ? second : status;
}

const struct fzzf__statement *
fzzf__statement_on(const struct fzzf__assessment *assessment, const char *node)
{
    for (size_t i = 0; i < assessment->statement_count; i++)
        if (strcmp(assessment->statements[i].node, node) == 0)
            return &assessment->statements[i];
    return NULL;
}

static fzzf_status check_statements(const struct fzzf_declaration *declaration,
                                    const fzzf__names *olds,
                                    const char *mapping, fzzf_diags *diags)
{
    fzzf_status status = FZZF_OK;

    for (size_t i = 0; i < declaration->assessment_count; i++)
        for (size_t j = 0; j < declaration->assessments[i].statement_count;
             j++) {
            const struct fzzf__statement *statement =
                &declaration->assessments[i].statements[j];

            if (fzzf__names_find(olds, statement->node) == FZZF__NO_NAME)
                status = fzzf__report(diags, FZZF_E_REFERENCE,
                                      FZZF__F_NOT_MAPPED, &statement->place,
                                      statement->node, mapping, NULL);
        }
    return status;
}

fzzf_status fzzf__mapping_fits(const struct fzzf_record *mapping,
                               const struct fzzf_declaration *declaration,
                               fzzf_diags *diags)
{
    fzzf__names olds = {NULL, 0, 0}, news = {NULL, 0, 0};
    fzzf_status status = fzzf_record_check(mapping, diags);
    const char *from;

    if (status != FZZF_OK)
        return status;
    from = fzzf__record_value(mapping, MAPPING_FROM);
    if (strcmp(from, declaration->system) != 0)
        return fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_MAPS_OTHER,
                            &mapping->place, from, declaration->system, NULL);
    status = index_side(mapping, ROW_OLD, &olds);
    if (status == FZZF_OK)
        status = index_side(mapping, ROW_NEW, &news);
    if (status == FZZF_OK)
        status = check_statements(
            declaration, &olds, fzzf__record_value(mapping, MAPPING_ID), diags);
    fzzf__names_free(&olds);
    fzzf__names_free(&news);
    return status;
}
