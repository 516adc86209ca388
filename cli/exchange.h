/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_EXCHANGE_H
#define CLI_EXCHANGE_H

/* What the commands of packages share. What is wrong is said; then false. */

#include <fzzf/package.h>

#include "command.h"

/* --trust, with a list that is empty when it was not given. */
bool exchange_trust(struct cli *cli, fzzf_trust **out);
/* Opens the package @name and verifies it, unless --unsigned was given. */
bool exchange_open(struct cli *cli, const char *name, const fzzf_trust *trust,
                   fzzf_package **out);
/* --batch, --sequence, --sender, --level and --date, all of which are needed.
 */
bool exchange_dispatch(struct cli *cli, fzzf_dispatch *dispatch);
/* The level that --level names. */
fzzf_level exchange_level(const struct cli *cli);
/* Writes a packing to --out. */
bool exchange_write(struct cli *cli, const fzzf_packing *packing);
/* Opens the package that is the argument and writes its files to --out. */
void exchange_extract(struct cli *cli, const fzzf_extract_options *how);
/* --out, --date and --force of the commands that do. */
extern const struct option options_of_extraction[];
/* Says that an option is needed. */
bool exchange_needs(struct cli *cli, const char *option);

#endif
