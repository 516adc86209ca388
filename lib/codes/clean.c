/* SPDX-License-Identifier: Apache-2.0 */
/* What all codes have in common: characters, digits, provinces, oddities. */

#include "codes/clean.h"

#include <string.h>

/* The plain character for the full-width one at @at, or 0 (U+3000, U+FF01 to
 * U+FF5E; three bytes each). */
static char narrow(const unsigned char *at)
{
    if (at[0] == 0xe3 && at[1] == 0x80 && at[2] == 0x80)
        return ' ';
    if (at[0] != 0xef || (at[1] != 0xbc && at[1] != 0xbd) || at[2] < 0x80)
        return 0;
    if (at[1] == 0xbc)
        return at[2] == 0x80 ? 0 : (char)(at[2] - 0x80 + 0x20);
    return at[2] > 0x9e ? 0 : (char)(at[2] - 0x80 + 0x60);
}

static char capital(char byte)
{
    return byte >= 'a' && byte <= 'z' ? (char)(byte - 'a' + 'A') : byte;
}

size_t fzzf__code_clean(const char *text, char *buffer, size_t capacity,
                        unsigned *odd)
{
    size_t length = 0;

    if (text == NULL)
        return 0;
    for (const char *at = text; *at != '\0';) {
        const char wide = narrow((const unsigned char *)at);
        const char byte = capital(wide != 0 ? wide : *at);

        at += wide != 0 ? 3 : 1;
        if (length == 0 && byte == ' ')
            continue;
        if (length + 1 >= capacity)
            return 0;
        buffer[length++] = byte;
    }
    while (length > 0 && buffer[length - 1] == ' ')
        length--;
    buffer[length] = '\0';
    if (strcmp(buffer, text) != 0)
        *odd |= FZZF_ODD_WRITTEN;
    return length;
}

long fzzf__code_digits(const char *text, size_t count)
{
    long value = 0;

    for (size_t i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

const char *fzzf__code_province(const char *digits)
{
    static const struct {
        long code;
        const char *name;
    } provinces[] = {
#define PROVINCE(code, name) {code, name},
#include "codes/provinces.def"
#undef PROVINCE
    };
    const long code = fzzf__code_digits(digits, 2);

    for (size_t i = 0; i < sizeof provinces / sizeof provinces[0]; i++)
        if (provinces[i].code == code)
            return provinces[i].name;
    return NULL;
}

const char *fzzf_oddity_text(fzzf_oddity oddity, fzzf_language language)
{
    switch (oddity) {
    case FZZF_ODD_NOTHING:
        break;
#define ODDITY(name, en, zh)                                                   \
    case FZZF_ODD_##name:                                                      \
        return language == FZZF_ENGLISH ? (en) : (zh);
#include "codes/oddities.def"
#undef ODDITY
    }
    return NULL;
}
