/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_LOSSES_H
#define CLI_LOSSES_H

/* Which nodes of a result lost points, in the order to tell them. */

#include <stdbool.h>

#include <fzzf/result.h>

/*
 * The nodes that lost points or whose score is not exact: the deepest level
 * first, on a level the greatest loss first. Release *@out with free(). Gives
 * false when memory ran out.
 */
bool losses_find(const fzzf_result *result, size_t **out, size_t *count);

#endif
