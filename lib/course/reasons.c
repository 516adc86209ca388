/* SPDX-License-Identifier: Apache-2.0 */
/* Reasons: a code, its arguments, and the sentences made from them. */

#include <string.h>

#include "course/recommend.h"

#define ARGUMENTS_MAX 10

static const struct {
    const char *code, *en, *zh;
} sentences[] = {
#define REASON(name, code, en, zh) {code, en, zh},
#include "course/reasons.def"
#undef REASON
};

static void put_sentence(struct fzzf_record *record, size_t field,
                         const char *pattern, const char *const *words,
                         size_t count)
{
    fzzf__text text = {0};

    fzzf__text_fill(&text, pattern, words, count);
    if (text.failed)
        record->document->arena.spoiled = FZZF_E_MEMORY;
    else
        fzzf__record_put(record, field, text.bytes);
    fzzf__text_free(&text);
}

static const char *value_of(const struct fzzf__because *argument)
{
    return argument->value == NULL ? "" : argument->value;
}

void fzzf__say(struct fzzf_record *record, size_t field,
               enum fzzf__reason_code code,
               const struct fzzf__because *arguments, size_t count)
{
    const char *zh[ARGUMENTS_MAX], *en[ARGUMENTS_MAX];

    for (size_t i = 0; i < count; i++) {
        const struct fzzf__because *said = &arguments[i];

        zh[i] = said->zh == NULL ? value_of(said) : said->zh;
        en[i] = said->en == NULL ? value_of(said) : said->en;
    }
    fzzf__record_put(record, field, sentences[code].code);
    put_sentence(record, field + 1, sentences[code].zh, zh, count);
    put_sentence(record, field + 2, sentences[code].en, en, count);
}

struct fzzf_record *fzzf__because(struct fzzf_record *record, size_t part,
                                  enum fzzf__reason_code code,
                                  const struct fzzf__because *arguments,
                                  size_t count)
{
    struct fzzf_record *reason = fzzf__record_append(record, part);

    if (reason == NULL)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        struct fzzf_record *argument =
            fzzf__record_append(reason, REASON_ARGUMENTS);

        if (argument != NULL)
            fzzf__record_put(argument, ARGUMENT_VALUE, value_of(&arguments[i]));
    }
    fzzf__say(reason, REASON_CODE, code, arguments, count);
    return reason;
}

const char *fzzf__reason_name(enum fzzf__reason_code code)
{
    return sentences[code].code;
}

/* "a{between}b" in the arena. */
static const char *join(fzzf__arena *arena, const char *a, const char *between,
                        const char *b)
{
    const char *args[] = {a, between, b};
    fzzf__text text = {0};
    const char *joined = NULL;

    fzzf__text_fill(&text, "{0}{1}{2}", args, 3);
    if (text.failed)
        arena->spoiled = FZZF_E_MEMORY;
    else
        joined = fzzf__arena_text(arena, text.bytes);
    fzzf__text_free(&text);
    return joined == NULL ? "" : joined;
}

const char *fzzf__called(struct fzzf__choosing *choosing,
                         const struct fzzf__contender *contender)
{
    const char *name = fzzf__record_value(contender->from, CANDIDATE_NAME);
    const char *unit = fzzf__record_value(contender->from, CANDIDATE_UNIT);

    return name == NULL || *name == '\0'
               ? unit
               : join(&choosing->arena, name, " ", unit);
}

const char *fzzf__score_text(struct fzzf__choosing *choosing,
                             const struct fzzf__contender *contender)
{
    const char *low = fzzf__record_value(contender->from, CANDIDATE_SCORE);
    const char *high = fzzf__record_value(contender->from, CANDIDATE_HIGH);

    if (low == NULL)
        return "?";
    return high == NULL ? low : join(&choosing->arena, low, "–", high);
}

const char *fzzf__size_text(fzzf__arena *arena, size_t number)
{
    return fzzf__num_exact_text(arena, fzzf__num_int((int64_t)number));
}

bool fzzf__size_value(const char *text, size_t *out)
{
    size_t number = 0;

    if (text == NULL || strcmp(text, "unknown") == 0)
        return false;
    for (; *text >= '0' && *text <= '9'; text++)
        number = number * 10 + (size_t)(*text - '0');
    *out = number;
    return *text == '\0';
}

void fzzf__put_size(struct fzzf_record *record, size_t field, size_t number)
{
    fzzf__arena *arena = &record->document->arena;
    const char *text = fzzf__size_text(arena, number);

    if (text != NULL)
        record->values[field] = text;
}

/* No kind holds itself, so this goes no deeper than the tables. */
void fzzf__record_copy(struct fzzf_record *to, const struct fzzf_record *from)
{
    for (size_t i = 0; i < from->kind->field_count; i++)
        if (from->values[i] != NULL)
            fzzf__record_put(to, i, from->values[i]);
    for (size_t i = 0; i < from->kind->part_count; i++)
        for (size_t j = 0; j < from->parts[i].count; j++) {
            struct fzzf_record *part = fzzf__record_append(to, i);

            if (part != NULL)
                fzzf__record_copy(part, from->parts[i].items[j]);
        }
}
