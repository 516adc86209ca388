/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_MODEL_DECLARATION_H
#define LIB_MODEL_DECLARATION_H

/*
 * A declaration as written: observations and evidence by assessor and
 * indicator. Values stay texts until a plan binds them to a system, which
 * alone knows their kinds.
 */

#include <stdatomic.h>
#include <stdbool.h>

#include "base/diag.h"
#include "fzzf/declaration.h"
#include "model/source.h"
#include "model/system.h"

/* One <item>, <mark> or <award>; what does not belong to it is NULL. */
struct fzzf__entry {
    const char *of;     /* item: option; award: level */
    const char *value;  /* item: count; mark: value */
    const char *judge;  /* mark */
    const char *issuer; /* award */
    const char *matter;
    const char *date;
    const char *title;
};

struct fzzf__observation {
    const char *id;
    const char *period;                  /* or NULL */
    const char *value;                   /* or NULL */
    const char *numerator, *denominator; /* or NULL */
    const char *reason;                  /* or NULL */
    fzzf_state
        state; /* PRESENT, MISSING, NOT_ASSESSED, NOT_APPLICABLE, DISPUTED */
    const struct fzzf__entry *entries;
    size_t entry_count;
    fzzf__place place;
};

struct fzzf__evidence {
    const char *id;
    fzzf_evidence_kind kind;
    const char *title, *href, *date, *period, *sha256, *size, *secrecy,
        *submitted; /* or NULL */
    fzzf__place place;
};

/* Pieces of evidence are counted by kind (0: any) and by how they were handed
 * in (0: either, 1: before, 2: first produced on site). */
#define FZZF__EVIDENCE_KINDS  6
#define FZZF__EVIDENCE_COUNTS (3 * FZZF__EVIDENCE_KINDS)

static inline size_t fzzf__evidence_count(size_t kind, size_t submitted)
{
    return submitted * FZZF__EVIDENCE_KINDS + kind;
}

struct fzzf__statement { /* <indicator> of an assessment */
    const char *node;
    bool not_applicable;
    const char *reason; /* or NULL */
    const struct fzzf__observation *observations;
    size_t observation_count;
    const struct fzzf__evidence *evidence;
    size_t evidence_count;
    uint32_t evidence_counts[FZZF__EVIDENCE_COUNTS]; /* also of what was not
                                                      kept */
    struct fzzf__extension *extensions;
    fzzf__place place;
};

/* A score that takes the place of what the rule gives. */
struct fzzf__override {
    const char *node, *value, *reason, *by, *date;
    fzzf__place place;
};

struct fzzf__assessment {
    fzzf_assessor assessor;
    const char *by, *date; /* or NULL */
    const struct fzzf__statement *statements;
    size_t statement_count;
    const struct fzzf__override *overrides;
    size_t override_count;
    struct fzzf__extension *extensions;
    fzzf__place place;
};

struct fzzf_declaration {
    atomic_size_t references;
    fzzf__arena arena;
    struct fzzf__input input;
    bool counted;                    /* its evidence was not kept */
    struct fzzf_declaration *lender; /* of texts; NULL, or one reference */

    const char *id;
    const char *system;
    const char *batch, *project, *theme; /* or NULL */
    fzzf_declaration_type type;
    long revision; /* 0: not said */

    const char *unit_code;
    const char *unit_name;
    fzzf_unit_level unit_level;
    const char *const *groups;
    size_t group_count;

    bool has_report;
    const char *measures, *results, *highlights; /* or NULL */
    const struct fzzf__assessment *assessments;
    size_t assessment_count;
    size_t built; /* the assessment that calls add to */
    struct fzzf__extension *extensions;
    fzzf__place place;
};

struct fzzf_declaration *fzzf__declaration_new(void);
/* One that says the same and borrows its texts; it cannot be built further.
 * NULL: out of memory. */
struct fzzf_declaration *
fzzf__declaration_new_from(struct fzzf_declaration *lender);

/* Inspects it as fzzf_declaration_inspect() does, but refuses identity numbers:
 * FZZF_E_SCHEMA. */
fzzf_status fzzf__declaration_leaves(const fzzf_declaration *declaration,
                                     fzzf_diags *diags);

/* Whether its secrecy (密级) keeps it out of packages and exports. */
bool fzzf__is_classified(const struct fzzf__evidence *evidence);

#endif
