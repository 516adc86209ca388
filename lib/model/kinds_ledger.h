/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_MODEL_KINDS_LEDGER_H
#define LIB_MODEL_KINDS_LEDGER_H

/* The fields and parts of <ledger> by number. */

#include "model/kinds.h"

enum { LEDGER_RECEIVER };
enum { LEDGER_RECEIVED };

enum {
    RECEIVED_SENDER,
    RECEIVED_BATCH,
    RECEIVED_SEQUENCE,
    RECEIVED_FINGERPRINT,
    RECEIVED_DATE
};

#endif
