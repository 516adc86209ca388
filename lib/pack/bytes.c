/* SPDX-License-Identifier: Apache-2.0 */
/* Loads sources into memory. */

#include "pack/bytes.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "base/options.h"
#include "pack/report.h"

#define CHUNK 65536

const char *fzzf__source_name(const fzzf_source *source)
{
    return source->name != NULL ? source->name : source->path;
}

int fzzf__collect(void *user, const char *bytes, size_t size)
{
    fzzf__text *text = user;

    fzzf__text_addn(text, bytes, size);
    return text->failed;
}

int fzzf__discard(void *user, const char *bytes, size_t size)
{
    (void)user, (void)bytes, (void)size;
    return 0;
}

static fzzf_status cannot_read(const fzzf_source *source, const char *reason,
                               fzzf_diags *diags)
{
    const char *name = fzzf__source_name(source);

    return fzzf__pack_report(diags, FZZF_E_IO, FZZF__F_CANNOT_READ, name, NULL,
                             name == NULL ? "" : name, reason, NULL);
}

static int64_t read_file(void *user, char *buffer, size_t size)
{
    FILE *file = user;
    const size_t count = fread(buffer, 1, size, file);

    return count == 0 && ferror(file) ? -1 : (int64_t)count;
}

static fzzf_status add(fzzf__text *bytes, const fzzf_source *source,
                       const char *chunk, size_t count, uint64_t limit,
                       fzzf_diags *diags)
{
    char number[24];

    if (count > limit - bytes->length)
        return fzzf__pack_report(diags, FZZF_E_LIMIT, FZZF__F_PACKAGE_SIZE,
                                 fzzf__source_name(source), NULL,
                                 fzzf__pack_number(number, limit), NULL);
    fzzf__text_addn(bytes, chunk, count);
    return bytes->failed ? FZZF_E_MEMORY : FZZF_OK;
}

static fzzf_status read_all(fzzf__text *bytes, const fzzf_source *source,
                            fzzf_read_fn read, void *user, uint64_t limit,
                            fzzf_diags *diags)
{
    fzzf_status status = FZZF_OK;
    char *buffer = fzzf__malloc(CHUNK);
    int64_t count = buffer == NULL ? 0 : read(user, buffer, CHUNK);

    for (; count > 0 && status == FZZF_OK; count = read(user, buffer, CHUNK))
        status = count > CHUNK
                     ? cannot_read(source, "too much given", diags)
                     : add(bytes, source, buffer, (size_t)count, limit, diags);
    if (status == FZZF_OK && count < 0)
        status = cannot_read(source, "reading failed", diags);
    if (buffer == NULL)
        status = FZZF_E_MEMORY;
    fzzf__free(buffer);
    return status;
}

static fzzf_status read_path(fzzf__text *bytes, const fzzf_source *source,
                             uint64_t limit, fzzf_diags *diags)
{
    FILE *file = fopen(source->path, "rb");
    fzzf_status status;

    if (file == NULL)
        return cannot_read(source, strerror(errno), diags);
    status = read_all(bytes, source, read_file, file, limit, diags);
    fclose(file);
    return status;
}

fzzf_status fzzf__load(fzzf__text *bytes, const fzzf_source *source,
                       uint64_t limit, fzzf_diags *diags)
{
    fzzf_source own;

    if (source == NULL ||
        fzzf__options_read(&own, sizeof own, source) != FZZF_OK ||
        (own.read != NULL) + (own.path != NULL) + (own.bytes != NULL) != 1)
        return FZZF_E_ARGUMENT;
    fzzf__text_addn(bytes, "", 0);
    if (own.path != NULL)
        return read_path(bytes, &own, limit, diags);
    if (own.read != NULL)
        return read_all(bytes, &own, own.read, own.user, limit, diags);
    return add(bytes, &own, own.bytes, own.length, limit, diags);
}
