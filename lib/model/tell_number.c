/* SPDX-License-Identifier: Apache-2.0 */
/* How numbers are shown in sentences: never against what was decided. */

#include <string.h>

#include "model/tell.h"

#define PLACES_MAX 30

static bool ends(const char *exact)
{
    return strchr(exact, '/') == NULL;
}

static size_t places_of(const char *exact)
{
    const char *point = strchr(exact, '.');

    return point == NULL ? 0 : strlen(point + 1);
}

/* @num with at most @places decimals. */
static const char *shown(struct fzzf__tell *tell, fzzf__num num, int places)
{
    const char *text;

    if (!fzzf__num_is_finite(num))
        return fzzf__num_sign(num) < 0 ? "-∞" : "∞";
    text = fzzf__num_exact_text(&tell->arena, num);
    if (text != NULL && ends(text) && places_of(text) <= (size_t)places)
        return text;
    text = fzzf__num_decimal_text(&tell->arena, num, places,
                                  tell->result->contract->rounding);
    return text == NULL ? "" : text;
}

static int display_places(const struct fzzf__tell *tell)
{
    return tell->result->contract->display_places;
}

static const char *with_sign(struct fzzf__tell *tell, const char *text,
                             fzzf__num num, bool sign)
{
    if (!sign || fzzf__num_sign(num) <= 0)
        return text;
    return fzzf__tell_filled(tell, "+{0}", &text, 1);
}

static bool all_zero(const char *text)
{
    return strspn(text, "-0.") == strlen(text);
}

const char *fzzf__tell_amount(struct fzzf__tell *tell, fzzf__num num, bool sign)
{
    int places = display_places(tell);
    const char *text = shown(tell, num, places);

    while (fzzf__num_sign(num) != 0 && all_zero(text) && places < PLACES_MAX)
        text = shown(tell, num, ++places);
    if (all_zero(text))
        return "0";
    return with_sign(tell, text, num, sign);
}

const char *fzzf__tell_range(struct fzzf__tell *tell, fzzf__num low,
                             fzzf__num high, bool sign)
{
    const char *args[2];
    int places = display_places(tell);

    args[0] = fzzf__tell_amount(tell, low, sign);
    if (fzzf__num_compare(&tell->arena, low, high) == 0)
        return args[0];
    args[1] = fzzf__tell_amount(tell, high, sign);
    while (strcmp(args[0], args[1]) == 0 && places++ < PLACES_MAX) {
        args[0] = with_sign(tell, shown(tell, low, places), low, sign);
        args[1] = with_sign(tell, shown(tell, high, places), high, sign);
    }
    return fzzf__tell_filled(
        tell, fzzf__tell_in(tell, "{0} to {1}", "{0} 至 {1}"), args, 2);
}

const char *fzzf__tell_exact(struct fzzf__tell *tell, fzzf__num num)
{
    const char *args[2];

    if (!fzzf__num_is_finite(num))
        return shown(tell, num, 0);
    args[0] = fzzf__num_exact_text(&tell->arena, num);
    if (args[0] == NULL)
        return "";
    if (ends(args[0]))
        return args[0];
    args[1] = fzzf__tell_amount(tell, num, false);
    if (strlen(args[0]) > PLACES_MAX) /* nobody reads such a fraction */
        return fzzf__tell_filled(
            tell, fzzf__tell_in(tell, "about {1}", "约 {1}"), args, 2);
    return fzzf__tell_filled(
        tell, fzzf__tell_in(tell, "{0} (about {1})", "{0}（约 {1}）"), args, 2);
}

/* True when @text, a decimal, lies on the side of @limit on which @num lies. */
static bool same_side(struct fzzf__tell *tell, const char *text, fzzf__num num,
                      fzzf__num limit)
{
    fzzf__num seen;

    if (!fzzf__num_parse(&tell->arena, text, strlen(text), &seen))
        return false;
    return (fzzf__num_compare(&tell->arena, seen, limit) >= 0) ==
           (fzzf__num_compare(&tell->arena, num, limit) >= 0);
}

const char *fzzf__tell_beside(struct fzzf__tell *tell, fzzf__num num,
                              fzzf__num limit)
{
    for (int places = display_places(tell); places <= PLACES_MAX; places++) {
        const char *text = shown(tell, num, places);

        if (!fzzf__num_is_finite(num) || same_side(tell, text, num, limit))
            return text;
    }
    return NULL;
}
