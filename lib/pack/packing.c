/* SPDX-License-Identifier: Apache-2.0 */
/* Makes packages from documents, evidence and packages of lower levels. */

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/options.h"
#include "fzzf/codes.h"
#include "pack/digest.h"
#include "pack/names.h"
#include "pack/report.h"
#include "pack/survey.h"
#include "pack/zip.h"

struct item {
    const char *name; /* in the arena */
    fzzf_entry_kind kind;
    const char *media;
    fzzf__text bytes;
    struct fzzf__digests digests;
};

struct fzzf_packing {
    fzzf__arena arena;
    fzzf_dispatch dispatch; /* texts are in the arena */
    struct item *items;
    size_t capacity, count;
    struct fzzf__survey survey;
    fzzf_package_options limits;
};

fzzf_status fzzf_packing_new(fzzf_packing **out, const fzzf_dispatch *dispatch)
{
    fzzf_manifest *trial = NULL;
    fzzf_packing *packing;
    fzzf_status status =
        out == NULL ? FZZF_E_ARGUMENT : fzzf_manifest_new(&trial, dispatch);

    fzzf_manifest_unref(trial);
    if (status != FZZF_OK)
        return status;
    packing = fzzf__calloc(1, sizeof *packing);
    if (packing == NULL)
        return FZZF_E_MEMORY;
    fzzf__arena_init(&packing->arena);
    fzzf__arena_init(&packing->survey.arena);
    (void)fzzf__package_limits(&packing->limits, NULL);
    (void)fzzf__options_read(&packing->dispatch, sizeof packing->dispatch,
                             dispatch);
    packing->dispatch.batch =
        fzzf__arena_text(&packing->arena, dispatch->batch);
    packing->dispatch.sender =
        fzzf__arena_text(&packing->arena, dispatch->sender);
    packing->dispatch.made = fzzf__arena_text(&packing->arena, dispatch->made);
    if (packing->arena.spoiled == FZZF_OK) {
        *out = packing;
        return FZZF_OK;
    }
    fzzf_packing_free(packing);
    return FZZF_E_MEMORY;
}

void fzzf_packing_free(fzzf_packing *packing)
{
    if (packing == NULL)
        return;
    for (size_t i = 0; i < packing->count; i++)
        fzzf__text_free(&packing->items[i].bytes);
    fzzf__free(packing->items);
    fzzf__survey_free(&packing->survey);
    fzzf__arena_free(&packing->arena);
    fzzf__free(packing);
}

static const char *media_of(const char *name, fzzf_entry_kind kind)
{
    static const struct {
        const char *suffix, *media;
    } rows[] = {
#define MEDIA(suffix, media) {suffix, media},
#include "pack/media.def"
#undef MEDIA
    };
    const char *dot = strrchr(name, '.');

    if (kind == FZZF_ENTRY_PACKAGE)
        return FZZF__MIMETYPE;
    if (kind == FZZF_ENTRY_DOCUMENT)
        return "application/xml";
    for (size_t i = 0; dot != NULL && i < sizeof rows / sizeof rows[0]; i++) {
        size_t at = 0;

        while (rows[i].suffix[at] != '\0' &&
               (dot[at + 1] | 0x20) == (rows[i].suffix[at] | 0x20))
            at++;
        if (rows[i].suffix[at] == '\0' && dot[at + 1] == '\0')
            return rows[i].media;
    }
    return "application/octet-stream";
}

static fzzf_status check_name(const char *name, const char *file,
                              fzzf_diags *diags)
{
    const char *why = fzzf__name_fault(name, strlen(name));
    fzzf_identity found = {.size = sizeof found};

    if (why != NULL)
        return fzzf__pack_report(
            diags, FZZF_E_SCHEMA, FZZF__F_UNSAFE_NAME, file, NULL,
            fzzf__is_xml_text(name) ? name : "?", why, NULL);
    if (fzzf__name_reserved(name))
        return fzzf__pack_report(diags, FZZF_E_SCHEMA, FZZF__F_NAME_RESERVED,
                                 file, NULL, name, NULL);
    if (fzzf_identity_find(name, 0, &found))
        return fzzf__pack_report(diags, FZZF_E_SCHEMA, FZZF__F_IDENTITY_NAME,
                                 file, NULL, name, found.masked, NULL);
    return FZZF_OK;
}

/* Takes @bytes when it succeeds. */
static fzzf_status add(fzzf_packing *packing, const char *name,
                       fzzf_entry_kind kind, fzzf__text *bytes)
{
    struct item *item;

    if (!fzzf__grow((void **)&packing->items, &packing->capacity,
                    packing->count, sizeof *packing->items))
        return FZZF_E_MEMORY;
    item = &packing->items[packing->count];
    memset(item, 0, sizeof *item);
    item->name = name;
    item->kind = kind;
    item->media = media_of(name, kind);
    if (!fzzf__digest(&item->digests, bytes->bytes, bytes->length))
        return FZZF_E_MEMORY;
    item->bytes = *bytes;
    memset(bytes, 0, sizeof *bytes);
    packing->count++;
    return FZZF_OK;
}

fzzf_status fzzf_packing_add(fzzf_packing *packing, const char *name,
                             fzzf_entry_kind kind, const fzzf_source *source,
                             fzzf_diags *diags)
{
    fzzf__text bytes = {0};
    const char *own;
    fzzf_status status;

    if (packing == NULL || name == NULL || source == NULL ||
        (kind != FZZF_ENTRY_DOCUMENT && kind != FZZF_ENTRY_EVIDENCE))
        return FZZF_E_ARGUMENT;
    status = check_name(name, fzzf__source_name(source), diags);
    if (status == FZZF_OK)
        status = fzzf__load(&bytes, source, packing->limits.entry, diags);
    own = fzzf__arena_text(&packing->arena, name);
    if (own == NULL) {
        packing->arena.spoiled = FZZF_OK;
        status = FZZF_E_MEMORY;
    }
    if (status == FZZF_OK && kind == FZZF_ENTRY_DOCUMENT) {
        packing->survey.where = own;
        status = fzzf__survey_document(&packing->survey, own, &bytes, diags);
    }
    if (status == FZZF_OK)
        status = add(packing, own, kind, &bytes);
    fzzf__text_free(&bytes);
    return status;
}

static fzzf_status check_source(const fzzf_packing *packing,
                                const fzzf_package *package,
                                const fzzf_dispatch *from, fzzf_diags *diags)
{
    const fzzf_dispatch *to = &packing->dispatch;

    if (!package->trusted && package->limits.unsigned_entries == 0)
        return fzzf__pack_report(diags, FZZF_E_SIGNATURE, FZZF__F_NOT_VERIFIED,
                                 package->name, NULL, NULL);
    if (strcmp(from->batch, to->batch) != 0)
        return fzzf__pack_report(diags, FZZF_E_SCHEMA, FZZF__F_OTHER_BATCH,
                                 package->name, NULL, from->batch, to->batch,
                                 NULL);
    if (from->level >= to->level)
        return fzzf__pack_report(
            diags, FZZF_E_SCHEMA, FZZF__F_NOT_BELOW, package->name, NULL,
            fzzf_level_name(from->level), fzzf_level_name(to->level), NULL);
    return FZZF_OK;
}

/* "packages/330106-3.fzzf" */
static const char *name_of(fzzf_packing *packing, const fzzf_dispatch *from)
{
    char sequence[24];
    fzzf__text name = {0};
    const char *own = NULL;

    fzzf__text_add(&name, "packages/");
    fzzf__text_add(&name, from->sender);
    fzzf__text_add(&name, "-");
    fzzf__text_add(&name, fzzf__pack_number(sequence, from->sequence));
    fzzf__text_add(&name, ".fzzf");
    if (!name.failed)
        own = fzzf__arena_text(&packing->arena, name.bytes);
    fzzf__text_free(&name);
    if (own == NULL)
        packing->arena.spoiled = FZZF_OK;
    return own;
}

fzzf_status fzzf_packing_merge(fzzf_packing *packing,
                               const fzzf_package *package, fzzf_diags *diags)
{
    fzzf_dispatch from = {.size = sizeof from};
    fzzf__text bytes = {0};
    const char *name;
    fzzf_status status;

    if (packing == NULL || package == NULL)
        return FZZF_E_ARGUMENT;
    (void)fzzf_manifest_describe(package->manifest, &from);
    status = check_source(packing, package, &from, diags);
    if (status != FZZF_OK)
        return status;
    name = name_of(packing, &from);
    if (name == NULL)
        return FZZF_E_MEMORY;
    status = fzzf__survey_package(&packing->survey, name, package, NULL, NULL,
                                  diags);
    if (status != FZZF_OK)
        return status;
    fzzf__text_addn(&bytes, package->bytes.bytes, package->bytes.length);
    status = bytes.failed ? FZZF_E_MEMORY
                          : add(packing, name, FZZF_ENTRY_PACKAGE, &bytes);
    fzzf__text_free(&bytes);
    return status;
}

static int by_name(const void *a, const void *b)
{
    return strcmp((*(const struct item *const *)a)->name,
                  (*(const struct item *const *)b)->name);
}

static fzzf_status fill_manifest(fzzf_manifest *manifest,
                                 const struct item *const *items, size_t count)
{
    fzzf_status status = FZZF_OK;

    for (size_t i = 0; status == FZZF_OK && i < count; i++) {
        const fzzf_entry entry = {.size = sizeof entry,
                                  .name = items[i]->name,
                                  .kind = items[i]->kind,
                                  .media = items[i]->media,
                                  .bytes = items[i]->bytes.length,
                                  .sha256 = items[i]->digests.sha256,
                                  .sm3 = items[i]->digests.sm3};

        status = fzzf_manifest_add(manifest, &entry);
    }
    return status;
}

static fzzf_status write_manifest(const fzzf_packing *packing,
                                  const struct item *const *items,
                                  fzzf__text *text)
{
    fzzf_manifest *manifest = NULL;
    fzzf_status status = fzzf_manifest_new(&manifest, &packing->dispatch);

    if (status == FZZF_OK)
        status = fill_manifest(manifest, items, packing->count);
    if (status == FZZF_OK)
        status = fzzf_xml_write_manifest(manifest, fzzf__collect, text, NULL);
    fzzf_manifest_unref(manifest);
    return text->failed ? FZZF_E_MEMORY : status;
}

/* Packages are compressed already. */
static fzzf_status write_all(const fzzf_packing *packing,
                             const struct item *const *items, fzzf__text *out)
{
    fzzf__text manifest = {0};
    struct fzzf__zip *zip;
    fzzf_status status = write_manifest(packing, items, &manifest);

    if (status == FZZF_OK) {
        zip = fzzf__zip_begin(out);
        status = zip == NULL ? FZZF_E_MEMORY : FZZF_OK;
    }
    if (status == FZZF_OK) {
        (void)fzzf__zip_add(zip, "mimetype", FZZF__MIMETYPE,
                            strlen(FZZF__MIMETYPE), false);
        (void)fzzf__zip_add(zip, FZZF__MANIFEST_NAME, manifest.bytes,
                            manifest.length, true);
        for (size_t i = 0; i < packing->count; i++)
            (void)fzzf__zip_add(zip, items[i]->name, items[i]->bytes.bytes,
                                items[i]->bytes.length,
                                items[i]->kind != FZZF_ENTRY_PACKAGE);
        status = fzzf__zip_end(zip) ? FZZF_OK : FZZF_E_MEMORY;
    }
    fzzf__text_free(&manifest);
    return status;
}

/* What was written is opened again: its checks are those of every package. */
static fzzf_status write_sorted(const fzzf_packing *packing,
                                const struct item **items, fzzf_write_fn write,
                                void *user, fzzf_diags *diags)
{
    fzzf_package *package = NULL;
    fzzf__text bytes = {0};
    fzzf_status status;

    for (size_t i = 0; i < packing->count; i++)
        items[i] = &packing->items[i];
    qsort(items, packing->count, sizeof *items, by_name);
    status = write_all(packing, items, &bytes);
    if (status == FZZF_OK && bytes.length > packing->limits.package) {
        char number[24];

        status = fzzf__pack_report(
            diags, FZZF_E_LIMIT, FZZF__F_PACKAGE_SIZE, NULL, NULL,
            fzzf__pack_number(number, packing->limits.package), NULL);
    }
    if (status == FZZF_OK)
        status =
            fzzf__package_of(&package, &bytes, NULL, &packing->limits, diags);
    if (status == FZZF_OK &&
        write(user, package->bytes.bytes, package->bytes.length) != 0)
        status = FZZF_E_IO;
    fzzf_package_free(package);
    fzzf__text_free(&bytes);
    return status;
}

fzzf_status fzzf_packing_write(const fzzf_packing *packing, fzzf_write_fn write,
                               void *user, fzzf_diags *diags)
{
    const struct item **items;
    fzzf_status status;

    if (packing == NULL || write == NULL)
        return FZZF_E_ARGUMENT;
    items = fzzf__calloc(packing->count + 1, sizeof *items);
    if (items == NULL)
        return FZZF_E_MEMORY;
    status = write_sorted(packing, items, write, user, diags);
    fzzf__free(items);
    return status;
}
