/* SPDX-License-Identifier: Apache-2.0 */
/* The public descriptions of operators. */

#include <string.h>

#include "fzzf/rule.h"
#include "unit/suites.h"

static void come_in_order_and_are_found_by_name(void)
{
    fzzf_operator_form last = FZZF_FORM_RULE;

    for (size_t i = 0; i < fzzf_operator_count(); i++) {
        fzzf_operator_view view = {.size = sizeof view};
        const fzzf_operator *op = fzzf_operator_at(i);

        CU_ASSERT_TRUE_FATAL(fzzf_operator_describe(op, &view));
        CU_ASSERT(view.form >= last);
        last = view.form;
        CU_ASSERT_PTR_EQUAL(fzzf_operator_find(view.name, view.form), op);
        CU_ASSERT_PTR_NOT_NULL(view.summary_zh);
        CU_ASSERT_PTR_NOT_NULL(view.summary_en);
    }
    CU_ASSERT_EQUAL(last, FZZF_FORM_FUNCTION);
    CU_ASSERT_PTR_NULL(fzzf_operator_at(fzzf_operator_count()));
    CU_ASSERT_PTR_NULL(fzzf_operator_find("deduct", FZZF_FORM_FUNCTION));
    CU_ASSERT_PTR_NULL(fzzf_operator_find("", FZZF_FORM_RULE));
    CU_ASSERT_PTR_NULL(fzzf_operator_find(NULL, FZZF_FORM_RULE));
    /* What formulas are made of is not listed. */
    CU_ASSERT_PTR_NULL(fzzf_operator_find("points", FZZF_FORM_NONE));
}

static void say_what_they_take(void)
{
    const fzzf_operator *op = fzzf_operator_find("deduct", FZZF_FORM_RULE);
    fzzf_operator_view view = {.size = sizeof view};
    fzzf_param param = {.size = sizeof param};

    CU_ASSERT_TRUE(fzzf_operator_describe(op, &view));
    CHECK_TEXT(view.parts, "loss gain group awards");
    CU_ASSERT_EQUAL(view.parts_min, 1);
    CU_ASSERT_EQUAL(view.parts_max, 0);
    CU_ASSERT_EQUAL(view.param_count, 3);
    CU_ASSERT_TRUE(fzzf_operator_param(op, 1, &param));
    CHECK_TEXT(param.name, "floor");
    CHECK_TEXT(param.absent, "0");
    CU_ASSERT_FALSE(param.required);
    CU_ASSERT_FALSE(fzzf_operator_param(op, 3, &param));
    CU_ASSERT_PTR_NULL(param.name);
    op = fzzf_operator_find("bands", FZZF_FORM_RULE);
    CU_ASSERT_TRUE(fzzf_operator_param(op, 0, &param));
    CU_ASSERT_TRUE(param.required);
}

/* rank(x, 'group'): the second argument may be absent. */
static void functions_say_which_arguments_may_be_absent(void)
{
    const fzzf_operator *op = fzzf_operator_find("rank", FZZF_FORM_FUNCTION);
    fzzf_operator_view view = {.size = sizeof view};
    fzzf_param param = {.size = sizeof param};

    CU_ASSERT_TRUE(fzzf_operator_param(op, 0, &param));
    CU_ASSERT_TRUE(param.required);
    CU_ASSERT_TRUE(fzzf_operator_param(op, 1, &param));
    CU_ASSERT_FALSE(param.required);
    CU_ASSERT_TRUE(fzzf_operator_describe(op, &view));
    CHECK_TEXT(view.parts, "");
    CU_ASSERT_FALSE(view.repeats);
    op = fzzf_operator_find("min", FZZF_FORM_FUNCTION);
    CU_ASSERT_TRUE(fzzf_operator_describe(op, &view));
    CU_ASSERT_TRUE(view.repeats);
}

static void nothing_is_described_as_nothing(void)
{
    fzzf_operator_view view = {.size = sizeof view};
    fzzf_param param = {.size = sizeof param};

    CU_ASSERT_FALSE(fzzf_operator_describe(NULL, &view));
    CU_ASSERT_PTR_NULL(view.name);
    CU_ASSERT_FALSE(fzzf_operator_param(NULL, 0, &param));
    CU_ASSERT_EQUAL(param.type, FZZF_PARAM_NONE);
}

CU_TestInfo operators_tests[] = {
    {"come_in_order_and_are_found_by_name",
     come_in_order_and_are_found_by_name},
    {"say_what_they_take", say_what_they_take},
    {"functions_say_which_arguments_may_be_absent",
     functions_say_which_arguments_may_be_absent},
    {"nothing_is_described_as_nothing", nothing_is_described_as_nothing},
    CU_TEST_INFO_NULL,
};
