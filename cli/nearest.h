/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_NEAREST_H
#define CLI_NEAREST_H

/* Finding the word that was probably meant. */

#include <stddef.h>

struct nearest {
    const char *wanted;
    const char *best; /* NULL: nothing is near */
    size_t distance;
};

/* Weighs one more word. */
void nearest_try(struct nearest *nearest, const char *word);
/* Weighs every word of "one|two|three"; the best is copied to @buffer. */
void nearest_of(struct nearest *nearest, const char *words, char *buffer,
                size_t size);

#endif
