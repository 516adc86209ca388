/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_TABLE_H
#define CLI_TABLE_H

/* Tables with aligned columns, by East Asian width. */

#include <stddef.h>

#include "out.h"

#define TABLE_COLUMNS 40

struct table {
    struct out cells; /* of the cell that is being written */
    char *bytes;      /* all cells, each ended by a zero */
    size_t length;
    size_t columns;
    const char *align; /* 'l' or 'r' for each column */
};

/* Begins with the column titles, parted by '|'; none when @titles is NULL. */
void table_begin(struct table *table, const char *align, const char *titles);
/* Write a cell into table->cells, then end it. */
void table_next(struct table *table);
void table_cell(struct table *table, const char *text);
void table_count(struct table *table, size_t count);
/* Writes the table, each line after @indent, and releases it. */
void table_end(struct table *table, struct out *out, const char *indent);

#endif
