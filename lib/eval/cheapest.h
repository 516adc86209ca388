/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_EVAL_CHEAPEST_H
#define LIB_EVAL_CHEAPEST_H

/* The cheapest set of offers whose gains reach a need: a covering knapsack. */

#include "base/num.h"

struct fzzf__offer {
    fzzf__num gain; /* > 0 */
    fzzf__num effort;
    bool chosen; /* the answer */
};

struct fzzf__cheapest {
    fzzf__arena *arena;
    struct fzzf__offer *offers;
    size_t count;
    fzzf__num need;
    bool fewest; /* the number of offers first, then their effort */

    bool found;
    bool proven;     /* no set is better */
    fzzf__num bound; /* else: no set is below this number, or effort */
};

fzzf_status fzzf__cheapest_find(struct fzzf__cheapest *cheapest);

#endif
