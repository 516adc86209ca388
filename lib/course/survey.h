/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_COURSE_SURVEY_H
#define LIB_COURSE_SURVEY_H

/* A survey opened for counting, and the report that it goes into. */

#include "base/names.h"
#include "course/estimate.h"
#include "model/kinds_survey.h"
#include "model/record.h"

struct fzzf__scale {
    const struct fzzf__record_list *answers;
    fzzf__names names; /* to their places */
};

struct fzzf__survey {
    fzzf__arena arena;
    fzzf_diags *diags;
    const struct fzzf_record *record;
    const struct fzzf__record_list *strata, *questions;
    struct fzzf__scale *scales;
    size_t scale_count;
    fzzf__names scale_names, stratum_names, question_names;
    fzzf__num least;
    fzzf__num *stratum_weights, *question_weights;
    fzzf__num stratum_all, question_all;
    struct fzzf__sums *sums; /* by question, then stratum */
};

/* Reads and checks; the status of its findings. End it in either case. */
fzzf_status fzzf__survey_begin(struct fzzf__survey *survey,
                               const struct fzzf_record *record,
                               fzzf_diags *diags);
void fzzf__survey_end(struct fzzf__survey *survey);

/* A value that has the form of a number. */
fzzf__num fzzf__record_number(fzzf__arena *arena,
                              const struct fzzf_record *record, size_t field);

/* Refuses a part of the report that has @id as its first field already. */
fzzf_status fzzf__satisfaction_new(const struct fzzf_record *report,
                                   size_t part,
                                   const struct fzzf_record *record,
                                   fzzf_diags *diags);
/* After parts were appended: takes those from @count on back when @status, or
 * memory, failed. */
fzzf_status fzzf__satisfaction_settle(struct fzzf_record *report, size_t part,
                                      size_t count, fzzf_status status);
/* Puts a number as an exact value. */
void fzzf__put_num(struct fzzf_record *record, size_t field, fzzf__num number);

#endif
