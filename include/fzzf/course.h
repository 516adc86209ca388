/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FZZF_COURSE_H
#define FZZF_COURSE_H

/**
 * @file
 * @brief The course of a batch (批次全过程), step by step.
 *
 * Everything here takes records and results and makes a new record: a report
 * that any reader of record documents can show. Its reasons are codes with
 * arguments and a sentence in Chinese and in English. The library reads no
 * clock: days are fields of the records. What is given is not changed unless
 * said, and may be shared by threads that only read.
 */

#include "fzzf/declaration.h"
#include "fzzf/diag.h"
#include "fzzf/evaluate.h"
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
/**
 * Bars candidates by what @p history says until the end of the recommendation's
 * day: those returned for completion and not resubmitted, withdrawn, failed in
 * a phase, or of another revision than the last. Decide the outcome with
 * fzzf_recommend(); one without events is left as it is.
 * @param[out] out   A copy of @p candidates with their bars; give it back with
 *                   fzzf_record_unref().
 * @param batch      As of fzzf_history_check().
 * @return FZZF_OK; FZZF_E_REFERENCE when documents do not belong together, the
 *         day is absent, or an event is illegal; FZZF_E_SCHEMA, FZZF_E_MEMORY,
 *         FZZF_E_ARGUMENT.
 */
FZZF_API fzzf_status
fzzf_recommendation_follow(fzzf_record **out, const fzzf_record *candidates,
                           const fzzf_record *history, const fzzf_record *batch,
                           fzzf_diags *diags) FZZF_MUST_CHECK;

/**
 * Bars candidates whose unit @p beside, the same body's recommendation of an
 * earlier type, has chosen, where the batch does not let one unit take both
 * types; what it leaves open, or the batch does not say, leaves them open. Not
 * needed where candidates of both types are decided together.
 * @param[out] out   A copy of @p candidates with their bars; give it back with
 *                   fzzf_record_unref().
 * @return FZZF_OK; FZZF_E_REFERENCE when documents do not belong together,
 *         @p beside was not decided, or has a unit in a later type;
 *         FZZF_E_SCHEMA, FZZF_E_MEMORY, FZZF_E_ARGUMENT.
 */
FZZF_API fzzf_status fzzf_recommendation_beside(
    fzzf_record **out, const fzzf_record *candidates, const fzzf_record *beside,
    const fzzf_record *batch, fzzf_diags *diags) FZZF_MUST_CHECK;

/**
 * Evaluates candidates at the centre: each goes through the phases of @p batch
 * in their order, by the rows of @p scores, which are put on a scale of 100.
 * Whoever stays below the floor of a phase, or with the weighted total so far
 * below its gate, is barred and goes no further. The total of all phases takes
 * the place of the score. What is missing or unpublished makes an interval, and
 * a floor or gate that it leaves open, an open eligibility.
 * @param[out] out   A copy of @p candidates with their passages; give it back
 *                   with fzzf_record_unref(). fzzf_recommend() ranks it.
 * @param scores     A document "phase-scores".
 * @return FZZF_OK; FZZF_E_REFERENCE when documents do not belong together, a
 *         score is of no candidate, of no phase or beyond full marks, a weight
 *         is negative, no phase counts, or a candidate was scored before;
 *         FZZF_E_SCHEMA, FZZF_E_MEMORY, FZZF_E_ARGUMENT.
 */
FZZF_API fzzf_status fzzf_recommendation_score(
    fzzf_record **out, const fzzf_record *candidates, const fzzf_record *scores,
    const fzzf_record *batch, fzzf_diags *diags) FZZF_MUST_CHECK;

/**
 * Takes in the objections of the publicity (公示), which is over on the
 * recommendation's day. They count when they came on one of its calendar days,
 * the first and the last included: one that is not settled by the day leaves
 * open whether the candidate is eligible, an upheld one bars it. Nothing of who
 * objected, or why, goes over.
 * @param[out] out     A copy of @p candidates; give it back with
 *                     fzzf_record_unref().
 * @param objections   A document "objections".
 * @return FZZF_OK; FZZF_E_REFERENCE when documents do not belong together, the
 *         days of publicity are unknown, contradict each other or are not over,
 *         or an objection is half settled; FZZF_E_SCHEMA, FZZF_E_MEMORY,
 *         FZZF_E_ARGUMENT.
 */
FZZF_API fzzf_status fzzf_recommendation_hear(
    fzzf_record **out, const fzzf_record *candidates,
    const fzzf_record *objections, const fzzf_record *batch,
    fzzf_diags *diags) FZZF_MUST_CHECK;
/** @} */

/**
 * @name History (经过)
 * A document "history" is a log of dated events, in any order: what happened to
 * each declaration from declaring to naming or revocation. The table of what
 * may follow what is in doc/format.md.
 * @{
 */

/**
 * Checks that every event of @p history is legal when it comes.
 * @param batch   Tells the phases and their order; NULL: they are not compared.
 * @return FZZF_OK; FZZF_E_REFERENCE with a finding for every illegal event:
 * from which state it came, and what may come instead; FZZF_E_SCHEMA,
 *         FZZF_E_MEMORY, FZZF_E_ARGUMENT.
 */
FZZF_API fzzf_status fzzf_history_check(const fzzf_record *history,
                                        const fzzf_record *batch,
                                        fzzf_diags *diags) FZZF_MUST_CHECK;

/**
 * Tells the state of every declaration at the end of @p day. All events are
 * checked, those after the day too.
 * @param[out] out   A document "states"; give it back with fzzf_record_unref().
 * @param batch      As of fzzf_history_check().
 * @param day        Such as 2025-10-28.
 * @return As fzzf_history_check(); FZZF_E_SCHEMA also when @p day is none.
 */
FZZF_API fzzf_status fzzf_history_states(fzzf_record **out,
                                         const fzzf_record *history,
                                         const fzzf_record *batch,
                                         const char *day,
                                         fzzf_diags *diags) FZZF_MUST_CHECK;

/**
 * Makes one history of two of the same batch: each event once, in one order.
 * In which order, how often and how grouped histories are merged does not
 * matter. Whether events are legal is not looked at.
 * @param[out] out   A document "history"; give it back with
 *                   fzzf_record_unref().
 * @return FZZF_OK; FZZF_E_REFERENCE when an event of one id says different
 *         things, or the batches differ; FZZF_E_SCHEMA, FZZF_E_MEMORY,
 *         FZZF_E_ARGUMENT.
 */
FZZF_API fzzf_status fzzf_history_merge(fzzf_record **out,
                                        const fzzf_record *one,
                                        const fzzf_record *other,
                                        fzzf_diags *diags) FZZF_MUST_CHECK;

/**
 * Makes the events of a decision: who was recommended and who was not, with the
 * reasons; of the centre's who was not named (whom it has chosen is named by
 * the register). What a history that was followed has ended or outdated has no
 * event. The same decision gives the same events, so they merge with the
 * history however often.
 * @param[out] out    A document "history"; give it back with
 *                    fzzf_record_unref().
 * @param decision    A decided document "recommendation" with its day.
 * @param by          The body that decided.
 * @return FZZF_OK; FZZF_E_REFERENCE when the decision was not made, leaves
 *         someone open, or has no day; FZZF_E_SCHEMA, FZZF_E_MEMORY,
 *         FZZF_E_ARGUMENT.
 */
FZZF_API fzzf_status fzzf_history_decided(fzzf_record **out,
                                          const fzzf_record *decision,
                                          const char *by,
                                          fzzf_diags *diags) FZZF_MUST_CHECK;

/**
 * Makes the events of a register: namings of @p batch and their revocations. A
 * naming whose id does not tell the declaration is left out, with a warning.
 * @param[out] out   As of fzzf_history_decided().
 * @return FZZF_OK; what fzzf_register_check() gives.
 */
FZZF_API fzzf_status fzzf_history_registered(fzzf_record **out,
                                             const fzzf_record *reg,
                                             const fzzf_record *batch,
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
 * @name Task assignment (任务分工)
 * @{
 */

/**
 * Says how the tasks of a workplan stand on a day: a sheet for each department
 * and township, the totals of the county, and the list of what someone has to
 * answer for. What is dated after the day has not happened yet.
 * @param[out] out     A document "tasks"; give it back with
 *                     fzzf_record_unref().
 * @param workplan     A document "workplan".
 * @param result       The unit's result, for full marks and what was lost;
 *                     NULL: points are those of the system.
 * @param day          Such as "2025-06-30".
 * @return FZZF_OK; indicators that nobody leads or that two lead, and odd codes
 *         of departments, are warnings. FZZF_E_REFERENCE when bodies or
 *         indicators do not exist, a township's code is none of the unit, or
 *         the documents do not belong together; FZZF_E_SCHEMA when the workplan
 *         does not hold or @p day is none; FZZF_E_MEMORY, FZZF_E_ARGUMENT.
 */
FZZF_API fzzf_status fzzf_workplan_tasks(fzzf_record **out,
                                         const fzzf_record *workplan,
                                         const fzzf_system *system,
                                         const fzzf_result *result,
                                         const char *day,
                                         fzzf_diags *diags) FZZF_MUST_CHECK;
/** @} */

/**
 * @name Evidence accounting (佐证核查)
 * @{
 */

/**
 * Accounts for the evidence of a declaration: for each indicator how many
 * pieces of which kind it has and how many of them are sound, and what speaks
 * against the others. Whose evidence is looked at is the field "assessor" of
 * @p check, the unit's own when absent.
 * @param check       A document "evidence-check" with the batch that it is of
 *                    and, where the batch bounds the age of evidence, the day;
 *                    a "unit" is added. Is changed, by one thread at a time.
 * @param inventory   A document "inventory" of the files handed in, see
 *                    fzzf_inventory_read(); NULL: files are not looked at.
 * @return FZZF_OK, whatever the evidence is; FZZF_E_REFERENCE when the
 *         documents do not belong together, name an indicator that does not
 *         exist, or the day is missing; FZZF_E_SCHEMA when a document does not
 *         hold; FZZF_E_MEMORY; FZZF_E_ARGUMENT, also when the evidence of the
 *         declaration was only counted. Nothing changes on failure.
 */
FZZF_API fzzf_status fzzf_evidence_check(fzzf_record *check,
                                         const fzzf_record *batch,
                                         const fzzf_system *system,
                                         const fzzf_declaration *declaration,
                                         const fzzf_record *inventory,
                                         fzzf_diags *diags) FZZF_MUST_CHECK;

/** A search for evidence that several units use; in little memory, however many
 *  units there are. Is used by one thread at a time. */
typedef struct fzzf_duplicates fzzf_duplicates;

/**
 * Begins a search.
 * @param[out] out   Release with fzzf_duplicates_free().
 * @param room       How many bytes to sort in memory before the temporary file
 *                   is used; 0: 16 MiB.
 * @return FZZF_OK, FZZF_E_MEMORY, FZZF_E_ARGUMENT.
 */
FZZF_API fzzf_status fzzf_duplicates_new(fzzf_duplicates **out,
                                         size_t room) FZZF_MUST_CHECK;
/** Releases @p duplicates and its temporary file. NULL is ignored. */
FZZF_API void fzzf_duplicates_free(fzzf_duplicates *duplicates);
/**
 * Adds the evidence of a declaration's self-assessment.
 * @return FZZF_OK; FZZF_E_IO when the temporary file cannot be written;
 *         FZZF_E_MEMORY; FZZF_E_ARGUMENT, also when the evidence was only
 *         counted. Nothing was added on failure.
 */
FZZF_API fzzf_status fzzf_duplicates_add(fzzf_duplicates *duplicates,
                                         const fzzf_declaration *declaration,
                                         fzzf_diags *diags) FZZF_MUST_CHECK;
/**
 * Finds what pieces of different units have the same SHA-256 or, without one,
 * the same link of the network.
 * @param[out] out   A document "duplicates"; give it back with
 *                   fzzf_record_unref(). All groups are counted; of each at
 *                   most 1,000 pieces are listed.
 * @param most       How many groups to list; 0: 10,000.
 * @return FZZF_OK, FZZF_E_IO, FZZF_E_MEMORY, FZZF_E_ARGUMENT.
 */
FZZF_API fzzf_status fzzf_duplicates_find(fzzf_record **out,
                                          fzzf_duplicates *duplicates,
                                          size_t most,
                                          fzzf_diags *diags) FZZF_MUST_CHECK;
/** @} */

/**
 * @name Assessments side by side (评定对照)
 * @{
 */

/**
 * Evaluates each declaration as the contract of @p plan lets assessors decide,
 * and once for every assessor with entries as if that one alone decided. The
 * document "assessments" shows the totals and each indicator side by side, what
 * was observed where assessors differ, the inflation of self-assessments by
 * unit and by indicator (self minus decided, where someone before the unit
 * itself decided), and the agreement of every two assessors on what is met:
 * Cohen's kappa (doi:10.1177/001316446002000104), exact.
 *
 * Where rules compare units, those whom an assessor assessed are his cohort.
 * @param[out] out       Give it back with fzzf_record_unref().
 * @param plan           With a contract.
 * @param declarations   In the order of the report, each of another id; NULL
 *                       when @p count is 0.
 * @return FZZF_OK; FZZF_E_REFERENCE or FZZF_E_SCHEMA when a declaration does
 *         not fit the system or stands twice; FZZF_E_LIMIT, FZZF_E_MEMORY,
 *         FZZF_E_ARGUMENT.
 */
FZZF_API fzzf_status fzzf_assessments(fzzf_record **out, fzzf_plan *plan,
                                      fzzf_declaration *const *declarations,
                                      size_t count,
                                      fzzf_diags *diags) FZZF_MUST_CHECK;
/** @} */

/**
 * @name Satisfaction and publicity (满意度、知晓率)
 * A document "satisfaction" is begun with fzzf_record_new() and given its id;
 * then surveys and logs of publicity are added.
 * @{
 */

/**
 * Adds the scores of @p survey to @p report: of the whole, of each question,
 * each stratum, and each question in each stratum; weighted as it says, with
 * the margin of error at its z (doc/format.md has the formulas and their
 * source). What has too few answers has no score; what has none has no value.
 * @param report   Is changed, by one thread at a time.
 * @return FZZF_OK; FZZF_E_REFERENCE when the survey speaks of what it does not
 *         have, its weights are all zero, more answered than there are, or it
 *         was added already; FZZF_E_SCHEMA when it does not hold;
 *         FZZF_E_LIMIT, FZZF_E_MEMORY, FZZF_E_ARGUMENT. Nothing changes on
 *         failure.
 */
FZZF_API fzzf_status fzzf_survey_score(fzzf_record *report,
                                       const fzzf_record *survey,
                                       fzzf_diags *diags) FZZF_MUST_CHECK;

/**
 * Adds what @p publicity comes to to @p report: its notices, and the awareness
 * rate, aware / asked. Notices outside the period or without a link are
 * findings.
 * @param report   Is changed, by one thread at a time.
 * @return FZZF_OK; FZZF_E_REFERENCE when more are aware than were asked, or it
 *         was added already; FZZF_E_SCHEMA when it does not hold;
 *         FZZF_E_LIMIT, FZZF_E_MEMORY, FZZF_E_ARGUMENT. Nothing changes on
 *         failure.
 */
FZZF_API fzzf_status fzzf_publicity_count(fzzf_record *report,
                                          const fzzf_record *publicity,
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
