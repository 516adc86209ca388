/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FZZF_CONTRACT_H
#define FZZF_CONTRACT_H

/**
 * @file
 * @brief The scoring contract (评分约定): rounding, missing data, ties, the
 *        threshold and its reading — every choice that texts leave open.
 *
 * Read from XML, required for every evaluation, cited by every result. It
 * never changes after reading and may be shared by threads.
 */

#include "fzzf/export.h"
#include "fzzf/number.h"

FZZF_BEGIN_DECLS

/** A scoring contract. */
typedef struct fzzf_contract fzzf_contract;

/** Takes one more reference. Returns @p contract. */
FZZF_API fzzf_contract *fzzf_contract_ref(fzzf_contract *contract);
/** Gives a reference back; the last one releases. NULL is ignored. */
FZZF_API void fzzf_contract_unref(fzzf_contract *contract);
/** The contract's id. */
FZZF_API const char *fzzf_contract_id(const fzzf_contract *contract);
/** The title. */
FZZF_API const char *fzzf_contract_title(const fzzf_contract *contract);
/** How its roundings round. */
FZZF_API fzzf_rounding fzzf_contract_rounding(const fzzf_contract *contract);
/** How many decimal places people are shown. */
FZZF_API int fzzf_contract_display_places(const fzzf_contract *contract);

FZZF_END_DECLS

#endif
