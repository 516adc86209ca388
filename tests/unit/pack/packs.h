/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TESTS_UNIT_PACK_PACKS_H
#define TESTS_UNIT_PACK_PACKS_H

/* What the tests of packages share: those who sign, and what they send. */

#include <string.h>

#include <openssl/evp.h>

#include "base/text.h"
#include "fzzf/package.h"
#include "pack/report.h"
#include "unit/suites.h"

#define LENGTH(array) (sizeof(array) / sizeof *(array))

/* One who signs. */
struct party {
    EVP_PKEY *pkey;
    fzzf_key *key;
};

/* A fresh key: "EC" on P-256, "RSA" of 2048 bits or "SM2". */
void party_begin(struct party *party, const char *algorithm);
void party_end(struct party *party);
/* Trust in one party; NULL: in nobody. */
fzzf_trust *trust_in(const struct party *party);
/* The PEM form of the public or private key. */
void public_pem(fzzf__text *out, EVP_PKEY *pkey);
void private_pem(fzzf__text *out, EVP_PKEY *pkey);

fzzf_source memory_of(const fzzf__text *bytes);
fzzf_diags *findings(void);
/* Releases @diags and gives the number of the first finding, or 0. */
int first_of(fzzf_diags *diags);
/* An fzzf_write_fn; @user is an fzzf__text. */
int take(void *user, const char *bytes, size_t size);

fzzf_dispatch dispatch_of(const char *sender, fzzf_level level,
                          uint32_t sequence);
/* Adds @text to @packing; the number of the finding, or 0 when it succeeds. */
int add_text(fzzf_packing *packing, const char *name, fzzf_entry_kind kind,
             const char *text);
/* A county's packing with "declaration.xml" and "evidence/a.txt". */
fzzf_packing *county_packing(const char *sender, uint32_t sequence);
/* Its bytes, unsigned. */
void county_package(fzzf__text *out, const char *sender, uint32_t sequence);
/* Opens it, also without a signature. */
fzzf_package *open_bytes(const fzzf__text *bytes, int unsigned_entries);
/* @package with a signature called "s"; the number of the finding, or 0. */
int sign_bytes(fzzf__text *out, const fzzf__text *package,
               const fzzf_signer *signer);
/* A county's package that @party signed. */
void signed_package(fzzf__text *out, const struct party *party,
                    uint32_t sequence);
/* Verifies @bytes: the number of the first finding, or 0. The status of the
 * first signature goes to @status. */
int verify_bytes(const fzzf__text *bytes, const fzzf_trust *trust,
                 const char *day, fzzf_signature_status *status);

#endif
