/* SPDX-License-Identifier: Apache-2.0 */
/* The canonical form of XML: layout, escapes, and the way out. */

#include "xml/write.h"

#include <string.h>

#include "base/options.h"
#include "fzzf/codes.h"

#define NAMESPACE "urn:fzzf:1"

/* Nothing is handed over once a number or text could not be made. */
static void flush(struct fzzf__writer *writer)
{
    if (writer->status == FZZF_OK)
        writer->status = writer->arena.spoiled;
    if (writer->status == FZZF_OK && writer->used > 0 &&
        writer->write(writer->user, writer->buffer, writer->used) != 0)
        writer->status = FZZF_E_IO;
    writer->used = 0;
}

static void put(struct fzzf__writer *writer, const char *bytes, size_t length)
{
    while (length > 0 && writer->status == FZZF_OK) {
        const size_t room = sizeof writer->buffer - writer->used;
        const size_t part = length < room ? length : room;

        memcpy(writer->buffer + writer->used, bytes, part);
        writer->used += part;
        bytes += part;
        length -= part;
        if (writer->used == sizeof writer->buffer)
            flush(writer);
    }
}

static void put_text(struct fzzf__writer *writer, const char *text)
{
    put(writer, text, strlen(text));
}

static const char *escape_of(char byte, bool in_attribute)
{
    switch (byte) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '\r':
        return "&#13;";
    case '"':
        return in_attribute ? "&quot;" : "\"";
    case '\t':
        return in_attribute ? "&#9;" : "\t";
    default:
        return in_attribute ? "&#10;" : "\n";
    }
}

static void put_escaped(struct fzzf__writer *writer, const char *text,
                        size_t length, bool in_attribute)
{
    while (length > 0) {
        size_t plain = strcspn(text, "&<>\r\"\t\n");

        plain = plain < length ? plain : length;
        put(writer, text, plain);
        if (plain == length)
            return;
        put_text(writer, escape_of(text[plain], in_attribute));
        text += plain + 1;
        length -= plain + 1;
    }
}

/* Texts come by pieces, without identity numbers. */
static int write_value(void *user, const char *bytes, size_t size)
{
    put_escaped(user, bytes, size, true);
    return 0;
}

static int write_content(void *user, const char *bytes, size_t size)
{
    put_escaped(user, bytes, size, false);
    return 0;
}

static int write_plain(void *user, const char *bytes, size_t size)
{
    put(user, bytes, size);
    return 0;
}

fzzf_status fzzf__write_begin(struct fzzf__writer *writer, fzzf_write_fn write,
                              void *user, const fzzf_write_options *options)
{
    fzzf_write_options now;
    const fzzf_status status = fzzf__options_read(&now, sizeof now, options);

    if (status != FZZF_OK)
        return status;
    if (write == NULL)
        return FZZF_E_ARGUMENT;
    memset(writer, 0, sizeof *writer);
    fzzf__arena_init(&writer->arena);
    writer->write = write;
    writer->user = user;
    writer->compact = now.compact != 0;
    put_text(writer, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    return FZZF_OK;
}

fzzf_status fzzf__write_end(struct fzzf__writer *writer)
{
    put(writer, "\n", 1);
    flush(writer);
    fzzf__arena_free(&writer->arena);
    return writer->status;
}

static void end_tag(struct fzzf__writer *writer)
{
    if (writer->in_tag)
        put(writer, ">", 1);
    writer->in_tag = false;
}

static void new_line(struct fzzf__writer *writer)
{
    if (writer->compact)
        return;
    put(writer, "\n", 1);
    for (int i = 0; i < writer->depth; i++)
        put(writer, "  ", 2);
}

void fzzf__write_open(struct fzzf__writer *writer, const char *name)
{
    end_tag(writer);
    if (writer->depth > 0)
        new_line(writer);
    put(writer, "<", 1);
    put_text(writer, name);
    writer->in_tag = true;
    if (writer->depth++ == 0)
        fzzf__write_attr(writer, "xmlns", NAMESPACE);
}

void fzzf__write_close(struct fzzf__writer *writer, const char *name)
{
    writer->depth--;
    if (writer->in_tag) {
        put(writer, "/>", 2);
    } else {
        if (!writer->after_text)
            new_line(writer);
        put(writer, "</", 2);
        put_text(writer, name);
        put(writer, ">", 1);
    }
    writer->in_tag = false;
    writer->after_text = false;
}

void fzzf__write_text(struct fzzf__writer *writer, const char *text)
{
    if (*text == '\0')
        return;
    end_tag(writer);
    (void)fzzf_identity_mask(text, write_content, writer);
    writer->after_text = true;
}

void fzzf__write_text_element(struct fzzf__writer *writer, const char *name,
                              const char *text)
{
    if (text == NULL)
        return;
    fzzf__write_open(writer, name);
    fzzf__write_text(writer, text);
    fzzf__write_close(writer, name);
}

void fzzf__write_extensions(struct fzzf__writer *writer,
                            const struct fzzf__extension *extension)
{
    for (; extension != NULL; extension = extension->next) {
        end_tag(writer);
        new_line(writer);
        (void)fzzf_identity_mask(extension->xml, write_plain, writer);
    }
}

static void begin_attr(struct fzzf__writer *writer, const char *name)
{
    put(writer, " ", 1);
    put_text(writer, name);
    put(writer, "=\"", 2);
}

void fzzf__write_attr(struct fzzf__writer *writer, const char *name,
                      const char *value)
{
    if (value == NULL)
        return;
    begin_attr(writer, name);
    (void)fzzf_identity_mask(value, write_value, writer);
    put(writer, "\"", 1);
}

void fzzf__write_attr_plain(struct fzzf__writer *writer, const char *name,
                            const char *value)
{
    if (value == NULL)
        return;
    begin_attr(writer, name);
    put_text(writer, value);
    put(writer, "\"", 1);
}
