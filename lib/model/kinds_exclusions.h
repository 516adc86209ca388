/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_MODEL_KINDS_EXCLUSIONS_H
#define LIB_MODEL_KINDS_EXCLUSIONS_H

/* The fields and parts of <exclusions> by number. */

#include "model/kinds.h"

enum { EXCLUSIONS_ID, EXCLUSIONS_TITLE, EXCLUSIONS_BATCH };
enum { EXCLUSIONS_SOURCES, EXCLUSIONS_DECISIONS };

enum {
    DECISION_ID,
    DECISION_UNIT,
    DECISION_EXCLUSION,
    DECISION_FROM,
    DECISION_UNTIL,
    DECISION_EVIDENCE,
    DECISION_BY,
    DECISION_DATE
};

#endif
