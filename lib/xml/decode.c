/* SPDX-License-Identifier: Apache-2.0 */
/* Decodes documents into UTF-8, strictly. */

#include "xml/decode.h"

#include <errno.h>
#include <string.h>
#include <strings.h>

#define HEAD_MAX ((size_t)1024) /* an XML declaration ends before that */

/* What documents call their encoding, and what it is. GB 18030 covers its
 * forerunners, and files that name one of those often hold more. */
static const struct {
    const char *label, *encoding;
} labels[] = {
    {"UTF-8", "UTF-8"},       {"UTF8", "UTF-8"},        {"US-ASCII", "UTF-8"},
    {"GB18030", "GB18030"},   {"GB-18030", "GB18030"},  {"GBK", "GB18030"},
    {"GB2312", "GB18030"},    {"CP936", "GB18030"},     {"UTF-16", "UTF-16"},
    {"UTF-16LE", "UTF-16LE"}, {"UTF-16BE", "UTF-16BE"},
};

static const char *encoding_of(const char *label, size_t length)
{
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++)
        if (strlen(labels[i].label) == length &&
            strncasecmp(labels[i].label, label, length) == 0)
            return labels[i].encoding;
    return NULL;
}

static const struct {
    const char *bytes;
    size_t length, skip;
    const char *encoding;
} marks[] = {
    {"\xef\xbb\xbf", 3, 3, "UTF-8"},
    {"\x84\x31\x95\x33", 4, 4, "GB18030"},
    {"\xff\xfe", 2, 2, "UTF-16LE"},
    {"\xfe\xff", 2, 2, "UTF-16BE"},
    /* No mark, but '<' of two bytes. */
    {"<\0", 2, 0, "UTF-16LE"},
    {"\0<", 2, 0, "UTF-16BE"},
};

static fzzf__place place_of(const struct fzzf__decoder *decoder)
{
    return (fzzf__place){.file = decoder->bytes.name, .line = decoder->line};
}

static fzzf_status fail(struct fzzf__decoder *decoder, fzzf_status status)
{
    if (decoder->status == FZZF_OK)
        decoder->status = status;
    return decoder->status;
}

static fzzf_status refuse_encoding(struct fzzf__decoder *decoder,
                                   const char *label, size_t length)
{
    fzzf__place place = place_of(decoder);
    fzzf__text text = {0};

    fzzf__text_addn(&text, label, length);
    (void)fail(decoder, fzzf__report(decoder->diags, FZZF_E_SYNTAX,
                                     FZZF__F_ENCODING_UNKNOWN, &place,
                                     fzzf__argument(&text), NULL));
    fzzf__text_free(&text);
    return decoder->status;
}

/* Fills what is free of the input. */
static fzzf_status refill(struct fzzf__decoder *decoder)
{
    while (!decoder->ended && decoder->in_length < sizeof decoder->in) {
        const char *chunk;
        char *const to = decoder->in + decoder->in_length;
        const int64_t got = fzzf__bytes_next(
            &decoder->bytes, to, sizeof decoder->in - decoder->in_length,
            &chunk, decoder->diags);

        if (got < 0)
            return fail(decoder, FZZF_E_IO);
        if (got > 0 && chunk != to)
            memcpy(to, chunk, (size_t)got);
        decoder->in_length += (size_t)got;
        decoder->ended = got == 0;
    }
    return FZZF_OK;
}

static void drop_input(struct fzzf__decoder *decoder, size_t count)
{
    memmove(decoder->in, decoder->in + count, decoder->in_length - count);
    decoder->in_length -= count;
    decoder->offset += count;
}

/* Where in an XML declaration at @text the name of an encoding stands. */
static const char *find_label(const char *text, size_t length, size_t *count)
{
    static const char word[] = "encoding";
    const char *end = text, *at;
    char quote;

    *count = 0;
    if (length < 6 || memcmp(text, "<?xml", 5) != 0)
        return NULL;
    while (end + 1 < text + length && memcmp(end, "?>", 2) != 0)
        end++;
    for (at = text; at + sizeof word < end; at++)
        if (memcmp(at, word, sizeof word - 1) == 0 && strchr(" \t\r\n", at[-1]))
            break;
    if (at + sizeof word >= end)
        return NULL;
    at += sizeof word - 1;
    while (at < end && strchr(" \t\r\n=", *at) != NULL)
        at++;
    quote = *at++;
    if (quote != '"' && quote != '\'')
        return NULL;
    while (at + *count < end && at[*count] != quote)
        ++*count;
    return at + *count < end ? at : NULL;
}

/* The encoding that a mark tells; drops it. */
static const char *take_mark(struct fzzf__decoder *decoder)
{
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (decoder->in_length >= marks[i].length &&
            memcmp(decoder->in, marks[i].bytes, marks[i].length) == 0) {
            drop_input(decoder, marks[i].skip);
            return marks[i].encoding;
        }
    return NULL;
}

static fzzf_status choose(struct fzzf__decoder *decoder, const char *given)
{
    const char *const marked = take_mark(decoder);
    const char *label = given;
    size_t length = given == NULL ? 0 : strlen(given);

    if (marked != NULL) {
        decoder->encoding = marked;
        return FZZF_OK;
    }
    if (label == NULL)
        label = find_label(decoder->in,
                           decoder->in_length < HEAD_MAX ? decoder->in_length
                                                         : HEAD_MAX,
                           &length);
    decoder->encoding = label == NULL ? "UTF-8" : encoding_of(label, length);
    /* Bytes that can be read as plain letters are no UTF-16. */
    if (decoder->encoding == NULL ||
        (given == NULL && strncmp(decoder->encoding, "UTF-16", 6) == 0))
        return refuse_encoding(decoder, label, length);
    return FZZF_OK;
}

/* Up to four bytes in hexadecimal digits. */
static void add_bytes(fzzf__text *text, const char *bytes, size_t length)
{
    static const char digits[] = "0123456789ABCDEF";

    for (size_t i = 0; i < length && i < 4; i++) {
        const unsigned char byte = (unsigned char)bytes[i];
        const char hex[] = {digits[byte >> 4], digits[byte & 15], '\0'};

        fzzf__text_add(text, i == 0 ? "" : " ");
        fzzf__text_add(text, hex);
    }
}

static fzzf_status refuse_sequence(struct fzzf__decoder *decoder)
{
    fzzf__place place = place_of(decoder);
    fzzf__text at = {0}, bytes = {0};

    fzzf__text_add_int(&at, (long long)decoder->offset + 1);
    add_bytes(&bytes, decoder->in, decoder->in_length);
    (void)fail(decoder,
               fzzf__report(decoder->diags, FZZF_E_SYNTAX, FZZF__F_BAD_SEQUENCE,
                            &place, fzzf__argument(&at), fzzf__argument(&bytes),
                            decoder->encoding, NULL));
    fzzf__text_free(&at);
    fzzf__text_free(&bytes);
    return decoder->status;
}

/* Decodes into @buffer; returns how many bytes, or FZZF__READ_TOLD. */
static int64_t decode(struct fzzf__decoder *decoder, char *buffer, size_t size)
{
    char *from = decoder->in, *to = buffer;
    size_t left = decoder->in_length, room = size;
    size_t done;
    int error = 0;

    if (iconv(decoder->conversion, &from, &left, &to, &room) == (size_t)-1)
        error = errno;
    done = size - room;
    for (size_t i = 0; i < done; i++)
        decoder->line += buffer[i] == '\n';
    drop_input(decoder, decoder->in_length - left);
    if (error == EILSEQ || (error == EINVAL && decoder->ended)) {
        (void)refuse_sequence(decoder);
        return FZZF__READ_TOLD;
    }
    return (int64_t)done;
}

/* The next decoded bytes; 0 at the end, FZZF__READ_TOLD with the status set. */
static int64_t next(struct fzzf__decoder *decoder, char *buffer, size_t size)
{
    int64_t got = 0;

    while (got == 0) {
        if (refill(decoder) != FZZF_OK)
            return FZZF__READ_TOLD;
        if (decoder->in_length == 0)
            return 0;
        got = decode(decoder, buffer, size);
    }
    return got;
}

/* A label that names another encoding is told, not followed. */
static void compare_label(struct fzzf__decoder *decoder, const char *label,
                          size_t length)
{
    const char *const encoding = encoding_of(label, length);
    fzzf__place place = {.file = decoder->bytes.name, .line = 1};
    fzzf__text text = {0};

    if (encoding != NULL &&
        strncmp(encoding, decoder->encoding, strlen(encoding)) == 0)
        return;
    fzzf__text_addn(&text, label, length);
    (void)fzzf__report(decoder->diags, FZZF_OK, FZZF__F_ENCODING_LABEL, &place,
                       fzzf__argument(&text), decoder->encoding, NULL);
    fzzf__text_free(&text);
}

/* Blanks encoding="…" in the decoded head. */
static void blank_label(struct fzzf__decoder *decoder)
{
    char *const text = decoder->head.bytes;
    size_t length;
    const char *label;
    size_t at, end;

    if (text == NULL)
        return;
    label = find_label(text, decoder->head.length, &length);
    if (label == NULL)
        return;
    compare_label(decoder, label, length);
    at = (size_t)(label - text);
    end = at + length + 1;
    while (memcmp(text + at, "encoding", 8) != 0)
        at--;
    for (; at < end; at++)
        if (text[at] != '\n')
            text[at] = ' ';
}

static fzzf_status decode_head(struct fzzf__decoder *decoder)
{
    char buffer[HEAD_MAX];
    int64_t got = 1;

    while (got > 0 && decoder->head.length < HEAD_MAX) {
        got = next(decoder, buffer, sizeof buffer - decoder->head.length);
        if (got > 0)
            fzzf__text_addn(&decoder->head, buffer, (size_t)got);
        if (decoder->head.failed)
            return fail(decoder, FZZF_E_MEMORY);
        /* Room for less than one character is as good as none. */
        if (decoder->head.length + 8 > HEAD_MAX)
            break;
    }
    if (got >= 0)
        blank_label(decoder);
    return decoder->status;
}

fzzf_status fzzf__decode_open(struct fzzf__decoder *decoder,
                              const fzzf_source *source, const char *encoding,
                              fzzf_diags *diags)
{
    fzzf_status status;

    memset(decoder, 0, sizeof *decoder);
    decoder->diags = diags;
    decoder->line = 1;
    status = fzzf__bytes_open(&decoder->bytes, source, diags);
    if (status == FZZF_OK)
        status = refill(decoder);
    if (status == FZZF_OK)
        status = choose(decoder, encoding);
    if (status != FZZF_OK)
        return fail(decoder, status);
    decoder->conversion = iconv_open("UTF-8", decoder->encoding);
    /* NOLINTNEXTLINE: the standard's own way to say "none" */
    if (decoder->conversion == (iconv_t)-1)
        return errno == ENOMEM ? fail(decoder, FZZF_E_MEMORY)
                               : refuse_encoding(decoder, decoder->encoding,
                                                 strlen(decoder->encoding));
    decoder->open = true;
    return decode_head(decoder);
}

int64_t fzzf__decode_read(void *user, char *buffer, size_t size)
{
    struct fzzf__decoder *const decoder = user;
    const size_t left = decoder->head.length - decoder->head_given;

    if (decoder->status != FZZF_OK)
        return FZZF__READ_TOLD;
    if (left == 0)
        return next(decoder, buffer, size);
    if (size > left)
        size = left;
    memcpy(buffer, decoder->head.bytes + decoder->head_given, size);
    decoder->head_given += size;
    return (int64_t)size;
}

void fzzf__decode_close(struct fzzf__decoder *decoder)
{
    if (decoder->open)
        (void)iconv_close(decoder->conversion);
    decoder->open = false;
    fzzf__bytes_close(&decoder->bytes);
    fzzf__text_free(&decoder->head);
}
