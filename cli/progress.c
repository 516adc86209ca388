/* SPDX-License-Identifier: Apache-2.0 */
/* A line on the terminal that says how far long work has come. */
#include "progress.h"

#include <stdio.h>
#include <unistd.h>

#define FIRST_AFTER_MS 1000
#define EVERY_MS       200

static long milliseconds(const struct timespec *from, const struct timespec *to)
{
    return (long)(to->tv_sec - from->tv_sec) * 1000 +
           (to->tv_nsec - from->tv_nsec) / 1000000;
}

void progress_begin(struct progress *progress, fzzf_language language)
{
    progress->terminal = isatty(STDERR_FILENO) == 1 &&
                         clock_gettime(CLOCK_MONOTONIC, &progress->began) == 0;
    progress->shown = progress->began;
    progress->language = language;
}

void progress_tell(struct progress *progress, size_t count)
{
    struct timespec now;

    if (!progress->terminal || clock_gettime(CLOCK_MONOTONIC, &now) != 0)
        return;
    if (milliseconds(&progress->began, &now) < FIRST_AFTER_MS ||
        (progress->visible && milliseconds(&progress->shown, &now) < EVERY_MS))
        return;
    if (progress->language == FZZF_CHINESE)
        (void)fprintf(stderr, "\r已处理 %zu 份申报…", count);
    else
        (void)fprintf(stderr, "\r%zu declarations done…", count);
    (void)fflush(stderr);
    progress->shown = now;
    progress->visible = true;
}

void progress_clear(struct progress *progress)
{
    if (!progress->visible)
        return;
    (void)fprintf(stderr, "\r%60s\r", "");
    (void)fflush(stderr);
    progress->visible = false;
}
