/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_REPORT_PAGE_H
#define LIB_REPORT_PAGE_H

/* Texts that become files: HTML, XML and CSV, with everything escaped. */

#include "base/text.h"
#include "fzzf/diag.h"

/* @text with & < > " ' as references; NULL adds nothing. */
void fzzf__page_escape(fzzf__text *page, const char *text);
/* Paragraphs, one a line of @text that is not blank. */
void fzzf__page_paragraphs(fzzf__text *page, const char *text);
/* ' name="value"'; nothing when @value is NULL. */
void fzzf__page_attr(fzzf__text *page, const char *name, const char *value);
/* A paragraph of ours. */
void fzzf__page_note(fzzf__text *page, const char *text);
/* A word on a coloured ground: "yes", "no" or "open". */
void fzzf__page_mark(fzzf__text *page, const char *colour, const char *word);
/* A cell and what stands between cells; what a spreadsheet would take for a
 * formula gets an apostrophe in front. The last cell of a row ends it. */
void fzzf__page_cell(fzzf__text *page, const char *text, int last);
/* A page's beginning, up to its <header>, and its end. @root leads to the
 * folder of the whole, as "../../". Pages are XML too, so that any tool checks
 * them. */
void fzzf__page_begin(fzzf__text *page, fzzf_language language,
                      const char *title, const char *root);
void fzzf__page_end(fzzf__text *page);
/* The style sheet of all pages. */
extern const char fzzf__page_style[];
/* Whether @href may be a link: http or https. */
int fzzf__page_is_link(const char *href);

#endif
