/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_MODEL_KINDS_H
#define LIB_MODEL_KINDS_H

/* Elements and words that more than one kind of document has. */

#include "model/kind.h"

/* <source>: where a fact comes from; @of names the fields it speaks of. */
enum { SOURCE_CONFIDENCE, SOURCE_OF, SOURCE_HREF };
extern const struct fzzf_kind fzzf__kind_source;

/* <reason>: a code, its arguments, and the sentences made from them. Conditions
 * have the same form. */
enum { REASON_CODE, REASON_ZH, REASON_EN };
enum { REASON_ARGUMENTS };
enum { ARGUMENT_VALUE };
extern const struct fzzf_kind fzzf__kind_argument, fzzf__kind_reason,
    fzzf__kind_condition;

/* Who sends, decides or is responsible. */
extern const struct fzzf__words fzzf__level_words;
/* Yes and no, where the answer may not have been found. */
extern const struct fzzf__words fzzf__yes_no_unknown_words;

#endif
