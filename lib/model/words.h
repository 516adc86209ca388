/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_MODEL_WORDS_H
#define LIB_MODEL_WORDS_H

/*
 * The words that documents have for enumerated values: one table for readers,
 * writers and getters. An entry of NULL is a value without a word.
 */

#include <stddef.h>

struct fzzf__words {
    const char *const *items; /* by value */
    size_t count;
};

extern const struct fzzf__words fzzf__applies_words, fzzf__kind_words,
    fzzf__treatment_words, fzzf__effect_words, fzzf__rounding_words,
    fzzf__assessor_words, fzzf__part_step_words, fzzf__policy_words,
    fzzf__type_words, fzzf__unit_level_words, fzzf__state_words,
    fzzf__evidence_words, fzzf__score_state_words, fzzf__answer_words,
    fzzf__reading_words, fzzf__sender_level_words, fzzf__entry_kind_words,
    fzzf__acceptance_words, fzzf__secrecy_words;

/* The word for @value, or NULL. */
const char *fzzf__word(const struct fzzf__words *words, int value);
/* The value whose word is @text, or -1. */
int fzzf__word_find(const struct fzzf__words *words, const char *text);

#endif
