/* SPDX-License-Identifier: Apache-2.0 */
/* Overrides: a score that an assessor puts in place of the computed one. */

#include <string.h>

#include "base/text.h"
#include "eval/unit.h"

/* "by date reason", for the account. */
static const char *label(fzzf__arena *arena,
                         const struct fzzf__override *override)
{
    const char *words[] = {override->by, override->date, override->reason};

    return fzzf__filled(arena, "{0} {1} {2}", words, 3);
}

/* Full marks, from which the account of what has no score begins. */
static void begin_full(struct fzzf__outcome *outcome)
{
    struct fzzf__value *value = &outcome->value;

    memset(value, 0, sizeof *value);
    value->lo = value->hi = value->full = outcome->points;
    value->full_known = true;
}

static void settle(struct fzzf__outcome *outcome, fzzf__num number)
{
    struct fzzf__value *value = &outcome->value;

    value->lo = value->hi = number; /* also where an end was without end */
    value->surd = NULL;
    value->open = value->enclosed = value->may_fail = false;
    value->absent = 0;
    outcome->state = FZZF_SCORE_EXACT;
    outcome->why.code = FZZF__WHY_NOTHING;
    outcome->why.text = NULL;
    outcome->left_out = outcome->zeroed = false;
}

void fzzf__override_run(struct fzzf__unit *unit, size_t n)
{
    const struct fzzf__overridden *by = &unit->overridden[n];
    struct fzzf__outcome *outcome = &unit->run.nodes[n];
    struct fzzf__value *value = &outcome->value;
    fzzf__arena *arena = &unit->arena;
    const bool exact = outcome->state == FZZF_SCORE_EXACT &&
                       fzzf__value_is_exact(arena, value);
    const fzzf__num computed = value->lo;
    struct fzzf__cause *cause;

    if (!by->given || outcome->state == FZZF_SCORE_NOT_APPLICABLE)
        return;
    if (outcome->state != FZZF_SCORE_EXACT &&
        outcome->state != FZZF_SCORE_BOUNDED)
        begin_full(outcome);
    cause = fzzf__score_add(&unit->run, value,
                            exact ? FZZF__CAUSE_OVERRIDE
                                  : FZZF__CAUSE_OVERRIDE_OPEN,
                            fzzf__num_sub(arena, by->value, value->lo),
                            fzzf__num_sub(arena, by->value, value->hi));
    if (cause != NULL) {
        cause->label = label(arena, by->from);
        cause->args[0] = by->value;
        cause->args[1] = exact ? computed : FZZF__ZERO;
    }
    settle(outcome, by->value);
}
