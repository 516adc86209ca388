/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_MODEL_KINDS_CENTRE_H
#define LIB_MODEL_KINDS_CENTRE_H

/* The fields and parts of <phase-scores> and <objections> by number. */

#include "model/kinds.h"

enum { PHASE_SCORES_BATCH };
enum { PHASE_SCORES_SCORES };

enum {
    SCORE_DECLARATION,
    SCORE_PHASE,
    SCORE_VALUE,
    SCORE_OUT_OF,
    SCORE_BY,
    SCORE_DATE
};

enum { OBJECTIONS_BATCH };
enum { OBJECTIONS_OBJECTIONS };

enum {
    OBJECTION_ID,
    OBJECTION_UNIT,
    OBJECTION_DECLARATION,
    OBJECTION_AT,
    OBJECTION_NAME,
    OBJECTION_CONTACT,
    OBJECTION_IDENTITY,
    OBJECTION_REASON,
    OBJECTION_BASIS,
    OBJECTION_SETTLED,
    OBJECTION_OUTCOME,
    OBJECTION_BY,
    OBJECTION_NOTE
};

#endif
