/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

/* A line on the terminal that says how far long work has come. */

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

#include <fzzf/diag.h>

struct progress {
    struct timespec began;
    struct timespec shown;
    fzzf_language language;
    bool terminal; /* standard error is one */
    bool visible;
};

void progress_begin(struct progress *progress, fzzf_language language);
/* @count units are done; shown after a second, at most five times a second. */
void progress_tell(struct progress *progress, size_t count);
/* Erases the line; before anything else is written. */
void progress_clear(struct progress *progress);

#endif
