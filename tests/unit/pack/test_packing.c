/* SPDX-License-Identifier: Apache-2.0 */
/* Packages that are made, and what is not taken into them. */

#include "unit/pack/packs.h"

static void gives_the_same_bytes_for_the_same(void)
{
    fzzf__text first = {0}, second = {0}, other = {0};

    county_package(&first, "330106", 1);
    county_package(&second, "330106", 1);
    county_package(&other, "330106", 2);
    CU_ASSERT_EQUAL(first.length, second.length);
    CU_ASSERT_EQUAL(memcmp(first.bytes, second.bytes, first.length), 0);
    CU_ASSERT_NOT_EQUAL(memcmp(first.bytes, other.bytes, first.length), 0);
    fzzf__text_free(&first);
    fzzf__text_free(&second);
    fzzf__text_free(&other);
}

/* The SHA-256 of "hello" is that of FIPS 180 as every program gives it. */
static void lists_what_it_holds(void)
{
    fzzf_entry entry = {.size = sizeof entry};
    fzzf__text bytes = {0}, read = {0};
    const fzzf_manifest *manifest;
    fzzf_package *package;

    county_package(&bytes, "330106", 7);
    package = open_bytes(&bytes, 1);
    manifest = fzzf_package_manifest(package);
    CU_ASSERT_EQUAL(fzzf_manifest_count(manifest), 2);
    CU_ASSERT_EQUAL(fzzf_manifest_at(manifest, 0, &entry), 1);
    CHECK_TEXT(entry.name, "declaration.xml");
    CHECK_TEXT(entry.media, "application/xml");
    CU_ASSERT_EQUAL(entry.kind, FZZF_ENTRY_DOCUMENT);
    CU_ASSERT_EQUAL(fzzf_manifest_at(manifest, 1, &entry), 1);
    CHECK_TEXT(entry.name, "evidence/a.txt");
    CHECK_TEXT(entry.media, "text/plain");
    CU_ASSERT_EQUAL(entry.bytes, 5);
    CHECK_TEXT(
        entry.sha256,
        "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
    CU_ASSERT_EQUAL(fzzf_package_read(package, 1, take, &read, NULL), FZZF_OK);
    CHECK_TEXT(read.bytes, "hello");
    CU_ASSERT_EQUAL(fzzf_package_count(package), 0);
    fzzf_package_free(package);
    fzzf__text_free(&read);
    fzzf__text_free(&bytes);
}

/* Adds to a fresh packing; the number of the finding. */
static int refusal(const char *name, fzzf_entry_kind kind, const char *text)
{
    fzzf_packing *const packing = county_packing("330106", 1);
    const int code = add_text(packing, name, kind, text);

    fzzf_packing_free(packing);
    return code;
}

static void refuses_names_that_are_not_safe(void)
{
    static const char *const unsafe[] = {"../a",  "/a",       "a\\b", "a/../b",
                                         "con",   "a:b",      "a//b", "a.",
                                         "a\x01", "\xFF\xFE", ""};

    for (size_t i = 0; i < LENGTH(unsafe); i++)
        CU_ASSERT_EQUAL(refusal(unsafe[i], FZZF_ENTRY_EVIDENCE, "a"),
                        FZZF__F_UNSAFE_NAME);
    CU_ASSERT_EQUAL(refusal("mimetype", FZZF_ENTRY_EVIDENCE, "a"),
                    FZZF__F_NAME_RESERVED);
    CU_ASSERT_EQUAL(refusal("Meta-Inf/a", FZZF_ENTRY_EVIDENCE, "a"),
                    FZZF__F_NAME_RESERVED);
}

static void refuses_names_that_collide(void)
{
    static const char *const twice[] = {"Declaration.xml", "declaration.xml",
                                        "evidence"};

    for (size_t i = 0; i < LENGTH(twice); i++) {
        fzzf_packing *const packing = county_packing("330106", 1);
        fzzf_diags *const diags = findings();
        fzzf__text bytes = {0};

        CU_ASSERT_EQUAL(add_text(packing, twice[i], FZZF_ENTRY_EVIDENCE, "a"),
                        0);
        CU_ASSERT_EQUAL(fzzf_packing_write(packing, take, &bytes, diags),
                        FZZF_E_SCHEMA);
        CU_ASSERT_EQUAL(first_of(diags), FZZF__F_NAME_TWICE);
        CU_ASSERT_EQUAL(bytes.length, 0);
        fzzf__text_free(&bytes);
        fzzf_packing_free(packing);
    }
}

#define DECLARATION(id, inner)                                                 \
    "<declaration xmlns=\"urn:fzzf:1\" id=\"" id "\" system=\"s\" "            \
    "type=\"comprehensive\"><unit code=\"990001\" name=\"n\" "                 \
    "level=\"county\"/><assessment assessor=\"self\">" inner                   \
    "</assessment></declaration>"

static void refuses_documents_that_do_not_hold(void)
{
    CU_ASSERT_EQUAL(refusal("b.xml", FZZF_ENTRY_DOCUMENT, "no document"), 1016);
    CU_ASSERT_EQUAL(refusal("b.xml", FZZF_ENTRY_DOCUMENT, ""), 1013);
    CU_ASSERT_EQUAL(
        refusal("b.xml", FZZF_ENTRY_DOCUMENT,
                DECLARATION("x", "<indicator id=\"1\"><evidence id=\"e\" "
                                 "kind=\"document\" secrecy=\"secret\"/>"
                                 "</indicator>")),
        FZZF__F_CLASSIFIED);
    CU_ASSERT_EQUAL(
        refusal("b.xml", FZZF_ENTRY_DOCUMENT, DECLARATION("d330106", "")),
        FZZF__F_DECLARATION_TWICE);
}

/* A city's merge of @package; the number of the finding, or 0. */
static int merge(fzzf_packing *city, const fzzf_package *package)
{
    fzzf_diags *const diags = findings();
    const fzzf_status status = fzzf_packing_merge(city, package, diags);
    const int code = first_of(diags);

    return status == FZZF_OK ? 0 : code;
}

static void merges_what_is_below_once(void)
{
    const fzzf_dispatch dispatch = dispatch_of("3301", FZZF_LEVEL_CITY, 1);
    fzzf__text bytes = {0}, newer = {0}, merged = {0}, inner = {0};
    fzzf_package *package, *later, *city, *nested = NULL;
    fzzf_packing *packing = NULL;

    county_package(&bytes, "330106", 1);
    county_package(&newer, "330106", 2);
    package = open_bytes(&bytes, 1);
    later = open_bytes(&newer, 1);
    CU_ASSERT_EQUAL_FATAL(fzzf_packing_new(&packing, &dispatch), FZZF_OK);
    CU_ASSERT_EQUAL(merge(packing, package), 0);
    CU_ASSERT_EQUAL(fzzf_packing_write(packing, take, &merged, NULL), FZZF_OK);
    CU_ASSERT_EQUAL(merge(packing, package), FZZF__F_PACKAGE_TWICE);
    CU_ASSERT_EQUAL(merge(packing, later), FZZF__F_DECLARATION_TWICE);
    city = open_bytes(&merged, 1);
    CU_ASSERT_EQUAL(fzzf_package_read(city, 0, take, &inner, NULL), FZZF_OK);
    CU_ASSERT_EQUAL(inner.length, bytes.length);
    CU_ASSERT_EQUAL(memcmp(inner.bytes, bytes.bytes, bytes.length), 0);
    CU_ASSERT_EQUAL(fzzf_package_nested(&nested, city, 0, NULL), FZZF_OK);
    fzzf_package_free(city);
    CU_ASSERT_EQUAL(fzzf_manifest_count(fzzf_package_manifest(nested)), 2);
    fzzf_package_free(nested);
    fzzf_package_free(package);
    fzzf_package_free(later);
    fzzf_packing_free(packing);
    fzzf__text_free(&bytes);
    fzzf__text_free(&newer);
    fzzf__text_free(&merged);
    fzzf__text_free(&inner);
}

static void merges_nothing_else(void)
{
    fzzf_dispatch dispatches[] = {dispatch_of("3301", FZZF_LEVEL_CITY, 1),
                                  dispatch_of("3301", FZZF_LEVEL_CITY, 1),
                                  dispatch_of("3301", FZZF_LEVEL_COUNTY, 1)};
    static const int expected[] = {FZZF__F_NOT_VERIFIED, FZZF__F_OTHER_BATCH,
                                   FZZF__F_NOT_BELOW};
    fzzf__text bytes = {0};

    dispatches[1].batch = "2026-2";
    county_package(&bytes, "330106", 1);
    for (size_t i = 0; i < LENGTH(dispatches); i++) {
        fzzf_package *const package = open_bytes(&bytes, i > 0);
        fzzf_packing *packing = NULL;

        CU_ASSERT_EQUAL_FATAL(fzzf_packing_new(&packing, &dispatches[i]),
                              FZZF_OK);
        CU_ASSERT_EQUAL(merge(packing, package), expected[i]);
        fzzf_packing_free(packing);
        fzzf_package_free(package);
    }
    fzzf__text_free(&bytes);
}

static int refuse_all(void *user, const char *bytes, size_t size)
{
    (void)user, (void)bytes, (void)size;
    return 1;
}

static void bears_null_and_a_full_disk(void)
{
    const fzzf_dispatch bad = dispatch_of("330106", FZZF_LEVEL_COUNTY, 0);
    const fzzf_source source = {
        .size = sizeof source, .bytes = "a", .length = 1};
    fzzf_packing *const packing = county_packing("330106", 1);
    fzzf_packing *none = NULL;

    CU_ASSERT_EQUAL(fzzf_packing_new(NULL, NULL), FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_packing_new(&none, &bad), FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(
        fzzf_packing_add(NULL, "a", FZZF_ENTRY_EVIDENCE, &source, NULL),
        FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(
        fzzf_packing_add(packing, "a", FZZF_ENTRY_PACKAGE, &source, NULL),
        FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_packing_merge(packing, NULL, NULL), FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_packing_write(NULL, take, NULL, NULL),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_packing_write(packing, NULL, NULL, NULL),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_packing_write(packing, refuse_all, NULL, NULL),
                    FZZF_E_IO);
    fzzf_packing_free(packing);
    fzzf_packing_free(NULL);
}

CU_TestInfo packing_tests[] = {
    {"gives the same bytes for the same", gives_the_same_bytes_for_the_same},
    {"lists what it holds", lists_what_it_holds},
    {"refuses names that are not safe", refuses_names_that_are_not_safe},
    {"refuses names that collide", refuses_names_that_collide},
    {"refuses documents that do not hold", refuses_documents_that_do_not_hold},
    {"merges what is below, once", merges_what_is_below_once},
    {"merges nothing else", merges_nothing_else},
    {"bears NULL and a full disk", bears_null_and_a_full_disk},
    CU_TEST_INFO_NULL,
};
