/* SPDX-License-Identifier: Apache-2.0 */
/* Trials of plans, evaluations, cohorts and what is asked of results. */

#include "alloc/tell.h"
#include "alloc/try.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static fzzf_status make_plan(struct scene *scene, fzzf_diags *diags)
{
    fzzf_plan *plan = scene->made;
    const fzzf_status status =
        fzzf_plan_new(&plan, scene->system, scene->contract, diags);

    scene->made = plan;
    return status;
}

/* The plan itself, and what it makes of a unit. */
static void tell_made_plan(struct scene *scene, struct note *note)
{
    fzzf_result *result = NULL;

    if (scene->made == UNTOUCHED)
        return;
    tell_plan(note, scene->made);
    if (scene->contract == NULL || scene->unit_count == 0)
        return;
    if (fzzf_plan_evaluate(scene->made, &result, scene->units[0], NULL) ==
        FZZF_OK)
        tell_result(note, result);
    fzzf_result_unref(result);
}

static void release_plan(struct scene *scene)
{
    quiet_begin();
    if (scene->made != UNTOUCHED) {
        ASK(fzzf_plan_ref)(scene->made);
        ASK(fzzf_plan_unref)(scene->made);
        ASK(fzzf_plan_unref)(scene->made);
    }
    quiet_end();
}

static fzzf_status evaluate(struct scene *scene, fzzf_diags *diags)
{
    fzzf_result *result = scene->made;
    const fzzf_status status = fzzf_plan_evaluate(
        scene->plan, &result, scene->units[scene->at], diags);

    scene->made = result;
    return status;
}

static void tell_made_result(struct scene *scene, struct note *note)
{
    if (scene->made != UNTOUCHED)
        tell_result(note, scene->made);
}

static void release_result(struct scene *scene)
{
    quiet_begin();
    if (scene->made != UNTOUCHED) {
        ASK(fzzf_result_ref)(scene->made);
        ASK(fzzf_result_unref)(scene->made);
        ASK(fzzf_result_unref)(scene->made);
    }
    quiet_end();
}

static fzzf_status make_cohort(struct scene *scene, fzzf_diags *diags)
{
    fzzf_cohort *cohort = scene->made;
    const fzzf_status status = fzzf_cohort_new(&cohort, scene->plan);

    (void)diags;
    scene->made = cohort;
    return status;
}

/* Adds the units from @from on. */
static void add_units(struct scene *scene, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (fzzf_cohort_add(scene->made, scene->units[i], NULL) ==
            FZZF_E_MEMORY)
            complain("cannot add unit %zu", i);
}

/* Adds the rest, closes, and evaluates the one that was tried. */
static void tell_made_cohort(struct scene *scene, struct note *note)
{
    const size_t count = scene->unit_count;

    if (scene->made == UNTOUCHED)
        return;
    add_units(scene, scene->at < count ? scene->at + 1 : count, count);
    if (fzzf_cohort_close(scene->made, NULL) == FZZF_E_MEMORY)
        complain("cannot close");
    tell_cohort(note, scene->made);
    for (size_t i = 0; i < count; i++) {
        fzzf_result *result = NULL;

        if (fzzf_cohort_evaluate(scene->made, &result, scene->units[i], NULL) ==
            FZZF_OK)
            tell_result(note, result);
        fzzf_result_unref(result);
    }
}

static void release_cohort(struct scene *scene)
{
    quiet_begin();
    if (scene->made != UNTOUCHED)
        ASK(fzzf_cohort_free)(scene->made);
    quiet_end();
}

static void prepare_cohort(struct scene *scene)
{
    scene->made = UNTOUCHED;
    if (make_cohort(scene, NULL) != FZZF_OK)
        complain("cannot begin a cohort");
    add_units(scene, 0,
              scene->at < scene->unit_count ? scene->at : scene->unit_count);
}

/* Unit @at; past the last, the first once more, which is refused. */
static fzzf_status add(struct scene *scene, fzzf_diags *diags)
{
    const size_t at = scene->at < scene->unit_count ? scene->at : 0;

    return fzzf_cohort_add(scene->made, scene->units[at], diags);
}

static bool holds_as_many(struct scene *scene)
{
    return fzzf_cohort_count(scene->made) == scene->at;
}

/* One has the units before @at, the other the rest and the first again. */
static void prepare_joining(struct scene *scene)
{
    const size_t at = scene->at;

    scene->at = 0;
    prepare_cohort(scene);
    add_units(scene, at, scene->unit_count);
    if (at > 0)
        add_units(scene, 0, 1);
    scene->other = scene->made;
    scene->at = at;
    prepare_cohort(scene);
}

static fzzf_status join(struct scene *scene, fzzf_diags *diags)
{
    return fzzf_cohort_join(scene->made, scene->other, diags);
}

static void release_joined(struct scene *scene)
{
    release_cohort(scene);
    fzzf_cohort_free(scene->other);
}

static fzzf_status close_cohort(struct scene *scene, fzzf_diags *diags)
{
    return fzzf_cohort_close(scene->made, diags);
}

/* After a failure the last unit is added, and then the cohort is closed. */
static fzzf_status close_later(struct scene *scene, fzzf_diags *diags)
{
    if (scene->expected == NULL || scene->part++ > 0)
        add_units(scene, scene->unit_count - 1, scene->unit_count);
    return close_cohort(scene, diags);
}

static void prepare_all_but_one(struct scene *scene)
{
    scene->at = scene->unit_count - 1;
    scene->part = 0;
    prepare_cohort(scene);
    scene->at = scene->unit_count;
}

static bool is_open(struct scene *scene)
{
    fzzf_member member = {.size = sizeof member};

    return fzzf_cohort_member(scene->made, 0, &member) == 0;
}

static fzzf_status evaluate_member(struct scene *scene, fzzf_diags *diags)
{
    fzzf_result *result = scene->made;
    const fzzf_status status = fzzf_cohort_evaluate(
        scene->cohort, &result, scene->units[scene->at], diags);

    scene->made = result;
    return status;
}

static fzzf_status find_gaps(struct scene *scene, fzzf_diags *diags)
{
    fzzf_gaps *gaps = scene->made;
    const fzzf_status status = fzzf_gaps_new(&gaps, scene->plan, scene->result,
                                             (fzzf_aim)scene->option, diags);

    scene->made = gaps;
    return status;
}

static void tell_made_gaps(struct scene *scene, struct note *note)
{
    if (scene->made != UNTOUCHED)
        tell_gaps(note, scene->made);
}

static void release_gaps(struct scene *scene)
{
    quiet_begin();
    if (scene->made != UNTOUCHED)
        ASK(fzzf_gaps_free)(scene->made);
    quiet_end();
}

static const struct trial planning = {.call = CALL_fzzf_plan_new,
                                      .prepare = prepare_made,
                                      .act = make_plan,
                                      .tell = tell_made_plan,
                                      .release = release_plan};
static const struct trial evaluating = {.call = CALL_fzzf_plan_evaluate,
                                        .prepare = prepare_made,
                                        .act = evaluate,
                                        .tell = tell_made_result,
                                        .release = release_result};
static const struct trial gathering = {.call = CALL_fzzf_cohort_new,
                                       .prepare = prepare_made,
                                       .act = make_cohort,
                                       .tell = tell_made_cohort,
                                       .release = release_cohort};
static const struct trial adding = {.call = CALL_fzzf_cohort_add,
                                    .prepare = prepare_cohort,
                                    .act = add,
                                    .untouched = holds_as_many,
                                    .tell = tell_made_cohort,
                                    .release = release_cohort};
static const struct trial joining = {.call = CALL_fzzf_cohort_join,
                                     .prepare = prepare_joining,
                                     .act = join,
                                     .untouched = holds_as_many,
                                     .tell = tell_made_cohort,
                                     .release = release_joined};
static const struct trial closing = {.call = CALL_fzzf_cohort_close,
                                     .prepare = prepare_cohort,
                                     .act = close_cohort,
                                     .untouched = is_open,
                                     .tell = tell_made_cohort,
                                     .release = release_cohort};
static const struct trial closing_later = {.call = CALL_fzzf_cohort_close,
                                           .prepare = prepare_all_but_one,
                                           .act = close_later,
                                           .untouched = is_open,
                                           .tell = tell_made_cohort,
                                           .release = release_cohort,
                                           .loose = true};
static const struct trial evaluating_a_member = {.call =
                                                     CALL_fzzf_cohort_evaluate,
                                                 .prepare = prepare_made,
                                                 .act = evaluate_member,
                                                 .tell = tell_made_result,
                                                 .release = release_result};
static const struct trial finding_gaps = {.call = CALL_fzzf_gaps_new,
                                          .prepare = prepare_made,
                                          .act = find_gaps,
                                          .tell = tell_made_gaps,
                                          .release = release_gaps};

static void try_cohort(struct scene *scene)
{
    scene->at = scene->unit_count;
    try_faults(&gathering, scene);
    for (scene->at = 0; scene->at <= scene->unit_count; scene->at++)
        if (scene->at < 3 || scene->at + 2 > scene->unit_count)
            try_faults(&adding, scene);
    for (scene->at = 0; scene->at < scene->unit_count && scene->at < 2;
         scene->at++)
        try_faults(&joining, scene);
    scene->at = scene->unit_count;
    try_faults(&closing, scene);
    try_faults(&closing_later, scene);
    scene->part = 0;
}

static void try_gaps(struct scene *scene)
{
    scene->result = NULL;
    if (fzzf_cohort_evaluate(scene->cohort, &scene->result,
                             scene->units[scene->at], NULL) != FZZF_OK)
        complain("cannot evaluate unit %zu", scene->at);
    for (scene->option = FZZF_FEWEST; scene->option <= FZZF_LEAST_EFFORT;
         scene->option++)
        try_faults(&finding_gaps, scene);
    try_texts(scene);
    fzzf_result_unref(scene->result);
}

/* @units_tried: how many units are evaluated under faults. */
static void try_set(const char *system, const char *contract, const char *units,
                    size_t units_tried)
{
    struct set set;
    const bool sound = set_open(&set, system, contract, units);
    struct scene scene = {.label = set.label,
                          .system = set.system,
                          .contract = set.contract,
                          .plan = set.plan,
                          .cohort = set.cohort,
                          .units = set.units,
                          .unit_count = set.unit_count};

    try_faults(&planning, &scene);
    scene.contract = NULL;
    try_faults(&planning, &scene);
    if (sound && set.unit_count > 0)
        try_cohort(&scene);
    for (scene.at = 0;
         sound && scene.at < set.unit_count && scene.at < units_tried;
         scene.at++) {
        try_faults(&evaluating, &scene);
        try_faults(&evaluating_a_member, &scene);
        try_gaps(&scene);
    }
    set_close(&set);
}

/* Units that do not fit the plan. */
static void try_misfits(void)
{
    struct set set, unfit;
    struct scene scene = {.label = "misfits"};

    set_open(&set, "tests/alloc/every.xml", "tests/alloc/contract.xml", NULL);
    set_open(&unfit, "tests/alloc/faults.xml", "tests/alloc/contract.xml",
             "tests/alloc/misfit.xml");
    scene.plan = set.plan;
    scene.units = unfit.units;
    scene.unit_count = unfit.unit_count;
    for (scene.at = 0; scene.at < unfit.unit_count; scene.at++) {
        try_faults(&evaluating, &scene);
    }
    set_close(&unfit);
    set_close(&set);
}

static bool exists(const char *folder, const char *name, char *path,
                   size_t size)
{
    struct stat about;
    char *full;
    bool there;

    snprintf(path, size, "%s/%s", folder, name);
    full = note_path(path);
    there = stat(full, &about) == 0;
    free(full);
    return there;
}

/* Every folder below @above that holds a system and its units. */
static void try_folders(const char *above, const char *contract, int depth)
{
    char **names;
    const size_t count = note_folder(above, "", &names);

    for (size_t i = 0; i < count; i++) {
        char system[512], units[512], own[512];

        if (exists(names[i], "system.xml", system, sizeof system) &&
            exists(names[i], "declarations.xml", units, sizeof units))
            try_set(system,
                    exists(names[i], "contract.xml", own, sizeof own)
                        ? own
                        : contract,
                    units, 1);
        else if (depth > 0)
            try_folders(names[i], contract, depth - 1);
        free(names[i]);
    }
    free(names);
}

void try_scoring(void)
{
    static const char published[] = "tests/cases/published/contract.xml";

    try_set("tests/alloc/every.xml", "tests/alloc/contract.xml",
            "tests/alloc/units.xml", 6);
    try_set("tests/alloc/faults.xml", "tests/cases/xml/valid/contract.xml",
            NULL, 0);
    try_misfits();
    try_set("data/teaching/system.xml", "data/teaching/contract.xml",
            "data/teaching/counties.xml", 2);
    try_folders("tests/cases/published", published, 0);
    try_folders("tests/cases/xccdf", published, 0);
    try_folders("tests/cases/rule", published, 1);
}
