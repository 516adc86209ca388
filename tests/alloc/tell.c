/* SPDX-License-Identifier: Apache-2.0 */
/* All that can be seen of systems and other documents, as a text. */

#include "alloc/tell.h"

static const char *or_none(const char *text)
{
    return text == NULL ? "-" : text;
}

void tell_number(struct note *note, const fzzf_number *number)
{
    quiet_begin();
    note_say(note, " %s", or_none(ASK(fzzf_number_exact)(number)));
    if (ASK(fzzf_number_compare)(number, number) != 0)
        complain("a number is not itself");
    quiet_end();
}

static void check_written(fzzf_status status)
{
    if (status != FZZF_OK)
        complain("cannot write: %s", fzzf_status_name(status));
}

static void tell_origin(struct note *note, const fzzf_indicator *indicator)
{
    static const char *const fields[] = {"points", "weight", "title",
                                         "criterion", "applies"};

    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        note_say(note, " %s",
                 or_none(ASK(fzzf_indicator_origin)(indicator, fields[i])));
}

static void tell_indicator(struct note *note, const fzzf_indicator *indicator)
{
    fzzf_indicator_view view = {.size = sizeof view};
    fzzf_observe observe = {.size = sizeof observe};

    ASK(fzzf_indicator_describe)(indicator, &view);
    note_say(note, "\n%s %s %s %s %s %d %d %d %zu", view.id, view.title,
             or_none(view.number), or_none(view.criterion),
             or_none(view.confidence), view.level, view.bonus,
             (int)view.applies, view.index);
    for (size_t i = 0; ASK(fzzf_indicator_observe)(indicator, i, &observe) != 0;
         i++)
        note_say(note, " %s:%s:%s", observe.id,
                 ASK(fzzf_observation_kind_name)(observe.kind),
                 or_none(observe.title));
    tell_origin(note, indicator);
    for (size_t i = 0; i < view.child_count; i++)
        if (ASK(fzzf_indicator_parent)(
                ASK(fzzf_indicator_child)(indicator, i)) != indicator)
            complain("a child has another parent");
}

void tell_system(struct note *note, const fzzf_system *system)
{
    check_written(fzzf_xml_write_system(system, note_take, note, NULL));
    quiet_begin();
    note_say(note, "%s %s %s", ASK(fzzf_system_id)(system),
             ASK(fzzf_system_edition)(system), ASK(fzzf_system_title)(system));
    for (size_t i = 0; i < ASK(fzzf_system_count)(system); i++) {
        fzzf_indicator_view view = {.size = sizeof view};
        const fzzf_indicator *indicator = ASK(fzzf_system_at)(system, i);

        tell_indicator(note, indicator);
        fzzf_indicator_describe(indicator, &view);
        if (ASK(fzzf_system_find)(system, view.id) != indicator)
            complain("'%s' is not found", view.id);
    }
    quiet_end();
}

void tell_contract(struct note *note, const fzzf_contract *contract)
{
    check_written(fzzf_xml_write_contract(contract, note_take, note, NULL));
    quiet_begin();
    note_say(note, "%s %s %d %d", ASK(fzzf_contract_id)(contract),
             ASK(fzzf_contract_title)(contract),
             (int)ASK(fzzf_contract_rounding)(contract),
             ASK(fzzf_contract_display_places)(contract));
    quiet_end();
}

void tell_tailoring(struct note *note, const fzzf_tailoring *tailoring)
{
    check_written(fzzf_xml_write_tailoring(tailoring, note_take, note, NULL));
    quiet_begin();
    note_say(note, "%s", ASK(fzzf_tailoring_system)(tailoring));
    quiet_end();
}

void tell_declaration(struct note *note, const fzzf_declaration *declaration)
{
    check_written(
        fzzf_xml_write_declaration(declaration, note_take, note, NULL));
    quiet_begin();
    note_say(note, "%s %s %s %s %d %d %s %s",
             ASK(fzzf_declaration_id)(declaration),
             or_none(ASK(fzzf_declaration_project)(declaration)),
             or_none(ASK(fzzf_declaration_theme)(declaration)),
             ASK(fzzf_declaration_system)(declaration),
             (int)ASK(fzzf_declaration_kind)(declaration),
             (int)ASK(fzzf_declaration_secrecy)(declaration),
             ASK(fzzf_declaration_unit)(declaration),
             ASK(fzzf_declaration_unit_name)(declaration));
    quiet_end();
}

void tell_manifest(struct note *note, const fzzf_manifest *manifest)
{
    fzzf_dispatch dispatch = {.size = sizeof dispatch};
    fzzf_entry entry = {.size = sizeof entry};

    check_written(fzzf_xml_write_manifest(manifest, note_take, note, NULL));
    quiet_begin();
    ASK(fzzf_manifest_describe)(manifest, &dispatch);
    note_say(note, "%s %s %d", dispatch.batch,
             ASK(fzzf_level_name)(dispatch.level),
             (int)ASK(fzzf_manifest_count)(manifest));
    for (size_t i = 0; ASK(fzzf_manifest_at)(manifest, i, &entry) != 0; i++)
        note_say(note, " %s %s", entry.name,
                 ASK(fzzf_entry_kind_name)(entry.kind));
    quiet_end();
}

void tell_receipt(struct note *note, const fzzf_receipt *receipt)
{
    fzzf_acknowledgement says = {.size = sizeof says};

    check_written(fzzf_xml_write_receipt(receipt, note_take, note, NULL));
    quiet_begin();
    ASK(fzzf_receipt_describe)(receipt, &says);
    note_say(note, "%s %s %zu", says.receiver,
             ASK(fzzf_acceptance_name)(says.verdict),
             fzzf_diags_count(ASK(fzzf_receipt_findings)(receipt)));
    quiet_end();
}

static void tell_one_record(struct note *note, const fzzf_record *record)
{
    const fzzf_kind *kind = ASK(fzzf_record_kind)(record);
    fzzf_record_view view = {.size = sizeof view};
    fzzf_field field = {.size = sizeof field};
    fzzf_part part = {.size = sizeof part};

    ASK(fzzf_record_describe)(record, &view);
    note_say(note, "\n%s %s %ld:%ld %s (", or_none(view.text),
             or_none(view.file), view.line, view.column, or_none(view.sha256));
    for (size_t i = 0; ASK(fzzf_kind_field)(kind, i, &field) != 0; i++)
        note_say(note, " %s",
                 or_none(ASK(fzzf_record_get)(record, field.name)));
    for (size_t i = 0; ASK(fzzf_kind_part)(kind, i, &part) != 0; i++)
        for (size_t j = 0; j < ASK(fzzf_record_count)(record, part.name); j++)
            tell_one_record(note, ASK(fzzf_record_at)(record, part.name, j));
    note_say(note, ")");
}

void tell_record(struct note *note, const fzzf_record *record)
{
    quiet_begin();
    tell_one_record(note, record);
    quiet_end();
}

static void tell_kind(struct note *note, const fzzf_kind *kind)
{
    fzzf_kind_view view = {.size = sizeof view};
    fzzf_field field = {.size = sizeof field};

    ASK(fzzf_kind_describe)(kind, &view);
    note_say(note, "\n%s %s", view.name, view.title);
    if (ASK(fzzf_kind_find)(view.name) != kind)
        complain("the kind '%s' is not found", view.name);
    for (size_t i = 0; ASK(fzzf_kind_field)(kind, i, &field) != 0; i++)
        note_say(note, " %s %s", field.form,
                 or_none(ASK(fzzf_kind_choice)(kind, i, 0)));
}

static void tell_operator(struct note *note, const fzzf_operator *op)
{
    fzzf_operator_view view = {.size = sizeof view};
    fzzf_param param = {.size = sizeof param};

    ASK(fzzf_operator_describe)(op, &view);
    note_say(note, "\n%s %d", view.name, (int)view.form);
    if (ASK(fzzf_operator_find)(view.name, view.form) != op)
        complain("the operator '%s' is not found", view.name);
    for (size_t i = 0; ASK(fzzf_operator_param)(op, i, &param) != 0; i++)
        note_say(note, " %s", or_none(param.name));
}

void tell_constants(struct note *note)
{
    quiet_begin();
    note_say(note, "%s", ASK(fzzf_version)());
    for (int i = 0; i < 12; i++)
        note_say(note, " %s %s %s %s %s",
                 or_none(ASK(fzzf_status_name)((fzzf_status)i)),
                 or_none(ASK(fzzf_answer_name)((fzzf_answer)i)),
                 or_none(ASK(fzzf_reading_name)((fzzf_reading)i)),
                 or_none(ASK(fzzf_score_state_name)((fzzf_score_state)i)),
                 or_none(ASK(fzzf_document_name)((fzzf_document)i)));
    for (size_t i = 0; i < ASK(fzzf_operator_count)(); i++)
        tell_operator(note, ASK(fzzf_operator_at)(i));
    for (size_t i = 0; i < ASK(fzzf_kind_count)(); i++)
        tell_kind(note, ASK(fzzf_kind_at)(i));
    quiet_end();
}
