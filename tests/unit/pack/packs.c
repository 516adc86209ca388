/* SPDX-License-Identifier: Apache-2.0 */
/* What the tests of packages share. */

#include "unit/pack/packs.h"

#include <stdio.h>

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

static void pem_of(fzzf__text *out, BIO *bio)
{
    char *bytes = NULL;
    const long length = BIO_get_mem_data(bio, &bytes);

    CU_ASSERT_FATAL(length > 0);
    fzzf__text_addn(out, bytes, (size_t)length);
    BIO_free(bio);
}

void public_pem(fzzf__text *out, EVP_PKEY *pkey)
{
    BIO *const bio = BIO_new(BIO_s_mem());

    CU_ASSERT_EQUAL_FATAL(PEM_write_bio_PUBKEY(bio, pkey), 1);
    pem_of(out, bio);
}

void private_pem(fzzf__text *out, EVP_PKEY *pkey)
{
    BIO *const bio = BIO_new(BIO_s_mem());

    CU_ASSERT_EQUAL_FATAL(
        PEM_write_bio_PrivateKey(bio, pkey, NULL, NULL, 0, NULL, NULL), 1);
    pem_of(out, bio);
}

void party_begin(struct party *party, const char *algorithm)
{
    fzzf__text pem = {0};
    fzzf_source source;

    if (strcmp(algorithm, "EC") == 0)
        party->pkey = EVP_EC_gen("P-256");
    else if (strcmp(algorithm, "RSA") == 0)
        party->pkey = EVP_RSA_gen(2048);
    else
        party->pkey = EVP_PKEY_Q_keygen(NULL, NULL, algorithm);
    CU_ASSERT_PTR_NOT_NULL_FATAL(party->pkey);
    party->key = NULL;
    private_pem(&pem, party->pkey);
    source = memory_of(&pem);
    CU_ASSERT_EQUAL_FATAL(fzzf_key_read(&party->key, &source, NULL, NULL),
                          FZZF_OK);
    fzzf__text_free(&pem);
}

void party_end(struct party *party)
{
    fzzf_key_free(party->key);
    EVP_PKEY_free(party->pkey);
}

fzzf_trust *trust_in(const struct party *party)
{
    fzzf_trust *trust = NULL;
    fzzf__text pem = {0};
    fzzf_source source;

    CU_ASSERT_EQUAL_FATAL(fzzf_trust_new(&trust), FZZF_OK);
    if (party == NULL)
        return trust;
    public_pem(&pem, party->pkey);
    source = memory_of(&pem);
    source.name = "county";
    CU_ASSERT_EQUAL_FATAL(fzzf_trust_read(trust, &source, NULL), FZZF_OK);
    fzzf__text_free(&pem);
    return trust;
}

fzzf_source memory_of(const fzzf__text *bytes)
{
    const fzzf_source source = {
        .size = sizeof source, .bytes = bytes->bytes, .length = bytes->length};

    return source;
}

fzzf_diags *findings(void)
{
    fzzf_diags *diags = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_diags_new(&diags), FZZF_OK);
    return diags;
}

int first_of(fzzf_diags *diags)
{
    const int code = fzzf_diags_code(diags, 0);

    fzzf_diags_free(diags);
    return code;
}

int take(void *user, const char *bytes, size_t size)
{
    fzzf__text *const text = user;

    fzzf__text_addn(text, bytes, size);
    return text->failed;
}

fzzf_dispatch dispatch_of(const char *sender, fzzf_level level,
                          uint32_t sequence)
{
    const fzzf_dispatch dispatch = {.size = sizeof dispatch,
                                    .batch = "2026-1",
                                    .sequence = sequence,
                                    .sender = sender,
                                    .level = level,
                                    .made = "2026-09-30"};

    return dispatch;
}

int add_text(fzzf_packing *packing, const char *name, fzzf_entry_kind kind,
             const char *text)
{
    const fzzf_source source = {
        .size = sizeof source, .bytes = text, .length = strlen(text)};
    fzzf_diags *const diags = findings();
    const fzzf_status status =
        fzzf_packing_add(packing, name, kind, &source, diags);
    const int code = first_of(diags);

    return status == FZZF_OK ? 0 : code;
}

fzzf_packing *county_packing(const char *sender, uint32_t sequence)
{
    const fzzf_dispatch dispatch =
        dispatch_of(sender, FZZF_LEVEL_COUNTY, sequence);
    fzzf_packing *packing = NULL;
    char text[512];

    (void)snprintf(text, sizeof text,
                   "<declaration xmlns=\"urn:fzzf:1\" id=\"d%s\" system=\"s\" "
                   "type=\"comprehensive\"><unit code=\"%s\" name=\"n\" "
                   "level=\"county\"/><assessment assessor=\"self\"/>"
                   "</declaration>",
                   sender, sender);
    CU_ASSERT_EQUAL_FATAL(fzzf_packing_new(&packing, &dispatch), FZZF_OK);
    CU_ASSERT_EQUAL_FATAL(
        add_text(packing, "declaration.xml", FZZF_ENTRY_DOCUMENT, text), 0);
    CU_ASSERT_EQUAL_FATAL(
        add_text(packing, "evidence/a.txt", FZZF_ENTRY_EVIDENCE, "hello"), 0);
    return packing;
}

void county_package(fzzf__text *out, const char *sender, uint32_t sequence)
{
    fzzf_packing *const packing = county_packing(sender, sequence);

    CU_ASSERT_EQUAL_FATAL(fzzf_packing_write(packing, take, out, NULL),
                          FZZF_OK);
    fzzf_packing_free(packing);
}

fzzf_package *open_bytes(const fzzf__text *bytes, int unsigned_entries)
{
    const fzzf_package_options options = {.size = sizeof options,
                                          .unsigned_entries = unsigned_entries};
    const fzzf_source source = memory_of(bytes);
    fzzf_package *package = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_package_open(&package, &source, &options, NULL),
                          FZZF_OK);
    return package;
}

int sign_bytes(fzzf__text *out, const fzzf__text *package,
               const fzzf_signer *signer)
{
    fzzf_package *const opened = open_bytes(package, 0);
    fzzf_diags *const diags = findings();
    const fzzf_status status =
        fzzf_package_sign(opened, "s", signer, take, out, diags);
    const int code = first_of(diags);

    fzzf_package_free(opened);
    return status == FZZF_OK ? 0 : code;
}

void signed_package(fzzf__text *out, const struct party *party,
                    uint32_t sequence)
{
    fzzf__text bytes = {0};

    county_package(&bytes, "330106", sequence);
    CU_ASSERT_EQUAL_FATAL(sign_bytes(out, &bytes, fzzf_key_signer(party->key)),
                          0);
    fzzf__text_free(&bytes);
}

int verify_bytes(const fzzf__text *bytes, const fzzf_trust *trust,
                 const char *day, fzzf_signature_status *status)
{
    fzzf_package *const package = open_bytes(bytes, 0);
    fzzf_signature view = {.size = sizeof view};
    fzzf_diags *const diags = findings();
    const fzzf_status verified =
        fzzf_package_verify(package, trust, day, diags);
    const int code = first_of(diags);
    fzzf__text read = {0};

    CU_ASSERT_EQUAL(fzzf_package_signature(package, 0, &view), 1);
    *status = view.status;
    /* Only what a good signature covers is read. */
    CU_ASSERT_EQUAL(fzzf_package_read(package, 0, take, &read, NULL),
                    verified == FZZF_OK ? FZZF_OK : FZZF_E_SIGNATURE);
    fzzf__text_free(&read);
    CU_ASSERT_EQUAL(view.covered, view.status == FZZF_SIGNATURE_GOOD ? 2 : 0);
    fzzf_package_free(package);
    return verified == FZZF_OK ? 0 : code;
}
