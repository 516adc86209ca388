/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_MODEL_RECORD_H
#define LIB_MODEL_RECORD_H

/*
 * A record document in memory. C code reads fields and parts by the numbers
 * that the header of its kind gives them:
 *
 *     #include "model/kinds_batch.h"
 *     fzzf__record_value(phase, PHASE_TITLE)
 *     fzzf__record_list(batch, BATCH_PHASES)->count
 */

#include <stdatomic.h>

#include "base/diag.h"
#include "model/kind.h"
#include "model/source.h"
#include "model/system.h"

/* What all records of one document share. */
struct fzzf__record_document {
    atomic_size_t references;
    fzzf__arena arena;
    struct fzzf__input input;
    struct fzzf__extension *extensions;
    struct fzzf_record *root;
};

struct fzzf__record_list {
    struct fzzf_record **items;
    size_t count, capacity;
};

struct fzzf_record {
    const struct fzzf_kind *kind;
    struct fzzf__record_document *document;
    struct fzzf_record *parent;      /* NULL: the root, or taken out */
    const char **values;             /* by field; NULL: absent */
    struct fzzf__record_list *parts; /* by part */
    const char *text;                /* NULL: the kind holds none */
    const char *identity;            /* as it was given: it goes nowhere */
    fzzf__place place;
};

static inline const char *fzzf__record_value(const struct fzzf_record *record,
                                             size_t field)
{
    return record->values[field];
}

static inline const struct fzzf__record_list *
fzzf__record_list(const struct fzzf_record *record, size_t part)
{
    return &record->parts[part];
}

/* A root, with one reference; NULL: out of memory. */
struct fzzf_record *fzzf__record_new(const struct fzzf_kind *kind);
/* A new record at the end of a part; NULL: out of memory (arena spoiled). */
struct fzzf_record *fzzf__record_append(struct fzzf_record *parent,
                                        size_t part);
/* Sets a field to a copy of a value that has its form; NULL takes it away. When
 * memory runs out the arena is spoiled. */
void fzzf__record_put(struct fzzf_record *record, size_t field,
                      const char *value);

/* Finds keys that two records of @list share; the status of the findings. */
fzzf_status fzzf__record_check_keys(const struct fzzf__part *part,
                                    const struct fzzf__record_list *list,
                                    fzzf_diags *diags);

#endif
