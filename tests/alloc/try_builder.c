/* SPDX-License-Identifier: Apache-2.0 */
/* Trials of declarations that are built call by call. */

#include "alloc/tell.h"
#include "alloc/try.h"

#include <string.h>

#define A_LOT                                                                  \
    "a=1 b=22 c=333 d=4444 e=55555 f=666666 g=7777777 h=88888888 i=999999999"

/* One step of building; without @value a state. */
struct step {
    const char *indicator, *observation, *value;
    fzzf_state state;
    const char *reason;
};

static const struct step steps[] = {
    {"1.1.1", "unfiled@2020", "3", FZZF_STATE_PRESENT, NULL},
    {"1.1.1", "unfiled@2021", "4", FZZF_STATE_PRESENT, NULL},
    {"1.1.1", "unfiled@2021", "5", FZZF_STATE_PRESENT, NULL},
    {"1.1.1", "late", A_LOT, FZZF_STATE_PRESENT, NULL},
    {"1.1.1", "x", "a=1 b", FZZF_STATE_PRESENT, NULL},
    {"1.1.2", "rate1", "88/98", FZZF_STATE_PRESENT, NULL},
    {"1.1.2", "more", NULL, FZZF_STATE_MISSING, "没有统计"},
    {"1.2.3", "marks", "9.5 9 8.5 10 7", FZZF_STATE_PRESENT, NULL},
    {"1.2.1", NULL, NULL, FZZF_STATE_NOT_APPLICABLE, "没有此项职权"},
    {"1.1.2", "more", "12.5", FZZF_STATE_PRESENT, NULL},
    {"1.1.2", "more", NULL, FZZF_STATE_DISPUTED, "复核中"},
    {"1.2.4", "x", NULL, FZZF_STATE_NOT_ASSESSED, NULL},
    {"1.2.4", "y", "1.5", FZZF_STATE_PRESENT, NULL},
    {"1.2.5", NULL, NULL, FZZF_STATE_NOT_APPLICABLE, NULL},
    {"1.2.4", "z", "2021-08-31", FZZF_STATE_PRESENT, NULL},
    {"A", "honours", "", FZZF_STATE_PRESENT, NULL},
    {"1.1.1", "unfiled@2020", NULL, FZZF_STATE_MISSING, "说明"},
};
#define STEP_COUNT (sizeof steps / sizeof steps[0])

/* Steps of other assessors, after those. */
enum {
    ASSESS,
    ASSESS_AGAIN,
    OVERRIDE,
    OVERRIDE_AGAIN,
    OVERRIDE_MORE,
    SINGLE,
    MORE_COUNT
};

static fzzf_status take_more(fzzf_declaration *declaration, size_t step)
{
    switch (step) {
    case ASSESS:
    case ASSESS_AGAIN:
        return fzzf_declaration_assess(declaration, FZZF_ASSESSOR_CITY, "市",
                                       "2026-03-01");
    case SINGLE:
        return fzzf_declaration_single(declaration, "项目", "主题");
    default:
        return fzzf_declaration_override(
            declaration, step == OVERRIDE_MORE ? "1.1.2" : "1.1.1", "3",
            step == OVERRIDE ? "初评" : "实地核查不符");
    }
}

static fzzf_status begin(struct scene *scene, fzzf_diags *diags)
{
    fzzf_declaration *declaration = scene->made;
    const fzzf_status status = fzzf_declaration_new(
        &declaration, "d-1", "every", "990001", "甲县", FZZF_UNIT_COUNTY);

    (void)diags;
    scene->made = declaration;
    return status;
}

static fzzf_status take_step(struct scene *scene, fzzf_diags *diags)
{
    const struct step *step;

    (void)diags;
    if (scene->at >= STEP_COUNT)
        return take_more(scene->made, scene->at - STEP_COUNT);
    step = &steps[scene->at];
    if (step->value != NULL)
        return fzzf_declaration_set(scene->made, step->indicator,
                                    step->observation, step->value);
    return fzzf_declaration_set_state(scene->made, step->indicator,
                                      step->observation, step->state,
                                      step->reason);
}

static void tell_built(struct scene *scene, struct note *note)
{
    if (scene->made != UNTOUCHED)
        tell_declaration(note, scene->made);
}

/* All steps up to the one that is tried. */
static void prepare_steps(struct scene *scene)
{
    const size_t at = scene->at;

    scene->made = NULL;
    if (begin(scene, NULL) != FZZF_OK)
        complain("cannot begin a declaration");
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
        fzzf_declaration_unref(scene->made);
}

static const struct trial beginning = {.call = CALL_fzzf_declaration_new,
                                       .prepare = prepare_made,
                                       .act = begin,
                                       .tell = tell_built,
                                       .release = release_built};
static const struct trial setting = {.call = CALL_fzzf_declaration_set,
                                     .prepare = prepare_steps,
                                     .act = take_step,
                                     .untouched = is_as_before,
                                     .tell = tell_built,
                                     .release = release_built};
static const struct trial stating = {.call = CALL_fzzf_declaration_set_state,
                                     .prepare = prepare_steps,
                                     .act = take_step,
                                     .untouched = is_as_before,
                                     .tell = tell_built,
                                     .release = release_built};

/* Tries the steps of other assessors. */
static void try_more(struct scene *scene)
{
    struct trial more = setting;

    for (size_t i = 0; i < MORE_COUNT; i++) {
        more.call = i <= ASSESS_AGAIN ? CALL_fzzf_declaration_assess
                    : i == SINGLE     ? CALL_fzzf_declaration_single
                                      : CALL_fzzf_declaration_override;
        scene->at = STEP_COUNT + i;
        try_faults(&more, scene);
    }
}

void try_builder(void)
{
    struct scene scene = {.label = "builder"};

    try_faults(&beginning, &scene);
    for (scene.at = 0; scene.at < STEP_COUNT; scene.at++)
        try_faults(steps[scene.at].value != NULL ? &setting : &stating, &scene);
    try_more(&scene);
}
