/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_PACK_PACKAGE_H
#define LIB_PACK_PACKAGE_H

/* A package in memory. */

#include "pack/bytes.h"
#include "pack/signature.h"
#include "pack/structure.h"

#define FZZF__MIMETYPE      "application/vnd.fzzf+zip"
#define FZZF__MANIFEST_NAME "META-INF/manifest.xml"
#define FZZF__SIGNATURES    "META-INF/signatures/"
#define FZZF__SUFFIX        ".sig"
#define FZZF__NESTED_MAX    8

struct fzzf__signed {
    char *name; /* without folder and suffix */
    struct fzzf__signature_file file;
    fzzf_signature_status status;
    const char *label; /* in the package's arena, or NULL */
};

struct fzzf_package {
    fzzf__arena arena;
    fzzf__text bytes; /* all of it */
    const char *name; /* for findings, or NULL */
    fzzf_package_options limits;
    struct fzzf__container container;
    fzzf__text manifest_bytes;
    fzzf_manifest *manifest;
    struct fzzf__signed *signatures;
    size_t signature_count;
    size_t first; /* member of the manifest's first entry */
    bool trusted; /* a trusted signature is good, and none is bad */
};

/* Takes @bytes, also when it fails. @limits are complete. */
fzzf_status fzzf__package_of(fzzf_package **out, fzzf__text *bytes,
                             const char *name,
                             const fzzf_package_options *limits,
                             fzzf_diags *diags);
/* The options with defaults in place of zeros. */
fzzf_status fzzf__package_limits(fzzf_package_options *limits,
                                 const fzzf_package_options *options);

/* The bytes of entry @index of the manifest, once they were found right.
 * Release @bytes in any case. */
fzzf_status fzzf__package_entry(const fzzf_package *package, size_t index,
                                fzzf__text *bytes, fzzf_diags *diags);

/* True when the name is kept for the package itself, or is within. */
bool fzzf__name_reserved(const char *name);

#endif
