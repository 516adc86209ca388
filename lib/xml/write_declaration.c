/* SPDX-License-Identifier: Apache-2.0 */
/* Writes declarations. */

#include "model/declaration.h"
#include "xml/write.h"

static void write_unit(struct fzzf__writer *writer,
                       const struct fzzf_declaration *declaration)
{
    fzzf__write_open(writer, "unit");
    fzzf__write_attr(writer, "code", declaration->unit_code);
    fzzf__write_attr(writer, "name", declaration->unit_name);
    fzzf__write_attr_word(writer, "level", &fzzf__unit_level_words,
                          (int)declaration->unit_level);
    fzzf__write_attr_list(writer, "groups", declaration->groups,
                          declaration->group_count);
    fzzf__write_close(writer, "unit");
}

static void write_report(struct fzzf__writer *writer,
                         const struct fzzf_declaration *declaration)
{
    if (!declaration->has_report)
        return;
    fzzf__write_open(writer, "report");
    fzzf__write_text_element(writer, "measures", declaration->measures);
    fzzf__write_text_element(writer, "results", declaration->results);
    fzzf__write_text_element(writer, "highlights", declaration->highlights);
    fzzf__write_close(writer, "report");
}

static void write_item(struct fzzf__writer *writer,
                       const struct fzzf__entry *entry)
{
    fzzf__write_open(writer, "item");
    fzzf__write_attr(writer, "of", entry->of);
    fzzf__write_attr(writer, "count", entry->value);
    fzzf__write_close(writer, "item");
}

static void write_mark(struct fzzf__writer *writer,
                       const struct fzzf__entry *entry)
{
    fzzf__write_open(writer, "mark");
    fzzf__write_attr(writer, "value", entry->value);
    fzzf__write_attr(writer, "judge", entry->judge);
    fzzf__write_close(writer, "mark");
}

static void write_award(struct fzzf__writer *writer,
                        const struct fzzf__entry *entry)
{
    fzzf__write_open(writer, "award");
    fzzf__write_attr(writer, "level", entry->of);
    fzzf__write_attr(writer, "date", entry->date);
    fzzf__write_attr(writer, "issuer", entry->issuer);
    fzzf__write_attr(writer, "matter", entry->matter);
    fzzf__write_attr(writer, "title", entry->title);
    fzzf__write_close(writer, "award");
}

static void write_entry(struct fzzf__writer *writer,
                        const struct fzzf__entry *entry)
{
    if (entry->value == NULL)
        write_award(writer, entry);
    else if (entry->of == NULL)
        write_mark(writer, entry);
    else
        write_item(writer, entry);
}

static void write_observation(struct fzzf__writer *writer,
                              const struct fzzf__observation *observation)
{
    fzzf__write_open(writer, "observation");
    fzzf__write_attr(writer, "id", observation->id);
    fzzf__write_attr(writer, "period", observation->period);
    fzzf__write_attr(writer, "value", observation->value);
    fzzf__write_attr(writer, "numerator", observation->numerator);
    fzzf__write_attr(writer, "denominator", observation->denominator);
    if (observation->state != FZZF_STATE_PRESENT)
        fzzf__write_attr_word(writer, "state", &fzzf__state_words,
                              (int)observation->state);
    fzzf__write_attr(writer, "reason", observation->reason);
    for (size_t i = 0; i < observation->entry_count; i++)
        write_entry(writer, &observation->entries[i]);
    fzzf__write_close(writer, "observation");
}

static void write_evidence(struct fzzf__writer *writer,
                           const struct fzzf__evidence *evidence)
{
    fzzf__write_open(writer, "evidence");
    fzzf__write_attr(writer, "id", evidence->id);
    fzzf__write_attr_word(writer, "kind", &fzzf__evidence_words,
                          (int)evidence->kind);
    fzzf__write_attr(writer, "title", evidence->title);
    fzzf__write_attr(writer, "href", evidence->href);
    fzzf__write_attr(writer, "date", evidence->date);
    fzzf__write_attr(writer, "period", evidence->period);
    fzzf__write_attr(writer, "sha256", evidence->sha256);
    fzzf__write_attr(writer, "size", evidence->size);
    fzzf__write_attr(writer, "secrecy", evidence->secrecy);
    fzzf__write_attr(writer, "submitted", evidence->submitted);
    fzzf__write_close(writer, "evidence");
}

static void write_statement(struct fzzf__writer *writer,
                            const struct fzzf__statement *statement)
{
    fzzf__write_open(writer, "indicator");
    fzzf__write_attr(writer, "id", statement->node);
    if (statement->not_applicable)
        fzzf__write_attr_word(writer, "state", &fzzf__state_words,
                              FZZF_STATE_NOT_APPLICABLE);
    fzzf__write_attr(writer, "reason", statement->reason);
    for (size_t i = 0; i < statement->observation_count; i++)
        write_observation(writer, &statement->observations[i]);
    for (size_t i = 0; i < statement->evidence_count; i++)
        write_evidence(writer, &statement->evidence[i]);
    fzzf__write_extensions(writer, statement->extensions);
    fzzf__write_close(writer, "indicator");
}

static void write_override(struct fzzf__writer *writer,
                           const struct fzzf__override *override)
{
    fzzf__write_open(writer, "override");
    fzzf__write_attr(writer, "node", override->node);
    fzzf__write_attr(writer, "value", override->value);
    fzzf__write_attr(writer, "reason", override->reason);
    fzzf__write_attr(writer, "by", override->by);
    fzzf__write_attr(writer, "date", override->date);
    fzzf__write_close(writer, "override");
}

static void write_assessment(struct fzzf__writer *writer,
                             const struct fzzf__assessment *assessment)
{
    fzzf__write_open(writer, "assessment");
    fzzf__write_attr_word(writer, "assessor", &fzzf__assessor_words,
                          (int)assessment->assessor);
    fzzf__write_attr(writer, "by", assessment->by);
    fzzf__write_attr(writer, "date", assessment->date);
    for (size_t i = 0; i < assessment->statement_count; i++)
        write_statement(writer, &assessment->statements[i]);
    for (size_t i = 0; i < assessment->override_count; i++)
        write_override(writer, &assessment->overrides[i]);
    fzzf__write_extensions(writer, assessment->extensions);
    fzzf__write_close(writer, "assessment");
}

void fzzf__write_declaration(struct fzzf__writer *writer,
                             const struct fzzf_declaration *declaration)
{
    fzzf__write_open(writer, "declaration");
    fzzf__write_attr(writer, "id", declaration->id);
    fzzf__write_attr(writer, "system", declaration->system);
    fzzf__write_attr_word(writer, "type", &fzzf__type_words,
                          (int)declaration->type);
    fzzf__write_attr(writer, "batch", declaration->batch);
    fzzf__write_attr(writer, "project", declaration->project);
    fzzf__write_attr(writer, "theme", declaration->theme);
    if (declaration->revision > 0)
        fzzf__write_attr_int(writer, "revision", declaration->revision);
    write_unit(writer, declaration);
    write_report(writer, declaration);
    for (size_t i = 0; i < declaration->assessment_count; i++)
        write_assessment(writer, &declaration->assessments[i]);
    fzzf__write_extensions(writer, declaration->extensions);
    fzzf__write_close(writer, "declaration");
}

fzzf_status fzzf_xml_write_declaration(const fzzf_declaration *declaration,
                                       fzzf_write_fn write, void *user,
                                       const fzzf_write_options *options)
{
    struct fzzf__writer writer;
    fzzf_status status;

    if (declaration == NULL || declaration->counted)
        return FZZF_E_ARGUMENT;
    status = fzzf__write_begin(&writer, write, user, options);
    if (status != FZZF_OK)
        return status;
    fzzf__write_declaration(&writer, declaration);
    return fzzf__write_end(&writer);
}
