/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_XML_VEIL_H
#define LIB_XML_VEIL_H

/*
 * libxml2 is fast on attribute values in ASCII, and slow on a whole value from
 * its first other character on. So the parser is shown such values veiled:
 * from there on as DEL, which is a character of XML but of no name. Every
 * event first lifts the veil from what it tells.
 *
 * What is veiled was checked to be UTF-8 and characters of XML, lies in one
 * chunk with both its quotes, and has nothing in it that needs the parser's
 * care. In doubt a value is shown as it is.
 */

#include <stddef.h>
#include <stdint.h>

#include <libxml/parser.h>

struct fzzf__stream;

/* A veiled value: byte number in the source. */
struct fzzf__veiled {
    uint64_t offset;
    size_t length;
};

struct fzzf__veil {
    char *shown; /* a chunk as the parser is given it */
    size_t room;
    struct fzzf__veiled *values; /* in order; those before next are lifted */
    size_t count, capacity, next;
};

/* What to give the parser for @chunk, which is byte number @offset of a source
 * in UTF-8; the encoding and the root are known. */
const char *fzzf__veil_draw(struct fzzf__veil *veil, const char *chunk,
                            size_t length, uint64_t offset);
/* Puts back what was veiled in the parser's input before @end. */
void fzzf__veil_lift(struct fzzf__stream *stream, const xmlChar *end);
void fzzf__veil_free(struct fzzf__veil *veil);

#endif
