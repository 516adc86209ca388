/* SPDX-License-Identifier: Apache-2.0 */
/* A declaration against a plan: each observation to the inputs that read it. */

#include <string.h>

#include "base/text.h"
#include "eval/unit.h"

#define NOBODY    255
#define UNTOUCHED 254 /* of inputs: nothing was said, in any way */
#define NAMES_MAX 200

struct binding {
    struct fzzf__unit *unit;
    const struct fzzf_declaration *declaration;
    const struct fzzf__assessment *assessment;
    fzzf_diags *diags;
    unsigned char rank; /* of the assessor; NOBODY: never decides */
    size_t node;
    size_t faults;
};

static void fault(struct binding *b, const fzzf__place *place,
                  fzzf_status status, int number, const char *x, const char *y,
                  const char *z, const char *w)
{
    fzzf__place at = *place;

    at.path = b->unit->plan->system->nodes[b->node].id;
    b->faults++;
    if (b->unit->arena.spoiled == FZZF_OK) /* else it may be no fault at all */
        fzzf__report(b->diags, status, number, &at, x == NULL ? "" : x,
                     y == NULL ? "" : y, z == NULL ? "" : z, w == NULL ? "" : w,
                     NULL);
}

static unsigned char rank_of(const struct fzzf_contract *contract,
                             fzzf_assessor assessor)
{
    for (size_t i = 0; i < contract->assessor_count; i++)
        if (contract->assessors[i] == assessor)
            return (unsigned char)i;
    return NOBODY;
}

static size_t period_of(const struct fzzf__observe *observe, const char *period)
{
    if (observe->period_count == 0)
        return period == NULL ? 0 : FZZF__NO_NAME;
    for (size_t i = 0; period != NULL && i < observe->period_count; i++)
        if (strcmp(observe->periods[i], period) == 0)
            return i;
    return FZZF__NO_NAME;
}

/* Outside min and max: not one number, nor one mark. */
static bool in_range(fzzf__arena *arena, const struct fzzf__observe *observe,
                     fzzf__num number)
{
    return (observe->min.given != FZZF__GIVEN ||
            fzzf__num_compare(arena, number, observe->min.num) >= 0) &&
           (observe->max.given != FZZF__GIVEN ||
            fzzf__num_compare(arena, number, observe->max.num) <= 0);
}

static void check_range(struct binding *b, const struct fzzf__observe *observe,
                        const struct fzzf__observation *given,
                        const struct fzzf__observed *value)
{
    fzzf__arena *arena = &b->unit->arena;
    const bool panel = observe->kind == FZZF_KIND_PANEL;
    const size_t count = panel ? value->count : 1;

    if (observe->kind != FZZF_KIND_NUMBER && observe->kind != FZZF_KIND_COUNT &&
        observe->kind != FZZF_KIND_RATIO && !panel)
        return;
    for (size_t i = 0; i < count; i++) {
        const fzzf__num number = panel ? value->numbers[i] : value->value.lo;

        if (value->value.condition == FZZF__HAS_VALUE &&
            !in_range(arena, observe, number))
            fault(b, &given->place, FZZF_E_SCHEMA, FZZF__F_OUT_OF_RANGE,
                  given->id, b->unit->plan->system->nodes[b->node].id,
                  fzzf__num_exact_text(arena, number), NULL);
    }
}

/* The bound observation, in whatever state. False: it was reported. */
static bool bind_one(struct binding *b, const struct fzzf__observe *observe,
                     const struct fzzf__observation *given,
                     struct fzzf__observed *out)
{
    const char *entry = NULL;
    const char *id = b->unit->plan->system->nodes[b->node].id;

    *out = (struct fzzf__observed){.value = FZZF__VALUE_NONE,
                                   .numerator = FZZF__ZERO,
                                   .denominator = FZZF__ZERO};
    out->state = given->state;
    if (given->state == FZZF_STATE_PRESENT ||
        (given->state == FZZF_STATE_DISPUTED &&
         (given->value != NULL || given->numerator != NULL))) {
        if (!fzzf__bind_value(&b->unit->arena, observe, given, out, &entry)) {
            fault(b, &given->place, FZZF_E_SCHEMA, FZZF__F_BAD_OBSERVATION,
                  given->id, id, fzzf_observation_kind_name(observe->kind),
                  entry);
            return false;
        }
        check_range(b, observe, given, out);
    }
    if (given->state == FZZF_STATE_NOT_APPLICABLE)
        fzzf__give_why(&out->value, FZZF__NOT_APPLICABLE,
                       FZZF__WHY_NOT_APPLICABLE,
                       given->reason != NULL ? given->reason : given->id);
    else if (given->state != FZZF_STATE_PRESENT)
        fzzf__absent_value(observe, given->state, &out->value);
    return true;
}

/* Hands the observation to every input for which its assessor decides. */
static void hand_over(struct binding *b, size_t slot,
                      const struct fzzf__observed *value)
{
    struct fzzf__unit *unit = b->unit;
    const struct fzzf__program *program = &unit->plan->program;

    for (size_t i = unit->plan->slot_input[slot]; i != FZZF__NO_NAME;
         i = program->inputs[i].next) {
        const int wanted = program->inputs[i].assessor;

        if (wanted >= 0 ? wanted != (int)b->assessment->assessor
                        : b->rank >= unit->input_by[i])
            continue;
        unit->input_by[i] = b->rank;
        unit->run.inputs[i] = *value;
    }
}

static void leave_missing(struct fzzf__unit *unit, size_t input)
{
    unit->input_by[input] = NOBODY;
    unit->run.inputs[input] = unit->missing[input];
}

static void unknown_observation(struct binding *b,
                                const struct fzzf__observation *given)
{
    const struct fzzf_indicator *node = &b->unit->plan->system->nodes[b->node];
    const char *names[NAMES_MAX];
    size_t count = 0;

    for (; b->faults < NAMES_MAX && count < node->observe_count &&
           count < NAMES_MAX;
         count++)
        names[count] = node->observes[count].id;
    fault(b, &given->place, FZZF_E_REFERENCE, FZZF__F_UNKNOWN_OBSERVATION,
          node->id, given->id, fzzf__nearest(given->id, names, count), NULL);
}

static void bind_observation(struct binding *b,
                             const struct fzzf__observation *given)
{
    const struct fzzf_indicator *node = &b->unit->plan->system->nodes[b->node];
    const struct fzzf__observe *observe = fzzf__observe_find(node, given->id);
    const unsigned char bit =
        (unsigned char)(1u << (unsigned)b->assessment->assessor);
    struct fzzf__observed value;
    size_t period, slot;

    if (observe == NULL) {
        unknown_observation(b, given);
        return;
    }
    period = period_of(observe, given->period);
    if (period == FZZF__NO_NAME) {
        fault(b, &given->place, FZZF_E_REFERENCE, FZZF__F_UNKNOWN_PERIOD,
              given->id, node->id, given->period, NULL);
        return;
    }
    slot = fzzf__plan_slot(b->unit->plan, b->node, observe, period);
    if (b->unit->seen[slot] & bit) {
        fault(b, &given->place, FZZF_E_REFERENCE, FZZF__F_OBSERVATION_TWICE,
              given->id, node->id, NULL, NULL);
        return;
    }
    b->unit->seen[slot] |= bit;
    if (bind_one(b, observe, given, &value))
        hand_over(b, slot, &value);
}

static void unknown_indicator(struct binding *b, const char *node,
                              fzzf__place place)
{
    const struct fzzf_system *system = b->unit->plan->system;
    const char **ids = NULL;

    if (b->faults < NAMES_MAX)
        ids = fzzf__arena_alloc(&b->unit->arena,
                                system->node_count * sizeof *ids);
    for (size_t i = 0; ids != NULL && i < system->node_count; i++)
        ids[i] = system->nodes[i].id;
    place.path = node;
    b->faults++;
    if (b->unit->arena.spoiled != FZZF_OK)
        return;
    fzzf__report(
        b->diags, FZZF_E_REFERENCE, FZZF__F_UNKNOWN_INDICATOR, &place, node,
        ids == NULL ? NULL : fzzf__nearest(node, ids, system->node_count),
        NULL);
}

/* What this assessor says does not apply has no observations of his. */
static void silence_own(struct binding *b)
{
    struct fzzf__unit *unit = b->unit;
    const struct fzzf__program *program = &unit->plan->program;
    const size_t end = b->node + 1 < unit->plan->system->node_count
                           ? unit->plan->slot_base[b->node + 1]
                           : unit->plan->slot_count;

    for (size_t slot = unit->plan->slot_base[b->node]; slot < end; slot++)
        for (size_t i = unit->plan->slot_input[slot]; i != FZZF__NO_NAME;
             i = program->inputs[i].next) {
            struct fzzf__observed *input = &unit->run.inputs[i];

            if (program->inputs[i].assessor != (int)b->assessment->assessor)
                continue;
            if (unit->input_by[i] == UNTOUCHED)
                leave_missing(unit, i);
            input->state = FZZF_STATE_NOT_APPLICABLE;
            fzzf__give_why(&input->value, FZZF__NOT_APPLICABLE,
                           FZZF__WHY_NOT_APPLICABLE,
                           unit->plan->system->nodes[b->node].id);
        }
}

static void bind_statement(struct binding *b,
                           const struct fzzf__statement *statement)
{
    struct fzzf__unit *unit = b->unit;
    const struct fzzf_indicator *next;

    b->node = fzzf__names_find(&unit->plan->system->by_id, statement->node);
    if (b->node == FZZF__NO_NAME) {
        b->node = 0;
        unknown_indicator(b, statement->node, statement->place);
        return;
    }
    /* Statements mostly come in the order of the system: what the next one's
     * begins with is asked for early. */
    next = &unit->plan->system->nodes[b->node + 1];
    if (b->node + 2 < unit->plan->system->node_count) {
        __builtin_prefetch(next->observes);
        __builtin_prefetch(&next[1].id);
        __builtin_prefetch(&next[1].observes);
    }
    if (b->rank < unit->said_by[b->node] &&
        (statement->not_applicable || statement->observation_count > 0)) {
        unit->said_by[b->node] = b->rank;
        unit->not_applicable[b->node] = statement->not_applicable;
        unit->na_reason[b->node] = statement->reason;
    }
    if (statement->not_applicable)
        silence_own(b);
    for (size_t i = 0; i < FZZF__EVIDENCE_COUNTS; i++)
        unit->run.evidence[b->node * FZZF__EVIDENCE_COUNTS + i] +=
            statement->evidence_counts[i];
    for (size_t i = 0; i < statement->observation_count; i++)
        bind_observation(b, &statement->observations[i]);
}

/* Whether the node's score can be @number. */
static bool check_override(struct binding *b,
                           const struct fzzf__override *override,
                           fzzf__num number)
{
    struct fzzf__unit *unit = b->unit;
    const struct fzzf_indicator *node = &unit->plan->system->nodes[b->node];
    const struct fzzf__amount *points = fzzf__unit_points(unit, b->node);

    if (node->child_count > 0 || points->given != FZZF__GIVEN ||
        unit->plan->nodes[b->node].score == FZZF__NO_OP) {
        fault(b, &override->place, FZZF_E_REFERENCE, FZZF__F_NOT_OVERRIDABLE,
              node->id, NULL, NULL, NULL);
        return false;
    }
    if (fzzf__num_sign(number) < 0 ||
        fzzf__num_compare(&unit->arena, number, points->num) > 0) {
        fault(b, &override->place, FZZF_E_SCHEMA, FZZF__F_OVERRIDE_RANGE,
              node->id, override->value,
              fzzf__num_exact_text(&unit->arena, points->num), NULL);
        return false;
    }
    return true;
}

static void bind_override(struct binding *b,
                          const struct fzzf__override *override)
{
    struct fzzf__unit *unit = b->unit;
    struct fzzf__overridden *to;
    fzzf__num number = FZZF__ZERO;

    b->node = fzzf__names_find(&unit->plan->system->by_id, override->node);
    if (b->node == FZZF__NO_NAME) {
        b->node = 0;
        unknown_indicator(b, override->node, override->place);
        return;
    }
    to = &unit->overridden[b->node];
    (void)fzzf__num_parse(&unit->arena, override->value,
                          strlen(override->value), &number);
    if (!check_override(b, override, number))
        return;
    if (to->given && unit->overridden_by[b->node] == b->rank)
        fault(b, &override->place, FZZF_E_REFERENCE, FZZF__F_OVERRIDDEN_TWICE,
              override->node, NULL, NULL, NULL);
    if (b->rank >= unit->overridden_by[b->node])
        return;
    unit->overridden_by[b->node] = b->rank;
    *to = (struct fzzf__overridden){true, number, override};
}

/* An assessor who decides before has an entry: his is what counts. */
static void drop_overruled(struct fzzf__unit *unit)
{
    for (size_t n = 0; n < unit->plan->system->node_count; n++)
        if (unit->overridden_by[n] > unit->said_by[n])
            unit->overridden[n].given = false;
}

static void leave_untouched(struct fzzf__unit *unit)
{
    for (size_t i = 0; i < unit->plan->program.input_count; i++)
        if (unit->input_by[i] == UNTOUCHED)
            leave_missing(unit, i);
}

/* Before anything is bound: nothing was said. */
static void clear(struct fzzf__unit *unit)
{
    const struct fzzf_plan *plan = unit->plan;
    const size_t nodes = plan->system->node_count;

    memset(unit->not_applicable, 0, nodes * sizeof *unit->not_applicable);
    memset(unit->na_reason, 0, nodes * sizeof *unit->na_reason);
    memset(unit->said_by, NOBODY, nodes);
    memset(unit->overridden, 0, nodes * sizeof *unit->overridden);
    memset(unit->overridden_by, NOBODY, nodes);
    memset(unit->input_by, UNTOUCHED, plan->program.input_count);
    memset(unit->seen, 0, plan->slot_count);
    memset(unit->run.evidence, 0,
           nodes * FZZF__EVIDENCE_COUNTS * sizeof *unit->run.evidence);
}

void fzzf__unit_parameters(struct fzzf__unit *unit)
{
    const struct fzzf_declaration *declaration = unit->run.declaration;
    const struct fzzf_system *system = unit->plan->system;

    for (size_t i = 0; i < system->parameter_count; i++) {
        const struct fzzf__parameter *p = &system->parameters[i];
        const struct fzzf__amount *amount = &p->value;
        struct fzzf__value *out = &unit->run.parameters[i];

        for (size_t v = 0; v < p->variant_count; v++)
            if (fzzf__in_group(declaration, p->variants[v].group)) {
                amount = &p->variants[v].value;
                break;
            }
        *out = fzzf__value_none;
        if (amount->given == FZZF__GIVEN)
            fzzf__give(out, amount->num);
        else
            fzzf__give_why(out, FZZF__NOT_COMPUTABLE, FZZF__WHY_UNPUBLISHED,
                           p->id);
    }
}

fzzf_status fzzf__unit_bind(struct fzzf__unit *unit,
                            const struct fzzf_declaration *declaration,
                            fzzf_diags *diags)
{
    struct binding b = {
        .unit = unit, .declaration = declaration, .diags = diags};
    const char *system = unit->plan->system->id;
    const bool other = strcmp(declaration->system, system) != 0;

    fzzf__arena_reset(&unit->arena);
    unit->run.declaration = declaration;
    clear(unit);
    if (other)
        fault(&b, &declaration->place, FZZF_E_REFERENCE, FZZF__F_OTHER_SYSTEM,
              declaration->system, system, NULL, NULL);
    /* For another system every further finding would only be noise. */
    for (size_t i = 0; i < declaration->assessment_count && !other; i++) {
        b.assessment = &declaration->assessments[i];
        b.rank = rank_of(unit->plan->contract, b.assessment->assessor);
        for (size_t k = 0; k < b.assessment->statement_count; k++)
            bind_statement(&b, &b.assessment->statements[k]);
        for (size_t k = 0; k < b.assessment->override_count; k++)
            bind_override(&b, &b.assessment->overrides[k]);
    }
    leave_untouched(unit);
    drop_overruled(unit);
    fzzf__unit_parameters(unit);
    if (unit->arena.spoiled != FZZF_OK)
        return unit->arena.spoiled;
    return b.faults > 0 ? FZZF_E_REFERENCE : FZZF_OK;
}
