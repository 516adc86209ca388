/* SPDX-License-Identifier: Apache-2.0 */
/* The table of indicators in systems. */

#include "xml/read_system.h"

enum {
    ID,
    TITLE,
    NUMBER,
    POINTS,
    WEIGHT,
    APPLIES,
    BONUS,
    TAGS,
    EFFORT,
    NA,
    SUBSTITUTE,
    CONFIDENCE,
    MEASURING
};

static const struct fzzf__attribute indicator_attributes[] = {
    [ID] = {"id", FZZF__FORM_ID, 1, NULL},
    [TITLE] = {"title", FZZF__FORM_TEXT, 1, NULL},
    [NUMBER] = {"number", FZZF__FORM_TEXT, 0, NULL},
    [POINTS] = {"points", FZZF__FORM_AMOUNT, 0, NULL},
    [WEIGHT] = {"weight", FZZF__FORM_AMOUNT, 0, NULL},
    [APPLIES] = {"applies", FZZF__FORM_WORD, 0, &fzzf__applies_words},
    [BONUS] = {"bonus", FZZF__FORM_WORD, 0, &fzzf__yes_no_words},
    [TAGS] = {"tags", FZZF__FORM_NAMES, 0, NULL},
    [EFFORT] = {"effort", FZZF__FORM_POSITIVE, 0, NULL},
    [NA] = {"na", FZZF__FORM_WORD, 0, &fzzf__treatment_words},
    [SUBSTITUTE] = {"substitute", FZZF__FORM_ID, 0, NULL},
    [CONFIDENCE] = {"confidence", FZZF__FORM_WORD, 0, &fzzf__confidence_words},
    [MEASURING] = {"measuring", FZZF__FORM_TEXT, 0, NULL},
};

static void check_substitute(struct fzzf__reader *reader)
{
    bool wanted = reader->codes[NA] == FZZF__NA_SUBSTITUTE;
    bool given = reader->values[SUBSTITUTE] != NULL;

    if (wanted && !given)
        FZZF__FAULT(reader, FZZF__F_NO_SUBSTITUTE, "indicator",
                    reader->values[ID]);
    if (given && !wanted)
        FZZF__FAULT(reader, FZZF__F_STRAY_SUBSTITUTE, "indicator",
                    reader->values[ID]);
}

static void open_indicator(struct fzzf__reader *reader)
{
    const char *const *values = reader->values;
    struct fzzf_indicator *node;

    fzzf__flush_node(reader); /* the parent's pieces are complete */
    node = fzzf__push_node(reader);
    if (node == NULL)
        return;
    check_substitute(reader);
    node->id = values[ID];
    node->title = values[TITLE];
    node->number = values[NUMBER];
    node->points = fzzf__reader_amount(reader, POINTS);
    node->weight = fzzf__reader_amount(reader, WEIGHT);
    node->effort = fzzf__reader_amount(reader, EFFORT);
    if (values[APPLIES] != NULL)
        node->applies = (fzzf_applies)reader->codes[APPLIES];
    node->bonus = reader->codes[BONUS] == 1;
    node->tags = fzzf__reader_names(reader, TAGS, &node->tag_count);
    if (values[NA] != NULL)
        node->na = (enum fzzf__treatment)reader->codes[NA];
    node->substitute = values[SUBSTITUTE];
    node->confidence = values[CONFIDENCE];
    node->measuring = values[MEASURING];
    node->place = reader->place;
}

static void close_criterion(struct fzzf__reader *reader)
{
    fzzf__open_node(reader)->criterion = fzzf__reader_text(reader);
}

static const struct fzzf__type criterion = {.content = FZZF__CONTENT_TEXT,
                                            .close = close_criterion};

enum {
    OBSERVE_ID,
    OBSERVE_KIND,
    OBSERVE_TITLE,
    UNIT,
    MIN,
    MAX,
    WHOLE,
    PERIODS
};

static const struct fzzf__attribute observe_attributes[] = {
    [OBSERVE_ID] = {"id", FZZF__FORM_NAME, 1, NULL},
    [OBSERVE_KIND] = {"kind", FZZF__FORM_WORD, 1, &fzzf__kind_words},
    [OBSERVE_TITLE] = {"title", FZZF__FORM_TEXT, 0, NULL},
    [UNIT] = {"unit", FZZF__FORM_TEXT, 0, NULL},
    [MIN] = {"min", FZZF__FORM_NUMBER, 0, NULL},
    [MAX] = {"max", FZZF__FORM_NUMBER, 0, NULL},
    [WHOLE] = {"whole", FZZF__FORM_WORD, 0, &fzzf__yes_no_words},
    [PERIODS] = {"periods", FZZF__FORM_PERIODS, 0, NULL},
};

static void open_observe(struct fzzf__reader *reader)
{
    struct fzzf__system_build *build = reader->build;
    struct fzzf__observe *observe = fzzf__reader_push(reader, &build->observes);

    if (observe == NULL)
        return;
    observe->id = reader->values[OBSERVE_ID];
    observe->kind = (fzzf_observation_kind)reader->codes[OBSERVE_KIND];
    observe->title = reader->values[OBSERVE_TITLE];
    observe->unit = reader->values[UNIT];
    observe->min = fzzf__reader_amount(reader, MIN);
    observe->max = fzzf__reader_amount(reader, MAX);
    observe->whole = reader->codes[WHOLE] == 1;
    observe->periods =
        fzzf__reader_names(reader, PERIODS, &observe->period_count);
    observe->place = reader->place;
}

static void close_observe(struct fzzf__reader *reader)
{
    struct fzzf__system_build *build = reader->build;
    struct fzzf__observe *observe = fzzf__pile_top(&build->observes);

    observe->options = fzzf__pile_take(&build->options, 0, reader->arena,
                                       &observe->option_count);
}

enum { OPTION_ID, OPTION_TITLE };

static const struct fzzf__attribute option_attributes[] = {
    [OPTION_ID] = {"id", FZZF__FORM_NAME, 1, NULL},
    [OPTION_TITLE] = {"title", FZZF__FORM_TEXT, 0, NULL},
};

static void open_option(struct fzzf__reader *reader)
{
    struct fzzf__system_build *build = reader->build;
    struct fzzf__option *option = fzzf__reader_push(reader, &build->options);

    if (option == NULL)
        return;
    option->id = reader->values[OPTION_ID];
    option->title = reader->values[OPTION_TITLE];
}

static const struct fzzf__type option = {
    FZZF__ATTRIBUTES(option_attributes),
    .open = open_option,
};

static const struct fzzf__child observe_children[] = {
    {"option", &option, 0, FZZF__MANY, OPTION_ID + 1, 0},
};

static const struct fzzf__type observe = {
    FZZF__ATTRIBUTES(observe_attributes),
    FZZF__CHILDREN(observe_children),
    .open = open_observe,
    .close = close_observe,
};

enum { FOR_GROUP, FOR_POINTS, FOR_WEIGHT, FOR_APPLIES };

static const struct fzzf__attribute variant_attributes[] = {
    [FOR_GROUP] = {"group", FZZF__FORM_NAME, 1, NULL},
    [FOR_POINTS] = {"points", FZZF__FORM_AMOUNT, 0, NULL},
    [FOR_WEIGHT] = {"weight", FZZF__FORM_AMOUNT, 0, NULL},
    [FOR_APPLIES] = {"applies", FZZF__FORM_WORD, 0, &fzzf__applies_words},
};

static void open_variant(struct fzzf__reader *reader)
{
    struct fzzf__system_build *build = reader->build;
    struct fzzf__variant *variant = fzzf__reader_push(reader, &build->variants);

    if (variant == NULL)
        return;
    variant->group = reader->values[FOR_GROUP];
    variant->points = fzzf__reader_amount(reader, FOR_POINTS);
    variant->weight = fzzf__reader_amount(reader, FOR_WEIGHT);
    variant->applies = reader->codes[FOR_APPLIES]; /* -1 when absent */
}

static const struct fzzf__type variant = {
    FZZF__ATTRIBUTES(variant_attributes),
    .open = open_variant,
};

static const struct fzzf__attribute met_attributes[] = {
    {"when", FZZF__FORM_FORMULA, 1, NULL},
};

static void open_met(struct fzzf__reader *reader)
{
    fzzf__open_node(reader)->met = reader->values[0];
    fzzf__open_node(reader)->met_place = reader->place;
}

static const struct fzzf__type met = {
    FZZF__ATTRIBUTES(met_attributes),
    .open = open_met,
};

static struct fzzf__extension **extensions(struct fzzf__reader *reader)
{
    return &fzzf__open_node(reader)->extensions;
}

static const struct fzzf__child indicator_children[] = {
    {"criterion", &criterion, 0, 1, 0, 0},
    {"source", &fzzf__type_source, 0, 1, 0, 0},
    {"observe", &observe, 0, FZZF__MANY, OBSERVE_ID + 1, 0},
    {"for", &variant, 0, FZZF__MANY, 0, 0},
    {"rule", &fzzf__type_rule, 0, 1, 0, 0},
    {"met", &met, 0, 1, 0, 0},
    {"veto", &fzzf__type_veto, 0, FZZF__MANY, FZZF__VETO_ID, 0},
    {"grading", &fzzf__type_grading, 0, 1, 0, 0},
    {"indicator", &fzzf__type_indicator, 0, FZZF__MANY, 0, 0},
    FZZF__ROW_EXTENSIONS,
};

const struct fzzf__type fzzf__type_indicator = {
    FZZF__ATTRIBUTES(indicator_attributes),
    FZZF__CHILDREN(indicator_children),
    .open = open_indicator,
    .close = fzzf__pop_node,
    .extensions = extensions,
};
