/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FZZF_PACKAGE_H
#define FZZF_PACKAGE_H

/**
 * @file
 * @brief Packages (报送包): documents and evidence in one signed file.
 *
 * A library of its own, libfzzf-pack, so that programs that only score load no
 * cryptography. A package is a ZIP file of few liberties (doc/package.md); its
 * manifest lists every entry with digests, and signatures are over the bytes of
 * the manifest. Trust comes from the caller alone: what a package says of keys
 * is a hint. Entries are read only when a trusted signature covers them, or the
 * caller asked for less, and their bytes are checked before they are accepted.
 *
 * Packages are held in memory. An opened package may be read by several threads
 * once it was verified. No function reads a clock.
 */

#include <stddef.h>
#include <stdint.h>

#include "fzzf/diag.h"
#include "fzzf/export.h"
#include "fzzf/manifest.h"
#include "fzzf/receipt.h"
#include "fzzf/record.h"
#include "fzzf/status.h"
#include "fzzf/xml.h"

FZZF_BEGIN_DECLS

/** A package that was opened. */
typedef struct fzzf_package fzzf_package;
/** A package that is being made. */
typedef struct fzzf_packing fzzf_packing;
/** Whom the caller trusts. */
typedef struct fzzf_trust fzzf_trust;
/** A private key. */
typedef struct fzzf_key fzzf_key;

/** How signatures are made. */
typedef enum fzzf_algorithm {
    FZZF_ECDSA_P256_SHA256 = 1, /**< DER of r and s. */
    FZZF_RSA_PSS_SHA256 = 2,    /**< Salt of 32 bytes; 2048 bits or more. */
    FZZF_SM2_SM3 = 3            /**< GB/T 32918; id 1234567812345678. */
} fzzf_algorithm;

/** Returns the word of @p algorithm, such as "sm2-sm3", or NULL. */
FZZF_API const char *fzzf_algorithm_name(fzzf_algorithm algorithm);

/** What makes signatures: a key of OpenSSL, or a device of the caller. */
typedef struct fzzf_signer {
    size_t size;              /**< sizeof(fzzf_signer) */
    fzzf_algorithm algorithm; /**< How it signs. */
    const char *key; /**< SHA-256 of the public key's SubjectPublicKeyInfo, 64
                          small hexadecimal digits. */
    /** Signs @p length bytes into @p signature, which has room for
     *  @p capacity; returns the signature's length, or 0. */
    size_t (*sign)(void *user, const char *bytes, size_t length,
                   char *signature, size_t capacity);
    void *user; /**< For @c sign. */
} fzzf_signer;

/** What checks signatures of one trusted key. */
typedef struct fzzf_verifier {
    size_t size;              /**< sizeof(fzzf_verifier) */
    fzzf_algorithm algorithm; /**< How the key signs. */
    const char *key;          /**< As in fzzf_signer. */
    const char *label;        /**< How people call its owner. */
    const char *from;         /**< First day of validity; NULL: any. */
    const char *to;           /**< Last day of validity; NULL: any. */
    /** Returns 1 when the signature is right, else 0. */
    int (*verify)(void *user, const char *bytes, size_t length,
                  const char *signature, size_t signature_length);
    void *user; /**< For @c verify. */
} fzzf_verifier;

/**
 * Reads a private key in PEM form: ECDSA on P-256, RSA (which signs with PSS),
 * or SM2.
 *
 * @param[out] out    Release with fzzf_key_free().
 * @param password    For an encrypted key; NULL: none. Nobody is asked.
 * @return FZZF_OK, FZZF_E_IO, FZZF_E_SIGNATURE when it is no such key,
 *         FZZF_E_MEMORY, FZZF_E_ARGUMENT.
 */
FZZF_API fzzf_status fzzf_key_read(fzzf_key **out, const fzzf_source *source,
                                   const char *password,
                                   fzzf_diags *diags) FZZF_MUST_CHECK;
/** Releases it. NULL is ignored. */
FZZF_API void fzzf_key_free(fzzf_key *key);
/** The signer of @p key, which lives as long as the key; NULL for NULL. */
FZZF_API const fzzf_signer *fzzf_key_signer(const fzzf_key *key);

/** Makes an empty list: nobody is trusted. Release with fzzf_trust_free(). */
FZZF_API fzzf_status fzzf_trust_new(fzzf_trust **out) FZZF_MUST_CHECK;
/** Releases it. NULL is ignored. */
FZZF_API void fzzf_trust_free(fzzf_trust *trust);
/**
 * Trusts every certificate and public key of a PEM file. Certificates are
 * trusted themselves, not what they signed; they count on the days on which
 * they are valid. Labels are a certificate's common name, or the source's name.
 *
 * @return as fzzf_key_read().
 */
FZZF_API fzzf_status fzzf_trust_read(fzzf_trust *trust,
                                     const fzzf_source *source,
                                     fzzf_diags *diags) FZZF_MUST_CHECK;
/**
 * Trusts a key that the caller checks himself.
 * @param verifier   Copied with its texts; its user must live as long as
 *                   @p trust.
 * @return FZZF_OK, FZZF_E_ARGUMENT, FZZF_E_MEMORY.
 */
FZZF_API fzzf_status fzzf_trust_add(
    fzzf_trust *trust, const fzzf_verifier *verifier) FZZF_MUST_CHECK;

/** How a package is opened. Zero in a field is its default. */
typedef struct fzzf_package_options {
    size_t size;      /**< sizeof(fzzf_package_options) */
    uint64_t package; /**< Bytes of the package at most; 1 GiB, up to 4. */
    uint64_t entry;   /**< Bytes of an entry at most; 256 MiB. */
    uint64_t total;   /**< Bytes of all entries at most; 4 GiB. */
    uint32_t entries; /**< Entries at most; 10,000. */
    uint32_t ratio;   /**< How much an entry may grow beyond 100 KiB; 100. */
    int unsigned_entries; /**< Non-zero: entries are read without a trusted
                               signature; their digests still must fit. */
} fzzf_package_options;

/**
 * Opens a package: its structure and manifest are checked, no entry is read.
 *
 * @param[out] out   Release with fzzf_package_free().
 * @param options    NULL for the defaults.
 * @return FZZF_OK, FZZF_E_IO, FZZF_E_SCHEMA, FZZF_E_SYNTAX, FZZF_E_LIMIT,
 *         FZZF_E_SIGNATURE when a signature's file is at fault,
 *         FZZF_E_MEMORY, FZZF_E_ARGUMENT.
 */
FZZF_API fzzf_status fzzf_package_open(fzzf_package **out,
                                       const fzzf_source *source,
                                       const fzzf_package_options *options,
                                       fzzf_diags *diags) FZZF_MUST_CHECK;
/** Releases it. NULL is ignored. */
FZZF_API void fzzf_package_free(fzzf_package *package);
/** The manifest, borrowed. */
FZZF_API const fzzf_manifest *
fzzf_package_manifest(const fzzf_package *package);

/** What is known of a signature. */
typedef enum fzzf_signature_status {
    FZZF_SIGNATURE_UNCHECKED = 0, /**< fzzf_package_verify() was not called. */
    FZZF_SIGNATURE_GOOD = 1,      /**< Right, by a trusted key. */
    FZZF_SIGNATURE_UNKNOWN = 2,   /**< By a key that is not trusted. */
    FZZF_SIGNATURE_BROKEN = 3,    /**< Not by the trusted key it names. */
    FZZF_SIGNATURE_EXPIRED = 4    /**< Right, but not valid on that day. */
} fzzf_signature_status;

/** A signature; a view as in fzzf/result.h. */
typedef struct fzzf_signature {
    size_t size;                  /**< sizeof(fzzf_signature) */
    const char *name;             /**< Its name in the package. */
    fzzf_algorithm algorithm;     /**< What it says. */
    const char *key;              /**< The key that it names. */
    fzzf_signature_status status; /**< What came of verifying. */
    const char *label; /**< Whom the caller trusts with that key; NULL: nobody.
                        */
    size_t covered;    /**< Entries that it covers: all of the manifest when it
                            is good, else 0. */
} fzzf_signature;

/** Returns the word of @p status, such as "good", or NULL. */
FZZF_API const char *fzzf_signature_status_name(fzzf_signature_status status);

/**
 * Verifies every signature against the keys in @p trust.
 *
 * @param day   On which certificates are judged, such as "2026-10-08"; NULL
 *              when none is needed.
 * @return FZZF_OK when at least one is good and none is broken or expired;
 *         else FZZF_E_SIGNATURE, and the findings say why; FZZF_E_ARGUMENT.
 */
FZZF_API fzzf_status fzzf_package_verify(fzzf_package *package,
                                         const fzzf_trust *trust,
                                         const char *day,
                                         fzzf_diags *diags) FZZF_MUST_CHECK;
/** How many signatures it has. */
FZZF_API size_t fzzf_package_count(const fzzf_package *package);
/** Fills signature @p index. Returns 0 past the end. */
FZZF_API int fzzf_package_signature(const fzzf_package *package, size_t index,
                                    fzzf_signature *view);
/**
 * Tells whether the package is newer than number @p last of its sender and
 * batch, which the caller keeps; 0: none came before.
 * @return FZZF_OK; FZZF_E_SIGNATURE when it came before.
 */
FZZF_API fzzf_status fzzf_package_follows(const fzzf_package *package,
                                          uint32_t last,
                                          fzzf_diags *diags) FZZF_MUST_CHECK;

/**
 * Reads entry @p index of the manifest into @p write. Nothing is handed over
 * before size and digests were found right.
 *
 * @return FZZF_OK; FZZF_E_SIGNATURE when no good signature covers it;
 *         FZZF_E_SCHEMA when its bytes are not those of the manifest;
 *         FZZF_E_IO when @p write stopped; FZZF_E_LIMIT, FZZF_E_MEMORY,
 *         FZZF_E_ARGUMENT past the end.
 */
FZZF_API fzzf_status fzzf_package_read(const fzzf_package *package,
                                       size_t index, fzzf_write_fn write,
                                       void *user,
                                       fzzf_diags *diags) FZZF_MUST_CHECK;
/**
 * Opens entry @p index, which is a package itself. It is to be verified on its
 * own.
 * @param[out] out   Release with fzzf_package_free(); it outlives @p package.
 * @return as fzzf_package_read() and fzzf_package_open().
 */
FZZF_API fzzf_status fzzf_package_nested(fzzf_package **out,
                                         const fzzf_package *package,
                                         size_t index,
                                         fzzf_diags *diags) FZZF_MUST_CHECK;
/**
 * Writes the package with one more signature. All entries are checked before.
 *
 * @param name     What the signature is called in it: a safe name.
 * @param signer   Such as fzzf_key_signer().
 * @return as fzzf_package_read(); FZZF_E_SIGNATURE when it cannot be signed.
 */
FZZF_API fzzf_status fzzf_package_sign(const fzzf_package *package,
                                       const char *name,
                                       const fzzf_signer *signer,
                                       fzzf_write_fn write, void *user,
                                       fzzf_diags *diags) FZZF_MUST_CHECK;

/** What is written to a folder, and how. Zero is every default. */
typedef struct fzzf_extract_options {
    size_t size;          /**< sizeof(fzzf_extract_options) */
    int overwrite;        /**< Non-zero: files that exist are replaced. */
    fzzf_entry_kind kind; /**< Only entries of this kind; 0: all. */
    int flat;             /**< Non-zero: without the folders of their names. */
} fzzf_extract_options;

/**
 * Writes entries as files below @p folder, which exists. All are checked before
 * the first is written. Links are never followed; each file appears whole.
 *
 * @return as fzzf_package_read(); FZZF_E_IO also when a file exists or cannot
 *         be written.
 */
FZZF_API fzzf_status fzzf_package_extract(const fzzf_package *package,
                                          const char *folder,
                                          const fzzf_extract_options *options,
                                          fzzf_diags *diags) FZZF_MUST_CHECK;

/**
 * Begins a package.
 * @param[out] out    Release with fzzf_packing_free().
 * @param dispatch    As for fzzf_manifest_new().
 * @return as fzzf_manifest_new().
 */
FZZF_API fzzf_status fzzf_packing_new(
    fzzf_packing **out, const fzzf_dispatch *dispatch) FZZF_MUST_CHECK;
/** Releases it. NULL is ignored. */
FZZF_API void fzzf_packing_free(fzzf_packing *packing);
/**
 * Adds an entry; after a failure the packing can only be released. A document
 * is read, and refused with its findings when it does
 * not hold, has classified evidence, or holds identity numbers
 * (fzzf_xml_inspect()): its bytes are what is signed, so nothing in them is
 * masked. The content of evidence is not looked into, but its name is.
 *
 * @param name   Its name in the package: a safe path.
 * @param kind   A document or evidence.
 * @return FZZF_OK, FZZF_E_SCHEMA, FZZF_E_SYNTAX, FZZF_E_IO, FZZF_E_LIMIT,
 *         FZZF_E_MEMORY, FZZF_E_ARGUMENT.
 */
FZZF_API fzzf_status fzzf_packing_add(fzzf_packing *packing, const char *name,
                                      fzzf_entry_kind kind,
                                      const fzzf_source *source,
                                      fzzf_diags *diags) FZZF_MUST_CHECK;
/**
 * Adds a package of a lower level, unchanged. Refused are another batch, a
 * level that is not lower, the same package, unit or declaration twice, and
 * one that was not verified unless it was opened with unsigned_entries.
 *
 * @return as fzzf_packing_add(); FZZF_E_SIGNATURE when it was not verified.
 */
FZZF_API fzzf_status fzzf_packing_merge(fzzf_packing *packing,
                                        const fzzf_package *package,
                                        fzzf_diags *diags) FZZF_MUST_CHECK;
/**
 * Writes the package, unsigned. The same entries give the same bytes.
 * @return FZZF_OK, FZZF_E_SCHEMA for names that collide, FZZF_E_LIMIT,
 *         FZZF_E_IO, FZZF_E_MEMORY, FZZF_E_ARGUMENT.
 */
FZZF_API fzzf_status fzzf_packing_write(const fzzf_packing *packing,
                                        fzzf_write_fn write, void *user,
                                        fzzf_diags *diags) FZZF_MUST_CHECK;

/** How a receiver looks at a package. */
typedef struct fzzf_reception {
    size_t size;             /**< sizeof(fzzf_reception) */
    const char *receiver;    /**< The receiver's division code. */
    fzzf_level level;        /**< The receiver's level. */
    const char *day;         /**< Today; certificates are judged on it. */
    const fzzf_trust *trust; /**< Whom the receiver trusts. */
    uint32_t last; /**< The sender's last number of the batch; 0: none. */
    const fzzf_package_options *options; /**< NULL for the defaults. */
    const fzzf_record *ledger; /**< The receiver's ledger, which may know of a
                                    greater last number; NULL: none. */
} fzzf_reception;

/**
 * Makes the receipt for a package: opens it, verifies it, reads every entry and
 * document, and packages inside, and takes down what was found.
 *
 * @param[out] out   Release with fzzf_receipt_unref(). Made for bad packages,
 *                   too.
 * @return FZZF_OK; FZZF_E_IO, FZZF_E_MEMORY, FZZF_E_ARGUMENT.
 */
FZZF_API fzzf_status fzzf_package_receive(fzzf_receipt **out,
                                          const fzzf_source *source,
                                          const fzzf_reception *reception,
                                          fzzf_diags *diags) FZZF_MUST_CHECK;
/**
 * The last number of @p sender in @p batch that @p ledger knows; 0: none, or no
 * ledger. A ledger is a record document of the kind "ledger" (doc/documents.md)
 * which the receiving level keeps.
 */
FZZF_API uint32_t fzzf_ledger_last(const fzzf_record *ledger, const char *batch,
                                   const char *sender);
/**
 * Takes down in @p ledger what an accepted receipt says, in place of what the
 * sender sent before. Nothing changes on failure.
 *
 * @return FZZF_OK; FZZF_E_MEMORY; FZZF_E_ARGUMENT for another kind of record,
 *         or a receipt that rejects.
 */
FZZF_API fzzf_status fzzf_ledger_note(fzzf_record *ledger,
                                      const fzzf_receipt *receipt,
                                      fzzf_diags *diags) FZZF_MUST_CHECK;
/**
 * Compares a receipt with the package that was sent.
 * @return FZZF_OK when the receiver accepted these very bytes; FZZF_E_REFERENCE
 *         when it had others, FZZF_E_SCHEMA when it rejected them (the findings
 *         are the receipt's); FZZF_E_IO, FZZF_E_MEMORY, FZZF_E_ARGUMENT.
 */
FZZF_API fzzf_status fzzf_receipt_compare(const fzzf_receipt *receipt,
                                          const fzzf_source *source,
                                          fzzf_diags *diags) FZZF_MUST_CHECK;

FZZF_END_DECLS

#endif
