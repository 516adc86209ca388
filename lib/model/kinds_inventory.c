/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of <inventory> (材料清单). */

#include "model/kinds_inventory.h"

static const struct fzzf__field file_fields[] = {
    [ENTRY_NAME] = {"name", FZZF__FORM_TEXT, 1, NULL, "名称"},
    [ENTRY_SIZE] = {"size", FZZF__FORM_WHOLE, 1, NULL, "字节"},
    [ENTRY_CHECKSUM] = {"checksum", FZZF__FORM_SHA256, 1, NULL, "SHA-256"},
};

static const struct fzzf_kind file = {
    .name = "file",
    .title = "文件",
    FZZF__FIELDS(file_fields),
};

static const struct fzzf__field inventory_fields[] = {
    [INVENTORY_COUNT] = {"count", FZZF__FORM_WHOLE, 1, NULL, "文件数"},
};

static const struct fzzf__part inventory_parts[] = {
    [INVENTORY_FILES] = {&file, 0, 0, ENTRY_NAME + 1, 0},
};

const struct fzzf_kind fzzf__kind_inventory = {
    .name = "inventory",
    .title = "材料清单",
    FZZF__FIELDS(inventory_fields),
    FZZF__PARTS(inventory_parts),
    .root = true,
};
