/* SPDX-License-Identifier: Apache-2.0 */
/* Division codes: GB/T 2260, townships of GB/T 10114, the Corps' own list. */

#include <string.h>

#include "base/options.h"
#include "codes/clean.h"

#define CORPS_CODE "660000"

/* Cities that are provinces: their districts stand below summary codes. */
static int is_municipality(long province)
{
    return province == 11 || province == 12 || province == 31 || province == 50;
}

static const char *corps_name(const char *code)
{
    static const struct {
        const char *code, *name;
    } places[] = {
#define CORPS(code, name) {code, name},
#include "codes/corps.def"
#undef CORPS
    };

    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++)
        if (strcmp(places[i].code, code) == 0)
            return places[i].name;
    return NULL;
}

/* 01 to 20 and 51 to 70 cities, 21 to 50 the others of their level, 90 what is
 * directly below the province. */
static int is_city_number(long number)
{
    return (number >= 1 && number <= 70) || number == 90;
}

/* A first pair of ranges where 01 is the districts of a city together. */
static int is_city_proper(long number)
{
    return number <= 20 || number > 50;
}

static void look_at_six(fzzf_division *division)
{
    const long province = fzzf__code_digits(division->code, 2);
    const long city = fzzf__code_digits(division->code + 2, 2);
    const long county = fzzf__code_digits(division->code + 4, 2);

    if (city == 0 && county == 0)
        division->level = FZZF_DIVISION_PROVINCE;
    else
        division->level =
            county == 0 ? FZZF_DIVISION_CITY : FZZF_DIVISION_COUNTY;
    if (division->level == FZZF_DIVISION_PROVINCE)
        return;
    if (!is_city_number(city))
        division->odd |= FZZF_ODD_CITY;
    if (county == 0 && (city == 90 || (is_municipality(province) && city < 3)))
        division->odd |= FZZF_ODD_SUMMARY;
    if (county == 1 && city != 90 && is_city_proper(city) &&
        !is_municipality(province))
        division->odd |= FZZF_ODD_SUMMARY;
}

static void copy_six(char *to, const char *from, size_t kept)
{
    memcpy(to, from, kept);
    memset(to + kept, '0', 6 - kept);
    to[6] = '\0';
}

/* Of a code of six digits. */
static void find_parent(fzzf_division *division)
{
    const char *const code = division->code;
    const size_t kept = division->level == FZZF_DIVISION_COUNTY &&
                                fzzf__code_digits(code + 2, 2) != 90
                            ? 4
                            : 2;

    if (division->level == FZZF_DIVISION_PROVINCE)
        return;
    copy_six(division->parent, code, kept);
    copy_six(division->superior, code,
             is_municipality(fzzf__code_digits(code, 2)) ? 2 : kept);
    if (division->name != NULL)
        memcpy(division->superior, CORPS_CODE, sizeof CORPS_CODE);
}

/* What stands below a county: the parent is what is left of the last triple. */
static void find_longer(fzzf_division *division, size_t length)
{
    division->level =
        length == 9 ? FZZF_DIVISION_TOWNSHIP : FZZF_DIVISION_VILLAGE;
    memcpy(division->parent, division->code, length - 3);
    division->parent[length - 3] = '\0';
    memcpy(division->superior, division->parent, sizeof division->parent);
}

static void look(fzzf_division *division, size_t length)
{
    division->province = fzzf__code_province(division->code);
    if (memcmp(division->code, CORPS_CODE, 2) == 0) {
        division->odd |= FZZF_ODD_CORPS;
        division->province = corps_name(CORPS_CODE);
    } else if (division->province == NULL) {
        division->odd |= FZZF_ODD_UNASSIGNED;
    }
    while (length > 6 && memcmp(division->code + length - 3, "000", 3) == 0) {
        division->odd |= FZZF_ODD_LONG;
        length -= 3;
        division->code[length] = '\0';
    }
    if (length > 6) {
        find_longer(division, length);
        return;
    }
    division->name = corps_name(division->code);
    look_at_six(division);
    find_parent(division);
}

int fzzf_division_read(const char *text, fzzf_division *view)
{
    fzzf_division division = {.size = sizeof division};
    const size_t length = fzzf__code_clean(text, division.code,
                                           sizeof division.code, &division.odd);

    if ((length != 6 && length != 9 && length != 12) ||
        strspn(division.code, "0123456789") != length ||
        memcmp(division.code, "00", 2) == 0) {
        fzzf_division none = {.size = sizeof none};

        (void)fzzf__view_write(view, &none, sizeof none);
        return 0;
    }
    look(&division, length);
    return fzzf__view_write(view, &division, sizeof division);
}
