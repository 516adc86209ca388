/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_MODEL_RESULT_H
#define LIB_MODEL_RESULT_H

/*
 * A result: plain data that the evaluation fills and everybody else reads. It
 * holds its system and contract, whose texts it borrows.
 */

#include <stdatomic.h>

#include "base/number.h"
#include "fzzf/result.h"
#include "model/cause.h"
#include "model/contract.h"
#include "model/declaration.h"
#include "model/system.h"

struct fzzf__node_result {
    fzzf_score_state state;
    fzzf_answer met;
    const fzzf_number *score, *high, *full; /* or NULL */
    const char *grade;                      /* or NULL */
    struct fzzf__why why;
    const struct fzzf__cause *causes;  /* array, in the order of the way */
    const fzzf_number *const *amounts; /* 2 for each cause: low, high */
    size_t cause_count;
};

struct fzzf__reading_result {
    const fzzf_number *low, *high, *of; /* NULL: no value */
    size_t left_out;
    fzzf_answer passes;
};

struct fzzf__reason {
    const char *code;  /* threshold, require, veto */
    const char *id;    /* reading, requirement or veto */
    const char *title; /* of the requirement or veto, or NULL */
    const char *node;  /* or NULL */
    fzzf_answer answer;
};

struct fzzf__open {
    const char *node, *observation, *period;
};

struct fzzf__figure {
    const char *name, *node;
    const fzzf_number *low, *high; /* NULL: none */
    bool enclosed; /* not open, but drawn round an irrational number */
    const fzzf_number *square; /* whose root that is; NULL: not known */
    struct fzzf__why why;      /* why it has no value, or perhaps none */
};

struct fzzf_result {
    atomic_size_t references;
    fzzf__arena arena;
    fzzf_system *system;     /* one reference */
    fzzf_contract *contract; /* one reference */

    const char *declaration, *unit, *unit_name;
    fzzf_declaration_type type;
    fzzf_unit_level unit_level;
    struct fzzf__node_result *nodes; /* system->node_count of them */
    struct fzzf__reading_result readings[FZZF_READING_COUNT];
    fzzf_answer eligible;
    const struct fzzf__reason *reasons;
    size_t reason_count;
    const struct fzzf__open *opens;
    size_t open_count;
    const struct fzzf__figure *figures;
    size_t figure_count;
    struct fzzf__input inputs[8];
    size_t input_count;
};

struct fzzf_result *fzzf__result_new(void);

/* The code of a cause or why as documents have it, such as "loss". */
const char *fzzf__cause_code_name(enum fzzf__cause_code code);
const char *fzzf__why_code_name(enum fzzf__why_code code);
/* The other way round; FZZF__WHY_NOTHING: NULL, or no such code. */
enum fzzf__why_code fzzf__why_code(const char *name);

#endif
