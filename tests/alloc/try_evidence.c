/* SPDX-License-Identifier: Apache-2.0 */
/* Trials of evidence: what a folder holds, what units have and share. */

#include "alloc/tell.h"
#include "alloc/try.h"

static const char batch_text[] =
    "<batch xmlns='urn:fzzf:1' id='b' title='t' system='every'>"
    "<evidence indicator='1.1.1' kind='award' least='2' months='1'/>"
    "<evidence from='2021-01-01' to='2021-12-31'/></batch>";

static const char faulty_text[] =
    "<batch xmlns='urn:fzzf:1' id='b' title='t' system='every'>"
    "<evidence indicator='1.1.0' least='2'/></batch>";

static const char inventory_text[] =
    "<inventory xmlns='urn:fzzf:1' count='2'>"
    "<file name='f1.pdf' size='1' checksum='" /* two with one stem */
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'/>"
    "<file name='f1.txt' size='1' checksum='"
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'/>"
    "</inventory>";

static const char check_text[] =
    "<evidence-check xmlns='urn:fzzf:1' id='c' batch='b' day='2025-06-30'/>";

#define UNIT(id, code)                                                         \
    "<declaration id='" id "' system='every' type='comprehensive'>"            \
    "<unit code='" code "' name='n' level='county'/>"                          \
    "<assessment assessor='self'><indicator id='1.1.1'>"                       \
    "<evidence id='a' kind='news' href='http://x'/>"                           \
    "<evidence id='b' kind='document' sha256='"                                \
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'/>"      \
    "</indicator></assessment></declaration>"

static const char units_text[] =
    "<declarations xmlns='urn:fzzf:1'>" UNIT("1", "110101")
        UNIT("2", "110102") "</declarations>";

static fzzf_record *batch, *inventory;
static fzzf_declaration *units[2];
static size_t unit_count;

static fzzf_status list(struct scene *scene, fzzf_diags *diags)
{
    fzzf_record *out = scene->made;
    const fzzf_status status = fzzf_inventory_read(&out, scene->text, diags);

    scene->made = out;
    return status;
}

static void prepare_check(struct scene *scene)
{
    scene->made = record_from(check_text);
    tell_made_record(scene, &scene->before);
}

static bool is_as_before(struct scene *scene)
{
    return tells_as_before(scene, tell_made_record);
}

static fzzf_status check(struct scene *scene, fzzf_diags *diags)
{
    return fzzf_evidence_check(scene->made, batch, scene->system,
                               scene->units[0], inventory, diags);
}

static fzzf_status begin(struct scene *scene, fzzf_diags *diags)
{
    fzzf_duplicates *out = scene->made;
    const fzzf_status status = fzzf_duplicates_new(&out, 1);

    (void)diags;
    scene->made = out;
    return status;
}

static void tell_nothing(struct scene *scene, struct note *note)
{
    (void)scene;
    (void)note;
}

static void release_search(struct scene *scene)
{
    if (scene->made == UNTOUCHED)
        return;
    quiet_begin();
    ASK(fzzf_duplicates_free)(scene->made);
    quiet_end();
}

static void tell_found(struct scene *scene, struct note *note)
{
    fzzf_record *record = NULL;

    if (fzzf_duplicates_find(&record, scene->made, 0, NULL) == FZZF_OK)
        tell_record(note, record);
    fzzf_record_unref(record);
}

/* A search among the first @at units. */
static void prepare_search(struct scene *scene)
{
    fzzf_duplicates *out = NULL;

    if (fzzf_duplicates_new(&out, 1) != FZZF_OK)
        complain("cannot begin a search");
    for (size_t i = 0; i < scene->at; i++)
        if (fzzf_duplicates_add(out, units[i], NULL) != FZZF_OK)
            complain("cannot add a unit");
    scene->made = out;
    tell_found(scene, &scene->before);
}

static bool finds_as_before(struct scene *scene)
{
    return tells_as_before(scene, tell_found);
}

static fzzf_status add(struct scene *scene, fzzf_diags *diags)
{
    return fzzf_duplicates_add(scene->made, units[1], diags);
}

static fzzf_duplicates *search;

static fzzf_status find(struct scene *scene, fzzf_diags *diags)
{
    fzzf_record *out = scene->made;
    const fzzf_status status = fzzf_duplicates_find(&out, search, 0, diags);

    scene->made = out;
    return status;
}

static int keep(void *user, fzzf_declaration *declaration)
{
    (void)user;
    units[unit_count++] = fzzf_declaration_ref(declaration);
    return 0;
}

static void try_searching(void)
{
    static const struct trial beginning = {.call = CALL_fzzf_duplicates_new,
                                           .prepare = prepare_made,
                                           .act = begin,
                                           .tell = tell_nothing,
                                           .release = release_search};
    static const struct trial adding = {.call = CALL_fzzf_duplicates_add,
                                        .prepare = prepare_search,
                                        .act = add,
                                        .untouched = finds_as_before,
                                        .tell = tell_found,
                                        .release = release_search};
    static const struct trial finding = {.call = CALL_fzzf_duplicates_find,
                                         .prepare = prepare_made,
                                         .act = find,
                                         .tell = tell_made_record,
                                         .release = release_made_record};
    struct scene scene = {.label = "searching", .at = 1};

    try_faults(&beginning, &scene);
    try_faults(&adding, &scene);
    scene.at = 2;
    prepare_search(&scene);
    search = scene.made;
    try_faults(&finding, &scene);
    fzzf_duplicates_free(search);
}

static void try_checking(struct scene *scene, const char *text)
{
    static const struct trial checking = {.call = CALL_fzzf_evidence_check,
                                          .prepare = prepare_check,
                                          .act = check,
                                          .untouched = is_as_before,
                                          .tell = tell_made_record,
                                          .release = release_made_record};

    batch = record_from(text);
    try_faults(&checking, scene);
    fzzf_record_unref(batch);
}

void try_evidence(void)
{
    static const struct trial listing = {.call = CALL_fzzf_inventory_read,
                                         .prepare = prepare_made,
                                         .act = list,
                                         .tell = tell_made_record,
                                         .release = release_made_record};
    const struct note units_bytes = {(char *)units_text, sizeof units_text - 1,
                                     0};
    const fzzf_source source = source_of("units", &units_bytes);
    struct scene scene = {.label = "evidence",
                          .text = FZZF_SOURCES "/tests/alloc"};
    struct set set;

    try_faults(&listing, &scene);
    inventory = record_from(inventory_text);
    if (set_open(&set, "tests/alloc/every.xml", "tests/alloc/contract.xml",
                 "tests/alloc/units.xml")) {
        scene.system = set.system;
        scene.units = set.units;
        try_checking(&scene, batch_text);
        try_checking(&scene, faulty_text);
    }
    set_close(&set);
    if (fzzf_xml_each_declaration(&source, keep, NULL, NULL) != FZZF_OK)
        complain("cannot read the units");
    try_searching();
    while (unit_count > 0)
        fzzf_declaration_unref(units[--unit_count]);
    fzzf_record_unref(inventory);
}
