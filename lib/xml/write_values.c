/* SPDX-License-Identifier: Apache-2.0 */
/* Attributes whose values are not texts in the model. */

#include <string.h>

#include "base/text.h"
#include "xml/write.h"

#define DIGITS_MAX 30 /* of an integer in a document */

static void
write_filled(struct fzzf__writer *writer, const char *name, fzzf__text *text,
             void (*write)(struct fzzf__writer *, const char *, const char *))
{
    if (text->failed)
        writer->arena.spoiled = FZZF_E_MEMORY;
    else
        write(writer, name, text->bytes);
    fzzf__text_free(text);
}

void fzzf__write_attr_list(struct fzzf__writer *writer, const char *name,
                           const char *const *items, size_t count)
{
    fzzf__text text = {0};

    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            fzzf__text_add(&text, " ");
        fzzf__text_add(&text, items[i]);
    }
    write_filled(writer, name, &text, fzzf__write_attr);
}

void fzzf__write_attr_word(struct fzzf__writer *writer, const char *name,
                           const struct fzzf__words *words, int value)
{
    fzzf__write_attr_plain(writer, name, fzzf__word(words, value));
}

void fzzf__write_attr_int(struct fzzf__writer *writer, const char *name,
                          long long value)
{
    fzzf__text text = {0};

    fzzf__text_add_int(&text, value);
    write_filled(writer, name, &text, fzzf__write_attr_plain);
}

void fzzf__write_attr_date(struct fzzf__writer *writer, const char *name,
                           long days)
{
    char text[16];

    fzzf__date_format(days, text);
    fzzf__write_attr_plain(writer, name, text);
}

/*
 * The shortest form that the reader takes: a fraction whose denominator is too
 * long comes from a percentage ("0.000…01%") and goes back to one.
 */
static const char *number_text(fzzf__arena *arena, fzzf__num num)
{
    const char *text = fzzf__num_exact_text(arena, num);
    const char *slash = text == NULL ? NULL : strchr(text, '/');
    fzzf__num hundredfold;
    char *percentage;
    size_t length;

    if (slash == NULL || strlen(slash + 1) <= DIGITS_MAX)
        return text;
    hundredfold = fzzf__num_mul(arena, num, fzzf__num_int(100));
    text = fzzf__num_exact_text(arena, hundredfold);
    if (text == NULL)
        return NULL;
    length = strlen(text);
    percentage = fzzf__arena_alloc(arena, length + sizeof "%");
    if (percentage == NULL)
        return NULL;
    memcpy(percentage, text, length);
    percentage[length] = '%';
    return percentage;
}

void fzzf__write_attr_num(struct fzzf__writer *writer, const char *name,
                          fzzf__num num)
{
    fzzf__write_attr_plain(writer, name, number_text(&writer->arena, num));
}

void fzzf__write_attr_number(struct fzzf__writer *writer, const char *name,
                             const fzzf_number *number)
{
    fzzf__write_attr_plain(writer, name, fzzf_number_exact(number));
}

void fzzf__write_attr_amount(struct fzzf__writer *writer, const char *name,
                             const struct fzzf__amount *amount)
{
    if (amount->given == FZZF__UNPUBLISHED)
        fzzf__write_attr_plain(writer, name, "unpublished");
    else if (amount->given == FZZF__GIVEN)
        fzzf__write_attr_num(writer, name, amount->num);
}
