/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_XML_BYTES_H
#define LIB_XML_BYTES_H

/* The bytes of a source, chunk by chunk, whatever the source is. */

#include <stdint.h>
#include <stdio.h>

#include "base/diag.h"
#include "fzzf/xml.h"

/* What a read function of the library gives when it failed and said why. */
#define FZZF__READ_TOLD (-2)

struct fzzf__bytes {
    fzzf_source source;
    fzzf_limits limits;
    const char *name; /* for findings, or NULL */
    FILE *file;
    size_t given; /* of source.bytes */
};

/* FZZF_E_ARGUMENT for a wrong source, FZZF_E_IO when it cannot be opened. */
fzzf_status fzzf__bytes_open(struct fzzf__bytes *bytes,
                             const fzzf_source *source, fzzf_diags *diags);
/*
 * Up to @size further bytes: *chunk points at them (in @buffer, or in the
 * caller's memory). Returns how many, 0 at the end, -1 with a finding.
 */
int64_t fzzf__bytes_next(struct fzzf__bytes *bytes, char *buffer, size_t size,
                         const char **chunk, fzzf_diags *diags);
void fzzf__bytes_close(struct fzzf__bytes *bytes);
/* The source's name without folders, or NULL. */
const char *fzzf__bytes_file_name(const struct fzzf__bytes *bytes);

#endif
