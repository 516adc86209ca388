/* SPDX-License-Identifier: Apache-2.0 */
/* Opens sources and gives their bytes and limits. */

#include "xml/bytes.h"

#include <errno.h>
#include <string.h>

#include "base/options.h"

#define KIB ((uint32_t)1024)
#define MIB (1024 * KIB)

/* Zero means the default; beyond the greatest, libxml2 has limits itself. */
#define LIMIT(field, standard, greatest)                                       \
    do {                                                                       \
        if (limits->field == 0)                                                \
            limits->field = standard;                                          \
        if (limits->field > (greatest))                                        \
            limits->field = greatest;                                          \
    } while (0)

static void complete(fzzf_limits *limits)
{
    LIMIT(document, 64 * MIB, 1024 * MIB);
    LIMIT(stream, (uint64_t)4096 * MIB, UINT64_MAX);
    LIMIT(elements, 5000000, 50000000);
    LIMIT(depth, 64, 200);
    LIMIT(attributes, 64, 1000);
    LIMIT(namespaces, 32, 256);
    LIMIT(start_tag, 64 * KIB, MIB);
    LIMIT(text, MIB, 9 * MIB);
    LIMIT(attribute, 64 * KIB, MIB);
    LIMIT(name, 256, 4 * KIB);
}

static fzzf_status cannot_read(struct fzzf__bytes *bytes, const char *reason,
                               fzzf_diags *diags)
{
    fzzf__place place = {.file = bytes->name};

    return fzzf__report(diags, FZZF_E_IO, FZZF__F_CANNOT_READ, &place,
                        bytes->name == NULL ? "" : bytes->name, reason, NULL);
}

fzzf_status fzzf__bytes_open(struct fzzf__bytes *bytes,
                             const fzzf_source *source, fzzf_diags *diags)
{
    fzzf_source *own = &bytes->source;

    memset(bytes, 0, sizeof *bytes);
    if (source == NULL ||
        fzzf__options_read(own, sizeof *own, source) != FZZF_OK ||
        (own->read != NULL) + (own->path != NULL) + (own->bytes != NULL) != 1)
        return FZZF_E_ARGUMENT;
    if (fzzf__options_read(&bytes->limits, sizeof bytes->limits, own->limits) !=
        FZZF_OK)
        return FZZF_E_ARGUMENT;
    complete(&bytes->limits);
    bytes->name = own->name != NULL ? own->name : own->path;
    if (own->path == NULL)
        return FZZF_OK;
    bytes->file = fopen(own->path, "rb");
    if (bytes->file == NULL)
        return cannot_read(bytes, strerror(errno), diags);
    /* Chunks are large: a second buffer would only be copied. */
    setvbuf(bytes->file, NULL, _IONBF, 0);
    return FZZF_OK;
}

static int64_t next_of_file(struct fzzf__bytes *bytes, char *buffer,
                            size_t size, fzzf_diags *diags)
{
    size_t count = fread(buffer, 1, size, bytes->file);

    if (count == 0 && ferror(bytes->file)) {
        (void)cannot_read(bytes, strerror(errno), diags);
        return -1;
    }
    return (int64_t)count;
}

static int64_t next_of_caller(struct fzzf__bytes *bytes, char *buffer,
                              size_t size, fzzf_diags *diags)
{
    int64_t count = bytes->source.read(bytes->source.user, buffer, size);

    if (count >= 0 && (uint64_t)count <= size)
        return count;
    if (count == FZZF__READ_TOLD)
        return -1;
    (void)cannot_read(bytes,
                      count < 0 ? "the program's read function failed"
                                : "the program's read function gave "
                                  "more than it was asked for",
                      diags);
    return -1;
}

int64_t fzzf__bytes_next(struct fzzf__bytes *bytes, char *buffer, size_t size,
                         const char **chunk, fzzf_diags *diags)
{
    size_t left = bytes->source.length - bytes->given;

    *chunk = buffer;
    if (bytes->file != NULL)
        return next_of_file(bytes, buffer, size, diags);
    if (bytes->source.read != NULL)
        return next_of_caller(bytes, buffer, size, diags);
    *chunk = bytes->source.bytes + bytes->given;
    if (size > left)
        size = left;
    bytes->given += size;
    return (int64_t)size;
}

void fzzf__bytes_close(struct fzzf__bytes *bytes)
{
    if (bytes->file != NULL)
        fclose(bytes->file);
    bytes->file = NULL;
}

const char *fzzf__bytes_file_name(const struct fzzf__bytes *bytes)
{
    const char *slash;

    if (bytes->name == NULL)
        return NULL;
    slash = strrchr(bytes->name, '/');
    return slash == NULL ? bytes->name : slash + 1;
}
