/* SPDX-License-Identifier: Apache-2.0 */
/* Reads manifests. */

#include "model/manifest.h"
#include "xml/reader.h"

static struct fzzf_manifest *manifest(struct fzzf__reader *reader)
{
    struct fzzf_manifest **build = reader->build;

    return *build;
}

static void begin(struct fzzf__reader *reader)
{
    struct fzzf_manifest **build = reader->build;

    *build = fzzf__manifest_new();
    if (*build == NULL)
        fzzf__reader_memory(reader);
    else
        reader->arena = &(*build)->arena;
}

enum { BATCH, SEQUENCE, SENDER, LEVEL, MADE };

static const struct fzzf__attribute manifest_attributes[] = {
    [BATCH] = {"batch", FZZF__FORM_ID, 1, NULL},
    [SEQUENCE] = {"sequence", FZZF__FORM_REVISION, 1, NULL},
    [SENDER] = {"sender", FZZF__FORM_ID, 1, NULL},
    [LEVEL] = {"level", FZZF__FORM_WORD, 1, &fzzf__sender_level_words},
    [MADE] = {"made", FZZF__FORM_DATE, 1, NULL},
};

static void open_manifest(struct fzzf__reader *reader)
{
    fzzf_dispatch *dispatch = &manifest(reader)->dispatch;

    dispatch->batch = reader->values[BATCH];
    dispatch->sequence = (uint32_t)fzzf__reader_whole(reader, SEQUENCE);
    dispatch->sender = reader->values[SENDER];
    dispatch->level = (fzzf_level)reader->codes[LEVEL];
    dispatch->made = reader->values[MADE];
}

static struct fzzf__extension **extensions(struct fzzf__reader *reader)
{
    return &manifest(reader)->extensions;
}

enum { NAME, KIND, MEDIA, SIZE, SHA256, SM3 };

static const struct fzzf__attribute entry_attributes[] = {
    [NAME] = {"name", FZZF__FORM_TEXT, 1, NULL},
    [KIND] = {"kind", FZZF__FORM_WORD, 1, &fzzf__entry_kind_words},
    [MEDIA] = {"media", FZZF__FORM_MEDIA, 1, NULL},
    [SIZE] = {"size", FZZF__FORM_WHOLE, 1, NULL},
    [SHA256] = {"sha256", FZZF__FORM_DIGEST, 1, NULL},
    [SM3] = {"sm3", FZZF__FORM_DIGEST, 1, NULL},
};

static void open_entry(struct fzzf__reader *reader)
{
    fzzf_entry *entry = fzzf__manifest_push(manifest(reader));

    if (entry == NULL) {
        fzzf__reader_memory(reader);
        return;
    }
    entry->name = reader->values[NAME];
    entry->kind = (fzzf_entry_kind)reader->codes[KIND];
    entry->media = reader->values[MEDIA];
    entry->bytes = fzzf__reader_whole(reader, SIZE);
    entry->sha256 = reader->values[SHA256];
    entry->sm3 = reader->values[SM3];
}

static const struct fzzf__type entry = {
    FZZF__ATTRIBUTES(entry_attributes),
    .open = open_entry,
};

static const struct fzzf__child manifest_children[] = {
    {"entry", &entry, 0, FZZF__MANY, NAME + 1, 0},
    FZZF__ROW_EXTENSIONS,
};

const struct fzzf__type fzzf__type_manifest = {
    FZZF__ATTRIBUTES(manifest_attributes),
    FZZF__CHILDREN(manifest_children),
    .begin = begin,
    .open = open_manifest,
    .extensions = extensions,
};

fzzf_status fzzf_xml_read_manifest(fzzf_manifest **out,
                                   const fzzf_source *source, fzzf_diags *diags)
{
    static const struct fzzf__child root = {
        "manifest", &fzzf__type_manifest, 1, 1, 0, 0};
    struct fzzf_manifest *build = NULL;
    struct fzzf__reader reader = {
        .roots = &root, .root_count = 1, .build = &build};
    fzzf_status status = FZZF_E_ARGUMENT;

    if (out != NULL)
        status = fzzf__reader_run(&reader, source, diags);
    fzzf__reader_free(&reader);
    if (status == FZZF_OK)
        *out = build;
    else
        fzzf_manifest_unref(build);
    return status;
}
