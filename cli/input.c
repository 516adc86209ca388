/* SPDX-License-Identifier: Apache-2.0 */
/* What is read: files, the .xml files of folders, standard input, pipes. */
#include "input.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "message.h"

static bool add(struct inputs *inputs, char *name, bool is_stream)
{
    struct input *const grown =
        realloc(inputs->items, (inputs->count + 1) * sizeof *inputs->items);

    if (name == NULL || grown == NULL) {
        inputs->items = grown == NULL ? inputs->items : grown;
        free(name);
        return false;
    }
    inputs->items = grown;
    memset(&inputs->items[inputs->count], 0, sizeof *inputs->items);
    inputs->items[inputs->count].name = name;
    inputs->items[inputs->count].is_stream = is_stream;
    inputs->count++;
    return true;
}

static char *joined(const char *folder, const char *name)
{
    const size_t length = strlen(folder);
    const char *const slash =
        length > 0 && folder[length - 1] == '/' ? "" : "/";
    const size_t size = length + strlen(name) + 2;
    char *const path = malloc(size);

    if (path != NULL)
        (void)snprintf(path, size, "%s%s%s", folder, slash, name);
    return path;
}

static bool is_document(const char *name)
{
    const size_t length = strlen(name);

    return name[0] != '.' && length > 4 &&
           strcmp(name + length - 4, ".xml") == 0;
}

static bool is_folder(const char *path)
{
    struct stat found;

    return stat(path, &found) == 0 && S_ISDIR(found.st_mode);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const struct input *)a)->name,
                  ((const struct input *)b)->name);
}

/* Adds the documents of an open folder; errno says what went wrong. */
static bool add_documents(struct inputs *inputs, DIR *folder, const char *path)
{
    const struct dirent *entry;

    errno = 0;
    while ((entry = readdir(folder)) != NULL) {
        char *name;

        if (!is_document(entry->d_name))
            continue;
        name = joined(path, entry->d_name);
        if (name != NULL && is_folder(name)) {
            free(name);
        } else if (!add(inputs, name, false)) {
            errno = ENOMEM;
            return false;
        }
        errno = 0;
    }
    return errno == 0;
}

static bool add_folder(struct cli *cli, struct inputs *inputs, const char *path)
{
    const size_t first = inputs->count;
    DIR *const folder = opendir(path);
    bool sound;

    if (folder == NULL)
        return refuse(cli, "无法读取文件夹“{0}”：{1}",
                      "cannot read the folder '{0}': {1}", path,
                      strerror(errno));
    sound = add_documents(inputs, folder, path);
    if (!sound)
        (void)refuse(cli, "无法读取文件夹“{0}”：{1}",
                     "cannot read the folder '{0}': {1}", path,
                     strerror(errno));
    (void)closedir(folder);
    if (sound && inputs->count == first)
        return refuse(cli, "文件夹“{0}”中没有 .xml 文件",
                      "the folder '{0}' holds no .xml file", path, NULL);
    if (inputs->count > first)
        qsort(inputs->items + first, inputs->count - first,
              sizeof *inputs->items, by_name);
    return sound;
}

static bool add_name(struct cli *cli, struct inputs *inputs, const char *name)
{
    struct stat found;
    bool is_stream = strcmp(name, "-") == 0;

    if (!is_stream && stat(name, &found) == 0) {
        if (S_ISDIR(found.st_mode))
            return add_folder(cli, inputs, name);
        is_stream = !S_ISREG(found.st_mode);
    }
    if (!add(inputs, strdup(name), is_stream))
        return refuse_memory(cli);
    return true;
}

bool inputs_find(struct cli *cli, struct inputs *inputs,
                 const struct list *names)
{
    bool sound = true;
    size_t i;

    for (i = 0; i < names->count; i++)
        sound = add_name(cli, inputs, names->items[i]) && sound;
    return sound;
}

void inputs_free(struct inputs *inputs)
{
    size_t i;

    for (i = 0; i < inputs->count; i++) {
        if (inputs->items[i].stream != NULL && inputs->items[i].stream != stdin)
            (void)fclose(inputs->items[i].stream);
        free(inputs->items[i].name);
    }
    free(inputs->items);
    inputs->items = NULL;
    inputs->count = 0;
}

const char *input_name(const struct input *input)
{
    return strcmp(input->name, "-") == 0 ? INPUT_STDIN : input->name;
}

static int64_t read_stream(void *user, char *buffer, size_t size)
{
    FILE *const stream = user;
    const size_t count = fread(buffer, 1, size, stream);

    return count == 0 && ferror(stream) != 0 ? -1 : (int64_t)count;
}

static bool copy(FILE *from, FILE *to)
{
    char buffer[16384];
    size_t count;

    while ((count = fread(buffer, 1, sizeof buffer, from)) > 0)
        if (fwrite(buffer, 1, count, to) != count)
            return false;
    return ferror(from) == 0 && fflush(to) == 0;
}

/* Keeps the stream in a temporary file, which takes its place. */
static bool spool(struct cli *cli, struct input *input)
{
    FILE *const file = tmpfile();

    if (file == NULL || !copy(input->stream, file)) {
        (void)refuse(cli, "无法暂存“{0}”：{1}",
                     "cannot keep a copy of '{0}': {1}", input_name(input),
                     strerror(errno));
        if (file != NULL)
            (void)fclose(file);
        return false;
    }
    if (input->stream != stdin)
        (void)fclose(input->stream);
    input->stream = file;
    return true;
}

static bool open_stream(struct cli *cli, struct input *input, bool again)
{
    if (input->stream != NULL) {
        rewind(input->stream);
        return true;
    }
    input->stream =
        strcmp(input->name, "-") == 0 ? stdin : fopen(input->name, "rb");
    if (input->stream == NULL)
        return refuse(cli, "无法读取“{0}”：{1}", "cannot read '{0}': {1}",
                      input->name, strerror(errno));
    if (!again)
        return true;
    if (!spool(cli, input))
        return false;
    rewind(input->stream);
    return true;
}

bool input_source(struct cli *cli, struct input *input, bool again,
                  fzzf_source *source)
{
    memset(source, 0, sizeof *source);
    source->size = sizeof *source;
    source->name = input_name(input);
    source->limits = &cli->limits;
    if (!input->is_stream) {
        source->path = input->name;
        return true;
    }
    if (!open_stream(cli, input, again))
        return false;
    source->read = read_stream;
    source->user = input->stream;
    return true;
}

void input_single(const char *name, fzzf_source *source)
{
    memset(source, 0, sizeof *source);
    source->size = sizeof *source;
    if (strcmp(name, "-") == 0) {
        source->name = INPUT_STDIN;
        source->read = read_stream;
        source->user = stdin;
    } else {
        source->path = name;
    }
}
