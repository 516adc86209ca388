/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_MODEL_TAILORING_H
#define LIB_MODEL_TAILORING_H

/* A tailoring as written: settings, drops and changes. */

#include <stdatomic.h>

#include "model/source.h"
#include "model/system.h"

struct fzzf__set {
    const char *parameter;
    struct fzzf__amount value;
    const char *source; /* or NULL */
    fzzf__place place;
};

struct fzzf__drop {
    const char *node;
    const char *source; /* or NULL */
    fzzf__place place;
};

struct fzzf__change {
    const char *node;
    struct fzzf__amount points, weight; /* ABSENT: unchanged */
    const char *title, *criterion;      /* NULL: unchanged */
    int applies;                        /* fzzf_applies, -1: unchanged */
    const char *source;                 /* or NULL */
    fzzf__place place;
};

struct fzzf_tailoring {
    atomic_size_t references;
    fzzf__arena arena;
    struct fzzf__input input;
    const char *id, *title, *of;
    const char *source; /* or NULL */
    const struct fzzf__set *sets;
    size_t set_count;
    const struct fzzf__drop *drops;
    size_t drop_count;
    const struct fzzf__change *changes;
    size_t change_count;
    struct fzzf__extension *extensions;
    fzzf__place place;
};

struct fzzf_tailoring *fzzf__tailoring_new(void);

#endif
