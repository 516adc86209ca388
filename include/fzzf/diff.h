/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FZZF_DIFF_H
#define FZZF_DIFF_H

/**
 * @file
 * @brief What differs between two documents, and why a score changed.
 */

#include <stddef.h>

#include "fzzf/declaration.h"
#include "fzzf/diag.h"
#include "fzzf/evaluate.h"
#include "fzzf/export.h"
#include "fzzf/number.h"
#include "fzzf/status.h"
#include "fzzf/xml.h"

FZZF_BEGIN_DECLS

/** Two documents of one kind, compared. */
typedef struct fzzf_diff fzzf_diff;

/**
 * Compares two documents cell by cell: every attribute and text by the path of
 * its elements, which ids tell apart, whatever the order and layout.
 *
 * @param[out] out   Release with fzzf_diff_free().
 * @return FZZF_OK, the same or not; FZZF_E_SCHEMA for two kinds of document;
 *         else as for reading. Only well-formedness is checked.
 */
FZZF_API fzzf_status fzzf_diff_new(fzzf_diff **out, const fzzf_source *from,
                                   const fzzf_source *to,
                                   fzzf_diags *diags) FZZF_MUST_CHECK;
/** Releases it. NULL is ignored. */
FZZF_API void fzzf_diff_free(fzzf_diff *diff);
/** How many cells differ; 0: the documents say the same. */
FZZF_API size_t fzzf_diff_count(const fzzf_diff *diff);

/** A cell that differs; a view as in fzzf/result.h. */
typedef struct fzzf_cell {
    size_t size;        /**< sizeof(fzzf_cell) */
    const char *path;   /**< Such as "system/indicator[1.1]/@points". */
    const char *before; /**< NULL: only the second has it. */
    const char *after;  /**< NULL: only the first has it. */
} fzzf_cell;

/** Fills cell @p index. Returns 0 past the end. */
FZZF_API int fzzf_diff_at(const fzzf_diff *diff, size_t index, fzzf_cell *view);

/** Why scores changed, node by node. */
typedef struct fzzf_attribution fzzf_attribution;

/**
 * Says what of the change of each score comes from what.
 *
 * Four things may change between the sides: the @e data (the declaration), the
 * @e weights (points and weights, also those for groups), the @e rules (all
 * else that a node says of itself, the parameters, and the contract), and the
 * @e edition (which nodes there are, where they stand, which are bonus). The
 * score is computed for all sixteen mixtures of the two sides. The share of a
 * thing is the mean of what changing it alone changes, over all 24 orders in
 * which the four may be changed (its Shapley value). So the shares do not
 * hang on an order, a thing that is the same on both sides has none, and they
 * add exactly to the change.
 *
 * In a mixture a node that only one side has keeps its own weights and rules,
 * and of a declaration what the mixture does not know has no effect. Where a
 * mixture cannot be computed to one number, for a node or at all (a rule names
 * what the other edition lacks), its share of weights, rules and edition is
 * told only together; where that cannot be told either (missing data, figures
 * of a cohort), no share is.
 *
 * @param[out] out  Release with fzzf_attribution_free().
 * @param from      The plan and declaration of the one side …
 * @param to        … and of the other.
 * @return FZZF_OK; as for fzzf_plan_evaluate() when one side cannot be
 *         evaluated; FZZF_E_MEMORY; FZZF_E_ARGUMENT for NULL or a plan without
 *         a contract.
 */
FZZF_API fzzf_status fzzf_attribution_new(fzzf_attribution **out,
                                          fzzf_plan *from,
                                          fzzf_declaration *from_declaration,
                                          fzzf_plan *to,
                                          fzzf_declaration *to_declaration,
                                          fzzf_diags *diags) FZZF_MUST_CHECK;
/** Releases it. NULL is ignored. */
FZZF_API void fzzf_attribution_free(fzzf_attribution *attribution);
/** How many nodes both sides have with one number as score; the whole first. */
FZZF_API size_t fzzf_attribution_count(const fzzf_attribution *attribution);

/** A node's two scores; @c after - @c before = @c data + @c system, and @c
 * system =
 *  @c weight + @c rule + @c edition. What cannot be told is NULL. */
typedef struct fzzf_share {
    size_t size;                /**< sizeof(fzzf_share) */
    const char *node;           /**< Its id. */
    const char *title;          /**< Its title on the second side. */
    const fzzf_number *before;  /**< Its score on the first side. */
    const fzzf_number *after;   /**< And on the second. */
    const fzzf_number *change;  /**< The second less the first. */
    const fzzf_number *data;    /**< What the declaration changed. */
    const fzzf_number *system;  /**< What all else changed. */
    const fzzf_number *weight;  /**< What points and weights changed. */
    const fzzf_number *rule;    /**< What rules and contract changed. */
    const fzzf_number *edition; /**< What other nodes changed. */
} fzzf_share;

/** Fills node @p index. Returns 0 past the end. */
FZZF_API int fzzf_attribution_at(const fzzf_attribution *attribution,
                                 size_t index, fzzf_share *view);

FZZF_END_DECLS

#endif
