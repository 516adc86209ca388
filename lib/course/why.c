/* SPDX-License-Identifier: Apache-2.0 */
/* The reasons of what was chosen, as one who was not would want to read them.
 */

#include <string.h>

#include "course/recommend.h"

#define ARGUMENTS_MAX 10

/* Arguments as they are collected. */
struct collected {
    struct fzzf__because items[ARGUMENTS_MAX];
    size_t count;
};

static void add(struct collected *collected, const char *value)
{
    collected->items[collected->count++] =
        (struct fzzf__because){value, NULL, NULL};
}

static void add_size(struct fzzf__choosing *choosing,
                     struct collected *collected, size_t number)
{
    add(collected, fzzf__size_text(&choosing->arena, number));
}

static const char *join(struct fzzf__choosing *choosing, const char *pattern,
                        const char *a, const char *b)
{
    const char *args[] = {a, b};
    fzzf__text text = {0};
    const char *joined = NULL;

    fzzf__text_fill(&text, pattern, args, 2);
    if (text.failed)
        choosing->arena.spoiled = FZZF_E_MEMORY;
    else
        joined = fzzf__arena_text(&choosing->arena, text.bytes);
    fzzf__text_free(&text);
    return joined;
}

static const char *place_text(struct fzzf__choosing *choosing,
                              const struct fzzf__contender *contender)
{
    fzzf__arena *arena = &choosing->arena;
    const char *first = fzzf__size_text(arena, contender->better + 1);

    if (contender->better == contender->not_worse)
        return first;
    return join(choosing, "{0}–{1}", first,
                fzzf__size_text(arena, contender->not_worse + 1));
}

static void say(struct fzzf__contender *contender, enum fzzf__reason_code code,
                const struct collected *collected)
{
    fzzf__because(contender->to, CANDIDATE_REASONS, code, collected->items,
                  collected->count);
}

void fzzf__why_chosen(struct fzzf__choosing *choosing,
                      struct fzzf__contender *contender)
{
    const struct fzzf__class *class =
        &choosing->classes[contender->class_index];
    struct collected arguments = {.count = 0};

    if (contender->outside) {
        add(&arguments, fzzf__record_value(choosing->line, LINE_QUOTA));
        say(contender, FZZF__BECAUSE_OWN_OUTSIDE, &arguments);
        return;
    }
    add(&arguments, place_text(choosing, contender));
    add_size(choosing, &arguments, choosing->quota);
    add(&arguments, fzzf__score_text(choosing, contender));
    if (fzzf__gets_place(choosing, contender, true, false)) {
        say(contender, FZZF__BECAUSE_CHOSEN, &arguments);
        return;
    }
    add(&arguments, class->name);
    add_size(choosing, &arguments, class->least);
    say(contender, FZZF__BECAUSE_CHOSEN_LEAST, &arguments);
}

/* The last of those before @contender (@worse: the first after it) that has a
 * place or may get one, of its class when @same; NULL: none. */
static const struct fzzf__contender *
rival_of(struct fzzf__choosing *choosing,
         const struct fzzf__contender *contender, bool worse, bool same)
{
    const struct fzzf__contender *found = NULL;
    size_t step;

    for (size_t i = choosing->first; i < choosing->end; i++) {
        const struct fzzf__contender *other = &choosing->contenders[i];

        if (other == contender || other->chosen == FZZF__CHOSEN_NO ||
            other->outside ||
            (same && other->class_index != contender->class_index) ||
            fzzf__order(choosing, other, contender, &step) !=
                (worse ? FZZF__WORSE : FZZF__BETTER) ||
            (worse && choosing->classes[other->class_index].least == 0))
            continue;
        if (found == NULL || (other->chosen == FZZF__CHOSEN_YES && !worse) ||
            (found->chosen != FZZF__CHOSEN_YES &&
             other->chosen == FZZF__CHOSEN_YES))
            found = other;
    }
    return found;
}

/* "3.1", "指标 3.1", "indicator 3.1"; "4", … for steps without a name. */
static struct fzzf__because step_named(struct fzzf__choosing *choosing,
                                       size_t step)
{
    static const struct {
        const char *by, *zh, *en;
    } names[] = {
        {"score", "得分", "score"},       {"rate", "达标率", "rate"},
        {"node", "指标 {1}", "node {1}"}, {"phase", "环节 {1}", "phase {1}"},
        {"name", "名称", "name"},         {"date", "申报日期", "date"},
    };
    const struct fzzf_record *tie = choosing->ties[step];
    const char *by = fzzf__record_value(tie, TIE_BY);
    const char *of = fzzf__record_value(tie, TIE_OF);
    struct fzzf__because named = {by, NULL, NULL};

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcmp(names[i].by, by) == 0) {
            named.zh = join(choosing, names[i].zh, NULL, of);
            named.en = join(choosing, names[i].en, NULL, of);
        }
    return named;
}

/* @contender has the same score as @other, and @step decided between them. */
static void say_step(struct fzzf__choosing *choosing,
                     struct fzzf__contender *contender,
                     const struct fzzf__contender *other, size_t step)
{
    const struct fzzf_record *tie = choosing->ties[step];
    const char *const mine = fzzf__order_value(choosing, contender, step);
    const char *const theirs = fzzf__order_value(choosing, other, step);
    struct fzzf_record *record =
        fzzf__record_append(contender->to, CANDIDATE_STEPS);
    struct collected arguments = {.count = 0};

    if (record == NULL)
        return;
    fzzf__record_put(record, STEP_ORDER, fzzf__record_value(tie, TIE_ORDER));
    fzzf__record_put(record, STEP_BY, fzzf__record_value(tie, TIE_BY));
    fzzf__record_put(record, STEP_OF, fzzf__record_value(tie, TIE_OF));
    fzzf__record_put(record, STEP_AGAINST,
                     fzzf__record_value(other->from, CANDIDATE_DECLARATION));
    fzzf__record_put(record, STEP_VALUE, mine);
    fzzf__record_put(record, STEP_OTHER, theirs);
    add(&arguments, place_text(choosing, contender));
    add_size(choosing, &arguments, choosing->quota);
    add(&arguments, fzzf__score_text(choosing, contender));
    add(&arguments, fzzf__called(choosing, other));
    add(&arguments, fzzf__record_value(tie, TIE_ORDER));
    arguments.items[arguments.count++] = step_named(choosing, step);
    add(&arguments, mine);
    add(&arguments, theirs);
    say(contender, FZZF__BECAUSE_OUTRANKED_TIE, &arguments);
}

static void say_outranked(struct fzzf__choosing *choosing,
                          struct fzzf__contender *contender,
                          const struct fzzf__contender *rival)
{
    struct collected arguments = {.count = 0};
    size_t step = FZZF__NO_INDEX;

    if (rival != NULL)
        (void)fzzf__order(choosing, contender, rival, &step);
    if (step != FZZF__NO_INDEX) {
        say_step(choosing, contender, rival, step);
        return;
    }
    add(&arguments, place_text(choosing, contender));
    add_size(choosing, &arguments, choosing->quota);
    if (rival != NULL) {
        add(&arguments, fzzf__score_text(choosing, contender));
        add(&arguments, fzzf__score_text(choosing, rival));
        add(&arguments, fzzf__called(choosing, rival));
    }
    say(contender,
        rival == NULL ? FZZF__BECAUSE_NO_PLACE : FZZF__BECAUSE_OUTRANKED,
        &arguments);
}

/* The balance decided: its class is full, or another class needs the place. */
static void say_balance(struct fzzf__choosing *choosing,
                        struct fzzf__contender *contender,
                        const struct fzzf__contender *rival, bool full)
{
    const struct fzzf__class *class =
        &choosing->classes[full ? contender->class_index : rival->class_index];
    struct collected arguments = {.count = 0};

    add(&arguments, place_text(choosing, contender));
    add(&arguments, class->name);
    add_size(choosing, &arguments, full ? class->most : class->least);
    add(&arguments, fzzf__score_text(choosing, contender));
    add(&arguments, fzzf__score_text(choosing, rival));
    add(&arguments, fzzf__called(choosing, rival));
    say(contender, full ? FZZF__BECAUSE_MOST : FZZF__BECAUSE_LEAST, &arguments);
}

void fzzf__why_not(struct fzzf__choosing *choosing,
                   struct fzzf__contender *contender)
{
    const bool full = fzzf__class_full(choosing, contender);
    const bool kept =
        !full && fzzf__gets_place(choosing, contender, false, false);
    const struct fzzf__contender *rival =
        full || kept ? rival_of(choosing, contender, kept, full) : NULL;

    if (rival != NULL)
        say_balance(choosing, contender, rival, full);
    else
        say_outranked(choosing, contender,
                      rival_of(choosing, contender, false, false));
}

/* All that are tied with @contender, "甲 510104, 乙 510105"; NULL: none. */
static const char *tied_with(struct fzzf__choosing *choosing,
                             const struct fzzf__contender *contender)
{
    const char *names = NULL;
    size_t step;

    for (size_t i = choosing->first; i < choosing->end; i++) {
        const struct fzzf__contender *other = &choosing->contenders[i];

        if (other == contender || other->chosen == FZZF__CHOSEN_NO ||
            other->outside ||
            fzzf__order(choosing, other, contender, &step) != FZZF__TIED)
            continue;
        names = names == NULL ? fzzf__called(choosing, other)
                              : join(choosing, "{0}, {1}", names,
                                     fzzf__called(choosing, other));
    }
    return names;
}

/* The first whose order with @contender is open (@unsettled), or who is open
 * itself and not the contender; NULL: none. */
static const struct fzzf__contender *
open_rival(struct fzzf__choosing *choosing,
           const struct fzzf__contender *contender, bool unsettled)
{
    size_t step;

    for (size_t i = choosing->first; i < choosing->end; i++) {
        const struct fzzf__contender *other = &choosing->contenders[i];

        if (other != contender && other->chosen != FZZF__CHOSEN_NO &&
            !other->outside &&
            (unsettled ? fzzf__order(choosing, other, contender, &step) ==
                             FZZF__UNSETTLED
                       : other->chosen == FZZF__CHOSEN_OPEN))
            return other;
    }
    return NULL;
}

static void say_rival(struct fzzf__choosing *choosing,
                      struct fzzf__contender *contender)
{
    const struct fzzf__contender *unsettled =
        open_rival(choosing, contender, true);
    const struct fzzf__contender *open = open_rival(choosing, contender, false);
    const char *tied = tied_with(choosing, contender);
    struct collected arguments = {.count = 0};

    if (tied != NULL || unsettled != NULL)
        add(&arguments, fzzf__score_text(choosing, contender));
    if (tied != NULL) {
        add(&arguments, tied);
        say(contender, FZZF__BECAUSE_TIE, &arguments);
    } else if (unsettled != NULL) {
        add(&arguments, fzzf__score_text(choosing, unsettled));
        add(&arguments, fzzf__called(choosing, unsettled));
        say(contender, FZZF__BECAUSE_ORDER_OPEN, &arguments);
    } else if (open != NULL) {
        add(&arguments, fzzf__called(choosing, open));
        say(contender, FZZF__BECAUSE_RIVAL_OPEN, &arguments);
    }
}

void fzzf__why_open(struct fzzf__choosing *choosing,
                    struct fzzf__contender *contender)
{
    struct collected arguments = {.count = 0};

    if (contender->outside || contender->own_unknown)
        return; /* the gates said why */
    if (!choosing->quota_known) {
        say(contender, FZZF__BECAUSE_QUOTA_UNKNOWN, &arguments);
    } else if (choosing->conflict) {
        const struct fzzf__record_list *list =
            fzzf__record_list(choosing->line, LINE_CONDITIONS);
        struct fzzf_record *reason =
            fzzf__record_append(contender->to, CANDIDATE_REASONS);

        if (reason != NULL && list->count > 0)
            fzzf__record_copy(reason, list->items[list->count - 1]);
    } else {
        say_rival(choosing, contender);
    }
}
