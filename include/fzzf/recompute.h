/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FZZF_RECOMPUTE_H
#define FZZF_RECOMPUTE_H

/**
 * @file
 * @brief Doing a result again from what it cites.
 *
 * A result document names its inputs by SHA-256 and stores the cohort figures
 * it used, so the other side can compute it anew and compare every value.
 */

#include <stddef.h>

#include "fzzf/evaluate.h"
#include "fzzf/xml.h"

FZZF_BEGIN_DECLS

/** A result document, read and computed again. */
typedef struct fzzf_recomputation fzzf_recomputation;

/**
 * Reads the result document @p source, finds its inputs by digest among the
 * files in @p paths (folders are searched, not followed through links),
 * evaluates again and compares value by value.
 *
 * @param[out] out   Release with fzzf_recomputation_free().
 * @param paths      @p count names of files and folders.
 * @return FZZF_OK when it was computed again, same or not; FZZF_E_REFERENCE
 *         when an input was not found (the findings name it); else as for
 *         reading and evaluating.
 */
FZZF_API fzzf_status fzzf_recompute(fzzf_recomputation **out,
                                    const fzzf_source *source,
                                    const char *const *paths, size_t count,
                                    fzzf_diags *diags) FZZF_MUST_CHECK;
/** Releases it. NULL is ignored. */
FZZF_API void fzzf_recomputation_free(fzzf_recomputation *recomputation);
/** How many values differ; 0: the same. */
FZZF_API size_t
fzzf_recomputation_count(const fzzf_recomputation *recomputation);
/** A value that differs; a view as in fzzf/result.h. */
typedef struct fzzf_difference {
    size_t size;          /**< sizeof(fzzf_difference) */
    const char *path;     /**< Such as "result/node[3.2.1]/@score". */
    const char *stated;   /**< What the document says; NULL: it lacks it. */
    const char *computed; /**< What was computed; NULL: it is not there. */
} fzzf_difference;

/** Fills difference @p index. Returns 0 past the end. */
FZZF_API int fzzf_recomputation_at(const fzzf_recomputation *recomputation,
                                   size_t index, fzzf_difference *view);
/** The result computed again, borrowed. */
FZZF_API const fzzf_result *
fzzf_recomputation_result(const fzzf_recomputation *recomputation);
/** The plan that computed it, borrowed; with the declaration it is one side of
 *  fzzf_attribution_new(). */
FZZF_API fzzf_plan *
fzzf_recomputation_plan(const fzzf_recomputation *recomputation);
/** The declaration that was found, borrowed. */
FZZF_API fzzf_declaration *
fzzf_recomputation_declaration(const fzzf_recomputation *recomputation);

FZZF_END_DECLS

#endif
