/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_CODES_CLEAN_H
#define LIB_CODES_CLEAN_H

/* What all codes have in common. */

#include <stdbool.h>
#include <stddef.h>

#include "fzzf/codes.h"

/*
 * Copies @text into @buffer of @capacity bytes: full-width characters become
 * plain, letters capital, blanks around it go. Adds FZZF_ODD_WRITTEN to *odd
 * when that changed it. Returns the length; 0 when nothing is left or it does
 * not fit.
 */
size_t fzzf__code_clean(const char *text, char *buffer, size_t capacity,
                        unsigned *odd);
/* The number of the first @count characters, all digits; -1: they are not. */
long fzzf__code_digits(const char *text, size_t count);
/* The name of the province of the first two digits, or NULL. */
const char *fzzf__code_province(const char *digits);

/*
 * Finds where @text repeats @identity, which proves who somebody is, whatever
 * the blanks, hyphens, width and case. What is too short for the number of a
 * paper (six letters and digits, one of them a digit) is never found.
 */
bool fzzf__identity_repeat(const char *text, const char *identity, size_t *at,
                           size_t *length);

#endif
