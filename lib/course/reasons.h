/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_COURSE_REASONS_H
#define LIB_COURSE_REASONS_H

/* Reasons, and what every report of the course puts into its records. */

#include "model/kinds.h"
#include "model/record.h"

enum fzzf__reason_code {
#define REASON(name, code, en, zh) FZZF__BECAUSE_##name,
#include "course/reasons.def"
#undef REASON
    FZZF__BECAUSE_COUNT
};

/* An argument; @zh and @en are how sentences say it, NULL: as it is. */
struct fzzf__because {
    const char *value, *zh, *en;
};

/* Appends a reason to part @part of @record, whose kind has the fields of
 * <reason> first. NULL: out of memory (arena spoiled). */
struct fzzf_record *fzzf__because(struct fzzf_record *record, size_t part,
                                  enum fzzf__reason_code code,
                                  const struct fzzf__because *arguments,
                                  size_t count);

/* Puts a reason into three fields of @record from @field on: its code, and the
 * sentence in Chinese and in English. */
void fzzf__say(struct fzzf_record *record, size_t field,
               enum fzzf__reason_code code,
               const struct fzzf__because *arguments, size_t count);
const char *fzzf__reason_name(enum fzzf__reason_code code);

const char *fzzf__size_text(fzzf__arena *arena, size_t number);
/* A number of at most 18 digits; false: "unknown", or absent. */
bool fzzf__size_value(const char *text, size_t *out);

/* The records of @list by @field, numbers by their size; NULL: out of memory.
 */
struct fzzf_record **fzzf__sorted(fzzf__arena *arena,
                                  const struct fzzf__record_list *list,
                                  size_t field);
/* Copies fields and parts of a record of the same kind. */
void fzzf__record_copy(struct fzzf_record *to, const struct fzzf_record *from);
/* Puts a number as a value. */
void fzzf__put_size(struct fzzf_record *record, size_t field, size_t number);

#endif
