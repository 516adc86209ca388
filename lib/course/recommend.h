/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_COURSE_RECOMMEND_H
#define LIB_COURSE_RECOMMEND_H

/*
 * Choosing under quotas. A candidate may be in the ranking, out of it, or
 * perhaps in it; the order of two may be open. Who is chosen whatever turns out
 * is chosen; who is chosen in no case is not; the others are open.
 *
 * For one type the sets that may be chosen (a quota, and at most and at least
 * so many of each class) are the bases of a matroid. So taking the better
 * places first is the best choice, and who is taken follows from the numbers
 * before it, by class, alone.
 */

#include "base/num.h"
#include "course/reasons.h"
#include "model/kinds_batch.h"
#include "model/kinds_exclusions.h"
#include "model/kinds_recommendation.h"
#include "model/record.h"

/* Candidates of one class are balanced together; class 0 is free. */
struct fzzf__class {
    const char *name;            /* what it is known by; of class 0 NULL */
    struct fzzf__because called; /* and how it is spoken of */
    size_t least, most;
};

enum fzzf__presence { FZZF__IS_OUT, FZZF__MAY_BE_IN, FZZF__IS_IN };

struct fzzf__span {
    fzzf__num low, high;
    bool known;
};

struct fzzf__contender {
    const struct fzzf_record *from; /* as it was given */
    struct fzzf_record *to;         /* as it is decided */
    int type;
    enum fzzf__presence presence; /* in the ranking */
    bool own;                     /* the recommending unit's own */
    bool outside;                 /* and outside the quota */
    bool own_unknown;             /* and how it counts is not said */
    struct fzzf__span score;
    struct fzzf__span *values; /* by step of the ties */
    size_t class_index;
    size_t better, not_worse; /* how many surely are, and may be */
    enum fzzf__chosen chosen;
};

struct fzzf__choosing {
    fzzf__arena arena;
    fzzf_diags *diags;
    const struct fzzf_record *batch, *given, *exclusions; /* last or NULL */
    struct fzzf_record *made;
    struct fzzf_record **ties;      /* in their order */
    struct fzzf_record **balances;  /* by what they balance */
    struct fzzf_record **decisions; /* of the exclusions, by id */
    size_t tie_count;
    struct fzzf__contender *contenders; /* in the end sorted */
    size_t count;
    /* Of the type that is being decided: */
    int type;
    struct fzzf_record *line;
    size_t first, end; /* its contenders */
    bool quota_known, conflict;
    size_t quota;
    struct fzzf__class *classes;
    size_t class_count;
    size_t *counts; /* by class: room for a count */
};

/* order.c: how two stand to each other. */
enum fzzf__order { FZZF__WORSE, FZZF__BETTER, FZZF__TIED, FZZF__UNSETTLED };
/* *step: the place of the tie that decided or left it open; NO_INDEX: the
 * score. */
enum fzzf__order fzzf__order(struct fzzf__choosing *choosing,
                             const struct fzzf__contender *one,
                             const struct fzzf__contender *other, size_t *step);
/* Reads scores, values and ties. */
fzzf_status fzzf__order_begin(struct fzzf__choosing *choosing);
/* Counts who is better and sorts, within the type. Who stands outside the quota
 * takes no place. */
void fzzf__order_places(struct fzzf__choosing *choosing);

/* gates.c: who is in the ranking; reasons for those who are not, or perhaps. */
fzzf_status fzzf__gates(struct fzzf__choosing *choosing);
/* Within the type, after the types before it were decided. */
void fzzf__gates_of_type(struct fzzf__choosing *choosing);

/* balance.c: classes of the type. */
fzzf_status fzzf__balance(struct fzzf__choosing *choosing);

/* choose.c: decides the type. */
fzzf_status fzzf__choose(struct fzzf__choosing *choosing);
/* Whether @contender gets a place in the worst case for it, or (not @worst) in
 * the best; with @bounds the least of each class is kept free for it. */
bool fzzf__gets_place(struct fzzf__choosing *choosing,
                      const struct fzzf__contender *contender, bool worst,
                      bool bounds);
/* Whether its class has its most by those who are surely better. */
bool fzzf__class_full(struct fzzf__choosing *choosing,
                      const struct fzzf__contender *contender);

/* why.c: the reasons of what was chosen. */
void fzzf__why_not(struct fzzf__choosing *choosing,
                   struct fzzf__contender *contender);
void fzzf__why_open(struct fzzf__choosing *choosing,
                    struct fzzf__contender *contender);
void fzzf__why_chosen(struct fzzf__choosing *choosing,
                      struct fzzf__contender *contender);

/* said.c: how what was compared is spoken of. */
/* "名称 code"; the code alone when it has no name. */
const char *fzzf__called(struct fzzf__choosing *choosing,
                         const struct fzzf__contender *contender);
/* "91.2", "85–90", "1000/11 ≈ 90.91", or that it is not known. */
struct fzzf__because fzzf__score_said(struct fzzf__choosing *choosing,
                                      const struct fzzf__contender *contender);
/* "2", or "2–3". */
const char *fzzf__place_text(struct fzzf__choosing *choosing,
                             const struct fzzf__contender *contender);
/* "node 3.1, the higher first" of a step of the ties, and what a contender has
 * there. */
struct fzzf__because fzzf__step_said(struct fzzf__choosing *choosing,
                                     size_t step);
struct fzzf__because
fzzf__step_value_said(struct fzzf__choosing *choosing,
                      const struct fzzf__contender *contender, size_t step);
/* Those whom @balance knows by @key: a group, or what lies below a code. */
struct fzzf__because fzzf__class_said(struct fzzf__choosing *choosing,
                                      const struct fzzf_record *balance,
                                      const char *key);
/* Adds @item to a list, which may be empty yet. */
void fzzf__list_add(struct fzzf__choosing *choosing, struct fzzf__because *list,
                    struct fzzf__because item);

#endif
