/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_REPORT_EXPORT_H
#define LIB_REPORT_EXPORT_H

/* An export while it is made: what goes into it, by indicator. */

#include <stdbool.h>

#include "fzzf/report.h"
#include "model/declaration.h"
#include "model/result.h"
#include "model/system.h"

/* One piece of evidence and the file that goes with it. */
struct fzzf__material {
    const struct fzzf__evidence *evidence;
    char *source;       /* path of the file, or NULL: none was found */
    const char *file;   /* its name in the folder, or NULL */
    const char *sha256; /* of the file, or what the declaration says, or NULL */
};

/* The folder of a leaf indicator. */
struct fzzf__material_folder {
    const struct fzzf_indicator *node;
    const struct fzzf__statement *statement; /* of the self-assessment; NULL */
    const char *name;                        /* "001-1.1.1" */
    struct fzzf__material *items;
    size_t count;
};

struct fzzf__export {
    const struct fzzf_declaration *declaration;
    const struct fzzf_system *system;
    const struct fzzf_result *result; /* or NULL */
    fzzf_language language;           /* of the words that are ours */
    fzzf_diags *diags;
    fzzf__arena arena;
    struct fzzf__material_folder *folders; /* in the system's order */
    size_t count;
    size_t materials, files, empty; /* pieces, with a file; folders without */
};

/* The words of the export's language. */
static inline const char *fzzf__in(const struct fzzf__export *from,
                                   const char *zh, const char *en)
{
    return from->language == FZZF_CHINESE ? zh : en;
}

/* What the result says of @node, or NULL. */
const struct fzzf__node_result *
fzzf__export_outcome(const struct fzzf__export *from,
                     const struct fzzf_indicator *node);
/* index.html and report.txt. */
void fzzf__report_page(const struct fzzf__export *from, fzzf__text *page);
void fzzf__report_plain(const struct fzzf__export *from, fzzf__text *page);
/* The index of one folder, or of all when @folder is NULL. */
void fzzf__materials_page(const struct fzzf__export *from,
                          const struct fzzf__material_folder *folder,
                          fzzf__text *page);
void fzzf__materials_xml(const struct fzzf__export *from,
                         const struct fzzf__material_folder *folder,
                         fzzf__text *page);
void fzzf__materials_csv(const struct fzzf__export *from,
                         const struct fzzf__material_folder *folder,
                         fzzf__text *page);

/*
 * Finds the file of each piece in @folder and checks its digest. False: a file
 * is not what the declaration says, with findings, or memory ran out.
 */
fzzf_status fzzf__materials_find(struct fzzf__export *to, const char *folder);

#endif
