/* SPDX-License-Identifier: Apache-2.0 */
/* Exact numbers: written as text. */

#include "base/num_inner.h"

#include <string.h>

#define MOST_PLACES 30

/* 128 bits have 39 digits; a sign and the end. */
#define WIDE_TEXT 42

/* Writes backwards from the end of @buffer; returns where the text begins. */
static const char *wide_text(char *buffer, fzzf__wide value)
{
    fzzf__uwide rest = fzzf__size128(value);
    char *at = buffer + WIDE_TEXT - 1;
    uint64_t low;

    *at = '\0';
    for (; rest > UINT64_MAX; rest /= 10)
        *--at = (char)('0' + (int)(rest % 10));
    low = (uint64_t)rest;
    do {
        *--at = (char)('0' + low % 10);
        low /= 10;
    } while (low != 0);
    if (value < 0)
        *--at = '-';
    return at;
}

/* "-5" with 2 places is "-0.05". */
static char *place_point(fzzf__arena *arena, const char *integer, size_t places)
{
    const size_t sign = integer[0] == '-' ? 1 : 0;
    const size_t digits = strlen(integer) - sign;
    const size_t zeros = digits > places ? 0 : places + 1 - digits;
    const size_t whole = sign + zeros + digits - places;
    char *text = fzzf__arena_alloc(arena, sign + zeros + digits + 2);

    if (text == NULL)
        return NULL;
    memcpy(text, integer, sign);
    memset(text + sign, '0', zeros);
    memcpy(text + sign + zeros, integer + sign, digits);
    if (places > 0) {
        memmove(text + whole + 1, text + whole, places);
        text[whole] = '.';
    }
    return text;
}

/* Passes on what happened in @temp, and releases it. */
static char *close(fzzf__arena *arena, fzzf__arena *temp, char *text)
{
    if (temp->spoiled != FZZF_OK && arena->spoiled == FZZF_OK)
        arena->spoiled = temp->spoiled;
    fzzf__arena_free(temp);
    return text;
}

static char *infinite_text(fzzf__arena *arena, fzzf__num a)
{
    return fzzf__arena_text(arena, a.n < 0 ? "-inf" : "inf");
}

char *fzzf__num_decimal_text(fzzf__arena *arena, fzzf__num a, int places,
                             fzzf_rounding mode)
{
    fzzf__arena temp;
    fzzf__wide scaled;
    const char *integer;
    char buffer[WIDE_TEXT];
    char *text = NULL;

    if (!fzzf__num_is_finite(a))
        return infinite_text(arena, a);
    if (fzzf__num_scale_small(a, places, mode, &scaled))
        return place_point(arena, wide_text(buffer, scaled), (size_t)places);
    fzzf__arena_init(&temp);
    integer = fzzf__big_text(&temp, fzzf__num_scale(&temp, a, places, mode));
    if (temp.spoiled == FZZF_OK)
        text = place_point(arena, integer, (size_t)places);
    return close(arena, &temp, text);
}

/* How many places a/d needs, or -1 when they do not end within 30. */
static int places_needed(fzzf__bigint d)
{
    int twos = 0, fives = 0;
    fzzf__wide rest;

    if (!fzzf__big_to_wide(d, &rest)) /* 10^30 has 100 bits */
        return -1;
    for (; rest != 0 && rest % 2 == 0; rest /= 2)
        twos++;
    for (; rest != 0 && rest % 5 == 0; rest /= 5)
        fives++;
    if (rest != 1 || twos > MOST_PLACES || fives > MOST_PLACES)
        return -1;
    return twos > fives ? twos : fives;
}

static char *fraction_text(fzzf__arena *arena, const struct fzzf__view *x)
{
    fzzf__arena temp;
    const char *n, *d;
    char *text = NULL;

    fzzf__arena_init(&temp);
    n = fzzf__big_text(&temp, x->n);
    d = fzzf__big_text(&temp, x->d);
    if (n != NULL && d != NULL)
        text = fzzf__arena_alloc(arena, strlen(n) + strlen(d) + 2);
    if (text != NULL) {
        memcpy(text, n, strlen(n));
        text[strlen(n)] = '/';
        memcpy(text + strlen(n) + 1, d, strlen(d));
    }
    return close(arena, &temp, text);
}

char *fzzf__num_exact_text(fzzf__arena *arena, fzzf__num a)
{
    struct fzzf__view x;
    int places;

    if (!fzzf__num_is_finite(a))
        return infinite_text(arena, a);
    fzzf__num_look(&x, a);
    places = places_needed(x.d);
    if (places < 0)
        return fraction_text(arena, &x);
    return fzzf__num_decimal_text(arena, a, places, FZZF_ROUND_DOWN);
}
