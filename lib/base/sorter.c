/* SPDX-License-Identifier: Apache-2.0 */
/* Sorts more than memory should hold, in runs of a temporary file. */

#include "base/sorter.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

#include "base/memory.h"

#define WINDOW ((size_t)16 * 1024) /* of each run, while they are merged */

/* Before each text stands its length. */
#define HEAD sizeof(uint32_t)

/* A stretch of the temporary file that is sorted. */
struct run {
    off_t from, to;
};

struct fzzf__sorter {
    char *bytes; /* what is not in the file yet */
    size_t room, used;
    char **texts; /* in bytes, each at its head */
    size_t count, capacity;
    FILE *file; /* NULL: there are no runs */
    struct run *runs;
    size_t run_count, run_capacity;
};

struct fzzf__sorter *fzzf__sorter_new(size_t room)
{
    struct fzzf__sorter *sorter = fzzf__calloc(1, sizeof *sorter);

    if (sorter == NULL)
        return NULL;
    sorter->room = room < FZZF__SORTED_MAX ? FZZF__SORTED_MAX : room;
    sorter->room += HEAD;
    sorter->bytes = fzzf__malloc(sorter->room);
    if (sorter->bytes == NULL) {
        fzzf__free(sorter);
        return NULL;
    }
    return sorter;
}

void fzzf__sorter_free(struct fzzf__sorter *sorter)
{
    if (sorter == NULL)
        return;
    if (sorter->file != NULL)
        (void)fclose(sorter->file);
    fzzf__free(sorter->bytes);
    fzzf__free((void *)sorter->texts);
    fzzf__free(sorter->runs);
    fzzf__free(sorter);
}

static uint32_t length_of(const char *text)
{
    uint32_t length;

    memcpy(&length, text, HEAD);
    return length;
}

static int compare(const char *one, const char *other)
{
    const uint32_t a = length_of(one), b = length_of(other);
    const int order = memcmp(one + HEAD, other + HEAD, a < b ? a : b);

    return order != 0 ? order : (a > b) - (a < b);
}

static int compare_texts(const void *one, const void *other)
{
    return compare(*(char *const *)one, *(char *const *)other);
}

static void sort_memory(struct fzzf__sorter *sorter)
{
    if (sorter->count > 0)
        qsort((void *)sorter->texts, sorter->count, sizeof *sorter->texts,
              compare_texts);
}

/* Writes what is in memory as one more run. */
static fzzf_status spill(struct fzzf__sorter *sorter)
{
    void *grown = sorter->runs;
    struct run run = {.from = 0};

    if (sorter->file == NULL)
        sorter->file = tmpfile();
    if (!fzzf__grow(&grown, &sorter->run_capacity, sorter->run_count,
                    sizeof *sorter->runs))
        return FZZF_E_MEMORY;
    sorter->runs = grown;
    if (sorter->run_count > 0)
        run.from = sorter->runs[sorter->run_count - 1].to;
    if (sorter->file == NULL || fseeko(sorter->file, run.from, SEEK_SET) != 0)
        return FZZF_E_IO;
    sort_memory(sorter);
    for (size_t i = 0; i < sorter->count; i++) {
        const size_t size = HEAD + length_of(sorter->texts[i]);

        if (fwrite(sorter->texts[i], 1, size, sorter->file) != size)
            return FZZF_E_IO;
    }
    if (fflush(sorter->file) != 0)
        return FZZF_E_IO;
    run.to = run.from + (off_t)sorter->used;
    sorter->runs[sorter->run_count++] = run;
    sorter->count = 0;
    sorter->used = 0;
    return FZZF_OK;
}

fzzf_status fzzf__sorter_reserve(struct fzzf__sorter *sorter, size_t count,
                                 size_t size)
{
    const size_t needed = count * HEAD + size;
    void *texts;

    if (sorter->count > 0 && sorter->used + needed > sorter->room) {
        const fzzf_status status = spill(sorter);

        if (status != FZZF_OK)
            return status;
    }
    if (needed > sorter->room) { /* then nothing points into it */
        char *grown = fzzf__realloc(sorter->bytes, needed);

        if (grown == NULL)
            return FZZF_E_MEMORY;
        sorter->bytes = grown;
        sorter->room = needed;
    }
    texts = (void *)sorter->texts;
    if (!fzzf__grow(&texts, &sorter->capacity, sorter->count + count,
                    sizeof *sorter->texts))
        return FZZF_E_MEMORY;
    sorter->texts = texts;
    return FZZF_OK;
}

fzzf_status fzzf__sorter_add(struct fzzf__sorter *sorter, const void *bytes,
                             size_t length)
{
    const uint32_t head = (uint32_t)length;
    fzzf_status status = FZZF_E_LIMIT;
    char *text;

    if (length <= FZZF__SORTED_MAX)
        status = fzzf__sorter_reserve(sorter, 1, length);
    if (status != FZZF_OK)
        return status;
    text = sorter->bytes + sorter->used;
    memcpy(text, &head, HEAD);
    memcpy(text + HEAD, bytes, length);
    sorter->texts[sorter->count++] = text;
    sorter->used += HEAD + length;
    return FZZF_OK;
}

/* A run while it is merged: a window on the file. */
struct source {
    off_t at, to; /* what is still to be read */
    char *window;
    size_t room, begin, end;
};

/* Has the next @size bytes of the run in the window. */
static fzzf_status need(struct source *source, FILE *file, size_t size)
{
    const size_t kept = source->end - source->begin;
    size_t count;

    if (kept >= size)
        return FZZF_OK;
    if (kept > 0)
        memmove(source->window, source->window + source->begin, kept);
    source->begin = 0;
    source->end = kept;
    if (source->window == NULL || size > source->room) {
        const size_t room = size > WINDOW ? size : WINDOW;
        char *grown = fzzf__realloc(source->window, room);

        if (grown == NULL)
            return FZZF_E_MEMORY;
        source->window = grown;
        source->room = room;
    }
    count = source->room - kept;
    if ((off_t)count > source->to - source->at)
        count = (size_t)(source->to - source->at);
    if (fseeko(file, source->at, SEEK_SET) != 0 ||
        fread(source->window + kept, 1, count, file) != count ||
        kept + count < size)
        return FZZF_E_IO;
    source->at += (off_t)count;
    source->end += count;
    return FZZF_OK;
}

static bool is_done(const struct source *source)
{
    return source->begin == source->end && source->at == source->to;
}

static const char *first(const struct source *source)
{
    return source->window + source->begin;
}

/* Has the whole text that is first, unless the run is done. */
static fzzf_status load(struct source *source, FILE *file)
{
    fzzf_status status;

    if (is_done(source))
        return FZZF_OK;
    status = need(source, file, HEAD);
    if (status == FZZF_OK)
        status = need(source, file, HEAD + length_of(first(source)));
    return status;
}

/* Runs that are not done, the one with the least text in front: a heap. */
struct merge {
    FILE *file;
    struct source *sources;
    struct source **heap;
    size_t count;
};

static void sink(struct merge *merge, size_t at)
{
    struct source *const moved = merge->heap[at];
    size_t below;

    while ((below = 2 * at + 1) < merge->count) {
        if (below + 1 < merge->count && compare(first(merge->heap[below + 1]),
                                                first(merge->heap[below])) < 0)
            below++;
        if (compare(first(moved), first(merge->heap[below])) <= 0)
            break;
        merge->heap[at] = merge->heap[below];
        at = below;
    }
    merge->heap[at] = moved;
}

static fzzf_status open_runs(struct fzzf__sorter *sorter, struct merge *merge)
{
    merge->file = sorter->file;
    merge->sources = fzzf__calloc(sorter->run_count, sizeof *merge->sources);
    merge->heap = fzzf__calloc(sorter->run_count, sizeof *merge->heap);
    if (merge->sources == NULL || merge->heap == NULL)
        return FZZF_E_MEMORY;
    for (size_t i = 0; i < sorter->run_count; i++) {
        struct source *source = &merge->sources[i];
        fzzf_status status;

        source->at = sorter->runs[i].from;
        source->to = sorter->runs[i].to;
        status = load(source, merge->file);
        if (status != FZZF_OK)
            return status;
        merge->heap[merge->count++] = source;
    }
    for (size_t i = merge->count / 2; i > 0; i--)
        sink(merge, i - 1);
    return FZZF_OK;
}

static fzzf_status merge_runs(struct merge *merge, fzzf__sorted_fn take,
                              void *user)
{
    fzzf_status status = FZZF_OK;

    while (merge->count > 0 && status == FZZF_OK) {
        struct source *source = merge->heap[0];
        const uint32_t length = length_of(first(source));

        if (!take(user, first(source) + HEAD, length))
            return FZZF_E_CANCELLED;
        source->begin += HEAD + length;
        status = load(source, merge->file);
        if (is_done(source))
            merge->heap[0] = merge->heap[--merge->count];
        if (merge->count > 0 && status == FZZF_OK)
            sink(merge, 0);
    }
    return status;
}

static fzzf_status walk_memory(struct fzzf__sorter *sorter,
                               fzzf__sorted_fn take, void *user)
{
    sort_memory(sorter);
    for (size_t i = 0; i < sorter->count; i++)
        if (!take(user, sorter->texts[i] + HEAD, length_of(sorter->texts[i])))
            return FZZF_E_CANCELLED;
    return FZZF_OK;
}

fzzf_status fzzf__sorter_walk(struct fzzf__sorter *sorter, fzzf__sorted_fn take,
                              void *user)
{
    struct merge merge = {.count = 0};
    fzzf_status status = FZZF_OK;

    if (sorter->run_count == 0)
        return walk_memory(sorter, take, user);
    if (sorter->count > 0)
        status = spill(sorter);
    if (status == FZZF_OK)
        status = open_runs(sorter, &merge);
    if (status == FZZF_OK)
        status = merge_runs(&merge, take, user);
    for (size_t i = 0; merge.sources != NULL && i < sorter->run_count; i++)
        fzzf__free(merge.sources[i].window);
    fzzf__free(merge.sources);
    fzzf__free((void *)merge.heap);
    return status;
}
