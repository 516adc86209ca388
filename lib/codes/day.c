/* SPDX-License-Identifier: Apache-2.0 */
/* Days as people and documents write them (GB/T 7408, GB/T 9704). */

#include <stdio.h>
#include <string.h>

#include "base/options.h"
#include "base/text.h"
#include "codes/clean.h"

/* One or two digits at *at, followed by @end; -1 for others. */
static long read_part(const char **at, const char *end, unsigned *odd)
{
    const size_t count = strspn(*at, "0123456789");
    long value;

    if (count < 1 || count > 2 || strncmp(*at + count, end, strlen(end)) != 0)
        return -1;
    if (count == 2 && **at == '0')
        *odd |= FZZF_ODD_DATE; /* 06月: papers have no zeros */
    value = fzzf__code_digits(*at, count);
    *at += count + strlen(end);
    return value;
}

/* The year, then month and day parted as @ends says; 0 for others. */
static int read_parts(const char *text, const char *const ends[3], long part[3],
                      unsigned *odd)
{
    const char *at = text + 4 + strlen(ends[0]);

    part[0] = fzzf__code_digits(text, 4);
    if (part[0] < 0 || strncmp(text + 4, ends[0], strlen(ends[0])) != 0)
        return 0;
    part[1] = read_part(&at, ends[1], odd);
    part[2] = part[1] < 0 ? -1 : read_part(&at, ends[2], odd);
    return part[2] >= 0 && *at == '\0';
}

/* Whether @text is one of the forms; its numbers. */
static int read_forms(const char *text, size_t length, long part[3],
                      unsigned *odd)
{
    static const char *const ends[][3] = {
        {"年", "月", "日"}, {"/", "/", ""}, {".", ".", ""}, {"-", "-", ""}};
    long days;

    if (length < 8)
        return 0;
    if (length == 8 && strspn(text, "0123456789") == 8) {
        part[0] = fzzf__code_digits(text, 4);
        part[1] = fzzf__code_digits(text + 4, 2);
        part[2] = fzzf__code_digits(text + 6, 2);
        return 1;
    }
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        unsigned seen = 0;

        if (!read_parts(text, ends[i], part, &seen))
            continue;
        if (i > 0)
            seen = fzzf__date_parse(text, &days) ? 0 : FZZF_ODD_DATE;
        *odd |= seen;
        return 1;
    }
    return 0;
}

int fzzf_date_read(const char *text, fzzf_date *view)
{
    fzzf_date date = {.size = sizeof date};
    char clean[64], day[64];
    long part[3], days;
    const size_t length =
        fzzf__code_clean(text, clean, sizeof clean, &date.odd);

    if (length > 0 && read_forms(clean, length, part, &date.odd)) {
        (void)snprintf(day, sizeof day, "%04ld-%02ld-%02ld", part[0], part[1],
                       part[2]);
        if (fzzf__date_parse(day, &days)) {
            memcpy(date.text, day, sizeof date.text);
            return fzzf__view_write(view, &date, sizeof date);
        }
    }
    date = (fzzf_date){.size = sizeof date};
    (void)fzzf__view_write(view, &date, sizeof date);
    return 0;
}
