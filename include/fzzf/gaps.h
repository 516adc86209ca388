/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FZZF_GAPS_H
#define FZZF_GAPS_H

/**
 * @file
 * @brief The cheapest way to the threshold: which indicators to close.
 *
 * Found by the contract's deciding reading, from the lower end of what is met.
 */

#include <stddef.h>

#include "fzzf/evaluate.h"

FZZF_BEGIN_DECLS

/** A set of indicators that would reach the threshold. */
typedef struct fzzf_gaps fzzf_gaps;

/** What is to be least. */
typedef enum fzzf_aim {
    FZZF_FEWEST = 0,      /**< The number of indicators, then their effort. */
    FZZF_LEAST_EFFORT = 1 /**< Their effort, then their number. */
} fzzf_aim;

/**
 * Finds the best set of indicators of @p result that are not (surely) met and
 * would together reach the threshold.
 *
 * @param[out] out   Release with fzzf_gaps_free().
 * @param plan       The plan that @p result came from.
 * @param aim        With ::FZZF_LEAST_EFFORT an indicator without effort in the
 *                   system is not proposed.
 * @return FZZF_OK (also when no set reaches it); FZZF_E_ARGUMENT when
 *         @p result is of another system; FZZF_E_MEMORY, FZZF_E_LIMIT.
 */
FZZF_API fzzf_status fzzf_gaps_new(fzzf_gaps **out, fzzf_plan *plan,
                                   const fzzf_result *result, fzzf_aim aim,
                                   fzzf_diags *diags) FZZF_MUST_CHECK;
/** Releases @p gaps. NULL is ignored. */
FZZF_API void fzzf_gaps_free(fzzf_gaps *gaps);
/** What was found; a view as in fzzf/result.h. */
typedef struct fzzf_gaps_view {
    size_t size;              /**< sizeof(fzzf_gaps_view) */
    fzzf_answer reaches;      /**< Yes: the set (it may be empty) reaches the
                                   threshold; no: none does; undetermined: the
                                   reading has no value. */
    int optimal;              /**< Non-zero when no better set exists. */
    const fzzf_number *bound; /**< What no set can go below: a number of
                                   indicators, or an effort. */
    const fzzf_number *total; /**< The same of this set. */
    size_t count;             /**< How many indicators it has. */
} fzzf_gaps_view;

/** Fills what was found. Returns non-zero. */
FZZF_API int fzzf_gaps_describe(const fzzf_gaps *gaps, fzzf_gaps_view *view);

/** One indicator to close. */
typedef struct fzzf_gap {
    size_t size;               /**< sizeof(fzzf_gap) */
    const char *id;            /**< The indicator. */
    const char *title;         /**< Its title. */
    const fzzf_number *gain;   /**< What it brings in the deciding reading. */
    const fzzf_number *effort; /**< What it costs, or NULL. */
} fzzf_gap;

/** Fills indicator @p index of the set. Returns 0 past the end. */
FZZF_API int fzzf_gaps_at(const fzzf_gaps *gaps, size_t index, fzzf_gap *view);

FZZF_END_DECLS

#endif
