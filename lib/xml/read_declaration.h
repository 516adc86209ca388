/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_XML_READ_DECLARATION_H
#define LIB_XML_READ_DECLARATION_H

/* What the tables of declarations build. */

#include "model/declaration.h"
#include "xml/reader.h"

struct fzzf__declaration_build {
    struct fzzf_declaration *declaration; /* being read */
    struct fzzf__pile assessments, statements, observations, entries, evidence,
        overrides;
};

/* Attributes of observations by which siblings differ: number + 1. */
#define FZZF__OBSERVATION_KEYS 1, 2

extern const struct fzzf__type fzzf__type_observation;

void fzzf__declaration_build_free(struct fzzf__declaration_build *build);

#endif
