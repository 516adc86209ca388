/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TESTS_UNIT_XML_WRITTEN_H
#define TESTS_UNIT_XML_WRITTEN_H

/* What the tests of writers share. */

#include "base/text.h"
#include "fzzf/xml.h"
#include "unit/model/make.h"

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static inline int collect(void *user, const char *bytes, size_t size)
{
    fzzf__text_addn(user, bytes, size);
    return 0;
}

/* Writes with @function and compares; every writer has this shape. */
#define CHECK_WRITTEN(function, document, options, expected)                   \
    do {                                                                       \
        fzzf__text text = {0};                                                 \
                                                                               \
        CU_ASSERT_EQUAL(function(document, collect, &text, options), FZZF_OK); \
        check_text(__FILE__, __LINE__, text.bytes, expected);                  \
        fzzf__text_free(&text);                                                \
    } while (0)

static inline fzzf_source source_of(const char *bytes)
{
    fzzf_source made = {.size = sizeof made, .bytes = bytes};

    made.length = strlen(bytes);
    return made;
}

/* An extension in the form that the reader gives it. */
#define EXTENSION                                                              \
    "<extension xmlns=\"urn:fzzf:1\"><x:a xmlns:x=\"urn:x\"/></extension>"
static struct fzzf__extension extension = {.xml = EXTENSION};

static const struct fzzf__policy_exception exception = {
    .node = "1.2", .policies = {.disputed = FZZF__POLICY_ZERO}};

static inline void add_to_contract(struct fzzf_contract *made)
{
    made->exceptions = &exception;
    made->exception_count = 1;
    made->extensions = &extension;
}

/* The contract of make_contract() with these additions. */
#define CONTRACT(indent, xmlns)                                                \
    indent "<contract" xmlns " id=\"trial\" title=\"试用约定\">\n" indent      \
           "  <rounding mode=\"half-up\" indicator=\"2\" node=\"none\""        \
           " total=\"2\" display=\"2\"/>\n" indent                             \
           "  <assessors decide=\"final third_party\"/>\n" indent              \
           "  <steps part=\"whole\"/>\n" indent                                \
           "  <bonus order=\"floor-then-bonus\"/>\n" indent                    \
           "  <absent missing=\"bound\" not-assessed=\"zero\""                 \
           " disputed=\"leave-out\" no-value=\"refuse\">\n" indent             \
           "    <node id=\"1.2\" disputed=\"zero\"/>\n" indent                 \
           "  </absent>\n" indent                                              \
           "  <not-applicable treatment=\"rescale\"/>\n" indent                \
           "  <nodes without-rule=\"sum\"/>\n" indent                          \
           "  <ties places=\"skip\"/>\n" indent                                \
           "  <met when=\"score &gt;= points\"/>\n" indent                     \
           "  <threshold share=\"0.9\""                                        \
           " reading=\"indicators-applicable\"/>\n" indent                     \
           "  <extension xmlns=\"urn:fzzf:1\"><x:a "                           \
           "xmlns:x=\"urn:x\"/></extension>\n" indent "</contract>\n"

#endif
