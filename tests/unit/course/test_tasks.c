/* SPDX-License-Identifier: Apache-2.0 */
/* Tasks on a day, worked out by hand: sheets, totals, who has to answer. */

#include <stdio.h>
#include <string.h>

#include "fzzf/fzzf.h"
#include "unit/eval/round.h"
#include "unit/suites.h"

static const char system_text[] =
    "<system xmlns='urn:fzzf:1' id='s' edition='1' title='t'>"
    "<indicator id='1' title='一'>"
    "<indicator id='1.1' title='公开' points='10'><observe id='x' "
    "kind='number' min='0' max='10'/><rule value='x'/><met when='x ≥ 5'/>"
    "</indicator>"
    "<indicator id='1.2' title='复议' points='2.5'><observe id='x' "
    "kind='number' min='0' max='2.5'/><rule value='x'/><met when='x ≥ 1'/>"
    "</indicator>"
    "<indicator id='1.3' title='执法' points='unpublished'/>"
    "<indicator id='1.4' title='市级' points='7' applies='city'/>"
    "</indicator></system>";

/* 1.1 has 8 of 10; of 1.2 nothing is known, so 0 to 2.5 are lost. */
static const char declaration_text[] =
    "<declaration id='d' system='s' type='comprehensive'><unit code='990104' "
    "name='县' level='county'/><assessment assessor='self'><indicator "
    "id='1.1'><observation id='x' value='8'/></indicator></assessment>"
    "</declaration>";

#define BODIES                                                                 \
    "<body id='law' kind='department' name='司法局' filed='2025-01-10' "    \
    "person='王'/><body id='town' kind='township' name='城关镇' "          \
    "code='990104100'/>"

static fzzf_diags *diags;

static fzzf_record *read_plan(const char *inside)
{
    char text[4096];
    fzzf_source source = {.size = sizeof source, .bytes = text};
    fzzf_record *plan = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_diags_new(&diags), FZZF_OK);
    snprintf(text, sizeof text,
             "<workplan xmlns='urn:fzzf:1' id='p' unit='990104' system='s'>%s"
             "</workplan>",
             inside);
    source.length = strlen(text);
    CU_ASSERT_EQUAL_FATAL(fzzf_xml_read_record(&plan, &source, diags), FZZF_OK);
    return plan;
}

/* The tasks on @day; @scored: with the result of the declaration. */
static fzzf_record *look(const char *inside, const char *day, bool scored,
                         fzzf_status wanted)
{
    fzzf_record *plan = read_plan(inside), *tasks = NULL;
    fzzf_result *result = NULL;
    struct round round;

    round_make(&round, system_text, NULL, declaration_text);
    round_plan(&round);
    if (scored)
        result = round_result(&round, 0);
    CU_ASSERT_EQUAL(
        fzzf_workplan_tasks(&tasks, plan, round.system, result, day, diags),
        wanted);
    fzzf_result_unref(result);
    round_free(&round);
    fzzf_record_unref(plan);
    if (tasks != NULL)
        CU_ASSERT_EQUAL(fzzf_record_check(tasks, NULL), FZZF_OK);
    return tasks;
}

static void end(fzzf_record *tasks)
{
    fzzf_record_unref(tasks);
    fzzf_diags_free(diags);
}

static void expect(const fzzf_record *record, const char *field,
                   const char *value)
{
    const char *found = fzzf_record_get(record, field);

    CHECK_TEXT(found == NULL ? "absent" : found, value);
}

static void expect_finding(int code, const char *english)
{
    CU_ASSERT_EQUAL(fzzf_diags_code(diags, 0), code);
    CHECK_TEXT(fzzf_diags_message(diags, 0, FZZF_ENGLISH), english);
}

static void expect_notice(const fzzf_record *tasks, size_t index,
                          const char *code, const char *english)
{
    const fzzf_record *notice = fzzf_record_at(tasks, "notice", index);

    CU_ASSERT_PTR_NOT_NULL_FATAL(notice);
    expect(notice, "code", code);
    expect(notice, "en", english);
}

static const char *const tasks_given = BODIES
    "<task indicator='1.1' body='law' role='lead' due='2025-03-31' "
    "claimed='2025-01-20' done='2025-04-02'/>"
    "<task indicator='1.2' body='law' role='lead' due='2025-06-30'/>"
    "<task indicator='1.1' body='town' role='cooperating' due='2025-06-29'/>"
    "<task indicator='1.3' body='town' role='lead' claimed='2025-07-01'/>"
    "<matter id='m' date='2025-05-01' subject='请示'/>";

static void counts_what_stands_on_the_day(void)
{
    fzzf_record *tasks = look(tasks_given, "2025-06-30", false, FZZF_OK);
    const fzzf_record *law = fzzf_record_at(tasks, "sheet", 0);
    const fzzf_record *town = fzzf_record_at(tasks, "sheet", 1);

    expect(law, "tasks", "2");
    expect(law, "done", "1");
    expect(law, "overdue", "0"); /* the due day itself is in time */
    expect(law, "unclaimed", "1");
    expect(law, "points", "12.5");
    expect(law, "lost", "absent");
    expect(town, "led", "1");
    expect(town, "overdue", "1");
    expect(town, "unclaimed", "2"); /* the claim of July has not come */
    expect(town, "points", "0");
    expect(town, "unpublished", "1");
    expect(tasks, "indicators", "3"); /* 1.4 is the city's */
    expect(tasks, "unled", "0");
    expect(tasks, "points", "12.5");
    expect(tasks, "tasks", "4");
    expect(tasks, "overdue", "1");
    expect(tasks, "matters", "1");
    CU_ASSERT_EQUAL(fzzf_diags_count(diags), 0);
    end(tasks);
}

static void forgets_what_comes_later(void)
{
    fzzf_record *tasks = look(tasks_given, "2025-04-01", false, FZZF_OK);
    const fzzf_record *law = fzzf_record_at(tasks, "sheet", 0);
    const fzzf_record *item = fzzf_record_at(law, "item", 0);

    expect(law, "done", "0");
    expect(law, "overdue", "1");
    expect(item, "state", "overdue");
    expect(item, "done", "absent");
    expect(item, "claimed", "2025-01-20");
    end(tasks);
}

static void takes_losses_from_the_result(void)
{
    fzzf_record *tasks = look(tasks_given, "2025-06-30", true, FZZF_OK);
    const fzzf_record *law = fzzf_record_at(tasks, "sheet", 0);

    expect(tasks, "declaration", "d");
    expect(law, "lost", "2");
    expect(law, "lost-most", "4.5");
    expect(law, "shortfalls", "1");
    expect(fzzf_record_at(law, "item", 0), "score", "8");
    expect(fzzf_record_at(law, "item", 1), "lost", "0");
    expect(fzzf_record_at(law, "item", 1), "lost-most", "2.5");
    expect(tasks, "lost", "2");
    end(tasks);
}

/* Everything that someone has to answer for, and one thing that nobody has. */
static const char *const duties_given =
    BODIES "<task indicator='1.1' body='law' role='lead' due='2025-03-31' "
           "claimed='2025-01-20' done='2025-04-02'/>"
           "<task indicator='1.2' body='law' role='lead' due='2025-06-01'/>"
           "<task indicator='1.3' body='town' role='lead' due='2025-06-29' "
           "claimed='2025-02-01'/>"
           "<rectification id='r1' body='law' shortfall='超期' person='赵' "
           "due='2025-06-20'/>"
           "<rectification id='r2' body='law' shortfall='台账' "
           "done='2025-06-01'/>"
           "<rectification id='r3' body='town' shortfall='公示' "
           "done='2025-06-01' proof='图' assessed='2025-06-10' "
           "outcome='failed'/>"
           "<rectification id='r4' body='town' shortfall='公示' "
           "done='2025-06-01' proof='图' assessed='2025-06-10' "
           "outcome='passed'/>"
           "<accountability id='a' body='town' cause='c' effect='e' "
           "decision='x' by='县委' date='2025-06-15'/>"
           "<accountability id='b' body='town' cause='c' effect='e' "
           "decision='x' by='县委' date='2025-07-15'/>";

static void lists_who_has_to_answer(void)
{
    fzzf_record *tasks = look(duties_given, "2025-06-30", false, FZZF_OK);
    const fzzf_record *late = fzzf_record_at(tasks, "notice", 2);

    expect_notice(tasks, 0, "no-person",
                  "城关镇 has not named its first responsible person");
    expect_notice(tasks, 1, "no-plan",
                  "城关镇 has filed no dated plan; first responsible person: "
                  "not named");
    expect_notice(tasks, 2, "done-late",
                  "司法局 leads 1.1 公开, due on 2025-03-31: done late by "
                  "days: 2; responsible: 王");
    expect(late, "zh",
           "司法局牵头的“1.1 公开”应于 2025-03-31 完成，完成时逾期 2 "
           "天，责任人：王");
    expect(late, "days", "2");
    expect_notice(tasks, 3, "unclaimed",
                  "司法局 leads 1.2 复议, due on 2025-06-01: never claimed, "
                  "late by days: 29; responsible: 王");
    expect_notice(tasks, 4, "overdue",
                  "城关镇 leads 1.3 执法, due on 2025-06-29: not done, late "
                  "by days: 1; responsible: not named");
    expect_notice(tasks, 5, "not-rectified",
                  "司法局 has not rectified '超期', due on 2025-06-20, late "
                  "by days: 10; responsible: 赵");
    expect_notice(tasks, 6, "no-proof",
                  "司法局 says that '台账' is rectified since 2025-06-01, but "
                  "shows no proof; responsible: 王");
    expect_notice(tasks, 7, "still-short",
                  "城关镇 has rectified '公示' without success: the "
                  "re-assessment of 2025-06-10 was not passed; responsible: "
                  "not named");
    expect_notice(tasks, 8, "decided",
                  "城关镇: c; effect: e; decided by 县委 on 2025-06-15: x");
    expect_notice(tasks, 9, "undecided",
                  "城关镇: c; effect: e; nothing is decided yet");
    CU_ASSERT_EQUAL(fzzf_record_count(tasks, "notice"), 10);
    expect(tasks, "rectifications", "4");
    expect(tasks, "unrectified", "3");
    end(tasks);
}

static void warns_of_leads(void)
{
    fzzf_record *tasks =
        look(BODIES "<task indicator='1.1' body='law' role='lead'/>"
                    "<task indicator='1.1' body='town' role='lead'/>"
                    "<task indicator='1.3' body='law' role='lead'/>",
             "2025-06-30", false, FZZF_OK);

    CU_ASSERT_EQUAL(fzzf_diags_count(diags), 2);
    expect_finding(7027, "the indicator '1.1' is led by 'law' and by 'town'; "
                         "let one lead and the other cooperate");
    CU_ASSERT_EQUAL(fzzf_diags_code(diags, 1), 7026);
    expect(tasks, "contested", "1");
    expect(tasks, "unled", "1");
    expect(tasks, "unled-points", "2.5");
    expect(tasks, "points", "12.5"); /* once, though two lead 1.1 */
    end(tasks);
}

static void refuses_what_does_not_exist(void)
{
    end(look(BODIES "<task indicator='1.5' body='law' role='lead'/>",
             "2025-06-30", false, FZZF_E_REFERENCE));
    end(look(BODIES "<task indicator='1.1' body='lav' role='lead'/>",
             "2025-06-30", false, FZZF_E_REFERENCE));
    CU_ASSERT_PTR_NULL(look(BODIES
                            "<task indicator='1' body='law' role='lead'/>",
                            "2025-06-30", false, FZZF_E_REFERENCE));
    expect_finding(7023, "the indicator '1' has others below; name those, "
                         "such as '1.1'");
    end(NULL);
    CU_ASSERT_PTR_NULL(look(BODIES "<accountability id='a' body='lav' "
                                   "cause='c' effect='e'/>",
                            "2025-06-30", false, FZZF_E_REFERENCE));
    expect_finding(7020, "there is no body 'lav' in the workplan (nearest: "
                         "'law')");
    end(NULL);
    CU_ASSERT_PTR_NULL(look(BODIES, "2025-02-29", false, FZZF_E_SCHEMA));
    end(NULL);
}

static void checks_the_codes_of_bodies(void)
{
    CU_ASSERT_PTR_NULL(look("<body id='t' kind='township' name='镇' "
                            "code='990105100'/>",
                            "2025-06-30", false, FZZF_E_REFERENCE));
    expect_finding(7024,
                   "the township 't' needs the nine-digit code of a township "
                   "of '990104'; '990105100' is none");
    end(NULL);
    CU_ASSERT_PTR_NULL(look("<body id='t' kind='township' name='镇' "
                            "code='990104'/>",
                            "2025-06-30", false, FZZF_E_REFERENCE));
    end(NULL);
    end(look("<body id='d' kind='department' name='局' "
             "code='119999000000000199'/>",
             "2025-06-30", false, FZZF_OK));
    end(look("<body id='d' kind='department' name='局' "
             "code='119999000000000198'/>"
             "<task indicator='1.1' body='d' role='lead'/>"
             "<task indicator='1.2' body='d' role='lead'/>"
             "<task indicator='1.3' body='d' role='lead'/>",
             "2025-06-30", false, FZZF_OK));
}

static void refuses_a_result_of_another_unit(void)
{
    struct round round;
    fzzf_record *plan = read_plan("<body id='d' kind='department' name='n'/>"),
                *tasks = NULL;
    fzzf_result *result;

    round_make(&round, system_text, NULL, declaration_text);
    round_plan(&round);
    result = round_result(&round, 0);
    CU_ASSERT_EQUAL(fzzf_record_set(plan, "unit", "990105", NULL), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_workplan_tasks(&tasks, plan, round.system, result,
                                        "2025-06-30", diags),
                    FZZF_E_REFERENCE);
    CU_ASSERT_EQUAL(fzzf_diags_code(diags, 0), 7022);
    CU_ASSERT_EQUAL(fzzf_record_set(plan, "system", "t", NULL), FZZF_OK);
    fzzf_diags_clear(diags);
    CU_ASSERT_EQUAL(fzzf_workplan_tasks(&tasks, plan, round.system, NULL,
                                        "2025-06-30", diags),
                    FZZF_E_REFERENCE);
    CU_ASSERT_EQUAL(fzzf_diags_code(diags, 0), 7021);
    CU_ASSERT_EQUAL(
        fzzf_workplan_tasks(&tasks, plan, round.system, NULL, NULL, diags),
        FZZF_E_ARGUMENT);
    CU_ASSERT_PTR_NULL(tasks);
    fzzf_result_unref(result);
    round_free(&round);
    fzzf_record_unref(plan);
    end(NULL);
}

CU_TestInfo tasks_tests[] = {
    {"counts what stands on the day", counts_what_stands_on_the_day},
    {"forgets what comes later", forgets_what_comes_later},
    {"takes losses from the result", takes_losses_from_the_result},
    {"lists who has to answer", lists_who_has_to_answer},
    {"warns of leads", warns_of_leads},
    {"refuses what does not exist", refuses_what_does_not_exist},
    {"checks the codes of bodies", checks_the_codes_of_bodies},
    {"refuses a result of another unit", refuses_a_result_of_another_unit},
    CU_TEST_INFO_NULL,
};
