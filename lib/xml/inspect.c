/* SPDX-License-Identifier: Apache-2.0 */
/* Looks into every corner of a document for what must not leave. */

#include "base/text.h"
#include "model/conceal.h"
#include "xml/stream.h"

struct inspection {
    struct fzzf__stream stream;
    fzzf__text text;    /* that is going on */
    fzzf__text element; /* that it stands in */
    fzzf__place place;  /* of the last start tag */
    fzzf_status status; /* FZZF_E_SCHEMA once there is something */
};

static void look_at(struct inspection *in, const char *what, const char *text)
{
    if (fzzf__tell_identities(&in->place, FZZF__F_IDENTITY_STAYS, what, text,
                              in->stream.diags) > 0)
        in->status = FZZF_E_SCHEMA;
}

static void flush_text(struct inspection *in)
{
    if (in->text.failed || in->element.failed)
        fzzf__stream_stop(&in->stream, FZZF_E_MEMORY);
    else if (in->text.length > 0)
        look_at(in, in->element.bytes, in->text.bytes);
    in->text.length = 0;
}

static void on_start(void *user, const struct fzzf__tag *tag)
{
    struct inspection *in = user;
    const xmlChar *const *at = (const xmlChar *const *)tag->attributes;

    flush_text(in);
    if (in->stream.depth == 2)
        in->stream.elements = 1; /* a batch has them in every declaration */
    in->place.line = tag->line;
    in->place.column = tag->column;
    in->element.length = 0;
    fzzf__text_add(&in->element, (const char *)tag->name);
    for (int i = 0; i < tag->namespace_count; i++)
        look_at(in, "xmlns", (const char *)tag->namespaces[2 * i + 1]);
    for (int i = 0; i < tag->attribute_count; i++, at += 5)
        look_at(in, (const char *)at[0], (const char *)at[3]);
}

static void on_text(void *user, const char *bytes, size_t length)
{
    struct inspection *in = user;

    fzzf__text_addn(&in->text, bytes, length);
}

static void on_end(void *user, const xmlChar *name, const xmlChar *prefix)
{
    (void)name, (void)prefix;
    flush_text(user);
}

static void on_remark(void *user, const char *text)
{
    look_at(user, "comment", text);
}

static void on_begin(void *user)
{
    struct inspection *in = user;

    in->place.file = in->stream.bytes.name;
    in->stream.batch = true; /* the longest that is allowed */
    in->stream.hash = false;
}

fzzf_status fzzf_xml_inspect(const fzzf_source *source, fzzf_diags *diags)
{
    static const struct fzzf__events events = {.begin = on_begin,
                                               .start = on_start,
                                               .end = on_end,
                                               .text = on_text,
                                               .remark = on_remark};
    struct inspection in = {.stream = {.events = &events, .diags = diags}};
    fzzf_status status;

    in.stream.user = &in;
    status = fzzf__stream_read(&in.stream, source);
    fzzf__stream_free(&in.stream);
    fzzf__text_free(&in.text);
    fzzf__text_free(&in.element);
    return status != FZZF_OK ? status : in.status;
}
