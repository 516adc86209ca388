/* SPDX-License-Identifier: Apache-2.0 */
/* Trials of making packages, of keys and of trust. The allocations of OpenSSL,
 * zlib and minizip are not failed. */

#include "alloc/packs.h"
#include "alloc/tell.h"
#include "alloc/try.h"

static void release_packing(struct scene *scene)
{
    quiet_begin();
    if (scene->made != UNTOUCHED)
        ASK(fzzf_packing_free)(scene->made);
    quiet_end();
}

static void tell_packing(struct scene *scene, struct note *note)
{
    if (scene->made != UNTOUCHED &&
        fzzf_packing_write(scene->made, note_take, note, NULL) != FZZF_OK)
        complain("cannot write a package");
}

static fzzf_status begin_packing(struct scene *scene, fzzf_diags *diags)
{
    fzzf_packing *packing = scene->made;
    const fzzf_status status = pack_begin(&packing, FZZF_LEVEL_COUNTY);

    (void)diags;
    scene->made = packing;
    return status;
}

/* A packing that failed is of no more use, so each begins one. */
static fzzf_status begin_again(struct scene *scene, fzzf_level level)
{
    fzzf_packing *packing = NULL;
    const fzzf_status status = pack_begin(&packing, level);

    if (scene->made != UNTOUCHED)
        fzzf_packing_free(scene->made);
    scene->made = status == FZZF_OK ? packing : UNTOUCHED;
    return status;
}

static fzzf_status add_both(struct scene *scene, fzzf_diags *diags)
{
    const fzzf_status status = begin_again(scene, FZZF_LEVEL_COUNTY);

    return status != FZZF_OK
               ? status
               : pack_add(scene->made, scene->text, scene->source, diags);
}

static fzzf_status merge(struct scene *scene, fzzf_diags *diags)
{
    fzzf_status status = begin_again(scene, FZZF_LEVEL_CITY);

    return status != FZZF_OK
               ? status
               : fzzf_packing_merge(scene->made, packs.county, diags);
}

static fzzf_status write_packing(struct scene *scene, fzzf_diags *diags)
{
    return fzzf_packing_write(scene->made, note_take, &scene->taken, diags);
}

static void prepare_packing(struct scene *scene)
{
    scene->made = UNTOUCHED;
    pack_must(add_both(scene, NULL), "a packing");
}

static const struct trial beginning = {.call = CALL_fzzf_packing_new,
                                       .prepare = prepare_made,
                                       .act = begin_packing,
                                       .tell = tell_packing,
                                       .release = release_packing};
static const struct trial adding = {.call = CALL_fzzf_packing_add,
                                    .prepare = prepare_made,
                                    .act = add_both,
                                    .untouched = always,
                                    .tell = tell_packing,
                                    .release = release_packing};
static const struct trial refusing = {.call = CALL_fzzf_packing_add,
                                      .prepare = prepare_made,
                                      .act = add_both,
                                      .untouched = always,
                                      .release = release_packing};
static const struct trial merging = {.call = CALL_fzzf_packing_merge,
                                     .prepare = prepare_made,
                                     .act = merge,
                                     .untouched = always,
                                     .tell = tell_packing,
                                     .release = release_packing};
static const struct trial writing = {.call = CALL_fzzf_packing_write,
                                     .prepare = prepare_packing,
                                     .act = write_packing,
                                     .untouched = took_nothing,
                                     .tell = tell_taken,
                                     .release = release_packing};

/* Keys and trust. */

static fzzf_status read_key(struct scene *scene, fzzf_diags *diags)
{
    fzzf_key *key = scene->made;
    const fzzf_status status = fzzf_key_read(&key, scene->source, NULL, diags);

    scene->made = key;
    return status;
}

static void tell_key(struct scene *scene, struct note *note)
{
    const fzzf_signer *its;

    if (scene->made == UNTOUCHED)
        return;
    quiet_begin();
    its = ASK(fzzf_key_signer)(scene->made);
    note_say(note, "%s %s", its->key, ASK(fzzf_algorithm_name)(its->algorithm));
    quiet_end();
}

static void release_key(struct scene *scene)
{
    quiet_begin();
    if (scene->made != UNTOUCHED)
        ASK(fzzf_key_free)(scene->made);
    quiet_end();
}

static fzzf_status begin_trust(struct scene *scene, fzzf_diags *diags)
{
    fzzf_trust *trust = scene->made;
    const fzzf_status status = fzzf_trust_new(&trust);

    (void)diags;
    scene->made = trust;
    return status;
}

static void prepare_trust(struct scene *scene)
{
    pack_must(begin_trust(scene, NULL), "trust");
}

static fzzf_status add_trust(struct scene *scene, fzzf_diags *diags)
{
    (void)diags;
    return fzzf_trust_add(scene->made, &device_verifier);
}

static fzzf_status read_trust(struct scene *scene, fzzf_diags *diags)
{
    return fzzf_trust_read(scene->made, scene->source, diags);
}

/* What a list trusts is seen by what it verifies. */
static void tell_trust(struct scene *scene, struct note *note)
{
    fzzf_package *package;

    if (scene->made == UNTOUCHED)
        return;
    package = pack_open(&packs.city_bytes);
    note_say(note, "%s ",
             fzzf_status_name(fzzf_package_verify(package, scene->made,
                                                  "2026-10-08", NULL)));
    tell_signatures(note, package);
    fzzf_package_free(package);
}

static void release_trust(struct scene *scene)
{
    quiet_begin();
    if (scene->made != UNTOUCHED)
        ASK(fzzf_trust_free)(scene->made);
    quiet_end();
}

static const struct trial reading_key = {.call = CALL_fzzf_key_read,
                                         .prepare = prepare_made,
                                         .act = read_key,
                                         .tell = tell_key,
                                         .release = release_key};
static const struct trial trusting = {.call = CALL_fzzf_trust_new,
                                      .prepare = prepare_made,
                                      .act = begin_trust,
                                      .tell = tell_trust,
                                      .release = release_trust};
static const struct trial adding_trust = {.call = CALL_fzzf_trust_add,
                                          .prepare = prepare_trust,
                                          .act = add_trust,
                                          .untouched = always,
                                          .tell = tell_trust,
                                          .release = release_trust};
static const struct trial reading_trust = {.call = CALL_fzzf_trust_read,
                                           .prepare = prepare_trust,
                                           .act = read_trust,
                                           .untouched = always,
                                           .tell = tell_trust,
                                           .release = release_trust};

static void try_keys(void)
{
    struct scene scene = {.label = "keys"};
    fzzf_source source = source_of("key.pem", &packs.private_key);

    scene.source = &source;
    try_faults(&reading_key, &scene);
    try_faults(&reading_trust, &scene); /* no public key is in it */
    source = source_of("key.pub", &packs.public_key);
    try_faults(&reading_key, &scene); /* no private one */
    try_faults(&reading_trust, &scene);
    try_faults(&trusting, &scene);
    try_faults(&adding_trust, &scene);
}

static void try_packings(void)
{
    static const char *const names[] = {
        "tests/cases/xml/valid/declaration-full.xml",
        "tests/cases/xml/valid/system-least.xml",
        "tests/cases/xml/valid/result.xml",
        "tests/cases/xml/valid/record-batch.xml"};
    struct scene scene = {.label = "packings", .text = "declaration.xml"};
    fzzf_source source;

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        struct note bytes = note_file(names[i]);

        source = source_of("declaration.xml", &bytes);
        scene.source = &source;
        try_faults(&adding, &scene);
        if (i == 0) {
            try_faults(&beginning, &scene);
            try_faults(&merging, &scene);
            try_faults(&writing, &scene);
            scene.text = "../declaration.xml";
            try_faults(&refusing, &scene);
            scene.text = "declaration.xml";
        }
        note_free(&bytes);
    }
}

void try_packing(void)
{
    packs_make();
    try_packings();
    try_keys();
    try_opened();
    packs_free();
}
