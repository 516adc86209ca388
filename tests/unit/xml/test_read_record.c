/* SPDX-License-Identifier: Apache-2.0 */
/* Record documents, read and written again. */

#include "unit/xml/reading.h"

#include "model/kinds_batch.h"
#include "model/record.h"
#include "unit/xml/written.h"

#define BATCH                                                                  \
    HEAD "<batch xmlns=\"urn:fzzf:1\" id=\"b\" title=\"第一批\" "           \
         "system=\"s\">\n"                                                     \
         "  <source confidence=\"seen\" of=\"id\">意见 &lt;1&gt;</source>\n" \
         "  <phase id=\"p\" kind=\"survey\" title=\"&quot;\" order=\"1\">\n"   \
         "    <source confidence=\"inferred\"/>\n"                             \
         "  </phase>\n"                                                        \
         "  <tie order=\"1\" by=\"score\" better=\"high\"/>\n"                 \
         "  <extension><x:a xmlns:x=\"urn:x\">1</x:a></extension>\n"           \
         "</batch>\n"

static fzzf_record *read_batch(const char *text)
{
    fzzf_source source = text_of(text);
    fzzf_record *record = NULL;

    source.name = "b.xml";
    CU_ASSERT_EQUAL_FATAL(fzzf_xml_read_record(&record, &source, NULL),
                          FZZF_OK);
    return record;
}

static void writes_what_it_read(void)
{
    fzzf_record *batch = read_batch(BATCH);
    fzzf__text first = {0};

    CU_ASSERT_EQUAL(fzzf_xml_write_record(batch, collect, &first, NULL),
                    FZZF_OK);
    fzzf_record_unref(batch);
    CU_ASSERT_PTR_NOT_NULL_FATAL(strstr(first.bytes, "urn:x"));
    batch = read_batch(first.bytes);
    CHECK_WRITTEN(fzzf_xml_write_record, batch, NULL, first.bytes);
    fzzf__text_free(&first);
    fzzf_record_unref(batch);
}

static void keeps_fields_parts_texts_and_places(void)
{
    fzzf_record *batch = read_batch(BATCH);
    const fzzf_record *phase = fzzf_record_at(batch, "phase", 0);
    fzzf_record_view view = {.size = sizeof view};

    CHECK_TEXT(fzzf__record_value(batch, BATCH_TITLE), "第一批");
    CU_ASSERT_PTR_NULL(fzzf__record_value(batch, BATCH_FROM));
    CHECK_TEXT(fzzf_record_get(phase, "title"), "\"");
    CU_ASSERT_EQUAL(fzzf_record_count(phase, "source"), 1);
    CU_ASSERT_EQUAL(fzzf_record_describe(phase, &view), 1);
    CHECK_TEXT(view.file, "b.xml");
    CU_ASSERT_EQUAL(view.line, 4);
    CU_ASSERT_EQUAL(view.column, 3);
    CU_ASSERT_EQUAL(strlen(view.sha256), 64);
    CU_ASSERT_EQUAL(
        fzzf_record_describe(fzzf_record_at(batch, "source", 0), &view), 1);
    CHECK_TEXT(view.text, "意见 <1>");
    fzzf_record_unref(batch);
}

static void forgets_the_digest_of_what_changed(void)
{
    fzzf_record *batch = read_batch(BATCH);
    fzzf_record_view view = {.size = sizeof view};

    CU_ASSERT_EQUAL(fzzf_record_remove(batch, "tie", 0), 1);
    CU_ASSERT_EQUAL(fzzf_record_describe(batch, &view), 1);
    CU_ASSERT_PTR_NULL(view.sha256);
    fzzf_record_unref(batch);
}

static void check_fault(const char *text, int number)
{
    fzzf_source source = text_of(text);
    fzzf_diags *diags = new_diags();
    fzzf_record *record = NULL;

    CU_ASSERT_EQUAL(fzzf_xml_read_record(&record, &source, diags),
                    FZZF_E_SCHEMA);
    CU_ASSERT_PTR_NULL(record);
    CU_ASSERT_EQUAL(first_code(diags), number);
    fzzf_diags_free(diags);
}

#define ROOT "<batch " NS " id='b' title='t' system='s'>"

static void refuses_what_the_tables_do_not_have(void)
{
    check_fault("<batch " NS " id='b' system='s'/>", 2013);
    check_fault("<batch " NS " id='b' title='t' sistem='s'/>", 2012);
    check_fault(ROOT "x</batch>", 2010);
    check_fault(ROOT "<phse/></batch>", 2005);
    check_fault(ROOT "<tie order='1' by='name' better='low'/>"
                     "<tie order='1' by='date' better='low'/></batch>",
                2015);
    check_fault(ROOT "<tie order='1' by='name' better='low'/>"
                     "<source confidence='seen'/></batch>",
                2007);
    check_fault(ROOT "<tie order='1' by='nmae' better='low'/></batch>", 2046);
    check_fault("<system " NS " id='b'/>", 2002);
    check_fault("<nothing " NS "/>", 2001);
}

static void refuses_to_write_half_a_document(void)
{
    fzzf_record *batch = NULL;
    fzzf_record *phase = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_record_new(&batch, fzzf_kind_find("batch")),
                          FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_xml_write_record(batch, collect, NULL, NULL),
                    FZZF_E_SCHEMA);
    CU_ASSERT_EQUAL(fzzf_record_add(&phase, batch, "phase", NULL), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_xml_write_record(phase, collect, NULL, NULL),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_xml_write_record(NULL, collect, NULL, NULL),
                    FZZF_E_ARGUMENT);
    fzzf_record_unref(batch);
}

CU_TestInfo read_record_tests[] = {
    {"writes what it read", writes_what_it_read},
    {"keeps fields, parts, texts and places",
     keeps_fields_parts_texts_and_places},
    {"forgets the digest of what changed", forgets_the_digest_of_what_changed},
    {"refuses what the tables do not have",
     refuses_what_the_tables_do_not_have},
    {"refuses to write half a document", refuses_to_write_half_a_document},
    CU_TEST_INFO_NULL,
};
