/* SPDX-License-Identifier: Apache-2.0 */
/* Writes a package with one more signature. */

#include <string.h>

#include "base/options.h"
#include "pack/names.h"
#include "pack/package.h"
#include "pack/report.h"
#include "pack/zip.h"

static fzzf_status make(fzzf__text *file, const fzzf_package *package,
                        const fzzf_signer *signer, fzzf_diags *diags)
{
    const fzzf__text *manifest = &package->manifest_bytes;
    struct fzzf__signature_file made = {.algorithm = signer->algorithm};

    memcpy(made.key, signer->key, sizeof made.key);
    made.length = signer->sign(signer->user, manifest->bytes, manifest->length,
                               (char *)made.value, sizeof made.value);
    if (made.length == 0 || made.length > sizeof made.value)
        return fzzf__pack_report(diags, FZZF_E_SIGNATURE, FZZF__F_CANNOT_SIGN,
                                 package->name, NULL, NULL);
    fzzf__signature_write(&made, file);
    return file->failed ? FZZF_E_MEMORY : FZZF_OK;
}

/* Nobody signs what does not hold. */
static fzzf_status check_all(const fzzf_package *package, fzzf_diags *diags)
{
    fzzf_status status = FZZF_OK;

    for (size_t i = 0;
         status == FZZF_OK && i < fzzf_manifest_count(package->manifest); i++) {
        fzzf__text bytes = {0};

        status = fzzf__package_entry(package, i, &bytes, diags);
        fzzf__text_free(&bytes);
    }
    return status;
}

static fzzf_status check_name(const fzzf_package *package, const char *name,
                              fzzf_diags *diags)
{
    const char *why = strchr(name, '/') != NULL || strlen(name) > 200
                          ? "character"
                          : fzzf__name_fault(name, strlen(name));

    if (why != NULL)
        return fzzf__pack_report(
            diags, FZZF_E_SCHEMA, FZZF__F_UNSAFE_NAME, package->name, NULL,
            fzzf__is_xml_text(name) ? name : "?", why, NULL);
    for (size_t i = 0; i < package->signature_count; i++)
        if (strcmp(package->signatures[i].name, name) == 0)
            return fzzf__pack_report(diags, FZZF_E_SIGNATURE,
                                     FZZF__F_SIGNED_ALREADY, package->name,
                                     NULL, name, NULL);
    return FZZF_OK;
}

/* Entries as they are, and the new one in its place among the signatures. */
static fzzf_status write_all(fzzf__text *out, const fzzf_package *package,
                             const char *member, const fzzf__text *file)
{
    const struct fzzf__container *container = &package->container;
    struct fzzf__zip *zip = fzzf__zip_begin(out);
    bool added = false;

    if (zip == NULL)
        return FZZF_E_MEMORY;
    for (size_t i = 0; i <= container->count; i++) {
        if (i >= 2 && !added &&
            (i >= package->first ||
             strcmp(member, container->members[i].name) < 0))
            added =
                fzzf__zip_add(zip, member, file->bytes, file->length, false) ||
                true;
        if (i < container->count)
            (void)fzzf__zip_copy(zip, container, &container->members[i]);
    }
    return fzzf__zip_end(zip) ? FZZF_OK : FZZF_E_MEMORY;
}

/* What was written is opened again, so that nothing is handed over that the
 * receiver would refuse. */
static fzzf_status hand_over(fzzf__text *bytes, const fzzf_package *package,
                             fzzf_write_fn write, void *user, fzzf_diags *diags)
{
    fzzf_package *again = NULL;
    fzzf_status status =
        fzzf__package_of(&again, bytes, package->name, &package->limits, diags);

    if (status == FZZF_OK &&
        write(user, again->bytes.bytes, again->bytes.length) != 0)
        status = FZZF_E_IO;
    fzzf_package_free(again);
    return status;
}

static fzzf_status sign(const fzzf_package *package, const char *name,
                        const fzzf_signer *signer, fzzf__text *bytes,
                        fzzf_diags *diags)
{
    fzzf__text member = {0}, file = {0};
    fzzf_status status = check_name(package, name, diags);

    if (status == FZZF_OK)
        status = check_all(package, diags);
    if (status == FZZF_OK)
        status = make(&file, package, signer, diags);
    fzzf__text_add(&member, FZZF__SIGNATURES);
    fzzf__text_add(&member, name);
    fzzf__text_add(&member, FZZF__SUFFIX);
    if (status == FZZF_OK)
        status = member.failed ? FZZF_E_MEMORY
                               : write_all(bytes, package, member.bytes, &file);
    fzzf__text_free(&member);
    fzzf__text_free(&file);
    return status;
}

fzzf_status fzzf_package_sign(const fzzf_package *package, const char *name,
                              const fzzf_signer *signer, fzzf_write_fn write,
                              void *user, fzzf_diags *diags)
{
    fzzf_signer now;
    fzzf__text bytes = {0};
    fzzf_status status;

    if (package == NULL || name == NULL || signer == NULL || write == NULL ||
        fzzf__options_read(&now, sizeof now, signer) != FZZF_OK ||
        fzzf_algorithm_name(now.algorithm) == NULL || now.sign == NULL ||
        !fzzf__is_key(now.key))
        return FZZF_E_ARGUMENT;
    status = sign(package, name, &now, &bytes, diags);
    if (status == FZZF_OK)
        return hand_over(&bytes, package, write, user, diags);
    fzzf__text_free(&bytes);
    return status;
}
