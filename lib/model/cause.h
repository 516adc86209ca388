/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_MODEL_CAUSE_H
#define LIB_MODEL_CAUSE_H

/*
 * Causes and whys: the data that explanations are made of. Rules make them,
 * results keep them, tell.c turns them into sentences.
 */

#include "base/num.h"

enum fzzf__cause_code {
#define CAUSE(name, code, en, zh) FZZF__CAUSE_##name,
#include "model/causes.def"
#undef CAUSE
};

#define FZZF__CAUSE_ARGS 3

/* One step on the way from full marks to a score. */
struct fzzf__cause {
    struct fzzf__cause *next;
    enum fzzf__cause_code code;
    const char *label;   /* words of the system or an override, or NULL */
    const char *veto;    /* its id, or NULL */
    size_t node;         /* index of the child it stands for; 0: none */
    fzzf__num low, high; /* amount at the lower and the upper end */
    fzzf__num args[FZZF__CAUSE_ARGS]; /* for the sentence: {0} {1} {2} */
};

enum fzzf__why_code {
    FZZF__WHY_NOTHING, /* there is nothing to explain */
#define WHY(name, code, en, zh) FZZF__WHY_##name,
#include "model/whys.def"
#undef WHY
};

/* Why something has no exact value. */
struct fzzf__why {
    enum fzzf__why_code code;
    const char *text; /* {0}: such as an observation's or node's id; or NULL */
};

#endif
