/* SPDX-License-Identifier: Apache-2.0 */
/* All that can be seen of plans, results and what is made of them, as a text.
 */

#include "alloc/tell.h"

static const char *or_none(const char *text)
{
    return text == NULL ? "-" : text;
}

static void say_number(struct note *note, const fzzf_number *number)
{
    note_say(note, " %s", or_none(ASK(fzzf_number_exact)(number)));
}

void tell_plan(struct note *note, const fzzf_plan *plan)
{
    quiet_begin();
    note_say(note, "%d %s", ASK(fzzf_plan_needs_cohort)(plan),
             fzzf_system_id(ASK(fzzf_plan_system)(plan)));
    if (ASK(fzzf_plan_contract)(plan) != NULL)
        note_say(note, " %s", fzzf_contract_id(fzzf_plan_contract(plan)));
    quiet_end();
}

void tell_cohort(struct note *note, const fzzf_cohort *cohort)
{
    fzzf_member member = {.size = sizeof member};

    quiet_begin();
    note_say(note, "\n%zu units", ASK(fzzf_cohort_count)(cohort));
    for (size_t i = 0; ASK(fzzf_cohort_member)(cohort, i, &member) != 0; i++) {
        note_say(note, "\n%s %s %s %d %zu %d %s", member.declaration,
                 member.unit, member.unit_name, (int)member.state, member.place,
                 (int)member.eligible, or_none(member.grade));
        say_number(note, member.score);
        say_number(note, member.high);
    }
    quiet_end();
}

static void tell_node(struct note *note, const fzzf_result *result, size_t i)
{
    fzzf_node node = {.size = sizeof node};
    fzzf_cause cause = {.size = sizeof cause};

    ASK(fzzf_result_node)(result, i, &node);
    note_say(note, "\n%s %d %d %s", node.id, (int)node.state, (int)node.met,
             or_none(node.grade));
    say_number(note, node.score);
    say_number(note, node.high);
    say_number(note, node.full);
    if (ASK(fzzf_result_find)(result, node.id) != i)
        complain("'%s' is not found", node.id);
    for (size_t c = 0; ASK(fzzf_result_cause)(result, i, c, &cause) != 0; c++) {
        note_say(note, "\n  %s %s %s %s", cause.code, or_none(cause.label),
                 or_none(cause.node), or_none(cause.veto));
        say_number(note, cause.amount);
        say_number(note, cause.high);
    }
}

static void tell_verdict(struct note *note, const fzzf_result *result)
{
    fzzf_verdict verdict = {.size = sizeof verdict};
    fzzf_reading_view view = {.size = sizeof view};
    fzzf_reason reason = {.size = sizeof reason};
    fzzf_open open = {.size = sizeof open};

    ASK(fzzf_result_verdict)(result, &verdict);
    note_say(note, "\n%s %s %s %d %d %s", verdict.declaration, verdict.system,
             verdict.contract, (int)verdict.eligible, (int)verdict.deciding,
             or_none(verdict.grade));
    for (int i = 0; i < FZZF_READING_COUNT; i++) {
        ASK(fzzf_result_reading)(result, (fzzf_reading)i, &view);
        note_say(note, "\n%s %zu %d", view.name, view.left_out,
                 (int)view.passes);
        say_number(note, view.low);
        say_number(note, view.high);
        say_number(note, view.of);
    }
    for (size_t i = 0; ASK(fzzf_result_reason)(result, i, &reason) != 0; i++)
        note_say(note, "\n%s %s %s %d", reason.code, or_none(reason.id),
                 or_none(reason.node), (int)reason.answer);
    for (size_t i = 0; ASK(fzzf_result_open)(result, i, &open) != 0; i++)
        note_say(note, "\nopen %s %s %s", open.node, open.observation,
                 or_none(open.period));
}

void tell_result(struct note *note, const fzzf_result *result)
{
    fzzf_figure figure = {.size = sizeof figure};
    fzzf_input input = {.size = sizeof input};

    quiet_begin();
    tell_verdict(note, result);
    for (size_t i = 0; i < ASK(fzzf_result_count)(result); i++)
        tell_node(note, result, i);
    for (size_t i = 0; ASK(fzzf_result_figure)(result, i, &figure) != 0; i++) {
        note_say(note, "\n%s %s", figure.name, figure.node);
        say_number(note, figure.low);
        say_number(note, figure.high);
    }
    for (size_t i = 0; ASK(fzzf_result_input)(result, i, &input) != 0; i++)
        note_say(note, "\n%s %s %s", input.role, or_none(input.id),
                 or_none(input.sha256));
    quiet_end();
    if (fzzf_xml_write_result(result, note_take, note, NULL) != FZZF_OK)
        complain("the result cannot be written");
}

void tell_gaps(struct note *note, const fzzf_gaps *gaps)
{
    fzzf_gaps_view view = {.size = sizeof view};
    fzzf_gap gap = {.size = sizeof gap};

    quiet_begin();
    ASK(fzzf_gaps_describe)(gaps, &view);
    note_say(note, "%d %d %zu", (int)view.reaches, view.optimal, view.count);
    say_number(note, view.bound);
    say_number(note, view.total);
    for (size_t i = 0; ASK(fzzf_gaps_at)(gaps, i, &gap) != 0; i++) {
        note_say(note, "\n%s %s", gap.id, gap.title);
        say_number(note, gap.gain);
        say_number(note, gap.effort);
    }
    quiet_end();
}

void tell_recomputation(struct note *note,
                        const fzzf_recomputation *recomputation)
{
    fzzf_difference difference = {.size = sizeof difference};

    quiet_begin();
    note_say(note, "%zu", ASK(fzzf_recomputation_count)(recomputation));
    for (size_t i = 0;
         ASK(fzzf_recomputation_at)(recomputation, i, &difference) != 0; i++)
        note_say(note, "\n%s %s %s", difference.path,
                 or_none(difference.stated), or_none(difference.computed));
    quiet_end();
    quiet_begin();
    ASK(fzzf_recomputation_result)(recomputation);
    ASK(fzzf_recomputation_plan)(recomputation);
    ASK(fzzf_recomputation_declaration)(recomputation);
    quiet_end();
    tell_result(note, fzzf_recomputation_result(recomputation));
}
