/* SPDX-License-Identifier: Apache-2.0 */
/* Writes indicator systems. */

#include "xml/write.h"

static const char *yes_no(bool yes)
{
    return yes ? "yes" : "no";
}

static void write_sources(struct fzzf__writer *writer,
                          const struct fzzf__source *source)
{
    for (; source != NULL; source = source->next) {
        fzzf__write_open(writer, "source");
        fzzf__write_attr(writer, "confidence", source->confidence);
        fzzf__write_attr(writer, "href", source->href);
        fzzf__write_text(writer, source->text);
        fzzf__write_close(writer, "source");
    }
}

static void write_parameter(struct fzzf__writer *writer,
                            const struct fzzf__parameter *parameter)
{
    fzzf__write_open(writer, "parameter");
    fzzf__write_attr(writer, "id", parameter->id);
    fzzf__write_attr_amount(writer, "value", &parameter->value);
    fzzf__write_attr(writer, "title", parameter->title);
    for (size_t i = 0; i < parameter->variant_count; i++) {
        fzzf__write_open(writer, "for");
        fzzf__write_attr(writer, "group", parameter->variants[i].group);
        fzzf__write_attr_amount(writer, "value", &parameter->variants[i].value);
        fzzf__write_close(writer, "for");
    }
    fzzf__write_close(writer, "parameter");
}

static void write_calendar(struct fzzf__writer *writer,
                           const struct fzzf__calendar *calendar)
{
    if (calendar == NULL)
        return;
    fzzf__write_open(writer, "calendar");
    fzzf__write_attr_date(writer, "from", calendar->from);
    fzzf__write_attr_date(writer, "to", calendar->to);
    for (size_t i = 0; i < calendar->count; i++) {
        fzzf__write_open(writer, "day");
        fzzf__write_attr_date(writer, "date", calendar->days[i].date);
        fzzf__write_attr(writer, "work", yes_no(calendar->days[i].work));
        fzzf__write_close(writer, "day");
    }
    fzzf__write_close(writer, "calendar");
}

/* <grade> or <option>. */
static void write_options(struct fzzf__writer *writer, const char *name,
                          const struct fzzf__option *options, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        fzzf__write_open(writer, name);
        fzzf__write_attr(writer, "id", options[i].id);
        fzzf__write_attr(writer, "title", options[i].title);
        fzzf__write_close(writer, name);
    }
}

static void write_observe(struct fzzf__writer *writer,
                          const struct fzzf__observe *observe)
{
    fzzf__write_open(writer, "observe");
    fzzf__write_attr(writer, "id", observe->id);
    fzzf__write_attr_word(writer, "kind", &fzzf__kind_words,
                          (int)observe->kind);
    fzzf__write_attr(writer, "title", observe->title);
    fzzf__write_attr(writer, "unit", observe->unit);
    fzzf__write_attr_amount(writer, "min", &observe->min);
    fzzf__write_attr_amount(writer, "max", &observe->max);
    fzzf__write_attr(writer, "whole", observe->whole ? "yes" : NULL);
    fzzf__write_attr_list(writer, "periods", observe->periods,
                          observe->period_count);
    write_options(writer, "option", observe->options, observe->option_count);
    fzzf__write_close(writer, "observe");
}

static void write_variant(struct fzzf__writer *writer,
                          const struct fzzf__variant *variant)
{
    fzzf__write_open(writer, "for");
    fzzf__write_attr(writer, "group", variant->group);
    fzzf__write_attr_amount(writer, "points", &variant->points);
    fzzf__write_attr_amount(writer, "weight", &variant->weight);
    fzzf__write_attr_word(writer, "applies", &fzzf__applies_words,
                          variant->applies);
    fzzf__write_close(writer, "for");
}

/* As deep as the reader let it be. */
static void write_element(struct fzzf__writer *writer,
                          const struct fzzf__element *element)
{
    fzzf__write_open(writer, element->name);
    for (size_t i = 0; i < element->attr_count; i++)
        fzzf__write_attr(writer, element->attrs[i].name,
                         element->attrs[i].value);
    for (const struct fzzf__element *child = element->children; child != NULL;
         child = child->next)
        write_element(writer, child);
    fzzf__write_close(writer, element->name);
}

static void write_rule(struct fzzf__writer *writer,
                       const struct fzzf_indicator *node)
{
    if (node->rule == NULL && node->rule_value == NULL)
        return;
    fzzf__write_open(writer, "rule");
    fzzf__write_attr(writer, "value", node->rule_value);
    if (node->rule != NULL)
        write_element(writer, node->rule);
    fzzf__write_close(writer, "rule");
}

static void write_met(struct fzzf__writer *writer,
                      const struct fzzf_indicator *node)
{
    if (node->met == NULL)
        return;
    fzzf__write_open(writer, "met");
    fzzf__write_attr(writer, "when", node->met);
    fzzf__write_close(writer, "met");
}

static void write_veto(struct fzzf__writer *writer,
                       const struct fzzf__veto *veto)
{
    fzzf__write_open(writer, "veto");
    fzzf__write_attr(writer, "id", veto->id);
    fzzf__write_attr(writer, "when", veto->when);
    fzzf__write_attr_word(writer, "effect", &fzzf__effect_words,
                          (int)veto->effect);
    fzzf__write_attr(writer, "value", veto->value);
    fzzf__write_attr(writer, "grade", veto->grade);
    fzzf__write_attr(writer, "title", veto->title);
    fzzf__write_close(writer, "veto");
}

static void write_vetoes_and_grading(struct fzzf__writer *writer,
                                     const struct fzzf_indicator *node)
{
    for (size_t i = 0; i < node->veto_count; i++)
        write_veto(writer, &node->vetoes[i]);
    if (node->grading == NULL)
        return;
    fzzf__write_open(writer, "grading");
    write_element(writer, node->grading);
    fzzf__write_close(writer, "grading");
}

static void write_attributes(struct fzzf__writer *writer,
                             const struct fzzf_indicator *node)
{
    fzzf__write_attr(writer, "id", node->id);
    fzzf__write_attr(writer, "title", node->title);
    fzzf__write_attr(writer, "number", node->number);
    fzzf__write_attr_amount(writer, "points", &node->points);
    fzzf__write_attr_amount(writer, "weight", &node->weight);
    if (node->applies != FZZF_APPLIES_BOTH)
        fzzf__write_attr_word(writer, "applies", &fzzf__applies_words,
                              (int)node->applies);
    fzzf__write_attr(writer, "bonus", node->bonus ? "yes" : NULL);
    fzzf__write_attr_list(writer, "tags", node->tags, node->tag_count);
    fzzf__write_attr_amount(writer, "effort", &node->effort);
    fzzf__write_attr_word(writer, "na", &fzzf__treatment_words, (int)node->na);
    fzzf__write_attr(writer, "substitute", node->substitute);
    fzzf__write_attr(writer, "confidence", node->confidence);
    fzzf__write_attr(writer, "measuring", node->measuring);
}

static void write_children(struct fzzf__writer *writer,
                           const struct fzzf_indicator *node);

static void write_indicator(struct fzzf__writer *writer,
                            const struct fzzf_indicator *node)
{
    fzzf__write_open(writer, "indicator");
    write_attributes(writer, node);
    fzzf__write_text_element(writer, "criterion", node->criterion);
    write_sources(writer, node->sources);
    for (size_t i = 0; i < node->observe_count; i++)
        write_observe(writer, &node->observes[i]);
    for (size_t i = 0; i < node->variant_count; i++)
        write_variant(writer, &node->variants[i]);
    write_rule(writer, node);
    write_met(writer, node);
    write_vetoes_and_grading(writer, node);
    write_children(writer, node);
    fzzf__write_extensions(writer, node->extensions);
    fzzf__write_close(writer, "indicator");
}

static void write_children(struct fzzf__writer *writer,
                           const struct fzzf_indicator *node)
{
    const struct fzzf_indicator *nodes = node->system->nodes;

    for (size_t i = node->index + 1; i < node->end; i = nodes[i].end)
        write_indicator(writer, &nodes[i]);
}

static void write_requires(struct fzzf__writer *writer,
                           const struct fzzf_system *system)
{
    for (size_t i = 0; i < system->require_count; i++) {
        fzzf__write_open(writer, "require");
        fzzf__write_attr(writer, "id", system->requires[i].id);
        fzzf__write_attr(writer, "when", system->requires[i].when);
        fzzf__write_attr(writer, "title", system->requires[i].title);
        fzzf__write_close(writer, "require");
    }
}

static void write_system(struct fzzf__writer *writer,
                         const struct fzzf_system *system)
{
    const struct fzzf_indicator *whole = &system->nodes[0];

    fzzf__write_open(writer, "system");
    fzzf__write_attr(writer, "id", system->id);
    fzzf__write_attr(writer, "edition", system->edition);
    fzzf__write_attr(writer, "title", whole->title);
    fzzf__write_attr(writer, "language", system->language);
    write_sources(writer, whole->sources);
    for (size_t i = 0; i < system->parameter_count; i++)
        write_parameter(writer, &system->parameters[i]);
    write_calendar(writer, system->calendar);
    write_options(writer, "grade", system->grades, system->grade_count);
    write_children(writer, whole);
    write_rule(writer, whole);
    write_vetoes_and_grading(writer, whole);
    write_requires(writer, system);
    fzzf__write_extensions(writer, whole->extensions);
    fzzf__write_close(writer, "system");
}

fzzf_status fzzf_xml_write_system(const fzzf_system *system,
                                  fzzf_write_fn write, void *user,
                                  const fzzf_write_options *options)
{
    struct fzzf__writer writer;
    fzzf_status status;

    if (system == NULL)
        return FZZF_E_ARGUMENT;
    status = fzzf__write_begin(&writer, write, user, options);
    if (status != FZZF_OK)
        return status;
    write_system(&writer, system);
    return fzzf__write_end(&writer);
}
