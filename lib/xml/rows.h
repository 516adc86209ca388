/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_XML_ROWS_H
#define LIB_XML_ROWS_H

/*
 * A document as a flat list of what it says, in its order: two documents that
 * say the same have the same rows, however they are laid out.
 *
 *     result/node[3.2.1]/@score         61.5
 *     result/node[3.2.1]/cause[2]/@code loss
 *     system/indicator[1]/criterion[1]  …
 *
 * Below the root an element is told from its siblings by its id, else its name
 * attribute, else its number among those of its name; a path that comes again
 * ends in "#2" and so on. Names of other namespaces are {uri}name. An element
 * that says nothing has a row with an empty value.
 */

#include <stddef.h>

#include "base/arena.h"
#include "fzzf/xml.h"

struct fzzf__row {
    const char *path;
    const char *value;
};

struct fzzf__rows {
    fzzf__arena arena;
    struct fzzf__row *items;
    size_t count;
};

/*
 * Only well-formedness and limits are checked, not the format. Release @rows in
 * any case.
 */
fzzf_status fzzf__xml_rows(struct fzzf__rows *rows, const fzzf_source *source,
                           fzzf_diags *diags);
void fzzf__rows_free(struct fzzf__rows *rows);

#endif
