/* SPDX-License-Identifier: Apache-2.0 */
/* What the fuzz targets share. */

#include "fuzz/fuzz.h"

#include <stdio.h>
#include <string.h>

#include "base/memory.h"

#define FAULTS 400 /* allocations until one fails, at most */

fzzf_source fuzz_source(const char *bytes, size_t size)
{
    const fzzf_source source = {
        .size = sizeof source, .bytes = bytes, .length = size};

    return source;
}

int fuzz_drop(void *user, const char *bytes, size_t size)
{
    (void)user, (void)bytes, (void)size;
    return 0;
}

fzzf_diags *fuzz_diags(void)
{
    fzzf_diags *diags = NULL;

    return fzzf_diags_new(&diags) == FZZF_OK ? diags : NULL;
}

void fuzz_tell(fzzf_diags *diags)
{
    size_t length = 0;

    for (size_t i = 0; i < fzzf_diags_count(diags); i++) {
        length += strlen(fzzf_diags_message(diags, i, FZZF_CHINESE));
        length += strlen(fzzf_diags_message(diags, i, FZZF_ENGLISH));
    }
    if (length == 1)
        puts(""); /* the sentences are needed, or they would not be made */
    fzzf_diags_free(diags);
}

/* Sum and shifts after FNV-1a. */
static uint64_t digest(const uint8_t *bytes, size_t size)
{
    uint64_t sum = 1469598103934665603u;

    for (size_t i = 0; i < size; i++)
        sum = (sum ^ bytes[i]) * 1099511628211u;
    return sum;
}

void fuzz_run(fuzz_target target, const uint8_t *bytes, size_t size)
{
    target((const char *)bytes, size);
    fzzf__fault_after((long)(digest(bytes, size) % FAULTS));
    target((const char *)bytes, size);
    fzzf__fault_after(-1);
}

fzzf_contract *fuzz_contract(void)
{
    static const fzzf_source source = {.size = sizeof source,
                                       .path = FZZF_SOURCES
                                       "/tests/alloc/contract.xml"};
    fzzf_contract *contract = NULL;

    return fzzf_xml_read_contract(&contract, &source, NULL) == FZZF_OK
               ? contract
               : NULL;
}

fzzf_system *fuzz_system(void)
{
    static const fzzf_source source = {
        .size = sizeof source, .path = FZZF_SOURCES "/tests/alloc/every.xml"};
    fzzf_system *system = NULL;

    return fzzf_xml_read_system(&system, &source, NULL) == FZZF_OK ? system
                                                                   : NULL;
}

static void tell_result(fzzf_plan *plan, fzzf_result *result, fzzf_diags *diags)
{
    fzzf_gaps *gaps = NULL;

    if (fzzf_xml_write_result(result, fuzz_drop, NULL, NULL) == FZZF_OK &&
        fzzf_gaps_new(&gaps, plan, result, FZZF_FEWEST, diags) == FZZF_OK)
        fzzf_gaps_free(gaps);
    fzzf_result_unref(result);
}

void fuzz_evaluate(fzzf_plan *plan, fzzf_declaration *declaration,
                   fzzf_diags *diags)
{
    fzzf_cohort *cohort = NULL;
    fzzf_result *result = NULL;

    if (fzzf_plan_evaluate(plan, &result, declaration, diags) == FZZF_OK)
        tell_result(plan, result, diags);
    result = NULL;
    if (fzzf_cohort_new(&cohort, plan) != FZZF_OK)
        return;
    if (fzzf_cohort_add(cohort, declaration, diags) == FZZF_OK &&
        fzzf_cohort_close(cohort, diags) == FZZF_OK &&
        fzzf_cohort_evaluate(cohort, &result, declaration, diags) == FZZF_OK)
        tell_result(plan, result, diags);
    fzzf_cohort_free(cohort);
}

/* A value of the kind, or mostly. */
static const char *value_for(fzzf_observation_kind kind, uint64_t draw)
{
    static const char *const values[][4] = {
        [FZZF_KIND_NONE] = {"0", "1", "2", "3"},
        [FZZF_KIND_YES_NO] = {"yes", "no", "no", "1"},
        [FZZF_KIND_NUMBER] = {"0", "-3.5", "12.25", "99999999999999999999"},
        [FZZF_KIND_COUNT] = {"0", "1", "7", "123456789"},
        [FZZF_KIND_RATIO] = {"0/0", "1/3", "98/100", "0.9"},
        [FZZF_KIND_LEVEL] = {"a", "good", "high", "b"},
        [FZZF_KIND_DATE] = {"2021-01-01", "2021-10-09", "2019-12-31", "x"},
        [FZZF_KIND_CAUSES] = {"", "a=1", "major=2 minor=1", "a=x"},
        [FZZF_KIND_AWARDS] = {"", "a", "x", "1"},
        [FZZF_KIND_SURVEY] = {"", "a=10 b=3", "yes=40 no=2", "a=1"},
        [FZZF_KIND_PANEL] = {"9 8.5 7", "10", "", "1 2 3 4 5"},
    };

    return (size_t)kind < sizeof values / sizeof values[0]
               ? values[kind][draw % 4]
               : "1";
}

static void give(fzzf_declaration *declaration, const char *node,
                 const fzzf_observe *observe, uint64_t draw)
{
    fzzf_status status;

    if (draw % 5 == 0)
        status =
            fzzf_declaration_set_state(declaration, node, observe->id,
                                       (fzzf_state)(1 + draw / 5 % 4), "x");
    else
        status = fzzf_declaration_set(declaration, node, observe->id,
                                      value_for(observe->kind, draw / 5));
    (void)status; /* a value that is refused is as good as none */
}

static void fill(const fzzf_system *system, fzzf_declaration *declaration,
                 uint64_t seed)
{
    for (size_t i = 0; i < fzzf_system_count(system) && i < 64; i++) {
        fzzf_indicator_view node = {.size = sizeof node};
        fzzf_observe observe = {.size = sizeof observe};

        fzzf_indicator_describe(fzzf_system_at(system, i), &node);
        for (size_t k = 0; k < 8 && fzzf_indicator_observe(
                                        fzzf_system_at(system, i), k, &observe);
             k++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            give(declaration, node.id, &observe, seed >> 33);
        }
    }
}

void fuzz_use_system(fzzf_system *system, uint64_t seed, fzzf_diags *diags)
{
    fzzf_contract *contract = fuzz_contract();
    fzzf_declaration *declaration = NULL;
    fzzf_plan *plan = NULL;

    if (contract != NULL &&
        fzzf_plan_new(&plan, system, contract, diags) == FZZF_OK &&
        fzzf_declaration_new(&declaration, "d", fzzf_system_id(system),
                             "990001", "x", FZZF_UNIT_COUNTY) == FZZF_OK) {
        fill(system, declaration, seed);
        fuzz_evaluate(plan, declaration, diags);
    }
    fzzf_declaration_unref(declaration);
    fzzf_plan_unref(plan);
    fzzf_contract_unref(contract);
}
