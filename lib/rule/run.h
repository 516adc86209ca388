/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_RULE_RUN_H
#define LIB_RULE_RUN_H

/* One unit being evaluated: what operators may look at. */

#include "model/contract.h"
#include "model/declaration.h"
#include "rule/operator.h"

struct fzzf__award {
    size_t level;                /* index of the observation's options */
    const char *issuer, *matter; /* or NULL */
    long date;
    bool dated;
};

/* An observation of the unit, bound to the system. */
struct fzzf__observed {
    struct fzzf__value value; /* of single values */
    fzzf_state state;
    fzzf__num numerator, denominator;
    const fzzf__num *numbers; /* count by option, or marks */
    const struct fzzf__award *awards;
    size_t count;
};

/* What became of a node. */
struct fzzf__outcome {
    fzzf_score_state state;
    struct fzzf__value value; /* with full marks and causes */
    fzzf__num points; /* full marks for this unit, before anything dropped */
    fzzf__num weight;
    bool points_known;
    bool unpublished; /* points: not known because not published */
    bool weight_known;
    bool left_out;                  /* absent by policy, not by level */
    bool zeroed;                    /* scores nothing by policy: not met */
    enum fzzf__treatment treatment; /* when not applicable */
    fzzf_answer met;
    fzzf_answer barred;
    const char *grade;
    bool grade_open;
    struct fzzf__why why;
};

/* An absent observation, or one option of it, taken to be something. */
struct fzzf__pin {
    size_t input, option; /* option NO_NAME: the observation itself */
    struct fzzf__value value;
};

/* A cohort figure for this unit; long numbers once made for all, else NULL. */
struct fzzf__figure_value {
    bool known;
    struct fzzf__value value;
    const struct fzzf_number *low, *high, *square;
};

struct fzzf__run {
    fzzf__arena *arena;
    const struct fzzf__program *program;
    const struct fzzf_system *system;
    const struct fzzf_contract *contract;
    const struct fzzf_declaration *declaration;
    bool explain;     /* build causes */
    int digits;       /* of enclosures */
    bool more_digits; /* set when more would settle something */
    bool last_digits; /* there will be no more */

    struct fzzf__value *values;         /* by slot of operators */
    struct fzzf__observed *inputs;      /* by input */
    struct fzzf__outcome *nodes;        /* by node */
    struct fzzf__value *parameters;     /* by parameter, for this unit */
    struct fzzf__figure_value *figures; /* by column */
    uint32_t *evidence;                 /* by fzzf__evidence_index() */
    const struct fzzf__pin *pins;       /* while pieces are tried */
    size_t pin_count;
};

/* Of all nodes. */
static inline size_t fzzf__evidence_index(size_t node, size_t kind,
                                          size_t submitted)
{
    return node * FZZF__EVIDENCE_COUNTS + fzzf__evidence_count(kind, submitted);
}

/* Gives what is the same for every unit; no unit changes its value. */
void fzzf__run_steady(struct fzzf__run *run);
/* Runs operators [from, to) in order; the steady ones were. */
void fzzf__run_ops(struct fzzf__run *run, size_t from, size_t to);

/* The value of operator @index of the program; it was run last in its node. */
static inline const struct fzzf__value *
fzzf__op_value(const struct fzzf__run *run, size_t index)
{
    return &run->values[run->program->ops[index].slot];
}

/* The value of argument @i, or NULL when it was not given. */
static inline const struct fzzf__value *
fzzf__arg_value(const struct fzzf__run *run, const struct fzzf__op *op,
                size_t i)
{
    return i < op->arg_count && op->slots[i] != FZZF__NO_SLOT
               ? &run->values[op->slots[i]]
               : NULL;
}

/* The value of the element @i inside, or NULL when it had faults. */
static inline const struct fzzf__value *
fzzf__part_value(const struct fzzf__run *run, const struct fzzf__op *op,
                 size_t i)
{
    const uint32_t slot = op->slots[op->arg_count + i];

    return slot == FZZF__NO_SLOT ? NULL : &run->values[slot];
}

/* Whether argument @i, one of the first, was given. */
static inline bool fzzf__is_given(const struct fzzf__op *op, size_t i)
{
    return (op->given >> i & 1) != 0;
}
const struct fzzf__op *fzzf__part_op(const struct fzzf__run *run,
                                     const struct fzzf__op *op, size_t i);

/* The first argument without a value, or NULL when all have one. */
const struct fzzf__value *fzzf__trouble(const struct fzzf__run *run,
                                        const struct fzzf__op *op);

/* Asks for more digits, which may settle *out; after the last it is open. */
void fzzf__unsettled(struct fzzf__run *run, struct fzzf__value *out);

/* Sets *out to a value of the kind named. */
void fzzf__give(struct fzzf__value *out, fzzf__num number);
void fzzf__give_truth(struct fzzf__value *out, bool lo, bool hi);
void fzzf__give_why(struct fzzf__value *out, enum fzzf__condition condition,
                    enum fzzf__why_code code, const char *text);
/* Takes over what @from depends on: open, enclosed, absent. */
void fzzf__depend(struct fzzf__value *out, const struct fzzf__value *from);

/*
 * Makes *out a score of the node: @from, whose own causes (if any) stay,
 * measured against the node's points; without causes one of @code is made, with
 * @first as its first argument.
 */
void fzzf__give_score(struct fzzf__run *run, const struct fzzf__op *op,
                      struct fzzf__value *out, const struct fzzf__value *from,
                      enum fzzf__cause_code code, const fzzf__num *first);

/* Raises to @floor and lowers to @cap (NULL: none), with causes. */
void fzzf__floor(struct fzzf__run *run, struct fzzf__value *score,
                 const struct fzzf__value *floor);
void fzzf__cap(struct fzzf__run *run, struct fzzf__value *score,
               const struct fzzf__value *cap, const char *label);
/* Adds @by, at both ends, with a cause of @code unless it is zero. */
struct fzzf__cause *fzzf__score_add(struct fzzf__run *run,
                                    struct fzzf__value *score,
                                    enum fzzf__cause_code code, fzzf__num low,
                                    fzzf__num high);
/* Rounds both ends; asks for more digits when an enclosure leaves it open. */
void fzzf__score_round(struct fzzf__run *run, struct fzzf__value *score,
                       int places);

/* @a * @b and 1 / @b as intervals, and whether @b can be zero. */
void fzzf__multiply(struct fzzf__run *run, struct fzzf__value *out,
                    const struct fzzf__value *a, const struct fzzf__value *b);
void fzzf__invert(struct fzzf__run *run, struct fzzf__value *out,
                  const struct fzzf__value *b);
bool fzzf__holds_zero(const struct fzzf__value *b);

/* What the observation (or its option) is taken to be, or NULL. */
const struct fzzf__value *fzzf__pinned(const struct fzzf__run *run,
                                       size_t input, size_t option);

/* An interval of the kind of @observe, for when it is absent. */
void fzzf__absent_value(const struct fzzf__observe *observe, fzzf_state state,
                        struct fzzf__value *out);
unsigned char fzzf__absent_bit(fzzf_state state);

/* Whether the unit belongs to @group. */
bool fzzf__in_group(const struct fzzf_declaration *declaration,
                    const char *group);

#endif
