/* SPDX-License-Identifier: Apache-2.0 */
/* Evidence of several units: found by digest, else by link, in any order. */

#include <stdio.h>
#include <string.h>

#include "fzzf/fzzf.h"
#include "unit/eval/round.h"
#include "unit/suites.h"

#define A64 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define B64 "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB"

static const char system_text[] =
    "<system xmlns='urn:fzzf:1' id='s' edition='1' title='t'>"
    "<indicator id='1' title='一'/></system>";

#define UNIT(id, code, evidence)                                               \
    "<declaration id='" id                                                     \
    "' system='s' type='comprehensive'><unit code='" code                      \
    "' name='县' level='county'/><assessment assessor='self'><indicator "     \
    "id='1'>" evidence "</indicator></assessment></declaration>"

static void expect(const fzzf_record *record, const char *field,
                   const char *value)
{
    const char *found = fzzf_record_get(record, field);

    CHECK_TEXT(found == NULL ? "absent" : found, value);
}

static const char units[] =
    UNIT("d1", "990101",
         "<evidence id='a' kind='document' sha256='" B64 "'/>"
         "<evidence id='b' kind='document' sha256='" A64 "'/>"
         "<evidence id='c' kind='document' sha256='" A64 "'/>"
         "<evidence id='e' kind='document' href='x.pdf'/>")
        UNIT("d2", "990102",
             "<evidence id='a' kind='document' sha256='" B64
             "'/><evidence id='n' kind='news' href='http://x/1'/>"
             "<evidence id='e' kind='document' href='x.pdf'/>"
             "<evidence id='f' kind='brief'/>")
            UNIT("d3", "990101",
                 "<evidence id='z' kind='document' sha256='" A64
                 "'/><evidence id='n' kind='news' href='http://x/1'/>");

/* The search among the units, from the last on when @turned. */
static fzzf_duplicates *search(bool turned)
{
    fzzf_duplicates *duplicates = NULL;
    struct round round;

    round_make(&round, system_text, NULL, units);
    CU_ASSERT_EQUAL_FATAL(fzzf_duplicates_new(&duplicates, 0), FZZF_OK);
    for (size_t i = 0; i < round.count; i++)
        CU_ASSERT_EQUAL(
            fzzf_duplicates_add(
                duplicates,
                round.declarations[turned ? round.count - 1 - i : i], NULL),
            FZZF_OK);
    round_free(&round);
    return duplicates;
}

static void finds_what_units_share(void)
{
    for (int turned = 0; turned < 2; turned++) {
        fzzf_duplicates *duplicates = search(turned != 0);
        fzzf_record *found = NULL, *group;

        CU_ASSERT_EQUAL_FATAL(fzzf_duplicates_find(&found, duplicates, 0, NULL),
                              FZZF_OK);
        CU_ASSERT_EQUAL(fzzf_record_check(found, NULL), FZZF_OK);
        expect(found, "declarations", "3");
        expect(found, "pieces", "10");
        /* Files of the same name in two folders are no duplicates. */
        expect(found, "unidentified", "3");
        expect(found, "groups", "2");
        group = fzzf_record_at(found, "group", 0);
        expect(group, "by", "href");
        expect(group, "key", "http://x/1");
        /* A file that one unit uses three times is none between units. */
        group = fzzf_record_at(found, "group", 1);
        expect(group, "by", "sha256");
        expect(group, "units", "2");
        expect(group, "pieces", "2");
        expect(fzzf_record_at(group, "piece", 1), "declaration", "d2");
        fzzf_record_unref(found);
        fzzf_duplicates_free(duplicates);
    }
}

static void lists_as_many_as_asked(void)
{
    fzzf_duplicates *duplicates = search(false);
    fzzf_record *found = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_duplicates_find(&found, duplicates, 1, NULL),
                          FZZF_OK);
    expect(found, "groups", "2");
    expect(found, "listed", "1");
    CU_ASSERT_EQUAL(fzzf_record_count(found, "group"), 1);
    fzzf_record_unref(found);
    fzzf_duplicates_free(duplicates);
}

/* 1,500 pieces of one file by 1,500 units: all are counted, 1,000 listed. */
static void counts_more_than_it_lists(void)
{
    fzzf_duplicates *duplicates = NULL;
    fzzf_record *found = NULL;
    const fzzf_record *group;

    CU_ASSERT_EQUAL_FATAL(fzzf_duplicates_new(&duplicates, 1), FZZF_OK);
    for (int i = 0; i < 1500; i++) {
        struct round round;
        char text[1024];

        snprintf(text, sizeof text,
                 UNIT("d%d", "u%d",
                      "<evidence id='a' kind='document' sha256='" A64 "'/>"),
                 i, i);
        round_make(&round, system_text, NULL, text);
        CU_ASSERT_EQUAL(
            fzzf_duplicates_add(duplicates, round.declarations[0], NULL),
            FZZF_OK);
        round_free(&round);
    }
    CU_ASSERT_EQUAL_FATAL(fzzf_duplicates_find(&found, duplicates, 0, NULL),
                          FZZF_OK);
    group = fzzf_record_at(found, "group", 0);
    expect(group, "units", "1500");
    expect(group, "pieces", "1500");
    CU_ASSERT_EQUAL(fzzf_record_count(group, "piece"), 1000);
    fzzf_record_unref(found);
    fzzf_duplicates_free(duplicates);
}

CU_TestInfo duplicates_tests[] = {
    {"finds what units share", finds_what_units_share},
    {"lists as many as asked", lists_as_many_as_asked},
    {"counts more than it lists", counts_more_than_it_lists},
    CU_TEST_INFO_NULL,
};
