/* SPDX-License-Identifier: Apache-2.0 */
/* What reading a contract fills in, alone and inside a result. */

#include "unit/xml/reading.h"

#include "model/contract.h"

static void fills_every_choice(void)
{
    static const fzzf_assessor order[] = {
        FZZF_ASSESSOR_FINAL,       FZZF_ASSESSOR_ON_SITE,  FZZF_ASSESSOR_SURVEY,
        FZZF_ASSESSOR_THIRD_PARTY, FZZF_ASSESSOR_PROVINCE, FZZF_ASSESSOR_CITY,
        FZZF_ASSESSOR_SELF};
    struct fzzf_contract *it = NULL;
    fzzf__text text = {0};
    fzzf_source source;
    size_t i;

    load(&text, "tests/cases/xml/valid/contract.xml");
    source = bytes_of(text.bytes, text.length);
    CU_ASSERT_EQUAL_FATAL(fzzf_xml_read_contract(&it, &source, NULL), FZZF_OK);
    CHECK_TEXT(it->id, "c");
    CHECK_TEXT(it->title, "评分约定");
    CU_ASSERT_EQUAL(it->rounding, FZZF_ROUND_HALF_EVEN);
    CU_ASSERT_EQUAL(it->indicator_places, FZZF__UNROUNDED);
    CU_ASSERT_EQUAL(it->node_places, 2);
    CU_ASSERT_EQUAL(it->total_places, 12);
    CU_ASSERT_EQUAL(it->display_places, 0);
    CU_ASSERT_EQUAL_FATAL(it->assessor_count, 7);
    for (i = 0; i < 7; i++)
        CU_ASSERT_EQUAL(it->assessors[i], order[i]);
    CU_ASSERT_EQUAL(it->part_step, FZZF__STARTED);
    CU_ASSERT_EQUAL(it->bonus_first, 1);
    CU_ASSERT_EQUAL(it->absent.missing, FZZF__POLICY_REFUSE);
    CU_ASSERT_EQUAL(it->absent.not_assessed, FZZF__POLICY_ZERO);
    CU_ASSERT_EQUAL(it->absent.disputed, FZZF__POLICY_BOUND);
    CU_ASSERT_EQUAL(it->absent.no_value, FZZF__POLICY_LEAVE_OUT);
    CU_ASSERT_EQUAL_FATAL(it->exception_count, 2);
    CHECK_TEXT(it->exceptions[0].node, "1.1.1");
    CU_ASSERT_EQUAL(it->exceptions[0].policies.missing, FZZF__POLICY_BOUND);
    CU_ASSERT_EQUAL(it->exceptions[0].policies.disputed, FZZF__POLICY_UNSAID);
    CU_ASSERT_EQUAL(it->exceptions[1].policies.no_value, FZZF__POLICY_REFUSE);
    CU_ASSERT_EQUAL(it->not_applicable, FZZF__NA_NO_LOSS);
    CU_ASSERT_EQUAL(it->nodes_mean, 1);
    CU_ASSERT_EQUAL(it->ties_dense, 1);
    CHECK_TEXT(it->met, "rate >= 90%");
    CU_ASSERT_EQUAL(it->share.n, 9);
    CU_ASSERT_EQUAL(it->share.d, 10);
    CU_ASSERT_EQUAL(it->reading, FZZF_POINTS_APPLICABLE);
    CHECK_TEXT(it->input.role, "contract");
    CU_ASSERT_EQUAL(it->input.size, text.length);
    fzzf_contract_unref(it);
    fzzf__text_free(&text);
}

static void reads_what_a_result_was_computed_from(void)
{
    struct fzzf__result_document it;
    fzzf__text text = {0};
    fzzf_source source;

    load(&text, "tests/cases/xml/valid/result.xml");
    source = bytes_of(text.bytes, text.length);
    CU_ASSERT_EQUAL_FATAL(fzzf__xml_read_result_document(&it, &source, NULL),
                          FZZF_OK);
    CHECK_TEXT(it.declaration, "d-1");
    CHECK_TEXT(it.unit, "990001");
    CHECK_TEXT(it.unit_name, "甲县");
    CU_ASSERT_EQUAL(it.unit_level, FZZF_UNIT_COUNTY);
    CU_ASSERT_EQUAL_FATAL(it.input_count, 3);
    CHECK_TEXT(it.inputs[0].role, "system");
    CHECK_TEXT(it.inputs[0].name, "system-full.xml");
    CU_ASSERT_EQUAL(it.inputs[0].part, 0);
    CHECK_TEXT(it.inputs[1].sha256, "");
    CHECK_TEXT(it.inputs[2].sha256, it.inputs[0].sha256);
    CU_ASSERT_EQUAL(it.inputs[2].part, 1);
    CU_ASSERT_EQUAL(it.inputs[2].offset, (uint64_t)1 << 32);
    CU_ASSERT_EQUAL(it.inputs[2].size, 812);
    CU_ASSERT_EQUAL_FATAL(it.figure_count, 3);
    CHECK_TEXT(it.figures[0].name, "rank(score)");
    CHECK_TEXT(it.figures[0].high, "3");
    CU_ASSERT_PTR_NULL(it.figures[1].low);
    CU_ASSERT_FALSE(it.figures[1].enclosed);
    CU_ASSERT(it.figures[2].enclosed);
    CHECK_TEXT(it.figures[2].square, "2");
    CU_ASSERT_PTR_NOT_NULL_FATAL(it.contract);
    CU_ASSERT_EQUAL(it.contract->total_places, 1);
    CU_ASSERT_EQUAL(it.contract->exception_count, 1);
    CU_ASSERT_EQUAL(it.contract->reading, FZZF_INDICATORS_APPLICABLE);
    fzzf__result_document_free(&it);
    fzzf__text_free(&text);
}

CU_TestInfo read_contract_tests[] = {
    {"fills every choice", fills_every_choice},
    {"reads what a result was computed from",
     reads_what_a_result_was_computed_from},
    CU_TEST_INFO_NULL,
};
