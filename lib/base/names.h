/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_BASE_NAMES_H
#define LIB_BASE_NAMES_H

/* A table from text to a number of the caller's. Keys are borrowed. */

#include <stddef.h>

typedef struct fzzf__names {
    struct fzzf__name_slot *slots;
    size_t capacity;
    size_t count;
} fzzf__names;

#define FZZF__NO_NAME ((size_t)-1)

/* 1 added, 0 already there (unchanged), -1 out of memory. */
int fzzf__names_add(fzzf__names *names, const char *key, size_t value);
/* Room for @more keys, so that adding them cannot fail. 0: out of memory. */
int fzzf__names_reserve(fzzf__names *names, size_t more);
/* The value of @key, or FZZF__NO_NAME. */
size_t fzzf__names_find(const fzzf__names *names, const char *key);
size_t fzzf__names_findn(const fzzf__names *names, const char *key,
                         size_t length);
void fzzf__names_free(fzzf__names *names);

#endif
