/* SPDX-License-Identifier: Apache-2.0 */
/* Manifests: their life, what they are built from and asked. */

#include "model/manifest.h"

#include <string.h>

#include "base/memory.h"
#include "base/options.h"
#include "base/text.h"
#include "model/words.h"

#define SEQUENCE_MAX   999999999
#define TEXT_MAX       ((size_t)64 * 1024)
#define MEDIA_PART_MAX 64

struct fzzf_manifest *fzzf__manifest_new(void)
{
    struct fzzf_manifest *manifest = fzzf__calloc(1, sizeof *manifest);

    if (manifest == NULL)
        return NULL;
    atomic_init(&manifest->references, 1);
    fzzf__arena_init(&manifest->arena);
    manifest->dispatch.size = sizeof manifest->dispatch;
    return manifest;
}

bool fzzf__is_digest(const char *text)
{
    return text != NULL && strspn(text, "0123456789abcdef") == 64 &&
           text[64] == '\0';
}

static size_t media_span(const char *text)
{
    const size_t span = strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789.+-");

    return strchr(".+-", *text) == NULL && span <= MEDIA_PART_MAX ? span : 0;
}

bool fzzf__is_media(const char *text)
{
    size_t span = text == NULL ? 0 : media_span(text);

    if (span == 0 || text[span] != '/')
        return false;
    text += span + 1;
    span = media_span(text);
    return span > 0 && text[span] == '\0';
}

bool fzzf__is_sequence(uint32_t sequence)
{
    return sequence >= 1 && sequence <= SEQUENCE_MAX;
}

static bool is_sound(const fzzf_dispatch *dispatch)
{
    long days;

    return dispatch->batch != NULL && fzzf__is_node_id(dispatch->batch) &&
           fzzf__is_sequence(dispatch->sequence) && dispatch->sender != NULL &&
           fzzf__is_node_id(dispatch->sender) &&
           fzzf_level_name(dispatch->level) != NULL &&
           fzzf__date_parse(dispatch->made, &days);
}

fzzf_status fzzf_manifest_new(fzzf_manifest **out,
                              const fzzf_dispatch *dispatch)
{
    struct fzzf_manifest *manifest;
    fzzf_dispatch now;
    fzzf_status status;

    if (out == NULL || dispatch == NULL ||
        fzzf__options_read(&now, sizeof now, dispatch) != FZZF_OK ||
        !is_sound(&now))
        return FZZF_E_ARGUMENT;
    manifest = fzzf__manifest_new();
    if (manifest == NULL)
        return FZZF_E_MEMORY;
    now.batch = fzzf__arena_text(&manifest->arena, now.batch);
    now.sender = fzzf__arena_text(&manifest->arena, now.sender);
    now.made = fzzf__arena_text(&manifest->arena, now.made);
    manifest->dispatch = now;
    status = manifest->arena.spoiled;
    if (status == FZZF_OK)
        *out = manifest;
    else
        fzzf_manifest_unref(manifest);
    return status;
}

fzzf_entry *fzzf__manifest_push(struct fzzf_manifest *manifest)
{
    const size_t count = manifest->count;
    fzzf_entry *entry;

    if ((count & (count - 1)) == 0) {
        fzzf_entry *larger = fzzf__arena_alloc(
            &manifest->arena, (count == 0 ? 1 : 2 * count) * sizeof *larger);

        if (larger == NULL)
            return NULL;
        if (count > 0)
            memcpy(larger, manifest->entries, count * sizeof *larger);
        manifest->entries = larger;
    }
    entry = &manifest->entries[manifest->count++];
    entry->size = sizeof *entry;
    return entry;
}

fzzf_status fzzf_manifest_add(fzzf_manifest *manifest, const fzzf_entry *entry)
{
    fzzf__arena *arena;
    fzzf_entry now;
    fzzf_entry *added;

    if (manifest == NULL || entry == NULL ||
        fzzf__options_read(&now, sizeof now, entry) != FZZF_OK ||
        !fzzf__is_xml_text(now.name) || strlen(now.name) > TEXT_MAX ||
        fzzf_entry_kind_name(now.kind) == NULL || !fzzf__is_media(now.media) ||
        !fzzf__is_digest(now.sha256) || !fzzf__is_digest(now.sm3))
        return FZZF_E_ARGUMENT;
    arena = &manifest->arena;
    if (arena->spoiled != FZZF_OK)
        return arena->spoiled;
    now.name = fzzf__arena_text(arena, now.name);
    now.media = fzzf__arena_text(arena, now.media);
    now.sha256 = fzzf__arena_text(arena, now.sha256);
    now.sm3 = fzzf__arena_text(arena, now.sm3);
    added = arena->spoiled == FZZF_OK ? fzzf__manifest_push(manifest) : NULL;
    if (added == NULL) {
        arena->spoiled = FZZF_OK; /* what is there still holds */
        return FZZF_E_MEMORY;
    }
    *added = now;
    return FZZF_OK;
}

fzzf_manifest *fzzf_manifest_ref(fzzf_manifest *manifest)
{
    if (manifest != NULL)
        atomic_fetch_add(&manifest->references, 1);
    return manifest;
}

void fzzf_manifest_unref(fzzf_manifest *manifest)
{
    if (manifest == NULL || atomic_fetch_sub(&manifest->references, 1) != 1)
        return;
    fzzf__arena_free(&manifest->arena);
    fzzf__free(manifest);
}

int fzzf_manifest_describe(const fzzf_manifest *manifest, fzzf_dispatch *view)
{
    return manifest == NULL || view == NULL
               ? 0
               : fzzf__view_write(view, &manifest->dispatch,
                                  sizeof manifest->dispatch);
}

size_t fzzf_manifest_count(const fzzf_manifest *manifest)
{
    return manifest == NULL ? 0 : manifest->count;
}

int fzzf_manifest_at(const fzzf_manifest *manifest, size_t index,
                     fzzf_entry *view)
{
    if (index >= fzzf_manifest_count(manifest) || view == NULL)
        return 0;
    return fzzf__view_write(view, &manifest->entries[index],
                            sizeof manifest->entries[index]);
}

const char *fzzf_level_name(fzzf_level level)
{
    return fzzf__word(&fzzf__sender_level_words, (int)level);
}

const char *fzzf_entry_kind_name(fzzf_entry_kind kind)
{
    return fzzf__word(&fzzf__entry_kind_words, (int)kind);
}
