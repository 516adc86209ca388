/* SPDX-License-Identifier: Apache-2.0 */
/* Writes a document again as it stands, in canonical layout. */

#include "xml/rewrite.h"

#include <string.h>

#include "base/text.h"
#include "xml/stream.h"
#include "xml/write.h"

struct rewrite {
    struct fzzf__stream stream;
    struct fzzf__writer writer;
    uint32_t inside; /* elements open of an extension, itself included */
    bool compact;    /* as asked for, outside extensions */
    fzzf__text text; /* of the element that is open, and names */
};

/* Nothing more is written once something is lacking. */
static void lose(struct rewrite *rewrite)
{
    rewrite->writer.status = FZZF_E_MEMORY;
    fzzf__stream_stop(&rewrite->stream, FZZF_E_MEMORY);
}

/* Inside an extension every blank counts. */
static void flush_text(struct rewrite *rewrite)
{
    const char *text = rewrite->text.length == 0 ? "" : rewrite->text.bytes;

    if (rewrite->text.failed)
        lose(rewrite);
    else if (rewrite->inside > 0 || text[strspn(text, " \t\r\n")] != '\0')
        fzzf__write_text(&rewrite->writer, text);
    rewrite->text.length = 0;
    if (rewrite->text.bytes != NULL)
        rewrite->text.bytes[0] = '\0';
}

/* "prefix:name", or "name" of the format itself; lives until the next one. */
static const char *full_name(struct rewrite *rewrite, const xmlChar *prefix,
                             const xmlChar *name)
{
    rewrite->text.length = 0;
    if (prefix != NULL) {
        fzzf__text_add(&rewrite->text, (const char *)prefix);
        fzzf__text_add(&rewrite->text, ":");
    }
    fzzf__text_add(&rewrite->text, (const char *)name);
    if (!rewrite->text.failed)
        return rewrite->text.bytes;
    lose(rewrite);
    return "";
}

static void drop_name(struct rewrite *rewrite)
{
    rewrite->text.length = 0;
    if (rewrite->text.bytes != NULL)
        rewrite->text.bytes[0] = '\0';
}

/* The format's own namespace is the default one; what stood for it goes. */
static void write_namespaces(struct rewrite *rewrite,
                             const struct fzzf__tag *tag, bool own)
{
    for (int i = 0; i < tag->namespace_count; i++) {
        const xmlChar *const prefix = tag->namespaces[2 * i];
        const xmlChar *const uri = tag->namespaces[2 * i + 1];
        fzzf__text name = {0};

        if (prefix == NULL || uri == NULL)
            continue;
        fzzf__text_add(&name, "xmlns:");
        fzzf__text_add(&name, (const char *)prefix);
        if (name.failed)
            lose(rewrite);
        else
            fzzf__write_attr(&rewrite->writer, name.bytes, (const char *)uri);
        fzzf__text_free(&name);
    }
    if (!own && tag->prefix == NULL)
        fzzf__write_attr(&rewrite->writer, "xmlns",
                         tag->uri == NULL ? "" : (const char *)tag->uri);
}

static void write_attributes(struct rewrite *rewrite,
                             const struct fzzf__tag *tag)
{
    const xmlChar *const *at = (const xmlChar *const *)tag->attributes;

    for (int i = 0; i < tag->attribute_count; i++, at += 5) {
        fzzf__text value = {0};

        fzzf__text_addn(&value, (const char *)at[3], (size_t)(at[4] - at[3]));
        if (value.failed)
            lose(rewrite);
        else
            fzzf__write_attr(&rewrite->writer, full_name(rewrite, at[1], at[0]),
                             value.bytes == NULL ? "" : value.bytes);
        fzzf__text_free(&value);
    }
}

static void on_start(void *user, const struct fzzf__tag *tag)
{
    struct rewrite *rewrite = user;
    const bool own = tag->uri == rewrite->stream.own_namespace;

    flush_text(rewrite);
    fzzf__write_open(&rewrite->writer,
                     full_name(rewrite, own ? NULL : tag->prefix, tag->name));
    write_namespaces(rewrite, tag, own);
    write_attributes(rewrite, tag);
    drop_name(rewrite);
    if (rewrite->inside > 0 ||
        strcmp((const char *)tag->name, "extension") == 0)
        rewrite->inside++;
    rewrite->writer.compact = rewrite->compact || rewrite->inside > 0;
}

static void on_text(void *user, const char *bytes, size_t length)
{
    struct rewrite *rewrite = user;

    fzzf__text_addn(&rewrite->text, bytes, length);
}

static void on_end(void *user, const xmlChar *name, const xmlChar *prefix)
{
    struct rewrite *rewrite = user;
    const bool foreign = rewrite->inside > 1;

    flush_text(rewrite);
    fzzf__write_close(&rewrite->writer,
                      full_name(rewrite, foreign ? prefix : NULL, name));
    drop_name(rewrite);
    if (rewrite->inside > 0)
        rewrite->inside--;
    rewrite->writer.compact = rewrite->compact || rewrite->inside > 0;
}

fzzf_status fzzf__xml_rewrite(const fzzf_source *source, fzzf_write_fn write,
                              void *user, const fzzf_write_options *options,
                              fzzf_diags *diags)
{
    static const struct fzzf__events events = {
        .start = on_start, .end = on_end, .text = on_text};
    struct rewrite rewrite = {.stream = {.events = &events, .diags = diags}};
    fzzf_status status =
        fzzf__write_begin(&rewrite.writer, write, user, options);
    fzzf_status written;

    if (status != FZZF_OK)
        return status;
    rewrite.compact = rewrite.writer.compact;
    rewrite.stream.user = &rewrite;
    status = fzzf__stream_read(&rewrite.stream, source);
    fzzf__stream_free(&rewrite.stream);
    fzzf__text_free(&rewrite.text);
    written = fzzf__write_end(&rewrite.writer);
    return status != FZZF_OK ? status : written;
}
