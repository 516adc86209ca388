/* SPDX-License-Identifier: Apache-2.0 */
/* Trials of manifests and receipts that are built, and of adding findings. */

#include "alloc/tell.h"
#include "alloc/try.h"

#define DIGEST                                                                 \
    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define ENTRIES 5

static fzzf_status begin(struct scene *scene, fzzf_diags *diags)
{
    const fzzf_dispatch dispatch = {.size = sizeof dispatch,
                                    .batch = "2026-1",
                                    .sequence = 3,
                                    .sender = "330106",
                                    .level = FZZF_LEVEL_COUNTY,
                                    .made = "2026-09-30"};
    fzzf_manifest *manifest = scene->made;
    const fzzf_status status = fzzf_manifest_new(&manifest, &dispatch);

    (void)diags;
    scene->made = manifest;
    return status;
}

static fzzf_status add(struct scene *scene, fzzf_diags *diags)
{
    const fzzf_entry entry = {.size = sizeof entry,
                              .name = "evidence/3.2.1/合同.pdf",
                              .kind = FZZF_ENTRY_EVIDENCE,
                              .media = "application/pdf",
                              .sha256 = DIGEST,
                              .sm3 = DIGEST};

    (void)diags;
    return fzzf_manifest_add(scene->made, &entry);
}

static void tell_built(struct scene *scene, struct note *note)
{
    if (scene->made != UNTOUCHED)
        tell_manifest(note, scene->made);
}

static void prepare_entries(struct scene *scene)
{
    scene->made = NULL;
    if (begin(scene, NULL) != FZZF_OK)
        complain("cannot begin a manifest");
    for (size_t i = 0; i < scene->at; i++)
        if (add(scene, NULL) != FZZF_OK)
            complain("cannot add entry %zu", i);
    tell_built(scene, &scene->before);
}

static bool is_as_before(struct scene *scene)
{
    return tells_as_before(scene, tell_built);
}

static void release_manifest(struct scene *scene)
{
    if (scene->made != UNTOUCHED)
        fzzf_manifest_unref(scene->made);
}

static const struct trial beginning = {.call = CALL_fzzf_manifest_new,
                                       .prepare = prepare_made,
                                       .act = begin,
                                       .tell = tell_built,
                                       .release = release_manifest};
static const struct trial adding = {.call = CALL_fzzf_manifest_add,
                                    .prepare = prepare_entries,
                                    .act = add,
                                    .untouched = is_as_before,
                                    .tell = tell_built,
                                    .release = release_manifest};

/* Of a list with two findings, which it copies. */
static fzzf_status answer(struct scene *scene, fzzf_diags *diags)
{
    const fzzf_acknowledgement says = {.size = sizeof says,
                                       .receiver = "3301",
                                       .level = FZZF_LEVEL_CITY,
                                       .made = "2026-10-08",
                                       .verdict = FZZF_REJECTED,
                                       .sha256 = DIGEST,
                                       .sm3 = DIGEST};
    fzzf_receipt *receipt = scene->made;
    const fzzf_status status =
        fzzf_receipt_new(&receipt, &says, scene->findings);

    (void)diags;
    scene->made = receipt;
    return status;
}

static void tell_answer(struct scene *scene, struct note *note)
{
    if (scene->made != UNTOUCHED)
        tell_receipt(note, scene->made);
}

static void release_answer(struct scene *scene)
{
    if (scene->made != UNTOUCHED)
        fzzf_receipt_unref(scene->made);
}

static const struct trial answering = {.call = CALL_fzzf_receipt_new,
                                       .prepare = prepare_made,
                                       .act = answer,
                                       .tell = tell_answer,
                                       .release = release_answer};

static fzzf_status find(struct scene *scene, fzzf_diags *diags)
{
    const char *const arguments[] = {"declaration"};
    const size_t dropped = fzzf_diags_dropped(diags);
    const fzzf_status status =
        fzzf_diags_add(diags, 1014, "a.fzzf", "declaration.xml", arguments, 1);

    (void)scene;
    return fzzf_diags_dropped(diags) > dropped ? FZZF_E_MEMORY : status;
}

static const struct trial finding = {.call = CALL_fzzf_diags_add,
                                     .prepare = prepare_made,
                                     .act = find,
                                     .release = release_answer};

void try_exchange(void)
{
    struct scene scene = {.label = "exchange"};
    fzzf_diags *findings = NULL;

    try_faults(&beginning, &scene);
    for (scene.at = 0; scene.at < ENTRIES; scene.at++)
        try_faults(&adding, &scene);
    try_faults(&finding, &scene);
    if (fzzf_diags_new(&findings) != FZZF_OK ||
        find(&scene, findings) != FZZF_OK || find(&scene, findings) != FZZF_OK)
        complain("cannot make findings");
    scene.findings = findings;
    try_faults(&answering, &scene);
    fzzf_diags_free(findings);
}
