/* SPDX-License-Identifier: Apache-2.0 */
/* What reading declarations and tailorings fills in. */

#include "model/declaration.h"
#include "model/tailoring.h"
#include "unit/xml/reading.h"

static struct fzzf_declaration *full_declaration(void)
{
    struct fzzf_declaration *it = NULL;
    fzzf__text text = {0};
    fzzf_source source;

    load(&text, "tests/cases/xml/valid/declaration-full.xml");
    source = bytes_of(text.bytes, text.length);
    CU_ASSERT_EQUAL_FATAL(fzzf_xml_read_declaration(&it, &source, NULL),
                          FZZF_OK);
    fzzf__text_free(&text);
    return it;
}

static void fills_the_head(void)
{
    struct fzzf_declaration *it = full_declaration();

    CHECK_TEXT(it->id, "d-1");
    CHECK_TEXT(it->system, "full");
    CU_ASSERT_EQUAL(it->type, FZZF_SINGLE_ITEM);
    CHECK_TEXT(it->batch, "第三批");
    CHECK_TEXT(it->project, "一件事");
    CHECK_TEXT(it->theme, "营商环境");
    CU_ASSERT_EQUAL(it->revision, 2);
    CHECK_TEXT(it->unit_code, "990001");
    CHECK_TEXT(it->unit_name, "甲县");
    CU_ASSERT_EQUAL(it->unit_level, FZZF_UNIT_COUNTY);
    CU_ASSERT_EQUAL(it->group_count, 2);
    CHECK_TEXT(it->groups[1], "poor");
    CU_ASSERT_TRUE(it->has_report);
    CHECK_TEXT(it->measures, "举措一；\n举措二。");
    CHECK_TEXT(it->results, "成效 <10>。");
    CHECK_TEXT(it->highlights, "");
    fzzf_declaration_unref(it);
}

static void fills_assessments(void)
{
    struct fzzf_declaration *it = full_declaration();
    const struct fzzf__assessment *self = &it->assessments[0];

    CU_ASSERT_EQUAL_FATAL(it->assessment_count, 2);
    CU_ASSERT_EQUAL(self->assessor, FZZF_ASSESSOR_SELF);
    CHECK_TEXT(self->by, "甲县司法局");
    CHECK_TEXT(self->date, "2022-03-31");
    CU_ASSERT_EQUAL_FATAL(self->statement_count, 2);
    CHECK_TEXT(self->statements[0].node, "1.1.1");
    CU_ASSERT_FALSE(self->statements[0].not_applicable);
    CU_ASSERT_EQUAL(self->statements[0].observation_count, 6);
    CU_ASSERT_EQUAL(self->statements[0].evidence_count, 2);
    CU_ASSERT_TRUE(self->statements[1].not_applicable);
    CHECK_TEXT(self->statements[1].reason, "本地没有此项职权");
    CU_ASSERT_EQUAL(self->statements[1].observation_count, 0);
    CU_ASSERT_EQUAL(it->assessments[1].assessor, FZZF_ASSESSOR_THIRD_PARTY);
    CU_ASSERT_EQUAL(it->assessments[1].statement_count, 1);
    fzzf_declaration_unref(it);
}

static void fills_observations(void)
{
    struct fzzf_declaration *it = full_declaration();
    const struct fzzf__observation *all =
        it->assessments[0].statements[0].observations;
    const struct fzzf__observation *ratio =
        it->assessments[1].statements[0].observations;

    CHECK_TEXT(all[0].period, "2020");
    CHECK_TEXT(all[0].value, "3");
    CU_ASSERT_EQUAL(all[0].state, FZZF_STATE_PRESENT);
    CU_ASSERT_EQUAL(all[1].state, FZZF_STATE_DISPUTED);
    CHECK_TEXT(all[1].reason, "复核中");
    CU_ASSERT_EQUAL_FATAL(all[2].entry_count, 2);
    CHECK_TEXT(all[2].entries[1].of, "minor");
    CHECK_TEXT(all[2].entries[1].value, "12");
    CU_ASSERT_EQUAL_FATAL(all[3].entry_count, 2);
    CHECK_TEXT(all[3].entries[0].judge, "甲");
    CHECK_TEXT(all[3].entries[1].value, "90%");
    CU_ASSERT_PTR_NULL(all[3].entries[1].judge);
    CU_ASSERT_EQUAL_FATAL(all[4].entry_count, 2);
    CHECK_TEXT(all[4].entries[0].of, "national");
    CHECK_TEXT(all[4].entries[0].issuer, "国务院");
    CHECK_TEXT(all[4].entries[0].matter, "抗洪");
    CHECK_TEXT(all[4].entries[0].date, "2021-12-31");
    CHECK_TEXT(all[4].entries[0].title, "先进集体");
    CU_ASSERT_PTR_NULL(all[4].entries[0].value);
    CU_ASSERT_EQUAL(all[5].entry_count, 0);
    CHECK_TEXT(ratio->numerator, "88.5");
    CHECK_TEXT(ratio->denominator, "98");
    CU_ASSERT_PTR_NULL(ratio->value);
    fzzf_declaration_unref(it);
}

static void fills_evidence(void)
{
    struct fzzf_declaration *it = full_declaration();
    const struct fzzf__evidence *all =
        it->assessments[0].statements[0].evidence;

    CHECK_TEXT(all[0].id, "e1");
    CU_ASSERT_EQUAL(all[0].kind, FZZF_EVIDENCE_DOCUMENT);
    CHECK_TEXT(all[0].title, "文件");
    CHECK_TEXT(all[0].href, "e/1.pdf");
    CHECK_TEXT(all[0].date, "2021-08-31");
    CHECK_TEXT(all[0].period, "2021");
    CHECK_TEXT(
        all[0].sha256,
        "E3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK_TEXT(all[0].size, "0");
    CHECK_TEXT(all[0].secrecy, "internal");
    CHECK_TEXT(all[0].submitted, "on_site");
    CU_ASSERT_EQUAL(all[1].kind, FZZF_EVIDENCE_BRIEF);
    CU_ASSERT_PTR_NULL(all[1].secrecy);
    CU_ASSERT_EQUAL(all[1].place.line, 32);
    CU_ASSERT_EQUAL(all[1].place.column, 7);
    fzzf_declaration_unref(it);
}

static void fills_a_tailoring(void)
{
    struct fzzf_tailoring *it = NULL;
    fzzf__text text = {0};
    fzzf_source source;

    load(&text, "tests/cases/xml/valid/tailoring.xml");
    source = bytes_of(text.bytes, text.length);
    CU_ASSERT_EQUAL_FATAL(fzzf_xml_read_tailoring(&it, &source, NULL), FZZF_OK);
    CHECK_TEXT(it->id, "t");
    CHECK_TEXT(it->of, "full");
    CHECK_TEXT(it->source, "省文件");
    CU_ASSERT_EQUAL_FATAL(it->set_count, 1);
    CHECK_TEXT(it->sets[0].parameter, "target");
    CU_ASSERT_EQUAL(it->sets[0].value.num.n, 19); /* 95 % is 19/20 */
    CU_ASSERT_EQUAL(it->sets[0].value.num.d, 20);
    CU_ASSERT_EQUAL_FATAL(it->drop_count, 1);
    CHECK_TEXT(it->drops[0].node, "A");
    CU_ASSERT_EQUAL_FATAL(it->change_count, 2);
    CHECK_TEXT(it->changes[0].criterion, "新标准");
    CU_ASSERT_EQUAL(it->changes[0].applies, FZZF_APPLIES_COUNTY);
    CU_ASSERT_EQUAL(it->changes[1].points.given, FZZF__UNPUBLISHED);
    CU_ASSERT_EQUAL(it->changes[1].weight.given, FZZF__ABSENT);
    CU_ASSERT_EQUAL(it->changes[1].applies, -1);
    CU_ASSERT_PTR_NULL(it->changes[1].title);
    CHECK_TEXT(it->extensions->xml,
               "<extension xmlns=\"urn:fzzf:1\">只有文字</extension>");
    CHECK_TEXT(it->input.role, "tailoring");
    fzzf_tailoring_unref(it);
    fzzf__text_free(&text);
}

CU_TestInfo read_declaration_tests[] = {
    {"fills the head", fills_the_head},
    {"fills assessments", fills_assessments},
    {"fills observations", fills_observations},
    {"fills evidence", fills_evidence},
    {"fills a tailoring", fills_a_tailoring},
    CU_TEST_INFO_NULL,
};
