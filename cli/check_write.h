/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_CHECK_WRITE_H
#define CLI_CHECK_WRITE_H

/* What check writes: findings as they come, then a summary of documents. */

#include "command.h"
#include "csv.h"
#include "json.h"

/* What came of one document. */
struct checked_document {
    const char *file;
    fzzf_document kind; /* FZZF_DOCUMENT_NONE: it was not recognised */
    char id[200];       /* 64 characters at most; "": it has none to show */
    size_t count;       /* nodes of a system, or declarations */
    size_t errors;
    size_t warnings;
    int code; /* the exit code that it alone would give */
};

struct check_writer {
    struct json json;
    struct csv csv;
};

/* From here on findings go where the format wants them. @writer must live
 * until check_write_end(). */
void check_write_begin(struct cli *cli, struct check_writer *writer);
void check_write_end(struct cli *cli, const struct checked_document *documents,
                     size_t count);

/* One finding, as an object in an array. */
void json_finding(struct json *json, const fzzf_diags *diags, size_t index);

#endif
