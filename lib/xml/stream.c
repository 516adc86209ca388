/* SPDX-License-Identifier: Apache-2.0 */
/* Feeds the XML parser and watches the limits. */

#include "xml/stream.h"

#include <string.h>

#include "base/memory.h"
#include "xml/parser.h"

#define CHUNK ((size_t)16 * 1024)
#define PIECE ((size_t)4 * 1024) /* the least that is read at once */

void fzzf__stream_stop(struct fzzf__stream *stream, fzzf_status status)
{
    if (stream->status == FZZF_OK)
        stream->status = status;
    stream->stopped = true;
}

/* Only at the end of an event: it takes the parser's input away. */
static void halt(struct fzzf__stream *stream)
{
    if (stream->stopped && !stream->halted)
        xmlStopParser(stream->parser);
    stream->halted = stream->stopped;
}

void fzzf__stream_limit(struct fzzf__stream *stream, int number, uint64_t limit)
{
    enum fzzf__leave leave = FZZF__LEAVE_STREAM;

    if (stream->stopped)
        return;
    if (stream->events->leave != NULL)
        leave = stream->events->leave(stream->user);
    if (leave != FZZF__LEAVE_ALREADY)
        fzzf__complain_limit(stream, number, limit);
    if (leave == FZZF__LEAVE_STREAM)
        fzzf__stream_stop(stream, FZZF_E_LIMIT);
}

bool fzzf__stream_name(struct fzzf__stream *stream, const xmlChar *name)
{
    const fzzf_limits *limits = &stream->bytes.limits;

    if (strlen((const char *)name) <= limits->name)
        return true;
    fzzf__stream_limit(stream, FZZF__F_LIMIT_NAME, limits->name);
    return false;
}

static void watch_attributes(struct fzzf__stream *stream,
                             const struct fzzf__tag *tag)
{
    const fzzf_limits *limits = &stream->bytes.limits;
    const xmlChar *const *ends = (const xmlChar *const *)tag->attributes;

    if ((uint32_t)tag->namespace_count > limits->namespaces)
        fzzf__stream_limit(stream, FZZF__F_LIMIT_NAMESPACES,
                           limits->namespaces);
    if ((uint32_t)tag->attribute_count > limits->attributes)
        fzzf__stream_limit(stream, FZZF__F_LIMIT_ATTRIBUTES,
                           limits->attributes);
    if ((size_t)(stream->parser->input->cur - tag->begin) <= limits->attribute)
        return; /* then no value in it is longer */
    for (int i = 0; i < tag->attribute_count; i++, ends += 5)
        if ((size_t)(ends[4] - ends[3]) > limits->attribute)
            fzzf__stream_limit(stream, FZZF__F_LIMIT_ATTRIBUTE,
                               limits->attribute);
}

/*
 * Where it does not replace entities, libxml2 gives every '&' of a value as
 * "&#38;". Such a value lies in memory of its own, and only gets shorter.
 */
static void restore_ampersands(const xmlChar *begin, const xmlChar **end)
{
    xmlChar *to = memchr(begin, '&', (size_t)(*end - begin));
    const xmlChar *from = to;

    while (from != NULL && from < *end) {
        *to = *from;
        from += *end - from >= 5 && memcmp(from, "&#38;", 5) == 0 ? 5 : 1;
        to++;
    }
    if (from != NULL)
        *end = to;
}

/* Values end with a zero, where the parser has done with their quote. */
static void finish_values(const struct fzzf__stream *stream,
                          const struct fzzf__tag *tag)
{
    const xmlParserInput *input = stream->parser->input;
    const xmlChar **attribute = tag->attributes;

    for (int i = 0; i < tag->attribute_count; i++, attribute += 5) {
        if (attribute[3] < input->base || attribute[3] >= input->end)
            restore_ampersands(attribute[3], &attribute[4]);
        *(xmlChar *)(uintptr_t)attribute[4] = '\0';
    }
}

static void watch(struct fzzf__stream *stream, const struct fzzf__tag *tag)
{
    const fzzf_limits *limits = &stream->bytes.limits;
    const xmlChar *end = stream->parser->input->cur; /* at ">" or "/>" */
    size_t length = (size_t)(end - tag->begin) + (*end == '/' ? 2 : 1);

    stream->text = 0;
    watch_attributes(stream, tag);
    if (length > limits->start_tag)
        fzzf__stream_limit(stream, FZZF__F_LIMIT_START_TAG, limits->start_tag);
    if (++stream->depth > limits->depth)
        fzzf__stream_limit(stream, FZZF__F_LIMIT_DEPTH, limits->depth);
    if (++stream->elements > limits->elements)
        fzzf__stream_limit(stream, FZZF__F_LIMIT_ELEMENTS, limits->elements);
}

static void on_start(void *user, const xmlChar *name, const xmlChar *prefix,
                     const xmlChar *uri, int namespace_count,
                     const xmlChar **namespaces, int attribute_count,
                     int default_count, const xmlChar **attributes)
{
    struct fzzf__stream *stream = user;
    struct fzzf__tag tag = {.name = name,
                            .prefix = prefix,
                            .uri = uri,
                            .namespace_count = namespace_count,
                            .namespaces = namespaces,
                            .attribute_count = attribute_count,
                            .attributes = attributes};

    (void)default_count; /* there is no DTD that could give one */
    if (stream->stopped)
        return;
    fzzf__stream_locate(stream, &tag);
    watch(stream, &tag);
    finish_values(stream, &tag);
    if (!stream->stopped)
        stream->events->start(stream->user, &tag);
    fzzf__stream_expect(stream, stream->parser->input->cur + 1);
    halt(stream);
}

static void on_end(void *user, const xmlChar *name, const xmlChar *prefix,
                   const xmlChar *uri)
{
    struct fzzf__stream *stream = user;

    (void)uri;
    if (stream->stopped)
        return;
    stream->text = 0;
    stream->closed = --stream->depth == 0;
    stream->events->end(stream->user, name, prefix);
    fzzf__stream_expect(stream, stream->parser->input->cur);
    halt(stream);
}

static void on_text(void *user, const xmlChar *bytes, int length)
{
    struct fzzf__stream *stream = user;

    if (stream->stopped)
        return;
    stream->text += (uint64_t)length;
    fzzf__stream_expect(stream, bytes + length);
    if (stream->text > stream->bytes.limits.text)
        fzzf__stream_limit(stream, FZZF__F_LIMIT_TEXT,
                           stream->bytes.limits.text);
    if (stream->events->text != NULL && !stream->stopped)
        stream->events->text(stream->user, (const char *)bytes, (size_t)length);
    halt(stream);
}

static void on_comment(void *user, const xmlChar *text)
{
    struct fzzf__stream *stream = user;

    if (stream->stopped)
        return;
    stream->events->remark(stream->user, (const char *)text);
    halt(stream);
}

static void on_instruction(void *user, const xmlChar *name, const xmlChar *text)
{
    (void)name;
    if (text != NULL)
        on_comment(user, text);
}

static void on_doctype(void *user, const xmlChar *name, const xmlChar *external,
                       const xmlChar *system)
{
    struct fzzf__stream *stream = user;

    (void)external, (void)system;
    if (stream->stopped)
        return;
    fzzf__stream_stop(stream, fzzf__complain_doctype(stream, name));
    halt(stream);
}

static bool begin(struct fzzf__stream *stream)
{
    xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC,
                             .startElementNs = on_start,
                             .endElementNs = on_end,
                             .characters = on_text,
                             .ignorableWhitespace = on_text,
                             .internalSubset = on_doctype,
                             .serror = fzzf__complain_of_parser};

    if (stream->events->remark != NULL) {
        handler.comment = on_comment;
        handler.processingInstruction = on_instruction;
    }
    fzzf__parser_prepare();
    stream->parser = xmlCreatePushParserCtxt(&handler, stream, NULL, 0, NULL);
    if (stream->parser == NULL)
        return false;
    xmlCtxtUseOptions(stream->parser, XML_PARSE_NONET);
    stream->own_namespace =
        xmlDictLookup(stream->parser->dict, BAD_CAST FZZF__NAMESPACE, -1);
    if (stream->hash)
        fzzf__sha256_init(&stream->sha);
    if (stream->own_namespace == NULL)
        return false;
    if (stream->events->begin != NULL)
        stream->events->begin(stream->user);
    return true;
}

/* What the parser was given and has not used up. */
static size_t kept_back(const struct fzzf__stream *stream)
{
    const xmlParserInput *input = stream->parser->input;

    return (size_t)(input->end - input->cur);
}

/* How many bytes to read next, so that no tag beyond the limit is complete. */
static size_t next_size(const struct fzzf__stream *stream)
{
    size_t limit = stream->bytes.limits.start_tag;
    size_t lag = kept_back(stream);
    size_t room = lag < limit ? limit + 1 - lag : 1;

    if (stream->parser->instate == XML_PARSER_CDATA_SECTION)
        return CHUNK; /* it is text, which on_text counts */
    return room < PIECE ? PIECE : room < CHUNK ? room : CHUNK;
}

static void watch_bytes(struct fzzf__stream *stream)
{
    const fzzf_limits *limits = &stream->bytes.limits;
    bool cdata = stream->parser->instate == XML_PARSER_CDATA_SECTION;

    if (kept_back(stream) > (cdata ? limits->text : limits->start_tag)) {
        fzzf__complain_limit(
            stream, cdata ? FZZF__F_LIMIT_TEXT : FZZF__F_LIMIT_START_TAG,
            cdata ? limits->text : limits->start_tag);
        fzzf__stream_stop(stream, FZZF_E_LIMIT);
        return;
    }
    if (stream->in_part &&
        fzzf__stream_offset(stream, stream->parser->input->cur) -
                stream->part_begin >
            limits->document)
        fzzf__stream_limit(stream, FZZF__F_LIMIT_DOCUMENT, limits->document);
}

static void watch_total(struct fzzf__stream *stream)
{
    const fzzf_limits *limits = &stream->bytes.limits;
    uint64_t limit = stream->batch ? limits->stream : limits->document;

    if (stream->stopped || stream->total <= limit)
        return;
    fzzf__complain_limit(
        stream, stream->batch ? FZZF__F_LIMIT_STREAM : FZZF__F_LIMIT_DOCUMENT,
        limit);
    fzzf__stream_stop(stream, FZZF_E_LIMIT);
}

/*
 * Where the next chunk is read to. Bytes that the parser has not used up stay
 * before it, for a part may begin in them; a source in the caller's memory
 * keeps its bytes itself.
 */
static char *make_room(struct fzzf__stream *stream)
{
    uint64_t used = fzzf__stream_offset(stream, stream->parser->input->cur);
    size_t keep = 0;

    if (stream->hash && used < stream->total)
        keep = (size_t)(stream->total - used);
    if (keep > stream->window_length)
        keep = stream->window_length;
    if (keep > 0)
        memmove(stream->buffer, stream->buffer + (stream->window_length - keep),
                keep);
    if (!fzzf__grow((void **)&stream->buffer, &stream->capacity, keep + CHUNK,
                    1))
        return NULL;
    stream->window = stream->buffer;
    stream->window_length = keep;
    stream->window_offset = stream->total - keep;
    return stream->buffer + keep;
}

/* Reads and parses one more chunk. False: that was the last. */
static bool feed(struct fzzf__stream *stream)
{
    bool lent = stream->bytes.source.bytes != NULL;
    char *room = lent ? NULL : make_room(stream);
    const char *chunk;
    int64_t count;

    if (room == NULL && !lent) {
        fzzf__stream_stop(stream, FZZF_E_MEMORY);
        return false;
    }
    count = fzzf__bytes_next(&stream->bytes, room, next_size(stream), &chunk,
                             stream->diags);
    if (count < 0)
        fzzf__stream_stop(stream, FZZF_E_IO);
    if (count <= 0)
        return false;
    if (lent)
        stream->window = stream->bytes.source.bytes;
    stream->window_length += (size_t)count;
    stream->total += (uint64_t)count;
    if (stream->hash && !stream->batch)
        fzzf__sha256_add(&stream->sha, chunk, (size_t)count);
    fzzf__parser_chunk(stream, chunk, (int)count);
    return stream->status == FZZF_OK && !stream->stopped;
}

/* Nothing is trusted but a parse that ended in every respect well. */
static void accept(struct fzzf__stream *stream)
{
    int code = fzzf__parser_chunk(stream, NULL, 0);

    if (stream->status != FZZF_OK)
        return;
    if (code == XML_ERR_NO_MEMORY)
        stream->status = FZZF_E_MEMORY;
    else if (code != 0 || stream->parser->errNo != 0 ||
             !stream->parser->wellFormed || !stream->closed)
        stream->status = fzzf__complain_unreadable(stream, code);
}

static void tell_progress(struct fzzf__stream *stream)
{
    const fzzf_source *source = &stream->bytes.source;

    if (source->progress != NULL && !stream->stopped &&
        source->progress(source->progress_user, stream->total) != 0)
        fzzf__stream_stop(stream, FZZF_E_CANCELLED);
}

fzzf_status fzzf__stream_read(struct fzzf__stream *stream,
                              const fzzf_source *source)
{
    fzzf_status status =
        fzzf__bytes_open(&stream->bytes, source, stream->diags);

    if (status != FZZF_OK)
        return status;
    stream->hash = !stream->bytes.source.undigested;
    if (!begin(stream))
        return FZZF_E_MEMORY;
    while (stream->status == FZZF_OK && feed(stream)) {
        fzzf__stream_settle(stream);
        watch_bytes(stream);
        watch_total(stream);
        tell_progress(stream);
        if (stream->events->chunk != NULL)
            stream->events->chunk(stream->user);
    }
    if (stream->status == FZZF_OK && !stream->stopped)
        accept(stream);
    if (stream->events->chunk != NULL)
        stream->events->chunk(stream->user);
    return stream->status;
}

void fzzf__stream_free(struct fzzf__stream *stream)
{
    if (stream->parser != NULL)
        xmlFreeParserCtxt(stream->parser);
    stream->parser = NULL;
    fzzf__free(stream->buffer);
    stream->buffer = NULL;
    fzzf__bytes_close(&stream->bytes);
}
