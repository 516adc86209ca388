/* SPDX-License-Identifier: Apache-2.0 */
/* Opens, verifies and writes packages for the commands. */
#include <string.h>

#include "exchange.h"
#include "exchange_json.h"
#include "input.h"
#include "message.h"
#include "save.h"

bool exchange_needs(struct cli *cli, const char *option)
{
    return refuse(cli, "{0} 需要 --{1}", "{0} needs --{1}", cli->row->name,
                  option);
}

bool exchange_trust(struct cli *cli, fzzf_trust **out)
{
    const struct list *const names = &cli->settings.trusts;
    size_t i;

    if (fzzf_trust_new(out) != FZZF_OK)
        return refuse_memory(cli);
    for (i = 0; i < names->count; i++) {
        fzzf_source source;

        input_single(names->items[i], &source);
        if (!succeeded(cli, fzzf_trust_read(*out, &source, cli->diags),
                       names->items[i]))
            return false;
    }
    return true;
}

bool exchange_open(struct cli *cli, const char *name, const fzzf_trust *trust,
                   fzzf_package **out)
{
    const struct settings *const settings = &cli->settings;
    const fzzf_package_options options = {
        .size = sizeof options, .unsigned_entries = settings->unsigned_entries};
    fzzf_source source;

    input_single(name, &source);
    if (!succeeded(cli, fzzf_package_open(out, &source, &options, cli->diags),
                   name))
        return false;
    if (settings->unsigned_entries && settings->trusts.count == 0)
        return true;
    return succeeded(
        cli, fzzf_package_verify(*out, trust, settings->date, cli->diags),
        name);
}

fzzf_level exchange_level(const struct cli *cli)
{
    int level = FZZF_LEVEL_COUNTY;

    while (fzzf_level_name((fzzf_level)level) != NULL &&
           strcmp(fzzf_level_name((fzzf_level)level), cli->settings.level) != 0)
        level++;
    return (fzzf_level)level;
}

bool exchange_dispatch(struct cli *cli, fzzf_dispatch *dispatch)
{
    const struct settings *const settings = &cli->settings;
    const struct {
        const char *option;
        bool given;
    } needed[] = {{"batch", settings->batch != NULL},
                  {"sequence", settings->sequence != 0},
                  {"sender", settings->sender != NULL},
                  {"level", settings->level != NULL},
                  {"date", settings->date != NULL},
                  {"out", settings->file != NULL}};
    size_t i;

    for (i = 0; i < sizeof needed / sizeof needed[0]; i++)
        if (!needed[i].given)
            return exchange_needs(cli, needed[i].option);
    memset(dispatch, 0, sizeof *dispatch);
    dispatch->size = sizeof *dispatch;
    dispatch->batch = settings->batch;
    dispatch->sequence =
        settings->sequence > UINT32_MAX ? 0 : (uint32_t)settings->sequence;
    dispatch->sender = settings->sender;
    dispatch->level = exchange_level(cli);
    dispatch->made = settings->date;
    return true;
}

bool exchange_write(struct cli *cli, const fzzf_packing *packing)
{
    const char *const path = cli->settings.file;
    struct save save;
    fzzf_status status;

    if (!save_begin(cli, &save, path))
        return false;
    status = fzzf_packing_write(packing, save_write, &save, cli->diags);
    return save_end(cli, &save, succeeded(cli, status, path));
}

void exchange_extract(struct cli *cli, const fzzf_extract_options *how)
{
    const struct settings *const settings = &cli->settings;
    fzzf_package *package = NULL;
    fzzf_trust *trust = NULL;

    if (settings->folder == NULL)
        (void)exchange_needs(cli, "out");
    else if (exchange_trust(cli, &trust) &&
             exchange_open(cli, settings->arguments.items[0], trust,
                           &package) &&
             succeeded(cli,
                       fzzf_package_extract(package, settings->folder, how,
                                            cli->diags),
                       settings->folder) &&
             cli->format == FORMAT_JSON)
        write_package(cli, settings->arguments.items[0], package);
    fzzf_package_free(package);
    fzzf_trust_free(trust);
}

const struct option options_of_extraction[] = {
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
