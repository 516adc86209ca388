/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_RULE_SORT_H
#define LIB_RULE_SORT_H

#include "base/num.h"

/* Sorts @numbers, the least first, in place (heap sort). */
void fzzf__sort_numbers(fzzf__arena *arena, fzzf__num *numbers, size_t count);

#endif
