/* SPDX-License-Identifier: Apache-2.0 */
/* lib/base/arena.c with blocks as small as the test wants them. */

#include "alloc/counted.h"

size_t counted_block = COUNTED_BLOCKS;

#define FIRST_BLOCK counted_block
#define GREATEST_STEP                                                          \
    (counted_block == COUNTED_PIECES ? COUNTED_PIECES : (size_t)256 * 1024)
#include "base/arena.c"
