/* SPDX-License-Identifier: Apache-2.0 */
/* Trials of what a result says in words. */

#include "alloc/try.h"

#include <string.h>

static char buffer[4096];

static void prepare(struct scene *scene)
{
    (void)scene;
    memset(buffer, 0, sizeof buffer);
}

static fzzf_status length_of(size_t length)
{
    return length == 0 ? FZZF_E_MEMORY : FZZF_OK;
}

static fzzf_status say_why(struct scene *scene, fzzf_diags *diags)
{
    (void)diags;
    return length_of(fzzf_result_why(scene->result, scene->part,
                                     (fzzf_language)scene->option, buffer,
                                     sizeof buffer));
}

static fzzf_status say_reason(struct scene *scene, fzzf_diags *diags)
{
    (void)diags;
    return length_of(fzzf_result_reason_text(scene->result, scene->part,
                                             (fzzf_language)scene->option,
                                             buffer, sizeof buffer));
}

/* @path_count is the cause's number. */
static fzzf_status say_cause(struct scene *scene, fzzf_diags *diags)
{
    (void)diags;
    return length_of(fzzf_result_cause_text(
        scene->result, scene->part, scene->path_count,
        (fzzf_language)scene->option, buffer, sizeof buffer));
}

static bool is_empty(struct scene *scene)
{
    (void)scene;
    return buffer[0] == '\0';
}

static void tell_text(struct scene *scene, struct note *note)
{
    (void)scene;
    note_say(note, "%s", buffer);
}

static const struct trial why = {.call = CALL_fzzf_result_why,
                                 .prepare = prepare,
                                 .act = say_why,
                                 .untouched = is_empty,
                                 .tell = tell_text,
                                 .release = let_be};
static const struct trial reason = {.call = CALL_fzzf_result_reason_text,
                                    .prepare = prepare,
                                    .act = say_reason,
                                    .untouched = is_empty,
                                    .tell = tell_text,
                                    .release = let_be};
static const struct trial cause = {.call = CALL_fzzf_result_cause_text,
                                   .prepare = prepare,
                                   .act = say_cause,
                                   .untouched = is_empty,
                                   .tell = tell_text,
                                   .release = let_be};

static fzzf_status write(struct scene *scene, fzzf_diags *diags)
{
    const fzzf_write_options options = {.size = sizeof options,
                                        .compact = scene->option};

    (void)diags;
    note_free(&scene->taken);
    return fzzf_xml_write_result(scene->result, note_take, &scene->taken,
                                 &options);
}

/* A writer may have handed over the beginning, and nothing else. */
static bool is_beginning(struct scene *scene)
{
    return note_begins(&scene->taken, scene->expected);
}

static void tell_taken(struct scene *scene, struct note *note)
{
    note_add(note, scene->taken.bytes, scene->taken.length);
}

static void drop_taken(struct scene *scene)
{
    note_free(&scene->taken);
}

static const struct trial writing = {.call = CALL_fzzf_xml_write_result,
                                     .prepare = prepare,
                                     .act = write,
                                     .untouched = is_beginning,
                                     .tell = tell_taken,
                                     .release = drop_taken};

/* Only where there is something to say. */
static void try_if_said(const struct trial *trial, struct scene *scene)
{
    if (trial->act(scene, NULL) == FZZF_OK)
        try_faults(trial, scene);
}

void try_texts(struct scene *scene)
{
    fzzf_reason view = {.size = sizeof view};

    for (scene->part = 0; scene->part < fzzf_result_count(scene->result);
         scene->part++) {
        fzzf_node node = {.size = sizeof node};

        fzzf_result_node(scene->result, scene->part, &node);
        scene->option = scene->part % 2;
        try_if_said(&why, scene);
        for (scene->path_count = 0; scene->path_count < node.cause_count;
             scene->path_count++) {
            scene->option = !scene->option;
            try_if_said(&cause, scene);
        }
    }
    for (scene->part = 0;
         fzzf_result_reason(scene->result, scene->part, &view) != 0;
         scene->part++)
        for (scene->option = 0; scene->option < 2; scene->option++)
            try_if_said(&reason, scene);
    scene->part = 0;
    for (scene->option = 0; scene->option < 2; scene->option++)
        try_faults(&writing, scene);
}
