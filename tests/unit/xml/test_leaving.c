/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/xml/inspect.c. The number is the example of GB 11643. */

#include "unit/xml/reading.h"

#define NUMBER "11010519491231002X"

/* Looks into @text; the line of the first finding, which names @what. */
static long look(const char *text, const char *what)
{
    fzzf_source source = text_of(text);
    fzzf_diags *diags = new_diags();
    long line = 0;

    CU_ASSERT_EQUAL(fzzf_xml_inspect(&source, diags),
                    what == NULL ? FZZF_OK : FZZF_E_SCHEMA);
    if (what != NULL) {
        CU_ASSERT_EQUAL(first_code(diags), FZZF__F_IDENTITY_STAYS);
        CHECK_TEXT(fzzf_diags_argument(diags, 0, 0), what);
        CHECK_TEXT(fzzf_diags_argument(diags, 0, 1), "110105********002X");
        line = fzzf_diags_line(diags, 0);
    }
    fzzf_diags_free(diags);
    return line;
}

static void looks_into_every_corner(void)
{
    CU_ASSERT_EQUAL(look("<a>\n <b c='1' d='" NUMBER "'/></a>", "d"), 2);
    CU_ASSERT_EQUAL(look("<a>\n <b>" NUMBER "</b></a>", "b"), 2);
    CU_ASSERT_EQUAL(look("<a>\n <b/><!-- " NUMBER " --></a>", "comment"), 2);
    CU_ASSERT_EQUAL(look("<a>\n <b/><?p " NUMBER "?></a>", "comment"), 2);
    CU_ASSERT_EQUAL(look("<a\n xmlns:x='urn:" NUMBER "'/>", "xmlns"), 1);
    CU_ASSERT_EQUAL(look("<a>&#49;1010519491231002X</a>", "a"), 1);
    CU_ASSERT_EQUAL(look("<a><![CDATA[" NUMBER "]]></a>", "a"), 1);
    (void)look("<a b='11010519491231'><c>002X</c></a>", NULL);
}

/* A text comes in pieces where the parser's chunks end. */
static void joins_what_the_parser_parts(void)
{
    static char text[70000];

    memset(text, ' ', sizeof text - 1);
    memcpy(text, "<a>", 3);
    memcpy(text + 65530, NUMBER, sizeof NUMBER - 1);
    memcpy(text + sizeof text - 5, "</a>", 5);
    CU_ASSERT_EQUAL(look(text, "a"), 1);
}

static void refuses_what_is_no_document(void)
{
    fzzf_source source = text_of("<a>");

    CU_ASSERT_EQUAL(fzzf_xml_inspect(&source, NULL), FZZF_E_SYNTAX);
    CU_ASSERT_EQUAL(fzzf_xml_inspect(NULL, NULL), FZZF_E_ARGUMENT);
}

CU_TestInfo leaving_tests[] = {
    {"looks into every corner", looks_into_every_corner},
    {"joins what the parser parts", joins_what_the_parser_parts},
    {"refuses what is no document", refuses_what_is_no_document},
    CU_TEST_INFO_NULL,
};
