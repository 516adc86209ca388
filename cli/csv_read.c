/* SPDX-License-Identifier: Apache-2.0 */
/* Reading CSV (RFC 4180), strictly. */
#include "csv_read.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define CELL_MAX ((size_t)1024 * 1024)

static enum csv_read fault(struct csv_reader *csv, const char *zh,
                           const char *en)
{
    csv->fault_zh = zh;
    csv->fault_en = en;
    return CSV_FAULT;
}

/* Adds a byte to the cell; false when it is too long or memory ran out. */
static bool add(struct csv_reader *csv, int byte)
{
    if (csv->length + 1 >= csv->capacity) {
        const size_t capacity = csv->capacity == 0 ? 256 : 2 * csv->capacity;
        char *const cell =
            capacity > CELL_MAX ? NULL : realloc(csv->cell, capacity);

        if (cell == NULL)
            return false;
        csv->cell = cell;
        csv->capacity = capacity;
    }
    csv->cell[csv->length++] = (char)byte;
    csv->cell[csv->length] = '\0';
    return true;
}

static enum csv_read too_long(struct csv_reader *csv)
{
    return fault(csv, "{0}: 单元格过长", "{0}: the cell is too long");
}

/* What ends a cell that is complete; @byte is what follows it. */
static enum csv_read end_cell(struct csv_reader *csv, int byte)
{
    if (byte == ',')
        return CSV_CELL;
    if (byte == '\r')
        byte = getc(csv->file);
    if (byte == '\n')
        return CSV_LAST;
    if (byte == EOF)
        return ferror(csv->file) != 0
                   ? fault(csv, "{0}: 读取失败", "{0}: reading failed")
                   : CSV_LAST;
    return fault(csv, "{0}: 单元格之后应为逗号或行尾",
                 "{0}: a comma or a line end must follow the cell");
}

static enum csv_read read_quoted(struct csv_reader *csv)
{
    for (;;) {
        int byte = getc(csv->file);

        if (byte == EOF)
            return fault(csv, "{0}: 引号没有结束",
                         "{0}: the quotes are not closed");
        if (byte == '"') {
            byte = getc(csv->file);
            if (byte != '"')
                return end_cell(csv, byte);
        }
        if (byte == '\0')
            return fault(csv, "{0}: 含空字符", "{0}: there is a zero byte");
        if (!add(csv, byte))
            return too_long(csv);
    }
}

static enum csv_read read_bare(struct csv_reader *csv, int byte)
{
    while (byte != ',' && byte != '\r' && byte != '\n' && byte != EOF) {
        if (byte == '"' || byte == '\0')
            return fault(csv, "{0}: 引号须包住整个单元格，内部的引号要写两遍",
                         "{0}: quotes enclose a whole cell; inside they are "
                         "doubled");
        if (!add(csv, byte))
            return too_long(csv);
        byte = getc(csv->file);
    }
    return end_cell(csv, byte);
}

/* Takes the apostrophe that keeps spreadsheets from computing. */
static void unguard(struct csv_reader *csv)
{
    if (csv->length >= 2 && csv->cell[0] == '\'' &&
        strchr("=+-@\t\r", csv->cell[1]) != NULL)
        memmove(csv->cell, csv->cell + 1, csv->length--);
}

static void skip_mark(FILE *file)
{
    static const int mark[] = {0xEF, 0xBB, 0xBF};
    const int first = getc(file);

    if (first != mark[0]) {
        if (first != EOF)
            (void)ungetc(first, file);
        return;
    }
    if (getc(file) != mark[1] || getc(file) != mark[2])
        (void)ungetc('"', file); /* no UTF-8: a fault soon */
}

enum csv_read csv_read_cell(struct csv_reader *csv)
{
    int byte;

    if (csv->got == CSV_END || csv->got == CSV_FAULT)
        return csv->got;
    if (csv->row == 0)
        skip_mark(csv->file);
    if (csv->row == 0 || csv->got == CSV_LAST) {
        csv->row++;
        csv->column = 0;
    }
    csv->column++;
    csv->length = 0;
    byte = getc(csv->file);
    if (byte == EOF && csv->column == 1 && ferror(csv->file) == 0)
        csv->got = CSV_END;
    else if (!add(csv, '\0'))
        csv->got = too_long(csv);
    else {
        csv->length = 0;
        csv->got = byte == '"' ? read_quoted(csv) : read_bare(csv, byte);
        unguard(csv);
    }
    return csv->got;
}

void csv_read_place(const struct csv_reader *csv, char *buffer, size_t size)
{
    (void)snprintf(buffer, size, "%s:%zu:%zu", csv->name, csv->row,
                   csv->column);
}

void csv_read_free(struct csv_reader *csv)
{
    free(csv->cell);
    csv->cell = NULL;
}
