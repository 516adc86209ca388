/* SPDX-License-Identifier: Apache-2.0 */
/* Where in its source a stream is: bytes, lines, columns, digests of parts. */

#include "xml/stream.h"

#include <string.h>

#define PIECE 4096 /* bytes of UTF-8 converted back at once */
#define NEAR  64   /* bytes that a line mostly has before its first tag */

/* Bytes of the parser's input, which is UTF-8 whatever the source is. */
static uint64_t input_offset(const struct fzzf__stream *stream,
                             const xmlChar *at)
{
    const xmlParserInput *input = stream->parser->input;

    return (uint64_t)input->consumed + (uint64_t)(at - input->base);
}

/* Bytes before conversion that the input from @at to its end was made of. */
static uint64_t count_unused(struct fzzf__stream *stream, const xmlChar *at)
{
    xmlParserInputPtr input = stream->parser->input;
    const xmlChar *const current = input->cur, *const end = input->end;
    const uint64_t used = input->buf->rawconsumed;
    uint64_t unused = 0;

    /* libxml2 converts back, but some encodings only as much as its buffer
     * holds; so it is asked for one piece after the other. */
    while (at < end) {
        const xmlChar *next = end - at > PIECE ? at + PIECE : end;
        long consumed;

        while (next < end && (*next & 0xC0) == 0x80)
            next--;
        input->cur = at;
        input->end = next;
        consumed = xmlByteConsumed(stream->parser);
        unused += consumed < 0 ? 0 : used - (uint64_t)consumed;
        at = next;
    }
    input->cur = current;
    input->end = end;
    return unused;
}

uint64_t fzzf__stream_offset(struct fzzf__stream *stream, const xmlChar *at)
{
    const xmlParserInput *input = stream->parser->input;

    if (input->buf == NULL || input->buf->encoder == NULL)
        return input_offset(stream, at);
    return input->buf->rawconsumed - count_unused(stream, at);
}

void fzzf__stream_expect(struct fzzf__stream *stream, const xmlChar *at)
{
    const xmlParserInput *input = stream->parser->input;

    /* Text may lie outside the input, when it was put together. */
    if (at <= input->base || at > input->end)
        at = input->cur;
    stream->expected = input_offset(stream, at);
    stream->event_line = input->line;
}

/*
 * Mostly a tag begins right behind what was reported before it; comments and
 * the like, which are not reported, begin with "<!" or "<?". Otherwise it is
 * searched for: no '<' stands inside a start tag, so the last one begins it.
 */
static const xmlChar *tag_begin(const struct fzzf__stream *stream)
{
    const xmlParserInput *input = stream->parser->input;
    const xmlChar *at = input->cur;
    uint64_t base = (uint64_t)input->consumed;

    if (stream->expected >= base &&
        stream->expected - base + 1 < (uint64_t)(at - input->base)) {
        const xmlChar *begin = input->base + (stream->expected - base);

        if (begin[0] == '<' && begin[1] != '!' && begin[1] != '?')
            return begin;
    }
    while (at > input->base && *at != '<')
        at--;
    return at;
}

/* Counts the lines that begin before @end, from where it was left. */
static void count_lines(struct fzzf__stream *stream, const xmlChar *end)
{
    const xmlParserInput *input = stream->parser->input;
    uint64_t base = (uint64_t)input->consumed;
    const xmlChar *at = input->base;

    if (stream->seen > base)
        at += stream->seen - base;
    while (at < end && (at = memchr(at, '\n', (size_t)(end - at))) != NULL) {
        at++;
        stream->line++;
        stream->line_start = base + (uint64_t)(at - input->base);
    }
    stream->seen = base + (uint64_t)(end - input->base);
}

/*
 * The parser counts lines too. When there was none since the event before a
 * tag, so that the tag lies on one line, then all that it counted since byte
 * number seen lie before the tag, and the last of them mostly not far. False:
 * they must be counted here.
 */
static bool take_lines(struct fzzf__stream *stream, const xmlChar *begin)
{
    const xmlParserInput *input = stream->parser->input;
    const xmlChar *at = begin, *first = input->base;

    if (input->line != stream->event_line)
        return false;
    if (input->line != stream->seen_line) {
        if (begin - first > NEAR)
            first = begin - NEAR;
        while (at > first && at[-1] != '\n')
            at--;
        if (at == first)
            return false;
        stream->line += input->line - stream->seen_line;
        stream->line_start = input_offset(stream, at);
    }
    stream->seen = input_offset(stream, begin);
    return true;
}

void fzzf__stream_locate(struct fzzf__stream *stream, struct fzzf__tag *tag)
{
    const xmlParserInput *input = stream->parser->input;

    tag->begin = tag_begin(stream);
    if (!take_lines(stream, tag->begin))
        count_lines(stream, tag->begin);
    tag->line = stream->line + 1;
    tag->column = (long)(stream->seen - stream->line_start) + 1;
    if (input->line != stream->event_line)
        count_lines(stream, input->cur);
    stream->seen_line = input->line;
}

/* Adds the bytes of the part up to byte number @end to its digest. */
static void hash_part(struct fzzf__stream *stream, uint64_t end)
{
    uint64_t from = stream->part_hashed;

    if (!stream->hash || !stream->in_part || end <= from)
        return;
    fzzf__sha256_add(&stream->sha,
                     stream->window + (from - stream->window_offset),
                     (size_t)(end - from));
    stream->part_hashed = end;
}

void fzzf__stream_settle(struct fzzf__stream *stream)
{
    const xmlChar *current = stream->parser->input->cur;

    count_lines(stream, current);
    stream->seen_line = stream->event_line = stream->parser->input->line;
    hash_part(stream, fzzf__stream_offset(stream, current));
}

void fzzf__stream_part_begin(struct fzzf__stream *stream,
                             const struct fzzf__tag *tag)
{
    stream->in_part = true;
    stream->part_begin = fzzf__stream_offset(stream, tag->begin);
    stream->part_hashed = stream->part_begin;
    stream->elements = 1;
    fzzf__sha256_restart(&stream->sha);
}

void fzzf__stream_part_end(struct fzzf__stream *stream,
                           struct fzzf__input *input)
{
    uint64_t end = fzzf__stream_offset(stream, stream->parser->input->cur);

    hash_part(stream, end);
    input->part = 1;
    input->offset = stream->part_begin;
    input->size = end - stream->part_begin;
    if (stream->hash)
        fzzf__sha256_text(&stream->sha, input->sha256);
    if (input->size > stream->bytes.limits.document)
        fzzf__stream_limit(stream, FZZF__F_LIMIT_DOCUMENT,
                           stream->bytes.limits.document);
    stream->in_part = false;
    stream->elements = 0;
}

void fzzf__stream_whole(struct fzzf__stream *stream, struct fzzf__input *input)
{
    input->size = stream->total;
    if (stream->hash)
        fzzf__sha256_text(&stream->sha, input->sha256);
}
