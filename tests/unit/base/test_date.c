/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/base/date.c. */

#include "unit/suites.h"

#include <limits.h>

#include "base/text.h"

static const struct {
    const char *text;
    long days;
} days[] = {
    /* From Python: (date(y, m, d) - date(1970, 1, 1)).days */
    {"1970-01-01", 0},      {"1969-12-31", -1},     {"1900-01-01", -25567},
    {"1900-02-28", -25509}, {"1900-03-01", -25508}, {"2000-02-29", 11016},
    {"2000-12-31", 11322},  {"2021-08-31", 18870},  {"2024-02-29", 19782},
    {"2100-02-28", 47540},  {"2100-03-01", 47541},  {"2199-12-31", 84005},
};

static void counts_days(void)
{
    char buffer[16];
    long count;
    size_t i;

    for (i = 0; i < sizeof days / sizeof days[0]; i++) {
        CU_ASSERT_TRUE(fzzf__date_parse(days[i].text, &count));
        CU_ASSERT_EQUAL(count, days[i].days);
        fzzf__date_format(days[i].days, buffer);
        CHECK_TEXT(buffer, days[i].text);
    }
}

static void adds_months(void)
{
    static const struct {
        const char *from, *to;
        long months;
    } rows[] = {
        {"2021-01-15", "2021-07-15", 6},   {"2021-01-31", "2021-02-28", 1},
        {"2024-01-31", "2024-02-29", 1},   {"2020-02-29", "2019-02-28", -12},
        {"2021-03-31", "2021-03-31", 0},   {"2021-01-01", "2020-12-01", -1},
        {"1900-01-31", "2199-12-31", 3599}};
    char buffer[16];
    long day;

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        CU_ASSERT_TRUE(fzzf__date_parse(rows[i].from, &day));
        fzzf__date_format(fzzf__date_add_months(day, rows[i].months), buffer);
        CHECK_TEXT(buffer, rows[i].to);
    }
}

static void comes_back_to_every_day(void)
{
    char buffer[16];
    long day, count = 0;

    for (day = -25567; day <= 84005; day++) {
        fzzf__date_format(day, buffer);
        if (!fzzf__date_parse(buffer, &count) || count != day)
            CHECK_TEXT(buffer, "a day");
    }
    CU_ASSERT_EQUAL(count, 84005);
}

static void refuses_other_forms_and_days(void)
{
    static const char *const texts[] = {
        "",           "2021",        "2021-8-31",   "2021-08-3",  "2021/08/31",
        "20210831",   "2021-08-31 ", " 2021-08-31", "2021-08-32", "2021-00-10",
        "2021-13-01", "2021-04-31",  "2021-02-29",  "2100-02-29", "1899-12-31",
        "2200-01-01", "2021-08-00",  "2021-0a-01",  "2021-1/-01", "2021-0:-01",
        "-021-08-01", "2021-08--1",
    };
    long count = 5;
    size_t i;

    for (i = 0; i < sizeof texts / sizeof texts[0]; i++)
        if (fzzf__date_parse(texts[i], &count))
            CHECK_TEXT(texts[i], "no day");
    CU_ASSERT_FALSE(fzzf__date_parse(NULL, &count));
    CU_ASSERT_EQUAL(count, 5);
}

static void writes_nothing_for_other_years(void)
{
    static const long outside[] = {-25568, 84006, LONG_MIN, LONG_MAX};
    char buffer[16];
    size_t i;

    for (i = 0; i < sizeof outside / sizeof outside[0]; i++) {
        fzzf__date_format(outside[i], buffer);
        CHECK_TEXT(buffer, "");
    }
}

CU_TestInfo date_tests[] = {
    {"counts days", counts_days},
    {"adds months", adds_months},
    {"comes back to every day", comes_back_to_every_day},
    {"refuses other forms and days", refuses_other_forms_and_days},
    {"writes nothing for other years", writes_nothing_for_other_years},
    CU_TEST_INFO_NULL,
};
