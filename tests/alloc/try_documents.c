/* SPDX-License-Identifier: Apache-2.0 */
/* Trials of reading and writing every kind of document. */

#include "alloc/tell.h"
#include "alloc/try.h"

#include <stdlib.h>
#include <string.h>

#define MANY 64

/* Bytes given little by little. */
static struct {
    const struct note *bytes;
    size_t at;
} stream;

static int64_t give(void *user, char *buffer, size_t size)
{
    const size_t left = stream.bytes->length - stream.at;
    const size_t most = size < 700 ? size : 700;
    const size_t given = left < most ? left : most;

    (void)user;
    if (given > 0)
        memcpy(buffer, stream.bytes->bytes + stream.at, given);
    stream.at += given;
    return (int64_t)given;
}

/* Reading, writing, telling and releasing one kind of document. */
#define DOCUMENT(noun)                                                         \
    static fzzf_status read_##noun(struct scene *scene, fzzf_diags *diags)     \
    {                                                                          \
        fzzf_##noun *made = scene->made;                                       \
        fzzf_status status;                                                    \
                                                                               \
        stream.at = 0;                                                         \
        status = fzzf_xml_read_##noun(&made, scene->source, diags);            \
        scene->made = made;                                                    \
        return status;                                                         \
    }                                                                          \
    static void tell_read_##noun(struct scene *scene, struct note *note)       \
    {                                                                          \
        if (scene->made != UNTOUCHED)                                          \
            tell_##noun(note, scene->made);                                    \
    }                                                                          \
    static void release_##noun(struct scene *scene)                            \
    {                                                                          \
        quiet_begin();                                                         \
        if (scene->made != UNTOUCHED) {                                        \
            ASK(fzzf_##noun##_ref)(scene->made);                               \
            ASK(fzzf_##noun##_unref)(scene->made);                             \
            ASK(fzzf_##noun##_unref)(scene->made);                             \
        }                                                                      \
        quiet_end();                                                           \
    }                                                                          \
    static fzzf_status write_##noun(struct scene *scene, fzzf_diags *diags)    \
    {                                                                          \
        const fzzf_write_options options = {.size = sizeof options,            \
                                            .compact = scene->option};         \
                                                                               \
        (void)diags;                                                           \
        note_free(&scene->taken);                                              \
        return fzzf_xml_write_##noun(scene->made, note_take, &scene->taken,    \
                                     &options);                                \
    }                                                                          \
    static const struct trial reading_##noun = {                               \
        .call = CALL_fzzf_xml_read_##noun,                                     \
        .prepare = prepare_made,                                               \
        .act = read_##noun,                                                    \
        .tell = tell_read_##noun,                                              \
        .release = release_##noun,                                             \
    };                                                                         \
    static const struct trial writing_##noun = {                               \
        .call = CALL_fzzf_xml_write_##noun,                                    \
        .prepare = let_be,                                                     \
        .act = write_##noun,                                                   \
        .untouched = is_beginning,                                             \
        .tell = tell_taken,                                                    \
        .release = let_be,                                                     \
    };

/* A writer may have handed over the beginning, and nothing else. */
static bool is_beginning(struct scene *scene)
{
    return note_begins(&scene->taken, scene->expected);
}

static void tell_taken(struct scene *scene, struct note *note)
{
    note_add(note, scene->taken.bytes, scene->taken.length);
}

DOCUMENT(system)
DOCUMENT(tailoring)
DOCUMENT(contract)
DOCUMENT(declaration)
DOCUMENT(manifest)
DOCUMENT(receipt)
DOCUMENT(record)

static fzzf_status sniff(struct scene *scene, fzzf_diags *diags)
{
    fzzf_document kind = (fzzf_document)99;
    fzzf_status status;

    stream.at = 0;
    status = fzzf_xml_sniff(&kind, scene->source, diags);
    if ((status == FZZF_OK) != (kind != (fzzf_document)99))
        complain("the kind is %d", (int)kind);
    scene->option = (int)kind;
    return status;
}

static bool is_unknown(struct scene *scene)
{
    return scene->option == 99;
}

static void tell_kind(struct scene *scene, struct note *note)
{
    note_say(note, "%d", scene->option);
}

static const struct trial sniffing = {.call = CALL_fzzf_xml_sniff,
                                      .prepare = let_be,
                                      .act = sniff,
                                      .untouched = is_unknown,
                                      .tell = tell_kind,
                                      .release = let_be};

static fzzf_status look_into(struct scene *scene, fzzf_diags *diags)
{
    stream.at = 0;
    return fzzf_xml_inspect(scene->source, diags);
}

static const struct trial looking = {.call = CALL_fzzf_xml_inspect,
                                     .prepare = let_be,
                                     .act = look_into,
                                     .untouched = always,
                                     .release = let_be};

/* What a reader of batches handed over. */
static struct {
    fzzf_declaration *items[MANY];
    size_t count;
} batch;

static int take_one(void *user, fzzf_declaration *declaration)
{
    (void)user;
    if (batch.count == MANY)
        return 1;
    batch.items[batch.count++] = fzzf_declaration_ref(declaration);
    return 0;
}

static void drop_batch(struct scene *scene)
{
    (void)scene;
    while (batch.count > 0)
        fzzf_declaration_unref(batch.items[--batch.count]);
}

static fzzf_status read_batch(struct scene *scene, fzzf_diags *diags)
{
    drop_batch(scene);
    stream.at = 0;
    return fzzf_xml_each_declaration(scene->source, take_one, NULL, diags);
}

static void tell_batch(struct scene *scene, struct note *note)
{
    (void)scene;
    for (size_t i = 0; i < batch.count; i++)
        tell_declaration(note, batch.items[i]);
}

/* Each that was handed over is one of those expected, in their order. */
static bool is_part_of_batch(struct scene *scene)
{
    const char *at = scene->expected->bytes;

    for (size_t i = 0; i < batch.count && at != NULL; i++) {
        struct note note = {NULL, 0, 0};

        tell_declaration(&note, batch.items[i]);
        at = strstr(at, note.bytes);
        note_free(&note);
    }
    return at != NULL;
}

static const struct trial batching = {.call = CALL_fzzf_xml_each_declaration,
                                      .prepare = let_be,
                                      .act = read_batch,
                                      .untouched = is_part_of_batch,
                                      .tell = tell_batch,
                                      .release = drop_batch};

static fzzf_status inspect(struct scene *scene, fzzf_diags *diags)
{
    return fzzf_declaration_inspect(scene->made, diags);
}

static fzzf_status convert(struct scene *scene, fzzf_diags *diags)
{
    note_free(&scene->taken);
    stream.at = 0;
    return fzzf_xml_convert(scene->source, NULL, note_take, &scene->taken, NULL,
                            diags);
}

static const struct trial converting = {.call = CALL_fzzf_xml_convert,
                                        .prepare = let_be,
                                        .act = convert,
                                        .untouched = is_beginning,
                                        .tell = tell_taken,
                                        .release = let_be};

/* Its only outcome is findings. */
static const struct trial inspecting = {.call = CALL_fzzf_declaration_inspect,
                                        .prepare = let_be,
                                        .act = inspect,
                                        .release = let_be};

static int let_pass(void *user, const char *bytes, size_t size)
{
    (void)user, (void)bytes, (void)size;
    return 0;
}

/* Codes that are read without asking for memory. */
static void try_codes(void)
{
    fzzf_division division = {.size = sizeof division};
    fzzf_credit_code credit = {.size = sizeof credit};
    fzzf_document_number number = {.size = sizeof number};
    fzzf_date date = {.size = sizeof date};
    fzzf_identity identity = {.size = sizeof identity};

    quiet_begin();
    ASK(fzzf_division_read)("659003", &division);
    ASK(fzzf_credit_code_read)("91110000600037341L", &credit);
    ASK(fzzf_document_number_read)("金政发〔2025〕33号", &number);
    ASK(fzzf_date_read)("2025年6月13日", &date);
    ASK(fzzf_identity_find)("11010519491231002X", 0, &identity);
    ASK(fzzf_identity_mask)("11010519491231002X", let_pass, NULL);
    ASK(fzzf_oddity_text)(FZZF_ODD_CHECK, FZZF_ENGLISH);
    quiet_end();
}

/* Writes what can be read, in both layouts. */
static void try_writing(const struct trial *reading,
                        const struct trial *writing, struct scene *scene)
{
    scene->made = UNTOUCHED;
    if (reading->act(scene, NULL) != FZZF_OK)
        return;
    for (scene->option = 0; scene->option < 2; scene->option++)
        try_faults(writing, scene);
    if (reading == &reading_declaration)
        try_faults(&inspecting, scene);
    reading->release(scene);
}

static void try_kind(struct scene *scene, fzzf_document kind)
{
    const struct trial *reading = &reading_system, *writing = &writing_system;

    if (fzzf_kind_find(fzzf_document_name(kind)) != NULL) {
        reading = &reading_record;
        writing = &writing_record;
    } else if (kind == FZZF_DOCUMENT_TAILORING) {
        reading = &reading_tailoring;
        writing = &writing_tailoring;
    } else if (kind == FZZF_DOCUMENT_CONTRACT) {
        reading = &reading_contract;
        writing = &writing_contract;
    } else if (kind == FZZF_DOCUMENT_DECLARATION ||
               kind == FZZF_DOCUMENT_DECLARATIONS) {
        reading = &reading_declaration;
        writing = &writing_declaration;
        try_faults(&batching, scene);
    } else if (kind == FZZF_DOCUMENT_MANIFEST) {
        reading = &reading_manifest;
        writing = &writing_manifest;
    } else if (kind == FZZF_DOCUMENT_RECEIPT) {
        reading = &reading_receipt;
        writing = &writing_receipt;
    }
    try_faults(reading, scene);
    try_writing(reading, writing, scene);
}

/* By memory, by path or by callback, in turn. */
static void try_document(const char *path, size_t turn)
{
    struct note bytes = note_file(path);
    char *full = note_path(path);
    fzzf_source source = source_of(path, &bytes);
    struct scene scene = {.label = path, .source = &source};
    fzzf_document kind = FZZF_DOCUMENT_NONE;

    stream.bytes = &bytes;
    if (turn % 3 != 0)
        source.bytes = NULL;
    if (turn % 3 == 1)
        source.path = full;
    if (turn % 3 == 2)
        source.read = give;
    stream.at = 0;
    if (fzzf_xml_sniff(&kind, &source, NULL) != FZZF_OK)
        kind = FZZF_DOCUMENT_NONE;
    try_faults(&sniffing, &scene);
    try_faults(&looking, &scene);
    try_faults(&converting, &scene);
    try_kind(&scene, kind);
    note_free(&bytes);
    free(full);
}

void try_documents(void)
{
    static const char *const folders[] = {
        "tests/cases/xml/valid", "tests/cases/xml/invalid",
        "tests/cases/finding",   "tests/alloc",
        "data/teaching",         "data/batches"};

    try_codes();
    for (size_t f = 0; f < sizeof folders / sizeof folders[0]; f++) {
        char **names;
        const size_t count = note_folder(folders[f], ".xml", &names);

        for (size_t i = 0; i < count; i++) {
            try_document(names[i], i);
            free(names[i]);
        }
        free(names);
    }
}
