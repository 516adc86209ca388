/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_XML_REWRITE_H
#define LIB_XML_REWRITE_H

#include "fzzf/xml.h"

/*
 * Writes a document that holds once more in canonical layout, element by
 * element as it stands: for results, whose texts and order are canonical since
 * the library wrote them.
 */
fzzf_status fzzf__xml_rewrite(const fzzf_source *source, fzzf_write_fn write,
                              void *user, const fzzf_write_options *options,
                              fzzf_diags *diags);

#endif
