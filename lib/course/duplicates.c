/* SPDX-License-Identifier: Apache-2.0 */
/* The same evidence in the hands of several units, found by sorting. */

#include <string.h>

#include "base/memory.h"
#include "base/sorter.h"
#include "course/evidence.h"
#include "fzzf/course.h"
#include "model/kinds_duplicates.h"

#define ROOM_DEFAULT  ((size_t)16 << 20)
#define GROUPS_LISTED 10000 /* when nothing else is asked */
#define PIECES_LISTED 1000  /* of one group */

/* What is sorted: texts, each ended by a zero. */
enum { BY, KEY, UNIT, DECLARATION, INDICATOR, EVIDENCE, TEXTS };

struct fzzf_duplicates {
    struct fzzf__sorter *sorter;
    size_t declarations, pieces, unidentified;
};

fzzf_status fzzf_duplicates_new(fzzf_duplicates **out, size_t room)
{
    fzzf_duplicates *made;

    if (out == NULL)
        return FZZF_E_ARGUMENT;
    made = fzzf__calloc(1, sizeof *made);
    if (made == NULL)
        return FZZF_E_MEMORY;
    made->sorter = fzzf__sorter_new(room == 0 ? ROOM_DEFAULT : room);
    if (made->sorter == NULL) {
        fzzf__free(made);
        return FZZF_E_MEMORY;
    }
    *out = made;
    return FZZF_OK;
}

void fzzf_duplicates_free(fzzf_duplicates *duplicates)
{
    if (duplicates == NULL)
        return;
    fzzf__sorter_free(duplicates->sorter);
    fzzf__free(duplicates);
}

static fzzf_status told(fzzf_status status, fzzf_diags *diags)
{
    if (status == FZZF_E_IO)
        (void)fzzf__report(diags, FZZF_E_IO, FZZF__F_NO_STORAGE, NULL, NULL);
    return status;
}

/* The rows of a declaration while they are collected. */
struct rows {
    fzzf__arena arena;
    fzzf__text bytes;
    size_t count, pieces, unidentified;
};

static void collect_piece(struct rows *rows,
                          const struct fzzf_declaration *declaration,
                          const char *indicator,
                          const struct fzzf__evidence *piece)
{
    const char *texts[TEXTS] = {
        [BY] = piece->sha256 != NULL ? "sha256" : "href",
        [KEY] = fzzf__piece_key(&rows->arena, piece, NULL),
        [UNIT] = declaration->unit_code,
        [DECLARATION] = declaration->id,
        [INDICATOR] = indicator,
        [EVIDENCE] = piece->id,
    };

    rows->pieces++;
    if (piece->sha256 == NULL && !fzzf__is_network_link(piece->href)) {
        rows->unidentified++;
        return;
    }
    if (texts[KEY] == NULL)
        return; /* the arena is spoiled */
    for (size_t i = 0; i < TEXTS; i++)
        fzzf__text_addn(&rows->bytes, texts[i], strlen(texts[i]) + 1);
    rows->count++;
}

static void collect(struct rows *rows,
                    const struct fzzf_declaration *declaration)
{
    for (size_t i = 0; i < declaration->assessment_count; i++) {
        const struct fzzf__assessment *from = &declaration->assessments[i];

        if (from->assessor != FZZF_ASSESSOR_SELF)
            continue;
        for (size_t j = 0; j < from->statement_count; j++)
            for (size_t k = 0; k < from->statements[j].evidence_count; k++)
                collect_piece(rows, declaration, from->statements[j].node,
                              &from->statements[j].evidence[k]);
    }
}

/* All rows or none. */
static fzzf_status hand_over(struct fzzf_duplicates *duplicates,
                             const struct rows *rows)
{
    const char *row = rows->bytes.bytes;
    fzzf_status status;

    if (rows->bytes.failed || rows->arena.spoiled != FZZF_OK)
        return FZZF_E_MEMORY;
    status = fzzf__sorter_reserve(duplicates->sorter, rows->count,
                                  rows->bytes.length);
    for (size_t i = 0; i < rows->count && status == FZZF_OK; i++) {
        const char *end = row;

        for (size_t j = 0; j < TEXTS; j++)
            end += strlen(end) + 1;
        status = fzzf__sorter_add(duplicates->sorter, row, (size_t)(end - row));
        row = end;
    }
    return status;
}

fzzf_status fzzf_duplicates_add(fzzf_duplicates *duplicates,
                                const fzzf_declaration *declaration,
                                fzzf_diags *diags)
{
    struct rows rows = {.count = 0};
    fzzf_status status;

    if (duplicates == NULL || declaration == NULL || declaration->counted)
        return FZZF_E_ARGUMENT;
    fzzf__arena_init(&rows.arena);
    collect(&rows, declaration);
    status = hand_over(duplicates, &rows);
    if (status == FZZF_OK) {
        duplicates->declarations++;
        duplicates->pieces += rows.pieces;
        duplicates->unidentified += rows.unidentified;
    }
    fzzf__text_free(&rows.bytes);
    fzzf__arena_free(&rows.arena);
    return told(status, diags);
}

/* The walk along the sorted pieces: those of one key follow each other. */
struct walk {
    struct fzzf_record *made;
    fzzf__arena arena; /* of the pieces of the key */
    const char *rows[PIECES_LISTED];
    const char *key, *unit; /* of the piece before; NULL: there is none */
    size_t pieces, units;
    size_t groups, listed, most;
    fzzf_status status;
};

static void split(const char *row, const char *texts[TEXTS])
{
    for (size_t i = 0; i < TEXTS; i++) {
        texts[i] = row;
        row += strlen(row) + 1;
    }
}

static void list_group(struct walk *walk)
{
    struct fzzf_record *group =
        fzzf__record_append(walk->made, DUPLICATES_GROUPS);
    const char *texts[TEXTS];

    if (group == NULL)
        return;
    split(walk->rows[0], texts);
    fzzf__record_put(group, GROUP_KEY, texts[KEY]);
    fzzf__record_put(group, GROUP_BY, texts[BY]);
    fzzf__put_size(group, GROUP_UNITS, walk->units);
    fzzf__put_size(group, GROUP_COUNT, walk->pieces);
    for (size_t i = 0; i < walk->pieces && i < PIECES_LISTED; i++) {
        struct fzzf_record *piece = fzzf__record_append(group, GROUP_PIECES);

        if (piece == NULL)
            return;
        split(walk->rows[i], texts);
        fzzf__record_put(piece, PIECE_UNIT, texts[UNIT]);
        fzzf__record_put(piece, PIECE_DECLARATION, texts[DECLARATION]);
        fzzf__record_put(piece, PIECE_INDICATOR, texts[INDICATOR]);
        fzzf__record_put(piece, PIECE_EVIDENCE, texts[EVIDENCE]);
    }
}

/* The pieces of a key are all there. */
static void end_group(struct walk *walk)
{
    if (walk->units > 1) {
        walk->groups++;
        if (walk->listed < walk->most) {
            list_group(walk);
            walk->listed++;
        }
    }
    fzzf__arena_reset(&walk->arena);
    walk->key = NULL;
    walk->unit = NULL;
    walk->pieces = 0;
    walk->units = 0;
}

static bool take(void *user, const char *bytes, size_t length)
{
    struct walk *walk = user;
    const char *texts[TEXTS];
    char *row;

    split(bytes, texts);
    if (walk->key != NULL && strcmp(walk->key, texts[KEY]) != 0)
        end_group(walk);
    /* Of a long group only the units are still looked at. */
    if (walk->pieces < PIECES_LISTED || strcmp(walk->unit, texts[UNIT]) != 0) {
        row = fzzf__arena_alloc(&walk->arena, length);
        if (row == NULL)
            return false;
        memcpy(row, bytes, length);
        split(row, texts);
        if (walk->pieces < PIECES_LISTED)
            walk->rows[walk->pieces] = row;
        walk->units +=
            walk->unit == NULL || strcmp(walk->unit, texts[UNIT]) != 0 ? 1 : 0;
        walk->key = texts[KEY];
        walk->unit = texts[UNIT];
    }
    walk->pieces++;
    return walk->made->document->arena.spoiled == FZZF_OK;
}

static void put_totals(const fzzf_duplicates *duplicates,
                       const struct walk *walk)
{
    fzzf__put_size(walk->made, DUPLICATES_DECLARATIONS,
                   duplicates->declarations);
    fzzf__put_size(walk->made, DUPLICATES_PIECES, duplicates->pieces);
    fzzf__put_size(walk->made, DUPLICATES_UNIDENTIFIED,
                   duplicates->unidentified);
    fzzf__put_size(walk->made, DUPLICATES_COUNT, walk->groups);
    fzzf__put_size(walk->made, DUPLICATES_LISTED, walk->listed);
}

static fzzf_status find(fzzf_duplicates *duplicates, struct walk *walk)
{
    fzzf_status status;

    walk->made = fzzf__record_new(&fzzf__kind_duplicates);
    if (walk->made == NULL)
        return FZZF_E_MEMORY;
    status = fzzf__sorter_walk(duplicates->sorter, take, walk);
    if (status == FZZF_OK) {
        end_group(walk);
        put_totals(duplicates, walk);
    }
    if (walk->arena.spoiled != FZZF_OK)
        return walk->arena.spoiled;
    return walk->made->document->arena.spoiled != FZZF_OK
               ? walk->made->document->arena.spoiled
               : status;
}

fzzf_status fzzf_duplicates_find(fzzf_record **out, fzzf_duplicates *duplicates,
                                 size_t most, fzzf_diags *diags)
{
    struct walk *walk;
    fzzf_status status;

    if (duplicates == NULL || out == NULL)
        return FZZF_E_ARGUMENT;
    walk = fzzf__calloc(1, sizeof *walk);
    if (walk == NULL)
        return FZZF_E_MEMORY;
    fzzf__arena_init(&walk->arena);
    walk->most = most == 0 ? GROUPS_LISTED : most;
    status = find(duplicates, walk);
    if (status == FZZF_OK)
        *out = walk->made;
    else
        fzzf_record_unref(walk->made);
    fzzf__arena_free(&walk->arena);
    fzzf__free(walk);
    return told(status, diags);
}
