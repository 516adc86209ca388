/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers of official documents: agency, year in 〔〕, serial (GB/T 9704). */

#include <stdio.h>
#include <string.h>

#include "base/options.h"
#include "base/text.h"
#include "codes/clean.h"

#define AGENCY_MAX 20 /* characters */

/* What people write instead; full-width ones are plain by then. */
static const struct {
    const char *open, *close;
} brackets[] = {
    {"〔", "〕"}, {"[", "]"},   {"(", ")"},   {"【", "】"},
    {"〖", "〗"}, {"﹝", "﹞"}, {"<", ">"},   {"〈", "〉"},
    {"{", "}"},   {"「", "」"}, {"『", "』"}, {"《", "》"},
};

static const char *after(const char *text, const char *start)
{
    const size_t length = strlen(start);

    return strncmp(text, start, length) == 0 ? text + length : NULL;
}

static const char *skip_blanks(const char *at, unsigned *odd)
{
    while (*at == ' ') {
        *odd |= FZZF_ODD_WRITTEN;
        at++;
    }
    return at;
}

/* "[2025]" at @at: the year; returns what follows, or NULL. */
static const char *read_year(const char *at, fzzf_document_number *number)
{
    for (size_t i = 0; i < sizeof brackets / sizeof brackets[0]; i++) {
        const char *digits = after(at, brackets[i].open);
        long year;

        if (digits == NULL)
            continue;
        year = fzzf__code_digits(digits, 4);
        if (year < 1900 || year > 2199)
            return NULL;
        digits = after(digits + 4, brackets[i].close);
        if (digits == NULL)
            return NULL;
        if (i > 0)
            number->odd |= FZZF_ODD_BRACKETS;
        number->year = (int)year;
        return digits;
    }
    return NULL;
}

/* "33号" to the end. */
static int read_serial(const char *at, fzzf_document_number *number)
{
    const char *const plain = after(at, "第");
    size_t count;

    at = skip_blanks(plain == NULL ? at : plain, &number->odd);
    if (plain != NULL || *at == '0')
        number->odd |= FZZF_ODD_SERIAL;
    at += strspn(at, "0");
    count = strspn(at, "0123456789");
    if (count == 0 || count > 5)
        return 0;
    number->serial = (int)fzzf__code_digits(at, count);
    at = skip_blanks(at + count, &number->odd);
    if (*at == '\0')
        number->odd |= FZZF_ODD_SERIAL;
    return *at == '\0' || strcmp(at, "号") == 0;
}

static size_t characters(const char *text, size_t length)
{
    size_t count = 0;

    for (size_t i = 0; i < length; i++)
        count += ((unsigned char)text[i] & 0xc0) != 0x80;
    return count;
}

/* The agency's word before @end. */
static int read_agency(const char *text, const char *end,
                       fzzf_document_number *number)
{
    size_t length = (size_t)(end - text);

    while (length > 0 && text[length - 1] == ' ') {
        number->odd |= FZZF_ODD_WRITTEN;
        length--;
    }
    if (length == 0 || length >= sizeof number->agency ||
        characters(text, length) > AGENCY_MAX ||
        memchr(text, ' ', length) != NULL || !fzzf__utf8_valid(text, length))
        return 0;
    memcpy(number->agency, text, length);
    number->agency[length] = '\0';
    return 1;
}

static int read_number(const char *text, fzzf_document_number *number)
{
    for (const char *at = text; *at != '\0'; at++) {
        const char *const rest = read_year(at, number);

        if (rest == NULL)
            continue;
        return read_agency(text, at, number) &&
               read_serial(skip_blanks(rest, &number->odd), number);
    }
    return 0;
}

int fzzf_document_number_read(const char *text, fzzf_document_number *view)
{
    fzzf_document_number number = {.size = sizeof number};
    char clean[256];

    if (fzzf__code_clean(text, clean, sizeof clean, &number.odd) == 0 ||
        !read_number(clean, &number)) {
        fzzf_document_number none = {.size = sizeof none};

        (void)fzzf__view_write(view, &none, sizeof none);
        return 0;
    }
    (void)snprintf(number.text, sizeof number.text, "%s〔%d〕%d号",
                   number.agency, number.year, number.serial);
    /* Brackets are no matter of width: "［2025］" is one fault, not two. */
    if ((number.odd & FZZF_ODD_BRACKETS) != 0)
        number.odd &= ~(unsigned)FZZF_ODD_WRITTEN;
    return fzzf__view_write(view, &number, sizeof number);
}
