/* SPDX-License-Identifier: Apache-2.0 */
/* Tells documents apart by their root element. */

#include "xml/sniff.h"

#include <string.h>

#include "model/choice.h"
#include "xml/stream.h"

static const char *const names[] = {
    [FZZF_DOCUMENT_SYSTEM] = "system",
    [FZZF_DOCUMENT_TAILORING] = "tailoring",
    [FZZF_DOCUMENT_CONTRACT] = "contract",
    [FZZF_DOCUMENT_DECLARATION] = "declaration",
    [FZZF_DOCUMENT_DECLARATIONS] = "declarations",
    [FZZF_DOCUMENT_RESULT] = "result",
    [FZZF_DOCUMENT_MANIFEST] = "manifest",
    [FZZF_DOCUMENT_RECEIPT] = "receipt",
#define KIND(number, name, root) [FZZF_DOCUMENT_##number] = root,
#include "model/kinds.def"
#undef KIND
};

#define COUNT (sizeof names / sizeof names[0])

const char *fzzf_document_name(fzzf_document kind)
{
    return (size_t)kind < COUNT ? names[kind] : NULL;
}

fzzf_document fzzf__document_kind(const char *name)
{
    for (size_t i = 1; i < COUNT; i++)
        if (names[i] != NULL && strcmp(names[i], name) == 0)
            return (fzzf_document)i;
    return FZZF_DOCUMENT_NONE;
}

static fzzf_status refuse_root(fzzf_diags *diags, const fzzf__place *place,
                               const char *name)
{
    struct fzzf__choice choice = {0};

    for (size_t i = 1; i < COUNT; i++)
        fzzf__choice_add(&choice, names[i]);
    fzzf__report(diags, FZZF_E_SCHEMA, FZZF__F_ROOT_UNKNOWN, place, name,
                 fzzf__choice_list(&choice), NULL);
    fzzf__choice_free(&choice);
    return FZZF_E_SCHEMA;
}

struct sniff {
    struct fzzf__stream stream;
    fzzf_document kind;
};

static void on_start(void *user, const struct fzzf__tag *tag)
{
    struct sniff *sniff = user;
    fzzf_diags *diags = sniff->stream.diags;
    const char *name = (const char *)tag->name;
    fzzf__place place = {.file = sniff->stream.bytes.name,
                         .line = tag->line,
                         .column = tag->column};
    fzzf_status status = FZZF_OK;

    sniff->kind = fzzf__document_kind(name);
    if (tag->uri != sniff->stream.own_namespace)
        status =
            fzzf__report(diags, FZZF_E_SCHEMA, FZZF__F_OTHER_NAMESPACE, &place,
                         name, tag->uri == NULL ? "" : (const char *)tag->uri,
                         FZZF__NAMESPACE, NULL);
    else if (sniff->kind == FZZF_DOCUMENT_NONE)
        status = refuse_root(diags, &place, name);
    fzzf__stream_stop(&sniff->stream, status);
}

static void on_end(void *user, const xmlChar *name, const xmlChar *prefix)
{
    (void)user, (void)name, (void)prefix;
}

fzzf_status fzzf_xml_sniff(fzzf_document *out, const fzzf_source *source,
                           fzzf_diags *diags)
{
    static const struct fzzf__events events = {.start = on_start,
                                               .end = on_end};
    struct sniff sniff = {.stream = {.events = &events, .diags = diags}};
    fzzf_status status;

    if (out == NULL)
        return FZZF_E_ARGUMENT;
    sniff.stream.user = &sniff;
    status = fzzf__stream_read(&sniff.stream, source);
    fzzf__stream_free(&sniff.stream);
    if (status == FZZF_OK)
        *out = sniff.kind;
    return status;
}
