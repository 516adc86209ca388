/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_XML_READ_SYSTEM_H
#define LIB_XML_READ_SYSTEM_H

/*
 * What the tables of systems build. The pieces of an indicator pile up while it
 * is read and move to it before its first child, or when it ends; so they are
 * always those of the innermost indicator that is open.
 */

#include "xml/reader.h"

struct fzzf__system_build {
    struct fzzf_system *system;
    struct fzzf__pile nodes, depths;
    struct fzzf__pile open; /* indexes of the nodes that are open */
    struct fzzf__pile observes, options, variants, vetoes;
    struct fzzf__source *last_source;
    struct fzzf__pile parameters, parameter_variants, days, grades, requires;
    struct fzzf__calendar *calendar;
};

/* The innermost node that is open. */
struct fzzf_indicator *fzzf__open_node(struct fzzf__reader *reader);
/* Opens one more node below it. NULL: out of memory. */
struct fzzf_indicator *fzzf__push_node(struct fzzf__reader *reader);
/* Gives the piled-up pieces to the innermost node. */
void fzzf__flush_node(struct fzzf__reader *reader);
/* The same, and it is open no longer. */
void fzzf__pop_node(struct fzzf__reader *reader);

/* Tables that the system and its indicators share. */
extern const struct fzzf__type fzzf__type_indicator, fzzf__type_source,
    fzzf__type_rule, fzzf__type_veto, fzzf__type_grading;

#define FZZF__VETO_ID 1 /* the attribute's number + 1 */

#endif
