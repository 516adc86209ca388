/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FZZF_REPORT_H
#define FZZF_REPORT_H

/**
 * @file
 * @brief What goes to people and to the national system: the self-evaluation
 *        report and the materials of every indicator.
 *
 * The national system (全国法治政府建设示范创建系统) takes declarations on
 * line; its import format is not published. What it asks for is known: a
 * self-evaluation report, and for each indicator the main materials. An export
 * is a folder with just that, for a person to hand in.
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
 * Writes a declaration as a folder for the national system:
 *
 *     index.html, style.css   the report, to be read and printed
 *     report.txt              the same as plain text
 *     report/measures.txt …   its three parts, to be pasted
 *     index.xml, index.csv    all materials
 *     materials/001-1.1.1/    for every indicator without others below it:
 *         index.html, .xml, .csv, and the files of its evidence
 *
 * Evidence is that of the self-assessment. The file of a piece is the one in
 * @p evidence that its href names, or else whose name is its id, with any
 * ending; its digest is compared. A piece with a digest whose file is not there
 * is a warning. Nothing classified leaves: one such piece, and nothing is
 * written. A declaration with identity numbers is refused too; in what other
 * texts the pages repeat they are masked.
 *
 * The folder appears whole or not at all. The same input gives the same bytes.
 *
 * @param system    The system that the declaration is for.
 * @param result    Its result, whose scores are then shown, or NULL.
 * @param evidence  The folder with the evidence files, or NULL: none is copied.
 * @param folder    The folder to make; it must not exist.
 * @return FZZF_OK; FZZF_E_SCHEMA for classified evidence, identity numbers or
 *         a digest that is another; FZZF_E_REFERENCE when system or result are
 * for another declaration; FZZF_E_IO; FZZF_E_MEMORY; FZZF_E_ARGUMENT for NULL.
 */
FZZF_API fzzf_status fzzf_report_export(const fzzf_declaration *declaration,
                                        const fzzf_system *system,
                                        const fzzf_result *result,
                                        const char *evidence,
                                        const char *folder,
                                        fzzf_diags *diags) FZZF_MUST_CHECK;

/**
 * As fzzf_report_export(), which writes Chinese, with the words that are ours
 * in
 * @p language. Titles, reports and reasons stay as they were entered.
 */
FZZF_API fzzf_status fzzf_report_export_in(
    fzzf_language language, const fzzf_declaration *declaration,
    const fzzf_system *system, const fzzf_result *result, const char *evidence,
    const char *folder, fzzf_diags *diags) FZZF_MUST_CHECK;

/**
 * Lists the files below a folder, with their sizes and digests, sorted by name.
 * Links, and what begins with a dot, are passed over; folders are looked into
 * 16 deep.
 * @param[out] out   A document "inventory"; give it back with
 *                   fzzf_record_unref().
 * @return FZZF_OK, a name that is no UTF-8 being a warning; FZZF_E_IO;
 *         FZZF_E_MEMORY; FZZF_E_ARGUMENT for NULL.
 */
FZZF_API fzzf_status fzzf_inventory_read(fzzf_record **out, const char *folder,
                                         fzzf_diags *diags) FZZF_MUST_CHECK;

FZZF_END_DECLS

#endif
