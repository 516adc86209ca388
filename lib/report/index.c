/* SPDX-License-Identifier: Apache-2.0 */
/* The index of materials: a page, XML, and CSV. */

#include <string.h>

#include "model/words.h"
#include "report/export.h"
#include "report/page.h"

const char *fzzf__evidence_kind_word(fzzf_evidence_kind kind)
{
    switch (kind) {
    case FZZF_EVIDENCE_DOCUMENT:
        return "文件";
    case FZZF_EVIDENCE_PICTURE:
        return "图片";
    case FZZF_EVIDENCE_NEWS:
        return "新闻链接";
    case FZZF_EVIDENCE_AWARD:
        return "获奖材料";
    case FZZF_EVIDENCE_BRIEF:
        return "情况简介";
    }
    return "材料";
}

static void add_title(fzzf__text *page, const struct fzzf__material *material)
{
    const struct fzzf__evidence *const evidence = material->evidence;
    const char *const title =
        evidence->title != NULL ? evidence->title : evidence->id;
    const char *target = material->file;

    if (target == NULL && fzzf__page_is_link(evidence->href))
        target = evidence->href;
    if (target != NULL) {
        fzzf__text_add(page, "<a");
        fzzf__page_attr(page, "href", target);
        fzzf__text_add(page, ">");
    }
    fzzf__page_escape(page, title);
    if (target != NULL)
        fzzf__text_add(page, "</a>");
    if (target != evidence->href && fzzf__page_is_link(evidence->href)) {
        fzzf__text_add(page, "（<a");
        fzzf__page_attr(page, "href", evidence->href);
        fzzf__text_add(page, ">原链接</a>）");
    }
}

static void add_row(fzzf__text *page, const struct fzzf__material *material,
                    size_t number)
{
    const struct fzzf__evidence *const evidence = material->evidence;

    fzzf__text_add(page, "<tr><td class=\"number\">");
    fzzf__text_add_int(page, (long long)number);
    fzzf__text_add(page, "</td><th scope=\"row\">");
    add_title(page, material);
    fzzf__text_add(page, "</th><td class=\"kind\">");
    fzzf__text_add(page, fzzf__evidence_kind_word(evidence->kind));
    fzzf__text_add(page, "</td><td class=\"number\">");
    fzzf__page_escape(page, evidence->date);
    fzzf__text_add(page, "</td><td>");
    fzzf__text_add(page, material->file != NULL
                             ? "<span class=\"yes\">已附</span>"
                         : fzzf__page_is_link(evidence->href)
                             ? "<span class=\"open\">链接</span>"
                         : evidence->sha256 != NULL
                             ? "<span class=\"no\">未附</span>"
                             : "<span class=\"open\">无文件</span>");
    fzzf__text_add(page, "</td><td class=\"code\">");
    fzzf__page_escape(page, material->sha256);
    fzzf__text_add(page, "</td></tr>\n");
}

static const char *state_word(fzzf_state state)
{
    switch (state) {
    case FZZF_STATE_PRESENT:
        return "";
    case FZZF_STATE_MISSING:
        return "缺失";
    case FZZF_STATE_NOT_ASSESSED:
        return "未评";
    case FZZF_STATE_NOT_APPLICABLE:
        return "不适用";
    case FZZF_STATE_DISPUTED:
        return "有争议";
    }
    return "";
}

/* The system's words for the observation, else its id. */
static void add_name(fzzf__text *page, const struct fzzf_indicator *node,
                     const struct fzzf__observation *observation)
{
    const struct fzzf__observe *const observe =
        fzzf__observe_find(node, observation->id);

    fzzf__page_escape(page, observe != NULL && observe->title != NULL
                                ? observe->title
                                : observation->id);
    if (observation->period != NULL) {
        fzzf__text_add(page, "（");
        fzzf__page_escape(page, observation->period);
        fzzf__text_add(page, "）");
    }
}

static void add_value(fzzf__text *page,
                      const struct fzzf__observation *observation)
{
    const char *const value = observation->value;

    if (observation->state != FZZF_STATE_PRESENT) {
        fzzf__text_add(page, state_word(observation->state));
    } else if (observation->numerator != NULL) {
        fzzf__page_escape(page, observation->numerator);
        fzzf__text_add(page, " / ");
        fzzf__page_escape(page, observation->denominator);
    } else if (value != NULL) {
        fzzf__page_escape(page, strcmp(value, "yes") == 0  ? "是"
                                : strcmp(value, "no") == 0 ? "否"
                                                           : value);
    } else {
        fzzf__text_add_int(page, (long long)observation->entry_count);
        fzzf__text_add(page, " 项");
    }
}

static void add_statement(fzzf__text *page, const struct fzzf_indicator *node,
                          const struct fzzf__statement *statement)
{
    if (statement == NULL) {
        fzzf__text_add(page, "<p class=\"plain\">自评中没有填报该指标。</p>\n");
        return;
    }
    if (statement->not_applicable) {
        fzzf__text_add(page, "<p class=\"plain\">不适用：");
        fzzf__page_escape(page, statement->reason);
        fzzf__text_add(page, "</p>\n");
    }
    if (statement->observation_count == 0)
        return;
    fzzf__text_add(page, "<dl class=\"figures\">\n");
    for (size_t i = 0; i < statement->observation_count; i++) {
        fzzf__text_add(page, "<div><dt>");
        add_name(page, node, &statement->observations[i]);
        fzzf__text_add(page, "</dt><dd>");
        add_value(page, &statement->observations[i]);
        fzzf__text_add(page, "</dd></div>\n");
    }
    fzzf__text_add(page, "</dl>\n");
}

static void add_head(fzzf__text *page, const struct fzzf__export *from,
                     const struct fzzf__material_folder *folder)
{
    fzzf__text title = {0};

    fzzf__text_add(&title, folder->node->id);
    fzzf__text_add(&title, " ");
    fzzf__text_add(&title, folder->node->title);
    fzzf__page_begin(page, fzzf__argument(&title), "../../");
    fzzf__text_add(page, "<header>\n<p><a href=\"../../index.html\">自评报告"
                         "</a></p>\n<h1>");
    fzzf__page_escape(page, title.bytes);
    fzzf__text_add(page, "</h1>\n<p class=\"unit\">");
    fzzf__page_escape(page, from->declaration->unit_name);
    fzzf__text_add(page, "</p>\n<p>");
    fzzf__page_escape(page, folder->node->criterion);
    fzzf__text_add(page, "</p>\n</header>\n<main id=\"content\">\n");
    fzzf__text_free(&title);
}

void fzzf__materials_page(const struct fzzf__export *from,
                          const struct fzzf__material_folder *folder,
                          fzzf__text *page)
{
    add_head(page, from, folder);
    fzzf__text_add(page, "<section>\n<h2>填报内容</h2>\n");
    add_statement(page, folder->node, folder->statement);
    fzzf__text_add(page, "</section>\n<section>\n<h2>佐证材料</h2>\n");
    if (folder->count == 0) {
        fzzf__text_add(page, "<p class=\"plain\">没有佐证材料。</p>\n");
    } else {
        fzzf__text_add(
            page, "<div class=\"wide\">\n<table>\n<caption>材料目录，另见 "
                  "<a href=\"index.csv\">CSV</a> 与 <a href=\"index.xml\">"
                  "XML</a></caption>\n<thead><tr>"
                  "<th scope=\"col\" class=\"number\">序号</th>"
                  "<th scope=\"col\">材料</th><th scope=\"col\">种类</th>"
                  "<th scope=\"col\" class=\"number\">日期</th>"
                  "<th scope=\"col\">文件</th>"
                  "<th scope=\"col\">SHA-256</th></tr></thead>\n<tbody>\n");
        for (size_t i = 0; i < folder->count; i++)
            add_row(page, &folder->items[i], i + 1);
        fzzf__text_add(page, "</tbody>\n</table>\n</div>\n");
    }
    fzzf__text_add(page, "</section>\n");
    fzzf__page_end(page);
}

static void add_material_xml(fzzf__text *page,
                             const struct fzzf__material *material)
{
    const struct fzzf__evidence *const evidence = material->evidence;

    fzzf__text_add(page, "    <material");
    fzzf__page_attr(page, "id", evidence->id);
    fzzf__page_attr(page, "kind",
                    fzzf__word(&fzzf__evidence_words, (int)evidence->kind));
    fzzf__page_attr(page, "title", evidence->title);
    fzzf__page_attr(page, "date", evidence->date);
    fzzf__page_attr(page, "period", evidence->period);
    fzzf__page_attr(page, "href", evidence->href);
    fzzf__page_attr(page, "file", material->file);
    fzzf__page_attr(page, "sha256", material->sha256);
    fzzf__text_add(page, "/>\n");
}

static void add_folder_xml(fzzf__text *page,
                           const struct fzzf__material_folder *folder)
{
    fzzf__text_add(page, "  <indicator");
    fzzf__page_attr(page, "id", folder->node->id);
    fzzf__page_attr(page, "number", folder->node->number);
    fzzf__page_attr(page, "title", folder->node->title);
    fzzf__page_attr(page, "folder", folder->name);
    fzzf__text_add(page, folder->count == 0 ? "/>\n" : ">\n");
    for (size_t i = 0; i < folder->count; i++)
        add_material_xml(page, &folder->items[i]);
    if (folder->count > 0)
        fzzf__text_add(page, "  </indicator>\n");
}

void fzzf__materials_xml(const struct fzzf__export *from,
                         const struct fzzf__material_folder *folder,
                         fzzf__text *page)
{
    fzzf__text_add(page, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                         "<materials xmlns=\"urn:fzzf:materials:1\"");
    fzzf__page_attr(page, "declaration", from->declaration->id);
    fzzf__page_attr(page, "system", from->system->id);
    fzzf__page_attr(page, "unit", from->declaration->unit_code);
    fzzf__page_attr(page, "name", from->declaration->unit_name);
    fzzf__text_add(page, ">\n");
    for (size_t i = 0; i < from->count; i++)
        if (folder == NULL || folder == &from->folders[i])
            add_folder_xml(page, &from->folders[i]);
    fzzf__text_add(page, "</materials>\n");
}

static void add_material_csv(fzzf__text *page,
                             const struct fzzf__material_folder *folder,
                             const struct fzzf__material *material)
{
    const struct fzzf__evidence *const evidence = material->evidence;
    const char *const cells[] = {
        folder->node->id, folder->node->title,
        folder->name,     evidence->id,
        evidence->title,  fzzf__evidence_kind_word(evidence->kind),
        evidence->date,   evidence->period,
        evidence->href,   material->file,
        material->sha256};
    const size_t count = sizeof cells / sizeof cells[0];

    for (size_t i = 0; i < count; i++)
        fzzf__page_cell(page, cells[i], i + 1 == count);
}

void fzzf__materials_csv(const struct fzzf__export *from,
                         const struct fzzf__material_folder *folder,
                         fzzf__text *page)
{
    /* Spreadsheets take a file without the mark for the local encoding. */
    fzzf__text_add(page, "\xef\xbb\xbf"
                         "指标,指标名称,文件夹,材料编号,材料名称,种类,日期,"
                         "年度,链接,文件,SHA-256\r\n");
    for (size_t i = 0; i < from->count; i++)
        for (size_t j = 0; j < from->folders[i].count; j++)
            if (folder == NULL || folder == &from->folders[i])
                add_material_csv(page, &from->folders[i],
                                 &from->folders[i].items[j]);
}
