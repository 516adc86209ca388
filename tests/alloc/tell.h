/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TESTS_ALLOC_TELL_H
#define TESTS_ALLOC_TELL_H

/*
 * All that can be seen of an object, as a text. Every getter is asked while
 * each allocation fails: none needs memory.
 */

#include "alloc/fault.h"

void tell_system(struct note *note, const fzzf_system *system);
void tell_contract(struct note *note, const fzzf_contract *contract);
void tell_tailoring(struct note *note, const fzzf_tailoring *tailoring);
void tell_declaration(struct note *note, const fzzf_declaration *declaration);
void tell_manifest(struct note *note, const fzzf_manifest *manifest);
void tell_receipt(struct note *note, const fzzf_receipt *receipt);
void tell_record(struct note *note, const fzzf_record *record);
void tell_number(struct note *note, const fzzf_number *number);
void tell_plan(struct note *note, const fzzf_plan *plan);
void tell_cohort(struct note *note, const fzzf_cohort *cohort);
void tell_result(struct note *note, const fzzf_result *result);
void tell_gaps(struct note *note, const fzzf_gaps *gaps);
void tell_recomputation(struct note *note,
                        const fzzf_recomputation *recomputation);

/* What belongs to no object: names, operators, the version. */
void tell_constants(struct note *note);

#endif
