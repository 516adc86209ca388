/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_SHOW_RECORD_H
#define CLI_SHOW_RECORD_H

/* Any record document as table, JSON, CSV or XML. */

#include "command.h"

/* Writes @record, which @name is said to be, in the format of the run. CSV is
 * of @part, which may be NULL when the document has but one. Gives false when
 * something was amiss, which was said. */
bool show_record(struct cli *cli, const fzzf_record *record, const char *part,
                 const char *name);

#endif
