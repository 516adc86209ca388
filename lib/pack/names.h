/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_PACK_NAMES_H
#define LIB_PACK_NAMES_H

/* Names of entries: which are safe on every system, and which collide. */

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

#define FZZF__NAME_MAX 255 /* bytes */

/*
 * NULL when the path of @length bytes is safe; else what is wrong with it, as
 * a code for the finding: "dots", "absolute" and so on.
 */
const char *fzzf__name_fault(const char *name, size_t length);

/* The name with its case folded; NULL: the arena is spoiled. */
char *fzzf__name_fold(fzzf__arena *arena, const char *name);

/*
 * Of @count names the first that collides with another when case does not
 * count, or that is the folder of another; *other becomes the other. Returns
 * @count when there is none. The arena is for the work.
 */
size_t fzzf__names_collide(fzzf__arena *arena, const char *const *names,
                           size_t count, size_t *other);

#endif
