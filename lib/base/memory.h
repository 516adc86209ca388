/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_BASE_MEMORY_H
#define LIB_BASE_MEMORY_H

/* The only place that calls malloc; tests can make the n-th call fail. */

#include <stddef.h>

void *fzzf__malloc(size_t size);
void *fzzf__calloc(size_t count, size_t size);
void *fzzf__realloc(void *block, size_t size);
void fzzf__free(void *block);

/*
 * Grows *items, an array of *capacity elements of @size bytes, so that index
 * @count can be written. Returns 0 when memory ran out; nothing changed then.
 */
int fzzf__grow(void **items, size_t *capacity, size_t count, size_t size);

/*
 * For tests only: lets @allow further allocations of this thread succeed and
 * every one after them fail; a negative number switches the fault off.
 * fzzf__fault_seen() tells whether one was refused since the last call.
 */
void fzzf__fault_after(long allow);
int fzzf__fault_seen(void);

#endif
