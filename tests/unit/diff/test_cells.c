/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/diff/cells.c. */

#include "fzzf/diff.h"
#include "unit/xml/reading.h"

static void compares(const char *from, const char *to,
                     const fzzf_cell *expected, size_t count)
{
    fzzf_source one = text_of(from), two = text_of(to);
    fzzf_cell cell = {.size = sizeof cell};
    fzzf_diff *diff = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_diff_new(&diff, &one, &two, NULL), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_diff_count(diff), count);
    for (size_t i = 0; i < count; i++) {
        CU_ASSERT_TRUE(fzzf_diff_at(diff, i, &cell));
        CHECK_TEXT(cell.path, expected[i].path);
        CHECK_TEXT(cell.before, expected[i].before);
        CHECK_TEXT(cell.after, expected[i].after);
    }
    CU_ASSERT_FALSE(fzzf_diff_at(diff, count, &cell));
    CU_ASSERT_PTR_NULL(cell.path);
    fzzf_diff_free(diff);
}

/* What the first has comes in its order, then what is new. */
static void tells_changed_lost_and_new_cells(void)
{
    static const fzzf_cell expected[] = {
        {.path = "a/@x", .before = "1", .after = "2"},
        {.path = "a/b[1.1]/@id", .before = "1.1", .after = NULL},
        {.path = "a/b[1.1]", .before = "t", .after = NULL},
        {.path = "a/b[1.2]/@id", .before = NULL, .after = "1.2"},
        {.path = "a/b[1.2]", .before = NULL, .after = "t"},
    };

    compares("<a x='1'><b id='1.1'>t</b></a>", "<a x='2'><b id='1.2'>t</b></a>",
             expected, 5);
}

static void order_and_layout_are_no_difference(void)
{
    compares("<a><b id='1' x='2'/><b id='2'/></a>",
             "<a>\n  <b id='2'/>\n  <b x='2' id='1'/>\n</a>", NULL, 0);
}

static void refuses_two_kinds(void)
{
    fzzf_source one = text_of("<a/>"), two = text_of("<ab/>");
    fzzf_diff *diff = NULL;
    fzzf_diags *diags = new_diags();

    CU_ASSERT_EQUAL(fzzf_diff_new(&diff, &one, &two, diags), FZZF_E_SCHEMA);
    CU_ASSERT_EQUAL(first_code(diags), FZZF__F_DIFF_KINDS);
    CU_ASSERT_PTR_NULL(diff);
    two = text_of("<a>");
    CU_ASSERT_EQUAL(fzzf_diff_new(&diff, &one, &two, NULL), FZZF_E_SYNTAX);
    CU_ASSERT_EQUAL(fzzf_diff_new(NULL, &one, &one, NULL), FZZF_E_ARGUMENT);
    fzzf_diff_free(NULL);
    fzzf_diags_free(diags);
}

CU_TestInfo cells_tests[] = {
    {"tells changed, lost and new cells", tells_changed_lost_and_new_cells},
    {"order and layout are no difference", order_and_layout_are_no_difference},
    {"refuses two kinds", refuses_two_kinds},
    CU_TEST_INFO_NULL,
};
