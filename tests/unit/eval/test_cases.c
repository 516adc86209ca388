/* SPDX-License-Identifier: Apache-2.0 */
/* Every folder of cases: what it expects, and what must hold of all results. */

#include "unit/eval/round.h"

#include <stdio.h>
#include <string.h>

#include "model/declaration.h"
#include "model/result.h"
#include "rule/operator.h"

/* Where a failure is: folder, declaration, node. */
static char where[1024];

static void check_same(const char *obtained, const char *expected)
{
    char both[2][2048];

    if (strcmp(obtained, expected) == 0) {
        CU_ASSERT_TRUE(1);
        return;
    }
    snprintf(both[0], sizeof both[0], "%s: %s", where, obtained);
    snprintf(both[1], sizeof both[1], "%s: %s", where, expected);
    CHECK_TEXT(both[0], both[1]);
}

/* Numbers as the library writes them, whatever way the case does. */
static const char *canonical(fzzf__arena *arena, const char *text,
                             size_t length)
{
    fzzf__num num;

    if (length == 3 && memcmp(text, "inf", 3) == 0)
        return "inf";
    if (length == 4 && memcmp(text, "-inf", 4) == 0)
        return "-inf";
    CU_ASSERT_TRUE_FATAL(fzzf__num_parse(arena, text, length, &num));
    return fzzf__num_exact_text(arena, num);
}

static bool begins_a_number(const char *text)
{
    return (text[0] >= '0' && text[0] <= '9') || text[0] == '-';
}

static void check_score(const fzzf_result *result, const char *node,
                        const char *expected)
{
    char obtained[512], wanted[512];
    const char *dots = strstr(expected, "..");
    fzzf__arena arena;

    fzzf__arena_init(&arena);
    if (dots == NULL)
        snprintf(wanted, sizeof wanted, "%s",
                 canonical(&arena, expected, strlen(expected)));
    else
        snprintf(wanted, sizeof wanted, "%s..%s",
                 canonical(&arena, expected, (size_t)(dots - expected)),
                 canonical(&arena, dots + 2, strlen(dots + 2)));
    check_same(node_text(result, node, obtained, sizeof obtained), wanted);
    fzzf__arena_free(&arena);
}

static void check_reading(const fzzf_result *result, const char *name,
                          const char *expected)
{
    fzzf_reading_view view = {.size = sizeof view};
    char obtained[512];
    int i = 0;

    while (strcmp(fzzf_reading_name((fzzf_reading)i), name) != 0)
        i++;
    fzzf_result_reading(result, (fzzf_reading)i, &view);
    if (view.low == NULL)
        snprintf(obtained, sizeof obtained, "none of none %s",
                 fzzf_answer_name(view.passes));
    else if (fzzf_number_compare(view.low, view.high) == 0)
        snprintf(obtained, sizeof obtained, "%s of %s %s",
                 fzzf_number_exact(view.low), fzzf_number_exact(view.of),
                 fzzf_answer_name(view.passes));
    else
        snprintf(obtained, sizeof obtained, "%s..%s of %s %s",
                 fzzf_number_exact(view.low), fzzf_number_exact(view.high),
                 fzzf_number_exact(view.of), fzzf_answer_name(view.passes));
    check_same(obtained, expected);
}

static bool is_reading(const char *name)
{
    for (int i = 0; i < FZZF_READING_COUNT; i++)
        if (strcmp(fzzf_reading_name((fzzf_reading)i), name) == 0)
            return true;
    return false;
}

static bool is_answer(const char *text)
{
    for (int i = FZZF_NO; i <= FZZF_NOTHING_APPLICABLE; i++)
        if (strcmp(fzzf_answer_name((fzzf_answer)i), text) == 0)
            return true;
    return false;
}

static bool is_state(const char *text)
{
    for (int i = FZZF_SCORE_EXACT; i <= FZZF_SCORE_UNSCORED; i++)
        if (strcmp(fzzf_score_state_name((fzzf_score_state)i), text) == 0)
            return true;
    return false;
}

/* A number, low..high, a state, yes or no (met), "full 10", or a grade. */
static void check_node(const fzzf_result *result, const char *id,
                       const char *expected)
{
    fzzf_node node = {.size = sizeof node};

    CU_ASSERT_TRUE_FATAL(
        fzzf_result_node(result, fzzf_result_find(result, id), &node));
    if (begins_a_number(expected)) {
        check_score(result, id, expected);
    } else if (strncmp(expected, "full ", 5) == 0) {
        fzzf__arena arena;

        fzzf__arena_init(&arena);
        check_same(node.full == NULL ? "none" : fzzf_number_exact(node.full),
                   canonical(&arena, expected + 5, strlen(expected + 5)));
        fzzf__arena_free(&arena);
    } else if (is_answer(expected)) {
        check_same(fzzf_answer_name(node.met), expected);
    } else if (is_state(expected)) {
        check_same(fzzf_score_state_name(node.state), expected);
    } else {
        check_same(node.grade == NULL ? "none" : node.grade, expected);
    }
}

static void check_row(const fzzf_result *result, const char *node,
                      const char *expected)
{
    fzzf_verdict verdict = {.size = sizeof verdict};

    if (strcmp(node, "eligible") == 0) {
        fzzf_result_verdict(result, &verdict);
        check_same(fzzf_answer_name(verdict.eligible), expected);
    } else if (is_reading(node)) {
        check_reading(result, node, expected);
    } else {
        check_node(result, node, expected);
    }
}

static size_t rows_seen;

/* Cuts a line into its three fields; false when there is none. */
static bool take_row(char **rest, char **fields)
{
    char *end = strchr(*rest, '\n');

    if (end == NULL)
        return false;
    *end = '\0';
    fields[0] = *rest;
    fields[1] = strchr(fields[0], ',');
    CU_ASSERT_PTR_NOT_NULL_FATAL(fields[1]);
    *fields[1]++ = '\0';
    fields[2] = strchr(fields[1], ',');
    CU_ASSERT_PTR_NOT_NULL_FATAL(fields[2]);
    *fields[2]++ = '\0';
    *rest = end + 1;
    return true;
}

/* The result of the declaration @id. */
static fzzf_result *result_of(struct round *round, const char *id)
{
    for (size_t i = 0; i < round->count; i++)
        if (strcmp(round->declarations[i]->id, id) == 0)
            return round_result(round, i);
    CU_FAIL_FATAL("no such declaration");
    return NULL;
}

static void check_folder(const char *folder)
{
    struct round round;
    fzzf__text table = {0};
    char path[512];
    char *rest, *fields[3];

    round_read(&round, folder);
    round_plan(&round);
    if (fzzf_plan_needs_cohort(round.plan))
        round_close(&round);
    snprintf(path, sizeof path, "%s/expected.csv", folder);
    load_file(&table, path);
    rest = strchr(table.bytes, '\n') + 1;
    while (take_row(&rest, fields)) {
        fzzf_result *result = result_of(&round, fields[0]);

        snprintf(where, sizeof where, "%s %s %s", folder, fields[0], fields[1]);
        check_row(result, fields[1], fields[2]);
        fzzf_result_unref(result);
        rows_seen++;
    }
    fzzf__text_free(&table);
    round_free(&round);
}

static void every_case_comes_out_as_expected(void)
{
    rows_seen = 0;
    CU_ASSERT(each_folder(check_folder) > 200);
    CU_ASSERT(rows_seen > 2000);
}

/* Full marks and all causes; infinite ends add to infinity. */
static void check_causes_of(const struct fzzf__node_result *node)
{
    fzzf__num low = node->full == NULL ? FZZF__ZERO : node->full->num;
    fzzf__num high = low;
    fzzf__arena arena;

    if (node->score == NULL)
        return;
    fzzf__arena_init(&arena);
    for (size_t i = 0; i < node->cause_count; i++) {
        low = fzzf__num_add(&arena, low, node->causes[i].low);
        high = fzzf__num_add(&arena, high, node->causes[i].high);
    }
    check_same(fzzf__num_exact_text(&arena, low), node->score->exact);
    check_same(fzzf__num_exact_text(&arena, high), node->high->exact);
    fzzf__arena_free(&arena);
}

static size_t scores_seen;

static void check_causes(const char *folder)
{
    struct round round;

    round_read(&round, folder);
    round_plan(&round);
    round_close(&round);
    for (size_t i = 0; i < round.count; i++) {
        fzzf_result *result = round_result(&round, i);

        for (size_t n = 0; n < fzzf_result_count(result); n++) {
            snprintf(where, sizeof where, "%s %s %s", folder,
                     result->declaration, result->system->nodes[n].id);
            check_causes_of(&result->nodes[n]);
            scores_seen += result->nodes[n].score != NULL;
        }
        fzzf_result_unref(result);
    }
    round_free(&round);
}

static void causes_lead_from_full_marks_to_every_score(void)
{
    scores_seen = 0;
    each_folder(check_causes);
    CU_ASSERT(scores_seen > 3000);
}

/* What a cohort says of a member is what the member's result says. */
static void check_member(const struct round *round, size_t index,
                         const fzzf_result *result)
{
    fzzf_member member = {.size = sizeof member};
    const struct fzzf__node_result *total = &result->nodes[0];

    CU_ASSERT_TRUE_FATAL(fzzf_cohort_member(round->cohort, index, &member));
    snprintf(where, sizeof where, "%s as a member", result->declaration);
    check_same(member.declaration, result->declaration);
    check_same(fzzf_score_state_name(member.state),
               fzzf_score_state_name(total->state));
    check_same(fzzf_answer_name(member.eligible),
               fzzf_answer_name(result->eligible));
    check_same(member.grade == NULL ? "none" : member.grade,
               total->grade == NULL ? "none" : total->grade);
    check_same(member.score == NULL ? "none" : member.score->exact,
               total->score == NULL ? "none" : total->score->exact);
    check_same(member.high == NULL ? "none" : member.high->exact,
               total->high == NULL ? "none" : total->high->exact);
}

static void reverse(struct round *round)
{
    for (size_t i = 0; i < round->count / 2; i++) {
        fzzf_declaration *moved = round->declarations[i];

        round->declarations[i] = round->declarations[round->count - 1 - i];
        round->declarations[round->count - 1 - i] = moved;
    }
}

/* The cohort that is made of one cohort a unit. */
static void close_joined(struct round *round)
{
    fzzf_cohort *one = NULL;

    round->cohort = NULL;
    CU_ASSERT_EQUAL_FATAL(fzzf_cohort_new(&round->cohort, round->plan),
                          FZZF_OK);
    CU_ASSERT_EQUAL_FATAL(fzzf_cohort_new(&one, round->plan), FZZF_OK);
    for (size_t i = 0; i < round->count; i++) {
        CU_ASSERT_EQUAL_FATAL(
            fzzf_cohort_add(one, round->declarations[i], NULL), FZZF_OK);
        CU_ASSERT_EQUAL_FATAL(fzzf_cohort_join(round->cohort, one, NULL),
                              FZZF_OK);
        CU_ASSERT_EQUAL(fzzf_cohort_count(one), 0);
    }
    fzzf_cohort_free(one);
    CU_ASSERT_EQUAL_FATAL(fzzf_cohort_close(round->cohort, NULL), FZZF_OK);
}

static void close_reversed(struct round *round)
{
    reverse(round);
    round_close(round);
}

/* What @close does comes to the same as closing a round in order. */
static void check_way(const char *folder, const char *way,
                      void (*close)(struct round *round))
{
    struct round round;
    fzzf_cohort *first;

    round_read(&round, folder);
    round_plan(&round);
    round_close(&round);
    first = round.cohort;
    close(&round);
    for (size_t i = 0; i < round.count; i++) {
        fzzf_result *results[2] = {NULL, round_result(&round, i)};
        fzzf__text texts[2] = {{0}, {0}};

        CU_ASSERT_EQUAL_FATAL(fzzf_cohort_evaluate(first, &results[0],
                                                   round.declarations[i], NULL),
                              FZZF_OK);
        for (int k = 0; k < 2; k++)
            result_text(results[k], &texts[k]);
        snprintf(where, sizeof where, "%s %s", folder, way);
        check_same(texts[0].bytes, texts[1].bytes);
        check_member(&round, i, results[1]);
        for (int k = 0; k < 2; k++) {
            fzzf__text_free(&texts[k]);
            fzzf_result_unref(results[k]);
        }
    }
    fzzf_cohort_free(first);
    round_free(&round);
}

static void check_order(const char *folder)
{
    check_way(folder, "reversed", close_reversed);
}

static void check_joining(const char *folder)
{
    check_way(folder, "joined", close_joined);
}

static void joined_cohorts_are_one(void)
{
    each_folder(check_joining);
}

static void the_order_of_declarations_changes_nothing(void)
{
    each_folder(check_order);
}

static bool has_cases[128];

static void note_operator(const char *folder)
{
    static const char below[] = "tests/cases/rule/";

    for (size_t i = 0; i < fzzf_operator_count(); i++) {
        const char *name = fzzf_operator_at(i)->name;
        const char *rest = folder + sizeof below - 1;

        if (strncmp(folder, below, sizeof below - 1) == 0 &&
            strncmp(rest, name, strlen(name)) == 0 && rest[strlen(name)] == '/')
            has_cases[i] = true;
    }
}

static void every_operator_has_cases(void)
{
    CU_ASSERT_FATAL(fzzf_operator_count() < sizeof has_cases);
    memset(has_cases, 0, sizeof has_cases);
    each_folder(note_operator);
    for (size_t i = 0; i < fzzf_operator_count(); i++) {
        snprintf(where, sizeof where, "cases of %s", fzzf_operator_at(i)->name);
        check_same(has_cases[i] ? "some" : "none", "some");
    }
}

CU_TestInfo cases_tests[] = {
    {"every_case_comes_out_as_expected", every_case_comes_out_as_expected},
    {"causes_lead_from_full_marks_to_every_score",
     causes_lead_from_full_marks_to_every_score},
    {"the_order_of_declarations_changes_nothing",
     the_order_of_declarations_changes_nothing},
    {"joined_cohorts_are_one", joined_cohorts_are_one},
    {"every_operator_has_cases", every_operator_has_cases},
    CU_TEST_INFO_NULL,
};
