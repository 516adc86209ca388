/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/base/number.c. */

#include "unit/suites.h"

#include <string.h>

#include "base/memory.h"
#include "base/number.h"

static fzzf_number *parse(const char *text)
{
    fzzf_number *number = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_number_parse(&number, text), FZZF_OK);
    return number;
}

static void keeps_its_exact_text(void)
{
    static const char *const texts[] = {"61.5", "-24/19", "0",
                                        "123456789012345678901234567890/17"};
    size_t i;

    for (i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        fzzf_number *number = parse(texts[i]);

        CHECK_TEXT(fzzf_number_exact(number), texts[i]);
        fzzf_number_free(number);
    }
    CU_ASSERT_PTR_NULL(fzzf_number_exact(NULL));
    fzzf_number_free(NULL);
}

static void refuses_what_is_no_number(void)
{
    static char long_text[10002];
    fzzf_number *const untouched = (fzzf_number *)long_text;
    fzzf_number *number = untouched;

    CU_ASSERT_EQUAL(fzzf_number_parse(&number, "1e3"), FZZF_E_SYNTAX);
    CU_ASSERT_EQUAL(fzzf_number_parse(&number, ""), FZZF_E_SYNTAX);
    CU_ASSERT_EQUAL(fzzf_number_parse(&number, NULL), FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_number_parse(NULL, "1"), FZZF_E_ARGUMENT);
    memset(long_text, '1', 10001);
    CU_ASSERT_EQUAL(fzzf_number_parse(&number, long_text), FZZF_E_LIMIT);
    CU_ASSERT_PTR_EQUAL(number, untouched);
    long_text[10000] = '\0';
    number = parse(long_text);
    CHECK_TEXT(fzzf_number_exact(number), long_text);
    fzzf_number_free(number);
}

static void compares(void)
{
    static const char *const rising[] = {
        "-123456789012345678901234567890",  "-1/3", "0", "33%", "1/3",
        "123456789012345678901234567890/17"};
    const int count = sizeof rising / sizeof rising[0];
    int i, j;

    for (i = 0; i < count; i++)
        for (j = 0; j < count; j++) {
            fzzf_number *a = parse(rising[i]);
            fzzf_number *b = parse(rising[j]);

            CU_ASSERT_EQUAL(fzzf_number_compare(a, b), (i > j) - (i < j));
            fzzf_number_free(a);
            fzzf_number_free(b);
        }
}

static void puts_nothing_before_every_number(void)
{
    fzzf_number *number = parse("-5");

    CU_ASSERT(fzzf_number_compare(NULL, number) < 0);
    CU_ASSERT(fzzf_number_compare(number, NULL) > 0);
    CU_ASSERT_EQUAL(fzzf_number_compare(NULL, NULL), 0);
    fzzf_number_free(number);
}

static void formats_with_any_rounding(void)
{
    static const struct {
        const char *number;
        int places;
        fzzf_rounding rounding;
        const char *text;
    } cases[] = {
        {"816.325", 2, FZZF_ROUND_HALF_UP, "816.33"},
        {"816.325", 2, FZZF_ROUND_HALF_EVEN, "816.32"},
        {"816.329", 2, FZZF_ROUND_DOWN, "816.32"},
        {"-0.001", 2, FZZF_ROUND_HALF_UP, "0.00"},
        {"123456789012345678901234567890/7", 30, FZZF_ROUND_DOWN,
         "17636684144620811271604938270.000000000000000000000000000000"},
        {"7", 31, FZZF_ROUND_DOWN, ""},
        {"7", -1, FZZF_ROUND_DOWN, ""},
        {"7", 2, (fzzf_rounding)0, ""},
        {"7", 2, (fzzf_rounding)4, ""},
    };
    char buffer[100];
    size_t i;

    for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        fzzf_number *number = parse(cases[i].number);

        CU_ASSERT_EQUAL(fzzf_number_format(number, cases[i].places,
                                           cases[i].rounding, buffer,
                                           sizeof buffer),
                        strlen(cases[i].text));
        CHECK_TEXT(buffer, cases[i].text);
        fzzf_number_free(number);
    }
    CU_ASSERT_EQUAL(fzzf_number_format(NULL, 2, FZZF_ROUND_DOWN, buffer, 9), 0);
}

static void cuts_what_does_not_fit(void)
{
    fzzf_number *number = parse("12.345");
    char buffer[8] = "*******";

    CU_ASSERT_EQUAL(fzzf_number_format(number, 3, FZZF_ROUND_DOWN, buffer, 4),
                    6);
    CHECK_TEXT(buffer, "12.");
    CU_ASSERT_EQUAL(buffer[4], '*');
    CU_ASSERT_EQUAL(fzzf_number_format(number, 3, FZZF_ROUND_DOWN, buffer, 7),
                    6);
    CHECK_TEXT(buffer, "12.345");
    buffer[6] = '*';
    CU_ASSERT_EQUAL(fzzf_number_format(number, 3, FZZF_ROUND_DOWN, buffer, 6),
                    6);
    CHECK_TEXT(buffer, "12.34");
    CU_ASSERT_EQUAL(buffer[6], '*');
    CU_ASSERT_EQUAL(fzzf_number_format(number, 3, FZZF_ROUND_DOWN, NULL, 0), 6);
    fzzf_number_free(number);
}

static void lends_numbers_of_an_arena(void)
{
    fzzf__arena arena, other;
    const fzzf_number *number;
    fzzf__num num;

    fzzf__arena_init(&arena);
    fzzf__arena_init(&other);
    fzzf__num_parse(&other, "12345678901234567890123/7", 25, &num);
    number = fzzf__number_make(&arena, num);
    fzzf__arena_free(&other);
    CHECK_TEXT(fzzf_number_exact(number), "12345678901234567890123/7");
    number = fzzf__number_make(&arena, FZZF__MINUS_INFINITY);
    CHECK_TEXT(fzzf_number_exact(number), "-inf");
    arena.spoiled = FZZF_E_LIMIT;
    CU_ASSERT_PTR_NULL(fzzf__number_make(&arena, FZZF__ONE));
    fzzf__arena_free(&arena);
}

static void reports_every_failed_allocation(void)
{
    fzzf_number *const untouched = (fzzf_number *)&untouched;
    char buffer[80];
    size_t length;
    fzzf_status status;
    long n;

    for (n = 0; n < 100; n++) {
        fzzf_number *number = untouched;

        fzzf__fault_after(n);
        status = fzzf_number_parse(&number, "123456789012345678901234567/7");
        length = status == FZZF_OK
                     ? fzzf_number_format(number, 4, FZZF_ROUND_DOWN, buffer,
                                          sizeof buffer)
                     : 0;
        fzzf__fault_after(-1);
        if (status != FZZF_OK) {
            CU_ASSERT_EQUAL(status, FZZF_E_MEMORY);
            CU_ASSERT_PTR_EQUAL(number, untouched);
        } else {
            fzzf_number_free(number);
        }
        if (!fzzf__fault_seen())
            break;
        CU_ASSERT_EQUAL(length, 0);
    }
    CU_ASSERT(n > 3 && n < 100);
    CHECK_TEXT(buffer, "17636684144620811271604938.1428");
}

CU_TestInfo number_tests[] = {
    {"keeps its exact text", keeps_its_exact_text},
    {"refuses what is no number", refuses_what_is_no_number},
    {"compares", compares},
    {"puts nothing before every number", puts_nothing_before_every_number},
    {"formats with any rounding", formats_with_any_rounding},
    {"cuts what does not fit", cuts_what_does_not_fit},
    {"lends numbers of an arena", lends_numbers_of_an_arena},
    {"reports every failed allocation", reports_every_failed_allocation},
    CU_TEST_INFO_NULL,
};
