/* SPDX-License-Identifier: Apache-2.0 */
/* What a result is asked: each getter fills one view. */

#include "base/options.h"
#include "model/result.h"

/* Leaves @view empty but for its size, as @now is: nothing is there. */
static int none(void *view, const void *now, size_t size)
{
    fzzf__view_write(view, now, size);
    return 0;
}

int fzzf_result_verdict(const fzzf_result *result, fzzf_verdict *view)
{
    fzzf_verdict now = {.size = sizeof now};

    if (result == NULL)
        return none(view, &now, sizeof now);
    now.declaration = result->declaration;
    now.unit = result->unit;
    now.unit_name = result->unit_name;
    now.system = result->system->id;
    now.contract = result->contract->id;
    now.grade = result->nodes[0].grade;
    now.eligible = result->eligible;
    now.deciding = result->contract->reading;
    return fzzf__view_write(view, &now, sizeof now);
}

size_t fzzf_result_count(const fzzf_result *result)
{
    return result == NULL ? 0 : result->system->node_count;
}

size_t fzzf_result_find(const fzzf_result *result, const char *id)
{
    size_t index;

    if (result == NULL || id == NULL)
        return fzzf_result_count(result);
    index = fzzf__names_find(&result->system->by_id, id);
    return index == FZZF__NO_NAME ? result->system->node_count : index;
}

int fzzf_result_node(const fzzf_result *result, size_t index, fzzf_node *view)
{
    fzzf_node now = {.size = sizeof now};
    const struct fzzf__node_result *node;
    const struct fzzf_indicator *indicator;

    if (index >= fzzf_result_count(result))
        return none(view, &now, sizeof now);
    node = &result->nodes[index];
    indicator = &result->system->nodes[index];
    now.id = indicator->id;
    now.title = indicator->title;
    now.level = indicator->level;
    now.bonus = indicator->bonus;
    now.state = node->state;
    now.met = node->met;
    now.score = node->score;
    now.high = node->high != NULL ? node->high : node->score;
    now.full = node->full;
    now.grade = node->grade;
    now.cause_count = node->cause_count;
    return fzzf__view_write(view, &now, sizeof now);
}

int fzzf_result_cause(const fzzf_result *result, size_t index, size_t cause,
                      fzzf_cause *view)
{
    fzzf_cause now = {.size = sizeof now};
    const struct fzzf__node_result *node;
    const struct fzzf__cause *from;

    if (index >= fzzf_result_count(result) ||
        cause >= result->nodes[index].cause_count)
        return none(view, &now, sizeof now);
    node = &result->nodes[index];
    from = &node->causes[cause];
    now.code = fzzf__cause_code_name(from->code);
    now.label = from->label;
    now.amount = node->amounts[2 * cause];
    now.high = node->amounts[2 * cause + 1];
    now.node = from->node == 0 ? NULL : result->system->nodes[from->node].id;
    now.veto = from->veto;
    return fzzf__view_write(view, &now, sizeof now);
}

int fzzf_result_reading(const fzzf_result *result, fzzf_reading reading,
                        fzzf_reading_view *view)
{
    fzzf_reading_view now = {.size = sizeof now};
    const struct fzzf__reading_result *from;

    if (result == NULL || (int)reading < 0 || reading >= FZZF_READING_COUNT)
        return none(view, &now, sizeof now);
    from = &result->readings[reading];
    now.name = fzzf_reading_name(reading);
    now.low = from->low;
    now.high = from->high;
    now.of = from->of;
    now.left_out = from->left_out;
    now.passes = from->passes;
    return fzzf__view_write(view, &now, sizeof now);
}

int fzzf_result_reason(const fzzf_result *result, size_t index,
                       fzzf_reason *view)
{
    fzzf_reason now = {.size = sizeof now};
    const struct fzzf__reason *from;

    if (result == NULL || index >= result->reason_count)
        return none(view, &now, sizeof now);
    from = &result->reasons[index];
    now.code = from->code;
    now.id = from->id;
    now.node = from->node;
    now.answer = from->answer;
    return fzzf__view_write(view, &now, sizeof now);
}

int fzzf_result_open(const fzzf_result *result, size_t index, fzzf_open *view)
{
    fzzf_open now = {.size = sizeof now};
    const struct fzzf__open *from;

    if (result == NULL || index >= result->open_count)
        return none(view, &now, sizeof now);
    from = &result->opens[index];
    now.node = from->node;
    now.observation = from->observation;
    now.period = from->period;
    return fzzf__view_write(view, &now, sizeof now);
}

int fzzf_result_figure(const fzzf_result *result, size_t index,
                       fzzf_figure *view)
{
    fzzf_figure now = {.size = sizeof now};
    const struct fzzf__figure *from;

    if (result == NULL || index >= result->figure_count)
        return none(view, &now, sizeof now);
    from = &result->figures[index];
    now.name = from->name;
    now.node = from->node;
    now.low = from->low;
    now.high = from->high;
    now.enclosed = from->enclosed;
    now.square = from->square;
    return fzzf__view_write(view, &now, sizeof now);
}

int fzzf_result_input(const fzzf_result *result, size_t index, fzzf_input *view)
{
    fzzf_input now = {.size = sizeof now};
    const struct fzzf__input *from;

    if (result == NULL || index >= result->input_count)
        return none(view, &now, sizeof now);
    from = &result->inputs[index];
    now.role = from->role;
    now.id = from->id;
    now.sha256 = from->sha256;
    return fzzf__view_write(view, &now, sizeof now);
}
