/* SPDX-License-Identifier: Apache-2.0 */
/* Who of one type gets a place in every case, in none, or in some. */

#include <string.h>

#include "course/recommend.h"

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

static bool is_ranked(const struct fzzf__contender *contender)
{
    return contender->presence != FZZF__IS_OUT && !contender->outside;
}

/* How many of each class come before @contender: at most, or at least. */
static const size_t *count_before(struct fzzf__choosing *choosing,
                                  const struct fzzf__contender *contender,
                                  bool at_most)
{
    size_t *counts = choosing->counts;
    size_t step;

    memset(counts, 0, choosing->class_count * sizeof *counts);
    for (size_t i = choosing->first; i < choosing->end; i++) {
        const struct fzzf__contender *other = &choosing->contenders[i];
        enum fzzf__order order;

        if (other == contender || !is_ranked(other) ||
            (!at_most && other->presence != FZZF__IS_IN))
            continue;
        order = fzzf__order(choosing, other, contender, &step);
        if (order == FZZF__BETTER || (at_most && order != FZZF__WORSE))
            counts[other->class_index]++;
    }
    return counts;
}

/* How many of a class must be chosen, as far as it has them: all who may be in
 * the ranking, or only those who are and @contender. */
static size_t least_of(const struct fzzf__choosing *choosing, size_t index,
                       const struct fzzf__contender *contender, bool all)
{
    const struct fzzf__class *class = &choosing->classes[index];
    size_t there = 0;

    for (size_t i = choosing->first; i<choosing->end &&class->least> 0; i++) {
        const struct fzzf__contender *other = &choosing->contenders[i];

        if (is_ranked(other) && other->class_index == index &&
            (all || other == contender || other->presence == FZZF__IS_IN))
            there++;
    }
    return smaller(smaller(class->least, class->most), there);
}

bool fzzf__class_full(struct fzzf__choosing *choosing,
                      const struct fzzf__contender *contender)
{
    const size_t index = contender->class_index;

    return count_before(choosing, contender, false)[index] >=
           choosing->classes[index].most;
}

bool fzzf__gets_place(struct fzzf__choosing *choosing,
                      const struct fzzf__contender *contender, bool worst,
                      bool bounds)
{
    const size_t *counts = count_before(choosing, contender, worst);
    const size_t own = contender->class_index;
    size_t kept = 0, used = 0;

    if (counts[own] >= choosing->classes[own].most)
        return false;
    for (size_t i = 0; i < choosing->class_count; i++) {
        const size_t taken = smaller(counts[i], choosing->classes[i].most);
        const size_t least =
            bounds ? least_of(choosing, i, contender, worst) : 0;

        if (i == own && taken < least)
            return true;
        kept += least;
        used += taken > least ? taken - least : 0;
    }
    return kept + used < choosing->quota;
}

/* What the balance demands altogether; a class that is short is told. */
static size_t demand(struct fzzf__choosing *choosing)
{
    size_t sum = 0;

    for (size_t i = 1; i < choosing->class_count; i++) {
        const struct fzzf__class *class = &choosing->classes[i];
        const size_t least = least_of(choosing, i, NULL, true);
        const struct fzzf__because arguments[] = {
            class->called,
            {fzzf__size_text(&choosing->arena, class->least), NULL, NULL},
            {fzzf__size_text(&choosing->arena, least), NULL, NULL}};

        sum += least;
        if (least < class->least)
            fzzf__because(choosing->line, LINE_CONDITIONS,
                          FZZF__BECAUSE_LEAST_SHORT, arguments, 3);
    }
    return sum;
}

static void decide(struct fzzf__choosing *choosing,
                   struct fzzf__contender *contender)
{
    const bool sure = contender->presence == FZZF__IS_IN;

    if (contender->outside) {
        contender->chosen = sure ? FZZF__CHOSEN_YES : FZZF__CHOSEN_OPEN;
    } else if (!choosing->quota_known || choosing->conflict ||
               contender->own_unknown) {
        contender->chosen = FZZF__CHOSEN_OPEN;
    } else if (!fzzf__gets_place(choosing, contender, false, true)) {
        contender->chosen = FZZF__CHOSEN_NO;
    } else {
        contender->chosen =
            sure && fzzf__gets_place(choosing, contender, true, true)
                ? FZZF__CHOSEN_YES
                : FZZF__CHOSEN_OPEN;
    }
}

static void explain(struct fzzf__choosing *choosing,
                    struct fzzf__contender *contender)
{
    if (contender->chosen == FZZF__CHOSEN_NO)
        fzzf__why_not(choosing, contender);
    else if (contender->chosen == FZZF__CHOSEN_OPEN)
        fzzf__why_open(choosing, contender);
    else
        fzzf__why_chosen(choosing, contender);
}

/* Whether the balance demands more than the quota; that is told. */
static bool has_conflict(struct fzzf__choosing *choosing)
{
    const size_t sum = demand(choosing);
    struct fzzf__because arguments[2] = {{NULL, NULL, NULL}};

    if (sum <= choosing->quota)
        return false;
    arguments[0].value = fzzf__size_text(&choosing->arena, sum);
    arguments[1].value = fzzf__size_text(&choosing->arena, choosing->quota);
    fzzf__because(choosing->line, LINE_CONDITIONS, FZZF__BECAUSE_LEAST_CONFLICT,
                  arguments, 2);
    return true;
}

fzzf_status fzzf__choose(struct fzzf__choosing *choosing)
{
    struct fzzf__contender *all = choosing->contenders;

    choosing->conflict = choosing->quota_known && has_conflict(choosing);
    for (size_t i = choosing->first; i < choosing->end; i++)
        if (all[i].presence != FZZF__IS_OUT)
            decide(choosing, &all[i]);
    for (size_t i = choosing->first; i < choosing->end; i++)
        if (all[i].presence != FZZF__IS_OUT)
            explain(choosing, &all[i]);
    return choosing->arena.spoiled;
}
