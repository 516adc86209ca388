/* SPDX-License-Identifier: Apache-2.0 */
/* Trials of results that are computed again from files. */

#include "alloc/tell.h"
#include "alloc/try.h"

#include <stdlib.h>
#include <string.h>

/* The result document, also as a stream. */
static struct note document;
static size_t given;

static int64_t give(void *user, char *buffer, size_t size)
{
    const size_t left = document.length - given;
    const size_t taken = size < left ? size : left;

    (void)user;
    if (taken > 0)
        memcpy(buffer, document.bytes + given, taken);
    given += taken;
    return (int64_t)taken;
}

static fzzf_status recompute(struct scene *scene, fzzf_diags *diags)
{
    fzzf_recomputation *made = scene->made;
    fzzf_status status;

    given = 0;
    status = fzzf_recompute(&made, scene->source, scene->paths,
                            scene->path_count, diags);
    scene->made = made;
    return status;
}

static void tell_made(struct scene *scene, struct note *note)
{
    if (scene->made != UNTOUCHED)
        tell_recomputation(note, scene->made);
}

static void release(struct scene *scene)
{
    quiet_begin();
    if (scene->made != UNTOUCHED)
        ASK(fzzf_recomputation_free)(scene->made);
    quiet_end();
}

static const struct trial recomputing = {.call = CALL_fzzf_recompute,
                                         .prepare = prepare_made,
                                         .act = recompute,
                                         .tell = tell_made,
                                         .release = release};

/* Reads from a path, so that inputs have names and digests. */
static fzzf_source file(char **full, const char *path)
{
    fzzf_source source = {.size = sizeof source};

    *full = note_path(path);
    source.path = *full;
    return source;
}

/* The documents of one round of evaluation. */
struct round {
    fzzf_system *system;
    fzzf_tailoring *tailoring;
    fzzf_contract *contract;
    fzzf_declaration *units[8];
    size_t unit_count;
    fzzf_plan *plan;
    fzzf_cohort *cohort;
    char *paths[4];
    bool sound;
};

static int keep(void *user, fzzf_declaration *declaration)
{
    struct round *round = user;

    round->units[round->unit_count++] = fzzf_declaration_ref(declaration);
    return round->unit_count == 8;
}

static void note_status(struct round *round, fzzf_status status)
{
    round->sound = round->sound && status == FZZF_OK;
}

static void read_documents(struct round *round, const char *const *names)
{
    fzzf_source source = file(&round->paths[0], names[0]);
    fzzf_system *plain = NULL;

    round->sound = true;
    note_status(round, fzzf_xml_read_system(&plain, &source, NULL));
    source = file(&round->paths[1], names[1]);
    note_status(round, fzzf_xml_read_contract(&round->contract, &source, NULL));
    source = file(&round->paths[2], names[2]);
    note_status(round, fzzf_xml_each_declaration(&source, keep, round, NULL));
    round->system = plain;
    if (names[3] == NULL || !round->sound)
        return;
    source = file(&round->paths[3], names[3]);
    note_status(round,
                fzzf_xml_read_tailoring(&round->tailoring, &source, NULL));
    if (round->sound)
        note_status(round, fzzf_system_tailor(&round->system, plain,
                                              round->tailoring, NULL));
    fzzf_system_unref(plain);
}

static void evaluate_round(struct round *round)
{
    if (round->sound)
        note_status(round, fzzf_plan_new(&round->plan, round->system,
                                         round->contract, NULL));
    if (round->sound)
        note_status(round, fzzf_cohort_new(&round->cohort, round->plan));
    for (size_t i = 0; round->sound && i < round->unit_count; i++)
        note_status(round,
                    fzzf_cohort_add(round->cohort, round->units[i], NULL));
    if (round->sound)
        note_status(round, fzzf_cohort_close(round->cohort, NULL));
    if (!round->sound)
        complain("a round cannot be evaluated");
}

static void close_round(struct round *round)
{
    fzzf_cohort_free(round->cohort);
    fzzf_plan_unref(round->plan);
    for (size_t i = 0; i < round->unit_count; i++)
        fzzf_declaration_unref(round->units[i]);
    fzzf_contract_unref(round->contract);
    fzzf_tailoring_unref(round->tailoring);
    fzzf_system_unref(round->system);
    for (size_t i = 0; i < 4; i++)
        free(round->paths[i]);
}

/* Other than what was computed, so that there are differences to tell. */
static void alter(void)
{
    char *score = strstr(document.bytes, " score=\"");

    for (int i = 0; i < 3 && score != NULL; i++) {
        score[8] = score[8] == '1' ? '2' : '1';
        score = strstr(score + 8, " score=\"");
    }
}

/* The result of unit @at: the same, from a stream, altered, without inputs. */
static void try_unit(const struct round *round, size_t at, const char *label)
{
    fzzf_result *result = NULL;
    fzzf_source source = {.size = sizeof source, .read = give};
    struct scene scene = {.label = label, .source = &source, .at = at};

    if (fzzf_cohort_evaluate(round->cohort, &result, round->units[at], NULL) !=
            FZZF_OK ||
        fzzf_xml_write_result(result, note_take, &document, NULL) != FZZF_OK)
        complain("unit %zu has no result", at);
    fzzf_result_unref(result);
    scene.paths = (const char *const *)round->paths;
    scene.path_count = round->paths[3] == NULL ? 3 : 4;
    try_faults(&recomputing, &scene);
    alter();
    source = source_of("altered", &document);
    scene.part = 1;
    try_faults(&recomputing, &scene);
    scene.path_count = 1;
    scene.part = 2;
    try_faults(&recomputing, &scene);
    note_free(&document);
}

static void try_round(const char *const *names, const char *label, size_t units)
{
    struct round round;

    memset(&round, 0, sizeof round);
    read_documents(&round, names);
    evaluate_round(&round);
    for (size_t i = 0; round.sound && i < units && i < round.unit_count; i++)
        try_unit(&round, i, label);
    close_round(&round);
}

/* A document with faults, and a folder instead of files. */
static void try_documents_of_results(void)
{
    static const char *const names[] = {"tests/cases/xml/valid/result.xml",
                                        "tests/alloc/every.xml"};
    char *folder = note_path("tests/alloc");
    const char *paths[2] = {folder, "no such file"};
    struct scene scene = {.label = "result", .paths = paths};

    for (scene.at = 0; scene.at < 2; scene.at++) {
        struct note bytes = note_file(names[scene.at]);
        const fzzf_source source = source_of(names[scene.at], &bytes);

        scene.source = &source;
        for (scene.path_count = 0; scene.path_count <= 2; scene.path_count++)
            try_faults(&recomputing, &scene);
        note_free(&bytes);
    }
    free(folder);
}

void try_recomputing(void)
{
    static const char *const every[] = {
        "tests/alloc/every.xml", "tests/alloc/contract.xml",
        "tests/alloc/units.xml", "tests/alloc/tailoring.xml"};
    static const char *const plain[] = {"tests/cases/published/H001/system.xml",
                                        "tests/cases/published/contract.xml",
                                        "tests/cases/published/H001/"
                                        "declarations.xml",
                                        NULL};

    try_round(every, "every", 2);
    try_round(plain, "plain", 1);
    try_documents_of_results();
}
