/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TESTS_UNIT_XML_READING_H
#define TESTS_UNIT_XML_READING_H

/* What the tests of readers share. */

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "fzzf/xml.h"
#include "unit/suites.h"
#include "xml/result_document.h"

#define NS "xmlns=\"urn:fzzf:1\""

static inline fzzf_source bytes_of(const char *bytes, size_t length)
{
    fzzf_source source = {
        .size = sizeof source, .bytes = bytes, .length = length};

    return source;
}

static inline fzzf_source text_of(const char *text)
{
    return bytes_of(text, strlen(text));
}

static inline fzzf_diags *new_diags(void)
{
    fzzf_diags *diags = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_diags_new(&diags), FZZF_OK);
    return diags;
}

/* All of a file below the sources. */
static inline void load(fzzf__text *text, const char *path)
{
    char buffer[4096];
    size_t count;
    FILE *file;

    snprintf(buffer, sizeof buffer, "%s/%s", FZZF_SOURCES, path);
    file = fopen(buffer, "rb");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    while ((count = fread(buffer, 1, sizeof buffer, file)) > 0)
        fzzf__text_addn(text, buffer, count);
    fclose(file);
}

static inline int ignore_declaration(void *user, fzzf_declaration *declaration)
{
    (void)user, (void)declaration;
    return 0;
}

/* The number of the first finding, or 0. */
static inline int first_code(const fzzf_diags *diags)
{
    return fzzf_diags_code(diags, 0);
}

static inline fzzf_status read_result(const fzzf_source *source,
                                      fzzf_diags *diags)
{
    struct fzzf__result_document result;
    const fzzf_status status =
        fzzf__xml_read_result_document(&result, source, diags);

    fzzf__result_document_free(&result);
    return status;
}

static inline fzzf_status
read_kind(fzzf_document kind, const fzzf_source *source, fzzf_diags *diags)
{
    fzzf_tailoring *tailoring = NULL;
    fzzf_contract *contract = NULL;
    fzzf_record *record = NULL;
    fzzf_system *system = NULL;
    fzzf_manifest *manifest = NULL;
    fzzf_receipt *receipt = NULL;
    fzzf_status status = FZZF_E_SCHEMA;

    if (kind == FZZF_DOCUMENT_SYSTEM)
        status = fzzf_xml_read_system(&system, source, diags);
    else if (kind == FZZF_DOCUMENT_TAILORING)
        status = fzzf_xml_read_tailoring(&tailoring, source, diags);
    else if (kind == FZZF_DOCUMENT_CONTRACT)
        status = fzzf_xml_read_contract(&contract, source, diags);
    else if (kind == FZZF_DOCUMENT_DECLARATION ||
             kind == FZZF_DOCUMENT_DECLARATIONS)
        status =
            fzzf_xml_each_declaration(source, ignore_declaration, NULL, diags);
    else if (kind == FZZF_DOCUMENT_MANIFEST)
        status = fzzf_xml_read_manifest(&manifest, source, diags);
    else if (kind == FZZF_DOCUMENT_RECEIPT)
        status = fzzf_xml_read_receipt(&receipt, source, diags);
    else if (kind != FZZF_DOCUMENT_RESULT)
        status = fzzf_xml_read_record(&record, source, diags);
    else
        status = read_result(source, diags);
    fzzf_system_unref(system);
    fzzf_tailoring_unref(tailoring);
    fzzf_contract_unref(contract);
    fzzf_record_unref(record);
    fzzf_manifest_unref(manifest);
    fzzf_receipt_unref(receipt);
    return status;
}

/* Reads a document of any kind and forgets it. */
static inline fzzf_status read_any(const fzzf_source *source, fzzf_diags *diags)
{
    fzzf_document kind = FZZF_DOCUMENT_NONE;
    fzzf_status status = fzzf_xml_sniff(&kind, source, diags);

    return status == FZZF_OK ? read_kind(kind, source, diags) : status;
}

#endif
