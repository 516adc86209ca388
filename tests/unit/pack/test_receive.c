/* SPDX-License-Identifier: Apache-2.0 */
/* Receipts that are made for packages, and compared with them. */

#include "unit/pack/packs.h"

/* What a city answers to @bytes; gives the receipt's first finding that is no
 * note, or 0. */
static int answer(fzzf_receipt **out, const fzzf__text *bytes,
                  const fzzf_trust *trust, uint32_t last)
{
    const fzzf_reception reception = {.size = sizeof reception,
                                      .receiver = "3301",
                                      .level = FZZF_LEVEL_CITY,
                                      .day = "2026-10-08",
                                      .trust = trust,
                                      .last = last};
    const fzzf_source source = memory_of(bytes);
    const fzzf_diags *found;

    *out = NULL;
    CU_ASSERT_EQUAL_FATAL(fzzf_package_receive(out, &source, &reception, NULL),
                          FZZF_OK);
    found = fzzf_receipt_findings(*out);
    for (size_t i = 0; i < fzzf_diags_count(found); i++)
        if (fzzf_diags_severity(found, i) != FZZF_NOTE)
            return fzzf_diags_code(found, i);
    return 0;
}

static fzzf_status compare(const fzzf_receipt *receipt, const fzzf__text *bytes,
                           int *code)
{
    const fzzf_source source = memory_of(bytes);
    fzzf_diags *const diags = findings();
    const fzzf_status status = fzzf_receipt_compare(receipt, &source, diags);
    const size_t count = fzzf_diags_count(diags);

    *code = count == 0 ? 0 : fzzf_diags_code(diags, count - 1);
    fzzf_diags_free(diags);
    return status;
}

static void accepts_what_is_whole_and_compares_it(void)
{
    fzzf_acknowledgement says = {.size = sizeof says};
    fzzf__text bytes = {0}, other = {0};
    fzzf_receipt *receipt;
    struct party county;
    fzzf_trust *trust;
    int code;

    party_begin(&county, "SM2");
    trust = trust_in(&county);
    signed_package(&bytes, &county, 3);
    county_package(&other, "330106", 3);
    CU_ASSERT_EQUAL(answer(&receipt, &bytes, trust, 2), 0);
    CU_ASSERT_EQUAL(fzzf_receipt_describe(receipt, &says), 1);
    CU_ASSERT_EQUAL(says.verdict, FZZF_ACCEPTED);
    CU_ASSERT_EQUAL(says.bytes, bytes.length);
    CU_ASSERT_EQUAL(says.sequence, 3);
    CHECK_TEXT(says.sender, "330106");
    CHECK_TEXT(says.batch, "2026-1");
    CU_ASSERT_EQUAL(compare(receipt, &bytes, &code), FZZF_OK);
    CU_ASSERT_EQUAL(compare(receipt, &other, &code), FZZF_E_REFERENCE);
    CU_ASSERT_EQUAL(code, FZZF__F_RECEIPT_DIFFERS);
    fzzf_receipt_unref(receipt);
    fzzf_trust_free(trust);
    party_end(&county);
    fzzf__text_free(&bytes);
    fzzf__text_free(&other);
}

/* Of an unsigned package, of one that came before, and of none at all. */
static void answers_bad_packages_too(void)
{
    fzzf_acknowledgement says = {.size = sizeof says};
    fzzf__text bytes[3] = {{0}, {0}, {0}};
    static const int expected[] = {FZZF__F_UNSIGNED, FZZF__F_REPLAYED,
                                   FZZF__F_NO_END};
    struct party county;
    fzzf_trust *trust;

    party_begin(&county, "EC");
    trust = trust_in(&county);
    county_package(&bytes[0], "330106", 3);
    signed_package(&bytes[1], &county, 3);
    fzzf__text_add(&bytes[2], "this is no package, nor half of one");
    for (size_t i = 0; i < LENGTH(bytes); i++) {
        fzzf_receipt *receipt;
        int code;

        CU_ASSERT_EQUAL(answer(&receipt, &bytes[i], trust, 3), expected[i]);
        CU_ASSERT_EQUAL(fzzf_receipt_describe(receipt, &says), 1);
        CU_ASSERT_EQUAL(says.verdict, FZZF_REJECTED);
        CU_ASSERT_EQUAL(says.sender != NULL, i < 2);
        CU_ASSERT_EQUAL(compare(receipt, &bytes[i], &code), FZZF_E_SCHEMA);
        CU_ASSERT_EQUAL(code, FZZF__F_RECEIPT_REJECTS);
        fzzf_receipt_unref(receipt);
        fzzf__text_free(&bytes[i]);
    }
    fzzf_trust_free(trust);
    party_end(&county);
}

/* What stands in packages inside is looked at, and their signatures. */
static void looks_into_packages_inside(void)
{
    const fzzf_dispatch dispatch = dispatch_of("3301", FZZF_LEVEL_CITY, 1);
    fzzf__text inner = {0}, merged = {0}, bytes = {0};
    struct party county, city;
    fzzf_packing *packing = NULL;
    fzzf_package *package;
    fzzf_receipt *receipt;
    fzzf_trust *trust;

    party_begin(&county, "EC");
    party_begin(&city, "SM2");
    trust = trust_in(&county);
    signed_package(&inner, &county, 1);
    package = open_bytes(&inner, 0);
    CU_ASSERT_EQUAL(fzzf_package_verify(package, trust, NULL, NULL), FZZF_OK);
    CU_ASSERT_EQUAL_FATAL(fzzf_packing_new(&packing, &dispatch), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_packing_merge(packing, package, NULL), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_packing_write(packing, take, &merged, NULL), FZZF_OK);
    CU_ASSERT_EQUAL(sign_bytes(&bytes, &merged, fzzf_key_signer(city.key)), 0);
    fzzf_trust_free(trust);
    trust = trust_in(&city);
    CU_ASSERT_EQUAL(answer(&receipt, &bytes, trust, 0), FZZF__F_SIGNER_UNKNOWN);
    fzzf_receipt_unref(receipt);
    fzzf_trust_free(trust);
    fzzf_packing_free(packing);
    fzzf_package_free(package);
    party_end(&county);
    party_end(&city);
    fzzf__text_free(&inner);
    fzzf__text_free(&merged);
    fzzf__text_free(&bytes);
}

static void bears_null(void)
{
    const fzzf_reception none = {.size = sizeof none};
    const fzzf_source source = {
        .size = sizeof source, .bytes = "a", .length = 1};
    fzzf_receipt *receipt = NULL;

    CU_ASSERT_EQUAL(fzzf_package_receive(NULL, &source, &none, NULL),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_package_receive(&receipt, &source, NULL, NULL),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_package_receive(&receipt, &source, &none, NULL),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_PTR_NULL(receipt);
    CU_ASSERT_EQUAL(fzzf_receipt_compare(NULL, &source, NULL), FZZF_E_ARGUMENT);
}

CU_TestInfo receive_tests[] = {
    {"accepts what is whole and compares it",
     accepts_what_is_whole_and_compares_it},
    {"answers bad packages too", answers_bad_packages_too},
    {"looks into packages inside", looks_into_packages_inside},
    {"bears NULL", bears_null},
    CU_TEST_INFO_NULL,
};
