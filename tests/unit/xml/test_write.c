/* SPDX-License-Identifier: Apache-2.0 */
/* The bytes that writers make of models in memory. */

#include "base/memory.h"
#include "model/declaration.h"
#include "unit/xml/written.h"

#define SHA256                                                                 \
    "abababababababababababababababab"                                         \
    "abababababababababababababababab"

static const struct fzzf__attr deduct_attrs[] = {{"floor", "0"}};
static const struct fzzf__attr loss_attrs[] = {
    {"label", "\"迟\"<报>"},
    {"when", "late > 1 & true"},
    {"points", "2"},
};
static const struct fzzf__attr gain_attrs[] = {{"points", "1"}};
static struct fzzf__element gain = {
    .name = "gain", .attrs = gain_attrs, .attr_count = 1};
static struct fzzf__element loss = {
    .name = "loss", .attrs = loss_attrs, .attr_count = 3, .next = &gain};
static const struct fzzf__element deduct = {.name = "deduct",
                                            .attrs = deduct_attrs,
                                            .attr_count = 1,
                                            .children = &loss};
static const struct fzzf__attr band_attrs[] = {{"from", "0"}, {"grade", "bad"}};
static struct fzzf__element band = {
    .name = "band", .attrs = band_attrs, .attr_count = 2};
static const struct fzzf__attr bands_attrs[] = {{"of", "score"}};
static const struct fzzf__element bands = {
    .name = "bands", .attrs = bands_attrs, .attr_count = 1, .children = &band};

static const struct fzzf__option grades[] = {{"good", "良好"}, {"bad", NULL}};
static const char *const periods[] = {"2020", "2021"};
static const char *const tags[] = {"key", "core"};
static const struct fzzf__calendar_day days[] = {{18901, true}, {18902, false}};
static const struct fzzf__calendar calendar = {18900, 19000, days, 2};
static struct fzzf__source second_source = {.confidence = "inferred",
                                            .text = ""};
static struct fzzf__source source = {.confidence = "seen",
                                     .href = "https://example.org/?a&b",
                                     .text = "第一行\n\"第二行\" <&>\r",
                                     .next = &second_source};
static const struct fzzf__require requires_safe = {
    .id = "safe", .when = "true", .title = "无事故"};
static const struct fzzf__veto two_vetoes[] = {
    {.id = "fixed",
     .when = "late > 9",
     .value = "59",
     .effect = FZZF__EFFECT_FIX},
    {.id = "worst",
     .when = "false",
     .grade = "bad",
     .effect = FZZF__EFFECT_GRADE},
};

static struct fzzf_system *make_full_system(void)
{
    static const int depths[] = {0, 1, 2, 2, 1};
    struct fzzf_system *system = make_open_system();
    struct fzzf_indicator *nodes = system->nodes;
    struct fzzf__observe *observes =
        make_array(&system->arena, nodes[2].observes, 2, sizeof *observes);
    struct fzzf__variant variant = {.group = "east", .applies = 3};

    variant.points = make_amount(&system->arena, "24/19");
    system->language = "zh-CN";
    system->calendar = &calendar;
    system->grades = grades;
    system->grade_count = 2;
    system->requires = &requires_safe;
    system->require_count = 1;
    nodes[0].sources = &source;
    nodes[0].rule_value = "[1]";
    nodes[0].vetoes = two_vetoes;
    nodes[0].veto_count = 2;
    nodes[0].grading = &bands;
    nodes[0].extensions = &extension;
    observes[1].min = make_amount(&system->arena, "0");
    observes[1].max = make_amount(&system->arena, "50%");
    observes[1].whole = true;
    observes[1].options = grades;
    observes[1].option_count = 2;
    observes[1].periods = periods;
    observes[1].period_count = 2;
    nodes[2].observes = observes;
    nodes[2].variants = make_array(&system->arena, &variant, 1, sizeof variant);
    nodes[2].variant_count = 1;
    nodes[2].rule = &deduct;
    nodes[2].met = "rate >= 90%";
    nodes[3].applies = FZZF_APPLIES_COUNTY;
    nodes[3].tags = tags;
    nodes[3].tag_count = 2;
    nodes[3].effort = make_amount(&system->arena, "3");
    nodes[3].na = FZZF__NA_SUBSTITUTE;
    nodes[3].substitute = "1.1";
    nodes[3].confidence = "recalled";
    nodes[3].measuring = "查阅\t台账";
    CU_ASSERT_EQUAL_FATAL(fzzf__system_seal(system, depths, NULL), FZZF_OK);
    return system;
}

/* 18900 days after 1970-01-01 is 2021-09-30. */
static const char full_system[] = HEAD
    "<system xmlns=\"urn:fzzf:1\" id=\"demo\" edition=\"2021\""
    " title=\"测试体系\" language=\"zh-CN\">\n"
    "  <source confidence=\"seen\" href=\"https://example.org/?a&amp;b\">"
    "第一行\n\"第二行\" &lt;&amp;&gt;&#13;</source>\n"
    "  <source confidence=\"inferred\"/>\n"
    "  <parameter id=\"target\" value=\"0.9\">\n"
    "    <for group=\"east\" value=\"0.95\"/>\n"
    "  </parameter>\n"
    "  <calendar from=\"2021-09-30\" to=\"2022-01-08\">\n"
    "    <day date=\"2021-10-01\" work=\"yes\"/>\n"
    "    <day date=\"2021-10-02\" work=\"no\"/>\n"
    "  </calendar>\n"
    "  <grade id=\"good\" title=\"良好\"/>\n"
    "  <grade id=\"bad\"/>\n"
    "  <indicator id=\"1\" title=\"依法行政\" number=\"一\" points=\"100\">\n"
    "    <indicator id=\"1.1\" title=\"行政备案\" points=\"60\""
    " weight=\"unpublished\">\n"
    "      <criterion>全部备案。</criterion>\n"
    "      <observe id=\"rate\" kind=\"ratio\" title=\"备案率\"/>\n"
    "      <observe id=\"late\" kind=\"count\" unit=\"件\" min=\"0\""
    " max=\"0.5\" whole=\"yes\" periods=\"2020 2021\">\n"
    "        <option id=\"good\" title=\"良好\"/>\n"
    "        <option id=\"bad\"/>\n"
    "      </observe>\n"
    "      <for group=\"east\" points=\"24/19\" applies=\"none\"/>\n"
    "      <rule>\n"
    "        <deduct floor=\"0\">\n"
    "          <loss label=\"&quot;迟&quot;&lt;报&gt;\""
    " when=\"late &gt; 1 &amp; true\" points=\"2\"/>\n"
    "          <gain points=\"1\"/>\n"
    "        </deduct>\n"
    "      </rule>\n"
    "      <met when=\"rate &gt;= 90%\"/>\n"
    "      <veto id=\"fraud\" when=\"late &gt; 99\" effect=\"bar\""
    " title=\"弄虚作假\"/>\n"
    "    </indicator>\n"
    "    <indicator id=\"1.2\" title=\"行政复议\" points=\"40\""
    " applies=\"county\" tags=\"key core\" effort=\"3\" na=\"substitute\""
    " substitute=\"1.1\" confidence=\"recalled\" measuring=\"查阅&#9;台账\"/>\n"
    "  </indicator>\n"
    "  <indicator id=\"B\" title=\"附加项\" points=\"2.5\" bonus=\"yes\"/>\n"
    "  <rule value=\"[1]\"/>\n"
    "  <veto id=\"fixed\" when=\"late &gt; 9\" effect=\"fix\" value=\"59\"/>\n"
    "  <veto id=\"worst\" when=\"false\" effect=\"grade\" grade=\"bad\"/>\n"
    "  <grading>\n"
    "    <bands of=\"score\">\n"
    "      <band from=\"0\" grade=\"bad\"/>\n"
    "    </bands>\n"
    "  </grading>\n"
    "  <require id=\"safe\" when=\"true\" title=\"无事故\"/>\n"
    "  <extension xmlns=\"urn:fzzf:1\"><x:a xmlns:x=\"urn:x\"/></extension>\n"
    "</system>\n";

static void writes_a_system(void)
{
    struct fzzf_system *system = make_full_system();

    CHECK_WRITTEN(fzzf_xml_write_system, system, NULL, full_system);
    fzzf_system_unref(system);
}

static void writes_without_line_breaks_when_asked(void)
{
    const fzzf_write_options compact = {.size = sizeof compact, .compact = 1};
    struct fzzf_tailoring *tailoring = make_tailoring("province-a");

    CHECK_WRITTEN(fzzf_xml_write_tailoring, tailoring, &compact,
                  HEAD "<tailoring xmlns=\"urn:fzzf:1\" id=\"province-a\""
                       " title=\"省级调整\" of=\"demo\"/>\n");
    tailoring->drops = &(struct fzzf__drop){.node = "1"};
    tailoring->drop_count = 1;
    tailoring->extensions = &extension;
    CHECK_WRITTEN(
        fzzf_xml_write_tailoring, tailoring, &compact,
        HEAD
        "<tailoring xmlns=\"urn:fzzf:1\" id=\"province-a\""
        " title=\"省级调整\" of=\"demo\"><drop node=\"1\"/>"
        "<extension xmlns=\"urn:fzzf:1\"><x:a xmlns:x=\"urn:x\"/></extension>"
        "</tailoring>\n");
    fzzf_tailoring_unref(tailoring);
}

static const char full_tailoring[] =
    HEAD "<tailoring xmlns=\"urn:fzzf:1\" id=\"province-a\""
         " title=\"省级调整\" of=\"demo\" source=\"省文件\">\n"
         "  <set parameter=\"target\" value=\"0.85\" source=\"文件\"/>\n"
         "  <drop node=\"1.2\" source=\"略\"/>\n"
         "  <change node=\"1.1\" points=\"1/3\" weight=\"unpublished\""
         " title=\"备案&#10;审查\" criterion=\"新\" applies=\"both\""
         " source=\"某文\"/>\n"
         "</tailoring>\n";

static void writes_a_tailoring(void)
{
    struct fzzf_tailoring *tailoring = make_tailoring("province-a");
    struct fzzf__set set = {.parameter = "target", .source = "文件"};
    struct fzzf__drop drop = {.node = "1.2", .source = "略"};
    struct fzzf__change change = {.node = "1.1",
                                  .title = "备案\n审查",
                                  .criterion = "新",
                                  .applies = FZZF_APPLIES_BOTH,
                                  .source = "某文"};

    set.value = make_amount(&tailoring->arena, "85%");
    change.points = make_amount(&tailoring->arena, "1/3");
    change.weight = make_amount(&tailoring->arena, "unpublished");
    tailoring->source = "省文件";
    tailoring->sets = &set;
    tailoring->set_count = 1;
    tailoring->drops = &drop;
    tailoring->drop_count = 1;
    tailoring->changes = &change;
    tailoring->change_count = 1;
    CHECK_WRITTEN(fzzf_xml_write_tailoring, tailoring, NULL, full_tailoring);
    fzzf_tailoring_unref(tailoring);
}

static const char full_contract[] = HEAD CONTRACT("", " xmlns=\"urn:fzzf:1\"");

static void writes_a_contract(void)
{
    struct fzzf_contract *contract = make_contract();

    add_to_contract(contract);
    CHECK_WRITTEN(fzzf_xml_write_contract, contract, NULL, full_contract);
    fzzf_contract_unref(contract);
}

static const struct fzzf__entry items[] = {{.of = "a", .value = "3"}};
static const struct fzzf__entry marks[] = {{.value = "9.5", .judge = "甲"},
                                           {.value = "9"}};
static const struct fzzf__entry awards[] = {{.of = "national",
                                             .date = "2021-05-01",
                                             .issuer = "部",
                                             .matter = "m",
                                             .title = "先进"}};
static const struct fzzf__observation observations[] = {
    {.id = "x", .period = "2021", .value = "12.5"},
    {.id = "r", .numerator = "88", .denominator = "98"},
    {.id = "c", .entries = items, .entry_count = 1},
    {.id = "p", .entries = marks, .entry_count = 2},
    {.id = "w", .entries = awards, .entry_count = 1},
    {.id = "m", .state = FZZF_STATE_MISSING, .reason = "未报"},
};
static const struct fzzf__evidence evidence[] = {{.id = "e1",
                                                  .kind = FZZF_EVIDENCE_NEWS,
                                                  .title = "报道",
                                                  .href = "a.html",
                                                  .date = "2021-06-01",
                                                  .period = "2021",
                                                  .sha256 = SHA256,
                                                  .size = "7",
                                                  .secrecy = "internal",
                                                  .submitted = "on_site"}};
static const struct fzzf__statement statements[] = {
    {.node = "1.1",
     .observations = observations,
     .observation_count = LENGTH(observations),
     .evidence = evidence,
     .evidence_count = 1,
     .extensions = &extension},
    {.node = "1.2", .not_applicable = true, .reason = "无乡镇"},
};
static const struct fzzf__assessment assessments[] = {
    {.assessor = FZZF_ASSESSOR_ON_SITE,
     .by = "组",
     .date = "2021-07-01",
     .statements = statements,
     .statement_count = 2},
};
static const char *const groups[] = {"east", "west"};

static const char full_declaration[] = HEAD
    "<declaration xmlns=\"urn:fzzf:1\" id=\"d1\" system=\"demo\""
    " type=\"single-item\" batch=\"二\" project=\"项目\" theme=\"主题\""
    " revision=\"2\">\n"
    "  <unit code=\"990001\" name=\"甲县\" level=\"county\""
    " groups=\"east west\"/>\n"
    "  <report>\n"
    "    <measures>举措</measures>\n"
    "    <highlights/>\n"
    "  </report>\n"
    "  <assessment assessor=\"on_site\" by=\"组\" date=\"2021-07-01\">\n"
    "    <indicator id=\"1.1\">\n"
    "      <observation id=\"x\" period=\"2021\" value=\"12.5\"/>\n"
    "      <observation id=\"r\" numerator=\"88\" denominator=\"98\"/>\n"
    "      <observation id=\"c\">\n"
    "        <item of=\"a\" count=\"3\"/>\n"
    "      </observation>\n"
    "      <observation id=\"p\">\n"
    "        <mark value=\"9.5\" judge=\"甲\"/>\n"
    "        <mark value=\"9\"/>\n"
    "      </observation>\n"
    "      <observation id=\"w\">\n"
    "        <award level=\"national\" date=\"2021-05-01\" issuer=\"部\""
    " matter=\"m\" title=\"先进\"/>\n"
    "      </observation>\n"
    "      <observation id=\"m\" state=\"missing\" reason=\"未报\"/>\n"
    "      <evidence id=\"e1\" kind=\"news\" title=\"报道\""
    " href=\"a.html\" date=\"2021-06-01\" period=\"2021\" sha256=\"" SHA256 "\""
    " size=\"7\" secrecy=\"internal\" submitted=\"on_site\"/>\n"
    "      <extension xmlns=\"urn:fzzf:1\"><x:a "
    "xmlns:x=\"urn:x\"/></extension>\n"
    "    </indicator>\n"
    "    <indicator id=\"1.2\" state=\"not-applicable\""
    " reason=\"无乡镇\"/>\n"
    "  </assessment>\n"
    "</declaration>\n";

static void writes_a_declaration(void)
{
    struct fzzf_declaration *made = fzzf__declaration_new();

    made->id = "d1";
    made->system = "demo";
    made->type = FZZF_SINGLE_ITEM;
    made->batch = "二";
    made->project = "项目";
    made->theme = "主题";
    made->revision = 2;
    made->unit_code = "990001";
    made->unit_name = "甲县";
    made->unit_level = FZZF_UNIT_COUNTY;
    made->groups = groups;
    made->group_count = 2;
    made->has_report = true;
    made->measures = "举措";
    made->highlights = "";
    made->assessments = assessments;
    made->assessment_count = 1;
    CHECK_WRITTEN(fzzf_xml_write_declaration, made, NULL, full_declaration);
    fzzf_declaration_unref(made);
}

/* Reads @text as a document of @noun, and writes that. */
#define CHECK_READ_BACK(noun, text)                                            \
    do {                                                                       \
        fzzf_##noun *made = NULL;                                              \
        fzzf_source from = source_of(text);                                    \
                                                                               \
        CU_ASSERT_EQUAL_FATAL(fzzf_xml_read_##noun(&made, &from, NULL),        \
                              FZZF_OK);                                        \
        CHECK_WRITTEN(fzzf_xml_write_##noun, made, NULL, text);                \
        fzzf_##noun##_unref(made);                                             \
    } while (0)

static void the_reader_takes_what_was_written(void)
{
    CHECK_READ_BACK(system, full_system);
    CHECK_READ_BACK(tailoring, full_tailoring);
    CHECK_READ_BACK(contract, full_contract);
    CHECK_READ_BACK(declaration, full_declaration);
}

/* Thirty places and a percent sign make a denominator of 33 digits. */
static void writes_only_numbers_that_the_reader_takes(void)
{
    struct fzzf_tailoring *tailoring = make_tailoring("t");
    struct fzzf__set set = {.parameter = "p"};

    set.value =
        make_amount(&tailoring->arena, "0.000000000000000000000000000001%");
    tailoring->sets = &set;
    tailoring->set_count = 1;
    CHECK_WRITTEN(fzzf_xml_write_tailoring, tailoring, NULL,
                  HEAD
                  "<tailoring xmlns=\"urn:fzzf:1\" id=\"t\" title=\"省级调整\""
                  " of=\"demo\">\n"
                  "  <set parameter=\"p\""
                  " value=\"0.000000000000000000000000000001%\"/>\n"
                  "</tailoring>\n");
    fzzf_tailoring_unref(tailoring);
}

static int refuse(void *user, const char *bytes, size_t size)
{
    size_t *calls = user;

    (void)bytes;
    (void)size;
    ++*calls;
    return 1;
}

static void stops_when_the_caller_does(void)
{
    struct fzzf_contract *contract = make_contract();
    fzzf__text long_title = {0};
    size_t calls = 0;

    for (size_t i = 0; i < 3000; i++)
        fzzf__text_add(&long_title, "约定");
    contract->title = long_title.bytes;
    CU_ASSERT_EQUAL(fzzf_xml_write_contract(contract, refuse, &calls, NULL),
                    FZZF_E_IO);
    CU_ASSERT_EQUAL(calls, 1);
    fzzf__text_free(&long_title);
    fzzf_contract_unref(contract);
}

static void tells_when_memory_runs_out(void)
{
    struct fzzf_contract *contract = make_contract();
    long allow = 0;
    int refused;

    do {
        fzzf_status status;
        size_t calls = 0;

        fzzf__fault_after(allow++);
        status = fzzf_xml_write_contract(contract, refuse, &calls, NULL);
        fzzf__fault_after(-1);
        refused = fzzf__fault_seen();
        CU_ASSERT_EQUAL(status, refused ? FZZF_E_MEMORY : FZZF_E_IO);
    } while (refused);
    CU_ASSERT(allow > 2);
    fzzf_contract_unref(contract);
}

static void refuses_a_wrong_call(void)
{
    const fzzf_write_options sizeless = {.size = 0, .compact = 1};
    struct fzzf_contract *contract = make_contract();
    size_t calls = 0;

    CU_ASSERT_EQUAL(
        fzzf_xml_write_contract(contract, refuse, &calls, &sizeless),
        FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_xml_write_contract(contract, NULL, NULL, NULL),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_xml_write_contract(NULL, refuse, &calls, NULL),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(calls, 0);
    fzzf_contract_unref(contract);
}

CU_TestInfo write_tests[] = {
    {"writes a system", writes_a_system},
    {"writes without line breaks when asked",
     writes_without_line_breaks_when_asked},
    {"writes a tailoring", writes_a_tailoring},
    {"writes a contract", writes_a_contract},
    {"writes a declaration", writes_a_declaration},
    {"the reader takes what was written", the_reader_takes_what_was_written},
    {"writes only numbers that the reader takes",
     writes_only_numbers_that_the_reader_takes},
    {"stops when the caller does", stops_when_the_caller_does},
    {"tells when memory runs out", tells_when_memory_runs_out},
    {"refuses a wrong call", refuses_a_wrong_call},
    CU_TEST_INFO_NULL,
};
