/* SPDX-License-Identifier: Apache-2.0 */
/* The self-evaluation report as a page and as plain text. */

#include <string.h>

#include "report/export.h"
#include "report/page.h"

static const char *title_of(const struct fzzf__export *from)
{
    return from->declaration->type == FZZF_SINGLE_ITEM
               ? "法治政府建设单项示范创建自评报告"
               : "法治政府建设示范创建自评报告";
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
    fzzf__text_add(page, "～");
    add_number(from, page, outcome->high);
}

static void add_verdict(const struct fzzf__export *from, fzzf__text *page)
{
    if (from->result == NULL)
        return;
    fzzf__text_add(page, "<div><dt>得分</dt><dd>");
    add_score(from, page, &from->result->nodes[0]);
    fzzf__text_add(page, "</dd></div>\n<div><dt>是否达到申报条件</dt><dd>");
    fzzf__text_add(page, from->result->eligible == FZZF_YES  ? "是"
                         : from->result->eligible == FZZF_NO ? "否"
                                                             : "未定");
    fzzf__text_add(page, "</dd></div>\n");
}

static void add_head(const struct fzzf__export *from, fzzf__text *page)
{
    const struct fzzf_declaration *const declaration = from->declaration;

    fzzf__page_begin(page, title_of(from), "");
    fzzf__text_add(page, "<header>\n<p>");
    fzzf__page_escape(page, from->system->nodes[0].title);
    fzzf__text_add(page, "</p>\n<h1>");
    fzzf__text_add(page, title_of(from));
    fzzf__text_add(page, "</h1>\n<p class=\"unit\">");
    fzzf__page_escape(page, declaration->unit_name);
    fzzf__text_add(page, " <span class=\"code\">");
    fzzf__page_escape(page, declaration->unit_code);
    fzzf__text_add(page, "</span></p>\n");
    if (declaration->project != NULL) {
        fzzf__text_add(page, "<p>项目：");
        fzzf__page_escape(page, declaration->project);
        fzzf__text_add(page, "</p>\n");
    }
    if (declaration->batch != NULL) {
        fzzf__text_add(page, "<p>批次：");
        fzzf__page_escape(page, declaration->batch);
        fzzf__text_add(page, "</p>\n");
    }
    fzzf__text_add(page, "</header>\n<main id=\"content\">\n"
                         "<nav aria-label=\"目录\"><ul>"
                         "<li><a href=\"#measures\">举措</a></li>"
                         "<li><a href=\"#results\">成效</a></li>"
                         "<li><a href=\"#highlights\">亮点</a></li>"
                         "<li><a href=\"#indicators\">指标与材料</a></li>"
                         "</ul></nav>\n<dl class=\"figures\">\n");
    add_verdict(from, page);
    add_figure(page, "指标", from->count);
    add_figure(page, "佐证材料", from->materials);
    add_figure(page, "随附文件", from->files);
    add_figure(page, "没有材料的指标", from->empty);
    fzzf__text_add(page, "</dl>\n");
}

static void add_part(fzzf__text *page, const char *id, const char *title,
                     const char *text)
{
    fzzf__text_add(page, "<section id=\"");
    fzzf__text_add(page, id);
    fzzf__text_add(page, "\">\n<h2>");
    fzzf__text_add(page, title);
    fzzf__text_add(page, "</h2>\n");
    if (text == NULL || text[strspn(text, " \t\r\n")] == '\0')
        fzzf__text_add(page, "<p class=\"plain\">未填写。</p>\n");
    else
        fzzf__page_paragraphs(page, text);
    fzzf__text_add(page, "</section>\n");
}

static void add_met(fzzf__text *page, const struct fzzf__node_result *outcome)
{
    fzzf__text_add(
        page, outcome == NULL || outcome->met == FZZF_UNDETERMINED
                  ? "<span class=\"open\">未定</span>"
              : outcome->met == FZZF_YES ? "<span class=\"yes\">符合</span>"
              : outcome->met == FZZF_NO  ? "<span class=\"no\">不符合</span>"
                                        : "<span class=\"open\">不适用</span>");
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
        add_met(page, outcome);
        fzzf__text_add(page, "</td>");
    }
    fzzf__text_add(page, "<td class=\"number\">");
    if (folder->count == 0)
        fzzf__text_add(page, "<span class=\"no\">无</span>");
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
    fzzf__text_add(page, "<h3>");
    fzzf__page_escape(page, top->title);
    fzzf__text_add(page, "</h3>\n<div class=\"wide\">\n<table>\n<caption>"
                         "各项指标与材料件数</caption>\n<thead><tr>"
                         "<th scope=\"col\" class=\"number\">编号</th>"
                         "<th scope=\"col\">指标</th>");
    if (from->result != NULL)
        fzzf__text_add(page, "<th scope=\"col\" class=\"number\">得分</th>"
                             "<th scope=\"col\">结论</th>");
    fzzf__text_add(page, "<th scope=\"col\" class=\"number\">材料</th></tr>"
                         "</thead>\n<tbody>\n");
}

static void add_indicators(const struct fzzf__export *from, fzzf__text *page)
{
    size_t top = 0;

    fzzf__text_add(page, "<section id=\"indicators\">\n<h2>指标与材料</h2>\n"
                         "<p class=\"plain\">全部材料的目录："
                         "<a href=\"index.csv\">CSV</a>、"
                         "<a href=\"index.xml\">XML</a>。</p>\n");
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

void fzzf__report_page(const struct fzzf__export *from, fzzf__text *page)
{
    const struct fzzf_declaration *const declaration = from->declaration;

    add_head(from, page);
    add_part(page, "measures", "一、工作举措", declaration->measures);
    add_part(page, "results", "二、工作成效", declaration->results);
    add_part(page, "highlights", "三、工作亮点", declaration->highlights);
    add_indicators(from, page);
    fzzf__page_end(page);
}

static void add_plain_part(fzzf__text *page, const char *title,
                           const char *text)
{
    fzzf__text_add(page, "\n");
    fzzf__text_add(page, title);
    fzzf__text_add(page, "\n");
    fzzf__text_add(page, text == NULL ? "（未填写）" : text);
    fzzf__text_add(page, "\n");
}

void fzzf__report_plain(const struct fzzf__export *from, fzzf__text *page)
{
    const struct fzzf_declaration *const declaration = from->declaration;

    fzzf__text_add(page, title_of(from));
    fzzf__text_add(page, "\n\n");
    fzzf__text_add(page, declaration->unit_name);
    fzzf__text_add(page, "（");
    fzzf__text_add(page, declaration->unit_code);
    fzzf__text_add(page, "）\n");
    add_plain_part(page, "一、工作举措", declaration->measures);
    add_plain_part(page, "二、工作成效", declaration->results);
    add_plain_part(page, "三、工作亮点", declaration->highlights);
    fzzf__text_add(page, "\n四、指标与材料\n");
    for (size_t i = 0; i < from->count; i++) {
        fzzf__text_add(page, from->folders[i].node->id);
        fzzf__text_add(page, " ");
        fzzf__text_add(page, from->folders[i].node->title);
        fzzf__text_add(page, "：材料 ");
        fzzf__text_add_int(page, (long long)from->folders[i].count);
        fzzf__text_add(page, " 件\n");
    }
}
