/* SPDX-License-Identifier: Apache-2.0 */
/* How what was compared is spoken of: candidates, figures, steps, classes. */

#include <string.h>

#include "course/recommend.h"
#include "fzzf/codes.h"

#define SHOWN_PLACES 2 /* of a number whose decimals do not end */

static const struct fzzf__because not_known = {"?", "不详", "not known"};

static const char *filled(struct fzzf__choosing *choosing, const char *pattern,
                          const char *a, const char *b)
{
    const char *args[] = {a, b};

    return fzzf__filled(&choosing->arena, pattern, args, 2);
}

const char *fzzf__called(struct fzzf__choosing *choosing,
                         const struct fzzf__contender *contender)
{
    const char *name = fzzf__record_value(contender->from, CANDIDATE_NAME);
    const char *unit = fzzf__record_value(contender->from, CANDIDATE_UNIT);

    return name == NULL || *name == '\0'
               ? unit
               : filled(choosing, "{0} {1}", name, unit);
}

/* "1000/11 ≈ 90.91" of "1000/11". */
static const char *readable(struct fzzf__choosing *choosing, const char *exact)
{
    fzzf__arena *arena = &choosing->arena;
    fzzf__num number = FZZF__ZERO;

    if (strchr(exact, '/') == NULL)
        return exact;
    (void)fzzf__num_parse(arena, exact, strlen(exact), &number);
    return filled(choosing, "{0} ≈ {1}", exact,
                  fzzf__num_decimal_text(arena, number, SHOWN_PLACES,
                                         FZZF_ROUND_HALF_UP));
}

static bool is_endless(const char *exact)
{
    return strcmp(exact, "inf") == 0 || strcmp(exact, "-inf") == 0;
}

/* From @low to @high, which is NULL when it is the same. */
static struct fzzf__because span_said(struct fzzf__choosing *choosing,
                                      const char *low, const char *high)
{
    struct fzzf__because said = {low, NULL, NULL};

    if (low == NULL || is_endless(low) || (high != NULL && is_endless(high)))
        return not_known;
    said.zh = readable(choosing, low);
    if (high != NULL) {
        said.value = filled(choosing, "{0}–{1}", low, high);
        said.zh =
            filled(choosing, "{0}–{1}", said.zh, readable(choosing, high));
    }
    said.en = said.zh;
    return said;
}

struct fzzf__because fzzf__score_said(struct fzzf__choosing *choosing,
                                      const struct fzzf__contender *contender)
{
    return span_said(choosing,
                     fzzf__record_value(contender->from, CANDIDATE_SCORE),
                     fzzf__record_value(contender->from, CANDIDATE_HIGH));
}

const char *fzzf__place_text(struct fzzf__choosing *choosing,
                             const struct fzzf__contender *contender)
{
    fzzf__arena *arena = &choosing->arena;
    const char *first = fzzf__size_text(arena, contender->better + 1);

    return contender->better == contender->not_worse
               ? first
               : filled(choosing, "{0}–{1}", first,
                        fzzf__size_text(arena, contender->not_worse + 1));
}

/* The title of a phase of the batch, "survey"; NULL: it has none. */
static const char *phase_title(const struct fzzf__choosing *choosing,
                               const char *id)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(choosing->batch, BATCH_PHASES);

    for (size_t i = 0; id != NULL && i < list->count; i++)
        if (strcmp(fzzf__record_value(list->items[i], PHASE_ID), id) == 0)
            return fzzf__record_value(list->items[i], PHASE_TITLE);
    return NULL;
}

struct fzzf__because fzzf__step_said(struct fzzf__choosing *choosing,
                                     size_t step)
{
    static const struct {
        const char *by;
        struct {
            const char *zh, *en;
        } high, low;
    } names[] = {
        {"score",
         {"得分，高者在先", "score, the higher first"},
         {"得分，低者在先", "score, the lower first"}},
        {"rate",
         {"达标率，高者在先", "rate, the higher first"},
         {"达标率，低者在先", "rate, the lower first"}},
        {"node",
         {"指标 {0}，高者在先", "node {0}, the higher first"},
         {"指标 {0}，低者在先", "node {0}, the lower first"}},
        {"phase",
         {"环节 {0}[“{1}”]，高者在先", "phase {0}[ '{1}'], the higher first"},
         {"环节 {0}[“{1}”]，低者在先", "phase {0}[ '{1}'], the lower first"}},
        {"name",
         {"名称，编码大者在先", "name, the last by code point first"},
         {"名称，编码小者在先", "name, the first by code point first"}},
        {"date",
         {"申报日期，晚者在先", "date, the later first"},
         {"申报日期，早者在先", "date, the earlier first"}},
    };
    const struct fzzf_record *tie = choosing->ties[step];
    const char *by = fzzf__record_value(tie, TIE_BY);
    const char *of = fzzf__record_value(tie, TIE_OF);
    const char *title = phase_title(choosing, of);
    const bool low = strcmp(fzzf__record_value(tie, TIE_BETTER), "low") == 0;
    struct fzzf__because said = {by, NULL, NULL};

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcmp(names[i].by, by) == 0) {
            said.zh = filled(choosing, low ? names[i].low.zh : names[i].high.zh,
                             of, title);
            said.en = filled(choosing, low ? names[i].low.en : names[i].high.en,
                             of, title);
        }
    return said;
}

struct fzzf__because
fzzf__step_value_said(struct fzzf__choosing *choosing,
                      const struct fzzf__contender *contender, size_t step)
{
    const char *by = fzzf__record_value(choosing->ties[step], TIE_BY);
    const struct fzzf__span *span = &contender->values[step];
    fzzf__arena *arena = &choosing->arena;

    if (strcmp(by, "date") == 0)
        return span_said(choosing,
                         fzzf__record_value(contender->from, CANDIDATE_DATE),
                         NULL);
    if (strcmp(by, "name") == 0)
        return span_said(choosing,
                         fzzf__record_value(contender->from, CANDIDATE_NAME),
                         NULL);
    if (!span->known)
        return not_known;
    return span_said(choosing, fzzf__num_exact_text(arena, span->low),
                     fzzf__num_equal(span->low, span->high)
                         ? NULL
                         : fzzf__num_exact_text(arena, span->high));
}

/* What the unit @code is called: by a candidate, else a province of the
 * standard or a place of the Corps; NULL: not known. */
static const char *name_of(const struct fzzf__choosing *choosing,
                           const char *code)
{
    fzzf_division division = {.size = sizeof division};

    for (size_t i = 0; i < choosing->count; i++) {
        const struct fzzf_record *from = choosing->contenders[i].from;

        if (strcmp(fzzf__record_value(from, CANDIDATE_UNIT), code) == 0)
            return fzzf__record_value(from, CANDIDATE_NAME);
    }
    if (!fzzf_division_read(code, &division))
        return NULL;
    return division.level == FZZF_DIVISION_PROVINCE ? division.province
                                                    : division.name;
}

struct fzzf__because fzzf__class_said(struct fzzf__choosing *choosing,
                                      const struct fzzf_record *balance,
                                      const char *key)
{
    const char *by = fzzf__record_value(balance, BALANCE_BY);
    const bool group = strcmp(by, key) == 0;
    const char *name = group ? NULL : name_of(choosing, key);

    return (struct fzzf__because){
        key,
        filled(choosing, group ? "分组“{0}”" : "[{1} ]{0} 所辖", key, name),
        filled(choosing,
               group ? "the group '{0}'" : "what lies below[ {1}] {0}", key,
               name)};
}

void fzzf__list_add(struct fzzf__choosing *choosing, struct fzzf__because *list,
                    struct fzzf__because item)
{
    const char *zh = item.zh == NULL ? item.value : item.zh;
    const char *en = item.en == NULL ? item.value : item.en;

    if (list->value == NULL) {
        *list = (struct fzzf__because){item.value, zh, en};
        return;
    }
    list->value = filled(choosing, "{0}, {1}", list->value, item.value);
    list->zh = filled(choosing, "{0}、{1}", list->zh, zh);
    list->en = filled(choosing, "{0}, {1}", list->en, en);
}
