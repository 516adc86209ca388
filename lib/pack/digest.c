/* SPDX-License-Identifier: Apache-2.0 */
/* Digests by OpenSSL. */

#include "pack/digest.h"

#include <openssl/err.h>
#include <openssl/evp.h>

static bool take(char *text, const EVP_MD *kind, const void *bytes,
                 size_t length)
{
    static const char digits[] = "0123456789abcdef";
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned size = 0;

    if (EVP_Digest(bytes, length, digest, &size, kind, NULL) != 1 ||
        size != (FZZF__DIGEST_TEXT - 1) / 2)
        return false;
    for (unsigned i = 0; i < size; i++) {
        text[2 * i] = digits[digest[i] >> 4];
        text[2 * i + 1] = digits[digest[i] & 15];
    }
    text[FZZF__DIGEST_TEXT - 1] = '\0';
    return true;
}

bool fzzf__digest(struct fzzf__digests *digests, const void *bytes,
                  size_t length)
{
    bool taken;

    ERR_set_mark();
    taken = take(digests->sha256, EVP_sha256(), bytes, length) &&
            take(digests->sm3, EVP_sm3(), bytes, length);
    ERR_pop_to_mark();
    return taken;
}
