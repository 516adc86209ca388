/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/model/inspect.c. */

#include "unit/suites.h"

#include "base/diag.h"
#include "fzzf/codes.h"
#include "model/declaration.h"

#define MAX 16

/* The numbers of the findings on @declaration, ended by 0. */
static void inspect(const fzzf_declaration *declaration, int codes[MAX])
{
    fzzf_diags *diags = NULL;
    size_t i;

    CU_ASSERT_EQUAL_FATAL(fzzf_diags_new(&diags), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_declaration_inspect(declaration, diags), FZZF_OK);
    for (i = 0; i < fzzf_diags_count(diags) && i < MAX - 1; i++) {
        CU_ASSERT_EQUAL(fzzf_diags_severity(diags, i), FZZF_WARNING);
        codes[i] = fzzf_diags_code(diags, i);
    }
    codes[i] = 0;
    fzzf_diags_free(diags);
}

static int first_of_unit(const char *code, fzzf_unit_level level)
{
    fzzf_declaration *declaration = NULL;
    int codes[MAX];

    CU_ASSERT_EQUAL_FATAL(
        fzzf_declaration_new(&declaration, "d", "s", code, "某地", level),
        FZZF_OK);
    inspect(declaration, codes);
    fzzf_declaration_unref(declaration);
    return codes[0];
}

static void compares_code_and_level(void)
{
    CU_ASSERT_EQUAL(first_of_unit("511304", FZZF_UNIT_COUNTY), 0);
    CU_ASSERT_EQUAL(first_of_unit("330100", FZZF_UNIT_CITY), 0);
    CU_ASSERT_EQUAL(first_of_unit("659003", FZZF_UNIT_COUNTY), 0);
    CU_ASSERT_EQUAL(first_of_unit("511304", FZZF_UNIT_CITY),
                    FZZF__F_UNIT_CODE_LEVEL);
    CU_ASSERT_EQUAL(first_of_unit("330000", FZZF_UNIT_CITY),
                    FZZF__F_UNIT_CODE_LEVEL);
    CU_ASSERT_EQUAL(first_of_unit("330101", FZZF_UNIT_COUNTY),
                    FZZF__F_UNIT_CODE_SUMMARY);
    CU_ASSERT_EQUAL(first_of_unit("160102", FZZF_UNIT_COUNTY),
                    FZZF__F_UNIT_CODE_UNASSIGNED);
    CU_ASSERT_EQUAL(first_of_unit("337100", FZZF_UNIT_CITY),
                    FZZF__F_UNIT_CODE_CITY);
    CU_ASSERT_EQUAL(first_of_unit("511304000", FZZF_UNIT_COUNTY),
                    FZZF__F_UNIT_CODE_WRITTEN);
    /* Of nobody, and for made-up places; an id that is no division code. */
    CU_ASSERT_EQUAL(first_of_unit("990001", FZZF_UNIT_CITY), 0);
    CU_ASSERT_EQUAL(first_of_unit("u01", FZZF_UNIT_CITY), 0);
}

static void finds_identity_numbers_everywhere(void)
{
#define NUMBER "号11010519491231002X"
    struct fzzf__entry entry = {NUMBER, "1",  NUMBER, NUMBER,
                                NUMBER, NULL, NUMBER};
    struct fzzf__observation observation = {
        .value = NUMBER, .reason = NUMBER, .entries = &entry, .entry_count = 1};
    struct fzzf__evidence evidence = {.title = NUMBER, .href = NUMBER};
    struct fzzf__extension extension = {NUMBER, NULL};
    struct fzzf__statement statement = {.reason = NUMBER,
                                        .observations = &observation,
                                        .observation_count = 1,
                                        .evidence = &evidence,
                                        .evidence_count = 1};
    struct fzzf__assessment assessment = {
        .by = NUMBER, .statements = &statement, .statement_count = 1};
    struct fzzf_declaration declaration = {.unit_code = "990001",
                                           .unit_name = "某地",
                                           .assessments = &assessment,
                                           .assessment_count = 1,
                                           .extensions = &extension};
    int codes[MAX];
    size_t count = 0;

    inspect(&declaration, codes);
    while (codes[count] == FZZF__F_IDENTITY_NUMBER)
        count++;
    /* extension, by, reason, value and reason, five of the entry, title, href
     */
    CU_ASSERT_EQUAL(count, 12);
    CU_ASSERT_EQUAL(codes[count], 0);
}

/* The codes are those of the facts on GB 32100: one with its check, one in
 * practice without, one made up. */
static void looks_at_papers_in_evidence(void)
{
    static const struct {
        const char *title, *date;
        int code;
    } rows[] = {
        {"某局 91110000600037341L", NULL, 0},
        {"索引号 11620300013909010R/2025-48086", NULL, 0},
        {"91310115MA1H8R7C6D", NULL, FZZF__F_CREDIT_CHECK}, /* 7 */
        {"911101066976941872", NULL, 0},
        /* 3 M + 7 A + 9 + 10 H + 40 + 8 R + 28 + 2 C is 7 more than 11's. */
        {"91310115MA1H8R7C67", NULL, FZZF__F_CREDIT_ORGANISATION},
        {"9131O115MA1H8R7C67", NULL, 0}, /* no place: another word */
        {"91310115MA1H8S7C67", NULL, FZZF__F_CREDIT_LETTER},
        {"91110000600037341l", NULL, FZZF__F_CREDIT_WRITTEN},
        {"internationalizati", NULL, 0},
        {"关于立法计划的通知（金政发〔2025〕33号）", "2025-01-02", 0},
        {"根据金政发[2025]33号", NULL, FZZF__F_NUMBER_WRITTEN},
        {"金政发（2025）第033号", NULL, FZZF__F_NUMBER_WRITTEN},
        {"金政发〔2025〕33号", "2024-12-31", FZZF__F_NUMBER_LATER},
        {"第33号", NULL, 0},
        {"（2025）12号", NULL, 0}, /* nobody issued it */
        {"2025年2月28日", NULL, 0},
        {"于2025年2月29日", NULL, FZZF__F_NO_SUCH_DAY},
        {"2024年2月29日至2024年4月31日", NULL, FZZF__F_NO_SUCH_DAY},
        {"2025年2月", NULL, 0},
    };

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct fzzf__evidence evidence = {
            .id = "e", .title = rows[i].title, .date = rows[i].date};
        struct fzzf__statement statement = {.evidence = &evidence,
                                            .evidence_count = 1};
        struct fzzf__assessment assessment = {.statements = &statement,
                                              .statement_count = 1};
        struct fzzf_declaration declaration = {.unit_code = "990001",
                                               .assessments = &assessment,
                                               .assessment_count = 1};
        int codes[MAX];

        inspect(&declaration, codes);
        if (codes[0] != rows[i].code || codes[1] != 0)
            CHECK_TEXT(rows[i].title, "as the row says");
    }
}

static void tells_classified_evidence(void)
{
    static const struct {
        const char *secrecy;
        int code;
    } levels[] = {{NULL, 0},
                  {"none", 0},
                  {"internal", 0},
                  {"confidential", FZZF__F_CLASSIFIED_EVIDENCE},
                  {"secret", FZZF__F_CLASSIFIED_EVIDENCE},
                  {"top-secret", FZZF__F_CLASSIFIED_EVIDENCE}};

    for (size_t i = 0; i < sizeof levels / sizeof levels[0]; i++) {
        struct fzzf__evidence evidence = {.id = "e",
                                          .secrecy = levels[i].secrecy};
        struct fzzf__statement statement = {.evidence = &evidence,
                                            .evidence_count = 1};
        struct fzzf__assessment assessment = {.statements = &statement,
                                              .statement_count = 1};
        struct fzzf_declaration declaration = {.unit_code = "990001",
                                               .assessments = &assessment,
                                               .assessment_count = 1};
        int codes[MAX];

        inspect(&declaration, codes);
        CU_ASSERT_EQUAL(codes[0], levels[i].code);
    }
    CU_ASSERT_EQUAL(fzzf_declaration_inspect(NULL, NULL), FZZF_E_ARGUMENT);
}

static void wants_a_name_of_single_items(void)
{
    static const struct {
        fzzf_declaration_type type;
        const char *project, *theme;
        int code;
    } names[] = {{FZZF_SINGLE_ITEM, NULL, NULL, FZZF__F_SINGLE_UNNAMED},
                 {FZZF_SINGLE_ITEM, "p", NULL, 0},
                 {FZZF_SINGLE_ITEM, NULL, "t", 0},
                 {FZZF_COMPREHENSIVE, NULL, NULL, 0}};

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        struct fzzf_declaration declaration = {.unit_code = "990001",
                                               .type = names[i].type,
                                               .project = names[i].project,
                                               .theme = names[i].theme};
        int codes[MAX];

        inspect(&declaration, codes);
        CU_ASSERT_EQUAL(codes[0], names[i].code);
    }
}

CU_TestInfo inspect_tests[] = {
    {"compares code and level", compares_code_and_level},
    {"finds identity numbers everywhere", finds_identity_numbers_everywhere},
    {"looks at papers in evidence", looks_at_papers_in_evidence},
    {"tells classified evidence", tells_classified_evidence},
    {"wants a name of single items", wants_a_name_of_single_items},
    CU_TEST_INFO_NULL,
};
