/* SPDX-License-Identifier: Apache-2.0 */
/* Writes entries as files, following no link and replacing nothing unasked. */

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/options.h"
#include "pack/package.h"
#include "pack/report.h"

#define PART ".fzzf-part" /* until a file is whole */

struct extract {
    const fzzf_package *package;
    fzzf_extract_options options;
    fzzf_diags *diags;
    const char *name; /* of the entry */
};

static fzzf_status cannot_write(const struct extract *extract, int error)
{
    return fzzf__pack_report(extract->diags, FZZF_E_IO, FZZF__F_CANNOT_WRITE,
                             extract->package->name, NULL, extract->name,
                             strerror(error), NULL);
}

static fzzf_status not_a_folder(const struct extract *extract)
{
    return fzzf__pack_report(extract->diags, FZZF_E_IO, FZZF__F_NOT_A_FOLDER,
                             extract->package->name, NULL, extract->name, NULL);
}

/* Goes into the folder @part of @at, which it makes, and closes @at. */
static int enter(int at, const char *part)
{
    int inner;

    if (mkdirat(at, part, 0777) != 0 && errno != EEXIST) {
        close(at);
        return -1;
    }
    inner = openat(at, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    close(at);
    return inner;
}

/* The folder in which the entry's file belongs; *last becomes its name. */
static fzzf_status open_folder(const struct extract *extract, int root, int *at,
                               const char **last)
{
    const char *name = extract->name;
    const char *slash = strrchr(name, '/');
    char part[256];

    *last = slash == NULL ? name : slash + 1;
    *at = openat(root, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (*at < 0)
        return cannot_write(extract, errno);
    if (extract->options.flat != 0)
        return FZZF_OK;
    while (name < *last) {
        const size_t span = strcspn(name, "/");

        memcpy(part, name, span);
        part[span] = '\0';
        *at = enter(*at, part);
        if (*at < 0)
            return not_a_folder(extract);
        name += span + 1;
    }
    return FZZF_OK;
}

static bool write_file(int file, const fzzf__text *bytes)
{
    size_t written = 0;

    while (written < bytes->length) {
        const ssize_t count =
            write(file, bytes->bytes + written, bytes->length - written);

        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        written += (size_t)count;
    }
    return fsync(file) == 0 || errno == EINVAL;
}

/* The whole file gets its name at once, or none. */
static fzzf_status name_file(const struct extract *extract, int at,
                             const char *last)
{
    if (extract->options.overwrite != 0) {
        if (renameat(at, PART, at, last) == 0)
            return FZZF_OK;
        return cannot_write(extract, errno);
    }
    if (linkat(at, PART, at, last, 0) != 0)
        return errno == EEXIST
                   ? fzzf__pack_report(extract->diags, FZZF_E_IO,
                                       FZZF__F_EXISTS, extract->package->name,
                                       NULL, extract->name, NULL)
                   : cannot_write(extract, errno);
    return FZZF_OK;
}

static fzzf_status put(const struct extract *extract, int at, const char *last,
                       const fzzf__text *bytes)
{
    const int file = openat(
        at, PART, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    fzzf_status status = FZZF_OK;
    bool written;

    if (file < 0)
        return cannot_write(extract, errno);
    written = write_file(file, bytes);
    if (close(file) != 0 || !written)
        status = cannot_write(extract, errno);
    if (status == FZZF_OK)
        status = name_file(extract, at, last);
    (void)unlinkat(at, PART, 0); /* gone when it was renamed */
    return status;
}

static fzzf_status extract_entry(struct extract *extract, int root,
                                 size_t index)
{
    fzzf__text bytes = {0};
    const char *last;
    int at = -1;
    fzzf_status status = fzzf_package_read(
        extract->package, index, fzzf__collect, &bytes, extract->diags);

    if (bytes.failed)
        status = FZZF_E_MEMORY;
    if (status == FZZF_OK)
        status = open_folder(extract, root, &at, &last);
    if (status == FZZF_OK)
        status = put(extract, at, last, &bytes);
    if (at >= 0)
        close(at);
    fzzf__text_free(&bytes);
    return status;
}

/* With @root below 0 everything is only checked. */
static fzzf_status go_through(struct extract *extract, int root)
{
    const fzzf_manifest *manifest = extract->package->manifest;
    fzzf_entry entry = {.size = sizeof entry};
    fzzf_status status = FZZF_OK;

    for (size_t i = 0;
         status == FZZF_OK && fzzf_manifest_at(manifest, i, &entry) != 0; i++) {
        extract->name = entry.name;
        if (extract->options.kind != 0 && entry.kind != extract->options.kind)
            continue;
        status = root < 0
                     ? fzzf_package_read(extract->package, i, fzzf__discard,
                                         NULL, extract->diags)
                     : extract_entry(extract, root, i);
    }
    return status;
}

fzzf_status fzzf_package_extract(const fzzf_package *package,
                                 const char *folder,
                                 const fzzf_extract_options *options,
                                 fzzf_diags *diags)
{
    struct extract extract = {.package = package, .diags = diags};
    fzzf_status status;
    int root;

    if (package == NULL || folder == NULL ||
        fzzf__options_read(&extract.options, sizeof extract.options, options) !=
            FZZF_OK)
        return FZZF_E_ARGUMENT;
    status = go_through(&extract, -1);
    if (status != FZZF_OK)
        return status;
    root = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    extract.name = folder;
    if (root < 0)
        return cannot_write(&extract, errno);
    status = go_through(&extract, root);
    close(root);
    return status;
}
