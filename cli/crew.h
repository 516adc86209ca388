/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_CREW_H
#define CLI_CREW_H

/*
 * Threads that read the inputs of a round together. Each takes the next input,
 * reads it and evaluates its units; what is said and kept of it waits until
 * its turn comes, so that all is as if one thread had read input after input.
 */

#include <stdbool.h>
#include <stddef.h>

struct crew;

/* One of the crew at work on an input. */
struct hand {
    struct crew *crew;
    size_t input;
    bool has_turn;
};

/* Works on input @hand->input; @job is the hand's own. */
typedef void (*work_fn)(struct hand *hand, void *job);

/*
 * Calls @work for the inputs 0 to @count - 1, with a thread for each of @jobs,
 * until one of them calls crew_stop(). With fewer threads than asked for, the
 * others do all.
 */
void crew_run(work_fn work, size_t count, void *const *jobs, size_t job_count);

/* Waits until all inputs before this one are done. From then on only this hand
 * runs of those that waited, until its work returns. */
void crew_wait(struct hand *hand);
/* No further input is begun; asked for in one's turn. */
void crew_stop(struct hand *hand);

#endif
