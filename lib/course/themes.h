/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_COURSE_THEMES_H
#define LIB_COURSE_THEMES_H

/* What the themes of a batch say against a single item (单项). */

#include "model/record.h"
#include "model/result.h"

/* Bars @candidate where @declaration names neither project nor theme, or a
 * theme that a closed list has not, or where @result is of another system or
 * tailoring than the theme's. Comprehensive ones are left as they are. */
void fzzf__bar_theme(struct fzzf_record *candidate,
                     const struct fzzf_record *batch,
                     const struct fzzf_result *result,
                     const struct fzzf_declaration *declaration);

#endif
