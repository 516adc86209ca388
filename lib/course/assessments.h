/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_COURSE_ASSESSMENTS_H
#define LIB_COURSE_ASSESSMENTS_H

/*
 * A declaration evaluated once for each side: as the contract lets assessors
 * decide, and as if each assessor were the only one. A side takes part where it
 * has an entry.
 */

#include "base/num.h"
#include "fzzf/evaluate.h"
#include "model/contract.h"
#include "model/declaration.h"
#include "model/kinds_assessments.h"
#include "model/record.h"

struct fzzf__side {
    struct fzzf_contract alone; /* not of the contract's own */
    fzzf_plan *plan;            /* NULL: nobody is evaluated so */
    fzzf_cohort *cohort;        /* of those whom it assessed; NULL: no need */
};

/* Self-assessment minus what was decided. */
struct fzzf__inflated {
    size_t over, under, equal, open, left_out;
    fzzf__num low, high; /* sums */
};

/* How often two assessors said what: [one met][other met]. */
struct fzzf__agreed {
    size_t counts[2][2], left_out;
};

struct fzzf__assessing {
    fzzf__arena arena;
    fzzf_diags *diags;
    fzzf_plan *plan;
    const struct fzzf_system *system;
    const struct fzzf_contract *contract;
    fzzf_declaration *const *declarations;
    size_t count;
    struct fzzf__side sides[FZZF__SIDES];
    struct fzzf_record *made;
    struct fzzf__inflated *inflated; /* by node */
    struct fzzf__agreed agreed[FZZF_ASSESSOR_COUNT][FZZF_ASSESSOR_COUNT];
    size_t differing, open;
    /* Of the declaration in hand: */
    const fzzf_declaration *declaration;
    fzzf_result *results[FZZF__SIDES]; /* NULL: has no entry */
    unsigned char *entries;            /* by node: a bit for each assessor */
};

static inline bool fzzf__has_entry(const struct fzzf__assessing *assessing,
                                   size_t node, size_t assessor)
{
    return (assessing->entries[node] >> assessor & 1) != 0;
}

/* Whether an assessor who decides before the unit itself has an entry. */
bool fzzf__is_reviewed(const struct fzzf__assessing *assessing, size_t node);
/* Puts low at @field, and high behind it when it differs. */
void fzzf__put_ends(struct fzzf_record *record, size_t field, fzzf__num low,
                    fzzf__num high);

/* sides.c: the rows of the declaration in hand. */
void fzzf__sides_put(struct fzzf__assessing *assessing);

/* agreement.c: what is counted over declarations. */
void fzzf__agreement_count(struct fzzf__assessing *assessing, size_t node);
void fzzf__agreement_put(struct fzzf__assessing *assessing);

#endif
