/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FZZF_XML_H
#define FZZF_XML_H

/**
 * @file
 * @brief Reading and writing the documents as XML (namespace urn:fzzf:1).
 *
 * Reading is a stream: bytes come from a callback (or a file, or memory), are
 * parsed by libxml2, checked against the format as they pass, and never built
 * into a tree. A DOCTYPE is refused, nothing outside the stream is opened, and
 * limits hold. Every fault found is a finding with line and column; a document
 * with a fault gives nothing. Different streams may be read by different
 * threads at once.
 */

#include <stddef.h>
#include <stdint.h>

#include "fzzf/contract.h"
#include "fzzf/declaration.h"
#include "fzzf/diag.h"
#include "fzzf/export.h"
#include "fzzf/manifest.h"
#include "fzzf/receipt.h"
#include "fzzf/record.h"
#include "fzzf/result.h"
#include "fzzf/status.h"
#include "fzzf/system.h"

FZZF_BEGIN_DECLS

/** What may be at most in one document (for a batch: in one declaration, and
 *  @c stream for the whole). Zero in a field is its default. */
typedef struct fzzf_limits {
    size_t size;         /**< sizeof(fzzf_limits) */
    uint64_t document;   /**< Bytes; 64 MiB. */
    uint64_t stream;     /**< Bytes of a batch stream; 4 GiB. */
    uint64_t elements;   /**< Elements; 5,000,000. */
    uint32_t depth;      /**< Nesting; 64. */
    uint32_t attributes; /**< Attributes of one element; 64. */
    uint32_t namespaces; /**< Namespace declarations of one element; 32. */
    uint32_t start_tag;  /**< Bytes of one start tag; 64 KiB. */
    uint32_t text;       /**< Bytes of one text; 1 MiB. */
    uint32_t attribute;  /**< Bytes of one attribute value; 64 KiB. */
    uint32_t name;       /**< Bytes of one name; 256. */
} fzzf_limits;

/** Gives up to @p size bytes into @p buffer; returns how many, 0 at the end,
 *  or -1 when reading failed. */
typedef int64_t (*fzzf_read_fn)(void *user, char *buffer, size_t size);

/** Is told how many @p bytes of a source were read so far; returns 0, or
 *  another number to cancel. */
typedef int (*fzzf_progress_fn)(void *user, uint64_t bytes);

/** Takes @p size bytes; returns 0, or another number to stop. */
typedef int (*fzzf_write_fn)(void *user, const char *bytes, size_t size);

/** Where a document comes from: exactly one of @c read, @c path and @c bytes.
 */
typedef struct fzzf_source {
    size_t size;               /**< sizeof(fzzf_source) */
    const char *name;          /**< For findings; NULL: @c path, or none. */
    fzzf_read_fn read;         /**< Called until it gives 0. */
    void *user;                /**< For @c read. */
    const char *path;          /**< A file to open. */
    const char *bytes;         /**< Memory… */
    size_t length;             /**< …of this many bytes. */
    const fzzf_limits *limits; /**< NULL: the defaults. */
    int undigested; /**< Non-zero: take no SHA-256. That is faster, but a result
                         cannot be computed again from what it cites. */
    int counted;    /**< Non-zero: evidence is checked and counted, not kept.
                         That is faster, and memory does not grow with it; a
                         declaration read so is evaluated, neither inspected
                         nor written. */
    fzzf_progress_fn progress; /**< Called after every piece that was read, 64
                                    KiB at most; NULL: nobody asks. When it
                                    cancels, reading ends with
                                    FZZF_E_CANCELLED, without a finding, and
                                    gives nothing more. */
    void *progress_user;       /**< For @c progress. */
} fzzf_source;

/** The kinds of document. */
typedef enum fzzf_document {
    FZZF_DOCUMENT_NONE = 0,
    FZZF_DOCUMENT_SYSTEM = 1,
    FZZF_DOCUMENT_TAILORING = 2,
    FZZF_DOCUMENT_CONTRACT = 3,
    FZZF_DOCUMENT_DECLARATION = 4,
    FZZF_DOCUMENT_DECLARATIONS = 5,
    FZZF_DOCUMENT_RESULT = 6,
    FZZF_DOCUMENT_MANIFEST = 7,
    FZZF_DOCUMENT_RECEIPT = 8,
    FZZF_DOCUMENT_BATCH = 20, /**< From here on: read_record(). */
    FZZF_DOCUMENT_EXCLUSIONS = 21,
    FZZF_DOCUMENT_RECOMMENDATION = 22,
    FZZF_DOCUMENT_WORKPLAN = 23,
    FZZF_DOCUMENT_TASKS = 24,
    FZZF_DOCUMENT_INVENTORY = 25,
    FZZF_DOCUMENT_EVIDENCE_CHECK = 26,
    FZZF_DOCUMENT_DUPLICATES = 27,
    FZZF_DOCUMENT_ASSESSMENTS = 28,
    FZZF_DOCUMENT_PUBLICITY = 29,
    FZZF_DOCUMENT_SURVEY = 30,
    FZZF_DOCUMENT_SATISFACTION = 31,
    FZZF_DOCUMENT_HISTORY = 32,
    FZZF_DOCUMENT_STATES = 33,
    FZZF_DOCUMENT_REGISTER = 34,
    FZZF_DOCUMENT_STANDING = 35,
    FZZF_DOCUMENT_MAPPING = 36,
    FZZF_DOCUMENT_CARRYING = 37,
    FZZF_DOCUMENT_LEDGER = 38,
    FZZF_DOCUMENT_PHASE_SCORES = 39,
    FZZF_DOCUMENT_OBJECTIONS = 40
} fzzf_document;

/** Returns the root element's name of @p kind, such as "system", or NULL. */
FZZF_API const char *fzzf_document_name(fzzf_document kind);

/**
 * Tells what kind of document a stream holds, from its root element; the rest
 * is not read.
 * @return FZZF_OK, FZZF_E_IO, FZZF_E_SYNTAX, FZZF_E_SCHEMA for another root,
 *         FZZF_E_LIMIT, FZZF_E_MEMORY, FZZF_E_ARGUMENT.
 */
FZZF_API fzzf_status fzzf_xml_sniff(fzzf_document *out,
                                    const fzzf_source *source,
                                    fzzf_diags *diags) FZZF_MUST_CHECK;

/**
 * @name Reading
 * @return FZZF_OK, FZZF_E_IO, FZZF_E_SYNTAX, FZZF_E_SCHEMA, FZZF_E_LIMIT,
 *         FZZF_E_MEMORY, FZZF_E_ARGUMENT for a wrong @p source.
 * @{
 */
/** Reads an indicator system. @param[out] out See fzzf_system_unref(). */
FZZF_API fzzf_status fzzf_xml_read_system(fzzf_system **out,
                                          const fzzf_source *source,
                                          fzzf_diags *diags) FZZF_MUST_CHECK;
/** Reads a tailoring. @param[out] out See fzzf_tailoring_unref(). */
FZZF_API fzzf_status fzzf_xml_read_tailoring(fzzf_tailoring **out,
                                             const fzzf_source *source,
                                             fzzf_diags *diags) FZZF_MUST_CHECK;
/** Reads a contract. @param[out] out See fzzf_contract_unref(). */
FZZF_API fzzf_status fzzf_xml_read_contract(fzzf_contract **out,
                                            const fzzf_source *source,
                                            fzzf_diags *diags) FZZF_MUST_CHECK;
/** Reads one declaration. @param[out] out See fzzf_declaration_unref(). */
FZZF_API fzzf_status
fzzf_xml_read_declaration(fzzf_declaration **out, const fzzf_source *source,
                          fzzf_diags *diags) FZZF_MUST_CHECK;
/** Reads a manifest. @param[out] out See fzzf_manifest_unref(). */
FZZF_API fzzf_status fzzf_xml_read_manifest(fzzf_manifest **out,
                                            const fzzf_source *source,
                                            fzzf_diags *diags) FZZF_MUST_CHECK;
/** Reads a receipt. @param[out] out See fzzf_receipt_unref(). */
FZZF_API fzzf_status fzzf_xml_read_receipt(fzzf_receipt **out,
                                           const fzzf_source *source,
                                           fzzf_diags *diags) FZZF_MUST_CHECK;
/** Reads a record document of any kind. @param[out] out See
 *  fzzf_record_unref(). */
FZZF_API fzzf_status fzzf_xml_read_record(fzzf_record **out,
                                          const fzzf_source *source,
                                          fzzf_diags *diags) FZZF_MUST_CHECK;
/** @} */

/** Takes one declaration of a stream; it is released after the call unless a
 *  reference was taken. Returns 0, or another number to stop. */
typedef int (*fzzf_declaration_fn)(void *user, fzzf_declaration *declaration);

/**
 * Reads a stream that holds one declaration or a batch of them, and hands each
 * to @p each as soon as it is complete and sound. One with a fault is left out
 * with its findings and the reading goes on to the next; then the status tells
 * of the fault at the end.
 *
 * @return as for reading; FZZF_E_CANCELLED when @p each or the source's
 * progress stopped it.
 */
FZZF_API fzzf_status
fzzf_xml_each_declaration(const fzzf_source *source, fzzf_declaration_fn each,
                          void *user, fzzf_diags *diags) FZZF_MUST_CHECK;

/**
 * Refuses a document of any kind that holds resident identity numbers, as
 * fzzf_identity_find() finds them: in attributes, texts, extensions, comments
 * and instructions. So packing refuses it, since what was signed cannot be
 * altered; the cure is at the source. Whether the document holds otherwise is
 * not looked at.
 * @return FZZF_OK; FZZF_E_SCHEMA, and each number is a finding with its place;
 *         FZZF_E_IO, FZZF_E_SYNTAX, FZZF_E_LIMIT, FZZF_E_MEMORY,
 *         FZZF_E_ARGUMENT for a wrong @p source.
 */
FZZF_API fzzf_status fzzf_xml_inspect(const fzzf_source *source,
                                      fzzf_diags *diags) FZZF_MUST_CHECK;

/** How writers lay out. Zero is every default. */
typedef struct fzzf_write_options {
    size_t size; /**< sizeof(fzzf_write_options) */
    int compact; /**< Non-zero: no line breaks between elements. */
} fzzf_write_options;

/**
 * @name Writing
 * Canonical form: UTF-8, LF, two spaces, attributes in the order of
 * doc/format.md, a final newline. The same document gives the same bytes.
 * Identity numbers in values and texts are masked (fzzf_identity_mask()).
 * @param options   NULL for the defaults.
 * @return FZZF_OK, FZZF_E_IO when @p write stopped, FZZF_E_MEMORY,
 *         FZZF_E_ARGUMENT.
 * @{
 */
/** Writes a system. */
FZZF_API fzzf_status fzzf_xml_write_system(
    const fzzf_system *system, fzzf_write_fn write, void *user,
    const fzzf_write_options *options) FZZF_MUST_CHECK;
/** Writes a contract. */
FZZF_API fzzf_status fzzf_xml_write_contract(
    const fzzf_contract *contract, fzzf_write_fn write, void *user,
    const fzzf_write_options *options) FZZF_MUST_CHECK;
/** Writes a tailoring. */
FZZF_API fzzf_status fzzf_xml_write_tailoring(
    const fzzf_tailoring *tailoring, fzzf_write_fn write, void *user,
    const fzzf_write_options *options) FZZF_MUST_CHECK;
/** Writes a declaration. */
FZZF_API fzzf_status fzzf_xml_write_declaration(
    const fzzf_declaration *declaration, fzzf_write_fn write, void *user,
    const fzzf_write_options *options) FZZF_MUST_CHECK;
/** Writes a manifest. */
FZZF_API fzzf_status fzzf_xml_write_manifest(
    const fzzf_manifest *manifest, fzzf_write_fn write, void *user,
    const fzzf_write_options *options) FZZF_MUST_CHECK;
/** Writes a receipt. */
FZZF_API fzzf_status fzzf_xml_write_receipt(
    const fzzf_receipt *receipt, fzzf_write_fn write, void *user,
    const fzzf_write_options *options) FZZF_MUST_CHECK;
/** Writes a record document. FZZF_E_SCHEMA when it is not complete:
 *  fzzf_record_check() tells why; FZZF_E_ARGUMENT for a record inside one. */
FZZF_API fzzf_status fzzf_xml_write_record(
    const fzzf_record *record, fzzf_write_fn write, void *user,
    const fzzf_write_options *options) FZZF_MUST_CHECK;
/** Writes a result. */
FZZF_API fzzf_status fzzf_xml_write_result(
    const fzzf_result *result, fzzf_write_fn write, void *user,
    const fzzf_write_options *options) FZZF_MUST_CHECK;
/** @} */

/**
 * Writes a document of any kind again in canonical form (see "Writing"), out of
 * GB 18030, UTF-8 or UTF-16, with or without a byte order mark. Whatever the
 * format allows is kept, extensions too; comments and processing instructions
 * are not. The document must hold: a byte sequence that is none of its
 * encoding, or any other fault, ends the conversion with findings, and what was
 * written until then is to be thrown away. A batch is converted declaration by
 * declaration in little memory.
 *
 * Labels of the forerunners of GB 18030 (GBK, GB 2312) are read as GB 18030,
 * of which they are parts. A byte order mark decides over @p encoding, and both
 * over what the document calls itself.
 *
 * @param encoding  "UTF-8", "GB18030", "UTF-16LE" …; NULL: as the document
 *                  says.
 * @return FZZF_OK, FZZF_E_SYNTAX for a sequence or encoding that cannot be
 *         read, and as for reading and writing.
 */
FZZF_API fzzf_status fzzf_xml_convert(const fzzf_source *source,
                                      const char *encoding, fzzf_write_fn write,
                                      void *user,
                                      const fzzf_write_options *options,
                                      fzzf_diags *diags) FZZF_MUST_CHECK;

FZZF_END_DECLS

#endif
