/* SPDX-License-Identifier: Apache-2.0 */
/* Guesses which existing word a misspelt one was meant to be. */

#include "base/text.h"

#include <string.h>

#define LONGEST 64 /* identifiers are no longer */

struct word {
    unsigned letters[LONGEST]; /* the bytes of one UTF-8 character each */
    size_t length;
};

/* False when @text is longer than any identifier. */
static bool spell(struct word *word, const char *text)
{
    word->length = 0;
    for (; *text != '\0'; text++) {
        const unsigned char byte = (unsigned char)*text;

        if ((byte & 0xC0) == 0x80 && word->length > 0) {
            unsigned *last = &word->letters[word->length - 1];

            *last = *last << 8 | byte;
            continue;
        }
        if (word->length == LONGEST)
            return false;
        word->letters[word->length++] = byte;
    }
    return true;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Whether letters @i and @j of both words are the two before, exchanged. */
static bool exchanged(const struct word *a, size_t i, const struct word *b,
                      size_t j)
{
    return i > 0 && j > 0 && a->letters[i] == b->letters[j - 1] &&
           a->letters[i - 1] == b->letters[j];
}

/* Letters added, dropped, replaced, or exchanged with their neighbour. */
static size_t distance(const struct word *a, const struct word *b)
{
    size_t rows[3][LONGEST + 1]; /* row i % 3 is for the first i letters */
    size_t i, j;

    for (j = 0; j <= b->length; j++)
        rows[0][j] = j;
    for (i = 0; i < a->length; i++) {
        const size_t *above = rows[i % 3];
        size_t *row = rows[(i + 1) % 3];

        row[0] = i + 1;
        for (j = 0; j < b->length; j++) {
            row[j + 1] = least(least(row[j], above[j + 1]) + 1,
                               above[j] + (a->letters[i] != b->letters[j]));
            if (exchanged(a, i, b, j))
                row[j + 1] = least(row[j + 1], rows[(i + 2) % 3][j - 1] + 1);
        }
    }
    return rows[a->length % 3][b->length];
}

/* One slip in every three letters is likely; one letter in two can be. */
static size_t tolerance(const struct word *wanted)
{
    return wanted->length < 3 ? wanted->length / 2 : wanted->length / 3;
}

const char *fzzf__nearest(const char *wanted, const char *const *candidates,
                          size_t count)
{
    const char *best = NULL;
    struct word aim, other;
    size_t bound, i;

    if (wanted == NULL || !spell(&aim, wanted))
        return NULL;
    bound = tolerance(&aim) + 1;
    for (i = 0; i < count; i++) {
        size_t away;

        if (candidates[i] == NULL || !spell(&other, candidates[i]))
            continue;
        away = distance(&aim, &other);
        if (away < bound) {
            bound = away;
            best = candidates[i];
        }
    }
    return best;
}
