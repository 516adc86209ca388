/* SPDX-License-Identifier: Apache-2.0 */
/* Two documents compared cell by cell. */

#include <stdbool.h>
#include <string.h>

#include "base/diag.h"
#include "base/memory.h"
#include "base/names.h"
#include "base/options.h"
#include "fzzf/diff.h"
#include "xml/rows.h"

struct fzzf_diff {
    struct fzzf__rows from, to; /* the cells' texts lie here */
    struct fzzf_cell *items;
    size_t count, capacity;
};

static bool index_rows(fzzf__names *names, const struct fzzf__rows *rows)
{
    for (size_t i = 0; i < rows->count; i++)
        if (fzzf__names_add(names, rows->items[i].path, i) < 0)
            return false;
    return true;
}

static bool add(struct fzzf_diff *diff, const char *path, const char *from,
                const char *to)
{
    void *items = diff->items;

    if (!fzzf__grow(&items, &diff->capacity, diff->count, sizeof *diff->items))
        return false;
    diff->items = items;
    diff->items[diff->count++] =
        (struct fzzf_cell){.size = sizeof(struct fzzf_cell),
                           .path = path,
                           .before = from,
                           .after = to};
    return true;
}

static const char *value_in(const fzzf__names *names,
                            const struct fzzf__rows *rows, const char *path)
{
    const size_t at = fzzf__names_find(names, path);

    return at == FZZF__NO_NAME ? NULL : rows->items[at].value;
}

/* First what the first document has, in its order; then what is new. */
static fzzf_status compare(struct fzzf_diff *diff)
{
    fzzf__names from = {NULL, 0, 0}, to = {NULL, 0, 0};
    bool sound = index_rows(&from, &diff->from) && index_rows(&to, &diff->to);

    for (size_t i = 0; sound && i < diff->from.count; i++) {
        const struct fzzf__row *const row = &diff->from.items[i];
        const char *const value = value_in(&to, &diff->to, row->path);

        if (value == NULL || strcmp(value, row->value) != 0)
            sound = add(diff, row->path, row->value, value);
    }
    for (size_t i = 0; sound && i < diff->to.count; i++) {
        const struct fzzf__row *const row = &diff->to.items[i];

        if (value_in(&from, &diff->from, row->path) == NULL)
            sound = add(diff, row->path, NULL, row->value);
    }
    fzzf__names_free(&from);
    fzzf__names_free(&to);
    return sound ? FZZF_OK : FZZF_E_MEMORY;
}

/* The name of the root element, which every path begins with. */
static size_t root_span(const struct fzzf__rows *rows)
{
    return rows->count == 0 ? 0 : strcspn(rows->items[0].path, "/");
}

static fzzf_status check_kinds(const struct fzzf_diff *diff, fzzf_diags *diags)
{
    const size_t span = root_span(&diff->from);
    const char *const from =
        diff->from.count == 0 ? "" : diff->from.items[0].path;
    const char *const to = diff->to.count == 0 ? "" : diff->to.items[0].path;

    if (span == root_span(&diff->to) && strncmp(from, to, span) == 0)
        return FZZF_OK;
    return fzzf__report(diags, FZZF_E_SCHEMA, FZZF__F_DIFF_KINDS, NULL, from,
                        to, NULL);
}

fzzf_status fzzf_diff_new(fzzf_diff **out, const fzzf_source *from,
                          const fzzf_source *to, fzzf_diags *diags)
{
    struct fzzf_diff *diff;
    fzzf_status status;

    if (out == NULL)
        return FZZF_E_ARGUMENT;
    diff = fzzf__calloc(1, sizeof *diff);
    if (diff == NULL)
        return FZZF_E_MEMORY;
    status = fzzf__xml_rows(&diff->from, from, diags);
    if (status == FZZF_OK)
        status = fzzf__xml_rows(&diff->to, to, diags);
    if (status == FZZF_OK)
        status = check_kinds(diff, diags);
    if (status == FZZF_OK)
        status = compare(diff);
    if (status == FZZF_OK)
        *out = diff;
    else
        fzzf_diff_free(diff);
    return status;
}

void fzzf_diff_free(fzzf_diff *diff)
{
    if (diff == NULL)
        return;
    fzzf__rows_free(&diff->from);
    fzzf__rows_free(&diff->to);
    fzzf__free(diff->items);
    fzzf__free(diff);
}

size_t fzzf_diff_count(const fzzf_diff *diff)
{
    return diff->count;
}

int fzzf_diff_at(const fzzf_diff *diff, size_t index, fzzf_cell *view)
{
    const fzzf_cell none = {.size = sizeof none};

    if (index >= diff->count)
        return fzzf__view_write(view, &none, sizeof none) && 0;
    return fzzf__view_write(view, &diff->items[index], sizeof none);
}
