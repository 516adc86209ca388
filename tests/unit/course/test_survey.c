/* SPDX-License-Identifier: Apache-2.0 */
/* Surveys and publicity: scores, intervals, too few answers, awareness. */

#include <stdio.h>
#include <string.h>

#include "fzzf/fzzf.h"
#include "unit/course/reading.h"
#include "unit/suites.h"

static fzzf_record *new_report(void)
{
    fzzf_record *report = NULL;

    CU_ASSERT_EQUAL_FATAL(
        fzzf_record_new(&report, fzzf_kind_find("satisfaction")), FZZF_OK);
    CU_ASSERT_EQUAL_FATAL(fzzf_record_set(report, "id", "r", NULL), FZZF_OK);
    return report;
}

/* Adds @survey; the number of the only finding, or 0. */
static int add(fzzf_record *report, const fzzf_record *survey,
               fzzf_status status)
{
    fzzf_diags *diags = NULL;
    int number = 0;

    CU_ASSERT_EQUAL_FATAL(fzzf_diags_new(&diags), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_survey_score(report, survey, diags), status);
    if (fzzf_diags_count(diags) > 0)
        number = fzzf_diags_code(diags, 0);
    fzzf_diags_free(diags);
    return number;
}

#define SURVEY(attributes)                                                     \
    "<survey xmlns='urn:fzzf:1' id='s' unit='510104' places='2'"               \
    " rounding='half-up' " attributes ">"                                      \
    "<scale id='k'><answer id='a' title='t' worth='100'/>"                     \
    "<answer id='b' title='t' worth='0'/><answer id='c' title='t'/></scale>"
#define STRATUM(id, more)  "<stratum id='" id "' title='t' " more "/>"
#define QUESTION(id, more) "<question id='" id "' title='t' " more "/>"
#define TALLY(question, stratum, a, b, c)                                      \
    "<tally question='" question "' stratum='" stratum                         \
    "'><count answer='a' number='" a "'/><count answer='b' number='" b         \
    "'/><count answer='c' number='" c "'/></tally>"

/* The report on a survey that stands. */
static fzzf_record *score(const char *text)
{
    fzzf_record *report = new_report();
    fzzf_record *survey = read_text(text);

    CU_ASSERT_EQUAL(add(report, survey, FZZF_OK), 0);
    CU_ASSERT_EQUAL(fzzf_record_check(report, NULL), FZZF_OK);
    fzzf_record_unref(survey);
    return report;
}

/* Row @index reads "state score margin low high"; "-" is absent. */
static void expect(const fzzf_record *report, size_t index, const char *wanted)
{
    static const char *const fields[] = {"state", "score", "margin", "low",
                                         "high"};
    const fzzf_record *row = fzzf_record_at(report, "score", index);
    char text[256] = "";

    for (size_t i = 0; row != NULL && i < 5; i++) {
        const char *value = fzzf_record_get(row, fields[i]);
        const size_t length = strlen(text);

        snprintf(text + length, sizeof text - length, "%s%s", i == 0 ? "" : " ",
                 value == NULL ? "-" : value);
    }
    CHECK_TEXT(text, wanted);
}

enum { WHOLE, QUESTION_ROW, STRATUM_ROW, PART_ROW };

/* Four of 100 and one of 0: mean 80, s² = 4 * 20² + 80² over 4 = 2000, the
 * variance of the mean 400, its root 20; of a population of 25 it is
 * 400 * 20/25 = 320, and 1.96 * sqrt(320) = 35.0615... */
static void one_sample_has_the_margin_of_the_book(void)
{
    fzzf_record *report =
        score(SURVEY("least='5' z='1.96'") STRATUM("u", "weight='1'")
                  QUESTION("q", "scale='k' weight='1'")
                      TALLY("q", "u", "4", "1", "7") "</survey>");
    const fzzf_record *row = fzzf_record_at(report, "score", WHOLE);

    for (size_t i = WHOLE; i <= PART_ROW; i++)
        expect(report, i, "scored 80 39.2 40.8 119.2");
    CHECK_TEXT(fzzf_record_get(row, "answers"), "5");
    CHECK_TEXT(fzzf_record_get(row, "left-out"), "7");
    fzzf_record_unref(report);
    report = score(SURVEY("least='5' z='1.96'")
                       STRATUM("u", "weight='1' population='25'")
                           QUESTION("q", "scale='k' weight='1'")
                               TALLY("q", "u", "4", "1", "0") "</survey>");
    expect(report, PART_ROW, "scored 80 35.06 44.94 115.06");
    fzzf_record_unref(report);
}

/* u: 80 with variance 400; v: all 100. By 3 : 1 the mean is 85, the variance
 * 9/16 * 400 = 225, its root 15. */
static void strata_count_by_their_weights(void)
{
    fzzf_record *report = score(
        SURVEY("least='5' z='2'") STRATUM("u", "weight='3'")
            STRATUM("v", "weight='1'") QUESTION("q", "scale='k' weight='1'")
                TALLY("q", "u", "4", "1", "0")
                    TALLY("q", "v", "2", "0", "0") "</survey>");

    expect(report, WHOLE, "scored 85 30 55 115");
    expect(report, QUESTION_ROW, "scored 85 30 55 115");
    expect(report, 2, "scored 80 40 40 120");
    expect(report, 3, "scored 100 0 100 100");
    fzzf_record_unref(report);
}

/* Two questions to the same five: 80 and 20, both with the root 20. Nothing is
 * known of how they go together, so the margins are averaged, not squared. */
static void questions_may_go_together(void)
{
    fzzf_record *report =
        score(SURVEY("least='5' z='1'") STRATUM("u", "weight='1'")
                  QUESTION("q", "scale='k' weight='1'")
                      QUESTION("r", "scale='k' weight='1'")
                          TALLY("q", "u", "4", "1", "0")
                              TALLY("r", "u", "1", "4", "0") "</survey>");

    expect(report, WHOLE, "scored 50 20 30 70");
    fzzf_record_unref(report);
}

static void too_few_answers_are_no_score(void)
{
    fzzf_record *report =
        score(SURVEY("least='6' z='1'") STRATUM("u", "weight='1' least='5'")
                  STRATUM("v", "weight='1' least='2'")
                      QUESTION("q", "scale='k' weight='1'")
                          TALLY("q", "u", "4", "1", "0")
                              TALLY("q", "v", "1", "0", "9") "</survey>");

    /* Six in all, but one of the strata has one where two are demanded. */
    expect(report, WHOLE, "incomplete - - - -");
    expect(report, QUESTION_ROW, "incomplete - - - -");
    expect(report, 4, "scored 80 20 60 100");
    expect(report, 5, "too-few - - - -");
    fzzf_record_unref(report);
    report = score(SURVEY("least='6'") STRATUM("u", "weight='1'")
                       QUESTION("q", "scale='k' weight='1'")
                           TALLY("q", "u", "4", "1", "0") "</survey>");
    expect(report, WHOLE, "too-few - - - -");
    expect(report, PART_ROW, "scored 80 - - -");
    fzzf_record_unref(report);
}

static void no_answer_is_no_zero(void)
{
    fzzf_record *report =
        score(SURVEY("least='0' z='1'") STRATUM("u", "weight='1'")
                  QUESTION("q", "scale='k' weight='1'")
                      TALLY("q", "u", "0", "0", "9") "</survey>");

    for (size_t i = WHOLE; i <= PART_ROW; i++)
        expect(report, i, "no-answers - - - -");
    fzzf_record_unref(report);
}

/* One answer says nothing of how answers vary, unless there is but one. */
static void one_answer_has_no_margin(void)
{
    fzzf_record *report =
        score(SURVEY("least='1' z='1'") STRATUM("u", "weight='1'")
                  QUESTION("q", "scale='k' weight='1'")
                      TALLY("q", "u", "1", "0", "0") "</survey>");

    expect(report, WHOLE, "scored 100 - - -");
    fzzf_record_unref(report);
    report = score(SURVEY("least='1' z='1'")
                       STRATUM("u", "weight='1' population='1'")
                           QUESTION("q", "scale='k' weight='1'")
                               TALLY("q", "u", "1", "0", "0") "</survey>");
    expect(report, WHOLE, "scored 100 0 100 100");
    fzzf_record_unref(report);
}

/* What is refused, with its finding. */
static void nonsense_is_refused(void)
{
    static const struct {
        int number;
        const char *text;
    } faults[] = {
        {7060, SURVEY("least='0'") STRATUM("u", "weight='1'")
                   QUESTION("q", "scale='x' weight='1'") "</survey>"},
        {7060, SURVEY("least='0'") STRATUM("u", "weight='1'")
                   QUESTION("q", "scale='k' weight='1'")
                       TALLY("x", "u", "1", "0", "0") "</survey>"},
        {7060, SURVEY("least='0'") STRATUM("u", "weight='1'")
                   QUESTION("q", "scale='k' weight='1'")
                       TALLY("q", "x", "1", "0", "0") "</survey>"},
        {7060, SURVEY("least='0'") STRATUM("u", "weight='1'") QUESTION(
                   "q", "scale='k' weight='1'") "<tally question='q' "
                                                "stratum='u'><count "
                                                "answer='x' number='1'/>"
                                                "</tally></survey>"},
        {7061, SURVEY("least='0'") STRATUM("u", "weight='0'")
                   QUESTION("q", "scale='k' weight='1'") "</survey>"},
        {7061, SURVEY("least='0'") STRATUM("u", "weight='1'")
                   QUESTION("q", "scale='k' weight='0'") "</survey>"},
        {7062, SURVEY("least='0'") STRATUM("u", "weight='1' population='4'")
                   QUESTION("q", "scale='k' weight='1'")
                       TALLY("q", "u", "4", "1", "0") "</survey>"},
    };

    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
        fzzf_record *report = new_report();
        fzzf_record *survey = read_text(faults[i].text);

        CU_ASSERT_EQUAL(add(report, survey, FZZF_E_REFERENCE),
                        faults[i].number);
        CU_ASSERT_EQUAL(fzzf_record_count(report, "score"), 0);
        fzzf_record_unref(survey);
        fzzf_record_unref(report);
    }
}

static void each_survey_is_added_once(void)
{
    fzzf_record *report = new_report();
    fzzf_record *survey = read_text(SURVEY("least='0'") STRATUM(
        "u", "weight='1'") QUESTION("q", "scale='k' weight='1'") "</survey>");

    CU_ASSERT_EQUAL(add(report, survey, FZZF_OK), 0);
    CU_ASSERT_EQUAL(add(report, survey, FZZF_E_REFERENCE), 7064);
    CU_ASSERT_EQUAL(fzzf_record_count(report, "score"), 4);
    CU_ASSERT_EQUAL(fzzf_survey_score(report, report, NULL), FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_survey_score(NULL, survey, NULL), FZZF_E_ARGUMENT);
    fzzf_record_unref(survey);
    fzzf_record_unref(report);
}

/* More than 100,000 parts: 317 questions in 317 strata are 100,489. */
static void too_large_a_survey_is_refused(void)
{
    fzzf_record *report = new_report();
    fzzf_record *survey = read_text(SURVEY("least='0'") STRATUM(
        "s0", "weight='1'") QUESTION("q0", "scale='k' weight='1'") "</survey>");

    for (int i = 1; i < 317; i++) {
        static const char *const parts[] = {"stratum", "question"};

        for (size_t k = 0; k < 2; k++) {
            fzzf_record *part = NULL;
            char id[16];

            snprintf(id, sizeof id, "x%d", i);
            CU_ASSERT_EQUAL_FATAL(
                fzzf_record_add(&part, survey, parts[k], NULL), FZZF_OK);
            CU_ASSERT_EQUAL(fzzf_record_set(part, "id", id, NULL), FZZF_OK);
            CU_ASSERT_EQUAL(fzzf_record_set(part, "title", "t", NULL), FZZF_OK);
            CU_ASSERT_EQUAL(fzzf_record_set(part, "weight", "1", NULL),
                            FZZF_OK);
            if (k == 1)
                CU_ASSERT_EQUAL(fzzf_record_set(part, "scale", "k", NULL),
                                FZZF_OK);
        }
    }
    CU_ASSERT_EQUAL(add(report, survey, FZZF_E_LIMIT), 7063);
    fzzf_record_unref(survey);
    fzzf_record_unref(report);
}

#define PUBLICITY(inside)                                                      \
    "<publicity xmlns='urn:fzzf:1' id='p' unit='510104' from='2023-05-01'"     \
    " to='2023-12-31'>" inside "</publicity>"
#define NOTICE(id, date, more)                                                 \
    "<notice id='" id "' channel='c' title='t' date='" date "' " more "/>"

/* 55 of 60 and 36 of 40 people are 91 of 100; the mean of the rates is not. */
static void awareness_is_a_rate_of_people(void)
{
    fzzf_record *report = new_report();
    fzzf_record *publicity = read_text(PUBLICITY(
        NOTICE("1", "2023-05-01", "href='h'") NOTICE("2", "2023-12-31", "")
            NOTICE("3", "2023-04-30", "href=''") NOTICE(
                "4", "2024-01-01", "href='h'") "<asked id='a' "
                                               "asked='60' aware='55'/>"
                                               "<asked id='b' "
                                               "asked='40' aware='36'/>"));
    fzzf_diags *diags = NULL;
    const fzzf_record *row;

    CU_ASSERT_EQUAL_FATAL(fzzf_diags_new(&diags), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_publicity_count(report, publicity, diags), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_diags_count(diags), 4);
    row = fzzf_record_at(report, "awareness", 0);
    CHECK_TEXT(fzzf_record_get(row, "notices"), "4");
    CHECK_TEXT(fzzf_record_get(row, "outside"), "2");
    CHECK_TEXT(fzzf_record_get(row, "unlinked"), "2");
    CHECK_TEXT(fzzf_record_get(row, "rate"), "0.91");
    fzzf_diags_free(diags);
    CU_ASSERT_EQUAL(fzzf_publicity_count(report, publicity, NULL),
                    FZZF_E_REFERENCE);
    CU_ASSERT_EQUAL(fzzf_record_count(report, "awareness"), 1);
    fzzf_record_unref(publicity);
    fzzf_record_unref(report);
}

static void who_asked_nobody_has_no_rate(void)
{
    fzzf_record *report = new_report();
    fzzf_record *nobody =
        read_text(PUBLICITY("<asked id='a' asked='0' aware='0'/>"));
    fzzf_record *more =
        read_text(PUBLICITY("<asked id='a' asked='5' aware='6'/>"));

    CU_ASSERT_EQUAL(fzzf_publicity_count(report, more, NULL), FZZF_E_REFERENCE);
    CU_ASSERT_EQUAL(fzzf_record_count(report, "awareness"), 0);
    CU_ASSERT_EQUAL(fzzf_publicity_count(report, nobody, NULL), FZZF_OK);
    CU_ASSERT_PTR_NULL(
        fzzf_record_get(fzzf_record_at(report, "awareness", 0), "rate"));
    fzzf_record_unref(nobody);
    fzzf_record_unref(more);
    fzzf_record_unref(report);
}

CU_TestInfo survey_tests[] = {
    {"one sample has the margin of the book",
     one_sample_has_the_margin_of_the_book},
    {"strata count by their weights", strata_count_by_their_weights},
    {"questions may go together", questions_may_go_together},
    {"too few answers are no score", too_few_answers_are_no_score},
    {"no answer is no zero", no_answer_is_no_zero},
    {"one answer has no margin", one_answer_has_no_margin},
    {"nonsense is refused", nonsense_is_refused},
    {"each survey is added once", each_survey_is_added_once},
    {"too large a survey is refused", too_large_a_survey_is_refused},
    {"awareness is a rate of people", awareness_is_a_rate_of_people},
    {"who asked nobody has no rate", who_asked_nobody_has_no_rate},
    CU_TEST_INFO_NULL};
