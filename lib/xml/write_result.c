/* SPDX-License-Identifier: Apache-2.0 */
/* Writes results. */

#include <string.h>

#include "base/text.h"
#include "fzzf/version.h"
#include "model/result.h"
#include "xml/write.h"

static void write_input(struct fzzf__writer *writer,
                        const struct fzzf__input *input)
{
    fzzf__write_open(writer, "input");
    fzzf__write_attr(writer, "role", input->role);
    fzzf__write_attr(writer, "id", input->id);
    fzzf__write_attr(writer, "name", input->name);
    if (input->sha256[0] != '\0')
        fzzf__write_attr(writer, "sha256", input->sha256);
    fzzf__write_attr_int(writer, "size", (long long)input->size);
    if (input->part)
        fzzf__write_attr_int(writer, "offset", (long long)input->offset);
    fzzf__write_close(writer, "input");
}

static void write_figure(struct fzzf__writer *writer,
                         const struct fzzf__figure *figure)
{
    fzzf__write_open(writer, "figure");
    fzzf__write_attr(writer, "name", figure->name);
    fzzf__write_attr(writer, "node", figure->node);
    fzzf__write_attr_number(writer, "low", figure->low);
    fzzf__write_attr_number(writer, "high", figure->high);
    fzzf__write_attr(writer, "enclosed", figure->enclosed ? "yes" : NULL);
    fzzf__write_attr_number(writer, "square", figure->square);
    fzzf__write_attr(writer, "why", fzzf__why_code_name(figure->why.code));
    fzzf__write_attr(writer, "about", figure->why.text);
    fzzf__write_close(writer, "figure");
}

static void write_reading(struct fzzf__writer *writer, int index,
                          const struct fzzf__reading_result *reading)
{
    fzzf__write_open(writer, "reading");
    fzzf__write_attr_word(writer, "name", &fzzf__reading_words, index);
    fzzf__write_attr_number(writer, "low", reading->low);
    fzzf__write_attr_number(writer, "high", reading->high);
    fzzf__write_attr_number(writer, "of", reading->of);
    fzzf__write_attr_int(writer, "left-out", (long long)reading->left_out);
    fzzf__write_attr_word(writer, "passes", &fzzf__answer_words,
                          (int)reading->passes);
    fzzf__write_close(writer, "reading");
}

static void write_reason(struct fzzf__writer *writer,
                         const struct fzzf__reason *reason)
{
    fzzf__write_open(writer, "reason");
    fzzf__write_attr(writer, "code", reason->code);
    fzzf__write_attr(writer, "id", reason->id);
    fzzf__write_attr(writer, "node", reason->node);
    fzzf__write_attr_word(writer, "answer", &fzzf__answer_words,
                          (int)reason->answer);
    fzzf__write_close(writer, "reason");
}

static void write_open(struct fzzf__writer *writer,
                       const struct fzzf__open *open)
{
    fzzf__write_open(writer, "open");
    fzzf__write_attr(writer, "node", open->node);
    fzzf__write_attr(writer, "observation", open->observation);
    fzzf__write_attr(writer, "period", open->period);
    fzzf__write_close(writer, "open");
}

static void write_verdict(struct fzzf__writer *writer,
                          const struct fzzf_result *result)
{
    fzzf__write_open(writer, "verdict");
    fzzf__write_attr_word(writer, "eligible", &fzzf__answer_words,
                          (int)result->eligible);
    fzzf__write_attr_word(writer, "deciding", &fzzf__reading_words,
                          (int)result->contract->reading);
    fzzf__write_attr(writer, "grade", result->nodes[0].grade);
    for (int i = 0; i < FZZF_READING_COUNT; i++)
        write_reading(writer, i, &result->readings[i]);
    for (size_t i = 0; i < result->reason_count; i++)
        write_reason(writer, &result->reasons[i]);
    for (size_t i = 0; i < result->open_count; i++)
        write_open(writer, &result->opens[i]);
    fzzf__write_close(writer, "verdict");
}

/* Zeros at the end go without saying. */
static void write_args(struct fzzf__writer *writer,
                       const struct fzzf__cause *cause)
{
    const char *texts[FZZF__CAUSE_ARGS];
    size_t count = FZZF__CAUSE_ARGS;

    while (count > 0 && fzzf__num_sign(cause->args[count - 1]) == 0)
        count--;
    for (size_t i = 0; i < count; i++) {
        texts[i] = fzzf__num_exact_text(&writer->arena, cause->args[i]);
        if (texts[i] == NULL)
            return;
    }
    fzzf__write_attr_list(writer, "args", texts, count);
}

static void write_cause(struct fzzf__writer *writer,
                        const struct fzzf_result *result,
                        const struct fzzf__node_result *node, size_t index)
{
    const struct fzzf__cause *cause = &node->causes[index];
    const fzzf_number *const *amounts = &node->amounts[2 * index];

    fzzf__write_open(writer, "cause");
    fzzf__write_attr(writer, "code", fzzf__cause_code_name(cause->code));
    fzzf__write_attr_number(writer, "amount", amounts[0]);
    if (fzzf_number_compare(amounts[0], amounts[1]) != 0)
        fzzf__write_attr_number(writer, "high", amounts[1]);
    fzzf__write_attr(writer, "label", cause->label);
    if (cause->node != 0)
        fzzf__write_attr(writer, "node", result->system->nodes[cause->node].id);
    fzzf__write_attr(writer, "veto", cause->veto);
    write_args(writer, cause);
    fzzf__write_close(writer, "cause");
}

static void write_node(struct fzzf__writer *writer,
                       const struct fzzf_result *result, size_t index)
{
    const struct fzzf__node_result *node = &result->nodes[index];

    fzzf__write_open(writer, "node");
    fzzf__write_attr(writer, "id", result->system->nodes[index].id);
    fzzf__write_attr_word(writer, "state", &fzzf__score_state_words,
                          (int)node->state);
    fzzf__write_attr_number(writer, "score", node->score);
    if (node->state == FZZF_SCORE_BOUNDED)
        fzzf__write_attr_number(writer, "high", node->high);
    fzzf__write_attr_number(writer, "full", node->full);
    if (node->met != FZZF_NOTHING_APPLICABLE)
        fzzf__write_attr_word(writer, "met", &fzzf__answer_words,
                              (int)node->met);
    fzzf__write_attr(writer, "grade", node->grade);
    fzzf__write_attr(writer, "why", fzzf__why_code_name(node->why.code));
    if (node->why.code != FZZF__WHY_NOTHING)
        fzzf__write_attr(writer, "about", node->why.text);
    for (size_t i = 0; i < node->cause_count; i++)
        write_cause(writer, result, node, i);
    fzzf__write_close(writer, "node");
}

/* The program's name and version. */
static void write_generator(struct fzzf__writer *writer)
{
    const char *const words[2] = {"libfzzf", fzzf_version()};

    fzzf__write_attr_list(writer, "generator", words, 2);
}

static void write_result(struct fzzf__writer *writer,
                         const struct fzzf_result *result)
{
    fzzf__write_open(writer, "result");
    write_generator(writer);
    fzzf__write_attr(writer, "system", result->system->id);
    fzzf__write_attr(writer, "edition", result->system->edition);
    fzzf__write_attr(writer, "contract", result->contract->id);
    fzzf__write_attr(writer, "declaration", result->declaration);
    fzzf__write_attr_word(writer, "type", &fzzf__type_words, (int)result->type);
    fzzf__write_attr(writer, "unit", result->unit);
    fzzf__write_attr(writer, "name", result->unit_name);
    fzzf__write_attr_word(writer, "level", &fzzf__unit_level_words,
                          (int)result->unit_level);
    for (size_t i = 0; i < result->input_count; i++)
        write_input(writer, &result->inputs[i]);
    fzzf__write_contract(writer, result->contract);
    for (size_t i = 0; i < result->figure_count; i++)
        write_figure(writer, &result->figures[i]);
    write_verdict(writer, result);
    for (size_t i = 0; i < result->system->node_count; i++)
        write_node(writer, result, i);
    fzzf__write_close(writer, "result");
}

fzzf_status fzzf_xml_write_result(const fzzf_result *result,
                                  fzzf_write_fn write, void *user,
                                  const fzzf_write_options *options)
{
    struct fzzf__writer writer;
    fzzf_status status;

    if (result == NULL)
        return FZZF_E_ARGUMENT;
    status = fzzf__write_begin(&writer, write, user, options);
    if (status != FZZF_OK)
        return status;
    write_result(&writer, result);
    return fzzf__write_end(&writer);
}
