/* SPDX-License-Identifier: Apache-2.0 */
/* How two candidates stand to each other: by score, then by the ties. */

#include <stdlib.h>
#include <string.h>

#include "course/recommend.h"

static fzzf__num read_number(fzzf__arena *arena, const char *text)
{
    fzzf__num number = FZZF__ZERO;

    if (strcmp(text, "inf") == 0)
        return FZZF__PLUS_INFINITY;
    if (strcmp(text, "-inf") == 0)
        return FZZF__MINUS_INFINITY;
    (void)fzzf__num_parse(arena, text, strlen(text), &number);
    return number;
}

static struct fzzf__span read_span(fzzf__arena *arena, const char *low,
                                   const char *high)
{
    struct fzzf__span span = {FZZF__MINUS_INFINITY, FZZF__PLUS_INFINITY, false};

    if (low == NULL)
        return span;
    span.known = true;
    span.low = read_number(arena, low);
    span.high = high == NULL ? span.low : read_number(arena, high);
    return span;
}

static size_t order_of(const struct fzzf_record *tie)
{
    size_t order = 0;

    (void)fzzf__size_value(fzzf__record_value(tie, TIE_ORDER), &order);
    return order;
}

static bool is_by(const struct fzzf_record *tie, const char *by)
{
    return strcmp(fzzf__record_value(tie, TIE_BY), by) == 0;
}

/* The value that the candidate has for @tie; NULL: none is known. */
static const struct fzzf_record *value_of(const struct fzzf_record *candidate,
                                          const struct fzzf_record *tie)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(candidate, CANDIDATE_VALUES);
    size_t order;

    for (size_t i = 0; i < list->count; i++)
        if (fzzf__size_value(fzzf__record_value(list->items[i], VALUE_ORDER),
                             &order) &&
            order == order_of(tie))
            return list->items[i];
    return NULL;
}

static fzzf_status read_contender(struct fzzf__choosing *choosing,
                                  struct fzzf__contender *contender)
{
    fzzf__arena *arena = &choosing->arena;
    const struct fzzf_record *from = contender->from;

    contender->score =
        read_span(arena, fzzf__record_value(from, CANDIDATE_SCORE),
                  fzzf__record_value(from, CANDIDATE_HIGH));
    contender->values = fzzf__arena_alloc(arena, (choosing->tie_count + 1) *
                                                     sizeof *contender->values);
    if (contender->values == NULL)
        return arena->spoiled;
    for (size_t i = 0; i < choosing->tie_count; i++) {
        const struct fzzf_record *value = value_of(from, choosing->ties[i]);

        contender->values[i] =
            is_by(choosing->ties[i], "score") ? contender->score
            : value == NULL
                ? read_span(arena, NULL, NULL)
                : read_span(arena, fzzf__record_value(value, VALUE_LOW),
                            fzzf__record_value(value, VALUE_HIGH));
    }
    return arena->spoiled;
}

fzzf_status fzzf__order_begin(struct fzzf__choosing *choosing)
{
    const struct fzzf__record_list *ties =
        fzzf__record_list(choosing->batch, BATCH_TIES);
    fzzf_status status = FZZF_OK;

    choosing->ties = fzzf__sorted(&choosing->arena, ties, TIE_ORDER);
    if (choosing->ties == NULL)
        return FZZF_E_MEMORY;
    choosing->tie_count = ties->count;
    for (size_t i = 0; i < choosing->count && status == FZZF_OK; i++)
        status = read_contender(choosing, &choosing->contenders[i]);
    return status;
}

static enum fzzf__order compare_spans(fzzf__arena *arena,
                                      const struct fzzf__span *one,
                                      const struct fzzf__span *other, bool low)
{
    if (!one->known || !other->known)
        return FZZF__UNSETTLED;
    if (fzzf__num_compare(arena, one->low, other->high) > 0)
        return low ? FZZF__WORSE : FZZF__BETTER;
    if (fzzf__num_compare(arena, one->high, other->low) < 0)
        return low ? FZZF__BETTER : FZZF__WORSE;
    return fzzf__num_equal(one->low, one->high) &&
                   fzzf__num_equal(other->low, other->high)
               ? FZZF__TIED
               : FZZF__UNSETTLED;
}

static const char *text_of(const struct fzzf__contender *contender,
                           const struct fzzf_record *tie)
{
    return fzzf__record_value(
        contender->from, is_by(tie, "date") ? CANDIDATE_DATE : CANDIDATE_NAME);
}

static enum fzzf__order compare_texts(const char *one, const char *other,
                                      bool low)
{
    int order;

    if (one == NULL || other == NULL)
        return FZZF__UNSETTLED;
    order = strcmp(one, other);
    if (order == 0)
        return FZZF__TIED;
    return (order < 0) == low ? FZZF__BETTER : FZZF__WORSE;
}

enum fzzf__order fzzf__order(struct fzzf__choosing *choosing,
                             const struct fzzf__contender *one,
                             const struct fzzf__contender *other, size_t *step)
{
    enum fzzf__order order =
        compare_spans(&choosing->arena, &one->score, &other->score, false);

    *step = FZZF__NO_INDEX;
    for (size_t i = 0; i < choosing->tie_count && order == FZZF__TIED; i++) {
        const struct fzzf_record *tie = choosing->ties[i];
        const bool low =
            strcmp(fzzf__record_value(tie, TIE_BETTER), "low") == 0;

        *step = i;
        order = is_by(tie, "name") || is_by(tie, "date")
                    ? compare_texts(text_of(one, tie), text_of(other, tie), low)
                    : compare_spans(&choosing->arena, &one->values[i],
                                    &other->values[i], low);
    }
    return order;
}

/* Those in the ranking by how many are better; then the others. Codes and ids
 * make one order of what no one may read an order into. */
static int by_place(const void *one, const void *other)
{
    const struct fzzf__contender *a = one, *b = other;
    int order;

    if ((a->presence == FZZF__IS_OUT) != (b->presence == FZZF__IS_OUT))
        return a->presence == FZZF__IS_OUT ? 1 : -1;
    if (a->better != b->better)
        return a->better < b->better ? -1 : 1;
    if (a->not_worse != b->not_worse)
        return a->not_worse < b->not_worse ? -1 : 1;
    order = strcmp(fzzf__record_value(a->from, CANDIDATE_UNIT),
                   fzzf__record_value(b->from, CANDIDATE_UNIT));
    return order != 0
               ? order
               : strcmp(fzzf__record_value(a->from, CANDIDATE_DECLARATION),
                        fzzf__record_value(b->from, CANDIDATE_DECLARATION));
}

void fzzf__order_places(struct fzzf__choosing *choosing)
{
    struct fzzf__contender *all = choosing->contenders;
    size_t step;

    for (size_t i = choosing->first; i < choosing->end; i++)
        for (size_t j = choosing->first; j < choosing->end; j++) {
            enum fzzf__order order;

            if (i == j || all[i].presence == FZZF__IS_OUT ||
                all[j].presence == FZZF__IS_OUT || all[j].outside)
                continue;
            order = fzzf__order(choosing, &all[j], &all[i], &step);
            if (order == FZZF__BETTER && all[j].presence == FZZF__IS_IN)
                all[i].better++;
            all[i].not_worse += order != FZZF__WORSE ? 1 : 0;
        }
    qsort(&all[choosing->first], choosing->end - choosing->first, sizeof *all,
          by_place);
}
