/* SPDX-License-Identifier: Apache-2.0 */
/* Reads receipts. */

#include "model/manifest.h"
#include "xml/reader.h"

#define ARGUMENTS 10

struct build {
    struct fzzf_receipt *receipt;
    int code; /* of the finding that is being read */
    const char *path;
    const char *arguments[ARGUMENTS];
    size_t count;
};

static struct fzzf_receipt *receipt(struct fzzf__reader *reader)
{
    struct build *build = reader->build;

    return build->receipt;
}

static void begin(struct fzzf__reader *reader)
{
    struct build *build = reader->build;

    build->receipt = fzzf__receipt_new();
    if (build->receipt == NULL)
        fzzf__reader_memory(reader);
    else
        reader->arena = &build->receipt->arena;
}

enum {
    RECEIVER,
    LEVEL,
    MADE,
    VERDICT,
    SIZE,
    SHA256,
    SM3,
    BATCH,
    SEQUENCE,
    SENDER
};

static const struct fzzf__attribute receipt_attributes[] = {
    [RECEIVER] = {"receiver", FZZF__FORM_ID, 1, NULL},
    [LEVEL] = {"level", FZZF__FORM_WORD, 1, &fzzf__sender_level_words},
    [MADE] = {"made", FZZF__FORM_DATE, 1, NULL},
    [VERDICT] = {"verdict", FZZF__FORM_WORD, 1, &fzzf__acceptance_words},
    [SIZE] = {"size", FZZF__FORM_WHOLE, 1, NULL},
    [SHA256] = {"sha256", FZZF__FORM_DIGEST, 1, NULL},
    [SM3] = {"sm3", FZZF__FORM_DIGEST, 1, NULL},
    [BATCH] = {"batch", FZZF__FORM_ID, 0, NULL},
    [SEQUENCE] = {"sequence", FZZF__FORM_REVISION, 0, NULL},
    [SENDER] = {"sender", FZZF__FORM_ID, 0, NULL},
};

static void open_receipt(struct fzzf__reader *reader)
{
    const char *const *values = reader->values;
    fzzf_acknowledgement *says = &receipt(reader)->says;
    const int known = (values[BATCH] != NULL) + (values[SEQUENCE] != NULL) +
                      (values[SENDER] != NULL);

    if (known != 0 && known != 3)
        FZZF__FAULT(reader, FZZF__F_HALF_RECEIPT, "receipt");
    says->receiver = values[RECEIVER];
    says->level = (fzzf_level)reader->codes[LEVEL];
    says->made = values[MADE];
    says->verdict = (fzzf_acceptance)reader->codes[VERDICT];
    says->bytes = fzzf__reader_whole(reader, SIZE);
    says->sha256 = values[SHA256];
    says->sm3 = values[SM3];
    says->batch = values[BATCH];
    says->sequence = (uint32_t)fzzf__reader_whole(reader, SEQUENCE);
    says->sender = values[SENDER];
}

static struct fzzf__extension **extensions(struct fzzf__reader *reader)
{
    return &receipt(reader)->extensions;
}

enum { CODE, PATH };

static const struct fzzf__attribute finding_attributes[] = {
    [CODE] = {"code", FZZF__FORM_REVISION, 1, NULL},
    [PATH] = {"path", FZZF__FORM_TEXT, 0, NULL},
};

static void open_finding(struct fzzf__reader *reader)
{
    struct build *build = reader->build;

    build->code = (int)fzzf__reader_whole(reader, CODE);
    build->path = reader->values[PATH];
    build->count = 0;
    if (!fzzf__is_finding(build->code))
        FZZF__FAULT(reader, FZZF__F_FOREIGN_FINDING, reader->values[CODE]);
}

static void close_finding(struct fzzf__reader *reader)
{
    struct build *build = reader->build;
    fzzf_diags *findings = build->receipt->findings;

    if (fzzf_diags_add(findings, build->code, NULL, build->path,
                       build->arguments, build->count) != FZZF_OK ||
        fzzf_diags_dropped(findings) > 0)
        fzzf__reader_memory(reader);
}

/* The table lets no more of them in than there is room for. */
static void close_argument(struct fzzf__reader *reader)
{
    struct build *build = reader->build;
    const char *text = fzzf__reader_text(reader);

    if (text != NULL)
        build->arguments[build->count++] = text;
}

static const struct fzzf__type argument = {
    .content = FZZF__CONTENT_TEXT,
    .close = close_argument,
};

static const struct fzzf__child finding_children[] = {
    {"argument", &argument, 0, ARGUMENTS, 0, 0},
};

static const struct fzzf__type finding = {
    FZZF__ATTRIBUTES(finding_attributes),
    FZZF__CHILDREN(finding_children),
    .open = open_finding,
    .close = close_finding,
};

static const struct fzzf__child receipt_children[] = {
    {"finding", &finding, 0, FZZF__FINDINGS_MAX, 0, 0},
    FZZF__ROW_EXTENSIONS,
};

const struct fzzf__type fzzf__type_receipt = {
    FZZF__ATTRIBUTES(receipt_attributes),
    FZZF__CHILDREN(receipt_children),
    .begin = begin,
    .open = open_receipt,
    .extensions = extensions,
};

fzzf_status fzzf_xml_read_receipt(fzzf_receipt **out, const fzzf_source *source,
                                  fzzf_diags *diags)
{
    static const struct fzzf__child root = {
        "receipt", &fzzf__type_receipt, 1, 1, 0, 0};
    struct build build = {.receipt = NULL};
    struct fzzf__reader reader = {
        .roots = &root, .root_count = 1, .build = &build};
    fzzf_status status = FZZF_E_ARGUMENT;

    if (out != NULL)
        status = fzzf__reader_run(&reader, source, diags);
    fzzf__reader_free(&reader);
    if (status == FZZF_OK)
        *out = build.receipt;
    else
        fzzf_receipt_unref(build.receipt);
    return status;
}
