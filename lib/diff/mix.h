/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_DIFF_MIX_H
#define LIB_DIFF_MIX_H

/* Mixtures of two sides: a system with parts of both, and a declaration cut to
 * what a system knows. They borrow from the sides, which must outlive them. */

#include "model/declaration.h"
#include "model/system.h"

/* What may be taken from the second side; bits. */
enum {
    FZZF__MIX_DATA = 1,
    FZZF__MIX_WEIGHT = 2,
    FZZF__MIX_RULE = 4,
    FZZF__MIX_EDITION = 8
};

#define FZZF__MIX_COUNT 16u

/* The system of mixture @bits; NULL: out of memory. */
struct fzzf_system *fzzf__mix_system(const struct fzzf_system *const sides[2],
                                     unsigned bits);
/* @declaration as far as @system knows it; NULL: out of memory. */
struct fzzf_declaration *
fzzf__mix_declaration(const struct fzzf_declaration *declaration,
                      const struct fzzf_system *system);

#endif
