/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_EVAL_PLAN_H
#define LIB_EVAL_PLAN_H

/* A prepared system: the program, the order of nodes, and what each needs. */

#include <stdatomic.h>

#include "fzzf/evaluate.h"
#include "rule/run.h"

/* A stretch of the program. */
struct fzzf__span {
    size_t from, to;
};

struct fzzf__veto_plan {
    const struct fzzf__veto *veto;
    struct fzzf__span span;
    size_t when, value; /* operators; value may be FZZF__NO_OP */
};

struct fzzf__node_plan {
    struct fzzf__span rule; /* what gives the score */
    size_t score;           /* its last operator; NO_OP: no rule */
    size_t first, second;   /* the operators that are run first */
    bool formula;           /* the rule is a bare formula */
    bool sums;              /* a plain sum of its children */
    int by;                 /* how it combines its children; -1: otherwise */
    size_t combine;         /* the operator that does; NO_OP */
    struct fzzf__veto_plan *vetoes;
    size_t veto_count;
    struct fzzf__span grading_span, met_span, require_span; /* in order */
    size_t grading, met; /* operators or NO_OP */
    unsigned stage;      /* of the cohort: when it can be evaluated */
    bool counted;        /* a leaf of the 90 % rule */
    struct fzzf__policies policies;
    enum fzzf__treatment treatment;
};

struct fzzf_plan {
    atomic_size_t references;
    fzzf__arena arena;
    fzzf_system *system;
    fzzf_contract *contract; /* or NULL */
    struct fzzf__program program;
    struct fzzf__node_plan *nodes;
    size_t *order;    /* nodes, each after what it reads; then two zeros */
    size_t *requires; /* operators of the requirements */
    unsigned stages;  /* rounds of the cohort; 0: none is needed */

    /* Observations are numbered by node, observation and period. */
    size_t *slot_base;  /* by node: number of its first slot */
    size_t *slot_input; /* by slot: first input that reads it, or NO_NAME */
    size_t slot_count;
};

/* Slots for the values of operators, and which of them are run. */
void fzzf__plan_slots(struct fzzf_plan *plan);
/* Order, stages and whole-system checks; faults go to the program's list. */
void fzzf__plan_order(struct fzzf_plan *plan);
void fzzf__plan_check(struct fzzf_plan *plan);

/* The slot of a period (0 when it has none) of observation @observe of a node.
 */
size_t fzzf__plan_slot(const struct fzzf_plan *plan, size_t node,
                       const struct fzzf__observe *observe, size_t period);

#endif
