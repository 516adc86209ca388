/* SPDX-License-Identifier: Apache-2.0 */
/* Carries a declaration over to another edition. */

#include <string.h>

#include "course/mapping.h"
#include "fzzf/course.h"

/* Adds the evidence of @from to @to; its array has the room. */
static void add_evidence(struct fzzf__statement *to,
                         struct fzzf__evidence *evidence,
                         const struct fzzf__statement *from)
{
    if (from->evidence_count > 0)
        memcpy(evidence + to->evidence_count, from->evidence,
               from->evidence_count * sizeof *evidence);
    to->evidence_count += from->evidence_count;
    for (size_t i = 0; i < FZZF__EVIDENCE_COUNTS; i++)
        to->evidence_counts[i] += from->evidence_counts[i];
}

/* The statement on @node that @row makes; false: it has nothing to say. */
static bool carry_row(fzzf__arena *arena, struct fzzf__statement *to,
                      const struct fzzf_record *row, const char *node,
                      const struct fzzf__assessment *from)
{
    const struct fzzf__record_list *olds = fzzf__record_list(row, ROW_OLD);
    struct fzzf__evidence *evidence;
    size_t count = 0;
    bool said = false;

    *to = (struct fzzf__statement){.node = node};
    for (size_t i = 0; i < olds->count; i++) {
        const struct fzzf__statement *old = fzzf__statement_on(
            from, fzzf__record_value(olds->items[i], MAPPED_ID));

        count += old == NULL ? 0 : old->evidence_count;
        said = said || old != NULL;
        if (old != NULL && fzzf__carries_values(row)) {
            *to = *old;
            to->node = node;
            return true;
        }
    }
    evidence = fzzf__arena_alloc(arena, (count + 1) * sizeof *evidence);
    to->evidence = evidence;
    for (size_t i = 0; i < olds->count && evidence != NULL; i++) {
        const struct fzzf__statement *old = fzzf__statement_on(
            from, fzzf__record_value(olds->items[i], MAPPED_ID));

        if (old != NULL)
            add_evidence(to, evidence, old);
    }
    return said && count > 0;
}

static size_t count_news(const struct fzzf_record *mapping)
{
    const struct fzzf__record_list *rows =
        fzzf__record_list(mapping, MAPPING_ROWS);
    size_t count = 0;

    for (size_t i = 0; i < rows->count; i++)
        count += fzzf__record_list(rows->items[i], ROW_NEW)->count;
    return count;
}

/* An assessment as written, with statements on the new indicators. */
static void carry_assessment(fzzf__arena *arena, struct fzzf__assessment *to,
                             const struct fzzf__assessment *from,
                             const struct fzzf_record *mapping)
{
    const struct fzzf__record_list *rows =
        fzzf__record_list(mapping, MAPPING_ROWS);
    struct fzzf__statement *statements = fzzf__arena_alloc(
        arena, (count_news(mapping) + 1) * sizeof *statements);

    *to = *from;
    to->statements = statements;
    to->statement_count = 0;
    for (size_t i = 0; i < rows->count && statements != NULL; i++) {
        const struct fzzf__record_list *news =
            fzzf__record_list(rows->items[i], ROW_NEW);

        for (size_t j = 0; j < news->count; j++) {
            const char *node = fzzf__arena_text(
                arena, fzzf__record_value(news->items[j], MAPPED_ID));

            if (carry_row(arena, &statements[to->statement_count],
                          rows->items[i], node, from))
                to->statement_count++;
        }
    }
}

fzzf_status fzzf_mapping_carry(fzzf_declaration **out,
                               const fzzf_record *mapping,
                               fzzf_declaration *declaration, fzzf_diags *diags)
{
    struct fzzf__assessment *assessments;
    struct fzzf_declaration *made;
    fzzf_status status;

    if (out == NULL || mapping == NULL ||
        mapping->kind != &fzzf__kind_mapping || declaration == NULL)
        return FZZF_E_ARGUMENT;
    status = fzzf__mapping_fits(mapping, declaration, diags);
    if (status != FZZF_OK)
        return status;
    made = fzzf__declaration_new_from(declaration);
    if (made == NULL)
        return FZZF_E_MEMORY;
    made->system =
        fzzf__arena_text(&made->arena, fzzf__record_value(mapping, MAPPING_TO));
    assessments =
        fzzf__arena_alloc(&made->arena, (declaration->assessment_count + 1) *
                                            sizeof *assessments);
    for (size_t i = 0; i < declaration->assessment_count && assessments != NULL;
         i++)
        carry_assessment(&made->arena, &assessments[i],
                         &declaration->assessments[i], mapping);
    made->assessments = assessments;
    status = made->arena.spoiled;
    if (status == FZZF_OK)
        *out = made;
    else
        fzzf_declaration_unref(made);
    return status;
}
