/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FZZF_DIAG_H
#define FZZF_DIAG_H

/**
 * @file
 * @brief Findings: every error, warning and remark the library has to report.
 *
 * A call that can fail returns an ::fzzf_status and takes, as its last
 * argument, an optional list of findings. One call may leave many findings (all
 * faults of a system are reported at once), so the list belongs to the caller
 * and outlives the call. Calls append; they never clear.
 *
 * A finding is data: a stable number, a severity, a place (file, line, column,
 * model path) and arguments. Its sentence is made from them in Chinese or
 * English. NULL is accepted wherever a list is expected and means "do not tell
 * me". A list is not thread-safe: use one per thread.
 */

#include <stddef.h>

#include "fzzf/export.h"
#include "fzzf/status.h"

FZZF_BEGIN_DECLS

/** A list of findings. */
typedef struct fzzf_diags fzzf_diags;

/** How much a finding weighs. */
typedef enum fzzf_severity {
    FZZF_NOTE = 0,    /**< Worth knowing. */
    FZZF_WARNING = 1, /**< Probably not what was meant; the work went on. */
    FZZF_ERROR = 2    /**< The call failed because of it. */
} fzzf_severity;

/** The languages sentences are made in. */
typedef enum fzzf_language {
    FZZF_CHINESE = 0, /**< 中文 */
    FZZF_ENGLISH = 1  /**< English */
} fzzf_language;

/**
 * Creates an empty list that keeps at most 200 findings and counts the rest.
 * @param[out] out   Release with fzzf_diags_free().
 * @return FZZF_OK or FZZF_E_MEMORY.
 */
FZZF_API fzzf_status fzzf_diags_new(fzzf_diags **out) FZZF_MUST_CHECK;

/** Releases @p list and every text borrowed from it. NULL is ignored. */
FZZF_API void fzzf_diags_free(fzzf_diags *list);

/** Forgets all findings and keeps the memory for the next call. */
FZZF_API void fzzf_diags_clear(fzzf_diags *list);

/**
 * Adds a finding of a number that this library documents; for libraries that
 * stand on it. When memory runs out, or the list is full, it is counted and
 * dropped.
 *
 * @param list        NULL: nothing is added.
 * @param code        The finding's number.
 * @param file        The file or stream it is about, or NULL; copied.
 * @param path        The place inside, or NULL; copied.
 * @param arguments   @p count texts, at most ten, in the order of the
 *                    sentence; copied.
 * @return FZZF_OK; FZZF_E_ARGUMENT for an unknown number or a NULL text.
 */
FZZF_API fzzf_status fzzf_diags_add(fzzf_diags *list, int code,
                                    const char *file, const char *path,
                                    const char *const *arguments,
                                    size_t count) FZZF_MUST_CHECK;

/** Returns how many findings @p list holds; 0 for NULL. */
FZZF_API size_t fzzf_diags_count(const fzzf_diags *list);

/** Returns how many findings came after the list was full, and were dropped. */
FZZF_API size_t fzzf_diags_dropped(const fzzf_diags *list);

/**
 * @name One finding
 * @p index counts from 0 in order of discovery; past the end, texts are NULL
 * and numbers 0. Returned texts are borrowed: they live until @p list is next
 * changed or released.
 * @{
 */
/** How much the finding weighs. */
FZZF_API fzzf_severity fzzf_diags_severity(const fzzf_diags *list,
                                           size_t index);
/** The finding's stable number, documented in doc/findings.md. */
FZZF_API int fzzf_diags_code(const fzzf_diags *list, size_t index);
/** The file or stream the finding is about, or NULL. */
FZZF_API const char *fzzf_diags_file(const fzzf_diags *list, size_t index);
/** The line, from 1; 0 when it has none. */
FZZF_API long fzzf_diags_line(const fzzf_diags *list, size_t index);
/** The column in bytes, from 1; 0 when it has none. */
FZZF_API long fzzf_diags_column(const fzzf_diags *list, size_t index);
/** The place in the model, such as "3.2.1"; NULL when it has none. */
FZZF_API const char *fzzf_diags_path(const fzzf_diags *list, size_t index);
/** Argument @p argument of the finding, in the order of its sentence. */
FZZF_API const char *fzzf_diags_argument(const fzzf_diags *list, size_t index,
                                         size_t argument);
/** One UTF-8 sentence without a final newline: what was found, what to do. */
FZZF_API const char *fzzf_diags_message(const fzzf_diags *list, size_t index,
                                        fzzf_language language);
/** @} */

FZZF_END_DECLS

#endif
