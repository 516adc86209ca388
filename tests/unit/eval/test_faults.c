/* SPDX-License-Identifier: Apache-2.0 */
/* Systems and declarations that are refused, each with exactly what the first
 * lines of its file expect: "expect: 3003@7" is finding 3003 in line 7. */

#include "unit/eval/round.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FINDINGS_MAX 256

static bool has_case[10000];

/* The findings as "3003@7 3005@9", by line, then by number. */
struct list {
    int pairs[FINDINGS_MAX][2];
    size_t count;
};

static void put(struct list *list, int number, int line)
{
    CU_ASSERT_FATAL(list->count < FINDINGS_MAX);
    list->pairs[list->count][0] = line;
    list->pairs[list->count++][1] = number;
}

static int by_line(const void *a, const void *b)
{
    const int *x = a, *y = b;

    return x[0] != y[0] ? x[0] - y[0] : x[1] - y[1];
}

static void print(struct list *list, const char *path, fzzf__text *text)
{
    qsort(list->pairs, list->count, sizeof list->pairs[0], by_line);
    fzzf__text_add(text, path);
    for (size_t i = 0; i < list->count; i++) {
        fzzf__text_add(text, " ");
        fzzf__text_add_int(text, list->pairs[i][1]);
        fzzf__text_add(text, "@");
        fzzf__text_add_int(text, list->pairs[i][0]);
    }
}

static void read_expected(const char *path, struct list *list)
{
    fzzf__text file = {0};
    const char *at;

    load_file(&file, path);
    at = strstr(file.bytes, "expect: ");
    CU_ASSERT_PTR_NOT_NULL_FATAL(at);
    for (at += 8; *at != '-'; at++) {
        char *end;
        const int number = (int)strtol(at, &end, 10);

        put(list, number, (int)strtol(end + 1, &end, 10));
        has_case[number] = true;
        at = end;
    }
    fzzf__text_free(&file);
}

static void check_found(const fzzf_diags *diags, const char *path)
{
    struct list expected = {.count = 0}, found = {.count = 0};
    fzzf__text texts[2] = {{0}, {0}};

    read_expected(path, &expected);
    for (size_t i = 0; i < fzzf_diags_count(diags); i++)
        put(&found, fzzf_diags_code(diags, i), (int)fzzf_diags_line(diags, i));
    print(&found, path, &texts[0]);
    print(&expected, path, &texts[1]);
    CHECK_TEXT(texts[0].bytes, texts[1].bytes);
    fzzf__text_free(&texts[0]);
    fzzf__text_free(&texts[1]);
}

static void check_system(const char *path)
{
    char beside[600];
    fzzf__text system = {0}, contract = {0};
    struct round round;
    fzzf_plan *plan = NULL;

    if (strstr(path, ".contract.xml") != NULL)
        return;
    snprintf(beside, sizeof beside, "%.*s.contract.xml",
             (int)(strlen(path) - 4), path);
    load_file(&system, path);
    load_file(&contract,
              file_exists(beside) ? beside : "tests/cases/rule/contract.xml");
    round_make(&round, system.bytes, contract.bytes, NULL);
    CU_ASSERT_EQUAL(
        fzzf_plan_new(&plan, round.system, round.contract, round.diags),
        FZZF_E_RULE);
    CU_ASSERT_PTR_NULL(plan);
    check_found(round.diags, path);
    round_free(&round);
    fzzf__text_free(&system);
    fzzf__text_free(&contract);
}

static void systems_are_refused_with_every_fault(void)
{
    CU_ASSERT(each_file("tests/cases/rule/faults", ".xml", check_system) > 170);
}

static int add_member(void *user, fzzf_declaration *declaration)
{
    struct round *round = user;

    if (fzzf_cohort_add(round->cohort, declaration, round->diags) != FZZF_OK)
        round->count++;
    return 0;
}

static void check_declaration(const char *path)
{
    fzzf__text system = {0}, contract = {0}, file = {0};
    struct round round;
    fzzf_source source = {.size = sizeof source};

    if (strstr(path, "/4") == NULL)
        return;
    load_file(&system, "tests/cases/declaration/system.xml");
    load_file(&contract, "tests/cases/declaration/contract.xml");
    load_file(&file, path);
    source.bytes = file.bytes;
    source.length = file.length;
    round_make(&round, system.bytes, contract.bytes, NULL);
    round_plan(&round);
    CU_ASSERT_EQUAL_FATAL(fzzf_cohort_new(&round.cohort, round.plan), FZZF_OK);
    CU_ASSERT_EQUAL(
        fzzf_xml_each_declaration(&source, add_member, &round, round.diags),
        FZZF_OK);
    CU_ASSERT_EQUAL(round.count, 1);
    check_found(round.diags, path);
    round.count = 0;
    round_free(&round);
    fzzf__text_free(&system);
    fzzf__text_free(&contract);
    fzzf__text_free(&file);
}

static void declarations_are_refused_with_every_fault(void)
{
    CU_ASSERT(each_file("tests/cases/declaration", ".xml", check_declaration) >
              20);
}

/* Findings of plans, and of declarations that do not fit theirs. */
static void every_finding_has_a_case(void)
{
    static const int numbers[] = {
#define FINDING(number, name, severity, en, zh) number,
#include "base/findings.def"
#undef FINDING
    };

    memset(has_case, 0, sizeof has_case);
    each_file("tests/cases/rule/faults", ".xml", check_system);
    each_file("tests/cases/declaration", ".xml", check_declaration);
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        /* 3020: the reader refuses an unknown rule before a plan sees it. */
        const bool wanted =
            (numbers[i] >= 3001 && numbers[i] < 3100 && numbers[i] != 3020) ||
            (numbers[i] >= 4001 && numbers[i] < 4010);
        char text[32];

        snprintf(text, sizeof text, "%d", numbers[i]);
        if (wanted)
            CHECK_TEXT(has_case[numbers[i]] ? text : "no case", text);
    }
}

CU_TestInfo faults_tests[] = {
    {"systems_are_refused_with_every_fault",
     systems_are_refused_with_every_fault},
    {"declarations_are_refused_with_every_fault",
     declarations_are_refused_with_every_fault},
    {"every_finding_has_a_case", every_finding_has_a_case},
    CU_TEST_INFO_NULL,
};
