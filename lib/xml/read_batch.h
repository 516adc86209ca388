/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_XML_READ_BATCH_H
#define LIB_XML_READ_BATCH_H

/* A batch with all that stands in it, for whoever writes it again. */

#include "fzzf/xml.h"
#include "model/system.h"

/* Only batches are opened and closed; open and close may be NULL. */
struct fzzf__batch_taker {
    void (*open)(void *user, const char *batch); /* the attribute, or NULL */
    fzzf_declaration_fn each;
    void (*close)(void *user, const struct fzzf__extension *extensions);
};

/* As fzzf_xml_each_declaration(). */
fzzf_status fzzf__xml_read_batch(const fzzf_source *source,
                                 const struct fzzf__batch_taker *taker,
                                 void *user, fzzf_diags *diags);

#endif
