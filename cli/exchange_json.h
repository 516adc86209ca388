/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_EXCHANGE_JSON_H
#define CLI_EXCHANGE_JSON_H

/* Packages and receipts as JSON. */

#include <fzzf/package.h>

#include "command.h"
#include "json.h"

/* Begins the output: an array of packages, which are then added. */
void json_packages(struct json *json, struct cli *cli);
void json_package(struct json *json, const char *file,
                  const fzzf_package *package);
void json_end_packages(struct json *json);
/* All of that for one package. */
void write_package(struct cli *cli, const char *file,
                   const fzzf_package *package);
/* The same for the package that --out named, when JSON is asked for. */
void write_made(struct cli *cli);
/* All of the output for one receipt. */
void write_receipt(struct cli *cli, const fzzf_receipt *receipt);

#endif
