/* SPDX-License-Identifier: Apache-2.0 */
/* Makes the system that a tailoring asks for out of the one it is for. */

#include <string.h>

#include "base/text.h"
#include "model/system.h"
#include "model/tailoring.h"

/* One tailoring at work. Arrays by node are those of @from. */
struct job {
    const struct fzzf_system *from;
    const struct fzzf_tailoring *by;
    struct fzzf_system *to;
    const char *origin;             /* the tailoring's id, kept by @to */
    const struct fzzf__drop **drop; /* by node: what drops it, or NULL */
    size_t *moved;                  /* by node: its index in @to */
    bool *changed;                  /* by node */
    bool *set;                      /* by parameter */
    fzzf_diags *diags;
    fzzf_status status;
};

static void fault(struct job *job, int number, const fzzf__place *place,
                  const char *a, const char *b)
{
    job->status =
        fzzf__report(job->diags, FZZF_E_REFERENCE, number, place, a, b, NULL);
}

static void *take(struct job *job, size_t count, size_t size)
{
    return fzzf__arena_alloc(&job->to->arena, (count + 1) * size);
}

static char *keep(struct job *job, const char *text)
{
    return fzzf__arena_text(&job->to->arena, text);
}

/* The index of node @id, or FZZF__NO_NAME after a finding. */
static size_t find_node(struct job *job, const char *id,
                        const fzzf__place *place)
{
    const size_t index = fzzf__names_find(&job->from->by_id, id);
    const char **ids;
    const char *nearest;

    if (index != FZZF__NO_NAME)
        return index;
    ids = take(job, job->from->node_count, sizeof *ids);
    if (ids == NULL)
        return FZZF__NO_NAME;
    for (size_t i = 0; i < job->from->node_count; i++)
        ids[i] = job->from->nodes[i].id;
    nearest = fzzf__nearest(id, ids, job->from->node_count);
    fault(job,
          nearest == NULL ? FZZF__F_TAILOR_NO_NODE
                          : FZZF__F_TAILOR_NO_NODE_NEAR,
          place, id, nearest);
    return FZZF__NO_NAME;
}

/* The index of parameter @id, or FZZF__NO_NAME after a finding. */
static size_t find_parameter(struct job *job, const struct fzzf__set *set)
{
    const size_t count = job->from->parameter_count;
    const char **ids = take(job, count, sizeof *ids);
    const char *nearest;

    if (ids == NULL)
        return FZZF__NO_NAME;
    for (size_t i = 0; i < count; i++) {
        ids[i] = job->from->parameters[i].id;
        if (strcmp(ids[i], set->parameter) == 0)
            return i;
    }
    nearest = fzzf__nearest(set->parameter, ids, count);
    fault(job,
          nearest == NULL ? FZZF__F_TAILOR_NO_PARAMETER
                          : FZZF__F_TAILOR_NO_PARAMETER_NEAR,
          &set->place, set->parameter, nearest);
    return FZZF__NO_NAME;
}

static struct fzzf__amount keep_amount(struct job *job,
                                       const struct fzzf__amount *amount)
{
    struct fzzf__amount kept = *amount;

    kept.num = fzzf__num_copy(&job->to->arena, amount->num);
    kept.origin = job->origin;
    return kept;
}

static void apply_sets(struct job *job)
{
    struct fzzf__parameter *parameters;
    const size_t count = job->from->parameter_count;

    parameters = take(job, count, sizeof *parameters);
    if (parameters == NULL)
        return;
    if (count > 0)
        memcpy(parameters, job->from->parameters, count * sizeof *parameters);
    for (size_t i = 0; i < job->by->set_count; i++) {
        const struct fzzf__set *set = &job->by->sets[i];
        const size_t index = find_parameter(job, set);

        if (index == FZZF__NO_NAME)
            continue;
        if (job->set[index])
            fault(job, FZZF__F_TAILOR_TWICE, &set->place, set->parameter, NULL);
        job->set[index] = true;
        parameters[index].value = keep_amount(job, &set->value);
    }
    job->to->parameters = parameters;
    job->to->parameter_count = count;
}

static void mark_drops(struct job *job)
{
    for (size_t i = 0; i < job->by->drop_count; i++) {
        const struct fzzf__drop *drop = &job->by->drops[i];
        const size_t index = find_node(job, drop->node, &drop->place);

        if (index == FZZF__NO_NAME)
            continue;
        for (size_t at = index; at < job->from->nodes[index].end; at++)
            if (job->drop[at] == NULL)
                job->drop[at] = drop;
    }
}

/* Copies what stays; @depths are filled for the seal. */
static void copy_nodes(struct job *job, int *depths)
{
    const struct fzzf_system *from = job->from;
    struct fzzf_system *to = job->to;

    to->nodes = take(job, from->node_count, sizeof *to->nodes);
    if (to->nodes == NULL)
        return;
    for (size_t i = 0; i < from->node_count; i++) {
        if (i > 0 && job->drop[i] != NULL)
            continue;
        job->moved[i] = to->node_count;
        depths[to->node_count] = from->nodes[i].level;
        to->nodes[to->node_count++] = from->nodes[i];
    }
    if (to->node_count == 1)
        fault(job, FZZF__F_TAILOR_DROPS_ALL, &job->by->place, job->by->id,
              NULL);
}

/* What <system> has no attribute for cannot be changed of the whole. */
static const char *unfit_for_the_whole(const struct fzzf__change *change)
{
    if (change->points.given != FZZF__ABSENT)
        return "points";
    if (change->weight.given != FZZF__ABSENT)
        return "weight";
    if (change->criterion != NULL)
        return "criterion";
    return change->applies >= 0 ? "applies" : NULL;
}

static void change_node(struct job *job, struct fzzf_indicator *node,
                        const struct fzzf__change *change)
{
    if (change->points.given != FZZF__ABSENT)
        node->points = keep_amount(job, &change->points);
    if (change->weight.given != FZZF__ABSENT)
        node->weight = keep_amount(job, &change->weight);
    if (change->title != NULL) {
        node->title = keep(job, change->title);
        node->title_origin = job->origin;
    }
    if (change->criterion != NULL) {
        node->criterion = keep(job, change->criterion);
        node->criterion_origin = job->origin;
    }
    if (change->applies >= 0) {
        node->applies = (fzzf_applies)change->applies;
        node->applies_origin = job->origin;
    }
}

static void apply_change(struct job *job, const struct fzzf__change *change)
{
    const size_t index = find_node(job, change->node, &change->place);
    const char *unfit = unfit_for_the_whole(change);

    if (index == FZZF__NO_NAME)
        return;
    if (job->changed[index])
        fault(job, FZZF__F_TAILOR_TWICE, &change->place, change->node, NULL);
    job->changed[index] = true;
    if (index > 0 && job->drop[index] != NULL)
        fault(job, FZZF__F_TAILOR_DROPPED, &change->place, change->node,
              job->drop[index]->node);
    else if (index == 0 && unfit != NULL)
        fault(job, FZZF__F_TAILOR_WHOLE, &change->place, unfit, NULL);
    else
        change_node(job, &job->to->nodes[job->moved[index]], change);
}

static void add_input(struct job *job)
{
    struct fzzf__sources *inputs = &job->to->inputs;
    const size_t room = sizeof inputs->items / sizeof inputs->items[0];
    struct fzzf__input *input;

    if (inputs->count == room) {
        job->status =
            fzzf__report(job->diags, FZZF_E_LIMIT, FZZF__F_TAILOR_TOO_OFTEN,
                         &job->by->place, job->from->id, NULL);
        return;
    }
    input = &inputs->items[inputs->count++];
    *input = job->by->input;
    input->role = "tailoring";
    input->id = job->origin;
    input->name = keep(job, job->by->input.name);
}

static void copy_head(struct job *job)
{
    const struct fzzf_system *from = job->from;
    struct fzzf_system *to = job->to;

    to->inputs = from->inputs;
    to->id = from->id;
    to->edition = from->edition;
    to->language = from->language;
    to->calendar = from->calendar;
    to->grades = from->grades;
    to->grade_count = from->grade_count;
    to->requires = from->requires;
    to->require_count = from->require_count;
    if (strcmp(from->id, job->by->of) != 0)
        fault(job, FZZF__F_TAILOR_OTHER_SYSTEM, &job->by->place, job->by->of,
              from->id);
}

static fzzf_status tailor(struct job *job)
{
    const size_t count = job->from->node_count;
    int *depths = take(job, count, sizeof *depths);

    job->origin = keep(job, job->by->id);
    job->drop = take(job, count, sizeof *job->drop);
    job->moved = take(job, count, sizeof *job->moved);
    job->changed = take(job, count, sizeof *job->changed);
    job->set = take(job, job->from->parameter_count, sizeof *job->set);
    if (job->to->arena.spoiled != FZZF_OK)
        return job->to->arena.spoiled;
    copy_head(job);
    add_input(job);
    apply_sets(job);
    mark_drops(job);
    copy_nodes(job, depths);
    if (job->to->arena.spoiled != FZZF_OK)
        return job->to->arena.spoiled;
    for (size_t i = 0; i < job->by->change_count; i++)
        apply_change(job, &job->by->changes[i]);
    if (job->to->arena.spoiled != FZZF_OK)
        return job->to->arena.spoiled;
    if (job->status != FZZF_OK)
        return job->status;
    return fzzf__system_seal(job->to, depths, job->diags);
}

fzzf_status fzzf_system_tailor(fzzf_system **out, fzzf_system *system,
                               const fzzf_tailoring *tailoring,
                               fzzf_diags *diags)
{
    struct job job = {.from = system, .by = tailoring, .diags = diags};
    fzzf_status status;

    if (out == NULL || system == NULL || tailoring == NULL)
        return FZZF_E_ARGUMENT;
    job.to = fzzf__system_new();
    if (job.to == NULL)
        return FZZF_E_MEMORY;
    job.to->base = fzzf_system_ref(system);
    status = tailor(&job);
    if (status == FZZF_OK)
        *out = job.to;
    else
        fzzf_system_unref(job.to);
    return status;
}
