/* SPDX-License-Identifier: Apache-2.0 */
/* Amounts: the numbers that documents may hold. */

#include <string.h>

#include "model/system.h"

#define DIGITS_MAX 30

/* What 1 to 30 digits at the start of @text take; 0: they are not there. */
static size_t span_digits(const char *text)
{
    size_t length = 0;

    while (text[length] >= '0' && text[length] <= '9')
        length++;
    return length > DIGITS_MAX ? 0 : length;
}

/* The forms of doc/format.md, without the sign. */
static bool is_number(const char *text)
{
    const size_t length = span_digits(text);
    const char *rest = text + length;
    size_t more = 0;

    if (length == 0)
        return false;
    if (*rest == '/' || *rest == '.') {
        more = span_digits(rest + 1);
        if (more == 0)
            return false;
        if (*rest == '/')
            return rest[1 + more] == '\0';
        rest += 1 + more;
    }
    return *rest == '\0' || strcmp(rest, "%") == 0;
}

int fzzf__amount_parse(fzzf__arena *arena, const char *text,
                       struct fzzf__amount *out)
{
    fzzf__num num;

    if (strcmp(text, "unpublished") == 0) {
        *out = (struct fzzf__amount){.given = FZZF__UNPUBLISHED,
                                     .num = FZZF__ZERO};
        return 1;
    }
    if (!is_number(text + (*text == '-')) ||
        !fzzf__num_parse(arena, text, strlen(text), &num))
        return 0;
    *out = (struct fzzf__amount){.given = FZZF__GIVEN, .num = num};
    return 1;
}
