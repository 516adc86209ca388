/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/base/text.c. */

#include "unit/suites.h"

#include <limits.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"

static void grows_by_whatever_is_added(void)
{
    fzzf__text text = {0};
    int i;

    fzzf__text_add(&text, "");
    CHECK_TEXT(text.bytes, "");
    fzzf__text_add(&text, "非遗");
    fzzf__text_addn(&text, "-12345", 3);
    CHECK_TEXT(text.bytes, "非遗-12");
    for (i = 0; i < 1000; i++)
        fzzf__text_add(&text, "0123456789");
    CU_ASSERT_EQUAL(text.length, strlen("非遗-12") + 10000);
    CU_ASSERT_EQUAL(strlen(text.bytes), text.length);
    CU_ASSERT_FALSE(text.failed);
    fzzf__text_free(&text);
    CU_ASSERT_PTR_NULL(text.bytes);
}

static void writes_integers(void)
{
    fzzf__text text = {0};

    fzzf__text_add_int(&text, 0);
    fzzf__text_add(&text, " ");
    fzzf__text_add_int(&text, -42);
    fzzf__text_add(&text, " ");
    fzzf__text_add_int(&text, LLONG_MAX);
    fzzf__text_add(&text, " ");
    fzzf__text_add_int(&text, LLONG_MIN);
    CHECK_TEXT(text.bytes, "0 -42 9223372036854775807 -9223372036854775808");
    fzzf__text_free(&text);
}

static void fills_patterns(void)
{
    static const char *const args[] = {"a", "{0}", NULL, "d"};
    static const struct {
        const char *pattern, *filled;
    } cases[] = {
        {"", ""},
        {"none", "none"},
        {"{0}", "a"},
        {"{0}{0}-{3}.", "aa-d."},
        {"<{1}>", "<{0}>"}, /* an argument is never filled itself */
        {"<{2}{4}{9}>", "<>"},
        {"{}", "{}"},
        {"{x} {10} {0", "{x} {10} {0"},
        {"{{0}}", "{a}"},
        {"“{0}”：{3}", "“a”：d"},
        {"{0}[ ({3})].", "a (d)."}, /* all in brackets is given, or not */
        {"{0}[ ({2})][ {0}{9}]-[x].", "a-x."},
        {"[{0}", "[a"},
        {"{0}]", "a]"},
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        fzzf__text text = {0};

        fzzf__text_fill(&text, cases[i].pattern, args, 4);
        CHECK_TEXT(text.bytes, cases[i].filled);
        fzzf__text_free(&text);
    }
}

static void remembers_that_memory_ran_out(void)
{
    fzzf__text text = {0};

    fzzf__fault_after(1);
    fzzf__text_add(&text, "begin");
    CU_ASSERT_FALSE(text.failed);
    fzzf__text_add(&text, "a longer text than there is room for");
    CU_ASSERT_TRUE(text.failed);
    fzzf__fault_after(-1);
    fzzf__text_add(&text, "more");
    CHECK_TEXT(text.bytes, "begin");
    CU_ASSERT_TRUE(fzzf__fault_seen());
    fzzf__text_free(&text);
    CU_ASSERT_FALSE(text.failed);
}

CU_TestInfo text_tests[] = {
    {"grows by whatever is added", grows_by_whatever_is_added},
    {"writes integers", writes_integers},
    {"fills patterns", fills_patterns},
    {"remembers that memory ran out", remembers_that_memory_ran_out},
    CU_TEST_INFO_NULL,
};
