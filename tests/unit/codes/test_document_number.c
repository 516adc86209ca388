/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/codes/document_number.c. */

#include "unit/suites.h"

#include "fzzf/codes.h"

static void puts_brackets_right(void)
{
    static const struct {
        const char *text;
        unsigned odd;
    } numbers[] = {
        {"金政发〔2025〕33号", 0},
        {"金政发[2025]33号", FZZF_ODD_BRACKETS},
        {"金政发（2025）33号", FZZF_ODD_BRACKETS},
        {"金政发［2025］33号", FZZF_ODD_BRACKETS},
        {"金政发【2025】33号", FZZF_ODD_BRACKETS},
        {"金政发〔２０２５〕３３号", FZZF_ODD_WRITTEN},
        {"金政发 〔2025〕 33 号", FZZF_ODD_WRITTEN},
        {"金政发〔2025〕第33号", FZZF_ODD_SERIAL},
        {"金政发〔2025〕033号", FZZF_ODD_SERIAL},
        {"金政发(2025)33", FZZF_ODD_BRACKETS | FZZF_ODD_SERIAL},
    };

    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        fzzf_document_number got = {.size = sizeof got};

        if (!fzzf_document_number_read(numbers[i].text, &got))
            CHECK_TEXT(numbers[i].text, "a number");
        CHECK_TEXT(got.text, "金政发〔2025〕33号");
        CHECK_TEXT(got.agency, "金政发");
        CU_ASSERT_EQUAL(got.year, 2025);
        CU_ASSERT_EQUAL(got.serial, 33);
        CU_ASSERT_EQUAL(got.odd, numbers[i].odd);
    }
}

static void refuses_what_is_no_number(void)
{
    static const char *const texts[] = {
        "",
        "〔2025〕33号",           /* nobody's */
        "金政发〔2025〕号",       /* no serial */
        "金政发〔2025〕0号",      /* from 1 */
        "金政发〔2025〕123456号", /* five digits at most */
        "金政发〔25〕33号",
        "金政发〔2025]33号",
        "金政发〔2025〕33号文",
        "一二三四五六七八九十一二三四五六七八九十一〔2025〕33号",
        "金政发2025年33号",
    };
    fzzf_document_number got = {.size = sizeof got};

    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        if (fzzf_document_number_read(texts[i], &got))
            CHECK_TEXT(texts[i], "no number");
}

CU_TestInfo document_number_tests[] = {
    {"puts brackets right", puts_brackets_right},
    {"refuses what is no number", refuses_what_is_no_number},
    CU_TEST_INFO_NULL,
};
