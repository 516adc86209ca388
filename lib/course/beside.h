/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_COURSE_BESIDE_H
#define LIB_COURSE_BESIDE_H

/* Whether one unit may have a place of both types. */

#include "course/reasons.h"
#include "fzzf/result.h"

struct fzzf__against {
    fzzf_answer answer; /* FZZF_NO, or FZZF_UNDETERMINED */
    enum fzzf__reason_code code;
};

/* What a place of another type says against a unit; @open: it may get that
 * place. False: the batch lets it have both. */
bool fzzf__both_types(const struct fzzf_record *batch, bool open,
                      struct fzzf__against *out);

#endif
