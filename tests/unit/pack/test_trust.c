/* SPDX-License-Identifier: Apache-2.0 */
/* Whom the caller trusts: certificates, public keys, and his own devices. */

#include <openssl/pem.h>
#include <openssl/x509.h>

#include "pack/trust.h"
#include "unit/pack/packs.h"

/* A certificate of @pkey for @name, valid in 2026. */
static void certificate_pem(fzzf__text *out, EVP_PKEY *pkey, const char *name)
{
    X509 *const it = X509_new();
    X509_NAME *const subject = X509_get_subject_name(it);
    BIO *const bio = BIO_new(BIO_s_mem());
    char *bytes = NULL;
    long length;

    CU_ASSERT_EQUAL(X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                                               (const unsigned char *)name, -1,
                                               -1, 0),
                    1);
    CU_ASSERT_EQUAL(X509_set_issuer_name(it, subject), 1);
    CU_ASSERT_EQUAL(X509_set_pubkey(it, pkey), 1);
    CU_ASSERT_EQUAL(
        ASN1_TIME_set_string_X509(X509_getm_notBefore(it), "20260101000000Z"),
        1);
    CU_ASSERT_EQUAL(
        ASN1_TIME_set_string_X509(X509_getm_notAfter(it), "20261231235959Z"),
        1);
    CU_ASSERT(X509_sign(it, pkey, EVP_sha256()) > 0);
    CU_ASSERT_EQUAL(PEM_write_bio_X509(bio, it), 1);
    length = BIO_get_mem_data(bio, &bytes);
    fzzf__text_addn(out, bytes, (size_t)length);
    BIO_free(bio);
    X509_free(it);
}

static fzzf_status read_pem(fzzf_trust *trust, const fzzf__text *pem, int *code)
{
    const fzzf_source source = memory_of(pem);
    fzzf_diags *const diags = findings();
    const fzzf_status status = fzzf_trust_read(trust, &source, diags);

    *code = first_of(diags);
    return status;
}

static void knows_a_certificate_by_its_name_and_days(void)
{
    const fzzf_verifier *verifier;
    fzzf__text pem = {0};
    struct party county;
    fzzf_trust *trust;
    int code;

    party_begin(&county, "EC");
    trust = trust_in(NULL);
    certificate_pem(&pem, county.pkey, "西湖区司法局");
    CU_ASSERT_EQUAL(read_pem(trust, &pem, &code), FZZF_OK);
    verifier = fzzf__trust_find(trust, fzzf_key_signer(county.key)->key);
    CU_ASSERT_PTR_NOT_NULL_FATAL(verifier);
    CHECK_TEXT(verifier->label, "西湖区司法局");
    CHECK_TEXT(verifier->from, "2026-01-01");
    CHECK_TEXT(verifier->to, "2026-12-31");
    CU_ASSERT_EQUAL(verifier->algorithm, FZZF_ECDSA_P256_SHA256);
    CU_ASSERT_PTR_NULL(fzzf__trust_find(
        trust,
        "00000000000000000000000000000000000000000000000000000000000000ff"));
    fzzf_trust_free(trust);
    party_end(&county);
    fzzf__text_free(&pem);
}

/* The second key of the file is too weak, so the first is not trusted. */
static void takes_all_of_a_file_or_nothing(void)
{
    EVP_PKEY *const weak = EVP_PKEY_Q_keygen(NULL, NULL, "EC", "P-384");
    fzzf__text pem = {0};
    struct party county;
    fzzf_trust *trust;
    int code;

    party_begin(&county, "EC");
    trust = trust_in(NULL);
    public_pem(&pem, county.pkey);
    public_pem(&pem, weak);
    CU_ASSERT_EQUAL(read_pem(trust, &pem, &code), FZZF_E_SIGNATURE);
    CU_ASSERT_EQUAL(code, FZZF__F_WEAK_KEY);
    CU_ASSERT_PTR_NULL(
        fzzf__trust_find(trust, fzzf_key_signer(county.key)->key));
    fzzf_trust_free(trust);
    EVP_PKEY_free(weak);
    party_end(&county);
    fzzf__text_free(&pem);
}

static void refuses_what_holds_no_public_key(void)
{
    fzzf_trust *const trust = trust_in(NULL);
    fzzf__text pem = {0};
    struct party county;
    int code;

    party_begin(&county, "SM2");
    fzzf__text_add(&pem, "nothing");
    CU_ASSERT_EQUAL(read_pem(trust, &pem, &code), FZZF_E_SIGNATURE);
    CU_ASSERT_EQUAL(code, FZZF__F_NO_KEY);
    fzzf__text_free(&pem);
    private_pem(&pem, county.pkey);
    CU_ASSERT_EQUAL(read_pem(trust, &pem, &code), FZZF_E_SIGNATURE);
    CU_ASSERT_EQUAL(code, FZZF__F_NO_KEY);
    fzzf__text_free(&pem);
    fzzf_trust_free(trust);
    party_end(&county);
}

static int verify_never(void *user, const char *bytes, size_t length,
                        const char *signature, size_t signature_length)
{
    (void)user, (void)bytes, (void)length, (void)signature,
        (void)signature_length;
    return 0;
}

static void refuses_devices_of_another_form(void)
{
    const fzzf_verifier right = {
        .size = sizeof right,
        .algorithm = FZZF_SM2_SM3,
        .key =
            "00000000000000000000000000000000000000000000000000000000000000ff",
        .label = "device",
        .verify = verify_never};
    fzzf_trust *const trust = trust_in(NULL);
    fzzf_verifier wrong[7];

    for (size_t i = 0; i < LENGTH(wrong); i++)
        wrong[i] = right;
    wrong[0].size = 0;
    wrong[1].algorithm = (fzzf_algorithm)9;
    wrong[2].key =
        "00000000000000000000000000000000000000000000000000000000000000FF";
    wrong[3].label = NULL;
    wrong[4].from = "2026-1-1";
    wrong[5].to = "2026/12/31";
    wrong[6].verify = NULL;
    for (size_t i = 0; i < LENGTH(wrong); i++)
        CU_ASSERT_EQUAL(fzzf_trust_add(trust, &wrong[i]), FZZF_E_ARGUMENT);
    CU_ASSERT_PTR_NULL(fzzf__trust_find(trust, right.key));
    CU_ASSERT_EQUAL(fzzf_trust_add(trust, &right), FZZF_OK);
    CU_ASSERT_PTR_NOT_NULL(fzzf__trust_find(trust, right.key));
    CU_ASSERT_EQUAL(fzzf_trust_add(NULL, &right), FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_trust_add(trust, NULL), FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_trust_new(NULL), FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_trust_read(NULL, NULL, NULL), FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_trust_read(trust, NULL, NULL), FZZF_E_ARGUMENT);
    fzzf_trust_free(trust);
    fzzf_trust_free(NULL);
}

CU_TestInfo trust_tests[] = {
    {"knows a certificate by its name and days",
     knows_a_certificate_by_its_name_and_days},
    {"takes all of a file or nothing", takes_all_of_a_file_or_nothing},
    {"refuses what holds no public key", refuses_what_holds_no_public_key},
    {"refuses devices of another form", refuses_devices_of_another_form},
    CU_TEST_INFO_NULL,
};
