/* SPDX-License-Identifier: Apache-2.0 */
/* Trials of assessments side by side, with rules that need the cohort. */

#include "alloc/tell.h"
#include "alloc/try.h"

static fzzf_status assess(struct scene *scene, fzzf_diags *diags)
{
    fzzf_record *out = scene->made;
    const fzzf_status status =
        fzzf_assessments(&out, scene->plan, scene->units, 2, diags);

    scene->made = out;
    return status;
}

void try_assessing(void)
{
    static const struct trial assessing = {.call = CALL_fzzf_assessments,
                                           .prepare = prepare_made,
                                           .act = assess,
                                           .tell = tell_made_record,
                                           .release = release_made_record};
    struct scene scene = {.label = "assessing"};
    struct set set;

    if (set_open(&set, "tests/alloc/every.xml", "tests/alloc/contract.xml",
                 "tests/alloc/units.xml")) {
        scene.plan = set.plan;
        scene.units = set.units;
        try_faults(&assessing, &scene);
    }
    set_close(&set);
}
