/* SPDX-License-Identifier: Apache-2.0 */
/* Tables with aligned columns, by East Asian width. */
#include "table.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "utf8.h"

void table_begin(struct table *table, const char *align, const char *titles)
{
    const char *at = titles;

    memset(table, 0, sizeof *table);
    table->columns = strlen(align);
    table->align = align;
    table->cells.file = open_memstream(&table->bytes, &table->length);
    if (table->cells.file == NULL)
        table->cells.error = ENOMEM;
    while (at != NULL) {
        const char *const end = strchr(at, '|');

        out_bytes(&table->cells, at,
                  end == NULL ? strlen(at) : (size_t)(end - at));
        table_next(table);
        at = end == NULL ? NULL : end + 1;
    }
}

void table_next(struct table *table)
{
    out_bytes(&table->cells, "", 1);
}

void table_cell(struct table *table, const char *text)
{
    out_shown(&table->cells, text);
    table_next(table);
}

void table_count(struct table *table, size_t count)
{
    out_count(&table->cells, count);
    table_next(table);
}

static void measure(const struct table *table, size_t widths[TABLE_COLUMNS])
{
    const char *at;
    size_t i = 0;

    for (at = table->bytes; at < table->bytes + table->length;
         at += strlen(at) + 1) {
        const size_t width = utf8_width(at);

        if (width > widths[i])
            widths[i] = width;
        i = (i + 1) % table->columns;
    }
}

static void blanks(struct out *out, size_t count)
{
    while (count-- > 0)
        out_text(out, " ");
}

/* One row; @at is its first cell. Gives the first one of the next row. */
static const char *write_row(const struct table *table, struct out *out,
                             const char *at, const size_t *widths)
{
    size_t owed = 0; /* blanks are written only before something */
    size_t i;

    for (i = 0; i < table->columns; i++) {
        const size_t pad = widths[i] - utf8_width(at);

        if (table->align[i] == 'r')
            owed += pad;
        if (*at != '\0') {
            blanks(out, owed);
            owed = 0;
        }
        out_text(out, at);
        if (table->align[i] != 'r')
            owed += pad;
        owed += 2;
        at += strlen(at) + 1;
    }
    out_text(out, "\n");
    return at;
}

void table_end(struct table *table, struct out *out, const char *indent)
{
    size_t widths[TABLE_COLUMNS] = {0};
    const char *at;

    if (table->cells.file != NULL && fclose(table->cells.file) != 0)
        table->cells.error = ENOMEM;
    if (table->cells.error != 0) {
        if (out->error == 0)
            out->error = table->cells.error;
    } else {
        measure(table, widths);
        for (at = table->bytes; at < table->bytes + table->length;) {
            out_text(out, indent);
            at = write_row(table, out, at, widths);
        }
    }
    free(table->bytes);
}
