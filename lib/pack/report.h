/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_PACK_REPORT_H
#define LIB_PACK_REPORT_H

/* Findings of packages, added through the public interface of libfzzf. */

#include "fzzf/diag.h"

enum fzzf__pack_finding {
#define FINDING(number, name, severity, en, zh) FZZF__F_##name = number,
#include "base/findings.def"
#undef FINDING
};

/*
 * Adds finding @number about the entry @path of the package @file (both may be
 * NULL) with its arguments (texts, ended by NULL), and returns @status.
 */
fzzf_status fzzf__pack_report(fzzf_diags *diags, fzzf_status status, int number,
                              const char *file, const char *path, ...);

/* @value in decimal; @text holds 24 bytes. Returns @text. */
const char *fzzf__pack_number(char *text, unsigned long long value);

#endif
