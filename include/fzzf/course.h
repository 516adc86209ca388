/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FZZF_COURSE_H
#define FZZF_COURSE_H

/**
 * @file
 * @brief The course of a batch (批次全过程): recommendation, register,
 *        mapping of editions.
 *
 * Everything here takes records and results and makes a new record: a report
 * that any reader of record documents can show. Its reasons are codes with
 * arguments and a sentence in Chinese and in English. The library reads no
 * clock: days are fields of the records. What is given is not changed unless
 * said, and may be shared by threads that only read.
 */

#include "fzzf/declaration.h"
#include "fzzf/diag.h"
#include "fzzf/export.h"
#include "fzzf/record.h"
#include "fzzf/result.h"
#include "fzzf/status.h"
#include "fzzf/system.h"

FZZF_BEGIN_DECLS

/**
 * @name Recommendation (推荐)
 * A document "recommendation" is begun with fzzf_record_new() and given its
 * id, batch, level and, where it has them, the code of the recommending unit
 * and the day. Candidates are added, then fzzf_recommend() decides.
 * @{
 */

/**
 * Adds the unit of @p result as a candidate: score, eligibility, what bars it,
 * and what the ties of @p batch compare.
 * @param recommendation   Is changed, by one thread at a time.
 * @param declaration      That of the result, for its groups, project and
 *                         date; NULL: they stay absent.
 * @return FZZF_OK; FZZF_E_REFERENCE when the batch is not the one that
 *         @p recommendation names, @p declaration is another than that of the
 *         result, or it is a candidate already; FZZF_E_MEMORY,
 *         FZZF_E_ARGUMENT. Nothing changes on failure.
 */
FZZF_API fzzf_status fzzf_recommendation_add(
    fzzf_record *recommendation, const fzzf_record *batch,
    const fzzf_result *result, const fzzf_declaration *declaration,
    fzzf_diags *diags) FZZF_MUST_CHECK;

/**
 * Adds whom @p earlier, the recommendation of a level below, has chosen.
 * @param recommendation   Is changed, by one thread at a time.
 * @return FZZF_OK; FZZF_E_REFERENCE when the two are not of one batch,
 *         @p earlier was not decided or leaves someone open, or a declaration
 *         is a candidate already; FZZF_E_MEMORY, FZZF_E_ARGUMENT. Nothing
 *         changes on failure.
 */
FZZF_API fzzf_status fzzf_recommendation_take(
    fzzf_record *recommendation, const fzzf_record *earlier,
    fzzf_diags *diags) FZZF_MUST_CHECK;

/**
 * Decides who of the candidates is chosen, with the reason for everyone.
 *
 * Types are decided one after the other, comprehensive first. Of the eligible
 * candidates that are not excluded the better places are chosen, first place
 * first, within the quota of the level and what the batch demands of balance.
 * Whom a tie that the ties of the batch do not break, an interval or an unknown
 * condition leaves open is chosen "open": the place stays empty. The outcome
 * does not depend on the order of candidates.
 * @param[out] out     The decided document; "open" of the root counts the
 *                     candidates left open. Give it back with
 *                     fzzf_record_unref().
 * @param exclusions   A document "exclusions", or NULL: none.
 * @return FZZF_OK; FZZF_E_REFERENCE when documents do not belong together, a
 *         decision names an exclusion that the batch does not have, a decision
 *         needs the day, or a balance cannot be applied; FZZF_E_SCHEMA when a
 *         document does not hold; FZZF_E_LIMIT, FZZF_E_MEMORY,
 *         FZZF_E_ARGUMENT.
 */
FZZF_API fzzf_status fzzf_recommend(fzzf_record **out,
                                    const fzzf_record *candidates,
                                    const fzzf_record *batch,
                                    const fzzf_record *exclusions,
                                    fzzf_diags *diags) FZZF_MUST_CHECK;
/** @} */

/**
 * @name Register (命名台账)
 * A document "register" holds namings, yearly reports, return visits,
 * revocations and practices that others can copy. Entries are added by
 * fzzf_record_add() or from a decision; nothing in it ends by itself.
 * @{
 */

/**
 * Checks that a register says no nonsense: nobody is named to the same title
 * twice without a revocation between, and whatever is entered is of a naming,
 * and of no day before it.
 * @return FZZF_OK; FZZF_E_REFERENCE or FZZF_E_SCHEMA with every fault as a
 *         finding; FZZF_E_MEMORY, FZZF_E_ARGUMENT.
 */
FZZF_API fzzf_status fzzf_register_check(const fzzf_record *reg,
                                         fzzf_diags *diags) FZZF_MUST_CHECK;

/**
 * Enters everybody whom @p decision has chosen as named, with the title that
 * the batch gives to the type and level, and the batch's report day.
 * @param reg        Is changed, by one thread at a time.
 * @param decision   A decided document "recommendation".
 * @param by         The body that names.
 * @param day        The day of naming, such as 2025-10-28.
 * @return FZZF_OK; FZZF_E_REFERENCE when the decision is not of @p batch, was
 *         not decided or leaves someone open, the batch has no title for one
 *         of them, or fzzf_register_check() finds a fault; FZZF_E_SCHEMA,
 *         FZZF_E_MEMORY, FZZF_E_ARGUMENT. Nothing changes on failure.
 */
FZZF_API fzzf_status fzzf_register_name(fzzf_record *reg,
                                        const fzzf_record *decision,
                                        const fzzf_record *batch,
                                        const char *by, const char *day,
                                        fzzf_diags *diags) FZZF_MUST_CHECK;

/**
 * Tells how a register stands on @p day: titles in force and revoked, yearly
 * reports that are due or overdue, and practices. What came after that day is
 * not seen.
 *
 * The report on a year is due by the batch's day of the next one, the first on
 * the year of naming; from 1 January to that day it is due, then overdue. A
 * revoked title owes none.
 * @param[out] out   A document "standing"; give it back with
 *                   fzzf_record_unref().
 * @return FZZF_OK; FZZF_E_SCHEMA when @p day is none; what
 *         fzzf_register_check() gives; FZZF_E_MEMORY, FZZF_E_ARGUMENT.
 */
FZZF_API fzzf_status fzzf_register_standing(fzzf_record **out,
                                            const fzzf_record *reg,
                                            const char *day,
                                            fzzf_diags *diags) FZZF_MUST_CHECK;
/** @} */

/**
 * @name Mapping of editions (版本对应)
 * A document "mapping" says what became of each indicator at the lowest level
 * of one system in another.
 * @{
 */

/**
 * Checks that every indicator at the lowest level of both systems stands in
 * one row, and that each row has the indicators that its kind needs.
 * @return FZZF_OK; FZZF_E_REFERENCE or FZZF_E_SCHEMA with the faults as
 *         findings; FZZF_E_MEMORY, FZZF_E_ARGUMENT.
 */
FZZF_API fzzf_status fzzf_mapping_check(const fzzf_record *mapping,
                                        const fzzf_system *system,
                                        const fzzf_system *to_system,
                                        fzzf_diags *diags) FZZF_MUST_CHECK;

/**
 * Carries @p declaration over to the new system: values and evidence where one
 * indicator became one, evidence alone where it was split or merged, nothing
 * where it was withdrawn.
 * @param[out] out      Keeps @p declaration; give it back with
 *                      fzzf_declaration_unref().
 * @param declaration   Gets one more reference; it must not be changed after.
 * @return FZZF_OK; FZZF_E_REFERENCE when the declaration is of another system
 *         or speaks of what the mapping does not have; FZZF_E_SCHEMA,
 *         FZZF_E_MEMORY, FZZF_E_ARGUMENT.
 */
FZZF_API fzzf_status fzzf_mapping_carry(fzzf_declaration **out,
                                        const fzzf_record *mapping,
                                        fzzf_declaration *declaration,
                                        fzzf_diags *diags) FZZF_MUST_CHECK;

/**
 * Reports row by row what is carried over, and attributes a change of score:
 * what the carried declaration has more than the old one is the edition's, what
 * the new declaration has more than that is the performance's.
 * @param[out] out   A document "carrying"; give it back with
 *                   fzzf_record_unref().
 * @param before     Of the old declaration by the old edition, or NULL.
 * @param carried    Of the carried one by the new edition, or NULL.
 * @param after      Of the new declaration by the new edition, or NULL. A
 *                   change is only given between two scores that are known.
 * @return as fzzf_mapping_carry().
 */
FZZF_API fzzf_status fzzf_mapping_report(fzzf_record **out,
                                         const fzzf_record *mapping,
                                         const fzzf_declaration *declaration,
                                         const fzzf_result *before,
                                         const fzzf_result *carried,
                                         const fzzf_result *after,
                                         fzzf_diags *diags) FZZF_MUST_CHECK;
/** @} */

FZZF_END_DECLS

#endif
