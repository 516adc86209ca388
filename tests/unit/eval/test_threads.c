/* SPDX-License-Identifier: Apache-2.0 */
/* One plan, many threads: the same bytes from all of them. */

#include "unit/eval/round.h"

#include <pthread.h>
#include <string.h>

#define THREADS 4
#define TIMES   200

struct work {
    struct round *round;
    fzzf__text *expected; /* by declaration */
    size_t different;
};

static int add_bytes(void *user, const char *bytes, size_t size)
{
    fzzf__text_addn(user, bytes, size);
    return 0;
}

/* Asserts nothing: CUnit counts in one thread only. */
static void *evaluate_often(void *user)
{
    struct work *work = user;

    for (size_t n = 0; n < TIMES; n++) {
        const size_t at = n % work->round->count;
        fzzf_result *result = NULL;
        fzzf__text text = {0};
        fzzf_status status =
            work->round->cohort == NULL
                ? fzzf_plan_evaluate(work->round->plan, &result,
                                     work->round->declarations[at], NULL)
                : fzzf_cohort_evaluate(work->round->cohort, &result,
                                       work->round->declarations[at], NULL);

        if (status == FZZF_OK)
            status = fzzf_xml_write_result(result, add_bytes, &text, NULL);
        work->different += status != FZZF_OK ||
                           strcmp(text.bytes, work->expected[at].bytes) != 0;
        fzzf__text_free(&text);
        fzzf_result_unref(result);
    }
    return NULL;
}

static void check(const char *folder, bool cohort)
{
    fzzf__text expected[16] = {{0}};
    struct work works[THREADS];
    pthread_t threads[THREADS];
    struct round round;

    round_read(&round, folder);
    round_plan(&round);
    if (cohort)
        round_close(&round);
    CU_ASSERT_FATAL(round.count < 16);
    for (size_t i = 0; i < round.count; i++) {
        fzzf_result *result = round_result(&round, i);

        result_text(result, &expected[i]);
        fzzf_result_unref(result);
    }
    for (int i = 0; i < THREADS; i++) {
        works[i] = (struct work){&round, expected, 0};
        CU_ASSERT_EQUAL_FATAL(
            pthread_create(&threads[i], NULL, evaluate_often, &works[i]), 0);
    }
    for (int i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        CU_ASSERT_EQUAL(works[i].different, 0);
    }
    for (size_t i = 0; i < round.count; i++)
        fzzf__text_free(&expected[i]);
    round_free(&round);
}

static void share_a_plan(void)
{
    check("tests/cases/eval/applies/groups", false);
    check("tests/cases/rule/combine/geometric", false);
}

static void share_a_closed_cohort(void)
{
    check("tests/cases/eval/cohort/irrational", true);
}

CU_TestInfo threads_tests[] = {
    {"share_a_plan", share_a_plan},
    {"share_a_closed_cohort", share_a_closed_cohort},
    CU_TEST_INFO_NULL,
};
