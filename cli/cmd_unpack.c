/* SPDX-License-Identifier: Apache-2.0 */
/* fzzf unpack: takes the files out of a package. */
#include "exchange.h"
#include "message.h"

extern const struct command command_unpack;

static void run(struct cli *cli)
{
    const struct settings *const settings = &cli->settings;
    const char *const name = settings->arguments.items[0];
    const fzzf_extract_options how = {.size = sizeof how,
                                      .overwrite = settings->force};
    fzzf_package *package = NULL;
    fzzf_trust *trust = NULL;

    if (settings->folder == NULL)
        (void)exchange_needs(cli, "out");
    else if (exchange_trust(cli, &trust) &&
             exchange_open(cli, name, trust, &package))
        (void)succeeded(
            cli,
            fzzf_package_extract(package, settings->folder, &how, cli->diags),
            settings->folder);
    fzzf_package_free(package);
    fzzf_trust_free(trust);
}

static const struct option own[] = {
    {"out",
     OPTION_TEXT,
     OPTION_FIELD(folder),
     {{"文件夹", "FOLDER"}},
     {{"写入的文件夹，须已存在", "the folder to write to, which exists"}}},
    {"date",
     OPTION_TEXT,
     OPTION_FIELD(date),
     {{"日期", "DAY"}},
     {{"按此日判断证书是否有效", "on which certificates are judged"}}},
    {"force",
     OPTION_FLAG,
     OPTION_FIELD(force),
     SAME(""),
     {{"覆盖已有的文件", "replaces files that exist"}}},
    {.name = NULL},
};

static const struct option *const options[] = {own, options_of_trust, NULL};

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
