/* SPDX-License-Identifier: Apache-2.0 */
/* Events that decisions and registers say by themselves. */

#include <stdio.h>
#include <string.h>

#include "base/diag.h"
#include "fzzf/fzzf.h"
#include "unit/course/reading.h"
#include "unit/suites.h"

/* A decision of @level with what else it says, and candidates. */
static fzzf_record *read_decision(const char *level, const char *more,
                                  const char *candidates)
{
    char text[2048];

    snprintf(text, sizeof text,
             "<recommendation xmlns='urn:fzzf:1' id='%s' batch='b' level='%s'"
             " %s>%s</recommendation>",
             level, level, more, candidates);
    return read_text(text);
}

#define ONE(id, chosen, inside)                                                \
    "<candidate declaration='" id "' unit='u-" id "' type='comprehensive'"     \
    " eligible='yes' chosen='" chosen "'>" inside "</candidate>"
#define REASON(zh) "<reason code='c' zh='" zh "' en='e'/>"
#define BAR(code)  "<bar id='e' answer='no' code='" code "' zh='z' en='e'/>"
#define DAY        "day='2026-03-31' open='0'"

/* The events of the document, which it takes. */
static fzzf_record *events_of(fzzf_record *decision)
{
    fzzf_record *history = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_history_decided(&history, decision, "o", NULL),
                          FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_record_check(history, NULL), FZZF_OK);
    fzzf_record_unref(decision);
    return history;
}

static void expect(fzzf_record *history, size_t index, const char *id,
                   const char *type, const char *level, const char *reason)
{
    const fzzf_record *event = fzzf_record_at(history, "event", index);

    CHECK_TEXT(fzzf_record_get(event, "id"), id);
    CHECK_TEXT(fzzf_record_get(event, "type"), type);
    CHECK_TEXT(fzzf_record_get(event, "at"), "2026-03-31");
    CHECK_TEXT(fzzf_record_get(event, "level"), level);
    CHECK_TEXT(fzzf_record_get(event, "reason"), reason);
}

static void tells_who_was_recommended_and_who_not(void)
{
    fzzf_record *history = events_of(read_decision(
        "city", DAY,
        ONE("a", "yes", REASON("列第 1 名"))
            ONE("c", "no", REASON("列第 2 名") REASON("不合格"))
                ONE("d", "no", BAR("withdrawn") REASON("撤回"))
                    ONE("e", "no", BAR("outdated") REASON("旧"))
                        ONE("f", "no", BAR("threshold") REASON("低"))));

    CU_ASSERT_EQUAL(fzzf_record_count(history, "event"), 3);
    CHECK_TEXT(fzzf_record_get(history, "batch"), "b");
    expect(history, 0, "city.a", "recommended", "city", NULL);
    expect(history, 1, "city.c", "not-recommended", "city",
           "列第 2 名；不合格");
    expect(history, 2, "city.f", "not-recommended", "city", "低");
    fzzf_record_unref(history);
}

static void the_centre_tells_who_was_not_named(void)
{
    fzzf_record *history =
        events_of(read_decision("centre", DAY,
                                ONE("a", "yes", REASON("列第 1 名"))
                                    ONE("c", "no", REASON("低于最低分"))));

    CU_ASSERT_EQUAL(fzzf_record_count(history, "event"), 1);
    expect(history, 0, "centre.c", "not-named", NULL, "低于最低分");
    fzzf_record_unref(history);
}

/* Merges the two, which it takes, into the first. */
static void add(fzzf_record **history, fzzf_record *more)
{
    fzzf_record *merged = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_history_merge(&merged, *history, more, NULL),
                          FZZF_OK);
    fzzf_record_unref(*history);
    fzzf_record_unref(more);
    *history = merged;
}

static void refuse(const char *more, int code)
{
    fzzf_record *decision = read_decision("city", more, "");
    fzzf_record *history = NULL;
    fzzf_diags *diags = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_diags_new(&diags), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_history_decided(&history, decision, "o", diags),
                    FZZF_E_REFERENCE);
    CU_ASSERT_EQUAL(fzzf_diags_code(diags, 0), code);
    CU_ASSERT_PTR_NULL(history);
    CU_ASSERT_EQUAL(fzzf_history_decided(&history, decision, NULL, diags),
                    FZZF_E_ARGUMENT);
    fzzf_diags_free(diags);
    fzzf_record_unref(decision);
}

static void refuses_what_is_not_decided(void)
{
    refuse("day='2026-03-31'", FZZF__F_NOT_DECIDED);
    refuse("day='2026-03-31' open='1'", FZZF__F_NOT_DECIDED);
    refuse("open='0'", FZZF__F_DECISION_UNDATED);
}

#define EVENT(id, at, type)                                                    \
    "<event id='" id "' declaration='a' unit='u-a' at='" at "' type='" type    \
    "' by='o'/>"
#define NAMING(id, unit, batch)                                                \
    "<naming id='" id "' unit='" unit "' type='comprehensive' level='county'"  \
    " title='t' batch='" batch "' date='2026-06-01' by='p'/>"

static fzzf_record *registered(fzzf_record *batch, size_t warnings)
{
    fzzf_record *reg = read_text(
        "<register xmlns='urn:fzzf:1' id='r'>"
        "<batch id='b' report-day='01-31'/><batch id='c' "
        "report-day='01-31'/>" NAMING("b.a", "u-a", "b") NAMING("c.a", "u-c",
                                                                "c")
            NAMING("x", "u-x", "b") "<revocation naming='b.a' "
                                    "reason='falsified' detail='造假' by='q'"
                                    " date='2027-03-01'/></register>");
    fzzf_record *history = NULL;
    fzzf_diags *diags = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_diags_new(&diags), FZZF_OK);
    CU_ASSERT_EQUAL_FATAL(fzzf_history_registered(&history, reg, batch, diags),
                          FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_diags_count(diags), warnings);
    CU_ASSERT_EQUAL(fzzf_diags_code(diags, 0), FZZF__F_NAMING_OF_NOTHING);
    fzzf_diags_free(diags);
    fzzf_record_unref(reg);
    return history;
}

static const char *state_on(fzzf_record *history, const char *day)
{
    static char now[32];
    fzzf_record *states = NULL;

    CU_ASSERT_EQUAL_FATAL(
        fzzf_history_states(&states, history, NULL, day, NULL), FZZF_OK);
    snprintf(now, sizeof now, "%s",
             fzzf_record_get(fzzf_record_at(states, "state", 0), "now"));
    fzzf_record_unref(states);
    return now;
}

/* From declared to revoked, all levels on one day, each document merged twice:
 * three by hand, two recommended, named, revoked. */
static void goes_to_naming_and_revocation(void)
{
    fzzf_record *batch =
        read_text("<batch xmlns='urn:fzzf:1' id='b' title='t' system='s'/>");
    fzzf_record *history =
        read_text("<history xmlns='urn:fzzf:1' batch='b'>" EVENT(
            "1", "2026-03-01", "declared") EVENT("2", "2026-03-31", "reviewed")
                      EVENT("3", "2026-05-01", "publicized") "</history>");

    for (int i = 0; i < 2; i++) {
        add(&history, registered(batch, 1));
        add(&history,
            events_of(read_decision("province", DAY, ONE("a", "yes", ""))));
        add(&history,
            events_of(read_decision("city", DAY, ONE("a", "yes", ""))));
    }
    CU_ASSERT_EQUAL(fzzf_record_count(history, "event"), 7);
    CU_ASSERT_EQUAL(fzzf_history_check(history, batch, NULL), FZZF_OK);
    CHECK_TEXT(state_on(history, "2026-03-31"), "recommended");
    CHECK_TEXT(state_on(history, "2026-06-01"), "named");
    CHECK_TEXT(state_on(history, "2027-03-01"), "revoked");
    fzzf_record_unref(history);
    fzzf_record_unref(batch);
}

CU_TestInfo events_tests[] = {
    {"tells who was recommended and who not",
     tells_who_was_recommended_and_who_not},
    {"the centre tells who was not named", the_centre_tells_who_was_not_named},
    {"refuses what is not decided", refuses_what_is_not_decided},
    {"goes to naming and revocation", goes_to_naming_and_revocation},
    CU_TEST_INFO_NULL,
};
