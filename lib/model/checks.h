/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_MODEL_CHECKS_H
#define LIB_MODEL_CHECKS_H

/*
 * What kinds of documents check beyond forms, counts and keys, which hold by
 * then: that their figures and days do not cross, and that what they name in
 * themselves is there. fzzf_record_check() ends with it, so that checking a
 * document and using it find the same. Every fault is reported; what needs
 * another document is left to who has it.
 */

#include "model/record.h"

fzzf_status fzzf__check_batch(const struct fzzf_record *batch,
                              fzzf_diags *diags);
fzzf_status fzzf__check_exclusions(const struct fzzf_record *exclusions,
                                   fzzf_diags *diags);
fzzf_status fzzf__check_register(const struct fzzf_record *reg,
                                 fzzf_diags *diags);
fzzf_status fzzf__check_workplan(const struct fzzf_record *workplan,
                                 fzzf_diags *diags);
fzzf_status fzzf__check_phase_scores(const struct fzzf_record *scores,
                                     fzzf_diags *diags);
fzzf_status fzzf__check_objections(const struct fzzf_record *objections,
                                   fzzf_diags *diags);
fzzf_status fzzf__check_publicity(const struct fzzf_record *publicity,
                                  fzzf_diags *diags);
fzzf_status fzzf__check_history(const struct fzzf_record *history,
                                fzzf_diags *diags);
fzzf_status fzzf__check_mapping(const struct fzzf_record *mapping,
                                fzzf_diags *diags);

/* A check of one record, and of all that are in part @part of @record. */
typedef fzzf_status (*fzzf__check_one)(const struct fzzf_record *root,
                                       const struct fzzf_record *one,
                                       fzzf_diags *diags);
fzzf_status fzzf__check_all(const struct fzzf_record *root, size_t part,
                            fzzf__check_one check, fzzf_diags *diags);
/* The first fault stays, memory goes before all. */
fzzf_status fzzf__worse(fzzf_status status, fzzf_status other);

/* Neither is absent or unknown, and the later day, month or year is before the
 * earlier, as far as both tell. */
bool fzzf__days_cross(const char *earlier, const char *later);
/* Reports that field @later of @record is before @earlier when it is. */
fzzf_status fzzf__check_days(const struct fzzf_record *record, size_t earlier,
                             size_t later, fzzf_diags *diags);

#endif
