/* SPDX-License-Identifier: Apache-2.0 */
/* The forms of attribute values, at their borders. */

#include "unit/xml/reading.h"

#include "base/diag.h"
#include "model/values.h"

#define DIGITS30 "123456789012345678901234567890"

static int check(enum fzzf__form form, const char *text)
{
    int code = -1;

    return fzzf__value_check(form, NULL, text, strlen(text), &code);
}

static void accepts_what_has_the_form(void)
{
    static const struct {
        enum fzzf__form form;
        const char *text;
    } cases[] = {
        {FZZF__FORM_TEXT, ""},
        {FZZF__FORM_FORMULA, " "},
        {FZZF__FORM_ID, "3.2.1"},
        {FZZF__FORM_NAME, "_未备案1"},
        {FZZF__FORM_NAMES, "key 重点"},
        {FZZF__FORM_DECIMAL, "-" DIGITS30 "." DIGITS30},
        {FZZF__FORM_NUMBER, "-24/19"},
        {FZZF__FORM_NUMBER, "12.5%"},
        {FZZF__FORM_NUMBER, "0/" DIGITS30},
        {FZZF__FORM_POSITIVE, "0"},
        {FZZF__FORM_NUMBERS, "20 -5 1/3"},
        {FZZF__FORM_AMOUNT, "unpublished"},
        {FZZF__FORM_DATE, "2000-02-29"},
        {FZZF__FORM_WHOLE, "999999999999999999"},
        {FZZF__FORM_REVISION, "999999999"},
        {FZZF__FORM_PERIOD, "2021"},
        {FZZF__FORM_PERIOD, "上半年"},
        {FZZF__FORM_PERIODS, "2020 h2"},
        {FZZF__FORM_PLACES, "12"},
        {FZZF__FORM_PLACES_OR_NONE, "none"},
        {FZZF__FORM_LANGUAGE, "zh-Hans-CN"},
        {FZZF__FORM_EXACT, "-" DIGITS30 DIGITS30 "/" DIGITS30 DIGITS30},
        {FZZF__FORM_EXACT, "-inf"},
        {FZZF__FORM_EXACTS, "1 -2.5 1/3 inf"},
        {FZZF__FORM_CODE, "not-earned"},
        {FZZF__FORM_CODES, "from publicity-days"},
        {FZZF__FORM_WHEN, "2199"},
        {FZZF__FORM_WHEN, "1900-12"},
        {FZZF__FORM_WHEN, "2000-02-29"},
        {FZZF__FORM_WHEN, "unknown"},
        {FZZF__FORM_MONTH_DAY, "02-28"},
        {FZZF__FORM_MONTH_DAY, "12-31"},
        {FZZF__FORM_MONTH_DAY, "unknown"},
        {FZZF__FORM_WHOLE_OR_UNKNOWN, "0"},
        {FZZF__FORM_WHOLE_OR_UNKNOWN, "unknown"},
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof cases[0]; i++)
        if (check(cases[i].form, cases[i].text) != 0)
            CHECK_TEXT(cases[i].text, "accepted");
}

static void refuses_what_has_it_not(void)
{
    static const struct {
        enum fzzf__form form;
        const char *text;
        int finding;
    } cases[] = {
        {FZZF__FORM_FORMULA, "", FZZF__F_BAD_FORMULA},
        {FZZF__FORM_ID, "_1", FZZF__F_BAD_ID},
        {FZZF__FORM_NAME, "1a", FZZF__F_BAD_NAME},
        {FZZF__FORM_NAMES, "a  b", FZZF__F_BAD_NAMES},
        {FZZF__FORM_NAMES, " a", FZZF__F_BAD_NAMES},
        {FZZF__FORM_NAMES, "a ", FZZF__F_BAD_NAMES},
        {FZZF__FORM_DECIMAL, DIGITS30 "1", FZZF__F_BAD_DECIMAL},
        {FZZF__FORM_DECIMAL, "1.", FZZF__F_BAD_DECIMAL},
        {FZZF__FORM_DECIMAL, ".5", FZZF__F_BAD_DECIMAL},
        {FZZF__FORM_NUMBER, "1/00", FZZF__F_BAD_NUMBER},
        {FZZF__FORM_NUMBER, "1.5/2", FZZF__F_BAD_NUMBER},
        {FZZF__FORM_NUMBER, "1/2%", FZZF__F_BAD_NUMBER},
        {FZZF__FORM_NUMBER, "+1", FZZF__F_BAD_NUMBER},
        {FZZF__FORM_POSITIVE, "-0", FZZF__F_BAD_POSITIVE},
        {FZZF__FORM_NUMBERS, "1,2", FZZF__F_BAD_NUMBERS},
        {FZZF__FORM_AMOUNT, "unknown", FZZF__F_BAD_AMOUNT},
        {FZZF__FORM_DATE, "2100-02-29", FZZF__F_BAD_DATE},
        {FZZF__FORM_WHOLE, "1000000000000000000", FZZF__F_BAD_WHOLE},
        {FZZF__FORM_WHOLE, "-1", FZZF__F_BAD_WHOLE},
        {FZZF__FORM_REVISION, "01", FZZF__F_BAD_REVISION},
        {FZZF__FORM_PERIOD, "21", FZZF__F_BAD_PERIOD},
        {FZZF__FORM_PERIODS, "2020,2021", FZZF__F_BAD_PERIODS},
        {FZZF__FORM_PLACES, "13", FZZF__F_BAD_PLACES},
        {FZZF__FORM_PLACES, "none", FZZF__F_BAD_PLACES},
        {FZZF__FORM_PLACES_OR_NONE, "None", FZZF__F_BAD_PLACES_OR_NONE},
        {FZZF__FORM_LANGUAGE, "zh_CN", FZZF__F_BAD_LANGUAGE},
        {FZZF__FORM_EXACT, "1/0", FZZF__F_BAD_EXACT},
        {FZZF__FORM_EXACT, "infinite", FZZF__F_BAD_EXACT},
        {FZZF__FORM_EXACT, "90%", FZZF__F_BAD_EXACT},
        {FZZF__FORM_EXACTS, "1  2", FZZF__F_BAD_EXACTS},
        {FZZF__FORM_CODE, "-a", FZZF__F_BAD_CODE},
        {FZZF__FORM_CODES, "a  b", FZZF__F_BAD_CODES},
        {FZZF__FORM_CODES, "a1", FZZF__F_BAD_CODES},
        {FZZF__FORM_WHEN, "2200", FZZF__F_BAD_WHEN},
        {FZZF__FORM_WHEN, "2021-13", FZZF__F_BAD_WHEN},
        {FZZF__FORM_WHEN, "2021-02-29", FZZF__F_BAD_WHEN},
        {FZZF__FORM_WHEN, "1899", FZZF__F_BAD_WHEN},
        {FZZF__FORM_WHEN, "2021-1", FZZF__F_BAD_WHEN},
        {FZZF__FORM_MONTH_DAY, "02-29", FZZF__F_BAD_MONTH_DAY},
        {FZZF__FORM_MONTH_DAY, "04-31", FZZF__F_BAD_MONTH_DAY},
        {FZZF__FORM_MONTH_DAY, "1-31", FZZF__F_BAD_MONTH_DAY},
        {FZZF__FORM_WHOLE_OR_UNKNOWN, "none", FZZF__F_BAD_WHOLE_OR_UNKNOWN},
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof cases[0]; i++)
        if (check(cases[i].form, cases[i].text) != cases[i].finding)
            CHECK_TEXT(cases[i].text, "refused");
}

static void knows_digests(void)
{
    char digest[66];

    memset(digest, 'a', 64);
    digest[64] = '\0';
    CU_ASSERT_EQUAL(check(FZZF__FORM_SHA256, digest), 0);
    memcpy(digest, "09AFaf", 6);
    CU_ASSERT_EQUAL(check(FZZF__FORM_SHA256, digest), 0);
    digest[63] = 'g';
    CU_ASSERT_EQUAL(check(FZZF__FORM_SHA256, digest), FZZF__F_BAD_SHA256);
    digest[63] = '\0';
    CU_ASSERT_EQUAL(check(FZZF__FORM_SHA256, digest), FZZF__F_BAD_SHA256);
    memset(digest, '0', 65);
    digest[65] = '\0';
    CU_ASSERT_EQUAL(check(FZZF__FORM_SHA256, digest), FZZF__F_BAD_SHA256);
}

static void refuses_a_text_of_more_than_64_kib(void)
{
    static char text[65538];
    int code = 0;

    memset(text, 'a', 65537);
    CU_ASSERT_EQUAL(
        fzzf__value_check(FZZF__FORM_TEXT, NULL, text, 65537, &code),
        FZZF__F_BAD_TEXT);
    text[65536] = '\0';
    CU_ASSERT_EQUAL(
        fzzf__value_check(FZZF__FORM_TEXT, NULL, text, 65536, &code), 0);
}

static int check_words(const char *text, int *code)
{
    return fzzf__value_check(FZZF__FORM_WORDS, &fzzf__assessor_words, text,
                             strlen(text), code);
}

static void gives_the_value_of_words(void)
{
    int code = 0;

    CU_ASSERT_EQUAL(fzzf__value_check(FZZF__FORM_WORD, &fzzf__kind_words,
                                      "ratio", 5, &code),
                    0);
    CU_ASSERT_EQUAL(code, FZZF_KIND_RATIO);
    CU_ASSERT_EQUAL(fzzf__value_check(FZZF__FORM_WORD, &fzzf__no_value_words,
                                      "bound", 5, &code),
                    FZZF__F_BAD_WORD);
    CU_ASSERT_EQUAL(check_words("final self", &code), 0);
    CU_ASSERT_EQUAL(code, 1 << FZZF_ASSESSOR_FINAL | 1 << FZZF_ASSESSOR_SELF);
    CU_ASSERT_EQUAL(check_words("self self", &code), FZZF__F_WORD_TWICE);
    CU_ASSERT_EQUAL(check_words("", &code), FZZF__F_BAD_WORDS);
    CU_ASSERT_EQUAL(check_words("self nobody", &code), FZZF__F_BAD_WORDS);
}

CU_TestInfo values_tests[] = {
    {"accepts what has the form", accepts_what_has_the_form},
    {"refuses what has it not", refuses_what_has_it_not},
    {"knows digests", knows_digests},
    {"refuses a text of more than 64 KiB", refuses_a_text_of_more_than_64_kib},
    {"gives the value of words", gives_the_value_of_words},
    CU_TEST_INFO_NULL,
};
