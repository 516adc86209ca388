/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_PACK_PKEY_H
#define LIB_PACK_PKEY_H

/* Keys of OpenSSL: which can be used, and what they do. */

#include <stdbool.h>

#include <openssl/evp.h>

#include "pack/signature.h"

/* What the key can be used for, or 0; then *why says why not. */
fzzf_algorithm fzzf__pkey_algorithm(const EVP_PKEY *pkey, const char **why);
/* The digest of its SubjectPublicKeyInfo; @key holds FZZF__KEY_TEXT bytes. */
bool fzzf__pkey_id(const EVP_PKEY *pkey, char *key);

/* As in fzzf_signer and fzzf_verifier; @user is the EVP_PKEY. */
size_t fzzf__pkey_sign(void *user, const char *bytes, size_t length,
                       char *signature, size_t capacity);
int fzzf__pkey_verify(void *user, const char *bytes, size_t length,
                      const char *signature, size_t signature_length);

#endif
