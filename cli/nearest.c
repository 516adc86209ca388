/* SPDX-License-Identifier: Apache-2.0 */
/* Finding the word that was probably meant, by edit distance. */
#include "nearest.h"

#include <string.h>

#define LONGEST 48

static size_t least(size_t a, size_t b, size_t c)
{
    const size_t ab = a < b ? a : b;

    return ab < c ? ab : c;
}

/* How many bytes to insert, drop or replace; LONGEST when a word is long. */
static size_t distance(const char *a, const char *b)
{
    const size_t rows = strlen(a);
    const size_t columns = strlen(b);
    size_t costs[LONGEST + 1];
    size_t i;
    size_t j;

    if (rows > LONGEST || columns > LONGEST)
        return LONGEST;
    for (j = 0; j <= columns; j++)
        costs[j] = j;
    for (i = 1; i <= rows; i++) {
        size_t corner = costs[0];

        costs[0] = i;
        for (j = 1; j <= columns; j++) {
            const size_t above = costs[j];
            const size_t same = a[i - 1] == b[j - 1] ? 0 : 1;

            costs[j] = least(above + 1, costs[j - 1] + 1, corner + same);
            corner = above;
        }
    }
    return costs[columns];
}

void nearest_try(struct nearest *nearest, const char *word)
{
    const size_t found = distance(nearest->wanted, word);
    /* One letter in three may be wrong, at least one, so that "b" is not
     * taken for "a". */
    const size_t allowed = 1 + strlen(nearest->wanted) / 3;

    if (found > allowed || found >= strlen(word))
        return;
    if (nearest->best == NULL || found < nearest->distance) {
        nearest->best = word;
        nearest->distance = found;
    }
}

void nearest_of(struct nearest *nearest, const char *words, char *buffer,
                size_t size)
{
    const char *at = words;

    while (*at != '\0') {
        const size_t length = strcspn(at, "|");
        struct nearest one = {.wanted = nearest->wanted};
        char word[LONGEST + 1] = "";

        if (length <= LONGEST && length < size) {
            memcpy(word, at, length);
            nearest_try(&one, word);
        }
        if (one.best != NULL &&
            (nearest->best == NULL || one.distance < nearest->distance)) {
            memcpy(buffer, word, length + 1);
            nearest->best = buffer;
            nearest->distance = one.distance;
        }
        at += length + (at[length] == '|' ? 1 : 0);
    }
}
