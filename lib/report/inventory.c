/* SPDX-License-Identifier: Apache-2.0 */
/* Lists the files of a folder with their digests. */

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/memory.h"
#include "fzzf/report.h"
#include "model/kinds_inventory.h"
#include "model/record.h"
#include "report/digest.h"

#define DEPTH_MAX 16 /* folders inside each other */

fzzf_status fzzf__file_digest(const char *path, char *text, uint64_t *size)
{
    char buffer[16384];
    fzzf__sha256 sha;
    FILE *const file = fopen(path, "rb");
    size_t count;
    bool sound;

    if (file == NULL)
        return FZZF_E_IO;
    *size = 0;
    fzzf__sha256_init(&sha);
    while ((count = fread(buffer, 1, sizeof buffer, file)) > 0) {
        fzzf__sha256_add(&sha, buffer, count);
        *size += count;
    }
    sound = ferror(file) == 0;
    (void)fclose(file);
    fzzf__sha256_text(&sha, text);
    return sound ? FZZF_OK : FZZF_E_IO;
}

struct listing {
    fzzf_record *made;
    fzzf_diags *diags;
    size_t base; /* bytes of a path that lead to the folder */
};

static fzzf_status cannot_read(struct listing *listing, const char *path)
{
    return fzzf__report(listing->diags, FZZF_E_IO, FZZF__F_CANNOT_READ, NULL,
                        path, strerror(errno), NULL);
}

static fzzf_status list_file(struct listing *listing, const char *path)
{
    const char *const name = path + listing->base;
    char digest[FZZF__SHA256_TEXT], size[32];
    struct fzzf_record *entry;
    uint64_t bytes = 0;

    if (!fzzf__is_xml_text(name)) {
        (void)fzzf__report(listing->diags, FZZF_OK, FZZF__F_NAME_UNREADABLE,
                           NULL, NULL);
        return FZZF_OK;
    }
    errno = 0;
    if (fzzf__file_digest(path, digest, &bytes) != FZZF_OK)
        return cannot_read(listing, path);
    (void)snprintf(size, sizeof size, "%llu", (unsigned long long)bytes);
    entry = fzzf__record_append(listing->made, INVENTORY_FILES);
    if (entry == NULL)
        return FZZF_E_MEMORY;
    fzzf__record_put(entry, ENTRY_NAME, name);
    fzzf__record_put(entry, ENTRY_SIZE, size);
    fzzf__record_put(entry, ENTRY_CHECKSUM, digest);
    return listing->made->document->arena.spoiled;
}

static fzzf_status list_folder(struct listing *listing, const char *path,
                               int depth);

/* A file, or a folder with what is in it; links and the rest are passed over.
 */
static fzzf_status list_entry(struct listing *listing, const char *folder,
                              const char *name, int depth)
{
    const size_t size = strlen(folder) + strlen(name) + 2;
    char *const path = fzzf__malloc(size);
    fzzf_status status = FZZF_OK;
    struct stat found;

    if (path == NULL)
        return FZZF_E_MEMORY;
    (void)snprintf(path, size, "%s/%s", folder, name);
    if (lstat(path, &found) != 0)
        status = cannot_read(listing, path);
    else if (S_ISREG(found.st_mode))
        status = list_file(listing, path);
    else if (S_ISDIR(found.st_mode) && depth < DEPTH_MAX)
        status = list_folder(listing, path, depth + 1);
    fzzf__free(path);
    return status;
}

static fzzf_status list_folder(struct listing *listing, const char *path,
                               int depth)
{
    DIR *const folder = opendir(path);
    const struct dirent *entry;
    fzzf_status status = FZZF_OK;

    if (folder == NULL)
        return cannot_read(listing, path);
    while (status == FZZF_OK && (entry = readdir(folder)) != NULL)
        if (entry->d_name[0] != '.')
            status = list_entry(listing, path, entry->d_name, depth);
    (void)closedir(folder);
    return status;
}

static int by_name(const void *one, const void *other)
{
    return strcmp(
        fzzf__record_value(*(struct fzzf_record *const *)one, ENTRY_NAME),
        fzzf__record_value(*(struct fzzf_record *const *)other, ENTRY_NAME));
}

static void end_list(struct listing *listing)
{
    const struct fzzf__record_list *files =
        fzzf__record_list(listing->made, INVENTORY_FILES);
    char count[32];

    if (files->count > 0)
        qsort((void *)files->items, files->count, sizeof *files->items,
              by_name);
    (void)snprintf(count, sizeof count, "%zu", files->count);
    fzzf__record_put(listing->made, INVENTORY_COUNT, count);
}

fzzf_status fzzf_inventory_read(fzzf_record **out, const char *folder,
                                fzzf_diags *diags)
{
    struct listing listing = {.diags = diags};
    fzzf_status status;

    if (out == NULL || folder == NULL)
        return FZZF_E_ARGUMENT;
    listing.base = strlen(folder) + 1;
    listing.made = fzzf__record_new(&fzzf__kind_inventory);
    if (listing.made == NULL)
        return FZZF_E_MEMORY;
    status = list_folder(&listing, folder, 1);
    if (status == FZZF_OK) {
        end_list(&listing);
        status = listing.made->document->arena.spoiled;
    }
    if (status == FZZF_OK)
        *out = listing.made;
    else
        fzzf_record_unref(listing.made);
    return status;
}
