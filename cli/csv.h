/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_CSV_H
#define CLI_CSV_H

/* Writing CSV (RFC 4180): CRLF, quotes where they are needed. */

#include <stdbool.h>
#include <stddef.h>

#include "out.h"

struct csv {
    struct out *out;
    bool filled; /* the row has a cell */
};

/* A row of column names, parted by commas. */
void csv_header(struct csv *csv, const char *names);
/* A cell; what a spreadsheet would take for a formula gets an apostrophe in
 * front. NULL is an empty cell. */
void csv_cell(struct csv *csv, const char *text);
void csv_count(struct csv *csv, size_t count);
void csv_end_row(struct csv *csv);

#endif
