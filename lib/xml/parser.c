/* SPDX-License-Identifier: Apache-2.0 */
/* Starts libxml2, calls it, and turns its complaints into findings. */

#include "xml/parser.h"

#include <pthread.h>
#include <string.h>

#include "base/text.h"

#define BYTE_ORDER_MARK 3 /* bytes; too few to tell an encoding by */

void fzzf__parser_prepare(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;

    pthread_once(&once, xmlInitParser);
}

/*
 * Errors of conversion between encodings know no parser: libxml2 hands them to
 * this thread's handler, or prints them. So it is ours while libxml2 runs.
 */
int fzzf__parser_chunk(struct fzzf__stream *stream, const char *bytes, int size)
{
    xmlStructuredErrorFunc handler = xmlStructuredError;
    void *context = xmlStructuredErrorContext;
    int code;

    xmlSetStructuredErrorFunc(stream, fzzf__complain_of_parser);
    code = xmlParseChunk(stream->parser, bytes, size, bytes == NULL);
    xmlSetStructuredErrorFunc(context, handler);
    return code;
}

static fzzf__place place_of(const struct fzzf__stream *stream)
{
    fzzf__place place = {.file = stream->bytes.name};

    if (stream->parser != NULL && stream->parser->input != NULL) {
        place.line = stream->parser->input->line;
        place.column = stream->parser->input->col;
    }
    return place;
}

/* The message on one line. */
static void add_message(fzzf__text *text, const char *message)
{
    size_t length = message == NULL ? 0 : strlen(message);

    while (length > 0 &&
           (message[length - 1] == '\n' || message[length - 1] == ' '))
        length--;
    fzzf__text_addn(text, message == NULL ? "" : message, length);
    for (size_t i = 0; i < text->length; i++)
        if (text->bytes[i] == '\n')
            text->bytes[i] = ' ';
}

/* Nothing, blanks and comments, or a byte order mark alone: no other text
 * begins with so high a byte. */
static bool is_empty(const struct fzzf__stream *stream)
{
    const xmlParserInput *input = stream->parser->input;

    return input->cur == input->end ||
           (stream->total <= BYTE_ORDER_MARK && stream->window_offset == 0 &&
            (unsigned char)stream->window[0] >= 0xEF);
}

/* The parser's word for too little, too much and something else is the same. */
static int finding_for_end(const struct fzzf__stream *stream)
{
    if (stream->closed)
        return FZZF__F_SYNTAX;
    if (stream->depth > 0)
        return FZZF__F_TRUNCATED;
    return is_empty(stream) ? FZZF__F_EMPTY : FZZF__F_NO_ROOT;
}

static int finding_for(const struct fzzf__stream *stream, const xmlError *error)
{
    static const char not_utf8[] = "Input is not proper UTF-8";

    if (error->domain == XML_FROM_I18N ||
        (error->message != NULL &&
         strncmp(error->message, not_utf8, sizeof not_utf8 - 1) == 0))
        return FZZF__F_ENCODING;
    switch (error->code) {
    case XML_ERR_INVALID_ENCODING:
    case XML_ERR_UNKNOWN_ENCODING:
    case XML_ERR_UNSUPPORTED_ENCODING:
    case XML_I18N_CONV_FAILED:
        return FZZF__F_ENCODING;
    case XML_ERR_DOCUMENT_EMPTY:
    case XML_ERR_DOCUMENT_END:
        return finding_for_end(stream);
    default:
        return FZZF__F_SYNTAX;
    }
}

void fzzf__complain_of_parser(void *user, fzzf__parser_error error)
{
    struct fzzf__stream *stream = user;
    fzzf__place place = place_of(stream);
    int number = finding_for(stream, error);
    fzzf__text text = {0};

    /* One fatal error makes others. */
    if (stream->stopped || stream->status != FZZF_OK ||
        error->level < XML_ERR_ERROR)
        return;
    /* Some leave libxml2 going on to the end of the chunk; we do not. */
    stream->stopped = true;
    if (error->code == XML_ERR_NO_MEMORY) {
        stream->status = FZZF_E_MEMORY;
        return;
    }
    if (number == FZZF__F_TRUNCATED)
        fzzf__text_add(&text, (const char *)stream->parser->name);
    else
        add_message(&text, error->message);
    stream->status = fzzf__report(stream->diags, FZZF_E_SYNTAX, number, &place,
                                  fzzf__argument(&text), NULL);
    fzzf__text_free(&text);
}

fzzf_status fzzf__complain_limit(struct fzzf__stream *stream, int number,
                                 uint64_t limit)
{
    fzzf__place place = place_of(stream);
    fzzf__text text = {0};

    fzzf__text_add_int(&text, (long long)limit);
    (void)fzzf__report(stream->diags, FZZF_E_LIMIT, number, &place,
                       fzzf__argument(&text), NULL);
    fzzf__text_free(&text);
    return FZZF_E_LIMIT;
}

fzzf_status fzzf__complain_doctype(struct fzzf__stream *stream,
                                   const xmlChar *name)
{
    fzzf__place place = place_of(stream);

    return fzzf__report(stream->diags, FZZF_E_SYNTAX, FZZF__F_DOCTYPE, &place,
                        name == NULL ? "" : (const char *)name, NULL);
}

fzzf_status fzzf__complain_unreadable(struct fzzf__stream *stream, int code)
{
    fzzf__place place = place_of(stream);
    fzzf__text text = {0};

    fzzf__text_add_int(&text, code);
    (void)fzzf__report(stream->diags, FZZF_E_SYNTAX, FZZF__F_UNREADABLE, &place,
                       fzzf__argument(&text), NULL);
    fzzf__text_free(&text);
    return FZZF_E_SYNTAX;
}
