/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_RESULT_FILE_H
#define CLI_RESULT_FILE_H

/* Result documents as files of a folder, one a unit. */

#include "command.h"

/* Makes the folder --out where it does not exist. */
bool result_folder(struct cli *cli);
/* Writes <declaration>.result.xml there. @written is a tree of search.h that
 * knows the ids of this run, so that none is written over; begin with NULL. */
bool result_file(struct cli *cli, const fzzf_result *result, void **written);
void result_files_free(void **written);
/* Writes the document to @out. */
fzzf_status result_xml(const fzzf_result *result, struct out *out);

#endif
