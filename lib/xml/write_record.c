/* SPDX-License-Identifier: Apache-2.0 */
/* Writes record documents of every kind by the tables of their kinds. */

#include "model/record.h"
#include "xml/write.h"

/* No kind holds itself, so this goes no deeper than the tables. */
static void write_record(struct fzzf__writer *writer,
                         const struct fzzf_record *record)
{
    const struct fzzf_kind *kind = record->kind;

    fzzf__write_open(writer, kind->name);
    for (size_t i = 0; i < kind->field_count; i++)
        fzzf__write_attr(writer, kind->fields[i].name, record->values[i]);
    if (kind->text)
        fzzf__write_text(writer, record->text);
    for (size_t i = 0; i < kind->part_count; i++)
        for (size_t j = 0; j < record->parts[i].count; j++)
            write_record(writer, record->parts[i].items[j]);
    if (kind->root)
        fzzf__write_extensions(writer, record->document->extensions);
    fzzf__write_close(writer, kind->name);
}

fzzf_status fzzf_xml_write_record(const fzzf_record *record,
                                  fzzf_write_fn write, void *user,
                                  const fzzf_write_options *options)
{
    struct fzzf__writer writer;
    fzzf_status status;

    if (record == NULL || !record->kind->root)
        return FZZF_E_ARGUMENT;
    status = fzzf_record_check(record, NULL);
    if (status == FZZF_OK)
        status = fzzf__write_begin(&writer, write, user, options);
    if (status != FZZF_OK)
        return status;
    write_record(&writer, record);
    return fzzf__write_end(&writer);
}
