/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/report/page.c. */

#include "report/page.h"

#include <string.h>

#include "unit/suites.h"

/* What @text becomes by @make. */
static void makes(void (*make)(fzzf__text *page, const char *text),
                  const char *text, const char *expected)
{
    fzzf__text page = {0};

    fzzf__text_add(&page, "");
    make(&page, text);
    CHECK_TEXT(page.bytes, expected);
    fzzf__text_free(&page);
}

static void escapes_what_markup_would_take(void)
{
    makes(fzzf__page_escape, "<a b='1' c=\"2\">&",
          "&lt;a b=&#39;1&#39; c=&quot;2&quot;&gt;&amp;");
    makes(fzzf__page_escape, NULL, "");
    makes(fzzf__page_paragraphs, "  一\r\n\n \t\n二<b>\n",
          "<p>一</p>\n<p>二&lt;b&gt;</p>\n");
    makes(fzzf__page_paragraphs, NULL, "");
}

static void last_cell(fzzf__text *page, const char *text)
{
    fzzf__page_cell(page, text, 1);
}

static void cell(fzzf__text *page, const char *text)
{
    fzzf__page_cell(page, text, 0);
}

static void spreadsheets_run_no_cell(void)
{
    makes(cell, "a\"b", "\"a\"\"b\",");
    makes(last_cell, NULL, "\"\"\r\n");
    makes(cell, "=1+1", "\"'=1+1\",");
    makes(cell, "+1", "\"'+1\",");
    makes(cell, "-1", "\"'-1\",");
    makes(cell, "@a", "\"'@a\",");
    makes(cell, "\ta", "\"'\ta\",");
    makes(cell, "1=1", "\"1=1\",");
}

static void only_the_network_is_linked_to(void)
{
    CU_ASSERT_TRUE(fzzf__page_is_link("https://example.org"));
    CU_ASSERT_TRUE(fzzf__page_is_link("HTTP://example.org"));
    CU_ASSERT_FALSE(fzzf__page_is_link("javascript:alert(1)"));
    CU_ASSERT_FALSE(fzzf__page_is_link("files/a.pdf"));
    CU_ASSERT_FALSE(fzzf__page_is_link(NULL));
}

static void a_page_says_its_language_and_title(void)
{
    static const char *const begins[] = {
        [FZZF_CHINESE] = "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n"
                         "<meta charset=\"utf-8\"/>\n<title>甲&lt;</title>\n",
        [FZZF_ENGLISH] = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
                         "<meta charset=\"utf-8\"/>\n<title>甲&lt;</title>\n"};

    for (int i = 0; i < 2; i++) {
        fzzf__text page = {0};

        fzzf__page_begin(&page, (fzzf_language)i, "甲<", "../");
        CU_ASSERT_EQUAL(strncmp(page.bytes, begins[i], strlen(begins[i])), 0);
        CU_ASSERT_PTR_NOT_NULL(strstr(page.bytes, "href=\"../style.css\"/>"));
        fzzf__text_free(&page);
    }
}

CU_TestInfo page_tests[] = {
    {"escapes what markup would take", escapes_what_markup_would_take},
    {"spreadsheets run no cell", spreadsheets_run_no_cell},
    {"only the network is linked to", only_the_network_is_linked_to},
    {"a page says its language and title", a_page_says_its_language_and_title},
    CU_TEST_INFO_NULL,
};
