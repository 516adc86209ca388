/* SPDX-License-Identifier: Apache-2.0 */
/* fzzf pack: makes a package of documents and evidence. */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "exchange.h"
#include "exchange_json.h"
#include "input.h"
#include "message.h"

extern const struct command command_pack;

struct packing {
    struct cli *cli;
    fzzf_packing *packing;
};

/* @first, a slash and @second, to be freed; NULL: out of memory. */
static char *join(const char *first, const char *second)
{
    const size_t length = strlen(first);
    char *const path = malloc(length + strlen(second) + 2);

    if (path != NULL) {
        memcpy(path, first, length);
        path[length] = '/';
        memcpy(path + length + 1, second, strlen(second) + 1);
    }
    return path;
}

static const char *last_part(const char *path)
{
    const char *const slash = strrchr(path, '/');

    return slash == NULL ? path : slash + 1;
}

static bool add_file(const struct packing *to, const char *path,
                     const char *name, fzzf_entry_kind kind)
{
    fzzf_source source;

    input_single(path, &source);
    return succeeded(
        to->cli,
        fzzf_packing_add(to->packing, name, kind, &source, to->cli->diags),
        path);
}

static bool add_evidence(const struct packing *to, const char *path,
                         const char *name);

static bool add_folder(const struct packing *to, const char *path,
                       const char *name)
{
    DIR *const folder = opendir(path);
    struct dirent *entry;
    bool sound = folder != NULL;

    if (!sound)
        return refuse(to->cli, "无法读取“{0}”：{1}", "cannot read '{0}': {1}",
                      path, strerror(errno));
    while (sound && (entry = readdir(folder)) != NULL) {
        char *inner, *called;

        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        inner = join(path, entry->d_name);
        called = join(name, entry->d_name);
        sound = inner != NULL && called != NULL
                    ? add_evidence(to, inner, called)
                    : refuse_memory(to->cli);
        free(inner);
        free(called);
    }
    (void)closedir(folder);
    return sound;
}

/* Links are followed when the caller names one, never inside folders. */
static bool add_evidence(const struct packing *to, const char *path,
                         const char *name)
{
    struct stat found;

    if (lstat(path, &found) != 0)
        return refuse(to->cli, "无法读取“{0}”：{1}", "cannot read '{0}': {1}",
                      path, strerror(errno));
    if (S_ISDIR(found.st_mode))
        return add_folder(to, path, name);
    if (!S_ISREG(found.st_mode))
        return refuse(to->cli, "“{0}”既不是文件也不是文件夹",
                      "'{0}' is neither a file nor a folder", path, NULL);
    return add_file(to, path, name, FZZF_ENTRY_EVIDENCE);
}

static bool add_all(const struct packing *to)
{
    const struct settings *const settings = &to->cli->settings;
    bool sound = true;
    size_t i;

    for (i = 0; i < settings->arguments.count && sound; i++) {
        const char *const path = settings->arguments.items[i];

        sound = add_file(to, path, last_part(path), FZZF_ENTRY_DOCUMENT);
    }
    for (i = 0; i < settings->materials.count && sound; i++) {
        const char *const path = settings->materials.items[i];
        struct stat found;
        char *name;

        if (stat(path, &found) == 0 && S_ISDIR(found.st_mode)) {
            sound = add_folder(to, path, "evidence");
            continue;
        }
        name = join("evidence", last_part(path));
        sound = name == NULL ? refuse_memory(to->cli)
                             : add_evidence(to, path, name);
        free(name);
    }
    return sound;
}

static void run(struct cli *cli)
{
    struct packing to = {.cli = cli};
    fzzf_dispatch dispatch;

    if (!exchange_dispatch(cli, &dispatch))
        return;
    if (succeeded(cli, fzzf_packing_new(&to.packing, &dispatch),
                  cli->settings.file) &&
        add_all(&to) && exchange_write(cli, to.packing))
        write_made(cli);
    fzzf_packing_free(to.packing);
}

static const struct option own[] = {
    {"evidence",
     OPTION_LIST,
     OPTION_FIELD(materials),
     {{"路径", "PATH"}},
     {{"佐证材料：文件，或取其全部内容的文件夹；可重复",
       "evidence: a file, or a folder with all in it; may be repeated"}}},
    {.name = NULL},
};

static const struct option *const options[] = {own, options_of_dispatch,
                                               options_of_telling, NULL};

const struct command command_pack = {
    .arguments = {{"文档 … --batch … --out 文件", "DOCUMENT ... --batch ... "
                                                  "--out FILE"}},
    .details =
        {{"文档逐一检查，不成立的、含有涉密材料或身份号码的不收入。同样的内容"
          "得到同样的字节。\n"
          "做成的包没有签名，见 fzzf sign。",
          "Every document is checked; one that does not hold, or has "
          "classified evidence or\n"
          "identity numbers, is refused. The same content gives the same "
          "bytes. The package is "
          "not signed:\n"
          "see fzzf sign."}},
    .examples = "fzzf pack declaration.xml --evidence evidence/ --batch 2026-1"
                " --sequence 1 --sender 330106 --level county"
                " --date 2026-09-30 --out 330106-1.fzzf",
    .options = options,
    .least = 1,
    .run = run,
};
