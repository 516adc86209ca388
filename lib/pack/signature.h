/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_PACK_SIGNATURE_H
#define LIB_PACK_SIGNATURE_H

/* The file of a signature: four lines; see doc/package.md. */

#include <stdbool.h>

#include "base/text.h"
#include "fzzf/package.h"

#define FZZF__SIGNATURE_MAX 1024 /* bytes of a signature */
#define FZZF__KEY_TEXT      65

struct fzzf__signature_file {
    fzzf_algorithm algorithm;
    char key[FZZF__KEY_TEXT];
    unsigned char value[FZZF__SIGNATURE_MAX];
    size_t length;
};

/* False for any other form than that which fzzf__signature_write() gives. */
bool fzzf__signature_read(struct fzzf__signature_file *file, const char *bytes,
                          size_t length);
void fzzf__signature_write(const struct fzzf__signature_file *file,
                           fzzf__text *out);

/* 64 small hexadecimal digits. */
bool fzzf__is_key(const char *text);

#endif
