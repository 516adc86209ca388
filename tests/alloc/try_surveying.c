/* SPDX-License-Identifier: Apache-2.0 */
/* Trials of surveys and publicity: adding each to a report. */

#include "alloc/tell.h"
#include "alloc/try.h"

#include <string.h>

static const char report_text[] =
    "<satisfaction xmlns='urn:fzzf:1' id='r'><score survey='t' unit='u'"
    " of='whole' state='too-few' answers='1' least='2' left-out='0'/>"
    "</satisfaction>";

#define SURVEY(least)                                                          \
    "<survey xmlns='urn:fzzf:1' id='s' unit='u' least='" least                 \
    "' z='1.96' confidence='0.95' places='2' rounding='half-up'>"              \
    "<scale id='k'><answer id='a' title='t' worth='100'/>"                     \
    "<answer id='b' title='t' worth='1/3'/><answer id='c' title='t'/></scale>" \
    "<stratum id='x' title='t' weight='3' population='100'/>"                  \
    "<stratum id='y' title='t' weight='1' least='5'/>"                         \
    "<question id='q' title='t' scale='k' weight='1'/>"                        \
    "<question id='p' title='t' scale='k' weight='2'/>"                        \
    "<tally question='q' stratum='x'><count answer='a' number='5'/>"           \
    "<count answer='b' number='9'/><count answer='c' number='1'/></tally>"     \
    "<tally question='p' stratum='x'><count answer='a' number='3'/>"           \
    "<count answer='b' number='5'/></tally>"

#define TALLY(question, number)                                                \
    "<tally question='" question                                               \
    "' stratum='y'><count answer='b' number='" number "'/></tally></survey>"

/* One that stands, and one whose last tally says what there is not. */
static const char survey_text[] = SURVEY("9") TALLY("q", "5");
static const char faulty_text[] = SURVEY("9") TALLY("z", "1");

static const char publicity_text[] =
    "<publicity xmlns='urn:fzzf:1' id='p' unit='u' from='2023-05-01'>"
    "<notice id='n' channel='c' date='2023-01-01' title='t'/>"
    "<asked id='a' asked='3' aware='1'/></publicity>";

static fzzf_record *survey, *faulty, *publicity;

static void prepare_report(struct scene *scene)
{
    scene->made = record_from(report_text);
    tell_made_record(scene, &scene->before);
}

static bool is_as_before(struct scene *scene)
{
    return tells_as_before(scene, tell_made_record);
}

static fzzf_status score(struct scene *scene, fzzf_diags *diags)
{
    return fzzf_survey_score(scene->made, survey, diags);
}

static fzzf_status score_faulty(struct scene *scene, fzzf_diags *diags)
{
    return fzzf_survey_score(scene->made, faulty, diags);
}

static fzzf_status count(struct scene *scene, fzzf_diags *diags)
{
    return fzzf_publicity_count(scene->made, publicity, diags);
}

void try_surveying(void)
{
    struct trial trial = {.call = CALL_fzzf_survey_score,
                          .prepare = prepare_report,
                          .act = score,
                          .untouched = is_as_before,
                          .tell = tell_made_record,
                          .release = release_made_record};
    struct scene scene = {.label = "surveying"};

    survey = record_from(survey_text);
    faulty = record_from(faulty_text);
    publicity = record_from(publicity_text);
    try_faults(&trial, &scene);
    trial.act = score_faulty;
    try_faults(&trial, &scene);
    trial.call = CALL_fzzf_publicity_count;
    trial.act = count;
    try_faults(&trial, &scene);
    fzzf_record_unref(survey);
    fzzf_record_unref(faulty);
    fzzf_record_unref(publicity);
}
