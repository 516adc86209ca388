/* SPDX-License-Identifier: Apache-2.0 */
/* Writes manifests. */

#include "model/manifest.h"
#include "xml/write.h"

static void write_entry(struct fzzf__writer *writer, const fzzf_entry *entry)
{
    fzzf__write_open(writer, "entry");
    fzzf__write_attr(writer, "name", entry->name);
    fzzf__write_attr_word(writer, "kind", &fzzf__entry_kind_words,
                          (int)entry->kind);
    fzzf__write_attr(writer, "media", entry->media);
    fzzf__write_attr_int(writer, "size", (long long)entry->bytes);
    fzzf__write_attr(writer, "sha256", entry->sha256);
    fzzf__write_attr(writer, "sm3", entry->sm3);
    fzzf__write_close(writer, "entry");
}

static void write_manifest(struct fzzf__writer *writer,
                           const struct fzzf_manifest *manifest)
{
    const fzzf_dispatch *dispatch = &manifest->dispatch;

    fzzf__write_open(writer, "manifest");
    fzzf__write_attr(writer, "batch", dispatch->batch);
    fzzf__write_attr_int(writer, "sequence", dispatch->sequence);
    fzzf__write_attr(writer, "sender", dispatch->sender);
    fzzf__write_attr_word(writer, "level", &fzzf__sender_level_words,
                          (int)dispatch->level);
    fzzf__write_attr(writer, "made", dispatch->made);
    for (size_t i = 0; i < manifest->count; i++)
        write_entry(writer, &manifest->entries[i]);
    fzzf__write_extensions(writer, manifest->extensions);
    fzzf__write_close(writer, "manifest");
}

fzzf_status fzzf_xml_write_manifest(const fzzf_manifest *manifest,
                                    fzzf_write_fn write, void *user,
                                    const fzzf_write_options *options)
{
    struct fzzf__writer writer;
    fzzf_status status;

    if (manifest == NULL)
        return FZZF_E_ARGUMENT;
    status = fzzf__write_begin(&writer, write, user, options);
    if (status != FZZF_OK)
        return status;
    write_manifest(&writer, manifest);
    return fzzf__write_end(&writer);
}
