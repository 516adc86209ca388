/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_BASE_OPTIONS_H
#define LIB_BASE_OPTIONS_H

/*
 * Brings a caller's option struct, of whatever age, to the current layout.
 * Every option struct starts with its size; zero is the default of every field.
 * An older caller's missing fields become zero; a newer caller's extra fields
 * must be zero, or the result is FZZF_E_ARGUMENT. @given may be NULL.
 */

#include <stddef.h>

#include "fzzf/status.h"

fzzf_status fzzf__options_read(void *current, size_t current_size,
                               const void *given);

/*
 * The way back: copies @current, a filled view of @current_size bytes that
 * begins with its size, into the caller's @view of whatever age, whose own size
 * stays. Returns 1; 0 when the caller forgot the size.
 */
int fzzf__view_write(void *view, const void *current, size_t current_size);

#endif
