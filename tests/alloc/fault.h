/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TESTS_ALLOC_FAULT_H
#define TESTS_ALLOC_FAULT_H

/*
 * One public call, tried with each of its allocations failing: with that one
 * alone, and with that one and all after it.
 */

#include <stdbool.h>

#include <fzzf/fzzf.h>

#include "alloc/note.h"

/* CALL_fzzf_version and so on: every exported function. */
enum call {
#define FAULTED(name)       CALL_##name,
#define QUIET(name, reason) CALL_##name,
#include "alloc/calls.def"
#undef FAULTED
#undef QUIET
    CALL_COUNT
};

/* What a trial works on; each trial uses what it needs. */
struct scene {
    const char *label; /* for messages */
    const fzzf_source *source;
    fzzf_system *system;
    fzzf_tailoring *tailoring;
    fzzf_contract *contract;
    fzzf_plan *plan;
    fzzf_declaration **units;
    size_t unit_count;
    size_t at; /* which of the units, nodes, steps … */
    size_t part;
    int option;
    fzzf_cohort *cohort;
    fzzf_cohort *other; /* is joined to the one that was made */
    fzzf_result *result;
    const char *text;
    const fzzf_diags *findings;
    const char *const *paths;
    size_t path_count;

    void *made;                  /* the output parameter */
    struct note taken;           /* what a callback was given */
    struct note before;          /* how a changing object was */
    const struct note *expected; /* what the trial tells without a fault */
};

struct trial {
    enum call call;
    /* Makes what the call will change, and the output parameter. */
    void (*prepare)(struct scene *scene);
    /* The call itself. A call without a status gives FZZF_E_MEMORY when it
     * gives what is documented for that case. */
    fzzf_status (*act)(struct scene *scene, fzzf_diags *diags);
    /* After FZZF_E_MEMORY: whether all is as it was. NULL: made is. */
    bool (*untouched)(struct scene *scene);
    /* All that can be seen of the outcome. */
    void (*tell)(struct scene *scene, struct note *note);
    void (*release)(struct scene *scene);
    bool loose; /* with a fault it may ask for fewer allocations */
};

/* What an output parameter holds before the call. */
extern char untouched_mark;
#define UNTOUCHED ((void *)&untouched_mark)

void try_faults(const struct trial *trial, struct scene *scene);

/*
 * Between the two every allocation fails, and none may be asked for.
 * ASK(function)(arguments) calls a function and notes that it was called then.
 */
void quiet_begin(void);
void quiet_end(void);
void quiet_asked(enum call call);
#define ASK(function) (quiet_asked(CALL_##function), function)

/* Counts a failure and says what is wrong. */
void complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* At most so many allocations of one call are made to fail, evenly spread. */
extern long points_max;
/* What happened so far. */
extern long trials, faults, complaints;
extern long times[CALL_COUNT];
/* Findings that calls gave; by number, up to 8000. */
extern bool found[8000];

/* What @tell says of the scene is what it said before the trial. */
bool tells_as_before(struct scene *scene,
                     void (*tell)(struct scene *scene, struct note *note));
/* For calls that make nothing: there is nothing to touch, none to release. */
bool always(struct scene *scene);
void let_be(struct scene *scene);

#endif
