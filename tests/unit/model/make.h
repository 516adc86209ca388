/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TESTS_UNIT_MODEL_MAKE_H
#define TESTS_UNIT_MODEL_MAKE_H

/* Small documents and a result, made in memory for tests. */

#include <string.h>

#include "model/result.h"
#include "model/tailoring.h"
#include "unit/suites.h"

#define LENGTH(array) (sizeof(array) / sizeof(array)[0])

static inline fzzf__num make_num(fzzf__arena *arena, const char *text)
{
    fzzf__num num = FZZF__ZERO;

    if (strcmp(text, "inf") == 0)
        return FZZF__PLUS_INFINITY;
    CU_ASSERT_TRUE_FATAL(fzzf__num_parse(arena, text, strlen(text), &num));
    return num;
}

static inline const fzzf_number *make_number(fzzf__arena *arena,
                                             const char *text)
{
    return fzzf__number_make(arena, make_num(arena, text));
}

static inline struct fzzf__amount make_amount(fzzf__arena *arena,
                                              const char *text)
{
    struct fzzf__amount amount;

    CU_ASSERT_TRUE_FATAL(fzzf__amount_parse(arena, text, &amount));
    return amount;
}

/* A copy of @count items of @size bytes in the arena. */
static inline void *make_array(fzzf__arena *arena, const void *items,
                               size_t count, size_t size)
{
    void *copy = fzzf__arena_alloc(arena, count * size);

    CU_ASSERT_PTR_NOT_NULL_FATAL(copy);
    memcpy(copy, items, count * size);
    return copy;
}
#define MAKE_ARRAY(arena, array)                                               \
    make_array(arena, array, LENGTH(array), sizeof(array)[0])

/* total, 1 (1.1, 1.2) and the bonus B; not sealed yet. */
static inline struct fzzf_system *make_open_system(void)
{
    struct fzzf_system *system = fzzf__system_new();
    fzzf__arena *arena = &system->arena;
    const struct fzzf__observe observes[] = {
        {.id = "rate", .title = "备案率", .kind = FZZF_KIND_RATIO},
        {.id = "late", .unit = "件", .kind = FZZF_KIND_COUNT},
    };
    const struct fzzf__veto vetoes[] = {
        {.id = "fraud",
         .title = "弄虚作假",
         .when = "late > 99",
         .effect = FZZF__EFFECT_BAR},
    };
    const struct fzzf_indicator nodes[] = {
        {.title = "测试体系"},
        {.id = "1", .title = "依法行政", .number = "一"},
        {.id = "1.1", .title = "行政备案", .criterion = "全部备案。"},
        {.id = "1.2", .title = "行政复议"},
        {.id = "B", .title = "附加项", .bonus = true},
    };
    const struct fzzf__parameter_variant variants[] = {
        {"east", make_amount(arena, "95%")},
    };
    const struct fzzf__parameter parameters[] = {
        {.id = "target",
         .value = make_amount(arena, "90%"),
         .variants = MAKE_ARRAY(arena, variants),
         .variant_count = 1},
    };

    system->id = "demo";
    system->edition = "2021";
    system->parameters = MAKE_ARRAY(arena, parameters);
    system->parameter_count = 1;
    system->nodes = MAKE_ARRAY(arena, nodes);
    system->node_count = LENGTH(nodes);
    system->nodes[1].points = make_amount(arena, "100");
    system->nodes[2].points = make_amount(arena, "60");
    system->nodes[2].weight = make_amount(arena, "unpublished");
    system->nodes[2].observes = MAKE_ARRAY(arena, observes);
    system->nodes[2].observe_count = LENGTH(observes);
    system->nodes[2].vetoes = MAKE_ARRAY(arena, vetoes);
    system->nodes[2].veto_count = 1;
    system->nodes[3].points = make_amount(arena, "40");
    system->nodes[4].points = make_amount(arena, "2.5");
    return system;
}

static inline struct fzzf_system *make_system(void)
{
    static const int depths[] = {0, 1, 2, 2, 1};
    struct fzzf_system *system = make_open_system();

    CU_ASSERT_EQUAL_FATAL(fzzf__system_seal(system, depths, NULL), FZZF_OK);
    return system;
}

static inline struct fzzf_contract *make_contract(void)
{
    struct fzzf_contract *contract = fzzf__contract_new();

    contract->id = "trial";
    contract->title = "试用约定";
    contract->rounding = FZZF_ROUND_HALF_UP;
    contract->indicator_places = 2;
    contract->node_places = FZZF__UNROUNDED;
    contract->total_places = 2;
    contract->display_places = 2;
    contract->assessors[0] = FZZF_ASSESSOR_FINAL;
    contract->assessors[1] = FZZF_ASSESSOR_THIRD_PARTY;
    contract->assessor_count = 2;
    contract->absent =
        (struct fzzf__policies){FZZF__POLICY_BOUND, FZZF__POLICY_ZERO,
                                FZZF__POLICY_LEAVE_OUT, FZZF__POLICY_REFUSE};
    contract->not_applicable = FZZF__NA_RESCALE;
    contract->met = "score >= points";
    contract->share = make_num(&contract->arena, "90%");
    contract->reading = FZZF_INDICATORS_APPLICABLE;
    return contract;
}

/* A tailoring without content; the caller's arrays live longer than it. */
static inline struct fzzf_tailoring *make_tailoring(const char *id)
{
    struct fzzf_tailoring *tailoring = fzzf__tailoring_new();

    tailoring->id = fzzf__arena_text(&tailoring->arena, id);
    tailoring->title = "省级调整";
    tailoring->of = "demo";
    return tailoring;
}

/* A result in which nothing is scored yet. */
static inline struct fzzf_result *make_result(void)
{
    struct fzzf_result *result = fzzf__result_new();

    result->system = make_system();
    result->contract = make_contract();
    result->declaration = "d1";
    result->unit = "990001";
    result->unit_name = "甲县";
    result->unit_level = FZZF_UNIT_COUNTY;
    result->nodes = fzzf__arena_alloc(
        &result->arena, result->system->node_count * sizeof *result->nodes);
    CU_ASSERT_PTR_NOT_NULL_FATAL(result->nodes);
    for (size_t i = 0; i < result->system->node_count; i++) {
        result->nodes[i].state = FZZF_SCORE_UNSCORED;
        result->nodes[i].met = FZZF_NOTHING_APPLICABLE;
    }
    return result;
}

/* Gives node @index the one cause @cause from @low to @high. */
static inline void make_cause(struct fzzf_result *result, size_t index,
                              const struct fzzf__cause *cause, const char *low,
                              const char *high)
{
    fzzf__arena *arena = &result->arena;
    struct fzzf__cause *made = make_array(arena, cause, 1, sizeof *cause);
    const fzzf_number *amounts[2];

    made->low = make_num(arena, low);
    made->high = make_num(arena, high);
    for (size_t i = 0; i < FZZF__CAUSE_ARGS; i++)
        if (made->args[i].d == 0)
            made->args[i] = FZZF__ZERO;
    amounts[0] = fzzf__number_make(arena, made->low);
    amounts[1] = fzzf__number_make(arena, made->high);
    result->nodes[index].causes = made;
    result->nodes[index].amounts = MAKE_ARRAY(arena, amounts);
    result->nodes[index].cause_count = 1;
}

/* Fills a reading; @three are low, high and of. */
static inline void make_reading(struct fzzf_result *result,
                                fzzf_reading reading, const char *const *three,
                                size_t left_out)
{
    struct fzzf__reading_result *made = &result->readings[reading];

    made->low = make_number(&result->arena, three[0]);
    made->high = make_number(&result->arena, three[1]);
    made->of = make_number(&result->arena, three[2]);
    made->left_out = left_out;
}

#endif
