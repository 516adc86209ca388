/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_EVAL_COHORT_H
#define LIB_EVAL_COHORT_H

/*
 * What a cohort keeps of each unit: the values of its columns, its total, and,
 * when rules wait for figures, the inputs and outcomes that they read then.
 */

#include "base/names.h"
#include "base/number.h"
#include "eval/unit.h"

struct fzzf__member_row {
    const char *declaration, *unit, *unit_name, *group;
    fzzf__place origin;                 /* of the declaration */
    struct fzzf__figure_value *columns; /* a value, then (known) its figure */
    struct fzzf__tally tally;           /* of the leaves that need no figure */
    struct fzzf__figure_value total;
    fzzf_score_state state;
    fzzf_answer eligible;
    const char *grade;
    size_t place;
    const fzzf_number *score, *high;
    struct fzzf__kept *kept; /* NULL when no rule waits for figures */
};

struct fzzf_cohort {
    fzzf_plan *plan; /* one reference */
    fzzf__arena arena;
    struct fzzf__unit unit; /* the one being evaluated */
    fzzf__names by_id;
    struct fzzf__member_row *members;
    size_t count, capacity;
    bool closed;
    size_t *keep_nodes, keep_node_count;   /* read by what waits */
    size_t *keep_inputs, keep_input_count; /* likewise */
};

/* Copies into the arena of the cohort: a value without its causes… */
void fzzf__value_keep(fzzf__arena *to, struct fzzf__figure_value *kept,
                      const struct fzzf__value *value);
/* …a figure with its long numbers… */
void fzzf__figure_keep(fzzf__arena *to, struct fzzf__figure_value *kept,
                       const struct fzzf__value *value);
/* …and the numbers of a tally. */
void fzzf__tally_keep(fzzf__arena *to, struct fzzf__tally *tally);

/* Finds what rules read that wait for figures. */
fzzf_status fzzf__keep_prepare(struct fzzf_cohort *cohort);
/* Keeps it of the unit that was just run; brings it back, with @figures. */
void fzzf__keep_unit(struct fzzf_cohort *cohort, struct fzzf__member_row *row);
/* The same of a unit that another cohort of the plan keeps. */
struct fzzf__kept *fzzf__keep_again(struct fzzf_cohort *cohort,
                                    const struct fzzf__kept *other);
void fzzf__restore_unit(struct fzzf_cohort *cohort,
                        const struct fzzf__member_row *row,
                        const struct fzzf__figure_value *figures);

#endif
