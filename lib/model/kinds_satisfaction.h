/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_MODEL_KINDS_SATISFACTION_H
#define LIB_MODEL_KINDS_SATISFACTION_H

/* The fields and parts of <satisfaction> by number. */

#include "model/kinds.h"

enum { SATISFACTION_ID };

enum { SATISFACTION_SCORES, SATISFACTION_AWARENESS };

enum {
    SCORE_SURVEY,
    SCORE_UNIT,
    SCORE_OF,
    SCORE_QUESTION,
    SCORE_STRATUM,
    SCORE_STATE,
    SCORE_ANSWERS,
    SCORE_LEAST,
    SCORE_LEFT_OUT,
    SCORE_SCORE,
    SCORE_SHOWN,
    SCORE_CONFIDENCE,
    SCORE_MARGIN,
    SCORE_LOW,
    SCORE_HIGH
};

enum fzzf__score_of {
    FZZF__OF_PART,
    FZZF__OF_QUESTION,
    FZZF__OF_STRATUM,
    FZZF__OF_WHOLE
};
extern const struct fzzf__words fzzf__score_of_words;

enum fzzf__survey_state {
    FZZF__SURVEY_SCORED,
    FZZF__SURVEY_NO_ANSWERS,
    FZZF__SURVEY_TOO_FEW,
    FZZF__SURVEY_INCOMPLETE
};
extern const struct fzzf__words fzzf__survey_state_words;

enum {
    AWARENESS_PUBLICITY,
    AWARENESS_UNIT,
    AWARENESS_NOTICES,
    AWARENESS_OUTSIDE,
    AWARENESS_UNLINKED,
    AWARENESS_ASKED,
    AWARENESS_AWARE,
    AWARENESS_RATE
};

#endif
