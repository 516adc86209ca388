/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_COURSE_BELONGS_H
#define LIB_COURSE_BELONGS_H

/* Whether documents of a batch belong together, each with its finding. */

#include "model/kinds_batch.h"
#include "model/kinds_recommendation.h"
#include "model/record.h"
#include "model/result.h"

/* @document says that it is of the batch @of; it has to be of @batch. Both may
 * be NULL. */
fzzf_status fzzf__of_batch(const fzzf_record *document, const char *of,
                           const char *batch, fzzf_diags *diags);
/* A declaration (NULL: only its result is there) is of @batch, and was judged
 * by its contract and, as a comprehensive one, by its system; a theme may have
 * a system of its own. */
fzzf_status fzzf__judged_for(const fzzf_record *batch,
                             const fzzf_result *result,
                             const fzzf_declaration *declaration,
                             fzzf_diags *diags);
/* The level of the unit that has @code, counties' for all below a city; NULL:
 * the code does not tell. */
const char *fzzf__level_of(const char *code);
/* A recommendation of a city or a province says of which; the code is of that
 * level, and every candidate is its own or lies below, as far as codes tell. */
fzzf_status fzzf__of_body(const fzzf_record *recommendation, fzzf_diags *diags);
/* @earlier is of a level whose recommendations @recommendation takes. */
fzzf_status fzzf__from_below(const fzzf_record *recommendation,
                             const fzzf_record *earlier, fzzf_diags *diags);

#endif
