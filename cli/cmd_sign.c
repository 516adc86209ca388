/* SPDX-License-Identifier: Apache-2.0 */
/* fzzf sign: writes a package with one more signature. */
#include <stdlib.h>
#include <string.h>

#include "exchange.h"
#include "exchange_json.h"
#include "input.h"
#include "message.h"
#include "save.h"

extern const struct command command_sign;

#define PASSWORD_MAX 1024

/* The first line of --password-file; "" without one. */
static bool read_password(struct cli *cli, char *password)
{
    const char *const path = cli->settings.password;
    FILE *file;
    bool read;

    password[0] = '\0';
    if (path == NULL)
        return true;
    file = fopen(path, "rb");
    read = file != NULL && fgets(password, PASSWORD_MAX, file) != NULL;
    if (file != NULL)
        (void)fclose(file);
    if (!read)
        return refuse(cli, "无法读取“{0}”中的口令",
                      "cannot read a password from '{0}'", path, NULL);
    password[strcspn(password, "\r\n")] = '\0';
    return true;
}

static bool read_key(struct cli *cli, fzzf_key **out)
{
    char password[PASSWORD_MAX];
    fzzf_source source;
    bool read = read_password(cli, password);

    if (!read)
        return false;
    input_single(cli->settings.key, &source);
    read = succeeded(cli, fzzf_key_read(out, &source, password, cli->diags),
                     cli->settings.key);
    memset(password, 0, sizeof password);
    return read;
}

static void sign(struct cli *cli, const fzzf_package *package,
                 const fzzf_key *key)
{
    const struct settings *const settings = &cli->settings;
    struct save save;
    fzzf_status status;

    if (!save_begin(cli, &save, settings->file))
        return;
    status = fzzf_package_sign(package, settings->name, fzzf_key_signer(key),
                               save_write, &save, cli->diags);
    if (save_end(cli, &save, succeeded(cli, status, settings->file)))
        write_made(cli);
}

static void run(struct cli *cli)
{
    const struct settings *const settings = &cli->settings;
    const char *const name = settings->arguments.items[0];
    fzzf_package *package = NULL;
    fzzf_key *key = NULL;
    fzzf_source source;

    if (settings->key == NULL || settings->name == NULL ||
        settings->file == NULL) {
        (void)exchange_needs(cli, settings->key == NULL    ? "key"
                                  : settings->name == NULL ? "name"
                                                           : "out");
        return;
    }
    input_single(name, &source);
    if (succeeded(cli, fzzf_package_open(&package, &source, NULL, cli->diags),
                  name) &&
        read_key(cli, &key))
        sign(cli, package, key);
    fzzf_key_free(key);
    fzzf_package_free(package);
}

static const struct option own[] = {
    {"key",
     OPTION_TEXT,
     OPTION_FIELD(key),
     {{"文件", "FILE"}},
     {{"私钥（PEM）：P-256、RSA 或 SM2",
       "the private key (PEM): P-256, RSA or SM2"}}},
    {"password-file",
     OPTION_TEXT,
     OPTION_FIELD(password),
     {{"文件", "FILE"}},
     {{"第一行为私钥的口令", "its first line is the key's password"}}},
    {"name",
     OPTION_TEXT,
     OPTION_FIELD(name),
     {{"名称", "NAME"}},
     {{"签名在包中的名称", "what the signature is called in the package"}}},
    {"out",
     OPTION_TEXT,
     OPTION_FIELD(file),
     {{"文件", "FILE"}},
     {{"写入的文件", "the file that is written"}}},
    {"force",
     OPTION_FLAG,
     OPTION_FIELD(force),
     SAME(""),
     {{"覆盖已有的文件", "replaces a file that exists"}}},
    {.name = NULL},
};

static const struct option *const options[] = {own, options_of_telling, NULL};

const struct command command_sign = {
    .arguments = {{"报送包 --key 文件 --name 名称 --out 文件",
                   "PACKAGE --key FILE --name NAME --out FILE"}},
    .details =
        {{"签名针对清单的字节，清单载有每个条目的摘要。签名之前核对全部条目。",
          "The signature is over the bytes of the manifest, which has the "
          "digests of every\n"
          "entry. All entries are checked before."}},
    .examples = "fzzf sign 330106-1.fzzf --key county.pem --name county"
                " --out 330106-1.signed.fzzf",
    .options = options,
    .least = 1,
    .most = 1,
    .run = run,
};
