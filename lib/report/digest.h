/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_REPORT_DIGEST_H
#define LIB_REPORT_DIGEST_H

/* The digest of a file. */

#include <stdint.h>

#include "base/sha256.h"
#include "fzzf/status.h"

/* Writes the SHA-256 of the file to @text, of FZZF__SHA256_TEXT bytes, and its
 * size to *size. FZZF_E_IO when it cannot be read. */
fzzf_status fzzf__file_digest(const char *path, char *text, uint64_t *size);

#endif
