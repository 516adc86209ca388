/* SPDX-License-Identifier: Apache-2.0 */
/* Exact numbers as callers see them. */

#include "base/number.h"

#include <string.h>

#include "base/memory.h"

#define LONGEST_TEXT 10000
#define MOST_PLACES  30

/* A number of the caller's, in one piece with its memory. */
struct owned {
    fzzf_number number;
    fzzf__arena arena;
};

static void fill(fzzf_number *number, fzzf__arena *arena, fzzf__num num)
{
    number->num = fzzf__num_copy(arena, num);
    number->exact = fzzf__num_exact_text(arena, num);
}

const fzzf_number *fzzf__number_make(fzzf__arena *arena, fzzf__num num)
{
    fzzf_number *number = fzzf__arena_alloc(arena, sizeof *number);

    if (number != NULL)
        fill(number, arena, num);
    return arena->spoiled == FZZF_OK ? number : NULL;
}

const fzzf_number *fzzf__number_copy(fzzf__arena *arena,
                                     const fzzf_number *number)
{
    fzzf_number *copy = fzzf__arena_alloc(arena, sizeof *copy);

    if (copy != NULL) {
        copy->num = fzzf__num_copy(arena, number->num);
        copy->exact = fzzf__arena_text(arena, number->exact);
    }
    return arena->spoiled == FZZF_OK ? copy : NULL;
}

static fzzf_status parse(struct owned *owned, const char *text, size_t length)
{
    fzzf__num num;

    if (!fzzf__num_parse(&owned->arena, text, length, &num))
        return FZZF_E_SYNTAX;
    owned->number.arena = &owned->arena;
    fill(&owned->number, &owned->arena, num);
    return owned->arena.spoiled;
}

fzzf_status fzzf_number_parse(fzzf_number **out, const char *text)
{
    struct owned *owned;
    const char *end;
    fzzf_status status;

    if (out == NULL || text == NULL)
        return FZZF_E_ARGUMENT;
    end = memchr(text, '\0', LONGEST_TEXT + 1);
    if (end == NULL)
        return FZZF_E_LIMIT;
    owned = fzzf__calloc(1, sizeof *owned);
    if (owned == NULL)
        return FZZF_E_MEMORY;
    status = parse(owned, text, (size_t)(end - text));
    if (status == FZZF_OK) {
        *out = &owned->number;
    } else {
        fzzf__arena_free(&owned->arena);
        fzzf__free(owned);
    }
    return status;
}

void fzzf_number_free(fzzf_number *number)
{
    if (number == NULL || number->arena == NULL)
        return;
    fzzf__arena_free(number->arena);
    fzzf__free(number); /* the first member of what was allocated */
}

int fzzf_number_compare(const fzzf_number *number, const fzzf_number *other)
{
    if (number == NULL || other == NULL)
        return (number != NULL) - (other != NULL);
    return fzzf__num_compare(NULL, number->num, other->num);
}

const char *fzzf_number_exact(const fzzf_number *number)
{
    return number == NULL ? NULL : number->exact;
}

static bool can_format(const fzzf_number *number, int places,
                       fzzf_rounding rounding)
{
    return number != NULL && places >= 0 && places <= MOST_PLACES &&
           rounding >= FZZF_ROUND_HALF_UP && rounding <= FZZF_ROUND_DOWN;
}

static size_t write_cut(char *buffer, size_t size, const char *text)
{
    const size_t length = strlen(text);
    const size_t copied = length < size ? length : size - 1;

    if (size > 0) {
        memcpy(buffer, text, copied);
        buffer[copied] = '\0';
    }
    return length;
}

size_t fzzf_number_format(const fzzf_number *number, int places,
                          fzzf_rounding rounding, char *buffer, size_t size)
{
    fzzf__arena arena; /* private: several threads may show one number */
    const char *text = NULL;
    size_t length;

    fzzf__arena_init(&arena);
    if (can_format(number, places, rounding))
        text = fzzf__num_decimal_text(&arena, number->num, places, rounding);
    length = write_cut(buffer, size, text == NULL ? "" : text);
    fzzf__arena_free(&arena);
    return length;
}
