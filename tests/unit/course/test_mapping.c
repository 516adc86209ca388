/* SPDX-License-Identifier: Apache-2.0 */
/* Mappings of editions: what is no mapping, and what is carried over. */

#include <stdio.h>
#include <string.h>

#include "fzzf/fzzf.h"
#include "unit/suites.h"

static const char old_text[] =
    "<system xmlns='urn:fzzf:1' id='a' edition='1' title='t'>"
    "<indicator id='1' title='t' points='10'/>"
    "<indicator id='2' title='t' points='10'/></system>";
static const char new_text[] =
    "<system xmlns='urn:fzzf:1' id='b' edition='2' title='t'>"
    "<indicator id='3' title='t'>"
    "<indicator id='3.1' title='t' points='5'/>"
    "<indicator id='3.2' title='t' points='5'/></indicator></system>";

static fzzf_source source_of(const char *text)
{
    const fzzf_source source = {
        .size = sizeof source, .bytes = text, .length = strlen(text)};

    return source;
}

static fzzf_record *read_mapping(const char *rows)
{
    char text[1024];
    fzzf_record *mapping = NULL;
    fzzf_source source;

    snprintf(text, sizeof text,
             "<mapping xmlns='urn:fzzf:1' id='m' from='a' to='b'>%s</mapping>",
             rows);
    source = source_of(text);
    CU_ASSERT_EQUAL_FATAL(fzzf_xml_read_record(&mapping, &source, NULL),
                          FZZF_OK);
    return mapping;
}

static fzzf_declaration *read_declaration(void)
{
    const fzzf_source source = source_of(
        "<declaration xmlns='urn:fzzf:1' id='d' system='a'"
        " type='comprehensive'><unit code='u' name='n' level='county'/>"
        "<assessment assessor='self'><indicator id='1'>"
        "<observation id='x' value='1'/>"
        "<evidence id='e' kind='document' title='t'/></indicator>"
        "<indicator id='2'><observation id='x' value='1'/></indicator>"
        "</assessment></declaration>");
    fzzf_declaration *declaration = NULL;

    CU_ASSERT_EQUAL_FATAL(
        fzzf_xml_read_declaration(&declaration, &source, NULL), FZZF_OK);
    return declaration;
}

/* Checking @rows finds @code first; 0: nothing. */
static void expect(const char *rows, int code)
{
    const fzzf_source olds = source_of(old_text), news = source_of(new_text);
    fzzf_record *mapping = read_mapping(rows);
    fzzf_system *systems[2] = {NULL, NULL};
    fzzf_diags *diags = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_diags_new(&diags), FZZF_OK);
    CU_ASSERT_EQUAL_FATAL(fzzf_xml_read_system(&systems[0], &olds, NULL),
                          FZZF_OK);
    CU_ASSERT_EQUAL_FATAL(fzzf_xml_read_system(&systems[1], &news, NULL),
                          FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_mapping_check(mapping, systems[0], systems[1], diags),
                    code == 0 ? FZZF_OK : FZZF_E_REFERENCE);
    CU_ASSERT_EQUAL(fzzf_diags_code(diags, 0), code);
    fzzf_system_unref(systems[0]);
    fzzf_system_unref(systems[1]);
    fzzf_diags_free(diags);
    fzzf_record_unref(mapping);
}

#define SPLIT                                                                  \
    "<row kind='split'><old id='1'/><new id='3.1'/><new id='3.2'/></row>"
#define GONE "<row kind='withdrawn'><old id='2'/></row>"

static void every_indicator_stands_in_one_row(void)
{
    expect(SPLIT GONE, 0);
    expect(SPLIT, 7112);
    expect(GONE "<row kind='same'><old id='1'/><new id='3.1'/></row>", 7112);
    expect(SPLIT GONE GONE, 7111);
    expect(SPLIT GONE "<row kind='new'><new id='3'/></row>", 7113);
}

static void each_kind_has_its_shape(void)
{
    expect(SPLIT "<row kind='withdrawn'><old id='2'/><new id='3'/></row>",
           7110);
    expect("<row kind='merged'><old id='1'/><new id='3.1'/></row>", 7110);
    expect("<row kind='split'><old id='1'/><new id='3.1'/></row>", 7110);
    expect("<row kind='new'><old id='1'/><new id='3.1'/></row>", 7110);
}

static void a_split_carries_evidence_alone(void)
{
    fzzf_record *mapping = read_mapping(SPLIT GONE);
    fzzf_declaration *old = read_declaration(), *carried = NULL;
    fzzf_record *report = NULL;
    const fzzf_record *row;

    CU_ASSERT_EQUAL_FATAL(fzzf_mapping_carry(&carried, mapping, old, NULL),
                          FZZF_OK);
    CHECK_TEXT(fzzf_declaration_system(carried), "b");
    CU_ASSERT_EQUAL_FATAL(
        fzzf_mapping_report(&report, mapping, old, NULL, NULL, NULL, NULL),
        FZZF_OK);
    row = fzzf_record_at(report, "row", 0);
    CHECK_TEXT(fzzf_record_get(row, "state"), "to-judge");
    CHECK_TEXT(fzzf_record_get(row, "new"), "3.1 3.2");
    CHECK_TEXT(fzzf_record_get(row, "observations"), "0");
    CHECK_TEXT(fzzf_record_get(row, "evidence"), "1");
    CHECK_TEXT(fzzf_record_get(fzzf_record_at(report, "row", 1), "en"),
               "2 has no successor: 1 values and 0 pieces of evidence are left "
               "behind");
    CU_ASSERT_PTR_NULL(fzzf_record_get(report, "by-edition"));
    CU_ASSERT_EQUAL(fzzf_record_check(report, NULL), FZZF_OK);
    fzzf_declaration_unref(old);
    CHECK_TEXT(fzzf_declaration_unit_name(carried), "n"); /* still lent */
    CU_ASSERT_EQUAL(fzzf_declaration_set(carried, "3.1", "x", "1"),
                    FZZF_E_ARGUMENT);
    fzzf_declaration_unref(carried);
    fzzf_record_unref(report);
    fzzf_record_unref(mapping);
}

CU_TestInfo mapping_tests[] = {
    {"every indicator stands in one row", every_indicator_stands_in_one_row},
    {"each kind has its shape", each_kind_has_its_shape},
    {"a split carries evidence alone", a_split_carries_evidence_alone},
    CU_TEST_INFO_NULL,
};
