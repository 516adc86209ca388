/* SPDX-License-Identifier: Apache-2.0 */
/* Trials of registers: checking one, entering namings, how it stands. */

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

static const char decision_text[] =
    "<recommendation xmlns='urn:fzzf:1' id='q' batch='e' level='centre'"
    " open='0'><candidate declaration='a' unit='510106' type='comprehensive'"
    " eligible='yes' score='9' chosen='yes'/></recommendation>";

static fzzf_record *reg, *batch, *decision;

static fzzf_record *read_text(const char *text)
{
    const fzzf_source source = {
        .size = sizeof source, .bytes = text, .length = strlen(text)};
    fzzf_record *record = NULL;

    if (fzzf_xml_read_record(&record, &source, NULL) != FZZF_OK)
        complain("cannot read a record");
    return record;
}

static void tell_made(struct scene *scene, struct note *note)
{
    if (scene->made != UNTOUCHED && scene->made != NULL)
        tell_record(note, scene->made);
}

static void release_made(struct scene *scene)
{
    if (scene->made != UNTOUCHED)
        fzzf_record_unref(scene->made);
}

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

static void prepare_register(struct scene *scene)
{
    scene->made = read_text(register_text);
    tell_made(scene, &scene->before);
}

static bool is_as_before(struct scene *scene)
{
    return tells_as_before(scene, tell_made);
}

static fzzf_status name(struct scene *scene, fzzf_diags *diags)
{
    return fzzf_register_name(scene->made, decision, batch, "o", "2025-10-28",
                              diags);
}

void try_registering(void)
{
    static const struct trial checking = {.call = CALL_fzzf_register_check,
                                          .prepare = prepare_made,
                                          .act = check,
                                          .tell = tell_made,
                                          .release = release_made};
    static const struct trial standing = {.call = CALL_fzzf_register_standing,
                                          .prepare = prepare_made,
                                          .act = stand,
                                          .tell = tell_made,
                                          .release = release_made};
    static const struct trial naming = {.call = CALL_fzzf_register_name,
                                        .prepare = prepare_register,
                                        .act = name,
                                        .untouched = is_as_before,
                                        .tell = tell_made,
                                        .release = release_made};
    struct scene scene = {.label = "registering"};

    reg = read_text(register_text);
    batch = read_text(batch_text);
    decision = read_text(decision_text);
    try_faults(&checking, &scene);
    try_faults(&standing, &scene);
    try_faults(&naming, &scene);
    fzzf_record_unref(reg);
    fzzf_record_unref(batch);
    fzzf_record_unref(decision);
}
