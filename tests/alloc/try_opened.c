/* SPDX-License-Identifier: Apache-2.0 */
/* Trials of opened packages: verified, read, signed, extracted, answered. */

#include <stdio.h>
#include <sys/stat.h>

#include "alloc/packs.h"
#include "alloc/tell.h"
#include "alloc/try.h"

#define FOLDER "alloc-extract.tmp"

static fzzf_status open(struct scene *scene, fzzf_diags *diags)
{
    fzzf_package *package = scene->made;
    const fzzf_status status =
        fzzf_package_open(&package, scene->source, NULL, diags);

    scene->made = package;
    return status;
}

static void tell_package(struct scene *scene, struct note *note)
{
    const fzzf_manifest *manifest;

    if (scene->made == UNTOUCHED)
        return;
    quiet_begin();
    manifest = ASK(fzzf_package_manifest)(scene->made);
    quiet_end();
    tell_manifest(note, manifest);
    tell_signatures(note, scene->made);
}

static void release_package(struct scene *scene)
{
    quiet_begin();
    if (scene->made != UNTOUCHED)
        ASK(fzzf_package_free)(scene->made);
    quiet_end();
}

static void prepare_package(struct scene *scene)
{
    scene->made = pack_open(&packs.city_bytes);
}

static fzzf_status verify(struct scene *scene, fzzf_diags *diags)
{
    return fzzf_package_verify(scene->made, packs.trust, scene->text, diags);
}

static fzzf_status follow(struct scene *scene, fzzf_diags *diags)
{
    return fzzf_package_follows(scene->made, 3, diags);
}

static fzzf_status read_entry(struct scene *scene, fzzf_diags *diags)
{
    return fzzf_package_read(packs.city, 0, note_take, &scene->taken, diags);
}

static fzzf_status open_nested(struct scene *scene, fzzf_diags *diags)
{
    fzzf_package *package = scene->made;
    const fzzf_status status =
        fzzf_package_nested(&package, packs.city, 0, diags);

    scene->made = package;
    return status;
}

static fzzf_status sign(struct scene *scene, fzzf_diags *diags)
{
    return fzzf_package_sign(packs.city, "more", &device_signer, note_take,
                             &scene->taken, diags);
}

static void clear(struct scene *scene)
{
    (void)scene;
    (void)remove(FOLDER "/330106-3.fzzf");
}

static fzzf_status extract(struct scene *scene, fzzf_diags *diags)
{
    const fzzf_extract_options flat = {.size = sizeof flat, .flat = 1};

    clear(scene);
    return fzzf_package_extract(packs.city, FOLDER, &flat, diags);
}

/* No part of a file is left. */
static bool left_no_part(struct scene *scene)
{
    struct stat part;

    clear(scene);
    return stat(FOLDER "/.fzzf-part", &part) != 0;
}

static const struct trial opening = {.call = CALL_fzzf_package_open,
                                     .prepare = prepare_made,
                                     .act = open,
                                     .tell = tell_package,
                                     .release = release_package};
static const struct trial verifying = {.call = CALL_fzzf_package_verify,
                                       .prepare = prepare_package,
                                       .act = verify,
                                       .untouched = always,
                                       .tell = tell_package,
                                       .release = release_package};
static const struct trial following = {.call = CALL_fzzf_package_follows,
                                       .prepare = prepare_package,
                                       .act = follow,
                                       .untouched = always,
                                       .release = release_package};
static const struct trial reading_entry = {.call = CALL_fzzf_package_read,
                                           .prepare = let_be,
                                           .act = read_entry,
                                           .untouched = took_nothing,
                                           .tell = tell_taken,
                                           .release = let_be};
static const struct trial nesting = {.call = CALL_fzzf_package_nested,
                                     .prepare = prepare_made,
                                     .act = open_nested,
                                     .tell = tell_package,
                                     .release = release_package};
static const struct trial signing = {.call = CALL_fzzf_package_sign,
                                     .prepare = let_be,
                                     .act = sign,
                                     .untouched = took_nothing,
                                     .tell = tell_taken,
                                     .release = let_be};
static const struct trial extracting = {.call = CALL_fzzf_package_extract,
                                        .prepare = clear,
                                        .act = extract,
                                        .untouched = left_no_part,
                                        .release = clear};

static void try_packages(void)
{
    const struct note half = {packs.city_bytes.bytes,
                              packs.city_bytes.length / 2, 0};
    struct scene scene = {.label = "packages", .text = "2026-10-08"};
    fzzf_source source = source_of("a.fzzf", &packs.city_bytes);

    scene.source = &source;
    try_faults(&opening, &scene);
    try_faults(&verifying, &scene);
    scene.text = NULL; /* the device needs a day */
    try_faults(&verifying, &scene);
    try_faults(&following, &scene);
    try_faults(&reading_entry, &scene);
    try_faults(&nesting, &scene);
    try_faults(&signing, &scene);
    if (mkdir(FOLDER, 0777) != 0)
        complain("cannot make " FOLDER);
    try_faults(&extracting, &scene);
    (void)remove(FOLDER);
    source = source_of("half.fzzf", &half);
    try_faults(&opening, &scene);
}

/* Receipts. */

static fzzf_status receive(struct scene *scene, fzzf_diags *diags)
{
    const fzzf_reception reception = {.size = sizeof reception,
                                      .receiver = "33",
                                      .level = FZZF_LEVEL_PROVINCE,
                                      .day = "2026-10-08",
                                      .trust =
                                          scene->option ? packs.trust : NULL};
    fzzf_receipt *receipt = scene->made;
    const fzzf_status status =
        fzzf_package_receive(&receipt, scene->source, &reception, diags);

    scene->made = receipt;
    return status;
}

static void tell_made(struct scene *scene, struct note *note)
{
    if (scene->made != UNTOUCHED)
        tell_receipt(note, scene->made);
}

static void release_receipt(struct scene *scene)
{
    if (scene->made != UNTOUCHED)
        fzzf_receipt_unref(scene->made);
}

static fzzf_status compare(struct scene *scene, fzzf_diags *diags)
{
    return fzzf_receipt_compare(scene->made, scene->source, diags);
}

static fzzf_record *kept; /* the ledger */

static void prepare_receipt(struct scene *scene)
{
    scene->made = NULL;
    pack_must(receive(scene, NULL), "a receipt");
}

static const struct trial receiving = {.call = CALL_fzzf_package_receive,
                                       .prepare = prepare_made,
                                       .act = receive,
                                       .tell = tell_made,
                                       .release = release_receipt};
static const struct trial comparing = {.call = CALL_fzzf_receipt_compare,
                                       .prepare = prepare_receipt,
                                       .act = compare,
                                       .untouched = always,
                                       .release = release_receipt};

/* The ledger has one row, which is replaced. */
static void prepare_ledger(struct scene *scene)
{
    fzzf_record *ledger = NULL;

    prepare_receipt(scene);
    pack_must(fzzf_record_new(&ledger, fzzf_kind_find("ledger")), "a ledger");
    pack_must(fzzf_record_set(ledger, "receiver", "33", NULL), "a ledger");
    pack_must(fzzf_ledger_note(ledger, scene->made, NULL), "a ledger");
    kept = ledger;
    tell_record(&scene->before, ledger);
}

static fzzf_status note_receipt(struct scene *scene, fzzf_diags *diags)
{
    return fzzf_ledger_note(kept, scene->made, diags);
}

static void tell_ledger(struct scene *scene, struct note *note)
{
    (void)scene;
    quiet_begin();
    note_say(note, "%u",
             (unsigned)ASK(fzzf_ledger_last)(kept, "2026-1", "3301"));
    quiet_end();
}

static bool is_ledger_as_before(struct scene *scene)
{
    struct note now = {NULL, 0, 0};
    bool same;

    tell_record(&now, kept);
    same = note_same(&now, &scene->before) != 0;
    note_free(&now);
    return same;
}

static void release_ledger(struct scene *scene)
{
    release_receipt(scene);
    fzzf_record_unref(kept);
}

static const struct trial noting = {.call = CALL_fzzf_ledger_note,
                                    .prepare = prepare_ledger,
                                    .act = note_receipt,
                                    .untouched = is_ledger_as_before,
                                    .tell = tell_ledger,
                                    .release = release_ledger};

/* Accepted, and rejected because nobody is trusted. */
static void try_receipts(void)
{
    const fzzf_source source = source_of("a.fzzf", &packs.city_bytes);
    struct scene scene = {.label = "receipts", .source = &source};

    for (scene.option = 0; scene.option < 2; scene.option++) {
        try_faults(&receiving, &scene);
        try_faults(&comparing, &scene);
    }
    try_faults(&noting, &scene);
}

void try_opened(void)
{
    try_packages();
    try_receipts();
}
