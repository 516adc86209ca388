/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_CSV_READ_H
#define CLI_CSV_READ_H

/*
 * Reading CSV (RFC 4180), strictly: a quote stands only around a whole cell or
 * doubled inside one. Lines may end with LF alone, the last one without. An
 * apostrophe that csv_cell() put before a formula goes.
 */

#include <stddef.h>
#include <stdio.h>

/* A cell, the last cell of its row, no more rows, or a fault. */
enum csv_read { CSV_CELL, CSV_LAST, CSV_END, CSV_FAULT };

struct csv_reader {
    FILE *file;
    const char *name;
    char *cell; /* the last one; "" when it is empty */
    size_t length, capacity;
    size_t row, column; /* of it, from 1 */
    enum csv_read got;
    const char *fault_zh, *fault_en; /* "{0}: ..." with its place */
};

/* Reads the next cell; after CSV_END and CSV_FAULT it stays so. */
enum csv_read csv_read_cell(struct csv_reader *csv);
/* "file:row:column" of the last cell. */
void csv_read_place(const struct csv_reader *csv, char *buffer, size_t size);
void csv_read_free(struct csv_reader *csv);

#endif
