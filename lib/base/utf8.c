/* SPDX-License-Identifier: Apache-2.0 */
/* Checks on UTF-8 bytes and on the identifiers that documents use. */

#include "base/text.h"

#include <string.h>

#define ID_CHARACTERS 64

/* Bytes of the character that begins at @bytes, or 0 when it is ill-formed. */
static size_t character_size(const unsigned char *bytes, size_t length)
{
    const unsigned char lead = bytes[0];
    const size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    unsigned char low = 0x80, high = 0xBF; /* bounds of the second byte */
    size_t i;

    if (size == 1)
        return 1;
    if (lead < 0xC2 || lead > 0xF4 || size > length)
        return 0;
    if (lead == 0xE0)
        low = 0xA0; /* shorter forms exist below */
    if (lead == 0xED)
        high = 0x9F; /* surrogates above */
    if (lead == 0xF0)
        low = 0x90;
    if (lead == 0xF4)
        high = 0x8F; /* U+10FFFF is the last */
    if (bytes[1] < low || bytes[1] > high)
        return 0;
    for (i = 2; i < size; i++)
        if ((bytes[i] & 0xC0) != 0x80)
            return 0;
    return size;
}

bool fzzf__utf8_valid(const char *bytes, size_t length)
{
    const unsigned char *p = (const unsigned char *)bytes;

    while (length > 0) {
        const size_t size = character_size(p, length);

        if (size == 0)
            return false;
        p += size;
        length -= size;
    }
    return true;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* 3 when U+4E00 to U+9FFF begins at @text, which is E4 B8 80 to E9 BF BF. */
static size_t ideograph_size(const char *text, size_t length)
{
    const unsigned char *p = (const unsigned char *)text;

    if (length < 3 || p[0] < 0xE4 || p[0] > 0xE9)
        return 0;
    if (p[0] == 0xE4 && p[1] < 0xB8)
        return 0;
    return character_size(p, length);
}

static size_t name_first(const char *text, size_t length)
{
    if (length > 0 && (is_letter(text[0]) || text[0] == '_'))
        return 1;
    return ideograph_size(text, length);
}

static size_t name_next(const char *text, size_t length)
{
    if (length > 0 && is_digit(text[0]))
        return 1;
    return name_first(text, length);
}

static size_t node_first(const char *text, size_t length)
{
    if (length > 0 && (is_letter(text[0]) || is_digit(text[0])))
        return 1;
    return ideograph_size(text, length);
}

static size_t node_next(const char *text, size_t length)
{
    if (length > 0 && text[0] != '\0' && strchr("._-", text[0]) != NULL)
        return 1;
    return node_first(text, length);
}

/* True when @text is one @first and then, to its end, @next. */
static bool is_made_of(const char *text, size_t (*first)(const char *, size_t),
                       size_t (*next)(const char *, size_t))
{
    size_t left = text == NULL ? 0 : strlen(text);
    size_t size = left == 0 ? 0 : first(text, left);
    size_t characters = 1;

    if (size == 0)
        return false;
    while ((left -= size) > 0) {
        text += size;
        size = next(text, left);
        if (size == 0 || ++characters > ID_CHARACTERS)
            return false;
    }
    return true;
}

bool fzzf__is_node_id(const char *text)
{
    return is_made_of(text, node_first, node_next);
}

bool fzzf__is_name(const char *text)
{
    return is_made_of(text, name_first, name_next);
}

size_t fzzf__name_span(const char *text, size_t length)
{
    size_t size = name_first(text, length);
    size_t span = 0;

    while (size > 0) {
        span += size;
        size = name_next(text + span, length - span);
    }
    return span;
}

bool fzzf__is_xml_text(const char *text)
{
    if (text == NULL || !fzzf__utf8_valid(text, strlen(text)))
        return false;
    if (strstr(text, "\xEF\xBF\xBE") != NULL ||
        strstr(text, "\xEF\xBF\xBF") != NULL)
        return false;
    for (; *text != '\0'; text++)
        if ((unsigned char)*text < 0x20 && strchr("\t\n\r", *text) == NULL)
            return false;
    return true;
}
