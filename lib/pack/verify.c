/* SPDX-License-Identifier: Apache-2.0 */
/* Verifies packages, and hands out what was verified. */

#include <string.h>

#include "base/options.h"
#include "pack/package.h"
#include "pack/report.h"
#include "pack/trust.h"

const char *fzzf_signature_status_name(fzzf_signature_status status)
{
    static const char *const names[] = {
        [FZZF_SIGNATURE_UNCHECKED] = "unchecked",
        [FZZF_SIGNATURE_GOOD] = "good",
        [FZZF_SIGNATURE_UNKNOWN] = "unknown",
        [FZZF_SIGNATURE_BROKEN] = "broken",
        [FZZF_SIGNATURE_EXPIRED] = "expired",
    };

    return (size_t)status < sizeof names / sizeof names[0] ? names[status]
                                                           : NULL;
}

static fzzf_status fault(const fzzf_package *package,
                         const struct fzzf__signed *one, fzzf_diags *diags,
                         int number, const char *a, const char *b,
                         const char *c, const char *d)
{
    return fzzf__pack_report(diags, FZZF_E_SIGNATURE, number, package->name,
                             one == NULL ? NULL : one->name, a, b, c, d, NULL);
}

static fzzf_signature_status judge_day(const fzzf_package *package,
                                       const struct fzzf__signed *one,
                                       const fzzf_verifier *verifier,
                                       const char *day, fzzf_diags *diags)
{
    if (verifier->from == NULL && verifier->to == NULL)
        return FZZF_SIGNATURE_GOOD;
    if (day == NULL) {
        (void)fault(package, one, diags, FZZF__F_NO_DAY, verifier->label, NULL,
                    NULL, NULL);
        return FZZF_SIGNATURE_EXPIRED;
    }
    if ((verifier->from == NULL || strcmp(verifier->from, day) <= 0) &&
        (verifier->to == NULL || strcmp(day, verifier->to) <= 0))
        return FZZF_SIGNATURE_GOOD;
    (void)fault(package, one, diags, FZZF__F_NOT_VALID_THEN, verifier->label,
                verifier->from == NULL ? "" : verifier->from,
                verifier->to == NULL ? "" : verifier->to, day);
    return FZZF_SIGNATURE_EXPIRED;
}

static fzzf_signature_status judge(const fzzf_package *package,
                                   const struct fzzf__signed *one,
                                   const fzzf_verifier *verifier,
                                   const char *day, fzzf_diags *diags)
{
    const fzzf__text *manifest = &package->manifest_bytes;

    if (verifier == NULL) {
        (void)fault(package, one, diags, FZZF__F_SIGNER_UNKNOWN, one->file.key,
                    NULL, NULL, NULL);
        return FZZF_SIGNATURE_UNKNOWN;
    }
    if (verifier->algorithm != one->file.algorithm) {
        (void)fault(package, one, diags, FZZF__F_OTHER_ALGORITHM,
                    fzzf_algorithm_name(one->file.algorithm), verifier->label,
                    fzzf_algorithm_name(verifier->algorithm), NULL);
        return FZZF_SIGNATURE_BROKEN;
    }
    if (verifier->verify(verifier->user, manifest->bytes, manifest->length,
                         (const char *)one->file.value,
                         one->file.length) != 1) {
        (void)fault(package, one, diags, FZZF__F_SIGNATURE_BROKEN,
                    verifier->label, NULL, NULL, NULL);
        return FZZF_SIGNATURE_BROKEN;
    }
    return judge_day(package, one, verifier, day, diags);
}

/* Days are compared as texts, so they have one form. */
static bool is_day(const char *text)
{
    return strlen(text) == 10 && strspn(text, "0123456789-") == 10 &&
           text[4] == '-' && text[7] == '-';
}

static fzzf_status conclude(fzzf_package *package, fzzf_diags *diags)
{
    size_t counts[FZZF_SIGNATURE_EXPIRED + 1] = {0};

    for (size_t i = 0; i < package->signature_count; i++)
        counts[package->signatures[i].status]++;
    package->trusted = counts[FZZF_SIGNATURE_GOOD] > 0 &&
                       counts[FZZF_SIGNATURE_BROKEN] == 0 &&
                       counts[FZZF_SIGNATURE_EXPIRED] == 0;
    if (package->signature_count == 0)
        return fault(package, NULL, diags, FZZF__F_UNSIGNED, NULL, NULL, NULL,
                     NULL);
    if (counts[FZZF_SIGNATURE_UNKNOWN] == package->signature_count)
        return fault(package, NULL, diags, FZZF__F_NOT_TRUSTED, NULL, NULL,
                     NULL, NULL);
    return package->trusted ? FZZF_OK : FZZF_E_SIGNATURE;
}

fzzf_status fzzf_package_verify(fzzf_package *package, const fzzf_trust *trust,
                                const char *day, fzzf_diags *diags)
{
    if (package == NULL || (day != NULL && !is_day(day)))
        return FZZF_E_ARGUMENT;
    package->trusted = false;
    for (size_t i = 0; i < package->signature_count; i++) {
        struct fzzf__signed *one = &package->signatures[i];
        const fzzf_verifier *verifier = fzzf__trust_find(trust, one->file.key);

        one->label = verifier == NULL
                         ? NULL
                         : fzzf__arena_text(&package->arena, verifier->label);
        if (package->arena.spoiled != FZZF_OK) {
            package->arena.spoiled = FZZF_OK; /* what is there still holds */
            return FZZF_E_MEMORY;
        }
        one->status = judge(package, one, verifier, day, diags);
    }
    return conclude(package, diags);
}

size_t fzzf_package_count(const fzzf_package *package)
{
    return package == NULL ? 0 : package->signature_count;
}

int fzzf_package_signature(const fzzf_package *package, size_t index,
                           fzzf_signature *view)
{
    fzzf_signature now = {.size = sizeof now};
    const struct fzzf__signed *one;

    if (index >= fzzf_package_count(package) || view == NULL)
        return 0;
    one = &package->signatures[index];
    now.name = one->name;
    now.algorithm = one->file.algorithm;
    now.key = one->file.key;
    now.status = one->status;
    now.label = one->label;
    if (one->status == FZZF_SIGNATURE_GOOD)
        now.covered = fzzf_manifest_count(package->manifest);
    return fzzf__view_write(view, &now, sizeof now);
}

fzzf_status fzzf_package_follows(const fzzf_package *package, uint32_t last,
                                 fzzf_diags *diags)
{
    fzzf_dispatch dispatch = {.size = sizeof dispatch};
    char is[24], was[24];

    if (package == NULL)
        return FZZF_E_ARGUMENT;
    (void)fzzf_manifest_describe(package->manifest, &dispatch);
    if (dispatch.sequence > last)
        return FZZF_OK;
    return fault(package, NULL, diags, FZZF__F_REPLAYED,
                 fzzf__pack_number(is, dispatch.sequence), dispatch.batch,
                 dispatch.sender, fzzf__pack_number(was, last));
}

/* Nothing is read that no trusted signature covers, unless that was asked. */
static fzzf_status allow(const fzzf_package *package, size_t index,
                         fzzf_diags *diags)
{
    fzzf_entry entry = {.size = sizeof entry};

    if (package == NULL ||
        fzzf_manifest_at(package->manifest, index, &entry) == 0)
        return FZZF_E_ARGUMENT;
    if (package->trusted || package->limits.unsigned_entries != 0)
        return FZZF_OK;
    return fzzf__pack_report(diags, FZZF_E_SIGNATURE, FZZF__F_NOT_VERIFIED,
                             package->name, entry.name, NULL);
}

fzzf_status fzzf_package_read(const fzzf_package *package, size_t index,
                              fzzf_write_fn write, void *user,
                              fzzf_diags *diags)
{
    fzzf__text bytes = {0};
    fzzf_status status =
        write == NULL ? FZZF_E_ARGUMENT : allow(package, index, diags);

    if (status == FZZF_OK)
        status = fzzf__package_entry(package, index, &bytes, diags);
    if (status == FZZF_OK && write(user, bytes.bytes, bytes.length) != 0)
        status = FZZF_E_IO;
    fzzf__text_free(&bytes);
    return status;
}

fzzf_status fzzf_package_nested(fzzf_package **out, const fzzf_package *package,
                                size_t index, fzzf_diags *diags)
{
    fzzf_entry entry = {.size = sizeof entry};
    fzzf__text bytes = {0};
    fzzf_status status =
        out == NULL ? FZZF_E_ARGUMENT : allow(package, index, diags);

    if (status == FZZF_OK) {
        (void)fzzf_manifest_at(package->manifest, index, &entry);
        status = entry.kind == FZZF_ENTRY_PACKAGE
                     ? fzzf__package_entry(package, index, &bytes, diags)
                     : FZZF_E_ARGUMENT;
    }
    if (status == FZZF_OK)
        return fzzf__package_of(out, &bytes, entry.name, &package->limits,
                                diags);
    fzzf__text_free(&bytes);
    return status;
}
