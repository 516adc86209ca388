/* SPDX-License-Identifier: Apache-2.0 */
/* Calendar days from 1900 to 2199 as counts of days since 1970-01-01. */

#include "base/text.h"

#include <string.h>

#define FIRST_YEAR 1900
#define LAST_YEAR  2199

static int is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/* Days of a year before each month, and before the next year. */
static const short days_before[] = {0,   31,  59,  90,  120, 151, 181,
                                    212, 243, 273, 304, 334, 365};

static int days_of_month(int year, int month)
{
    return days_before[month] - days_before[month - 1] +
           (month == 2 && is_leap(year));
}

/* Days from 1970-01-01 to the first day of @year. */
static long start_of_year(int year)
{
    const long before = year - 1L;
    const long leaps = before / 4 - before / 100 + before / 400;

    return (year - 1970L) * 365 + leaps - 477; /* 477 leap days before 1970 */
}

static long join(int year, int month, int day)
{
    return start_of_year(year) + days_before[month - 1] +
           (month > 2 && is_leap(year)) + day - 1;
}

/* The number of @count digits, or -1. */
static int read_digits(const char *text, int count)
{
    int value = 0;

    for (; count > 0; count--, text++) {
        if (*text < '0' || *text > '9')
            return -1;
        value = value * 10 + (*text - '0');
    }
    return value;
}

static bool read_date(const char *text, int *year, int *month, int *day)
{
    if (text == NULL || strlen(text) != 10 || text[4] != '-' || text[7] != '-')
        return false;
    *year = read_digits(text, 4);
    *month = read_digits(text + 5, 2);
    *day = read_digits(text + 8, 2);
    return *year >= FIRST_YEAR && *year <= LAST_YEAR && *month >= 1 &&
           *month <= 12 && *day >= 1 &&
           (*day <= 28 || *day <= days_of_month(*year, *month));
}

bool fzzf__is_date(const char *text)
{
    int year, month, day;

    return read_date(text, &year, &month, &day);
}

bool fzzf__date_parse(const char *text, long *days)
{
    int year, month, day;

    if (!read_date(text, &year, &month, &day))
        return false;
    *days = join(year, month, day);
    return true;
}

static void write_digits(char *text, int count, int value)
{
    while (count > 0) {
        text[--count] = (char)('0' + value % 10);
        value /= 10;
    }
}

/* The year, month and day of a day from FIRST_YEAR on. */
static void split(long days, int *year, int *month, int *day)
{
    *year = FIRST_YEAR;
    *month = 1;
    while (days >= start_of_year(*year + 1))
        ++*year;
    days -= start_of_year(*year);
    for (; days >= days_of_month(*year, *month); ++*month)
        days -= days_of_month(*year, *month);
    *day = (int)days + 1;
}

long fzzf__date_add_months(long days, long months)
{
    int year, month, day;

    split(days, &year, &month, &day);
    months += year * 12L + month - 1;
    year = (int)(months / 12);
    month = (int)(months % 12) + 1;
    if (day > days_of_month(year, month))
        day = days_of_month(year, month);
    return join(year, month, day);
}

/* A day outside the years above becomes an empty text. */
void fzzf__date_format(long days, char *buffer)
{
    int year, month, day;

    buffer[0] = '\0';
    if (days < start_of_year(FIRST_YEAR) ||
        days >= start_of_year(LAST_YEAR + 1))
        return;
    split(days, &year, &month, &day);
    write_digits(buffer, 4, year);
    buffer[4] = '-';
    write_digits(buffer + 5, 2, month);
    buffer[7] = '-';
    write_digits(buffer + 8, 2, day);
    buffer[10] = '\0';
}
