/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_MODEL_CHOICE_H
#define LIB_MODEL_CHOICE_H

/* What might have been meant: candidates for the findings about a wrong name.
 */

#include "base/text.h"
#include "model/words.h"

#define FZZF__CHOICE_MAX 64

struct fzzf__choice {
    const char *items[FZZF__CHOICE_MAX];
    size_t count;
    fzzf__text list;  /* made by fzzf__choice_list() */
    fzzf__text words; /* made by fzzf__choice_add_list() */
};

/* Adds one; a NULL is none. */
void fzzf__choice_add(struct fzzf__choice *choice, const char *item);
/* Adds those of a text with single spaces between. */
void fzzf__choice_add_list(struct fzzf__choice *choice, const char *words);
void fzzf__choice_add_words(struct fzzf__choice *choice,
                            const struct fzzf__words *words);
/* The nearest to @wanted, or NULL. */
const char *fzzf__choice_nearest(const struct fzzf__choice *choice,
                                 const char *wanted);
/* All of them with commas between. */
const char *fzzf__choice_list(struct fzzf__choice *choice);
void fzzf__choice_free(struct fzzf__choice *choice);

#endif
