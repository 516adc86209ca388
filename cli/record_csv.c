/* SPDX-License-Identifier: Apache-2.0 */
/* One part of a record as CSV, out and in. */
#include "record_csv.h"

#include <stdlib.h>
#include <string.h>

#include "csv.h"
#include "csv_read.h"
#include "message.h"
#include "nearest.h"
#include "record_way.h"

#define COLUMNS_MAX 64
#define TEXT_COLUMN "text"
#define FAULTS_MAX  100 /* no more are said */

bool record_part_find(struct cli *cli, const fzzf_record *record,
                      const char *name, fzzf_part *view)
{
    const fzzf_kind *const kind = fzzf_record_kind(record);
    struct nearest nearest = {.wanted = name};
    size_t i;

    view->size = sizeof *view;
    for (i = 0; fzzf_kind_part(kind, i, view) != 0; i++) {
        if (strcmp(view->name, name) == 0)
            return true;
        nearest_try(&nearest, view->name);
    }
    return refuse(cli, "文档中没有部分“{0}”（最接近的是“{1}”）",
                  "the document has no part '{0}' (nearest: '{1}')", name,
                  nearest.best == NULL ? "" : nearest.best);
}

static void write_row(struct csv *csv, const fzzf_kind *kind,
                      const fzzf_record *record, bool text)
{
    fzzf_field field = {.size = sizeof field};
    fzzf_record_view view = {.size = sizeof view};
    size_t i;

    for (i = 0; fzzf_kind_field(kind, i, &field) != 0; i++)
        csv_cell(csv, record == NULL ? field.name
                                     : fzzf_record_get(record, field.name));
    (void)fzzf_record_describe(record, &view);
    if (text)
        csv_cell(csv, record == NULL ? TEXT_COLUMN : view.text);
    csv_end_row(csv);
}

const char *record_known_as(const fzzf_record *record)
{
    fzzf_field field = {.size = sizeof field};

    if (fzzf_kind_field(fzzf_record_kind(record), 0, &field) == 0)
        return NULL;
    return fzzf_record_get(record, field.name);
}

/* What the records above a row are told by. */
struct told {
    const char *values[2 * WAY_LEVELS_MAX];
};

/* Rows of what stands in @record from @level of the way on. */
static void write_rows(struct csv *csv, const struct way *way, size_t level,
                       const fzzf_record *record, struct told *told)
{
    const char *const part = way->parts[level].name;
    const size_t count = fzzf_record_count(record, part);
    fzzf_kind_view kind = {.size = sizeof kind};
    size_t i, j;

    (void)fzzf_kind_describe(way_end(way)->kind, &kind);
    for (i = 0; i < count; i++) {
        const fzzf_record *const inside = fzzf_record_at(record, part, i);

        for (j = 0; j < way->above_count; j++)
            if (level + 1 == way->depth)
                csv_cell(csv, told->values[j]);
            else if (way->above[j].level == level)
                told->values[j] = fzzf_record_get(inside, way->above[j].field);
        if (level + 1 == way->depth)
            write_row(csv, way_end(way)->kind, inside, kind.text != 0);
        else
            write_rows(csv, way, level + 1, inside, told);
    }
}

bool record_csv_write(struct cli *cli, const fzzf_record *record,
                      const char *part)
{
    struct csv csv = {.out = &cli->out};
    fzzf_kind_view kind = {.size = sizeof kind};
    struct told told;
    struct way way;
    fzzf_part view;
    size_t i;

    if (!way_find(&way, fzzf_record_kind(record), part))
        return record_part_find(cli, record, part, &view);
    (void)fzzf_kind_describe(way_end(&way)->kind, &kind);
    for (i = 0; i < way.above_count; i++)
        csv_cell(&csv, way.above[i].column);
    write_row(&csv, way_end(&way)->kind, NULL, kind.text != 0);
    write_rows(&csv, &way, 0, record, &told);
    return true;
}

/* What is being read. */
struct rows {
    struct cli *cli;
    struct csv_reader *csv;
    struct way way;
    const fzzf_kind *kind;
    const char *columns[COLUMNS_MAX]; /* names of fields, or TEXT_COLUMN */
    size_t above;                     /* columns before those */
    size_t count;
    size_t faults;
};

/* Says what is wrong at the last cell. Gives false. */
static bool bad(struct rows *rows, const char *zh, const char *en,
                const char *about)
{
    char place[600];

    csv_read_place(rows->csv, place, sizeof place);
    complain(rows->cli, zh, en, place, about);
    rows->faults++;
    end_with(rows->cli, CODE_INVALID);
    return false;
}

/* The library's own name of column @name; NULL: there is none, and @nearest
 * tells what is. */
static const char *column_of(const fzzf_kind *kind, const char *name,
                             struct nearest *nearest)
{
    fzzf_kind_view view = {.size = sizeof view};
    fzzf_field field = {.size = sizeof field};
    size_t i;

    (void)fzzf_kind_describe(kind, &view);
    for (i = 0; fzzf_kind_field(kind, i, &field) != 0; i++) {
        if (strcmp(field.name, name) == 0)
            return field.name;
        nearest_try(nearest, field.name);
    }
    if (view.text != 0 && strcmp(name, TEXT_COLUMN) == 0)
        return TEXT_COLUMN;
    return NULL;
}

/* A column before those of the part. */
static bool take_above(struct rows *rows, const char *name)
{
    const char *const column = rows->way.above[rows->above++].column;

    return strcmp(name, column) == 0 ||
           bad(rows, "{0}: 这一列须为“{1}”，写明该行属于哪一项",
               "{0}: this column must be '{1}', which tells where the row "
               "belongs",
               column);
}

static bool take_column(struct rows *rows, const char *name)
{
    struct nearest nearest = {.wanted = name};
    const char *const column = column_of(rows->kind, name, &nearest);
    size_t i;

    if (column == NULL && nearest.best != NULL)
        return bad(rows, "{0}: 没有这一列，是否为“{1}”？",
                   "{0}: there is no such column; was '{1}' meant?",
                   nearest.best);
    if (column == NULL)
        return bad(rows, "{0}: 没有列“{1}”", "{0}: there is no column '{1}'",
                   name);
    for (i = 0; i < rows->count; i++)
        if (strcmp(rows->columns[i], column) == 0)
            return bad(rows, "{0}: 列“{1}”重复",
                       "{0}: column '{1}' stands twice", name);
    if (rows->count == COLUMNS_MAX)
        return bad(rows, "{0}: 列太多", "{0}: there are too many columns",
                   NULL);
    rows->columns[rows->count++] = column;
    return true;
}

/* The sentence of what the library found at a cell. Gives false. */
static bool bad_value(struct rows *rows, fzzf_status status)
{
    fzzf_diags *const diags = rows->cli->diags;

    if (status != FZZF_E_SCHEMA || fzzf_diags_count(diags) == 0)
        return succeeded(rows->cli, status, rows->csv->name);
    (void)bad(rows, "{0}: {1}", "{0}: {1}",
              fzzf_diags_message(diags, 0, rows->cli->language));
    fzzf_diags_clear(diags);
    return false;
}

static bool take_cell(struct rows *rows, fzzf_record *record, size_t index,
                      const char *value)
{
    fzzf_diags *const diags = rows->cli->diags;
    fzzf_status status;

    if (index >= rows->count)
        return bad(rows, "{0}: 该行的单元格多于列名",
                   "{0}: the row has more cells than there are columns", NULL);
    if (*value == '\0')
        return true;
    if (strcmp(rows->columns[index], TEXT_COLUMN) == 0)
        status = fzzf_record_set_text(record, value, diags);
    else
        status = fzzf_record_set(record, rows->columns[index], value, diags);
    return status == FZZF_OK || bad_value(rows, status);
}

/* The first row. */
static bool read_columns(struct rows *rows)
{
    enum csv_read got = CSV_CELL;

    while (got == CSV_CELL) {
        got = csv_read_cell(rows->csv);
        if (got == CSV_CELL || got == CSV_LAST)
            (void)(rows->above < rows->way.above_count
                       ? take_above(rows, rows->csv->cell)
                       : take_column(rows, rows->csv->cell));
    }
    if (got == CSV_END)
        (void)bad(rows, "{0}: 没有列名", "{0}: there are no columns", NULL);
    return got == CSV_LAST && rows->faults == 0;
}

/* Cell number @count of a row, at its place; *record is begun when the columns
 * above have told it. */
static bool take(struct rows *rows, struct row_place *place,
                 fzzf_record **record, size_t count)
{
    struct cli *const cli = rows->cli;
    fzzf_status status;

    if (count < rows->above) {
        status =
            way_enter(&rows->way, place, count, rows->csv->cell, cli->diags);
        return status == FZZF_OK || bad_value(rows, status);
    }
    if (count == rows->above &&
        !succeeded(cli,
                   fzzf_record_add(record, place->at, way_end(&rows->way)->name,
                                   cli->diags),
                   rows->csv->name))
        return false;
    return *record == NULL ||
           take_cell(rows, *record, count - rows->above, rows->csv->cell);
}

/* One row after the first; false past the last one, or at a fault. */
static bool read_row(struct rows *rows, fzzf_record *record)
{
    struct row_place place = {.at = record};
    fzzf_record *begun = NULL;
    bool sound = true;
    enum csv_read got;
    size_t count = 0;

    do {
        got = csv_read_cell(rows->csv);
        if (got == CSV_END || got == CSV_FAULT)
            return false;
        if (sound || count > rows->above)
            sound = take(rows, &place, &begun, count);
        count++;
    } while (got == CSV_CELL);
    if (count < rows->above + rows->count)
        (void)bad(rows, "{0}: 该行的单元格少于列名",
                  "{0}: the row has fewer cells than there are columns", NULL);
    return rows->faults < FAULTS_MAX;
}

bool record_csv_read(struct cli *cli, fzzf_record *record, const char *part,
                     FILE *file, const char *name)
{
    struct csv_reader csv = {.file = file, .name = name};
    struct rows rows = {.cli = cli, .csv = &csv};
    fzzf_part view;

    if (!way_find(&rows.way, fzzf_record_kind(record), part))
        return record_part_find(cli, record, part, &view);
    rows.kind = way_end(&rows.way)->kind;
    if (!cli->settings.add)
        way_clear(&rows.way, record);
    if (read_columns(&rows))
        while (read_row(&rows, record))
            continue;
    if (csv.got == CSV_FAULT)
        (void)bad(&rows, csv.fault_zh, csv.fault_en, NULL);
    csv_read_free(&csv);
    return csv.got == CSV_END && rows.faults == 0;
}
