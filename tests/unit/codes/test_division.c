/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/codes/division.c; codes from the standard's own ranges and the
 * yearly lists of the Ministry of Civil Affairs. */

#include "unit/suites.h"

#include "fzzf/codes.h"

struct expectation {
    const char *text, *code, *parent, *superior;
    fzzf_division_level level;
    unsigned odd;
};

static void check(const struct expectation *expected)
{
    fzzf_division got = {.size = sizeof got};

    if (!fzzf_division_read(expected->text, &got))
        CHECK_TEXT(expected->text, "a division code");
    CHECK_TEXT(got.code, expected->code);
    CHECK_TEXT(got.parent, expected->parent);
    CHECK_TEXT(got.superior, expected->superior);
    CU_ASSERT_EQUAL(got.level, expected->level);
    CU_ASSERT_EQUAL(got.odd, expected->odd);
}

static void tells_level_and_parent(void)
{
    static const struct expectation places[] = {
        {"330000", "330000", "", "", FZZF_DIVISION_PROVINCE, 0},
        {"330100", "330100", "330000", "330000", FZZF_DIVISION_CITY, 0},
        {"511304", "511304", "511300", "511300", FZZF_DIVISION_COUNTY, 0},
        {"652301", "652301", "652300", "652300", FZZF_DIVISION_COUNTY, 0},
        /* Districts of a municipality answer to it, not to a summary. */
        {"110108", "110108", "110100", "110000", FZZF_DIVISION_COUNTY, 0},
        {"110101", "110101", "110100", "110000", FZZF_DIVISION_COUNTY, 0},
        /* 济源: directly below the province. */
        {"419001", "419001", "410000", "410000", FZZF_DIVISION_COUNTY, 0},
        {"511304001", "511304001", "511304", "511304", FZZF_DIVISION_TOWNSHIP,
         0},
        {"511304001002", "511304001002", "511304001", "511304001",
         FZZF_DIVISION_VILLAGE, 0},
    };

    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++)
        check(&places[i]);
}

static void knows_the_corps_own_list(void)
{
    static const struct expectation places[] = {
        {"659003", "659003", "650000", "660000", FZZF_DIVISION_COUNTY, 0},
        {"660000", "660000", "", "", FZZF_DIVISION_PROVINCE, FZZF_ODD_CORPS},
    };
    fzzf_division got = {.size = sizeof got};

    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++)
        check(&places[i]);
    (void)fzzf_division_read("659003", &got);
    CHECK_TEXT(got.name, "图木舒克市");
    CHECK_TEXT(got.province, "新疆维吾尔自治区");
}

static void says_what_is_odd(void)
{
    static const struct expectation places[] = {
        {" １１０１０８ ", "110108", "110100", "110000", FZZF_DIVISION_COUNTY,
         FZZF_ODD_WRITTEN},
        {"110100", "110100", "110000", "110000", FZZF_DIVISION_CITY,
         FZZF_ODD_SUMMARY},
        {"659000", "659000", "650000", "650000", FZZF_DIVISION_CITY,
         FZZF_ODD_SUMMARY},
        {"330101", "330101", "330100", "330100", FZZF_DIVISION_COUNTY,
         FZZF_ODD_SUMMARY},
        {"337100", "337100", "330000", "330000", FZZF_DIVISION_CITY,
         FZZF_ODD_CITY},
        {"160000", "160000", "", "", FZZF_DIVISION_PROVINCE,
         FZZF_ODD_UNASSIGNED},
        {"511304000", "511304", "511300", "511300", FZZF_DIVISION_COUNTY,
         FZZF_ODD_LONG},
        {"511304001000", "511304001", "511304", "511304",
         FZZF_DIVISION_TOWNSHIP, FZZF_ODD_LONG},
    };

    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++)
        check(&places[i]);
}

static void refuses_what_is_no_code(void)
{
    static const char *const texts[] = {
        "",       "11010",   "1101080",       "11010a",
        "000000", "11 0108", "1101081234567", "一一〇一〇八"};
    fzzf_division got = {.size = sizeof got, .odd = 9};

    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        if (fzzf_division_read(texts[i], &got))
            CHECK_TEXT(texts[i], "no code");
        CU_ASSERT_EQUAL(got.odd, 0);
    }
    CU_ASSERT_FALSE(fzzf_division_read(NULL, &got));
}

CU_TestInfo division_tests[] = {
    {"tells level and parent", tells_level_and_parent},
    {"knows the Corps' own list", knows_the_corps_own_list},
    {"says what is odd", says_what_is_odd},
    {"refuses what is no code", refuses_what_is_no_code},
    CU_TEST_INFO_NULL,
};
