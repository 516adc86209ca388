/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FZZF_EVALUATE_H
#define FZZF_EVALUATE_H

/**
 * @file
 * @brief From a system, a contract and declarations to results.
 *
 * A plan is prepared once and then used by any number of threads:
 *
 *     fzzf_plan_new(&plan, system, contract, diags);             once
 *     fzzf_plan_evaluate(plan, &result, declaration, diags);     many times
 *
 * Rules that compare a unit with others (ranks, means) need the cohort. A
 * cohort takes every unit's declaration, one after the other in any order,
 * keeps a few columns of numbers, and then gives each unit's figures:
 *
 *     fzzf_cohort_new(&cohort, plan);
 *     fzzf_cohort_add(cohort, declaration, diags);     for every unit
 *     fzzf_cohort_close(cohort, diags);
 *     fzzf_cohort_evaluate(cohort, &result, declaration, diags);
 */

#include <stddef.h>

#include "fzzf/contract.h"
#include "fzzf/declaration.h"
#include "fzzf/diag.h"
#include "fzzf/export.h"
#include "fzzf/result.h"
#include "fzzf/status.h"
#include "fzzf/system.h"

FZZF_BEGIN_DECLS

/** A system and a contract, checked and compiled. Immutable. */
typedef struct fzzf_plan fzzf_plan;

/** The units that are compared with one another. */
typedef struct fzzf_cohort fzzf_cohort;

/**
 * Prepares @p system for evaluation under @p contract: compiles every rule,
 * checks every name, type, band and weight, and fixes the order of evaluation.
 *
 * @param[out] out   Set only on success; release with fzzf_plan_unref().
 * @param system     Kept alive by the plan.
 * @param contract   Kept alive by the plan; NULL checks @p system alone, and
 *                   the plan cannot evaluate.
 * @param diags      Receives every fault found, not only the first; may be
 * NULL.
 * @return FZZF_OK, FZZF_E_RULE, FZZF_E_MEMORY, FZZF_E_LIMIT.
 */
FZZF_API fzzf_status fzzf_plan_new(fzzf_plan **out, fzzf_system *system,
                                   fzzf_contract *contract,
                                   fzzf_diags *diags) FZZF_MUST_CHECK;

/** Takes one more reference. Returns @p plan. */
FZZF_API fzzf_plan *fzzf_plan_ref(fzzf_plan *plan);
/** Gives a reference back; the last one releases. NULL is ignored. */
FZZF_API void fzzf_plan_unref(fzzf_plan *plan);
/** Non-zero when a rule needs the cohort. */
FZZF_API int fzzf_plan_needs_cohort(const fzzf_plan *plan);
/** The system it was made from, borrowed. */
FZZF_API fzzf_system *fzzf_plan_system(const fzzf_plan *plan);
/** The contract it was made with, borrowed, or NULL. */
FZZF_API fzzf_contract *fzzf_plan_contract(const fzzf_plan *plan);

/**
 * Evaluates one declaration by itself; what needs a cohort is not computable.
 *
 * @param[out] out   A new result; release with fzzf_result_unref().
 * @param diags      Receives what does not fit the system (unknown indicators
 *                   and observations, values of another kind); may be NULL.
 * @return FZZF_OK; FZZF_E_REFERENCE or FZZF_E_SCHEMA when the declaration does
 *         not fit the system; FZZF_E_ARGUMENT when the plan has no contract;
 *         FZZF_E_MEMORY; FZZF_E_LIMIT when a number grew past 65,536 bits.
 */
FZZF_API fzzf_status fzzf_plan_evaluate(fzzf_plan *plan, fzzf_result **out,
                                        fzzf_declaration *declaration,
                                        fzzf_diags *diags) FZZF_MUST_CHECK;

/**
 * Begins an empty cohort. Not thread-safe until it is closed.
 * @param[out] out   Release with fzzf_cohort_free().
 * @return FZZF_OK, FZZF_E_ARGUMENT when the plan has no contract,
 * FZZF_E_MEMORY.
 */
FZZF_API fzzf_status fzzf_cohort_new(fzzf_cohort **out,
                                     fzzf_plan *plan) FZZF_MUST_CHECK;
/** Releases @p cohort. NULL is ignored. */
FZZF_API void fzzf_cohort_free(fzzf_cohort *cohort);

/**
 * Takes one unit. Only numbers are kept, not the declaration.
 * @return as fzzf_plan_evaluate(); FZZF_E_REFERENCE also when a declaration of
 *         the same id is in the cohort; FZZF_E_ARGUMENT when it is closed.
 */
FZZF_API fzzf_status fzzf_cohort_add(fzzf_cohort *cohort,
                                     fzzf_declaration *declaration,
                                     fzzf_diags *diags) FZZF_MUST_CHECK;

/**
 * Moves the units of @p other behind those of @p cohort, in their order, as if
 * they had been added there. So threads share a round: each adds to a cohort of
 * its own, and the cohorts are joined in the order that is wanted; the figures
 * and places do not depend on it.
 *
 * @param other      A cohort of the same plan; empty afterwards, and ready for
 *                   more, unless memory ran out or an argument was wrong.
 * @param diags      Receives a finding for every declaration that is left out
 *                   because one of the same id was there; may be NULL.
 * @return FZZF_OK; FZZF_E_REFERENCE when some were left out; FZZF_E_ARGUMENT
 *         when the plans differ, one of the two is closed, or both are the
 *         same; FZZF_E_MEMORY, and nothing has changed.
 */
FZZF_API fzzf_status fzzf_cohort_join(fzzf_cohort *cohort, fzzf_cohort *other,
                                      fzzf_diags *diags) FZZF_MUST_CHECK;

/**
 * Computes the figures and every unit's score and place. After that the cohort
 * never changes and may be read by any number of threads.
 * @return FZZF_OK, FZZF_E_ARGUMENT when closed before, FZZF_E_MEMORY,
 *         FZZF_E_LIMIT.
 */
FZZF_API fzzf_status fzzf_cohort_close(fzzf_cohort *cohort,
                                       fzzf_diags *diags) FZZF_MUST_CHECK;

/** How many units it holds. */
FZZF_API size_t fzzf_cohort_count(const fzzf_cohort *cohort);

/** One unit of a closed cohort; a view as in fzzf/result.h. */
typedef struct fzzf_member {
    size_t size;              /**< sizeof(fzzf_member) */
    const char *declaration;  /**< Id of its declaration. */
    const char *unit;         /**< The unit's code. */
    const char *unit_name;    /**< The unit's name. */
    fzzf_score_state state;   /**< Of its total. */
    const fzzf_number *score; /**< Its total or the lower end; NULL: none. */
    const fzzf_number *high;  /**< The upper end. */
    size_t place;             /**< 1 first, by total and the contract's ties; 0
                                   when that is open or there is no total. */
    fzzf_answer eligible;     /**< Whether it is eligible. */
    const char *grade;        /**< Its grade, or NULL. */
} fzzf_member;

/** Fills unit @p index, in the order of adding. Returns 0 past the end. */
FZZF_API int fzzf_cohort_member(const fzzf_cohort *cohort, size_t index,
                                fzzf_member *view);

/** Evaluates one member in full, with the cohort's figures, which the result
 *  stores. @return as fzzf_plan_evaluate(); FZZF_E_ARGUMENT when the cohort is
 *  not closed or does not hold a declaration of this id. */
FZZF_API fzzf_status fzzf_cohort_evaluate(const fzzf_cohort *cohort,
                                          fzzf_result **out,
                                          fzzf_declaration *declaration,
                                          fzzf_diags *diags) FZZF_MUST_CHECK;

FZZF_END_DECLS

#endif
