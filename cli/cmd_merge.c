/* SPDX-License-Identifier: Apache-2.0 */
/* fzzf merge: merges packages of lower levels into one. */
#include "exchange.h"
#include "exchange_json.h"
#include "ledger.h"
#include "message.h"

extern const struct command command_merge;

/* Of what a sender sent only the last that was received is merged. */
static bool is_last(struct cli *cli, const fzzf_package *package,
                    const char *name)
{
    uint32_t last;

    return ledger_last(cli, package, &last) &&
           succeeded(cli,
                     fzzf_package_follows(package, last > 0 ? last - 1 : 0,
                                          cli->diags),
                     name);
}

static bool merge_one(struct cli *cli, const char *name,
                      const fzzf_trust *trust, fzzf_packing *packing)
{
    fzzf_package *package = NULL;
    const bool merged =
        exchange_open(cli, name, trust, &package) &&
        is_last(cli, package, name) &&
        succeeded(cli, fzzf_packing_merge(packing, package, cli->diags), name);

    fzzf_package_free(package);
    return merged;
}

static void run(struct cli *cli)
{
    const struct list *const names = &cli->settings.arguments;
    fzzf_packing *packing = NULL;
    fzzf_trust *trust = NULL;
    fzzf_dispatch dispatch;
    bool sound = exchange_dispatch(cli, &dispatch) &&
                 exchange_trust(cli, &trust) &&
                 succeeded(cli, fzzf_packing_new(&packing, &dispatch),
                           cli->settings.file);
    size_t i;

    for (i = 0; i < names->count && sound; i++)
        sound = merge_one(cli, names->items[i], trust, packing);
    if (sound && exchange_write(cli, packing))
        write_made(cli);
    fzzf_packing_free(packing);
    fzzf_trust_free(trust);
}

static const struct option *const options[] = {
    options_of_dispatch, options_of_trust, options_of_ledger,
    options_of_telling, NULL};

const struct command command_merge = {
    .arguments = {{"报送包 … --batch … --trust 文件 --out 文件",
                   "PACKAGE ... --batch ... --trust FILE --out FILE"}},
    .details =
        {{"每个下级的报送包先经验证，再逐字节原样收入，其签名继续有效。\n"
          "批次不同、层级不低于本级、同一报送包、单位或申报重复的，不合并。",
          "Each package is verified and then taken in byte by byte, so that "
          "its "
          "signatures\n"
          "stay good. Refused are another batch, a level that is not lower, "
          "and "
          "the same\n"
          "package, unit or declaration twice."}},
    .examples = "fzzf merge 330106-1.fzzf 330108-1.fzzf --batch 2026-1"
                " --sequence 1 --sender 3301 --level city --date 2026-10-08"
                " --trust counties.pem --out 3301-1.fzzf",
    .options = options,
    .least = 1,
    .run = run,
};
