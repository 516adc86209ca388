/* SPDX-License-Identifier: Apache-2.0 */
/* Checks names of entries. */

#include "pack/names.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

#define PARTS_MAX 16

struct range {
    uint32_t first, last;
    int32_t value, step;
};

static const struct range changing[] = {
#define NOT_NFC(first, last) {first, last, 0, 1},
#define MARK(first, last, value)
#define FOLD(first, last, delta, step)
#include "pack/unicode.def"
#undef NOT_NFC
#undef MARK
#undef FOLD
};

static const struct range marks[] = {
#define NOT_NFC(first, last)
#define MARK(first, last, value) {first, last, value, 1},
#define FOLD(first, last, delta, step)
#include "pack/unicode.def"
#undef NOT_NFC
#undef MARK
#undef FOLD
};

static const struct range folds[] = {
#define NOT_NFC(first, last)
#define MARK(first, last, value)
#define FOLD(first, last, delta, step) {first, last, delta, step},
#include "pack/unicode.def"
#undef NOT_NFC
#undef MARK
#undef FOLD
};

/* Characters that are not seen, or turn the direction of writing. */
static const struct range hidden[] = {
    {0x00, 0x1F, 0, 1},     {0x7F, 0x9F, 0, 1},      {0xAD, 0xAD, 0, 1},
    {0x61C, 0x61C, 0, 1},   {0x180E, 0x180E, 0, 1},  {0x200B, 0x200F, 0, 1},
    {0x2028, 0x202E, 0, 1}, {0x2060, 0x206F, 0, 1},  {0xFEFF, 0xFEFF, 0, 1},
    {0xFFF0, 0xFFFF, 0, 1}, {0xE0000, 0xE0FFF, 0, 1}};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* The range with @code, or NULL; ranges rise. */
static const struct range *find(const struct range *ranges, size_t count,
                                uint32_t code)
{
    size_t low = 0, high = count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;

        if (ranges[middle].last < code)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && ranges[low].first <= code &&
                   (code - ranges[low].first) % (uint32_t)ranges[low].step == 0
               ? &ranges[low]
               : NULL;
}

/* The character at *at, in text that is well-formed; moves on. */
static uint32_t next(const char **at)
{
    const unsigned char *p = (const unsigned char *)*at;
    const int more = p[0] < 0xC0 ? 0 : p[0] < 0xE0 ? 1 : p[0] < 0xF0 ? 2 : 3;
    uint32_t code = more == 0 ? p[0] : p[0] & (0x3Fu >> more);

    for (int i = 1; i <= more; i++)
        code = code << 6 | (p[i] & 0x3Fu);
    *at += more + 1;
    return code;
}

static size_t put(char *to, uint32_t code)
{
    static const unsigned char leads[] = {0, 0xC0, 0xE0, 0xF0};
    const int more = code < 0x80      ? 0
                     : code < 0x800   ? 1
                     : code < 0x10000 ? 2
                                      : 3;

    for (int i = more; i > 0; i--) {
        to[i] = (char)(0x80 | (code & 0x3F));
        code >>= 6;
    }
    to[0] = (char)(leads[more] | code);
    return (size_t)more + 1;
}

static const char *character_fault(const char *name)
{
    int32_t class = 0;

    while (*name != '\0') {
        const uint32_t code = next(&name);
        const struct range *mark = find(marks, COUNT(marks), code);

        if (find(hidden, COUNT(hidden), code) != NULL)
            return "control";
        if (code < 0x80 && strchr("\\:*?\"<>|", (int)code) != NULL)
            return "character";
        if (find(changing, COUNT(changing), code) != NULL ||
            (mark != NULL && mark->value < class))
            return "nfc";
        class = mark == NULL ? 0 : mark->value;
    }
    return NULL;
}

static bool same_letters(const char *a, const char *b, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if ((a[i] | 0x20) != (b[i] | 0x20))
            return false;
    return true;
}

/* Devices of Windows, with any extension. */
static bool is_device(const char *part, size_t length)
{
    static const char names[] = "con prn aux nul ";
    const char *dot = memchr(part, '.', length);
    const size_t stem = dot == NULL ? length : (size_t)(dot - part);

    if (stem == 3)
        for (size_t i = 0; i < 4; i++)
            if (same_letters(part, names + 4 * i, 3))
                return true;
    return stem == 4 && part[3] >= '1' && part[3] <= '9' &&
           (same_letters(part, "com", 3) || same_letters(part, "lpt", 3));
}

static const char *part_fault(const char *part, size_t length)
{
    if (length == 0)
        return "empty";
    if (part[0] == '.' && (length == 1 || (length == 2 && part[1] == '.')))
        return "dots";
    if (part[length - 1] == '.' || part[length - 1] == ' ' || part[0] == ' ')
        return "end";
    return is_device(part, length) ? "device" : NULL;
}

const char *fzzf__name_fault(const char *name, size_t length)
{
    const char *fault = NULL;
    size_t parts = 0;

    if (length == 0 || length > FZZF__NAME_MAX)
        return length == 0 ? "empty" : "long";
    if (memchr(name, '\0', length) != NULL)
        return "control";
    if (!fzzf__utf8_valid(name, length))
        return "utf-8";
    if (name[0] == '/')
        return "absolute";
    fault = character_fault(name);
    for (size_t span; fault == NULL; name += span + 1) {
        span = strcspn(name, "/");
        fault = ++parts > PARTS_MAX ? "deep" : part_fault(name, span);
        if (name[span] == '\0')
            break;
    }
    return fault;
}

char *fzzf__name_fold(fzzf__arena *arena, const char *name)
{
    /* A folded character takes at most twice the bytes. */
    char *folded = fzzf__arena_alloc(arena, 2 * strlen(name) + 1);
    size_t used = 0;

    while (folded != NULL && *name != '\0') {
        uint32_t code = next(&name);
        const struct range *fold = find(folds, COUNT(folds), code);

        if (fold != NULL)
            code = (uint32_t)((int32_t)code + fold->value);
        used += put(folded + used, code);
    }
    return folded;
}

struct folded {
    const char *text;
    size_t index;
};

static int by_text(const void *a, const void *b)
{
    return strcmp(((const struct folded *)a)->text,
                  ((const struct folded *)b)->text);
}

/* The name whose text is the first @length bytes of @text; NULL: none. */
static const struct folded *find_folder(const struct folded *all, size_t count,
                                        const char *text, size_t length)
{
    size_t low = 0, high = count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const int order = strncmp(all[middle].text, text, length);

        if (order == 0 && all[middle].text[length] == '\0')
            return &all[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static const struct folded *collision(const struct folded *all, size_t count,
                                      size_t i)
{
    const char *text = all[i].text;

    if (i > 0 && strcmp(all[i - 1].text, text) == 0)
        return &all[i - 1];
    for (const char *slash = strchr(text, '/'); slash != NULL;
         slash = strchr(slash + 1, '/')) {
        const struct folded *folder =
            find_folder(all, count, text, (size_t)(slash - text));

        if (folder != NULL)
            return folder;
    }
    return NULL;
}

size_t fzzf__names_collide(fzzf__arena *arena, const char *const *names,
                           size_t count, size_t *other)
{
    struct folded *all = fzzf__arena_alloc(arena, (count + 1) * sizeof *all);

    for (size_t i = 0; all != NULL && i < count; i++) {
        all[i].index = i;
        all[i].text = fzzf__name_fold(arena, names[i]);
    }
    if (arena->spoiled != FZZF_OK)
        return count;
    qsort(all, count, sizeof *all, by_text);
    for (size_t i = 0; i < count; i++) {
        const struct folded *found = collision(all, count, i);

        if (found != NULL) {
            *other = found->index;
            return all[i].index;
        }
    }
    return count;
}
