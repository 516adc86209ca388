/* SPDX-License-Identifier: Apache-2.0 */
/* One observation: from the words of a declaration to a value of its kind. */

#include <string.h>

#include "base/text.h"
#include "eval/unit.h"

static bool read_number(fzzf__arena *arena, const char *text, fzzf__num *out)
{
    return text != NULL && fzzf__num_parse(arena, text, strlen(text), out) != 0;
}

static bool bind_yes_no(const char *text, struct fzzf__observed *out)
{
    const bool yes = text != NULL && strcmp(text, "yes") == 0;

    fzzf__give_truth(&out->value, yes, yes);
    return yes || (text != NULL && strcmp(text, "no") == 0);
}

static bool bind_number(fzzf__arena *arena, const struct fzzf__observe *observe,
                        const char *text, struct fzzf__observed *out)
{
    fzzf__num number;

    if (!read_number(arena, text, &number))
        return false;
    if ((observe->whole || observe->kind == FZZF_KIND_COUNT) &&
        !fzzf__num_is_integer(number))
        return false;
    if (observe->kind == FZZF_KIND_COUNT && fzzf__num_sign(number) < 0)
        return false;
    fzzf__give(&out->value, number);
    return true;
}

static bool bind_level(const struct fzzf__observe *observe, const char *text,
                       struct fzzf__observed *out)
{
    for (size_t i = 0; text != NULL && i < observe->option_count; i++)
        if (strcmp(observe->options[i].id, text) == 0) {
            out->value.text = observe->options[i].id;
            return true;
        }
    return false;
}

static bool bind_date(const char *text, struct fzzf__observed *out)
{
    long days;

    if (text == NULL || !fzzf__date_parse(text, &days))
        return false;
    fzzf__give(&out->value, fzzf__num_int(days));
    return true;
}

/* "88/98", as two numbers; the second may be zero. */
static bool split_ratio(fzzf__arena *arena, const char *text,
                        struct fzzf__observed *out)
{
    const char *slash = text == NULL ? NULL : strchr(text, '/');

    out->denominator = FZZF__ONE;
    if (slash == NULL)
        return read_number(arena, text, &out->numerator);
    return fzzf__num_parse(arena, text, (size_t)(slash - text),
                           &out->numerator) &&
           read_number(arena, slash + 1, &out->denominator);
}

static bool bind_ratio(fzzf__arena *arena,
                       const struct fzzf__observation *given,
                       struct fzzf__observed *out)
{
    if (given->numerator != NULL
            ? !read_number(arena, given->numerator, &out->numerator) ||
                  !read_number(arena, given->denominator, &out->denominator)
            : !split_ratio(arena, given->value, out))
        return false;
    if (fzzf__num_sign(out->numerator) < 0 ||
        fzzf__num_sign(out->denominator) < 0)
        return false;
    if (fzzf__num_sign(out->denominator) == 0)
        fzzf__give_why(&out->value, FZZF__NO_VALUE, FZZF__WHY_DIVISION,
                       given->id);
    else
        fzzf__give(&out->value,
                   fzzf__num_div(arena, out->numerator, out->denominator));
    return true;
}

static size_t find_option(const struct fzzf__observe *observe, const char *id)
{
    for (size_t i = 0; id != NULL && i < observe->option_count; i++)
        if (strcmp(observe->options[i].id, id) == 0)
            return i;
    return FZZF__NO_NAME;
}

/* Counts by option; an option that is not listed counts 0. */
static bool bind_counts(fzzf__arena *arena, const struct fzzf__observe *observe,
                        const struct fzzf__observation *given,
                        struct fzzf__observed *out, const char **entry)
{
    fzzf__num *numbers =
        fzzf__arena_alloc(arena, (observe->option_count + 1) * sizeof *numbers);

    if (numbers == NULL)
        return false;
    for (size_t i = 0; i < observe->option_count; i++)
        numbers[i] = FZZF__ZERO;
    for (size_t i = 0; i < given->entry_count; i++) {
        const size_t option = find_option(observe, given->entries[i].of);
        fzzf__num count;

        *entry = given->entries[i].of;
        if (option == FZZF__NO_NAME ||
            !read_number(arena, given->entries[i].value, &count) ||
            !fzzf__num_is_integer(count) || fzzf__num_sign(count) < 0)
            return false;
        numbers[option] = fzzf__num_add(arena, numbers[option], count);
    }
    out->numbers = numbers;
    out->count = observe->option_count;
    return given->value == NULL;
}

static bool bind_marks(fzzf__arena *arena,
                       const struct fzzf__observation *given,
                       struct fzzf__observed *out, const char **entry)
{
    fzzf__num *numbers =
        fzzf__arena_alloc(arena, (given->entry_count + 1) * sizeof *numbers);

    if (numbers == NULL)
        return false;
    for (size_t i = 0; i < given->entry_count; i++) {
        *entry = given->entries[i].value;
        if (given->entries[i].of != NULL ||
            !read_number(arena, given->entries[i].value, &numbers[i]))
            return false;
    }
    out->numbers = numbers;
    out->count = given->entry_count;
    return given->value == NULL;
}

static bool bind_awards(fzzf__arena *arena, const struct fzzf__observe *observe,
                        const struct fzzf__observation *given,
                        struct fzzf__observed *out, const char **entry)
{
    struct fzzf__award *awards =
        fzzf__arena_alloc(arena, (given->entry_count + 1) * sizeof *awards);

    if (awards == NULL)
        return false;
    for (size_t i = 0; i < given->entry_count; i++) {
        const struct fzzf__entry *from = &given->entries[i];

        *entry = from->of;
        awards[i].level = find_option(observe, from->of);
        if (awards[i].level == FZZF__NO_NAME || from->value != NULL)
            return false;
        awards[i].issuer = from->issuer;
        awards[i].matter = from->matter;
        awards[i].dated = from->date != NULL;
        if (from->date != NULL &&
            !fzzf__date_parse(from->date, &awards[i].date))
            return false;
    }
    out->awards = awards;
    out->count = given->entry_count;
    return given->value == NULL;
}

bool fzzf__bind_value(fzzf__arena *arena, const struct fzzf__observe *observe,
                      const struct fzzf__observation *given,
                      struct fzzf__observed *out, const char **entry)
{
    *entry = given->value;
    if (observe->kind != FZZF_KIND_RATIO &&
        (given->numerator != NULL || given->denominator != NULL))
        return false;
    switch (observe->kind) {
    case FZZF_KIND_YES_NO:
        return bind_yes_no(given->value, out);
    case FZZF_KIND_NUMBER:
    case FZZF_KIND_COUNT:
        return bind_number(arena, observe, given->value, out);
    case FZZF_KIND_RATIO:
        *entry = given->numerator != NULL ? given->numerator : given->value;
        return bind_ratio(arena, given, out);
    case FZZF_KIND_LEVEL:
        return bind_level(observe, given->value, out);
    case FZZF_KIND_DATE:
        return bind_date(given->value, out);
    case FZZF_KIND_CAUSES:
    case FZZF_KIND_SURVEY:
        return bind_counts(arena, observe, given, out, entry);
    case FZZF_KIND_PANEL:
        return bind_marks(arena, given, out, entry);
    case FZZF_KIND_AWARDS:
        return bind_awards(arena, observe, given, out, entry);
    case FZZF_KIND_NONE:
        break;
    }
    return false;
}
