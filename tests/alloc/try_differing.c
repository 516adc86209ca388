/* SPDX-License-Identifier: Apache-2.0 */
/* Trials of comparing documents and attributing changes of score. */

#include "alloc/tell.h"
#include "alloc/try.h"

#include <stdlib.h>

/* The second document. */
static fzzf_source other;

static fzzf_status compare(struct scene *scene, fzzf_diags *diags)
{
    fzzf_diff *made = scene->made;
    const fzzf_status status =
        fzzf_diff_new(&made, scene->source, &other, diags);

    scene->made = made;
    return status;
}

static void tell_cells(struct scene *scene, struct note *note)
{
    fzzf_cell cell = {.size = sizeof cell};

    if (scene->made == UNTOUCHED)
        return;
    quiet_begin();
    note_say(note, "%zu", ASK(fzzf_diff_count)(scene->made));
    for (size_t i = 0; ASK(fzzf_diff_at)(scene->made, i, &cell) != 0; i++)
        note_say(note, "%s %s %s\n", cell.path,
                 cell.before == NULL ? "-" : cell.before,
                 cell.after == NULL ? "-" : cell.after);
    quiet_end();
}

static void release_cells(struct scene *scene)
{
    quiet_begin();
    if (scene->made != UNTOUCHED)
        ASK(fzzf_diff_free)(scene->made);
    quiet_end();
}

static fzzf_status attribute(struct scene *scene, fzzf_diags *diags)
{
    fzzf_attribution *made = scene->made;
    const fzzf_status status =
        fzzf_attribution_new(&made, scene->plan, scene->units[0], scene->plan,
                             scene->units[scene->at], diags);

    scene->made = made;
    return status;
}

static void tell_shares(struct scene *scene, struct note *note)
{
    fzzf_share share = {.size = sizeof share};

    if (scene->made == UNTOUCHED)
        return;
    quiet_begin();
    note_say(note, "%zu", ASK(fzzf_attribution_count)(scene->made));
    for (size_t i = 0; ASK(fzzf_attribution_at)(scene->made, i, &share) != 0;
         i++) {
        note_say(note, "%s", share.node);
        tell_number(note, share.change);
        tell_number(note, share.data);
        tell_number(note, share.weight);
    }
    quiet_end();
}

static void release_shares(struct scene *scene)
{
    quiet_begin();
    if (scene->made != UNTOUCHED)
        ASK(fzzf_attribution_free)(scene->made);
    quiet_end();
}

static const struct trial comparing = {.call = CALL_fzzf_diff_new,
                                       .prepare = prepare_made,
                                       .act = compare,
                                       .tell = tell_cells,
                                       .release = release_cells};
static const struct trial attributing = {.call = CALL_fzzf_attribution_new,
                                         .prepare = prepare_made,
                                         .act = attribute,
                                         .tell = tell_shares,
                                         .release = release_shares};

static void try_pair(const char *from, const char *to)
{
    struct note first = note_file(from), second = note_file(to);
    fzzf_source source = source_of(from, &first);
    struct scene scene = {.label = from, .source = &source};

    other = source_of(to, &second);
    try_faults(&comparing, &scene);
    note_free(&first);
    note_free(&second);
}

void try_differing(void)
{
    struct set set;

    try_pair("tests/alloc/contract.xml", "tests/cases/xml/valid/contract.xml");
    try_pair("tests/alloc/contract.xml", "tests/alloc/every.xml");
    if (set_open(&set, "tests/alloc/every.xml", "tests/alloc/contract.xml",
                 "tests/alloc/units.xml")) {
        struct scene scene = {.label = "attribution",
                              .plan = set.plan,
                              .units = set.units,
                              .unit_count = set.unit_count,
                              .at = 1};

        try_faults(&attributing, &scene);
    }
    set_close(&set);
}
