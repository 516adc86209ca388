/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_RECORD_CSV_H
#define CLI_RECORD_CSV_H

/*
 * One part of a record as CSV (RFC 4180): a column a field, named as in the
 * document, and "text" for the text inside. An empty cell is an absent field.
 */

#include <stdio.h>

#include "command.h"

/* Writes the records of @part, or says why that cannot be. Of a part inside
 * others the first columns say in which records each stands (record_way.h). */
bool record_csv_write(struct cli *cli, const fzzf_record *record,
                      const char *part);
/* Puts the rows of @file, which messages call @name, in place of the records of
 * @part. A byte order mark may stand in front; the first row names the columns,
 * in any order after those that say where a row belongs. What is wrong is said
 * with row and column; then false. */
bool record_csv_read(struct cli *cli, fzzf_record *record, const char *part,
                     FILE *file, const char *name);

/* What people know a record by: its first field. */
const char *record_known_as(const fzzf_record *record);
/* Fills the part called @name, or says which is the nearest. */
bool record_part_find(struct cli *cli, const fzzf_record *record,
                      const char *name, fzzf_part *view);

#endif
