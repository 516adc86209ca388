/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_MODEL_MANIFEST_H
#define LIB_MODEL_MANIFEST_H

/* Manifests and receipts: what passes between levels, as data. */

#include <stdatomic.h>
#include <stdbool.h>

#include "base/arena.h"
#include "fzzf/manifest.h"
#include "fzzf/receipt.h"
#include "model/system.h"

struct fzzf_manifest {
    atomic_size_t references;
    fzzf__arena arena;
    fzzf_dispatch dispatch;
    fzzf_entry *entries; /* room for the next power of two */
    size_t count;
    struct fzzf__extension *extensions;
};

struct fzzf_receipt {
    atomic_size_t references;
    fzzf__arena arena;
    fzzf_acknowledgement says;
    fzzf_diags *findings;
    struct fzzf__extension *extensions;
};

struct fzzf_manifest *fzzf__manifest_new(void);
struct fzzf_receipt *fzzf__receipt_new(void);

/* One more entry, zeroed; NULL: the arena is spoiled. */
fzzf_entry *fzzf__manifest_push(struct fzzf_manifest *manifest);

/* 64 small hexadecimal digits. */
bool fzzf__is_digest(const char *text);
/* A media type without parameters, in small letters: "application/pdf". */
bool fzzf__is_media(const char *text);
/* 1 to 999,999,999. */
bool fzzf__is_sequence(uint32_t sequence);

#endif
