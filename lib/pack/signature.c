/* SPDX-License-Identifier: Apache-2.0 */
/* Reads and writes the files of signatures. */

#include "pack/signature.h"

#include <string.h>

#include <openssl/evp.h>

#define HEAD       "fzzf-signature 1\nalgorithm "
#define BASE64_MAX (4 * ((FZZF__SIGNATURE_MAX + 2) / 3))
#define FILE_MAX   (BASE64_MAX + 256)

static const char *const names[] = {
    [FZZF_ECDSA_P256_SHA256] = "ecdsa-p256-sha256",
    [FZZF_RSA_PSS_SHA256] = "rsa-pss-sha256",
    [FZZF_SM2_SM3] = "sm2-sm3",
};
#define COUNT (sizeof names / sizeof names[0])

const char *fzzf_algorithm_name(fzzf_algorithm algorithm)
{
    return (size_t)algorithm < COUNT ? names[algorithm] : NULL;
}

bool fzzf__is_key(const char *text)
{
    return text != NULL &&
           strspn(text, "0123456789abcdef") == FZZF__KEY_TEXT - 1 &&
           text[FZZF__KEY_TEXT - 1] == '\0';
}

/* Moves @at past @word when it stands there. */
static bool skip(const char **at, const char *word)
{
    const size_t length = strlen(word);

    if (strncmp(*at, word, length) != 0)
        return false;
    *at += length;
    return true;
}

static bool read_algorithm(struct fzzf__signature_file *file, const char **at)
{
    for (size_t i = 1; i < COUNT; i++)
        if (skip(at, names[i])) {
            file->algorithm = (fzzf_algorithm)i;
            return true;
        }
    return false;
}

/* The last line, from its value on: whatever reading base64 forgives, the way
 * back does not. */
static bool read_value(struct fzzf__signature_file *file, const char *text)
{
    const size_t length = strcspn(text, "\n");
    unsigned char value[BASE64_MAX], again[BASE64_MAX + 1];
    int size;

    if (length < 4 || length % 4 != 0 || length > BASE64_MAX ||
        strcmp(text + length, "\n") != 0)
        return false;
    size = EVP_DecodeBlock(value, (const unsigned char *)text, (int)length);
    if (size <= 0)
        return false;
    file->length =
        (size_t)size - (text[length - 1] == '=') - (text[length - 2] == '=');
    if (file->length > sizeof file->value)
        return false;
    memcpy(file->value, value, file->length);
    EVP_EncodeBlock(again, file->value, (int)file->length);
    return memcmp(again, text, length) == 0;
}

bool fzzf__signature_read(struct fzzf__signature_file *file, const char *bytes,
                          size_t length)
{
    char text[FILE_MAX + 1] = "";
    const char *at = text;

    memset(file, 0, sizeof *file);
    if (length > FILE_MAX || memchr(bytes, '\0', length) != NULL)
        return false;
    memcpy(text, bytes, length);
    if (!skip(&at, HEAD) || !read_algorithm(file, &at) ||
        !skip(&at, "\nkey ") || strlen(at) < FZZF__KEY_TEXT)
        return false;
    memcpy(file->key, at, FZZF__KEY_TEXT - 1);
    at += FZZF__KEY_TEXT - 1;
    return fzzf__is_key(file->key) && skip(&at, "\nvalue ") &&
           read_value(file, at);
}

void fzzf__signature_write(const struct fzzf__signature_file *file,
                           fzzf__text *out)
{
    unsigned char base64[BASE64_MAX + 1];

    EVP_EncodeBlock(base64, file->value, (int)file->length);
    fzzf__text_add(out, HEAD);
    fzzf__text_add(out, fzzf_algorithm_name(file->algorithm));
    fzzf__text_add(out, "\nkey ");
    fzzf__text_add(out, file->key);
    fzzf__text_add(out, "\nvalue ");
    fzzf__text_add(out, (const char *)base64);
    fzzf__text_add(out, "\n");
}
