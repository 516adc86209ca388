/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TESTS_UNIT_COURSE_DECIDING_H
#define TESTS_UNIT_COURSE_DECIDING_H

/* Recommendations that are written down and decided. */

#include "unit/course/reading.h"

#define ONE(declaration, unit, score)                                          \
    "<candidate declaration='" declaration "' unit='" unit                     \
    "' name='n-" declaration                                                   \
    "' type='comprehensive' eligible='yes' score='" score "'/>"
#define QUOTA(count, own)                                                      \
    "<quota from='city' type='comprehensive' count='" count "' own='" own "'/" \
    ">"

/* The batch 'b' with the elements between; @both: both-types. */
fzzf_record *read_batch(const char *inside, const char *both);
/* Candidates of the city 510100 on 2026-01-01. */
fzzf_record *read_candidates(const char *inside);
/* Decides and gives the document; takes what it is given. */
fzzf_record *decide(fzzf_record *candidates, fzzf_record *batch,
                    fzzf_record *exclusions);
fzzf_record *candidate(fzzf_record *decided, const char *declaration);
/* @declaration is @chosen, and its last reason reads so. */
void expect(fzzf_record *decided, const char *declaration, const char *chosen,
            const char *code, const char *english);

#endif
