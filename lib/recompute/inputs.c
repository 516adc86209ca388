/* SPDX-License-Identifier: Apache-2.0 */
/* Files hashed, whole and by the byte ranges that are looked for. */

#include "recompute/inputs.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/diag.h"
#include "base/memory.h"
#include "base/text.h"

#define DEPTH_MAX 16

struct search {
    struct fzzf__wanted *wanted;
    size_t count;
    fzzf_diags *diags;
    fzzf_status status;
};

static void fail(struct search *s, const char *path)
{
    s->status = fzzf__report(s->diags, FZZF_E_IO, FZZF__F_CANNOT_READ, NULL,
                             path, strerror(errno), NULL);
}

/* SHA-256 of @size bytes from @offset; false: there are not so many. */
static bool hash_range(FILE *file, uint64_t offset, uint64_t size, char *text)
{
    char buffer[16384];
    fzzf__sha256 sha;

    fzzf__sha256_init(&sha);
    if (fseeko(file, (off_t)offset, SEEK_SET) != 0)
        return false;
    while (size > 0) {
        const size_t want = size < sizeof buffer ? (size_t)size : sizeof buffer;
        const size_t got = fread(buffer, 1, want, file);

        if (got == 0)
            return false;
        fzzf__sha256_add(&sha, buffer, got);
        size -= got;
    }
    fzzf__sha256_text(&sha, text);
    return true;
}

static void take(struct search *s, struct fzzf__wanted *wanted,
                 const char *path)
{
    const size_t size = strlen(path) + 1;

    wanted->path = fzzf__malloc(size);
    if (wanted->path == NULL)
        s->status = FZZF_E_MEMORY;
    else
        memcpy(wanted->path, path, size);
}

/* Looks in one file for everything that is still wanted and fits its size. */
static void search_file(struct search *s, const char *path, uint64_t size)
{
    FILE *file = fopen(path, "rb");

    if (file == NULL) {
        fail(s, path);
        return;
    }
    for (size_t i = 0; i < s->count; i++) {
        const struct fzzf__input *input = s->wanted[i].input;
        char text[FZZF__SHA256_TEXT];

        if (s->wanted[i].path != NULL || input->sha256[0] == '\0' ||
            (input->part
                 ? input->offset > size || input->size > size - input->offset
                 : input->size != size))
            continue;
        if (hash_range(file, input->part ? input->offset : 0, input->size,
                       text) &&
            strcmp(text, input->sha256) == 0)
            take(s, &s->wanted[i], path);
    }
    fclose(file);
}

static void search_path(struct search *s, const char *path, int depth);

static void search_folder(struct search *s, const char *path, int depth)
{
    DIR *folder = opendir(path);
    const struct dirent *entry;

    if (folder == NULL) {
        fail(s, path);
        return;
    }
    while ((entry = readdir(folder)) != NULL && s->status == FZZF_OK) {
        fzzf__text name = {NULL, 0, 0, 0};

        if (entry->d_name[0] == '.')
            continue;
        fzzf__text_add(&name, path);
        fzzf__text_add(&name, "/");
        fzzf__text_add(&name, entry->d_name);
        if (name.failed)
            s->status = FZZF_E_MEMORY;
        else
            search_path(s, name.bytes, depth + 1);
        fzzf__text_free(&name);
    }
    closedir(folder);
}

/* @depth 0 is what the caller named: there a link is followed. */
static void search_path(struct search *s, const char *path, int depth)
{
    struct stat about;

    if ((depth == 0 ? stat(path, &about) : lstat(path, &about)) != 0)
        fail(s, path);
    else if (S_ISREG(about.st_mode))
        search_file(s, path, (uint64_t)about.st_size);
    else if (S_ISDIR(about.st_mode) && depth < DEPTH_MAX)
        search_folder(s, path, depth);
}

fzzf_status fzzf__inputs_find(struct fzzf__wanted *wanted, size_t count,
                              const char *const *paths, size_t path_count,
                              fzzf_diags *diags)
{
    struct search s = {wanted, count, diags, FZZF_OK};

    for (size_t i = 0; i < path_count && s.status == FZZF_OK; i++)
        search_path(&s, paths[i], 0);
    return s.status;
}
