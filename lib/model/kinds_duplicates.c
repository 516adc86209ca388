/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of <duplicates> (单位间重复的佐证). */

#include "model/kinds_duplicates.h"

static const struct fzzf__field piece_fields[] = {
    [PIECE_UNIT] = {"unit", FZZF__FORM_ID, 1, NULL, "单位"},
    [PIECE_DECLARATION] = {"declaration", FZZF__FORM_ID, 1, NULL, "申报"},
    [PIECE_INDICATOR] = {"indicator", FZZF__FORM_ID, 1, NULL, "指标"},
    [PIECE_EVIDENCE] = {"evidence", FZZF__FORM_ID, 1, NULL, "佐证"},
};

static const struct fzzf_kind piece = {
    .name = "piece",
    .title = "佐证",
    FZZF__FIELDS(piece_fields),
};

FZZF__FIELD_WORDS(by_words, "sha256", "href");

static const struct fzzf__field group_fields[] = {
    [GROUP_KEY] = {"key", FZZF__FORM_TEXT, 1, NULL, "摘要或链接"},
    [GROUP_BY] = {"by", FZZF__FORM_WORD, 1, &by_words, "依据"},
    [GROUP_UNITS] = {"units", FZZF__FORM_WHOLE, 1, NULL, "单位"},
    [GROUP_COUNT] = {"pieces", FZZF__FORM_WHOLE, 1, NULL, "佐证"},
};

static const struct fzzf__part group_parts[] = {
    [GROUP_PIECES] = {&piece, 0, 0, 0, 0},
};

static const struct fzzf_kind group = {
    .name = "group",
    .title = "同一材料",
    FZZF__FIELDS(group_fields),
    FZZF__PARTS(group_parts),
};

static const struct fzzf__field duplicates_fields[] = {
    [DUPLICATES_DECLARATIONS] = {"declarations", FZZF__FORM_WHOLE, 1, NULL,
                                 "申报"},
    [DUPLICATES_PIECES] = {"pieces", FZZF__FORM_WHOLE, 1, NULL, "佐证"},
    [DUPLICATES_UNIDENTIFIED] = {"unidentified", FZZF__FORM_WHOLE, 1, NULL,
                                 "无摘要和链接的佐证"},
    [DUPLICATES_COUNT] = {"groups", FZZF__FORM_WHOLE, 1, NULL, "重复的材料"},
    [DUPLICATES_LISTED] = {"listed", FZZF__FORM_WHOLE, 1, NULL, "列出的材料"},
};

static const struct fzzf__part duplicates_parts[] = {
    [DUPLICATES_GROUPS] = {&group, 0, 0, GROUP_KEY + 1, 0},
};

const struct fzzf_kind fzzf__kind_duplicates = {
    .name = "duplicates",
    .title = "单位间重复的佐证",
    FZZF__FIELDS(duplicates_fields),
    FZZF__PARTS(duplicates_parts),
    .root = true,
};
