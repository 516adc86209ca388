/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_MODEL_SOURCE_H
#define LIB_MODEL_SOURCE_H

/* Which bytes a document was read from: what a result cites. */

#include <stddef.h>
#include <stdint.h>

#include "base/sha256.h"

struct fzzf__input {
    const char *role; /* system, tailoring, contract, declaration */
    const char *id;   /* of the document */
    const char *name; /* file name without folders, or NULL */
    char sha256[FZZF__SHA256_TEXT]; /* empty: built in memory, not read */
    uint64_t offset; /* of the document in its stream; 0 when it is all of it */
    uint64_t size;   /* in bytes */
    int part;        /* 1 when it is a byte range of a larger stream */
};

struct fzzf__sources {
    struct fzzf__input items[4]; /* a system and what it was tailored by */
    size_t count;
};

#endif
