/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_OUT_H
#define CLI_OUT_H

/*
 * Writing text. The first error stays, with its reason, and nothing is written
 * after it, so that only the end needs a check. What writes texts of documents
 * for a format hands them through fzzf_identity_mask(): out_shown(), cells of
 * tables and CSV, JSON, attributes.
 */

#include <stddef.h>
#include <stdio.h>

struct out {
    FILE *file;
    int error; /* errno of the first failure, or 0 */
};

void out_bytes(struct out *out, const char *bytes, size_t length);
/* NULL writes nothing, here and below. */
void out_text(struct out *out, const char *text);
/* For people: characters that move a terminal's cursor become '?', line ends
 * and tabs become blanks. */
void out_shown(struct out *out, const char *text);
void out_count(struct out *out, size_t count);
/* @pattern with {0} to {2} replaced by what is shown of @a, @b and @c. */
void out_fill(struct out *out, const char *pattern, const char *a,
              const char *b, const char *c);
/* Sees to it that everything was handed over; gives out->error. */
int out_flush(struct out *out);

#endif
