/* SPDX-License-Identifier: Apache-2.0 */
/* Makes receipts, and compares them with what was sent. */

#include <string.h>

#include "base/options.h"
#include "pack/digest.h"
#include "pack/report.h"
#include "pack/survey.h"

/* Signatures that are good are told, too: the sender learns who was seen. */
static void tell_signatures(const fzzf_package *package, fzzf_diags *found)
{
    fzzf_signature view = {.size = sizeof view};
    char number[24];

    for (size_t i = 0; fzzf_package_signature(package, i, &view) != 0; i++)
        if (view.status == FZZF_SIGNATURE_GOOD)
            (void)fzzf__pack_report(
                found, FZZF_OK, FZZF__F_SIGNED, package->name, view.name,
                view.label, fzzf_algorithm_name(view.algorithm), view.key,
                fzzf__pack_number(number, view.covered), NULL);
}

/* The greater of what the caller says and what his ledger knows. */
static uint32_t last_of(const fzzf_package *package,
                        const fzzf_reception *reception)
{
    fzzf_dispatch dispatch = {.size = sizeof dispatch};
    uint32_t noted;

    (void)fzzf_manifest_describe(package->manifest, &dispatch);
    noted =
        fzzf_ledger_last(reception->ledger, dispatch.batch, dispatch.sender);
    return noted > reception->last ? noted : reception->last;
}

static fzzf_status look_into(fzzf_package *package,
                             const fzzf_reception *reception, fzzf_diags *found)
{
    struct fzzf__survey survey = {.where = NULL};
    fzzf_status status =
        fzzf_package_verify(package, reception->trust, reception->day, found);

    tell_signatures(package, found);
    if (status == FZZF_OK)
        status =
            fzzf_package_follows(package, last_of(package, reception), found);
    if (status != FZZF_OK)
        return status;
    fzzf__arena_init(&survey.arena);
    status = fzzf__survey_package(
        &survey, package->name == NULL ? "" : package->name, package,
        reception->trust, reception->day, found);
    fzzf__survey_free(&survey);
    return status;
}

/* Takes @bytes. */
static fzzf_status answer(fzzf_receipt **out, fzzf__text *bytes,
                          const char *name, const fzzf_reception *reception,
                          const fzzf_package_options *limits, fzzf_diags *found)
{
    fzzf_acknowledgement says = {.size = sizeof says,
                                 .receiver = reception->receiver,
                                 .level = reception->level,
                                 .made = reception->day,
                                 .bytes = bytes->length};
    fzzf_dispatch dispatch = {.size = sizeof dispatch};
    struct fzzf__digests digests;
    fzzf_package *package = NULL;
    fzzf_status status;

    if (!fzzf__digest(&digests, bytes->bytes, bytes->length)) {
        fzzf__text_free(bytes);
        return FZZF_E_MEMORY;
    }
    says.sha256 = digests.sha256;
    says.sm3 = digests.sm3;
    status = fzzf__package_of(&package, bytes, name, limits, found);
    if (status == FZZF_OK) {
        (void)fzzf_manifest_describe(package->manifest, &dispatch);
        says.batch = dispatch.batch;
        says.sequence = dispatch.sequence;
        says.sender = dispatch.sender;
        status = look_into(package, reception, found);
    }
    says.verdict = status == FZZF_OK ? FZZF_ACCEPTED : FZZF_REJECTED;
    if (status != FZZF_E_MEMORY && status != FZZF_E_ARGUMENT)
        status = fzzf_receipt_new(out, &says, found);
    fzzf_package_free(package);
    return status;
}

fzzf_status fzzf_package_receive(fzzf_receipt **out, const fzzf_source *source,
                                 const fzzf_reception *reception,
                                 fzzf_diags *diags)
{
    fzzf_package_options limits;
    fzzf_reception now;
    fzzf__text bytes = {0};
    fzzf_diags *found = NULL;
    fzzf_status status;

    if (out == NULL || reception == NULL ||
        fzzf__options_read(&now, sizeof now, reception) != FZZF_OK ||
        now.receiver == NULL || now.day == NULL ||
        fzzf_level_name(now.level) == NULL ||
        fzzf__package_limits(&limits, now.options) != FZZF_OK)
        return FZZF_E_ARGUMENT;
    status = fzzf__load(&bytes, source, limits.package, diags);
    if (status == FZZF_OK)
        status = fzzf_diags_new(&found);
    if (status == FZZF_OK)
        status = answer(out, &bytes, fzzf__source_name(source), &now, &limits,
                        found);
    fzzf__text_free(&bytes);
    fzzf_diags_free(found);
    return status;
}

/* The receipt's findings become the caller's. */
static fzzf_status retell(const fzzf_receipt *receipt, const char *receiver,
                          fzzf_diags *diags)
{
    const fzzf_diags *findings = fzzf_receipt_findings(receipt);

    for (size_t i = 0; i < fzzf_diags_count(findings); i++) {
        const char *arguments[10];
        size_t count = 0;

        while (count < 10 && (arguments[count] = fzzf_diags_argument(
                                  findings, i, count)) != NULL)
            count++;
        if (fzzf_diags_add(diags, fzzf_diags_code(findings, i), NULL,
                           fzzf_diags_path(findings, i), arguments,
                           count) != FZZF_OK)
            return FZZF_E_ARGUMENT;
    }
    return fzzf__pack_report(diags, FZZF_E_SCHEMA, FZZF__F_RECEIPT_REJECTS,
                             NULL, NULL, receiver, NULL);
}

fzzf_status fzzf_receipt_compare(const fzzf_receipt *receipt,
                                 const fzzf_source *source, fzzf_diags *diags)
{
    fzzf_acknowledgement says = {.size = sizeof says};
    struct fzzf__digests digests;
    fzzf__text bytes = {0};
    char is[24], was[24];
    fzzf_status status = FZZF_E_ARGUMENT;

    if (fzzf_receipt_describe(receipt, &says) != 0)
        status = fzzf__load(&bytes, source, UINT32_MAX, diags);
    if (status == FZZF_OK && !fzzf__digest(&digests, bytes.bytes, bytes.length))
        status = FZZF_E_MEMORY;
    if (status == FZZF_OK && (says.bytes != bytes.length ||
                              strcmp(says.sha256, digests.sha256) != 0 ||
                              strcmp(says.sm3, digests.sm3) != 0))
        status = fzzf__pack_report(
            diags, FZZF_E_REFERENCE, FZZF__F_RECEIPT_DIFFERS,
            fzzf__source_name(source), NULL, fzzf__pack_number(is, says.bytes),
            says.sha256, fzzf__pack_number(was, bytes.length), digests.sha256,
            NULL);
    if (status == FZZF_OK && says.verdict != FZZF_ACCEPTED)
        status = retell(receipt, says.receiver, diags);
    fzzf__text_free(&bytes);
    return status;
}
