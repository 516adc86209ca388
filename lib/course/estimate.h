/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_COURSE_ESTIMATE_H
#define LIB_COURSE_ESTIMATE_H

/*
 * Means of samples, and how far they may be off: exact, but for roots, which
 * are enclosed and rounded correctly. W. G. Cochran, Sampling Techniques, 3rd
 * edition, Wiley 1977: chapter 2 for one sample, chapter 5 for strata.
 */

#include "base/num.h"
#include "model/kinds_satisfaction.h"

struct fzzf__estimate {
    fzzf__num answers, left_out; /* with a worth, and without */
    fzzf__num mean;              /* when the state is "scored" */
    fzzf__num variance;          /* of the mean */
    bool varies;                 /* the variance is known */
    enum fzzf__survey_state state;
};

/* What one sample adds up to. */
struct fzzf__sums {
    fzzf__num answers, worth, squares;
    fzzf__num left_out;
    fzzf__num population; /* with @finite */
    bool finite;
};

/* Some of many estimates, with the weights by which they count. */
struct fzzf__members {
    const struct fzzf__estimate *first;
    const fzzf__num *weights;
    fzzf__num all; /* the sum of the weights; not zero */
    size_t count, stride;
};

struct fzzf__rounding {
    int places;
    fzzf_rounding mode;
};

/* An estimate with fewer answers than @least has no mean. */
void fzzf__estimate_sample(fzzf__arena *arena, struct fzzf__estimate *out,
                           const struct fzzf__sums *sums, fzzf__num least);
/* Of strata, whose samples are independent: answers add, variances too. */
void fzzf__estimate_strata(fzzf__arena *arena, struct fzzf__estimate *out,
                           const struct fzzf__members *members,
                           fzzf__num least);
/* Of questions, put to the same people: as many answers as the one has that
 * has fewest. It has no variance of its own. */
void fzzf__estimate_questions(fzzf__arena *arena, struct fzzf__estimate *out,
                              const struct fzzf__members *members,
                              fzzf__num least);

/*
 * @base plus @z (which may be negative) times the weighted mean of the
 * members' standard errors, rounded. Questions may be correlated, at most
 * fully; so the whole is off by that at most. Spoils the arena when 640 digits
 * do not settle it.
 */
fzzf__num fzzf__estimate_end(fzzf__arena *arena,
                             const struct fzzf__members *members,
                             fzzf__num base, fzzf__num z,
                             const struct fzzf__rounding *rounding);

#endif
