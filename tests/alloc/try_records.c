/* SPDX-License-Identifier: Apache-2.0 */
/* Trials of records that are built call by call. */

#include "alloc/tell.h"
#include "alloc/try.h"

#include <string.h>

/* One step of building, at the root or (@inside) the last record added. */
struct step {
    enum call call;
    bool inside;
    const char *name, *value;
};

#define ADD(inside, part)                                                      \
    {                                                                          \
        CALL_fzzf_record_add, inside, part, NULL                               \
    }
#define SET(inside, field, value)                                              \
    {                                                                          \
        CALL_fzzf_record_set, inside, field, value                             \
    }
#define TEXT(value)                                                            \
    {                                                                          \
        CALL_fzzf_record_set_text, true, NULL, value                           \
    }
#define CHECK                                                                  \
    {                                                                          \
        CALL_fzzf_record_check, false, NULL, NULL                              \
    }

/* Sound steps and faulty ones, whose findings need memory too. */
static const struct step steps[] = {
    CHECK,
    SET(false, "id", "b-1"),
    SET(false, "title", "第一批"),
    SET(false, "titel", "第一批"),
    SET(false, "system", "s"),
    SET(false, "from", "soon"),
    SET(false, "title", NULL),
    SET(false, "title", "第二批"),
    ADD(false, "source"),
    TEXT("意见"),
    SET(true, "confidence", "sean"),
    SET(true, "confidence", "nothing like it"),
    SET(true, "confidence", "seen"),
    ADD(true, "source"),
    ADD(false, "quote"),
    ADD(false, "quota"),
    TEXT("no text"),
    SET(true, "from", "city"),
    SET(true, "type", "comprehensive"),
    SET(true, "count", "1"),
    CHECK,
    ADD(false, "quota"),
    SET(true, "from", "city"),
    SET(true, "type", "comprehensive"),
    CHECK,
    SET(true, "type", "\xFF"),
    SET(true, "type", "single-item"),
    SET(true, "count", "unknown"),
    ADD(false, "quota"),
    ADD(false, "quota"),
    ADD(false, "quota"),
    ADD(false, "quota"),
};
#define STEP_COUNT (sizeof steps / sizeof steps[0])

static fzzf_record *innermost; /* the last record added */

static fzzf_status begin(struct scene *scene, fzzf_diags *diags)
{
    fzzf_record *record = scene->made;
    const fzzf_status status =
        fzzf_record_new(&record, fzzf_kind_find("batch"));

    (void)diags;
    scene->made = record;
    innermost = record;
    return status;
}

static fzzf_status take_step(struct scene *scene, fzzf_diags *diags)
{
    const struct step *step = &steps[scene->at];
    fzzf_record *record = step->inside ? innermost : scene->made;

    if (step->call == CALL_fzzf_record_add)
        return fzzf_record_add(&innermost, record, step->name, diags);
    if (step->call == CALL_fzzf_record_set)
        return fzzf_record_set(record, step->name, step->value, diags);
    if (step->call == CALL_fzzf_record_set_text)
        return fzzf_record_set_text(record, step->value, diags);
    return fzzf_record_check(record, diags);
}

static void tell_built(struct scene *scene, struct note *note)
{
    if (scene->made != UNTOUCHED)
        tell_record(note, scene->made);
}

/* All steps up to the one that is tried. */
static void prepare_steps(struct scene *scene)
{
    const size_t at = scene->at;

    scene->made = NULL;
    if (begin(scene, NULL) != FZZF_OK)
        complain("cannot begin a record");
    for (scene->at = 0; scene->at < at; scene->at++)
        if (take_step(scene, NULL) == FZZF_E_MEMORY)
            complain("cannot take step %zu", scene->at);
    tell_built(scene, &scene->before);
}

static bool is_as_before(struct scene *scene)
{
    return tells_as_before(scene, tell_built);
}

static void release_built(struct scene *scene)
{
    if (scene->made != UNTOUCHED)
        fzzf_record_unref(scene->made);
}

void try_records(void)
{
    static const struct trial beginning = {.call = CALL_fzzf_record_new,
                                           .prepare = prepare_made,
                                           .act = begin,
                                           .tell = tell_built,
                                           .release = release_built};
    struct trial stepping = {.prepare = prepare_steps,
                             .act = take_step,
                             .untouched = is_as_before,
                             .tell = tell_built,
                             .release = release_built};
    struct scene scene = {.label = "records"};

    try_faults(&beginning, &scene);
    for (scene.at = 0; scene.at < STEP_COUNT; scene.at++) {
        stepping.call = steps[scene.at].call;
        try_faults(&stepping, &scene);
    }
    prepare_steps(&scene);
    quiet_begin();
    if (ASK(fzzf_record_remove)(scene.made, "quota", 0) == 0)
        complain("a record cannot be taken out");
    quiet_end();
    release_built(&scene);
}
