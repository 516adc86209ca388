/* SPDX-License-Identifier: Apache-2.0 */
/* Finds resident identity numbers (GB 11643) in texts. */

#include <string.h>

#include "base/options.h"
#include "base/text.h"
#include "codes/clean.h"

#define LENGTH 18

/* The character at @at and its bytes: full-width digits and X count too. */
static char character(const char *at, size_t *bytes)
{
    const unsigned char *const wide = (const unsigned char *)at;

    *bytes = 1;
    if (wide[0] != 0xef || (wide[1] != 0xbc && wide[1] != 0xbd) ||
        wide[2] < 0x80)
        return *at;
    *bytes = 3;
    if (wide[1] == 0xbc)
        return (char)(wide[2] - 0x80 + 0x20);
    return (char)(wide[2] - 0x80 + 0x60);
}

static int is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static int is_word(char byte)
{
    return is_digit(byte) || (byte >= 'A' && byte <= 'Z') ||
           (byte >= 'a' && byte <= 'z');
}

/* ISO 7064, MOD 11-2: the weights are powers of 2 from the right. */
static char check_of(const char *digits)
{
    int sum = 0;

    for (size_t i = 0; i < LENGTH - 1; i++)
        sum = (sum + (digits[i] - '0')) * 2 % 11;
    return "10X98765432"[sum];
}

static int is_birthday(const char *digits)
{
    const char day[] = {digits[0], digits[1], digits[2], digits[3],
                        '-',       digits[4], digits[5], '-',
                        digits[6], digits[7], '\0'};
    long days;

    return fzzf__date_parse(day, &days);
}

/* The number that a word at @at is: how many bytes, and its characters. */
static size_t read_word(const char *at, char *digits)
{
    size_t length = 0, count = 0, bytes;
    char byte = character(at, &bytes);

    for (; is_word(byte); byte = character(at + length, &bytes)) {
        if (count == LENGTH)
            return 0;
        if (!is_digit(byte) &&
            (count != LENGTH - 1 || (byte != 'X' && byte != 'x')))
            return 0;
        digits[count++] = is_digit(byte) ? byte : 'X';
        length += bytes;
    }
    digits[count] = '\0';
    return count == LENGTH ? length : 0;
}

static int is_identity(const char *digits)
{
    return fzzf__code_province(digits) != NULL && is_birthday(digits + 6);
}

/* Where the word at @at ends. */
static const char *end_of_word(const char *at)
{
    size_t bytes;

    while (is_word(character(at, &bytes)))
        at += bytes;
    return at;
}

int fzzf_identity_find(const char *text, size_t from, fzzf_identity *view)
{
    fzzf_identity found = {.size = sizeof found};
    const char *at = text;
    size_t bytes;

    while (text != NULL && *at != '\0') {
        const char byte = character(at, &bytes);
        const size_t length = is_digit(byte) ? read_word(at, found.masked) : 0;

        if (length > 0 && (size_t)(at - text) >= from &&
            is_identity(found.masked)) {
            found.at = (size_t)(at - text);
            found.length = length;
            found.valid = check_of(found.masked) == found.masked[LENGTH - 1];
            memset(found.masked + 6, '*', 8);
            return fzzf__view_write(view, &found, sizeof found);
        }
        at = is_word(byte) ? end_of_word(at) : at + bytes;
    }
    memset(&found, 0, sizeof found);
    found.size = sizeof found;
    (void)fzzf__view_write(view, &found, sizeof found);
    return 0;
}
