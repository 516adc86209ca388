/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_EVAL_UNIT_H
#define LIB_EVAL_UNIT_H

/*
 * One unit being evaluated. The memory is kept from unit to unit; what an
 * evaluation makes lies in its arena and goes with the next.
 */

#include "eval/plan.h"

/* What the counted leaves come to, for the four readings. */
struct fzzf__tally {
    size_t all, left_out;     /* indicators */
    size_t met_low, met_high; /* indicators */
    fzzf__num points_all, points_left_out;
    fzzf__num scored_low, scored_high;
    bool points_known; /* of what is not left out */
    bool all_known;    /* of what is left out too */
};

struct fzzf__reading_value {
    bool known; /* numerator and denominator have values */
    fzzf__num low, high, of;
    size_t left_out;
    fzzf_answer passes;
};

/* A node's score as the deciding assessor put it. */
struct fzzf__overridden {
    bool given;
    fzzf__num value;
    const struct fzzf__override *from; /* NULL: only numbers were kept */
};

struct fzzf__unit {
    fzzf_plan *plan;
    fzzf__arena arena; /* of one evaluation */
    struct fzzf__run run;
    unsigned from_stage; /* nodes of earlier stages are not evaluated again */
    fzzf_answer barred_before; /* by vetoes of such nodes */

    /* Filled by binding, by node or slot. */
    bool *not_applicable;
    const char **na_reason;
    unsigned char *said_by;         /* by node: rank of the assessor, 0 best */
    unsigned char *input_by;        /* by input: likewise, or untouched */
    unsigned char *seen;            /* by slot: a bit for each assessor */
    bool *belongs;                  /* by node: to a unit of this level */
    struct fzzf__observed *missing; /* by input: as before anything is bound */
    struct fzzf__overridden *overridden; /* by node */
    unsigned char *overridden_by;        /* by node: likewise */
};

fzzf_status fzzf__unit_init(struct fzzf__unit *unit, fzzf_plan *plan);
void fzzf__unit_free(struct fzzf__unit *unit);

/* Binds @declaration to the plan; what does not fit is reported. */
fzzf_status fzzf__unit_bind(struct fzzf__unit *unit,
                            const struct fzzf_declaration *declaration,
                            fzzf_diags *diags);

/* The parameters' values for the unit's groups. */
void fzzf__unit_parameters(struct fzzf__unit *unit);

/* Evaluates every node (from the unit's stage on), with more digits as long as
 * they are asked for. */
fzzf_status fzzf__unit_run(struct fzzf__unit *unit);

/* The points of a node for the unit's groups. */
const struct fzzf__amount *fzzf__unit_points(const struct fzzf__unit *unit,
                                             size_t n);

/* override.c: puts the deciding assessor's score in place of what the rule
 * gave. */
void fzzf__override_run(struct fzzf__unit *unit, size_t n);

/* One node; its inputs and the nodes that it reads are ready. */
void fzzf__node_run(struct fzzf__unit *unit, size_t n);
/* Its vetoes, then its grade. */
void fzzf__vetoes_run(struct fzzf__unit *unit, size_t n);
/* What a truth says; what has no value or does not apply does not hold. */
fzzf_answer fzzf__truth_answer(const struct fzzf__value *truth);
/* The rule of a node over all pieces of what is absent. */
void fzzf__pieces_run(struct fzzf__run *run, const struct fzzf__node_plan *node,
                      struct fzzf__value *out);

/* Reads one observation's value as its kind has it; false: it does not fit. */
bool fzzf__bind_value(fzzf__arena *arena, const struct fzzf__observe *observe,
                      const struct fzzf__observation *given,
                      struct fzzf__observed *out, const char **entry);

/* Adds the counted leaves of stage @stage or later (all: 0) to @tally. */
void fzzf__tally_add(const struct fzzf__unit *unit, unsigned from, unsigned to,
                     struct fzzf__tally *tally);
void fzzf__tally_read(const struct fzzf__unit *unit,
                      const struct fzzf__tally *tally,
                      struct fzzf__reading_value *readings);
/* Whether requirement @i of the system holds. */
fzzf_answer fzzf__require_answer(const struct fzzf__unit *unit, size_t i);
/* Whether the threshold decides: no percentage is asked of a single item. */
bool fzzf__has_threshold(const struct fzzf__unit *unit);
/* The verdict from the deciding reading, the requirements and the vetoes. */
fzzf_answer fzzf__unit_eligible(const struct fzzf__unit *unit,
                                const struct fzzf__reading_value *readings);

#endif
