/* SPDX-License-Identifier: Apache-2.0 */
/* What reading a system fills in, by the case that has everything. */

#include "model/system.h"
#include "unit/xml/reading.h"

static struct fzzf_system *full_system(void)
{
    struct fzzf_system *system = NULL;
    fzzf__text text = {0};
    fzzf_source source;

    load(&text, "tests/cases/xml/valid/system-full.xml");
    source = bytes_of(text.bytes, text.length);
    source.name = "system-full.xml";
    CU_ASSERT_EQUAL_FATAL(fzzf_xml_read_system(&system, &source, NULL),
                          FZZF_OK);
    fzzf__text_free(&text);
    return system;
}

static const struct fzzf_indicator *node(const struct fzzf_system *system,
                                         const char *id)
{
    const struct fzzf_indicator *found = fzzf_system_find(system, id);

    CU_ASSERT_PTR_NOT_NULL_FATAL(found);
    return found;
}

static void check_amount(const struct fzzf__amount *amount, int n, int d)
{
    CU_ASSERT_EQUAL(amount->given, FZZF__GIVEN);
    CU_ASSERT_EQUAL(amount->num.n, n);
    CU_ASSERT_EQUAL(amount->num.d, d);
}

static void fills_the_head(void)
{
    struct fzzf_system *system = full_system();

    CHECK_TEXT(system->id, "full");
    CHECK_TEXT(system->edition, "2021");
    CHECK_TEXT(system->language, "zh-CN");
    CHECK_TEXT(system->nodes[0].title, "样例体系");
    CHECK_TEXT(system->nodes[0].sources->text, "第一处来源");
    CHECK_TEXT(system->nodes[0].sources->href, "https://example.org/plan");
    CHECK_TEXT(system->nodes[0].sources->next->confidence, "recalled");
    CU_ASSERT_PTR_NULL(system->nodes[0].sources->next->next);
    CU_ASSERT_EQUAL(system->parameter_count, 2);
    CHECK_TEXT(system->parameters[0].id, "target");
    check_amount(&system->parameters[0].value, 9, 10);
    CU_ASSERT_EQUAL(system->parameters[1].value.given, FZZF__UNPUBLISHED);
    CU_ASSERT_EQUAL(system->parameters[1].variant_count, 2);
    CHECK_TEXT(system->parameters[1].variants[1].group, "west");
    check_amount(&system->parameters[1].variants[1].value, -7, 2);
    CU_ASSERT_EQUAL(system->grade_count, 2);
    CHECK_TEXT(system->grades[1].id, "合格");
    CU_ASSERT_PTR_NULL(system->grades[1].title);
    CU_ASSERT_EQUAL(system->require_count, 1);
    CHECK_TEXT(system->requires[0].when, "evidence() > 0");
    CU_ASSERT_EQUAL(system->inputs.count, 1);
    CHECK_TEXT(system->inputs.items[0].role, "system");
    CHECK_TEXT(system->inputs.items[0].name, "system-full.xml");
    CU_ASSERT_EQUAL(strlen(system->inputs.items[0].sha256), 64);
    fzzf_system_unref(system);
}

static void orders_the_days_of_a_calendar(void)
{
    struct fzzf_system *system = full_system();
    const struct fzzf__calendar *calendar = system->calendar;
    long day = 0;

    CU_ASSERT_PTR_NOT_NULL_FATAL(calendar);
    CU_ASSERT_TRUE(fzzf__date_parse("2021-01-01", &day));
    CU_ASSERT_EQUAL(calendar->from, day);
    CU_ASSERT_EQUAL(calendar->to, day + 364);
    CU_ASSERT_EQUAL(calendar->count, 3);
    /* 12 and 20 February are days 42 and 50 of the year, 1 October is 273. */
    CU_ASSERT_EQUAL(calendar->days[0].date, day + 42);
    CU_ASSERT_EQUAL(calendar->days[1].date, day + 50);
    CU_ASSERT_EQUAL(calendar->days[2].date, day + 273);
    CU_ASSERT_FALSE(calendar->days[0].work);
    CU_ASSERT_TRUE(calendar->days[1].work);
    fzzf_system_unref(system);
}

static void makes_the_tree(void)
{
    static const struct {
        const char *id;
        int level;
        size_t parent, end;
    } expected[] = {{"total", 0, 0, 6}, {"1", 1, 0, 5},     {"1.1", 2, 1, 5},
                    {"1.1.1", 3, 2, 4}, {"1.1.2", 3, 2, 5}, {"A", 1, 0, 6}};
    struct fzzf_system *system = full_system();
    size_t i;

    CU_ASSERT_EQUAL_FATAL(system->node_count, 6);
    for (i = 0; i < 6; i++) {
        CHECK_TEXT(system->nodes[i].id, expected[i].id);
        CU_ASSERT_EQUAL(system->nodes[i].level, expected[i].level);
        CU_ASSERT_EQUAL(system->nodes[i].parent, expected[i].parent);
        CU_ASSERT_EQUAL(system->nodes[i].end, expected[i].end);
    }
    fzzf_system_unref(system);
}

static void fills_an_indicator(void)
{
    struct fzzf_system *system = full_system();
    const struct fzzf_indicator *it = node(system, "1.1.1");

    CHECK_TEXT(it->title, "三级");
    check_amount(&it->points, 10, 1);
    check_amount(&it->effort, 5, 2);
    CU_ASSERT_EQUAL(it->weight.given, FZZF__ABSENT);
    CU_ASSERT_FALSE(it->bonus);
    CU_ASSERT_EQUAL(it->tag_count, 2);
    CHECK_TEXT(it->tags[0], "key");
    CHECK_TEXT(it->tags[1], "law");
    CU_ASSERT_EQUAL(it->na, FZZF__NA_SUBSTITUTE);
    CHECK_TEXT(it->substitute, "1.1.2");
    CHECK_TEXT(it->confidence, "inferred");
    CHECK_TEXT(it->measuring, "查阅材料");
    CHECK_TEXT(it->criterion,
               "规范性文件合法性审核率达到 100%；\n未备案的，每件扣 1 分。");
    CHECK_TEXT(it->sources->href, "#1.1.1");
    CHECK_TEXT(it->met, "rate >= 90%");
    CHECK_TEXT(node(system, "1")->number, "（一）");
    CU_ASSERT_EQUAL(node(system, "1.1.2")->weight.given, FZZF__UNPUBLISHED);
    CU_ASSERT_EQUAL(node(system, "1.1.2")->applies, FZZF_APPLIES_COUNTY);
    CU_ASSERT_TRUE(node(system, "A")->bonus);
    fzzf_system_unref(system);
}

static void fills_what_an_indicator_holds(void)
{
    struct fzzf_system *system = full_system();
    const struct fzzf_indicator *it = node(system, "1.1.1");
    const struct fzzf__observe *unfiled = &it->observes[0];

    CU_ASSERT_EQUAL_FATAL(it->observe_count, 2);
    CU_ASSERT_EQUAL(unfiled->kind, FZZF_KIND_COUNT);
    CHECK_TEXT(unfiled->unit, "件");
    check_amount(&unfiled->max, 100, 1);
    CU_ASSERT_TRUE(unfiled->whole);
    CU_ASSERT_EQUAL(unfiled->period_count, 2);
    CHECK_TEXT(unfiled->periods[1], "2021");
    CU_ASSERT_EQUAL(it->observes[1].option_count, 2);
    CHECK_TEXT(it->observes[1].options[0].title, "严重");
    CU_ASSERT_EQUAL_FATAL(it->variant_count, 2);
    check_amount(&it->variants[0].weight, 1, 3);
    CU_ASSERT_EQUAL(it->variants[0].applies, FZZF_APPLIES_CITY);
    CU_ASSERT_EQUAL(it->variants[1].points.given, FZZF__ABSENT);
    CU_ASSERT_EQUAL(it->variants[1].applies, FZZF_APPLIES_NONE);
    CU_ASSERT_EQUAL_FATAL(it->veto_count, 7);
    CHECK_TEXT(it->vetoes[0].title, "重大责任");
    CHECK_TEXT(it->vetoes[1].value, "59");
    CHECK_TEXT(it->vetoes[4].grade, "合格");
    CU_ASSERT_EQUAL(it->vetoes[6].effect, FZZF__EFFECT_BAR);
    CU_ASSERT_EQUAL(system->nodes[0].veto_count, 1);
    CHECK_TEXT(system->nodes[0].vetoes[0].id, "whole");
    fzzf_system_unref(system);
}

static void keeps_rules_as_they_are_written(void)
{
    struct fzzf_system *system = full_system();
    const struct fzzf_indicator *it = node(system, "1.1.1");
    const struct fzzf__element *loss, *group;

    CHECK_TEXT(it->rule->name, "deduct");
    CU_ASSERT_PTR_NULL(it->rule_value);
    CHECK_TEXT(fzzf__element_attr(it->rule, "label"), "备案");
    CHECK_TEXT(it->rule->attrs[1].name, "floor");
    CU_ASSERT_PTR_NULL(it->rule->next);
    loss = it->rule->children;
    CHECK_TEXT(fzzf__element_attr(loss, "each"), "unfiled@2021");
    CU_ASSERT_EQUAL(loss->place.line, 36);
    group = loss->next;
    CHECK_TEXT(group->name, "group");
    CHECK_TEXT(fzzf__element_attr(group->children, "when"), "late.major > 0");
    CHECK_TEXT(group->children->next->name, "gain");
    CU_ASSERT_PTR_NULL(group->next);
    CHECK_TEXT(it->grading->children->next->name, "otherwise");
    CHECK_TEXT(node(system, "1.1.2")->rule_value, "满意率 * points");
    CU_ASSERT_PTR_NULL(node(system, "1.1.2")->rule);
    CU_ASSERT_EQUAL(node(system, "1")->rule_place.line, 0);
    CHECK_TEXT(system->nodes[0].rule->name, "combine");
    CHECK_TEXT(system->nodes[0].grading->name, "choose");
    fzzf_system_unref(system);
}

CU_TestInfo read_system_tests[] = {
    {"fills the head", fills_the_head},
    {"orders the days of a calendar", orders_the_days_of_a_calendar},
    {"makes the tree", makes_the_tree},
    {"fills an indicator", fills_an_indicator},
    {"fills what an indicator holds", fills_what_an_indicator_holds},
    {"keeps rules as they are written", keeps_rules_as_they_are_written},
    CU_TEST_INFO_NULL,
};
