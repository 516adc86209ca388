/* SPDX-License-Identifier: Apache-2.0 */
/* Reads tailorings. */

#include "model/tailoring.h"
#include "xml/reader.h"

struct build {
    struct fzzf_tailoring *tailoring;
    struct fzzf__pile sets, drops, changes;
};

static void begin(struct fzzf__reader *reader)
{
    struct build *build = reader->build;

    build->tailoring = fzzf__tailoring_new();
    build->sets.size = sizeof(struct fzzf__set);
    build->drops.size = sizeof(struct fzzf__drop);
    build->changes.size = sizeof(struct fzzf__change);
    if (build->tailoring == NULL)
        fzzf__reader_memory(reader);
    else
        reader->arena = &build->tailoring->arena;
}

enum { ID, TITLE, OF, SOURCE };

static const struct fzzf__attribute tailoring_attributes[] = {
    [ID] = {"id", FZZF__FORM_ID, 1, NULL},
    [TITLE] = {"title", FZZF__FORM_TEXT, 1, NULL},
    [OF] = {"of", FZZF__FORM_ID, 1, NULL},
    [SOURCE] = {"source", FZZF__FORM_TEXT, 0, NULL},
};

static void open_tailoring(struct fzzf__reader *reader)
{
    struct build *build = reader->build;

    build->tailoring->id = reader->values[ID];
    build->tailoring->title = reader->values[TITLE];
    build->tailoring->of = reader->values[OF];
    build->tailoring->source = reader->values[SOURCE];
    build->tailoring->place = reader->place;
}

static void close_tailoring(struct fzzf__reader *reader)
{
    struct build *build = reader->build;
    struct fzzf_tailoring *to = build->tailoring;

    to->sets = fzzf__pile_take(&build->sets, 0, &to->arena, &to->set_count);
    to->drops = fzzf__pile_take(&build->drops, 0, &to->arena, &to->drop_count);
    to->changes =
        fzzf__pile_take(&build->changes, 0, &to->arena, &to->change_count);
}

static struct fzzf__extension **extensions(struct fzzf__reader *reader)
{
    struct build *build = reader->build;

    return &build->tailoring->extensions;
}

enum { SET_PARAMETER, SET_VALUE, SET_SOURCE };

static const struct fzzf__attribute set_attributes[] = {
    [SET_PARAMETER] = {"parameter", FZZF__FORM_NAME, 1, NULL},
    [SET_VALUE] = {"value", FZZF__FORM_AMOUNT, 1, NULL},
    [SET_SOURCE] = {"source", FZZF__FORM_TEXT, 0, NULL},
};

static void open_set(struct fzzf__reader *reader)
{
    struct build *build = reader->build;
    struct fzzf__set *set = fzzf__reader_push(reader, &build->sets);

    if (set == NULL)
        return;
    set->parameter = reader->values[SET_PARAMETER];
    set->value = fzzf__reader_amount(reader, SET_VALUE);
    set->source = reader->values[SET_SOURCE];
    set->place = reader->place;
}

static const struct fzzf__type set = {
    FZZF__ATTRIBUTES(set_attributes),
    .open = open_set,
};

enum { DROP_NODE, DROP_SOURCE };

static const struct fzzf__attribute drop_attributes[] = {
    [DROP_NODE] = {"node", FZZF__FORM_ID, 1, NULL},
    [DROP_SOURCE] = {"source", FZZF__FORM_TEXT, 0, NULL},
};

static void open_drop(struct fzzf__reader *reader)
{
    struct build *build = reader->build;
    struct fzzf__drop *drop = fzzf__reader_push(reader, &build->drops);

    if (drop == NULL)
        return;
    drop->node = reader->values[DROP_NODE];
    drop->source = reader->values[DROP_SOURCE];
    drop->place = reader->place;
}

static const struct fzzf__type drop = {
    FZZF__ATTRIBUTES(drop_attributes),
    .open = open_drop,
};

enum {
    CHANGE_NODE,
    CHANGE_POINTS,
    CHANGE_WEIGHT,
    CHANGE_TITLE,
    CHANGE_CRITERION,
    CHANGE_APPLIES,
    CHANGE_SOURCE
};

static const struct fzzf__attribute change_attributes[] = {
    [CHANGE_NODE] = {"node", FZZF__FORM_ID, 1, NULL},
    [CHANGE_POINTS] = {"points", FZZF__FORM_AMOUNT, 0, NULL},
    [CHANGE_WEIGHT] = {"weight", FZZF__FORM_AMOUNT, 0, NULL},
    [CHANGE_TITLE] = {"title", FZZF__FORM_TEXT, 0, NULL},
    [CHANGE_CRITERION] = {"criterion", FZZF__FORM_TEXT, 0, NULL},
    [CHANGE_APPLIES] = {"applies", FZZF__FORM_WORD, 0, &fzzf__applies_words},
    [CHANGE_SOURCE] = {"source", FZZF__FORM_TEXT, 0, NULL},
};

static void open_change(struct fzzf__reader *reader)
{
    struct build *build = reader->build;
    struct fzzf__change *change = fzzf__reader_push(reader, &build->changes);

    if (change == NULL)
        return;
    change->node = reader->values[CHANGE_NODE];
    change->points = fzzf__reader_amount(reader, CHANGE_POINTS);
    change->weight = fzzf__reader_amount(reader, CHANGE_WEIGHT);
    change->title = reader->values[CHANGE_TITLE];
    change->criterion = reader->values[CHANGE_CRITERION];
    change->applies = reader->codes[CHANGE_APPLIES]; /* -1 when absent */
    change->source = reader->values[CHANGE_SOURCE];
    change->place = reader->place;
}

static const struct fzzf__type change = {
    FZZF__ATTRIBUTES(change_attributes),
    .open = open_change,
};

static const struct fzzf__child tailoring_children[] = {
    {"set", &set, 0, FZZF__MANY, 0, 0},
    {"drop", &drop, 0, FZZF__MANY, 0, 0},
    {"change", &change, 0, FZZF__MANY, 0, 0},
    FZZF__ROW_EXTENSIONS,
};

const struct fzzf__type fzzf__type_tailoring = {
    FZZF__ATTRIBUTES(tailoring_attributes),
    FZZF__CHILDREN(tailoring_children),
    .begin = begin,
    .open = open_tailoring,
    .close = close_tailoring,
    .extensions = extensions,
};

fzzf_status fzzf_xml_read_tailoring(fzzf_tailoring **out,
                                    const fzzf_source *source,
                                    fzzf_diags *diags)
{
    static const struct fzzf__child root = {
        "tailoring", &fzzf__type_tailoring, 1, 1, 0, 0};
    struct build build = {.tailoring = NULL};
    struct fzzf__reader reader = {
        .roots = &root, .root_count = 1, .build = &build};
    fzzf_status status = FZZF_E_ARGUMENT;

    if (out != NULL)
        status = fzzf__reader_run(&reader, source, diags);
    if (status == FZZF_OK) {
        reader.arena = &build.tailoring->arena;
        fzzf__reader_input(&reader, &build.tailoring->input, "tailoring",
                           build.tailoring->id);
        status = reader.arena->spoiled;
    }
    fzzf__reader_free(&reader);
    fzzf__pile_free(&build.sets);
    fzzf__pile_free(&build.drops);
    fzzf__pile_free(&build.changes);
    if (status == FZZF_OK)
        *out = build.tailoring;
    else
        fzzf_tailoring_unref(build.tailoring);
    return status;
}
