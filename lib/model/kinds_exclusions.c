/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of <exclusions> (排除决定). */

#include "model/kinds_exclusions.h"
#include "model/checks.h"

static const struct fzzf__part sources[] = {
    {&fzzf__kind_source, 0, 0, 0, 0},
};

static const struct fzzf__field decision_fields[] = {
    [DECISION_ID] = {"id", FZZF__FORM_ID, 1, NULL, "编号"},
    [DECISION_UNIT] = {"unit", FZZF__FORM_ID, 1, NULL, "单位"},
    [DECISION_EXCLUSION] = {"exclusion", FZZF__FORM_ID, 1, NULL, "排除情形"},
    [DECISION_FROM] = {"from", FZZF__FORM_DATE, 1, NULL, "起"},
    [DECISION_UNTIL] = {"until", FZZF__FORM_DATE, 0, NULL, "止"},
    [DECISION_EVIDENCE] = {"evidence", FZZF__FORM_TEXT, 1, NULL, "依据"},
    [DECISION_BY] = {"by", FZZF__FORM_TEXT, 1, NULL, "决定机关"},
    [DECISION_DATE] = {"date", FZZF__FORM_DATE, 1, NULL, "决定日期"},
};

static const struct fzzf_kind decision = {
    .name = "decision",
    .title = "决定",
    FZZF__FIELDS(decision_fields),
    FZZF__PARTS(sources),
};

static const struct fzzf__field exclusions_fields[] = {
    [EXCLUSIONS_ID] = {"id", FZZF__FORM_ID, 1, NULL, "编号"},
    [EXCLUSIONS_TITLE] = {"title", FZZF__FORM_TEXT, 0, NULL, "名称"},
    [EXCLUSIONS_BATCH] = {"batch", FZZF__FORM_ID, 1, NULL, "批次"},
};

static const struct fzzf__part exclusions_parts[] = {
    [EXCLUSIONS_SOURCES] = {&fzzf__kind_source, 0, 0, 0, 0},
    [EXCLUSIONS_DECISIONS] = {&decision, 0, 0, DECISION_ID + 1, 0},
};

const struct fzzf_kind fzzf__kind_exclusions = {
    .name = "exclusions",
    .title = "排除决定",
    FZZF__FIELDS(exclusions_fields),
    FZZF__PARTS(exclusions_parts),
    .root = true,
    .check = fzzf__check_exclusions,
};
