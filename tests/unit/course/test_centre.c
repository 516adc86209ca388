/* SPDX-License-Identifier: Apache-2.0 */
/* The centre: phases, floors, gates and totals by hand; publicity. */

#include <stdio.h>
#include <string.h>

#include "base/diag.h"
#include "fzzf/fzzf.h"
#include "unit/course/reading.h"
#include "unit/suites.h"

static fzzf_record *wrap(const char *begin, const char *inside, const char *end)
{
    char text[8192];

    snprintf(text, sizeof text, "%s%s%s", begin, inside, end);
    return read_text(text);
}

#define BATCH                                                                  \
    "<batch xmlns='urn:fzzf:1' id='b' title='t' system='s'"                    \
    " publicity-days='7'>"
#define PHASE(id, order, more)                                                 \
    "<phase id='" id "' kind='third-party' title='T-" id "' order='" order     \
    "' " more "/>"
#define PUBLICITY                                                              \
    "<phase id='p' kind='publicity' title='P' order='9' from='2020-06-19'/>"
#define QUOTA "<quota from='centre' type='comprehensive' count='1'/>"
#define TIE   "<tie order='1' by='phase' of='y' better='high'/>"
/* 50 : 30 : 20; the first has a floor, the second a gate. */
#define PHASES                                                                 \
    PHASE("x", "1", "weight='50' floor='60'")                                  \
    PHASE("y", "2", "weight='30' gate='40'")                                   \
    PHASE("z", "3", "weight='20'")

#define CANDIDATE(id)                                                          \
    "<candidate declaration='" id "' unit='u-" id                              \
    "' type='comprehensive' eligible='yes' score='99'/>"
#define SCORE(id, phase, value, full)                                          \
    "<score declaration='" id "' phase='" phase "' value='" value              \
    "' out-of='" full "' by='o'/>"

static fzzf_record *read_candidates(const char *inside, const char *day)
{
    char begin[256];

    snprintf(begin, sizeof begin,
             "<recommendation xmlns='urn:fzzf:1' id='r' batch='b'"
             " level='centre' day='%s'>",
             day);
    return wrap(begin, inside, "</recommendation>");
}

/* Scores and decides; NULL when the scores are refused. */
static fzzf_record *decide(const char *candidates, const char *phases,
                           const char *scores, fzzf_diags *diags)
{
    fzzf_record *given = read_candidates(candidates, "2020-06-26");
    fzzf_record *batch = wrap(BATCH, phases, QUOTA TIE "</batch>");
    fzzf_record *rows = wrap("<phase-scores xmlns='urn:fzzf:1' batch='b'>",
                             scores, "</phase-scores>");
    fzzf_record *scored = NULL, *decided = NULL;
    const fzzf_status status =
        fzzf_recommendation_score(&scored, given, rows, batch, diags);

    if (status == FZZF_OK) {
        CU_ASSERT_EQUAL_FATAL(
            fzzf_recommend(&decided, scored, batch, NULL, NULL), FZZF_OK);
        CU_ASSERT_EQUAL(fzzf_record_check(decided, NULL), FZZF_OK);
    } else {
        CU_ASSERT_EQUAL(status, FZZF_E_REFERENCE);
    }
    fzzf_record_unref(scored);
    fzzf_record_unref(given);
    fzzf_record_unref(batch);
    fzzf_record_unref(rows);
    return decided;
}

static fzzf_record *candidate(fzzf_record *decided, const char *declaration)
{
    for (size_t i = 0; i < fzzf_record_count(decided, "candidate"); i++) {
        fzzf_record *one = fzzf_record_at(decided, "candidate", i);

        if (strcmp(fzzf_record_get(one, "declaration"), declaration) == 0)
            return one;
    }
    CU_FAIL_FATAL("no such candidate");
    return NULL;
}

static void expect(fzzf_record *decided, const char *declaration,
                   const char *chosen, const char *english)
{
    fzzf_record *one = candidate(decided, declaration);

    CHECK_TEXT(fzzf_record_get(one, "chosen"), chosen);
    CHECK_TEXT(fzzf_record_get(fzzf_record_at(one, "reason", 0), "en"),
               english);
}

/* 0.5 · 80 + 0.3 · 90 + 0.2 · 90 = 85, and after two phases 67. The floor and
 * the gate themselves pass: 0.5 · 60 + 0.3 · 100/3 = 40. */
static void weighs_phases_and_keeps_floors_and_gates(void)
{
    fzzf_record *decided = decide(
        CANDIDATE("a") CANDIDATE("b") CANDIDATE("c") CANDIDATE("e"), PHASES,
        SCORE("a", "x", "80", "100") SCORE("a", "y", "45", "50")
            SCORE("a", "z", "18", "20") SCORE("b", "x", "59", "100")
                SCORE("c", "x", "60", "100") SCORE("c", "y", "10", "50")
                    SCORE("e", "x", "60", "100") SCORE("e", "y", "1", "3")
                        SCORE("e", "z", "0", "10"),
        NULL);
    fzzf_record *one = candidate(decided, "a");

    expect(decided, "a", "yes",
           "place 1, within the quota of 1, with 85 points");
    CHECK_TEXT(fzzf_record_get(fzzf_record_at(one, "passage", 1), "total"),
               "67");
    CHECK_TEXT(fzzf_record_get(fzzf_record_at(one, "passage", 2), "value"),
               "90");
    expect(decided, "b", "no",
           "not eligible, so not ranked: 59 of 100 in 'T-x', below its floor "
           "of 60");
    CU_ASSERT_EQUAL(fzzf_record_count(candidate(decided, "b"), "passage"), 1);
    CU_ASSERT_PTR_NULL(fzzf_record_get(candidate(decided, "b"), "score"));
    expect(decided, "c", "no",
           "not eligible, so not ranked: the total 36 after 'T-y' is below its "
           "gate of 40");
    expect(decided, "e", "no",
           "place 2 for a quota of 1: 40 points against 85 of u-a");
    fzzf_record_unref(decided);
}

/* The last phase of d is missing: 45 + 27 and at most 20 more. */
static void bounds_what_is_missing(void)
{
    fzzf_record *decided =
        decide(CANDIDATE("a") CANDIDATE("d"), PHASES,
               SCORE("a", "x", "80", "100") SCORE("a", "y", "45", "50")
                   SCORE("a", "z", "18", "20") SCORE("d", "x", "90", "100")
                       SCORE("d", "y", "90", "100"),
               NULL);

    expect(
        decided, "d", "open",
        "place 1–2 for a quota of 1: 72–92 points against 85 of u-a leave the "
        "order open; not known of this one: z; nobody is chosen for that "
        "place");
    fzzf_record_unref(decided);
    decided = decide(CANDIDATE("d"), PHASES, "", NULL);
    expect(decided, "d", "open",
           "whether it is eligible is open: 0–100 of 100 in 'T-x': whether "
           "that reaches the floor of 60 is open");
    fzzf_record_unref(decided);
}

/* Of 80 and 90 the weight of one is not published: anything between. */
static void an_unpublished_weight_makes_an_interval(void)
{
    fzzf_record *decided = decide(
        CANDIDATE("a"),
        PHASE("x", "1", "weight='unpublished'") PHASE("y", "2", "weight='1'"),
        SCORE("a", "x", "80", "100") SCORE("a", "y", "90", "100"), NULL);
    fzzf_record *one = candidate(decided, "a");

    CHECK_TEXT(fzzf_record_get(one, "score"), "80");
    CHECK_TEXT(fzzf_record_get(one, "high"), "90");
    /* After the first, the second counts nothing yet. */
    CHECK_TEXT(fzzf_record_get(fzzf_record_at(one, "passage", 0), "total"),
               "0");
    CHECK_TEXT(fzzf_record_get(fzzf_record_at(one, "passage", 0), "total-high"),
               "80");
    fzzf_record_unref(decided);
}

static void breaks_ties_by_a_phase(void)
{
    fzzf_record *decided =
        decide(CANDIDATE("a") CANDIDATE("b"),
               PHASE("x", "1", "weight='1'") PHASE("y", "1", "weight='1'"),
               SCORE("a", "x", "9", "10") SCORE("a", "y", "8", "10")
                   SCORE("b", "x", "8", "10") SCORE("b", "y", "9", "10"),
               NULL);

    expect(decided, "b", "yes",
           "place 1, within the quota of 1, with 85 points");
    expect(decided, "a", "no",
           "place 2 for a quota of 1: 85 points like u-b; step 1 of the ties "
           "decides, phase y 'T-y', the higher first: 80 against 90");
    fzzf_record_unref(decided);
}

/* A province scored too, and said 95 where the centre says 80. */
static void takes_the_place_of_earlier_scores(void)
{
    fzzf_record *decided =
        decide("<candidate declaration='a' unit='u-a' type='comprehensive'"
               " eligible='yes' score='95'><value order='1' low='95'/>"
               "</candidate>" CANDIDATE("b"),
               PHASE("x", "1", "weight='1'") PHASE("y", "1", "weight='1'"),
               SCORE("a", "x", "9", "10") SCORE("a", "y", "8", "10")
                   SCORE("b", "x", "8", "10") SCORE("b", "y", "9", "10"),
               NULL);
    fzzf_record *one = candidate(decided, "a");

    CU_ASSERT_EQUAL_FATAL(fzzf_record_count(one, "value"), 1);
    CHECK_TEXT(fzzf_record_get(fzzf_record_at(one, "value", 0), "low"), "80");
    expect(decided, "a", "no",
           "place 2 for a quota of 1: 85 points like u-b; step 1 of the ties "
           "decides, phase y 'T-y', the higher first: 80 against 90");
    fzzf_record_unref(decided);
}

static void refuse(const char *phases, const char *scores, int number)
{
    fzzf_diags *diags = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_diags_new(&diags), FZZF_OK);
    CU_ASSERT_PTR_NULL(decide(CANDIDATE("a"), phases, scores, diags));
    CU_ASSERT_EQUAL(fzzf_diags_code(diags, 0), number);
    fzzf_diags_free(diags);
}

static void refuses_scores_that_cannot_be(void)
{
    refuse(PHASES, SCORE("b", "x", "1", "10"), FZZF__F_SCORE_NO_CANDIDATE);
    refuse(PHASES, SCORE("a", "w", "1", "10"), FZZF__F_SCORE_NO_PHASE);
    refuse(PHASES, SCORE("a", "x", "11", "10"), FZZF__F_SCORE_BEYOND);
    refuse(PHASES, SCORE("a", "x", "-1", "10"), FZZF__F_SCORE_BEYOND);
    refuse(PHASE("x", "1", "weight='-1'"), "", FZZF__F_WEIGHT_NEGATIVE);
    refuse(PHASE("y", "1", "floor='60'"), "", FZZF__F_NO_WEIGHTED_PHASE);
    refuse(PHASE("y", "1", "weight='1' type='single-item'"), "",
           FZZF__F_NO_WEIGHTED_PHASE);
}

/* What was declared (99) does not stand in for scores. */
static void wants_scores_where_phases_weigh(void)
{
    fzzf_record *given = read_candidates(CANDIDATE("a"), "2020-06-26");
    fzzf_record *weighed = wrap(BATCH, PHASES, QUOTA "</batch>");
    fzzf_record *other =
        wrap(BATCH, PHASE("x", "1", "weight='1' type='single-item'") PUBLICITY,
             QUOTA "</batch>");
    fzzf_record *decided = NULL;
    fzzf_diags *diags = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_diags_new(&diags), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_recommend(&decided, given, weighed, NULL, diags),
                    FZZF_E_REFERENCE);
    CU_ASSERT_EQUAL(fzzf_diags_code(diags, 0), FZZF__F_NOT_SCORED);
    CU_ASSERT_EQUAL_FATAL(fzzf_recommend(&decided, given, other, NULL, NULL),
                          FZZF_OK);
    expect(decided, "a", "yes",
           "place 1, within the quota of 1, with 99 points");
    fzzf_record_unref(decided);
    fzzf_record_unref(given);
    fzzf_record_unref(weighed);
    fzzf_record_unref(other);
    fzzf_diags_free(diags);
}

#define OBJECTION(id, at, more)                                                \
    "<objection id='" id "' unit='u-a' at='" at "' name='n' contact='c'"       \
    " identity='11010519491231002X' reason='r' basis='b' " more "/>"

/* Publicity from 19 June 2020, 7 days: to the 25th. */
static fzzf_record *hear(const char *objections, const char *day,
                         fzzf_diags *diags)
{
    fzzf_record *given = read_candidates(CANDIDATE("a"), day);
    fzzf_record *batch = wrap(BATCH, PUBLICITY, QUOTA "</batch>");
    fzzf_record *rows = wrap("<objections xmlns='urn:fzzf:1' batch='b'>",
                             objections, "</objections>");
    fzzf_record *heard = NULL, *decided = NULL;

    if (fzzf_recommendation_hear(&heard, given, rows, batch, diags) == FZZF_OK)
        CU_ASSERT_EQUAL_FATAL(
            fzzf_recommend(&decided, heard, batch, NULL, NULL), FZZF_OK);
    fzzf_record_unref(heard);
    fzzf_record_unref(given);
    fzzf_record_unref(batch);
    fzzf_record_unref(rows);
    return decided;
}

static void counts_both_ends_of_the_publicity(void)
{
    fzzf_diags *diags = NULL;
    fzzf_record *decided;

    CU_ASSERT_EQUAL_FATAL(fzzf_diags_new(&diags), FZZF_OK);
    CU_ASSERT_PTR_NULL(hear("", "2020-06-25", diags));
    CU_ASSERT_EQUAL(fzzf_diags_code(diags, 0), FZZF__F_PUBLICITY_RUNS);
    fzzf_diags_clear(diags);
    decided = hear(OBJECTION("o1", "2020-06-18", "")
                       OBJECTION("o2", "2020-06-19",
                                 "settled='2020-06-20'"
                                 " outcome='dismissed'"
                                 " by='o'") OBJECTION("o3", "2020-06-25", "")
                           OBJECTION("o4", "2020-06-26", ""),
                   "2020-06-26", diags);
    CU_ASSERT_PTR_NOT_NULL_FATAL(decided);
    CU_ASSERT_EQUAL(fzzf_diags_count(diags), 2);
    CU_ASSERT_EQUAL(fzzf_diags_code(diags, 1), FZZF__F_OUTSIDE_PUBLICITY);
    CHECK_TEXT(fzzf_record_get(candidate(decided, "a"), "objections"), "2");
    CHECK_TEXT(fzzf_record_get(candidate(decided, "a"), "unsettled"), "1");
    expect(decided, "a", "open",
           "whether it is eligible is open: the objection o3 of 2020-06-25 is "
           "not settled");
    fzzf_record_unref(decided);
    fzzf_diags_free(diags);
}

static void an_upheld_objection_bars(void)
{
    fzzf_diags *diags = NULL;
    fzzf_record *decided =
        hear(OBJECTION("o1", "2020-06-20",
                       "settled='2020-06-24' outcome='upheld' by='o'"),
             "2020-07-01", NULL);

    expect(decided, "a", "no",
           "not eligible, so not ranked: the objection o1 of 2020-06-20 was "
           "upheld by o on "
           "2020-06-24");
    fzzf_record_unref(decided);
    CU_ASSERT_EQUAL_FATAL(fzzf_diags_new(&diags), FZZF_OK);
    CU_ASSERT_PTR_NULL(hear(OBJECTION("o1", "2020-06-20", "outcome='upheld'"),
                            "2020-07-01", diags));
    CU_ASSERT_EQUAL(fzzf_diags_code(diags, 0), FZZF__F_HALF_SETTLED);
    fzzf_diags_free(diags);
}

static void refuse_objection(const char *objection, int number)
{
    fzzf_diags *diags = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_diags_new(&diags), FZZF_OK);
    CU_ASSERT_PTR_NULL(hear(objection, "2020-07-01", diags));
    CU_ASSERT_EQUAL(fzzf_diags_code(diags, fzzf_diags_count(diags) - 1),
                    number);
    fzzf_diags_free(diags);
}

#define OBJECTION_TO(unit, declaration)                                        \
    "<objection id='o' unit='" unit "' declaration='" declaration              \
    "' at='2020-06-20' name='n' contact='c' identity='recorded' reason='r'"    \
    " basis='b'/>"

/* The unit of the declaration a is u-a. One day is enough to settle. */
static void refuses_objections_that_cannot_be(void)
{
    fzzf_record *decided;

    refuse_objection(OBJECTION_TO("u-a", "b"), FZZF__F_OBJECTION_NO_CANDIDATE);
    refuse_objection(OBJECTION_TO("u-b", "a"), FZZF__F_OBJECTION_NO_CANDIDATE);
    refuse_objection(OBJECTION("o", "2020-06-20",
                               "settled='2020-06-19' outcome='dismissed'"
                               " by='o'"),
                     FZZF__F_SETTLED_BEFORE);
    decided = hear(OBJECTION("o", "2020-06-20",
                             "settled='2020-06-20' outcome='dismissed'"
                             " by='o'"),
                   "2020-07-01", NULL);
    CU_ASSERT_PTR_NOT_NULL(decided);
    fzzf_record_unref(decided);
}

static void keeps_no_identity_number(void)
{
    fzzf_record *rows = wrap(
        "<objections xmlns='urn:fzzf:1' batch='b'>",
        OBJECTION("o1", "2020-06-20", "note='见１１０１０５19491231002X号'"),
        "</objections>");
    fzzf_record *one = fzzf_record_at(rows, "objection", 0);

    CHECK_TEXT(fzzf_record_get(one, "identity"), "recorded");
    CHECK_TEXT(fzzf_record_get(one, "note"), "见********号");
    CU_ASSERT_EQUAL(
        fzzf_record_set(one, "identity", "11010519491231002X", NULL), FZZF_OK);
    CHECK_TEXT(fzzf_record_get(one, "identity"), "recorded");
    CU_ASSERT_EQUAL(fzzf_record_set(one, "reason", "11010519491231002X", NULL),
                    FZZF_OK);
    CHECK_TEXT(fzzf_record_get(one, "reason"), "********");
    CU_ASSERT_EQUAL(fzzf_record_set(one, "unit", "11010519491231002X", NULL),
                    FZZF_E_SCHEMA);
    CHECK_TEXT(fzzf_record_get(one, "unit"), "u-a");
    fzzf_record_unref(rows);
}

/* The text of an identity that is no resident number: a passport's. */
static void keeps_no_repeat_of_an_identity(void)
{
    static const struct {
        const char *text, *kept;
    } rows[] = {
        {"护照 E88001234。", "护照 ********。"},
        {"护照ｅ 8800-1234，两次：E88001234", "护照********，两次：********"},
        {"E880012345 和 XE88001234", "E880012345 和 XE88001234"}, /* others */
    };
    fzzf_record *all = wrap("<objections xmlns='urn:fzzf:1' batch='b'>",
                            OBJECTION("o1", "2020-06-20", ""), "</objections>");
    fzzf_record *one = fzzf_record_at(all, "objection", 0);

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        CU_ASSERT_EQUAL(fzzf_record_set(one, "note", rows[i].text, NULL),
                        FZZF_OK);
        CU_ASSERT_EQUAL(fzzf_record_set(one, "identity", "E8800 1234", NULL),
                        FZZF_OK);
        CHECK_TEXT(fzzf_record_get(one, "note"), rows[i].kept);
    }
    CU_ASSERT_EQUAL(fzzf_record_set(one, "identity", "有证", NULL), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_record_set(one, "note", "有证", NULL), FZZF_OK);
    CHECK_TEXT(fzzf_record_get(one, "note"), "有证"); /* no number */
    fzzf_record_unref(all);
}

CU_TestInfo centre_tests[] = {
    {"weighs phases and keeps floors and gates",
     weighs_phases_and_keeps_floors_and_gates},
    {"bounds what is missing", bounds_what_is_missing},
    {"an unpublished weight makes an interval",
     an_unpublished_weight_makes_an_interval},
    {"breaks ties by a phase", breaks_ties_by_a_phase},
    {"takes the place of earlier scores", takes_the_place_of_earlier_scores},
    {"refuses scores that cannot be", refuses_scores_that_cannot_be},
    {"wants scores where phases weigh", wants_scores_where_phases_weigh},
    {"counts both ends of the publicity", counts_both_ends_of_the_publicity},
    {"an upheld objection bars", an_upheld_objection_bars},
    {"refuses objections that cannot be", refuses_objections_that_cannot_be},
    {"keeps no identity number", keeps_no_identity_number},
    {"keeps no repeat of an identity", keeps_no_repeat_of_an_identity},
    CU_TEST_INFO_NULL,
};
