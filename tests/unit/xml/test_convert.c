/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/xml/convert.c and rewrite.c. */

#include "unit/xml/reading.h"

static int collect(void *user, const char *bytes, size_t size)
{
    fzzf__text_addn(user, bytes, size);
    return 0;
}

static fzzf_status convert(const char *bytes, size_t length,
                           const char *encoding, fzzf__text *text)
{
    fzzf_source source = bytes_of(bytes, length);

    return fzzf_xml_convert(&source, encoding, collect, text, NULL, NULL);
}

static void becomes(const char *text, const char *expected)
{
    fzzf__text made = {0}, again = {0};

    CU_ASSERT_EQUAL(convert(text, strlen(text), NULL, &made), FZZF_OK);
    CHECK_TEXT(made.bytes, expected);
    CU_ASSERT_EQUAL(convert(made.bytes, made.length, NULL, &again), FZZF_OK);
    CHECK_TEXT(again.bytes, expected); /* canonical is canonical */
    fzzf__text_free(&made);
    fzzf__text_free(&again);
}

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define ONE                                                                    \
    "<declaration id=\"d\" system=\"s\" type=\"comprehensive\">"               \
    "<unit level=\"county\" name=\"甲\" code=\"990001\"/>"                    \
    "<assessment assessor=\"self\"/></declaration>"
#define ONE_WRITTEN(indent, xmlns)                                             \
    indent "<declaration" xmlns                                                \
           " id=\"d\" system=\"s\" type=\"comprehensive\">\n" indent           \
           "  <unit code=\"990001\" name=\"甲\" level=\"county\"/>\n" indent   \
           "  <assessment assessor=\"self\"/>\n" indent "</declaration>\n"

static void puts_declarations_in_order(void)
{
    becomes("<!-- gone --><f:declaration xmlns:f='urn:fzzf:1' type="
            "'comprehensive' system='s' id='d'><f:unit level='county' "
            "code='990001' name='甲'/><f:assessment assessor='self'/>"
            "</f:declaration>",
            HEAD ONE_WRITTEN("", " xmlns=\"urn:fzzf:1\""));
    becomes("<declarations " NS " batch='b'>" ONE "</declarations>", HEAD
            "<declarations xmlns=\"urn:fzzf:1\" batch=\"b\">\n" ONE_WRITTEN(
                "  ", "") "</declarations>\n");
}

static void keeps_records_and_their_extensions(void)
{
    becomes("<phase-scores " NS " batch='b'><extension><x:a xmlns:x='urn:x' "
            "k='1'> t </x:a></extension></phase-scores>",
            HEAD "<phase-scores xmlns=\"urn:fzzf:1\" batch=\"b\">\n"
                 "  <extension xmlns=\"urn:fzzf:1\"><x:a xmlns:x=\"urn:x\" "
                 "k=\"1\"> t </x:a>"
                 "</extension>\n</phase-scores>\n");
}

/* What was entered stays; what is written again does not tell. */
static void masks_identity_numbers(void)
{
    becomes("<declaration " NS " id='d' system='s' type='comprehensive'>"
            "<unit code='990001' name='甲 110105 19491231 002X' "
            "level='county'/><report><measures>见 110105491231002。</measures>"
            "</report><assessment assessor='self'/></declaration>",
            HEAD "<declaration xmlns=\"urn:fzzf:1\" id=\"d\" system=\"s\" "
                 "type=\"comprehensive\">\n"
                 "  <unit code=\"990001\" name=\"甲 110105********002X\" "
                 "level=\"county\"/>\n  <report>\n"
                 "    <measures>见 110105******002。</measures>\n"
                 "  </report>\n  <assessment assessor=\"self\"/>\n"
                 "</declaration>\n");
}

static void writes_results_element_by_element(void)
{
    fzzf__text stored = {0}, made = {0};

    load(&stored, "tests/cases/xml/valid/result.xml");
    CU_ASSERT_EQUAL(convert(stored.bytes, stored.length, NULL, &made), FZZF_OK);
    CU_ASSERT_PTR_NOT_NULL(strstr(made.bytes, "<result xmlns=\"urn:fzzf:1\""));
    CU_ASSERT_PTR_NULL(strstr(made.bytes, "<!--"));
    fzzf__text_free(&stored);
    stored = made;
    made = (fzzf__text){0};
    CU_ASSERT_EQUAL(convert(stored.bytes, stored.length, NULL, &made), FZZF_OK);
    CHECK_TEXT(made.bytes, stored.bytes);
    fzzf__text_free(&stored);
    fzzf__text_free(&made);
}

static int refuse(void *user, const char *bytes, size_t size)
{
    (void)user, (void)bytes, (void)size;
    return 1;
}

static void refuses_what_does_not_hold(void)
{
    fzzf_source source = text_of("<declaration " NS " id='d'/>");
    fzzf__text made = {0};

    CU_ASSERT_EQUAL(convert("<html/>", 7, NULL, &made), FZZF_E_SCHEMA);
    CU_ASSERT_EQUAL(convert("<a>\xb7</a>", 8, "GB18030", &made), FZZF_E_SYNTAX);
    CU_ASSERT_EQUAL(fzzf_xml_convert(&source, NULL, collect, &made, NULL, NULL),
                    FZZF_E_SCHEMA);
    CU_ASSERT_EQUAL(made.length, 0);
    source = text_of("<declarations " NS ">" ONE "</declarations>");
    CU_ASSERT_EQUAL(fzzf_xml_convert(&source, NULL, refuse, NULL, NULL, NULL),
                    FZZF_E_IO);
    CU_ASSERT_EQUAL(fzzf_xml_convert(&source, NULL, NULL, NULL, NULL, NULL),
                    FZZF_E_ARGUMENT);
    fzzf__text_free(&made);
}

CU_TestInfo convert_tests[] = {
    {"puts declarations in order", puts_declarations_in_order},
    {"keeps records and their extensions", keeps_records_and_their_extensions},
    {"masks identity numbers", masks_identity_numbers},
    {"writes results element by element", writes_results_element_by_element},
    {"refuses what does not hold", refuses_what_does_not_hold},
    CU_TEST_INFO_NULL,
};
