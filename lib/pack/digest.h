/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_PACK_DIGEST_H
#define LIB_PACK_DIGEST_H

/* SHA-256 and SM3 of bytes in memory. */

#include <stdbool.h>
#include <stddef.h>

#define FZZF__DIGEST_TEXT 65

struct fzzf__digests {
    char sha256[FZZF__DIGEST_TEXT]; /* small hexadecimal digits */
    char sm3[FZZF__DIGEST_TEXT];
};

/* False: OpenSSL has not the algorithms, or no memory. */
bool fzzf__digest(struct fzzf__digests *digests, const void *bytes,
                  size_t length);

#endif
