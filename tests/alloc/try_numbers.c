/* SPDX-License-Identifier: Apache-2.0 */
/* Trials of numbers and of lists of findings. */

#include "alloc/tell.h"
#include "alloc/try.h"

#include <string.h>

#define LONG_DIGITS                                                            \
    "12345678901234567890123456789012345678901234567890123456789012345678901"

static char buffer[128];

static fzzf_status parse(struct scene *scene, fzzf_diags *diags)
{
    fzzf_number *number = scene->made;
    const fzzf_status status = fzzf_number_parse(&number, scene->text);

    (void)diags;
    scene->made = number;
    return status;
}

static void tell_parsed(struct scene *scene, struct note *note)
{
    if (scene->made != UNTOUCHED)
        tell_number(note, scene->made);
}

static void release_number(struct scene *scene)
{
    quiet_begin();
    if (scene->made != UNTOUCHED)
        ASK(fzzf_number_free)(scene->made);
    quiet_end();
}

static void prepare_number(struct scene *scene)
{
    fzzf_number *number = NULL;

    memset(buffer, 0, sizeof buffer);
    if (fzzf_number_parse(&number, scene->text) != FZZF_OK)
        complain("'%s' is no number", scene->text);
    scene->made = number;
}

/* Its length is documented to be 0 when memory ran out. */
static fzzf_status format(struct scene *scene, fzzf_diags *diags)
{
    const size_t length =
        fzzf_number_format(scene->made, (int)scene->part, FZZF_ROUND_HALF_EVEN,
                           buffer, sizeof buffer);

    (void)diags;
    return length == 0 ? FZZF_E_MEMORY : FZZF_OK;
}

static bool is_empty(struct scene *scene)
{
    (void)scene;
    return buffer[0] == '\0';
}

static void tell_formatted(struct scene *scene, struct note *note)
{
    note_say(note, "%s", buffer);
    tell_number(note, scene->made);
}

static fzzf_status new_list(struct scene *scene, fzzf_diags *diags)
{
    fzzf_diags *list = scene->made;
    const fzzf_status status = fzzf_diags_new(&list);

    (void)diags;
    scene->made = list;
    return status;
}

static void tell_list(struct scene *scene, struct note *note)
{
    note_say(note, "%zu", fzzf_diags_count(scene->made));
}

static void release_list(struct scene *scene)
{
    if (scene->made != UNTOUCHED)
        fzzf_diags_free(scene->made);
}

static const struct trial parsing = {.call = CALL_fzzf_number_parse,
                                     .prepare = prepare_made,
                                     .act = parse,
                                     .tell = tell_parsed,
                                     .release = release_number};
static const struct trial formatting = {.call = CALL_fzzf_number_format,
                                        .prepare = prepare_number,
                                        .act = format,
                                        .untouched = is_empty,
                                        .tell = tell_formatted,
                                        .release = release_number};
static const struct trial listing = {.call = CALL_fzzf_diags_new,
                                     .prepare = prepare_made,
                                     .act = new_list,
                                     .tell = tell_list,
                                     .release = release_list};

void try_numbers(void)
{
    static const char *const texts[] = {"12.5",
                                        "-24/19",
                                        "90%",
                                        "1e5",
                                        "3/0",
                                        LONG_DIGITS,
                                        "-0.0" LONG_DIGITS,
                                        LONG_DIGITS LONG_DIGITS "/" LONG_DIGITS
                                                                "7"};

    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct scene scene = {.label = "number", .text = texts[i], .at = i};

        try_faults(&parsing, &scene);
        for (scene.part = 0; i != 3 && i != 4 && scene.part <= 30;
             scene.part += 10)
            try_faults(&formatting, &scene);
    }
    try_faults(&listing, &(struct scene){.label = "list"});
}
