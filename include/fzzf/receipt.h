/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FZZF_RECEIPT_H
#define FZZF_RECEIPT_H

/**
 * @file
 * @brief Receipts (回执): what the receiving level answers to a package.
 *
 * A receipt names the bytes that arrived by their digests, and gives the
 * verdict with its findings. The sender compares the digests with those of what
 * was sent. A receipt never changes and may be shared by threads.
 */

#include <stddef.h>
#include <stdint.h>

#include "fzzf/diag.h"
#include "fzzf/export.h"
#include "fzzf/manifest.h"
#include "fzzf/status.h"

FZZF_BEGIN_DECLS

/** A receipt. */
typedef struct fzzf_receipt fzzf_receipt;

/** What the receiver decided about a package. */
typedef enum fzzf_acceptance {
    FZZF_ACCEPTED = 1, /**< It is whole, and from whom it says. */
    FZZF_REJECTED = 2  /**< The findings say why. */
} fzzf_acceptance;

/** What a receipt says; a view, and what one is made from. */
typedef struct fzzf_acknowledgement {
    size_t size;             /**< sizeof(fzzf_acknowledgement) */
    const char *receiver;    /**< The receiver's division code. */
    fzzf_level level;        /**< The receiver's level. */
    const char *made;        /**< The day, such as "2026-10-08". */
    fzzf_acceptance verdict; /**< Accepted or rejected. */
    uint64_t bytes;          /**< The size of what arrived. */
    const char *sha256;      /**< Its SHA-256. */
    const char *sm3;         /**< Its SM3. */
    const char *batch;       /**< From its manifest; NULL: it was not read. */
    uint32_t sequence;       /**< From its manifest; 0: it was not read. */
    const char *sender;      /**< From its manifest; NULL: it was not read. */
} fzzf_acknowledgement;

/**
 * Makes a receipt.
 *
 * @param[out] out   Release with fzzf_receipt_unref().
 * @param says       Copied. The fields from a manifest are given together, or
 *                   none of them; the others are required.
 * @param findings   What was found, copied; NULL is nothing.
 * @return FZZF_OK; FZZF_E_ARGUMENT when a field has not the form that
 *         doc/format.md gives it; FZZF_E_MEMORY.
 */
FZZF_API fzzf_status
fzzf_receipt_new(fzzf_receipt **out, const fzzf_acknowledgement *says,
                 const fzzf_diags *findings) FZZF_MUST_CHECK;

/** Takes one more reference. Returns @p receipt. */
FZZF_API fzzf_receipt *fzzf_receipt_ref(fzzf_receipt *receipt);
/** Gives a reference back; the last one releases. NULL is ignored. */
FZZF_API void fzzf_receipt_unref(fzzf_receipt *receipt);
/** Tells what it says. Returns 0 for NULL. */
FZZF_API int fzzf_receipt_describe(const fzzf_receipt *receipt,
                                   fzzf_acknowledgement *view);
/** Its findings, borrowed; NULL for NULL. */
FZZF_API const fzzf_diags *fzzf_receipt_findings(const fzzf_receipt *receipt);
/** Returns the word of @p verdict in documents, "accepted" or "rejected"; or
 *  NULL. */
FZZF_API const char *fzzf_acceptance_name(fzzf_acceptance verdict);

FZZF_END_DECLS

#endif
