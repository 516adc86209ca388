/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_RULE_SERIES_H
#define LIB_RULE_SERIES_H

/* Values for the first, the second … occurrence, the last one repeating. */

#include "rule/run.h"

/* The sum of the first @n values (@n whole, or infinite). */
fzzf__num fzzf__series_sum(fzzf__arena *arena, const fzzf__num *series,
                           size_t count, fzzf__num n);

/* The least and the greatest sum for a count within @n; part occurrences do
 * not count. */
void fzzf__series_range(fzzf__arena *arena, const fzzf__num *series,
                        size_t count, const struct fzzf__value *n,
                        fzzf__num *least, fzzf__num *most);

#endif
