/* SPDX-License-Identifier: Apache-2.0 */
/* What themes say against single items: closed lists, profiles, no names. */

#include <stdio.h>
#include <string.h>

#include "fzzf/fzzf.h"
#include "unit/eval/round.h"
#include "unit/course/reading.h"
#include "unit/suites.h"

#define LISTED                                                                 \
    "<theme id='business' title='优化法治化营商环境' system='s'/>"    \
    "<theme id='other' title='另一主题' system='p'/>"                      \
    "<theme id='cut' title='又一主题' tailoring='t'/>"

/* A batch with these attributes and themes. */
static fzzf_record *read_batch(const char *open, const char *themes)
{
    char text[1024];

    snprintf(text, sizeof text,
             "<batch xmlns='urn:fzzf:1' id='b' title='t' system='s' %s>%s"
             "</batch>",
             open, themes);
    return read_text(text);
}

/* The candidate of a declaration with these attributes. */
static fzzf_record *candidate_of(const char *attributes, const char *open,
                                 const char *themes)
{
    fzzf_record *batch = read_batch(open, themes);
    fzzf_record *candidates =
        read_text("<recommendation xmlns='urn:fzzf:1' id='r' batch='b'"
                  " level='city'/>");
    fzzf_result *result;
    struct round round;
    char text[512];

    snprintf(text, sizeof text,
             "<declaration id='d' system='s' %s>"
             "<unit code='510104' name='甲' level='county'/>"
             "<assessment assessor='self'><indicator id='1'>"
             "<observation id='x' value='10'/></indicator></assessment>"
             "</declaration>",
             attributes);
    round_make(&round,
               "<system xmlns='urn:fzzf:1' id='s' edition='1' title='t'>"
               "<indicator id='1' title='t' points='10'>"
               "<observe id='x' kind='number'/><rule value='x'/></indicator>"
               "</system>",
               NULL, text);
    round_plan(&round);
    result = round_result(&round, 0);
    CU_ASSERT_EQUAL(fzzf_recommendation_add(candidates, batch, result,
                                            round.declarations[0], NULL),
                    FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_record_check(candidates, NULL), FZZF_OK);
    fzzf_result_unref(result);
    fzzf_record_unref(batch);
    round_free(&round);
    return candidates;
}

/* It has one bar with this code and sentence, and is so eligible; or with
 * @code NULL none. */
static void expect(const char *attributes, const char *open, const char *themes,
                   const char *eligible, const char *code, const char *english)
{
    fzzf_record *candidates = candidate_of(attributes, open, themes);
    fzzf_record *one = fzzf_record_at(candidates, "candidate", 0);
    fzzf_record *bar = fzzf_record_at(one, "bar", 0);

    CHECK_TEXT(fzzf_record_get(one, "eligible"), eligible);
    CU_ASSERT_EQUAL(fzzf_record_count(one, "bar"), code == NULL ? 0 : 1);
    if (code != NULL && bar != NULL) {
        CHECK_TEXT(fzzf_record_get(bar, "code"), code);
        CHECK_TEXT(fzzf_record_get(bar, "en"), english);
    }
    fzzf_record_unref(candidates);
}

#define SINGLE "type='single-item' project='p' "

static void a_closed_list_takes_its_own_alone(void)
{
    const char *const closed = "themes-open='no'";

    expect(SINGLE "theme='business'", closed, LISTED, "yes", NULL, NULL);
    expect(SINGLE "theme='优化法治化营商环境'", closed, LISTED, "yes", NULL,
           NULL);
    expect(SINGLE "theme='数字法治'", closed, LISTED, "no", "theme-unlisted",
           "the batch takes only the themes that it lists, and '数字法治' is "
           "none of them");
    expect(SINGLE, closed, LISTED, "no", "no-theme",
           "the single item names no theme, and the batch takes only the "
           "themes that it lists");
    expect(SINGLE "theme='business'", closed, "", "no", "theme-unlisted",
           "the batch takes only the themes that it lists, and 'business' is "
           "none of them");
}

static void an_open_list_takes_any(void)
{
    expect(SINGLE "theme='数字法治'", "themes-open='yes'", LISTED, "yes", NULL,
           NULL);
    expect(SINGLE, "themes-open='yes'", LISTED, "yes", NULL, NULL);
}

static void what_is_not_said_stays_open(void)
{
    const char *const unknown = "themes-open='unknown'";

    expect(SINGLE "theme='数字法治'", unknown, LISTED, "undetermined",
           "theme-unlisted-open",
           "'数字法治' is none of the themes that the batch lists, and it does "
           "not say whether it takes others");
    expect(SINGLE, "", LISTED, "undetermined", "no-theme-open",
           "the single item names no theme, and the batch does not say whether "
           "it takes others than those that it lists");
    expect(SINGLE "theme='数字法治'", "", "", "yes", NULL, NULL);
}

static void a_theme_has_its_profile(void)
{
    expect(
        SINGLE "theme='other'", "themes-open='yes'", LISTED, "no",
        "theme-system",
        "the theme '另一主题' is judged by the system p, but the declaration "
        "is made for another");
    expect(
        SINGLE "theme='cut'", "themes-open='yes'", LISTED, "no",
        "theme-tailoring",
        "the theme '又一主题' is judged under the tailoring t, but the score "
        "was computed without it");
}

static void a_single_item_has_a_name(void)
{
    expect("type='single-item'", "themes-open='yes'", "", "no", "no-project",
           "the single item names neither a project nor a theme");
    expect("type='single-item' theme='business'", "", LISTED, "yes", NULL,
           NULL);
    expect("type='comprehensive'", "themes-open='no'", LISTED, "yes", NULL,
           NULL);
}

static void the_theme_goes_up(void)
{
    fzzf_record *candidates =
        candidate_of(SINGLE "theme='business'", "themes-open='no'", LISTED);

    CHECK_TEXT(
        fzzf_record_get(fzzf_record_at(candidates, "candidate", 0), "theme"),
        "business");
    fzzf_record_unref(candidates);
}

CU_TestInfo themes_tests[] = {
    {"a closed list takes its own alone", a_closed_list_takes_its_own_alone},
    {"an open list takes any", an_open_list_takes_any},
    {"what is not said stays open", what_is_not_said_stays_open},
    {"a theme has its profile", a_theme_has_its_profile},
    {"a single item has a name", a_single_item_has_a_name},
    {"the theme goes up", the_theme_goes_up},
    CU_TEST_INFO_NULL,
};
