/* SPDX-License-Identifier: Apache-2.0 */
/* Checks the forms of attribute values. */

#include "model/values.h"

#include <stdbool.h>
#include <string.h>

#include "base/diag.h"
#include "base/text.h"
#include "fzzf/declaration.h"
#include "model/contract.h"
#include "model/manifest.h"

#define ID_MAX        64 /* characters */
#define DIGITS_MAX    30
#define LIST_ITEM_MAX 260 /* bytes; every listed form is shorter */

#define WORDS(name, ...)                                                       \
    static const char *const name##_items[] = {__VA_ARGS__};                   \
    const struct fzzf__words fzzf__##name##_words = {                          \
        name##_items, sizeof name##_items / sizeof name##_items[0]}

WORDS(yes_no, "no", "yes");
WORDS(confidence, "seen", "recalled", "inferred", "given");
WORDS(bonus_order, "floor-then-bonus", "bonus-then-floor");
WORDS(nodes, "sum", "mean");
WORDS(ties, "skip", "dense");
WORDS(submitted, "remote", "on_site");
WORDS(role, "system", "tailoring", "contract", "declaration");
WORDS(eligible, "no", "yes", "undetermined");
WORDS(reason, "threshold", "require", "veto");
WORDS(contract_treatment, [FZZF__NA_RESCALE] = "rescale",
      [FZZF__NA_SPREAD] = "spread", [FZZF__NA_FULL] = "full",
      [FZZF__NA_NO_LOSS] = "no-loss", [FZZF__NA_LEAVE_OUT] = "leave-out");
WORDS(no_value, [FZZF__POLICY_LEAVE_OUT] = "leave-out",
      [FZZF__POLICY_ZERO] = "zero", [FZZF__POLICY_REFUSE] = "refuse");
WORDS(statement_state, [FZZF_STATE_NOT_APPLICABLE] = "not-applicable");

enum { PLAIN = 1, IN_ID = 2, IN_NAME = 4 };

/* What plain letters, digits and marks may be, by their code. */
static const unsigned char classes[256] = {
#define DIGIT  (PLAIN | IN_ID | IN_NAME)
#define DIGITS DIGIT, DIGIT, DIGIT, DIGIT, DIGIT
#define LETTERS                                                                \
    DIGITS, DIGITS, DIGITS, DIGITS, DIGITS, DIGIT /* the 26 of an alphabet */
    ['-'] = IN_ID,   ['.'] = IN_ID,   0, DIGITS, DIGITS, ['A'] = LETTERS,
    ['_'] = IN_NAME, ['a'] = LETTERS,
#undef LETTERS
#undef DIGITS
#undef DIGIT
};

static size_t class_span(const char *text, unsigned char class)
{
    size_t span = 0;

    while ((classes[(unsigned char)text[span]] & class) != 0)
        span++;
    return span;
}

/* Most ids and names have only plain letters; base/text.h knows the others. */
static bool is_id(const char *text)
{
    const size_t length = class_span(text, IN_ID);

    return (text[length] == '\0' && length <= ID_MAX &&
            (classes[(unsigned char)text[0]] & PLAIN) != 0) ||
           fzzf__is_node_id(text);
}

static bool is_name(const char *text)
{
    size_t length;

    if (*text >= '0' && *text <= '9')
        return false;
    length = class_span(text, IN_NAME);
    return (text[length] == '\0' && length > 0 && length <= ID_MAX) ||
           fzzf__is_name(text);
}

static size_t digits_span(const char *text)
{
    size_t span = 0;

    while (text[span] >= '0' && text[span] <= '9')
        span++;
    return span;
}

/* What 1 to 30 digits at the start of @text take; 0 when they are not there. */
static size_t integer_span(const char *text)
{
    size_t span = digits_span(text);

    return span <= DIGITS_MAX ? span : 0;
}

/* What a decimal without a sign takes at the start of @text. */
static size_t decimal_span(const char *text)
{
    size_t span = integer_span(text);
    size_t places;

    if (span == 0 || text[span] != '.')
        return span;
    places = integer_span(text + span + 1);
    return places == 0 ? 0 : span + 1 + places;
}

static bool is_decimal(const char *text)
{
    size_t span = decimal_span(text += *text == '-');

    return span > 0 && text[span] == '\0';
}

static bool is_positive(const char *text)
{
    size_t span = decimal_span(text);
    const char *rest = text + span;

    if (span == 0)
        return false;
    if (strcmp(rest, "%") == 0 || *rest == '\0')
        return true;
    if (*rest++ != '/' || span != integer_span(text))
        return false;
    span = integer_span(rest);
    return span > 0 && rest[span] == '\0' && strspn(rest, "0") < span;
}

static bool is_number(const char *text)
{
    return is_positive(text + (*text == '-'));
}

static bool is_amount(const char *text)
{
    return is_number(text) || strcmp(text, "unpublished") == 0;
}

/* What a result's number takes, whose length has no bound of its own. */
static size_t exact_span(const char *text)
{
    const char *p = text + (*text == '-');
    size_t span = digits_span(p);
    char mark;

    if (strncmp(p, "inf", 3) == 0)
        return (size_t)(p - text) + 3;
    if (span == 0)
        return 0;
    p += span;
    mark = *p;
    if (mark == '.' || mark == '/') {
        span = digits_span(++p);
        if (span == 0 || (mark == '/' && strspn(p, "0") == span))
            return 0;
        p += span;
    }
    return (size_t)(p - text);
}

static bool is_exact(const char *text)
{
    size_t span = exact_span(text);

    return span > 0 && text[span] == '\0';
}

static bool is_exacts(const char *text)
{
    size_t span = exact_span(text);

    while (span > 0 && text[span] == ' ') {
        text += span + 1;
        span = exact_span(text);
    }
    return span > 0 && text[span] == '\0';
}

static unsigned char not_hexadecimal(unsigned char c)
{
    unsigned char digit = (unsigned char)(c - '0');
    unsigned char letter = (unsigned char)((c | 32) - 'a');

    return (unsigned char)((digit > 9) & (letter > 5));
}

/* Without branches, for compilers to do many at once: batches are full of it.
 */
static bool is_sha256(const char *text)
{
    unsigned char bad = 0;

    if (strlen(text) != 64)
        return false;
    for (size_t i = 0; i < 64; i++)
        bad |= not_hexadecimal((unsigned char)text[i]);
    return bad == 0;
}

static bool is_period(const char *text)
{
    return (digits_span(text) == 4 && text[4] == '\0') || is_name(text);
}

static bool is_whole(const char *text)
{
    size_t span = digits_span(text);

    return span > 0 && span <= 18 && text[span] == '\0';
}

static bool is_revision(const char *text)
{
    return is_whole(text) && text[0] != '0' && strlen(text) <= 9;
}

static bool is_places(const char *text)
{
    if (digits_span(text) == 1 && text[1] == '\0')
        return true;
    return text[0] == '1' && text[1] >= '0' && text[1] <= '2' &&
           text[2] == '\0';
}

static bool is_places_or_none(const char *text)
{
    return is_places(text) || strcmp(text, "none") == 0;
}

/* Letters, then parts of letters and digits: 1 to 8 characters each. */
static bool is_language(const char *text)
{
    static const char letters[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static const char both[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    size_t span = strspn(text, letters);

    while (span >= 1 && span <= 8 && text[span] == '-') {
        text += span + 1;
        span = strspn(text, both);
    }
    return span >= 1 && span <= 8 && text[span] == '\0';
}

static bool is_code(const char *text)
{
    size_t span = strspn(text, "abcdefghijklmnopqrstuvwxyz-");

    return text[0] != '-' && span >= 1 && span <= 64 && text[span] == '\0';
}

static bool is_unknown(const char *text)
{
    return strcmp(text, "unknown") == 0;
}

/* A year, or a year and a month, is what is left of a day of its first. */
static bool is_when(const char *text)
{
    char day[] = "2000-01-01";
    const size_t length = strlen(text);

    if (is_unknown(text) || fzzf__is_date(text))
        return true;
    if (length != 4 && length != 7)
        return false;
    memcpy(day, text, length);
    return fzzf__is_date(day);
}

/* In a year of 365 days, so that every year has it. */
static bool is_month_day(const char *text)
{
    char day[] = "2001-01-01";

    if (strlen(text) != 5)
        return is_unknown(text);
    memcpy(day + 5, text, 5);
    return fzzf__is_date(day);
}

static bool is_whole_or_unknown(const char *text)
{
    return is_whole(text) || is_unknown(text);
}

static bool is_text(const char *text)
{
    (void)text;
    return true;
}

static bool is_not_empty(const char *text)
{
    return text[0] != '\0';
}

/* Each form's finding, its check, and whether it is a list of such. */
static const struct {
    int finding;
    bool (*check)(const char *text);
    bool list;
} forms[] = {
    [FZZF__FORM_TEXT] = {FZZF__F_BAD_TEXT, is_text, false},
    [FZZF__FORM_FORMULA] = {FZZF__F_BAD_FORMULA, is_not_empty, false},
    [FZZF__FORM_ID] = {FZZF__F_BAD_ID, is_id, false},
    [FZZF__FORM_NAME] = {FZZF__F_BAD_NAME, is_name, false},
    [FZZF__FORM_NAMES] = {FZZF__F_BAD_NAMES, is_name, true},
    [FZZF__FORM_DECIMAL] = {FZZF__F_BAD_DECIMAL, is_decimal, false},
    [FZZF__FORM_NUMBER] = {FZZF__F_BAD_NUMBER, is_number, false},
    [FZZF__FORM_POSITIVE] = {FZZF__F_BAD_POSITIVE, is_positive, false},
    [FZZF__FORM_NUMBERS] = {FZZF__F_BAD_NUMBERS, is_number, true},
    [FZZF__FORM_AMOUNT] = {FZZF__F_BAD_AMOUNT, is_amount, false},
    [FZZF__FORM_DATE] = {FZZF__F_BAD_DATE, fzzf__is_date, false},
    [FZZF__FORM_WHOLE] = {FZZF__F_BAD_WHOLE, is_whole, false},
    [FZZF__FORM_REVISION] = {FZZF__F_BAD_REVISION, is_revision, false},
    [FZZF__FORM_SHA256] = {FZZF__F_BAD_SHA256, is_sha256, false},
    [FZZF__FORM_PERIOD] = {FZZF__F_BAD_PERIOD, is_period, false},
    [FZZF__FORM_PERIODS] = {FZZF__F_BAD_PERIODS, is_period, true},
    [FZZF__FORM_PLACES] = {FZZF__F_BAD_PLACES, is_places, false},
    [FZZF__FORM_PLACES_OR_NONE] = {FZZF__F_BAD_PLACES_OR_NONE,
                                   is_places_or_none, false},
    [FZZF__FORM_LANGUAGE] = {FZZF__F_BAD_LANGUAGE, is_language, false},
    [FZZF__FORM_EXACT] = {FZZF__F_BAD_EXACT, is_exact, false},
    [FZZF__FORM_EXACTS] = {FZZF__F_BAD_EXACTS, is_exacts, false},
    [FZZF__FORM_CODE] = {FZZF__F_BAD_CODE, is_code, false},
    [FZZF__FORM_DIGEST] = {FZZF__F_BAD_DIGEST, fzzf__is_digest, false},
    [FZZF__FORM_MEDIA] = {FZZF__F_BAD_MEDIA, fzzf__is_media, false},
    [FZZF__FORM_CODES] = {FZZF__F_BAD_CODES, is_code, true},
    [FZZF__FORM_WHEN] = {FZZF__F_BAD_WHEN, is_when, false},
    [FZZF__FORM_MONTH_DAY] = {FZZF__F_BAD_MONTH_DAY, is_month_day, false},
    [FZZF__FORM_WHOLE_OR_UNKNOWN] = {FZZF__F_BAD_WHOLE_OR_UNKNOWN,
                                     is_whole_or_unknown, false},
    [FZZF__FORM_IDENTITY] = {FZZF__F_NO_IDENTITY, is_not_empty, false},
};

/* True when every part of @text between single spaces passes @check. */
static bool each_passes(bool (*check)(const char *), const char *text)
{
    char item[LIST_ITEM_MAX];
    size_t span;

    for (;; text += span + 1) {
        span = strcspn(text, " ");
        if (span >= sizeof item)
            return false;
        memcpy(item, text, span);
        item[span] = '\0';
        if (!check(item))
            return false;
        if (text[span] == '\0')
            return true;
    }
}

/* *code becomes the set of the words' values. */
static int check_words(const struct fzzf__words *words, const char *text,
                       int *code)
{
    char item[LIST_ITEM_MAX];
    size_t span;

    *code = 0;
    for (;; text += span + 1) {
        int value = -1;

        span = strcspn(text, " ");
        if (span < sizeof item) {
            memcpy(item, text, span);
            item[span] = '\0';
            value = fzzf__word_find(words, item);
        }
        if (value < 0)
            return FZZF__F_BAD_WORDS;
        if ((*code & 1 << value) != 0)
            return FZZF__F_WORD_TWICE;
        *code |= 1 << value;
        if (text[span] == '\0')
            return 0;
    }
}

int fzzf__value_check(enum fzzf__form form, const struct fzzf__words *words,
                      const char *text, size_t length, int *code)
{
    if (form == FZZF__FORM_WORD) {
        *code = fzzf__word_find(words, text);
        return *code < 0 ? FZZF__F_BAD_WORD : 0;
    }
    if (length > FZZF__TEXT_MAX)
        return FZZF__F_BAD_TEXT;
    if (form == FZZF__FORM_WORDS)
        return check_words(words, text, code);
    if (forms[form].list ? each_passes(forms[form].check, text)
                         : forms[form].check(text))
        return 0;
    return forms[form].finding;
}
