/* SPDX-License-Identifier: Apache-2.0 */
/* The canonical form of XML: layout, escapes, and the way out. */

#include "xml/write.h"

#include <string.h>

#include "base/options.h"

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
                        bool in_attribute)
{
    for (;;) {
        const size_t plain = strcspn(text, "&<>\r\"\t\n");

        put(writer, text, plain);
        text += plain;
        if (*text == '\0')
            return;
        put_text(writer, escape_of(*text++, in_attribute));
    }
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
    put_escaped(writer, text, false);
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
        put_text(writer, extension->xml);
    }
}

void fzzf__write_attr(struct fzzf__writer *writer, const char *name,
                      const char *value)
{
    if (value == NULL)
        return;
    put(writer, " ", 1);
    put_text(writer, name);
    put(writer, "=\"", 2);
    put_escaped(writer, value, true);
    put(writer, "\"", 1);
}
