/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_PACK_ZIP_H
#define LIB_PACK_ZIP_H

/* Entries out of and into a container, through minizip and zlib. */

#include <stdbool.h>

#include "base/text.h"
#include "pack/structure.h"

/*
 * Adds the bytes of @member to @bytes: exactly its size, with its checksum.
 * False: they are damaged, or bytes->failed.
 */
bool fzzf__zip_read(const struct fzzf__container *container,
                    const struct fzzf__member *member, fzzf__text *bytes);

/* A container that is being written into memory. */
struct fzzf__zip;

/* NULL: out of memory. @out grows; it is whole after fzzf__zip_end(). */
struct fzzf__zip *fzzf__zip_begin(fzzf__text *out);
/* Adds an entry, stored or deflated. */
bool fzzf__zip_add(struct fzzf__zip *zip, const char *name, const char *bytes,
                   size_t length, bool deflate);
/* Adds an entry as it is in @container. */
bool fzzf__zip_copy(struct fzzf__zip *zip,
                    const struct fzzf__container *container,
                    const struct fzzf__member *member);
/* Ends and releases it in any case. False: something failed, or did before. */
bool fzzf__zip_end(struct fzzf__zip *zip);

#endif
