/* SPDX-License-Identifier: Apache-2.0 */
/* Checks a register: nothing in it is nonsense. */

#include "model/register.h"

#include <string.h>

#include "model/checks.h"

static bool index_part(fzzf__names *names, const struct fzzf_record *record,
                       size_t part, size_t field)
{
    const struct fzzf__record_list *list = fzzf__record_list(record, part);

    for (size_t i = 0; i < list->count; i++) {
        const char *id = fzzf__record_value(list->items[i], field);

        if (id != NULL && fzzf__names_add(names, id, i) < 0)
            return false;
    }
    return true;
}

bool fzzf__register_begin(struct fzzf__register *opened,
                          const struct fzzf_record *record)
{
    *opened = (struct fzzf__register){.record = record};
    return index_part(&opened->namings, record, REGISTER_NAMINGS, NAMING_ID) &&
           index_part(&opened->batches, record, REGISTER_BATCHES,
                      REGISTERED_BATCH_ID) &&
           index_part(&opened->revocations, record, REGISTER_REVOCATIONS,
                      REVOCATION_NAMING);
}

void fzzf__register_end(struct fzzf__register *opened)
{
    fzzf__names_free(&opened->namings);
    fzzf__names_free(&opened->batches);
    fzzf__names_free(&opened->revocations);
}

const struct fzzf_record *fzzf__registered(const struct fzzf__register *opened,
                                           const fzzf__names *names,
                                           size_t part, const char *id)
{
    const size_t place = fzzf__names_find(names, id);

    return place == FZZF__NO_NAME
               ? NULL
               : fzzf__record_list(opened->record, part)->items[place];
}

struct checking {
    struct fzzf__register opened;
    fzzf_diags *diags;
    fzzf_status status;
};

/* @words are arguments of the finding, ended by NULL. */
static void fail(struct checking *checking, int number,
                 const struct fzzf_record *record, const char *const words[])
{
    checking->status = fzzf__report(checking->diags, FZZF_E_REFERENCE, number,
                                    &record->place, words[0], words[1],
                                    words[1] == NULL ? NULL : words[2], NULL);
}

/* Days are texts of one form, so their order is that of their bytes. */
static bool is_before(const char *day, const char *other)
{
    return strcmp(day, other) < 0;
}

static bool same(const struct fzzf_record *one, const struct fzzf_record *other,
                 size_t field)
{
    const char *a = fzzf__record_value(one, field);
    const char *b = fzzf__record_value(other, field);

    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

/* Whether @naming was revoked by the day of @later. */
static bool ended_by(const struct checking *checking,
                     const struct fzzf_record *naming,
                     const struct fzzf_record *later)
{
    const struct fzzf_record *revocation = fzzf__registered(
        &checking->opened, &checking->opened.revocations, REGISTER_REVOCATIONS,
        fzzf__record_value(naming, NAMING_ID));

    return revocation != NULL &&
           !is_before(fzzf__record_value(later, NAMING_DATE),
                      fzzf__record_value(revocation, REVOCATION_DATE));
}

/* A unit holds one title of a type, or of a project, at a time. */
static void check_title(struct checking *checking,
                        const struct fzzf_record *naming,
                        const struct fzzf_record *other)
{
    if (same(naming, other, NAMING_UNIT) && same(naming, other, NAMING_TYPE) &&
        same(naming, other, NAMING_PROJECT) &&
        !ended_by(checking, naming, other) &&
        !ended_by(checking, other, naming))
        fail(checking, FZZF__F_NAMED_TWICE, naming,
             (const char *[]){fzzf__record_value(naming, NAMING_UNIT),
                              fzzf__record_value(other, NAMING_ID),
                              fzzf__record_value(other, NAMING_DATE)});
}

static void check_namings(struct checking *checking)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(checking->opened.record, REGISTER_NAMINGS);

    for (size_t i = 0; i < list->count; i++) {
        const struct fzzf_record *naming = list->items[i];
        const char *batch = fzzf__record_value(naming, NAMING_BATCH);

        if (fzzf__names_find(&checking->opened.batches, batch) == FZZF__NO_NAME)
            fail(checking, FZZF__F_BATCH_UNLISTED, naming,
                 (const char *[]){fzzf__record_value(naming, NAMING_ID), batch,
                                  NULL});
        for (size_t j = 0; j < i; j++)
            check_title(checking, naming, list->items[j]);
    }
}

/* The naming that field @of of @record speaks of; NULL, which is reported. */
static const struct fzzf_record *naming_of(struct checking *checking,
                                           const struct fzzf_record *record,
                                           size_t of)
{
    const char *id = fzzf__record_value(record, of);
    const struct fzzf_record *naming = fzzf__registered(
        &checking->opened, &checking->opened.namings, REGISTER_NAMINGS, id);

    if (naming == NULL)
        fail(checking, FZZF__F_NOT_NAMED, record,
             (const char *[]){record->kind->name, id, NULL});
    return naming;
}

/* Every record of @part is of a naming, and of no day before it. */
static void check_after(struct checking *checking, size_t part, size_t of,
                        size_t date)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(checking->opened.record, part);

    for (size_t i = 0; i < list->count; i++) {
        const struct fzzf_record *record = list->items[i];
        const struct fzzf_record *naming = naming_of(checking, record, of);

        if (naming != NULL && date != FZZF__NO_INDEX &&
            is_before(fzzf__record_value(record, date),
                      fzzf__record_value(naming, NAMING_DATE)))
            fail(checking, FZZF__F_BEFORE_NAMING, record,
                 (const char *[]){record->kind->name,
                                  fzzf__record_value(record, date),
                                  fzzf__record_value(naming, NAMING_DATE)});
    }
}

/* Once its naming is revoked, a unit has neither to report nor to be visited.
 */
static void check_before_end(struct checking *checking, size_t part, size_t of,
                             size_t date)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(checking->opened.record, part);

    for (size_t i = 0; i < list->count; i++) {
        const struct fzzf_record *record = list->items[i];
        const struct fzzf_record *revocation = fzzf__registered(
            &checking->opened, &checking->opened.revocations,
            REGISTER_REVOCATIONS, fzzf__record_value(record, of));
        const char *day = fzzf__record_value(record, date);

        if (revocation != NULL &&
            is_before(fzzf__record_value(revocation, REVOCATION_DATE), day))
            fail(checking, FZZF__F_AFTER_REVOCATION, record,
                 (const char *[]){
                     record->kind->name, day,
                     fzzf__record_value(revocation, REVOCATION_DATE)});
    }
}

/* A report is on a year from the naming's to that in which it came. */
static void check_years(struct checking *checking)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(checking->opened.record, REGISTER_REPORTS);

    for (size_t i = 0; i < list->count; i++) {
        const struct fzzf_record *report = list->items[i];
        const char *year = fzzf__record_value(report, REPORT_YEAR);
        const char *received = fzzf__record_value(report, REPORT_RECEIVED);
        const struct fzzf_record *naming = fzzf__registered(
            &checking->opened, &checking->opened.namings, REGISTER_NAMINGS,
            fzzf__record_value(report, REPORT_NAMING));

        if (naming != NULL &&
            (strlen(year) != 4 || strncmp(year, received, 4) > 0 ||
             strncmp(year, fzzf__record_value(naming, NAMING_DATE), 4) < 0))
            fail(checking, FZZF__F_REPORT_YEAR, report,
                 (const char *[]){year, received,
                                  fzzf__record_value(naming, NAMING_DATE)});
    }
}

fzzf_status fzzf__check_register(const struct fzzf_record *reg,
                                 fzzf_diags *diags)
{
    struct checking checking = {.diags = diags, .status = FZZF_OK};

    if (fzzf__register_begin(&checking.opened, reg)) {
        check_namings(&checking);
        check_after(&checking, REGISTER_REPORTS, REPORT_NAMING,
                    REPORT_RECEIVED);
        check_years(&checking);
        check_after(&checking, REGISTER_VISITS, VISIT_NAMING, VISIT_DATE);
        check_after(&checking, REGISTER_REVOCATIONS, REVOCATION_NAMING,
                    REVOCATION_DATE);
        check_after(&checking, REGISTER_PRACTICES, PRACTICE_NAMING,
                    FZZF__NO_INDEX);
        check_before_end(&checking, REGISTER_REPORTS, REPORT_NAMING,
                         REPORT_RECEIVED);
        check_before_end(&checking, REGISTER_VISITS, VISIT_NAMING, VISIT_DATE);
    } else {
        checking.status = FZZF_E_MEMORY;
    }
    fzzf__register_end(&checking.opened);
    return checking.status;
}
