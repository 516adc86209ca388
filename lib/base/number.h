/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_BASE_NUMBER_H
#define LIB_BASE_NUMBER_H

/* The public number: a num that carries its own text. */

#include "base/arena.h"
#include "base/num.h"
#include "fzzf/number.h"

struct fzzf_number {
    fzzf__num num;
    const char *exact;
    fzzf__arena *arena; /* its own; NULL when another object owns it */
};

/* A number in @arena for getters to lend; NULL when the arena is spoiled. */
const fzzf_number *fzzf__number_make(fzzf__arena *arena, fzzf__num num);
/* A copy in another arena. */
const fzzf_number *fzzf__number_copy(fzzf__arena *arena,
                                     const fzzf_number *number);

#endif
