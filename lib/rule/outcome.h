/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_RULE_OUTCOME_H
#define LIB_RULE_OUTCOME_H

/*
 * Shared by parts that say what comes out ("points", "grade", or a rule
 * inside), such as band and when.
 */

#include "rule/run.h"

/* Whether @word is among @words, separated by spaces, and which one. */
bool fzzf__word_in(const char *words, const char *word, int *index);

/* Exactly one of argument @points, argument @grade (or NO_NAME: none) and a
 * rule inside; sets the operator's type. */
void fzzf__check_outcome(struct fzzf__program *program, struct fzzf__op *op,
                         size_t points, size_t grade);
/* A grade of the system. */
void fzzf__check_grade(struct fzzf__program *program, const char *grade,
                       const fzzf__place *place);
/* All parts give points, or all give grades; sets the operator's type. */
void fzzf__check_same_type(struct fzzf__program *program, struct fzzf__op *op);

/* The value of what comes out. */
void fzzf__give_outcome(struct fzzf__run *run, const struct fzzf__op *op,
                        struct fzzf__value *out, size_t points, size_t grade);

#endif
