/* SPDX-License-Identifier: Apache-2.0 */
/* Escapes what goes into pages and tables, and frames pages. */

#include "report/page.h"

#include <string.h>
#include <strings.h>

static const char *escape_of(char byte)
{
    switch (byte) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    case '\r':
        return "&#13;";
    case '\n':
        return "&#10;";
    default:
        return "&#9;";
    }
}

static void escape(fzzf__text *page, const char *text, size_t length)
{
    while (length > 0) {
        size_t plain = strcspn(text, "&<>\"'\r\n\t");

        if (plain > length)
            plain = length;
        fzzf__text_addn(page, text, plain);
        text += plain;
        length -= plain;
        if (length == 0)
            return;
        fzzf__text_add(page, escape_of(*text++));
        length--;
    }
}

void fzzf__page_escape(fzzf__text *page, const char *text)
{
    if (text != NULL)
        escape(page, text, strlen(text));
}

void fzzf__page_paragraphs(fzzf__text *page, const char *text)
{
    while (text != NULL && *text != '\0') {
        const size_t length = strcspn(text, "\r\n");
        const size_t blank = strspn(text, " \t");

        if (blank < length) {
            fzzf__text_add(page, "<p>");
            escape(page, text + blank, length - blank);
            fzzf__text_add(page, "</p>\n");
        }
        text += length + strspn(text + length, "\r\n");
    }
}

void fzzf__page_attr(fzzf__text *page, const char *name, const char *value)
{
    if (value == NULL)
        return;
    fzzf__text_add(page, " ");
    fzzf__text_add(page, name);
    fzzf__text_add(page, "=\"");
    fzzf__page_escape(page, value);
    fzzf__text_add(page, "\"");
}

void fzzf__page_note(fzzf__text *page, const char *text)
{
    fzzf__text_fill(page, "<p class=\"plain\">{0}</p>\n", &text, 1);
}

void fzzf__page_mark(fzzf__text *page, const char *colour, const char *word)
{
    const char *const words[] = {colour, word};

    fzzf__text_fill(page, "<span class=\"{0}\">{1}</span>", words, 2);
}

void fzzf__page_cell(fzzf__text *page, const char *text, int last)
{
    const char *at = text == NULL ? "" : text;
    const int guard = *at != '\0' && strchr("=+-@\t\r", *at) != NULL;

    fzzf__text_add(page, guard ? "\"'" : "\"");
    for (; *at != '\0'; at++)
        fzzf__text_addn(page, *at == '"' ? "\"\"" : at, *at == '"' ? 2 : 1);
    fzzf__text_add(page, last ? "\"\r\n" : "\",");
}

void fzzf__page_begin(fzzf__text *page, fzzf_language language,
                      const char *title, const char *root)
{
    const bool zh = language == FZZF_CHINESE;
    const char *const words[] = {zh ? "zh-CN" : "en", root,
                                 zh ? "跳到正文" : "Skip to the text"};

    fzzf__text_fill(page,
                    "<!DOCTYPE html>\n<html lang=\"{0}\">\n<head>\n"
                    "<meta charset=\"utf-8\"/>\n<title>",
                    words, 3);
    fzzf__page_escape(page, title);
    fzzf__text_fill(page,
                    "</title>\n<meta name=\"viewport\" "
                    "content=\"width=device-width, initial-scale=1\"/>\n"
                    "<link rel=\"stylesheet\" href=\"{1}style.css\"/>\n"
                    "</head>\n<body>\n"
                    "<a class=\"skip\" href=\"#content\">{2}</a>\n",
                    words, 3);
}

void fzzf__page_end(fzzf__text *page)
{
    fzzf__text_add(page, "</main>\n</body>\n</html>\n");
}

int fzzf__page_is_link(const char *href)
{
    return href != NULL && (strncasecmp(href, "http://", 7) == 0 ||
                            strncasecmp(href, "https://", 8) == 0);
}
