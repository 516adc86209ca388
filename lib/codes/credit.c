/* SPDX-License-Identifier: Apache-2.0 */
/* Unified social credit codes (GB 32100) and the organisation codes inside. */

#include <string.h>

#include "base/options.h"
#include "codes/clean.h"

#define LENGTH 18

static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/* The value of a character in the alphabet of GB 32100, or -1. */
static int value_of(char byte)
{
    const char *const at = byte == '\0' ? NULL : strchr(alphabet, byte);

    return at == NULL ? -1 : (int)(at - alphabet);
}

/* The check character of the first 17, or 0 when one has no value. */
static char check_of(const char *code)
{
    int weight = 1; /* 3 to the power of the place, modulo 31 */
    int sum = 0;

    for (size_t i = 0; i < LENGTH - 1; i++) {
        const int value = value_of(code[i]);

        if (value < 0)
            return 0;
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    return alphabet[(31 - sum % 31) % 31];
}

/* GB 11714: weights for eight characters, letters count from 10, modulo 11. */
static char organisation_check_of(const char *code)
{
    static const int weights[] = {3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;

    for (size_t i = 0; i < 8; i++)
        sum +=
            weights[i] * (code[i] <= '9' ? code[i] - '0' : code[i] - 'A' + 10);
    return "0X987654321"[sum % 11];
}

/* First character: who registers; second: the kinds of body it registers. */
static const struct {
    char registrar;
    const char *kinds;
    const char *name;
} registrars[] = {
    {'1', "1239", "机构编制"},
    {'5', "1239", "民政"},
    {'9', "123", "市场监督管理"},
    {'Y', "1", "其他"},
};

static void look_at_kind(fzzf_credit_code *credit)
{
    for (size_t i = 0; i < sizeof registrars / sizeof registrars[0]; i++)
        if (registrars[i].registrar == credit->code[0]) {
            credit->registrar = registrars[i].name;
            if (strchr(registrars[i].kinds, credit->code[1]) != NULL)
                return;
        }
    credit->odd |= FZZF_ODD_KIND;
}

static void look(fzzf_credit_code *credit)
{
    const char expected = check_of(credit->code);

    memcpy(credit->division, credit->code + 2, 6);
    memcpy(credit->organisation, credit->code + 8, 9);
    credit->expected[0] = expected;
    if (expected == 0)
        credit->odd |= FZZF_ODD_LETTER;
    if (value_of(credit->code[LENGTH - 1]) < 0)
        credit->odd |= FZZF_ODD_LETTER;
    else if (expected != 0 && expected != credit->code[LENGTH - 1])
        credit->odd |= FZZF_ODD_CHECK;
    if (organisation_check_of(credit->organisation) != credit->organisation[8])
        credit->odd |= FZZF_ODD_ORGANISATION;
    if (fzzf__code_province(credit->division) == NULL)
        credit->odd |= FZZF_ODD_UNASSIGNED;
    look_at_kind(credit);
    credit->valid =
        (credit->odd & (FZZF_ODD_WRITTEN | FZZF_ODD_LETTER | FZZF_ODD_CHECK)) ==
            0 &&
        fzzf__code_digits(credit->division, 6) >= 0;
}

int fzzf_credit_code_read(const char *text, fzzf_credit_code *view)
{
    fzzf_credit_code credit = {.size = sizeof credit};
    const size_t length =
        fzzf__code_clean(text, credit.code, sizeof credit.code, &credit.odd);

    if (length != LENGTH ||
        strspn(credit.code, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") != LENGTH) {
        fzzf_credit_code none = {.size = sizeof none};

        (void)fzzf__view_write(view, &none, sizeof none);
        return 0;
    }
    look(&credit);
    return fzzf__view_write(view, &credit, sizeof credit);
}
