/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_COURSE_TASKS_H
#define LIB_COURSE_TASKS_H

/*
 * The tasks of a workplan as they stand on a day. What is dated after the day
 * has not happened yet; days are compared as texts, whose order is theirs.
 */

#include "base/num.h"
#include "course/indicators.h"
#include "course/reasons.h"
#include "model/kinds_tasks.h"
#include "model/result.h"

/* What was counted for a body, or for all. */
struct fzzf__tally {
    size_t tasks, led, done, overdue, unclaimed;
    size_t rectifications, unrectified;
    /* Of indicators: */
    size_t unpublished, shortfalls, unscored;
    fzzf__num points, lost, most;
};

struct fzzf__office {
    const struct fzzf_record *body;
    struct fzzf_record *sheet;
    struct fzzf__tally tally;
};

/* Who leads an indicator: the first who does, and how many do. */
struct fzzf__lead {
    const char *body; /* or NULL */
    size_t count;
};

struct fzzf__working {
    fzzf__arena arena;
    fzzf_diags *diags;
    const struct fzzf_record *plan;
    const struct fzzf_system *system;
    const struct fzzf_result *result; /* or NULL */
    fzzf_unit_level level;
    struct fzzf_record *made;
    const char *day;
    fzzf__names bodies; /* id to number */
    struct fzzf__office *offices;
    struct fzzf__lead *leads; /* by node */
    size_t indicators, unled, contested;
    struct fzzf__tally whole, without; /* of all; of what nobody leads */
};

/* Whether the day that @field of @record says has come. */
bool fzzf__has_come(const struct fzzf__working *working,
                    const struct fzzf_record *record, size_t field);
/* Whether it is past. */
bool fzzf__is_past(const struct fzzf__working *working,
                   const struct fzzf_record *record, size_t field);
enum fzzf__task_state fzzf__task_state(const struct fzzf__working *working,
                                       const struct fzzf_record *task);
enum fzzf__correction_state
fzzf__correction_state(const struct fzzf__working *working,
                       const struct fzzf_record *rectification);
/* The body that @field of @record names. */
struct fzzf__office *fzzf__office_of(struct fzzf__working *working,
                                     const struct fzzf_record *record,
                                     size_t field);

/* workplan.c: whether what the workplan names exists; who leads what. */
fzzf_status fzzf__workplan_check(struct fzzf__working *working);
/* sheets.c: a sheet for each body, and the totals. */
void fzzf__sheets(struct fzzf__working *working);
/* duties.c: what someone has to answer for. */
void fzzf__duties(struct fzzf__working *working);

#endif
