/* SPDX-License-Identifier: Apache-2.0 */
/* What systems and indicators have in common: sources, rules, vetoes. */

#include <string.h>

#include "xml/read_system.h"

struct fzzf_indicator *fzzf__open_node(struct fzzf__reader *reader)
{
    struct fzzf__system_build *build = reader->build;
    struct fzzf_indicator *nodes = build->nodes.items;
    const size_t *index = fzzf__pile_top(&build->open);

    return &nodes[*index];
}

struct fzzf_indicator *fzzf__push_node(struct fzzf__reader *reader)
{
    struct fzzf__system_build *build = reader->build;
    struct fzzf_indicator *node = fzzf__reader_push(reader, &build->nodes);
    size_t *index = fzzf__reader_push(reader, &build->open);
    int *depth = fzzf__reader_push(reader, &build->depths);

    if (node == NULL || index == NULL || depth == NULL)
        return NULL;
    *index = build->nodes.count - 1;
    *depth = (int)build->open.count - 1;
    build->last_source = NULL;
    return node;
}

void fzzf__flush_node(struct fzzf__reader *reader)
{
    struct fzzf__system_build *build = reader->build;
    struct fzzf_indicator *node = fzzf__open_node(reader);
    fzzf__arena *arena = reader->arena;

    if (build->observes.count > 0)
        node->observes =
            fzzf__pile_take(&build->observes, 0, arena, &node->observe_count);
    if (build->variants.count > 0)
        node->variants =
            fzzf__pile_take(&build->variants, 0, arena, &node->variant_count);
    if (build->vetoes.count > 0)
        node->vetoes =
            fzzf__pile_take(&build->vetoes, 0, arena, &node->veto_count);
}

void fzzf__pop_node(struct fzzf__reader *reader)
{
    struct fzzf__system_build *build = reader->build;

    fzzf__flush_node(reader);
    build->open.count--;
}

enum { CONFIDENCE, HREF };

static const struct fzzf__attribute source_attributes[] = {
    [CONFIDENCE] = {"confidence", FZZF__FORM_WORD, 1, &fzzf__confidence_words},
    [HREF] = {"href", FZZF__FORM_TEXT, 0, NULL},
};

static void open_source(struct fzzf__reader *reader)
{
    struct fzzf__system_build *build = reader->build;
    struct fzzf__source *source =
        fzzf__arena_alloc(reader->arena, sizeof *source);

    if (source == NULL)
        return;
    source->confidence = reader->values[CONFIDENCE];
    source->href = reader->values[HREF];
    if (build->last_source == NULL)
        fzzf__open_node(reader)->sources = source;
    else
        build->last_source->next = source;
    build->last_source = source;
}

static void close_source(struct fzzf__reader *reader)
{
    struct fzzf__system_build *build = reader->build;

    if (build->last_source != NULL)
        build->last_source->text = fzzf__reader_text(reader);
}

const struct fzzf__type fzzf__type_source = {
    FZZF__ATTRIBUTES(source_attributes),
    .content = FZZF__CONTENT_TEXT,
    .open = open_source,
    .close = close_source,
};

static const struct fzzf__attribute rule_attributes[] = {
    {"value", FZZF__FORM_FORMULA, 0, NULL},
};

static void open_rule(struct fzzf__reader *reader)
{
    fzzf__open_node(reader)->rule_value = reader->values[0];
    fzzf__open_node(reader)->rule_place = reader->place;
}

static void close_rule(struct fzzf__reader *reader)
{
    struct fzzf_indicator *node = fzzf__open_node(reader);

    node->rule = fzzf__reader_top(reader)->element;
    if (node->rule == NULL && node->rule_value == NULL)
        FZZF__FAULT(reader, FZZF__F_RULE_EMPTY, "rule");
    else if (node->rule != NULL && node->rule_value != NULL)
        FZZF__FAULT(reader, FZZF__F_RULE_TWOFOLD, "rule", node->rule->name);
}

const struct fzzf__type fzzf__type_rule = {
    FZZF__ATTRIBUTES(rule_attributes),
    .content = FZZF__CONTENT_RULE,
    .open = open_rule,
    .close = close_rule,
};

static void close_grading(struct fzzf__reader *reader)
{
    const struct fzzf__element *element = fzzf__reader_top(reader)->element;

    fzzf__open_node(reader)->grading = element;
    if (element == NULL)
        FZZF__FAULT(reader, FZZF__F_RULE_EMPTY, "grading");
}

const struct fzzf__type fzzf__type_grading = {
    .content = FZZF__CONTENT_RULE,
    .close = close_grading,
};

enum { VETO_ID, VETO_WHEN, VETO_EFFECT, VETO_VALUE, VETO_GRADE, VETO_TITLE };

static const struct fzzf__attribute veto_attributes[] = {
    [VETO_ID] = {"id", FZZF__FORM_NAME, 1, NULL},
    [VETO_WHEN] = {"when", FZZF__FORM_FORMULA, 1, NULL},
    [VETO_EFFECT] = {"effect", FZZF__FORM_WORD, 1, &fzzf__effect_words},
    [VETO_VALUE] = {"value", FZZF__FORM_FORMULA, 0, NULL},
    [VETO_GRADE] = {"grade", FZZF__FORM_NAME, 0, NULL},
    [VETO_TITLE] = {"title", FZZF__FORM_TEXT, 0, NULL},
};

enum need { NEVER, MAY, MUST };

static void check_need(struct fzzf__reader *reader, size_t attribute,
                       enum need need)
{
    bool given = reader->values[attribute] != NULL;

    if (given && need == NEVER)
        FZZF__FAULT(reader, FZZF__F_VETO_TAKES_NO, "veto",
                    reader->values[VETO_ID], veto_attributes[attribute].name);
    if (!given && need == MUST)
        FZZF__FAULT(reader, FZZF__F_VETO_NEEDS, "veto", reader->values[VETO_ID],
                    veto_attributes[attribute].name);
}

static void open_veto(struct fzzf__reader *reader)
{
    static const enum need values[] = {
        [FZZF__EFFECT_FIX] = MUST,
        [FZZF__EFFECT_LOSE] = MUST,
        [FZZF__EFFECT_LOWER] = MAY,
        [FZZF__EFFECT_BAR] = NEVER,
    };
    static const enum need grades[] = {
        [FZZF__EFFECT_GRADE] = MUST,
        [FZZF__EFFECT_STOP] = MAY,
        [FZZF__EFFECT_BAR] = NEVER,
    };
    struct fzzf__system_build *build = reader->build;
    struct fzzf__veto *veto = fzzf__reader_push(reader, &build->vetoes);

    if (veto == NULL)
        return;
    veto->id = reader->values[VETO_ID];
    veto->when = reader->values[VETO_WHEN];
    veto->effect = (enum fzzf__effect)reader->codes[VETO_EFFECT];
    veto->value = reader->values[VETO_VALUE];
    veto->grade = reader->values[VETO_GRADE];
    veto->title = reader->values[VETO_TITLE];
    veto->place = reader->place;
    check_need(reader, VETO_VALUE, values[veto->effect]);
    check_need(reader, VETO_GRADE, grades[veto->effect]);
}

const struct fzzf__type fzzf__type_veto = {
    FZZF__ATTRIBUTES(veto_attributes),
    .open = open_veto,
};
