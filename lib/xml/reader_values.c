/* SPDX-License-Identifier: Apache-2.0 */
/* What the functions of types take from the reader, made ready to keep. */

#include <string.h>

#include "xml/reader.h"

const char *fzzf__reader_text(struct fzzf__reader *reader)
{
    return fzzf__arena_textn(reader->arena,
                             reader->text.length == 0 ? "" : reader->text.bytes,
                             reader->text.length);
}

struct fzzf__amount fzzf__reader_amount(struct fzzf__reader *reader,
                                        size_t index)
{
    struct fzzf__amount amount = {.given = FZZF__ABSENT, .num = FZZF__ZERO};
    const char *text = reader->values[index];

    if (text != NULL && !fzzf__amount_parse(reader->arena, text, &amount))
        reader->arena->spoiled = FZZF_E_MEMORY; /* its form was checked */
    return amount;
}

/* Its form was checked: at most 18 digits. */
uint64_t fzzf__reader_whole(const struct fzzf__reader *reader, size_t index)
{
    const char *text = reader->values[index];
    uint64_t whole = 0;

    for (; text != NULL && *text != '\0'; text++)
        whole = whole * 10 + (uint64_t)(*text - '0');
    return whole;
}

const char *const *fzzf__reader_names(struct fzzf__reader *reader, size_t index,
                                      size_t *count)
{
    char *text = fzzf__arena_text(reader->arena, reader->values[index]);
    const char **names;
    size_t used = 0;

    *count = 0;
    if (text == NULL)
        return NULL;
    for (const char *p = text; p != NULL; p = strchr(p + 1, ' '))
        ++*count;
    names = fzzf__arena_alloc(reader->arena, *count * sizeof *names);
    for (char *p = text; names != NULL && used < *count; p++) {
        names[used++] = p;
        p += strcspn(p, " ");
        *p = '\0';
    }
    return names;
}

bool fzzf__reader_counts(const struct fzzf__reader *reader)
{
    return reader->stream.bytes.source.counted != 0;
}

void fzzf__reader_input(struct fzzf__reader *reader, struct fzzf__input *input,
                        const char *role, const char *id)
{
    input->role = role;
    input->id = id;
    input->name = fzzf__arena_text(
        reader->arena, fzzf__bytes_file_name(&reader->stream.bytes));
    fzzf__stream_whole(&reader->stream, input);
}
