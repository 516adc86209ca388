/* SPDX-License-Identifier: Apache-2.0 */
/* Looks at one piece of evidence: its file, its use elsewhere, its day. */

#include <string.h>
#include <strings.h>

#include "course/evidence.h"

void fzzf__remark(struct fzzf__checking *checking, const char *indicator,
                  const struct fzzf__evidence *piece,
                  enum fzzf__reason_code code,
                  const struct fzzf__because *arguments, size_t count)
{
    struct fzzf_record *remark =
        fzzf__because(checking->unit, HOLDING_NOTICES, code, arguments, count);

    if (remark == NULL)
        return;
    fzzf__record_put(remark, REMARK_INDICATOR, indicator);
    if (piece != NULL)
        fzzf__record_put(remark, REMARK_EVIDENCE, piece->id);
}

/* The title, or the id of a piece without one. */
static const char *called(const struct fzzf__evidence *piece)
{
    return piece->title == NULL || *piece->title == '\0' ? piece->id
                                                         : piece->title;
}

/* Says @code with the piece and up to two texts. Gives false. */
static bool against(struct fzzf__checking *checking, const char *indicator,
                    const struct fzzf__evidence *piece,
                    enum fzzf__reason_code code, const char *first,
                    const char *second)
{
    const struct fzzf__because arguments[] = {
        {called(piece), NULL, NULL},
        {first, NULL, NULL},
        {second, NULL, NULL},
    };

    fzzf__remark(checking, indicator, piece, code, arguments,
                 second != NULL  ? 3
                 : first != NULL ? 2
                                 : 1);
    return false;
}

/* The file is there and is the one that was meant. */
static bool check_file(struct fzzf__checking *checking, const char *indicator,
                       const struct fzzf__evidence *piece,
                       const struct fzzf_record **file)
{
    const char *digest, *size;
    size_t said, is;

    switch (fzzf__file_find(checking, piece, file)) {
    case FZZF__FOUND_NONE:
        return fzzf__is_network_link(piece->href) ||
               against(checking, indicator, piece, FZZF__BECAUSE_NO_FILE, NULL,
                       NULL);
    case FZZF__FOUND_SEVERAL:
        return against(checking, indicator, piece, FZZF__BECAUSE_SEVERAL_FILES,
                       piece->id, NULL);
    case FZZF__FOUND_ONE:
        break;
    }
    digest = fzzf__record_value(*file, ENTRY_CHECKSUM);
    size = fzzf__record_value(*file, ENTRY_SIZE);
    if (piece->sha256 != NULL && strcasecmp(piece->sha256, digest) != 0)
        return against(checking, indicator, piece, FZZF__BECAUSE_ALTERED,
                       piece->sha256, digest);
    if (piece->size != NULL && fzzf__size_value(piece->size, &said) &&
        fzzf__size_value(size, &is) && said != is)
        return against(checking, indicator, piece, FZZF__BECAUSE_RESIZED,
                       piece->size, size);
    return true;
}

/* The same content under one indicator counts once; under another it is one
 * file for many indicators. */
static bool check_use(struct fzzf__checking *checking, const char *indicator,
                      const struct fzzf__evidence *piece, const char *key)
{
    const size_t next = checking->use_count;
    size_t first;
    int added;

    if (key == NULL)
        return true;
    added = fzzf__names_add(&checking->contents, key, next);
    if (added < 0)
        checking->arena.spoiled = FZZF_E_MEMORY;
    if (added > 0) {
        checking->uses[next] = piece;
        checking->places[next] = indicator;
        checking->use_count++;
    }
    if (added != 0)
        return true;
    first = fzzf__names_find(&checking->contents, key);
    if (strcmp(checking->places[first], indicator) == 0)
        return against(checking, indicator, piece, FZZF__BECAUSE_DUPLICATE,
                       checking->uses[first]->id, NULL);
    (void)against(checking, indicator, piece, FZZF__BECAUSE_SHARED,
                  checking->uses[first]->id, checking->places[first]);
    /* It stands for this indicator from here on. */
    checking->places[first] = indicator;
    checking->uses[first] = piece;
    return true;
}

/* From which to which day a piece may be; false: that is not known. */
static bool days_of(const struct fzzf__evidence *piece,
                    char from[FZZF__DAY_SIZE], char to[FZZF__DAY_SIZE])
{
    const char *period = piece->period;

    if (piece->date != NULL) {
        memcpy(from, piece->date, 11);
        memcpy(to, piece->date, 11);
        return true;
    }
    if (period == NULL || strlen(period) != 4 ||
        strspn(period, "0123456789") != 4)
        return false;
    memcpy(from, period, 4);
    memcpy(from + 4, "-01-01", 7);
    memcpy(to, period, 4);
    memcpy(to + 4, "-12-31", 7);
    return true;
}

static bool is_of(const struct fzzf__demand *demand, const char *indicator,
                  const struct fzzf__evidence *piece)
{
    return (demand->indicator == NULL ||
            strcmp(demand->indicator, indicator) == 0) &&
           (demand->kind == 0 || demand->kind == (int)piece->kind);
}

/* A piece that may lie on either side of an end is told of as undated. */
static bool check_demand(struct fzzf__checking *checking,
                         const struct fzzf__demand *demand,
                         const char *indicator,
                         const struct fzzf__evidence *piece)
{
    const char *begin = demand->from, *end = demand->to;
    const char *oldest = *demand->oldest == '\0' ? NULL : demand->oldest;
    char from[FZZF__DAY_SIZE], to[FZZF__DAY_SIZE];

    if (begin == NULL && end == NULL && oldest == NULL)
        return true;
    if (!days_of(piece, from, to))
        return against(checking, indicator, piece, FZZF__BECAUSE_UNDATED, NULL,
                       NULL);
    if ((begin != NULL && strcmp(to, begin) < 0) ||
        (end != NULL && strcmp(from, end) > 0))
        return against(checking, indicator, piece, FZZF__BECAUSE_OUTSIDE,
                       begin == NULL ? "…" : begin, end == NULL ? "…" : end);
    if (oldest != NULL && strcmp(to, oldest) < 0)
        return against(checking, indicator, piece, FZZF__BECAUSE_STALE, to,
                       oldest);
    if ((begin != NULL && strcmp(from, begin) < 0) ||
        (end != NULL && strcmp(to, end) > 0) ||
        (oldest != NULL && strcmp(from, oldest) < 0))
        return against(checking, indicator, piece, FZZF__BECAUSE_UNDATED, NULL,
                       NULL);
    return true;
}

static bool check_days(struct fzzf__checking *checking, const char *indicator,
                       const struct fzzf__evidence *piece)
{
    if (checking->day != NULL && piece->date != NULL &&
        strcmp(piece->date, checking->day) > 0)
        return against(checking, indicator, piece, FZZF__BECAUSE_AHEAD,
                       piece->date, NULL);
    for (size_t i = 0; i < checking->demand_count; i++)
        if (is_of(&checking->demands[i], indicator, piece) &&
            !check_demand(checking, &checking->demands[i], indicator, piece))
            return false;
    return true;
}

bool fzzf__piece_check(struct fzzf__checking *checking, const char *indicator,
                       const struct fzzf__evidence *piece)
{
    const struct fzzf_record *file = NULL;
    bool sound = true;

    if (checking->inventory != NULL)
        sound = check_file(checking, indicator, piece, &file);
    sound = check_use(checking, indicator, piece,
                      fzzf__piece_key(&checking->arena, piece, file)) &&
            sound;
    sound = check_days(checking, indicator, piece) && sound;
    if (piece->submitted != NULL && strcmp(piece->submitted, "on_site") == 0)
        sound = against(checking, indicator, piece, FZZF__BECAUSE_ON_SITE, NULL,
                        NULL);
    return sound;
}
