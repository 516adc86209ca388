/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_PACK_BYTES_H
#define LIB_PACK_BYTES_H

/* Bytes in memory: growing, and loaded from a source. */

#include <stdint.h>

#include "base/text.h"
#include "fzzf/xml.h"

/* What a source is called in findings, or NULL. */
const char *fzzf__source_name(const fzzf_source *source);

/*
 * Adds all bytes of @source, at most @limit, to @bytes, which the caller
 * releases in any case.
 */
fzzf_status fzzf__load(fzzf__text *bytes, const fzzf_source *source,
                       uint64_t limit, fzzf_diags *diags);

/* For writers: @user is an fzzf__text. */
int fzzf__collect(void *user, const char *bytes, size_t size);
/* For writers that look only whether all is well. */
int fzzf__discard(void *user, const char *bytes, size_t size);

#endif
