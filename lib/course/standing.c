/* SPDX-License-Identifier: Apache-2.0 */
/* How a register stands on a day: titles, reports owed, practices. */

#include <stdio.h>
#include <string.h>

#include "course/reasons.h"
#include "fzzf/course.h"
#include "model/register.h"

#define DAY_BYTES 24

struct standing {
    struct fzzf__register opened;
    const char *day;
    long today;
    struct fzzf_record *made;
    size_t in_force, revoked, due, overdue;
};

/* What a naming is on the day. */
struct stood {
    const struct fzzf_record *naming;
    const struct fzzf_record *revocation; /* NULL: in force */
    struct fzzf_record *to;
    size_t reports, late;
};

static bool not_after(const char *day, const char *other)
{
    return strcmp(day, other) <= 0;
}

/* The revocation of the naming by the day, or NULL. */
static const struct fzzf_record *revoked_by(const struct standing *standing,
                                            const struct fzzf_record *naming)
{
    const struct fzzf_record *revocation = fzzf__registered(
        &standing->opened, &standing->opened.revocations, REGISTER_REVOCATIONS,
        fzzf__record_value(naming, NAMING_ID));

    return revocation != NULL &&
                   not_after(fzzf__record_value(revocation, REVOCATION_DATE),
                             standing->day)
               ? revocation
               : NULL;
}

/* The report of the naming on @year that came by the day, or NULL. */
static const char *received(const struct standing *standing,
                            const struct fzzf_record *naming, int year)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(standing->opened.record, REGISTER_REPORTS);
    char text[16];

    snprintf(text, sizeof text, "%04d", year);
    for (size_t i = 0; i < list->count; i++) {
        const struct fzzf_record *report = list->items[i];
        const char *day = fzzf__record_value(report, REPORT_RECEIVED);

        if (strcmp(fzzf__record_value(report, REPORT_YEAR), text) == 0 &&
            strcmp(fzzf__record_value(report, REPORT_NAMING),
                   fzzf__record_value(naming, NAMING_ID)) == 0 &&
            not_after(day, standing->day))
            return day;
    }
    return NULL;
}

static int year_of(const char *day)
{
    size_t year = 0;
    char text[5] = {0};

    memcpy(text, day, 4);
    (void)fzzf__size_value(text, &year);
    return (int)year;
}

/* The day by which the report on @year is due. */
static long due_day(const char *report_day, int year, char text[DAY_BYTES])
{
    long day = 0;

    snprintf(text, DAY_BYTES, "%04d-%.5s", year + 1, report_day);
    (void)fzzf__date_parse(text, &day);
    return day;
}

static struct fzzf_record *begin_owed(struct standing *standing,
                                      const struct fzzf_record *naming)
{
    struct fzzf_record *owed =
        fzzf__record_append(standing->made, STANDING_OWED);

    if (owed == NULL)
        return NULL;
    fzzf__record_put(owed, OWED_NAMING, fzzf__record_value(naming, NAMING_ID));
    fzzf__record_put(owed, OWED_UNIT, fzzf__record_value(naming, NAMING_UNIT));
    fzzf__record_put(owed, OWED_NAME, fzzf__record_value(naming, NAMING_NAME));
    return owed;
}

/* The report on @year is not there: it is due, or overdue. */
static void owe(struct standing *standing, const struct stood *stood, int year,
                const char *by, long due)
{
    struct fzzf_record *owed = begin_owed(standing, stood->naming);
    const bool over = standing->today > due;
    const long days = over ? standing->today - due : due - standing->today;
    struct fzzf__because arguments[3] = {{NULL, NULL, NULL}};

    *(over ? &standing->overdue : &standing->due) += 1;
    if (owed == NULL)
        return;
    fzzf__put_size(owed, OWED_YEAR, (size_t)year);
    fzzf__record_put(owed, OWED_BY, by);
    arguments[0].value = fzzf__record_value(owed, OWED_YEAR);
    arguments[1].value = by;
    arguments[2].value = fzzf__size_text(&owed->document->arena, (size_t)days);
    fzzf__say(owed, OWED_STATE,
              over ? FZZF__BECAUSE_REPORT_OVERDUE : FZZF__BECAUSE_REPORT_DUE,
              arguments, 3);
}

/* Every year whose report a title in force owes by the day. */
static void report_years(struct standing *standing, struct stood *stood)
{
    const struct fzzf_record *batch = fzzf__registered(
        &standing->opened, &standing->opened.batches, REGISTER_BATCHES,
        fzzf__record_value(stood->naming, NAMING_BATCH));
    const char *report_day =
        fzzf__record_value(batch, REGISTERED_BATCH_REPORT_DAY);
    const bool known = strcmp(report_day, "unknown") != 0;
    const int last = year_of(standing->day);
    int year = year_of(fzzf__record_value(stood->naming, NAMING_DATE));

    for (; year <= last; year++) {
        const char *came = received(standing, stood->naming, year);
        char by[DAY_BYTES];
        const long due = known ? due_day(report_day, year, by) : 0;

        if (came != NULL) {
            stood->reports++;
            stood->late += known && !not_after(came, by) ? 1 : 0;
        } else if (known && stood->revocation == NULL && year < last) {
            owe(standing, stood, year, by, due);
        }
    }
    if (!known && stood->revocation == NULL) {
        struct fzzf_record *owed = begin_owed(standing, stood->naming);
        const struct fzzf__because of = {
            fzzf__record_value(batch, REGISTERED_BATCH_ID), NULL, NULL};

        if (owed != NULL)
            fzzf__say(owed, OWED_STATE, FZZF__BECAUSE_REPORT_DAY_UNKNOWN, &of,
                      1);
    }
}

static void put_visit(const struct standing *standing,
                      const struct stood *stood)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(standing->opened.record, REGISTER_VISITS);

    for (size_t i = 0; i < list->count; i++) {
        const char *day = fzzf__record_value(list->items[i], VISIT_DATE);
        const char *last = fzzf__record_value(stood->to, STOOD_VISITED);

        if (strcmp(fzzf__record_value(list->items[i], VISIT_NAMING),
                   fzzf__record_value(stood->naming, NAMING_ID)) == 0 &&
            not_after(day, standing->day) &&
            (last == NULL || not_after(last, day)))
            fzzf__record_put(stood->to, STOOD_VISITED, day);
    }
}

static void put_state(const struct stood *stood)
{
    const struct fzzf_record *revocation = stood->revocation;
    const size_t held[] = {NAMING_TITLE, NAMING_BY, NAMING_DATE};
    const size_t lost[] = {REVOCATION_BY, REVOCATION_DATE, REVOCATION_REASON,
                           REVOCATION_DETAIL};
    struct fzzf__because arguments[4] = {{NULL, NULL, NULL}};

    for (size_t i = 0; i < 3 && revocation == NULL; i++)
        arguments[i].value = fzzf__record_value(stood->naming, held[i]);
    for (size_t i = 0; i < 4 && revocation != NULL; i++)
        arguments[i].value = fzzf__record_value(revocation, lost[i]);
    fzzf__say(stood->to, STOOD_STATE,
              revocation == NULL ? FZZF__BECAUSE_IN_FORCE
                                 : FZZF__BECAUSE_REVOKED,
              arguments, revocation == NULL ? 3 : 4);
}

static void put_naming(struct standing *standing,
                       const struct fzzf_record *naming)
{
    struct stood stood = {.naming = naming,
                          .revocation = revoked_by(standing, naming)};

    stood.to = fzzf__record_append(standing->made, STANDING_NAMINGS);
    if (stood.to == NULL)
        return;
    *(stood.revocation == NULL ? &standing->in_force : &standing->revoked) += 1;
    for (size_t i = 0; i <= NAMING_BY; i++)
        fzzf__record_put(stood.to, i, fzzf__record_value(naming, i));
    report_years(standing, &stood);
    fzzf__put_size(stood.to, STOOD_REPORTS, stood.reports);
    fzzf__put_size(stood.to, STOOD_LATE, stood.late);
    put_visit(standing, &stood);
    put_state(&stood);
}

/* A practice, with whose it is and whether the title still holds. */
static void put_practice(struct standing *standing,
                         const struct fzzf_record *practice,
                         const struct fzzf_record *naming)
{
    struct fzzf_record *shared =
        fzzf__record_append(standing->made, STANDING_PRACTICES);

    if (shared == NULL)
        return;
    for (size_t i = 0; i <= PRACTICE_HREF; i++)
        fzzf__record_put(shared, i, fzzf__record_value(practice, i));
    fzzf__record_put(shared, SHARED_UNIT,
                     fzzf__record_value(naming, NAMING_UNIT));
    fzzf__record_put(shared, SHARED_NAME,
                     fzzf__record_value(naming, NAMING_NAME));
    fzzf__record_put(shared, SHARED_STATE,
                     fzzf__reason_name(revoked_by(standing, naming) == NULL
                                           ? FZZF__BECAUSE_IN_FORCE
                                           : FZZF__BECAUSE_REVOKED));
}

static void fill(struct standing *standing)
{
    const struct fzzf_record *given = standing->opened.record;
    const struct fzzf__record_list *namings =
        fzzf__record_list(given, REGISTER_NAMINGS);
    const struct fzzf__record_list *practices =
        fzzf__record_list(given, REGISTER_PRACTICES);

    for (size_t i = 0; i < namings->count; i++)
        if (not_after(fzzf__record_value(namings->items[i], NAMING_DATE),
                      standing->day))
            put_naming(standing, namings->items[i]);
    for (size_t i = 0; i < practices->count; i++) {
        const struct fzzf_record *naming = fzzf__registered(
            &standing->opened, &standing->opened.namings, REGISTER_NAMINGS,
            fzzf__record_value(practices->items[i], PRACTICE_NAMING));

        if (not_after(fzzf__record_value(naming, NAMING_DATE), standing->day))
            put_practice(standing, practices->items[i], naming);
    }
    fzzf__record_put(standing->made, STANDING_REGISTER,
                     fzzf__record_value(given, REGISTER_ID));
    fzzf__record_put(standing->made, STANDING_DAY, standing->day);
    fzzf__put_size(standing->made, STANDING_IN_FORCE, standing->in_force);
    fzzf__put_size(standing->made, STANDING_REVOKED, standing->revoked);
    fzzf__put_size(standing->made, STANDING_DUE, standing->due);
    fzzf__put_size(standing->made, STANDING_OVERDUE, standing->overdue);
}

fzzf_status fzzf_register_check(const fzzf_record *reg, fzzf_diags *diags)
{
    return reg == NULL || reg->kind != &fzzf__kind_register
               ? FZZF_E_ARGUMENT
               : fzzf_record_check(reg, diags);
}

fzzf_status fzzf_register_standing(fzzf_record **out, const fzzf_record *reg,
                                   const char *day, fzzf_diags *diags)
{
    struct standing standing = {.day = day};
    fzzf_status status;

    if (out == NULL || day == NULL)
        return FZZF_E_ARGUMENT;
    if (!fzzf__date_parse(day, &standing.today))
        return fzzf__report(diags, FZZF_E_SCHEMA, FZZF__F_BAD_DATE, NULL, "day",
                            day, fzzf__kind_standing.name, NULL);
    status = fzzf_register_check(reg, diags);
    if (status != FZZF_OK)
        return status;
    standing.made = fzzf__record_new(&fzzf__kind_standing);
    if (standing.made != NULL && fzzf__register_begin(&standing.opened, reg)) {
        fill(&standing);
        status = standing.made->document->arena.spoiled;
    } else {
        status = FZZF_E_MEMORY;
    }
    fzzf__register_end(&standing.opened);
    if (status == FZZF_OK)
        *out = standing.made;
    else
        fzzf_record_unref(standing.made);
    return status;
}
