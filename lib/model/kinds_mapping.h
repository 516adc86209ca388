/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_MODEL_KINDS_MAPPING_H
#define LIB_MODEL_KINDS_MAPPING_H

/* The fields and parts of <mapping> and <carrying> by number. */

#include "model/kinds.h"

enum { MAPPING_ID, MAPPING_TITLE, MAPPING_FROM, MAPPING_TO };
enum { MAPPING_SOURCES, MAPPING_ROWS };

enum { ROW_KIND, ROW_NOTE };
enum { ROW_SOURCES, ROW_OLD, ROW_NEW };
enum { MAPPED_ID };

enum fzzf__mapped {
    FZZF__MAPPED_SAME,
    FZZF__MAPPED_MOVED,
    FZZF__MAPPED_SPLIT,
    FZZF__MAPPED_MERGED,
    FZZF__MAPPED_WITHDRAWN,
    FZZF__MAPPED_NEW
};
extern const struct fzzf__words fzzf__mapped_words;

enum {
    CARRYING_MAPPING,
    CARRYING_DECLARATION,
    CARRYING_UNIT,
    CARRYING_SYSTEM,
    CARRYING_BEFORE,
    CARRYING_CARRIED,
    CARRYING_AFTER,
    CARRYING_EDITION,
    CARRYING_PERFORMANCE
};
enum { CARRYING_ROWS };

enum {
    CARRIED_KIND,
    CARRIED_OLD,
    CARRIED_NEW,
    CARRIED_OBSERVATIONS,
    CARRIED_EVIDENCE,
    CARRIED_STATE, /* code, zh, en */
    CARRIED_ZH,
    CARRIED_EN
};

#endif
