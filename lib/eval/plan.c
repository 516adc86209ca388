/* SPDX-License-Identifier: Apache-2.0 */
/* Making a plan: every rule of a system compiled under a contract. */

#include "eval/plan.h"

#include <string.h>

#include "base/memory.h"
#include "rule/outcome.h"

static void compile_rule(struct fzzf_plan *plan, size_t n)
{
    const struct fzzf_indicator *node = &plan->system->nodes[n];
    struct fzzf__node_plan *made = &plan->nodes[n];
    struct fzzf__program *program = &plan->program;
    const struct fzzf__element *element = node->rule;
    const bool mean = plan->contract != NULL && plan->contract->nodes_mean;
    struct fzzf__attr by = {"by", mean ? "mean" : "sum"};
    const struct fzzf__element plain = {
        .name = "combine", .attrs = &by, .attr_count = 1, .place = node->place};

    made->score = FZZF__NO_OP;
    if (node->rule_value != NULL) {
        made->formula = true;
        made->score = fzzf__compile_formula(program, node->rule_value,
                                            FZZF_PARAM_NUMBER, &program->place);
        return;
    }
    if (element == NULL && node->child_count > 0)
        element = &plain;
    if (element != NULL)
        made->score =
            fzzf__compile_element(program, element, FZZF_PARAM_NUMBER);
}

static void compile_veto(struct fzzf_plan *plan, size_t n, size_t i)
{
    const struct fzzf__veto *veto = &plan->system->nodes[n].vetoes[i];
    struct fzzf__veto_plan *made = &plan->nodes[n].vetoes[i];
    struct fzzf__program *program = &plan->program;
    fzzf__place place = veto->place;

    place.path = program->place.path;
    made->veto = veto;
    made->value = FZZF__NO_OP;
    made->span.from = program->count;
    made->when =
        fzzf__compile_formula(program, veto->when, FZZF_PARAM_TRUTH, &place);
    if (veto->value != NULL)
        made->value = fzzf__compile_formula(program, veto->value,
                                            FZZF_PARAM_NUMBER, &place);
    if (veto->grade != NULL)
        fzzf__check_grade(program, veto->grade, &place);
    made->span.to = program->count;
}

static void compile_vetoes(struct fzzf_plan *plan, size_t n)
{
    const size_t count = plan->system->nodes[n].veto_count;

    plan->nodes[n].veto_count = count;
    plan->nodes[n].vetoes = fzzf__arena_alloc(
        &plan->arena, (count + 1) * sizeof *plan->nodes[n].vetoes);
    for (size_t i = 0; plan->nodes[n].vetoes != NULL && i < count; i++)
        compile_veto(plan, n, i);
}

static size_t compile_met(struct fzzf_plan *plan, size_t n)
{
    const struct fzzf_indicator *node = &plan->system->nodes[n];
    struct fzzf__program *program = &plan->program;
    fzzf__place place = node->met_place;
    size_t op;

    place.path = node->id;
    if (node->met != NULL)
        return fzzf__compile_formula(program, node->met, FZZF_PARAM_TRUTH,
                                     &place);
    if (plan->contract == NULL)
        return FZZF__NO_OP;
    place = plan->contract->met_place;
    program->contract_met = true;
    op = fzzf__compile_formula(program, plan->contract->met, FZZF_PARAM_TRUTH,
                               &place);
    program->contract_met = false;
    return op;
}

static void compile_requires(struct fzzf_plan *plan)
{
    const struct fzzf_system *system = plan->system;

    plan->requires = fzzf__arena_alloc(
        &plan->arena, (system->require_count + 1) * sizeof *plan->requires);
    for (size_t i = 0; plan->requires != NULL && i < system->require_count; i++)
    plan->requires[i] =
        fzzf__compile_formula(&plan->program, system->requires[i].when,
                              FZZF_PARAM_TRUTH, &system->requires[i].place);
}

static void compile_node(struct fzzf_plan *plan, size_t n)
{
    const struct fzzf_indicator *node = &plan->system->nodes[n];
    struct fzzf__node_plan *made = &plan->nodes[n];
    struct fzzf__program *program = &plan->program;

    program->node = n;
    program->place = node->rule_place.line > 0 ? node->rule_place : node->place;
    program->place.path = node->id;
    program->after = false;
    made->rule.from = program->count;
    compile_rule(plan, n);
    made->rule.to = program->count;
    program->after = true;
    compile_vetoes(plan, n);
    made->grading_span.from = program->count;
    made->grading = FZZF__NO_OP;
    if (node->grading != NULL)
        made->grading =
            fzzf__compile_element(program, node->grading, FZZF_PARAM_TEXT);
    made->grading_span.to = made->met_span.from = program->count;
    made->met = compile_met(plan, n);
    made->met_span.to = made->require_span.from = program->count;
    if (n == 0)
        compile_requires(plan);
    made->require_span.to = program->count;
}

/* Numbers the observations and chains the inputs that read each. */
static void number_slots(struct fzzf_plan *plan)
{
    const struct fzzf_system *system = plan->system;
    struct fzzf__program *program = &plan->program;

    plan->slot_base = fzzf__arena_alloc(
        &plan->arena, (system->node_count + 1) * sizeof *plan->slot_base);
    if (plan->slot_base == NULL)
        return;
    for (size_t n = 0; n < system->node_count; n++) {
        plan->slot_base[n] = plan->slot_count;
        for (size_t i = 0; i < system->nodes[n].observe_count; i++) {
            const size_t periods = system->nodes[n].observes[i].period_count;

            plan->slot_count += periods > 0 ? periods : 1;
        }
    }
    plan->slot_input = fzzf__arena_alloc(
        &plan->arena, (plan->slot_count + 1) * sizeof *plan->slot_input);
    for (size_t i = 0; plan->slot_input != NULL && i < plan->slot_count; i++)
        plan->slot_input[i] = FZZF__NO_NAME;
    for (size_t i = 0; plan->slot_input != NULL && i < program->input_count;
         i++) {
        struct fzzf__input_use *use = &program->inputs[i];
        const size_t slot =
            fzzf__plan_slot(plan, use->node, use->observe,
                            use->period == FZZF__NO_NAME ? 0 : use->period);

        use->next = plan->slot_input[slot];
        plan->slot_input[slot] = i;
    }
}

size_t fzzf__plan_slot(const struct fzzf_plan *plan, size_t node,
                       const struct fzzf__observe *observe, size_t period)
{
    const struct fzzf__observe *o = plan->system->nodes[node].observes;
    size_t slot = plan->slot_base[node];

    for (; o != observe; o++)
        slot += o->period_count > 0 ? o->period_count : 1;
    return slot + period;
}

static fzzf_status compile(struct fzzf_plan *plan, fzzf_diags *diags)
{
    const size_t count = plan->system->node_count;

    plan->program.system = plan->system;
    plan->program.arena = &plan->arena;
    plan->program.diags = diags;
    plan->nodes =
        fzzf__arena_alloc(&plan->arena, (count + 1) * sizeof *plan->nodes);
    if (plan->nodes == NULL)
        return FZZF_E_MEMORY;
    for (size_t n = 0; n < count; n++)
        compile_node(plan, n);
    if (plan->arena.spoiled != FZZF_OK)
        return plan->arena.spoiled;
    number_slots(plan);
    fzzf__plan_check(plan);
    fzzf__plan_order(plan);
    plan->program.diags = NULL;
    if (plan->arena.spoiled != FZZF_OK)
        return plan->arena.spoiled;
    if (plan->program.faults > 0)
        return FZZF_E_RULE;
    fzzf__plan_slots(plan);
    return plan->arena.spoiled;
}

fzzf_status fzzf_plan_new(fzzf_plan **out, fzzf_system *system,
                          fzzf_contract *contract, fzzf_diags *diags)
{
    fzzf_plan *plan = fzzf__calloc(1, sizeof *plan);
    fzzf_status status;

    if (plan == NULL)
        return FZZF_E_MEMORY;
    atomic_init(&plan->references, 1);
    fzzf__arena_init(&plan->arena);
    plan->system = fzzf_system_ref(system);
    plan->contract = contract == NULL ? NULL : fzzf_contract_ref(contract);
    status = compile(plan, diags);
    if (status != FZZF_OK) {
        fzzf_plan_unref(plan);
        return status;
    }
    *out = plan;
    return FZZF_OK;
}

fzzf_plan *fzzf_plan_ref(fzzf_plan *plan)
{
    atomic_fetch_add_explicit(&plan->references, 1, memory_order_relaxed);
    return plan;
}

void fzzf_plan_unref(fzzf_plan *plan)
{
    if (plan == NULL || atomic_fetch_sub_explicit(&plan->references, 1,
                                                  memory_order_acq_rel) > 1)
        return;
    fzzf__program_free(&plan->program);
    fzzf_system_unref(plan->system);
    fzzf_contract_unref(plan->contract);
    fzzf__arena_free(&plan->arena);
    fzzf__free(plan);
}

int fzzf_plan_needs_cohort(const fzzf_plan *plan)
{
    return plan->stages > 0;
}

fzzf_system *fzzf_plan_system(const fzzf_plan *plan)
{
    return plan->system;
}

fzzf_contract *fzzf_plan_contract(const fzzf_plan *plan)
{
    return plan->contract;
}
