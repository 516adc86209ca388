/* SPDX-License-Identifier: Apache-2.0 */
/* Systems: sealing, finding, describing. */

#include "unit/model/make.h"

static void finds_every_node_by_its_id(void)
{
    struct fzzf_system *system = make_system();

    CU_ASSERT_EQUAL(fzzf_system_count(system), 5);
    CHECK_TEXT(fzzf_system_title(system), "测试体系");
    for (size_t i = 0; i < fzzf_system_count(system); i++) {
        const fzzf_indicator *node = fzzf_system_at(system, i);
        fzzf_indicator_view view = {.size = sizeof view};

        CU_ASSERT_TRUE(fzzf_indicator_describe(node, &view));
        CU_ASSERT_EQUAL(view.index, i);
        CU_ASSERT_PTR_EQUAL(fzzf_system_find(system, view.id), node);
    }
    CU_ASSERT_PTR_EQUAL(fzzf_system_find(system, "total"),
                        fzzf_system_at(system, 0));
    CU_ASSERT_PTR_NULL(fzzf_system_find(system, "1.3"));
    CU_ASSERT_PTR_NULL(fzzf_system_at(system, 5));
    fzzf_system_unref(system);
}

static void makes_a_tree_from_depths(void)
{
    struct fzzf_system *system = make_system();
    const fzzf_indicator *whole = fzzf_system_at(system, 0);
    const fzzf_indicator *first = fzzf_indicator_child(whole, 0);

    CU_ASSERT_PTR_EQUAL(first, fzzf_system_find(system, "1"));
    CU_ASSERT_PTR_EQUAL(fzzf_indicator_child(whole, 1),
                        fzzf_system_find(system, "B"));
    CU_ASSERT_PTR_NULL(fzzf_indicator_child(whole, 2));
    CU_ASSERT_PTR_EQUAL(fzzf_indicator_child(first, 1),
                        fzzf_system_find(system, "1.2"));
    CU_ASSERT_PTR_NULL(fzzf_indicator_child(first, 2));
    CU_ASSERT_PTR_EQUAL(fzzf_indicator_parent(fzzf_system_find(system, "1.2")),
                        first);
    CU_ASSERT_PTR_EQUAL(fzzf_indicator_parent(first), whole);
    CU_ASSERT_PTR_NULL(fzzf_indicator_parent(whole));
    CU_ASSERT_EQUAL(system->nodes[0].end, 5);
    CU_ASSERT_EQUAL(system->nodes[1].end, 4);
    CU_ASSERT_EQUAL(system->nodes[3].level, 2);
    fzzf_system_unref(system);
}

static void describes_an_indicator(void)
{
    struct fzzf_system *system = make_system();
    const fzzf_indicator *node = fzzf_system_find(system, "1.1");
    fzzf_indicator_view view = {.size = sizeof view};
    fzzf_observe observe = {.size = sizeof observe};

    CU_ASSERT_TRUE(fzzf_indicator_describe(node, &view));
    CHECK_TEXT(view.title, "行政备案");
    CHECK_TEXT(view.criterion, "全部备案。");
    CHECK_TEXT(fzzf_number_exact(view.points), "60");
    CU_ASSERT_PTR_NULL(view.weight); /* unpublished is no number */
    CU_ASSERT_EQUAL(view.observe_count, 2);
    CU_ASSERT_TRUE(fzzf_indicator_observe(node, 1, &observe));
    CHECK_TEXT(observe.id, "late");
    CHECK_TEXT(observe.unit, "件");
    CHECK_TEXT(fzzf_observation_kind_name(observe.kind), "count");
    fzzf_system_unref(system);
}

static void leaves_views_empty_past_the_end(void)
{
    struct fzzf_system *system = make_system();
    const fzzf_indicator *node = fzzf_system_find(system, "1.1");
    fzzf_observe observe = {.size = sizeof observe, .id = "old"};
    fzzf_indicator_view view = {.size = sizeof view, .id = "old"};

    CU_ASSERT_FALSE(fzzf_indicator_observe(node, 2, &observe));
    CU_ASSERT_PTR_NULL(observe.id);
    CU_ASSERT_EQUAL(observe.size, sizeof observe);
    CU_ASSERT_FALSE(fzzf_indicator_describe(NULL, &view));
    CU_ASSERT_PTR_NULL(view.id);
    view.size = 0;
    CU_ASSERT_FALSE(fzzf_indicator_describe(node, &view));
    CU_ASSERT_PTR_NULL(fzzf_observation_kind_name(FZZF_KIND_NONE));
    fzzf_system_unref(system);
}

static void reports_an_id_used_twice(void)
{
    static const int depths[] = {0, 1, 2, 2, 1};
    struct fzzf_system *system = make_open_system();
    fzzf_diags *diags;

    CU_ASSERT_EQUAL_FATAL(fzzf_diags_new(&diags), FZZF_OK);
    system->nodes[3].id = "1.1";
    system->nodes[4].id = "total";
    CU_ASSERT_EQUAL(fzzf__system_seal(system, depths, diags), FZZF_E_SCHEMA);
    CU_ASSERT_EQUAL_FATAL(fzzf_diags_count(diags), 2);
    CHECK_TEXT(fzzf_diags_message(diags, 0, FZZF_ENGLISH),
               "more than one indicator has the id '1.1'");
    CHECK_TEXT(fzzf_diags_argument(diags, 1, 0), "total");
    fzzf_diags_free(diags);
    fzzf_system_unref(system);
}

#define D30 "123456789012345678901234567890"
static const struct {
    const char *text;
    const char *exact; /* NULL: not an amount */
} amounts[] = {
    {"3", "3"},         {"-0.50", "-0.5"},
    {"24/19", "24/19"}, {"-6/4", "-1.5"},
    {"90%", "0.9"},     {D30 "." D30, D30 ".12345678901234567890123456789"},
    {D30 "1", NULL},    {"0." D30 "1", NULL},
    {"1/0", NULL},      {"1/-2", NULL},
    {"1/2%", NULL},     {"+1", NULL},
    {"1.", NULL},       {".5", NULL},
    {"", NULL},         {"-", NULL},
    {"1 ", NULL},       {"Unpublished", NULL},
};

static void reads_the_amounts_of_documents(void)
{
    fzzf__arena arena;
    struct fzzf__amount amount;

    fzzf__arena_init(&arena);
    for (size_t i = 0; i < LENGTH(amounts); i++) {
        const int read = fzzf__amount_parse(&arena, amounts[i].text, &amount);

        CHECK_TEXT(read ? fzzf__num_exact_text(&arena, amount.num) : NULL,
                   amounts[i].exact);
    }
    CU_ASSERT_TRUE(fzzf__amount_parse(&arena, "unpublished", &amount));
    CU_ASSERT_EQUAL(amount.given, FZZF__UNPUBLISHED);
    fzzf__arena_free(&arena);
}

CU_TestInfo system_tests[] = {
    {"finds every node by its id", finds_every_node_by_its_id},
    {"makes a tree from depths", makes_a_tree_from_depths},
    {"describes an indicator", describes_an_indicator},
    {"leaves views empty past the end", leaves_views_empty_past_the_end},
    {"reports an id used twice", reports_an_id_used_twice},
    {"reads the amounts of documents", reads_the_amounts_of_documents},
    CU_TEST_INFO_NULL,
};
