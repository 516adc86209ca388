/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of <mapping> (版本对应), and of what it carries over. */

#include "model/kinds_mapping.h"
#include "model/checks.h"

static const char *const mapped_items[] = {
    [FZZF__MAPPED_SAME] = "same",           [FZZF__MAPPED_MOVED] = "moved",
    [FZZF__MAPPED_SPLIT] = "split",         [FZZF__MAPPED_MERGED] = "merged",
    [FZZF__MAPPED_WITHDRAWN] = "withdrawn", [FZZF__MAPPED_NEW] = "new",
};
const struct fzzf__words fzzf__mapped_words = {
    mapped_items, sizeof mapped_items / sizeof mapped_items[0]};

static const struct fzzf__field mapped_fields[] = {
    [MAPPED_ID] = {"id", FZZF__FORM_ID, 1, NULL, "指标"},
};

static const struct fzzf_kind old_kind = {
    .name = "old",
    .title = "原版指标",
    FZZF__FIELDS(mapped_fields),
};

static const struct fzzf_kind new_kind = {
    .name = "new",
    .title = "新版指标",
    FZZF__FIELDS(mapped_fields),
};

static const struct fzzf__field row_fields[] = {
    [ROW_KIND] = {"kind", FZZF__FORM_WORD, 1, &fzzf__mapped_words, "对应方式"},
    [ROW_NOTE] = {"note", FZZF__FORM_TEXT, 0, NULL, "说明"},
};

static const struct fzzf__part row_parts[] = {
    [ROW_SOURCES] = {&fzzf__kind_source, 0, 0, 0, 0},
    [ROW_OLD] = {&old_kind, 0, 0, MAPPED_ID + 1, 0},
    [ROW_NEW] = {&new_kind, 0, 0, MAPPED_ID + 1, 0},
};

static const struct fzzf_kind row = {
    .name = "row",
    .title = "对应",
    FZZF__FIELDS(row_fields),
    FZZF__PARTS(row_parts),
};

static const struct fzzf__field mapping_fields[] = {
    [MAPPING_ID] = {"id", FZZF__FORM_ID, 1, NULL, "编号"},
    [MAPPING_TITLE] = {"title", FZZF__FORM_TEXT, 0, NULL, "名称"},
    [MAPPING_FROM] = {"from", FZZF__FORM_ID, 1, NULL, "原版指标体系"},
    [MAPPING_TO] = {"to", FZZF__FORM_ID, 1, NULL, "新版指标体系"},
};

static const struct fzzf__part mapping_parts[] = {
    [MAPPING_SOURCES] = {&fzzf__kind_source, 0, 0, 0, 0},
    [MAPPING_ROWS] = {&row, 0, 0, 0, 0},
};

const struct fzzf_kind fzzf__kind_mapping = {
    .name = "mapping",
    .title = "版本对应",
    FZZF__FIELDS(mapping_fields),
    FZZF__PARTS(mapping_parts),
    .root = true,
    .check = fzzf__check_mapping,
};

static const struct fzzf__field carried_fields[] = {
    [CARRIED_KIND] = {"kind", FZZF__FORM_WORD, 1, &fzzf__mapped_words,
                      "对应方式"},
    [CARRIED_OLD] = {"old", FZZF__FORM_TEXT, 0, NULL, "原版指标"},
    [CARRIED_NEW] = {"new", FZZF__FORM_TEXT, 0, NULL, "新版指标"},
    [CARRIED_OBSERVATIONS] = {"observations", FZZF__FORM_WHOLE, 1, NULL,
                              "沿用观测值"},
    [CARRIED_EVIDENCE] = {"evidence", FZZF__FORM_WHOLE, 1, NULL, "沿用材料"},
    [CARRIED_STATE] = {"state", FZZF__FORM_CODE, 1, NULL, "状态"},
    [CARRIED_ZH] = {"zh", FZZF__FORM_TEXT, 1, NULL, "中文"},
    [CARRIED_EN] = {"en", FZZF__FORM_TEXT, 1, NULL, "英文"},
};

static const struct fzzf_kind carried = {
    .name = "row",
    .title = "沿用情况",
    FZZF__FIELDS(carried_fields),
};

static const struct fzzf__field carrying_fields[] = {
    [CARRYING_MAPPING] = {"mapping", FZZF__FORM_ID, 1, NULL, "版本对应"},
    [CARRYING_DECLARATION] = {"declaration", FZZF__FORM_ID, 1, NULL, "申报"},
    [CARRYING_UNIT] = {"unit", FZZF__FORM_ID, 1, NULL, "单位"},
    [CARRYING_SYSTEM] = {"system", FZZF__FORM_ID, 1, NULL, "新版指标体系"},
    [CARRYING_BEFORE] = {"before", FZZF__FORM_EXACT, 0, NULL,
                         "原申报按原版得分"},
    [CARRYING_CARRIED] = {"carried", FZZF__FORM_EXACT, 0, NULL,
                          "原申报按新版得分"},
    [CARRYING_AFTER] = {"after", FZZF__FORM_EXACT, 0, NULL, "新申报按新版得分"},
    [CARRYING_EDITION] = {"by-edition", FZZF__FORM_EXACT, 0, NULL,
                          "因版本变化"},
    [CARRYING_PERFORMANCE] = {"by-performance", FZZF__FORM_EXACT, 0, NULL,
                              "因工作变化"},
};

static const struct fzzf__part carrying_parts[] = {
    [CARRYING_ROWS] = {&carried, 0, 0, 0, 0},
};

const struct fzzf_kind fzzf__kind_carrying = {
    .name = "carrying",
    .title = "版本沿用",
    FZZF__FIELDS(carrying_fields),
    FZZF__PARTS(carrying_parts),
    .root = true,
};
