/* SPDX-License-Identifier: Apache-2.0 */
/* The ledger that --ledger names. */
#include <string.h>
#include <unistd.h>

#include "ledger.h"
#include "load.h"
#include "message.h"

static bool begin(struct cli *cli, fzzf_record **out)
{
    return succeeded(cli, fzzf_record_new(out, fzzf_kind_find("ledger")),
                     cli->settings.ledger) &&
           succeeded(cli,
                     fzzf_record_set(*out, "receiver", cli->settings.receiver,
                                     cli->diags),
                     cli->settings.ledger);
}

static bool is_own(struct cli *cli, const fzzf_record *record)
{
    const char *const receiver = fzzf_record_get(record, "receiver");

    return strcmp(receiver, cli->settings.receiver) == 0 ||
           refuse(cli, "“{0}”是“{1}”的台账", "'{0}' is the ledger of '{1}'",
                  cli->settings.ledger, receiver);
}

/* Its passing name, which only one can make, keeps others out. */
bool ledger_open(struct cli *cli, struct ledger *ledger)
{
    const char *const path = cli->settings.ledger;
    const bool force = cli->settings.force;
    bool sound;

    memset(ledger, 0, sizeof *ledger);
    if (path == NULL)
        return true;
    cli->settings.force = true;
    sound = save_begin(cli, &ledger->save, path);
    cli->settings.force = force;
    if (!sound)
        return false;
    if (access(path, F_OK) == 0)
        sound = load_record(cli, path, "ledger", &ledger->record) &&
                is_own(cli, ledger->record);
    else
        sound = begin(cli, &ledger->record);
    return sound || ledger_close(cli, ledger, NULL);
}

bool ledger_close(struct cli *cli, struct ledger *ledger,
                  const fzzf_receipt *receipt)
{
    const bool force = cli->settings.force;
    bool whole = receipt != NULL;

    if (cli->settings.ledger == NULL)
        return true;
    if (whole)
        whole = succeeded(cli,
                          fzzf_ledger_note(ledger->record, receipt, cli->diags),
                          cli->settings.ledger) &&
                succeeded(cli,
                          fzzf_xml_write_record(ledger->record, save_write,
                                                &ledger->save, NULL),
                          cli->settings.ledger);
    cli->settings.force = true;
    whole = save_end(cli, &ledger->save, whole);
    cli->settings.force = force;
    fzzf_record_unref(ledger->record);
    ledger->record = NULL;
    return whole;
}

bool ledger_last(struct cli *cli, const fzzf_package *package, uint32_t *last)
{
    fzzf_dispatch dispatch = {.size = sizeof dispatch};
    fzzf_record *record = NULL;
    bool sound;

    *last = 0;
    if (cli->settings.ledger == NULL)
        return true;
    sound = load_record(cli, cli->settings.ledger, "ledger", &record);
    (void)fzzf_manifest_describe(fzzf_package_manifest(package), &dispatch);
    *last = fzzf_ledger_last(record, dispatch.batch, dispatch.sender);
    fzzf_record_unref(record);
    return sound;
}
