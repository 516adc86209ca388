/* SPDX-License-Identifier: Apache-2.0 */
/* Contracts, and what every document bears: references and NULL. */

#include "model/declaration.h"
#include "unit/model/make.h"

static void tells_what_programs_show_numbers_by(void)
{
    struct fzzf_contract *contract = make_contract();

    CHECK_TEXT(fzzf_contract_id(contract), "trial");
    CHECK_TEXT(fzzf_contract_title(contract), "试用约定");
    CU_ASSERT_EQUAL(fzzf_contract_rounding(contract), FZZF_ROUND_HALF_UP);
    CU_ASSERT_EQUAL(fzzf_contract_display_places(contract), 2);
    fzzf_contract_unref(contract);
}

/* Run under a leak checker this also shows that the last one releases. */
static void lives_until_the_last_reference_is_given_back(void)
{
    struct fzzf_contract *contract = make_contract();
    struct fzzf_tailoring *tailoring = make_tailoring("a");
    struct fzzf_declaration *declaration = fzzf__declaration_new();
    struct fzzf_result *result = make_result();

    CU_ASSERT_PTR_EQUAL(fzzf_contract_ref(contract), contract);
    fzzf_contract_unref(contract);
    CHECK_TEXT(fzzf_contract_id(contract), "trial");
    fzzf_contract_unref(contract);
    CU_ASSERT_PTR_EQUAL(fzzf_tailoring_ref(tailoring), tailoring);
    fzzf_tailoring_unref(tailoring);
    CHECK_TEXT(tailoring->id, "a");
    fzzf_tailoring_unref(tailoring);
    CU_ASSERT_PTR_EQUAL(fzzf_declaration_ref(declaration), declaration);
    fzzf_declaration_unref(declaration);
    CHECK_TEXT(fzzf_declaration_id(declaration), NULL);
    fzzf_declaration_unref(declaration);
    CU_ASSERT_PTR_EQUAL(fzzf_result_ref(result), result);
    fzzf_result_unref(result);
    CU_ASSERT_EQUAL(fzzf_result_count(result), 5);
    fzzf_result_unref(result);
}

static void releases_nothing_when_there_is_nothing(void)
{
    fzzf_system_unref(NULL);
    fzzf_tailoring_unref(NULL);
    fzzf_contract_unref(NULL);
    fzzf_declaration_unref(NULL);
    fzzf_result_unref(NULL);
    CU_ASSERT_PTR_NULL(fzzf_system_ref(NULL));
    CU_ASSERT_PTR_NULL(fzzf_tailoring_ref(NULL));
    CU_ASSERT_PTR_NULL(fzzf_contract_ref(NULL));
    CU_ASSERT_PTR_NULL(fzzf_declaration_ref(NULL));
    CU_ASSERT_PTR_NULL(fzzf_result_ref(NULL));
}

static void nothing_says_nothing(void)
{
    fzzf_verdict verdict = {.size = sizeof verdict};

    CHECK_TEXT(fzzf_contract_id(NULL), NULL);
    CHECK_TEXT(fzzf_contract_title(NULL), NULL);
    CU_ASSERT_EQUAL(fzzf_contract_display_places(NULL), 0);
    CHECK_TEXT(fzzf_system_id(NULL), NULL);
    CHECK_TEXT(fzzf_system_edition(NULL), NULL);
    CHECK_TEXT(fzzf_system_title(NULL), NULL);
    CU_ASSERT_EQUAL(fzzf_system_count(NULL), 0);
    CU_ASSERT_PTR_NULL(fzzf_system_find(NULL, "total"));
    CHECK_TEXT(fzzf_declaration_system(NULL), NULL);
    CHECK_TEXT(fzzf_declaration_unit(NULL), NULL);
    CHECK_TEXT(fzzf_declaration_unit_name(NULL), NULL);
    CU_ASSERT_EQUAL(fzzf_result_count(NULL), 0);
    CU_ASSERT_EQUAL(fzzf_result_find(NULL, "total"), 0);
    CU_ASSERT_FALSE(fzzf_result_verdict(NULL, &verdict));
    CU_ASSERT_EQUAL(fzzf_result_why(NULL, 0, FZZF_CHINESE, NULL, 0), 0);
    CU_ASSERT_EQUAL(fzzf_result_reason_text(NULL, 0, FZZF_CHINESE, NULL, 0), 0);
    CU_ASSERT_EQUAL(fzzf_result_cause_text(NULL, 0, 0, FZZF_CHINESE, NULL, 0),
                    0);
}

CU_TestInfo contract_tests[] = {
    {"tells what programs show numbers by",
     tells_what_programs_show_numbers_by},
    {"lives until the last reference is given back",
     lives_until_the_last_reference_is_given_back},
    {"releases nothing when there is nothing",
     releases_nothing_when_there_is_nothing},
    {"nothing says nothing", nothing_says_nothing},
    CU_TEST_INFO_NULL,
};
