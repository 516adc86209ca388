/* SPDX-License-Identifier: Apache-2.0 */
/* Any document, in any of the encodings, again in canonical form. */

#include <string.h>

#include "base/memory.h"
#include "model/tailoring.h"
#include "xml/decode.h"
#include "xml/read_batch.h"
#include "xml/result_document.h"
#include "xml/rewrite.h"
#include "xml/write.h"

struct conversion {
    struct fzzf__decoder decoder;
    fzzf__text text; /* decoded: the beginning, or all of it */
    size_t given;    /* of it to a reader of batches */
    fzzf_write_fn write;
    void *user;
    const fzzf_write_options *options;
    fzzf_diags *diags;
    struct fzzf__writer writer; /* of a batch */
    bool begun;
};

/* Decodes until there are @length bytes, or all. */
static fzzf_status gather(struct conversion *to, uint64_t length)
{
    char *const buffer = fzzf__malloc(FZZF__DECODE_CHUNK);
    int64_t got = buffer == NULL ? -1 : 1;

    while (got > 0 && to->text.length < length) {
        got = fzzf__decode_read(&to->decoder, buffer, FZZF__DECODE_CHUNK);
        if (got > 0)
            fzzf__text_addn(&to->text, buffer, (size_t)got);
    }
    fzzf__free(buffer);
    if (buffer == NULL || to->text.failed)
        return FZZF_E_MEMORY;
    return got < 0 ? to->decoder.status : FZZF_OK;
}

/* What was decoded, as a source. */
static fzzf_source decoded(const struct conversion *to)
{
    return (fzzf_source){.size = sizeof(fzzf_source),
                         .name = to->decoder.bytes.name,
                         .bytes = to->text.length == 0 ? "" : to->text.bytes,
                         .length = to->text.length,
                         .limits = &to->decoder.bytes.limits};
}

static int64_t read_on(void *user, char *buffer, size_t size)
{
    struct conversion *const to = user;
    const size_t left = to->text.length - to->given;

    if (left == 0)
        return fzzf__decode_read(&to->decoder, buffer, size);
    if (size > left)
        size = left;
    memcpy(buffer, to->text.bytes + to->given, size);
    to->given += size;
    return (int64_t)size;
}

static void open_batch(void *user, const char *batch)
{
    struct conversion *const to = user;

    to->begun = fzzf__write_begin(&to->writer, to->write, to->user,
                                  to->options) == FZZF_OK;
    if (!to->begun)
        return;
    fzzf__write_open(&to->writer, "declarations");
    fzzf__write_attr(&to->writer, "batch", batch);
}

static int write_one(void *user, fzzf_declaration *declaration)
{
    struct conversion *const to = user;

    if (!to->begun)
        return 1;
    fzzf__write_declaration(&to->writer, declaration);
    return to->writer.status != FZZF_OK;
}

static void close_batch(void *user, const struct fzzf__extension *extensions)
{
    struct conversion *const to = user;

    if (!to->begun)
        return;
    fzzf__write_extensions(&to->writer, extensions);
    fzzf__write_close(&to->writer, "declarations");
}

static fzzf_status convert_batch(struct conversion *to)
{
    static const struct fzzf__batch_taker taker = {
        .open = open_batch, .each = write_one, .close = close_batch};
    fzzf_source source = decoded(to);
    fzzf_status status, written = FZZF_OK;

    source.bytes = NULL;
    source.read = read_on;
    source.user = to;
    source.undigested = 1;
    status = fzzf__xml_read_batch(&source, &taker, to, to->diags);
    if (to->begun)
        written = fzzf__write_end(&to->writer);
    if (to->decoder.status != FZZF_OK)
        return to->decoder.status;
    if (status == FZZF_E_CANCELLED)
        return to->begun ? written : FZZF_E_ARGUMENT;
    return status != FZZF_OK ? status : written;
}

/* Reads one document of a kind and writes it. */
#define CONVERT(noun)                                                          \
    static fzzf_status convert_##noun(struct conversion *to,                   \
                                      const fzzf_source *source)               \
    {                                                                          \
        fzzf_##noun *document = NULL;                                          \
        fzzf_status status =                                                   \
            fzzf_xml_read_##noun(&document, source, to->diags);                \
                                                                               \
        if (status == FZZF_OK)                                                 \
            status = fzzf_xml_write_##noun(document, to->write, to->user,      \
                                           to->options);                       \
        fzzf_##noun##_unref(document);                                         \
        return status;                                                         \
    }

CONVERT(system)
CONVERT(tailoring)
CONVERT(contract)
CONVERT(declaration)
CONVERT(record)

static fzzf_status convert_result(struct conversion *to,
                                  const fzzf_source *source)
{
    struct fzzf__result_document document;
    fzzf_status status =
        fzzf__xml_read_result_document(&document, source, to->diags);

    fzzf__result_document_free(&document);
    if (status == FZZF_OK)
        status = fzzf__xml_rewrite(source, to->write, to->user, to->options,
                                   to->diags);
    return status;
}

/* Documents that have calls of their own; the others are records. */
static fzzf_status (*const converters[])(struct conversion *to,
                                         const fzzf_source *source) = {
    [FZZF_DOCUMENT_SYSTEM] = convert_system,
    [FZZF_DOCUMENT_TAILORING] = convert_tailoring,
    [FZZF_DOCUMENT_CONTRACT] = convert_contract,
    [FZZF_DOCUMENT_DECLARATION] = convert_declaration,
    [FZZF_DOCUMENT_RESULT] = convert_result,
};

static fzzf_status convert_document(struct conversion *to, fzzf_document kind)
{
    const uint64_t limit = to->decoder.bytes.limits.document;
    fzzf_status status = gather(to, limit + 1);
    fzzf_source source = decoded(to);

    if (status != FZZF_OK)
        return status;
    if ((size_t)kind < sizeof converters / sizeof converters[0] &&
        converters[kind] != NULL)
        return converters[kind](to, &source);
    return convert_record(to, &source);
}

static fzzf_status convert(struct conversion *to)
{
    /* A root's start tag, and as much before it. */
    fzzf_status status =
        gather(to, 2 * (uint64_t)to->decoder.bytes.limits.start_tag);
    fzzf_document kind = FZZF_DOCUMENT_NONE;
    fzzf_source source = decoded(to);

    if (status == FZZF_OK)
        status = fzzf_xml_sniff(&kind, &source, to->diags);
    if (status != FZZF_OK)
        return status;
    return kind == FZZF_DOCUMENT_DECLARATIONS ? convert_batch(to)
                                              : convert_document(to, kind);
}

fzzf_status fzzf_xml_convert(const fzzf_source *source, const char *encoding,
                             fzzf_write_fn write, void *user,
                             const fzzf_write_options *options,
                             fzzf_diags *diags)
{
    struct conversion *to;
    fzzf_status status;

    if (write == NULL)
        return FZZF_E_ARGUMENT;
    to = fzzf__calloc(1, sizeof *to);
    if (to == NULL)
        return FZZF_E_MEMORY;
    to->write = write;
    to->user = user;
    to->options = options;
    to->diags = diags;
    status = fzzf__decode_open(&to->decoder, source, encoding, diags);
    if (status == FZZF_OK)
        status = convert(to);
    fzzf__decode_close(&to->decoder);
    fzzf__text_free(&to->text);
    fzzf__free(to);
    return status;
}
