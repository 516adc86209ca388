/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_RULE_RULE_COMBINE_H
#define LIB_RULE_RULE_COMBINE_H

/*
 * combine in four files: members.c gathers what is combined (parts, or child
 * indicators with their treatments), additive.c makes sums and means of it,
 * means.c the other means, rule_combine.c what is common.
 */

#include "rule/run.h"

enum fzzf__by {
    FZZF__BY_SUM,
    FZZF__BY_MEAN,
    FZZF__BY_GEOMETRIC,
    FZZF__BY_HARMONIC,
    FZZF__BY_MINIMUM,
    FZZF__BY_MAXIMUM,
    FZZF__BY_MEDIAN,
    FZZF__BY_PRODUCT,
    FZZF__BY_TRIMMED
};

/* Places of parameters of combine that others look at. */
#define FZZF__COMBINE_BY       0
#define FZZF__COMBINE_COVERAGE 2
#define FZZF__COMBINE_TO       4

/* One thing that is combined. */
struct fzzf__member {
    struct fzzf__value value; /* its score or rate */
    fzzf__num points;         /* full marks, in the same measure */
    fzzf__num weight;
    const struct fzzf__value *open_weight; /* of a part; NULL: exact */
    bool points_known;
    bool weight_known;
    bool unpublished; /* points: not known because not published */
    bool bonus;
    bool counts;  /* has a value, or one was put in its place */
    bool perhaps; /* it is open whether it applies, so any value counts */
    bool scored;  /* by its own rule: takes a share of what is spread */
    enum fzzf__treatment treatment; /* when it does not count */
    size_t node;                    /* index of the child; 0: a part */
    const char *label;
};

struct fzzf__members {
    struct fzzf__member *items;
    size_t count;
    bool parts; /* written as parts, not children */
    bool blank; /* some child was passed over */
};

/* False: *out says what is in the way. */
bool fzzf__gather_members(struct fzzf__run *run, const struct fzzf__op *op,
                          bool rates, struct fzzf__members *members,
                          struct fzzf__value *out);

/* No member has a score of its own; *out says so. */
bool fzzf__nothing_applies(struct fzzf__run *run, const struct fzzf__op *op,
                           const struct fzzf__members *members,
                           struct fzzf__value *out);

/* What the points of the children that belong to the unit combine to, before
 * anything is left out. */
void fzzf__combine_points(struct fzzf__run *run, const struct fzzf__op *op,
                          const bool *belongs, struct fzzf__value *out);

/* Whether some member that is not bonus has a value, or one in its place. */
bool fzzf__any_counts(const struct fzzf__members *members);
/* Whether the weights that matter are published. */
bool fzzf__weights_known(const struct fzzf__members *members);
/* Where they are not: between the least and the greatest value. */
void fzzf__combine_unweighted(struct fzzf__run *run,
                              const struct fzzf__members *members,
                              struct fzzf__value *out);

/* The same of parts whose weights are open: no more than is known of them. */
void fzzf__combine_open(struct fzzf__run *run, const struct fzzf__op *op,
                        const struct fzzf__members *members,
                        struct fzzf__value *out);

/* Adds to the weights of members with a score what others spread. */
void fzzf__share_weights(struct fzzf__run *run, struct fzzf__members *members);

/* Sets *out to the sum or weighted mean (bonus aside), with causes; *bonus to
 * what the bonus members bring. */
void fzzf__combine_sum(struct fzzf__run *run, const struct fzzf__op *op,
                       const struct fzzf__members *members,
                       struct fzzf__value *out, struct fzzf__value *bonus);
void fzzf__combine_mean(struct fzzf__run *run, const struct fzzf__op *op,
                        struct fzzf__members *members, struct fzzf__value *out,
                        struct fzzf__value *bonus);

/* The same of members that are not added up; @numbers: room for all. */
void fzzf__combine_geometric(struct fzzf__run *run, const struct fzzf__op *op,
                             const struct fzzf__members *members,
                             fzzf__num *numbers, struct fzzf__value *out);
void fzzf__combine_harmonic(struct fzzf__run *run, const struct fzzf__op *op,
                            const struct fzzf__members *members,
                            struct fzzf__value *out);
void fzzf__combine_median(struct fzzf__run *run,
                          const struct fzzf__members *members,
                          fzzf__num *numbers, struct fzzf__value *out);
void fzzf__combine_trimmed(struct fzzf__run *run, const struct fzzf__op *op,
                           const struct fzzf__members *members,
                           fzzf__num *numbers, struct fzzf__value *out);

#endif
