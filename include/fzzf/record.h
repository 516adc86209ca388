/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FZZF_RECORD_H
#define FZZF_RECORD_H

/**
 * @file
 * @brief Record documents: plain structured data that is not scored itself,
 *        such as a batch (批次), a register or a list of recommendations.
 *
 * All of them are handled by the same few functions. A record is an element:
 * it has fields (attributes), which are texts of a given form, and parts (other
 * records), or a text. What a kind of record has is described by its
 * ::fzzf_kind; descriptions are constant, live as long as the program, and may
 * be shared by threads.
 *
 * A document is read with fzzf_xml_read_record() or built call by call. It may
 * be changed by one thread at a time; while nobody changes it, any number of
 * threads may read it.
 */

#include <stddef.h>

#include "fzzf/diag.h"
#include "fzzf/export.h"
#include "fzzf/status.h"

FZZF_BEGIN_DECLS

/** The description of a kind of record. */
typedef struct fzzf_kind fzzf_kind;

/** A record: a document, or an element inside one. */
typedef struct fzzf_record fzzf_record;

/** Returns how many kinds of documents there are. */
FZZF_API size_t fzzf_kind_count(void);
/** The kind of document number @p index; NULL past the end. */
FZZF_API const fzzf_kind *fzzf_kind_at(size_t index);
/** The kind of document whose root element is called @p name, or NULL. */
FZZF_API const fzzf_kind *fzzf_kind_find(const char *name);

/** What a kind of record is. */
typedef struct fzzf_kind_view {
    size_t size;        /**< sizeof(fzzf_kind_view) */
    const char *name;   /**< The element's name. */
    const char *title;  /**< What it is called in Chinese. */
    size_t field_count; /**< How many fields it may have. */
    size_t part_count;  /**< How many kinds of parts. */
    int text;           /**< Non-zero when it holds a text, and no parts. */
    int root;           /**< Non-zero for a document. */
} fzzf_kind_view;

/** Fills what @p kind is. Returns 0 when @p kind is NULL. */
FZZF_API int fzzf_kind_describe(const fzzf_kind *kind, fzzf_kind_view *view);

/** A field of a kind: an attribute. */
typedef struct fzzf_field {
    size_t size;         /**< sizeof(fzzf_field) */
    const char *name;    /**< The attribute's name. */
    const char *title;   /**< What it is called in Chinese. */
    const char *form;    /**< What it takes, such as "date"; doc/format.md. */
    int required;        /**< Non-zero when it must be given. */
    size_t choice_count; /**< Words of a choice; see fzzf_kind_choice(). */
} fzzf_field;

/** Fills field @p index of @p kind. Returns 0 past the end. */
FZZF_API int fzzf_kind_field(const fzzf_kind *kind, size_t index,
                             fzzf_field *view);
/** Word @p index that field @p field of @p kind takes; NULL past the end. */
FZZF_API const char *fzzf_kind_choice(const fzzf_kind *kind, size_t field,
                                      size_t index);

/** A part of a kind: elements that stand inside. */
typedef struct fzzf_part {
    size_t size;            /**< sizeof(fzzf_part) */
    const char *name;       /**< The elements' name. */
    const fzzf_kind *kind;  /**< What they are. */
    size_t least;           /**< How many there must be. */
    size_t most;            /**< How many there may be; 0: any number. */
    const char *key;        /**< The field that differs among them, or NULL. */
    const char *second_key; /**< The one that does so with @c key, or NULL. */
} fzzf_part;

/** Fills part @p index of @p kind. Returns 0 past the end. */
FZZF_API int fzzf_kind_part(const fzzf_kind *kind, size_t index,
                            fzzf_part *view);

/**
 * Begins an empty document of @p kind.
 * @param[out] out   Give it back with fzzf_record_unref().
 * @return FZZF_OK, FZZF_E_MEMORY, FZZF_E_ARGUMENT when @p kind is no document.
 */
FZZF_API fzzf_status fzzf_record_new(fzzf_record **out,
                                     const fzzf_kind *kind) FZZF_MUST_CHECK;
/** Takes one more reference to the document that @p record is of, and so keeps
 *  every record of it. Returns @p record. */
FZZF_API fzzf_record *fzzf_record_ref(fzzf_record *record);
/** Gives a reference to the document back; the last one releases it. NULL is
 *  ignored. */
FZZF_API void fzzf_record_unref(fzzf_record *record);

/** What @p record is; NULL for NULL. */
FZZF_API const fzzf_kind *fzzf_record_kind(const fzzf_record *record);

/** What a record says besides its fields and parts. */
typedef struct fzzf_record_view {
    size_t size;        /**< sizeof(fzzf_record_view) */
    const char *text;   /**< Its text; NULL when its kind holds none. */
    const char *file;   /**< The file or stream it was read from, or NULL. */
    long line;          /**< The line there; 0: it was built. */
    long column;        /**< The column in bytes; 0: it was built. */
    const char *sha256; /**< Digest of the document's bytes; NULL: it was built,
                             or changed after reading. */
} fzzf_record_view;

/** Fills what @p record says. Texts are borrowed until the document changes.
 *  Returns 0 when @p record is NULL. */
FZZF_API int fzzf_record_describe(const fzzf_record *record,
                                  fzzf_record_view *view);

/** The value of @p field; borrowed until the document changes. NULL when it is
 *  not given, and when the kind has no such field: fzzf_kind_field() tells. */
FZZF_API const char *fzzf_record_get(const fzzf_record *record,
                                     const char *field);
/** How many records @p record has as @p part; 0 when it cannot have any. */
FZZF_API size_t fzzf_record_count(const fzzf_record *record, const char *part);
/** Record number @p index of @p part; borrowed from the document. NULL past
 *  the end. */
FZZF_API fzzf_record *fzzf_record_at(const fzzf_record *record,
                                     const char *part, size_t index);

/**
 * Sets @p field to @p new_value, whose form is checked; NULL takes it away.
 * @return FZZF_OK, FZZF_E_SCHEMA when there is no such field (the finding names
 *         the nearest) or the value has not its form, FZZF_E_MEMORY,
 *         FZZF_E_ARGUMENT. Nothing changes on failure.
 */
FZZF_API fzzf_status fzzf_record_set(fzzf_record *record, const char *field,
                                     const char *new_value,
                                     fzzf_diags *diags) FZZF_MUST_CHECK;
/**
 * Sets the text inside @p record.
 * @return FZZF_OK, FZZF_E_SCHEMA when its kind holds none or XML cannot,
 *         FZZF_E_MEMORY, FZZF_E_ARGUMENT. Nothing changes on failure.
 */
FZZF_API fzzf_status fzzf_record_set_text(fzzf_record *record, const char *text,
                                          fzzf_diags *diags) FZZF_MUST_CHECK;
/**
 * Appends an empty record to @p part of @p record.
 * @param[out] out   Borrowed from the document.
 * @return FZZF_OK, FZZF_E_SCHEMA when there is no such part (the finding names
 *         the nearest), FZZF_E_MEMORY, FZZF_E_ARGUMENT.
 */
FZZF_API fzzf_status fzzf_record_add(fzzf_record **out, fzzf_record *record,
                                     const char *part,
                                     fzzf_diags *diags) FZZF_MUST_CHECK;
/** Takes record number @p index of @p part out of @p record. It may still be
 *  read. Returns 0 past the end. */
FZZF_API int fzzf_record_remove(fzzf_record *record, const char *part,
                                size_t index);

/**
 * Checks what only the whole can show: that what is required is there, no part
 * too seldom or too often, and keys differ, all of which hold in a document
 * that was read; then, of a document, that its figures and days do not cross
 * and that what it names in itself is there (doc/format.md).
 * @return FZZF_OK; FZZF_E_SCHEMA or FZZF_E_REFERENCE with every fault as a
 *         finding; FZZF_E_MEMORY, FZZF_E_ARGUMENT.
 */
FZZF_API fzzf_status fzzf_record_check(const fzzf_record *record,
                                       fzzf_diags *diags) FZZF_MUST_CHECK;

FZZF_END_DECLS

#endif
