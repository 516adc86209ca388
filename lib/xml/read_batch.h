/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_XML_READ_BATCH_H
#define LIB_XML_READ_BATCH_H

#include "xml/read_declaration.h"

/* As fzzf_xml_each_declaration(), with digests only when @hash. */
fzzf_status fzzf__xml_each_declaration(const fzzf_source *source, bool hash,
                                       fzzf_declaration_fn each, void *user,
                                       fzzf_diags *diags);

#endif
