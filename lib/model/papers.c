/* SPDX-License-Identifier: Apache-2.0 */
/* Looks for credit codes, document numbers and days in a text. */

#include "model/papers.h"

#include <string.h>

#include "fzzf/codes.h"

#define DIGITS      "0123456789"
#define CREDIT      18
#define AGENCY_MAX  20 /* characters */
#define NUMBER_SIZE 160

/* The text that is looked at, and where it stands. */
struct looking {
    const fzzf__place *place;
    const char *what, *text, *date;
    fzzf_diags *diags;
};

static void warn(const struct looking *at, int number, const char *found,
                 const char *right)
{
    (void)fzzf__report(at->diags, FZZF_OK, number, at->place, at->what, found,
                       right, NULL);
}

static size_t word_span(const char *text)
{
    return strspn(text, DIGITS "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                               "abcdefghijklmnopqrstuvwxyz");
}

/* Other words of that length are left alone: whoever registers bodies begins
 * with a known pair, and six digits of a place follow. */
static void look_at_credit(const struct looking *at, const char *word)
{
    static const struct {
        unsigned odd;
        int number;
    } faults[] = {{FZZF_ODD_LETTER, FZZF__F_CREDIT_LETTER},
                  {FZZF_ODD_CHECK, FZZF__F_CREDIT_CHECK},
                  {FZZF_ODD_ORGANISATION, FZZF__F_CREDIT_ORGANISATION}};
    fzzf_credit_code code = {.size = sizeof code};
    fzzf_identity person = {.size = sizeof person};
    char text[CREDIT + 1];

    memcpy(text, word, CREDIT);
    text[CREDIT] = '\0';
    if (fzzf_identity_find(text, 0, &person) ||
        !fzzf_credit_code_read(text, &code) || code.registrar == NULL ||
        (code.odd & FZZF_ODD_KIND) != 0 || strspn(code.division, DIGITS) < 6)
        return;
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++)
        if ((code.odd & faults[i].odd) != 0) {
            warn(at, faults[i].number, code.code, code.expected);
            return;
        }
    if ((code.odd & FZZF_ODD_WRITTEN) != 0)
        warn(at, FZZF__F_CREDIT_WRITTEN, text, code.code);
}

static void look_at_words(const struct looking *at)
{
    for (const char *word = at->text; *word != '\0';) {
        const size_t length = word_span(word);

        if (length == CREDIT)
            look_at_credit(at, word);
        word += length == 0 ? 1 : length;
    }
}

/* "[2025]33号" at @at, in whatever brackets; the bytes, or 0. */
static size_t year_and_serial(const char *at)
{
    static const char *const brackets[][2] = {
        {"〔", "〕"}, {"[", "]"},   {"［", "］"}, {"(", ")"},
        {"（", "）"}, {"【", "】"}, {"〖", "〗"}, {"﹝", "﹞"}};

    for (size_t i = 0; i < sizeof brackets / sizeof brackets[0]; i++) {
        const size_t open = strlen(brackets[i][0]);
        const size_t close = strlen(brackets[i][1]);
        const char *end = at + open;

        if (strncmp(at, brackets[i][0], open) != 0 ||
            strspn(end, DIGITS) != 4 ||
            strncmp(end + 4, brackets[i][1], close) != 0)
            continue;
        end += 4 + close;
        end += strspn(end, " ");
        end += strncmp(end, "第", strlen("第")) == 0 ? strlen("第") : 0;
        end += strspn(end, DIGITS);
        end += strspn(end, " ");
        if (strncmp(end, "号", strlen("号")) == 0)
            return (size_t)(end - at) + strlen("号");
    }
    return 0;
}

/* Where the agency's word before @at begins: Chinese characters alone. */
static const char *agency_before(const char *text, const char *at)
{
    for (size_t count = 0; count < AGENCY_MAX && at - text >= 3; count++) {
        const unsigned char lead = (unsigned char)at[-3];

        if (lead < 0xe4 || lead > 0xe9)
            return at;
        at -= 3;
    }
    return at;
}

static void look_at_number(const struct looking *at, const char *begin,
                           const char *end)
{
    fzzf_document_number number = {.size = sizeof number};
    const size_t length = (size_t)(end - begin);
    char text[NUMBER_SIZE], year[5];

    if (length >= sizeof text)
        return;
    memcpy(text, begin, length);
    text[length] = '\0';
    if (!fzzf_document_number_read(text, &number))
        return;
    if (number.odd != 0)
        warn(at, FZZF__F_NUMBER_WRITTEN, text, number.text);
    memcpy(year, strpbrk(number.text, DIGITS), 4);
    year[4] = '\0';
    if (at->date != NULL && strncmp(year, at->date, 4) > 0)
        warn(at, FZZF__F_NUMBER_LATER, number.text, at->date);
}

static void look_at_numbers(const struct looking *at)
{
    for (const char *here = at->text; *here != '\0'; here++) {
        const size_t length = year_and_serial(here);

        if (length == 0)
            continue;
        look_at_number(at, agency_before(at->text, here), here + length);
        here += length - 1;
    }
}

/* "2025年6月31日" at @at; the bytes, or 0. */
static size_t day_span(const char *at)
{
    static const char *const units[] = {"年", "月", "日"};
    const char *end = at;

    for (size_t i = 0; i < 3; i++) {
        const size_t digits = strspn(end, DIGITS);

        if (i == 0 ? digits != 4 : digits < 1 || digits > 2)
            return 0;
        end += digits;
        if (strncmp(end, units[i], strlen(units[i])) != 0)
            return 0;
        end += strlen(units[i]);
    }
    return (size_t)(end - at);
}

static void look_at_days(const struct looking *at)
{
    fzzf_date date = {.size = sizeof date};
    char text[32];

    for (const char *here = at->text; *here != '\0'; here++) {
        const size_t length = day_span(here);

        if (length > 0) {
            memcpy(text, here, length);
            text[length] = '\0';
            if (!fzzf_date_read(text, &date))
                warn(at, FZZF__F_NO_SUCH_DAY, text, NULL);
        }
        here += strspn(here, DIGITS);
        if (*here == '\0')
            return;
    }
}

void fzzf__look_at_papers(const fzzf__place *place, const char *what,
                          const char *text, const char *date, fzzf_diags *diags)
{
    const struct looking at = {place, what, text, date, diags};

    if (text == NULL)
        return;
    look_at_words(&at);
    look_at_numbers(&at);
    look_at_days(&at);
}
