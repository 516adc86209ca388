/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_MODEL_CONTRACT_H
#define LIB_MODEL_CONTRACT_H

/* A scoring contract: every choice that published texts leave open. */

#include <stdatomic.h>

#include "base/diag.h"
#include "base/num.h"
#include "fzzf/contract.h"
#include "fzzf/declaration.h"
#include "fzzf/result.h"
#include "model/source.h"
#include "model/system.h"

#define FZZF__UNROUNDED (-1)

enum fzzf__part_step { FZZF__WHOLE, FZZF__STARTED, FZZF__CONTINUOUS };

enum fzzf__policy {
    FZZF__POLICY_UNSAID, /* only in an exception: as for the others */
    FZZF__POLICY_BOUND,
    FZZF__POLICY_LEAVE_OUT,
    FZZF__POLICY_ZERO,
    FZZF__POLICY_REFUSE /* the strictest is the greatest */
};

struct fzzf__policies {
    enum fzzf__policy missing, not_assessed, disputed, no_value;
};

struct fzzf__policy_exception {
    const char *node;
    struct fzzf__policies policies;
    fzzf__place place;
};

struct fzzf_contract {
    atomic_size_t references;
    fzzf__arena arena;
    struct fzzf__input input;

    const char *id;
    const char *title;
    fzzf_rounding rounding;
    int indicator_places, node_places, total_places; /* or FZZF__UNROUNDED */
    int display_places;
    fzzf_assessor assessors[FZZF_ASSESSOR_COUNT]; /* first decides */
    size_t assessor_count;
    enum fzzf__part_step part_step;
    int bonus_first; /* bonus-then-floor */
    struct fzzf__policies absent;
    const struct fzzf__policy_exception *exceptions;
    size_t exception_count;
    enum fzzf__treatment not_applicable;
    int nodes_mean; /* nodes without a rule: mean instead of sum */
    int ties_dense;
    const char *met; /* formula */
    fzzf__place met_place;
    fzzf__num share;
    fzzf_reading reading; /* which decides */
    struct fzzf__extension *extensions;
    fzzf__place place;
};

struct fzzf_contract *fzzf__contract_new(void);
/* @from with one assessor who decides alone, and of no document. It borrows
 * from @from, and must outlive whoever takes references. */
void fzzf__contract_alone(struct fzzf_contract *out,
                          const struct fzzf_contract *from,
                          fzzf_assessor assessor);

#endif
