/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_RULE_PROGRAM_H
#define LIB_RULE_PROGRAM_H

/*
 * The flat program that rules compile to: operators in an order in which each
 * comes after its arguments, and the observations they read.
 */

#include "base/diag.h"
#include "fzzf/rule.h"
#include "model/system.h"
#include "rule/value.h"

/* After so many faults the nearest name is no longer searched: a hostile system
 * must not make the search the work of hours. */
#define FZZF__NEAREST_MAX 200
/* How many times nodes may read nodes in one system. */
#define FZZF__EDGES_MAX 20000000

#define FZZF__NO_OP   ((size_t)-1)
#define FZZF__NO_NODE ((size_t)-1)
#define FZZF__NO_SLOT ((uint32_t)-1)

/* What a parameter of an operator was given. */
struct fzzf__arg {
    size_t op; /* a formula's operator, or FZZF__NO_OP */
    bool given;
    int choice;       /* of a choice: its index */
    const char *text; /* names, words, dates */
    const fzzf__num *series;
    const size_t *observed; /* inputs */
    size_t count;           /* of series or observed */
    long date;
    size_t whole;
};

/* What every run looks at comes first, in 64 bytes: a line of a cache. */
struct fzzf__op {
    const struct fzzf_operator *kind;
    enum fzzf__type type;
    /* Set by the plan's end: which of the first arguments were given, bit by
     * bit; whether the value is the same for every unit, and so run once; where
     * it is, and where those of its arguments and then its parts (or NO_SLOT);
     * the operators that are run next and after that. */
    uint16_t given;
    bool steady;
    uint32_t slot, next;
    const uint32_t *slots;
    size_t arg_count, part_count;
    size_t node;   /* whose rule it belongs to */
    size_t target; /* of a leaf: input, parameter, node, option or column */

    uint32_t later;
    struct fzzf__arg *args; /* parameters, then further arguments */
    size_t *parts;          /* operators of the elements inside */
    unsigned stage;      /* how many rounds of the cohort come before; set when
                            the plan orders the nodes */
    fzzf__num number;    /* a literal, or what it is for every unit */
    const char *text;    /* a literal text; the source of a cohort figure */
    size_t option;       /* of a causes or survey input; or NO_NAME */
    const size_t *nodes; /* tagged nodes */
    size_t node_count;
    const void *prepared; /* what check() worked out for run(); or NULL */
    const char *label;    /* or NULL */
    size_t index;         /* in the program */
    fzzf__place place;
};

/* An observation that some rule reads. */
struct fzzf__input_use {
    size_t node;
    const struct fzzf__observe *observe;
    size_t period; /* index of the observation's periods, or NO_NAME */
    int assessor;  /* fzzf_assessor, or -1: the one who decides */
    size_t next;   /* of the same observation, or NO_NAME */
};

/* The rule of node @reader needs the outcome of node @read. */
struct fzzf__edge {
    size_t reader, read;
};

struct fzzf__program {
    const struct fzzf_system *system;
    fzzf__arena *arena; /* the plan's */
    fzzf_diags *diags;
    size_t faults;

    struct fzzf__op *ops;
    size_t count, capacity;
    size_t slot_count; /* how many of their values are kept at a time */
    struct fzzf__input_use *inputs;
    size_t input_count, input_capacity;
    size_t *columns; /* operators that are cohort figures */
    size_t column_count, column_capacity;
    struct fzzf__edge *edges; /* which node reads which */
    size_t edge_count, edge_capacity;

    /* While compiling */
    size_t node; /* whose rule */
    bool after;  /* score and rate are known: met, veto, grading, require */
    bool contract_met; /* the contract's own criterion: names are built in */
    unsigned depth;
    fzzf__place place;
};

/* Reports a fault at @place (or program->place when NULL). */
void fzzf__fault(struct fzzf__program *program, const fzzf__place *place,
                 int number, const char *a, const char *b);

/* A new operator; FZZF__NO_OP when memory ran out (a fault then). */
size_t fzzf__program_add(struct fzzf__program *program,
                         const struct fzzf__op *op);

/* Notes that the node at hand reads @node. */
void fzzf__program_read(struct fzzf__program *program, size_t node);

/*
 * Compile a formula, or the element of a rule. FZZF__NO_OP when it has faults,
 * all of which are reported. @wanted is a fzzf_param_type: NUMBER, TRUTH, TEXT
 * or ANY.
 */
size_t fzzf__compile_formula(struct fzzf__program *program, const char *text,
                             fzzf_param_type wanted, const fzzf__place *place);
size_t fzzf__compile_element(struct fzzf__program *program,
                             const struct fzzf__element *element,
                             fzzf_param_type wanted);

/* The input for an observation of a node; FZZF__NO_OP after a fault. */
size_t fzzf__program_input(struct fzzf__program *program, size_t node,
                           const struct fzzf__observe *observe, size_t period,
                           int assessor);

/* Parses "honours [3.1].honours" from @text; after a fault there are none. */
void fzzf__compile_observed(struct fzzf__program *program, const char *text,
                            struct fzzf__arg *arg);

/* True when it is calculated from literals and parameters alone. */
bool fzzf__fixed(const struct fzzf__program *program, size_t op);

/* What @kind makes of @a and @b; false: it is no arithmetic, or a division by
 * zero. */
bool fzzf__calculate(fzzf__arena *arena, const struct fzzf_operator *kind,
                     fzzf__num a, fzzf__num b, fzzf__num *out);

/* The number of a parameter; false: it differs by group or is unpublished. */
bool fzzf__known_parameter(const struct fzzf__program *program, size_t index,
                           fzzf__num *out);

/* True when the operator's number is known now: fixed, and no parameter in it
 * differs by group or is unpublished. */
bool fzzf__constant(const struct fzzf__program *program, size_t op,
                    fzzf__num *out);

void fzzf__program_free(struct fzzf__program *program);

#endif
