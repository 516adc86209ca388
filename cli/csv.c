/* SPDX-License-Identifier: Apache-2.0 */
/* Writing CSV that spreadsheets do not run. */
#include "csv.h"

#include <string.h>

#define DIGITS "0123456789"

/* "-12.5", "24/19", "inf". */
static bool is_number(const char *text)
{
    const char *const digits = *text == '-' ? text + 1 : text;
    size_t length = strspn(digits, DIGITS);

    if (strcmp(digits, "inf") == 0)
        return true;
    if (length == 0)
        return false;
    if (digits[length] == '.' || digits[length] == '/') {
        const size_t more = strspn(digits + length + 1, DIGITS);

        if (more == 0)
            return false;
        length += more + 1;
    }
    return digits[length] == '\0';
}

static void part(struct csv *csv)
{
    if (csv->filled)
        out_text(csv->out, ",");
    csv->filled = true;
}

void csv_header(struct csv *csv, const char *names)
{
    out_text(csv->out, names);
    csv->filled = true;
    csv_end_row(csv);
}

void csv_cell(struct csv *csv, const char *text)
{
    const char *at = text == NULL ? "" : text;
    const bool guard =
        *at != '\0' && strchr("=+-@\t\r", *at) != NULL && !is_number(at);
    const bool quoted = strpbrk(at, ",\"\r\n") != NULL;
    const char *quote;

    part(csv);
    if (quoted)
        out_text(csv->out, "\"");
    if (guard)
        out_text(csv->out, "'");
    while ((quote = strchr(at, '"')) != NULL) {
        out_bytes(csv->out, at, (size_t)(quote - at));
        out_text(csv->out, "\"\"");
        at = quote + 1;
    }
    out_text(csv->out, at);
    if (quoted)
        out_text(csv->out, "\"");
}

void csv_count(struct csv *csv, size_t count)
{
    part(csv);
    out_count(csv->out, count);
}

void csv_end_row(struct csv *csv)
{
    out_text(csv->out, "\r\n");
    csv->filled = false;
}
