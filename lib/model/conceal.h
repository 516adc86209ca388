/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_MODEL_CONCEAL_H
#define LIB_MODEL_CONCEAL_H

/*
 * Resident identity numbers stay in the file where people entered them: no
 * record keeps one, so nothing that is made of records can hold one.
 */

#include "model/record.h"

/* @text with every number in it masked, in @arena; itself when it has none, or
 * NULL when there is no memory (arena spoiled). */
const char *fzzf__masked(fzzf__arena *arena, const char *text);

/* What is kept in a field that takes an identity. */
#define FZZF__RECORDED "recorded"

/*
 * What @record may keep of @text as @field: the text itself; a copy in its
 * arena with each number masked, of which a warning tells; or that it is
 * recorded. NULL: it is an id, and a number is none (a finding tells), or there
 * is no memory (arena spoiled).
 */
const char *fzzf__conceal_field(struct fzzf_record *record, size_t field,
                                const char *text, fzzf_diags *diags);
/* The same for any other text, which @what names in the warning. */
const char *fzzf__conceal_text(fzzf__arena *arena, const fzzf__place *place,
                               const char *what, const char *text,
                               fzzf_diags *diags);

#endif
