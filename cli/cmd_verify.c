/* SPDX-License-Identifier: Apache-2.0 */
/* fzzf verify: who signed which entries of a package, and whether all holds. */
#include <string.h>

#include "exchange.h"
#include "exchange_json.h"
#include "ledger.h"
#include "message.h"
#include "show.h"
#include "table.h"

extern const struct command command_verify;

/* A run: what is trusted, and where JSON goes. */
struct verifying {
    struct cli *cli;
    fzzf_trust *trust;
    struct json json;
};

#define DEPTH_MAX 8

static void write_signatures(struct cli *cli, const fzzf_package *package,
                             const char *indent)
{
    fzzf_signature view = {.size = sizeof view};
    struct table table;
    size_t i;

    table_begin(&table, "lllllr",
                in_language(cli, "签名|状态|签名者|算法|密钥|覆盖条目",
                            "signature|status|signer|algorithm|key|entries"));
    for (i = 0; fzzf_package_signature(package, i, &view); i++) {
        table_cell(&table, view.name);
        table_cell(&table, fzzf_signature_status_name(view.status));
        table_cell(&table, or_nothing(view.label));
        table_cell(&table, fzzf_algorithm_name(view.algorithm));
        table_cell(&table, view.key);
        table_count(&table, view.covered);
    }
    table_end(&table, &cli->out, indent);
}

static int drop(void *user, const char *bytes, size_t size)
{
    (void)user, (void)bytes, (void)size;
    return 0;
}

static void write_head(struct cli *cli, const fzzf_package *package,
                       const char *name)
{
    fzzf_dispatch dispatch = {.size = sizeof dispatch};
    char sequence[32];

    (void)fzzf_manifest_describe(fzzf_package_manifest(package), &dispatch);
    (void)snprintf(sequence, sizeof sequence, "%u",
                   (unsigned)dispatch.sequence);
    out_fill(&cli->out,
             in_language(cli, "{0}：{1} 第 {2} 号", "{0}: {1}, number {2}"),
             name, dispatch.sender, sequence);
    out_fill(&cli->out,
             in_language(cli, "，批次 {0}，{1}\n", ", batch {0}, {1}\n"),
             dispatch.batch, dispatch.made, NULL);
}

static void look_into(struct verifying *run, fzzf_package *package,
                      const char *name, size_t depth);

static void look_nested(struct verifying *run, const fzzf_package *package,
                        size_t index, const char *name, size_t depth)
{
    fzzf_package *nested = NULL;

    if (succeeded(run->cli,
                  fzzf_package_nested(&nested, package, index, run->cli->diags),
                  name))
        look_into(run, nested, name, depth + 1);
    fzzf_package_free(nested);
}

static void look_at_entries(struct verifying *run, const fzzf_package *package,
                            size_t depth)
{
    const fzzf_manifest *const manifest = fzzf_package_manifest(package);
    struct cli *const cli = run->cli;
    fzzf_entry entry = {.size = sizeof entry};
    size_t i;

    for (i = 0; fzzf_manifest_at(manifest, i, &entry); i++) {
        if (entry.kind == FZZF_ENTRY_PACKAGE && depth < DEPTH_MAX)
            look_nested(run, package, i, entry.name, depth);
        else
            (void)succeeded(
                cli, fzzf_package_read(package, i, drop, NULL, cli->diags),
                entry.name);
    }
}

/* That it is newer than --last and what --ledger knows. */
static bool is_new(struct cli *cli, const fzzf_package *package,
                   const char *name)
{
    const size_t told = cli->settings.last;
    uint32_t last;

    if (!ledger_last(cli, package, &last))
        return false;
    if (told > last)
        last = told > UINT32_MAX ? UINT32_MAX : (uint32_t)told;
    return succeeded(cli, fzzf_package_follows(package, last, cli->diags),
                     name);
}

/* A package inside is verified as if it had come alone. */
static void look_into(struct verifying *run, fzzf_package *package,
                      const char *name, size_t depth)
{
    struct cli *const cli = run->cli;
    const fzzf_status status = fzzf_package_verify(
        package, run->trust, cli->settings.date, cli->diags);

    if (cli->format == FORMAT_JSON) {
        json_package(&run->json, name, package);
    } else {
        write_head(cli, package, name);
        write_signatures(cli, package, "  ");
    }
    if (succeeded(cli, status, name) &&
        (depth > 0 || is_new(cli, package, name)))
        look_at_entries(run, package, depth);
}

static void run(struct cli *cli)
{
    const char *const name = cli->settings.arguments.items[0];
    struct verifying run = {.cli = cli};
    fzzf_package *package = NULL;
    fzzf_source source = {.size = sizeof source, .path = name};

    if (cli->format == FORMAT_JSON)
        json_packages(&run.json, cli);
    if (exchange_trust(cli, &run.trust) &&
        succeeded(cli, fzzf_package_open(&package, &source, NULL, cli->diags),
                  name))
        look_into(&run, package, name, 0);
    if (cli->format == FORMAT_JSON)
        json_end_packages(&run.json);
    fzzf_package_free(package);
    fzzf_trust_free(run.trust);
}

static const struct option own[] = {
    {"trust",
     OPTION_LIST,
     OPTION_FIELD(trusts),
     {{"文件", "FILE"}},
     {{"信任的证书或公钥（PEM）；可重复",
       "a certificate or public key to trust (PEM); may be repeated"}}},
    {"date",
     OPTION_TEXT,
     OPTION_FIELD(date),
     {{"日期", "DAY"}},
     {{"按此日判断证书是否有效，如 2026-10-08",
       "on which certificates are judged, such as 2026-10-08"}}},
    {"last",
     OPTION_COUNT,
     OPTION_FIELD(last),
     {{"数", "NUMBER"}},
     {{"该报送单位此前最后一号；不新于它的包是重复报送",
       "the sender's last number so far; one that is not newer is a replay"}}},
    {.name = NULL},
};

static const struct option *const options[] = {own, options_of_ledger,
                                               options_of_telling, NULL};

const struct command command_verify = {
    .arguments = {{"报送包 --trust 文件 …", "PACKAGE --trust FILE ..."}},
    .details =
        {{"信任谁只由 --trust 决定，包内所载的密钥只是提示。内含的下级报送包同"
          "样验证。\n"
          "全部可信且内容与清单一致时退出码为 0；签名有问题时为 5；"
          "结构或内容不符时为 2。",
          "Whom to trust is said by --trust alone; what a package says of keys "
          "is a hint.\n"
          "Packages inside are verified, too. Exits with 0 when all is trusted "
          "and as the\n"
          "manifest says, with 5 when a signature is amiss, with 2 when "
          "structure or content\n"
          "is."}},
    .examples = "fzzf verify 330106-1.fzzf --trust counties.pem"
                " --date 2026-10-08",
    .options = options,
    .least = 1,
    .most = 1,
    .run = run,
};
