/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_EVAL_MAKE_RESULT_H
#define LIB_EVAL_MAKE_RESULT_H

#include "eval/unit.h"
#include "model/result.h"

/* A result of the unit that was run, complete in itself. */
fzzf_status fzzf__result_make(struct fzzf__unit *unit, fzzf_result **out);

/*
 * Evaluates @declaration in full, with the cohort's figures by column (those
 * not known, or NULL for all, leave what needs them not computable).
 */
fzzf_status fzzf__evaluate(fzzf_plan *plan, fzzf_result **out,
                           const struct fzzf_declaration *declaration,
                           const struct fzzf__figure_value *figures,
                           fzzf_diags *diags);

#endif
