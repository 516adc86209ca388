/* SPDX-License-Identifier: Apache-2.0 */
/* fzzf receipt: answers a package with a receipt, or compares one. */
#include <string.h>

#include "exchange.h"
#include "exchange_json.h"
#include "input.h"
#include "ledger.h"
#include "message.h"
#include "save.h"

extern const struct command command_receipt;

/* The receipt is written for bad packages, too; the exit code tells of them. */
static bool answer(struct cli *cli, const fzzf_receipt *receipt)
{
    struct save save;
    fzzf_status status;

    if (!save_begin(cli, &save, cli->settings.file))
        return false;
    status = fzzf_xml_write_receipt(receipt, save_write, &save, NULL);
    if (!save_end(cli, &save, succeeded(cli, status, cli->settings.file)))
        return false;
    say_findings(cli, fzzf_receipt_findings(receipt), 0);
    if (cli->format == FORMAT_JSON)
        write_receipt(cli, receipt);
    return true;
}

static bool accepts(struct cli *cli, const fzzf_receipt *receipt)
{
    fzzf_acknowledgement says = {.size = sizeof says};

    if (fzzf_receipt_describe(receipt, &says) != 0 &&
        says.verdict == FZZF_ACCEPTED)
        return true;
    end_with(cli, CODE_INVALID);
    return false;
}

static void receive(struct cli *cli, const char *name, const fzzf_trust *trust,
                    struct ledger *ledger)
{
    const struct settings *const settings = &cli->settings;
    const fzzf_reception reception = {.size = sizeof reception,
                                      .receiver = settings->receiver,
                                      .level = exchange_level(cli),
                                      .day = settings->date,
                                      .trust = trust,
                                      .last = settings->last > UINT32_MAX
                                                  ? UINT32_MAX
                                                  : (uint32_t)settings->last,
                                      .ledger = ledger->record};
    fzzf_receipt *receipt = NULL;
    bool noted;
    fzzf_source source;

    input_single(name, &source);
    noted = succeeded(
                cli,
                fzzf_package_receive(&receipt, &source, &reception, cli->diags),
                name) &&
            answer(cli, receipt) && accepts(cli, receipt);
    (void)ledger_close(cli, ledger, noted ? receipt : NULL);
    fzzf_receipt_unref(receipt);
}

static void compare(struct cli *cli, const char *name)
{
    const char *const sent = cli->settings.compare;
    fzzf_receipt *receipt = NULL;
    fzzf_source source;

    input_single(name, &source);
    if (succeeded(cli, fzzf_xml_read_receipt(&receipt, &source, cli->diags),
                  name)) {
        input_single(sent, &source);
        if (succeeded(cli, fzzf_receipt_compare(receipt, &source, cli->diags),
                      sent) &&
            cli->format != FORMAT_JSON)
            out_fill(&cli->out,
                     in_language(cli, "{0}：接收方收到的正是它，并已接受\n",
                                 "{0}: the receiver got exactly this, and "
                                 "accepted it\n"),
                     sent, NULL, NULL);
        if (cli->format == FORMAT_JSON)
            write_receipt(cli, receipt);
    }
    fzzf_receipt_unref(receipt);
}

static bool is_complete(struct cli *cli)
{
    const struct settings *const settings = &cli->settings;

    if (settings->receiver == NULL)
        return exchange_needs(cli, "receiver");
    if (settings->level == NULL)
        return exchange_needs(cli, "level");
    if (settings->date == NULL)
        return exchange_needs(cli, "date");
    if (settings->file == NULL)
        return exchange_needs(cli, "out");
    return true;
}

static void run(struct cli *cli)
{
    const char *const name = cli->settings.arguments.items[0];
    fzzf_trust *trust = NULL;
    struct ledger ledger;

    if (cli->settings.compare != NULL)
        compare(cli, name);
    else if (is_complete(cli) && exchange_trust(cli, &trust) &&
             ledger_open(cli, &ledger))
        receive(cli, name, trust, &ledger);
    fzzf_trust_free(trust);
}

static const struct option own[] = {
    {"receiver",
     OPTION_TEXT,
     OPTION_FIELD(receiver),
     {{"代码", "CODE"}},
     {{"接收单位的区划代码", "the receiver's division code"}}},
    {"level",
     OPTION_WORD,
     OPTION_FIELD(level),
     SAME("county|city|province|centre"),
     {{"接收单位的层级", "the receiver's level"}}},
    {"date",
     OPTION_TEXT,
     OPTION_FIELD(date),
     {{"日期", "DAY"}},
     {{"当日；按此日判断证书是否有效",
       "today; certificates are judged on it"}}},
    {"trust",
     OPTION_LIST,
     OPTION_FIELD(trusts),
     {{"文件", "FILE"}},
     {{"信任的证书或公钥（PEM）；可重复",
       "a certificate or public key to trust (PEM); may be repeated"}}},
    {"last",
     OPTION_COUNT,
     OPTION_FIELD(last),
     {{"数", "NUMBER"}},
     {{"该报送单位此前最后一号", "the sender's last number so far"}}},
    {"out",
     OPTION_TEXT,
     OPTION_FIELD(file),
     {{"文件", "FILE"}},
     {{"写入的回执", "the receipt that is written"}}},
    {"force",
     OPTION_FLAG,
     OPTION_FIELD(force),
     SAME(""),
     {{"覆盖已有的文件", "replaces a file that exists"}}},
    {"compare",
     OPTION_TEXT,
     OPTION_FIELD(compare),
     {{"文件", "FILE"}},
     {{"与回执核对的、当初报送的包",
       "the package that was sent, to compare with the receipt"}}},
    {.name = NULL},
};

static const struct option *const options[] = {own, options_of_ledger,
                                               options_of_telling, NULL};

const struct command command_receipt = {
    .arguments =
        {{"报送包 --receiver 代码 … --out 文件 ｜ 回执 --compare 报送包",
          "PACKAGE --receiver CODE ... --out FILE | RECEIPT --compare "
          "PACKAGE"}},
    .details =
        {{"回执载有收到的字节的摘要、发现的问题和结论；不成立的包也有回执，"
          "退出码为 2。\n"
          "--compare 供报送方核对：对方收到的是否正是所报送的、是否接受。",
          "A receipt has the digests of the bytes that arrived, the findings "
          "and "
          "the verdict;\n"
          "bad packages get one, too, and the exit code is 2. --compare tells "
          "the sender\n"
          "whether the receiver got exactly what was sent, and accepted it."}},
    .examples = "fzzf receipt 330106-1.fzzf --receiver 3301 --level city"
                " --date 2026-10-08 --trust counties.pem --out receipt.xml\n"
                "fzzf receipt receipt.xml --compare 330106-1.fzzf",
    .options = options,
    .least = 1,
    .most = 1,
    .run = run,
};
