/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TESTS_ALLOC_COUNTED_H
#define TESTS_ALLOC_COUNTED_H

/*
 * The library's own memory.c and arena.c, built once more for this program with
 * a malloc that counts. They take the place of those in the archive.
 */

#include <stddef.h>

/* How many allocations were asked for, and how many blocks are held now. */
extern long counted_asked, counted_held;

/* Lets the allocation with this number (from 1, counted from now) fail and
 * those after it succeed; 0: none. */
void counted_fail_one(long number);
/* Whether that one was asked for since. */
int counted_failed_one(void);

/* Bytes of an arena's first block: with 1, every piece of an arena is an
 * allocation of its own; otherwise as in the library. */
extern size_t counted_block;
#define COUNTED_PIECES ((size_t)1)
#define COUNTED_BLOCKS ((size_t)4096)

#endif
