/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_BASE_TEXT_H
#define LIB_BASE_TEXT_H

/* A growing UTF-8 text, and the few checks on characters that files need. */

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "fzzf/status.h"

/* Always zero-terminated once something was added; zero-initialise to begin. */
typedef struct fzzf__text {
    char *bytes;
    size_t length;
    size_t capacity;
    int failed; /* memory ran out: the text is incomplete */
} fzzf__text;

void fzzf__text_add(fzzf__text *text, const char *bytes);
void fzzf__text_addn(fzzf__text *text, const char *bytes, size_t length);
void fzzf__text_add_int(fzzf__text *text, long long value);
/* Replaces "{0}" to "{9}" in @pattern by @args; missing ones stay empty. What
 * stands in "[" and "]" is left out when one in it is missing. */
void fzzf__text_fill(fzzf__text *text, const char *pattern,
                     const char *const *args, size_t count);
void fzzf__text_free(fzzf__text *text);

/* True when @bytes is well-formed UTF-8 (RFC 3629). */
bool fzzf__utf8_valid(const char *bytes, size_t length);

/* UTF-8 that XML can hold: no control characters but tab and line ends. NULL is
 * none. */
bool fzzf__is_xml_text(const char *text);

/*
 * Identifiers. node: [A-Za-z0-9一-鿿] then those and ". _ -", at most
 * 64 characters ("3.2.1", "A.1"). name: [A-Za-z_一-鿿] then
 * those and digits, at most 64 characters ("unfiled", "未备案").
 */
bool fzzf__is_node_id(const char *text);
bool fzzf__is_name(const char *text);

/* How many bytes of @text, at most @length, a name at its start takes. */
size_t fzzf__name_span(const char *text, size_t length);

/*
 * Of @count candidates the nearest to @wanted by edit distance (characters), or
 * NULL when none is near enough to be a likely slip.
 */
const char *fzzf__nearest(const char *wanted, const char *const *candidates,
                          size_t count);

/* Days since 1970-01-01 of "2021-08-31"; false for any other form or day. */
bool fzzf__date_parse(const char *text, long *days);
/* Whether it could. */
bool fzzf__is_date(const char *text);
/* The inverse, into @buffer of at least 16 bytes. */
void fzzf__date_format(long days, char *buffer);
/* The same day @months later (earlier when below 0), or the last day of that
 * month when it has not as many. @days is of 1900 or later. */
long fzzf__date_add_months(long days, long months);
/* @pattern with {0} to {9} replaced as above, in @arena; "" when memory ran out
 * (arena spoiled). */
const char *fzzf__filled(fzzf__arena *arena, const char *pattern,
                         const char *const *args, size_t count);

#endif
