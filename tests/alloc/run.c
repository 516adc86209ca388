/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Every public call of both libraries with each of their allocations failing.
 * Those of libxml2 are not failed: they are not the library's, and libxml2 2.9
 * does not survive all of them.
 *
 * FZZF_ALLOC=full fails every allocation of a call up to some thousands,
 * instead of a few spread over them. FZZF_ALLOC=talk says what was done. With
 * arguments only those areas are tried.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc/counted.h"
#include "alloc/tell.h"
#include "alloc/try.h"

struct row {
    const char *name;
    const char *reason; /* why it allocates nothing; NULL: it may fail */
};

static const struct row rows[] = {
#define FAULTED(name)       {#name, NULL},
#define QUIET(name, reason) {#name, reason},
#include "alloc/calls.def"
#undef FAULTED
#undef QUIET
};

/* The functions of a map are those of calls.def from row @next on, in its
 * order; gives the row after them. */
static size_t check_map(const char *path, size_t next)
{
    struct note map = note_file(path);
    const char *at = map.bytes;

    for (; (at = strstr(at, "\tfzzf_")) != NULL; next++) {
        const char *const name =
            next < CALL_COUNT ? rows[next].name : "its end";
        const size_t length = strlen(name);

        if (strncmp(++at, name, length) != 0 || at[length] != ';') {
            complain("calls.def and %s part at %s", path, name);
            break;
        }
    }
    note_free(&map);
    return next;
}

static void check_maps(void)
{
    const size_t next = check_map("lib/libfzzf.map", 0);

    if (check_map("lib/libfzzf-pack.map", next) != CALL_COUNT)
        complain("calls.def has more than the maps");
}

/* Each function was called as calls.def says. */
static void check_all_called(void)
{
    for (size_t i = 0; i < CALL_COUNT; i++)
        if (times[i] == 0)
            complain("%s was never %s", rows[i].name,
                     rows[i].reason == NULL ? "refused memory"
                                            : "called without memory");
}

static void check_constants(void)
{
    struct note note = {NULL, 0, 0};

    tell_constants(&note);
    note_free(&note);
}

static const struct {
    const char *name;
    void (*run)(void);
} areas[] = {
    {"constants", check_constants},
    {"numbers", try_numbers},
    {"builder", try_builder},
    {"records", try_records},
    {"tailoring", try_tailoring},
    {"documents", try_documents},
    {"scoring", try_scoring},
    {"recomputing", try_recomputing},
    {"exporting", try_exporting},
    {"recommending", try_recommending},
    {"registering", try_registering},
    {"exchange", try_exchange},
    {"differing", try_differing},
    {"packing", try_packing},
    {"tasks", try_tasks},
    {"evidence", try_evidence},
    {"assessing", try_assessing},
    {"surveying", try_surveying},
};

/* All areas, or those named on the command line. */
static void try_all(int count, char **names)
{
    const long held = counted_held;

    for (size_t i = 0; i < sizeof areas / sizeof areas[0]; i++) {
        int wanted = count == 0;

        for (int n = 0; n < count; n++)
            wanted = wanted || strcmp(names[n], areas[i].name) == 0;
        if (wanted)
            areas[i].run();
    }
    if (counted_held != held)
        complain("%ld blocks are held at the end", counted_held - held);
}

/* Findings that no call gave: whoever adds one may want to try it too. */
static void talk(void)
{
    static const struct {
        int number;
        const char *name;
    } all[] = {
#define FINDING(number, name, severity, en, zh) {number, #name},
#include "base/findings.def"
#undef FINDING
    };

    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        if (!found[all[i].number])
            printf("no trial gives %d %s\n", all[i].number, all[i].name);
    for (size_t i = 0; i < CALL_COUNT; i++)
        printf("%8ld %s\n", times[i], rows[i].name);
}

int main(int argc, char **argv)
{
    const char *wish = getenv("FZZF_ALLOC");
    const bool full = wish != NULL && strcmp(wish, "full") == 0;

    check_maps();
    counted_block = COUNTED_BLOCKS;
    points_max = full ? 3000 : 100;
    try_all(argc - 1, argv + 1);
    counted_block = COUNTED_PIECES;
    points_max = full ? 3000 : 30;
    try_all(argc - 1, argv + 1);
    if (argc == 1)
        check_all_called();
    if (wish != NULL)
        talk();
    printf("%ld trials, %ld allocations failed, %ld complaints\n", trials,
           faults, complaints);
    return complaints == 0 ? 0 : 1;
}
