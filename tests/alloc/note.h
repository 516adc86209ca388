/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TESTS_ALLOC_NOTE_H
#define TESTS_ALLOC_NOTE_H

/* Texts of the test's own, made without the library's memory. */

#include <stddef.h>

/* Zero-initialise to begin. */
struct note {
    char *bytes;
    size_t length, capacity;
};

void note_add(struct note *note, const char *bytes, size_t length);
void note_say(struct note *note, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void note_free(struct note *note);
int note_same(const struct note *a, const struct note *b);
/* Whether @a is how @b begins. */
int note_begins(const struct note *a, const struct note *b);
/* An fzzf_write_fn; @user is the note. */
int note_take(void *user, const char *bytes, size_t size);

/* The file @path below the sources; ends the program when it is not there. */
struct note note_file(const char *path);
/* The names in folder @path below the sources that end in @ending, sorted and
 * each with the folder before it; returns how many. */
size_t note_folder(const char *path, const char *ending, char ***names);

/* The path below the sources as one that can be opened; release with free(). */
char *note_path(const char *path);

#endif
