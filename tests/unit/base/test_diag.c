/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/base/diag.c. */

#include "unit/suites.h"

#include <stdio.h>
#include <string.h>

#include "base/diag.h"
#include "base/memory.h"

#define MOST 200

static fzzf_diags *new_list(void)
{
    fzzf_diags *list = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_diags_new(&list), FZZF_OK);
    return list;
}

/* Uses finding 1001, "cannot read '{0}': {1}". */
static fzzf_status report(fzzf_diags *list, const fzzf__place *place,
                          const char *what)
{
    return fzzf__report(list, FZZF_E_IO, FZZF__F_CANNOT_READ, place, what,
                        "no such file", NULL);
}

static void keeps_a_finding_with_all_it_has(void)
{
    char file[] = "batch.xml", path[] = "3.2.1", what[] = "a.xml";
    const fzzf__place place = {file, path, 12, 5};
    fzzf_diags *list = new_list();

    CU_ASSERT_EQUAL(report(list, &place, what), FZZF_E_IO);
    file[0] = path[0] = what[0] = '#'; /* it has copies */
    CU_ASSERT_EQUAL(fzzf_diags_count(list), 1);
    CU_ASSERT_EQUAL(fzzf_diags_severity(list, 0), FZZF_ERROR);
    CU_ASSERT_EQUAL(fzzf_diags_code(list, 0), 1001);
    CHECK_TEXT(fzzf_diags_file(list, 0), "batch.xml");
    CHECK_TEXT(fzzf_diags_path(list, 0), "3.2.1");
    CU_ASSERT_EQUAL(fzzf_diags_line(list, 0), 12);
    CU_ASSERT_EQUAL(fzzf_diags_column(list, 0), 5);
    CHECK_TEXT(fzzf_diags_argument(list, 0, 0), "a.xml");
    CHECK_TEXT(fzzf_diags_argument(list, 0, 1), "no such file");
    CHECK_TEXT(fzzf_diags_argument(list, 0, 2), NULL);
    CHECK_TEXT(fzzf_diags_message(list, 0, FZZF_ENGLISH),
               "cannot read 'a.xml': no such file");
    CHECK_TEXT(fzzf_diags_message(list, 0, FZZF_CHINESE),
               "无法读取“a.xml”：no such file");
    CHECK_TEXT(fzzf_diags_message(list, 0, (fzzf_language)2), NULL);
    fzzf_diags_free(list);
}

/* The number is the example of GB 11643, once in full-width characters. */
static void repeats_no_identity_number(void)
{
    fzzf_diags *list = new_list();

    report(list, NULL,
           "11010519491231002X, １１０１０５１９４９１２３１００２Ｘ!");
    CHECK_TEXT(fzzf_diags_argument(list, 0, 0),
               "110105********002X, 110105********002X!");
    CHECK_TEXT(fzzf_diags_message(list, 0, FZZF_ENGLISH),
               "cannot read '110105********002X, 110105********002X!': "
               "no such file");
    fzzf_diags_free(list);
}

static void needs_no_place(void)
{
    const fzzf__place nowhere = {0};
    fzzf_diags *list = new_list();

    report(list, NULL, "a");
    report(list, &nowhere, "b");
    CU_ASSERT_EQUAL(fzzf_diags_count(list), 2);
    CU_ASSERT_PTR_NULL(fzzf_diags_file(list, 0));
    CU_ASSERT_PTR_NULL(fzzf_diags_path(list, 1));
    CU_ASSERT_EQUAL(fzzf_diags_line(list, 0), 0);
    fzzf_diags_free(list);
}

static void has_nothing_past_the_end(void)
{
    fzzf_diags *list = new_list();

    CU_ASSERT_EQUAL(fzzf_diags_severity(list, 0), FZZF_NOTE);
    CU_ASSERT_EQUAL(fzzf_diags_code(list, 0), 0);
    CU_ASSERT_EQUAL(fzzf_diags_line(list, 7), 0);
    CU_ASSERT_EQUAL(fzzf_diags_column(list, 7), 0);
    CU_ASSERT_PTR_NULL(fzzf_diags_file(list, 0));
    CU_ASSERT_PTR_NULL(fzzf_diags_path(list, 0));
    CU_ASSERT_PTR_NULL(fzzf_diags_argument(list, 0, 0));
    CU_ASSERT_PTR_NULL(fzzf_diags_message(list, 0, FZZF_ENGLISH));
    fzzf_diags_free(list);
}

static void does_without_a_list(void)
{
    CU_ASSERT_EQUAL(report(NULL, NULL, "a"), FZZF_E_IO);
    CU_ASSERT_EQUAL(fzzf_diags_count(NULL), 0);
    CU_ASSERT_EQUAL(fzzf_diags_dropped(NULL), 0);
    CU_ASSERT_EQUAL(fzzf__diags_errors(NULL), 0);
    CU_ASSERT_EQUAL(fzzf_diags_code(NULL, 0), 0);
    CU_ASSERT_PTR_NULL(fzzf_diags_message(NULL, 0, FZZF_CHINESE));
    CU_ASSERT_EQUAL(fzzf_diags_new(NULL), FZZF_E_ARGUMENT);
    fzzf_diags_clear(NULL);
    fzzf_diags_free(NULL);
}

static void counts_what_it_cannot_keep(void)
{
    fzzf_diags *list = new_list();
    char what[16];
    int i;

    for (i = 0; i < MOST + 5; i++) {
        snprintf(what, sizeof what, "%d", i);
        report(list, NULL, what);
    }
    CU_ASSERT_EQUAL(fzzf_diags_count(list), MOST);
    CU_ASSERT_EQUAL(fzzf_diags_dropped(list), 5);
    CU_ASSERT_EQUAL(fzzf__diags_errors(list), MOST + 5);
    CHECK_TEXT(fzzf_diags_argument(list, 0, 0), "0");
    CHECK_TEXT(fzzf_diags_argument(list, MOST - 1, 0), "199");
    fzzf_diags_free(list);
}

static void begins_anew_after_clearing(void)
{
    fzzf_diags *list = new_list();
    int i;

    for (i = 0; i < MOST + 5; i++)
        report(list, NULL, "old");
    fzzf_diags_clear(list);
    CU_ASSERT_EQUAL(fzzf_diags_count(list), 0);
    CU_ASSERT_EQUAL(fzzf_diags_dropped(list), 0);
    CU_ASSERT_EQUAL(fzzf__diags_errors(list), 0);
    report(list, NULL, "new");
    CHECK_TEXT(fzzf_diags_argument(list, 0, 0), "new");
    fzzf_diags_free(list);
}

/* 333 characters of 3 bytes fit in 1,000 bytes. */
static void cuts_very_long_arguments_between_characters(void)
{
    static const char han[] = "遗";
    static char what[3 * 400 + 1];
    fzzf_diags *list = new_list();
    const char *kept;
    size_t i;

    for (i = 0; i < 400; i++)
        memcpy(what + 3 * i, han, 3);
    report(list, NULL, what);
    report(list, NULL, what + 3 * 400 - 1000);
    CU_ASSERT_EQUAL(strlen(fzzf_diags_argument(list, 1, 0)), 1000);
    kept = fzzf_diags_argument(list, 0, 0);
    CU_ASSERT_EQUAL(strlen(kept), 333 * 3 + strlen("…"));
    CU_ASSERT_EQUAL(memcmp(kept, what, 333 * 3), 0);
    CHECK_TEXT(kept + 333 * 3, "…");
    fzzf_diags_free(list);
}

static void counts_but_drops_a_finding_without_memory(void)
{
    fzzf_diags *list;
    size_t kept;
    long n;

    for (n = 0; n < 50; n++) {
        list = new_list();
        fzzf__fault_after(n);
        CU_ASSERT_EQUAL(report(list, NULL, "a"), FZZF_E_IO);
        fzzf__fault_after(-1);
        kept = fzzf_diags_count(list);
        CU_ASSERT_EQUAL(kept + fzzf_diags_dropped(list), 1);
        CU_ASSERT_EQUAL(fzzf__diags_errors(list), 1);
        report(list, NULL, "b");
        CU_ASSERT_EQUAL(fzzf_diags_count(list), kept + 1);
        CHECK_TEXT(fzzf_diags_argument(list, kept, 0), "b");
        fzzf_diags_free(list);
        if (!fzzf__fault_seen())
            break;
        CU_ASSERT_EQUAL(kept, 0);
    }
    CU_ASSERT(n > 2 && n < 50);
}

static void drops_a_number_without_a_row(void)
{
    fzzf_diags *list = new_list();

    CU_ASSERT_EQUAL(fzzf__report(list, FZZF_E_RULE, 1, NULL, NULL),
                    FZZF_E_RULE);
    CU_ASSERT_EQUAL(fzzf_diags_count(list), 0);
    CU_ASSERT_EQUAL(fzzf_diags_dropped(list), 1);
    fzzf_diags_free(list);
}

static void tells_when_there_is_no_memory_for_a_list(void)
{
    fzzf_diags *const untouched = (fzzf_diags *)&untouched;
    fzzf_diags *list = untouched;

    fzzf__fault_after(0);
    CU_ASSERT_EQUAL(fzzf_diags_new(&list), FZZF_E_MEMORY);
    fzzf__fault_after(-1);
    CU_ASSERT_PTR_EQUAL(list, untouched);
    CU_ASSERT_TRUE(fzzf__fault_seen());
}

static const struct {
    int number;
    const char *en, *zh;
} rows[] = {
#define FINDING(number, name, severity, en, zh) {number, en, zh},
#include "base/findings.def"
#undef FINDING
};

static void has_one_row_for_each_number(void)
{
    const size_t count = sizeof rows / sizeof rows[0];
    size_t i, j;

    for (i = 0; i < count; i++)
        for (j = 0; j < i; j++)
            if (rows[i].number == rows[j].number)
                CHECK_TEXT(rows[i].en, rows[j].en);
    CU_ASSERT(count > 0);
}

/* Both sentences use the same arguments. */
static void says_the_same_in_both_languages(void)
{
    char slot[4] = "{0}";
    size_t i;

    for (i = 0; i < sizeof rows / sizeof rows[0]; i++)
        for (slot[1] = '0'; slot[1] <= '9'; slot[1]++)
            if ((strstr(rows[i].en, slot) != NULL) !=
                (strstr(rows[i].zh, slot) != NULL))
                CHECK_TEXT(rows[i].zh, rows[i].en);
    CU_PASS("all alike");
}

CU_TestInfo diag_tests[] = {
    {"keeps a finding with all it has", keeps_a_finding_with_all_it_has},
    {"repeats no identity number", repeats_no_identity_number},
    {"needs no place", needs_no_place},
    {"has nothing past the end", has_nothing_past_the_end},
    {"does without a list", does_without_a_list},
    {"counts what it cannot keep", counts_what_it_cannot_keep},
    {"begins anew after clearing", begins_anew_after_clearing},
    {"cuts very long arguments between characters",
     cuts_very_long_arguments_between_characters},
    {"counts but drops a finding without memory",
     counts_but_drops_a_finding_without_memory},
    {"drops a number without a row", drops_a_number_without_a_row},
    {"tells when there is no memory for a list",
     tells_when_there_is_no_memory_for_a_list},
    {"has one row for each number", has_one_row_for_each_number},
    {"says the same in both languages", says_the_same_in_both_languages},
    CU_TEST_INFO_NULL,
};
