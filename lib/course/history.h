/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_COURSE_HISTORY_H
#define LIB_COURSE_HISTORY_H

/*
 * The way of declarations through the events of a history. Events of one
 * declaration follow one another by day, then by their order within the day,
 * then by id; so their order in the document means nothing.
 */

#include "model/kinds_history.h"
#include "model/record.h"

/* What a declaration has become by its events. */
struct fzzf__state {
    const struct fzzf_record *last; /* event; NULL: none yet */
    size_t now;                     /* its type, or that which it came to */
    size_t revision;
    size_t level; /* that recommended last, from 1; 0: none */
    const struct fzzf_record *phase; /* the event that passed the last */
    size_t phase_order;
    size_t objections; /* not settled */
};

struct fzzf__ways {
    fzzf__arena arena;
    fzzf_diags *diags;
    const struct fzzf_record *batch;   /* or NULL */
    const struct fzzf_record **events; /* sorted */
    size_t count;
};

/* Of two events, for qsort(). */
int fzzf__event_order(const void *one, const void *other);
/* Sorts the events of @history. */
fzzf_status fzzf__ways_begin(struct fzzf__ways *ways,
                             const struct fzzf_record *history,
                             const struct fzzf_record *batch,
                             fzzf_diags *diags);
void fzzf__ways_free(struct fzzf__ways *ways);
/* Goes the way that begins with event *next, and moves *next behind it. @out is
 * how it stands at the end of @day; NULL: after all. Every fault is told. */
fzzf_status fzzf__ways_go(struct fzzf__ways *ways, size_t *next,
                          const char *day, struct fzzf__state *out);
/* Whether a declaration in that state cannot be a candidate. */
bool fzzf__event_bars(size_t now);
/* "reviewed withdrawn": what may come after @now. NULL: nothing may. */
const char *fzzf__events_after(fzzf__arena *arena, size_t now);

#endif
