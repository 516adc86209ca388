/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_COURSE_EVIDENCE_H
#define LIB_COURSE_EVIDENCE_H

/* The evidence of one declaration while it is checked. */

#include "course/indicators.h"
#include "course/reasons.h"
#include "model/declaration.h"
#include "model/kinds_batch.h"
#include "model/kinds_evidence_check.h"
#include "model/kinds_inventory.h"

#define FZZF__DAY_SIZE 16

/* A row <evidence> of the batch. */
struct fzzf__demand {
    const char *indicator; /* or NULL: each */
    int kind;              /* or 0: any */
    bool counts;           /* says how many there must be */
    size_t least;
    const char *from, *to;       /* or NULL */
    char oldest[FZZF__DAY_SIZE]; /* "": any age */
};

struct fzzf__checking {
    fzzf__arena arena;
    fzzf_diags *diags;
    const struct fzzf_system *system;
    const struct fzzf_declaration *declaration;
    const struct fzzf_record *inventory; /* or NULL */
    const char *day;                     /* or NULL */
    struct fzzf__demand *demands;
    size_t demand_count;
    struct fzzf_record *unit;
    fzzf__names files;    /* of the inventory, by name */
    fzzf__names contents; /* digests and links, to their first use */
    const struct fzzf__evidence **uses;
    const char **places; /* by use: the indicator */
    size_t use_count;
};

/* piece.c: looks at one piece; whether nothing speaks against it. */
bool fzzf__piece_check(struct fzzf__checking *checking, const char *indicator,
                       const struct fzzf__evidence *piece);

/* Says something of an indicator, and of a piece when that is not NULL. */
void fzzf__remark(struct fzzf__checking *checking, const char *indicator,
                  const struct fzzf__evidence *piece,
                  enum fzzf__reason_code code,
                  const struct fzzf__because *arguments, size_t count);

/* files.c: the file of a piece among those of the inventory. */
enum fzzf__found { FZZF__FOUND_NONE, FZZF__FOUND_ONE, FZZF__FOUND_SEVERAL };
enum fzzf__found fzzf__file_find(const struct fzzf__checking *checking,
                                 const struct fzzf__evidence *piece,
                                 const struct fzzf_record **out);

/* What a piece holds: the digest, else the link; NULL: neither is known, or no
 * memory (arena spoiled). Links are compared between units only when they are
 * of the network. */
const char *fzzf__piece_key(fzzf__arena *arena,
                            const struct fzzf__evidence *piece,
                            const struct fzzf_record *file);
bool fzzf__is_network_link(const char *href);

/* What a kind of evidence is called. */
struct fzzf__because fzzf__evidence_called(int kind);

/* @months before @day; the last day of a month that has it not. False: that is
 * before all days. */
bool fzzf__months_before(const char *day, size_t months,
                         char out[FZZF__DAY_SIZE]);

#endif
