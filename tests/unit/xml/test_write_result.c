/* SPDX-License-Identifier: Apache-2.0 */
/* The bytes that a result is written with. */

#include "fzzf/version.h"
#include "unit/xml/written.h"
#include "xml/result_document.h"

static const struct fzzf__reason reasons[] = {
    {"threshold", "indicators-applicable", NULL, NULL, FZZF_UNDETERMINED},
    {"veto", "fraud", "弄虚作假", "1.1", FZZF_YES},
};
static const struct fzzf__open opens[] = {{"1.1", "late", "2021"},
                                          {"1.1", "rate", NULL}};
static const char *const three[] = {"0", "1", "2"};

static void fill_result(struct fzzf_result *result,
                        struct fzzf__figure *figures)
{
    static const struct fzzf__cause child = {
        .code = FZZF__CAUSE_LOSS_EACH,
        .label = "迟报",
        .node = 2,
        .veto = "fraud",
        .args = {{3, 1, NULL}, {2, 3, NULL}}};
    static const struct fzzf__cause rounding = {.code = FZZF__CAUSE_ROUNDING};
    fzzf__arena *arena = &result->arena;
    struct fzzf__node_result *nodes = result->nodes;

    add_to_contract(result->contract);
    result->inputs[0] = (struct fzzf__input){
        .role = "system", .id = "demo", .name = "s.xml", .size = 12};
    memset(result->inputs[0].sha256, 'a', FZZF__SHA256_TEXT - 1);
    result->inputs[1] = (struct fzzf__input){
        .role = "declaration", .id = "d1", .size = 5, .offset = 7, .part = 1};
    result->input_count = 2;
    figures[0] = (struct fzzf__figure){.name = "rank(rate)", .node = "1.1"};
    figures[0].low = make_number(arena, "1");
    figures[0].high = make_number(arena, "2");
    figures[1] = (struct fzzf__figure){
        .name = "cohort_sd(rate)", .node = "1.1", .enclosed = true};
    figures[1].low = make_number(arena, "1.4");
    figures[1].high = make_number(arena, "1.5");
    figures[1].square = make_number(arena, "2");
    result->figures = figures;
    result->figure_count = 2;
    result->eligible = FZZF_UNDETERMINED;
    result->reasons = reasons;
    result->reason_count = 2;
    result->opens = opens;
    result->open_count = 2;
    for (int i = 0; i < FZZF_READING_COUNT; i++)
        result->readings[i].passes = FZZF_NOTHING_APPLICABLE;
    make_reading(result, FZZF_INDICATORS_APPLICABLE, three, 1);
    result->readings[FZZF_INDICATORS_APPLICABLE].passes = FZZF_UNDETERMINED;
    nodes[0].grade = "good";
    nodes[1].state = FZZF_SCORE_BOUNDED;
    nodes[1].score = make_number(arena, "88/3");
    nodes[1].high = make_number(arena, "61.5");
    nodes[1].full = make_number(arena, "100");
    nodes[1].met = FZZF_NO;
    make_cause(result, 1, &child, "-212/3", "-38.5");
    nodes[2].state = FZZF_SCORE_EXACT;
    nodes[2].score = nodes[2].high = make_number(arena, "60");
    nodes[2].met = FZZF_YES;
    make_cause(result, 2, &rounding, "0.5", "0.5");
    nodes[3].state = FZZF_SCORE_NOT_APPLICABLE;
    nodes[3].why = (struct fzzf__why){FZZF__WHY_NOT_APPLICABLE, "无乡镇"};
}

/* What follows the generator's version. */
static const char rest_of_result[] =
    "\" system=\"demo\" edition=\"2021\" contract=\"trial\""
    " declaration=\"d1\" type=\"comprehensive\" unit=\"990001\""
    " name=\"甲县\" level=\"county\">\n"
    "  <input role=\"system\" id=\"demo\" name=\"s.xml\" sha256=\""
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\""
    " size=\"12\"/>\n"
    "  <input role=\"declaration\" id=\"d1\" size=\"5\" "
    "offset=\"7\"/>\n" CONTRACT(
        "  ",
        "") "  <figure name=\"rank(rate)\" node=\"1.1\" low=\"1\" "
            "high=\"2\"/>\n"
            "  <figure name=\"cohort_sd(rate)\" node=\"1.1\" low=\"1.4\" "
            "high=\"1.5\" enclosed=\"yes\" square=\"2\"/>\n"
            "  <verdict eligible=\"undetermined\""
            " deciding=\"indicators-applicable\" grade=\"good\">\n"
            "    <reading name=\"indicators-all\" left-out=\"0\""
            " passes=\"nothing-applicable\"/>\n"
            "    <reading name=\"indicators-applicable\" low=\"0\" "
            "high=\"1\""
            " of=\"2\" left-out=\"1\" "
            "passes=\"undetermined\"/>\n"
            "    <reading name=\"points-all\" left-out=\"0\""
            " passes=\"nothing-applicable\"/>\n"
            "    <reading name=\"points-applicable\" left-out=\"0\""
            " passes=\"nothing-applicable\"/>\n"
            "    <reason code=\"threshold\" id=\"indicators-applicable\""
            " answer=\"undetermined\"/>\n"
            "    <reason code=\"veto\" id=\"fraud\" node=\"1.1\""
            " answer=\"yes\"/>\n"
            "    <open node=\"1.1\" observation=\"late\" "
            "period=\"2021\"/>\n"
            "    <open node=\"1.1\" observation=\"rate\"/>\n"
            "  </verdict>\n"
            "  <node id=\"total\" state=\"unscored\" grade=\"good\"/>\n"
            "  <node id=\"1\" state=\"bounded\" score=\"88/3\" "
            "high=\"61.5\""
            " full=\"100\" met=\"no\">\n"
            "    <cause code=\"loss\" amount=\"-212/3\" high=\"-38.5\""
            " label=\"迟报\" node=\"1.1\" veto=\"fraud\" args=\"3 2/3\"/>\n"
            "  </node>\n"
            "  <node id=\"1.1\" state=\"exact\" score=\"60\" met=\"yes\">\n"
            "    <cause code=\"rounding\" amount=\"0.5\"/>\n"
            "  </node>\n"
            "  <node id=\"1.2\" state=\"not-applicable\" "
            "why=\"not-applicable\""
            " about=\"无乡镇\"/>\n"
            "  <node id=\"B\" state=\"unscored\"/>\n"
            "</result>\n";

/* The reader of results takes it, and finds what it was computed from. */
static void check_result_document(const char *text)
{
    struct fzzf__result_document read;
    fzzf_source source = source_of(text);

    CU_ASSERT_EQUAL(fzzf__xml_read_result_document(&read, &source, NULL),
                    FZZF_OK);
    CHECK_TEXT(read.system, "demo");
    CHECK_TEXT(fzzf_contract_id(read.contract), "trial");
    CU_ASSERT_EQUAL(read.input_count, 2);
    CU_ASSERT_EQUAL_FATAL(read.figure_count, 2);
    CU_ASSERT_FALSE(read.figures[0].enclosed);
    CU_ASSERT_PTR_NULL(read.figures[0].square);
    CU_ASSERT(read.figures[1].enclosed);
    CHECK_TEXT(read.figures[1].square, "2");
    fzzf__result_document_free(&read);
}

static void writes_a_result_with_its_contract(void)
{
    struct fzzf_result *result = make_result();
    struct fzzf__figure figures[2];
    fzzf__text expected = {0};

    fill_result(result, figures);
    fzzf__text_add(&expected, HEAD "<result xmlns=\"urn:fzzf:1\""
                                   " generator=\"libfzzf ");
    fzzf__text_add(&expected, fzzf_version());
    fzzf__text_add(&expected, rest_of_result);
    CHECK_WRITTEN(fzzf_xml_write_result, result, NULL, expected.bytes);
    check_result_document(expected.bytes);
    fzzf__text_free(&expected);
    fzzf_result_unref(result);
}

CU_TestInfo write_result_tests[] = {
    {"writes a result with its contract", writes_a_result_with_its_contract},
    CU_TEST_INFO_NULL,
};
