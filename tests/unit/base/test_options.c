/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/base/options.c. */

#include "unit/suites.h"

#include "base/options.h"

struct older {
    size_t size;
    size_t a;
};
struct newer {
    size_t size;
    size_t a;
    size_t b;
};

static void fills_in_what_an_older_caller_does_not_know(void)
{
    struct older given = {.size = sizeof given, .a = 7};
    struct newer now = {9, 9, 9};

    CU_ASSERT_EQUAL(fzzf__options_read(&now, sizeof now, &given), FZZF_OK);
    CU_ASSERT_EQUAL(now.size, sizeof now);
    CU_ASSERT_EQUAL(now.a, 7);
    CU_ASSERT_EQUAL(now.b, 0);
}

static void accepts_a_newer_caller_who_asks_nothing_new(void)
{
    struct newer given = {.size = sizeof given, .a = 7, .b = 0};
    struct older now = {9, 9};

    CU_ASSERT_EQUAL(fzzf__options_read(&now, sizeof now, &given), FZZF_OK);
    CU_ASSERT_EQUAL(now.size, sizeof now);
    CU_ASSERT_EQUAL(now.a, 7);
}

static void refuses_a_newer_caller_who_asks_something_new(void)
{
    struct newer given = {.size = sizeof given, .a = 7, .b = 1};
    struct older now = {9, 9};

    CU_ASSERT_EQUAL(fzzf__options_read(&now, sizeof now, &given),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(now.a, 9);
}

static void refuses_a_caller_who_forgot_the_size(void)
{
    struct older given = {.size = 0, .a = 7};
    struct older now = {9, 9};

    CU_ASSERT_EQUAL(fzzf__options_read(&now, sizeof now, &given),
                    FZZF_E_ARGUMENT);
    given.size = sizeof given.size - 1;
    CU_ASSERT_EQUAL(fzzf__options_read(&now, sizeof now, &given),
                    FZZF_E_ARGUMENT);
}

static void takes_null_as_all_defaults(void)
{
    struct older now = {9, 9};

    CU_ASSERT_EQUAL(fzzf__options_read(&now, sizeof now, NULL), FZZF_OK);
    CU_ASSERT_EQUAL(now.size, sizeof now);
    CU_ASSERT_EQUAL(now.a, 0);
}

static void shows_an_older_caller_what_it_knows(void)
{
    const struct newer current = {sizeof current, 7, 8};
    struct older views[2] = {{sizeof views[0], 9}, {9, 9}};

    CU_ASSERT_EQUAL(fzzf__view_write(&views[0], &current, sizeof current), 1);
    CU_ASSERT_EQUAL(views[0].size, sizeof views[0]);
    CU_ASSERT_EQUAL(views[0].a, 7);
    CU_ASSERT_EQUAL(views[1].size, 9); /* nothing was written behind it */
}

static void shows_a_newer_caller_zero_for_the_rest(void)
{
    const struct older current = {sizeof current, 7};
    struct newer view = {sizeof view, 9, 9};

    CU_ASSERT_EQUAL(fzzf__view_write(&view, &current, sizeof current), 1);
    CU_ASSERT_EQUAL(view.size, sizeof view);
    CU_ASSERT_EQUAL(view.a, 7);
    CU_ASSERT_EQUAL(view.b, 0);
}

static void shows_nothing_to_who_forgot_the_size(void)
{
    const struct older current = {sizeof current, 7};
    struct older view = {0, 9};

    CU_ASSERT_EQUAL(fzzf__view_write(&view, &current, sizeof current), 0);
    CU_ASSERT_EQUAL(view.a, 9);
    CU_ASSERT_EQUAL(fzzf__view_write(NULL, &current, sizeof current), 0);
}

CU_TestInfo options_tests[] = {
    {"fills in what an older caller does not know",
     fills_in_what_an_older_caller_does_not_know},
    {"accepts a newer caller who asks nothing new",
     accepts_a_newer_caller_who_asks_nothing_new},
    {"refuses a newer caller who asks something new",
     refuses_a_newer_caller_who_asks_something_new},
    {"refuses a caller who forgot the size",
     refuses_a_caller_who_forgot_the_size},
    {"takes NULL as all defaults", takes_null_as_all_defaults},
    {"shows an older caller what it knows",
     shows_an_older_caller_what_it_knows},
    {"shows a newer caller zero for the rest",
     shows_a_newer_caller_zero_for_the_rest},
    {"shows nothing to who forgot the size",
     shows_nothing_to_who_forgot_the_size},
    CU_TEST_INFO_NULL,
};
