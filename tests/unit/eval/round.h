/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TESTS_UNIT_EVAL_ROUND_H
#define TESTS_UNIT_EVAL_ROUND_H

/*
 * A round from documents: a system, a contract and declarations, read from the
 * folders of tests/cases or from texts; and the folders themselves.
 */

#include "base/text.h"
#include "fzzf/fzzf.h"
#include "unit/suites.h"

struct round {
    fzzf_diags *diags;
    fzzf_system *system;
    fzzf_contract *contract;
    fzzf_plan *plan;
    fzzf_declaration **declarations;
    size_t count;
    fzzf_cohort *cohort; /* NULL until round_close */
};

/* Everything below @folder, without a plan. Ends the test when it cannot be. */
void round_read(struct round *round, const char *folder);
/* The same from texts: a system, a contract (NULL: the cases') and what is
 * between <declarations> and its end tag (NULL: nothing). */
void round_make(struct round *round, const char *system, const char *contract,
                const char *declarations);
/* Adds the declarations of a text like that. */
void round_declare(struct round *round, const char *declarations);
/* Makes the plan, which must succeed. */
void round_plan(struct round *round);
/* Adds all declarations to a cohort and closes it. */
void round_close(struct round *round);
/* The result of declaration @index, in the cohort where the plan needs one. */
fzzf_result *round_result(struct round *round, size_t index);
void round_free(struct round *round);

/* The bytes of a result document. */
void result_text(const fzzf_result *result, fzzf__text *text);
/* "8", "3..6", or the state: as expected.csv says it. Borrowed from @buffer. */
const char *node_text(const fzzf_result *result, const char *id, char *buffer,
                      size_t size);

/* Calls @each for every folder of cases (with expected.csv) below tests/cases;
 * returns how many there are. */
size_t each_folder(void (*each)(const char *folder));
/* The same for files of @folder of which the name begins with a digit or a
 * letter and ends so, in the order of their names. */
size_t each_file(const char *folder, const char *ending,
                 void (*each)(const char *path));

/* A file below the sources, whole. */
void load_file(fzzf__text *text, const char *path);
bool file_exists(const char *path);

#endif
