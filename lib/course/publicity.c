/* SPDX-License-Identifier: Apache-2.0 */
/* Publicity: what was made known, within the period, and to how many. */

#include <string.h>

#include "course/reasons.h"
#include "course/survey.h"
#include "fzzf/course.h"
#include "model/kinds_publicity.h"

/* What a log comes to. */
struct counted {
    size_t outside, unlinked;
    fzzf__num asked, aware;
};

static const char *or_open(const char *day)
{
    return day == NULL ? "…" : day;
}

/* Days are texts of one form, so their order is that of their bytes. */
static bool is_outside(const char *day, const char *from, const char *to)
{
    return (from != NULL && strcmp(day, from) < 0) ||
           (to != NULL && strcmp(day, to) > 0);
}

static void count_notices(const fzzf_record *publicity, struct counted *counted,
                          fzzf_diags *diags)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(publicity, PUBLICITY_NOTICES);
    const char *from = fzzf__record_value(publicity, PUBLICITY_FROM);
    const char *to = fzzf__record_value(publicity, PUBLICITY_TO);

    for (size_t i = 0; i < list->count; i++) {
        const struct fzzf_record *notice = list->items[i];
        const char *id = fzzf__record_value(notice, NOTICE_ID);
        const char *day = fzzf__record_value(notice, NOTICE_DATE);
        const char *href = fzzf__record_value(notice, NOTICE_HREF);

        if (is_outside(day, from, to)) {
            counted->outside++;
            (void)fzzf__report(diags, FZZF_OK, FZZF__F_NOTICE_OUTSIDE,
                               &notice->place, id, day, or_open(from),
                               or_open(to), NULL);
        }
        if (href == NULL || *href == '\0') {
            counted->unlinked++;
            (void)fzzf__report(diags, FZZF_OK, FZZF__F_NOTICE_UNLINKED,
                               &notice->place, id, NULL);
        }
    }
}

static fzzf_status count_asked(fzzf__arena *arena, const fzzf_record *publicity,
                               struct counted *counted, fzzf_diags *diags)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(publicity, PUBLICITY_TALLIES);

    counted->asked = counted->aware = FZZF__ZERO;
    for (size_t i = 0; i < list->count; i++) {
        const struct fzzf_record *tally = list->items[i];
        const fzzf__num asked = fzzf__record_number(arena, tally, ASKED_ASKED);
        const fzzf__num aware = fzzf__record_number(arena, tally, ASKED_AWARE);

        counted->asked = fzzf__num_add(arena, counted->asked, asked);
        counted->aware = fzzf__num_add(arena, counted->aware, aware);
    }
    if (fzzf__num_sign(counted->asked) == 0)
        (void)fzzf__report(diags, FZZF_OK, FZZF__F_NOBODY_ASKED,
                           &publicity->place,
                           fzzf__record_value(publicity, PUBLICITY_ID), NULL);
    return arena->spoiled;
}

static void put_row(fzzf_record *report, const fzzf_record *publicity,
                    const struct counted *counted)
{
    struct fzzf_record *to =
        fzzf__record_append(report, SATISFACTION_AWARENESS);

    if (to == NULL)
        return;
    fzzf__record_put(to, AWARENESS_PUBLICITY,
                     fzzf__record_value(publicity, PUBLICITY_ID));
    fzzf__record_put(to, AWARENESS_UNIT,
                     fzzf__record_value(publicity, PUBLICITY_UNIT));
    fzzf__put_size(to, AWARENESS_NOTICES,
                   fzzf__record_list(publicity, PUBLICITY_NOTICES)->count);
    fzzf__put_size(to, AWARENESS_OUTSIDE, counted->outside);
    fzzf__put_size(to, AWARENESS_UNLINKED, counted->unlinked);
    fzzf__put_num(to, AWARENESS_ASKED, counted->asked);
    fzzf__put_num(to, AWARENESS_AWARE, counted->aware);
    if (fzzf__num_sign(counted->asked) > 0)
        fzzf__put_num(to, AWARENESS_RATE,
                      fzzf__num_div(&report->document->arena, counted->aware,
                                    counted->asked));
}

fzzf_status fzzf_publicity_count(fzzf_record *report,
                                 const fzzf_record *publicity,
                                 fzzf_diags *diags)
{
    struct counted counted = {0};
    fzzf__arena arena;
    fzzf_status status;
    size_t count;

    if (report == NULL || report->kind != &fzzf__kind_satisfaction ||
        publicity == NULL || publicity->kind != &fzzf__kind_publicity)
        return FZZF_E_ARGUMENT;
    count = fzzf__record_list(report, SATISFACTION_AWARENESS)->count;
    status = fzzf_record_check(publicity, diags);
    if (status == FZZF_OK)
        status = fzzf__satisfaction_new(report, SATISFACTION_AWARENESS,
                                        publicity, diags);
    if (status != FZZF_OK)
        return status;
    fzzf__arena_init(&arena);
    status = count_asked(&arena, publicity, &counted, diags);
    if (status == FZZF_OK) {
        count_notices(publicity, &counted, diags);
        put_row(report, publicity, &counted);
    }
    fzzf__arena_free(&arena);
    return fzzf__satisfaction_settle(report, SATISFACTION_AWARENESS, count,
                                     status);
}
