/* SPDX-License-Identifier: Apache-2.0 */
/* Keeps <extension> elements as XML text that stands on its own. */

#include <string.h>

#include "xml/reader.h"

static void add_escaped(fzzf__text *text, const char *bytes, size_t length)
{
    size_t done = 0;

    for (size_t i = 0; i < length; i++) {
        const char *as = bytes[i] == '&'    ? "&amp;"
                         : bytes[i] == '<'  ? "&lt;"
                         : bytes[i] == '>'  ? "&gt;"
                         : bytes[i] == '\r' ? "&#13;"
                                            : NULL;

        if (as == NULL)
            continue;
        fzzf__text_addn(text, bytes + done, i - done);
        fzzf__text_add(text, as);
        done = i + 1;
    }
    fzzf__text_addn(text, bytes + done, length - done);
}

static void add_attribute_value(fzzf__text *text, const char *bytes,
                                size_t length)
{
    size_t done = 0;

    fzzf__text_add(text, "=\"");
    for (size_t i = 0; i < length; i++) {
        const char *as = bytes[i] == '"'    ? "&quot;"
                         : bytes[i] == '\n' ? "&#10;"
                         : bytes[i] == '\t' ? "&#9;"
                                            : NULL;

        if (as == NULL)
            continue;
        add_escaped(text, bytes + done, i - done);
        fzzf__text_add(text, as);
        done = i + 1;
    }
    add_escaped(text, bytes + done, length - done);
    fzzf__text_add(text, "\"");
}

static void add_name(fzzf__text *text, const xmlChar *prefix,
                     const xmlChar *name)
{
    if (prefix != NULL) {
        fzzf__text_add(text, (const char *)prefix);
        fzzf__text_add(text, ":");
    }
    fzzf__text_add(text, (const char *)name);
}

static void add_declaration(fzzf__text *text, const char *prefix,
                            const char *uri)
{
    fzzf__text_add(text, prefix == NULL ? " xmlns" : " xmlns:");
    fzzf__text_add(text, prefix == NULL ? "" : prefix);
    add_attribute_value(text, uri == NULL ? "" : uri,
                        uri == NULL ? 0 : strlen(uri));
}

static void end_tag_open(struct fzzf__reader *reader)
{
    if (reader->tag_open)
        fzzf__text_add(&reader->text, ">");
    reader->tag_open = false;
}

static bool same_prefix(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/* What @prefix is bound to by an element deeper than @depth, or NULL. */
static const struct fzzf__scope *bound_below(const struct fzzf__reader *reader,
                                             const char *prefix, uint32_t depth)
{
    const struct fzzf__scope *scopes = reader->scopes.items;

    for (size_t i = reader->scopes.count; i-- > 0;)
        if (scopes[i].depth > depth && same_prefix(scopes[i].prefix, prefix))
            return &scopes[i];
    return NULL;
}

/*
 * The extension is written with the format's namespace as its default, so an
 * unprefixed element that relied on another default from further out must say
 * so; its descendants then rely on it.
 */
static void add_namespaces(struct fzzf__reader *reader,
                           const struct fzzf__tag *tag, uint32_t depth)
{
    struct fzzf__scope *scope;

    for (int i = 0; i < tag->namespace_count; i++)
        add_declaration(&reader->text, (const char *)tag->namespaces[2 * i],
                        (const char *)tag->namespaces[2 * i + 1]);
    if (tag->prefix != NULL || bound_below(reader, NULL, depth) != NULL)
        return;
    add_declaration(&reader->text, NULL, (const char *)tag->uri);
    scope = fzzf__reader_push(reader, &reader->scopes);
    if (scope == NULL)
        return;
    scope->uri = (const char *)tag->uri;
    scope->depth = reader->stream.depth;
}

static void begin(struct fzzf__reader *reader)
{
    reader->captured = 1;
    reader->tag_open = false;
    reader->text.length = 0;
}

void fzzf__extension_start(struct fzzf__reader *reader,
                           const struct fzzf__tag *tag)
{
    uint32_t depth = reader->stream.depth - reader->captured;
    const xmlChar *const *attribute = (const xmlChar *const *)tag->attributes;
    fzzf__text *text = &reader->text;

    if (reader->captured == 0) {
        begin(reader);
        return;
    }
    if (tag->uri == reader->stream.own_namespace) {
        FZZF__FAULT(reader, FZZF__F_FORMAT_IN_EXTENSION,
                    (const char *)tag->name);
        reader->skipped = 1;
        return;
    }
    (void)fzzf__stream_name(&reader->stream, tag->name);
    end_tag_open(reader);
    fzzf__text_add(text, "<");
    add_name(text, tag->prefix, tag->name);
    add_namespaces(reader, tag, depth);
    for (int i = 0; i < tag->attribute_count; i++, attribute += 5) {
        fzzf__text_add(text, " ");
        add_name(text, attribute[1], attribute[0]);
        add_attribute_value(text, (const char *)attribute[3],
                            (size_t)(attribute[4] - attribute[3]));
    }
    reader->captured++;
    reader->tag_open = true;
    if (text->failed)
        fzzf__reader_memory(reader);
}

void fzzf__extension_text(struct fzzf__reader *reader, const char *bytes,
                          size_t length)
{
    end_tag_open(reader);
    add_escaped(&reader->text, bytes, length);
}

void fzzf__extension_end(struct fzzf__reader *reader, const xmlChar *name,
                         const xmlChar *prefix)
{
    fzzf__text *text = &reader->text;

    reader->captured--;
    if (reader->tag_open) {
        fzzf__text_add(text, "/>");
    } else {
        fzzf__text_add(text, "</");
        add_name(text, prefix, name);
        fzzf__text_add(text, ">");
    }
    reader->tag_open = false;
    if (text->failed)
        fzzf__reader_memory(reader);
}

/* Whether "prefix:" occurs, be it in a name or in a value that means one. */
static bool is_used(const struct fzzf__reader *reader, const char *prefix)
{
    size_t length = strlen(prefix);
    const char *at = reader->text.length == 0 ? "" : reader->text.bytes;

    while ((at = strstr(at, prefix)) != NULL) {
        if (at[length] == ':')
            return true;
        at += length;
    }
    return false;
}

/* Prefixes that were declared further out and are used inside. */
static void add_outer_namespaces(struct fzzf__reader *reader, fzzf__text *whole)
{
    const struct fzzf__scope *scopes = reader->scopes.items;

    for (size_t i = 0; i < reader->scopes.count; i++)
        if (scopes[i].prefix != NULL &&
            bound_below(reader, scopes[i].prefix, 0) == &scopes[i] &&
            is_used(reader, scopes[i].prefix))
            add_declaration(whole, scopes[i].prefix, scopes[i].uri);
}

static void attach(struct fzzf__reader *reader, const fzzf__text *whole)
{
    /* An extension is never the root. */
    struct fzzf__frame *parent = fzzf__reader_top(reader) - 1;
    struct fzzf__extension *extension;

    if (reader->faulty || parent->bound->type->extensions == NULL)
        return;
    extension = fzzf__arena_alloc(reader->arena, sizeof *extension);
    if (extension == NULL)
        return;
    extension->xml =
        fzzf__arena_textn(reader->arena, whole->bytes, whole->length);
    if (parent->extension == NULL)
        *parent->bound->type->extensions(reader) = extension;
    else
        parent->extension->next = extension;
    parent->extension = extension;
}

void fzzf__extension_close(struct fzzf__reader *reader)
{
    fzzf__text whole = {0};

    reader->captured = 0;
    fzzf__text_add(&whole, "<extension");
    add_declaration(&whole, NULL, FZZF__NAMESPACE);
    add_outer_namespaces(reader, &whole);
    if (reader->text.length == 0) {
        fzzf__text_add(&whole, "/>");
    } else {
        fzzf__text_add(&whole, ">");
        fzzf__text_addn(&whole, reader->text.bytes, reader->text.length);
        fzzf__text_add(&whole, "</extension>");
    }
    if (whole.failed)
        fzzf__reader_memory(reader);
    else
        attach(reader, &whole);
    fzzf__text_free(&whole);
}

const struct fzzf__type fzzf__type_extension = {
    .content = FZZF__CONTENT_EXTENSION,
};
