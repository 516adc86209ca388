/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_RULE_ROOT_H
#define LIB_RULE_ROOT_H

#include "rule/run.h"

/* The @k-th root (k >= 1) of @a into *out, enclosed by the run's digits. */
void fzzf__give_root(struct fzzf__run *run, const struct fzzf__op *op,
                     const struct fzzf__value *a, int k,
                     struct fzzf__value *out);

#endif
