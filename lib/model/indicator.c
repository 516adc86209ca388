/* SPDX-License-Identifier: Apache-2.0 */
/* Indicators: what a node of a system is asked. */

#include <string.h>

#include "base/options.h"
#include "model/system.h"
#include "model/words.h"

const char *fzzf_observation_kind_name(fzzf_observation_kind kind)
{
    return fzzf__word(&fzzf__kind_words, (int)kind);
}

int fzzf_indicator_describe(const fzzf_indicator *indicator,
                            fzzf_indicator_view *view)
{
    fzzf_indicator_view now = {.size = sizeof now};

    if (indicator == NULL) {
        fzzf__view_write(view, &now, sizeof now);
        return 0;
    }
    now.id = indicator->id;
    now.title = indicator->title;
    now.number = indicator->number;
    now.criterion = indicator->criterion;
    now.confidence = indicator->confidence;
    now.level = indicator->level;
    now.bonus = indicator->bonus;
    now.applies = indicator->applies;
    now.points = indicator->points_number;
    now.weight = indicator->weight_number;
    now.effort = indicator->effort_number;
    now.index = indicator->index;
    now.child_count = indicator->child_count;
    now.observe_count = indicator->observe_count;
    return fzzf__view_write(view, &now, sizeof now);
}

const char *fzzf_indicator_origin(const fzzf_indicator *indicator,
                                  const char *field)
{
    if (indicator == NULL || field == NULL)
        return NULL;
    if (strcmp(field, "points") == 0)
        return indicator->points.origin;
    if (strcmp(field, "weight") == 0)
        return indicator->weight.origin;
    if (strcmp(field, "title") == 0)
        return indicator->title_origin;
    if (strcmp(field, "criterion") == 0)
        return indicator->criterion_origin;
    if (strcmp(field, "applies") == 0)
        return indicator->applies_origin;
    return NULL;
}

const fzzf_indicator *fzzf_indicator_parent(const fzzf_indicator *indicator)
{
    if (indicator == NULL || indicator->index == 0)
        return NULL;
    return &indicator->system->nodes[indicator->parent];
}

const fzzf_indicator *fzzf_indicator_child(const fzzf_indicator *indicator,
                                           size_t index)
{
    const struct fzzf_indicator *nodes;
    size_t child;

    if (indicator == NULL || index >= indicator->child_count)
        return NULL;
    nodes = indicator->system->nodes;
    child = indicator->index + 1;
    while (index-- > 0)
        child = nodes[child].end;
    return &nodes[child];
}

int fzzf_indicator_observe(const fzzf_indicator *indicator, size_t index,
                           fzzf_observe *view)
{
    fzzf_observe now = {.size = sizeof now};
    const struct fzzf__observe *observe;

    if (indicator == NULL || index >= indicator->observe_count) {
        fzzf__view_write(view, &now, sizeof now);
        return 0;
    }
    observe = &indicator->observes[index];
    now.id = observe->id;
    now.title = observe->title;
    now.unit = observe->unit;
    now.kind = observe->kind;
    return fzzf__view_write(view, &now, sizeof now);
}

const char *fzzf__element_attr(const struct fzzf__element *element,
                               const char *name)
{
    for (size_t i = 0; i < element->attr_count; i++)
        if (strcmp(element->attrs[i].name, name) == 0)
            return element->attrs[i].value;
    return NULL;
}

const struct fzzf__observe *
fzzf__observe_find(const struct fzzf_indicator *indicator, const char *id)
{
    for (size_t i = 0; i < indicator->observe_count; i++)
        if (strcmp(indicator->observes[i].id, id) == 0)
            return &indicator->observes[i];
    return NULL;
}
