/* SPDX-License-Identifier: Apache-2.0 */
/* Finds resident identity numbers (GB 11643) in texts. */

#include <stdbool.h>
#include <string.h>

#include "base/options.h"
#include "base/text.h"
#include "codes/clean.h"

#define LENGTH     18
#define OLD_LENGTH 15 /* without century and check; given until 1999 */
#define BLANKS_MAX 3  /* characters between two digits of one number */

/* What is read from a text: digits, and what stands between them. */
struct digits {
    char text[LENGTH + 1];
    size_t count;
    uint32_t parts; /* bit n: something stands before digit n */
    size_t length;  /* bytes of all */
    size_t old;     /* bytes of the first fifteen; 0: a word goes on there */
};

/* Full-width characters count as what they are wide forms of. */
static char narrow(const unsigned char *at)
{
    if (at[1] == 0xbc && at[2] >= 0x80)
        return (char)(at[2] - 0x80 + 0x20);
    if (at[1] == 0xbd && at[2] >= 0x80)
        return (char)(at[2] - 0x80 + 0x60);
    return (char)at[0];
}

/* Blanks of any width (U+00A0, U+2000 to U+200D, U+3000), hyphens and dashes
 * (U+00AD, U+2010 to U+2015, U+2212), none of them ASCII. */
static bool is_wide_blank(const unsigned char *at)
{
    if (at[0] == 0xc2)
        return at[1] == 0xa0 || at[1] == 0xad;
    if (at[0] == 0xe2 && at[1] == 0x80)
        return (at[2] >= 0x80 && at[2] <= 0x8d) ||
               (at[2] >= 0x90 && at[2] <= 0x95);
    return (at[0] == 0xe2 && at[1] == 0x88 && at[2] == 0x92) ||
           (at[0] == 0xe3 && at[1] == 0x80 && at[2] == 0x80);
}

/* The character at @at and its bytes; ' ' for whatever may part digits. */
static char character(const char *at, size_t *bytes)
{
    const unsigned char *const wide = (const unsigned char *)at;
    char found = *at;

    *bytes = 1;
    if (wide[0] >= 0xc0 && is_wide_blank(wide)) {
        *bytes = wide[0] < 0xe0 ? 2 : 3;
        return ' ';
    }
    if (wide[0] == 0xef) {
        found = narrow(wide);
        *bytes = found == *at ? 1 : 3;
    }
    return found != '\0' && strchr("-\t\r\n", found) != NULL ? ' ' : found;
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_letter(char byte)
{
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

static bool is_word(char byte)
{
    return is_digit(byte) || is_letter(byte);
}

static bool is_word_at(const char *at)
{
    size_t bytes;

    return is_word(character(at, &bytes));
}

/* The bytes of what parts two digits at @at; 0: none, or too much. */
static size_t blanks_at(const char *at)
{
    size_t length = 0, bytes, count = 0;

    while (character(at + length, &bytes) == ' ' && count++ < BLANKS_MAX)
        length += bytes;
    return count <= BLANKS_MAX ? length : 0;
}

static bool add_digit(struct digits *digits, const char *at)
{
    size_t bytes;
    const char byte = character(at + digits->length, &bytes);
    const bool is_x =
        (byte == 'X' || byte == 'x') && digits->count == LENGTH - 1;

    if (!is_digit(byte) && !is_x)
        return false;
    digits->text[digits->count++] = is_x ? 'X' : byte;
    digits->length += bytes;
    if (digits->count == OLD_LENGTH && !is_word_at(at + digits->length))
        digits->old = digits->length;
    return true;
}

/* At most eighteen digits from @at on. */
static void read_digits(const char *at, struct digits *digits)
{
    memset(digits, 0, sizeof *digits);
    while (digits->count < LENGTH && add_digit(digits, at)) {
        const size_t blanks = blanks_at(at + digits->length);

        if (blanks == 0 || digits->count == LENGTH)
            continue;
        digits->length += blanks;
        digits->parts |= UINT32_C(1) << digits->count;
    }
}

/* ISO 7064, MOD 11-2: the weights are powers of 2 from the right. */
static char check_of(const char *digits)
{
    int sum = 0;

    for (size_t i = 0; i < LENGTH - 1; i++)
        sum = (sum + (digits[i] - '0')) * 2 % 11;
    return "10X98765432"[sum];
}

static bool is_birthday(const char *century, const char *digits)
{
    const char day[] = {century[0], century[1], digits[0], digits[1],
                        '-',        digits[2],  digits[3], '-',
                        digits[4],  digits[5],  '\0'};
    long days;

    return (memcmp(century, "18", 2) == 0 || memcmp(century, "19", 2) == 0 ||
            memcmp(century, "20", 2) == 0) &&
           fzzf__date_parse(day, &days);
}

/*
 * One with a wrong check character is a slip, and somebody's number all the
 * same, when it is written as one word and is no credit code. Not so where the
 * day is after 2009: then it is 330106 20250613 0012, a place, a day and a
 * serial number, as offices number their files.
 */
static bool is_slip(const struct digits *digits)
{
    fzzf_credit_code code = {.size = sizeof code};

    return digits->parts == 0 && memcmp(digits->text + 6, "2010", 4) < 0 &&
           !(fzzf_credit_code_read(digits->text, &code) && code.valid);
}

static bool is_identity(const struct digits *digits, bool apart)
{
    const char *const text = digits->text;

    if (digits->count < LENGTH || fzzf__code_province(text) == NULL ||
        !is_birthday(text + 6, text + 8))
        return false;
    return check_of(text) == text[LENGTH - 1] || (apart && is_slip(digits));
}

/* The older number has no check: it stands alone or as 6, 6 and 3 digits, and
 * before 1930 it is rather the number of a file, 330106 250613 001. */
static bool is_old_identity(const struct digits *digits)
{
    const uint32_t parts = digits->parts & ((UINT32_C(1) << OLD_LENGTH) - 1);

    return digits->old > 0 && fzzf__code_province(digits->text) != NULL &&
           (parts == 0 || parts == (UINT32_C(1) << 6 | UINT32_C(1) << 12)) &&
           digits->text[6] >= '3' && is_birthday("19", digits->text + 6);
}

/* Whether the digits are of a decimal ("1.110105…"), or the whole text is a
 * fraction ("110105…/7"). */
static bool is_in_figure(const char *text, const char *begin, const char *end)
{
    const char *const over = text + strspn(text, "-0123456789");

    return (begin - text >= 2 && begin[-1] == '.' && is_digit(begin[-2])) ||
           (end[0] == '.' && is_digit(end[1])) ||
           (*over == '/' && is_digit(over[1]) &&
            over[1 + strspn(over + 1, "0123456789")] == '\0');
}

/* Fills @found with the number that begins with the digit at @at. */
static bool find_at(const char *text, const char *at, bool apart,
                    fzzf_identity *found)
{
    struct digits digits;

    read_digits(at, &digits);
    found->at = (size_t)(at - text);
    if (!is_word_at(at + digits.length) && is_identity(&digits, apart)) {
        memcpy(found->masked, digits.text, LENGTH + 1);
        memset(found->masked + 6, '*', 8);
        found->length = digits.length;
        found->valid = check_of(digits.text) == digits.text[LENGTH - 1];
        return true;
    }
    if (!apart || !is_old_identity(&digits) ||
        is_in_figure(text, at, at + digits.old))
        return false;
    memcpy(found->masked, digits.text, OLD_LENGTH);
    memset(found->masked + 6, '*', 6);
    found->masked[OLD_LENGTH] = '\0';
    found->length = digits.old;
    found->valid = 1;
    return true;
}

/* The first digit of the word at @at, if nothing but letters is before it and
 * they are not those of a digest: "ID110105…". NULL: it cannot be one. */
static const char *first_digit(const char *at)
{
    bool digest = true;
    const char *const begin = at;
    size_t bytes;
    char byte;

    for (; is_letter(byte = character(at, &bytes)); at += bytes)
        digest = digest && (byte | 0x20) <= 'f';
    return is_digit(byte) && (at == begin || !digest) ? at : NULL;
}

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
    const char *at = text == NULL ? "" : text + from;
    size_t bytes;

    if (text != NULL && from > 0 && is_word(text[from - 1]))
        at = end_of_word(at);
    for (; *at != '\0'; at += bytes) {
        const char *digit;

        if (!is_word(character(at, &bytes)))
            continue;
        digit = first_digit(at);
        if (digit != NULL && find_at(text, digit, digit == at, &found))
            return fzzf__view_write(view, &found, sizeof found);
        bytes = (size_t)(end_of_word(at) - at);
    }
    memset(&found, 0, sizeof found);
    found.size = sizeof found;
    (void)fzzf__view_write(view, &found, sizeof found);
    return 0;
}

int fzzf_identity_mask(const char *text, fzzf_write_fn write, void *user)
{
    fzzf_identity found = {.size = sizeof found};
    int stopped = 0;

    while (stopped == 0 && fzzf_identity_find(text, 0, &found)) {
        if (found.at > 0)
            stopped = write(user, text, found.at);
        if (stopped == 0)
            stopped = write(user, found.masked, strlen(found.masked));
        text += found.at + found.length;
    }
    if (stopped == 0 && text != NULL && *text != '\0')
        stopped = write(user, text, strlen(text));
    return stopped;
}

static bool is_paper_number(const char *identity)
{
    size_t count = 0, digits = 0, bytes;

    for (char byte; (byte = character(identity, &bytes)) != '\0';
         identity += bytes) {
        count += is_word(byte) ? 1 : 0;
        digits += is_digit(byte) ? 1 : 0;
    }
    return count >= 6 && digits > 0;
}

/* How many bytes at @at say @identity; 0: they do not. */
static size_t span_of(const char *at, const char *identity)
{
    size_t length = 0, bytes, step;

    while (*identity != '\0') {
        const char wanted = character(identity, &step);
        const char byte = character(at + length, &bytes);

        if (wanted != ' ' && byte == ' ' && length > 0) {
            length += bytes;
            continue;
        }
        identity += step;
        if (wanted == ' ')
            continue;
        if (byte != wanted && !(is_letter(byte) && is_letter(wanted) &&
                                (byte | 0x20) == (wanted | 0x20)))
            return 0;
        length += bytes;
    }
    return is_word_at(at + length) ? 0 : length;
}

bool fzzf__identity_repeat(const char *text, const char *identity, size_t *at,
                           size_t *length)
{
    bool in_word = false;
    size_t bytes;

    if (!is_paper_number(identity))
        return false;
    for (const char *here = text; *here != '\0'; here += bytes) {
        *length = in_word ? 0 : span_of(here, identity);
        *at = (size_t)(here - text);
        if (*length > 0)
            return true;
        in_word = is_word(character(here, &bytes));
    }
    return false;
}
