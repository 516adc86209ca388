/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FZZF_MANIFEST_H
#define FZZF_MANIFEST_H

/**
 * @file
 * @brief Manifests (清单): what a package holds, from whom, for which batch.
 *
 * The manifest is what gets signed, so whatever must be provable stands in it:
 * the sender, the batch and the sequence number, and of every entry its size
 * and digests. It is read from XML (fzzf/xml.h), or built: fzzf_manifest_new(),
 * then fzzf_manifest_add(). Once it is shared by threads, none may add to it.
 */

#include <stddef.h>
#include <stdint.h>

#include "fzzf/export.h"
#include "fzzf/status.h"

FZZF_BEGIN_DECLS

/** A manifest. */
typedef struct fzzf_manifest fzzf_manifest;

/** The levels that send and receive packages; each passes on to a higher one.
 */
typedef enum fzzf_level {
    FZZF_LEVEL_COUNTY = 1,   /**< 县级 */
    FZZF_LEVEL_CITY = 2,     /**< 市级 */
    FZZF_LEVEL_PROVINCE = 3, /**< 省级 */
    FZZF_LEVEL_CENTRE = 4    /**< 中央 */
} fzzf_level;

/** What an entry of a package is. */
typedef enum fzzf_entry_kind {
    FZZF_ENTRY_DOCUMENT = 1, /**< A document of urn:fzzf:1. */
    FZZF_ENTRY_EVIDENCE = 2, /**< Anything else (佐证材料). */
    FZZF_ENTRY_PACKAGE = 3   /**< A package of a lower level, unchanged. */
} fzzf_entry_kind;

/** Whose manifest it is; a view, and what one is made from. */
typedef struct fzzf_dispatch {
    size_t size;        /**< sizeof(fzzf_dispatch) */
    const char *batch;  /**< The batch's id. */
    uint32_t sequence;  /**< Counts the sender's packages of it, from 1. */
    const char *sender; /**< The sender's division code. */
    fzzf_level level;   /**< The sender's level. */
    const char *made;   /**< The day, such as "2026-09-30". */
} fzzf_dispatch;

/** One entry; a view, and what one is made from. */
typedef struct fzzf_entry {
    size_t size;          /**< sizeof(fzzf_entry) */
    const char *name;     /**< Its path in the package. */
    fzzf_entry_kind kind; /**< What it is. */
    const char *media;    /**< Its media type, such as "application/pdf". */
    uint64_t bytes;       /**< Its size. */
    const char *sha256;   /**< 64 small hexadecimal digits. */
    const char *sm3;      /**< 64 small hexadecimal digits. */
} fzzf_entry;

/**
 * Begins a manifest without entries.
 *
 * @param[out] out    Release with fzzf_manifest_unref().
 * @param dispatch    All fields are required; copied.
 * @return FZZF_OK; FZZF_E_ARGUMENT when a field has not the form that
 *         doc/format.md gives it; FZZF_E_MEMORY.
 */
FZZF_API fzzf_status fzzf_manifest_new(
    fzzf_manifest **out, const fzzf_dispatch *dispatch) FZZF_MUST_CHECK;

/**
 * Adds one entry after the others.
 *
 * @param entry   All fields are required; copied.
 * @return as fzzf_manifest_new().
 */
FZZF_API fzzf_status fzzf_manifest_add(fzzf_manifest *manifest,
                                       const fzzf_entry *entry) FZZF_MUST_CHECK;

/** Takes one more reference. Returns @p manifest. */
FZZF_API fzzf_manifest *fzzf_manifest_ref(fzzf_manifest *manifest);
/** Gives a reference back; the last one releases. NULL is ignored. */
FZZF_API void fzzf_manifest_unref(fzzf_manifest *manifest);
/** Tells whose it is. Returns 0 for NULL. */
FZZF_API int fzzf_manifest_describe(const fzzf_manifest *manifest,
                                    fzzf_dispatch *view);
/** How many entries it has; 0 for NULL. */
FZZF_API size_t fzzf_manifest_count(const fzzf_manifest *manifest);
/** Fills entry @p index. Returns 0 past the end. */
FZZF_API int fzzf_manifest_at(const fzzf_manifest *manifest, size_t index,
                              fzzf_entry *view);
/** Returns the word of @p level in documents, such as "county"; or NULL. */
FZZF_API const char *fzzf_level_name(fzzf_level level);
/** Returns the word of @p kind in documents, such as "evidence"; or NULL. */
FZZF_API const char *fzzf_entry_kind_name(fzzf_entry_kind kind);

FZZF_END_DECLS

#endif
