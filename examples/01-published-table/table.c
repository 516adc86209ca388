/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Ranks the units of a published table and says where one of them lost what.
 * Runs in the folder of its documents.
 */

#include <fzzf/fzzf.h>
#include <stdio.h>
#include <string.h>

/* The unit to explain. */
#define ASKED "巴中市"

struct story {
    fzzf_diags *diags;
    fzzf_system *system;
    fzzf_contract *contract;
    fzzf_plan *plan;
    fzzf_cohort *cohort;
    fzzf_declaration *asked;
};

static void print_findings(const fzzf_diags *diags)
{
    const size_t count = fzzf_diags_count(diags);

    for (size_t i = 0; i < count; i++) {
        const char *file = fzzf_diags_file(diags, i);

        fprintf(stderr, "%s:%ld: %s\n", file == NULL ? "" : file,
                fzzf_diags_line(diags, i),
                fzzf_diags_message(diags, i, FZZF_ENGLISH));
    }
}

/* Called for every declaration of the stream, which is ours for the call. */
static int take(void *user, fzzf_declaration *declaration)
{
    struct story *story = user;

    if (strcmp(fzzf_declaration_unit_name(declaration), ASKED) == 0) {
        fzzf_declaration_unref(story->asked);
        story->asked = fzzf_declaration_ref(declaration);
    }
    return fzzf_cohort_add(story->cohort, declaration, story->diags) != FZZF_OK;
}

static fzzf_status read_all(struct story *story)
{
    const fzzf_source system = {.size = sizeof system, .path = "system.xml"};
    const fzzf_source contract = {.size = sizeof contract,
                                  .path = "contract.xml"};
    const fzzf_source units = {.size = sizeof units,
                               .path = "declarations.xml"};
    fzzf_status status;

    status = fzzf_xml_read_system(&story->system, &system, story->diags);
    if (status == FZZF_OK)
        status =
            fzzf_xml_read_contract(&story->contract, &contract, story->diags);
    if (status == FZZF_OK)
        status = fzzf_plan_new(&story->plan, story->system, story->contract,
                               story->diags);
    if (status == FZZF_OK)
        status = fzzf_cohort_new(&story->cohort, story->plan);
    if (status == FZZF_OK)
        status = fzzf_xml_each_declaration(&units, take, story, story->diags);
    if (status == FZZF_OK)
        status = fzzf_cohort_close(story->cohort, story->diags);
    return status;
}

/* As the contract shows numbers to people. */
static void print_number(const struct story *story, const fzzf_number *number)
{
    char text[64];

    fzzf_number_format(number, fzzf_contract_display_places(story->contract),
                       fzzf_contract_rounding(story->contract), text,
                       sizeof text);
    printf("%s", text);
}

static void print_place(const struct story *story, size_t place)
{
    fzzf_member unit = {.size = sizeof unit};

    for (size_t i = 0; fzzf_cohort_member(story->cohort, i, &unit); i++)
        if (unit.place == place) {
            printf("%zu %s ", unit.place, unit.unit_name);
            print_number(story, unit.score);
            printf("\n");
        }
}

static fzzf_status explain(const struct story *story)
{
    fzzf_node node = {.size = sizeof node};
    fzzf_result *result = NULL;
    const fzzf_status status = fzzf_cohort_evaluate(story->cohort, &result,
                                                    story->asked, story->diags);

    if (status != FZZF_OK)
        return status;
    for (size_t i = 0; fzzf_result_node(result, i, &node); i++)
        for (size_t j = 0; j < node.cause_count; j++) {
            char text[200];

            fzzf_result_cause_text(result, i, j, FZZF_CHINESE, text,
                                   sizeof text);
            printf("%s %s：%s\n", node.id, node.title, text);
        }
    fzzf_result_unref(result);
    return status;
}

static void release(struct story *story)
{
    fzzf_declaration_unref(story->asked);
    fzzf_cohort_free(story->cohort);
    fzzf_plan_unref(story->plan);
    fzzf_contract_unref(story->contract);
    fzzf_system_unref(story->system);
    fzzf_diags_free(story->diags);
}

int main(void)
{
    struct story story = {0};
    fzzf_status status;

    if (fzzf_diags_new(&story.diags) != FZZF_OK)
        return 1;
    status = read_all(&story);
    if (status == FZZF_OK)
        for (size_t i = 1; i <= fzzf_cohort_count(story.cohort); i++)
            print_place(&story, i);
    if (status == FZZF_OK && story.asked != NULL)
        status = explain(&story);
    print_findings(story.diags);
    if (status != FZZF_OK)
        fprintf(stderr, "%s\n", fzzf_status_name(status));
    release(&story);
    return status != FZZF_OK;
}
