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
