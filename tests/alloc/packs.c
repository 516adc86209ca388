/* SPDX-License-Identifier: Apache-2.0 */
/* What the trials of packages share. */

#include "alloc/packs.h"

#include <string.h>

#include <openssl/ec.h>
#include <openssl/pem.h>

#include "alloc/try.h"

#define DEVICE                                                                 \
    "00000000000000000000000000000000000000000000000000000000000000ff"

struct packs packs;

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
    (void)user, (void)bytes, (void)length;
    return signature_length == 6 && memcmp(signature, "device", 6) == 0;
}

const fzzf_signer device_signer = {.size = sizeof device_signer,
                                   .algorithm = FZZF_SM2_SM3,
                                   .key = DEVICE,
                                   .sign = sign_as_device};
const fzzf_verifier device_verifier = {.size = sizeof device_verifier,
                                       .algorithm = FZZF_SM2_SM3,
                                       .key = DEVICE,
                                       .label = "device",
                                       .from = "2026-01-01",
                                       .to = "2026-12-31",
                                       .verify = verify_as_device};

void pack_must(fzzf_status status, const char *what)
{
    if (status != FZZF_OK)
        complain("%s: %s", what, fzzf_status_name(status));
}

/* Nothing is handed over before all of it was made. */
bool took_nothing(struct scene *scene)
{
    return scene->taken.length == 0;
}

void tell_taken(struct scene *scene, struct note *note)
{
    note_add(note, scene->taken.bytes, scene->taken.length);
}

fzzf_status pack_begin(fzzf_packing **out, fzzf_level level)
{
    const bool county = level == FZZF_LEVEL_COUNTY;
    const fzzf_dispatch dispatch = {.size = sizeof dispatch,
                                    .batch = "2026-1",
                                    .sequence = 3,
                                    .sender = county ? "330106" : "3301",
                                    .level = level,
                                    .made = "2026-09-30"};

    return fzzf_packing_new(out, &dispatch);
}

fzzf_status pack_add(fzzf_packing *packing, const char *name,
                     const fzzf_source *document, fzzf_diags *diags)
{
    const fzzf_source evidence = {.size = sizeof evidence,
                                  .name = "a.txt",
                                  .bytes = "hello",
                                  .length = 5};
    fzzf_status status =
        fzzf_packing_add(packing, name, FZZF_ENTRY_DOCUMENT, document, diags);

    if (status == FZZF_OK)
        status = fzzf_packing_add(packing, "evidence/a.txt",
                                  FZZF_ENTRY_EVIDENCE, &evidence, diags);
    return status;
}

fzzf_package *pack_open(const struct note *bytes)
{
    const fzzf_source source = source_of("a.fzzf", bytes);
    fzzf_package *package = NULL;

    pack_must(fzzf_package_open(&package, &source, NULL, NULL), "open");
    return package;
}

void tell_signatures(struct note *note, const fzzf_package *package)
{
    fzzf_signature view = {.size = sizeof view};

    quiet_begin();
    for (size_t i = 0; i < ASK(fzzf_package_count)(package); i++) {
        (void)ASK(fzzf_package_signature)(package, i, &view);
        note_say(note, "%s %s %s %s %zu\n", view.name, view.key,
                 ASK(fzzf_signature_status_name)(view.status),
                 view.label == NULL ? "-" : view.label, view.covered);
    }
    quiet_end();
}

static void note_bio(struct note *note, BIO *bio)
{
    char *bytes = NULL;
    const long length = BIO_get_mem_data(bio, &bytes);

    note_add(note, bytes, length < 0 ? 0 : (size_t)length);
    BIO_free(bio);
}

static void make_keys(void)
{
    EVP_PKEY *const pkey = EVP_EC_gen("P-256");
    BIO *const private = BIO_new(BIO_s_mem());
    BIO *const public = BIO_new(BIO_s_mem());

    if (PEM_write_bio_PrivateKey(private, pkey, NULL, NULL, 0, NULL, NULL) !=
            1 ||
        PEM_write_bio_PUBKEY(public, pkey) != 1)
        complain("cannot make keys");
    note_bio(&packs.private_key, private);
    note_bio(&packs.public_key, public);
    EVP_PKEY_free(pkey);
}

/* Writes a packing, signs it, opens and verifies the outcome. */
static fzzf_package *finish(fzzf_packing *packing, struct note *bytes)
{
    struct note plain = {NULL, 0, 0};
    fzzf_package *unsigned_one, *package;

    pack_must(fzzf_packing_write(packing, note_take, &plain, NULL), "write");
    unsigned_one = pack_open(&plain);
    pack_must(fzzf_package_sign(unsigned_one, "s", &device_signer, note_take,
                                bytes, NULL),
              "sign");
    fzzf_package_free(unsigned_one);
    fzzf_packing_free(packing);
    note_free(&plain);
    package = pack_open(bytes);
    pack_must(fzzf_package_verify(package, packs.trust, "2026-10-08", NULL),
              "verify");
    return package;
}

void packs_make(void)
{
    struct note bytes = note_file("tests/cases/xml/valid/declaration-full.xml");
    const fzzf_source source = source_of("declaration.xml", &bytes);
    fzzf_packing *county = NULL, *city = NULL;

    make_keys();
    pack_must(fzzf_trust_new(&packs.trust), "trust");
    pack_must(fzzf_trust_add(packs.trust, &device_verifier), "trust");
    pack_must(pack_begin(&county, FZZF_LEVEL_COUNTY), "a county");
    pack_must(pack_add(county, "declaration.xml", &source, NULL), "add");
    packs.county = finish(county, &packs.county_bytes);
    pack_must(pack_begin(&city, FZZF_LEVEL_CITY), "a city");
    pack_must(fzzf_packing_merge(city, packs.county, NULL), "merge");
    packs.city = finish(city, &packs.city_bytes);
    note_free(&bytes);
}

void packs_free(void)
{
    fzzf_package_free(packs.county);
    fzzf_package_free(packs.city);
    fzzf_trust_free(packs.trust);
    note_free(&packs.private_key);
    note_free(&packs.public_key);
    note_free(&packs.county_bytes);
    note_free(&packs.city_bytes);
    memset(&packs, 0, sizeof packs);
}
