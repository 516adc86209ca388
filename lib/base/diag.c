/* SPDX-License-Identifier: Apache-2.0 */
/* Lists of findings: adding to them and asking them. */

#include "base/diag.h"

#include <stdarg.h>
#include <stdbool.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "fzzf/codes.h"

#define ARGUMENTS   10
#define LANGUAGES   2
#define LONGEST_ARG 1000 /* bytes; a whole document may be one attribute */

/* One row of findings.def. */
struct row {
    int number;
    fzzf_severity severity;
    const char *patterns[LANGUAGES];
};

struct finding {
    const struct row *row;
    fzzf__place place;
    const char *args[ARGUMENTS];
    size_t arg_count;
    const char *messages[LANGUAGES];
};

struct fzzf_diags {
    fzzf__arena arena; /* of every text */
    struct finding *items;
    size_t capacity;
    size_t count;
    size_t dropped;
    size_t errors; /* with the dropped ones */
};

static const struct row rows[] = {
#define FINDING(number, name, severity, en, zh)                                \
    {number, FZZF_##severity, {[FZZF_CHINESE] = zh, [FZZF_ENGLISH] = en}},
#include "base/findings.def"
#undef FINDING
};

fzzf_status fzzf_diags_new(fzzf_diags **out)
{
    fzzf_diags *list;

    if (out == NULL)
        return FZZF_E_ARGUMENT;
    list = fzzf__calloc(1, sizeof *list);
    if (list == NULL)
        return FZZF_E_MEMORY;
    *out = list;
    return FZZF_OK;
}

void fzzf_diags_free(fzzf_diags *list)
{
    if (list == NULL)
        return;
    fzzf__arena_free(&list->arena);
    fzzf__free(list->items);
    fzzf__free(list);
}

void fzzf_diags_clear(fzzf_diags *list)
{
    if (list == NULL)
        return;
    fzzf__arena_reset(&list->arena);
    list->count = 0;
    list->dropped = 0;
    list->errors = 0;
}

size_t fzzf_diags_count(const fzzf_diags *list)
{
    return list == NULL ? 0 : list->count;
}

size_t fzzf_diags_dropped(const fzzf_diags *list)
{
    return list == NULL ? 0 : list->dropped;
}

size_t fzzf__diags_errors(const fzzf_diags *list)
{
    return list == NULL ? 0 : list->errors;
}

static const struct finding *finding_at(const fzzf_diags *list, size_t index)
{
    static const struct row no_row;
    static const struct finding none = {.row = &no_row};

    return index < fzzf_diags_count(list) ? &list->items[index] : &none;
}

fzzf_severity fzzf_diags_severity(const fzzf_diags *list, size_t index)
{
    return finding_at(list, index)->row->severity;
}

int fzzf_diags_code(const fzzf_diags *list, size_t index)
{
    return finding_at(list, index)->row->number;
}

const char *fzzf_diags_file(const fzzf_diags *list, size_t index)
{
    return finding_at(list, index)->place.file;
}

long fzzf_diags_line(const fzzf_diags *list, size_t index)
{
    return finding_at(list, index)->place.line;
}

long fzzf_diags_column(const fzzf_diags *list, size_t index)
{
    return finding_at(list, index)->place.column;
}

const char *fzzf_diags_path(const fzzf_diags *list, size_t index)
{
    return finding_at(list, index)->place.path;
}

const char *fzzf_diags_argument(const fzzf_diags *list, size_t index,
                                size_t argument)
{
    const struct finding *finding = finding_at(list, index);

    return argument < finding->arg_count ? finding->args[argument] : NULL;
}

const char *fzzf_diags_message(const fzzf_diags *list, size_t index,
                               fzzf_language language)
{
    if ((unsigned)language >= LANGUAGES)
        return NULL;
    return finding_at(list, index)->messages[language];
}

static const struct row *row_of(int number)
{
    size_t i;

    for (i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (rows[i].number == number)
            return &rows[i];
    return NULL;
}

/* What is masked never takes more bytes than what it stands for. */
static int put_back(void *user, const char *bytes, size_t size)
{
    char **const at = user;

    memmove(*at, bytes, size);
    *at += size;
    return 0;
}

/* No finding repeats a resident identity number. */
static const char *mask(char *text)
{
    char *end = text;

    if (text == NULL)
        return NULL;
    (void)fzzf_identity_mask(text, put_back, &end);
    *end = '\0';
    return text;
}

/* A copy of @text, cut between two characters when it is very long. */
static char *copy_argument(fzzf__arena *arena, const char *text)
{
    static const char ellipsis[] = "…";
    size_t length = strlen(text);
    char *copy;

    if (length <= LONGEST_ARG)
        return fzzf__arena_textn(arena, text, length);
    length = LONGEST_ARG;
    while (length > 0 && (text[length] & 0xC0) == 0x80)
        length--;
    copy = fzzf__arena_alloc(arena, length + sizeof ellipsis);
    if (copy != NULL) {
        memcpy(copy, text, length);
        memcpy(copy + length, ellipsis, sizeof ellipsis);
    }
    return copy;
}

static const char *keep_argument(fzzf__arena *arena, const char *text)
{
    return mask(copy_argument(arena, text));
}

static void keep_place(fzzf__arena *arena, struct finding *finding,
                       const fzzf__place *place)
{
    if (place == NULL)
        return;
    finding->place = *place;
    finding->place.file = mask(fzzf__arena_text(arena, place->file));
    finding->place.path = mask(fzzf__arena_text(arena, place->path));
}

static void make_messages(fzzf__arena *arena, struct finding *finding)
{
    fzzf__text text = {0};
    int i;

    for (i = 0; i < LANGUAGES; i++) {
        text.length = 0;
        fzzf__text_fill(&text, finding->row->patterns[i], finding->args,
                        finding->arg_count);
        if (text.failed)
            arena->spoiled = FZZF_E_MEMORY;
        else
            finding->messages[i] =
                fzzf__arena_textn(arena, text.bytes, text.length);
    }
    fzzf__text_free(&text);
}

/* The slot for one more finding, or NULL when there is none. */
static struct finding *reserve(fzzf_diags *list)
{
    if (list->count == FZZF__FINDINGS_MAX ||
        !fzzf__grow((void **)&list->items, &list->capacity, list->count,
                    sizeof *list->items))
        return NULL;
    memset(&list->items[list->count], 0, sizeof *list->items);
    return &list->items[list->count];
}

const char fzzf__lost[] = "";

const char *fzzf__argument(const fzzf__text *text)
{
    if (text->failed)
        return fzzf__lost;
    return text->bytes == NULL ? "" : text->bytes;
}

static bool append(fzzf_diags *list, const struct row *row,
                   const fzzf__place *place, const char *const *args,
                   size_t count)
{
    struct finding *finding = row == NULL ? NULL : reserve(list);

    if (finding == NULL)
        return false;
    finding->row = row;
    for (; finding->arg_count < count; finding->arg_count++) {
        const char *arg = args[finding->arg_count];

        if (arg == fzzf__lost)
            return false;
        finding->args[finding->arg_count] = keep_argument(&list->arena, arg);
    }
    keep_place(&list->arena, finding, place);
    make_messages(&list->arena, finding);
    if (list->arena.spoiled != FZZF_OK) {
        list->arena.spoiled = FZZF_OK; /* the next one may fit */
        return false;
    }
    return true;
}

/* False when it was counted and dropped. */
static bool add(fzzf_diags *diags, const struct row *row,
                const fzzf__place *place, const char *const *args, size_t count)
{
    const bool added = append(diags, row, place, args, count);

    if (row != NULL && row->severity == FZZF_ERROR)
        diags->errors++;
    if (added)
        diags->count++;
    else
        diags->dropped++;
    return added;
}

fzzf_status fzzf__report(fzzf_diags *diags, fzzf_status status, int number,
                         const fzzf__place *place, ...)
{
    const char *args[ARGUMENTS];
    size_t count = 0;
    va_list list;

    if (diags == NULL)
        return status;
    va_start(list, place);
    while (count < ARGUMENTS &&
           (args[count] = va_arg(list, const char *)) != NULL)
        count++;
    va_end(list);
    (void)add(diags, row_of(number), place, args, count);
    return status;
}

fzzf_status fzzf_diags_add(fzzf_diags *list, int code, const char *file,
                           const char *path, const char *const *arguments,
                           size_t count)
{
    const struct row *row = row_of(code);
    const fzzf__place place = {.file = file, .path = path};

    if (row == NULL || count > ARGUMENTS || (count > 0 && arguments == NULL))
        return FZZF_E_ARGUMENT;
    for (size_t i = 0; i < count; i++)
        if (arguments[i] == NULL)
            return FZZF_E_ARGUMENT;
    if (list != NULL)
        (void)add(list, row, &place, arguments, count);
    return FZZF_OK;
}

bool fzzf__is_finding(int code)
{
    return row_of(code) != NULL;
}

fzzf_status fzzf__diags_copy(fzzf_diags *to, const fzzf_diags *from)
{
    if (from != NULL && from->dropped > 0 && from->count < FZZF__FINDINGS_MAX)
        return FZZF_E_MEMORY;
    for (size_t i = 0; i < fzzf_diags_count(from); i++) {
        const struct finding *finding = &from->items[i];
        fzzf__place place = finding->place;

        place.file = NULL;
        if (!add(to, finding->row, &place, finding->args, finding->arg_count))
            return FZZF_E_MEMORY;
    }
    return FZZF_OK;
}
