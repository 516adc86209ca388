/* SPDX-License-Identifier: Apache-2.0 */
/* Extensions: the text that is kept of them. */

#include "unit/xml/reading.h"

#include "model/system.h"

#define DOCUMENT(more, inside)                                                 \
    "<f:system xmlns:f=\"urn:fzzf:1\"" more " id=\"s\" edition=\"1\""          \
    " title=\"t\"><f:indicator id=\"1\" title=\"t\"/>" inside "</f:system>"

static void check(const char *document, const char *first, const char *second)
{
    fzzf_source source = text_of(document);
    const struct fzzf__extension *extension;
    struct fzzf_system *system = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_xml_read_system(&system, &source, NULL),
                          FZZF_OK);
    extension = system->nodes[0].extensions;
    CU_ASSERT_PTR_NOT_NULL_FATAL(extension);
    CHECK_TEXT(extension->xml, first);
    extension = extension->next;
    CHECK_TEXT(extension == NULL ? NULL : extension->xml, second);
    fzzf_system_unref(system);
}

static void keeps_the_order(void)
{
    check(DOCUMENT("", "<f:extension>a</f:extension>"
                       "<f:extension>b</f:extension>"),
          "<extension xmlns=\"urn:fzzf:1\">a</extension>",
          "<extension xmlns=\"urn:fzzf:1\">b</extension>");
}

static void declares_the_prefixes_that_are_used(void)
{
    check(DOCUMENT(" xmlns:a=\"urn:a\" xmlns:b=\"urn:b\" xmlns:c=\"urn:c\""
                   " xmlns:d=\"urn:d\"",
                   "<f:extension xmlns:b=\"urn:b2\"><a:x b:at=\"c:name\"/>"
                   "</f:extension>"),
          "<extension xmlns=\"urn:fzzf:1\" xmlns:a=\"urn:a\""
          " xmlns:c=\"urn:c\" xmlns:b=\"urn:b2\"><a:x b:at=\"c:name\"/>"
          "</extension>",
          NULL);
}

static void keeps_default_namespaces_apart(void)
{
    check(DOCUMENT(" xmlns=\"urn:o\"",
                   "<f:extension><x><y/><z xmlns=\"\"><w/></z></x><x/>"
                   "</f:extension>"),
          "<extension xmlns=\"urn:fzzf:1\"><x xmlns=\"urn:o\"><y/>"
          "<z xmlns=\"\"><w/></z></x><x xmlns=\"urn:o\"/></extension>",
          NULL);
    check(DOCUMENT("", "<f:extension><x/></f:extension>"),
          "<extension xmlns=\"urn:fzzf:1\"><x xmlns=\"\"/></extension>", NULL);
}

static void escapes_what_must_be(void)
{
    check(DOCUMENT("",
                   "<f:extension><x xmlns=\"urn:x\" a='\"&lt;&amp;&#10;&#9;>'>"
                   "&lt;&amp;>&#13;<![CDATA[<b>]]><!-- c --></x>"
                   "</f:extension>"),
          "<extension xmlns=\"urn:fzzf:1\"><x xmlns=\"urn:x\""
          " a=\"&quot;&lt;&amp;&#10;&#9;&gt;\">&lt;&amp;&gt;&#13;&lt;b&gt;</x>"
          "</extension>",
          NULL);
}

/* What was kept, put into a document again, is kept as it is. */
static void comes_back_the_same(void)
{
    check("<system xmlns=\"urn:fzzf:1\" id=\"s\" edition=\"1\" title=\"t\">"
          "<indicator id=\"1\" title=\"t\"/>"
          "<extension xmlns=\"urn:fzzf:1\" xmlns:a=\"urn:a\"><a:x>&amp; "
          "<y xmlns=\"urn:o\"/></a:x>\n </extension></system>",
          "<extension xmlns=\"urn:fzzf:1\" xmlns:a=\"urn:a\"><a:x>&amp; "
          "<y xmlns=\"urn:o\"/></a:x>\n </extension>",
          NULL);
}

CU_TestInfo extension_tests[] = {
    {"keeps the order", keeps_the_order},
    {"declares the prefixes that are used",
     declares_the_prefixes_that_are_used},
    {"keeps default namespaces apart", keeps_default_namespaces_apart},
    {"escapes what must be", escapes_what_must_be},
    {"comes back the same", comes_back_the_same},
    CU_TEST_INFO_NULL,
};
