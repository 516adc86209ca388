/* SPDX-License-Identifier: Apache-2.0 */
/* Writes beside the file and renames. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "message.h"
#include "save.h"

static bool cannot_write(struct cli *cli, const struct save *save)
{
    return refuse(cli, "无法写入“{0}”：{1}", "cannot write '{0}': {1}",
                  save->path, strerror(errno));
}

bool save_begin(struct cli *cli, struct save *save, const char *path)
{
    static const char suffix[] = ".part";
    int file;

    memset(save, 0, sizeof *save);
    save->path = path;
    save->file = stdout;
    if (strcmp(path, "-") == 0)
        return true;
    if (!cli->settings.force && access(path, F_OK) == 0)
        return refuse(cli, "“{0}”已存在；要覆盖请加 --force",
                      "'{0}' is there already; --force replaces it", path,
                      NULL);
    save->part = malloc(strlen(path) + sizeof suffix);
    if (save->part == NULL)
        return refuse_memory(cli);
    memcpy(save->part, path, strlen(path));
    memcpy(save->part + strlen(path), suffix, sizeof suffix);
    file = open(save->part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    save->file = file < 0 ? NULL : fdopen(file, "wb");
    if (save->file != NULL)
        return true;
    (void)cannot_write(cli, save);
    if (file >= 0) {
        (void)close(file);
        (void)unlink(save->part);
    }
    free(save->part);
    return false;
}

int save_write(void *user, const char *bytes, size_t size)
{
    struct save *save = user;

    return fwrite(bytes, 1, size, save->file) != size;
}

/* A file that came to be meanwhile is not replaced either. */
static bool give_name(const struct cli *cli, const struct save *save)
{
    if (cli->settings.force)
        return rename(save->part, save->path) == 0;
    return link(save->part, save->path) == 0;
}

bool save_end(struct cli *cli, struct save *save, bool whole)
{
    bool written = fflush(save->file) == 0;

    if (save->part == NULL)
        return written;
    written = written && fsync(fileno(save->file)) == 0;
    written = fclose(save->file) == 0 && written;
    if (whole && (!written || !give_name(cli, save)))
        whole = cannot_write(cli, save);
    (void)unlink(save->part); /* gone when it was renamed */
    free(save->part);
    return whole;
}
