/* SPDX-License-Identifier: Apache-2.0 */
/* Elements and words that more than one kind of document has. */

#include "model/kinds.h"

static const char *const level_items[] = {"county", "city", "province",
                                          "centre"};
const struct fzzf__words fzzf__level_words = {level_items, 4};

static const char *const yes_no_unknown_items[] = {"no", "yes", "unknown"};
const struct fzzf__words fzzf__yes_no_unknown_words = {yes_no_unknown_items, 3};

static const struct fzzf__field source_fields[] = {
    [SOURCE_CONFIDENCE] = {"confidence", FZZF__FORM_WORD, 1,
                           &fzzf__confidence_words, "可信程度"},
    [SOURCE_OF] = {"of", FZZF__FORM_CODES, 0, NULL, "所证字段"},
    [SOURCE_HREF] = {"href", FZZF__FORM_TEXT, 0, NULL, "网址"},
};

const struct fzzf_kind fzzf__kind_source = {
    .name = "source",
    .title = "来源",
    FZZF__FIELDS(source_fields),
    .text = true,
};

static const struct fzzf__field argument_fields[] = {
    [ARGUMENT_VALUE] = {"value", FZZF__FORM_TEXT, 1, NULL, "值"},
};

const struct fzzf_kind fzzf__kind_argument = {
    .name = "argument",
    .title = "理由所据",
    FZZF__FIELDS(argument_fields),
};

static const struct fzzf__part arguments[] = {
    [REASON_ARGUMENTS] = {&fzzf__kind_argument, 0, 0, 0, 0},
};

static const struct fzzf__field reason_fields[] = {
    [REASON_CODE] = {"code", FZZF__FORM_CODE, 1, NULL, "代码"},
    [REASON_ZH] = {"zh", FZZF__FORM_TEXT, 1, NULL, "中文"},
    [REASON_EN] = {"en", FZZF__FORM_TEXT, 1, NULL, "英文"},
};

const struct fzzf_kind fzzf__kind_reason = {
    .name = "reason",
    .title = "理由",
    FZZF__FIELDS(reason_fields),
    FZZF__PARTS(arguments),
};

const struct fzzf_kind fzzf__kind_condition = {
    .name = "condition",
    .title = "条件",
    FZZF__FIELDS(reason_fields),
    FZZF__PARTS(arguments),
};
