/* SPDX-License-Identifier: Apache-2.0 */
/* Texts, files and folders for the test of failing allocations. */

#include "alloc/note.h"

#include <dirent.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The test has no use for the rest when its own memory runs out. */
static void *must(void *block)
{
    if (block == NULL) {
        fputs("alloc: the test itself ran out of memory\n", stderr);
        exit(99);
    }
    return block;
}

void note_add(struct note *note, const char *bytes, size_t length)
{
    if (note->length + length >= note->capacity) {
        note->capacity = (note->length + length + 64) * 2;
        note->bytes = must(realloc(note->bytes, note->capacity));
    }
    if (length > 0)
        memcpy(note->bytes + note->length, bytes, length);
    note->length += length;
    note->bytes[note->length] = '\0';
}

void note_say(struct note *note, const char *format, ...)
{
    char text[4096];
    va_list args;
    int length;

    va_start(args, format);
    length = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (length > 0)
        note_add(note, text,
                 (size_t)length < sizeof text ? (size_t)length
                                              : sizeof text - 1);
}

void note_free(struct note *note)
{
    free(note->bytes);
    memset(note, 0, sizeof *note);
}

int note_begins(const struct note *a, const struct note *b)
{
    return a->length <= b->length &&
           (a->length == 0 || memcmp(a->bytes, b->bytes, a->length) == 0);
}

int note_same(const struct note *a, const struct note *b)
{
    return a->length == b->length && note_begins(a, b);
}

int note_take(void *user, const char *bytes, size_t size)
{
    note_add(user, bytes, size);
    return 0;
}

static char *joined(const char *folder, const char *name)
{
    const size_t size = strlen(folder) + strlen(name) + 2;
    char *path = must(malloc(size));

    snprintf(path, size, "%s/%s", folder, name);
    return path;
}

char *note_path(const char *path)
{
    return joined(FZZF_SOURCES, path);
}

struct note note_file(const char *path)
{
    struct note note = {NULL, 0, 0};
    char *full = note_path(path);
    FILE *file = fopen(full, "rb");
    char buffer[16384];
    size_t got;

    if (file == NULL) {
        fprintf(stderr, "alloc: cannot open %s\n", full);
        exit(99);
    }
    note_add(&note, "", 0);
    while ((got = fread(buffer, 1, sizeof buffer, file)) > 0)
        note_add(&note, buffer, got);
    fclose(file);
    free(full);
    return note;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static int ends_in(const char *name, const char *ending)
{
    const size_t length = strlen(name), tail = strlen(ending);

    return name[0] != '.' && length >= tail &&
           strcmp(name + length - tail, ending) == 0;
}

size_t note_folder(const char *path, const char *ending, char ***names)
{
    char *full = note_path(path);
    DIR *folder = opendir(full);
    const struct dirent *entry;
    size_t count = 0;

    *names = NULL;
    while (folder != NULL && (entry = readdir(folder)) != NULL) {
        if (!ends_in(entry->d_name, ending))
            continue;
        *names = must(realloc(*names, (count + 1) * sizeof **names));
        (*names)[count++] = joined(path, entry->d_name);
    }
    if (folder != NULL)
        closedir(folder);
    free(full);
    if (count > 0)
        qsort(*names, count, sizeof **names, by_text);
    return count;
}
