/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_COURSE_BARS_H
#define LIB_COURSE_BARS_H

/* What other documents of a batch say against candidates. */

#include "course/reasons.h"
#include "fzzf/result.h"
#include "model/kinds_batch.h"
#include "model/kinds_recommendation.h"

/*
 * Begins a copy of @candidates, about which @document of @kind shall speak;
 * all are of one batch, which @document names. @batch may be NULL.
 * FZZF_E_ARGUMENT when something else is NULL, or is of another kind.
 */
fzzf_status fzzf__bars_begin(struct fzzf_record **copy,
                             const fzzf_record *candidates,
                             const fzzf_record *document,
                             const struct fzzf_kind *kind,
                             const fzzf_record *batch, fzzf_diags *diags);
/* Hands @copy over, or releases it when @status or its arena is bad. */
fzzf_status fzzf__bars_end(fzzf_record **out, struct fzzf_record *copy,
                           fzzf_status status);

/* Bars @candidate (FZZF_NO), or leaves open whether it is eligible. @id is of
 * what in the document says so. */
void fzzf__bar(struct fzzf_record *candidate, const char *id,
               fzzf_answer answer, enum fzzf__reason_code code,
               const struct fzzf__because *arguments, size_t count);

#endif
