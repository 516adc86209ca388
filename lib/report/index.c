/* SPDX-License-Identifier: Apache-2.0 */
/* The index of materials: a page, XML, and CSV. */

#include <string.h>

#include "model/words.h"
#include "report/export.h"
#include "report/page.h"

static const char *kind_word(const struct fzzf__export *from,
                             fzzf_evidence_kind kind)
{
    switch (kind) {
    case FZZF_EVIDENCE_DOCUMENT:
        return fzzf__in(from, "文件", "document");
    case FZZF_EVIDENCE_PICTURE:
        return fzzf__in(from, "图片", "picture");
    case FZZF_EVIDENCE_NEWS:
        return fzzf__in(from, "新闻链接", "news");
    case FZZF_EVIDENCE_AWARD:
        return fzzf__in(from, "获奖材料", "award");
    case FZZF_EVIDENCE_BRIEF:
        return fzzf__in(from, "情况简介", "brief");
    }
    return fzzf__in(from, "材料", "material");
}

static void add_title(const struct fzzf__export *from, fzzf__text *page,
                      const struct fzzf__material *material)
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
        fzzf__text_add(page, fzzf__in(from, "（<a", " (<a"));
        fzzf__page_attr(page, "href", evidence->href);
        fzzf__text_add(page, fzzf__in(from, ">原链接</a>）", ">link</a>)"));
    }
}

static void add_presence(const struct fzzf__export *from, fzzf__text *page,
                         const struct fzzf__material *material)
{
    if (material->file != NULL)
        fzzf__page_mark(page, "yes", fzzf__in(from, "已附", "enclosed"));
    else if (fzzf__page_is_link(material->evidence->href))
        fzzf__page_mark(page, "open", fzzf__in(from, "链接", "link"));
    else if (material->evidence->sha256 != NULL)
        fzzf__page_mark(page, "no", fzzf__in(from, "未附", "not enclosed"));
    else
        fzzf__page_mark(page, "open", fzzf__in(from, "无文件", "no file"));
}

static void add_row(const struct fzzf__export *from, fzzf__text *page,
                    const struct fzzf__material *material, size_t number)
{
    const struct fzzf__evidence *const evidence = material->evidence;

    fzzf__text_add(page, "<tr><td class=\"number\">");
    fzzf__text_add_int(page, (long long)number);
    fzzf__text_add(page, "</td><th scope=\"row\">");
    add_title(from, page, material);
    fzzf__text_add(page, "</th><td class=\"kind\">");
    fzzf__text_add(page, kind_word(from, evidence->kind));
    fzzf__text_add(page, "</td><td class=\"number\">");
    fzzf__page_escape(page, evidence->date);
    fzzf__text_add(page, "</td><td>");
    add_presence(from, page, material);
    fzzf__text_add(page, "</td><td class=\"code\">");
    fzzf__page_escape(page, material->sha256);
    fzzf__text_add(page, "</td></tr>\n");
}

static const char *state_word(const struct fzzf__export *from, fzzf_state state)
{
    switch (state) {
    case FZZF_STATE_PRESENT:
        return "";
    case FZZF_STATE_MISSING:
        return fzzf__in(from, "缺失", "missing");
    case FZZF_STATE_NOT_ASSESSED:
        return fzzf__in(from, "未评", "not assessed");
    case FZZF_STATE_NOT_APPLICABLE:
        return fzzf__in(from, "不适用", "not applicable");
    case FZZF_STATE_DISPUTED:
        return fzzf__in(from, "有争议", "disputed");
    }
    return "";
}

/* The system's words for the observation, else its id. */
static void add_name(const struct fzzf__export *from, fzzf__text *page,
                     const struct fzzf_indicator *node,
                     const struct fzzf__observation *observation)
{
    const struct fzzf__observe *const observe =
        fzzf__observe_find(node, observation->id);

    fzzf__page_escape(page, observe != NULL && observe->title != NULL
                                ? observe->title
                                : observation->id);
    if (observation->period != NULL) {
        fzzf__text_add(page, fzzf__in(from, "（", " ("));
        fzzf__page_escape(page, observation->period);
        fzzf__text_add(page, fzzf__in(from, "）", ")"));
    }
}

static void add_value(const struct fzzf__export *from, fzzf__text *page,
                      const struct fzzf__observation *observation)
{
    const char *const value = observation->value;

    if (observation->state != FZZF_STATE_PRESENT) {
        fzzf__text_add(page, state_word(from, observation->state));
    } else if (observation->numerator != NULL) {
        fzzf__page_escape(page, observation->numerator);
        fzzf__text_add(page, " / ");
        fzzf__page_escape(page, observation->denominator);
    } else if (value != NULL) {
        fzzf__page_escape(
            page, strcmp(value, "yes") == 0  ? fzzf__in(from, "是", "yes")
                  : strcmp(value, "no") == 0 ? fzzf__in(from, "否", "no")
                                             : value);
    } else {
        fzzf__text_add_int(page, (long long)observation->entry_count);
        fzzf__text_add(page, fzzf__in(from, " 项", " entries"));
    }
}

static void add_statement(const struct fzzf__export *from, fzzf__text *page,
                          const struct fzzf_indicator *node,
                          const struct fzzf__statement *statement)
{
    if (statement == NULL) {
        fzzf__page_note(page, fzzf__in(from, "自评中没有填报该指标。",
                                       "The self-assessment says nothing of "
                                       "this indicator."));
        return;
    }
    if (statement->not_applicable) {
        fzzf__text_add(page, "<p class=\"plain\">");
        fzzf__text_add(page, fzzf__in(from, "不适用：", "Not applicable: "));
        fzzf__page_escape(page, statement->reason);
        fzzf__text_add(page, "</p>\n");
    }
    if (statement->observation_count == 0)
        return;
    fzzf__text_add(page, "<dl class=\"figures\">\n");
    for (size_t i = 0; i < statement->observation_count; i++) {
        fzzf__text_add(page, "<div><dt>");
        add_name(from, page, node, &statement->observations[i]);
        fzzf__text_add(page, "</dt><dd>");
        add_value(from, page, &statement->observations[i]);
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
    fzzf__page_begin(page, from->language, fzzf__argument(&title), "../../");
    fzzf__text_add(page, "<header>\n<p><a href=\"../../index.html\">");
    fzzf__text_add(page, fzzf__in(from, "自评报告", "Self-evaluation"));
    fzzf__text_add(page, "</a></p>\n<h1>");
    fzzf__page_escape(page, title.bytes);
    fzzf__text_add(page, "</h1>\n<p class=\"unit\">");
    fzzf__page_escape(page, from->declaration->unit_name);
    fzzf__text_add(page, "</p>\n<p>");
    fzzf__page_escape(page, folder->node->criterion);
    fzzf__text_add(page, "</p>\n</header>\n<main id=\"content\">\n");
    fzzf__text_free(&title);
}

static void add_table(const struct fzzf__export *from, fzzf__text *page,
                      const struct fzzf__material_folder *folder)
{
    const char *const names[] = {
        fzzf__in(from, "材料目录，另见 ", "Index of materials, also as "),
        fzzf__in(from, " 与 ", " and "),
        fzzf__in(from, "序号", "No."),
        fzzf__in(from, "材料", "Material"),
        fzzf__in(from, "种类", "Kind"),
        fzzf__in(from, "日期", "Date"),
        fzzf__in(from, "文件", "File")};

    fzzf__text_fill(
        page,
        "<div class=\"wide\">\n<table class=\"cards\">\n<caption>{0}"
        "<a href=\"index.csv\">CSV</a>{1}<a href=\"index.xml\">XML</a>"
        "</caption>\n<thead><tr>"
        "<th scope=\"col\" class=\"number\">{2}</th>"
        "<th scope=\"col\">{3}</th><th scope=\"col\">{4}</th>"
        "<th scope=\"col\" class=\"number\">{5}</th>"
        "<th scope=\"col\">{6}</th>"
        "<th scope=\"col\">SHA-256</th></tr></thead>\n<tbody>\n",
        names, 7);
    for (size_t i = 0; i < folder->count; i++)
        add_row(from, page, &folder->items[i], i + 1);
    fzzf__text_add(page, "</tbody>\n</table>\n</div>\n");
}

void fzzf__materials_page(const struct fzzf__export *from,
                          const struct fzzf__material_folder *folder,
                          fzzf__text *page)
{
    add_head(page, from, folder);
    fzzf__text_add(page, "<section>\n<h2>");
    fzzf__text_add(page, fzzf__in(from, "填报内容", "What is declared"));
    fzzf__text_add(page, "</h2>\n");
    add_statement(from, page, folder->node, folder->statement);
    fzzf__text_add(page, "</section>\n<section>\n<h2>");
    fzzf__text_add(page, fzzf__in(from, "佐证材料", "Evidence"));
    fzzf__text_add(page, "</h2>\n");
    if (folder->count == 0)
        fzzf__page_note(
            page, fzzf__in(from, "没有佐证材料。", "There is no evidence."));
    else
        add_table(from, page, folder);
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

static void add_material_csv(const struct fzzf__export *from, fzzf__text *page,
                             const struct fzzf__material_folder *folder,
                             const struct fzzf__material *material)
{
    const struct fzzf__evidence *const evidence = material->evidence;
    const char *const cells[] = {
        folder->node->id, folder->node->title, folder->name,
        evidence->id,     evidence->title,     kind_word(from, evidence->kind),
        evidence->date,   evidence->period,    evidence->href,
        material->file,   material->sha256};
    const size_t count = sizeof cells / sizeof cells[0];

    for (size_t i = 0; i < count; i++)
        fzzf__page_cell(page, cells[i], i + 1 == count);
}

void fzzf__materials_csv(const struct fzzf__export *from,
                         const struct fzzf__material_folder *folder,
                         fzzf__text *page)
{
    /* Spreadsheets take a file without the mark for the local encoding. */
    fzzf__text_add(page, "\xef\xbb\xbf");
    fzzf__text_add(
        page, fzzf__in(from,
                       "指标,指标名称,文件夹,材料编号,材料名称,种类,日期,"
                       "年度,链接,文件,SHA-256\r\n",
                       "indicator,indicator title,folder,id,title,kind,date,"
                       "period,link,file,SHA-256\r\n"));
    for (size_t i = 0; i < from->count; i++)
        for (size_t j = 0; j < from->folders[i].count; j++)
            if (folder == NULL || folder == &from->folders[i])
                add_material_csv(from, page, &from->folders[i],
                                 &from->folders[i].items[j]);
}
