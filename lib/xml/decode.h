/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_XML_DECODE_H
#define LIB_XML_DECODE_H

/*
 * A document's bytes as UTF-8, whatever encoding they have: GB 18030, UTF-8 or
 * UTF-16, with or without a byte order mark. What its XML declaration says of
 * the encoding is blanked, so that it no longer contradicts the bytes.
 */

#include <iconv.h>
#include <stdbool.h>

#include "base/text.h"
#include "xml/bytes.h"

#define FZZF__DECODE_CHUNK ((size_t)16 * 1024)

struct fzzf__decoder {
    struct fzzf__bytes bytes;
    fzzf_diags *diags;
    iconv_t conversion;
    bool open;            /* conversion is */
    const char *encoding; /* that it is from */
    char in[FZZF__DECODE_CHUNK];
    size_t in_length; /* bytes of in that are not decoded yet */
    bool ended;       /* the source has no more */
    uint64_t offset;  /* of in[0] in the source */
    long line;        /* of it */
    fzzf__text head;  /* decoded, and not given yet from head_given on */
    size_t head_given;
    fzzf_status status;
};

/* @encoding: what the source has when no byte order mark says so; NULL: what it
 * says of itself. Close the decoder in any case. */
fzzf_status fzzf__decode_open(struct fzzf__decoder *decoder,
                              const fzzf_source *source, const char *encoding,
                              fzzf_diags *diags);
/* An fzzf_read_fn; the status tells what failed. */
int64_t fzzf__decode_read(void *decoder, char *buffer, size_t size);
void fzzf__decode_close(struct fzzf__decoder *decoder);

#endif
