/* SPDX-License-Identifier: Apache-2.0 */
/* The self-evaluation report as a page and as plain text. */

#include <string.h>

#include "report/export.h"
#include "report/page.h"

static const char *title_of(const struct fzzf__export *from)
{
    if (from->declaration->type == FZZF_SINGLE_ITEM)
        return fzzf__in(from, "法治政府建设单项示范创建自评报告",
                        "Self-evaluation report: single-item demonstration of "
                        "law-based government");
    return fzzf__in(from, "法治政府建设示范创建自评报告",
                    "Self-evaluation report: demonstration of law-based "
                    "government");
}

const struct fzzf__node_result *
fzzf__export_outcome(const struct fzzf__export *from,
                     const struct fzzf_indicator *node)
{
    size_t index;

    if (from->result == NULL)
        return NULL;
    index = fzzf__names_find(&from->result->system->by_id, node->id);
    return index == FZZF__NO_NAME ? NULL : &from->result->nodes[index];
}

static void add_figure(fzzf__text *page, const char *name, size_t value)
{
    fzzf__text_add(page, "<div><dt>");
    fzzf__text_add(page, name);
    fzzf__text_add(page, "</dt><dd>");
    fzzf__text_add_int(page, (long long)value);
    fzzf__text_add(page, "</dd></div>\n");
}

/* A number at the contract's places; one that is very long as it is. */
static void add_number(const struct fzzf__export *from, fzzf__text *page,
                       const fzzf_number *number)
{
    char text[64];
    const size_t length = fzzf_number_format(
        number, fzzf_contract_display_places(from->result->contract),
        fzzf_contract_rounding(from->result->contract), text, sizeof text);

    if (length == 0)
        page->failed = 1;
    else
        fzzf__text_add(page,
                       length < sizeof text ? text : fzzf_number_exact(number));
}

static int is_open(const fzzf_number *number)
{
    return number == NULL || strstr(fzzf_number_exact(number), "inf") != NULL;
}

/* A score; both ends when data are missing. */
static void add_score(const struct fzzf__export *from, fzzf__text *page,
                      const struct fzzf__node_result *outcome)
{
    if (is_open(outcome->score) || is_open(outcome->high)) {
        fzzf__text_add(page, "—");
        return;
    }
    add_number(from, page, outcome->score);
    if (fzzf_number_compare(outcome->score, outcome->high) == 0)
        return;
    fzzf__text_add(page, fzzf__in(from, "～", " to "));
    add_number(from, page, outcome->high);
}

static void add_verdict(const struct fzzf__export *from, fzzf__text *page)
{
    if (from->result == NULL)
        return;
    fzzf__text_add(page, "<div><dt>");
    fzzf__text_add(page, fzzf__in(from, "得分", "Score"));
    fzzf__text_add(page, "</dt><dd>");
    add_score(from, page, &from->result->nodes[0]);
    fzzf__text_add(page, "</dd></div>\n<div><dt>");
    fzzf__text_add(page, fzzf__in(from, "是否达到申报条件", "Eligible"));
    fzzf__text_add(page, "</dt><dd>");
    fzzf__text_add(page, from->result->eligible == FZZF_YES
                             ? fzzf__in(from, "是", "Yes")
                         : from->result->eligible == FZZF_NO
                             ? fzzf__in(from, "否", "No")
                             : fzzf__in(from, "未定", "Open"));
    fzzf__text_add(page, "</dd></div>\n");
}

static void add_line(fzzf__text *page, const char *what, const char *text)
{
    if (text == NULL)
        return;
    fzzf__text_add(page, "<p>");
    fzzf__text_add(page, what);
    fzzf__page_escape(page, text);
    fzzf__text_add(page, "</p>\n");
}

static void add_header(const struct fzzf__export *from, fzzf__text *page)
{
    const struct fzzf_declaration *const declaration = from->declaration;

    fzzf__page_begin(page, from->language, title_of(from), "");
    fzzf__text_add(page, "<header>\n");
    add_line(page, "", from->system->nodes[0].title);
    fzzf__text_add(page, "<h1>");
    fzzf__text_add(page, title_of(from));
    fzzf__text_add(page, "</h1>\n<p class=\"unit\">");
    fzzf__page_escape(page, declaration->unit_name);
    fzzf__text_add(page, " <span class=\"code\">");
    fzzf__page_escape(page, declaration->unit_code);
    fzzf__text_add(page, "</span></p>\n");
    add_line(page, fzzf__in(from, "项目：", "Project: "), declaration->project);
    add_line(page, fzzf__in(from, "批次：", "Batch: "), declaration->batch);
    fzzf__text_add(page, "</header>\n");
}

static void add_head(const struct fzzf__export *from, fzzf__text *page)
{
    const char *const names[] = {
        fzzf__in(from, "目录", "Contents"), fzzf__in(from, "举措", "Measures"),
        fzzf__in(from, "成效", "Results"), fzzf__in(from, "亮点", "Highlights"),
        fzzf__in(from, "指标与材料", "Indicators and materials")};

    add_header(from, page);
    fzzf__text_fill(page,
                    "<main id=\"content\">\n<nav aria-label=\"{0}\"><ul>"
                    "<li><a href=\"#measures\">{1}</a></li>"
                    "<li><a href=\"#results\">{2}</a></li>"
                    "<li><a href=\"#highlights\">{3}</a></li>"
                    "<li><a href=\"#indicators\">{4}</a></li>"
                    "</ul></nav>\n<dl class=\"figures\">\n",
                    names, 5);
    add_verdict(from, page);
    add_figure(page, fzzf__in(from, "指标", "Indicators"), from->count);
    add_figure(page, fzzf__in(from, "佐证材料", "Pieces of evidence"),
               from->materials);
    add_figure(page, fzzf__in(from, "随附文件", "Files enclosed"), from->files);
    add_figure(page, fzzf__in(from, "没有材料的指标", "Without evidence"),
               from->empty);
    fzzf__text_add(page, "</dl>\n");
}

/* The three parts of the report: where they stand, and what they are called. */
static const struct {
    const char *id, *zh, *en;
} parts[] = {
    {"measures", "一、工作举措", "1. Measures"},
    {"results", "二、工作成效", "2. Results"},
    {"highlights", "三、工作亮点", "3. Highlights"},
};

static const char *text_of(const struct fzzf__export *from, size_t part)
{
    const struct fzzf_declaration *const declaration = from->declaration;
    const char *const texts[] = {declaration->measures, declaration->results,
                                 declaration->highlights};

    return texts[part];
}

static void add_part(const struct fzzf__export *from, fzzf__text *page,
                     size_t part)
{
    const char *const text = text_of(from, part);

    fzzf__text_add(page, "<section id=\"");
    fzzf__text_add(page, parts[part].id);
    fzzf__text_add(page, "\">\n<h2>");
    fzzf__text_add(page, fzzf__in(from, parts[part].zh, parts[part].en));
    fzzf__text_add(page, "</h2>\n");
    if (text == NULL || text[strspn(text, " \t\r\n")] == '\0') {
        fzzf__page_note(page, fzzf__in(from, "未填写。", "Not filled in."));
    } else {
        fzzf__page_paragraphs(page, text);
    }
    fzzf__text_add(page, "</section>\n");
}

static void add_met(const struct fzzf__export *from, fzzf__text *page,
                    const struct fzzf__node_result *outcome)
{
    const fzzf_answer met = outcome == NULL ? FZZF_UNDETERMINED : outcome->met;

    fzzf__page_mark(page,
                    met == FZZF_YES  ? "yes"
                    : met == FZZF_NO ? "no"
                                     : "open",
                    met == FZZF_UNDETERMINED ? fzzf__in(from, "未定", "open")
                    : met == FZZF_YES        ? fzzf__in(from, "符合", "met")
                    : met == FZZF_NO
                        ? fzzf__in(from, "不符合", "not met")
                        : fzzf__in(from, "不适用", "not applicable"));
}

static void add_row(const struct fzzf__export *from, fzzf__text *page,
                    const struct fzzf__material_folder *folder)
{
    const struct fzzf__node_result *const outcome =
        fzzf__export_outcome(from, folder->node);

    fzzf__text_add(page, "<tr><td class=\"number\">");
    fzzf__page_escape(page, folder->node->number != NULL ? folder->node->number
                                                         : folder->node->id);
    fzzf__text_add(page, "</td><th scope=\"row\"><a href=\"materials/");
    fzzf__page_escape(page, folder->name);
    fzzf__text_add(page, "/index.html\">");
    fzzf__page_escape(page, folder->node->title);
    fzzf__text_add(page, "</a></th>");
    if (from->result != NULL) {
        fzzf__text_add(page, "<td class=\"number\">");
        if (outcome != NULL)
            add_score(from, page, outcome);
        fzzf__text_add(page, "</td><td>");
        add_met(from, page, outcome);
        fzzf__text_add(page, "</td>");
    }
    fzzf__text_add(page, "<td class=\"number\">");
    if (folder->count == 0)
        fzzf__page_mark(page, "no", fzzf__in(from, "无", "none"));
    else
        fzzf__text_add_int(page, (long long)folder->count);
    fzzf__text_add(page, "</td></tr>\n");
}

/* The index of the first-level indicator that @node is below, or is. */
static size_t top_of(const struct fzzf_system *system,
                     const struct fzzf_indicator *node)
{
    size_t index = node->index;

    while (system->nodes[index].level > 1)
        index = system->nodes[index].parent;
    return index;
}

static void open_table(const struct fzzf__export *from, fzzf__text *page,
                       const struct fzzf_indicator *top)
{
    const char *const names[] = {
        fzzf__in(from, "各项指标与材料件数", "Indicators and their materials"),
        fzzf__in(from, "编号", "No."),
        fzzf__in(from, "指标", "Indicator"),
        fzzf__in(from, "得分", "Score"),
        fzzf__in(from, "结论", "Verdict"),
        fzzf__in(from, "材料", "Materials")};

    fzzf__text_add(page, "<h3>");
    fzzf__page_escape(page, top->title);
    fzzf__text_fill(page,
                    "</h3>\n<div class=\"wide\">\n<table>\n<caption>"
                    "{0}</caption>\n<thead><tr>"
                    "<th scope=\"col\" class=\"number\">{1}</th>"
                    "<th scope=\"col\">{2}</th>",
                    names, 6);
    if (from->result != NULL)
        fzzf__text_fill(page,
                        "<th scope=\"col\" class=\"number\">{3}</th>"
                        "<th scope=\"col\">{4}</th>",
                        names, 6);
    fzzf__text_fill(page,
                    "<th scope=\"col\" class=\"number\">{5}</th></tr>"
                    "</thead>\n<tbody>\n",
                    names, 6);
}

static void add_indicators(const struct fzzf__export *from, fzzf__text *page)
{
    const char *const names[] = {
        fzzf__in(from, "指标与材料", "Indicators and materials"),
        fzzf__in(from, "全部材料的目录：", "Index of all materials: "),
        fzzf__in(from, "、", ", "), fzzf__in(from, "。", ".")};
    size_t top = 0;

    fzzf__text_fill(page,
                    "<section id=\"indicators\">\n<h2>{0}</h2>\n"
                    "<p class=\"plain\">{1}<a href=\"index.csv\">CSV</a>{2}"
                    "<a href=\"index.xml\">XML</a>{3}</p>\n",
                    names, 4);
    for (size_t i = 0; i < from->count; i++) {
        const size_t own = top_of(from->system, from->folders[i].node);

        if (own != top) {
            if (top != 0)
                fzzf__text_add(page, "</tbody>\n</table>\n</div>\n");
            open_table(from, page, &from->system->nodes[own]);
            top = own;
        }
        add_row(from, page, &from->folders[i]);
    }
    if (top != 0)
        fzzf__text_add(page, "</tbody>\n</table>\n</div>\n");
    fzzf__text_add(page, "</section>\n");
}

#define PARTS (sizeof parts / sizeof parts[0])

void fzzf__report_page(const struct fzzf__export *from, fzzf__text *page)
{
    add_head(from, page);
    for (size_t i = 0; i < PARTS; i++)
        add_part(from, page, i);
    add_indicators(from, page);
    fzzf__page_end(page);
}

static void add_plain_part(const struct fzzf__export *from, fzzf__text *page,
                           size_t part)
{
    const char *const text = text_of(from, part);

    fzzf__text_add(page, "\n");
    fzzf__text_add(page, fzzf__in(from, parts[part].zh, parts[part].en));
    fzzf__text_add(page, "\n");
    fzzf__text_add(page, text == NULL
                             ? fzzf__in(from, "（未填写）", "(not filled in)")
                             : text);
    fzzf__text_add(page, "\n");
}

static void add_plain_row(const struct fzzf__export *from, fzzf__text *page,
                          const struct fzzf__material_folder *folder)
{
    fzzf__text_add(page, folder->node->id);
    fzzf__text_add(page, " ");
    fzzf__text_add(page, folder->node->title);
    fzzf__text_add(page, fzzf__in(from, "：材料 ", ": materials "));
    fzzf__text_add_int(page, (long long)folder->count);
    fzzf__text_add(page, fzzf__in(from, " 件\n", "\n"));
}

void fzzf__report_plain(const struct fzzf__export *from, fzzf__text *page)
{
    const char *const words[] = {title_of(from), from->declaration->unit_name,
                                 from->declaration->unit_code};

    fzzf__text_fill(page,
                    fzzf__in(from, "{0}\n\n{1}（{2}）\n", "{0}\n\n{1} ({2})\n"),
                    words, 3);
    for (size_t i = 0; i < PARTS; i++)
        add_plain_part(from, page, i);
    fzzf__text_add(page, fzzf__in(from, "\n四、指标与材料\n",
                                  "\n4. Indicators and materials\n"));
    for (size_t i = 0; i < from->count; i++)
        add_plain_row(from, page, &from->folders[i]);
}
