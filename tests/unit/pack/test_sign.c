/* SPDX-License-Identifier: Apache-2.0 */
/* Packages that are signed, by keys and by devices of callers. */

#include "unit/pack/packs.h"

#define DEVICE                                                                 \
    "00000000000000000000000000000000000000000000000000000000000000ff"

/* What a device gives: as many bytes as @user says. */
static size_t sign_as_device(void *user, const char *bytes, size_t length,
                             char *signature, size_t capacity)
{
    const size_t size = *(const size_t *)user;

    (void)bytes, (void)length;
    memset(signature, 's', size < capacity ? size : capacity);
    return size;
}

static fzzf_signer device_of(size_t *size)
{
    const fzzf_signer signer = {.size = sizeof signer,
                                .algorithm = FZZF_SM2_SM3,
                                .key = DEVICE,
                                .sign = sign_as_device,
                                .user = size};

    return signer;
}

static void takes_what_a_device_signs(void)
{
    static const struct {
        size_t size;
        int code;
    } rows[] = {{1, 0},
                {1024, 0},
                {1025, FZZF__F_CANNOT_SIGN},
                {0, FZZF__F_CANNOT_SIGN}};
    fzzf__text bytes = {0};

    county_package(&bytes, "330106", 1);
    for (size_t i = 0; i < LENGTH(rows); i++) {
        size_t size = rows[i].size;
        const fzzf_signer signer = device_of(&size);
        fzzf__text made = {0};

        CU_ASSERT_EQUAL(sign_bytes(&made, &bytes, &signer), rows[i].code);
        CU_ASSERT_EQUAL(made.length > 0, rows[i].code == 0);
        fzzf__text_free(&made);
    }
    fzzf__text_free(&bytes);
}

/* Several signatures stand in the order of their names. */
static void adds_one_to_those_that_are_there(void)
{
    static const char *const names[] = {"m", "z", "a"};
    size_t size = 5;
    const fzzf_signer signer = device_of(&size);
    fzzf_signature view = {.size = sizeof view};
    fzzf_diags *diags = findings();
    fzzf__text bytes = {0};
    fzzf_package *package;

    county_package(&bytes, "330106", 1);
    for (size_t i = 0; i < LENGTH(names); i++) {
        fzzf__text more = {0};

        package = open_bytes(&bytes, 0);
        CU_ASSERT_EQUAL(
            fzzf_package_sign(package, names[i], &signer, take, &more, NULL),
            FZZF_OK);
        fzzf_package_free(package);
        fzzf__text_free(&bytes);
        bytes = more;
    }
    package = open_bytes(&bytes, 0);
    CU_ASSERT_EQUAL(fzzf_package_count(package), 3);
    CU_ASSERT_EQUAL(fzzf_package_signature(package, 1, &view), 1);
    CHECK_TEXT(view.name, "m");
    CHECK_TEXT(view.key, DEVICE);
    CU_ASSERT_EQUAL(view.status, FZZF_SIGNATURE_UNCHECKED);
    CU_ASSERT_EQUAL(view.covered, 0);
    CU_ASSERT_EQUAL(fzzf_package_signature(package, 3, &view), 0);
    CU_ASSERT_EQUAL(
        fzzf_package_sign(package, "m", &signer, take, &(fzzf__text){0}, diags),
        FZZF_E_SIGNATURE);
    CU_ASSERT_EQUAL(first_of(diags), FZZF__F_SIGNED_ALREADY);
    diags = findings();
    CU_ASSERT_EQUAL(fzzf_package_sign(package, "../m", &signer, take,
                                      &(fzzf__text){0}, diags),
                    FZZF_E_SCHEMA);
    CU_ASSERT_EQUAL(first_of(diags), FZZF__F_UNSAFE_NAME);
    fzzf_package_free(package);
    fzzf__text_free(&bytes);
}

/* Reads @pem as a private key; the number of the finding. */
static int refusal(const fzzf__text *pem)
{
    const fzzf_source source = memory_of(pem);
    fzzf_diags *const diags = findings();
    fzzf_key *key = NULL;

    CU_ASSERT_EQUAL(fzzf_key_read(&key, &source, NULL, diags),
                    FZZF_E_SIGNATURE);
    CU_ASSERT_PTR_NULL(key);
    return first_of(diags);
}

static void refuses_weak_keys_and_what_is_none(void)
{
    EVP_PKEY *const keys[] = {
        EVP_PKEY_Q_keygen(NULL, NULL, "RSA", (size_t)1024),
        EVP_PKEY_Q_keygen(NULL, NULL, "EC", "P-384"),
        EVP_PKEY_Q_keygen(NULL, NULL, "ED25519")};
    fzzf__text text = {0};

    for (size_t i = 0; i < LENGTH(keys); i++) {
        fzzf__text pem = {0};

        private_pem(&pem, keys[i]);
        CU_ASSERT_EQUAL(refusal(&pem), FZZF__F_WEAK_KEY);
        fzzf__text_free(&pem);
        public_pem(&pem, keys[i]);
        CU_ASSERT_EQUAL(refusal(&pem), FZZF__F_NO_KEY);
        fzzf__text_free(&pem);
        EVP_PKEY_free(keys[i]);
    }
    fzzf__text_add(&text, "no key");
    CU_ASSERT_EQUAL(refusal(&text), FZZF__F_NO_KEY);
    fzzf__text_free(&text);
}

static void bears_null(void)
{
    size_t size = 1;
    fzzf_signer wrong[4];
    fzzf__text bytes = {0};
    fzzf_package *package;

    for (size_t i = 0; i < LENGTH(wrong); i++)
        wrong[i] = device_of(&size);
    wrong[0].size = 0;
    wrong[1].algorithm = (fzzf_algorithm)0;
    wrong[2].key = "ff";
    wrong[3].sign = NULL;
    county_package(&bytes, "330106", 1);
    package = open_bytes(&bytes, 0);
    for (size_t i = 0; i < LENGTH(wrong); i++)
        CU_ASSERT_EQUAL(
            fzzf_package_sign(package, "s", &wrong[i], take, NULL, NULL),
            FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_package_sign(NULL, "s", &wrong[0], take, NULL, NULL),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_package_sign(package, "s", NULL, take, NULL, NULL),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_key_read(NULL, NULL, NULL, NULL), FZZF_E_ARGUMENT);
    CU_ASSERT_PTR_NULL(fzzf_key_signer(NULL));
    fzzf_key_free(NULL);
    fzzf_package_free(package);
    fzzf__text_free(&bytes);
}

CU_TestInfo sign_tests[] = {
    {"takes what a device signs", takes_what_a_device_signs},
    {"adds one to those that are there", adds_one_to_those_that_are_there},
    {"refuses weak keys and what is none", refuses_weak_keys_and_what_is_none},
    {"bears NULL", bears_null},
    CU_TEST_INFO_NULL,
};
