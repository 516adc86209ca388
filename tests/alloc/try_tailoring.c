/* SPDX-License-Identifier: Apache-2.0 */
/* Trials of systems that are tailored, once and again. */

#include "alloc/tell.h"
#include "alloc/try.h"

static fzzf_status tailor(struct scene *scene, fzzf_diags *diags)
{
    fzzf_system *system = scene->made;
    const fzzf_status status =
        fzzf_system_tailor(&system, scene->system, scene->tailoring, diags);

    scene->made = system;
    return status;
}

static void tell_tailored(struct scene *scene, struct note *note)
{
    if (scene->made != UNTOUCHED)
        tell_system(note, scene->made);
    tell_system(note, scene->system);
}

static void release_tailored(struct scene *scene)
{
    if (scene->made != UNTOUCHED)
        fzzf_system_unref(scene->made);
}

static const struct trial tailoring_a_system = {.call = CALL_fzzf_system_tailor,
                                                .prepare = prepare_made,
                                                .act = tailor,
                                                .tell = tell_tailored,
                                                .release = release_tailored};

static fzzf_tailoring *open_tailoring(const char *path)
{
    struct note bytes = note_file(path);
    const fzzf_source source = source_of(path, &bytes);
    fzzf_tailoring *tailoring = NULL;

    if (fzzf_xml_read_tailoring(&tailoring, &source, NULL) != FZZF_OK)
        complain("%s cannot be read", path);
    note_free(&bytes);
    return tailoring;
}

/* Tailors once, what comes of it again, and so on until it is refused. */
static void try_one(const char *system, const char *contract,
                    const char *tailoring)
{
    struct set set;
    struct scene scene = {.label = tailoring};

    set_open(&set, system, contract, NULL);
    scene.tailoring = open_tailoring(tailoring);
    scene.system = fzzf_system_ref(set.system);
    for (scene.at = 0; scene.at < 5; scene.at++) {
        try_faults(&tailoring_a_system, &scene);
        prepare_made(&scene);
        if (tailor(&scene, NULL) != FZZF_OK)
            break;
        fzzf_system_unref(scene.system);
        scene.system = scene.made;
    }
    fzzf_system_unref(scene.system);
    fzzf_tailoring_unref(scene.tailoring);
    set_close(&set);
}

void try_tailoring(void)
{
    try_one("tests/cases/xml/valid/system-full.xml",
            "tests/cases/xml/valid/contract.xml",
            "tests/cases/xml/valid/tailoring.xml");
    try_one("tests/alloc/every.xml", "tests/alloc/contract.xml",
            "tests/alloc/tailoring.xml");
    try_one("tests/alloc/every.xml", "tests/alloc/contract.xml",
            "tests/alloc/tailoring-bad.xml");
}
