/* SPDX-License-Identifier: Apache-2.0 */
/* Tailoring: what changes, what stays, and what is refused. */

#include "base/memory.h"
#include "unit/model/make.h"

static const struct fzzf__change no_change = {.applies = -1};

static void a_changed_value_knows_where_it_came_from(void)
{
    struct fzzf_system *base = make_system();
    struct fzzf_tailoring *tailoring = make_tailoring("province-a");
    struct fzzf__change changes[2] = {no_change, no_change};
    fzzf_indicator_view view = {.size = sizeof view};
    const fzzf_indicator *node;
    fzzf_system *made = NULL;

    changes[0].node = "1.1";
    changes[0].points = make_amount(&tailoring->arena, "61.5");
    changes[0].title = "备案审查";
    changes[1].node = "1.2";
    changes[1].applies = FZZF_APPLIES_CITY;
    changes[1].criterion = "另行规定。";
    changes[1].weight = make_amount(&tailoring->arena, "0.4");
    tailoring->changes = changes;
    tailoring->change_count = 2;
    CU_ASSERT_EQUAL_FATAL(fzzf_system_tailor(&made, base, tailoring, NULL),
                          FZZF_OK);
    fzzf_tailoring_unref(tailoring);
    fzzf_system_unref(base); /* the tailored one keeps it */

    node = fzzf_system_find(made, "1.1");
    CU_ASSERT_TRUE(fzzf_indicator_describe(node, &view));
    CHECK_TEXT(fzzf_number_exact(view.points), "61.5");
    CHECK_TEXT(view.title, "备案审查");
    CHECK_TEXT(view.criterion, "全部备案。");
    CHECK_TEXT(fzzf_indicator_origin(node, "points"), "province-a");
    CHECK_TEXT(fzzf_indicator_origin(node, "title"), "province-a");
    CU_ASSERT_PTR_NULL(fzzf_indicator_origin(node, "criterion"));
    CU_ASSERT_PTR_NULL(fzzf_indicator_origin(node, "number"));
    node = fzzf_system_find(made, "1.2");
    CU_ASSERT_TRUE(fzzf_indicator_describe(node, &view));
    CU_ASSERT_EQUAL(view.applies, FZZF_APPLIES_CITY);
    CHECK_TEXT(view.criterion, "另行规定。");
    CHECK_TEXT(fzzf_number_exact(view.weight), "0.4");
    CHECK_TEXT(fzzf_indicator_origin(node, "applies"), "province-a");
    CHECK_TEXT(fzzf_indicator_origin(node, "criterion"), "province-a");
    CHECK_TEXT(fzzf_indicator_origin(node, "weight"), "province-a");
    CU_ASSERT_PTR_NULL(fzzf_indicator_origin(node, "points"));
    fzzf_system_unref(made);
}

static void the_system_it_is_made_from_stays_as_it_is(void)
{
    struct fzzf_system *base = make_system();
    struct fzzf_tailoring *tailoring = make_tailoring("province-a");
    struct fzzf__change change = no_change;
    fzzf_indicator_view view = {.size = sizeof view};
    fzzf_system *made = NULL;

    change.node = "1.1";
    change.points = make_amount(&tailoring->arena, "1");
    tailoring->changes = &change;
    tailoring->change_count = 1;
    CU_ASSERT_EQUAL_FATAL(fzzf_system_tailor(&made, base, tailoring, NULL),
                          FZZF_OK);
    CU_ASSERT_TRUE(
        fzzf_indicator_describe(fzzf_system_find(base, "1.1"), &view));
    CHECK_TEXT(fzzf_number_exact(view.points), "60");
    fzzf_system_unref(made);
    fzzf_tailoring_unref(tailoring);
    fzzf_system_unref(base);
}

static void drops_a_node_with_all_below_it(void)
{
    static const struct fzzf__drop drop = {.node = "1"};
    struct fzzf_system *base = make_system();
    struct fzzf_tailoring *tailoring = make_tailoring("short");
    fzzf_system *made = NULL;
    fzzf_indicator_view view = {.size = sizeof view};

    tailoring->drops = &drop;
    tailoring->drop_count = 1;
    CU_ASSERT_EQUAL_FATAL(fzzf_system_tailor(&made, base, tailoring, NULL),
                          FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_system_count(made), 2);
    CU_ASSERT_PTR_NULL(fzzf_system_find(made, "1"));
    CU_ASSERT_PTR_NULL(fzzf_system_find(made, "1.2"));
    CU_ASSERT_TRUE(fzzf_indicator_describe(fzzf_system_find(made, "B"), &view));
    CU_ASSERT_EQUAL(view.index, 1);
    CU_ASSERT_PTR_EQUAL(fzzf_indicator_parent(fzzf_system_at(made, 1)),
                        fzzf_system_at(made, 0));
    CU_ASSERT_EQUAL(fzzf_system_count(base), 5);
    fzzf_system_unref(made);
    fzzf_tailoring_unref(tailoring);
    fzzf_system_unref(base);
}

static void sets_a_parameter_and_keeps_its_groups(void)
{
    struct fzzf_system *base = make_system();
    struct fzzf_tailoring *tailoring = make_tailoring("province-a");
    struct fzzf__set set = {.parameter = "target"};
    fzzf_system *made = NULL;
    const struct fzzf__parameter *parameter;

    set.value = make_amount(&tailoring->arena, "85%");
    tailoring->sets = &set;
    tailoring->set_count = 1;
    CU_ASSERT_EQUAL_FATAL(fzzf_system_tailor(&made, base, tailoring, NULL),
                          FZZF_OK);
    parameter = &made->parameters[0];
    CHECK_TEXT(fzzf__num_exact_text(&made->arena, parameter->value.num),
               "0.85");
    CHECK_TEXT(parameter->value.origin, "province-a");
    CU_ASSERT_EQUAL(parameter->variant_count, 1);
    CHECK_TEXT(
        fzzf__num_exact_text(&base->arena, base->parameters[0].value.num),
        "0.9");
    fzzf_system_unref(made);
    fzzf_tailoring_unref(tailoring);
    fzzf_system_unref(base);
}

static const struct fzzf__set faulty_sets[] = {
    {.parameter = "targt"}, /* 3505: target */
    {.parameter = "x"},     /* 3504 */
    {.parameter = "target"},
    {.parameter = "target"}, /* 3506 */
};
static const struct fzzf__drop faulty_drops[] = {
    {.node = "1.2"}, {.node = "nothing-like-it"}, /* 3502 */
};
static const struct fzzf__change faulty_changes[] = {
    {.node = "1.12", .applies = -1},                 /* 3503: 1.1 */
    {.node = "1.2", .applies = -1, .title = "x"},    /* 3507 */
    {.node = "total", .applies = FZZF_APPLIES_CITY}, /* 3509 */
    {.node = "1.1", .applies = -1, .title = "x"},
    {.node = "1.1", .applies = -1, .title = "y"}, /* 3506 */
};

static void reports_every_fault_at_once(void)
{
    static const int codes[] = {3501, 3505, 3504, 3506, 3502,
                                3503, 3507, 3509, 3506};
    struct fzzf_system *base = make_system();
    struct fzzf_tailoring *tailoring = make_tailoring("bad");
    fzzf_system *made = NULL;
    fzzf_diags *diags;

    CU_ASSERT_EQUAL_FATAL(fzzf_diags_new(&diags), FZZF_OK);
    tailoring->of = "another";
    tailoring->sets = faulty_sets;
    tailoring->set_count = LENGTH(faulty_sets);
    tailoring->drops = faulty_drops;
    tailoring->drop_count = LENGTH(faulty_drops);
    tailoring->changes = faulty_changes;
    tailoring->change_count = LENGTH(faulty_changes);
    CU_ASSERT_EQUAL(fzzf_system_tailor(&made, base, tailoring, diags),
                    FZZF_E_REFERENCE);
    CU_ASSERT_PTR_NULL(made);
    CU_ASSERT_EQUAL_FATAL(fzzf_diags_count(diags), LENGTH(codes));
    for (size_t i = 0; i < LENGTH(codes); i++)
        CU_ASSERT_EQUAL(fzzf_diags_code(diags, i), codes[i]);
    CHECK_TEXT(fzzf_diags_argument(diags, 1, 1), "target");
    CHECK_TEXT(fzzf_diags_message(diags, 6, FZZF_CHINESE),
               "指标“1.2”已随“1.2”删去，不能再调整");
    fzzf_diags_free(diags);
    fzzf_tailoring_unref(tailoring);
    fzzf_system_unref(base);
}

static const struct fzzf__drop all_drops[] = {{.node = "1"}, {.node = "B"}};
static const struct fzzf__drop whole_drop[] = {{.node = "total"}};

static void refuses_to_drop_everything(void)
{
    static const struct {
        const struct fzzf__drop *drops;
        size_t count;
    } cases[] = {{all_drops, 2}, {whole_drop, 1}};

    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct fzzf_system *base = make_system();
        struct fzzf_tailoring *tailoring = make_tailoring("empty");
        fzzf_system *made = NULL;
        fzzf_diags *diags;

        CU_ASSERT_EQUAL_FATAL(fzzf_diags_new(&diags), FZZF_OK);
        tailoring->drops = cases[i].drops;
        tailoring->drop_count = cases[i].count;
        CU_ASSERT_EQUAL(fzzf_system_tailor(&made, base, tailoring, diags),
                        FZZF_E_REFERENCE);
        CU_ASSERT_EQUAL(fzzf_diags_count(diags), 1);
        CU_ASSERT_EQUAL(fzzf_diags_code(diags, 0), 3508);
        fzzf_diags_free(diags);
        fzzf_tailoring_unref(tailoring);
        fzzf_system_unref(base);
    }
}

static void cites_every_tailoring_and_bears_three(void)
{
    static const char *const ids[] = {"a", "b", "c", "d"};
    struct fzzf_system *system = make_system();
    fzzf_system *made = NULL;

    system->inputs.items[0].role = "system";
    system->inputs.count = 1;
    for (size_t i = 0; i < LENGTH(ids); i++) {
        struct fzzf_tailoring *tailoring = make_tailoring(ids[i]);

        CU_ASSERT_EQUAL(fzzf_system_tailor(&made, system, tailoring, NULL),
                        i < 3 ? FZZF_OK : FZZF_E_LIMIT);
        fzzf_tailoring_unref(tailoring);
        if (i < 3) {
            fzzf_system_unref(system);
            system = made;
        }
    }
    CU_ASSERT_EQUAL_FATAL(system->inputs.count, 4);
    CHECK_TEXT(system->inputs.items[0].role, "system");
    CHECK_TEXT(system->inputs.items[1].role, "tailoring");
    CHECK_TEXT(system->inputs.items[1].id, "a");
    CHECK_TEXT(system->inputs.items[3].id, "c");
    fzzf_system_unref(system);
}

static void tells_when_memory_runs_out(void)
{
    struct fzzf_system *base = make_system();
    struct fzzf_tailoring *tailoring = make_tailoring("province-a");
    struct fzzf__change change = no_change;
    long allow = 0;
    int refused;

    change.node = "1.1";
    change.points = make_amount(&tailoring->arena, "61.5");
    tailoring->changes = &change;
    tailoring->change_count = 1;
    do {
        fzzf_system *made = NULL;
        fzzf_status status;

        fzzf__fault_after(allow++);
        status = fzzf_system_tailor(&made, base, tailoring, NULL);
        fzzf__fault_after(-1);
        refused = fzzf__fault_seen();
        CU_ASSERT_EQUAL(status, refused ? FZZF_E_MEMORY : FZZF_OK);
        CU_ASSERT_EQUAL(made == NULL, refused != 0);
        fzzf_system_unref(made);
    } while (refused);
    CU_ASSERT(allow > 2);
    fzzf_tailoring_unref(tailoring);
    fzzf_system_unref(base);
}

CU_TestInfo tailor_tests[] = {
    {"a changed value knows where it came from",
     a_changed_value_knows_where_it_came_from},
    {"the system it is made from stays as it is",
     the_system_it_is_made_from_stays_as_it_is},
    {"drops a node with all below it", drops_a_node_with_all_below_it},
    {"sets a parameter and keeps its groups",
     sets_a_parameter_and_keeps_its_groups},
    {"reports every fault at once", reports_every_fault_at_once},
    {"refuses to drop everything", refuses_to_drop_everything},
    {"cites every tailoring and bears three",
     cites_every_tailoring_and_bears_three},
    {"tells when memory runs out", tells_when_memory_runs_out},
    CU_TEST_INFO_NULL,
};
