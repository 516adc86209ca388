/* SPDX-License-Identifier: Apache-2.0 */
/* Writes contracts. */

#include "xml/write.h"

static void write_places(struct fzzf__writer *writer, const char *name,
                         int places)
{
    if (places == FZZF__UNROUNDED)
        fzzf__write_attr(writer, name, "none");
    else
        fzzf__write_attr_int(writer, name, places);
}

static void write_rounding(struct fzzf__writer *writer,
                           const struct fzzf_contract *contract)
{
    fzzf__write_open(writer, "rounding");
    fzzf__write_attr_word(writer, "mode", &fzzf__rounding_words,
                          (int)contract->rounding);
    write_places(writer, "indicator", contract->indicator_places);
    write_places(writer, "node", contract->node_places);
    write_places(writer, "total", contract->total_places);
    write_places(writer, "display", contract->display_places);
    fzzf__write_close(writer, "rounding");
}

static void write_assessors(struct fzzf__writer *writer,
                            const struct fzzf_contract *contract)
{
    const char *names[FZZF_ASSESSOR_COUNT];

    for (size_t i = 0; i < contract->assessor_count; i++)
        names[i] =
            fzzf__word(&fzzf__assessor_words, (int)contract->assessors[i]);
    fzzf__write_open(writer, "assessors");
    fzzf__write_attr_list(writer, "decide", names, contract->assessor_count);
    fzzf__write_close(writer, "assessors");
}

static void write_policies(struct fzzf__writer *writer,
                           const struct fzzf__policies *policies)
{
    const struct fzzf__words *words = &fzzf__policy_words;

    fzzf__write_attr_word(writer, "missing", words, (int)policies->missing);
    fzzf__write_attr_word(writer, "not-assessed", words,
                          (int)policies->not_assessed);
    fzzf__write_attr_word(writer, "disputed", words, (int)policies->disputed);
    fzzf__write_attr_word(writer, "no-value", words, (int)policies->no_value);
}

static void write_absent(struct fzzf__writer *writer,
                         const struct fzzf_contract *contract)
{
    fzzf__write_open(writer, "absent");
    write_policies(writer, &contract->absent);
    for (size_t i = 0; i < contract->exception_count; i++) {
        fzzf__write_open(writer, "node");
        fzzf__write_attr(writer, "id", contract->exceptions[i].node);
        write_policies(writer, &contract->exceptions[i].policies);
        fzzf__write_close(writer, "node");
    }
    fzzf__write_close(writer, "absent");
}

/* An element of one attribute. */
static void write_choice(struct fzzf__writer *writer, const char *element,
                         const char *name, const char *value)
{
    fzzf__write_open(writer, element);
    fzzf__write_attr(writer, name, value);
    fzzf__write_close(writer, element);
}

static void write_threshold(struct fzzf__writer *writer,
                            const struct fzzf_contract *contract)
{
    fzzf__write_open(writer, "threshold");
    fzzf__write_attr_num(writer, "share", contract->share);
    fzzf__write_attr_word(writer, "reading", &fzzf__reading_words,
                          (int)contract->reading);
    fzzf__write_close(writer, "threshold");
}

void fzzf__write_contract(struct fzzf__writer *writer,
                          const struct fzzf_contract *contract)
{
    fzzf__write_open(writer, "contract");
    fzzf__write_attr(writer, "id", contract->id);
    fzzf__write_attr(writer, "title", contract->title);
    write_rounding(writer, contract);
    write_assessors(writer, contract);
    write_choice(writer, "steps", "part",
                 fzzf__word(&fzzf__part_step_words, (int)contract->part_step));
    write_choice(writer, "bonus", "order",
                 contract->bonus_first ? "bonus-then-floor"
                                       : "floor-then-bonus");
    write_absent(writer, contract);
    write_choice(
        writer, "not-applicable", "treatment",
        fzzf__word(&fzzf__treatment_words, (int)contract->not_applicable));
    write_choice(writer, "nodes", "without-rule",
                 contract->nodes_mean ? "mean" : "sum");
    write_choice(writer, "ties", "places",
                 contract->ties_dense ? "dense" : "skip");
    write_choice(writer, "met", "when", contract->met);
    write_threshold(writer, contract);
    fzzf__write_extensions(writer, contract->extensions);
    fzzf__write_close(writer, "contract");
}

fzzf_status fzzf_xml_write_contract(const fzzf_contract *contract,
                                    fzzf_write_fn write, void *user,
                                    const fzzf_write_options *options)
{
    struct fzzf__writer writer;
    fzzf_status status;

    if (contract == NULL)
        return FZZF_E_ARGUMENT;
    status = fzzf__write_begin(&writer, write, user, options);
    if (status != FZZF_OK)
        return status;
    fzzf__write_contract(&writer, contract);
    return fzzf__write_end(&writer);
}
