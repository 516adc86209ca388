/* SPDX-License-Identifier: Apache-2.0 */
/* Trials of tasks: a workplan looked at on a day, and one with every fault. */

#include "alloc/tell.h"
#include "alloc/try.h"

#define PLAN(inside)                                                           \
    "<workplan xmlns='urn:fzzf:1' id='p' unit='110101' system='every'>"        \
    "<body id='a' kind='department' name='n' code='119999000000000199'/>"      \
    "<body id='b' kind='township' name='m' code='110101100' "                  \
    "person='p'/>" inside "</workplan>"

/* Every state of a task and a rectification, every notice. */
static const char plan_text[] =
    PLAN("<task indicator='1.1.1' body='a' role='lead' due='2025-01-01'/>"
         "<task indicator='1.1.1' body='b' role='lead' due='2025-01-01'"
         " claimed='2025-01-01' done='2025-02-01'/>"
         "<rectification id='r' body='a' shortfall='s' due='2025-01-01'/>"
         "<rectification id='s' body='a' shortfall='s' done='2025-01-01'/>"
         "<rectification id='t' body='a' shortfall='s' assessed='2025-01-01'"
         " outcome='failed'/><matter id='m' date='2025-01-01' subject='s'/>"
         "<accountability id='a' body='a' cause='c' effect='e' decision='d'"
         " by='b' date='2025-01-01'/>"
         "<accountability id='b' body='a' cause='c' effect='e'/>");

static const char faulty_text[] =
    PLAN("<body id='c' kind='township' name='n'/>"
         "<task indicator='0' body='d' role='lead'/>");

static fzzf_record *plan;

static fzzf_status look(struct scene *scene, fzzf_diags *diags)
{
    fzzf_record *out = scene->made;
    const fzzf_status status = fzzf_workplan_tasks(
        &out, plan, scene->system, scene->result, "2025-06-30", diags);

    scene->made = out;
    return status;
}

static void try_plan(struct scene *scene, const char *text)
{
    static const struct trial looking = {.call = CALL_fzzf_workplan_tasks,
                                         .prepare = prepare_made,
                                         .act = look,
                                         .tell = tell_made_record,
                                         .release = release_made_record};

    plan = record_from(text);
    try_faults(&looking, scene);
    fzzf_record_unref(plan);
}

void try_tasks(void)
{
    struct scene scene = {.label = "tasks"};
    struct set set;

    if (set_open(&set, "tests/alloc/every.xml", "tests/alloc/contract.xml",
                 "tests/alloc/units.xml")) {
        scene.system = set.system;
        try_plan(&scene, faulty_text);
        if (fzzf_plan_evaluate(set.plan, &scene.result, set.units[0], NULL) ==
            FZZF_OK)
            try_plan(&scene, plan_text);
        else
            complain("cannot evaluate a unit");
        fzzf_result_unref(scene.result);
    }
    set_close(&set);
}
