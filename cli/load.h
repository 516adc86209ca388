/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_LOAD_H
#define CLI_LOAD_H

/* Reading the documents that options name. What is wrong is said; then false.
 */

#include "command.h"

/* --system, changed by each --tailoring. */
bool load_system(struct cli *cli, fzzf_system **out);
/* --contract. */
bool load_contract(struct cli *cli, fzzf_contract **out);
/* The record document @name, which must be a <@kind>. */
bool load_record(struct cli *cli, const char *name, const char *kind,
                 fzzf_record **out);
/* Whether @record, read from @name, is a <@kind>; what else it is is said. */
bool is_record(struct cli *cli, const fzzf_record *record, const char *kind,
               const char *name);
/* System and contract, which must be given, compiled. */
bool load_plan(struct cli *cli, fzzf_plan **out);

/* The same of --to-system and --to-contract, where given, on the second side.
 */
bool load_side(struct cli *cli, bool second, fzzf_plan **out);
bool load_declaration(struct cli *cli, const char *name,
                      fzzf_declaration **out);

#endif
