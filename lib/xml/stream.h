/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_XML_STREAM_H
#define LIB_XML_STREAM_H

/*
 * From bytes to events: feeds libxml2's push parser, watches every limit,
 * refuses a DOCTYPE, and knows where in the source each start tag stands.
 *
 * A start tag, comment or instruction is never parsed when it is longer than
 * its limit: the parser is given no more bytes than that beyond what it has
 * used up, and whatever it still keeps back afterwards is too long.
 */

#include <stdbool.h>
#include <stdint.h>

#include <libxml/parser.h>

#include "base/diag.h"
#include "base/sha256.h"
#include "model/source.h"
#include "xml/bytes.h"

#define FZZF__NAMESPACE "urn:fzzf:1"

/* A start tag as libxml2 gives it: names are interned in the parser. Values of
 * attributes are followed by a zero, and are gone after the event. */
struct fzzf__tag {
    const xmlChar *name, *prefix, *uri;
    int namespace_count;
    const xmlChar **namespaces; /* prefix and URI of each */
    int attribute_count;
    const xmlChar **attributes; /* name, prefix, URI, begin, end of each */
    const xmlChar *begin;       /* its '<' in the parser's input */
    long line, column;          /* of that, from 1; the column in bytes */
};

/* What becomes of the document when one of its limits is passed. */
enum fzzf__leave {
    FZZF__LEAVE_STREAM,  /* reading ends */
    FZZF__LEAVE_PART,    /* this declaration is left out, from now on */
    FZZF__LEAVE_ALREADY, /* it was left out before */
};

/* Who takes the events; user is the stream's. NULL: not wanted. */
struct fzzf__events {
    void (*begin)(void *user); /* the parser is there, nothing was read */
    void (*start)(void *user, const struct fzzf__tag *tag);
    void (*end)(void *user, const xmlChar *name, const xmlChar *prefix);
    void (*text)(void *user, const char *bytes, size_t length);
    void (*remark)(void *user, const char *text); /* comment, instruction */
    void (*chunk)(void *user); /* after each chunk, outside the parser */
    enum fzzf__leave (*leave)(void *user);
};

struct fzzf__stream {
    struct fzzf__bytes bytes;
    fzzf_diags *diags;
    const struct fzzf__events *events;
    void *user;
    bool hash; /* take digests */

    xmlParserCtxtPtr parser;
    const xmlChar *own_namespace; /* interned */
    fzzf_status status;           /* why it stopped */
    bool stopped;
    bool halted; /* and so is the parser */
    bool closed; /* the root element was */
    bool batch;  /* declarations are documents of their own */
    uint32_t depth;
    uint64_t elements; /* of this document */
    uint64_t text;     /* bytes of the text going on */

    /* What was pushed last: window[0] is byte number window_offset. */
    char *buffer;
    size_t capacity;
    const char *window;
    size_t window_length;
    uint64_t window_offset, total;
    bool in_part;
    uint64_t part_begin, part_hashed; /* byte numbers */
    fzzf__sha256 sha;

    uint64_t expected; /* where in the parser's input the next tag may begin */

    /* Lines, counted up to byte number seen of the parser's input; there the
     * parser was at its line seen_line. At the last event it was at its line
     * event_line. */
    uint64_t seen, line_start;
    long line;
    int seen_line, event_line;
};

/*
 * Reads @source to its end. @stream has events, user, diags and hash set and is
 * zero otherwise; it must be released in any case. FZZF_OK says that the
 * document is well-formed and whole.
 */
fzzf_status fzzf__stream_read(struct fzzf__stream *stream,
                              const fzzf_source *source);
void fzzf__stream_free(struct fzzf__stream *stream);

/* Ends the reading when this event is over; the first status stays. */
void fzzf__stream_stop(struct fzzf__stream *stream, fzzf_status status);
/* Reports that @limit was passed and does what events->leave says. */
void fzzf__stream_limit(struct fzzf__stream *stream, int number,
                        uint64_t limit);
/* Watches the length of a name. False: it is too long. */
bool fzzf__stream_name(struct fzzf__stream *stream, const xmlChar *name);

/* The declaration of @tag is a document of its own. */
void fzzf__stream_part_begin(struct fzzf__stream *stream,
                             const struct fzzf__tag *tag);
/* It ended just now: fills offset, size and digest. */
void fzzf__stream_part_end(struct fzzf__stream *stream,
                           struct fzzf__input *input);
/* Size and digest of the whole, after reading. */
void fzzf__stream_whole(struct fzzf__stream *stream, struct fzzf__input *input);

/* For stream.c: unless markup without an event comes, the next tag is at @at.
 */
void fzzf__stream_expect(struct fzzf__stream *stream, const xmlChar *at);
/* For stream.c: finds tag->begin, line and column. */
void fzzf__stream_locate(struct fzzf__stream *stream, struct fzzf__tag *tag);
/* For stream.c: counts lines and hashes up to what the parser used up. */
void fzzf__stream_settle(struct fzzf__stream *stream);
/* For stream.c: the number of the byte of the source that stands at @at. */
uint64_t fzzf__stream_offset(struct fzzf__stream *stream, const xmlChar *at);

#endif
