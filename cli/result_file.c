/* SPDX-License-Identifier: Apache-2.0 */
/* Result documents as files of a folder, one a unit. */
#include "result_file.h"

#include <errno.h>
#include <search.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "message.h"

static int write_out(void *user, const char *bytes, size_t size)
{
    struct out *const out = user;

    out_bytes(out, bytes, size);
    return out->error;
}

fzzf_status result_xml(const fzzf_result *result, struct out *out)
{
    return fzzf_xml_write_result(result, write_out, out, NULL);
}

bool result_folder(struct cli *cli)
{
    const char *const folder = cli->settings.folder;

    return mkdir(folder, 0777) == 0 || errno == EEXIST ||
           refuse(cli, "无法建立文件夹“{0}”：{1}",
                  "cannot make the folder '{0}': {1}", folder, strerror(errno));
}

static int by_text(const void *a, const void *b)
{
    return strcmp(a, b);
}

/* Whether @id is new in this run; it is kept. */
static bool is_first(struct cli *cli, const char *id, void **written)
{
    char *const copy = strdup(id);
    char *const *found;

    if (copy == NULL)
        return refuse_memory(cli);
    found = tsearch(copy, written, by_text);
    if (found != NULL && *found == copy)
        return true;
    free(copy);
    if (found == NULL)
        return refuse_memory(cli);
    return refuse(cli, "不止一份申报的编号为“{0}”，只写出第一份的结果",
                  "more than one declaration has the id '{0}'; only the "
                  "result of the first is written",
                  id, NULL);
}

static bool write_file(struct cli *cli, const fzzf_result *result,
                       const char *path)
{
    struct out out = {.file = fopen(path, "wb")};
    fzzf_status status;

    if (out.file == NULL)
        return refuse(cli, "无法写入“{0}”：{1}", "cannot write '{0}': {1}",
                      path, strerror(errno));
    status = result_xml(result, &out);
    (void)out_flush(&out);
    if (fclose(out.file) != 0 && out.error == 0)
        out.error = errno;
    if (status == FZZF_OK && out.error == 0)
        return true;
    (void)remove(path);
    return refuse(cli, "无法写入“{0}”：{1}", "cannot write '{0}': {1}", path,
                  out.error != 0 ? strerror(out.error)
                                 : fzzf_status_name(status));
}

bool result_file(struct cli *cli, const fzzf_result *result, void **written)
{
    fzzf_verdict verdict = {.size = sizeof verdict};
    char *path;
    size_t size;
    bool sound;

    (void)fzzf_result_verdict(result, &verdict);
    if (!is_first(cli, verdict.declaration, written))
        return false;
    size = strlen(cli->settings.folder) + strlen(verdict.declaration) +
           sizeof "/.result.xml";
    path = malloc(size);
    if (path == NULL)
        return refuse_memory(cli);
    (void)snprintf(path, size, "%s/%s.result.xml", cli->settings.folder,
                   verdict.declaration);
    sound = write_file(cli, result, path);
    free(path);
    return sound;
}

void result_files_free(void **written)
{
    while (*written != NULL) {
        char *const id = **(char ***)written;

        (void)tdelete(id, written, by_text);
        free(id);
    }
}
