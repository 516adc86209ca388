/* SPDX-License-Identifier: Apache-2.0 */
/* Signatures that are judged, and attacks on them. */

#include "pack/package.h"
#include "pack/zip.h"
#include "unit/pack/packs.h"

static void finds_good_what_a_trusted_key_signed(void)
{
    static const struct {
        const char *kind;
        fzzf_algorithm algorithm;
    } rows[] = {{"EC", FZZF_ECDSA_P256_SHA256},
                {"RSA", FZZF_RSA_PSS_SHA256},
                {"SM2", FZZF_SM2_SM3}};

    for (size_t i = 0; i < LENGTH(rows); i++) {
        fzzf_signature_status status;
        fzzf__text bytes = {0};
        struct party county;
        fzzf_trust *trust;

        party_begin(&county, rows[i].kind);
        trust = trust_in(&county);
        CU_ASSERT_EQUAL(fzzf_key_signer(county.key)->algorithm,
                        rows[i].algorithm);
        signed_package(&bytes, &county, 1);
        CU_ASSERT_EQUAL(verify_bytes(&bytes, trust, NULL, &status), 0);
        CU_ASSERT_EQUAL(status, FZZF_SIGNATURE_GOOD);
        fzzf_trust_free(trust);
        party_end(&county);
        fzzf__text_free(&bytes);
    }
}

/* First attack of three known from XML signatures: whoever signs brings his key
 * along. Here a key in the package is no more than a hint. */
static void trusts_no_key_that_comes_along(void)
{
    struct party county, thief;
    fzzf_signature_status status;
    fzzf__text bytes = {0};
    fzzf_trust *nobody, *trust;

    party_begin(&county, "SM2");
    party_begin(&thief, "SM2");
    nobody = trust_in(NULL);
    trust = trust_in(&county);
    signed_package(&bytes, &thief, 1);
    CU_ASSERT_EQUAL(verify_bytes(&bytes, nobody, NULL, &status),
                    FZZF__F_SIGNER_UNKNOWN);
    CU_ASSERT_EQUAL(status, FZZF_SIGNATURE_UNKNOWN);
    CU_ASSERT_EQUAL(verify_bytes(&bytes, NULL, NULL, &status),
                    FZZF__F_SIGNER_UNKNOWN);
    CU_ASSERT_EQUAL(verify_bytes(&bytes, trust, NULL, &status),
                    FZZF__F_SIGNER_UNKNOWN);
    fzzf_trust_free(nobody);
    fzzf_trust_free(trust);
    party_end(&county);
    party_end(&thief);
    fzzf__text_free(&bytes);
}

/* Second attack: the content is edited and signed anew, now with the county's
 * key in the key line. Then with another algorithm than the key's. */
static void sees_a_forged_key_and_a_swapped_algorithm(void)
{
    struct party county, thief;
    fzzf_signature_status status;
    fzzf__text edited = {0}, forged = {0}, swapped = {0};
    fzzf_trust *trust;
    fzzf_signer signer;

    party_begin(&county, "EC");
    party_begin(&thief, "EC");
    trust = trust_in(&county);
    county_package(&edited, "330106", 2);
    signer = *fzzf_key_signer(thief.key);
    signer.key = fzzf_key_signer(county.key)->key;
    CU_ASSERT_EQUAL(sign_bytes(&forged, &edited, &signer), 0);
    CU_ASSERT_EQUAL(verify_bytes(&forged, trust, NULL, &status),
                    FZZF__F_SIGNATURE_BROKEN);
    CU_ASSERT_EQUAL(status, FZZF_SIGNATURE_BROKEN);
    signer = *fzzf_key_signer(county.key);
    signer.algorithm = FZZF_RSA_PSS_SHA256;
    CU_ASSERT_EQUAL(sign_bytes(&swapped, &edited, &signer), 0);
    CU_ASSERT_EQUAL(verify_bytes(&swapped, trust, NULL, &status),
                    FZZF__F_OTHER_ALGORITHM);
    CU_ASSERT_EQUAL(status, FZZF_SIGNATURE_BROKEN);
    fzzf_trust_free(trust);
    party_end(&county);
    party_end(&thief);
    fzzf__text_free(&edited);
    fzzf__text_free(&forged);
    fzzf__text_free(&swapped);
}

/* The package again with a forged declaration, as long as the true one, which
 * is moved into "zzz/" when @moved. */
static void wrap(fzzf__text *out, const fzzf__text *bytes, bool moved)
{
    fzzf_package *const package = open_bytes(bytes, 1);
    const struct fzzf__container *const container = &package->container;
    struct fzzf__zip *const zip = fzzf__zip_begin(out);
    fzzf__text body = {0};

    for (size_t i = 0; i < container->count; i++) {
        const struct fzzf__member *const member = &container->members[i];

        if (strcmp(member->name, "declaration.xml") != 0) {
            (void)fzzf__zip_copy(zip, container, member);
            continue;
        }
        CU_ASSERT_TRUE_FATAL(fzzf__zip_read(container, member, &body));
        body.bytes[body.length - 2] ^= 1;
        (void)fzzf__zip_add(zip, member->name, body.bytes, body.length, true);
        body.bytes[body.length - 2] ^= 1;
    }
    if (moved)
        (void)fzzf__zip_add(zip, "zzz/declaration.xml", body.bytes, body.length,
                            true);
    CU_ASSERT_TRUE_FATAL(fzzf__zip_end(zip));
    fzzf__text_free(&body);
    fzzf_package_free(package);
}

/* Third attack: the signature stays good, and something else is read. */
static void reads_what_was_signed_and_nothing_else(void)
{
    fzzf__text bytes = {0}, replaced = {0}, wrapped = {0}, read = {0};
    fzzf_diags *diags = findings();
    fzzf_package *package = NULL;
    struct party county;
    fzzf_trust *trust;
    fzzf_source source;

    party_begin(&county, "SM2");
    trust = trust_in(&county);
    signed_package(&bytes, &county, 1);
    wrap(&replaced, &bytes, false);
    package = open_bytes(&replaced, 0);
    CU_ASSERT_EQUAL(fzzf_package_verify(package, trust, NULL, NULL), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_package_read(package, 0, take, &read, diags),
                    FZZF_E_SCHEMA);
    CU_ASSERT_EQUAL(first_of(diags), FZZF__F_DIGEST_DIFFERS);
    CU_ASSERT_EQUAL(read.length, 0);
    fzzf_package_free(package);
    package = NULL;
    diags = findings();
    wrap(&wrapped, &bytes, true);
    source = memory_of(&wrapped);
    CU_ASSERT_EQUAL(fzzf_package_open(&package, &source, NULL, diags),
                    FZZF_E_SCHEMA);
    CU_ASSERT_EQUAL(first_of(diags), FZZF__F_NOT_LISTED);
    CU_ASSERT_PTR_NULL(package);
    fzzf_trust_free(trust);
    party_end(&county);
    fzzf__text_free(&bytes);
    fzzf__text_free(&replaced);
    fzzf__text_free(&wrapped);
}

/* Signatures of a caller's device, for its own tests of days. */
static size_t sign_as_device(void *user, const char *bytes, size_t length,
                             char *signature, size_t capacity)
{
    (void)user, (void)bytes, (void)length, (void)capacity;
    memcpy(signature, "device", 6);
    return 6;
}

static int verify_as_device(void *user, const char *bytes, size_t length,
                            const char *signature, size_t signature_length)
{
    (void)user, (void)bytes;
    return length > 0 && signature_length == 6 &&
           memcmp(signature, "device", 6) == 0;
}

#define DEVICE                                                                 \
    "00000000000000000000000000000000000000000000000000000000000000ff"

static void judges_a_key_on_its_days(void)
{
    static const struct {
        const char *from, *to, *day;
        int code;
        fzzf_signature_status status;
    } rows[] = {
        {NULL, NULL, NULL, 0, FZZF_SIGNATURE_GOOD},
        {"2026-01-01", "2026-12-31", "2026-12-31", 0, FZZF_SIGNATURE_GOOD},
        {"2026-01-01", NULL, "2026-01-01", 0, FZZF_SIGNATURE_GOOD},
        {NULL, "2026-12-31", "2027-01-01", FZZF__F_NOT_VALID_THEN,
         FZZF_SIGNATURE_EXPIRED},
        {"2026-01-01", NULL, "2025-12-31", FZZF__F_NOT_VALID_THEN,
         FZZF_SIGNATURE_EXPIRED},
        {"2026-01-01", NULL, NULL, FZZF__F_NO_DAY, FZZF_SIGNATURE_EXPIRED},
    };
    const fzzf_signer signer = {.size = sizeof signer,
                                .algorithm = FZZF_SM2_SM3,
                                .key = DEVICE,
                                .sign = sign_as_device};
    fzzf__text bytes = {0}, package = {0};

    county_package(&bytes, "330106", 1);
    CU_ASSERT_EQUAL(sign_bytes(&package, &bytes, &signer), 0);
    for (size_t i = 0; i < LENGTH(rows); i++) {
        const fzzf_verifier verifier = {.size = sizeof verifier,
                                        .algorithm = FZZF_SM2_SM3,
                                        .key = DEVICE,
                                        .label = "device",
                                        .from = rows[i].from,
                                        .to = rows[i].to,
                                        .verify = verify_as_device};
        fzzf_trust *const trust = trust_in(NULL);
        fzzf_signature_status status;

        CU_ASSERT_EQUAL(fzzf_trust_add(trust, &verifier), FZZF_OK);
        CU_ASSERT_EQUAL(verify_bytes(&package, trust, rows[i].day, &status),
                        rows[i].code);
        CU_ASSERT_EQUAL(status, rows[i].status);
        fzzf_trust_free(trust);
    }
    fzzf__text_free(&bytes);
    fzzf__text_free(&package);
}

static void sees_a_replay(void)
{
    fzzf_diags *const diags = findings();
    fzzf__text bytes = {0};
    fzzf_package *package;

    county_package(&bytes, "330106", 3);
    package = open_bytes(&bytes, 0);
    CU_ASSERT_EQUAL(fzzf_package_follows(package, 0, NULL), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_package_follows(package, 2, NULL), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_package_follows(package, 3, diags), FZZF_E_SIGNATURE);
    CU_ASSERT_EQUAL(first_of(diags), FZZF__F_REPLAYED);
    CU_ASSERT_EQUAL(fzzf_package_follows(package, 4, NULL), FZZF_E_SIGNATURE);
    CU_ASSERT_EQUAL(fzzf_package_verify(package, NULL, "2026-1-1", NULL),
                    FZZF_E_ARGUMENT);
    fzzf_package_free(package);
    fzzf__text_free(&bytes);
}

CU_TestInfo verify_tests[] = {
    {"finds good what a trusted key signed",
     finds_good_what_a_trusted_key_signed},
    {"trusts no key that comes along", trusts_no_key_that_comes_along},
    {"sees a forged key and a swapped algorithm",
     sees_a_forged_key_and_a_swapped_algorithm},
    {"reads what was signed and nothing else",
     reads_what_was_signed_and_nothing_else},
    {"judges a key on its days", judges_a_key_on_its_days},
    {"sees a replay", sees_a_replay},
    CU_TEST_INFO_NULL,
};
