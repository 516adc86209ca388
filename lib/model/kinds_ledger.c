/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of <ledger> (收件台账): the last package of each sender. */

#include "model/kinds_ledger.h"

static const struct fzzf__field received_fields[] = {
    [RECEIVED_SENDER] = {"sender", FZZF__FORM_ID, 1, NULL, "报送单位"},
    [RECEIVED_BATCH] = {"batch", FZZF__FORM_ID, 1, NULL, "批次"},
    [RECEIVED_SEQUENCE] = {"sequence", FZZF__FORM_REVISION, 1, NULL, "序号"},
    [RECEIVED_FINGERPRINT] = {"fingerprint", FZZF__FORM_DIGEST, 1, NULL,
                              "SHA-256"},
    [RECEIVED_DATE] = {"date", FZZF__FORM_DATE, 1, NULL, "收到日期"},
};

static const struct fzzf_kind received = {
    .name = "received",
    .title = "收件",
    FZZF__FIELDS(received_fields),
};

static const struct fzzf__field ledger_fields[] = {
    [LEDGER_RECEIVER] = {"receiver", FZZF__FORM_ID, 1, NULL, "接收单位"},
};

static const struct fzzf__part ledger_parts[] = {
    [LEDGER_RECEIVED] = {&received, 0, 0, RECEIVED_SENDER + 1,
                         RECEIVED_BATCH + 1},
};

const struct fzzf_kind fzzf__kind_ledger = {
    .name = "ledger",
    .title = "收件台账",
    FZZF__FIELDS(ledger_fields),
    FZZF__PARTS(ledger_parts),
    .root = true,
};
