/* SPDX-License-Identifier: Apache-2.0 */
/* A system with its contract and units, read without any fault. */

#include "alloc/tell.h"
#include "alloc/try.h"

#include <stdlib.h>
#include <string.h>

fzzf_source source_of(const char *name, const struct note *bytes)
{
    fzzf_source source = {.size = sizeof source};

    source.name = name;
    source.bytes = bytes->bytes;
    source.length = bytes->length;
    return source;
}

void prepare_made(struct scene *scene)
{
    scene->made = UNTOUCHED;
}

fzzf_record *record_from(const char *text)
{
    const fzzf_source source = {
        .size = sizeof source, .bytes = text, .length = strlen(text)};
    fzzf_record *record = NULL;

    if (fzzf_xml_read_record(&record, &source, NULL) != FZZF_OK)
        complain("cannot read a record");
    return record;
}

void tell_made_record(struct scene *scene, struct note *note)
{
    if (scene->made != UNTOUCHED && scene->made != NULL)
        tell_record(note, scene->made);
}

void release_made_record(struct scene *scene)
{
    if (scene->made != UNTOUCHED)
        fzzf_record_unref(scene->made);
}

static int keep(void *user, fzzf_declaration *declaration)
{
    struct set *set = user;

    if (set->unit_count == sizeof set->units / sizeof set->units[0])
        return 1;
    quiet_begin();
    set->units[set->unit_count++] = ASK(fzzf_declaration_ref)(declaration);
    quiet_end();
    return 0;
}

static void must(fzzf_status status, const char *label)
{
    if (status != FZZF_OK)
        complain("%s: %s", label, fzzf_status_name(status));
}

static void read_all(struct set *set)
{
    fzzf_source source = source_of("system", &set->system_bytes);

    must(fzzf_xml_read_system(&set->system, &source, NULL), set->label);
    source = source_of("contract", &set->contract_bytes);
    must(fzzf_xml_read_contract(&set->contract, &source, NULL), set->label);
    source = source_of("units", &set->unit_bytes);
    if (set->unit_bytes.length > 0)
        must(fzzf_xml_each_declaration(&source, keep, set, NULL), set->label);
}

bool set_open(struct set *set, const char *system, const char *contract,
              const char *units)
{
    const size_t size = strlen(system) + 1;

    memset(set, 0, sizeof *set);
    set->label = malloc(size);
    if (set->label != NULL)
        memcpy(set->label, system, size);
    set->system_bytes = note_file(system);
    set->contract_bytes = note_file(contract);
    if (units != NULL)
        set->unit_bytes = note_file(units);
    read_all(set);
    if (set->system == NULL || set->contract == NULL ||
        fzzf_plan_new(&set->plan, set->system, set->contract, NULL) != FZZF_OK)
        return false;
    must(fzzf_cohort_new(&set->cohort, set->plan), set->label);
    for (size_t i = 0; i < set->unit_count; i++)
        must(fzzf_cohort_add(set->cohort, set->units[i], NULL), set->label);
    must(fzzf_cohort_close(set->cohort, NULL), set->label);
    return true;
}

void set_close(struct set *set)
{
    quiet_begin();
    ASK(fzzf_cohort_free)(set->cohort);
    ASK(fzzf_plan_unref)(set->plan);
    for (size_t i = 0; i < set->unit_count; i++)
        ASK(fzzf_declaration_unref)(set->units[i]);
    ASK(fzzf_contract_unref)(set->contract);
    ASK(fzzf_system_unref)(set->system);
    quiet_end();
    note_free(&set->system_bytes);
    note_free(&set->contract_bytes);
    note_free(&set->unit_bytes);
    free(set->label);
    memset(set, 0, sizeof *set);
}
