/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/codes/day.c. */

#include "unit/suites.h"

#include "fzzf/codes.h"

static void reads_every_form(void)
{
    static const struct {
        const char *text;
        unsigned odd;
    } days[] = {
        {"2025-06-13", 0},
        {"20250613", 0},
        {"2025年6月13日", 0},
        {"2025年06月13日", FZZF_ODD_DATE},
        {"2025/6/13", FZZF_ODD_DATE},
        {"2025.06.13", FZZF_ODD_DATE},
        {"2025-6-13", FZZF_ODD_DATE},
        {"２０２５年６月１３日", FZZF_ODD_WRITTEN},
    };

    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        fzzf_date got = {.size = sizeof got};

        if (!fzzf_date_read(days[i].text, &got))
            CHECK_TEXT(days[i].text, "a day");
        CHECK_TEXT(got.text, "2025-06-13");
        CU_ASSERT_EQUAL(got.odd, days[i].odd);
    }
}

static void refuses_what_is_no_day(void)
{
    static const char *const texts[] = {"",
                                        "2025-02-29",
                                        "20250229",
                                        "202506",
                                        "2025年6月",
                                        "1899-12-31",
                                        "2025年13月1日",
                                        "2025/6-13",
                                        "2025年6月13日发布"};
    fzzf_date got = {.size = sizeof got};

    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        if (fzzf_date_read(texts[i], &got))
            CHECK_TEXT(texts[i], "no day");
}

CU_TestInfo day_tests[] = {
    {"reads every form", reads_every_form},
    {"refuses what is no day", refuses_what_is_no_day},
    CU_TEST_INFO_NULL,
};
