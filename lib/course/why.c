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

static void add_said(struct collected *collected, struct fzzf__because said)
{
    collected->items[collected->count++] = said;
}

static void add_size(struct fzzf__choosing *choosing,
                     struct collected *collected, size_t number)
{
    add(collected, fzzf__size_text(&choosing->arena, number));
}

/* What every reason about a place begins with: {0} the place, {1} the quota,
 * {2} the points. */
static struct collected begin(struct fzzf__choosing *choosing,
                              const struct fzzf__contender *contender)
{
    struct collected arguments = {.count = 0};

    add(&arguments, fzzf__place_text(choosing, contender));
    add_size(choosing, &arguments, choosing->quota);
    add_said(&arguments, fzzf__score_said(choosing, contender));
    return arguments;
}

static void say(struct fzzf__contender *contender, enum fzzf__reason_code code,
                const struct collected *collected)
{
    fzzf__because(contender->to, CANDIDATE_REASONS, code, collected->items,
                  collected->count);
}

static struct fzzf__because called(struct fzzf__choosing *choosing,
                                   const struct fzzf__contender *contender)
{
    return (struct fzzf__because){fzzf__called(choosing, contender), NULL,
                                  NULL};
}

/* Those before @contender, or perhaps, who are not chosen. */
static struct fzzf__because passed_over(struct fzzf__choosing *choosing,
                                        const struct fzzf__contender *contender)
{
    struct fzzf__because list = {NULL, NULL, NULL};
    size_t step;

    for (size_t i = choosing->first; i < choosing->end; i++) {
        const struct fzzf__contender *other = &choosing->contenders[i];

        if (other != contender && other->presence != FZZF__IS_OUT &&
            other->chosen != FZZF__CHOSEN_YES && !other->outside &&
            fzzf__order(choosing, other, contender, &step) != FZZF__WORSE)
            fzzf__list_add(choosing, &list, called(choosing, other));
    }
    return list;
}

void fzzf__why_chosen(struct fzzf__choosing *choosing,
                      struct fzzf__contender *contender)
{
    const struct fzzf__class *class =
        &choosing->classes[contender->class_index];
    struct collected arguments = begin(choosing, contender);

    if (contender->outside) {
        arguments.items[1].value =
            fzzf__record_value(choosing->line, LINE_QUOTA);
        say(contender, FZZF__BECAUSE_OWN_OUTSIDE, &arguments);
    } else if (!fzzf__gets_place(choosing, contender, true, false)) {
        add_said(&arguments, class->called);
        add_size(choosing, &arguments, class->least);
        say(contender, FZZF__BECAUSE_CHOSEN_LEAST, &arguments);
    } else if (contender->not_worse >= choosing->quota) {
        add_said(&arguments, passed_over(choosing, contender));
        say(contender, FZZF__BECAUSE_CHOSEN_MOVED, &arguments);
    } else {
        say(contender, FZZF__BECAUSE_CHOSEN, &arguments);
    }
}

/* The last of those before @contender that has a place or may get one, of its
 * class when @same; or (@kept) the first not before it whose class needs the
 * place. NULL: none. */
static const struct fzzf__contender *
rival_of(struct fzzf__choosing *choosing,
         const struct fzzf__contender *contender, bool kept, bool same)
{
    const struct fzzf__contender *found = NULL;
    size_t step;

    for (size_t i = choosing->first; i < choosing->end; i++) {
        const struct fzzf__contender *other = &choosing->contenders[i];
        enum fzzf__order order;

        if (other == contender || other->chosen == FZZF__CHOSEN_NO ||
            other->outside ||
            (same && other->class_index != contender->class_index) ||
            (kept && choosing->classes[other->class_index].least == 0))
            continue;
        order = fzzf__order(choosing, other, contender, &step);
        if (kept != (order != FZZF__BETTER))
            continue;
        if (found == NULL || (other->chosen == FZZF__CHOSEN_YES && !kept) ||
            (found->chosen != FZZF__CHOSEN_YES &&
             other->chosen == FZZF__CHOSEN_YES))
            found = other;
    }
    return found;
}

/* Keeps in the document that @step decided for @other. */
static void put_step(struct fzzf__contender *contender,
                     const struct fzzf__contender *other,
                     const struct fzzf_record *tie, const char *mine,
                     const char *theirs)
{
    struct fzzf_record *record =
        fzzf__record_append(contender->to, CANDIDATE_STEPS);

    if (record == NULL)
        return;
    fzzf__record_put(record, STEP_ORDER, fzzf__record_value(tie, TIE_ORDER));
    fzzf__record_put(record, STEP_BY, fzzf__record_value(tie, TIE_BY));
    fzzf__record_put(record, STEP_OF, fzzf__record_value(tie, TIE_OF));
    fzzf__record_put(record, STEP_AGAINST,
                     fzzf__record_value(other->from, CANDIDATE_DECLARATION));
    fzzf__record_put(record, STEP_VALUE, mine);
    fzzf__record_put(record, STEP_OTHER, theirs);
}

/* {3} the other, {4} its points. */
static void add_rival(struct fzzf__choosing *choosing,
                      struct collected *arguments,
                      const struct fzzf__contender *rival)
{
    add(arguments, fzzf__called(choosing, rival));
    add_said(arguments, fzzf__score_said(choosing, rival));
}

/* {3} the other, {4} and {5} the step, {6} and {7} what the two have there. */
static void add_step(struct fzzf__choosing *choosing,
                     struct collected *arguments,
                     const struct fzzf__contender *contender,
                     const struct fzzf__contender *rival, size_t step)
{
    add(arguments, fzzf__called(choosing, rival));
    add(arguments, fzzf__record_value(choosing->ties[step], TIE_ORDER));
    add_said(arguments, fzzf__step_said(choosing, step));
    add_said(arguments, fzzf__step_value_said(choosing, contender, step));
    add_said(arguments, fzzf__step_value_said(choosing, rival, step));
}

/* @rival comes before @contender: by points, else by a step of the ties. Gives
 * whether it was by a step. */
static bool add_before(struct fzzf__choosing *choosing,
                       struct collected *arguments,
                       struct fzzf__contender *contender,
                       const struct fzzf__contender *rival)
{
    size_t step = FZZF__NO_INDEX;

    (void)fzzf__order(choosing, contender, rival, &step);
    if (step == FZZF__NO_INDEX) {
        add_rival(choosing, arguments, rival);
        return false;
    }
    add_step(choosing, arguments, contender, rival, step);
    put_step(contender, rival, choosing->ties[step], arguments->items[6].value,
             arguments->items[7].value);
    return true;
}

static void say_outranked(struct fzzf__choosing *choosing,
                          struct fzzf__contender *contender,
                          const struct fzzf__contender *rival)
{
    struct collected arguments = begin(choosing, contender);

    if (rival == NULL)
        say(contender, FZZF__BECAUSE_NO_PLACE, &arguments);
    else if (add_before(choosing, &arguments, contender, rival))
        say(contender, FZZF__BECAUSE_OUTRANKED_TIE, &arguments);
    else
        say(contender, FZZF__BECAUSE_OUTRANKED, &arguments);
}

/* Those of its class who are better have all the places that it may have. */
static void say_full(struct fzzf__choosing *choosing,
                     struct fzzf__contender *contender,
                     const struct fzzf__contender *rival)
{
    const struct fzzf__class *class =
        &choosing->classes[contender->class_index];
    struct collected arguments = begin(choosing, contender);
    const bool tied = add_before(choosing, &arguments, contender, rival);

    add_said(&arguments, class->called);
    add_size(choosing, &arguments, class->most);
    say(contender, tied ? FZZF__BECAUSE_MOST_TIE : FZZF__BECAUSE_MOST,
        &arguments);
}

/* The class of @rival needs the place. */
static void say_kept(struct fzzf__choosing *choosing,
                     struct fzzf__contender *contender,
                     const struct fzzf__contender *rival)
{
    const struct fzzf__class *class = &choosing->classes[rival->class_index];
    struct collected arguments = begin(choosing, contender);

    add_rival(choosing, &arguments, rival);
    add_said(&arguments, class->called);
    add_size(choosing, &arguments, class->least);
    say(contender, FZZF__BECAUSE_LEAST, &arguments);
}

/* Without a balance it would not get a place either: of those that have one
 * somebody is better, or stands behind and is there for a balance. */
static void say_others(struct fzzf__choosing *choosing,
                       struct fzzf__contender *contender)
{
    const struct fzzf__contender *better =
        rival_of(choosing, contender, false, false);
    const struct fzzf__contender *kept =
        better == NULL ? rival_of(choosing, contender, true, false) : NULL;

    if (kept != NULL)
        say_kept(choosing, contender, kept);
    else
        say_outranked(choosing, contender, better);
}

void fzzf__why_not(struct fzzf__choosing *choosing,
                   struct fzzf__contender *contender)
{
    const bool full = fzzf__class_full(choosing, contender);
    const bool kept =
        !full && fzzf__gets_place(choosing, contender, false, false);
    const struct fzzf__contender *rival =
        full || kept ? rival_of(choosing, contender, kept, full) : NULL;

    if (rival != NULL && full)
        say_full(choosing, contender, rival);
    else if (rival != NULL)
        say_kept(choosing, contender, rival);
    else
        say_others(choosing, contender);
}

/* Whether @other, who may get a place, stands to @contender in @order. */
static bool competes(struct fzzf__choosing *choosing,
                     const struct fzzf__contender *contender,
                     const struct fzzf__contender *other,
                     enum fzzf__order order)
{
    size_t step;

    return other != contender && other->chosen != FZZF__CHOSEN_NO &&
           !other->outside &&
           fzzf__order(choosing, other, contender, &step) == order;
}

/* All that are tied with @contender. */
static struct fzzf__because tied_with(struct fzzf__choosing *choosing,
                                      const struct fzzf__contender *contender)
{
    struct fzzf__because list = {NULL, NULL, NULL};

    for (size_t i = choosing->first; i < choosing->end; i++)
        if (competes(choosing, contender, &choosing->contenders[i], FZZF__TIED))
            fzzf__list_add(choosing, &list,
                           called(choosing, &choosing->contenders[i]));
    return list;
}

/* The steps that the batch names, or that it names none. */
static struct fzzf__because all_steps(struct fzzf__choosing *choosing)
{
    struct fzzf__because list = {NULL, NULL, NULL};

    for (size_t i = 0; i < choosing->tie_count; i++)
        fzzf__list_add(choosing, &list, fzzf__step_said(choosing, i));
    return list.value == NULL ? (struct fzzf__because){"0", "未规定", "none"}
                              : list;
}

/* The first whose order with @contender is open (@unsettled), or who is open
 * itself; NULL: none. */
static const struct fzzf__contender *
open_rival(struct fzzf__choosing *choosing,
           const struct fzzf__contender *contender, bool unsettled)
{
    for (size_t i = choosing->first; i < choosing->end; i++) {
        const struct fzzf__contender *other = &choosing->contenders[i];

        if (unsettled
                ? competes(choosing, contender, other, FZZF__UNSETTLED)
                : other != contender && other->chosen == FZZF__CHOSEN_OPEN)
            return other;
    }
    return NULL;
}

/* What is known does not settle the order with @rival: the points, else a step
 * of the ties. */
static void say_unsettled(struct fzzf__choosing *choosing,
                          struct fzzf__contender *contender,
                          const struct fzzf__contender *rival)
{
    struct collected arguments = begin(choosing, contender);
    size_t step;

    (void)fzzf__order(choosing, contender, rival, &step);
    if (step != FZZF__NO_INDEX) {
        add_step(choosing, &arguments, contender, rival, step);
        say(contender, FZZF__BECAUSE_STEP_OPEN, &arguments);
        return;
    }
    add_rival(choosing, &arguments, rival);
    add(&arguments, fzzf__record_value(contender->from, CANDIDATE_MISSING));
    add(&arguments, fzzf__record_value(rival->from, CANDIDATE_MISSING));
    say(contender, FZZF__BECAUSE_ORDER_OPEN, &arguments);
}

static void say_rival(struct fzzf__choosing *choosing,
                      struct fzzf__contender *contender)
{
    const struct fzzf__contender *unsettled =
        open_rival(choosing, contender, true);
    const struct fzzf__contender *open = open_rival(choosing, contender, false);
    const struct fzzf__because tied = tied_with(choosing, contender);
    struct collected arguments = begin(choosing, contender);

    if (tied.value != NULL) {
        add_said(&arguments, tied);
        add_said(&arguments, all_steps(choosing));
        say(contender, FZZF__BECAUSE_TIE, &arguments);
    } else if (unsettled != NULL) {
        say_unsettled(choosing, contender, unsettled);
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
