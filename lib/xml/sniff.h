/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_XML_SNIFF_H
#define LIB_XML_SNIFF_H

#include "fzzf/xml.h"

/* The kind of document that a root element called @name begins. */
fzzf_document fzzf__document_kind(const char *name);

#endif
