/* SPDX-License-Identifier: Apache-2.0 */
/* fzzf split: takes the packages of lower levels out of a merged one. */
#include "exchange.h"
#include "message.h"

extern const struct command command_split;

static void run(struct cli *cli)
{
    const struct settings *const settings = &cli->settings;
    const char *const name = settings->arguments.items[0];
    const fzzf_extract_options how = {.size = sizeof how,
                                      .overwrite = settings->force,
                                      .kind = FZZF_ENTRY_PACKAGE,
                                      .flat = 1};
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
