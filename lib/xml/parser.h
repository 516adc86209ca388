/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_XML_PARSER_H
#define LIB_XML_PARSER_H

/* What stream.c needs around libxml2: its start, its errors, quietly. */

#include "xml/stream.h"

/* Makes libxml2 ready once for all threads. */
void fzzf__parser_prepare(void);
/* Gives the parser @size bytes; NULL ends the document. Returns its code. */
int fzzf__parser_chunk(struct fzzf__stream *stream, const char *bytes,
                       int size);
#if LIBXML_VERSION >= 21200
typedef const xmlError *fzzf__parser_error;
#else
typedef xmlErrorPtr fzzf__parser_error;
#endif

/* An xmlStructuredErrorFunc: makes a finding of what the parser says. */
void fzzf__complain_of_parser(void *user, fzzf__parser_error error);

/* Report a finding at the place where the parser is, and return its status. */
fzzf_status fzzf__complain_limit(struct fzzf__stream *stream, int number,
                                 uint64_t limit);
fzzf_status fzzf__complain_doctype(struct fzzf__stream *stream,
                                   const xmlChar *name);
fzzf_status fzzf__complain_unreadable(struct fzzf__stream *stream, int code);

#endif
