/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_ARGUMENTS_H
#define CLI_ARGUMENTS_H

/* From the words of the command line to settings. */

#include "command.h"

/* Finds the command and fills cli->row, language, format and settings. What is
 * wrong is said; then false. Release with arguments_free(). */
bool arguments_read(struct cli *cli, int argc, char **argv);
void arguments_free(struct cli *cli);
/* The option called @name that @command takes; NULL @command: fzzf itself. */
const struct option *option_find(const struct command *command,
                                 const char *name, size_t length);

#endif
