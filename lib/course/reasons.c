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

static const char *value_of(const struct fzzf__because *argument)
{
    return argument->value == NULL ? "" : argument->value;
}

void fzzf__say(struct fzzf_record *record, size_t field,
               enum fzzf__reason_code code,
               const struct fzzf__because *arguments, size_t count)
{
    const char *zh[ARGUMENTS_MAX], *en[ARGUMENTS_MAX];
    fzzf__arena *arena = &record->document->arena;

    for (size_t i = 0; i < count; i++) {
        const struct fzzf__because *said = &arguments[i];

        zh[i] = said->zh == NULL ? said->value : said->zh;
        en[i] = said->en == NULL ? said->value : said->en;
    }
    fzzf__record_put(record, field, sentences[code].code);
    fzzf__record_put(record, field + 1,
                     fzzf__filled(arena, sentences[code].zh, zh, count));
    fzzf__record_put(record, field + 2,
                     fzzf__filled(arena, sentences[code].en, en, count));
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
