/* SPDX-License-Identifier: Apache-2.0 */
/* fzzf unpack: takes the files out of a package. */
#include "exchange.h"

extern const struct command command_unpack;

static void run(struct cli *cli)
{
    const fzzf_extract_options how = {.size = sizeof how,
                                      .overwrite = cli->settings.force};

    exchange_extract(cli, &how);
}

static const struct option *const options[] = {
    options_of_extraction, options_of_trust, options_of_telling, NULL};

const struct command command_unpack = {
    .arguments = {{"报送包 --trust 文件 --out 文件夹",
                   "PACKAGE --trust FILE --out FOLDER"}},
    .details = {{"全部条目核对无误之后才写第一个文件。不经由链接写入，已有的文"
                 "件不被覆盖。",
                 "All entries are checked before the first file is written. "
                 "Links are never\n"
                 "followed, and files that exist are not replaced."}},
    .examples =
        "fzzf unpack 330106-1.fzzf --trust counties.pem --date 2026-10-08"
        " --out folder",
    .options = options,
    .least = 1,
    .most = 1,
    .run = run,
};
