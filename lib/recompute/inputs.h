/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_RECOMPUTE_INPUTS_H
#define LIB_RECOMPUTE_INPUTS_H

/* Finding the inputs of a result by their digests among files. */

#include "fzzf/diag.h"
#include "model/source.h"

struct fzzf__wanted {
    const struct fzzf__input *input;
    char *path; /* of the file that has it; NULL: not found */
};

/*
 * Searches @paths (files, and folders without following links) for every input
 * that has a digest. FZZF_E_IO when a path cannot be read; what is not found
 * keeps a NULL path.
 */
fzzf_status fzzf__inputs_find(struct fzzf__wanted *wanted, size_t count,
                              const char *const *paths, size_t path_count,
                              fzzf_diags *diags);

#endif
