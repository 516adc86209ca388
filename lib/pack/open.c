/* SPDX-License-Identifier: Apache-2.0 */
/* Opens packages: container, manifest and the files of signatures. */

#include <string.h>

#include "base/memory.h"
#include "base/options.h"
#include "pack/digest.h"
#include "pack/package.h"
#include "pack/report.h"
#include "pack/zip.h"

#define KIB          ((uint64_t)1024)
#define GIB          (KIB * KIB * KIB)
#define PACKAGE_MAX  (4 * GIB - 1)
#define MANIFEST_MAX (16 * KIB * KIB)
#define HARDER       10 /* how much more than the defaults can be asked for */

static void complete(uint64_t *limit, uint64_t standard, uint64_t greatest)
{
    if (*limit == 0)
        *limit = standard;
    if (*limit > greatest)
        *limit = greatest;
}

fzzf_status fzzf__package_limits(fzzf_package_options *limits,
                                 const fzzf_package_options *options)
{
    uint64_t entries, ratio;

    if (fzzf__options_read(limits, sizeof *limits, options) != FZZF_OK)
        return FZZF_E_ARGUMENT;
    complete(&limits->package, GIB, PACKAGE_MAX);
    complete(&limits->entry, 256 * KIB * KIB, HARDER * 256 * KIB * KIB);
    complete(&limits->total, 4 * GIB, HARDER * 4 * GIB);
    entries = limits->entries;
    complete(&entries, 10000, 65000);
    limits->entries = (uint32_t)entries;
    ratio = limits->ratio;
    complete(&ratio, 100, 1032); /* deflate reaches no more */
    limits->ratio = (uint32_t)ratio;
    return FZZF_OK;
}

static bool begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

bool fzzf__name_reserved(const char *name)
{
    static const char folder[] = "meta-inf";
    size_t i = 0;

    while (folder[i] != '\0' && (name[i] | 0x20) == (folder[i] | 0x20) &&
           name[i] != '\0')
        i++;
    if (folder[i] == '\0' && (name[i] == '\0' || name[i] == '/'))
        return true;
    return strlen(name) == 8 && (name[0] | 0x20) == 'm' &&
           (begins(name + 1, "imetype") || begins(name + 1, "IMETYPE"));
}

static fzzf_status fault(const fzzf_package *package, fzzf_diags *diags,
                         int number, const char *a, const char *b)
{
    return fzzf__pack_report(diags, FZZF_E_SCHEMA, number, package->name, NULL,
                             a, b, NULL);
}

static fzzf_status read_member(const fzzf_package *package, size_t index,
                               fzzf__text *bytes, fzzf_diags *diags)
{
    const struct fzzf__member *member = &package->container.members[index];

    if (fzzf__zip_read(&package->container, member, bytes))
        return FZZF_OK;
    if (bytes->failed)
        return FZZF_E_MEMORY;
    return fzzf__pack_report(diags, FZZF_E_SCHEMA, FZZF__F_DAMAGED,
                             package->name, member->name, NULL);
}

static fzzf_status check_mimetype(fzzf_package *package, fzzf_diags *diags)
{
    const struct fzzf__container *container = &package->container;
    const struct fzzf__member *first = container->members;
    fzzf__text text = {0};
    fzzf_status status = FZZF_OK;
    bool right = container->count > 0 && first->method == 0 &&
                 strcmp(first->name, "mimetype") == 0 && first->size < 100;

    if (right)
        status = read_member(package, 0, &text, diags);
    right = right && status == FZZF_OK &&
            text.length == strlen(FZZF__MIMETYPE) &&
            memcmp(text.bytes, FZZF__MIMETYPE, text.length) == 0;
    fzzf__text_free(&text);
    if (status != FZZF_OK || right)
        return status;
    return fault(package, diags, FZZF__F_NO_MIMETYPE, FZZF__MIMETYPE, NULL);
}

static fzzf_status read_manifest(fzzf_package *package, fzzf_diags *diags)
{
    const struct fzzf__container *container = &package->container;
    fzzf_source source = {.size = sizeof source, .name = FZZF__MANIFEST_NAME};
    fzzf_status status;

    if (container->count < 2 ||
        strcmp(container->members[1].name, FZZF__MANIFEST_NAME) != 0 ||
        container->members[1].size > MANIFEST_MAX)
        return fault(package, diags, FZZF__F_NO_MANIFEST, NULL, NULL);
    status = read_member(package, 1, &package->manifest_bytes, diags);
    if (status != FZZF_OK)
        return status;
    source.bytes = package->manifest_bytes.bytes;
    source.length = package->manifest_bytes.length;
    return fzzf_xml_read_manifest(&package->manifest, &source, diags);
}

/* "META-INF/signatures/NAME.sig"; NULL: it is none. */
static char *signature_name(fzzf_package *package, const char *member)
{
    const size_t folder = strlen(FZZF__SIGNATURES);
    const size_t suffix = strlen(FZZF__SUFFIX);
    const size_t length = strlen(member);

    if (!begins(member, FZZF__SIGNATURES) || length <= folder + suffix ||
        strcmp(member + length - suffix, FZZF__SUFFIX) != 0 ||
        strchr(member + folder, '/') != NULL)
        return NULL;
    return fzzf__arena_textn(&package->arena, member + folder,
                             length - folder - suffix);
}

static fzzf_status read_signature(fzzf_package *package, size_t index,
                                  fzzf_diags *diags)
{
    const char *member = package->container.members[index].name;
    struct fzzf__signed *one = &package->signatures[package->signature_count];
    fzzf__text text = {0};
    fzzf_status status = read_member(package, index, &text, diags);

    one->name = signature_name(package, member);
    if (status == FZZF_OK &&
        !fzzf__signature_read(&one->file, text.bytes, text.length))
        status =
            fzzf__pack_report(diags, FZZF_E_SIGNATURE, FZZF__F_SIGNATURE_FORM,
                              package->name, member, NULL);
    fzzf__text_free(&text);
    package->signature_count++;
    return status == FZZF_OK ? package->arena.spoiled : status;
}

/* They stand after the manifest, sorted. */
static fzzf_status read_signatures(fzzf_package *package, fzzf_diags *diags)
{
    const struct fzzf__container *container = &package->container;
    fzzf_status status = FZZF_OK;
    size_t i = 2;

    while (i < container->count &&
           signature_name(package, container->members[i].name) != NULL)
        i++;
    package->first = i;
    package->signatures =
        fzzf__arena_alloc(&package->arena, i * sizeof *package->signatures);
    if (package->arena.spoiled != FZZF_OK)
        return package->arena.spoiled;
    for (i = 2; status == FZZF_OK && i < package->first; i++) {
        if (i > 2 && strcmp(container->members[i - 1].name,
                            container->members[i].name) >= 0)
            return fault(package, diags, FZZF__F_LISTED_ORDER,
                         container->members[i].name,
                         container->members[i - 1].name);
        status = read_signature(package, i, diags);
    }
    return status;
}

/* Row @index of the manifest and what the package holds there. */
static fzzf_status check_entry(const fzzf_package *package, size_t index,
                               const fzzf_entry *entry, const char *before,
                               fzzf_diags *diags)
{
    const struct fzzf__container *container = &package->container;
    const size_t at = package->first + index;
    const struct fzzf__member *member = &container->members[at];
    char is[24], must[24];

    if (before != NULL && strcmp(before, entry->name) >= 0)
        return fault(package, diags, FZZF__F_LISTED_ORDER, entry->name, before);
    if (at >= container->count)
        return fault(package, diags, FZZF__F_NOT_THERE, entry->name, NULL);
    if (strcmp(member->name, entry->name) != 0)
        return strcmp(member->name, entry->name) < 0
                   ? fault(package, diags, FZZF__F_NOT_LISTED, member->name,
                           NULL)
                   : fault(package, diags, FZZF__F_NOT_THERE, entry->name,
                           NULL);
    if (fzzf__name_reserved(entry->name))
        return fault(package, diags, FZZF__F_NAME_RESERVED, entry->name, NULL);
    if (member->size != entry->bytes)
        return fzzf__pack_report(diags, FZZF_E_SCHEMA, FZZF__F_SIZE_DIFFERS,
                                 package->name, entry->name,
                                 fzzf__pack_number(is, member->size),
                                 fzzf__pack_number(must, entry->bytes), NULL);
    return FZZF_OK;
}

static fzzf_status check_entries(const fzzf_package *package, fzzf_diags *diags)
{
    const struct fzzf__container *container = &package->container;
    const size_t count = fzzf_manifest_count(package->manifest);
    fzzf_entry entry = {.size = sizeof entry};
    const char *before = NULL;
    fzzf_status status = FZZF_OK;

    for (size_t i = 0; status == FZZF_OK && i < count; i++) {
        (void)fzzf_manifest_at(package->manifest, i, &entry);
        status = check_entry(package, i, &entry, before, diags);
        before = entry.name;
    }
    if (status == FZZF_OK && package->first + count < container->count)
        status = fault(package, diags, FZZF__F_NOT_LISTED,
                       container->members[package->first + count].name, NULL);
    return status;
}

static fzzf_status check_all(fzzf_package *package, fzzf_diags *diags)
{
    struct fzzf__container *container = &package->container;
    fzzf_status status;

    container->bytes = (const unsigned char *)package->bytes.bytes;
    container->length = (uint32_t)package->bytes.length;
    container->file = package->name;
    container->limits = &package->limits;
    status = fzzf__container_check(container, &package->arena, diags);
    if (status == FZZF_OK)
        status = check_mimetype(package, diags);
    if (status == FZZF_OK)
        status = read_manifest(package, diags);
    if (status == FZZF_OK)
        status = read_signatures(package, diags);
    return status == FZZF_OK ? check_entries(package, diags) : status;
}

fzzf_status fzzf__package_of(fzzf_package **out, fzzf__text *bytes,
                             const char *name,
                             const fzzf_package_options *limits,
                             fzzf_diags *diags)
{
    fzzf_package *package = fzzf__calloc(1, sizeof *package);
    fzzf_status status;

    if (package == NULL) {
        fzzf__text_free(bytes);
        return FZZF_E_MEMORY;
    }
    fzzf__arena_init(&package->arena);
    package->bytes = *bytes;
    memset(bytes, 0, sizeof *bytes);
    package->limits = *limits;
    package->name = fzzf__arena_text(&package->arena, name);
    status = package->arena.spoiled;
    if (status == FZZF_OK)
        status = check_all(package, diags);
    if (status == FZZF_OK)
        *out = package;
    else
        fzzf_package_free(package);
    return status;
}

fzzf_status fzzf_package_open(fzzf_package **out, const fzzf_source *source,
                              const fzzf_package_options *options,
                              fzzf_diags *diags)
{
    fzzf_package_options limits;
    fzzf__text bytes = {0};
    fzzf_status status;

    if (out == NULL || fzzf__package_limits(&limits, options) != FZZF_OK)
        return FZZF_E_ARGUMENT;
    status = fzzf__load(&bytes, source, limits.package, diags);
    if (status == FZZF_OK)
        return fzzf__package_of(out, &bytes, fzzf__source_name(source), &limits,
                                diags);
    fzzf__text_free(&bytes);
    return status;
}

void fzzf_package_free(fzzf_package *package)
{
    if (package == NULL)
        return;
    fzzf_manifest_unref(package->manifest);
    fzzf__text_free(&package->manifest_bytes);
    fzzf__text_free(&package->bytes);
    fzzf__arena_free(&package->arena);
    fzzf__free(package);
}

const fzzf_manifest *fzzf_package_manifest(const fzzf_package *package)
{
    return package == NULL ? NULL : package->manifest;
}

static fzzf_status differs(const fzzf_package *package, const char *name,
                           const char *digest, fzzf_diags *diags)
{
    return fzzf__pack_report(diags, FZZF_E_SCHEMA, FZZF__F_DIGEST_DIFFERS,
                             package->name, name, digest, NULL);
}

static fzzf_status check_digests(const fzzf_package *package,
                                 const fzzf_entry *entry,
                                 const fzzf__text *bytes, fzzf_diags *diags)
{
    struct fzzf__digests digests;

    if (!fzzf__digest(&digests, bytes->bytes, bytes->length))
        return FZZF_E_MEMORY;
    if (strcmp(digests.sha256, entry->sha256) != 0)
        return differs(package, entry->name, "SHA-256", diags);
    if (strcmp(digests.sm3, entry->sm3) != 0)
        return differs(package, entry->name, "SM3", diags);
    return FZZF_OK;
}

fzzf_status fzzf__package_entry(const fzzf_package *package, size_t index,
                                fzzf__text *bytes, fzzf_diags *diags)
{
    fzzf_entry entry = {.size = sizeof entry};
    fzzf_status status;

    if (fzzf_manifest_at(package->manifest, index, &entry) == 0)
        return FZZF_E_ARGUMENT;
    status = read_member(package, package->first + index, bytes, diags);
    return status == FZZF_OK ? check_digests(package, &entry, bytes, diags)
                             : status;
}
