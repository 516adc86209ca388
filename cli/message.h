/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_MESSAGE_H
#define CLI_MESSAGE_H

/* What is said on standard error: sentences of the program and findings. */

#include <stdbool.h>

#include "command.h"

/* Says a sentence; {0} and {1} in it are @a and @b. */
void complain(struct cli *cli, const char *zh, const char *en, const char *a,
              const char *b);
/* The same, and the run ends with CODE_TROUBLE. Gives false. */
bool refuse(struct cli *cli, const char *zh, const char *en, const char *a,
            const char *b);
/* Memory ran out. Gives false. */
bool refuse_memory(struct cli *cli);

/* "error", "warning", "note": the same in every language. */
const char *severity_word(fzzf_severity severity);
/* Writes finding @index as "file:line:column: error FZ-2103: sentence". */
void write_finding(struct out *out, const fzzf_diags *diags, size_t index,
                   fzzf_language language);
/* Says the findings of @diags from number @from on. */
void say_findings(struct cli *cli, const fzzf_diags *diags, size_t from);
/* Says the findings of @diags from number @said on and forgets them all; a
 * failing @status decides the exit code and has a sentence even when no finding
 * tells of it. @name is what it is about. Gives whether @status is FZZF_OK. */
bool conclude(struct cli *cli, fzzf_diags *diags, size_t said,
              fzzf_status status, const char *name);
/* The same for cli->diags. */
bool succeeded(struct cli *cli, fzzf_status status, const char *name);

#endif
