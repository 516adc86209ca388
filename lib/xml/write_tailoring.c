/* SPDX-License-Identifier: Apache-2.0 */
/* Writes tailorings. */

#include "model/tailoring.h"
#include "xml/write.h"

static void write_set(struct fzzf__writer *writer, const struct fzzf__set *set)
{
    fzzf__write_open(writer, "set");
    fzzf__write_attr(writer, "parameter", set->parameter);
    fzzf__write_attr_amount(writer, "value", &set->value);
    fzzf__write_attr(writer, "source", set->source);
    fzzf__write_close(writer, "set");
}

static void write_drop(struct fzzf__writer *writer,
                       const struct fzzf__drop *drop)
{
    fzzf__write_open(writer, "drop");
    fzzf__write_attr(writer, "node", drop->node);
    fzzf__write_attr(writer, "source", drop->source);
    fzzf__write_close(writer, "drop");
}

static void write_change(struct fzzf__writer *writer,
                         const struct fzzf__change *change)
{
    fzzf__write_open(writer, "change");
    fzzf__write_attr(writer, "node", change->node);
    fzzf__write_attr_amount(writer, "points", &change->points);
    fzzf__write_attr_amount(writer, "weight", &change->weight);
    fzzf__write_attr(writer, "title", change->title);
    fzzf__write_attr(writer, "criterion", change->criterion);
    fzzf__write_attr_word(writer, "applies", &fzzf__applies_words,
                          change->applies);
    fzzf__write_attr(writer, "source", change->source);
    fzzf__write_close(writer, "change");
}

static void write_tailoring(struct fzzf__writer *writer,
                            const struct fzzf_tailoring *tailoring)
{
    fzzf__write_open(writer, "tailoring");
    fzzf__write_attr(writer, "id", tailoring->id);
    fzzf__write_attr(writer, "title", tailoring->title);
    fzzf__write_attr(writer, "of", tailoring->of);
    fzzf__write_attr(writer, "source", tailoring->source);
    for (size_t i = 0; i < tailoring->set_count; i++)
        write_set(writer, &tailoring->sets[i]);
    for (size_t i = 0; i < tailoring->drop_count; i++)
        write_drop(writer, &tailoring->drops[i]);
    for (size_t i = 0; i < tailoring->change_count; i++)
        write_change(writer, &tailoring->changes[i]);
    fzzf__write_extensions(writer, tailoring->extensions);
    fzzf__write_close(writer, "tailoring");
}

fzzf_status fzzf_xml_write_tailoring(const fzzf_tailoring *tailoring,
                                     fzzf_write_fn write, void *user,
                                     const fzzf_write_options *options)
{
    struct fzzf__writer writer;
    fzzf_status status;

    if (tailoring == NULL)
        return FZZF_E_ARGUMENT;
    status = fzzf__write_begin(&writer, write, user, options);
    if (status != FZZF_OK)
        return status;
    write_tailoring(&writer, tailoring);
    return fzzf__write_end(&writer);
}
