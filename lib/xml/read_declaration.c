/* SPDX-License-Identifier: Apache-2.0 */
/* The table of declarations; observations are in read_observation.c. */

#include "xml/read_declaration.h"

#include <string.h>

static struct fzzf_declaration *declaration(struct fzzf__reader *reader)
{
    struct fzzf__declaration_build *build = reader->build;

    return build->declaration;
}

static void *top(const struct fzzf__pile *pile)
{
    return fzzf__pile_top(pile);
}

static void begin(struct fzzf__reader *reader)
{
    struct fzzf__declaration_build *build = reader->build;

    build->assessments.size = sizeof(struct fzzf__assessment);
    build->statements.size = sizeof(struct fzzf__statement);
    build->observations.size = sizeof(struct fzzf__observation);
    build->entries.size = sizeof(struct fzzf__entry);
    build->evidence.size = sizeof(struct fzzf__evidence);
    build->overrides.size = sizeof(struct fzzf__override);
    build->assessments.count = build->statements.count = 0;
    build->observations.count = build->entries.count = 0;
    build->evidence.count = build->overrides.count = 0;
    build->declaration = fzzf__declaration_new();
    if (build->declaration == NULL)
        fzzf__reader_memory(reader);
    else
        reader->arena = &build->declaration->arena;
    if (build->declaration != NULL)
        build->declaration->counted = fzzf__reader_counts(reader);
}

enum { ID, SYSTEM, TYPE, BATCH, PROJECT, THEME, REVISION };

static const struct fzzf__attribute declaration_attributes[] = {
    [ID] = {"id", FZZF__FORM_ID, 1, NULL},
    [SYSTEM] = {"system", FZZF__FORM_ID, 1, NULL},
    [TYPE] = {"type", FZZF__FORM_WORD, 1, &fzzf__type_words},
    [BATCH] = {"batch", FZZF__FORM_TEXT, 0, NULL},
    [PROJECT] = {"project", FZZF__FORM_TEXT, 0, NULL},
    [THEME] = {"theme", FZZF__FORM_TEXT, 0, NULL},
    [REVISION] = {"revision", FZZF__FORM_REVISION, 0, NULL},
};

/* At most nine digits. */
static long whole(const char *text)
{
    long value = 0;

    for (; text != NULL && *text != '\0'; text++)
        value = value * 10 + (*text - '0');
    return value;
}

static void open_declaration(struct fzzf__reader *reader)
{
    struct fzzf_declaration *to = declaration(reader);

    to->id = reader->values[ID];
    to->system = reader->values[SYSTEM];
    to->type = (fzzf_declaration_type)reader->codes[TYPE];
    to->batch = reader->values[BATCH];
    to->project = reader->values[PROJECT];
    to->theme = reader->values[THEME];
    to->revision = whole(reader->values[REVISION]);
    to->place = reader->place;
}

static void close_declaration(struct fzzf__reader *reader)
{
    struct fzzf__declaration_build *build = reader->build;
    struct fzzf_declaration *to = build->declaration;

    to->assessments = fzzf__pile_take(&build->assessments, 0, &to->arena,
                                      &to->assessment_count);
}

static struct fzzf__extension **
declaration_extensions(struct fzzf__reader *reader)
{
    return &declaration(reader)->extensions;
}

enum { CODE, NAME, LEVEL, GROUPS };

static const struct fzzf__attribute unit_attributes[] = {
    [CODE] = {"code", FZZF__FORM_ID, 1, NULL},
    [NAME] = {"name", FZZF__FORM_TEXT, 1, NULL},
    [LEVEL] = {"level", FZZF__FORM_WORD, 1, &fzzf__unit_level_words},
    [GROUPS] = {"groups", FZZF__FORM_NAMES, 0, NULL},
};

static void open_unit(struct fzzf__reader *reader)
{
    struct fzzf_declaration *to = declaration(reader);

    to->unit_code = reader->values[CODE];
    to->unit_name = reader->values[NAME];
    to->unit_level = (fzzf_unit_level)reader->codes[LEVEL];
    to->groups = fzzf__reader_names(reader, GROUPS, &to->group_count);
}

static const struct fzzf__type unit = {
    FZZF__ATTRIBUTES(unit_attributes),
    .open = open_unit,
};

static void open_report(struct fzzf__reader *reader)
{
    declaration(reader)->has_report = true;
}

static void note_empty(struct fzzf__reader *reader, const char *part,
                       const char *text)
{
    if (reader->arena->spoiled == FZZF_OK &&
        (text == NULL || text[strspn(text, " \t\r\n")] == '\0'))
        fzzf__report(reader->stream.diags, FZZF_OK, FZZF__F_EMPTY_REPORT,
                     &reader->place, part, NULL);
}

/* Declared, yet not told: worth a word, not a refusal. */
static void close_report(struct fzzf__reader *reader)
{
    note_empty(reader, "measures", declaration(reader)->measures);
    note_empty(reader, "results", declaration(reader)->results);
    note_empty(reader, "highlights", declaration(reader)->highlights);
}

static void close_measures(struct fzzf__reader *reader)
{
    declaration(reader)->measures = fzzf__reader_text(reader);
}

static void close_results(struct fzzf__reader *reader)
{
    declaration(reader)->results = fzzf__reader_text(reader);
}

static void close_highlights(struct fzzf__reader *reader)
{
    declaration(reader)->highlights = fzzf__reader_text(reader);
}

static const struct fzzf__type measures = {.content = FZZF__CONTENT_TEXT,
                                           .close = close_measures};
static const struct fzzf__type results = {.content = FZZF__CONTENT_TEXT,
                                          .close = close_results};
static const struct fzzf__type highlights = {.content = FZZF__CONTENT_TEXT,
                                             .close = close_highlights};

static const struct fzzf__child report_children[] = {
    {"measures", &measures, 0, 1, 0, 0},
    {"results", &results, 0, 1, 0, 0},
    {"highlights", &highlights, 0, 1, 0, 0},
};

static const struct fzzf__type report = {
    FZZF__CHILDREN(report_children),
    .open = open_report,
    .close = close_report,
};

enum { ASSESSOR, BY, DATE };

static const struct fzzf__attribute assessment_attributes[] = {
    [ASSESSOR] = {"assessor", FZZF__FORM_WORD, 1, &fzzf__assessor_words},
    [BY] = {"by", FZZF__FORM_TEXT, 0, NULL},
    [DATE] = {"date", FZZF__FORM_DATE, 0, NULL},
};

static void open_assessment(struct fzzf__reader *reader)
{
    struct fzzf__declaration_build *build = reader->build;
    struct fzzf__assessment *assessment =
        fzzf__reader_push(reader, &build->assessments);

    if (assessment == NULL)
        return;
    assessment->assessor = (fzzf_assessor)reader->codes[ASSESSOR];
    assessment->by = reader->values[BY];
    assessment->date = reader->values[DATE];
    assessment->place = reader->place;
}

static void close_assessment(struct fzzf__reader *reader)
{
    struct fzzf__declaration_build *build = reader->build;
    struct fzzf__assessment *assessment = top(&build->assessments);

    assessment->statements = fzzf__pile_take(
        &build->statements, 0, reader->arena, &assessment->statement_count);
    assessment->overrides = fzzf__pile_take(&build->overrides, 0, reader->arena,
                                            &assessment->override_count);
}

static struct fzzf__extension **
assessment_extensions(struct fzzf__reader *reader)
{
    struct fzzf__declaration_build *build = reader->build;
    struct fzzf__assessment *assessment = top(&build->assessments);

    return &assessment->extensions;
}

enum { NODE, STATE, REASON };

static const struct fzzf__attribute statement_attributes[] = {
    [NODE] = {"id", FZZF__FORM_ID, 1, NULL},
    [STATE] = {"state", FZZF__FORM_WORD, 0, &fzzf__statement_state_words},
    [REASON] = {"reason", FZZF__FORM_TEXT, 0, NULL},
};

static void open_statement(struct fzzf__reader *reader)
{
    struct fzzf__declaration_build *build = reader->build;
    struct fzzf__statement *statement;

    if (reader->values[STATE] != NULL &&
        (reader->values[REASON] == NULL || *reader->values[REASON] == '\0')) {
        FZZF__FAULT(reader, FZZF__F_NO_REASON, "indicator",
                    reader->values[NODE]);
        return;
    }
    statement = fzzf__reader_push(reader, &build->statements);
    if (statement == NULL)
        return;
    statement->node = reader->values[NODE];
    statement->not_applicable = reader->values[STATE] != NULL;
    statement->reason = reader->values[REASON];
    statement->place = reader->place;
}

static void close_statement(struct fzzf__reader *reader)
{
    struct fzzf__declaration_build *build = reader->build;
    struct fzzf__statement *statement = top(&build->statements);

    statement->observations = fzzf__pile_take(
        &build->observations, 0, reader->arena, &statement->observation_count);
    statement->evidence = fzzf__pile_take(&build->evidence, 0, reader->arena,
                                          &statement->evidence_count);
}

static struct fzzf__extension **
statement_extensions(struct fzzf__reader *reader)
{
    struct fzzf__declaration_build *build = reader->build;
    struct fzzf__statement *statement = top(&build->statements);

    return &statement->extensions;
}

enum {
    EVIDENCE_ID,
    EVIDENCE_KIND,
    EVIDENCE_TITLE,
    HREF,
    EVIDENCE_DATE,
    EVIDENCE_PERIOD,
    SHA256,
    SIZE,
    SECRECY,
    SUBMITTED
};

static const struct fzzf__attribute evidence_attributes[] = {
    [EVIDENCE_ID] = {"id", FZZF__FORM_ID, 1, NULL},
    [EVIDENCE_KIND] = {"kind", FZZF__FORM_WORD, 1, &fzzf__evidence_words},
    [EVIDENCE_TITLE] = {"title", FZZF__FORM_TEXT, 0, NULL},
    [HREF] = {"href", FZZF__FORM_TEXT, 0, NULL},
    [EVIDENCE_DATE] = {"date", FZZF__FORM_DATE, 0, NULL},
    [EVIDENCE_PERIOD] = {"period", FZZF__FORM_PERIOD, 0, NULL},
    [SHA256] = {"sha256", FZZF__FORM_SHA256, 0, NULL},
    [SIZE] = {"size", FZZF__FORM_WHOLE, 0, NULL},
    [SECRECY] = {"secrecy", FZZF__FORM_WORD, 0, &fzzf__secrecy_words},
    [SUBMITTED] = {"submitted", FZZF__FORM_WORD, 0, &fzzf__submitted_words},
};

static void count_evidence(const struct fzzf__reader *reader,
                           struct fzzf__statement *statement)
{
    const size_t kind = (size_t)reader->codes[EVIDENCE_KIND];
    const char *submitted = reader->values[SUBMITTED];
    const size_t way =
        submitted != NULL && strcmp(submitted, "on_site") == 0 ? 2 : 1;

    statement->evidence_counts[fzzf__evidence_count(0, 0)]++;
    statement->evidence_counts[fzzf__evidence_count(0, way)]++;
    statement->evidence_counts[fzzf__evidence_count(kind, 0)]++;
    statement->evidence_counts[fzzf__evidence_count(kind, way)]++;
}

static void open_evidence(struct fzzf__reader *reader)
{
    struct fzzf__declaration_build *build = reader->build;
    struct fzzf__statement *statement = top(&build->statements);
    struct fzzf__evidence *evidence;
    const char *const *values = reader->values;

    count_evidence(reader, statement);
    if (build->declaration->counted)
        return;
    evidence = fzzf__reader_push(reader, &build->evidence);
    if (evidence == NULL)
        return;
    evidence->id = values[EVIDENCE_ID];
    evidence->kind = (fzzf_evidence_kind)reader->codes[EVIDENCE_KIND];
    evidence->title = values[EVIDENCE_TITLE];
    evidence->href = values[HREF];
    evidence->date = values[EVIDENCE_DATE];
    evidence->period = values[EVIDENCE_PERIOD];
    evidence->sha256 = values[SHA256];
    evidence->size = values[SIZE];
    evidence->secrecy = values[SECRECY];
    evidence->submitted = values[SUBMITTED];
    evidence->place = reader->place;
}

static const struct fzzf__type evidence = {
    FZZF__ATTRIBUTES(evidence_attributes),
    .open = open_evidence,
    .passing = fzzf__reader_counts,
};

static const struct fzzf__child statement_children[] = {
    {"observation", &fzzf__type_observation, 0, FZZF__MANY,
     FZZF__OBSERVATION_KEYS},
    {"evidence", &evidence, 0, FZZF__MANY, EVIDENCE_ID + 1, 0},
    FZZF__ROW_EXTENSIONS,
};

static const struct fzzf__type statement = {
    FZZF__ATTRIBUTES(statement_attributes),
    FZZF__CHILDREN(statement_children),
    .open = open_statement,
    .close = close_statement,
    .extensions = statement_extensions,
};

enum {
    OVERRIDE_NODE,
    OVERRIDE_VALUE,
    OVERRIDE_REASON,
    OVERRIDE_BY,
    OVERRIDE_DATE
};

static const struct fzzf__attribute override_attributes[] = {
    [OVERRIDE_NODE] = {"node", FZZF__FORM_ID, 1, NULL},
    [OVERRIDE_VALUE] = {"value", FZZF__FORM_NUMBER, 1, NULL},
    [OVERRIDE_REASON] = {"reason", FZZF__FORM_TEXT, 1, NULL},
    [OVERRIDE_BY] = {"by", FZZF__FORM_TEXT, 1, NULL},
    [OVERRIDE_DATE] = {"date", FZZF__FORM_DATE, 1, NULL},
};

static void open_override(struct fzzf__reader *reader)
{
    struct fzzf__declaration_build *build = reader->build;
    struct fzzf__override *override;

    if (*reader->values[OVERRIDE_REASON] == '\0') {
        FZZF__FAULT(reader, FZZF__F_NO_REASON, "override",
                    reader->values[OVERRIDE_NODE]);
        return;
    }
    override = fzzf__reader_push(reader, &build->overrides);
    if (override == NULL)
        return;
    override->node = reader->values[OVERRIDE_NODE];
    override->value = reader->values[OVERRIDE_VALUE];
    override->reason = reader->values[OVERRIDE_REASON];
    override->by = reader->values[OVERRIDE_BY];
    override->date = reader->values[OVERRIDE_DATE];
    override->place = reader->place;
}

static const struct fzzf__type override = {
    FZZF__ATTRIBUTES(override_attributes),
    .open = open_override,
};

static const struct fzzf__child assessment_children[] = {
    {"indicator", &statement, 0, FZZF__MANY, NODE + 1, 0},
    {"override", &override, 0, FZZF__MANY, OVERRIDE_NODE + 1, 0},
    FZZF__ROW_EXTENSIONS,
};

static const struct fzzf__type assessment = {
    FZZF__ATTRIBUTES(assessment_attributes),
    FZZF__CHILDREN(assessment_children),
    .open = open_assessment,
    .close = close_assessment,
    .extensions = assessment_extensions,
};

static const struct fzzf__child declaration_children[] = {
    {"unit", &unit, 1, 1, 0, 0},
    {"report", &report, 0, 1, 0, 0},
    {"assessment", &assessment, 1, FZZF__MANY, 0, 0},
    FZZF__ROW_EXTENSIONS,
};

const struct fzzf__type fzzf__type_declaration = {
    FZZF__ATTRIBUTES(declaration_attributes),
    FZZF__CHILDREN(declaration_children),
    .begin = begin,
    .open = open_declaration,
    .close = close_declaration,
    .extensions = declaration_extensions,
};

void fzzf__declaration_build_free(struct fzzf__declaration_build *build)
{
    fzzf_declaration_unref(build->declaration);
    fzzf__pile_free(&build->assessments);
    fzzf__pile_free(&build->statements);
    fzzf__pile_free(&build->observations);
    fzzf__pile_free(&build->entries);
    fzzf__pile_free(&build->evidence);
    fzzf__pile_free(&build->overrides);
}
