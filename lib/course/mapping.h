/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_COURSE_MAPPING_H
#define LIB_COURSE_MAPPING_H

/* What one row of a mapping does with a declaration. */

#include "model/declaration.h"
#include "model/kinds_mapping.h"
#include "model/record.h"

static inline enum fzzf__mapped fzzf__mapped(const struct fzzf_record *row)
{
    return (enum fzzf__mapped)fzzf__word_find(
        &fzzf__mapped_words, fzzf__record_value(row, ROW_KIND));
}

/* Values are carried over where one indicator becomes one. */
static inline bool fzzf__carries_values(const struct fzzf_record *row)
{
    return fzzf__mapped(row) <= FZZF__MAPPED_MOVED;
}

/* The statement on @node, or NULL. */
const struct fzzf__statement *
fzzf__statement_on(const struct fzzf__assessment *assessment, const char *node);

/* The mapping holds, the declaration is of its old system, and says nothing of
 * what it does not map. */
fzzf_status fzzf__mapping_fits(const struct fzzf_record *mapping,
                               const struct fzzf_declaration *declaration,
                               fzzf_diags *diags);

#endif
