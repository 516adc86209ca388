/* SPDX-License-Identifier: Apache-2.0 */
/* Trials of recommendations: adding candidates, taking them, deciding. */

#include "alloc/tell.h"
#include "alloc/try.h"

#include <stdlib.h>
#include <string.h>

static const char batch_text[] =
    "<batch xmlns='urn:fzzf:1' id='b' title='t' system='s' both-types='no'"
    " themes-open='no'>"
    "<phase id='x' kind='third-party' title='t' order='1' weight='1'"
    " floor='50'/><phase id='y' kind='survey' title='t' order='2'"
    " weight='unpublished' gate='1'/>"
    "<phase id='p' kind='publicity' title='t' order='3' from='2025-06-19'"
    " to='2025-06-25'/>"
    "<quota from='city' type='comprehensive' count='2' own='outside'/>"
    "<quota from='city' type='single-item' count='1'/>"
    "<balance level='city' type='comprehensive' by='east' most='1'/>"
    "<balance level='city' type='comprehensive' by='west' least='1'/>"
    "<tie order='1' by='rate' better='high'/>"
    "<tie order='2' by='node' of='1' better='high'/>"
    "<tie order='3' by='date' better='low'/>"
    "<exclusion id='E' title='t'/></batch>";

static const char exclusions_text[] =
    "<exclusions xmlns='urn:fzzf:1' id='x' batch='b'><decision id='d'"
    " unit='510109' exclusion='E' from='2025-01-01' until='2027-01-01'"
    " evidence='e' by='o' date='2025-01-01'/></exclusions>";

#define CANDIDATE(id, unit, type, more)                                        \
    "<candidate declaration='" id "' unit='" unit "' name='n' type='" type     \
    "' date='2025-01-0" id "' eligible='yes' " more ">"                        \
    "<value order='1' low='1'/><value order='2' low='2'/></candidate>"

/* Every way of being chosen, not chosen and left open. */
static const char given_text[] =
    "<recommendation xmlns='urn:fzzf:1' id='r' batch='b' level='city'"
    " unit='510100' day='2026-01-01'>" CANDIDATE("1", "510104", "comprehensive",
                                                 "score='9' groups='east'")
        CANDIDATE("2", "510105", "comprehensive", "score='9' groups='east'")
            CANDIDATE("3", "510106", "comprehensive", "score='8'") CANDIDATE(
                "4", "510107", "comprehensive", "score='1' groups='west'")
                CANDIDATE("5", "510109", "comprehensive", "score='9'")
                    CANDIDATE("6", "510100", "comprehensive", "score='9'")
                        CANDIDATE("7", "510104", "single-item", "score='9'")
                            CANDIDATE("8", "510105", "single-item",
                                      "score='7' high='8'")
                                CANDIDATE("9", "510106", "single-item",
                                          "score='7'") "</recommendation>";

static const char decided_text[] =
    "<recommendation xmlns='urn:fzzf:1' id='q' batch='b' level='city'"
    " open='0'><candidate declaration='a' unit='u' type='comprehensive'"
    " eligible='yes' score='9' chosen='yes' groups='g'>"
    "<reason code='chosen' zh='z' en='e'><argument value='1'/></reason>"
    "</candidate></recommendation>";

static const char beside_text[] =
    "<recommendation xmlns='urn:fzzf:1' id='q' batch='b' level='city'"
    " unit='510100' open='0'><candidate declaration='2' unit='510105'"
    " type='comprehensive' eligible='yes' score='9' chosen='yes'/>"
    "</recommendation>";

static const char history_text[] =
    "<history xmlns='urn:fzzf:1' batch='b'>"
    "<event id='1' declaration='1' unit='510104' at='2025-01-01'"
    " type='declared' by='o'/>"
    "<event id='2' declaration='1' unit='510104' at='2025-01-02'"
    " type='withdrawn' by='o'/>"
    "<event id='3' declaration='2' unit='510105' at='2025-01-01'"
    " type='declared' by='o'/></history>";

static const char scores_text[] =
    "<phase-scores xmlns='urn:fzzf:1' batch='b'>"
    "<score declaration='1' phase='x' value='1' out-of='3' by='o'/>"
    "<score declaration='2' phase='x' value='9' out-of='10' by='o'/>"
    "</phase-scores>";

static const char objections_text[] =
    "<objections xmlns='urn:fzzf:1' batch='b'>"
    "<objection id='1' unit='510104' at='2025-06-20' name='n' contact='c'"
    " identity='11010519491231002X' reason='r' basis='b'/>"
    "<objection id='2' unit='510105' at='2025-06-20' name='n' contact='c'"
    " identity='i' reason='r' basis='b' settled='2025-06-21'"
    " outcome='upheld' by='o'/></objections>";

static fzzf_record *batch, *exclusions, *given, *decided, *beside, *history,
    *scores, *objections;

static fzzf_status recommend(struct scene *scene, fzzf_diags *diags)
{
    fzzf_record *out = scene->made;
    const fzzf_status status =
        fzzf_recommend(&out, given, batch, exclusions, diags);

    scene->made = out;
    return status;
}

static fzzf_status follow(struct scene *scene, fzzf_diags *diags)
{
    fzzf_record *out = scene->made;
    const fzzf_status status =
        fzzf_recommendation_follow(&out, given, history, batch, diags);

    scene->made = out;
    return status;
}

static fzzf_status mind_beside(struct scene *scene, fzzf_diags *diags)
{
    fzzf_record *out = scene->made;
    const fzzf_status status =
        fzzf_recommendation_beside(&out, given, beside, batch, diags);

    scene->made = out;
    return status;
}

static fzzf_status check_history(struct scene *scene, fzzf_diags *diags)
{
    (void)scene;
    return fzzf_history_check(history, batch, diags);
}

static fzzf_status tell_states(struct scene *scene, fzzf_diags *diags)
{
    fzzf_record *out = scene->made;
    const fzzf_status status =
        fzzf_history_states(&out, history, batch, "2026-01-01", diags);

    scene->made = out;
    return status;
}

static fzzf_status merge(struct scene *scene, fzzf_diags *diags)
{
    fzzf_record *out = scene->made;
    const fzzf_status status =
        fzzf_history_merge(&out, history, history, diags);

    scene->made = out;
    return status;
}

static fzzf_status score(struct scene *scene, fzzf_diags *diags)
{
    fzzf_record *out = scene->made;
    const fzzf_status status =
        fzzf_recommendation_score(&out, given, scores, batch, diags);

    scene->made = out;
    return status;
}

static fzzf_status hear(struct scene *scene, fzzf_diags *diags)
{
    fzzf_record *out = scene->made;
    const fzzf_status status =
        fzzf_recommendation_hear(&out, given, objections, batch, diags);

    scene->made = out;
    return status;
}

/* Calls that make a record of these documents. */
static void try_making(struct scene *scene)
{
    static const struct trial makings[] = {
        {.call = CALL_fzzf_recommend, .act = recommend},
        {.call = CALL_fzzf_recommendation_beside, .act = mind_beside},
        {.call = CALL_fzzf_recommendation_follow, .act = follow},
        {.call = CALL_fzzf_recommendation_score, .act = score},
        {.call = CALL_fzzf_recommendation_hear, .act = hear},
        {.call = CALL_fzzf_history_check, .act = check_history},
        {.call = CALL_fzzf_history_states, .act = tell_states},
        {.call = CALL_fzzf_history_merge, .act = merge},
    };

    for (size_t i = 0; i < sizeof makings / sizeof makings[0]; i++) {
        struct trial making = makings[i];

        making.prepare = prepare_made;
        making.tell = tell_made_record;
        making.release = release_made_record;
        try_faults(&making, scene);
    }
}

/* A document that a call changes. */
static void prepare_given(struct scene *scene)
{
    scene->made = record_from(given_text);
    tell_made_record(scene, &scene->before);
}

static bool is_as_before(struct scene *scene)
{
    return tells_as_before(scene, tell_made_record);
}

static fzzf_status add(struct scene *scene, fzzf_diags *diags)
{
    return fzzf_recommendation_add(scene->made, batch, scene->result,
                                   scene->units[scene->at], diags);
}

static fzzf_status take(struct scene *scene, fzzf_diags *diags)
{
    return fzzf_recommendation_take(scene->made, decided, diags);
}

/* The first is comprehensive, the last a single item. */
static void try_adding(struct scene *scene, const struct trial *adding)
{
    struct set set;

    if (set_open(&set, "tests/alloc/every.xml", "tests/alloc/contract.xml",
                 "tests/alloc/units.xml")) {
        scene->units = set.units;
        for (scene->at = 0; scene->at < set.unit_count;
             scene->at += set.unit_count - 1) {
            if (fzzf_plan_evaluate(set.plan, &scene->result,
                                   set.units[scene->at], NULL) == FZZF_OK)
                try_faults(adding, scene);
            else
                complain("cannot evaluate a unit");
            fzzf_result_unref(scene->result);
        }
    }
    set_close(&set);
}

void try_recommending(void)
{
    struct trial changing = {.call = CALL_fzzf_recommendation_take,
                             .prepare = prepare_given,
                             .act = take,
                             .untouched = is_as_before,
                             .tell = tell_made_record,
                             .release = release_made_record};
    struct scene scene = {.label = "recommending"};

    batch = record_from(batch_text);
    exclusions = record_from(exclusions_text);
    given = record_from(given_text);
    decided = record_from(decided_text);
    beside = record_from(beside_text);
    history = record_from(history_text);
    scores = record_from(scores_text);
    objections = record_from(objections_text);
    try_making(&scene);
    try_faults(&changing, &scene);
    changing.call = CALL_fzzf_recommendation_add;
    changing.act = add;
    try_adding(&scene, &changing);
    fzzf_record_unref(batch);
    fzzf_record_unref(exclusions);
    fzzf_record_unref(given);
    fzzf_record_unref(decided);
    fzzf_record_unref(beside);
    fzzf_record_unref(history);
    fzzf_record_unref(scores);
    fzzf_record_unref(objections);
}
