/* SPDX-License-Identifier: Apache-2.0 */
/* Finds the files of evidence below a folder and compares their digests. */

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/memory.h"
#include "base/names.h"
#include "report/digest.h"
#include "report/export.h"
#include "report/page.h"

/* The files of the folder, by whole name and by name without its ending. */
struct files {
    const char *folder;
    const char **names;
    size_t count, capacity;
    fzzf__names whole, stems;
    const char **twice; /* stems of more than one file */
    size_t twice_count, twice_capacity;
};

static bool add_text(fzzf__arena *arena, const char ***items, size_t *count,
                     size_t *capacity, const char *text)
{
    void *grown = (void *)*items;
    char *const copy = fzzf__arena_text(arena, text);

    if (copy == NULL || !fzzf__grow(&grown, capacity, *count, sizeof **items))
        return false;
    *items = grown;
    (*items)[(*count)++] = copy;
    return true;
}

static bool index_file(fzzf__arena *arena, struct files *files, size_t index)
{
    const char *const name = files->names[index];
    const char *const dot = strrchr(name, '.');
    char *const stem =
        dot == NULL || dot == name
            ? NULL
            : fzzf__arena_textn(arena, name, (size_t)(dot - name));
    int added = 1;

    if (fzzf__names_add(&files->whole, name, index) < 0)
        return false;
    if (stem != NULL)
        added = fzzf__names_add(&files->stems, stem, index);
    if (added == 0)
        return add_text(arena, &files->twice, &files->twice_count,
                        &files->twice_capacity, stem);
    return added > 0;
}

static fzzf_status cannot_read(fzzf_diags *diags, const char *path)
{
    return fzzf__report(diags, FZZF_E_IO, FZZF__F_CANNOT_READ, NULL, path,
                        strerror(errno), NULL);
}

static fzzf_status list_files(struct fzzf__export *to, struct files *files)
{
    DIR *const folder = opendir(files->folder);
    const struct dirent *entry;
    bool sound = true;

    if (folder == NULL)
        return cannot_read(to->diags, files->folder);
    while (sound && (entry = readdir(folder)) != NULL)
        if (entry->d_name[0] != '.')
            sound = add_text(&to->arena, &files->names, &files->count,
                             &files->capacity, entry->d_name);
    (void)closedir(folder);
    for (size_t i = 0; sound && i < files->count; i++)
        sound = index_file(&to->arena, files, i);
    return sound ? FZZF_OK : FZZF_E_MEMORY;
}

/* A relative path of plain names: it stays below the folder. */
static bool is_safe(const char *path)
{
    const char *at = path;

    if (*path == '\0' || strchr(path, '\\') != NULL ||
        strchr(path, ':') != NULL)
        return false;
    for (; *at != '\0'; at++)
        if ((unsigned char)*at < 0x20)
            return false;
    for (at = path;; at++) {
        const size_t length = strcspn(at, "/");

        if (length == 0 || *at == '.')
            return false;
        at += length;
        if (*at == '\0')
            return true;
    }
}

/* Whether @path is a file, and no link leads to it below @base bytes. */
static bool is_plain_file(char *path, size_t base)
{
    struct stat found;

    for (char *at = path + base; *at != '\0'; at++) {
        bool folder;

        if (*at != '/')
            continue;
        *at = '\0';
        folder = lstat(path, &found) == 0 && S_ISDIR(found.st_mode);
        *at = '/';
        if (!folder)
            return false;
    }
    return lstat(path, &found) == 0 && S_ISREG(found.st_mode);
}

static const char *name_of(const struct files *files,
                           const struct fzzf__evidence *evidence)
{
    size_t index = fzzf__names_find(&files->whole, evidence->id);

    if (index == FZZF__NO_NAME)
        index = fzzf__names_find(&files->stems, evidence->id);
    return index == FZZF__NO_NAME ? NULL : files->names[index];
}

static bool is_twice(const struct files *files, const char *id)
{
    if (fzzf__names_find(&files->whole, id) != FZZF__NO_NAME)
        return false;
    for (size_t i = 0; i < files->twice_count; i++)
        if (strcmp(files->twice[i], id) == 0)
            return true;
    return false;
}

/* folder/name, when that is a file; NULL: not, or no memory. */
static char *path_of(fzzf__arena *arena, const char *folder, const char *name)
{
    const size_t length = strlen(folder), size = length + strlen(name) + 2;
    char *const path = fzzf__arena_alloc(arena, size);

    if (path == NULL)
        return NULL;
    (void)snprintf(path, size, "%s/%s", folder, name);
    return is_plain_file(path, length + 1) ? path : NULL;
}

/* The name in the exported folder: the id and a plain ending. */
static const char *file_name(fzzf__arena *arena, const char *id,
                             const char *source)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
                                "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    const char *const dot = strrchr(source, '.');
    const size_t length = dot == NULL ? 0 : strlen(dot + 1);
    const bool ends =
        length > 0 && length <= 8 && strspn(dot + 1, plain) == length;
    const size_t size = strlen(id) + sizeof "index-" + (ends ? length + 1 : 0);
    char *const name = fzzf__arena_alloc(arena, size);

    /* "index" is the name of the index itself. */
    if (name != NULL)
        (void)snprintf(name, size, "%s%s%s",
                       strncasecmp(id, "index", 5) == 0 ? "index-" : "", id,
                       ends ? dot : "");
    return name;
}

static fzzf_status take_file(struct fzzf__export *to,
                             struct fzzf__material *material)
{
    const struct fzzf__evidence *const evidence = material->evidence;
    char text[FZZF__SHA256_TEXT];
    uint64_t size;

    if (fzzf__file_digest(material->source, text, &size) != FZZF_OK)
        return cannot_read(to->diags, material->source);
    if (evidence->sha256 != NULL && strcasecmp(evidence->sha256, text) != 0)
        return fzzf__report(to->diags, FZZF_E_SCHEMA, FZZF__F_EVIDENCE_ALTERED,
                            &evidence->place, evidence->id, evidence->sha256,
                            text, NULL);
    material->sha256 = fzzf__arena_text(&to->arena, text);
    material->file = file_name(&to->arena, evidence->id, material->source);
    to->files++;
    return to->arena.spoiled;
}

static fzzf_status find_one(struct fzzf__export *to, struct files *files,
                            struct fzzf__material *material)
{
    const struct fzzf__evidence *const evidence = material->evidence;
    const char *name = NULL;

    if (evidence->href != NULL && is_safe(evidence->href))
        material->source = path_of(&to->arena, files->folder, evidence->href);
    if (material->source == NULL) {
        if (is_twice(files, evidence->id))
            return fzzf__report(to->diags, FZZF_E_SCHEMA,
                                FZZF__F_EVIDENCE_TWICE, &evidence->place,
                                evidence->id, NULL);
        name = name_of(files, evidence);
    }
    if (name != NULL)
        material->source = path_of(&to->arena, files->folder, name);
    if (to->arena.spoiled != FZZF_OK)
        return to->arena.spoiled;
    if (material->source != NULL)
        return take_file(to, material);
    if (evidence->sha256 != NULL)
        (void)fzzf__report(to->diags, FZZF_OK, FZZF__F_EVIDENCE_MISSING,
                           &evidence->place, evidence->id, NULL);
    return FZZF_OK;
}

fzzf_status fzzf__materials_find(struct fzzf__export *to, const char *folder)
{
    struct files files = {.folder = folder};
    fzzf_status status = list_files(to, &files), first = FZZF_OK;

    for (size_t i = 0; status == FZZF_OK && i < to->count; i++)
        for (size_t j = 0; status == FZZF_OK && j < to->folders[i].count; j++) {
            const fzzf_status one =
                find_one(to, &files, &to->folders[i].items[j]);

            if (one == FZZF_E_SCHEMA)
                first = one; /* all of them are told */
            else
                status = one;
        }
    fzzf__names_free(&files.whole);
    fzzf__names_free(&files.stems);
    fzzf__free((void *)files.names);
    fzzf__free((void *)files.twice);
    return status != FZZF_OK ? status : first;
}
