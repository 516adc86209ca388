/* SPDX-License-Identifier: Apache-2.0 */
/* What reading a manifest or a receipt fills in, and its way back to bytes. */

#include "unit/xml/reading.h"

#include "model/manifest.h"

static int collect(void *user, const char *bytes, size_t size)
{
    fzzf__text_addn(user, bytes, size);
    return 0;
}

/* The case file without its comment, which no reader keeps. */
static void load_bare(fzzf__text *bare, const char *path)
{
    fzzf__text text = {0};
    const char *begin, *end;

    load(&text, path);
    begin = strstr(text.bytes, "<!--");
    end = begin == NULL ? NULL : strstr(begin, "-->\n");
    CU_ASSERT_PTR_NOT_NULL_FATAL(end);
    fzzf__text_addn(bare, text.bytes, (size_t)(begin - text.bytes));
    fzzf__text_add(bare, end + 4);
    fzzf__text_free(&text);
}

static void fills_a_manifest_and_writes_the_same(void)
{
    fzzf__text text = {0}, written = {0};
    fzzf_manifest *it = NULL;
    fzzf_source source;

    load_bare(&text, "tests/cases/xml/valid/manifest.xml");
    source = bytes_of(text.bytes, text.length);
    CU_ASSERT_EQUAL_FATAL(fzzf_xml_read_manifest(&it, &source, NULL), FZZF_OK);
    CHECK_TEXT(it->dispatch.batch, "2026-1");
    CU_ASSERT_EQUAL(it->dispatch.sequence, 3);
    CHECK_TEXT(it->dispatch.sender, "330106");
    CU_ASSERT_EQUAL(it->dispatch.level, FZZF_LEVEL_COUNTY);
    CHECK_TEXT(it->dispatch.made, "2026-09-30");
    CU_ASSERT_EQUAL_FATAL(it->count, 3);
    CHECK_TEXT(it->entries[1].name, "evidence/3.2.1/合同.pdf");
    CU_ASSERT_EQUAL(it->entries[1].kind, FZZF_ENTRY_EVIDENCE);
    CHECK_TEXT(it->entries[0].media, "application/xml");
    CU_ASSERT_EQUAL(it->entries[0].bytes, 1234);
    CU_ASSERT_EQUAL(it->entries[2].bytes, 999999999999999999u);
    CU_ASSERT_EQUAL(fzzf_xml_write_manifest(it, collect, &written, NULL),
                    FZZF_OK);
    CHECK_TEXT(
        strstr(written.bytes, "<manifest"),
        "<manifest xmlns=\"urn:fzzf:1\" batch=\"2026-1\" sequence=\"3\" "
        "sender=\"330106\" level=\"county\" made=\"2026-09-30\">\n"
        "  <entry name=\"declaration.xml\" kind=\"document\" "
        "media=\"application/xml\" size=\"1234\" "
        "sha256=\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
        "aaaaaaaaaa\" sm3=\"0123456789abcdef0123456789abcdef0123456789abc"
        "def0123456789abcdef\"/>\n"
        "  <entry name=\"evidence/3.2.1/合同.pdf\" kind=\"evidence\" "
        "media=\"application/pdf\" size=\"0\" "
        "sha256=\"0123456789abcdef0123456789abcdef0123456789abcdef012345"
        "6789abcdef\" sm3=\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
        "aaaaaaaaaaaaaaaaaaa\"/>\n"
        "  <entry name=\"packages/330106001-2026-1-1.fzzf\" "
        "kind=\"package\" media=\"application/vnd.fzzf+zip\" "
        "size=\"999999999999999999\" "
        "sha256=\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
        "aaaaaaaaaa\" sm3=\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
        "aaaaaaaaaaaaaaaaaaa\"/>\n"
        "  <extension xmlns=\"urn:fzzf:1\"><x:a "
        "xmlns:x=\"urn:x\"/></extension>\n"
        "</manifest>\n");
    fzzf_manifest_unref(it);
    fzzf__text_free(&text);
    fzzf__text_free(&written);
}

static void fills_a_receipt_and_writes_the_same(void)
{
    fzzf__text text = {0}, once = {0}, twice = {0};
    fzzf_receipt *it = NULL, *again = NULL;
    fzzf_source source;

    load_bare(&text, "tests/cases/xml/valid/receipt.xml");
    source = bytes_of(text.bytes, text.length);
    CU_ASSERT_EQUAL_FATAL(fzzf_xml_read_receipt(&it, &source, NULL), FZZF_OK);
    CHECK_TEXT(it->says.receiver, "3301");
    CU_ASSERT_EQUAL(it->says.level, FZZF_LEVEL_CITY);
    CHECK_TEXT(it->says.made, "2026-10-08");
    CU_ASSERT_EQUAL(it->says.verdict, FZZF_REJECTED);
    CU_ASSERT_EQUAL(it->says.bytes, 4321);
    CHECK_TEXT(it->says.batch, "2026-1");
    CU_ASSERT_EQUAL(it->says.sequence, 3);
    CHECK_TEXT(it->says.sender, "330106");
    CU_ASSERT_EQUAL_FATAL(fzzf_diags_count(it->findings), 2);
    CU_ASSERT_EQUAL(fzzf_diags_code(it->findings, 0), 1014);
    CHECK_TEXT(fzzf_diags_path(it->findings, 0), "declaration.xml");
    CHECK_TEXT(fzzf_diags_argument(it->findings, 0, 0), "declaration");
    CHECK_TEXT(fzzf_diags_path(it->findings, 1), NULL);
    CU_ASSERT_EQUAL(fzzf_xml_write_receipt(it, collect, &once, NULL), FZZF_OK);
    source = bytes_of(once.bytes, once.length);
    CU_ASSERT_EQUAL_FATAL(fzzf_xml_read_receipt(&again, &source, NULL),
                          FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_xml_write_receipt(again, collect, &twice, NULL),
                    FZZF_OK);
    CHECK_TEXT(twice.bytes, once.bytes);
    CU_ASSERT_PTR_NOT_NULL(strstr(
        once.bytes, "  <finding code=\"1014\" path=\"declaration.xml\">\n"
                    "    <argument>declaration</argument>\n  </finding>\n"
                    "  <finding code=\"1013\"/>\n"));
    fzzf_receipt_unref(it);
    fzzf_receipt_unref(again);
    fzzf__text_free(&text);
    fzzf__text_free(&once);
    fzzf__text_free(&twice);
}

static void tells_how_secret_evidence_is(void)
{
    fzzf_declaration *it = NULL;
    fzzf_source source = text_of(
        "<declaration " NS " id='d' system='s' type='comprehensive'>"
        "<unit code='1' name='n' level='county'/><assessment assessor='self'>"
        "<indicator id='1'><evidence id='a' kind='news' secrecy='internal'/>"
        "<evidence id='b' kind='news' secrecy='secret'/>"
        "<evidence id='c' kind='news'/></indicator></assessment>"
        "</declaration>");

    CU_ASSERT_EQUAL_FATAL(fzzf_xml_read_declaration(&it, &source, NULL),
                          FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_declaration_secrecy(it), FZZF_SECRECY_SECRET);
    CU_ASSERT_EQUAL(fzzf_declaration_secrecy(NULL), FZZF_SECRECY_NONE);
    fzzf_declaration_unref(it);
}

CU_TestInfo read_manifest_tests[] = {
    {"fills a manifest and writes the same",
     fills_a_manifest_and_writes_the_same},
    {"fills a receipt and writes the same",
     fills_a_receipt_and_writes_the_same},
    {"tells how secret evidence is", tells_how_secret_evidence_is},
    CU_TEST_INFO_NULL,
};
