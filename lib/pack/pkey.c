/* SPDX-License-Identifier: Apache-2.0 */
/* Signs and verifies with keys of OpenSSL. */

#include "pack/pkey.h"

#include <string.h>

#include <openssl/err.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include "pack/digest.h"

#define RSA_BITS_MIN 2048
#define RSA_BITS_MAX 8192
#define SALT         32 /* as long as the digest */

/* The id that signers have where none was agreed (GM/T 0009, 10). */
static const char sm2_id[] = "1234567812345678";

fzzf_algorithm fzzf__pkey_algorithm(const EVP_PKEY *pkey, const char **why)
{
    char group[32] = "";
    const int bits = EVP_PKEY_get_bits(pkey);

    *why = NULL;
    if (EVP_PKEY_is_a(pkey, "SM2"))
        return FZZF_SM2_SM3;
    if (EVP_PKEY_is_a(pkey, "RSA") || EVP_PKEY_is_a(pkey, "RSA-PSS")) {
        if (bits >= RSA_BITS_MIN && bits <= RSA_BITS_MAX)
            return FZZF_RSA_PSS_SHA256;
        *why = bits < RSA_BITS_MIN ? "RSA < 2048" : "RSA > 8192";
    } else if (EVP_PKEY_is_a(pkey, "EC")) {
        if (EVP_PKEY_get_group_name(pkey, group, sizeof group, NULL) == 1 &&
            strcmp(group, "prime256v1") == 0)
            return FZZF_ECDSA_P256_SHA256;
        *why = "EC != P-256";
    } else {
        *why = "!= EC, RSA, SM2";
    }
    return (fzzf_algorithm)0;
}

bool fzzf__pkey_id(const EVP_PKEY *pkey, char *key)
{
    unsigned char *der = NULL;
    struct fzzf__digests digests;
    const int length = i2d_PUBKEY(pkey, &der);
    const bool made = length > 0 && fzzf__digest(&digests, der, (size_t)length);

    if (made)
        memcpy(key, digests.sha256, FZZF__KEY_TEXT);
    OPENSSL_free(der);
    return made;
}

/* A context for @pkey, ready for its algorithm; both are to be freed. */
static bool begin(EVP_MD_CTX *context, EVP_PKEY_CTX **inner, EVP_PKEY *pkey,
                  bool signing)
{
    const char *why;
    const fzzf_algorithm algorithm = fzzf__pkey_algorithm(pkey, &why);
    const EVP_MD *md = algorithm == FZZF_SM2_SM3 ? EVP_sm3() : EVP_sha256();

    *inner = EVP_PKEY_CTX_new(pkey, NULL);
    if (*inner == NULL ||
        (algorithm == FZZF_SM2_SM3 &&
         EVP_PKEY_CTX_set1_id(*inner, sm2_id, (int)strlen(sm2_id)) != 1))
        return false;
    EVP_MD_CTX_set_pkey_ctx(context, *inner);
    if ((signing ? EVP_DigestSignInit(context, NULL, md, NULL, pkey)
                 : EVP_DigestVerifyInit(context, NULL, md, NULL, pkey)) != 1)
        return false;
    if (algorithm != FZZF_RSA_PSS_SHA256)
        return true;
    return EVP_PKEY_CTX_set_rsa_padding(*inner, RSA_PKCS1_PSS_PADDING) == 1 &&
           EVP_PKEY_CTX_set_rsa_mgf1_md(*inner, md) == 1 &&
           EVP_PKEY_CTX_set_rsa_pss_saltlen(*inner, SALT) == 1;
}

size_t fzzf__pkey_sign(void *user, const char *bytes, size_t length,
                       char *signature, size_t capacity)
{
    EVP_MD_CTX *context;
    EVP_PKEY_CTX *inner = NULL;
    size_t size = capacity;
    bool made;

    ERR_set_mark();
    context = EVP_MD_CTX_new();
    made = context != NULL && begin(context, &inner, user, true) &&
           EVP_DigestSign(context, (unsigned char *)signature, &size,
                          (const unsigned char *)bytes, length) == 1;
    EVP_MD_CTX_free(context);
    EVP_PKEY_CTX_free(inner);
    ERR_pop_to_mark();
    return made ? size : 0;
}

int fzzf__pkey_verify(void *user, const char *bytes, size_t length,
                      const char *signature, size_t signature_length)
{
    EVP_MD_CTX *context;
    EVP_PKEY_CTX *inner = NULL;
    bool right;

    ERR_set_mark();
    context = EVP_MD_CTX_new();
    right = context != NULL && begin(context, &inner, user, false) &&
            EVP_DigestVerify(context, (const unsigned char *)signature,
                             signature_length, (const unsigned char *)bytes,
                             length) == 1;
    EVP_MD_CTX_free(context);
    EVP_PKEY_CTX_free(inner);
    ERR_pop_to_mark();
    return right;
}
