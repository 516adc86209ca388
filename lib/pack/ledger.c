/* SPDX-License-Identifier: Apache-2.0 */
/* Keeps the last package of each sender, so that a replay is seen. */

#include <stdbool.h>
#include <string.h>

#include "base/options.h"
#include "fzzf/package.h"
#include "pack/report.h"

static bool is_ledger(const fzzf_record *record)
{
    return record != NULL &&
           fzzf_record_kind(record) == fzzf_kind_find("ledger");
}

/* The row of @sender in @batch, and its number; NULL: there is none. */
static const fzzf_record *find(const fzzf_record *ledger, const char *batch,
                               const char *sender, size_t *index)
{
    const fzzf_record *row;

    for (*index = 0; (row = fzzf_record_at(ledger, "received", *index)) != NULL;
         ++*index)
        if (strcmp(fzzf_record_get(row, "sender"), sender) == 0 &&
            strcmp(fzzf_record_get(row, "batch"), batch) == 0)
            return row;
    return NULL;
}

uint32_t fzzf_ledger_last(const fzzf_record *ledger, const char *batch,
                          const char *sender)
{
    const fzzf_record *row = NULL;
    const char *digit;
    uint32_t last = 0;
    size_t index;

    if (is_ledger(ledger) && batch != NULL && sender != NULL)
        row = find(ledger, batch, sender, &index);
    if (row == NULL)
        return 0;
    for (digit = fzzf_record_get(row, "sequence"); *digit != '\0'; digit++)
        last = last * 10 + (uint32_t)(*digit - '0'); /* at most 9 digits */
    return last;
}

static fzzf_status fill(fzzf_record *row, const fzzf_acknowledgement *says,
                        fzzf_diags *diags)
{
    char sequence[24];
    const char *const fields[][2] = {
        {"sender", says->sender},
        {"batch", says->batch},
        {"sequence", fzzf__pack_number(sequence, says->sequence)},
        {"fingerprint", says->sha256},
        {"date", says->made}};
    fzzf_status status = FZZF_OK;

    for (size_t i = 0;
         status == FZZF_OK && i < sizeof fields / sizeof fields[0]; i++)
        status = fzzf_record_set(row, fields[i][0], fields[i][1], diags);
    return status;
}

/* The new row is whole before the old one goes. */
fzzf_status fzzf_ledger_note(fzzf_record *ledger, const fzzf_receipt *receipt,
                             fzzf_diags *diags)
{
    fzzf_acknowledgement says = {.size = sizeof says};
    fzzf_record *row = NULL;
    fzzf_status status;
    size_t old;

    if (!is_ledger(ledger) || fzzf_receipt_describe(receipt, &says) == 0 ||
        says.verdict != FZZF_ACCEPTED || says.sender == NULL)
        return FZZF_E_ARGUMENT;
    status = fzzf_record_add(&row, ledger, "received", diags);
    if (status != FZZF_OK)
        return status;
    status = fill(row, &says, diags);
    if (status != FZZF_OK)
        (void)fzzf_record_remove(ledger, "received",
                                 fzzf_record_count(ledger, "received") - 1);
    else if (find(ledger, says.batch, says.sender, &old) != row)
        (void)fzzf_record_remove(ledger, "received", old);
    return status;
}
