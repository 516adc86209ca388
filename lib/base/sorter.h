/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_BASE_SORTER_H
#define LIB_BASE_SORTER_H

/*
 * Sorts more than memory should hold: what is added is sorted in runs, which
 * wait in a temporary file (tmpfile()) and are merged when all is there.
 */

#include <stdbool.h>
#include <stddef.h>

#include "fzzf/status.h"

#define FZZF__SORTED_MAX ((size_t)80 * 1024)

struct fzzf__sorter;

/* @room: how many bytes to hold in memory, at least FZZF__SORTED_MAX. NULL: out
 * of memory. */
struct fzzf__sorter *fzzf__sorter_new(size_t room);
void fzzf__sorter_free(struct fzzf__sorter *sorter);

/* Makes room for @count texts of together @size bytes, so that adding them does
 * not fail. FZZF_E_IO, FZZF_E_MEMORY: nothing is lost. */
fzzf_status fzzf__sorter_reserve(struct fzzf__sorter *sorter, size_t count,
                                 size_t size);
/* Adds at most FZZF__SORTED_MAX bytes. FZZF_E_IO: the temporary file cannot be
 * written. Nothing was added on failure. */
fzzf_status fzzf__sorter_add(struct fzzf__sorter *sorter, const void *bytes,
                             size_t length);

/* Takes the next in the order of memcmp(), where a beginning comes before what
 * goes on. False ends the walk. */
typedef bool (*fzzf__sorted_fn)(void *user, const char *bytes, size_t length);

/* Hands out all that was added; may be called again. FZZF_E_CANCELLED: @take
 * ended it. */
fzzf_status fzzf__sorter_walk(struct fzzf__sorter *sorter, fzzf__sorted_fn take,
                              void *user);

#endif
