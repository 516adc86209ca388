/* SPDX-License-Identifier: Apache-2.0 */
/* From a unit that was run to a result that stands alone. */

#include "eval/make_result.h"

#include <string.h>

static const fzzf_number *number(struct fzzf_result *result, fzzf__num num)
{
    return fzzf__number_make(&result->arena, num);
}

/* A number that was made before, or not. */
static const fzzf_number *made(struct fzzf_result *result,
                               const fzzf_number *before, fzzf__num num)
{
    return before != NULL ? fzzf__number_copy(&result->arena, before)
                          : number(result, num);
}

/* The upper end beside the lower; mostly they are the same number. */
static const fzzf_number *upper(struct fzzf_result *result,
                                const fzzf_number *low, fzzf__num high)
{
    return low != NULL && fzzf__num_equal(low->num, high)
               ? low
               : number(result, high);
}

static const char *text(struct fzzf_result *result, const char *from)
{
    return from == NULL ? NULL : fzzf__arena_text(&result->arena, from);
}

static void copy_causes(struct fzzf_result *result,
                        struct fzzf__node_result *to,
                        const struct fzzf__cause *from)
{
    struct fzzf__cause *causes;
    const fzzf_number **amounts;
    size_t count = 0;

    for (const struct fzzf__cause *c = from; c != NULL; c = c->next)
        count++;
    causes = fzzf__arena_alloc(&result->arena, (count + 1) * sizeof *causes);
    amounts =
        fzzf__arena_alloc(&result->arena, (count + 1) * 2 * sizeof *amounts);
    if (causes == NULL || amounts == NULL)
        return;
    for (size_t i = 0; i < count; i++, from = from->next) {
        causes[i] = *from;
        causes[i].next = NULL;
        causes[i].label = fzzf__arena_text(&result->arena, from->label);
        causes[i].low = fzzf__num_copy(&result->arena, from->low);
        causes[i].high = fzzf__num_copy(&result->arena, from->high);
        for (size_t k = 0; k < FZZF__CAUSE_ARGS; k++)
            causes[i].args[k] = fzzf__num_copy(&result->arena, from->args[k]);
        amounts[i * 2] = number(result, causes[i].low);
        amounts[i * 2 + 1] = upper(result, amounts[i * 2], causes[i].high);
    }
    to->causes = causes;
    to->amounts = amounts;
    to->cause_count = count;
}

static void copy_node(struct fzzf_result *result, const struct fzzf__unit *unit,
                      size_t n)
{
    const struct fzzf__outcome *from = &unit->run.nodes[n];
    struct fzzf__node_result *to = &result->nodes[n];
    const bool scored =
        from->state == FZZF_SCORE_EXACT || from->state == FZZF_SCORE_BOUNDED;

    to->state = from->state;
    to->met = from->met;
    to->grade = from->grade;
    to->why.code = from->why.code;
    to->why.text = text(result, from->why.text);
    if (scored) {
        to->score = number(result, from->value.lo);
        to->high = upper(result, to->score, from->value.hi);
        if (from->value.full_known)
            to->full = number(result, from->value.full);
        copy_causes(result, to, from->value.causes);
    } else if (from->points_known) {
        to->full = number(result, from->points);
    }
}

static void copy_readings(struct fzzf_result *result,
                          const struct fzzf__reading_value *readings)
{
    for (int i = 0; i < FZZF_READING_COUNT; i++) {
        struct fzzf__reading_result *to = &result->readings[i];

        to->left_out = readings[i].left_out;
        to->passes = readings[i].passes;
        if (!readings[i].known)
            continue;
        to->low = number(result, readings[i].low);
        to->high = upper(result, to->low, readings[i].high);
        to->of = number(result, readings[i].of);
    }
}

static const char *const reading_names[] = {"indicators-all",
                                            "indicators-applicable",
                                            "points-all", "points-applicable"};

/* The vetoes that bar, or perhaps do; what is not met; the threshold first. */
static void copy_reasons(struct fzzf_result *result,
                         const struct fzzf__unit *unit)
{
    const struct fzzf_plan *plan = unit->plan;
    const struct fzzf_system *system = plan->system;
    const fzzf_reading deciding = plan->contract->reading;
    size_t most = 1 + system->require_count;
    struct fzzf__reason *reasons;

    for (size_t n = 0; n < system->node_count; n++)
        most += unit->run.nodes[n].barred != FZZF_NO
                    ? system->nodes[n].veto_count
                    : 0;
    reasons = fzzf__arena_alloc(&result->arena, most * sizeof *reasons);
    if (reasons == NULL)
        return;
    result->reasons = reasons;
    for (size_t n = 0; n < system->node_count; n++)
        for (size_t i = 0; unit->run.nodes[n].barred != FZZF_NO &&
                           i < system->nodes[n].veto_count;
             i++) {
            const struct fzzf__veto *veto = &system->nodes[n].vetoes[i];
            const struct fzzf__value *when =
                fzzf__op_value(&unit->run, plan->nodes[n].vetoes[i].when);

            if (veto->effect != FZZF__EFFECT_BAR ||
                when->condition == FZZF__NOT_APPLICABLE ||
                (when->condition == FZZF__HAS_VALUE &&
                 fzzf__num_sign(when->hi) == 0))
                continue;
            reasons[result->reason_count++] = (struct fzzf__reason){
                "veto", veto->id, veto->title, system->nodes[n].id,
                when->condition == FZZF__HAS_VALUE &&
                        fzzf__num_sign(when->lo) != 0
                    ? FZZF_NO
                    : FZZF_UNDETERMINED};
        }
    if (fzzf__has_threshold(unit))
        reasons[result->reason_count++] =
            (struct fzzf__reason){"threshold", reading_names[deciding], NULL,
                                  NULL, result->readings[deciding].passes};
    for (size_t i = 0; i < system->require_count; i++)
        reasons[result->reason_count++] = (struct fzzf__reason){
            "require", system->requires[i].id, system->requires[i].title, NULL,
            fzzf__require_answer(unit, i)};
}

static bool leaves_open(const struct fzzf__outcome *node)
{
    return node->state == FZZF_SCORE_BOUNDED ||
           node->state == FZZF_SCORE_NOT_COMPUTABLE ||
           node->state == FZZF_SCORE_REFUSED || node->met == FZZF_UNDETERMINED;
}

static void copy_opens(struct fzzf_result *result,
                       const struct fzzf__unit *unit)
{
    const struct fzzf__program *program = &unit->plan->program;
    struct fzzf__open *opens = fzzf__arena_alloc(
        &result->arena, (program->input_count + 1) * sizeof *opens);

    if (opens == NULL)
        return;
    result->opens = opens;
    for (size_t n = 0; n < unit->plan->system->node_count; n++) {
        const struct fzzf_indicator *node = &unit->plan->system->nodes[n];
        size_t slots = 0;

        for (size_t i = 0; i < node->observe_count; i++)
            slots += node->observes[i].period_count > 0
                         ? node->observes[i].period_count
                         : 1;
        for (size_t s = 0; s < slots && leaves_open(&unit->run.nodes[n]); s++) {
            const size_t input =
                unit->plan->slot_input[unit->plan->slot_base[n] + s];
            const struct fzzf__input_use *use;

            if (input == FZZF__NO_NAME ||
                !fzzf__absent_bit(unit->run.inputs[input].state))
                continue;
            use = &program->inputs[input];
            opens[result->open_count++] =
                (struct fzzf__open){node->id, use->observe->id,
                                    use->period == FZZF__NO_NAME
                                        ? NULL
                                        : use->observe->periods[use->period]};
        }
    }
}

static void copy_figure(struct fzzf_result *result, struct fzzf__figure *to,
                        const struct fzzf__figure_value *from)
{
    const struct fzzf__value *value = &from->value;

    if (value->condition != FZZF__HAS_VALUE || value->may_fail) {
        to->why.code = value->why.code;
        to->why.text = text(result, value->why.text);
    }
    if (value->condition != FZZF__HAS_VALUE)
        return;
    to->low = made(result, from->low, value->lo);
    to->high = from->high != NULL && from->high != from->low
                   ? made(result, from->high, value->hi)
                   : upper(result, to->low, value->hi);
    to->enclosed = value->enclosed && !value->open;
    if (value->surd != NULL)
        to->square = made(result, from->square, value->surd->q);
}

static void copy_figures(struct fzzf_result *result,
                         const struct fzzf__unit *unit)
{
    const struct fzzf__program *program = &unit->plan->program;
    struct fzzf__figure *figures = fzzf__arena_alloc(
        &result->arena, (program->column_count + 1) * sizeof *figures);

    if (figures == NULL)
        return;
    result->figures = figures;
    for (size_t c = 0; c < program->column_count; c++) {
        const struct fzzf__figure_value *from = &unit->run.figures[c];
        const struct fzzf__op *op = &program->ops[program->columns[c]];
        struct fzzf__figure *to = &figures[result->figure_count];

        if (!from->known)
            continue;
        to->name = text(result, op->text);
        to->node = unit->plan->system->nodes[op->node].id;
        copy_figure(result, to, from);
        result->figure_count++;
    }
}

static void copy_input(struct fzzf_result *result,
                       const struct fzzf__input *from, const char *role)
{
    struct fzzf__input *to = &result->inputs[result->input_count++];

    *to = *from;
    to->role = role;
    to->id = text(result, from->id);
    to->name = text(result, from->name);
}

static void copy_inputs(struct fzzf_result *result,
                        const struct fzzf__unit *unit)
{
    const struct fzzf_declaration *declaration = unit->run.declaration;
    const struct fzzf__sources *sources = &unit->plan->system->inputs;
    struct fzzf__input own = declaration->input;

    for (size_t i = 0; i < sources->count; i++)
        copy_input(result, &sources->items[i], i == 0 ? "system" : "tailoring");
    copy_input(result, &unit->plan->contract->input, "contract");
    if (own.id == NULL)
        own.id = declaration->id;
    copy_input(result, &own, "declaration");
}

static void fill(struct fzzf_result *result, const struct fzzf__unit *unit,
                 const struct fzzf__reading_value *readings)
{
    const struct fzzf_declaration *declaration = unit->run.declaration;
    const size_t count = unit->plan->system->node_count;

    result->declaration = text(result, declaration->id);
    result->unit = text(result, declaration->unit_code);
    result->unit_name = text(result, declaration->unit_name);
    result->type = declaration->type;
    result->unit_level = declaration->unit_level;
    result->nodes =
        fzzf__arena_alloc(&result->arena, (count + 1) * sizeof *result->nodes);
    for (size_t n = 0; result->nodes != NULL && n < count; n++)
        copy_node(result, unit, n);
    copy_readings(result, readings);
    result->eligible = fzzf__unit_eligible(unit, readings);
    copy_reasons(result, unit);
    copy_opens(result, unit);
    copy_figures(result, unit);
    copy_inputs(result, unit);
}

fzzf_status fzzf__result_make(struct fzzf__unit *unit, fzzf_result **out)
{
    struct fzzf_result *result = fzzf__result_new();
    struct fzzf__tally tally = {.points_all = FZZF__ZERO,
                                .points_left_out = FZZF__ZERO,
                                .scored_low = FZZF__ZERO,
                                .scored_high = FZZF__ZERO,
                                .points_known = true,
                                .all_known = true};
    struct fzzf__reading_value readings[FZZF_READING_COUNT];
    fzzf_status status;

    if (result == NULL)
        return FZZF_E_MEMORY;
    memset(readings, 0, sizeof readings);
    result->system = fzzf_system_ref(unit->plan->system);
    result->contract = fzzf_contract_ref(unit->plan->contract);
    fzzf__tally_add(unit, 0, unit->plan->stages, &tally);
    fzzf__tally_read(unit, &tally, readings);
    fill(result, unit, readings);
    status = unit->arena.spoiled != FZZF_OK ? unit->arena.spoiled
                                            : result->arena.spoiled;
    if (status != FZZF_OK) {
        fzzf_result_unref(result);
        return status;
    }
    *out = result;
    return FZZF_OK;
}

fzzf_status fzzf__evaluate(fzzf_plan *plan, fzzf_result **out,
                           const struct fzzf_declaration *declaration,
                           const struct fzzf__figure_value *figures,
                           fzzf_diags *diags)
{
    struct fzzf__unit unit;
    fzzf_status status;

    if (plan->contract == NULL)
        return fzzf__report(diags, FZZF_E_ARGUMENT, FZZF__F_NO_CONTRACT, NULL,
                            NULL);
    status = fzzf__unit_init(&unit, plan);
    if (status == FZZF_OK)
        status = fzzf__unit_bind(&unit, declaration, diags);
    if (status == FZZF_OK) {
        unit.run.explain = true;
        if (figures != NULL)
            memcpy(unit.run.figures, figures,
                   plan->program.column_count * sizeof *figures);
        status = fzzf__unit_run(&unit);
    }
    if (status == FZZF_OK)
        status = fzzf__result_make(&unit, out);
    if (status == FZZF_E_LIMIT)
        fzzf__report(diags, status, FZZF__F_NUMBER_TOO_LARGE,
                     &declaration->place, declaration->id, NULL);
    fzzf__unit_free(&unit);
    return status;
}

fzzf_status fzzf_plan_evaluate(fzzf_plan *plan, fzzf_result **out,
                               fzzf_declaration *declaration, fzzf_diags *diags)
{
    return fzzf__evaluate(plan, out, declaration, NULL, diags);
}
