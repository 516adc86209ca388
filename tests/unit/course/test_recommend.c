/* SPDX-License-Identifier: Apache-2.0 */
/* Recommendations worked out by hand: who is chosen, and the reasons. */

#include <stdio.h>
#include <string.h>

#include "fzzf/fzzf.h"
#include "unit/course/deciding.h"
#include "unit/eval/round.h"
#include "unit/suites.h"

static void takes_the_better_place(void)
{
    fzzf_record *decided = decide(
        read_candidates(ONE("a", "510104", "91.2") ONE("b", "510105", "91.67")),
        read_batch(QUOTA("1", "outside"), "no"), NULL);
    fzzf_record *reason;

    expect(decided, "b", "yes", "chosen",
           "place 1, within the quota of 1, with 91.67 points");
    expect(decided, "a", "no", "outranked",
           "place 2 for a quota of 1: 91.2 points against 91.67 of n-b 510105");
    reason = fzzf_record_at(candidate(decided, "a"), "reason", 0);
    CHECK_TEXT(fzzf_record_get(reason, "zh"),
               "列第 2 名，名额 1 个：本申报得 91.2 分，而在先的n-b 510105 得 "
               "91.67 分");
    CHECK_TEXT(fzzf_record_get(decided, "open"), "0");
    CHECK_TEXT(
        fzzf_record_get(fzzf_record_at(decided, "candidate", 0), "declaration"),
        "b");
    fzzf_record_unref(decided);
}

static void breaks_ties_by_the_chain_and_says_so(void)
{
    fzzf_record *decided = decide(
        read_candidates(
            "<candidate declaration='a' unit='510104' type='comprehensive'"
            " eligible='yes' score='90' date='2025-03-02'>"
            "<value order='1' low='5'/></candidate>"
            "<candidate declaration='b' unit='510105' type='comprehensive'"
            " eligible='yes' score='90' date='2025-03-01'>"
            "<value order='1' low='5'/></candidate>"),
        read_batch(QUOTA("1", "outside") "<tie order='2' by='date'"
                                         " better='low'/><tie order='1'"
                                         " by='node' of='3.1' better='high'/>",
                   "no"),
        NULL);
    fzzf_record *step;

    expect(
        decided, "a", "no", "outranked-tie",
        "place 2 for a quota of 1: 90 points like 510105; step 2 of the "
        "ties decides, date, the earlier first: 2025-03-02 against 2025-03-01");
    step = fzzf_record_at(candidate(decided, "a"), "step", 0);
    CHECK_TEXT(fzzf_record_get(step, "by"), "date");
    CHECK_TEXT(fzzf_record_get(step, "against"), "b");
    fzzf_record_unref(decided);
}

/* Two tie for the second of two places: it stays empty, the first does not. */
static void leaves_a_place_empty_for_a_tie(void)
{
    fzzf_record *decided = decide(
        read_candidates(ONE("a", "510104", "90") ONE("b", "510105", "90")
                            ONE("c", "510106", "95") ONE("d", "510107", "80")),
        read_batch(QUOTA("2", "outside"), "no"), NULL);

    expect(decided, "c", "yes", "chosen",
           "place 1, within the quota of 2, with 95 points");
    expect(decided, "a", "open", "tie",
           "place 2–3 for a quota of 2: 90 points like n-b 510105, and the "
           "ties of the batch (none) do not tell them apart: nobody is chosen "
           "for that place");
    expect(decided, "b", "open", "tie",
           "place 2–3 for a quota of 2: 90 points like n-a 510104, and the "
           "ties of the batch (none) do not tell them apart: nobody is chosen "
           "for that place");
    expect(decided, "d", "no", "outranked",
           "place 4 for a quota of 2: 80 points against 95 of n-c 510106");
    CHECK_TEXT(fzzf_record_get(decided, "open"), "2");
    CHECK_TEXT(fzzf_record_get(candidate(decided, "a"), "rank"), "2");
    CHECK_TEXT(fzzf_record_get(candidate(decided, "a"), "rank-last"), "3");
    fzzf_record_unref(decided);
}

/* A tie that lies wholly within the quota harms nobody. */
static void a_tie_within_the_quota_does_not_matter(void)
{
    fzzf_record *decided = decide(
        read_candidates(ONE("a", "510104", "90") ONE("b", "510105", "90")),
        read_batch(QUOTA("2", "outside"), "no"), NULL);

    expect(decided, "a", "yes", "chosen",
           "place 1–2, within the quota of 2, with 90 points");
    CHECK_TEXT(fzzf_record_get(decided, "open"), "0");
    fzzf_record_unref(decided);
}

static void an_interval_leaves_the_order_open(void)
{
    fzzf_record *decided = decide(
        read_candidates(ONE("a", "510104",
                            "90") "<candidate declaration='b' unit='510105'"
                                  " type='comprehensive' eligible='yes'"
                                  " score='85' high='95' missing='3.1 3.2'/>"),
        read_batch(QUOTA("1", "outside"), "no"), NULL);

    expect(
        decided, "a", "open", "order-open",
        "place 1–2 for a quota of 1: 90 points against 85–95 of 510105 leave "
        "the order open; not known of the other: 3.1 3.2; nobody is chosen "
        "for that place");
    expect(decided, "b", "open", "order-open",
           "place 1–2 for a quota of 1: 85–95 points against 90 of n-a 510104 "
           "leave the order open; not known of this one: 3.1 3.2; nobody is "
           "chosen for that place");
    fzzf_record_unref(decided);
}

static const char excluded[] =
    "<exclusions xmlns='urn:fzzf:1' id='x' batch='b'>"
    "<decision id='d1' unit='510104' exclusion='E2' from='2025-01-01'"
    " until='2026-01-01' evidence='file 7' by='the office' date='2025-01-02'/>"
    "<decision id='d2' unit='510105' exclusion='E2' from='2025-01-01'"
    " until='2025-12-31' evidence='file 8' by='the office' date='2025-01-02'/>"
    "</exclusions>";

/* The last day counts; the day after does not. */
static void excludes_until_the_last_day(void)
{
    fzzf_record *decided = decide(
        read_candidates(ONE("a", "510104", "95") ONE("b", "510105", "90")),
        read_batch(QUOTA("1", "outside") "<exclusion id='E2'"
                                         " title='accident'/>",
                   "no"),
        read_text(excluded));

    expect(decided, "a", "no", "excluded",
           "not ranked: excluded by E2 'accident' from 2025-01-01 until "
           "2026-01-01, "
           "decided by the office on 2025-01-02: file 7");
    expect(decided, "b", "yes", "chosen",
           "place 1, within the quota of 1, with 90 points");
    fzzf_record_unref(decided);
}

static void says_why_one_is_not_eligible(void)
{
    fzzf_record *decided = decide(
        read_candidates(
            "<candidate declaration='a' unit='510104' type='comprehensive'"
            " eligible='no' score='95'><bar code='threshold'"
            " id='indicators-all' answer='no' zh='89/100' en='89/100: does not "
            "reach 90%'/></candidate>"),
        read_batch(QUOTA("1", "outside"), "no"), NULL);

    expect(decided, "a", "no", "not-eligible",
           "not eligible, so not ranked: 89/100: does not reach 90%");
    fzzf_record_unref(decided);
}

/* The city itself is first: counted, outside, barred, or nobody knows. */
static void treats_the_own_declaration_as_the_batch_says(void)
{
    static const struct {
        const char *quota, *own, *other, *code;
    } cases[] = {
        {QUOTA("1", "counted"), "yes", "no", "chosen"},
        {QUOTA("1", "outside"), "yes", "yes", "own-outside"},
        {QUOTA("1", "barred"), "no", "yes", "own-barred"},
        {QUOTA("1", "unknown"), "open", "open", "own-unknown"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        fzzf_record *decided =
            decide(read_candidates(ONE("own", "510100", "95")
                                       ONE("a", "510104", "90")),
                   read_batch(cases[i].quota, "no"), NULL);
        fzzf_record *own = candidate(decided, "own");

        CHECK_TEXT(fzzf_record_get(own, "chosen"), cases[i].own);
        CHECK_TEXT(fzzf_record_get(fzzf_record_at(own, "reason", 0), "code"),
                   cases[i].code);
        CHECK_TEXT(fzzf_record_get(candidate(decided, "a"), "chosen"),
                   cases[i].other);
        fzzf_record_unref(decided);
    }
}

#define GROUPED(declaration, unit, score, groups)                              \
    "<candidate declaration='" declaration "' unit='" unit                     \
    "' type='comprehensive' eligible='yes' score='" score "' groups='" groups  \
    "'/>"

/* Of three places at least one is for the west and at most one for the east. */
static void keeps_the_balance_and_gives_both_reasons(void)
{
    fzzf_record *decided = decide(
        read_candidates(GROUPED("a", "510104", "99", "east") GROUPED(
            "b", "510105", "98", "east") GROUPED("c", "510106", "97", "middle")
                            GROUPED("d", "510107", "96", "middle")
                                GROUPED("e", "510108", "80", "west")),
        read_batch(QUOTA("3", "outside") "<balance level='city' "
                                         "type='comprehensive' by='east'"
                                         " most='1'/><balance level='city' "
                                         "type='comprehensive'"
                                         " by='west' least='1'/>",
                   "no"),
        NULL);

    expect(decided, "a", "yes", "chosen",
           "place 1, within the quota of 3, with 99 points");
    expect(
        decided, "b", "no", "most",
        "place 2 with 98 points for a quota of 3, but at most 1 of the group "
        "'east' may be chosen: 510104 comes before with 99 points");
    expect(decided, "c", "yes", "chosen",
           "place 3, within the quota of 3, with 97 points");
    expect(decided, "d", "no", "least",
           "place 4 with 96 points for a quota of 3, but at least 1 of the "
           "group 'west' must be chosen: 510108 with 80 points takes the "
           "place");
    expect(decided, "e", "yes", "chosen-least",
           "place 5 with 80 points; within the quota of 3, because at least 1 "
           "of the group 'west' must be chosen");
    fzzf_record_unref(decided);
}

#define PROJECT(declaration, unit, score)                                      \
    "<candidate declaration='" declaration "' unit='" unit                     \
    "' type='single-item' eligible='yes' score='" score "'/>"
#define BOTH                                                                   \
    QUOTA("1", "outside") "<quota from='city' type='single-item' count='1'/>"

static void one_unit_takes_both_only_where_it_may(void)
{
    static const struct {
        const char *both, *first, *second, *code;
    } cases[] = {
        {"yes", "yes", "no", "chosen"},
        {"no", "no", "yes", "both-types"},
        {"unknown", "open", "open", "both-unknown"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        fzzf_record *decided =
            decide(read_candidates(ONE("a", "510104", "90") PROJECT(
                       "p", "510104", "88") PROJECT("q", "510105", "85")),
                   read_batch(BOTH, cases[i].both), NULL);
        fzzf_record *first = candidate(decided, "p");

        CHECK_TEXT(fzzf_record_get(candidate(decided, "a"), "chosen"), "yes");
        CHECK_TEXT(fzzf_record_get(first, "chosen"), cases[i].first);
        CHECK_TEXT(fzzf_record_get(fzzf_record_at(first, "reason", 0), "code"),
                   cases[i].code);
        CHECK_TEXT(fzzf_record_get(candidate(decided, "q"), "chosen"),
                   cases[i].second);
        fzzf_record_unref(decided);
    }
}

static void chooses_nobody_without_a_quota(void)
{
    fzzf_record *decided = decide(read_candidates(ONE("a", "510104", "90")),
                                  read_batch("", "no"), NULL);

    expect(decided, "a", "open", "quota-unknown",
           "the batch does not say the quota; nobody is chosen");
    fzzf_record_unref(decided);
}

/* The finding of a call that fails. */
static void expect_fault(fzzf_record *candidates, fzzf_record *batch,
                         fzzf_record *exclusions, int code)
{
    fzzf_record *out = candidates;
    fzzf_diags *diags = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_diags_new(&diags), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_recommend(&out, candidates, batch, exclusions, diags),
                    FZZF_E_REFERENCE);
    CU_ASSERT_EQUAL(fzzf_diags_code(diags, 0), code);
    CU_ASSERT_PTR_EQUAL(out, candidates);
    fzzf_diags_free(diags);
    fzzf_record_unref(candidates);
    fzzf_record_unref(batch);
    fzzf_record_unref(exclusions);
}

static void refuses_documents_that_do_not_belong_together(void)
{
    fzzf_record *undated = read_candidates("");

    CU_ASSERT_EQUAL(fzzf_record_set(undated, "day", NULL, NULL), FZZF_OK);
    expect_fault(undated, read_batch("<exclusion id='E2' title='t'/>", "no"),
                 read_text(excluded), 7004);
    expect_fault(read_candidates(""), read_batch("", "no"), read_text(excluded),
                 7005);
    expect_fault(read_candidates(ONE("a", "520104", "1")), read_batch("", "no"),
                 NULL, 7144);
    expect_fault(
        read_candidates(ONE("a", "x", "1")),
        read_batch("<balance level='city' type='comprehensive' by='province'"
                   " most='1'/>",
                   "no"),
        NULL, 7006);
    expect_fault(
        read_candidates(GROUPED("a", "510104", "1", "east west")),
        read_batch("<balance level='city' type='comprehensive' by='east'"
                   " most='1'/><balance level='city' type='comprehensive'"
                   " by='west' most='1'/>",
                   "no"),
        NULL, 7007);
    expect_fault(read_text("<recommendation xmlns='urn:fzzf:1' id='r' batch='c'"
                           " level='city'/>"),
                 read_batch("", "no"), NULL, 7001);
}

static void the_next_level_takes_the_chosen(void)
{
    fzzf_record *decided = decide(
        read_candidates(ONE("a", "510104", "91.2") ONE("b", "510105", "91.67")),
        read_batch(QUOTA("1", "outside"), "no"), NULL);
    fzzf_record *next = read_text("<recommendation xmlns='urn:fzzf:1' id='n'"
                                  " batch='b' level='province'/>");
    fzzf_record *one;

    CU_ASSERT_EQUAL(fzzf_recommendation_take(next, decided, NULL), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_record_count(next, "candidate"), 1);
    one = fzzf_record_at(next, "candidate", 0);
    CHECK_TEXT(fzzf_record_get(one, "declaration"), "b");
    CHECK_TEXT(fzzf_record_get(one, "from"), "r");
    CU_ASSERT_PTR_NULL(fzzf_record_get(one, "chosen"));
    CU_ASSERT_EQUAL(fzzf_record_count(one, "reason"), 0);
    /* Not twice, and not what was not decided. */
    CU_ASSERT_EQUAL(fzzf_recommendation_take(next, decided, NULL),
                    FZZF_E_REFERENCE);
    CU_ASSERT_EQUAL(fzzf_recommendation_take(decided, next, NULL),
                    FZZF_E_REFERENCE);
    CU_ASSERT_EQUAL(fzzf_record_count(next, "candidate"), 1);
    fzzf_record_unref(next);
    fzzf_record_unref(decided);
}

static void makes_candidates_of_results(void)
{
    struct round round;
    fzzf_record *batch = read_batch(
        QUOTA("1", "outside") "<tie order='1' by='rate' better='high'/>"
                              "<tie order='2' by='node' of='1' better='high'/>",
        "no");
    fzzf_record *candidates = read_candidates("");
    fzzf_result *result;
    fzzf_record *one;

    round_make(&round,
               "<system xmlns='urn:fzzf:1' id='s' edition='1' title='t'>"
               "<indicator id='1' title='t' points='10'>"
               "<observe id='x' kind='number'/><rule value='x'/></indicator>"
               "<indicator id='2' title='u' points='10'>"
               "<observe id='y' kind='number'/><rule value='y'/></indicator>"
               "</system>",
               NULL,
               "<declaration id='d' system='s' type='comprehensive'>"
               "<unit code='510104' name='甲' level='county' groups='g h'/>"
               "<assessment assessor='self' date='2025-03-01'>"
               "<indicator id='1'><observation id='x' value='10'/></indicator>"
               "<indicator id='2'><observation id='y' value='4'/></indicator>"
               "</assessment></declaration>");
    round_plan(&round);
    result = round_result(&round, 0);
    CU_ASSERT_EQUAL(fzzf_recommendation_add(candidates, batch, result,
                                            round.declarations[0], NULL),
                    FZZF_OK);
    CU_ASSERT_EQUAL(
        fzzf_recommendation_add(candidates, batch, result, NULL, NULL),
        FZZF_E_REFERENCE);
    one = fzzf_record_at(candidates, "candidate", 0);
    CHECK_TEXT(fzzf_record_get(one, "score"), "14");
    CHECK_TEXT(fzzf_record_get(one, "eligible"), "no");
    CHECK_TEXT(fzzf_record_get(one, "groups"), "g h");
    CHECK_TEXT(fzzf_record_get(one, "date"), "2025-03-01");
    CHECK_TEXT(fzzf_record_get(fzzf_record_at(one, "value", 0), "low"), "0.5");
    CHECK_TEXT(fzzf_record_get(fzzf_record_at(one, "value", 1), "low"), "10");
    CHECK_TEXT(fzzf_record_get(fzzf_record_at(one, "bar", 0), "en"),
               "indicators met 1/2 (50%): does not reach 90%, which itself "
               "passes");
    CU_ASSERT_EQUAL(fzzf_record_check(candidates, NULL), FZZF_OK);
    fzzf_result_unref(result);
    fzzf_record_unref(candidates);
    fzzf_record_unref(batch);
    round_free(&round);
}

CU_TestInfo recommend_tests[] = {
    {"takes the better place", takes_the_better_place},
    {"breaks ties by the chain and says so",
     breaks_ties_by_the_chain_and_says_so},
    {"leaves a place empty for a tie", leaves_a_place_empty_for_a_tie},
    {"a tie within the quota does not matter",
     a_tie_within_the_quota_does_not_matter},
    {"an interval leaves the order open", an_interval_leaves_the_order_open},
    {"excludes until the last day", excludes_until_the_last_day},
    {"says why one is not eligible", says_why_one_is_not_eligible},
    {"treats the own declaration as the batch says",
     treats_the_own_declaration_as_the_batch_says},
    {"keeps the balance and gives both reasons",
     keeps_the_balance_and_gives_both_reasons},
    {"one unit takes both only where it may",
     one_unit_takes_both_only_where_it_may},
    {"chooses nobody without a quota", chooses_nobody_without_a_quota},
    {"refuses documents that do not belong together",
     refuses_documents_that_do_not_belong_together},
    {"the next level takes the chosen", the_next_level_takes_the_chosen},
    {"makes candidates of results", makes_candidates_of_results},
    CU_TEST_INFO_NULL,
};
