/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_PACK_STRUCTURE_H
#define LIB_PACK_STRUCTURE_H

/*
 * The structure of a package's ZIP container, checked on its bytes before
 * anything is inflated. Every byte outside the entries' data has one allowed
 * value or is checked against another; see doc/package.md.
 */

#include <stdint.h>

#include "base/arena.h"
#include "fzzf/package.h"

/* What headers always say. */
#define FZZF__ZIP_MADE_BY    0x0314u     /* Unix, ZIP 2.0 */
#define FZZF__ZIP_NEEDED     20u         /* ZIP 2.0 */
#define FZZF__ZIP_FLAGS      0x0800u     /* names are UTF-8 */
#define FZZF__ZIP_DATE       0x0021u     /* 1980-01-01 */
#define FZZF__ZIP_ATTRIBUTES 0x81A40000u /* a regular file, 0644 */

struct fzzf__member {
    const char *name;
    uint32_t data; /* where its data begin */
    uint32_t packed, size, crc;
    uint16_t method;
};

struct fzzf__container {
    const unsigned char *bytes;
    uint32_t length;
    const char *file; /* for findings */
    const fzzf_package_options *limits;
    struct fzzf__member *members;
    uint32_t count;
};

/* Fills members and count, in @arena. */
fzzf_status fzzf__container_check(struct fzzf__container *container,
                                  fzzf__arena *arena, fzzf_diags *diags);

#endif
