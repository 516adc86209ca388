/* SPDX-License-Identifier: Apache-2.0 */
/* Trials of registers and of mappings: checked, changed, reported. */

#include "alloc/tell.h"
#include "alloc/try.h"

#include <string.h>

#define NAMING(id, unit)                                                       \
    "<naming id='" id "' unit='" unit                                          \
    "' name='n' type='comprehensive' level='county' title='t' batch='b'"       \
    " date='2023-10-28' by='o'/>"

static const char register_text[] =
    "<register xmlns='urn:fzzf:1' id='r'><batch id='b' report-day='01-31'/>"
    "<batch id='c' report-day='unknown'/>" NAMING("1", "510104")
        NAMING("2", "510105") "<report naming='1' year='2023'"
                              " received='2024-02-01'/><visit naming='1' "
                              "date='2024-02-01' by='o'"
                              " outcome='sound'/><revocation naming='2' "
                              "reason='r' detail='d' by='o'"
                              " date='2024-01-01'/><practice id='p' title='t' "
                              "naming='1'/></register>";

static const char batch_text[] =
    "<batch xmlns='urn:fzzf:1' id='e' title='t' system='s'>"
    "<award type='comprehensive' level='county' title='t'/></batch>";

/* A naming whose id tells its declaration, revoked, and one that does not. */
static const char named_text[] =
    "<register xmlns='urn:fzzf:1' id='r'><batch id='e' report-day='01-31'/>"
    "<naming id='e.a' unit='u' type='comprehensive' level='county' title='t'"
    " batch='e' date='2025-10-28' by='o'/><naming id='x' unit='v'"
    " type='comprehensive' level='county' title='t' batch='e'"
    " date='2025-10-28' by='o'/><revocation naming='e.a' reason='r'"
    " detail='d' by='o' date='2026-01-01'/></register>";

static const char refused_text[] =
    "<recommendation xmlns='urn:fzzf:1' id='q' batch='e' level='city'"
    " day='2025-03-01' open='0'><candidate declaration='a' unit='u'"
    " type='comprehensive' eligible='yes' score='9' chosen='no'>"
    "<reason code='c' zh='z' en='e'/><reason code='c' zh='z' en='e'/>"
    "</candidate><candidate declaration='b' unit='v' type='comprehensive'"
    " eligible='yes' score='9' chosen='yes'/></recommendation>";

static const char decision_text[] =
    "<recommendation xmlns='urn:fzzf:1' id='q' batch='e' level='centre'"
    " open='0'><candidate declaration='a' unit='510106' type='comprehensive'"
    " eligible='yes' score='9' chosen='yes'/></recommendation>";

static fzzf_record *reg, *batch, *decision, *named, *refused;

static fzzf_status check(struct scene *scene, fzzf_diags *diags)
{
    (void)scene;
    return fzzf_register_check(reg, diags);
}

static fzzf_status stand(struct scene *scene, fzzf_diags *diags)
{
    fzzf_record *out = scene->made;
    const fzzf_status status =
        fzzf_register_standing(&out, reg, "2026-02-01", diags);

    scene->made = out;
    return status;
}

static fzzf_status tell_decided(struct scene *scene, fzzf_diags *diags)
{
    fzzf_record *out = scene->made;
    const fzzf_status status = fzzf_history_decided(&out, refused, "o", diags);

    scene->made = out;
    return status;
}

static fzzf_status tell_registered(struct scene *scene, fzzf_diags *diags)
{
    fzzf_record *out = scene->made;
    const fzzf_status status =
        fzzf_history_registered(&out, named, batch, diags);

    scene->made = out;
    return status;
}

static void prepare_register(struct scene *scene)
{
    scene->made = record_from(register_text);
    tell_made_record(scene, &scene->before);
}

static bool is_as_before(struct scene *scene)
{
    return tells_as_before(scene, tell_made_record);
}

static fzzf_status name(struct scene *scene, fzzf_diags *diags)
{
    return fzzf_register_name(scene->made, decision, batch, "o", "2025-10-28",
                              diags);
}

static const char mapping_text[] =
    "<mapping xmlns='urn:fzzf:1' id='m' from='a' to='b'>"
    "<row kind='same'><old id='1'/><new id='1'/></row>"
    "<row kind='merged'><old id='2'/><old id='3'/><new id='2'/></row>"
    "</mapping>";
static const char systems_text[2][256] = {
    "<system xmlns='urn:fzzf:1' id='a' edition='1' title='t'>"
    "<indicator id='1' title='t'/><indicator id='2' title='t'/>"
    "<indicator id='3' title='t'/></system>",
    "<system xmlns='urn:fzzf:1' id='b' edition='1' title='t'>"
    "<indicator id='1' title='t'/><indicator id='2' title='t'/></system>"};
static const char declaration_text[] =
    "<declaration xmlns='urn:fzzf:1' id='d' system='a' type='comprehensive'>"
    "<unit code='u' name='n' level='county'/><assessment assessor='self'>"
    "<indicator id='1'><observation id='x' value='1'/></indicator>"
    "<indicator id='3'><evidence id='e' kind='document' title='t'/>"
    "</indicator></assessment></declaration>";

static fzzf_record *mapping;
static fzzf_system *systems[2];
static fzzf_declaration *declaration;

static fzzf_status check_mapping(struct scene *scene, fzzf_diags *diags)
{
    (void)scene;
    return fzzf_mapping_check(mapping, systems[0], systems[1], diags);
}

static fzzf_status carry(struct scene *scene, fzzf_diags *diags)
{
    fzzf_declaration *out = scene->made;
    const fzzf_status status =
        fzzf_mapping_carry(&out, mapping, declaration, diags);

    scene->made = out;
    return status;
}

static void tell_carried(struct scene *scene, struct note *note)
{
    if (scene->made != UNTOUCHED && scene->made != NULL)
        tell_declaration(note, scene->made);
}

static void release_carried(struct scene *scene)
{
    if (scene->made != UNTOUCHED)
        fzzf_declaration_unref(scene->made);
}

static fzzf_status report(struct scene *scene, fzzf_diags *diags)
{
    fzzf_record *out = scene->made;
    const fzzf_status status = fzzf_mapping_report(&out, mapping, declaration,
                                                   NULL, NULL, NULL, diags);

    scene->made = out;
    return status;
}

static void try_mapping(struct scene *scene)
{
    static const struct trial checking = {.call = CALL_fzzf_mapping_check,
                                          .prepare = prepare_made,
                                          .act = check_mapping,
                                          .tell = tell_made_record,
                                          .release = release_made_record};
    static const struct trial carrying = {.call = CALL_fzzf_mapping_carry,
                                          .prepare = prepare_made,
                                          .act = carry,
                                          .tell = tell_carried,
                                          .release = release_carried};
    static const struct trial reporting = {.call = CALL_fzzf_mapping_report,
                                           .prepare = prepare_made,
                                           .act = report,
                                           .tell = tell_made_record,
                                           .release = release_made_record};
    fzzf_source source = {.size = sizeof source};

    mapping = record_from(mapping_text);
    for (int i = 0; i < 2; i++) {
        source.bytes = systems_text[i];
        source.length = strlen(systems_text[i]);
        if (fzzf_xml_read_system(&systems[i], &source, NULL) != FZZF_OK)
            complain("cannot read a system");
    }
    source.bytes = declaration_text;
    source.length = strlen(declaration_text);
    if (fzzf_xml_read_declaration(&declaration, &source, NULL) != FZZF_OK)
        complain("cannot read a declaration");
    try_faults(&checking, scene);
    try_faults(&carrying, scene);
    try_faults(&reporting, scene);
    fzzf_declaration_unref(declaration);
    fzzf_system_unref(systems[0]);
    fzzf_system_unref(systems[1]);
    fzzf_record_unref(mapping);
}

/* Events that documents say by themselves. */
static void try_events(struct scene *scene)
{
    static const struct trial deciding = {.call = CALL_fzzf_history_decided,
                                          .prepare = prepare_made,
                                          .act = tell_decided,
                                          .tell = tell_made_record,
                                          .release = release_made_record};
    static const struct trial registering = {.call =
                                                 CALL_fzzf_history_registered,
                                             .prepare = prepare_made,
                                             .act = tell_registered,
                                             .tell = tell_made_record,
                                             .release = release_made_record};

    named = record_from(named_text);
    refused = record_from(refused_text);
    try_faults(&deciding, scene);
    try_faults(&registering, scene);
    fzzf_record_unref(named);
    fzzf_record_unref(refused);
}

void try_registering(void)
{
    static const struct trial checking = {.call = CALL_fzzf_register_check,
                                          .prepare = prepare_made,
                                          .act = check,
                                          .tell = tell_made_record,
                                          .release = release_made_record};
    static const struct trial standing = {.call = CALL_fzzf_register_standing,
                                          .prepare = prepare_made,
                                          .act = stand,
                                          .tell = tell_made_record,
                                          .release = release_made_record};
    static const struct trial naming = {.call = CALL_fzzf_register_name,
                                        .prepare = prepare_register,
                                        .act = name,
                                        .untouched = is_as_before,
                                        .tell = tell_made_record,
                                        .release = release_made_record};
    struct scene scene = {.label = "registering"};

    reg = record_from(register_text);
    batch = record_from(batch_text);
    decision = record_from(decision_text);
    try_faults(&checking, &scene);
    try_faults(&standing, &scene);
    try_faults(&naming, &scene);
    try_events(&scene);
    try_mapping(&scene);
    fzzf_record_unref(reg);
    fzzf_record_unref(batch);
    fzzf_record_unref(decision);
}
