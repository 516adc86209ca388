/* SPDX-License-Identifier: Apache-2.0 */
/* Registers: what is nonsense, what is owed on a day, and namings entered. */

#include <stdio.h>
#include <string.h>

#include "fzzf/fzzf.h"
#include "unit/course/reading.h"
#include "unit/suites.h"

#define NAMING(id, unit, batch, date)                                          \
    "<naming id='" id "' unit='" unit                                          \
    "' type='comprehensive' level='county' title='t' batch='" batch            \
    "' date='" date "' by='o'/>"
#define BATCHES                                                                \
    "<batch id='b' report-day='01-31'/><batch id='c' report-day='unknown'/>"

static fzzf_record *read_register(const char *inside)
{
    char text[4096];

    snprintf(text, sizeof text,
             "<register xmlns='urn:fzzf:1' id='r'>" BATCHES "%s</register>",
             inside);
    return read_text(text);
}

static fzzf_record *stand(const char *inside, const char *day)
{
    fzzf_record *reg = read_register(inside);
    fzzf_record *standing = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_register_standing(&standing, reg, day, NULL),
                          FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_record_check(standing, NULL), FZZF_OK);
    fzzf_record_unref(reg);
    return standing;
}

/* The only report that is owed reads so; NULL: none is. */
static void expect_owed(const char *inside, const char *day,
                        const char *english)
{
    fzzf_record *standing = stand(inside, day);
    const fzzf_record *owed = fzzf_record_at(standing, "owed", 0);

    CU_ASSERT_EQUAL(fzzf_record_count(standing, "owed"),
                    english == NULL ? 0u : 1u);
    if (english != NULL && owed != NULL)
        CHECK_TEXT(fzzf_record_get(owed, "en"), english);
    fzzf_record_unref(standing);
}

static void a_report_is_due_in_january_and_then_overdue(void)
{
    static const char named[] = NAMING("n", "510104", "b", "2025-10-28");

    expect_owed(named, "2025-10-27", NULL); /* not yet named */
    expect_owed(named, "2025-12-31", NULL);
    expect_owed(named, "2026-01-01",
                "the report on 2025 is due by 2026-01-31, in 30 days");
    expect_owed(named, "2026-01-31",
                "the report on 2025 is due by 2026-01-31, in 0 days");
    expect_owed(named, "2026-02-01",
                "the report on 2025 was due by 2026-01-31 and is 1 days "
                "overdue");
}

static void what_came_later_is_not_seen(void)
{
    static const char reported[] = NAMING(
        "n", "510104", "b",
        "2025-10-28") "<report naming='n' year='2025' received='2026-02-05'/>";
    fzzf_record *standing = stand(reported, "2026-02-05");
    fzzf_record *naming = fzzf_record_at(standing, "naming", 0);

    CHECK_TEXT(fzzf_record_get(naming, "reports"), "1");
    CHECK_TEXT(fzzf_record_get(naming, "late"), "1");
    CU_ASSERT_EQUAL(fzzf_record_count(standing, "owed"), 0);
    fzzf_record_unref(standing);
    expect_owed(reported, "2026-02-04",
                "the report on 2025 was due by 2026-01-31 and is 4 days "
                "overdue");
}

static void an_unknown_day_is_said(void)
{
    expect_owed(NAMING("n", "510104", "c", "2022-10-28"), "2026-01-01",
                "by which day reports are due is not known of the batch c");
}

static const char revoked[] = NAMING(
    "n", "510104", "b",
    "2023-10-28") "<visit naming='n' date='2024-09-01' by='o' outcome='sound'/>"
                  "<visit naming='n' date='2024-10-01' by='o' "
                  "outcome='declined'/>"
                  "<revocation naming='n' reason='falsified' detail='造假' "
                  "by='委'"
                  " date='2025-03-01'/><practice id='p' title='t' naming='n'/>";

static void a_revoked_title_owes_nothing(void)
{
    fzzf_record *standing = stand(revoked, "2025-03-01");
    fzzf_record *naming = fzzf_record_at(standing, "naming", 0);

    CHECK_TEXT(fzzf_record_get(naming, "state"), "revoked");
    CHECK_TEXT(fzzf_record_get(naming, "visited"), "2024-10-01");
    CHECK_TEXT(fzzf_record_get(naming, "zh"),
               "委 于 2025-03-01 撤销命名（falsified）：造假");
    CHECK_TEXT(fzzf_record_get(standing, "in-force"), "0");
    CHECK_TEXT(fzzf_record_get(standing, "revoked"), "1");
    CHECK_TEXT(fzzf_record_get(standing, "overdue"), "0");
    CHECK_TEXT(
        fzzf_record_get(fzzf_record_at(standing, "practice", 0), "state"),
        "revoked");
    fzzf_record_unref(standing);
}

static void before_its_revocation_a_title_holds(void)
{
    fzzf_record *standing = stand(revoked, "2025-02-28");

    CHECK_TEXT(fzzf_record_get(fzzf_record_at(standing, "naming", 0), "en"),
               "holds 't', named by o on 2023-10-28");
    CHECK_TEXT(fzzf_record_get(standing, "overdue"), "2"); /* 2023, 2024 */
    fzzf_record_unref(standing);
}

static void expect_finding(const char *inside, int code)
{
    fzzf_record *reg = read_register(inside);
    fzzf_diags *diags = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_diags_new(&diags), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_register_check(reg, diags),
                    code == 0 ? FZZF_OK : FZZF_E_REFERENCE);
    CU_ASSERT_EQUAL(fzzf_diags_count(diags), code == 0 ? 0u : 1u);
    CU_ASSERT_EQUAL(fzzf_diags_code(diags, 0), code);
    fzzf_diags_free(diags);
    fzzf_record_unref(reg);
}

#define N NAMING("n", "510104", "b", "2023-10-28")

static void nonsense_is_refused(void)
{
    expect_finding(NAMING("n", "510104", "e", "2023-10-28"), 7040);
    expect_finding(N NAMING("m", "510104", "c", "2025-10-28"), 7041);
    expect_finding("<revocation naming='n' reason='r' detail='d' by='o'"
                   " date='2025-01-01'/>",
                   7042);
    expect_finding(N "<practice id='p' title='t' naming='m'/>", 7042);
    expect_finding(N "<revocation naming='n' reason='r' detail='d' by='o'"
                     " date='2023-10-27'/>",
                   7043);
    expect_finding(N "<report naming='n' year='2022' received='2024-01-01'/>",
                   7044);
    expect_finding(N "<report naming='n' year='2025' received='2024-01-01'/>",
                   7044);
    expect_finding(N "<report naming='n' year='20240' received='2024-01-01'/>",
                   7044);
    expect_finding(N "<report naming='n' year='2023' received='2023-12-31'/>",
                   0);
}

static void a_title_may_be_given_again_after_its_revocation(void)
{
    static const char again[] =
        "<revocation naming='n' reason='r' detail='d' by='o'"
        " date='2025-03-01'/>";
    char inside[2048];

    snprintf(inside, sizeof inside, "%s%s%s", N,
             NAMING("m", "510104", "b", "2025-10-28"), again);
    expect_finding(inside, 0);
    snprintf(inside, sizeof inside, "%s%s%s", N,
             NAMING("m", "510104", "b", "2024-10-28"), again);
    expect_finding(inside, 7041);
}

static const char batch_text[] =
    "<batch xmlns='urn:fzzf:1' id='b' title='t' system='s' report-day='01-31'>"
    "<award type='comprehensive' level='county' title='示范区'/>"
    "<award type='comprehensive' level='city' title='示范市'/></batch>";

#define CHOSEN(id, unit, type, chosen)                                         \
    "<candidate declaration='" id "' unit='" unit "' name='甲' type='" type    \
    "' eligible='yes' score='9' chosen='" chosen "'/>"
#define DECISION(open, inside)                                                 \
    "<recommendation xmlns='urn:fzzf:1' id='q' batch='b' level='centre'"       \
    " open='" open "'>" inside "</recommendation>"

/* Enters @decision into an empty register, which is given back. */
static fzzf_record *enter(const char *decision_text, fzzf_status expected)
{
    fzzf_record *reg = read_text("<register xmlns='urn:fzzf:1' id='r'/>");
    fzzf_record *batch = read_text(batch_text);
    fzzf_record *decision = read_text(decision_text);

    CU_ASSERT_EQUAL(
        fzzf_register_name(reg, decision, batch, "办", "2025-10-28", NULL),
        expected);
    CU_ASSERT_EQUAL(fzzf_register_check(reg, NULL), FZZF_OK);
    fzzf_record_unref(batch);
    fzzf_record_unref(decision);
    return reg;
}

static void whoever_was_chosen_is_named(void)
{
    fzzf_record *reg = enter(
        DECISION("0", CHOSEN("x", "510104", "comprehensive", "yes")
                          CHOSEN("y", "510105", "comprehensive", "no")
                              CHOSEN("z", "510100", "comprehensive", "yes")),
        FZZF_OK);
    fzzf_record *naming = fzzf_record_at(reg, "naming", 1);

    CU_ASSERT_EQUAL(fzzf_record_count(reg, "naming"), 2);
    CHECK_TEXT(fzzf_record_get(fzzf_record_at(reg, "naming", 0), "title"),
               "示范区");
    CHECK_TEXT(fzzf_record_get(naming, "id"), "b.z");
    CHECK_TEXT(fzzf_record_get(naming, "level"), "city");
    CHECK_TEXT(fzzf_record_get(naming, "title"), "示范市");
    CHECK_TEXT(fzzf_record_get(fzzf_record_at(reg, "batch", 0), "report-day"),
               "01-31");
    fzzf_record_unref(reg);
}

static void what_cannot_be_entered_changes_nothing(void)
{
    static const char *const decisions[] = {
        DECISION("1", CHOSEN("x", "510104", "comprehensive", "yes")),
        DECISION("0", CHOSEN("x", "510104", "comprehensive", "yes")
                          CHOSEN("y", "510105", "single-item", "yes")),
        DECISION("0", CHOSEN("x", "510104", "comprehensive", "yes")
                          CHOSEN("y", "510104", "comprehensive", "yes"))};

    for (size_t i = 0; i < sizeof decisions / sizeof *decisions; i++) {
        fzzf_record *reg = enter(decisions[i], FZZF_E_REFERENCE);

        CU_ASSERT_EQUAL(fzzf_record_count(reg, "naming"), 0);
        CU_ASSERT_EQUAL(fzzf_record_count(reg, "batch"), 0);
        fzzf_record_unref(reg);
    }
}

static void refuses_what_is_no_register(void)
{
    fzzf_record *batch = read_text(batch_text);
    fzzf_record *standing = NULL;

    CU_ASSERT_EQUAL(fzzf_register_check(batch, NULL), FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(
        fzzf_register_standing(&standing, batch, "2026-01-01", NULL),
        FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_register_standing(&standing, batch, "2026", NULL),
                    FZZF_E_SCHEMA);
    CU_ASSERT_PTR_NULL(standing);
    fzzf_record_unref(batch);
}

CU_TestInfo register_tests[] = {
    {"a report is due in January and then overdue",
     a_report_is_due_in_january_and_then_overdue},
    {"what came later is not seen", what_came_later_is_not_seen},
    {"an unknown day is said", an_unknown_day_is_said},
    {"a revoked title owes nothing", a_revoked_title_owes_nothing},
    {"before its revocation a title holds",
     before_its_revocation_a_title_holds},
    {"nonsense is refused", nonsense_is_refused},
    {"a title may be given again after its revocation",
     a_title_may_be_given_again_after_its_revocation},
    {"whoever was chosen is named", whoever_was_chosen_is_named},
    {"what cannot be entered changes nothing",
     what_cannot_be_entered_changes_nothing},
    {"refuses what is no register", refuses_what_is_no_register},
    CU_TEST_INFO_NULL};
