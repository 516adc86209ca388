/* SPDX-License-Identifier: Apache-2.0 */
/* Building a declaration call by call. */

#include "base/memory.h"
#include "model/declaration.h"
#include "unit/model/make.h"

static fzzf_declaration *make_declaration(void)
{
    fzzf_declaration *declaration = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_declaration_new(&declaration, "d1", "demo",
                                               "990001", "甲县",
                                               FZZF_UNIT_COUNTY),
                          FZZF_OK);
    return declaration;
}

static const struct fzzf__statement *statement(const fzzf_declaration *made,
                                               size_t index)
{
    CU_ASSERT_TRUE_FATAL(index < made->assessments[0].statement_count);
    return &made->assessments[0].statements[index];
}

static void begins_with_one_empty_self_assessment(void)
{
    fzzf_declaration *made = make_declaration();

    CHECK_TEXT(fzzf_declaration_id(made), "d1");
    CHECK_TEXT(fzzf_declaration_system(made), "demo");
    CHECK_TEXT(fzzf_declaration_unit(made), "990001");
    CHECK_TEXT(fzzf_declaration_unit_name(made), "甲县");
    CU_ASSERT_EQUAL(fzzf_declaration_kind(made), FZZF_COMPREHENSIVE);
    CU_ASSERT_EQUAL_FATAL(made->assessment_count, 1);
    CU_ASSERT_EQUAL(made->assessments[0].assessor, FZZF_ASSESSOR_SELF);
    CU_ASSERT_EQUAL(made->assessments[0].statement_count, 0);
    fzzf_declaration_unref(made);
}

static const struct {
    const char *value;
    const char *plain; /* NULL: a list, or nothing */
    size_t count;
    const char *of, *first, *last; /* of the list */
} values[] = {
    {"yes", "yes", 0, NULL, NULL, NULL},
    {"88/98", "88/98", 0, NULL, NULL, NULL},
    {"2021-08-31", "2021-08-31", 0, NULL, NULL, NULL},
    {"", NULL, 0, NULL, NULL, NULL},
    {"a=3 b=1", NULL, 2, "a", "3", "1"},
    {"未备案=12", NULL, 1, "未备案", "12", "12"},
    {"9.5 9 8.5", NULL, 3, NULL, "9.5", "8.5"},
};

static void takes_values_in_the_forms_of_documents(void)
{
    fzzf_declaration *made = make_declaration();

    for (size_t i = 0; i < LENGTH(values); i++) {
        const struct fzzf__observation *observation;

        CU_ASSERT_EQUAL_FATAL(
            fzzf_declaration_set(made, "1.1", "x", values[i].value), FZZF_OK);
        observation = statement(made, 0)->observations;
        CHECK_TEXT(observation->value, values[i].plain);
        CU_ASSERT_EQUAL_FATAL(observation->entry_count, values[i].count);
        CU_ASSERT_EQUAL(statement(made, 0)->observation_count, 1);
        if (values[i].count == 0)
            continue;
        CHECK_TEXT(observation->entries[0].of, values[i].of);
        CHECK_TEXT(observation->entries[0].value, values[i].first);
        CHECK_TEXT(observation->entries[values[i].count - 1].value,
                   values[i].last);
    }
    fzzf_declaration_unref(made);
}

static void keeps_many_indicators_and_observations(void)
{
    static const char *const ids[] = {"1", "2", "3", "4", "5", "6", "7"};
    static const char *const names[] = {"a", "b", "c", "d", "e"};
    fzzf_declaration *made = make_declaration();

    for (size_t i = 0; i < LENGTH(ids); i++)
        for (size_t j = 0; j < LENGTH(names); j++)
            CU_ASSERT_EQUAL(
                fzzf_declaration_set(made, ids[i], names[j], names[j]),
                FZZF_OK);
    for (size_t i = 0; i < LENGTH(ids); i++) {
        CHECK_TEXT(statement(made, i)->node, ids[i]);
        CU_ASSERT_EQUAL_FATAL(statement(made, i)->observation_count,
                              LENGTH(names));
        for (size_t j = 0; j < LENGTH(names); j++)
            CHECK_TEXT(statement(made, i)->observations[j].value, names[j]);
    }
    fzzf_declaration_unref(made);
}

static void parts_the_values_of_periods(void)
{
    fzzf_declaration *made = make_declaration();
    const struct fzzf__observation *observations;

    CU_ASSERT_EQUAL(fzzf_declaration_set(made, "1", "rate@2020", "1"), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_declaration_set(made, "1", "rate@2021", "2"), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_declaration_set(made, "1", "rate@2020", "3"), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_declaration_set(made, "1", "rate", "4"), FZZF_OK);
    observations = statement(made, 0)->observations;
    CU_ASSERT_EQUAL_FATAL(statement(made, 0)->observation_count, 3);
    CHECK_TEXT(observations[0].id, "rate");
    CHECK_TEXT(observations[0].period, "2020");
    CHECK_TEXT(observations[0].value, "3");
    CHECK_TEXT(observations[1].period, "2021");
    CHECK_TEXT(observations[2].period, NULL);
    fzzf_declaration_unref(made);
}

static void keeps_the_value_of_what_is_disputed_only(void)
{
    fzzf_declaration *made = make_declaration();
    const struct fzzf__observation *observation;

    CU_ASSERT_EQUAL(fzzf_declaration_set(made, "1", "x", "7"), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_declaration_set_state(made, "1", "x",
                                               FZZF_STATE_DISPUTED, "口径不一"),
                    FZZF_OK);
    observation = statement(made, 0)->observations;
    CHECK_TEXT(observation->value, "7");
    CHECK_TEXT(observation->reason, "口径不一");
    CU_ASSERT_EQUAL(observation->state, FZZF_STATE_DISPUTED);
    CU_ASSERT_EQUAL(
        fzzf_declaration_set_state(made, "1", "x", FZZF_STATE_MISSING, NULL),
        FZZF_OK);
    CHECK_TEXT(observation->value, NULL);
    CHECK_TEXT(observation->reason, NULL);
    CU_ASSERT_EQUAL(observation->state, FZZF_STATE_MISSING);
    CU_ASSERT_EQUAL(fzzf_declaration_set(made, "1", "x", "8"), FZZF_OK);
    CU_ASSERT_EQUAL(observation->state, FZZF_STATE_PRESENT);
    fzzf_declaration_unref(made);
}

static void a_whole_indicator_may_not_apply(void)
{
    fzzf_declaration *made = make_declaration();

    CU_ASSERT_EQUAL(fzzf_declaration_set_state(
                        made, "1", NULL, FZZF_STATE_NOT_APPLICABLE, "无乡镇"),
                    FZZF_OK);
    CU_ASSERT_TRUE(statement(made, 0)->not_applicable);
    CHECK_TEXT(statement(made, 0)->reason, "无乡镇");
    CU_ASSERT_EQUAL(
        fzzf_declaration_set_state(made, "1", NULL, FZZF_STATE_MISSING, NULL),
        FZZF_E_ARGUMENT);
    fzzf_declaration_unref(made);
}

static void others_assess_and_override(void)
{
    fzzf_declaration *made = make_declaration();
    const struct fzzf__assessment *city;

    CU_ASSERT_EQUAL(fzzf_declaration_override(made, "1", "6", "r"),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(
        fzzf_declaration_assess(made, FZZF_ASSESSOR_CITY, "市", "2026-03-01"),
        FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_declaration_set(made, "1", "x", "7"), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_declaration_override(made, "1", "5", "r"), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_declaration_override(made, "2", "3", "s"), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_declaration_override(made, "1", "6", "t"), FZZF_OK);
    CU_ASSERT_EQUAL(
        fzzf_declaration_assess(made, FZZF_ASSESSOR_SELF, NULL, NULL), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_declaration_set(made, "1", "x", "8"), FZZF_OK);
    CU_ASSERT_EQUAL_FATAL(made->assessment_count, 2);
    city = &made->assessments[1];
    CHECK_TEXT(made->assessments[0].statements[0].observations[0].value, "8");
    CHECK_TEXT(city->statements[0].observations[0].value, "7");
    CU_ASSERT_EQUAL_FATAL(city->override_count, 2);
    CHECK_TEXT(city->overrides[0].value, "6");
    CHECK_TEXT(city->overrides[0].reason, "t");
    CHECK_TEXT(city->overrides[0].by, "市");
    CHECK_TEXT(city->overrides[1].date, "2026-03-01");
    fzzf_declaration_unref(made);
}

static void refuses_what_nobody_can_say(void)
{
    fzzf_declaration *made = make_declaration();

    CU_ASSERT_EQUAL(
        fzzf_declaration_assess(made, (fzzf_assessor)7, "b", "2026-03-01"),
        FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(
        fzzf_declaration_assess(made, FZZF_ASSESSOR_CITY, "b", "soon"),
        FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(made->assessment_count, 1);
    CU_ASSERT_EQUAL(
        fzzf_declaration_assess(made, FZZF_ASSESSOR_CITY, "b", "2026-03-01"),
        FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_declaration_override(made, "1", "six", "r"),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_declaration_override(made, "1", "6", ""),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_declaration_override(made, "a b", "6", "r"),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_declaration_single(made, NULL, NULL), FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_declaration_kind(made), FZZF_COMPREHENSIVE);
    CU_ASSERT_EQUAL(fzzf_declaration_single(made, "项目", NULL), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_declaration_kind(made), FZZF_SINGLE_ITEM);
    CHECK_TEXT(fzzf_declaration_project(made), "项目");
    CHECK_TEXT(fzzf_declaration_theme(made), NULL);
    fzzf_declaration_unref(made);
}

static const struct {
    const char *indicator, *observation, *value;
} wrong[] = {
    {"", "x", "1"},
    {"a b", "x", "1"},
    {NULL, "x", "1"},
    {"1", "2x", "1"},
    {"1", NULL, "1"},
    {"1", "x@", "1"},
    {"1", "@2020", "1"},
    {"1", "x@20201", "1"},
    {"1", "x", NULL},
    {"1", "x", "a=3 4"},
    {"1", "x", "a="},
    {"1", "x", "=3"},
    {"1", "x", "9  8"},
    {"1", "x", "9 "},
    {"1", "x", "a=1=2"},
    {"1", "x", "\x01"},
    {"1", "x", "\xFF"},
    {"1", "x", "2a=1"},
    {"1", "x", "\xEF\xBF\xBF"},
};

static void refuses_ids_and_values_of_the_wrong_form(void)
{
    fzzf_declaration *made = make_declaration();
    fzzf_declaration *other = NULL;

    for (size_t i = 0; i < LENGTH(wrong); i++)
        CU_ASSERT_EQUAL(fzzf_declaration_set(made, wrong[i].indicator,
                                             wrong[i].observation,
                                             wrong[i].value),
                        FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(made->assessments[0].statement_count, 0);
    CU_ASSERT_EQUAL(
        fzzf_declaration_new(&other, "a b", "s", "1", "n", FZZF_UNIT_CITY),
        FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(
        fzzf_declaration_new(&other, "a", "s", "1", "n", (fzzf_unit_level)3),
        FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(
        fzzf_declaration_set_state(made, "1", "x", (fzzf_state)9, NULL),
        FZZF_E_ARGUMENT);
    fzzf_declaration_unref(made);
}

static void never_changes_what_was_read(void)
{
    fzzf_declaration *made = make_declaration();

    made->input.size = 1;
    CU_ASSERT_EQUAL(fzzf_declaration_set(made, "1", "x", "1"), FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(
        fzzf_declaration_set_state(made, "1", "x", FZZF_STATE_MISSING, NULL),
        FZZF_E_ARGUMENT);
    fzzf_declaration_unref(made);
}

static fzzf_status build(fzzf_declaration **out)
{
    fzzf_status status = fzzf_declaration_new(out, "d1", "demo", "990001",
                                              "甲县", FZZF_UNIT_COUNTY);

    if (status == FZZF_OK)
        status = fzzf_declaration_set(*out, "1", "x@2021", "a=3 b=1");
    if (status == FZZF_OK)
        status = fzzf_declaration_set_state(*out, "2", "y", FZZF_STATE_DISPUTED,
                                            "口径");
    return status;
}

static void tells_when_memory_runs_out(void)
{
    long allow = 0;
    int refused;

    do {
        fzzf_declaration *made = NULL;
        fzzf_status status;

        fzzf__fault_after(allow++);
        status = build(&made);
        fzzf__fault_after(-1);
        refused = fzzf__fault_seen();
        CU_ASSERT_EQUAL(status, refused ? FZZF_E_MEMORY : FZZF_OK);
        fzzf_declaration_unref(made);
    } while (refused);
    CU_ASSERT(allow > 2);
}

CU_TestInfo declare_tests[] = {
    {"begins with one empty self-assessment",
     begins_with_one_empty_self_assessment},
    {"takes values in the forms of documents",
     takes_values_in_the_forms_of_documents},
    {"keeps many indicators and observations",
     keeps_many_indicators_and_observations},
    {"parts the values of periods", parts_the_values_of_periods},
    {"keeps the value of what is disputed only",
     keeps_the_value_of_what_is_disputed_only},
    {"a whole indicator may not apply", a_whole_indicator_may_not_apply},
    {"others assess and override", others_assess_and_override},
    {"refuses what nobody can say", refuses_what_nobody_can_say},
    {"refuses ids and values of the wrong form",
     refuses_ids_and_values_of_the_wrong_form},
    {"never changes what was read", never_changes_what_was_read},
    {"tells when memory runs out", tells_when_memory_runs_out},
    CU_TEST_INFO_NULL,
};
