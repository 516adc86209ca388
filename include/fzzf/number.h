/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FZZF_NUMBER_H
#define FZZF_NUMBER_H

/**
 * @file
 * @brief Exact numbers: scores, points and weights.
 *
 * A number is an exact fraction of unbounded size. It has no arithmetic in this
 * interface: the library computes, callers compare and show. Numbers returned
 * by getters are borrowed from the object asked; they never change and may be
 * read by several threads at once.
 */

#include <stddef.h>

#include "fzzf/export.h"
#include "fzzf/status.h"

FZZF_BEGIN_DECLS

/** An exact number. */
typedef struct fzzf_number fzzf_number;

/** How a number is brought to a count of decimal places. */
typedef enum fzzf_rounding {
    FZZF_ROUND_HALF_UP = 1,   /**< 四舍五入: halves away from zero. */
    FZZF_ROUND_HALF_EVEN = 2, /**< Halves to the even digit. */
    FZZF_ROUND_DOWN = 3       /**< Truncation, toward zero. */
} fzzf_rounding;

/**
 * Reads "-12.5", "3", the fraction "24/19", or a percentage "90%". No exponent,
 * no spaces, no locale.
 *
 * @param[out] out   Release with fzzf_number_free().
 * @return FZZF_OK; FZZF_E_SYNTAX when @p text has another form; FZZF_E_LIMIT
 *         when it has more than 10,000 characters; FZZF_E_MEMORY.
 */
FZZF_API fzzf_status fzzf_number_parse(fzzf_number **out,
                                       const char *text) FZZF_MUST_CHECK;

/** Releases a number made by fzzf_number_parse(). NULL is ignored. */
FZZF_API void fzzf_number_free(fzzf_number *number);

/** Returns a negative, zero or positive number, like strcmp(). */
FZZF_API int fzzf_number_compare(const fzzf_number *number,
                                 const fzzf_number *other);

/**
 * The exact value as text: "61.5" when its decimals end within 30 places, else
 * a fraction such as "88/3"; "inf" or "-inf" for an open end of an interval.
 * Borrowed from @p number.
 */
FZZF_API const char *fzzf_number_exact(const fzzf_number *number);

/**
 * Writes @p number with exactly @p places decimals (0 to 30) into @p buffer of
 * @p size bytes and ends it with a zero, cutting what does not fit.
 *
 * @return the length the whole text has, like snprintf(); 0 when @p places or
 *         @p rounding is out of range or memory ran out.
 */
FZZF_API size_t fzzf_number_format(const fzzf_number *number, int places,
                                   fzzf_rounding rounding, char *buffer,
                                   size_t size);

FZZF_END_DECLS

#endif
