/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_HELP_H
#define CLI_HELP_H

/* --help, made from the tables of commands and options. */

#include "command.h"

/* The help of cli->row, or of fzzf itself. */
void help_write(struct cli *cli, struct out *out);

#endif
