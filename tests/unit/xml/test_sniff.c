/* SPDX-License-Identifier: Apache-2.0 */
/* Telling documents apart by their root. */

#include "unit/xml/reading.h"

static void check(const char *text, fzzf_status status, fzzf_document kind,
                  int number)
{
    fzzf_source source = text_of(text);
    fzzf_document found = FZZF_DOCUMENT_NONE;
    fzzf_diags *diags = new_diags();

    CU_ASSERT_EQUAL(fzzf_xml_sniff(&found, &source, diags), status);
    CU_ASSERT_EQUAL(found, kind);
    CU_ASSERT_EQUAL(first_code(diags), number);
    fzzf_diags_free(diags);
}

static void knows_every_kind(void)
{
    static const char *const names[] = {
        NULL,           "system", "tailoring", "contract", "declaration",
        "declarations", "result", "manifest",  "receipt"};
    char text[100];
    size_t i;

    for (i = 0; i < 9; i++)
        CHECK_TEXT(fzzf_document_name((fzzf_document)i), names[i]);
    CU_ASSERT_PTR_NULL(fzzf_document_name((fzzf_document)-1));
    for (i = 1; i < 9; i++) {
        snprintf(text, sizeof text, "<!-- --><%s " NS ">", names[i]);
        check(text, FZZF_OK, (fzzf_document)i, 0);
    }
    CHECK_TEXT(fzzf_document_name(FZZF_DOCUMENT_BATCH), "batch");
    check("<batch " NS ">", FZZF_OK, FZZF_DOCUMENT_BATCH, 0);
}

static void reads_no_further_than_the_root(void)
{
    check("<?xml version=\"1.0\"?>\n<f:result xmlns:f=\"urn:fzzf:1\"><oops",
          FZZF_OK, FZZF_DOCUMENT_RESULT, 0);
}

static void refuses_what_is_none(void)
{
    check("<html/>", FZZF_E_SCHEMA, FZZF_DOCUMENT_NONE, 2003);
    check("<zebra " NS "/>", FZZF_E_SCHEMA, FZZF_DOCUMENT_NONE, 2001);
    check("", FZZF_E_SYNTAX, FZZF_DOCUMENT_NONE, 1013);
    check("hello, world", FZZF_E_SYNTAX, FZZF_DOCUMENT_NONE, 1016);
    check("<x>", FZZF_E_SYNTAX, FZZF_DOCUMENT_NONE, 1016);
    check("<!DOCTYPE system><system " NS "/>", FZZF_E_SYNTAX,
          FZZF_DOCUMENT_NONE, 1011);
}

static void refuses_wrong_arguments(void)
{
    fzzf_source source = text_of("<a/>");
    fzzf_document kind = FZZF_DOCUMENT_RESULT;

    CU_ASSERT_EQUAL(fzzf_xml_sniff(NULL, &source, NULL), FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_xml_sniff(&kind, NULL, NULL), FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(kind, FZZF_DOCUMENT_RESULT);
}

CU_TestInfo sniff_tests[] = {
    {"knows every kind", knows_every_kind},
    {"reads no further than the root", reads_no_further_than_the_root},
    {"refuses what is none", refuses_what_is_none},
    {"refuses wrong arguments", refuses_wrong_arguments},
    CU_TEST_INFO_NULL,
};
