/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of <publicity> (宣传工作). */

#include "model/kinds_publicity.h"
#include "model/checks.h"

static const struct fzzf__part sources[] = {
    {&fzzf__kind_source, 0, 0, 0, 0},
};

static const struct fzzf__field notice_fields[] = {
    [NOTICE_ID] = {"id", FZZF__FORM_ID, 1, NULL, "编号"},
    [NOTICE_CHANNEL] = {"channel", FZZF__FORM_TEXT, 1, NULL, "渠道"},
    [NOTICE_DATE] = {"date", FZZF__FORM_DATE, 1, NULL, "日期"},
    [NOTICE_TITLE] = {"title", FZZF__FORM_TEXT, 1, NULL, "题名"},
    [NOTICE_HREF] = {"href", FZZF__FORM_TEXT, 0, NULL, "链接"},
};

static const struct fzzf_kind notice = {
    .name = "notice",
    .title = "宣传",
    FZZF__FIELDS(notice_fields),
    FZZF__PARTS(sources),
};

static const struct fzzf__field asked_fields[] = {
    [ASKED_ID] = {"id", FZZF__FORM_ID, 1, NULL, "编号"},
    [ASKED_DATE] = {"date", FZZF__FORM_DATE, 0, NULL, "日期"},
    [ASKED_BY] = {"by", FZZF__FORM_TEXT, 0, NULL, "调查机构"},
    [ASKED_ASKED] = {"asked", FZZF__FORM_WHOLE, 1, NULL, "被问人数"},
    [ASKED_AWARE] = {"aware", FZZF__FORM_WHOLE, 1, NULL, "知晓人数"},
};

static const struct fzzf_kind asked = {
    .name = "asked",
    .title = "知晓情况",
    FZZF__FIELDS(asked_fields),
    FZZF__PARTS(sources),
};

static const struct fzzf__field publicity_fields[] = {
    [PUBLICITY_ID] = {"id", FZZF__FORM_ID, 1, NULL, "编号"},
    [PUBLICITY_TITLE] = {"title", FZZF__FORM_TEXT, 0, NULL, "名称"},
    [PUBLICITY_UNIT] = {"unit", FZZF__FORM_ID, 1, NULL, "单位"},
    [PUBLICITY_BATCH] = {"batch", FZZF__FORM_ID, 0, NULL, "批次"},
    [PUBLICITY_FROM] = {"from", FZZF__FORM_DATE, 0, NULL, "起"},
    [PUBLICITY_TO] = {"to", FZZF__FORM_DATE, 0, NULL, "止"},
};

static const struct fzzf__part publicity_parts[] = {
    [PUBLICITY_SOURCES] = {&fzzf__kind_source, 0, 0, 0, 0},
    [PUBLICITY_NOTICES] = {&notice, 0, 0, NOTICE_ID + 1, 0},
    [PUBLICITY_TALLIES] = {&asked, 0, 0, ASKED_ID + 1, 0},
};

const struct fzzf_kind fzzf__kind_publicity = {
    .name = "publicity",
    .title = "宣传工作",
    FZZF__FIELDS(publicity_fields),
    FZZF__PARTS(publicity_parts),
    .root = true,
    .check = fzzf__check_publicity,
};
