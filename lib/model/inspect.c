/* SPDX-License-Identifier: Apache-2.0 */
/* Looks for what is odd in a declaration that is otherwise sound. */

#include <string.h>

#include "fzzf/codes.h"
#include "model/conceal.h"
#include "model/declaration.h"
#include "model/papers.h"
#include "model/words.h"

struct inspection {
    const struct fzzf_declaration *declaration;
    fzzf_diags *diags;
    fzzf__place place;
    bool refuses; /* identity numbers are errors */
    fzzf_status status;
};

static void look_at_oddities(struct inspection *in,
                             const fzzf_division *division)
{
    static const struct {
        unsigned odd;
        int number;
    } oddities[] = {
        {FZZF_ODD_WRITTEN | FZZF_ODD_LONG, FZZF__F_UNIT_CODE_WRITTEN},
        {FZZF_ODD_UNASSIGNED, FZZF__F_UNIT_CODE_UNASSIGNED},
        {FZZF_ODD_SUMMARY, FZZF__F_UNIT_CODE_SUMMARY},
        {FZZF_ODD_CITY, FZZF__F_UNIT_CODE_CITY},
    };

    for (size_t i = 0; i < sizeof oddities / sizeof oddities[0]; i++)
        if ((division->odd & oddities[i].odd) != 0)
            (void)fzzf__report(in->diags, FZZF_OK, oddities[i].number,
                               &in->place, in->declaration->unit_code,
                               division->code, NULL);
}

static void look_at_unit(struct inspection *in)
{
    static const char *const levels[] = {"",       "province", "city",
                                         "county", "township", "village"};
    const fzzf_division_level declared =
        in->declaration->unit_level == FZZF_UNIT_CITY ? FZZF_DIVISION_CITY
                                                      : FZZF_DIVISION_COUNTY;
    fzzf_division division = {.size = sizeof division};

    if (!fzzf_division_read(in->declaration->unit_code, &division) ||
        memcmp(division.code, "99", 2) == 0)
        return;
    look_at_oddities(in, &division);
    if (division.level != declared)
        (void)fzzf__report(in->diags, FZZF_OK, FZZF__F_UNIT_CODE_LEVEL,
                           &in->place, division.code, levels[declared],
                           levels[division.level], NULL);
}

static void look_at_text(struct inspection *in, const char *what,
                         const char *text)
{
    const int number =
        in->refuses ? FZZF__F_IDENTITY_STAYS : FZZF__F_IDENTITY_NUMBER;

    if (fzzf__tell_identities(&in->place, number, what, text, in->diags) > 0 &&
        in->refuses)
        in->status = FZZF_E_SCHEMA;
}

static void look_at_extensions(struct inspection *in,
                               const struct fzzf__extension *extension)
{
    for (; extension != NULL; extension = extension->next)
        look_at_text(in, "extension", extension->xml);
}

static void look_at_entry(struct inspection *in,
                          const struct fzzf__entry *entry)
{
    look_at_text(in, "of", entry->of);
    look_at_text(in, "judge", entry->judge);
    look_at_text(in, "issuer", entry->issuer);
    look_at_text(in, "matter", entry->matter);
    look_at_text(in, "title", entry->title);
    fzzf__look_at_papers(&in->place, "matter", entry->matter, NULL, in->diags);
    fzzf__look_at_papers(&in->place, "title", entry->title, NULL, in->diags);
}

static void look_at_observation(struct inspection *in,
                                const struct fzzf__observation *observation)
{
    in->place = observation->place;
    look_at_text(in, "value", observation->value);
    look_at_text(in, "reason", observation->reason);
    for (size_t i = 0; i < observation->entry_count; i++)
        look_at_entry(in, &observation->entries[i]);
}

static void look_at_evidence(struct inspection *in,
                             const struct fzzf__evidence *evidence)
{
    in->place = evidence->place;
    look_at_text(in, "id", evidence->id);
    look_at_text(in, "title", evidence->title);
    look_at_text(in, "href", evidence->href);
    fzzf__look_at_papers(&in->place, "title", evidence->title, evidence->date,
                         in->diags);
    fzzf__look_at_papers(&in->place, "href", evidence->href, evidence->date,
                         in->diags);
    if (fzzf__is_classified(evidence))
        (void)fzzf__report(in->diags, FZZF_OK, FZZF__F_CLASSIFIED_EVIDENCE,
                           &in->place, evidence->id, evidence->secrecy, NULL);
}

static void look_at_statement(struct inspection *in,
                              const struct fzzf__statement *statement)
{
    in->place = statement->place;
    look_at_text(in, "reason", statement->reason);
    look_at_extensions(in, statement->extensions);
    for (size_t i = 0; i < statement->observation_count; i++)
        look_at_observation(in, &statement->observations[i]);
    for (size_t i = 0; i < statement->evidence_count; i++)
        look_at_evidence(in, &statement->evidence[i]);
}

static void look_at_override(struct inspection *in,
                             const struct fzzf__override *override)
{
    in->place = override->place;
    look_at_text(in, "reason", override->reason);
    look_at_text(in, "by", override->by);
}

static void look_at_assessment(struct inspection *in,
                               const struct fzzf__assessment *assessment)
{
    in->place = assessment->place;
    look_at_text(in, "by", assessment->by);
    look_at_extensions(in, assessment->extensions);
    for (size_t i = 0; i < assessment->statement_count; i++)
        look_at_statement(in, &assessment->statements[i]);
    for (size_t i = 0; i < assessment->override_count; i++)
        look_at_override(in, &assessment->overrides[i]);
}

/* Nobody can tell what a single item without either is about. */
static void look_at_name(struct inspection *in)
{
    if (in->declaration->type == FZZF_SINGLE_ITEM &&
        in->declaration->project == NULL && in->declaration->theme == NULL)
        (void)fzzf__report(in->diags, FZZF_OK, FZZF__F_SINGLE_UNNAMED,
                           &in->place, NULL);
}

static fzzf_status inspect(const fzzf_declaration *declaration, bool refuses,
                           fzzf_diags *diags)
{
    struct inspection in = {
        .declaration = declaration, .diags = diags, .refuses = refuses};

    if (declaration == NULL || declaration->counted)
        return FZZF_E_ARGUMENT;
    in.place = declaration->place;
    look_at_unit(&in);
    look_at_name(&in);
    look_at_text(&in, "id", declaration->id);
    look_at_text(&in, "batch", declaration->batch);
    look_at_text(&in, "project", declaration->project);
    look_at_text(&in, "theme", declaration->theme);
    look_at_text(&in, "name", declaration->unit_name);
    look_at_text(&in, "measures", declaration->measures);
    look_at_text(&in, "results", declaration->results);
    look_at_text(&in, "highlights", declaration->highlights);
    look_at_extensions(&in, declaration->extensions);
    for (size_t i = 0; i < declaration->assessment_count; i++)
        look_at_assessment(&in, &declaration->assessments[i]);
    return in.status;
}

fzzf_status fzzf_declaration_inspect(const fzzf_declaration *declaration,
                                     fzzf_diags *diags)
{
    return inspect(declaration, false, diags);
}

fzzf_status fzzf__declaration_leaves(const fzzf_declaration *declaration,
                                     fzzf_diags *diags)
{
    return inspect(declaration, true, diags);
}
