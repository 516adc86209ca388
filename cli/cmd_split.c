/* SPDX-License-Identifier: Apache-2.0 */
/* fzzf split: takes the packages of lower levels out of a merged one. */
#include "exchange.h"

extern const struct command command_split;

static void run(struct cli *cli)
{
    const fzzf_extract_options how = {.size = sizeof how,
                                      .overwrite = cli->settings.force,
                                      .kind = FZZF_ENTRY_PACKAGE,
                                      .flat = 1};

    exchange_extract(cli, &how);
}

static const struct option *const options[] = {
    options_of_extraction, options_of_trust, options_of_telling, NULL};

const struct command command_split = {
    .arguments = {{"报送包 --trust 文件 --out 文件夹",
                   "PACKAGE --trust FILE --out FOLDER"}},
    .details = {{"取出的包与合并之前逐字节相同。",
                 "What comes out is byte by byte what was merged."}},
    .examples =
        "fzzf split 330106-1.fzzf --trust counties.pem --date 2026-10-08"
        " --out folder",
    .options = options,
    .least = 1,
    .most = 1,
    .run = run,
};
