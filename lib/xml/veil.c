/* SPDX-License-Identifier: Apache-2.0 */
/* Shows the parser values of attributes as ASCII, and puts them back. */

#include "xml/veil.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "xml/stream.h"

#define DEL           '\x7f'
#define ATTRIBUTE_MAX 32 /* longer names of attributes are not looked at */

/* A chunk being looked through. */
struct search {
    const char *begin, *end;
    const char *known; /* what comes before it was looked at */
    bool in_tag;       /* there, outside of values */
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_other(char c)
{
    return ((unsigned char)c & 0x80) != 0;
}

/* The first byte that is not ASCII, or the end. */
static const char *find_other(const char *at, const char *end)
{
    const uint64_t high = 0x8080808080808080u;
    uint64_t words[4];

    while ((size_t)(end - at) >= sizeof words) {
        memcpy(words, at, sizeof words);
        if (((words[0] | words[1] | words[2] | words[3]) & high) != 0)
            break;
        at += sizeof words;
    }
    for (; (size_t)(end - at) >= sizeof words[0]; at += sizeof words[0]) {
        memcpy(words, at, sizeof words[0]);
        if ((words[0] & high) != 0)
            break;
    }
    while (at < end && !is_other(*at))
        at++;
    return at;
}

/* Whether the quote at @quote opens the value of an attribute that is not a
 * namespace, which the parser keeps as a name. */
static bool is_opening(const struct search *search, const char *quote)
{
    const char *name = quote - 1;

    if (quote == search->begin || *name != '=' || is_blank(quote[1]))
        return false;
    while (name > search->begin && quote - name < ATTRIBUTE_MAX &&
           !is_blank(name[-1]))
        name--;
    return quote - name > 1 && name > search->begin && is_blank(name[-1]) &&
           (quote - name < 6 || memcmp(name, "xmlns", 5) != 0);
}

static const char *find(char c, const char *from, const char *to)
{
    return memchr(from, c, (size_t)(to - from));
}

/*
 * Whether @at stands in a start tag, and in no value between apostrophes: no
 * '<' stands in a value, so the last one tells. (A start tag in a comment or
 * CDATA section is as good: no name is there.)
 */
static bool is_in_tag(const struct search *search, const char *at)
{
    const char *tag = NULL;
    const char *from = search->known;
    const char *next = find('<', from, at);

    for (; next != NULL; next = find('<', next + 1, at))
        tag = next;
    if (tag != NULL)
        from = tag + 1;
    return (tag != NULL ? strchr("!?/", *from) == NULL : search->in_tag) &&
           find('\'', from, at) == NULL && find('>', from, at) == NULL;
}

/*
 * The opening quote of the value that the byte at @at stands in, or NULL. A
 * quote that closes a value is followed by a blank, a slash or '>', or the
 * document is not well-formed from there on.
 */
static const char *find_quote(const struct search *search, const char *at)
{
    while (at > search->begin && *at != '"' && *at != '<' && *at != '>')
        at--;
    return *at == '"' && is_opening(search, at) && is_in_tag(search, at) ? at
                                                                         : NULL;
}

/* Bytes of a character that needs no care of the parser in a value, or 0. */
static size_t plain_size(const char *at, size_t length)
{
    const char c = *at;

    if (!is_other(c))
        return c >= ' ' && c != '&' && c != '<' && c != '>' && c != '\'' &&
               c != DEL;
    if (length >= 3 && memcmp(at, "\xef\xbf", 2) == 0 &&
        (unsigned char)at[2] >= 0xBE)
        return 0; /* U+FFFE and U+FFFF are no characters */
    return fzzf__utf8_size(at, length);
}

/* The quote that closes the value that begins at @at; NULL: none in the chunk,
 * or something else before it. */
static const char *find_end(const struct search *search, const char *at)
{
    at += fzzf__utf8_ideographs(at, (size_t)(search->end - at));
    while (at < search->end && *at != '"') {
        const size_t size = plain_size(at, (size_t)(search->end - at));

        if (size == 0)
            return NULL;
        at += size;
        at += fzzf__utf8_ideographs(at, (size_t)(search->end - at));
    }
    return at < search->end ? at : NULL;
}

/* A copy of the chunk that may be changed. False: no memory, no veil. */
static bool prepare(struct fzzf__veil *veil, const char *chunk, size_t length)
{
    void *shown = veil->shown;

    if (!fzzf__grow(&shown, &veil->room, length, 1))
        return false;
    veil->shown = shown;
    memcpy(veil->shown, chunk, length);
    return true;
}

/* Veils what lies between. False: there is no room to note it. */
static bool add(struct fzzf__veil *veil, const struct search *search,
                const char *begin, const char *end, uint64_t offset)
{
    void *values = veil->values;

    if (!fzzf__grow(&values, &veil->capacity, veil->count,
                    sizeof *veil->values))
        return false;
    veil->values = values;
    veil->values[veil->count++] = (struct fzzf__veiled){
        offset + (uint64_t)(begin - search->begin), (size_t)(end - begin)};
    memset(veil->shown + (begin - search->begin), DEL, (size_t)(end - begin));
    return true;
}

/* What was lifted is forgotten. */
static void forget(struct fzzf__veil *veil)
{
    const size_t left = veil->count - veil->next;

    if (left > 0)
        memmove(veil->values, veil->values + veil->next,
                left * sizeof *veil->values);
    veil->count = left;
    veil->next = 0;
}

const char *fzzf__veil_draw(struct fzzf__veil *veil, const char *chunk,
                            size_t length, uint64_t offset)
{
    struct search search = {chunk, chunk + length, chunk, false};
    const char *at = find_other(chunk, search.end);

    forget(veil);
    if (at == search.end || !prepare(veil, chunk, length))
        return chunk;
    while (at < search.end) {
        const char *quote = find_quote(&search, at);
        const char *end = quote == NULL ? NULL : find_end(&search, quote + 1);

        if (end != NULL && add(veil, &search, at, end, offset)) {
            at = end + 1;
            search.in_tag = true;
        } else {
            at = find('<', at, search.end);
            search.in_tag = false;
        }
        if (at == NULL)
            break;
        search.known = at;
        at = find_other(at, search.end);
    }
    return veil->shown;
}

void fzzf__veil_lift(struct fzzf__stream *stream, const xmlChar *end)
{
    struct fzzf__veil *veil = &stream->veil;
    const xmlParserInput *input = stream->parser->input;
    const uint64_t base = (uint64_t)input->consumed;

    for (; veil->next < veil->count; veil->next++) {
        const struct fzzf__veiled *value = &veil->values[veil->next];

        if (value->offset >= base + (uint64_t)(end - input->base))
            return;
        if (value->offset >= base)
            memcpy((xmlChar *)(uintptr_t)input->base + (value->offset - base),
                   stream->window + (value->offset - stream->window_offset),
                   value->length);
    }
}

void fzzf__veil_free(struct fzzf__veil *veil)
{
    fzzf__free(veil->shown);
    fzzf__free(veil->values);
    memset(veil, 0, sizeof *veil);
}
