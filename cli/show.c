/* SPDX-License-Identifier: Apache-2.0 */
/* How tables show numbers, answers and states to people. */
#include "show.h"

#include <stdlib.h>
#include <string.h>

/* Places of a deciding number that no decimals express, at least. */
#define DECIDING_PLACES 6

struct shown shown_as(const struct cli *cli, const fzzf_contract *contract)
{
    struct shown shown = {.language = cli->language};

    shown.places = fzzf_contract_display_places(contract);
    shown.rounding = fzzf_contract_rounding(contract);
    return shown;
}

static void write_rounded(struct out *out, const fzzf_number *number,
                          int places, fzzf_rounding rounding)
{
    char buffer[128];
    char *text = buffer;
    const size_t length =
        fzzf_number_format(number, places, rounding, buffer, sizeof buffer);

    if (length >= sizeof buffer) {
        text = malloc(length + 1);
        if (text != NULL)
            (void)fzzf_number_format(number, places, rounding, text,
                                     length + 1);
    }
    /* Too long for memory: the exact text exists already. */
    out_text(out,
             length == 0 || text == NULL ? fzzf_number_exact(number) : text);
    if (text != buffer)
        free(text);
}

static int is_open(const fzzf_number *number)
{
    return strstr(fzzf_number_exact(number), "inf") != NULL;
}

void show_number(struct out *out, const struct shown *shown,
                 const fzzf_number *number)
{
    if (number == NULL)
        out_text(out, SHOW_NOTHING);
    else if (is_open(number))
        out_text(out, *fzzf_number_exact(number) == '-' ? "-∞" : "∞");
    else
        write_rounded(out, number, shown->places, shown->rounding);
}

static void show_exact(struct out *out, const struct shown *shown,
                       const fzzf_number *number)
{
    const int places =
        shown->places > DECIDING_PLACES ? shown->places : DECIDING_PLACES;

    if (number == NULL || is_open(number)) {
        show_number(out, shown, number);
    } else if (strchr(fzzf_number_exact(number), '/') == NULL) {
        out_text(out, fzzf_number_exact(number));
    } else {
        out_text(out, "≈");
        write_rounded(out, number, places, shown->rounding);
    }
}

static void show_ends(struct out *out, const struct shown *shown,
                      const fzzf_number *low, const fzzf_number *high,
                      void (*one)(struct out *, const struct shown *,
                                  const fzzf_number *))
{
    one(out, shown, low);
    if (low == NULL || high == NULL || fzzf_number_compare(low, high) == 0)
        return;
    out_text(out, shown->language == FZZF_CHINESE ? "～" : " to ");
    one(out, shown, high);
}

void show_range(struct out *out, const struct shown *shown,
                const fzzf_number *low, const fzzf_number *high)
{
    show_ends(out, shown, low, high, show_number);
}

void show_exact_range(struct out *out, const struct shown *shown,
                      const fzzf_number *low, const fzzf_number *high)
{
    show_ends(out, shown, low, high, show_exact);
}

const char *exact_text(const fzzf_number *number)
{
    return number == NULL ? NULL : fzzf_number_exact(number);
}

const char *answer_word(fzzf_language language, fzzf_answer answer)
{
    const int zh = language == FZZF_CHINESE;

    switch (answer) {
    case FZZF_NO:
        return zh ? "否" : "no";
    case FZZF_YES:
        return zh ? "是" : "yes";
    case FZZF_UNDETERMINED:
        return zh ? "未定" : "undetermined";
    case FZZF_NOTHING_APPLICABLE:
        return zh ? "无适用项" : "nothing applicable";
    }
    return NULL;
}

const char *state_word(fzzf_language language, fzzf_score_state state)
{
    const int zh = language == FZZF_CHINESE;

    switch (state) {
    case FZZF_SCORE_EXACT:
        return "";
    case FZZF_SCORE_BOUNDED:
        return zh ? "未定" : "open";
    case FZZF_SCORE_NOT_APPLICABLE:
        return zh ? "不适用" : "not applicable";
    case FZZF_SCORE_ABSENT:
        return zh ? "不计入" : "not counted";
    case FZZF_SCORE_REFUSED:
        return zh ? "不予计分" : "refused";
    case FZZF_SCORE_NO_VALUE:
        return zh ? "无值" : "no value";
    case FZZF_SCORE_NOT_COMPUTABLE:
        return zh ? "不可计算" : "not computable";
    case FZZF_SCORE_STOPPED:
        return zh ? "停止评分" : "stopped";
    case FZZF_SCORE_UNSCORED:
        return zh ? "不计分" : "not scored";
    }
    return NULL;
}

const char *reading_word(fzzf_language language, fzzf_reading reading)
{
    const int zh = language == FZZF_CHINESE;

    switch (reading) {
    case FZZF_INDICATORS_ALL:
        return zh ? "符合指标数／全部指标" : "indicators met of all";
    case FZZF_INDICATORS_APPLICABLE:
        return zh ? "符合指标数／适用指标" : "indicators met of applicable";
    case FZZF_POINTS_ALL:
        return zh ? "得分／全部分值" : "points of all";
    case FZZF_POINTS_APPLICABLE:
        return zh ? "得分／适用分值" : "points of applicable";
    }
    return NULL;
}

const char *or_nothing(const char *text)
{
    return text == NULL || *text == '\0' ? SHOW_NOTHING : text;
}
