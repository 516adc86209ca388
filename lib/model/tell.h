/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_MODEL_TELL_H
#define LIB_MODEL_TELL_H

/*
 * Making sentences: the memory, the language, and how numbers are shown. Texts
 * returned lie in the arena; they are never NULL, and wrong only when the arena
 * is spoiled, which fzzf__tell_end() sees.
 */

#include <stdbool.h>

#include "base/text.h"
#include "model/result.h"

struct fzzf__tell {
    fzzf__arena arena; /* private: results are read by many threads */
    fzzf__text text;   /* the sentence so far */
    const struct fzzf_result *result;
    fzzf_language language;
};

void fzzf__tell_begin(struct fzzf__tell *tell, const struct fzzf_result *result,
                      fzzf_language language);
/* Hands the sentence over like snprintf() and releases everything. */
size_t fzzf__tell_end(struct fzzf__tell *tell, char *buffer, size_t capacity);

/* The text of the teller's language. */
const char *fzzf__tell_in(const struct fzzf__tell *tell, const char *en,
                          const char *zh);
/* @pattern with {0} to {9} replaced. */
const char *fzzf__tell_filled(struct fzzf__tell *tell, const char *pattern,
                              const char *const *args, size_t count);
/* "3.2.1 Title", or @id when there is no such node. */
const char *fzzf__tell_node(struct fzzf__tell *tell, const char *id);

/*
 * At most the contract's display places, without what adds nothing: "2",
 * "61.5", "29.33". What is not zero is never shown as zero. @sign: "+2".
 */
const char *fzzf__tell_amount(struct fzzf__tell *tell, fzzf__num num,
                              bool sign);
/* "2" or "2 to 5"; ends that differ are shown so. */
const char *fzzf__tell_range(struct fzzf__tell *tell, fzzf__num low,
                             fzzf__num high, bool sign);
/* Never rounded without saying so: "0.9", "44/49 (about 0.90)". */
const char *fzzf__tell_exact(struct fzzf__tell *tell, fzzf__num num);
/*
 * As an amount, with as many places more as it takes for what is shown to lie
 * on the same side of @limit; NULL when no decimals do.
 */
const char *fzzf__tell_beside(struct fzzf__tell *tell, fzzf__num num,
                              fzzf__num limit);

#endif
