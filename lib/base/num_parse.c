/* SPDX-License-Identifier: Apache-2.0 */
/* Exact numbers: read from text. */

#include "base/num_inner.h"

#include <string.h>

#define MOST_DIGITS 20000 /* more than FZZF__NUM_MAX_BITS holds */

struct digits {
    const char *text;
    size_t count;
};

/* A number taken apart. */
struct form {
    bool negative;
    struct digits whole; /* or the numerator */
    char mark;           /* '.', '/' or 0 */
    struct digits rest;  /* after the mark */
    bool percent;
};

static struct digits take_digits(const char **at, const char *end)
{
    struct digits taken = {*at, 0};

    while (*at < end && **at >= '0' && **at <= '9')
        ++*at;
    taken.count = (size_t)(*at - taken.text);
    return taken;
}

static bool take(const char **at, const char *end, char wanted)
{
    if (*at == end || **at != wanted)
        return false;
    ++*at;
    return true;
}

static bool take_apart(const char *at, const char *end, struct form *form)
{
    memset(form, 0, sizeof *form);
    form->negative = take(&at, end, '-');
    if (!form->negative)
        take(&at, end, '+');
    form->whole = take_digits(&at, end);
    if (take(&at, end, '.'))
        form->mark = '.';
    else if (take(&at, end, '/'))
        form->mark = '/';
    if (form->mark != 0)
        form->rest = take_digits(&at, end);
    if (form->mark != '/')
        form->percent = take(&at, end, '%');
    return at == end && form->whole.count > 0 &&
           (form->mark == 0 || form->rest.count > 0);
}

static bool is_zero(struct digits digits)
{
    size_t i;

    for (i = 0; i < digits.count; i++)
        if (digits.text[i] != '0')
            return false;
    return true;
}

static int64_t add_digits(int64_t value, struct digits digits)
{
    size_t i;

    for (i = 0; i < digits.count; i++)
        value = value * 10 + (digits.text[i] - '0');
    return value;
}

static size_t places_of(const struct form *form)
{
    return (form->mark == '.' ? form->rest.count : 0) + (form->percent ? 2 : 0);
}

static fzzf__num make_small(fzzf__arena *arena, const struct form *form)
{
    int64_t n = add_digits(0, form->whole);
    int64_t d = fzzf__powers_of_ten[places_of(form)];

    if (form->mark == '.')
        n = add_digits(n, form->rest);
    if (form->mark == '/')
        d = add_digits(0, form->rest);
    return fzzf__num_ratio(arena, form->negative ? -n : n, d);
}

static fzzf__num make_large(fzzf__arena *arena, const struct form *form)
{
    fzzf__arena temp;
    fzzf__bigint n, d, rest;

    fzzf__arena_init(&temp);
    n = fzzf__big_parse(&temp, form->whole.text, form->whole.count);
    d = fzzf__big_power_of_ten(&temp, places_of(form));
    rest = fzzf__big_parse(&temp, form->rest.text, form->rest.count);
    if (form->mark == '.') {
        n = fzzf__big_mul(&temp, n,
                          fzzf__big_power_of_ten(&temp, form->rest.count));
        n = fzzf__big_add(&temp, n, rest);
    } else if (form->mark == '/') {
        d = rest;
    }
    if (form->negative)
        n = fzzf__big_neg(n);
    return fzzf__num_close_reducing(arena, &temp, n, d);
}

int fzzf__num_parse(fzzf__arena *arena, const char *text, size_t length,
                    fzzf__num *out)
{
    struct form form;

    *out = FZZF__ZERO;
    if (!take_apart(text, text + length, &form))
        return 0;
    if (form.mark == '/' && is_zero(form.rest))
        return 0;
    if (form.whole.count + form.rest.count + 2 <= FZZF__SMALL_PLACES)
        *out = make_small(arena, &form);
    else if (length <= MOST_DIGITS)
        *out = make_large(arena, &form);
    else if (arena->spoiled == FZZF_OK)
        arena->spoiled = FZZF_E_LIMIT;
    return 1;
}
