/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_RECORD_WAY_H
#define CLI_RECORD_WAY_H

/*
 * The way to a part that may stand inside others, such as the counts of
 * tallies. As CSV the records above are told by columns of their own, before
 * those of the part: "tally" for the field that it is known by, and
 * "tally.stratum" for its second key.
 */

#include "command.h"

#define WAY_LEVELS_MAX 8 /* no document is that deep */
#define WAY_COLUMN_MAX 128

/* A column that tells one of the records above. */
struct above {
    size_t level;
    const char *field;
    char column[WAY_COLUMN_MAX];
};

struct way {
    fzzf_part parts[WAY_LEVELS_MAX];
    size_t depth;
    struct above above[2 * WAY_LEVELS_MAX];
    size_t above_count;
};

/* The way to the part called @name; false: no part is. */
bool way_find(struct way *way, const fzzf_kind *kind, const char *name);
/* The part that it leads to. */
const fzzf_part *way_end(const struct way *way);
/* Removes the records that it leads to. */
void way_clear(const struct way *way, fzzf_record *record);

/* Where a row goes, from the document down. */
struct row_place {
    fzzf_record *at;     /* holds the records of the next level */
    fzzf_record *inside; /* that column after column tells */
};

/* Takes the cell of column @index of those above. Once a record is told, place
 * goes on inside it; one that is not there is begun. */
fzzf_status way_enter(const struct way *way, struct row_place *place,
                      size_t index, const char *value, fzzf_diags *diags);

#endif
