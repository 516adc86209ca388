/* SPDX-License-Identifier: Apache-2.0 */
/* A growing text that remembers when memory ran out. */

#include "base/text.h"

#include <stdint.h>
#include <string.h>

#include "base/memory.h"

void fzzf__text_addn(fzzf__text *text, const char *bytes, size_t length)
{
    if (text->failed)
        return;
    if (length > SIZE_MAX - text->length ||
        !fzzf__grow((void **)&text->bytes, &text->capacity,
                    text->length + length, 1)) {
        text->failed = 1;
        return;
    }
    if (length > 0)
        memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    text->bytes[text->length] = '\0';
}

void fzzf__text_add(fzzf__text *text, const char *bytes)
{
    fzzf__text_addn(text, bytes, strlen(bytes));
}

void fzzf__text_add_int(fzzf__text *text, long long value)
{
    unsigned long long rest = (unsigned long long)value;
    char digits[24];
    size_t at = sizeof digits;

    if (value < 0)
        rest = 0 - rest;
    do {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest != 0);
    if (value < 0)
        digits[--at] = '-';
    fzzf__text_addn(text, digits + at, sizeof digits - at);
}

/* The number in "{7}" at @mark, or -1 when it is something else. */
static int slot_at(const char *mark)
{
    if (mark[1] < '0' || mark[1] > '9' || mark[2] != '}')
        return -1;
    return mark[1] - '0';
}

/* Fills @pattern up to @end. */
static void fill(fzzf__text *text, const char *pattern, const char *end,
                 const char *const *args, size_t count)
{
    const char *mark;

    while ((mark = memchr(pattern, '{', (size_t)(end - pattern))) != NULL) {
        const int slot = slot_at(mark);

        fzzf__text_addn(text, pattern, (size_t)(mark - pattern));
        if (slot < 0)
            fzzf__text_addn(text, mark, 1);
        else if ((size_t)slot < count && args[slot] != NULL)
            fzzf__text_add(text, args[slot]);
        pattern = mark + (slot < 0 ? 1 : 3);
    }
    fzzf__text_addn(text, pattern, (size_t)(end - pattern));
}

static bool all_given(const char *pattern, const char *end,
                      const char *const *args, size_t count)
{
    for (; pattern < end; pattern++) {
        const int slot = *pattern == '{' ? slot_at(pattern) : -1;

        if (slot >= 0 && ((size_t)slot >= count || args[slot] == NULL))
            return false;
    }
    return true;
}

void fzzf__text_fill(fzzf__text *text, const char *pattern,
                     const char *const *args, size_t count)
{
    const char *open, *close;

    while ((open = strchr(pattern, '[')) != NULL &&
           (close = strchr(open, ']')) != NULL) {
        fill(text, pattern, open, args, count);
        if (all_given(open, close, args, count))
            fill(text, open + 1, close, args, count);
        pattern = close + 1;
    }
    fill(text, pattern, pattern + strlen(pattern), args, count);
}

void fzzf__text_free(fzzf__text *text)
{
    fzzf__free(text->bytes);
    memset(text, 0, sizeof *text);
}

const char *fzzf__filled(fzzf__arena *arena, const char *pattern,
                         const char *const *args, size_t count)
{
    fzzf__text text = {0};
    const char *kept = NULL;

    fzzf__text_fill(&text, pattern, args, count);
    if (text.failed)
        arena->spoiled = FZZF_E_MEMORY;
    else
        kept = fzzf__arena_text(arena, text.bytes);
    fzzf__text_free(&text);
    return kept == NULL ? "" : kept;
}
