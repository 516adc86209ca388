/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_XML_RESULT_DOCUMENT_H
#define LIB_XML_RESULT_DOCUMENT_H

/*
 * A result as a document says it, for whoever computes it again. What was
 * computed is compared through rows.h; here is what it was computed from.
 */

#include "fzzf/xml.h"
#include "model/contract.h"
#include "model/source.h"

/* A cohort figure; the numbers are exact texts. NULL: none. */
struct fzzf__stated_figure {
    const char *name, *node;
    const char *low, *high, *square;
    const char *why, *about;
    bool enclosed;
};

struct fzzf__result_document {
    fzzf__arena arena;
    const char *generator, *system, *edition, *contract_id, *declaration;
    const char *unit, *unit_name;
    fzzf_declaration_type type;
    fzzf_unit_level unit_level;
    const struct fzzf__input *inputs; /* in the document's order */
    size_t input_count;
    const struct fzzf__stated_figure *figures;
    size_t figure_count;
    fzzf_contract *contract; /* one reference */
};

/* Checks the whole document and gives it; release it in any case. */
fzzf_status
fzzf__xml_read_result_document(struct fzzf__result_document *document,
                               const fzzf_source *source, fzzf_diags *diags);
void fzzf__result_document_free(struct fzzf__result_document *document);

#endif
