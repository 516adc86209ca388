/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_MODEL_PAPERS_H
#define LIB_MODEL_PAPERS_H

/* What papers are known by, wherever it stands in a text. */

#include "base/diag.h"

/*
 * Warns of each unified social credit code in @text whose checks do not hold,
 * each document number that is not written as GB/T 9704 has it, or is of a
 * later year than @date (or NULL), and each day that is in no calendar. @what
 * names the text; NULL is none.
 */
void fzzf__look_at_papers(const fzzf__place *place, const char *what,
                          const char *text, const char *date,
                          fzzf_diags *diags);

#endif
