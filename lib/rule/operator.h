/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_RULE_OPERATOR_H
#define LIB_RULE_OPERATOR_H

/*
 * What an operator supplies. To add one, see CONTRIBUTING.md: a file, a row in
 * operators.def, a line in Makefile.inc, and case files. Reader, schema,
 * command line, manual and Python work from the description.
 *
 * run() is pure: the same arguments give the same value. It looks at its
 * arguments, and at the unit only through run.h.
 */

#include "fzzf/rule.h"
#include "rule/program.h"
#include "rule/value.h"

struct fzzf__run;

#define FZZF__PARAMS_MAX 10

struct fzzf__param {
    const char *name;
    fzzf_param_type type;
    int required;
    const char *absent;  /* in words, or the formula taken; NULL: nothing */
    const char *choices; /* separated by spaces */
};

struct fzzf_operator {
    const char *name;
    fzzf_operator_form form;
    const char *en, *zh; /* one sentence each */
    const char *parts;   /* which elements may stand inside; NULL: none */
    size_t parts_min, parts_max;
    struct fzzf__param params[FZZF__PARAMS_MAX + 1]; /* ends at NULL */
    int repeats;     /* function: the last argument may be repeated */
    size_t optional; /* function: how many last arguments may be absent */
    enum fzzf__type gives;
    int gives_argument; /* function: the type of its last argument instead */
    int raw;            /* arguments in bad condition are its own business */
    int cohort;         /* a figure of all units: one stage later */

    /* Optional: faults that types alone cannot show. Formulas may have faults
     * of their own then (FZZF__NO_OP although given), what else is given has
     * none but lists of observations (empty); parts may be of no type. */
    void (*check)(struct fzzf__program *program, struct fzzf__op *op);

    void (*run)(struct fzzf__run *run, const struct fzzf__op *op,
                struct fzzf__value *out);
};

#define OPERATOR(name) extern const struct fzzf_operator fzzf__op_##name;
#include "rule/operators.def"
#undef OPERATOR

#endif
