/* SPDX-License-Identifier: Apache-2.0 */
/* Packages that are opened, and what is refused at the door. */

#include "unit/pack/packs.h"

static fzzf_status open_as(const fzzf__text *bytes,
                           const fzzf_package_options *options, int *code)
{
    const fzzf_source source = memory_of(bytes);
    fzzf_diags *const diags = findings();
    fzzf_package *package = NULL;
    const fzzf_status status =
        fzzf_package_open(&package, &source, options, diags);

    CU_ASSERT_EQUAL(package != NULL, status == FZZF_OK);
    fzzf_package_free(package);
    *code = first_of(diags);
    return status;
}

static void refuses_every_beginning_of_one(void)
{
    fzzf__text bytes = {0};
    size_t whole;
    int code;

    county_package(&bytes, "330106", 1);
    whole = bytes.length;
    for (bytes.length = 0; bytes.length < whole; bytes.length++) {
        CU_ASSERT_EQUAL(open_as(&bytes, NULL, &code), FZZF_E_SCHEMA);
        CU_ASSERT_NOT_EQUAL(code, 0);
    }
    CU_ASSERT_EQUAL(open_as(&bytes, NULL, &code), FZZF_OK);
    fzzf__text_free(&bytes);
}

/* Four entries; the declaration is the longest of them. */
static void holds_to_the_limits_that_were_given(void)
{
    static const struct {
        fzzf_package_options options;
        int code;
    } rows[] = {
        {{.size = sizeof rows[0].options, .package = 100},
         FZZF__F_PACKAGE_SIZE},
        {{.size = sizeof rows[0].options, .entry = 50}, FZZF__F_ENTRY_SIZE},
        {{.size = sizeof rows[0].options, .total = 150}, FZZF__F_TOTAL_SIZE},
        {{.size = sizeof rows[0].options, .entries = 3},
         FZZF__F_TOO_MANY_ENTRIES},
    };
    fzzf__text bytes = {0};
    int code;

    county_package(&bytes, "330106", 1);
    for (size_t i = 0; i < LENGTH(rows); i++) {
        CU_ASSERT_EQUAL(open_as(&bytes, &rows[i].options, &code), FZZF_E_LIMIT);
        CU_ASSERT_EQUAL(code, rows[i].code);
    }
    fzzf__text_free(&bytes);
}

static void reads_nothing_that_was_not_verified(void)
{
    fzzf__text bytes = {0}, read = {0};
    fzzf_package *package, *nested = NULL;

    county_package(&bytes, "330106", 1);
    package = open_bytes(&bytes, 0);
    CU_ASSERT_EQUAL(fzzf_package_read(package, 0, take, &read, NULL),
                    FZZF_E_SIGNATURE);
    CU_ASSERT_EQUAL(fzzf_package_nested(&nested, package, 0, NULL),
                    FZZF_E_SIGNATURE);
    CU_ASSERT_EQUAL(fzzf_package_extract(package, ".", NULL, NULL),
                    FZZF_E_SIGNATURE);
    CU_ASSERT_EQUAL(read.length, 0);
    fzzf_package_free(package);
    package = open_bytes(&bytes, 1);
    CU_ASSERT_EQUAL(fzzf_package_read(package, 2, take, &read, NULL),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_package_nested(&nested, package, 0, NULL),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_PTR_NULL(nested);
    fzzf_package_free(package);
    fzzf__text_free(&bytes);
}

static void bears_null(void)
{
    const fzzf_package_options old = {.size = 0};
    fzzf_signature view = {.size = sizeof view};
    fzzf_package *package = NULL;
    fzzf_source source = {.size = sizeof source, .path = "no/such.fzzf"};

    CU_ASSERT_EQUAL(fzzf_package_open(NULL, &source, NULL, NULL),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_package_open(&package, NULL, NULL, NULL),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_package_open(&package, &source, &old, NULL),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_package_open(&package, &source, NULL, NULL),
                    FZZF_E_IO);
    CU_ASSERT_PTR_NULL(package);
    CU_ASSERT_PTR_NULL(fzzf_package_manifest(NULL));
    CU_ASSERT_EQUAL(fzzf_package_count(NULL), 0);
    CU_ASSERT_EQUAL(fzzf_package_signature(NULL, 0, &view), 0);
    CU_ASSERT_EQUAL(fzzf_package_verify(NULL, NULL, NULL, NULL),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_package_follows(NULL, 0, NULL), FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_package_read(NULL, 0, take, NULL, NULL),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_package_nested(&package, NULL, 0, NULL),
                    FZZF_E_ARGUMENT);
    fzzf_package_free(NULL);
}

CU_TestInfo open_tests[] = {
    {"refuses every beginning of one", refuses_every_beginning_of_one},
    {"holds to the limits that were given",
     holds_to_the_limits_that_were_given},
    {"reads nothing that was not verified",
     reads_nothing_that_was_not_verified},
    {"bears NULL", bears_null},
    CU_TEST_INFO_NULL,
};
