/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_MODEL_CONCEAL_H
#define LIB_MODEL_CONCEAL_H

/*
 * What people say to prove who they are stays in the file where they entered
 * it: no record keeps the text of a field "identity". Identity numbers in other
 * texts are kept, warned of, and masked by whatever writes them
 * (fzzf_identity_mask()).
 */

#include "model/record.h"

/* What is kept in a field that takes an identity. */
#define FZZF__RECORDED "recorded"

/* Reports finding @number for every identity number in @text, which @what
 * names; returns how many there are. */
size_t fzzf__tell_identities(const fzzf__place *place, int number,
                             const char *what, const char *text,
                             fzzf_diags *diags);

/*
 * What @record may keep of @text as @field: the text itself, with a warning for
 * each number in it; or that it is recorded. NULL: it is an id, and a number is
 * none (a finding tells).
 */
const char *fzzf__conceal_field(struct fzzf_record *record, size_t field,
                                const char *text, fzzf_diags *diags);
/* Takes the identity out of the other texts of @record that repeat it. When
 * memory runs out the arena is spoiled. */
void fzzf__conceal_repeats(struct fzzf_record *record);

#endif
