/* SPDX-License-Identifier: Apache-2.0 */
/* Reads private keys from PEM. */

#include <string.h>

#include <openssl/err.h>
#include <openssl/pem.h>

#include "base/memory.h"
#include "pack/bytes.h"
#include "pack/pkey.h"
#include "pack/report.h"

#define PEM_MAX 65536

struct fzzf_key {
    EVP_PKEY *pkey;
    fzzf_signer signer;
    char id[FZZF__KEY_TEXT];
};

/* OpenSSL would ask at the terminal; here it gets what the caller gave. */
static int give_password(char *buffer, int size, int writing, void *user)
{
    const char *password = user;
    const size_t length = password == NULL ? 0 : strlen(password);

    (void)writing;
    if (length == 0 || length > (size_t)size)
        return -1;
    memcpy(buffer, password, length);
    return (int)length;
}

static EVP_PKEY *parse(const fzzf__text *pem, const char *password)
{
    BIO *bio = BIO_new_mem_buf(pem->bytes, (int)pem->length);
    EVP_PKEY *pkey = NULL;

    if (bio != NULL)
        pkey = PEM_read_bio_PrivateKey(bio, NULL, give_password,
                                       (void *)(uintptr_t)password);
    BIO_free(bio);
    return pkey;
}

static fzzf_status make(fzzf_key **out, EVP_PKEY *pkey, const char *file,
                        fzzf_diags *diags)
{
    const char *why = NULL;
    fzzf_key *key;

    if (pkey == NULL)
        return fzzf__pack_report(diags, FZZF_E_SIGNATURE, FZZF__F_NO_KEY, file,
                                 NULL, "PRIVATE KEY", NULL);
    if (fzzf__pkey_algorithm(pkey, &why) == 0)
        return fzzf__pack_report(diags, FZZF_E_SIGNATURE, FZZF__F_WEAK_KEY,
                                 file, NULL, why, NULL);
    key = fzzf__calloc(1, sizeof *key);
    if (key == NULL)
        return FZZF_E_MEMORY;
    if (!fzzf__pkey_id(pkey, key->id)) {
        fzzf__free(key);
        return FZZF_E_MEMORY;
    }
    key->signer.size = sizeof key->signer;
    key->signer.algorithm = fzzf__pkey_algorithm(pkey, &why);
    key->signer.key = key->id;
    key->signer.sign = fzzf__pkey_sign;
    key->signer.user = pkey;
    key->pkey = pkey;
    *out = key;
    return FZZF_OK;
}

/* Whatever held a secret is wiped. */
static void wipe(fzzf__text *text)
{
    if (text->bytes != NULL)
        OPENSSL_cleanse(text->bytes, text->capacity);
    fzzf__text_free(text);
}

fzzf_status fzzf_key_read(fzzf_key **out, const fzzf_source *source,
                          const char *password, fzzf_diags *diags)
{
    fzzf__text pem = {0};
    EVP_PKEY *pkey = NULL;
    fzzf_status status;

    if (out == NULL)
        return FZZF_E_ARGUMENT;
    status = fzzf__load(&pem, source, PEM_MAX, diags);
    if (status == FZZF_OK) {
        ERR_set_mark();
        pkey = parse(&pem, password);
        status = make(out, pkey, fzzf__source_name(source), diags);
        ERR_pop_to_mark();
    }
    if (status != FZZF_OK)
        EVP_PKEY_free(pkey);
    wipe(&pem);
    return status;
}

void fzzf_key_free(fzzf_key *key)
{
    if (key == NULL)
        return;
    EVP_PKEY_free(key->pkey);
    fzzf__free(key);
}

const fzzf_signer *fzzf_key_signer(const fzzf_key *key)
{
    return key == NULL ? NULL : &key->signer;
}
