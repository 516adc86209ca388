/* SPDX-License-Identifier: Apache-2.0 */
/* Lists of trusted keys, from certificates, public keys and callers. */

#include "pack/trust.h"

#include <stdio.h>
#include <string.h>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/options.h"
#include "pack/bytes.h"
#include "pack/pkey.h"
#include "pack/report.h"

#define PEM_MAX   ((uint64_t)16 * 1024 * 1024)
#define DAY_TEXT  16
#define LABEL_MAX 256

struct trusted {
    fzzf_verifier verifier; /* texts are in the arena */
    EVP_PKEY *pkey;         /* NULL: the caller verifies */
};

struct fzzf_trust {
    fzzf__arena arena;
    struct trusted *items;
    size_t capacity, count;
};

fzzf_status fzzf_trust_new(fzzf_trust **out)
{
    fzzf_trust *trust;

    if (out == NULL)
        return FZZF_E_ARGUMENT;
    trust = fzzf__calloc(1, sizeof *trust);
    if (trust == NULL)
        return FZZF_E_MEMORY;
    fzzf__arena_init(&trust->arena);
    *out = trust;
    return FZZF_OK;
}

void fzzf_trust_free(fzzf_trust *trust)
{
    if (trust == NULL)
        return;
    for (size_t i = 0; i < trust->count; i++)
        EVP_PKEY_free(trust->items[i].pkey);
    fzzf__free(trust->items);
    fzzf__arena_free(&trust->arena);
    fzzf__free(trust);
}

/* Days compare as texts, "2026-09-30". */
static bool is_day(const char *text)
{
    if (text == NULL || strlen(text) != 10)
        return false;
    for (size_t i = 0; i < 10; i++)
        if (i == 4 || i == 7 ? text[i] != '-' : text[i] < '0' || text[i] > '9')
            return false;
    return true;
}

/* Takes @pkey when it succeeds. */
static fzzf_status add(fzzf_trust *trust, const fzzf_verifier *verifier,
                       EVP_PKEY *pkey)
{
    struct trusted *item;

    if (!fzzf__grow((void **)&trust->items, &trust->capacity, trust->count,
                    sizeof *trust->items))
        return FZZF_E_MEMORY;
    item = &trust->items[trust->count];
    item->verifier = *verifier;
    item->verifier.key = fzzf__arena_text(&trust->arena, verifier->key);
    item->verifier.label = fzzf__arena_text(&trust->arena, verifier->label);
    item->verifier.from = fzzf__arena_text(&trust->arena, verifier->from);
    item->verifier.to = fzzf__arena_text(&trust->arena, verifier->to);
    if (trust->arena.spoiled != FZZF_OK) {
        trust->arena.spoiled = FZZF_OK; /* what is there still holds */
        return FZZF_E_MEMORY;
    }
    item->pkey = pkey;
    if (pkey != NULL)
        item->verifier.user = pkey;
    trust->count++;
    return FZZF_OK;
}

fzzf_status fzzf_trust_add(fzzf_trust *trust, const fzzf_verifier *verifier)
{
    fzzf_verifier now;

    if (trust == NULL || verifier == NULL ||
        fzzf__options_read(&now, sizeof now, verifier) != FZZF_OK ||
        fzzf_algorithm_name(now.algorithm) == NULL || now.verify == NULL ||
        !fzzf__is_key(now.key) || !fzzf__is_xml_text(now.label) ||
        (now.from != NULL && !is_day(now.from)) ||
        (now.to != NULL && !is_day(now.to)))
        return FZZF_E_ARGUMENT;
    return add(trust, &now, NULL);
}

/* The day of @time in universal time; @text holds DAY_TEXT bytes. */
static bool day_of(const ASN1_TIME *time, char *text)
{
    struct tm parts;

    if (time == NULL || ASN1_TIME_to_tm(time, &parts) != 1)
        return false;
    return snprintf(text, DAY_TEXT, "%04d-%02d-%02d",
                    (parts.tm_year + 1900) % 10000, parts.tm_mon + 1,
                    parts.tm_mday) == 10;
}

/* The common name, or @other. */
static void label_of(const X509 *certificate, const char *other, char *label)
{
    const X509_NAME *subject = X509_get_subject_name(certificate);
    const int at = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
    unsigned char *utf8 = NULL;
    int length = -1;

    if (at >= 0)
        length = ASN1_STRING_to_UTF8(
            &utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at)));
    if (length > 0 && length < LABEL_MAX &&
        strlen((const char *)utf8) == (size_t)length)
        memcpy(label, utf8, (size_t)length + 1);
    if (length <= 0 || !fzzf__is_xml_text(label))
        (void)snprintf(label, LABEL_MAX, "%s", other);
    OPENSSL_free(utf8);
}

static fzzf_status trust_key(fzzf_trust *trust, EVP_PKEY *pkey,
                             fzzf_verifier *verifier, const char *file,
                             fzzf_diags *diags)
{
    char key[FZZF__KEY_TEXT];
    const char *why = NULL;

    verifier->algorithm = fzzf__pkey_algorithm(pkey, &why);
    if (verifier->algorithm == 0)
        return fzzf__pack_report(diags, FZZF_E_SIGNATURE, FZZF__F_WEAK_KEY,
                                 file, NULL, why, NULL);
    if (!fzzf__pkey_id(pkey, key))
        return FZZF_E_MEMORY;
    verifier->key = key;
    verifier->verify = fzzf__pkey_verify;
    return add(trust, verifier, pkey);
}

static fzzf_status trust_certificate(fzzf_trust *trust, X509 *certificate,
                                     const char *file, fzzf_diags *diags)
{
    fzzf_verifier verifier = {.size = sizeof verifier};
    EVP_PKEY *pkey = X509_get_pubkey(certificate);
    char label[LABEL_MAX] = "", from[DAY_TEXT], to[DAY_TEXT];
    fzzf_status status = FZZF_E_SIGNATURE;

    label_of(certificate, file == NULL ? "?" : file, label);
    verifier.label = label;
    verifier.from = from;
    verifier.to = to;
    if (pkey == NULL || !day_of(X509_get0_notBefore(certificate), from) ||
        !day_of(X509_get0_notAfter(certificate), to))
        status = fzzf__pack_report(diags, status, FZZF__F_NO_KEY, file, NULL,
                                   "CERTIFICATE", NULL);
    else
        status = trust_key(trust, pkey, &verifier, file, diags);
    if (status != FZZF_OK)
        EVP_PKEY_free(pkey);
    return status;
}

static fzzf_status trust_public(fzzf_trust *trust, const char *file,
                                const unsigned char *der, long length,
                                fzzf_diags *diags)
{
    fzzf_verifier verifier = {.size = sizeof verifier,
                              .label = file == NULL ? "?" : file};
    EVP_PKEY *pkey = d2i_PUBKEY(NULL, &der, length);
    fzzf_status status;

    if (pkey == NULL)
        return fzzf__pack_report(diags, FZZF_E_SIGNATURE, FZZF__F_NO_KEY, file,
                                 NULL, "PUBLIC KEY", NULL);
    status = trust_key(trust, pkey, &verifier, file, diags);
    if (status != FZZF_OK)
        EVP_PKEY_free(pkey);
    return status;
}

static fzzf_status trust_block(fzzf_trust *trust, const char *kind,
                               const unsigned char *der, long length,
                               const char *file, fzzf_diags *diags)
{
    X509 *certificate;
    fzzf_status status;

    if (strcmp(kind, "PUBLIC KEY") == 0)
        return trust_public(trust, file, der, length, diags);
    certificate =
        strcmp(kind, "CERTIFICATE") == 0 ? d2i_X509(NULL, &der, length) : NULL;
    if (certificate == NULL)
        return fzzf__pack_report(diags, FZZF_E_SIGNATURE, FZZF__F_NO_KEY, file,
                                 NULL, "CERTIFICATE / PUBLIC KEY", NULL);
    status = trust_certificate(trust, certificate, file, diags);
    X509_free(certificate);
    return status;
}

static fzzf_status trust_blocks(fzzf_trust *trust, BIO *bio, const char *file,
                                fzzf_diags *diags)
{
    fzzf_status status = FZZF_OK;
    char *kind = NULL, *header = NULL;
    unsigned char *der = NULL;
    long length = 0;
    size_t count = 0;

    while (status == FZZF_OK &&
           PEM_read_bio(bio, &kind, &header, &der, &length) == 1) {
        status = trust_block(trust, kind, der, length, file, diags);
        OPENSSL_free(kind);
        OPENSSL_free(header);
        OPENSSL_free(der);
        count++;
    }
    if (status == FZZF_OK && count == 0)
        status =
            fzzf__pack_report(diags, FZZF_E_SIGNATURE, FZZF__F_NO_KEY, file,
                              NULL, "CERTIFICATE / PUBLIC KEY", NULL);
    return status;
}

/* All of a file or nothing. */
static void forget_from(fzzf_trust *trust, size_t count)
{
    while (trust->count > count)
        EVP_PKEY_free(trust->items[--trust->count].pkey);
}

fzzf_status fzzf_trust_read(fzzf_trust *trust, const fzzf_source *source,
                            fzzf_diags *diags)
{
    fzzf__text pem = {0};
    fzzf_status status;
    size_t count;
    BIO *bio;

    if (trust == NULL)
        return FZZF_E_ARGUMENT;
    count = trust->count;
    status = fzzf__load(&pem, source, PEM_MAX, diags);
    if (status == FZZF_OK) {
        ERR_set_mark();
        bio = BIO_new_mem_buf(pem.bytes, (int)pem.length);
        status = bio == NULL ? FZZF_E_MEMORY
                             : trust_blocks(trust, bio,
                                            fzzf__source_name(source), diags);
        BIO_free(bio);
        ERR_pop_to_mark();
    }
    if (status != FZZF_OK)
        forget_from(trust, count);
    fzzf__text_free(&pem);
    return status;
}

const fzzf_verifier *fzzf__trust_find(const fzzf_trust *trust, const char *key)
{
    for (size_t i = 0; trust != NULL && i < trust->count; i++)
        if (strcmp(trust->items[i].verifier.key, key) == 0)
            return &trust->items[i].verifier;
    return NULL;
}
