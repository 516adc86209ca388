/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_EVAL_FIGURES_H
#define LIB_EVAL_FIGURES_H

/* Figures of a cohort: ranks, extremes, means of a column of values. */

#include "rule/run.h"

/*
 * Computes the figure that operator @op asks for over the @count units whose
 * values are values[members[0]] and so on, and writes each of these units' own
 * to out[member]. @dense: places after a tie are not skipped.
 */
void fzzf__figures_compute(fzzf__arena *arena, const struct fzzf__op *op,
                           bool dense, const struct fzzf__value *values,
                           const size_t *members, size_t count,
                           struct fzzf__figure_value *out);

/* A figure that is the root of @square >= 0: the number itself, or drawn round
 * it with the square kept beside it. */
void fzzf__figure_root(fzzf__arena *arena, fzzf__num square,
                       struct fzzf__value *out);

/*
 * The places of the members by value, the greatest first (or the least):
 * intervals where values are intervals. Members without a value get none.
 */
void fzzf__places_compute(fzzf__arena *arena, bool dense, bool low_first,
                          const struct fzzf__value *values,
                          const size_t *members, size_t count,
                          struct fzzf__figure_value *out);

#endif
