/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_PACK_SURVEY_H
#define LIB_PACK_SURVEY_H

/* Goes through documents and packages, and finds what stands there twice. */

#include "base/arena.h"
#include "base/names.h"
#include "pack/package.h"

struct fzzf__survey {
    fzzf__arena arena;
    fzzf__names units, declarations, packages; /* to where they were */
    const char *where;                         /* we are now */
    fzzf_diags *diags;
    fzzf_status status; /* of declarations that were handed over */
};

/* Reads a document of any kind. @name is told in findings and must live as
 * long as the survey. */
fzzf_status fzzf__survey_document(struct fzzf__survey *survey, const char *name,
                                  const fzzf__text *bytes, fzzf_diags *diags);
/* Notes the package called @name, then all documents and packages in it. With
 * @trust, packages inside are verified on @day. */
fzzf_status fzzf__survey_package(struct fzzf__survey *survey, const char *name,
                                 const fzzf_package *package,
                                 const fzzf_trust *trust, const char *day,
                                 fzzf_diags *diags);
void fzzf__survey_free(struct fzzf__survey *survey);

#endif
