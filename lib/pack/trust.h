/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_PACK_TRUST_H
#define LIB_PACK_TRUST_H

/* Whom the caller trusts. */

#include "fzzf/package.h"

/* The verifier of the key @key, or NULL. */
const fzzf_verifier *fzzf__trust_find(const fzzf_trust *trust, const char *key);

#endif
