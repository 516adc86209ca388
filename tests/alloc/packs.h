/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TESTS_ALLOC_PACKS_H
#define TESTS_ALLOC_PACKS_H

/* What the trials of packages share. */

#include "alloc/fault.h"
#include "fzzf/package.h"

/* What they work on, made without any fault. */
struct packs {
    struct note private_key, public_key;
    struct note county_bytes, city_bytes; /* packages that a device signed */
    fzzf_package *county, *city;          /* the same; the city's holds one */
    fzzf_trust *trust;                    /* in the device */
};
extern struct packs packs;
extern const fzzf_signer device_signer;
extern const fzzf_verifier device_verifier;

void packs_make(void);
void packs_free(void);
/* Trials of opened packages and of receipts. */
void try_opened(void);

/* Complains unless @status is FZZF_OK. */
void pack_must(fzzf_status status, const char *what);
/* Begins the packing of a county or a city. */
fzzf_status pack_begin(fzzf_packing **out, fzzf_level level);
/* Adds a document and a piece of evidence. */
fzzf_status pack_add(fzzf_packing *packing, const char *name,
                     const fzzf_source *document, fzzf_diags *diags);
fzzf_package *pack_open(const struct note *bytes);
void tell_signatures(struct note *note, const fzzf_package *package);

/* Parts of trials: nothing was handed over before all of it was made; what was
 * handed over. */
bool took_nothing(struct scene *scene);
void tell_taken(struct scene *scene, struct note *note);

#endif
