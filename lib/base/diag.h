/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_BASE_DIAG_H
#define LIB_BASE_DIAG_H

/* How the library itself adds findings. */

#include "base/arena.h"
#include "base/text.h"
#include "fzzf/diag.h"

/* More than these are counted and dropped. */
#define FZZF__FINDINGS_MAX 200

/* Where in the sources something stands; texts are borrowed. */
typedef struct fzzf__place {
    const char *file; /* NULL: none */
    const char *path; /* model path such as "3.2.1"; NULL: none */
    long line;        /* from 1; 0: none */
    long column;
} fzzf__place;

/* Names for the numbers of findings: FZZF__F_UNKNOWN_ID and so on. */
enum fzzf__finding {
#define FINDING(number, name, severity, en, zh) FZZF__F_##name = number,
#include "base/findings.def"
#undef FINDING
};

/* Stands for an argument that there was no memory for. */
extern const char fzzf__lost[];
/* The text as an argument: fzzf__lost when it is incomplete. */
const char *fzzf__argument(const fzzf__text *text);

/*
 * Appends finding @number with its arguments (texts, ended by NULL; copied) and
 * returns @status, so that a failing function ends in one line:
 *
 *     return fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_UNKNOWN_ID,
 *                         &place, wanted, nearest, NULL);
 *
 * @diags and @place may be NULL. When memory runs out, or did for an argument,
 * the finding is counted and dropped; the status still tells.
 */
fzzf_status fzzf__report(fzzf_diags *diags, fzzf_status status, int number,
                         const fzzf__place *place, ...);

/* Whether a finding has the number @code. */
bool fzzf__is_finding(int code);

/* Adds those of @from, without their files, which are of this machine alone.
 * FZZF_E_MEMORY also when @from lacks some that memory did not suffice for. */
fzzf_status fzzf__diags_copy(fzzf_diags *to, const fzzf_diags *from);

/* Errors among the findings so far; a reader compares before and after. */
size_t fzzf__diags_errors(const fzzf_diags *diags);

#endif
