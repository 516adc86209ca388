/* SPDX-License-Identifier: Apache-2.0 */
/* Writing CSV that spreadsheets do not run. */
#include "csv.h"

#include <string.h>

#include <fzzf/fzzf.h>

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

static int cell_piece(void *user, const char *bytes, size_t size)
{
    struct out *const out = user;
    const char *quote;

    while ((quote = memchr(bytes, '"', size)) != NULL) {
        out_bytes(out, bytes, (size_t)(quote - bytes));
        out_text(out, "\"\"");
        size -= (size_t)(quote + 1 - bytes);
        bytes = quote + 1;
    }
    out_bytes(out, bytes, size);
    return 0;
}

void csv_cell(struct csv *csv, const char *text)
{
    const char *const at = text == NULL ? "" : text;
    const bool guard =
        *at != '\0' && strchr("=+-@\t\r", *at) != NULL && !is_number(at);
    const bool quoted = strpbrk(at, ",\"\r\n") != NULL;

    part(csv);
    if (quoted)
        out_text(csv->out, "\"");
    if (guard)
        out_text(csv->out, "'");
    (void)fzzf_identity_mask(at, cell_piece, csv->out);
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
