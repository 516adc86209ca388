/* SPDX-License-Identifier: Apache-2.0 */
/* Makes mixtures of two systems, and declarations that fit them. */

#include "diff/mix.h"

#include <string.h>

static const struct fzzf_indicator *node_of(const struct fzzf_system *system,
                                            const char *id)
{
    const size_t index = fzzf__names_find(&system->by_id, id);

    return index == FZZF__NO_NAME ? NULL : &system->nodes[index];
}

static void take_weights(struct fzzf_indicator *to,
                         const struct fzzf_indicator *from)
{
    to->points = from->points;
    to->weight = from->weight;
    to->variants = from->variants;
    to->variant_count = from->variant_count;
}

static void take_rules(struct fzzf_indicator *to,
                       const struct fzzf_indicator *from)
{
    to->applies = from->applies;
    to->effort = from->effort;
    to->na = from->na;
    to->substitute = from->substitute;
    to->tags = from->tags;
    to->tag_count = from->tag_count;
    to->observes = from->observes;
    to->observe_count = from->observe_count;
    to->rule_value = from->rule_value;
    to->rule = from->rule;
    to->rule_place = from->rule_place;
    to->met = from->met;
    to->met_place = from->met_place;
    to->vetoes = from->vetoes;
    to->veto_count = from->veto_count;
    to->grading = from->grading;
}

static bool has_parameter(const struct fzzf_system *system, const char *id)
{
    for (size_t i = 0; i < system->parameter_count; i++)
        if (strcmp(system->parameters[i].id, id) == 0)
            return true;
    return false;
}

/* Those of the rules, and of @edition what its own nodes may still name. */
static void take_parameters(struct fzzf_system *to,
                            const struct fzzf_system *rules,
                            const struct fzzf_system *edition)
{
    struct fzzf__parameter *const parameters = fzzf__arena_alloc(
        &to->arena, (rules->parameter_count + edition->parameter_count + 1) *
                        sizeof *parameters);
    size_t count = 0;

    if (parameters == NULL)
        return;
    for (; count < rules->parameter_count; count++)
        parameters[count] = rules->parameters[count];
    for (size_t i = 0; i < edition->parameter_count; i++)
        if (!has_parameter(rules, edition->parameters[i].id))
            parameters[count++] = edition->parameters[i];
    to->parameters = parameters;
    to->parameter_count = count;
}

static void take_head(struct fzzf_system *to, const struct fzzf_system *rules,
                      const struct fzzf_system *edition)
{
    to->id = edition->id;
    to->edition = edition->edition;
    to->language = edition->language;
    to->inputs = edition->inputs;
    to->calendar = rules->calendar;
    to->grades = rules->grades;
    to->grade_count = rules->grade_count;
    to->requires = rules->requires;
    to->require_count = rules->require_count;
    take_parameters(to, rules, edition);
}

struct fzzf_system *fzzf__mix_system(const struct fzzf_system *const sides[2],
                                     unsigned bits)
{
    const struct fzzf_system *const edition =
        sides[(bits & FZZF__MIX_EDITION) != 0];
    const struct fzzf_system *const weights =
        sides[(bits & FZZF__MIX_WEIGHT) != 0];
    const struct fzzf_system *const rules = sides[(bits & FZZF__MIX_RULE) != 0];
    struct fzzf_system *const to = fzzf__system_new();
    int *depths;

    if (to == NULL)
        return NULL;
    take_head(to, rules, edition);
    depths = fzzf__arena_alloc(&to->arena,
                               (edition->node_count + 1) * sizeof *depths);
    to->nodes = fzzf__arena_alloc(&to->arena, (edition->node_count + 1) *
                                                  sizeof *to->nodes);
    for (size_t i = 0; to->arena.spoiled == FZZF_OK && i < edition->node_count;
         i++) {
        struct fzzf_indicator *const node = &to->nodes[i];
        const struct fzzf_indicator *from;

        *node = edition->nodes[i];
        depths[i] = node->level;
        from = node_of(weights, node->id);
        if (from != NULL)
            take_weights(node, from);
        from = node_of(rules, node->id);
        if (from != NULL)
            take_rules(node, from);
        to->node_count++;
    }
    if (to->arena.spoiled == FZZF_OK &&
        fzzf__system_seal(to, depths, NULL) == FZZF_OK)
        return to;
    fzzf_system_unref(to);
    return NULL;
}

/* Keeps the observations that @node has. */
static void cut_statement(struct fzzf_declaration *to,
                          struct fzzf__statement *statement,
                          const struct fzzf_indicator *node)
{
    struct fzzf__observation *const kept = fzzf__arena_alloc(
        &to->arena, (statement->observation_count + 1) * sizeof *kept);
    size_t count = 0;

    for (size_t i = 0; kept != NULL && i < statement->observation_count; i++)
        if (fzzf__observe_find(node, statement->observations[i].id) != NULL)
            kept[count++] = statement->observations[i];
    statement->observations = kept;
    statement->observation_count = count;
}

static void cut_overrides(struct fzzf_declaration *to,
                          struct fzzf__assessment *assessment,
                          const struct fzzf_system *system)
{
    struct fzzf__override *const kept = fzzf__arena_alloc(
        &to->arena, (assessment->override_count + 1) * sizeof *kept);
    size_t count = 0;

    for (size_t i = 0; kept != NULL && i < assessment->override_count; i++)
        if (node_of(system, assessment->overrides[i].node) != NULL)
            kept[count++] = assessment->overrides[i];
    assessment->overrides = kept;
    assessment->override_count = count;
}

static void cut_assessment(struct fzzf_declaration *to,
                           struct fzzf__assessment *assessment,
                           const struct fzzf_system *system)
{
    struct fzzf__statement *const kept = fzzf__arena_alloc(
        &to->arena, (assessment->statement_count + 1) * sizeof *kept);
    size_t count = 0;

    for (size_t i = 0; kept != NULL && i < assessment->statement_count; i++) {
        const struct fzzf_indicator *const node =
            node_of(system, assessment->statements[i].node);

        if (node == NULL)
            continue;
        kept[count] = assessment->statements[i];
        cut_statement(to, &kept[count++], node);
    }
    assessment->statements = kept;
    assessment->statement_count = count;
    cut_overrides(to, assessment, system);
}

struct fzzf_declaration *
fzzf__mix_declaration(const struct fzzf_declaration *declaration,
                      const struct fzzf_system *system)
{
    struct fzzf_declaration *const to = fzzf__declaration_new();
    struct fzzf__assessment *kept;

    if (to == NULL)
        return NULL;
    to->input = declaration->input;
    to->id = declaration->id;
    to->system = system->id;
    to->batch = declaration->batch;
    to->type = declaration->type;
    to->unit_code = declaration->unit_code;
    to->unit_name = declaration->unit_name;
    to->unit_level = declaration->unit_level;
    to->groups = declaration->groups;
    to->group_count = declaration->group_count;
    to->place = declaration->place;
    kept = fzzf__arena_alloc(&to->arena, (declaration->assessment_count + 1) *
                                             sizeof *kept);
    for (size_t i = 0; kept != NULL && i < declaration->assessment_count; i++) {
        kept[i] = declaration->assessments[i];
        cut_assessment(to, &kept[i], system);
    }
    to->assessments = kept;
    to->assessment_count = declaration->assessment_count;
    if (to->arena.spoiled == FZZF_OK)
        return to;
    fzzf_declaration_unref(to);
    return NULL;
}
