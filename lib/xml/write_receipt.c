/* SPDX-License-Identifier: Apache-2.0 */
/* Writes receipts. */

#include "model/manifest.h"
#include "xml/write.h"

static void write_finding(struct fzzf__writer *writer,
                          const fzzf_diags *findings, size_t index)
{
    const char *text;

    fzzf__write_open(writer, "finding");
    fzzf__write_attr_int(writer, "code", fzzf_diags_code(findings, index));
    fzzf__write_attr(writer, "path", fzzf_diags_path(findings, index));
    for (size_t i = 0; (text = fzzf_diags_argument(findings, index, i)) != NULL;
         i++)
        fzzf__write_text_element(writer, "argument", text);
    fzzf__write_close(writer, "finding");
}

static void write_receipt(struct fzzf__writer *writer,
                          const struct fzzf_receipt *receipt)
{
    const fzzf_acknowledgement *says = &receipt->says;

    fzzf__write_open(writer, "receipt");
    fzzf__write_attr(writer, "receiver", says->receiver);
    fzzf__write_attr_word(writer, "level", &fzzf__sender_level_words,
                          (int)says->level);
    fzzf__write_attr(writer, "made", says->made);
    fzzf__write_attr_word(writer, "verdict", &fzzf__acceptance_words,
                          (int)says->verdict);
    fzzf__write_attr_int(writer, "size", (long long)says->bytes);
    fzzf__write_attr(writer, "sha256", says->sha256);
    fzzf__write_attr(writer, "sm3", says->sm3);
    fzzf__write_attr(writer, "batch", says->batch);
    if (says->sequence != 0)
        fzzf__write_attr_int(writer, "sequence", says->sequence);
    fzzf__write_attr(writer, "sender", says->sender);
    for (size_t i = 0; i < fzzf_diags_count(receipt->findings); i++)
        write_finding(writer, receipt->findings, i);
    fzzf__write_extensions(writer, receipt->extensions);
    fzzf__write_close(writer, "receipt");
}

fzzf_status fzzf_xml_write_receipt(const fzzf_receipt *receipt,
                                   fzzf_write_fn write, void *user,
                                   const fzzf_write_options *options)
{
    struct fzzf__writer writer;
    fzzf_status status;

    if (receipt == NULL)
        return FZZF_E_ARGUMENT;
    status = fzzf__write_begin(&writer, write, user, options);
    if (status != FZZF_OK)
        return status;
    write_receipt(&writer, receipt);
    return fzzf__write_end(&writer);
}
