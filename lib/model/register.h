/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_MODEL_REGISTER_H
#define LIB_MODEL_REGISTER_H

/* What checking a register and telling how it stands both need. */

#include "base/names.h"
#include "model/kinds_register.h"
#include "model/record.h"

/* A register with its namings and batches by id. */
struct fzzf__register {
    const struct fzzf_record *record;
    fzzf__names namings, batches, revocations; /* to their places */
};

/* False: out of memory. End it in either case. */
bool fzzf__register_begin(struct fzzf__register *opened,
                          const struct fzzf_record *record);
void fzzf__register_end(struct fzzf__register *opened);

/* The record of @part that @names knows as @id; NULL: none. */
const struct fzzf_record *fzzf__registered(const struct fzzf__register *opened,
                                           const fzzf__names *names,
                                           size_t part, const char *id);

#endif
