/* SPDX-License-Identifier: Apache-2.0 */
/* Checks a mapping: the shape of its rows, and each indicator once. */

#include "base/names.h"
#include "model/checks.h"
#include "model/kinds_mapping.h"

/* How many indicators a kind of row has on each side: least and most; 0 of
 * most is any number. */
static const struct {
    size_t old_least, old_most, new_least, new_most;
} shapes[] = {
    [FZZF__MAPPED_SAME] = {1, 1, 1, 1},
    [FZZF__MAPPED_MOVED] = {1, 1, 1, 1},
    [FZZF__MAPPED_SPLIT] = {1, 1, 2, SIZE_MAX},
    [FZZF__MAPPED_MERGED] = {2, SIZE_MAX, 1, 1},
    [FZZF__MAPPED_WITHDRAWN] = {1, 1, 0, 0},
    [FZZF__MAPPED_NEW] = {0, 0, 1, 1},
};

static fzzf_status check_shapes(const struct fzzf_record *mapping,
                                fzzf_diags *diags)
{
    const struct fzzf__record_list *rows =
        fzzf__record_list(mapping, MAPPING_ROWS);
    fzzf_status status = FZZF_OK;

    for (size_t i = 0; i < rows->count; i++) {
        const struct fzzf_record *row = rows->items[i];
        const int kind = fzzf__word_find(&fzzf__mapped_words,
                                         fzzf__record_value(row, ROW_KIND));
        const size_t olds = fzzf__record_list(row, ROW_OLD)->count;
        const size_t news = fzzf__record_list(row, ROW_NEW)->count;

        if (olds < shapes[kind].old_least || olds > shapes[kind].old_most ||
            news < shapes[kind].new_least || news > shapes[kind].new_most)
            status = fzzf__report(diags, FZZF_E_REFERENCE,
                                  FZZF__F_MAPPING_SHAPE, &row->place,
                                  fzzf__record_value(row, ROW_KIND), NULL);
    }
    return status;
}

/* On one side an indicator stands once. */
static fzzf_status check_once(const struct fzzf_record *mapping, size_t part,
                              fzzf_diags *diags)
{
    fzzf__names ids = {NULL, 0, 0};
    const struct fzzf__record_list *rows =
        fzzf__record_list(mapping, MAPPING_ROWS);
    fzzf_status status = FZZF_OK;

    for (size_t i = 0; i < rows->count; i++) {
        const struct fzzf__record_list *list =
            fzzf__record_list(rows->items[i], part);

        for (size_t j = 0; j < list->count; j++) {
            const char *id = fzzf__record_value(list->items[j], MAPPED_ID);
            const int added = fzzf__names_add(&ids, id, i);

            if (added < 0)
                status = FZZF_E_MEMORY;
            if (added == 0)
                status =
                    fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_MAPPED_TWICE,
                                 &list->items[j]->place, id, NULL);
        }
    }
    fzzf__names_free(&ids);
    return status;
}

fzzf_status fzzf__check_mapping(const struct fzzf_record *mapping,
                                fzzf_diags *diags)
{
    fzzf_status status = check_shapes(mapping, diags);

    status = fzzf__worse(status, check_once(mapping, ROW_OLD, diags));
    return fzzf__worse(status, check_once(mapping, ROW_NEW, diags));
}
