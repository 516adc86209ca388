/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_MODEL_KINDS_ASSESSMENTS_H
#define LIB_MODEL_KINDS_ASSESSMENTS_H

/* The fields and parts of <assessments> by number. */

#include "fzzf/declaration.h"
#include "model/kinds.h"

/* Whose values decide alone: side 0 is the contract's order of assessors, the
 * others are the assessors. */
#define FZZF__DECIDED          0
#define FZZF__SIDE(assessor)   (1 + (size_t)(assessor))
#define FZZF__SIDES            FZZF__SIDE(FZZF_ASSESSOR_COUNT)
#define FZZF__COLUMN(of, side) (of##_SIDES + 3 * (size_t)(side))

enum {
    ASSESSMENTS_SYSTEM,
    ASSESSMENTS_CONTRACT,
    ASSESSMENTS_UNITS,
    ASSESSMENTS_DIFFERING,
    ASSESSMENTS_OPEN,
    ASSESSMENTS_STATISTIC
};
enum {
    ASSESSMENTS_ASSESSED,
    ASSESSMENTS_INDICATORS,
    ASSESSMENTS_VALUES,
    ASSESSMENTS_INFLATIONS,
    ASSESSMENTS_PAIRS
};

/* From ..._SIDES on: for each side its score, the most it can be, and whether
 * that is eligible or met. */
enum {
    ASSESSED_DECLARATION,
    ASSESSED_UNIT,
    ASSESSED_NAME,
    ASSESSED_INFLATION,
    ASSESSED_INFLATION_HIGH,
    ASSESSED_COMPARED,
    ASSESSED_DIFFERING,
    ASSESSED_OPEN,
    ASSESSED_SIDES
};

enum {
    INDICATOR_DECLARATION,
    INDICATOR_NODE,
    INDICATOR_TITLE,
    INDICATOR_DIFFERS,
    INDICATOR_SPREAD,
    INDICATOR_SPREAD_HIGH,
    INDICATOR_SIDES
};

/* From SAID_BY on: what each assessor said. */
enum { SAID_DECLARATION, SAID_NODE, SAID_OBSERVATION, SAID_PERIOD, SAID_BY };

enum {
    INFLATION_NODE,
    INFLATION_TITLE,
    INFLATION_UNITS,
    INFLATION_OVER,
    INFLATION_UNDER,
    INFLATION_EQUAL,
    INFLATION_OPEN,
    INFLATION_LEFT_OUT,
    INFLATION_MEAN,
    INFLATION_MEAN_HIGH
};

enum {
    PAIR_ONE,
    PAIR_OTHER,
    PAIR_ITEMS,
    PAIR_BOTH_MET,
    PAIR_ONE_MET,
    PAIR_OTHER_MET,
    PAIR_NONE_MET,
    PAIR_LEFT_OUT,
    PAIR_AGREEMENT,
    PAIR_CHANCE,
    PAIR_KAPPA,
    PAIR_UNDEFINED
};

#endif
