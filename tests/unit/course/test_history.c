/* SPDX-License-Identifier: Apache-2.0 */
/* Histories: what is legal, how it stands on a day, merging, barring. */

#include <stdio.h>
#include <string.h>

#include "base/diag.h"
#include "fzzf/fzzf.h"
#include "unit/course/reading.h"
#include "unit/suites.h"

static fzzf_record *read_history(const char *events)
{
    char text[8192];

    snprintf(text, sizeof text,
             "<history xmlns='urn:fzzf:1' batch='b'>%s</history>", events);
    return read_text(text);
}

/* Event @id of declaration d on day @day of March 2026. */
#define EVENT(id, day, type, more)                                             \
    "<event id='" id "' declaration='d' unit='510104' at='2026-03-" day        \
    "' type='" type "' by='o' " more "/>"
/* As far as recommended by the city, with revision 2. */
#define SENT                                                                   \
    EVENT("e1", "01", "declared", "")                                          \
    EVENT("e2", "02", "returned", "reason='附件不全'")                         \
    EVENT("e3", "03", "resubmitted", "revision='2'")                           \
    EVENT("e4", "04", "reviewed", "")                                          \
    EVENT("e5", "05", "recommended", "level='city'")

static const char batch_text[] =
    "<batch xmlns='urn:fzzf:1' id='b' title='t' system='s'>"
    "<phase id='third' kind='third-party' title='t' order='2'/>"
    "<phase id='survey' kind='survey' title='t' order='1'/></batch>";

/* What is found wrong with @events; the first finding in English. */
static void expect(const char *events, int number, const char *english)
{
    fzzf_record *history = read_history(events), *batch = read_text(batch_text);
    fzzf_diags *diags = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_diags_new(&diags), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_history_check(history, batch, diags),
                    number == 0 ? FZZF_OK : FZZF_E_REFERENCE);
    CU_ASSERT_EQUAL(fzzf_diags_count(diags), number == 0 ? 0 : 1);
    if (number != 0) {
        CU_ASSERT_EQUAL(fzzf_diags_code(diags, 0), number);
        if (english != NULL)
            CHECK_TEXT(fzzf_diags_message(diags, 0, FZZF_ENGLISH), english);
    }
    fzzf_diags_free(diags);
    fzzf_record_unref(history);
    fzzf_record_unref(batch);
}

static void follows_the_course_to_its_end(void)
{
    expect(SENT EVENT("e6", "06", "passed", "phase='survey'")
               EVENT("e7", "07", "passed", "phase='third'")
                   EVENT("e8", "08", "publicized", "")
                       EVENT("e9", "09", "objected", "")
                           EVENT("f0", "10", "settled", "of='e9' reason='r'")
                               EVENT("f1", "11", "named", "")
                                   EVENT("f2", "12", "revoked", "reason='r'"),
           0, NULL);
}

static void refuses_what_is_illegal_and_says_what_is_not(void)
{
    expect(EVENT("e1", "01", "reviewed", ""), FZZF__F_EVENT_FIRST, NULL);
    expect(EVENT("e1", "01", "declared", "")
               EVENT("e2", "02", "recommended", "level='city'"),
           FZZF__F_EVENT_ILLEGAL,
           "event 'e2' (recommended) of declaration 'd', unit 510104: it is "
           "'declared' by then, after which only these may come: returned "
           "withdrawn reviewed");
    expect(EVENT("e1", "01", "declared", "") EVENT("e2", "02", "withdrawn", "")
               EVENT("e3", "03", "reviewed", ""),
           FZZF__F_EVENT_ENDED, NULL);
}

static void refuses_events_that_do_not_say_what_they_must(void)
{
    expect(EVENT("e1", "01", "declared", "") EVENT("e2", "02", "returned", ""),
           FZZF__F_EVENT_SAYS, "event 'e2' (returned) must say its 'reason'");
    expect(EVENT("e1", "01", "declared", "")
               EVENT("e2", "02", "returned", "reason='r'")
                   EVENT("e3", "03", "resubmitted", "revision='3'"),
           FZZF__F_EVENT_EXPECTED,
           "event 'e3' (resubmitted) says revision='3'; the next revision is "
           "2");
    expect(SENT EVENT("e6", "06", "recommended", "level='city'"),
           FZZF__F_EVENT_NOT_ABOVE, NULL);
    expect(
        EVENT("e1", "01", "declared",
              "") "<event id='e2' declaration='d' unit='510105' at='2026-03-02'"
                  " type='reviewed' by='o'/>",
        FZZF__F_EVENT_OTHER_UNIT, NULL);
}

static void keeps_the_order_of_the_phases(void)
{
    expect(SENT EVENT("e6", "06", "passed", "phase='third'")
               EVENT("e7", "07", "passed", "phase='survey'"),
           FZZF__F_EVENT_NOT_AFTER, NULL);
    expect(SENT EVENT("e6", "06", "passed", "phase='survey'")
               EVENT("e7", "07", "failed", "phase='survey' reason='r'"),
           FZZF__F_EVENT_TWICE, NULL);
    expect(SENT EVENT("e6", "06", "passed", "phase='other'"),
           FZZF__F_EVENT_PHASE, NULL);
}

#define PUBLICIZED                                                             \
    SENT EVENT("e6", "06", "publicized", "") EVENT("e7", "07", "objected", "") \
        EVENT("e8", "08", "objected", "")
#define SETTLED(id, day, of) EVENT(id, day, "settled", "reason='r' of='" of "'")

static void settles_each_objection_once(void)
{
    expect(PUBLICIZED SETTLED("e9", "09", "e8") SETTLED("f0", "10", "e8"),
           FZZF__F_EVENT_NO_OBJECTION, NULL);
    /* One of two is still open: it cannot be named yet. */
    expect(PUBLICIZED SETTLED("e9", "09", "e8") EVENT("f0", "10", "named", ""),
           FZZF__F_EVENT_ILLEGAL, NULL);
    expect(PUBLICIZED SETTLED("e9", "09", "e8") SETTLED("f0", "10", "e7")
               EVENT("f1", "11", "named", ""),
           0, NULL);
}

/* On 3 March the event of the 3rd has happened, that of the 4th has not. */
static void tells_the_state_on_a_day(void)
{
    fzzf_record *history = read_history(SENT), *states = NULL, *state;

    CU_ASSERT_EQUAL_FATAL(
        fzzf_history_states(&states, history, NULL, "2026-03-03", NULL),
        FZZF_OK);
    CU_ASSERT_EQUAL_FATAL(fzzf_record_check(states, NULL), FZZF_OK);
    CU_ASSERT_EQUAL_FATAL(fzzf_record_count(states, "state"), 1);
    state = fzzf_record_at(states, "state", 0);
    CHECK_TEXT(fzzf_record_get(state, "now"), "resubmitted");
    CHECK_TEXT(fzzf_record_get(state, "since"), "2026-03-03");
    CHECK_TEXT(fzzf_record_get(state, "revision"), "2");
    CHECK_TEXT(fzzf_record_get(state, "next"), "returned withdrawn reviewed");
    fzzf_record_unref(states);
    states = NULL;
    CU_ASSERT_EQUAL_FATAL(
        fzzf_history_states(&states, history, NULL, "2026-02-28", NULL),
        FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_record_count(states, "state"), 0);
    fzzf_record_unref(states);
    CU_ASSERT_EQUAL(fzzf_history_states(&states, history, NULL, "soon", NULL),
                    FZZF_E_SCHEMA);
    fzzf_record_unref(history);
}

static void merges_the_same_events_once(void)
{
    fzzf_record *all = read_history(SENT), *merged = NULL;
    fzzf_record *other =
        read_history(EVENT("e1", "01", "declared", "revision='1'"));

    CU_ASSERT_EQUAL_FATAL(fzzf_history_merge(&merged, all, all, NULL), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_record_count(merged, "event"), 5);
    fzzf_record_unref(merged);
    CU_ASSERT_EQUAL(fzzf_history_merge(&merged, all, other, NULL),
                    FZZF_E_REFERENCE);
    fzzf_record_unref(all);
    fzzf_record_unref(other);
}

/* Decides about one candidate after @events, on a day of March. */
static void expect_barred(const char *events, const char *day,
                          const char *chosen, const char *english)
{
    char text[1024];
    fzzf_record *candidates, *history = read_history(events);
    fzzf_record *batch = read_text(
        "<batch xmlns='urn:fzzf:1' id='b' title='t' system='s'>"
        "<quota from='city' type='comprehensive' count='1'/></batch>");
    fzzf_record *followed = NULL, *decided = NULL, *one;

    snprintf(text, sizeof text,
             "<recommendation xmlns='urn:fzzf:1' id='r' batch='b' level='city'"
             " unit='510100'"
             " day='2026-03-%s'><candidate declaration='d' unit='510104'"
             " type='comprehensive' eligible='yes' score='90' revision='1'/>"
             "</recommendation>",
             day);
    candidates = read_text(text);
    CU_ASSERT_EQUAL_FATAL(
        fzzf_recommendation_follow(&followed, candidates, history, batch, NULL),
        FZZF_OK);
    CU_ASSERT_EQUAL_FATAL(fzzf_recommend(&decided, followed, batch, NULL, NULL),
                          FZZF_OK);
    one = fzzf_record_at(decided, "candidate", 0);
    CHECK_TEXT(fzzf_record_get(one, "chosen"), chosen);
    CHECK_TEXT(fzzf_record_get(fzzf_record_at(one, "reason", 0), "en"),
               english);
    fzzf_record_unref(decided);
    fzzf_record_unref(followed);
    fzzf_record_unref(candidates);
    fzzf_record_unref(history);
    fzzf_record_unref(batch);
}

static void bars_what_was_returned_or_withdrawn(void)
{
    expect_barred(SENT, "01", "yes",
                  "place 1, within the quota of 1, with 90 points");
    expect_barred(SENT, "02", "no",
                  "not eligible, so not ranked: returned for completion on "
                  "2026-03-02 by o: "
                  "附件不全; it was not resubmitted");
    expect_barred(SENT, "03", "no",
                  "not eligible, so not ranked: the candidate is of revision "
                  "1, but the last "
                  "that was submitted is revision 2");
    expect_barred(EVENT("e1", "01", "declared", "")
                      EVENT("e2", "02", "withdrawn", ""),
                  "09", "no",
                  "not eligible, so not ranked: withdrawn on 2026-03-02 by o");
    expect_barred(
        EVENT("e1", "01", "declared", "") EVENT("e2", "02", "reviewed", "")
            EVENT("e3", "03", "not-recommended", "level='city' reason='r'"),
        "09", "no",
        "not eligible, so not ranked: not recommended on 2026-03-03 by o: r");
}

/* As far as publicity, in its first revision. */
#define SHOWN                                                                  \
    EVENT("e1", "01", "declared", "")                                          \
    EVENT("e2", "02", "reviewed", "")                                          \
    EVENT("e3", "03", "recommended", "level='city'")                           \
    EVENT("e4", "04", "publicized", "")

static void bars_what_was_not_named_or_revoked(void)
{
    expect_barred(
        SHOWN EVENT("e5", "05", "not-named", "reason='r'"), "09", "no",
        "not eligible, so not ranked: not named on 2026-03-05 by o: r");
    expect_barred(SHOWN EVENT("e5", "05", "named", "")
                      EVENT("e6", "06", "revoked", "reason='r'"),
                  "09", "no",
                  "not eligible, so not ranked: its naming was revoked on "
                  "2026-03-06 by o: r");
}

/* Follows the candidate d of @unit, which does not say its revision. */
static fzzf_status follow(fzzf_record **followed, const char *unit,
                          fzzf_diags *diags)
{
    fzzf_record *history = read_history(SENT), *candidates;
    fzzf_status status;
    char text[512];

    snprintf(text, sizeof text,
             "<recommendation xmlns='urn:fzzf:1' id='r' batch='b' level='city'"
             " unit='510100'"
             " day='2026-03-09'><candidate declaration='d' unit='%s'"
             " type='comprehensive' eligible='yes' score='90'/>"
             "</recommendation>",
             unit);
    candidates = read_text(text);
    status =
        fzzf_recommendation_follow(followed, candidates, history, NULL, diags);
    fzzf_record_unref(candidates);
    fzzf_record_unref(history);
    return status;
}

static void revision_one_goes_without_saying(void)
{
    fzzf_record *followed = NULL, *one;

    CU_ASSERT_EQUAL_FATAL(follow(&followed, "510104", NULL), FZZF_OK);
    one = fzzf_record_at(followed, "candidate", 0);
    CHECK_TEXT(fzzf_record_get(one, "eligible"), "no");
    CHECK_TEXT(fzzf_record_get(fzzf_record_at(one, "bar", 0), "en"),
               "the candidate is of revision 1, but the last that was "
               "submitted is revision 2");
    fzzf_record_unref(followed);
}

static void refuses_a_history_of_another_unit(void)
{
    fzzf_record *followed = NULL;
    fzzf_diags *diags = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_diags_new(&diags), FZZF_OK);
    CU_ASSERT_EQUAL(follow(&followed, "510105", diags), FZZF_E_REFERENCE);
    CU_ASSERT_PTR_NULL(followed);
    CU_ASSERT_EQUAL(fzzf_diags_code(diags, 0), FZZF__F_HISTORY_OTHER_UNIT);
    fzzf_diags_free(diags);
}

CU_TestInfo history_tests[] = {
    {"follows the course to its end", follows_the_course_to_its_end},
    {"refuses what is illegal and says what is not",
     refuses_what_is_illegal_and_says_what_is_not},
    {"refuses events that do not say what they must",
     refuses_events_that_do_not_say_what_they_must},
    {"keeps the order of the phases", keeps_the_order_of_the_phases},
    {"settles each objection once", settles_each_objection_once},
    {"tells the state on a day", tells_the_state_on_a_day},
    {"merges the same events once", merges_the_same_events_once},
    {"bars what was returned or withdrawn",
     bars_what_was_returned_or_withdrawn},
    {"bars what was not named or revoked", bars_what_was_not_named_or_revoked},
    {"revision one goes without saying", revision_one_goes_without_saying},
    {"refuses a history of another unit", refuses_a_history_of_another_unit},
    CU_TEST_INFO_NULL,
};
